//! Plumes: how much gas a fire lifts to a height, and how hot and fast it is under the ceiling. Ends where the layer takes over.
//!
//! Heskestad, SFPE Handbook ("Fire plumes, flame height, and air entrainment"), as CFAST uses it; Alpert 1972 for the ceiling jet.

use super::{fire::Stand, gas};

/// A plume of a fire of given heat and size in gas of given state. Numbers that hold for a step, so that heights are cheap to ask.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plume {
    /// Virtual origin above the base, m.
    pub origin: f64,
    /// Mean flame height above the base, m.
    pub flame: f64,
    share: f64,
    strength: f64,
    near: f64,
    at_tip: f64,
}

impl Plume {
    /// Heat in W, base area in m², the surrounding gas's temperature and density. `share` below is ½ for a wall, ¼ for a corner: the
    /// fire and its mirror images burn as one.
    pub fn new(heat: f64, radiated: f64, area: f64, stand: Stand, temperature: f64, density: f64) -> Self {
        let images = match stand {
            Stand::Free => 1.0,
            Stand::Wall => 2.0,
            Stand::Corner => 4.0,
        };
        let total = heat * images;
        let convected = (total * (1.0 - radiated)).max(0.0);
        let diameter = (4.0 * area * images / std::f64::consts::PI).sqrt().max(0.01);
        let heavy = density * gas::CP * temperature;
        let star = total / (heavy * (gas::G * diameter).sqrt() * diameter * diameter);
        let fifth = libm::pow(star, 0.4);
        let origin = diameter * (1.4 * fifth - 1.02);
        let flame = (diameter * (3.7 * fifth - 1.02)).max(0.0);
        let root = libm::cbrt(convected);
        let strength = 0.196 * libm::cbrt(gas::G * density * density / (gas::CP * temperature)) * root;
        let scale = libm::cbrt(gas::G.sqrt() * heavy);
        let near = 2.9 * root * root / (scale * scale);
        let mut plume = Self { origin, flame, share: 1.0 / images, strength, near, at_tip: 0.0 };
        plume.at_tip = plume.far(flame);
        plume
    }

    /// The same fire as a point source after Zukoski.
    #[must_use]
    pub fn as_point(self, convected: f64) -> Self {
        let strength = 0.0071 * libm::cbrt(convected.max(0.0));
        Self { origin: 0.0, share: 1.0, strength, near: 0.0, at_tip: 0.0, flame: 0.0 }
    }

    fn far(&self, z: f64) -> f64 {
        let h = (z - self.origin).max(0.0);
        let c = libm::cbrt(h);
        self.strength * (h * c * c + self.near)
    }

    /// Mass flow of the plume at a height above the base, kg/s.
    pub fn lifted(&self, z: f64) -> f64 {
        if z <= 0.0 {
            return 0.0;
        }
        let whole = if z < self.flame { self.at_tip * z / self.flame } else { self.far(z) };
        whole * self.share
    }
}

/// Excess temperature, K, and speed, m/s, of an unconfined ceiling jet at radius `r` under a ceiling `h` above the fire (Alpert
/// 1972); heat in W.
pub fn ceiling_jet(heat: f64, h: f64, r: f64) -> (f64, f64) {
    let (q, h) = (heat.max(0.0) / 1000.0, h.max(0.1));
    let root = libm::cbrt(q);
    let hot = if r <= 0.18 * h {
        16.9 * root * root / libm::pow(h, 5.0 / 3.0)
    } else {
        let c = libm::cbrt(q / r);
        5.38 * c * c / h
    };
    let speed = if r <= 0.15 * h { 0.96 * libm::cbrt(q / h) } else { 0.197 * root * h.sqrt() / libm::pow(r, 5.0 / 6.0) };
    (hot.min(1200.0), speed)
}

