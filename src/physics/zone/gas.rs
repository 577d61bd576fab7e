//! The gas: one ideal gas for heat and pressure, eight species carried along. Ends where gas meets a wall or a vent.

/// Specific heat at constant pressure, J/(kg K) (CFAST technical reference).
pub const CP: f64 = 1012.0;
/// Ratio of specific heats.
pub const GAMMA: f64 = 1.4;
/// Specific heat at constant volume, J/(kg K).
pub const CV: f64 = CP / GAMMA;
/// Specific gas constant, J/(kg K): 289.14.
pub const R: f64 = CP - CV;
/// Gravity, m/s².
pub const G: f64 = 9.80665;
/// Zero Celsius, K.
pub const ZERO_C: f64 = 273.15;
/// Stefan and Boltzmann's constant, W/(m² K⁴).
pub const SIGMA: f64 = 5.670_374e-8;
/// Light extinction per mass of flaming soot, m²/kg (Mulholland and Croarkin 2000).
pub const SOOT_EXTINCTION: f64 = 8700.0;

/// How many species are followed; nitrogen is the rest.
pub const SPECIES: usize = 8;
/// Oxygen.
pub const O2: usize = 0;
/// Carbon dioxide.
pub const CO2: usize = 1;
/// Water vapour.
pub const H2O: usize = 2;
/// Carbon monoxide.
pub const CO: usize = 3;
/// Hydrogen cyanide.
pub const HCN: usize = 4;
/// Hydrogen chloride.
pub const HCL: usize = 5;
/// Soot.
pub const SOOT: usize = 6;
/// Fuel that did not burn.
pub const FUEL: usize = 7;

/// Molar masses, kg/mol, in the order of the species; soot as carbon, unburnt fuel as methane-like gas of 16 g/mol at least.
pub const MOLAR: [f64; SPECIES] = [0.031_998, 0.044_009, 0.018_015, 0.028_010, 0.027_025, 0.036_461, 0.012_011, 0.030];
/// Molar mass of nitrogen, kg/mol.
pub const MOLAR_N2: f64 = 0.028_014;

/// Density of gas, kg/m³, at a pressure in Pa and a temperature in K.
pub fn density(pressure: f64, temperature: f64) -> f64 {
    pressure / (R * temperature)
}

/// Mass fractions of outside air at a relative humidity of 0 to 1: 23 % oxygen in what is dry (CFAST).
///
/// Saturation after Magnus, `610.94 exp(17.625 t / (t + 243.04))` Pa.
pub fn air(temperature: f64, pressure: f64, humidity: f64) -> [f64; SPECIES] {
    let t = (temperature - ZERO_C).clamp(-40.0, 60.0);
    let vapour = (humidity.clamp(0.0, 1.0) * 610.94 * libm::exp(17.625 * t / (t + 243.04))).min(0.5 * pressure);
    let moles = vapour / pressure;
    let water = moles * MOLAR[H2O] / (moles * MOLAR[H2O] + (1.0 - moles) * 0.028_97);
    let mut y = [0.0; SPECIES];
    y[O2] = 0.23 * (1.0 - water);
    y[H2O] = water;
    y
}

/// Mole fractions out of mass fractions, and the moles in a kilogram. Soot is no gas and has none.
pub fn moles(y: &[f64; SPECIES]) -> [f64; SPECIES] {
    let mut x = [0.0; SPECIES];
    let mut sum = 0.0;
    let mut rest = 1.0;
    for k in 0..SPECIES {
        rest -= y[k];
        if k != SOOT {
            x[k] = y[k] / MOLAR[k];
            sum += x[k];
        }
    }
    sum += rest.max(0.0) / MOLAR_N2;
    x.iter_mut().for_each(|v| *v /= sum);
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dry_air_is_a_fifth_oxygen_by_volume() {
        let x = moles(&air(293.15, 101_325.0, 0.0));
        assert!((x[O2] - 0.2073).abs() < 0.001, "{}", x[O2]);
        let humid = air(293.15, 101_325.0, 0.5);
        assert!((humid[H2O] - 0.0072).abs() < 2e-4, "{}", humid[H2O]);
    }
}
