//! What is written or drawn on a sign.
//!
//! Prop builders ask the book ([`super::SignBook`]) for UVs while they build; the atlas is painted once, when the
//! place is complete.

/// What is painted besides the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignArt {
    /// Words on paper, with a thin frame in the accent colour when the accent differs from the paper.
    Plain,
    /// 安全出口 with the running man, no arrow.
    Exit,
    /// The running man and an arrow to the left.
    ExitLeft,
    /// The running man and an arrow to the right.
    ExitRight,
    /// Chalk on a board: uneven strokes.
    Chalk,
    /// A poster: a band of accent colour, a simple motif, heading and lines.
    Poster,
    /// A grid with short words: a class timetable.
    Timetable,
    /// A floor plan with a red dot and green arrows: the evacuation plan on a room door.
    EvacuationPlan,
    /// A photograph: two or three simple figures before a hill.
    Photo,
    /// A lit screen with a few bars and lines (laptop, KTV screen, projector).
    Screen,
}

/// One sign.
#[derive(Debug, Clone, PartialEq)]
pub struct SignSpec {
    /// First line is the heading.
    pub lines: Vec<String>,
    /// Width and height in metres; decides the aspect and the pixels it gets.
    pub size: (f32, f32),
    /// sRGB background.
    pub paper: u32,
    /// sRGB of the words.
    pub ink: u32,
    /// sRGB of bands, frames, arrows.
    pub accent: u32,
    /// What is painted besides the words.
    pub art: SignArt,
}

impl SignSpec {
    /// Words on a plain ground.
    pub fn words(lines: &[&str], size: (f32, f32), paper: u32, ink: u32) -> Self {
        Self { lines: lines.iter().map(|l| (*l).to_owned()).collect(), size, paper, ink, accent: paper, art: SignArt::Plain }
    }

    /// The same words with another picture and accent.
    pub fn art(mut self, art: SignArt, accent: u32) -> Self {
        self.art = art;
        self.accent = accent;
        self
    }
}
