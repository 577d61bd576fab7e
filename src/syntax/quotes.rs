//! Where a text ends when one of its quotes is missing.
//!
//! A text nearly always ends on the line where it begins, so a line with an odd number of quotes has a slip in it, and
//! the punctuation around each quote tells which: a text begins after `:` `,` or an open bracket and ends before `,` or a
//! closing one. What is valid RON is never called a slip, except a text over several lines whose first line reads like
//! fields (`, grade: Good`).

/// A line longer than this is not looked at: no author writes it.
const LONGEST: usize = 4096;
/// A line with more quotes than this is not judged.
const MOST: usize = 200;

const OPENING: &[char] = &[':', ',', '(', '[', '{', '：', '，', '、', '（', '｛', '［', '【'];
const CLOSING: &[char] = &[',', ')', ']', '}', ':', '，', '、', '）', '｝', '］', '】', '：'];

/// The quotes of a stretch of one line, looked at once.
#[derive(Debug, Default)]
pub(super) struct Line {
    from: usize,
    end: usize,
    marks: Vec<usize>,
    looks: usize,
}

impl Line {
    /// Quotes from a place outside texts to the end of its line, escaped ones and those in a `//` comment left out.
    /// Empty where the line is too long to be looked at.
    pub(super) fn marks(&mut self, text: &str, from: usize) -> &[usize] {
        if from >= self.end || from < self.from {
            let end = text[from..].find('\n').map_or(text.len(), |n| from + n);
            *self = Self { from, end, marks: find_marks(text, from, end), looks: 0 };
        }
        let mut first = self.marks.partition_point(|m| *m < from);
        if first % 2 == 1 {
            // Quotes were not paired as they seemed to be: look again from here, but not for ever.
            self.looks += 1;
            self.from = from;
            self.marks = if self.looks > 8 { Vec::new() } else { find_marks(text, from, self.end) };
            first = 0;
        }
        &self.marks[first.min(self.marks.len())..]
    }
}

fn find_marks(text: &str, from: usize, end: usize) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    if end - from > LONGEST {
        return marks;
    }
    let mut at = from;
    while at < end {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => marks.push(at),
            b'/' if marks.len().is_multiple_of(2) && bytes.get(at + 1) == Some(&b'/') && (at == 0 || bytes[at - 1] != b':') => break,
            _ => {}
        }
        at += 1;
    }
    marks
}

/// Whether what stands before a quote lets a text begin there.
fn opens_well(text: &str, mark: usize) -> bool {
    let before = text[..mark].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n') || before.ends_with(OPENING)
}

/// Whether what stands after a quote lets a text end there.
pub(super) fn closes_well(text: &str, mark: usize) -> bool {
    let after = text[mark + 1..].trim_start_matches([' ', '\t', '\r']);
    after.is_empty() || after.starts_with('\n') || after.starts_with(CLOSING) || after.starts_with("//") || after.starts_with("/*")
}

/// Whether quotes pair up as whole texts.
fn pair_up(text: &str, marks: &[usize]) -> bool {
    marks.chunks_exact(2).all(|pair| opens_well(text, pair[0]) && closes_well(text, pair[1]))
}

/// What becomes of the text that begins at a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It ends at its next quote, on this line or a later one.
    Sound,
    /// It ends at `last`, and has quotes of its own in it, the first at `inner`.
    Quoting { inner: usize, last: usize },
    /// Its closing quote is missing; it seems to end before this byte.
    Open(usize),
    /// It is no beginning at all: a closing quote whose opening one is missing.
    Stray,
}

/// Judges the text that begins at `marks[0]`. `is_value`: it stands after a colon, so it can't be a name.
pub(super) fn judge(text: &str, start: usize, marks: &[usize], is_value: bool) -> Verdict {
    if marks.first() != Some(&start) || marks.len() > MOST {
        return Verdict::Sound;
    }
    if marks.len().is_multiple_of(2) {
        return quoting(text, marks).unwrap_or(Verdict::Sound);
    }
    let (pairs, last) = (&marks[..marks.len() - 1], marks[marks.len() - 1]);
    let is_alone = pairs.is_empty();
    let is_later = pair_up(text, pairs) && opens_well(text, last) && !is_alone;
    if is_later || (is_alone && spans_lines(text, start)) {
        return Verdict::Sound;
    }
    // Which quote has lost its partner? The one that leaves the others in whole pairs.
    let lone = (0..marks.len()).step_by(2).find(|k| {
        let fits = opens_well(text, marks[*k]) || closes_well(text, marks[*k]);
        fits && pair_up(text, &marks[..*k]) && pair_up(text, &marks[*k + 1..])
    });
    match lone {
        Some(0) => {}
        None if is_alone => {}
        _ => return Verdict::Sound,
    }
    if opens_well(text, start) { Verdict::Open(end_of_open(text, marks, is_value)) } else { Verdict::Stray }
}

