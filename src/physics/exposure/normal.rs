//! The normal distribution: its share below a value and the value for a share. Nothing random: shares come from outside.

use std::f64::consts::{PI, SQRT_2};

/// Share of a standard normal distribution below `x`.
pub fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / SQRT_2)
}

// P. J. Acklam's rational approximation (2003), relative error below 1.15e-9; one step of Halley's method brings it to the last digits.
const A: [f64; 6] =
    [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239];
const B: [f64; 6] = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1.0];
const C: [f64; 6] =
    [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const D: [f64; 5] = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1.0];

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

/// The lower tail and the middle, for a share up to one half.
fn lower_half(share: f64) -> f64 {
    let first = if share < 0.024_25 {
        let q = libm::sqrt(-2.0 * libm::log(share));
        polynomial(&C, q) / polynomial(&D, q)
    } else {
        let q = share - 0.5;
        polynomial(&A, q * q) * q / polynomial(&B, q * q)
    };
    let error = (cdf(first) - share) * libm::sqrt(2.0 * PI) * libm::exp(first * first / 2.0);
    first - error / (1.0 + first * error / 2.0)
}

/// The value below which this share of a standard normal distribution lies. Shares outside 1e-15 to 1 − 1e-15 are brought
/// inside, so the answer stays within about ±7.9.
pub fn quantile(share: f64) -> f64 {
    let share = if share.is_nan() { 0.5 } else { share.clamp(1e-15, 1.0 - 1e-15) };
    if share > 0.5 { -lower_half(1.0 - share) } else { lower_half(share) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_quantiles_are_met() {
        for (share, value) in [(0.5, 0.0), (0.975, 1.959963984540054), (0.01, -2.326347874040841), (0.001, -3.090232306167814)] {
            assert!((quantile(share) - value).abs() < 1e-12, "{share}: {}", quantile(share));
        }
    }

    #[test]
    fn no_share_is_out_of_hand() {
        for share in [0.0, 1.0, -3.0, 7.0, f64::NAN, f64::INFINITY] {
            assert!(quantile(share).abs() < 8.0, "{share}");
        }
    }

    proptest! {
        #[test]
        fn the_quantile_of_a_share_has_that_share_below_it(share in 1e-9..1.0_f64) {
            prop_assert!((cdf(quantile(share)) - share).abs() < 1e-13);
        }
    }
}
