//! Colours, marks and words that plan and curves share. Colour is never alone: lines of more harm are wider, every grade has its own
//! shape, and blue to red through yellow is told apart by colour-blind readers.

use super::shape::{Anchor, Colour, Pencil, Picture, Spot};
use super::{Debrief, says};
use crate::graph::Letters;
use crate::scenario::Grade;

/// Pictures are so wide.
pub const WIDE: f64 = 1_600.0;
/// White space around them.
pub const MARGIN: f64 = 44.0;

pub const GROUND: Colour = Colour::hex(0xFB_FAF6);
pub const WHITE: Colour = Colour::hex(0xFF_FFFF);
pub const INK: Colour = Colour::hex(0x1B_232B);
pub const MUTED: Colour = Colour::hex(0x4F_5A65);
pub const THIN: Colour = Colour::hex(0xC3_CBD2);
/// Where the student was.
pub const YOU: Colour = Colour::hex(0x0B_4F8A);
/// The room that is told of.
pub const ROOM: Colour = Colour::hex(0xC2_410C);
pub const HEAD: Colour = Colour::hex(0x0F_766E);
pub const FIRE: Colour = Colour::hex(0xD9_480F);
pub const DOOR: Colour = Colour::hex(0x8A_5A2B);
pub const OPEN_DOOR: Colour = Colour::hex(0xB4_5309);
pub const SHUT_DOOR: Colour = Colour::hex(0x1A_7040);
/// What came down, and what of it hit the student.
pub const PIECE: Colour = Colour::hex(0x6B_4423);
pub const STRUCK: Colour = Colour::hex(0xB3_261E);
/// The others: safe, on their way, down.
pub const SAFE: Colour = Colour::hex(0x1A_7040);
pub const WAITING: Colour = Colour::hex(0x8A_5800);
pub const DOWN: Colour = Colour::hex(0xB3_261E);
pub const SMOKE: Colour = Colour::hex(0x2B_2A28);

pub const TITLE: Letters = Letters::bold(44.0);
pub const BODY: Letters = Letters::new(26.0);
pub const STRONG: Letters = Letters::bold(26.0);
pub const SMALL: Letters = Letters::new(22.0);
pub const SMALL_STRONG: Letters = Letters::bold(22.0);

/// Colour and width of a way, from clean to deadly.
pub const WAYS: [(Colour, f64); 5] = [
    (Colour::hex(0x2C_7BB6), 9.0),
    (Colour::hex(0x8F_CBE3), 10.0),
    (Colour::hex(0xFD_CF4A), 11.5),
    (Colour::hex(0xF4_6D43), 13.5),
    (Colour::hex(0xA5_0026), 16.0),
];

/// By what a way is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Dose a minute.
    Rate,
    /// How far one saw.
    Sight,
    /// By nothing: there was no smoke worth telling.
    Plain,
}

/// A dose a minute below this is none.
const NOTHING: f64 = 5e-4;

impl Scale {
    /// By dose, where there was any; else by sight, where there was smoke.
    pub fn of(debrief: &Debrief) -> Self {
        match debrief.tells_smoke() {
            true if debrief.trace.worst_rate() >= NOTHING => Self::Rate,
            true => Self::Sight,
            false => Self::Plain,
        }
    }

    /// Which of [`WAYS`].
    pub fn class(self, rate: f64, visibility: f64) -> usize {
        match self {
            Self::Rate => [NOTHING, 0.01, 0.05, 0.2].iter().filter(|limit| rate >= **limit).count(),
            Self::Plain => 0,
            Self::Sight => [29.0, 10.0, 5.0, 3.0].iter().filter(|limit| visibility < **limit).count(),
        }
    }

    /// The words of a class and of the scale; none where there is nothing to explain.
    pub fn keys(self) -> Option<(&'static str, [&'static str; 5])> {
        Some(match self {
            Self::Plain => return None,
            Self::Rate => ("report-legend-rate", ["report-rate-0", "report-rate-1", "report-rate-2", "report-rate-3", "report-rate-4"]),
            Self::Sight => {
                ("report-legend-sight", ["report-sight-0", "report-sight-1", "report-sight-2", "report-sight-3", "report-sight-4"])
            }
        })
    }
}

/// The colour of a grade on white paper, as on the map of a drill.
pub fn grade(grade: Grade) -> Colour {
    match grade {
        Grade::Good => Colour::hex(0x1A_7040),
        Grade::Poor => Colour::hex(0x8A_5800),
        Grade::Critical => Colour::hex(0xB3_261E),
    }
}

/// The words of a grade.
pub fn grade_key(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "grade-good",
        Grade::Poor => "grade-poor",
        Grade::Critical => "grade-critical",
    }
}

/// A numbered choice: a disc, a square or a diamond by its grade.
pub fn choice(p: &mut Picture, (x, y): Spot, of: Grade, number: &str) {
    const R: f64 = 19.0;
    let edge = Some(Pencil::solid(WHITE, 3.0));
    match of {
        Grade::Good => p.circle((x, y), R, grade(of), edge),
        Grade::Poor => p.rect((x - R + 2.0, y - R + 2.0), (x + R - 2.0, y + R - 2.0), grade(of), edge),
        Grade::Critical => {
            let r = R + 6.0;
            p.area(vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], grade(of), edge);
        }
    }
    p.text((x, y + 8.0), SMALL_STRONG, WHITE, Anchor::Middle, number);
}

/// A flame, 44 high, standing on a point.
pub fn flame(p: &mut Picture, (x, y): Spot) {
    p.circle((x, y - 18.0), 27.0, WHITE.faint(220), None);
    let half = |s: f64, c: Colour, p: &mut Picture| {
        let at = |dx: f64, dy: f64| (x + dx * s, y + dy * s);
        let foot = |n: i32| {
            let turn = f64::from(n) * std::f64::consts::PI / 8.0;
            at(15.0 * libm::cos(turn), -14.0 + 14.0 * libm::sin(turn))
        };
        let mut points = vec![at(0.0, -44.0), at(9.0, -30.0)];
        points.extend((0..=8).map(foot));
        points.push(at(-9.0, -30.0));
        p.area(points, c, None);
    };
    half(1.0, FIRE, p);
    half(0.55, Colour::hex(0xFF_C94D), p);
}

/// Title and, below it, whom and what it is about.
pub fn title(p: &mut Picture, words: &str, aside: &str) {
    p.text((MARGIN, 66.0), TITLE, INK, Anchor::Start, words);
    let begin = MARGIN + TITLE.width(words) + 28.0;
    let room = WIDE - MARGIN - begin;
    p.text((begin, 66.0), BODY, MUTED, Anchor::Start, &BODY.one_line(aside, room));
}

/// A moment for an axis.
pub fn clock(seconds: f64) -> String {
    says::when(seconds)
}