/// `"he said "hello" to me"`: the quotes inside are not escaped.
fn quoting(text: &str, marks: &[usize]) -> Option<Verdict> {
    let inner = marks[1];
    let next = text[inner + 1..].chars().next()?;
    if closes_well(text, inner) || next == '"' || next.is_whitespace() || (next.is_ascii() && !next.is_ascii_alphanumeric()) {
        return None;
    }
    for pair in marks[2..].chunks_exact(2) {
        if opens_well(text, pair[0]) {
            return None;
        }
        if closes_well(text, pair[1]) {
            return Some(Verdict::Quoting { inner, last: pair[1] });
        }
    }
    None
}

/// Whether the text that begins here is properly closed on a later line.
fn spans_lines(text: &str, start: usize) -> bool {
    let line_end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    if (start + 1..line_end).any(|at| begins_field(text, at)) {
        return false;
    }
    let bytes = text.as_bytes();
    let mut at = line_end;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => return closes_well(text, at),
            _ => {}
        }
        at += 1;
    }
    false
}

fn skip_blanks(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// Past the ASCII word at a place; the place itself where there is none.
fn skip_word(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_') {
        at += 1;
    }
    at
}

/// Whether `, field: value` begins here, as far as the value's first character tells.
fn begins_field(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[at] != b',' {
        return false;
    }
    let word = skip_blanks(bytes, at + 1);
    if !bytes.get(word).is_some_and(|b| b.is_ascii_lowercase() || *b == b'_') {
        return false;
    }
    let colon = skip_blanks(bytes, skip_word(bytes, word));
    if bytes.get(colon) != Some(&b':') {
        return false;
    }
    let value = skip_blanks(bytes, colon + 1);
    let starts = |word: &str| bytes[value..].starts_with(word.as_bytes());
    matches!(bytes.get(value), Some(b'"' | b'(' | b'[' | b'{' | b'0'..=b'9' | b'A'..=b'Z' | b'+' | b'-'))
        || starts("true")
        || starts("false")
}

/// Whether `), (` or `), Word(` begins here: the end of one entry and the beginning of the next.
fn begins_entry(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[at] != b')' {
        return false;
    }
    let mut comma = at;
    while matches!(bytes.get(comma), Some(b')' | b']' | b'}')) {
        comma += 1;
    }
    if bytes.get(comma) != Some(&b',') {
        return false;
    }
    let next = skip_blanks(bytes, comma + 1);
    let word = if bytes.get(next).is_some_and(u8::is_ascii_uppercase) { skip_word(bytes, next) } else { next };
    bytes.get(word) == Some(&b'(')
}

/// Where a text without closing quote seems to end: before the next field, entry or text of its line, or at the line's
/// end, and before the commas and closing brackets that stand there.
fn end_of_open(text: &str, marks: &[usize], is_value: bool) -> usize {
    let from = marks[0] + 1;
    let line_end = text[from..].find('\n').map_or(text.len(), |n| from + n);
    let mut limit = marks.get(1).copied().unwrap_or(line_end);
    if marks.len() == 1 {
        let comment = text[from..limit].match_indices("//").find(|(n, _)| text[from..from + n].ends_with([' ', '\t']));
        limit = comment.map_or(limit, |(n, _)| from + n);
    }
    if let (false, Some(end)) = (is_value, end_of_name(text, from)) {
        return end;
    }
    let next = (from..limit).find(|at| begins_field(text, *at) || begins_entry(text, *at));
    let mut end = next.unwrap_or(limit);
    if next.is_none() && marks.len() > 1 {
        end = from + before_next_text(&text[from..limit]).len();
    }
    let tail = &text[from..end];
    let words = tail.trim_end_matches([',', ')', ']', '}', ' ', '\t', '\r']);
    from + words.len() + own_brackets(words, &tail[words.len()..])
}

/// `"name: Kind(…`: the end of the name.
fn end_of_name(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = from;
    while bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')) {
        end += 1;
    }
    let stop = ['”', '＂'].iter().find(|c| text[end..].starts_with(**c)).map_or(end, |c| end + c.len_utf8());
    let colon = skip_blanks(bytes, stop);
    let is_name = end > from && bytes.get(colon) == Some(&b':') && matches!(bytes.get(colon + 1), Some(b' ' | b'\t'));
    is_name.then_some(stop)
}

