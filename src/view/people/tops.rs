//! What is worn on the upper body: trunk and sleeves, cut from the body's rings by how thick and how long they are.

use bevy::math::Mat4;

use super::body::{FOREARM, bare_forearm, bare_upper_arm, forearm, jointed, trunk, upper_arm};
use super::dress::{Pieces, cloth};
use super::figure::{Joint, REFERENCE, Side};
use super::look::{Look, Top};
use super::shape::{LIMB_SIDES, Ring, TRUNK_SIDES, cut, loft, rounded, sample};
use crate::view::mesh::{Finish, MeshBuf};

/// Standing heights of the three joints of the trunk.
pub(super) const HIPS: f32 = 0.520 * REFERENCE;
pub(super) const SPINE: f32 = 0.575 * REFERENCE;
pub(super) const CHEST: f32 = 0.660 * REFERENCE;

/// How a top is cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pattern {
    /// How far it stands off the trunk, in metres.
    pub(super) pad: f32,
    /// The same for the sleeves.
    pub(super) sleeve: f32,
    /// Standing height of the lower edge; above the hips it is tucked into the trousers.
    pub(super) hem: f32,
    /// How much wider the lower edge is than the body.
    pub(super) flare: f32,
    /// Quilted: height of one puff, 0 = smooth.
    pub(super) puff: f32,
    /// Colour of the trunk.
    pub(super) rgb: u32,
    /// Colour of the sleeves.
    pub(super) sleeve_rgb: u32,
}

/// The cut of what somebody wears.
pub(super) fn pattern(look: &Look) -> Pattern {
    let plain = |pad: f32, sleeve: f32, hem: f32| Pattern {
        pad,
        sleeve,
        hem,
        flare: 0.003,
        puff: 0.0,
        rgb: look.top_rgb,
        sleeve_rgb: look.top_rgb,
    };
    match look.top {
        Top::Hoodie => plain(0.020, 0.013, 0.850),
        Top::Sportswear => plain(0.015, 0.011, 0.845),
        Top::DownJacket => Pattern { puff: 0.076, ..plain(0.034, 0.026, 0.815) },
        Top::Pyjamas => plain(0.018, 0.016, 0.825),
        Top::TShirt => plain(0.010, 0.014, 0.850),
        Top::Cardigan => plain(0.016, 0.011, 0.830),
        Top::PoliceShirt => plain(0.007, 0.010, 0.960),
        Top::FireSuit => plain(0.030, 0.022, 0.805),
        Top::WhiteCoat => Pattern { flare: 0.026, ..plain(0.018, 0.013, 0.705) },
        Top::Vest => Pattern { rgb: look.accent_rgb, sleeve_rgb: look.accent_rgb, ..plain(0.010, 0.011, 0.860) },
    }
}

/// Trunk rings of a top in standing coordinates.
pub(super) fn shell(look: &Look, pattern: &Pattern) -> Vec<Ring> {
    trunk(look, pattern.pad)
}

/// The same rings in the frame of a joint that is `height` above the ground.
pub(super) fn hung(rings: &[Ring], height: f32) -> Vec<Ring> {
    rings.iter().map(|r| r.raised(-height)).collect()
}

/// Sews the top.
pub(super) fn sew(pieces: &mut Pieces, look: &Look) {
    let pattern = pattern(look);
    let shell = shell(look, &pattern);
    let finish = cloth(pattern.rgb);
    if look.top != Top::Vest {
        // A vest hides the trunk of the pullover under it.
        if pattern.hem < HIPS {
            sew_skirt(pieces.of(Joint::Hips), &shell, &pattern, finish);
        }
        waist_and_chest(pieces, &shell, pattern.puff, finish);
    }
    for side in Side::BOTH {
        sleeve(pieces, look, side, &pattern);
    }
}

/// Standing height below which cloth hangs straight down.
const HANGS: f32 = 0.880;

/// How far two pieces of the trunk lie over each other, and how far the inner one is drawn in.
const LAP: f32 = 0.036;
const UNDER: f32 = 0.005;

