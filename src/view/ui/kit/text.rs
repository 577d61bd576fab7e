//! Words on the screen: one line, many lines, or as large as fits; all of them are noted down.

use std::borrow::Cow;
use std::sync::Arc;

use bevy_egui::egui::text::{Galley, LayoutJob, TextFormat};
use bevy_egui::egui::{Align, Align2, FontFamily, FontId, Painter, Pos2, Rect, Ui, Vec2, pos2};

use super::Kit;
use super::wrap::wrap;
use crate::diag::Lang;
use crate::view::ui::theme::{Ink, bold_family};

/// How small words may become to fit, as a share of their size.
const SMALLEST: f32 = 0.6;

/// The shipped font draws “ ” ‘ ’ as wide as a Chinese character. In English they are set with the narrow marks.
fn typeset(text: &str, lang: Lang) -> Cow<'_, str> {
    if lang == Lang::Zh || !text.contains(['“', '”', '‘', '’']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(['“', '”'], "\"").replace(['‘', '’'], "'"))
}

impl Kit {
    /// The font of an ink, whole points high so that few sizes of each character are kept.
    pub fn font(&self, ink: Ink) -> FontId {
        let family = if ink.bold { bold_family() } else { FontFamily::Proportional };
        FontId::new(self.tx(ink.size).round().max(6.0), family)
    }

    /// How high one line is.
    pub fn line_height(&self, ui: &Ui, ink: Ink) -> f32 {
        let font = self.font(ink);
        ui.painter().fonts_mut(|fonts| fonts.row_height(&font))
    }

    /// How much room words take that may be `width` wide.
    pub fn measure(&self, ui: &Ui, width: f32, text: &str, ink: Ink) -> Vec2 {
        self.layout(ui.painter(), text, ink, width, Align::Min).size()
    }

    /// One line of words, placed by `anchor` at `at`.
    pub fn text(&mut self, ui: &Ui, at: Pos2, anchor: Align2, text: &str, ink: Ink) -> Rect {
        let galley = self.layout(ui.painter(), text, ink, f32::INFINITY, Align::Min);
        let rect = anchor.anchor_size(at, galley.size());
        self.put(ui, rect.min, text, galley, ink)
    }

    /// Lines of words from `at`, their left top corner.
    pub fn wrapped(&mut self, ui: &Ui, at: Pos2, width: f32, text: &str, ink: Ink) -> Rect {
        let galley = self.layout(ui.painter(), text, ink, width, Align::Min);
        self.put(ui, at, text, galley, ink)
    }

    /// Lines of words around a middle line, from `top` down.
    pub fn centered(&mut self, ui: &Ui, top: Pos2, width: f32, text: &str, ink: Ink) -> Rect {
        let galley = self.layout(ui.painter(), text, ink, width, Align::Center);
        self.put(ui, top, text, galley, ink)
    }

    /// Words inside a rectangle; they become smaller and break into lines until they fit.
    pub fn fit(&mut self, ui: &Ui, rect: Rect, align: Align2, text: &str, ink: Ink) -> Rect {
        let mut share = 1.0;
        let (galley, ink) = loop {
            let ink = Ink { size: ink.size * share, ..ink };
            let galley = self.layout(ui.painter(), text, ink, rect.width(), align.x());
            let size = galley.size();
            if share <= SMALLEST || (size.y <= rect.height() + 1.0 && size.x <= rect.width() + 1.0) {
                break (galley, ink);
            }
            share -= 0.05;
        };
        let top = align.y().align_size_within_range(galley.size().y, rect.y_range()).min;
        let at = pos2(align.pos_in_rect(&rect).x, top);
        self.put(ui, at, text, galley, ink)
    }

    /// As [`Kit::fit`], for a number that counts: a digit drawn for the first time would be missing for a frame, so all are made ready.
    pub fn counting(&mut self, ui: &Ui, rect: Rect, align: Align2, text: &str, ink: Ink) -> Rect {
        self.measure(ui, f32::INFINITY, "0123456789:", ink);
        self.fit(ui, rect, align, text, ink)
    }

    fn layout(&self, painter: &Painter, text: &str, ink: Ink, width: f32, halign: Align) -> Arc<Galley> {
        let (font, text) = (self.font(ink), &*typeset(text, self.lang));
        painter.fonts_mut(|fonts| {
            let broken = if width.is_finite() { wrap(text, width.max(1.0), |c| fonts.glyph_width(&font, c)) } else { text.to_owned() };
            let mut job = LayoutJob::single_section(broken, TextFormat::simple(font.clone(), ink.color));
            job.halign = halign;
            fonts.layout_job(job)
        })
    }

    fn put(&mut self, ui: &Ui, at: Pos2, text: &str, galley: Arc<Galley>, ink: Ink) -> Rect {
        if !text.is_empty() {
            self.out.texts.push(text.to_owned());
        }
        let rect = galley.rect.translate(at.to_vec2());
        ui.painter().galley(at, galley, ink.color);
        rect
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_narrow_quotes_and_chinese_its_own() {
        assert_eq!(typeset("“I don’t”", Lang::En), "\"I don't\"");
        assert_eq!(typeset("“你好”", Lang::Zh), "“你好”");
    }
}