/// What is left of `abc), Word(zh: ` when the beginning of the next text is taken off.
fn before_next_text(found: &str) -> &str {
    let blank = [' ', '\t'];
    let trimmed = found.trim_end_matches(blank);
    let unnamed = match trimmed.strip_suffix(':') {
        Some(rest) => rest.trim_end_matches(blank).trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_'),
        None => trimmed,
    };
    let unnamed = unnamed.trim_end_matches(blank);
    let open = ['(', '[', '{', ' ', '\t'];
    let mut rest = unnamed.trim_end_matches(open);
    if unnamed.ends_with('(') {
        let without_word = rest.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').trim_end_matches(blank);
        rest = if without_word.ends_with(',') { without_word } else { rest };
    }
    if rest.ends_with(',') { rest } else { found.trim_end_matches(open) }
}

/// How many bytes of the trailing marks belong to the words: `)` for each `(` that the words leave open.
fn own_brackets(words: &str, tail: &str) -> usize {
    let mut open = words.matches('(').count().saturating_sub(words.matches(')').count());
    let mut kept = 0;
    for (n, c) in tail.char_indices() {
        match c {
            ')' if open > 0 => {
                open -= 1;
                kept = n + 1;
            }
            ' ' => {}
            _ => break,
        }
    }
    kept
}

/// Whether a comma after these words may be one within a text.
fn reads_like_prose(words: &str) -> bool {
    words.trim_end().contains(' ') && !words.trim_end().ends_with([')', ']', '}'])
}

/// Whether `field:` stands at a place.
fn is_field_name(bytes: &[u8], at: usize) -> bool {
    let word = skip_blanks(bytes, at);
    let colon = skip_blanks(bytes, skip_word(bytes, word));
    bytes.get(word).is_some_and(|b| b.is_ascii_lowercase() || *b == b'_') && bytes.get(colon) == Some(&b':')
}

/// Whether a value that does not begin with a quote ends with one: `zh: 你好", en: "hello"`. The place of that quote.
pub(super) fn unopened(text: &str, start: usize, marks: &[usize]) -> Option<usize> {
    let end = *marks.first()?;
    if marks.len().is_multiple_of(2)
        || marks.len() > MOST
        || opens_well(text, end)
        || !closes_well(text, end)
        || !pair_up(text, &marks[1..])
    {
        return None;
    }
    let found = &text[start..end];
    let is_wide = found.starts_with(['“', '”', '＂']) && !found.chars().skip(1).any(|c| c == '”');
    let bytes = found.as_bytes();
    let word = skip_word(bytes, 0);
    let is_call = bytes.get(word) == Some(&b'(') && word > 0;
    let has_field = (0..bytes.len()).any(|at| match bytes[at] {
        b',' => begins_field(text, start + at) || (is_field_name(bytes, at + 1) && !reads_like_prose(&found[..at])),
        b'(' | b'[' | b'{' => is_field_name(bytes, at + 1),
        _ => at == 0 && is_field_name(bytes, 0),
    });
    (!is_wide && !is_call && !has_field).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::{Line, Verdict, judge};

    fn verdict(text: &str) -> Verdict {
        let start = text.find('"').unwrap_or(0);
        let mut line = Line::default();
        judge(text, start, line.marks(text, start), text[..start].ends_with(": "))
    }

    fn open_text(text: &str) -> &str {
        match verdict(text) {
            Verdict::Open(end) => &text[text.find('"').unwrap_or(0) + 1..end],
            other => panic!("{text} is {other:?}"),
        }
    }

    #[test]
    fn a_text_without_closing_quote_ends_before_what_follows_it() {
        assert_eq!(open_text("zh: \"abc, en: \"def\"),"), "abc");
        assert_eq!(open_text("zh: \"abc),\n next: \"def\""), "abc");
        assert_eq!(open_text("zh: \"a (b)),\n"), "a (b)");
        assert_eq!(open_text("go: \"next), // a note\n"), "next");
        assert_eq!(open_text("[\"a, \"b\"]"), "a");
        assert_eq!(open_text("{ \"decide: Choose(ask: (zh: \"你\", en: \"you\"),"), "decide");
        assert_eq!(open_text("cues: [Play(\"whoosh), Stop(\"snore\")]"), "whoosh");
        assert_eq!(open_text("[(zh: \"换渠道), (zh: \"守住钱\", en: \"b\")]"), "换渠道");
    }

    #[test]
    fn what_ron_allows_is_sound() {
        for text in
            ["zh: \"abc\", en: \"def\"),", "zh: \"第一行\n第二行\",", "\"\"", "[\"a\", \"b\"] // say \"hi", "zh: \"say \\\"hi\\\"\","]
        {
            assert_eq!(verdict(text), Verdict::Sound, "{text}");
        }
    }

    #[test]
    fn quotes_within_a_text_are_told_from_its_end() {
        let text = "zh: \"他说\"你好\"，走了\", en: \"x\"";
        assert!(matches!(verdict(text), Verdict::Quoting { last, .. } if &text[last..] == "\", en: \"x\""));
    }
}
