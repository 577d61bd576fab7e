//! From the energy of a blow to what it does, and what a desk or a bag over the head take off it.
//!
//! **Design rules (k?), for play only; never shown to a student as a fact.** Two points are borrowed from range safety, where they sort
//! debris by energy (k): 11 ft lb = 15 J, from which a fragment counts as hazardous to a person in the open (RCC 321), and
//! 58 ft lb = 79 J, the older criterion for a fragment that kills (US DoD 6055.09). Ends where the run counts points.

/// Below this a blow is not worth telling, J (k?).
pub const BRUISE_J: f64 = 3.0;
/// Light wounds, J (k: RCC 321).
pub const LIGHT_J: f64 = 15.0;
/// Severe wounds, J (k: DoD 6055.09).
pub const SEVERE_J: f64 = 79.0;
/// Share of a toppling block's energy that meets one person in its way; the rest goes into the floor (k?).
pub const TOPPLE_SHARE: f64 = 0.3;
/// What a bag, pillow or hands over the head leave of a blow (k?).
pub const COVERED: f64 = 0.5;
/// What a sturdy desk takes off a blow before anything gets through, J (k?).
pub const DESK_J: f64 = 600.0;

/// What a person has between the blow and the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shelter {
    /// Nothing.
    #[default]
    Open,
    /// Head covered.
    HeadCovered,
    /// Under a sturdy desk, holding on.
    UnderDesk,
}

/// Where a blow lands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Head.
    Head,
    /// Everything else: bears twice as much (k?).
    Torso,
}

/// What a blow does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Injury {
    /// Nothing to tell.
    None,
    /// A bruise.
    Bruise,
    /// A wound that needs care.
    Light,
    /// Pinned or badly hurt: cannot go on alone.
    Severe,
}

/// Energy that gets through to the body, J.
pub fn felt_j(energy_j: f64, shelter: Shelter, part: Part) -> f64 {
    let energy = if energy_j.is_nan() { 0.0 } else { energy_j.max(0.0) };
    match (shelter, part) {
        (Shelter::Open, _) | (Shelter::HeadCovered, Part::Torso) => energy,
        (Shelter::HeadCovered, Part::Head) => COVERED * energy,
        (Shelter::UnderDesk, _) => (energy - DESK_J).max(0.0),
    }
}

/// What a blow of an energy does.
pub fn injury(energy_j: f64, shelter: Shelter, part: Part) -> Injury {
    let borne = match part {
        Part::Head => 1.0,
        Part::Torso => 2.0,
    };
    match felt_j(energy_j, shelter, part) / borne {
        e if e >= SEVERE_J => Injury::Severe,
        e if e >= LIGHT_J => Injury::Light,
        e if e >= BRUISE_J => Injury::Bruise,
        _ => Injury::None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{G, Standing, block, falling};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tile_on_a_bare_head_is_worse_than_on_a_covered_one_and_nothing_under_a_desk() {
        let blow = falling::energy_j(2.5, 2.8 - 1.6, G);
        let on = |shelter| injury(blow, shelter, Part::Head);
        assert_eq!([on(Shelter::Open), on(Shelter::HeadCovered), on(Shelter::UnderDesk)], [Injury::Light, Injury::Bruise, Injury::None]);
    }

    #[test]
    fn a_bookshelf_pins_whoever_stands_before_it_and_spares_whoever_is_under_a_desk() {
        let blow = TOPPLE_SHARE * Standing::new(&block::dorm("bookshelf").unwrap(), G).topple_energy_j(1);
        assert_eq!(injury(blow, Shelter::Open, Part::Head), Injury::Severe);
        assert_eq!(injury(blow, Shelter::UnderDesk, Part::Torso), Injury::None);
    }

    proptest! {
        #[test]
        fn shelter_never_harms_and_more_energy_never_helps(e in 0.0..5000.0_f64, more in 1.0..3.0_f64) {
            for part in [Part::Head, Part::Torso] {
                for shelter in [Shelter::Open, Shelter::HeadCovered, Shelter::UnderDesk] {
                    prop_assert!(injury(e, shelter, part) <= injury(e, Shelter::Open, part));
                    prop_assert!(injury(e, shelter, part) <= injury(e * more, shelter, part));
                }
            }
        }
    }
}
