//! Colours and strokes of the printed map: the screen's palette, darkened until it stands on white paper. Colour is never
//! alone: every grade has its own badge and its own dash, so that a grey print and a colour-blind reader lose nothing.

use super::super::map::{Finish, Flag, Kind, Link, Why};
use crate::scenario::Grade;

/// Words.
pub const INK: &str = "#1B232B";
/// Words that matter less.
pub const MUTED: &str = "#4F5A65";
/// Thin lines.
pub const THIN: &str = "#C3CBD2";
/// The strip of an objective.
pub const GOAL: &str = "#26323D";
/// Behind the cards of a scene.
pub const PANEL: &str = "#F6F3EC";
pub const PANEL_EDGE: &str = "#D5CCB8";
pub const CLOCK: &str = "#1B6480";
pub const BRANCH: &str = "#5A4B86";
pub const PHONE: &str = "#2A7479";
pub const TRIGGER: &str = "#A8480F";
pub const ALERT: &str = "#B3261E";
/// A route that an exploration warns of.
pub const ROUTE: &str = "#FFD27A";
const GOOD: &str = "#1A7040";
const POOR: &str = "#8A5800";
const PLAIN: &str = "#68737E";
const BACK: &str = "#3E4A56";

/// The colour of a grade.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => GOOD,
        Grade::Poor => POOR,
        Grade::Critical => ALERT,
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub color: &'static str,
    pub width: f64,
    /// Lengths on and off; empty = solid.
    pub dash: &'static str,
}

impl Stroke {
    /// A solid line.
    pub const fn solid(color: &'static str, width: f64) -> Self {
        Self { color, width, dash: "" }
    }
}

/// The line of a grade: solid, dashed, long and short.
pub fn graded(of: Grade) -> Stroke {
    let (width, dash) = match of {
        Grade::Good => (5.0, ""),
        Grade::Poor => (4.5, "18 9"),
        Grade::Critical => (7.0, "26 7 5 7"),
    };
    Stroke { color: grade(of), width, dash }
}

/// The line of a clock: dotted.
pub const TIMED: Stroke = Stroke { color: CLOCK, width: 4.5, dash: "4 8" };
/// The line of a trigger.
pub const TRIGGERED: Stroke = Stroke { color: TRIGGER, width: 5.0, dash: "12 6" };
/// The line of a story that simply goes on.
pub const GOING: Stroke = Stroke::solid(PLAIN, 3.5);
/// The same, back to an earlier card.
pub const GOING_BACK: Stroke = Stroke { color: BACK, width: 3.5, dash: "9 5" };

/// What a link gains in width when everybody takes it.
const WIDEST: f64 = 18.0;

/// How a link is drawn: by its reason, as wide as the class that went there.
pub fn link(link: &Link, is_back: bool, runs: Option<u32>) -> Stroke {
    let mut stroke = match &link.why {
        Why::Choices { grade, .. } => graded(*grade),
        Why::Clock(_) => TIMED,
        Why::Trigger => TRIGGERED,
        Why::Goes | Why::When(_) | Why::Else if is_back => GOING_BACK,
        Why::Goes | Why::When(_) | Why::Else => GOING,
    };
    if let (Some(share), Some(runs)) = (link.share, runs) {
        stroke.width = 2.5 + WIDEST * f64::from(share.n) / f64::from(runs.max(share.n).max(1));
    }
    stroke
}

/// Head, edge and the edge's width of a card.
#[derive(Debug, Clone, Copy)]
pub struct Dress {
    pub head: &'static str,
    pub edge: &'static str,
    pub width: f64,
    /// Of the corners.
    pub radius: f64,
}

/// What a card looks like.
pub fn dress(kind: Kind) -> Dress {
    let (head, edge, width, radius) = match kind {
        Kind::Tell | Kind::Say | Kind::Wait => ("#ECEFF2", "#808B95", 2.5, 10.0),
        Kind::Call | Kind::Sms | Kind::Chat | Kind::Page => ("#DCEEEF", PHONE, 3.0, 26.0),
        Kind::Choose | Kind::Do => ("#DAE3EB", GOAL, 5.0, 10.0),
        Kind::Signs | Kind::Judge => ("#E7E0F3", GOAL, 5.0, 10.0),
        Kind::Branch => ("#F3F0FA", BRANCH, 3.0, 0.0),
        Kind::Trigger => ("#FBE3D2", TRIGGER, 4.0, 0.0),
        Kind::End(Finish::Pass) => ("#D5EDDD", GOOD, 5.0, 10.0),
        Kind::End(Finish::Open) => ("#E4E9EE", "#46525E", 5.0, 30.0),
        Kind::End(Finish::Fail) => ("#F5DAD6", ALERT, 6.0, 0.0),
    };
    Dress { head, edge, width, radius }
}

/// What a mark says, in both languages.
pub fn flag(flag: Flag) -> (&'static str, &'static str) {
    match flag {
        Flag::Unreachable => ("到不了", "never reached"),
        Flag::DeadEnd => ("走不到结局", "no way to an ending"),
        Flag::Unsafe => ("做了还能通过", "harm, and a pass"),
    }
}