/// The two upper pieces of the trunk, each drawn in where it meets the other.
pub(super) fn waist_and_chest(pieces: &mut Pieces, shell: &[Ring], puff: f32, finish: Finish) {
    let mut waist = vec![sample(shell, SPINE - LAP).tucked(UNDER)];
    waist.extend(quilted(cut(shell, SPINE, CHEST), puff));
    waist.push(sample(shell, CHEST + LAP).tucked(UNDER));
    loft(pieces.of(Joint::Spine), &hung(&waist, SPINE), TRUNK_SIDES, finish);
    let top = shell[shell.len() - 1].at.y;
    let mut chest = vec![sample(shell, CHEST - LAP).tucked(UNDER)];
    chest.extend(quilted(cut(shell, CHEST, top), puff));
    loft(pieces.of(Joint::Chest), &hung(&chest, CHEST), TRUNK_SIDES, finish);
}

/// The part of a top that hangs over the hips, in standing coordinates: below the widest place cloth hangs down
/// straight instead of following the body.
pub(super) fn skirt(shell: &[Ring], pattern: &Pattern) -> Vec<Ring> {
    let mut rings = vec![sample(shell, HANGS).grown(pattern.flare).raised(pattern.hem - HANGS)];
    rings.extend(cut(shell, HANGS, SPINE));
    rings
}

/// Sews a skirt on.
pub(super) fn sew_skirt(buf: &mut MeshBuf, shell: &[Ring], pattern: &Pattern, finish: Finish) {
    let outer = quilted(skirt(shell, pattern), pattern.puff);
    // Closed below, so that nobody who lies or climbs stairs is seen to be hollow.
    let mut rings = vec![outer[0].scaled(0.0).raised(0.030), outer[0].scaled(0.88).raised(0.012)];
    rings.extend(outer);
    rings.push(sample(shell, SPINE + LAP).tucked(UNDER));
    loft(buf, &hung(&rings, HIPS), TRUNK_SIDES, finish);
}

/// Rings that swell and sink once per puff; smooth tops stay as they are.
fn quilted(rings: Vec<Ring>, puff: f32) -> Vec<Ring> {
    if puff <= 0.0 {
        return rings;
    }
    let (low, high) = (rings[0].at.y, rings[rings.len() - 1].at.y);
    let half = puff * 0.5;
    let mut out = vec![rings[0]];
    let mut k = (low / half).floor() as i32 + 1;
    while (k as f32) * half < high {
        let swell = if k % 2 == 0 { -0.008 } else { 0.007 };
        out.push(sample(&rings, k as f32 * half).grown(swell));
        k += 1;
    }
    out.push(rings[rings.len() - 1]);
    out
}

/// The upper half of a sleeve. Its shoulder leans on the trunk, so that it does not stand up like a ball.
pub(super) fn upper_sleeve(look: &Look, side: Side, pattern: &Pattern) -> Vec<Ring> {
    let mut rings = upper_arm(look, pattern.sleeve);
    let top = rings.len() - 1;
    rings[top] = rings[top].shift(-0.012 * side.sign(), -0.003).grown(-pattern.sleeve * 0.4);
    rings
}

/// One sleeve, or a short sleeve and a bare arm.
fn sleeve(pieces: &mut Pieces, look: &Look, side: Side, pattern: &Pattern) {
    let [upper, fore, _] = side.arm();
    let finish = cloth(pattern.sleeve_rgb);
    let rings = upper_sleeve(look, side, pattern);
    if look.top == Top::TShirt {
        let short = cut(&rings, -0.165, -0.015);
        let mut sleeve = vec![short[0].scaled(0.80).raised(0.010)];
        sleeve.extend(short);
        loft(pieces.of(upper), &rounded(&sleeve, 0.0, 0.026), LIMB_SIDES, finish);
        pieces.of(upper).append(&bare_upper_arm(look), Mat4::IDENTITY);
        pieces.of(fore).append(&bare_forearm(look), Mat4::IDENTITY);
        return;
    }
    let arm = quilted(rings, pattern.puff * 1.1);
    loft(pieces.of(upper), &rounded(&arm, 0.0, 0.026), LIMB_SIDES, finish);
    let lower = quilted(cut(&forearm(look, pattern.sleeve), -FOREARM + 0.012, 0.0), pattern.puff * 1.1);
    let mut cuff = vec![lower[0].scaled(0.78).raised(0.012)];
    cuff.extend(lower);
    loft(pieces.of(fore), &jointed(cuff, 0.034), LIMB_SIDES, finish);
}
