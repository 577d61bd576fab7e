//! Paints one sign: its words, and the picture that its [`SignArt`] asks for.

mod board;
mod exit;
mod photo;
mod plan;
mod poster;

use super::canvas::Canvas;
use super::fonts::SignFonts;
use super::lettering::{Hand, Lettering};
use super::sign::{SignArt, SignSpec};
use exit::Way;

/// A sign while it is painted.
#[derive(Debug)]
struct Page<'a> {
    canvas: Canvas,
    spec: &'a SignSpec,
    fonts: &'a SignFonts,
}

/// The picture of a sign, `size` texels wide and high.
pub fn sign(spec: &SignSpec, size: (u32, u32), fonts: &SignFonts) -> Canvas {
    let mut page = Page { canvas: Canvas::new(size.0, size.1, spec.paper), spec, fonts };
    match spec.art {
        SignArt::Plain => plain(&mut page),
        SignArt::Exit => exit::paint(&mut page, None),
        SignArt::ExitLeft => exit::paint(&mut page, Some(Way::Left)),
        SignArt::ExitRight => exit::paint(&mut page, Some(Way::Right)),
        SignArt::Chalk => board::chalk(&mut page),
        SignArt::Poster => poster::paint(&mut page),
        SignArt::Timetable => board::timetable(&mut page),
        SignArt::EvacuationPlan => plan::paint(&mut page),
        SignArt::Photo => photo::paint(&mut page),
        SignArt::Screen => board::screen(&mut page),
    }
    page.canvas
}

fn plain(page: &mut Page<'_>) {
    let spec = page.spec;
    let margin = page.margin();
    let whole = page.canvas.area();
    let mut words = whole.inset(margin);
    if spec.accent != spec.paper {
        page.canvas.frame(whole.inset(margin * 0.45), (margin * 0.35).max(1.0), spec.accent);
        words = whole.inset(margin * 1.3);
    }
    page.letters(spec.ink).write(&mut page.canvas, words, &spec.lines);
}

impl<'a> Page<'a> {
    /// Printed letters of this colour.
    fn letters(&self, ink: u32) -> Lettering<'a> {
        Lettering { fonts: self.fonts, ink, hand: Hand::Printed }
    }

    /// The empty border, in texels.
    fn margin(&self) -> f32 {
        let whole = self.canvas.area();
        whole.w.min(whole.h) * 0.08
    }

    /// The first line, or these words where the sign has none.
    fn heading(&self, otherwise: &'a str) -> &'a str {
        self.spec.lines.first().map_or(otherwise, String::as_str)
    }

    /// All lines but the first.
    fn body(&self) -> &'a [String] {
        self.spec.lines.get(1..).unwrap_or_default()
    }
}
