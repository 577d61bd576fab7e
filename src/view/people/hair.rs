//! Eight ways to wear hair: a shell over the skull whose lower edge makes the style, and what is tied to it.

use std::f32::consts::{FRAC_PI_2, TAU};

use bevy::math::{Mat4, Quat, Vec3};

use super::head::skull;
use super::look::{Hair, Headgear, Look};
use super::noise::{mix, smooth};
use super::shape::{Ring, loft, ring, rounded, sample, skin};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Columns around the head and rows from the edge to the crown.
const AROUND: usize = 20;
const ROWS: usize = 5;

/// Height below which hair hangs straight: lying close it follows the skull to the nape, loose it falls from its widest.
const CLOSE: f32 = 0.030;
const LOOSE: f32 = 0.095;

/// The shape of a shell of hair.
#[derive(Debug, Clone, Copy)]
struct Cut {
    /// How thick it lies on the skull at the sides and on top.
    side: f32,
    top: f32,
    /// Height of the edge at angles from the middle of the face (degrees) to the middle of the back of the head.
    edge: &'static [(f32, f32)],
    /// How much the ends of the locks differ in height.
    locks: f32,
    /// How much further the edge comes down on the person's right than on the left.
    swept: f32,
    /// Height below which hair hangs straight instead of following the skull.
    hangs: f32,
}

/// What each style looks like.
fn cut(hair: Hair) -> Cut {
    let tied: &'static [(f32, f32)] =
        &[(0.0, 0.163), (28.0, 0.157), (46.0, 0.124), (62.0, 0.085), (80.0, 0.088), (110.0, 0.050), (180.0, 0.022)];
    match hair {
        Hair::Bob => Cut {
            side: 0.019,
            top: 0.016,
            edge: &[(0.0, 0.118), (40.0, 0.116), (50.0, 0.030), (58.0, -0.040), (110.0, -0.052), (180.0, -0.060)],
            locks: 0.006,
            swept: 0.0,
            hangs: LOOSE,
        },
        Hair::Ponytail => Cut { side: 0.009, top: 0.013, edge: tied, locks: 0.003, swept: 0.012, hangs: CLOSE },
        Hair::Bun => Cut { side: 0.008, top: 0.012, edge: tied, locks: 0.002, swept: 0.0, hangs: CLOSE },
        Hair::Short => Cut {
            side: 0.009,
            top: 0.024,
            edge: &[(0.0, 0.158), (38.0, 0.152), (55.0, 0.110), (72.0, 0.062), (88.0, 0.098), (125.0, 0.050), (180.0, 0.016)],
            locks: 0.006,
            swept: 0.014,
            hangs: CLOSE,
        },
        Hair::Fringe => Cut {
            side: 0.013,
            top: 0.021,
            edge: &[(0.0, 0.122), (42.0, 0.124), (58.0, 0.085), (72.0, 0.048), (90.0, 0.085), (125.0, 0.042), (180.0, 0.014)],
            locks: 0.008,
            swept: 0.010,
            hangs: CLOSE,
        },
        Hair::Buzz => Cut {
            side: 0.007,
            top: 0.009,
            edge: &[(0.0, 0.170), (40.0, 0.164), (58.0, 0.110), (72.0, 0.075), (92.0, 0.100), (130.0, 0.045), (180.0, 0.025)],
            locks: 0.0,
            swept: 0.0,
            hangs: CLOSE,
        },
        Hair::Long => Cut {
            side: 0.015,
            top: 0.014,
            edge: &[(0.0, 0.164), (24.0, 0.152), (44.0, 0.075), (56.0, -0.060), (80.0, -0.110), (180.0, -0.150)],
            locks: 0.006,
            swept: 0.006,
            hangs: LOOSE,
        },
        Hair::SidePart => Cut {
            side: 0.010,
            top: 0.022,
            edge: &[(0.0, 0.150), (40.0, 0.146), (56.0, 0.105), (72.0, 0.060), (90.0, 0.096), (125.0, 0.045), (180.0, 0.014)],
            locks: 0.004,
            swept: 0.020,
            hangs: CLOSE,
        },
    }
}

/// The hair of a person. Under a cap or a helmet only the shell is left, lying close.
pub(super) fn hair(look: &Look) -> MeshBuf {
    let finish = Finish::new(look.hair_rgb, Surface::Plain);
    let mut buf = MeshBuf::new();
    let mut shape = cut(look.hair);
    let covered = matches!(look.headgear, Headgear::PoliceCap | Headgear::Helmet);
    if covered {
        shape.top = 0.004;
        shape.side = shape.side.min(0.008);
    }
    shell(&mut buf, &shape, finish);
    match look.hair {
        Hair::Ponytail => ponytail(&mut buf, finish),
        Hair::Bun => bun(&mut buf, if covered { 0.045 } else { 0.150 }, finish),
        Hair::Bob | Hair::Short | Hair::Fringe | Hair::Buzz | Hair::Long | Hair::SidePart => {}
    }
    buf
}