/// The fire that would make under a layer, in the layer's own gas, the ceiling jet that a fire in the air below makes through it: its heat, W,
/// and the distance to the ceiling, m (Evans 1984, Combust. Flame 35; SFPE Handbook, "Ceiling jet flows"). `h` m from the fire to the
/// ceiling, `z` m to the interface, temperatures, K, and density of the air below. Nothing where the layer is hotter than the plume.
pub fn substitute(heat: f64, h: f64, z: f64, t: [f64; 2], density: f64) -> (f64, f64) {
    const C: f64 = 9.115;
    // The temperature profile is so much wider than that of the speed: 0.955, squared.
    const BETA2: f64 = 0.955 * 0.955;
    let ratio = t[1] / t[0];
    if heat <= 0.0 || z <= 0.0 || z >= h || ratio <= 1.0 + 1e-6 {
        return (heat.max(0.0), h);
    }
    let scale = density * gas::CP * t[0] * gas::G.sqrt();
    let first = heat / (scale * libm::pow(z, 2.5));
    let third = libm::cbrt(first);
    let left = (1.0 + C * third * third) / ratio - 1.0;
    if left <= 1e-6 {
        return (0.0, h);
    }
    let second = libm::pow(left / C, 1.5);
    let root = libm::cbrt(second);
    let reach = libm::pow(ratio * first * C / (root * ((ratio - 1.0) * (BETA2 + 1.0) + ratio * C * root * root)), 0.4) * z;
    // Density times temperature is the same in both layers, and so is the scale.
    (second * scale * libm::pow(reach, 2.5), h - z + reach)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lifted(kw: f64, diameter: f64, z: f64) -> f64 {
        let rho = 1.204;
        Plume::new(kw * 1e3, 0.35, 0.25 * std::f64::consts::PI * diameter * diameter, Stand::Free, 293.15, rho).lifted(z)
    }

    #[test]
    fn heskestads_plume_gives_the_known_flows() {
        for (kw, d, z, flow) in [
            (100.0, 0.5, 1.0, 0.400),
            (100.0, 0.5, 2.0, 1.016),
            (100.0, 0.5, 2.5, 1.423),
            (500.0, 1.0, 2.0, 2.184),
            (1000.0, 1.3, 2.0, 3.201),
        ] {
            let got = lifted(kw, d, z);
            assert!((got / flow - 1.0).abs() < 0.01, "{kw} kW at {z} m: {got}");
        }
    }

    #[test]
    fn the_plume_of_100_kw_has_the_known_flame_and_origin() {
        let p = Plume::new(100e3, 0.35, 0.25 * std::f64::consts::PI * 0.25, Stand::Free, 293.15, 1.204);
        assert!((p.origin - 0.023).abs() < 0.005 && (p.flame - 0.898).abs() < 0.01, "{p:?}");
    }

    #[test]
    fn a_layer_of_the_same_air_needs_no_substitute_and_a_hot_one_weakens_the_plume() {
        let at = |hot: f64| substitute(200e3, 2.5, 1.5, [293.0, hot], 1.2);
        let (heat, height) = at(293.01);
        assert!((heat / 200e3 - 1.0).abs() < 1e-3 && (height - 2.5).abs() < 1e-3, "{heat} {height}");
        let (warm, hot) = (at(350.0), at(420.0));
        assert!(warm.0 < 200e3 && hot.0 < warm.0 && hot.0 > 0.0, "{warm:?} {hot:?}");
        assert_eq!(at(1500.0).0, 0.0);
        let jet = |s: (f64, f64)| ceiling_jet(s.0, s.1, 0.0).0;
        assert!(350.0 + jet(warm) > 293.0 + jet((200e3, 2.5)), "under a hot layer the jet is hotter all the same");
    }

    #[test]
    fn walls_and_corners_keep_air_away() {
        let at = |s| Plume::new(100e3, 0.35, 0.01, s, 293.15, 1.2).lifted(2.0);
        assert!((at(Stand::Wall) / at(Stand::Free) - 0.63).abs() < 0.03);
        assert!((at(Stand::Corner) / at(Stand::Free) - 0.40).abs() < 0.05);
    }
}
