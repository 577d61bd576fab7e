//! How well genuine messages and scams are told apart: hits, false alarms, d′.

use serde::Serialize;

/// Signal detection over all messages (and parts of messages) that were judged for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Detection {
    /// Scams called scams.
    pub hits: u32,
    /// Scams taken for genuine.
    pub misses: u32,
    /// Genuine ones called scams.
    pub false_alarms: u32,
    /// Genuine ones taken for genuine.
    pub correct_rejections: u32,
}

impl Detection {
    /// Whether anything was judged.
    pub fn is_empty(&self) -> bool {
        self.hits + self.misses + self.false_alarms + self.correct_rejections == 0
    }

    /// `d′ = z(H) − z(F)` with the log-linear correction `(h + 0.5)/(n + 1)`, or `None` without both kinds.
    pub fn d_prime(&self) -> Option<f64> {
        let (h, f) = self.rates()?;
        Some(z(h) - z(f))
    }

    /// `c = −½ (z(H) + z(F))`: below 0 = calls too much a scam.
    pub fn criterion(&self) -> Option<f64> {
        let (h, f) = self.rates()?;
        Some(-0.5 * (z(h) + z(f)))
    }

    fn rates(&self) -> Option<(f64, f64)> {
        let (scams, genuine) = (self.hits + self.misses, self.false_alarms + self.correct_rejections);
        let rate = |part: u32, all: u32| (f64::from(part) + 0.5) / (f64::from(all) + 1.0);
        (scams > 0 && genuine > 0).then(|| (rate(self.hits, scams), rate(self.false_alarms, genuine)))
    }
}

/// Inverse of the normal distribution (Acklam's rational approximation, relative error below 1.2e-9).
pub fn z(p: f64) -> f64 {
    const A: [f64; 6] = [
        -39.696_830_286_653_8,
        220.946_098_424_521,
        -275.928_510_446_969,
        138.357_751_867_269,
        -30.664_798_066_147_2,
        2.506_628_277_459_24,
    ];
    const B: [f64; 5] = [-54.476_098_798_224_1, 161.585_836_858_041, -155.698_979_859_887, 66.801_311_887_719_7, -13.280_681_552_885_7];
    const C: [f64; 6] = [
        -0.007_784_894_002_430_29,
        -0.322_396_458_041_136,
        -2.400_758_277_161_84,
        -2.549_732_539_343_73,
        4.374_664_141_464_97,
        2.938_163_982_698_78,
    ];
    const D: [f64; 4] = [0.007_784_695_709_041_46, 0.322_467_129_070_04, 2.445_134_137_143, 3.754_408_661_907_42];
    let poly = |c: &[f64], x: f64| c.iter().fold(0.0, |sum, k| sum * x + k);
    let tail = |q: f64| poly(&C, q) / (poly(&D, q) * q + 1.0);
    if p < 0.024_25 {
        tail(libm::sqrt(-2.0 * libm::log(p)))
    } else if p > 1.0 - 0.024_25 {
        -tail(libm::sqrt(-2.0 * libm::log(1.0 - p)))
    } else {
        let q = p - 0.5;
        let r = q * q;
        poly(&A, r) * q / (poly(&B, r) * r + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_of_five_hits_against_one_of_five_alarms_is_a_d_prime_of_1_683() {
        assert!((z(0.8) - z(0.2) - 1.683).abs() < 5e-4);
    }

    #[test]
    fn without_genuine_messages_there_is_no_d_prime() {
        assert_eq!(Detection { hits: 3, ..Detection::default() }.d_prime(), None);
    }

    #[test]
    fn calling_everything_a_scam_is_not_telling_apart() {
        let all = Detection { hits: 4, false_alarms: 4, ..Detection::default() };
        assert!(all.d_prime().is_some_and(|d| d.abs() < 1e-9));
        assert!(all.criterion().is_some_and(|c| c < 0.0));
    }
}
