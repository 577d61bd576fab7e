//! How wide words are and where they break, in the type of the shipped font: Chinese breaks between any two characters,
//! but no line begins with a closing sign or ends with an opening one; Latin words stay whole.

use super::widths::{BOLD, FIRST, REGULAR, SIGNS};

/// A size and a weight of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Letters {
    pub size: f64,
    pub bold: bool,
}

/// Readers' own fonts differ a little from the shipped one: lines are filled so far.
const FILL: f64 = 0.97;
/// What may not begin a line.
const CLOSING: &str = "，。、；：？！”’）》】」』…—～%";
/// What may not end one.
const OPENING: &str = "“‘（《【「『";

impl Letters {
    /// Running words.
    pub(crate) const fn new(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Heavy ones.
    pub(crate) const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// How wide a text is on one line.
    pub(crate) fn width(self, text: &str) -> f64 {
        let thousandths: u32 = text.chars().map(|c| u32::from(self.advance(c))).sum();
        f64::from(thousandths) * self.size / 1000.0
    }

    fn advance(self, c: char) -> u16 {
        let table = if self.bold { &BOLD } else { &REGULAR };
        let place = u32::from(c).checked_sub(FIRST).and_then(|n| usize::try_from(n).ok());
        if let Some(wide) = place.and_then(|n| table.get(n)) {
            return *wide;
        }
        let sign = SIGNS.iter().find(|(s, _, _)| *s == c);
        sign.map_or(1000, |(_, regular, bold)| if self.bold { *bold } else { *regular })
    }

    /// The text in lines no wider than `max`, at most so many; what is cut off ends in `…`.
    pub(crate) fn wrap(self, text: &str, max: f64, most: usize) -> Vec<String> {
        let max = max * FILL;
        let mut lines: Vec<Vec<&str>> = Vec::new();
        let mut line: Vec<&str> = Vec::new();
        for piece in self.pieces(text, max) {
            let is_space = piece.trim().is_empty();
            if is_space && line.is_empty() {
                continue;
            }
            let used: f64 = line.iter().map(|p| self.width(p)).sum();
            if is_space || line.is_empty() || used + self.width(piece) <= max {
                line.push(piece);
                continue;
            }
            let next = carried(&mut line, piece);
            lines.push(std::mem::replace(&mut line, next));
            line.push(piece);
        }
        lines.push(line);
        let mut lines: Vec<String> = lines.iter().map(|l| l.concat().trim().to_owned()).filter(|l| !l.is_empty()).collect();
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.cut(last, max);
            }
        }
        lines
    }

    /// A text on one line, cut off where it is too wide.
    pub(crate) fn one_line(self, text: &str, max: f64) -> String {
        if self.width(text) <= max { text.to_owned() } else { self.cut(text, max) }
    }

    fn cut(self, text: &str, max: f64) -> String {
        let room = max - self.width("…");
        let mut used = 0.0;
        let mut kept = String::new();
        for c in text.chars() {
            used += f64::from(self.advance(c)) * self.size / 1000.0;
            if used > room {
                break;
            }
            kept.push(c);
        }
        format!("{}…", kept.trim_end())
    }

    /// What may not be parted: a wide character, a word, a space. A word wider than a line is taken apart.
    fn pieces(self, text: &str, max: f64) -> Vec<&str> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_word = |c: char| !c.is_whitespace() && self.advance(c) < 1000;
            let mut end = first.len_utf8();
            if is_word(first) {
                end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
                while self.width(&rest[..end]) > max && end > first.len_utf8() {
                    end -= rest[..end].chars().next_back().map_or(end, char::len_utf8);
                }
            }
            let (piece, after) = rest.split_at(end);
            pieces.push(piece);
            rest = after;
        }
        pieces
    }
}

/// What a full line must hand on to the next one: whatever may not stand at its end before `piece`.
fn carried<'t>(line: &mut Vec<&'t str>, piece: &str) -> Vec<&'t str> {
    let mut next = Vec::new();
    if CLOSING.contains(piece) {
        while line.len() > 1 {
            let Some(last) = line.pop() else { break };
            next.insert(0, last);
            if !CLOSING.contains(last) {
                break;
            }
        }
    }
    while line.len() > 1 && line.last().is_some_and(|p| OPENING.contains(p)) {
        next.extend(line.pop());
        next.rotate_right(1);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Letters = Letters::new(10.0);

    #[test]
    fn a_chinese_character_is_as_wide_as_high_and_a_letter_as_the_font_says() {
        assert_eq!(BODY.width("演练"), 20.0);
        assert_eq!(BODY.width("A"), 6.08);
        assert!(Letters::bold(10.0).width("A") > BODY.width("A"));
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "同学，县反诈中心。Please stop: no transfer, no screen sharing, no codes! 不放心就挂了，自己拨 96110。";
        for max in [40.0, 55.0, 90.0, 200.0] {
            for line in BODY.wrap(text, max, 99) {
                assert!(BODY.width(&line) <= max, "{line:?} at {max}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_in_breaking() {
        let text = "同学，县反诈中心。Stop: no transfer!";
        let all: String = BODY.wrap(text, 60.0, 99).concat();
        assert_eq!(all.replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn a_closing_sign_takes_the_character_before_it_to_the_next_line() {
        assert_eq!(BODY.wrap("一二三四，五", 42.0, 9), ["一二三", "四，五"]);
        assert_eq!(BODY.wrap("一二三（四五）", 42.0, 9), ["一二三", "（四五）"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_dots() {
        assert_eq!(BODY.wrap("一二三四五六七八", 42.0, 1), ["一二三…"]);
        assert_eq!(BODY.one_line("一二三四五", 40.0), "一二三…");
    }

    #[test]
    fn a_word_wider_than_the_line_is_taken_apart() {
        assert!(BODY.wrap(&"x".repeat(100), 50.0, 99).len() > 5);
        assert_eq!(BODY.wrap("", 50.0, 9), Vec::<String>::new());
    }
}
