//! An earthquake by physics as a file asks for it. What else runs on its own is in `scene`.

use super::super::model::*;
use super::{Ctx, named};
use crate::diag::{Code, Finding, Findings, Severity, Span};
use crate::physics::quake::attenuation::{DEPTHS_KM, DISTANCES_KM, MAGNITUDES};
use crate::physics::quake::waves::DEPTH_KM;
use crate::syntax::Node as Tree;
use crate::syntax::shape::{Shape, list, number, whole, word};

/// An earthquake of no size, or of two.
pub(crate) const QUAKE_SIZE: Code = Code {
    id: "D706",
    severity: Severity::Error,
    zh: "地震有多大没有说清",
    en: "how large the earthquake is, is not clear",
    why_zh: "Quake 的晃动从烈度，或者从震级和震中距算出来。一个也没有，算不出；两样都写，不知道听谁的。",
    why_en: "The shaking of Quake follows from an intensity, or from a magnitude and a distance. Without either nothing can be computed; with both it is unclear which one counts.",
    before: "Quake(from: \"shock\", intensity: 8, magnitude: 6.5)",
    after: "Quake(from: \"shock\", intensity: 8)",
};

/// How an earthquake is asked for: by intensity, or by magnitude and distance.
pub(super) fn quake(s: &mut Shape<'_>, span: Span, ctx: &Ctx<'_>, out: &mut Findings) -> Quake {
    let intensity = s.opt("intensity", out, number(5.0, 10.0));
    let magnitude = s.opt("magnitude", out, number(MAGNITUDES.0, MAGNITUDES.1));
    let distance = s.opt("distance", out, number(DISTANCES_KM.0, DISTANCES_KM.1));
    let depth = s.opt("depth", out, number(DEPTHS_KM.0, DEPTHS_KM.1));
    let size = match (intensity, magnitude, distance) {
        (Some(degrees), None, None) => Size::Intensity(degrees),
        (None, Some(magnitude), Some(distance_km)) => Size::Source { magnitude, distance_km, depth_km: depth.unwrap_or(DEPTH_KM) },
        _ => {
            let (zh, en) = ("地震有多大没有说清", "how large the earthquake is, is not clear");
            out.add(Finding::new(&QUAKE_SIZE, span, zh, en).help(
                "只写 intensity（这里的烈度），或者 magnitude 和 distance 两个都写",
                "write intensity alone, or both magnitude and distance",
            ));
            Size::default()
        }
    };
    let storeys = s.opt("of", out, whole(1, 60)).unwrap_or(1);
    let storey = s.opt("storey", out, whole(1, 60)).unwrap_or(1);
    Quake {
        size,
        warning: s.opt("warning", out, number(0.0, 120.0)),
        storey: storey as u32,
        storeys: storeys.max(storey) as u32,
        site: s.opt("site", out, word(SITES)).unwrap_or_default(),
        seconds: s.opt("seconds", out, number(5.0, 180.0)),
        jams: s.opt("jams", out, list(|n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.door(w, at, o)))).unwrap_or_default(),
    }
}
