//! Breaks lines the Chinese way: anywhere between ideographs, but no comma begins a line and no bracket ends one.
//!
//! egui's own wrapping knows the Japanese marks only, so it would begin lines with `，`.

/// Marks that stay with what is before them.
const NOT_FIRST: &str = "，。、；：？！）》」』】〕〗〉”’…—·～％,.;:?!)]}%°";
/// Marks that stay with what comes after them.
const NOT_LAST: &str = "（《「『【〔〖〈“‘([{¥￥#";

/// The text with line breaks, so that no line is wider than `width`; `advance` is the width of one character.
pub(super) fn wrap(text: &str, width: f32, mut advance: impl FnMut(char) -> f32) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, paragraph) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        fill(paragraph, width, &mut advance, &mut out);
    }
    out
}

fn fill(paragraph: &str, width: f32, advance: &mut impl FnMut(char) -> f32, out: &mut String) {
    let mut used = 0.0;
    for piece in pieces(paragraph) {
        let bare: f32 = piece.trim_end().chars().map(&mut *advance).sum();
        let whole: f32 = piece.chars().map(&mut *advance).sum();
        if used > 0.0 && used + bare > width {
            while out.ends_with(' ') {
                out.pop();
            }
            out.push('\n');
            used = 0.0;
        }
        if bare > width {
            used = cut(piece, width, advance, out);
        } else {
            out.push_str(piece);
            used += whole;
        }
    }
}

/// A piece that is wider than a line is cut where it must be.
fn cut(piece: &str, width: f32, advance: &mut impl FnMut(char) -> f32, out: &mut String) -> f32 {
    let mut used = 0.0;
    for c in piece.chars() {
        let step = advance(c);
        if used > 0.0 && used + step > width {
            out.push('\n');
            used = 0.0;
        }
        out.push(c);
        used += step;
    }
    used
}

/// The parts of a paragraph that stay on one line.
fn pieces(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut chars = rest.char_indices().peekable();
        while let Some((_, c)) = chars.next() {
            let Some((at, next)) = chars.peek() else { break };
            if may_break(c, *next) {
                let (piece, after) = rest.split_at(*at);
                rest = after;
                return Some(piece);
            }
        }
        Some(std::mem::take(&mut rest))
    })
}

fn may_break(before: char, after: char) -> bool {
    if after.is_whitespace() || NOT_FIRST.contains(after) || NOT_LAST.contains(before) {
        return false;
    }
    before.is_whitespace() || is_wide(before) || is_wide(after)
}

/// Ideographs and full-width marks.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        wrap(text, width, |c| if is_wide(c) { 2.0 } else { 1.0 }).split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn no_line_begins_with_a_comma() {
        assert_eq!(lines("先报警，再逃生。", 6.0), ["先报", "警，再", "逃生。"]);
    }

    #[test]
    fn an_opening_bracket_goes_with_what_it_opens() {
        assert_eq!(lines("参见《消防法》", 6.0), ["参见", "《消防", "法》"]);
    }

    #[test]
    fn latin_words_stay_whole_and_lose_the_space_at_the_end_of_a_line() {
        assert_eq!(lines("Stay below the smoke", 10.0), ["Stay below", "the smoke"]);
        assert_eq!(lines("拨打12356热线", 7.0), ["拨打", "12356热", "线"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        assert_eq!(lines("aaaaaaa", 3.0), ["aaa", "aaa", "a"]);
    }

    #[test]
    fn line_breaks_of_the_text_are_kept() {
        assert_eq!(lines("一\n二", 10.0), ["一", "二"]);
    }
}
