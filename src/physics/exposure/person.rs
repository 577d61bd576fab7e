//! One person in one air after another: all doses, what is seen, how far one gets. Ends where a file or a game asks for it.

use super::walking::{self, SpeedLaw};
use super::{Air, Clothing, FedState, HeatState, Posture, Variant, fic, impairment, irritant, probability_incapacitated, visibility};

/// Columns of one variant, without its suffix.
const GAS: [(&str, &str); 8] = [
    ("fed_total", "gas dose, 1 = half of the people are incapacitated"),
    ("fed_co", "gas dose from carbon monoxide"),
    ("fed_hcn", "gas dose from hydrogen cyanide"),
    ("fed_nox", "gas dose from nitrogen oxides"),
    ("fed_irritant", "gas dose from irritants"),
    ("fed_o2", "gas dose from lack of oxygen"),
    ("fic", "fractional irritant concentration now"),
    ("probability", "share of people incapacitated by the gas dose"),
];
/// Columns that do not depend on the variant.
const COMMON: [(&str, &str); 20] = [
    ("fld", "irritant dose without hyperventilation (Purser)"),
    ("heat_radiant_iso", "heat dose from radiation, ISO 13571"),
    ("heat_convective_clothed", "heat dose from hot air, dressed, ISO 13571"),
    ("heat_convective_light", "heat dose from hot air, lightly dressed, ISO 13571"),
    ("heat_total_clothed", "radiation and hot air, dressed, ISO 13571"),
    ("heat_total_light", "radiation and hot air, lightly dressed, ISO 13571"),
    ("heat_sfpe_tolerance", "heat dose from radiation to unbearable pain, SFPE"),
    ("heat_sfpe_incapacitation", "heat dose from radiation to incapacitation, SFPE"),
    ("heat_sfpe_third_degree", "heat dose from radiation to a third-degree burn, SFPE"),
    ("extinction_1_m", "extinction coefficient K"),
    ("optical_density_1_m", "optical density a metre"),
    ("obscuration_percent_m", "obscuration, percent a metre"),
    ("visibility_reflecting_m", "visibility of things that reflect light"),
    ("visibility_emitting_m", "visibility of signs that emit light"),
    ("speed_m_s", "speed in this smoke and posture, dose not counted"),
    ("walked_m", "way covered at that speed"),
    ("game_speed_factor", "rule of play: what dose, irritation and heat leave of the speed"),
    ("game_sight_factor", "rule of play: what they leave of the sight"),
    ("game_cough", "rule of play: coughing, 0 to 1"),
    ("game_collapsed", "rule of play: 1 = collapsed"),
];

/// How a person goes about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Habits {
    /// What the person wears; for the rule of play.
    pub clothing: Clothing,
    /// How the person moves.
    pub posture: Posture,
    /// Speed in clear air, m/s.
    pub speed_m_s: f64,
    /// How smoke slows the person down.
    pub speed_law: SpeedLaw,
}

/// A person with all doses taken side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// How the person goes about.
    pub habits: Habits,
    /// Gas doses, one for each sum.
    pub feds: Vec<FedState>,
    /// Irritant dose without the factor for hyperventilation.
    pub fld: f64,
    /// Heat doses.
    pub heat: HeatState,
    /// Way covered, m.
    pub walked_m: f64,
}

/// Columns of a table for these sums, each with what it is.
pub fn columns(variants: &[Variant]) -> Vec<(String, String)> {
    let gas = variants.iter().flat_map(|v| GAS.map(|(name, about)| (format!("{name}_{}", v.suffix()), about.to_owned())));
    gas.chain(COMMON.map(|(name, about)| (name.to_owned(), about.to_owned()))).collect()
}

/// Names of the times that [`Person::watched`] watches for, in its order.
pub fn watched_names(variants: &[Variant]) -> Vec<String> {
    let gas = variants.iter().flat_map(|v| ["0.3", "1.0"].map(|level| format!("time_to_fed_{level}_{}_s", v.suffix())));
    let heat = ["radiant_iso", "total_clothed", "total_light", "sfpe_tolerance", "sfpe_incapacitation", "sfpe_third_degree"];
    gas.chain(heat.map(|name| format!("time_to_heat_{name}_1.0_s"))).collect()
}

