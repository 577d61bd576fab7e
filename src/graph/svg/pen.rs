//! Writes SVG: elements with whole numbers, and every word made safe for XML on its way out.

use std::fmt::{Arguments, Write as _};

use super::super::measure::Letters;
use super::super::sheet::Frame;
use super::ink::Stroke;

/// Where a line of words is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    Left,
    Middle,
    Right,
}

/// What is written so far.
#[derive(Debug, Default)]
pub struct Pen {
    out: String,
}

/// To the nearest whole unit: a tenth of a millimetre.
pub fn n(x: f64) -> i64 {
    x.round() as i64
}

/// Words as XML holds them. Characters that XML cannot hold are replaced.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

impl Pen {
    /// What was written.
    pub fn done(self) -> String {
        self.out
    }

    /// A line as it is.
    pub fn put(&mut self, line: Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(line);
        self.out.push('\n');
    }

    /// A line of words; `y` is the line they stand on.
    pub fn text(&mut self, (x, y): (f64, f64), letters: Letters, color: &str, hold: Hold, words: &str) {
        if words.is_empty() {
            return;
        }
        let weight = if letters.bold { " font-weight=\"700\"" } else { "" };
        let anchor = match hold {
            Hold::Left => "",
            Hold::Middle => " text-anchor=\"middle\"",
            Hold::Right => " text-anchor=\"end\"",
        };
        let (x, y, size) = (n(x), n(y), letters.size);
        self.put(format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{color}\"{weight}{anchor}>{}</text>", escape(words)));
    }

    /// A rectangle with round corners.
    pub fn rect(&mut self, f: Frame, radius: f64, fill: &str, edge: Option<Stroke>) {
        let edge = edge.map(stroke).unwrap_or_default();
        let (x, y, width, height, radius) = (n(f.x), n(f.y), n(f.width), n(f.height), n(radius));
        self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{fill}\"{edge}/>"));
    }

    /// A path, filled, drawn, or both.
    pub fn path(&mut self, d: &str, fill: &str, edge: Option<Stroke>) {
        let edge = edge.map(stroke).unwrap_or_default();
        self.put(format_args!("<path d=\"{d}\" fill=\"{fill}\"{edge}/>"));
    }

    /// What is shown when someone points at what follows in the same group.
    pub fn title(&mut self, words: &str) {
        if !words.is_empty() {
            self.put(format_args!("<title>{}</title>", escape(words)));
        }
    }
}

/// A stroke's attributes.
fn stroke(s: Stroke) -> String {
    let dash = if s.dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", s.dash) };
    // Tenths of a unit are enough for a width.
    let width = (s.width * 10.0).round() / 10.0;
    format!(" stroke=\"{}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dash}", s.color)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_break_out_of_their_element() {
        assert_eq!(escape("</text><script>\"a\" & 'b'"), "&lt;/text&gt;&lt;script&gt;&quot;a&quot; &amp; 'b'");
        assert_eq!(escape("a\u{0}b\u{1b}c\nd\u{ffff}"), "a\u{fffd}b\u{fffd}c\nd\u{fffd}");
    }
}
