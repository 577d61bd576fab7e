//! A person's gas dose so far, and how many people a dose takes. How fast it grows is in `fed`.

use super::{Air, FedRate, Variant, fed_rate, normal};

/// No dose is above this: everything above 1 is the same to a person.
const DOSE_MAX: f64 = 1e12;

/// A person's dose so far. It never falls: no variant knows recovery.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FedState {
    /// Which sum.
    pub variant: Variant,
    /// The dose by cause.
    pub dose: FedRate,
}

impl FedState {
    /// Somebody who has breathed nothing yet.
    pub fn new(variant: Variant) -> Self {
        Self { variant, dose: FedRate::default() }
    }

    /// Breathes this air for some seconds.
    pub fn step(&mut self, air: &Air, seconds: f64) {
        let minutes = if seconds.is_nan() { 0.0 } else { seconds.clamp(0.0, DOSE_MAX) / 60.0 };
        let rate = fed_rate(air, self.variant);
        let grown = |dose: f64, rate: f64| (dose + rate * minutes).min(DOSE_MAX);
        self.dose = FedRate {
            co: grown(self.dose.co, rate.co),
            hcn: grown(self.dose.hcn, rate.hcn),
            nox: grown(self.dose.nox, rate.nox),
            irritant: grown(self.dose.irritant, rate.irritant),
            o2: grown(self.dose.o2, rate.o2),
        };
    }

    /// The dose.
    pub fn total(&self) -> f64 {
        self.dose.total()
    }
}

/// Share of people who are no longer able to help themselves at this dose: log-normal around 1, σ of the logarithm 1 (ISO 13571).
pub fn probability_incapacitated(fed: f64) -> f64 {
    if fed > 0.0 { normal::cdf(libm::log(fed)) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::exposure::fed::tests::any_air;
    use proptest::prelude::*;

    #[test]
    fn three_tenths_of_a_dose_reach_one_in_nine() {
        assert!((probability_incapacitated(0.3) - 0.1143).abs() < 1e-4);
        assert!((probability_incapacitated(1.0) - 0.5).abs() < 1e-12);
        assert_eq!(probability_incapacitated(0.0), 0.0);
    }

    proptest! {
        #[test]
        fn the_step_does_not_change_the_dose_of_a_constant_air(air in any_air(), pieces in 1_u32..2000, v in 0_usize..4) {
            let (mut once, mut often) = (FedState::new(Variant::ALL[v]), FedState::new(Variant::ALL[v]));
            once.step(&air, 600.0);
            for _ in 0..pieces {
                often.step(&air, 600.0 / f64::from(pieces));
            }
            prop_assert!((once.total() - often.total()).abs() <= 1e-10 * once.total());
        }

        #[test]
        fn doses_add_up_whatever_the_order(a in any_air(), b in any_air(), v in 0_usize..4) {
            let (mut ab, mut ba) = (FedState::new(Variant::ALL[v]), FedState::new(Variant::ALL[v]));
            ab.step(&a, 30.0);
            ab.step(&b, 70.0);
            ba.step(&b, 70.0);
            ba.step(&a, 30.0);
            let apart = (fed_rate(&a, Variant::ALL[v]).total() * 30.0 + fed_rate(&b, Variant::ALL[v]).total() * 70.0) / 60.0;
            prop_assert!((ab.total() - ba.total()).abs() <= 1e-12 * ab.total());
            prop_assert!((ab.total() - apart).abs() <= 1e-12 * apart);
        }

        #[test]
        fn absurd_air_gives_a_finite_dose(x in prop::array::uniform6(prop::num::f64::ANY), seconds in prop::num::f64::ANY, v in 0_usize..4) {
            let air = Air { o2_percent: x[0], co2_percent: x[1], co_ppm: x[2], hcn_ppm: x[3], no_ppm: x[4], acrolein_ppm: x[5], ..Air::CLEAN };
            let mut state = FedState::new(Variant::ALL[v]);
            for _ in 0..3 {
                let before = state.total();
                state.step(&air, seconds);
                prop_assert!(state.total().is_finite() && state.total() >= before);
            }
        }
    }
}
