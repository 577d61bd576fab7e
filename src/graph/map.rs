//! The map as plain data in one language: cards, the links between them, and what marks and records add to both.
//!
//! Where things go on paper is for `sheet` to say, how they look for `svg`, `dot` and `mermaid`.

use crate::diag::Lang;
use crate::scenario::Grade;

/// A whole map.
#[derive(Debug, Clone)]
pub struct Map {
    /// The language of every text in it.
    pub lang: Lang,
    /// The scenario's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// The beginning of the content's hash: which file this is the map of.
    pub hash: String,
    /// Percent needed to pass.
    pub pass: u32,
    /// What is drawn by the seed: `caller: telecom / courier`.
    pub draws: Vec<String>,
    /// Nodes in file order, then triggers.
    pub cards: Vec<Card>,
    /// Ways from card to card. A way back to the same card is no link: see [`Row::redo`] and [`Card::loops`].
    pub links: Vec<Link>,
    /// The card at which the story begins.
    pub start: usize,
    /// What an exploration found, a line each.
    pub remarks: Vec<String>,
    /// Runs whose choices are shown; `None` when no records were given.
    pub runs: Option<u32>,
}

/// What a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    #[default]
    Tell,
    Say,
    Call,
    Sms,
    Chat,
    Page,
    Choose,
    Do,
    Signs,
    Judge,
    Branch,
    Wait,
    End(Finish),
    Trigger,
}

impl Kind {
    /// Whether the student has to answer.
    pub fn is_asked(self) -> bool {
        matches!(self, Self::Choose | Self::Do | Self::Signs | Self::Judge)
    }
}

/// How an ending looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// Who ends here passes, or may.
    Pass,
    /// An exploration showed that it depends on the score.
    Open,
    /// Nobody who ends here passes.
    Fail,
}

/// Something an exploration found wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Nobody can get there.
    Unreachable,
    /// No ending can be reached any more.
    DeadEnd,
    /// Harm, and still a pass.
    Unsafe,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Share {
    pub n: u32,
    pub of: u32,
}

impl Share {
    /// To the nearest whole percent.
    pub fn percent(self) -> u32 {
        let of = u64::from(self.of.max(1));
        u32::try_from((u64::from(self.n) * 100 + of / 2) / of).unwrap_or(u32::MAX)
    }
}

/// What follows when the time is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// As if this row had been chosen.
    Row(usize),
    /// The story goes on at the card of this name.
    Card(String),
    /// The story simply goes on.
    On,
}

/// Time allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Seconds, in words.
    pub seconds: String,
    /// And then.
    pub then: Then,
}

/// A node, or a trigger.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// The node's name in the file.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The answer is given on the phone.
    pub on_phone: bool,
    /// Who speaks or calls.
    pub who: String,
    /// More about its size: how many lines, how many points.
    pub aside: String,
    /// The objective that is set here: a scene begins.
    pub goal: String,
    /// Its first words.
    pub text: String,
    /// What can be chosen.
    pub rows: Vec<Row>,
    /// Choices that found no room on the card.
    pub more_rows: usize,
    /// Time allowed.
    pub clock: Option<Clock>,
    /// Hazards that begin or end here.
    pub notes: Vec<String>,
    /// What is drawn by the seed decides here.
    pub draws: bool,
    /// Leads back to itself other than by a row.
    pub loops: bool,
    /// All its words, for whoever points at it.
    pub told: String,
    /// What an exploration found wrong.
    pub flags: Vec<Flag>,
    /// Answers without a fault, of all answers: marked and judged messages.
    pub right: Option<Share>,
}

/// A choice, as a row on its card.
#[derive(Debug, Clone)]
pub struct Row {
    /// The choice's name in the file.
    pub id: String,
    /// What it is called on the map: `A`, `B`, …
    pub letter: String,
    /// How good.
    pub grade: Grade,
    /// On the button.
    pub text: String,
    /// Offered only when.
    pub when: Option<String>,
    /// Points, all competencies together.
    pub points: i32,
    /// Decided again afterwards.
    pub redo: bool,
    /// What an exploration found wrong.
    pub flag: Option<Flag>,
    /// Who chose it at the first try.
    pub share: Option<Share>,
}

/// Why a link is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Why {
    Goes,
    Choices { grade: Grade, rows: Vec<usize> },
    When(String),
    Else,
    Clock(String),
    Trigger,
}

/// A way from one card to another.
#[derive(Debug, Clone)]
pub struct Link {
    /// From this card.
    pub from: usize,
    /// To this one.
    pub to: usize,
    /// Why.
    pub why: Why,
    /// Who went this way at the first try, of all who answered there.
    pub share: Option<Share>,
    /// Part of the route that an exploration warns of.
    pub on_route: bool,
}

impl Map {
    /// The name of a choice on the map, by its place in the list.
    pub fn letter(n: usize) -> String {
        u8::try_from(n).ok().filter(|n| *n < 26).map_or_else(|| (n + 1).to_string(), |n| char::from(b'A' + n).to_string())
    }

    /// One of two texts.
    pub(super) fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl Link {
    /// A link for a reason, as yet without marks.
    pub(super) fn new(from: usize, to: usize, why: Why) -> Self {
        Self { from, to, why, share: None, on_route: false }
    }
}