impl Person {
    /// Somebody who has been in nothing yet.
    pub fn new(variants: &[Variant], habits: Habits) -> Self {
        let feds = variants.iter().map(|v| FedState::new(*v)).collect();
        Self { habits, feds, fld: 0.0, heat: HeatState::default(), walked_m: 0.0 }
    }

    /// Spends some seconds in this air, walking.
    pub fn step(&mut self, air: &Air, seconds: f64) {
        for fed in &mut self.feds {
            fed.step(air, seconds);
        }
        self.fld += irritant::fld_rate(air) * seconds / 60.0;
        self.heat.step(air, seconds);
        self.walked_m += self.speed(air) * seconds;
    }

    /// Speed in this air and posture, the dose not counted, m/s.
    pub fn speed(&self, air: &Air) -> f64 {
        let Habits { posture, speed_m_s, speed_law, .. } = self.habits;
        posture.speed(speed_m_s, walking::speed(speed_law, speed_m_s, air.extinction_1_m), self.walked_m)
    }

    /// Values of [`columns`].
    pub fn row(&self, air: &Air) -> Vec<f64> {
        let mut row = Vec::new();
        for fed in &self.feds {
            let d = fed.dose;
            row.extend([fed.total(), d.co, d.hcn, d.nox, d.irritant, d.o2, fic(air, fed.variant), probability_incapacitated(fed.total())]);
        }
        let (k, heat) = (air.extinction_1_m, &self.heat);
        let (fed, irritation) = self.feds.first().map_or((0.0, 0.0), |first| (first.total(), fic(air, first.variant)));
        let game = impairment(fed, irritation, heat.total(self.habits.clothing));
        row.extend([
            self.fld,
            heat.radiant,
            heat.convective_clothed,
            heat.convective_light,
            heat.total(Clothing::Clothed),
            heat.total(Clothing::Light),
            heat.sfpe_tolerance,
            heat.sfpe_incapacitation,
            heat.sfpe_third_degree,
            k,
            visibility::optical_density(k),
            visibility::obscuration_percent(k),
            visibility::visibility(k, visibility::REFLECTING),
            visibility::visibility(k, visibility::LIGHT_EMITTING),
            self.speed(air),
            self.walked_m,
            game.speed_factor,
            game.sight_factor,
            game.cough,
            f64::from(u8::from(game.collapsed)),
        ]);
        row
    }

    /// Doses and the levels whose moments are of interest, as in [`watched_names`].
    pub fn watched(&self) -> Vec<(f64, f64)> {
        let heat = &self.heat;
        let doses = [
            heat.radiant,
            heat.total(Clothing::Clothed),
            heat.total(Clothing::Light),
            heat.sfpe_tolerance,
            heat.sfpe_incapacitation,
            heat.sfpe_third_degree,
        ];
        let gas = self.feds.iter().flat_map(|fed| [(fed.total(), 0.3), (fed.total(), 1.0)]);
        gas.chain(doses.map(|dose| (dose, 1.0))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_value_and_every_watched_dose_a_name() {
        let habits = Habits { clothing: Clothing::Clothed, posture: Posture::Standing, speed_m_s: 1.35, speed_law: SpeedLaw::default() };
        for variants in [&Variant::ALL[..], &Variant::ALL[..1]] {
            let person = Person::new(variants, habits);
            assert_eq!(person.row(&Air::CLEAN).len(), columns(variants).len());
            assert_eq!(person.watched().len(), watched_names(variants).len());
        }
    }

    #[test]
    fn a_crawler_under_the_smoke_is_slower_but_breathes_nothing() {
        let habits =
            Habits { clothing: Clothing::Clothed, posture: Posture::HandsAndKnees, speed_m_s: 1.35, speed_law: SpeedLaw::default() };
        let smoke = Air { co_ppm: 4000.0, extinction_1_m: 1.0, ..Air::CLEAN };
        let mut low = Person::new(&Variant::ALL[1..2], habits);
        let mut high = Person::new(&Variant::ALL[1..2], Habits { posture: Posture::Standing, ..habits });
        for _ in 0..30 {
            low.step(&Air::CLEAN, 1.0);
            high.step(&smoke, 1.0);
        }
        assert!(low.walked_m < high.walked_m && low.feds[0].total() == 0.0 && high.feds[0].total() > 0.05);
    }
}