/// Where the hair ends at an angle around the head.
fn edge(cut: &Cut, angle: f32, column: usize) -> f32 {
    let from_face = {
        let d = (angle - FRAC_PI_2).rem_euclid(TAU);
        d.min(TAU - d).to_degrees()
    };
    let mut y = cut.edge[cut.edge.len() - 1].1;
    for pair in cut.edge.windows(2) {
        if from_face <= pair[1].0 {
            let w = (from_face - pair[0].0) / (pair[1].0 - pair[0].0);
            y = mix(pair[0].1, pair[1].1, smooth(w.max(0.0)));
            break;
        }
    }
    let front = smooth(1.0 - from_face / 65.0);
    let lock = if column.is_multiple_of(2) { 1.0 } else { -0.4 };
    y + cut.locks * lock * mix(0.45, 1.0, front) + cut.swept * front * angle.cos() * 1.4
}

/// One point of the shell: `s` is 0 at the edge and 1 at the crown.
fn strand(skull: &[Ring], cut: &Cut, angle: f32, low: f32, s: f32) -> Vec3 {
    let crown = 0.237;
    let y = low + (crown - low) * (s * FRAC_PI_2).sin();
    let base = sample(skull, y.clamp(cut.hangs, crown - 0.004));
    let up = smooth((y - 0.10) / 0.10);
    let thick = mix(cut.side, cut.top, up);
    let hang = 1.0 - 0.10 * smooth((0.06 - y) / 0.20);
    let narrow = if s >= 1.0 { 0.0 } else { hang };
    let r = Ring { at: Vec3::new(0.0, y + thick * up, base.at.z), rx: (base.rx + thick) * narrow, rz: (base.rz + thick) * narrow, ..base };
    r.point(angle)
}

/// The shell over the skull, with a lip at its edge so that it looks thick.
fn shell(buf: &mut MeshBuf, cut: &Cut, finish: Finish) {
    let skull = skull();
    let angles: Vec<f32> = (0..=AROUND).map(|i| i as f32 / AROUND as f32 * TAU).collect();
    let lows: Vec<f32> = angles.iter().enumerate().map(|(i, a)| edge(cut, *a, i % AROUND)).collect();
    let mut grid: Vec<Vec<Vec3>> = Vec::new();
    if cut.hangs >= LOOSE {
        // Hair that hangs away from the head has an inner side, which ends inside the skull.
        let within = |low: f32, a: f32| sample(&skull, low.clamp(0.055, 0.19)).scaled(0.90).point(a);
        grid.push(angles.iter().zip(&lows).map(|(a, low)| within(*low, *a)).collect());
    }
    let lip = |a: f32, low: f32| {
        let outer = strand(&skull, cut, a, low, 0.0);
        let inner = if cut.hangs >= LOOSE { outer * 0.88 } else { sample(&skull, low).scaled(0.94).point(a) };
        Vec3::new(inner.x, outer.y + 0.003, inner.z)
    };
    grid.push(angles.iter().zip(&lows).map(|(a, low)| lip(*a, *low)).collect());
    for k in 0..=ROWS {
        let s = k as f32 / ROWS as f32;
        grid.push(angles.iter().zip(&lows).map(|(a, low)| strand(&skull, cut, *a, *low, s)).collect());
    }
    skin(buf, &grid, finish);
}

/// A tail from high behind the head, and the band that holds it.
fn ponytail(buf: &mut MeshBuf, finish: Finish) {
    let rings = [
        ring(-0.235, 0.006, 0.006).shift(0.0, -0.168),
        ring(-0.190, 0.022, 0.018).shift(0.0, -0.172),
        ring(-0.090, 0.036, 0.028).shift(0.0, -0.176),
        ring(-0.010, 0.034, 0.028).shift(0.0, -0.165),
        ring(0.035, 0.021, 0.020).shift(0.0, -0.143),
        ring(0.050, 0.014, 0.014).shift(0.0, -0.118),
    ];
    let rings = rings.map(|r| r.raised(0.085));
    loft(buf, &rounded(&rings, 0.006, 0.006), 8, finish);
    let mut band = MeshBuf::new();
    loft(
        &mut band,
        &rounded(&[ring(-0.008, 0.020, 0.020), ring(0.008, 0.020, 0.020)], 0.004, 0.004),
        8,
        Finish::new(0xB5545C, Surface::Cloth),
    );
    let tilt = Quat::from_rotation_x(-1.0);
    buf.append(&band, Mat4::from_rotation_translation(tilt, Vec3::new(0.0, 0.128, -0.126)));
}

/// A knot at the back of the head, at a height.
fn bun(buf: &mut MeshBuf, y: f32, finish: Finish) {
    buf.ellipsoid(Vec3::new(0.0, y, -0.128), Vec3::new(0.045, 0.042, 0.036), 10, finish);
}
