//! What a condition means: its atoms, what they are compared with, and who answers them. Names are resolved; how a teacher writes one
//! (`told and paid > 0`, `visibility < 3`) is read in `read::condition`.
//!
//! Values are asked through one seam, [`Facts`], so that play answers hazards from the model and the explorer answers them both ways.

use super::model::{DoorId, NodeId, PropId, RoomId, VarId, VariantId};

/// What is measured: the air where the student stands, and how many of the crowd are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Lower edge of the smoke, m above the floor.
    Layer,
    /// How far one sees, m.
    Visibility,
    /// Extinction at the head, 1/m.
    Smoke,
    /// Temperature at the head, ℃.
    Temp,
    /// Intensity of shaking, degrees.
    Shaking,
    /// Toxic dose, FED.
    Dose,
    /// Heat dose, FED.
    Heat,
    /// How badly the student was hit: 0 not, 1 a bruise, 2 a wound, 3 pinned.
    Hurt,
    /// People of the crowd who are safe.
    Saved,
    /// People of the crowd who are not safe yet and on their feet or asleep.
    Waiting,
    /// People of the crowd who have collapsed.
    Fallen,
}

/// The word for each measure.
pub(super) const MEASURES: &[(&str, Measure)] = &[
    ("layer", Measure::Layer),
    ("visibility", Measure::Visibility),
    ("smoke", Measure::Smoke),
    ("temp", Measure::Temp),
    ("shaking", Measure::Shaking),
    ("dose", Measure::Dose),
    ("heat", Measure::Heat),
    ("hurt", Measure::Hurt),
    ("saved", Measure::Saved),
    ("waiting", Measure::Waiting),
    ("fallen", Measure::Fallen),
];

/// Words with a meaning of their own in conditions, which no variable or variant may be called.
pub(super) fn reserved() -> impl Iterator<Item = &'static str> {
    MEASURES.iter().map(|(w, _)| *w).chain(["seen", "chose", "in", "fell", "jammed", "crouching", "trapped", "and", "or", "not", "is"])
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Compare {
    Less,
    LessEqual,
    More,
    MoreEqual,
    Equal,
    NotEqual,
}

impl Compare {
    /// Compares two numbers.
    pub fn holds<T: PartialOrd>(self, a: T, b: T) -> bool {
        match self {
            Self::Less => a < b,
            Self::LessEqual => a <= b,
            Self::More => a > b,
            Self::MoreEqual => a >= b,
            Self::Equal => a == b,
            Self::NotEqual => a != b,
        }
    }
}

/// A condition with its names resolved.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Condition {
    #[default]
    Always,
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Not(Box<Condition>),
    Var(VarId, Compare, i32),
    Variant(VariantId, usize),
    Chose(NodeId, usize),
    Seen(NodeId),
    Hazard(Measure, Compare, f64),
    /// The air of a room, wherever the student is, [`STANDING`] above its floor: layer, visibility, smoke or temperature.
    HazardIn(RoomId, Measure, Compare, f64),
    Crouching,
    /// No way out that could be gone, even crawling.
    Trapped,
    In(RoomId),
    Happened(Happening),
}

/// Something that physics does, once and for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// A thing has come down.
    Fell(PropId),
    /// A door's frame holds its leaf.
    Jammed(DoorId),
}

/// Height at which the air of a named room is looked at, m: the head of somebody who stands there.
pub const STANDING: f64 = 1.6;

/// Answers the atoms of a condition.
pub trait Facts {
    /// Value of a variable.
    fn var(&self, var: VarId) -> i32;
    /// Which value a variant drew.
    fn variant(&self, variant: VariantId) -> usize;
    /// Whether a choice was ever made.
    fn chose(&self, node: NodeId, choice: usize) -> bool;
    /// Whether a node was ever entered.
    fn seen(&self, node: NodeId) -> bool;
    /// Whether a hazard measure compares so.
    fn hazard(&self, measure: Measure, compare: Compare, value: f64) -> bool;
    /// Whether a measure of a room's air compares so at [`STANDING`].
    fn hazard_in(&self, room: RoomId, measure: Measure, compare: Compare, value: f64) -> bool;
    /// Whether the student crouches or crawls.
    fn crouching(&self) -> bool;
    /// Whether no way out is left to the student, even crawling.
    fn trapped(&self) -> bool;
    /// Whether the student is in a room.
    fn is_in(&self, room: RoomId) -> bool;
    /// Whether something has happened.
    fn happened(&self, what: Happening) -> bool;
}

impl Condition {
    /// Gas or heat has overcome the student: a dose of 1.
    pub(super) fn overcome() -> Self {
        let whole = |measure| Box::new(Self::Hazard(measure, Compare::MoreEqual, 1.0));
        Self::Or(whole(Measure::Dose), whole(Measure::Heat))
    }

    /// Whether it holds.
    pub fn holds(&self, facts: &impl Facts) -> bool {
        match self {
            Self::Always => true,
            Self::And(a, b) => a.holds(facts) && b.holds(facts),
            Self::Or(a, b) => a.holds(facts) || b.holds(facts),
            Self::Not(a) => !a.holds(facts),
            Self::Var(v, c, n) => c.holds(facts.var(*v), *n),
            Self::Variant(v, n) => facts.variant(*v) == *n,
            Self::Chose(n, c) => facts.chose(*n, *c),
            Self::Seen(n) => facts.seen(*n),
            Self::Hazard(m, c, x) => facts.hazard(*m, *c, *x),
            Self::HazardIn(r, m, c, x) => facts.hazard_in(*r, *m, *c, *x),
            Self::Crouching => facts.crouching(),
            Self::Trapped => facts.trapped(),
            Self::In(r) => facts.is_in(*r),
            Self::Happened(what) => facts.happened(*what),
        }
    }

    /// Whether it holds when only some atoms are known: `None` = may be either.
    pub fn decide(&self, known: &impl Fn(&Condition) -> Option<bool>) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::And(a, b) => match (a.decide(known), b.decide(known)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            },
            Self::Or(a, b) => match (a.decide(known), b.decide(known)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            },
            Self::Not(a) => a.decide(known).map(|x| !x),
            atom => known(atom),
        }
    }

    /// Calls `f` on every atom.
    pub fn atoms(&self, f: &mut impl FnMut(&Condition)) {
        match self {
            Self::And(a, b) | Self::Or(a, b) => {
                a.atoms(f);
                b.atoms(f);
            }
            Self::Not(a) => a.atoms(f),
            _ => f(self),
        }
    }
}
