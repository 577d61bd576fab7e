//! Trousers and shoes.

use std::f32::consts::FRAC_PI_2;

use bevy::math::{Mat4, Vec3};

use super::body::{SHIN, jointed, shin, thigh, trunk};
use super::dress::{Pieces, cloth, shade};
use super::figure::{Joint, Side};
use super::look::{Bottom, Look, Shoes};
use super::puppet::ANKLE;
use super::shape::{LIMB_SIDES, Ring, TRUNK_SIDES, band, closed, cut, loft, patch, ring, rounded};
use super::tops::{HIPS, hung, pattern};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// How far trousers stand off the thigh and the ankle.
fn pads(bottom: Bottom) -> (f32, f32) {
    match bottom {
        Bottom::Jeans => (0.008, 0.014),
        Bottom::Sports => (0.013, 0.012),
        Bottom::Trousers => (0.010, 0.020),
        Bottom::Pyjamas => (0.018, 0.026),
        Bottom::FireTrousers => (0.024, 0.028),
    }
}

/// Sews the trousers and makes the shoes.
pub(super) fn sew(pieces: &mut Pieces, look: &Look) {
    let finish = cloth(look.bottom_rgb);
    let (pad, _) = pads(look.bottom);
    // Only as high as it can be seen: a top that hangs over hides the rest.
    let hem = pattern(look).hem;
    let high = if hem < HIPS { (hem + 0.045).max(0.870) } else { 0.985 };
    let seat = hung(&cut(&trunk(look, pad * 0.7), 0.812, high), HIPS);
    loft(pieces.of(Joint::Hips), &rounded(&seat, 0.012, 0.0), TRUNK_SIDES, finish);
    for side in Side::BOTH {
        leg(pieces, look, side, finish);
        let [_, _, foot] = side.leg();
        shoe(pieces.of(foot), look);
    }
}

/// One trouser leg with what is sewn on it.
fn leg(pieces: &mut Pieces, look: &Look, side: Side, finish: Finish) {
    let [upper, lower, _] = side.leg();
    let (pad, ankle) = pads(look.bottom);
    let rings = thigh(look, side, pad);
    loft(pieces.of(upper), &rounded(&rings, 0.0, 0.05), LIMB_SIDES, finish);
    let mut calf: Vec<Ring> = shin(look, pad);
    calf[0] = calf[0].raised(-0.022).grown(ankle - pad + 0.004);
    calf[1] = calf[1].grown((ankle - pad) * 0.4);
    let mut tube = vec![calf[0].scaled(0.86).raised(0.015)];
    tube.extend(calf.iter().copied());
    loft(pieces.of(lower), &jointed(tube, 0.045), LIMB_SIDES, finish);
    let outside = if side == Side::Left { 0.0 } else { 2.0 * FRAC_PI_2 };
    match look.bottom {
        Bottom::Jeans => {
            let turned = Finish::new(shade(look.bottom_rgb, 1.35), Surface::Cloth);
            band(pieces.of(lower), &calf, (-SHIN - 0.022, -SHIN + 0.016), 0.003, turned);
        }
        Bottom::Sports => {
            let stripe = cloth(look.accent_rgb);
            patch(pieces.of(upper), &rings, (outside - 0.16, outside + 0.16), (-0.36, -0.01), 0.003, stripe);
            patch(pieces.of(lower), &calf, (outside - 0.20, outside + 0.20), (-SHIN, -0.02), 0.003, stripe);
        }
        Bottom::FireTrousers => {
            band(pieces.of(lower), &calf, (-0.215, -0.155), 0.003, cloth(look.accent_rgb));
            band(pieces.of(lower), &calf, (-0.197, -0.173), 0.005, Finish::new(0xE3E6E8, Surface::Metal));
        }
        Bottom::Trousers | Bottom::Pyjamas => {}
    }
}

/// A shoe: rings along the foot, laid down so that their Y becomes the way the toes point.
fn shoe(buf: &mut MeshBuf, look: &Look) {
    let upper = Finish::new(look.shoes_rgb, Surface::Leather);
    let sole = match look.shoes {
        Shoes::Trainers => 0xECEAE4,
        Shoes::Leather | Shoes::Boots => 0x1E1B1A,
        Shoes::Slippers => 0xD8D2C6,
    };
    let mut lying = MeshBuf::new();
    // (along, half width, half height, middle height)
    let mut rows = [
        (-0.060, 0.030, 0.030, 0.042),
        (-0.010, 0.038, 0.043, 0.051),
        (0.035, 0.040, 0.034, 0.043),
        (0.085, 0.045, 0.024, 0.033),
        (0.140, 0.039, 0.017, 0.027),
    ];
    if look.shoes == Shoes::Boots {
        rows = rows.map(|(y, w, h, m)| (y, w + 0.006, h + 0.006, m + 0.006));
    }
    let from = if look.shoes == Shoes::Slippers { 2 } else { 0 };
    let rings: Vec<Ring> = rows[from..].iter().map(|(y, w, h, m)| along(*y, *w, *h, *m).square(0.85)).collect();
    loft(&mut lying, &rounded(&rings, if from > 0 { 0.004 } else { 0.012 }, 0.018), LIMB_SIDES, upper);
    let base = [
        along(-0.066, 0.030, 0.012, 0.012),
        along(-0.030, 0.041, 0.012, 0.012),
        along(0.095, 0.050, 0.011, 0.011),
        along(0.158, 0.030, 0.010, 0.018),
    ];
    let base: Vec<Ring> = base.iter().map(|r| r.square(0.55)).collect();
    loft(&mut lying, &closed(&base), LIMB_SIDES, Finish::new(sole, Surface::Rubber));
    buf.append(&lying, Mat4::from_translation(Vec3::Y * -ANKLE) * Mat4::from_rotation_x(FRAC_PI_2));
    ankle(buf, look);
}

/// A ring of a shoe: `along` the foot, `middle` metres above the ground.
fn along(along: f32, width: f32, height: f32, middle: f32) -> Ring {
    ring(along, width, height).shift(0.0, -middle)
}

/// The sock, or the bare heel in a slipper.
fn ankle(buf: &mut MeshBuf, look: &Look) {
    let finish = if look.shoes == Shoes::Slippers {
        Finish::new(look.skin, Surface::Leather)
    } else {
        cloth(if look.shoes == Shoes::Trainers { 0xE8E4DC } else { 0x2A2B30 })
    };
    let rings = [ring(-0.060, 0.028, 0.040).shift(0.0, -0.014), ring(-0.020, 0.030, 0.036).shift(0.0, -0.006), ring(0.040, 0.028, 0.032)];
    loft(buf, &rounded(&rings, if look.shoes == Shoes::Slippers { 0.012 } else { 0.0 }, 0.0), 6, finish);
}
