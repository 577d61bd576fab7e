//! Signs that a bracket is missing or too many: entries that do not belong where they stand.
//!
//! `"name": …` in a `( )` that itself stands in a table begins the table's next entry; `field: …` in a list or table begins
//! the next field of what is around it; a field at the margin of the line on which its bracket was opened is no longer in it.

use super::Span;
use super::brackets::{Mend, partner};
use super::lexer::Token;

/// Lines longer than this have no margin worth speaking of.
const LONGEST: usize = 4096;

/// A bracket that is open while the tokens are gone through.
struct Group {
    mark: char,
    at: usize,
    entries: usize,
    fields: usize,
}

struct Search<'a> {
    tokens: &'a [(Token, Span)],
    text: &'a str,
    /// The closing bracket that found no partner, if there is one.
    extra: Option<char>,
    groups: Vec<Group>,
    found: Vec<Mend>,
}

/// All signs between the outermost bracket that is wrongly open and the fault, in file order.
pub(super) fn find(tokens: &[(Token, Span)], text: &str, fault: usize, open: &[usize]) -> Vec<Mend> {
    let extra = match tokens.get(fault) {
        Some((Token::Close(c), _)) => Some(*c),
        _ => None,
    };
    let mark = |at: usize| if let Token::Open(c) = tokens[at].0 { c } else { '(' };
    let outer = extra.and_then(|c| open.iter().rposition(|o| partner(mark(*o)) == c));
    let kept = match (extra, outer) {
        (None, _) => 0,
        (Some(_), Some(n)) => n + 1,
        (Some(_), None) => open.len().saturating_sub(1),
    };
    let around: &[usize] = if kept < open.len() { &open[..kept] } else { &[] };
    let groups = around.iter().map(|o| Group { mark: mark(*o), at: *o, entries: 0, fields: 0 }).collect();
    let start = open.get(kept).copied().unwrap_or(0);
    let mut search = Search { tokens, text, extra, groups, found: Vec::new() };
    for at in start..fault {
        search.look(at);
    }
    search.missing_list(start, fault);
    search.missing_pair(fault);
    search.found
}

impl<'a> Search<'a> {
    fn token(&self, at: Option<usize>) -> Option<&'a Token> {
        let tokens: &'a [(Token, Span)] = self.tokens;
        at.and_then(|n| tokens.get(n)).map(|(t, _)| t)
    }

    fn look(&mut self, at: usize) {
        match self.tokens[at].0 {
            Token::Close(_) => {
                self.groups.pop();
                return;
            }
            Token::Comma | Token::Colon => return,
            _ => {}
        }
        let before = at.checked_sub(1);
        let is_first = matches!(self.token(before), Some(Token::Open(_)));
        let starts_line = margin(self.text, self.tokens[at].1.start).is_some();
        let after_colon = self.token(before) == Some(&Token::Colon);
        let is_fresh = self.token(before) == Some(&Token::Comma) || (starts_line && !after_colon && !is_first);
        let is_named = self.token(Some(at + 1)) == Some(&Token::Colon);
        if !self.groups.is_empty() {
            if is_fresh {
                self.unclosed(at, is_named);
            }
            self.unopened(at, is_named, is_fresh || is_first);
        }
        if let Some(group) = self.groups.last_mut()
            && (is_fresh || is_first)
        {
            group.entries += 1;
            group.fields += usize::from(is_named);
        }
        if let Token::Open(mark) = self.tokens[at].0 {
            self.groups.push(Group { mark, at, entries: 0, fields: 0 });
        }
    }

    /// An entry that belongs to an outer bracket.
    fn unclosed(&mut self, at: usize, is_named: bool) {
        let Some((group, outer)) = self.groups.split_last() else { return };
        let token = &self.tokens[at].0;
        let is_word = matches!(token, Token::Word(_));
        let is_call = is_word && matches!(self.token(Some(at + 1)), Some(Token::Open(_)));
        let is_entry = matches!(token, Token::Open(_)) || is_call;
        let is_strange = match (group.mark, outer.last().map(|g| g.mark)) {
            ('(' | '[', Some('{')) => is_named && matches!(token, Token::Str(_)),
            ('(', Some('[')) => (is_entry && group.fields > 0) || (is_call && group.entries > 0 && group.fields == 0),
            ('[' | '{', Some('(')) => is_named && is_word,
            ('(', Some('(')) => is_named && self.is_at_the_margin(at, group.at),
            _ => false,
        };
        if is_strange {
            let has_comma = self.token(at.checked_sub(1)) == Some(&Token::Comma);
            self.found.push(Mend::Close { at: at - usize::from(has_comma), open: group.at });
        }
    }

    /// Whether a token stands no further in than the line on which a bracket was opened.
    fn is_at_the_margin(&self, at: usize, open: usize) -> bool {
        let Some(own) = margin(self.text, self.tokens[at].1.start) else { return false };
        let end = self.tokens[open].1.start;
        let bytes = &self.text.as_bytes()[end.saturating_sub(LONGEST)..end];
        let line = match bytes.iter().rposition(|b| *b == b'\n') {
            Some(n) => &bytes[n + 1..],
            None if end <= LONGEST => bytes,
            None => return false,
        };
        own <= line.iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
    }

    /// An entry that lacks a bracket before it.
    fn unopened(&mut self, at: usize, is_named: bool, is_fresh: bool) {
        let before = at.checked_sub(1);
        let in_list = self.groups.last().is_some_and(|g| g.mark == '[');
        let in_table = self.groups.last().is_some_and(|g| g.mark == '{');
        let after_colon = self.token(before) == Some(&Token::Colon);
        let after_word = matches!(self.token(before), Some(Token::Word(_)));
        match (self.extra, &self.tokens[at].0) {
            (Some(')'), Token::Word(_)) if is_named => {
                if in_list || in_table {
                    self.closed_early(at, in_list);
                }
                if after_colon || after_word || (in_list && is_fresh) {
                    self.found.push(Mend::Open { at, mark: '(' });
                }
            }
            (Some(')'), Token::Str(_)) if after_word => self.found.push(Mend::Open { at, mark: '(' }),
            (Some('}'), Token::Str(_)) if is_named && after_colon => self.found.push(Mend::Open { at, mark: '{' }),
            _ => {}
        }
    }

    /// `…), field: …` in a list or table: the bracket before the comma came too early, or one in it is missing.
    fn closed_early(&mut self, at: usize, in_list: bool) {
        let Some(close) = at.checked_sub(2) else { return };
        if self.token(Some(at - 1)) != Some(&Token::Comma) || !matches!(self.tokens[close].0, Token::Close(_)) {
            return;
        }
        let Some(brother) = self.last_brother(close) else { return };
        if let (Some(colon), true) = (brother.last_colon, brother.ends_unnamed) {
            self.found.push(Mend::Open { at: colon + 1, mark: '(' });
        }
        let Token::Word(name) = &self.tokens[at].0 else { return };
        if in_list && brother.names.contains(&name.as_str()) {
            self.found.push(Mend::Open { at, mark: '(' });
        } else if self.tokens[close].0 == Token::Close(')') {
            self.found.push(Mend::Drop { at: close });
        }
    }

    /// What the group that token `close` ends has in it.
    fn last_brother(&self, close: usize) -> Option<Brother<'a>> {
        let mut depth = 0_usize;
        let mut found = Brother { last_colon: None, ends_unnamed: false, names: Vec::new() };
        for n in (0..=close).rev() {
            match &self.tokens[n].0 {
                Token::Close(_) => depth += 1,
                Token::Open(_) if depth == 1 => return Some(found),
                Token::Open(_) => depth -= 1,
                Token::Comma if depth == 1 && found.last_colon.is_none() && n + 1 < close => found.ends_unnamed = true,
                Token::Colon if depth == 1 => {
                    found.last_colon.get_or_insert(n);
                    if let Some(Token::Word(name)) = self.token(n.checked_sub(1)) {
                        found.names.push(name);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// `lines: (…), (…)]`: the list's opening bracket belongs after the last colon.
    fn missing_list(&mut self, start: usize, fault: usize) {
        let before = fault.checked_sub(1);
        if self.extra != Some(']') || self.token(before) == Some(&Token::Close(']')) {
            return;
        }
        let mut depth = 0_usize;
        for n in (start + 1..fault).rev() {
            match &self.tokens[n].0 {
                Token::Close(_) => depth += 1,
                Token::Open(_) if depth == 0 => return,
                Token::Open(_) => depth -= 1,
                Token::Colon if depth == 0 && n + 1 < fault => {
                    self.found.push(Mend::Open { at: n + 1, mark: '[' });
                    return;
                }
                _ => {}
            }
        }
    }

    /// `(kind: "tree", at: 1.0, 2.0))`: the last value's opening bracket belongs after its colon.
    fn missing_pair(&mut self, fault: usize) {
        let Some(close) = fault.checked_sub(1).filter(|n| self.tokens[*n].0 == Token::Close(')')) else { return };
        if self.extra != Some(')') {
            return;
        }
        if let Some(Brother { last_colon: Some(colon), ends_unnamed: true, .. }) = self.last_brother(close) {
            self.found.push(Mend::Open { at: colon + 1, mark: '(' });
        }
    }
}

/// A group that stands before an entry in the same bracket.
struct Brother<'a> {
    last_colon: Option<usize>,
    /// Its last entries have no name.
    ends_unnamed: bool,
    names: Vec<&'a str>,
}

/// How far in a place stands when only blanks are before it on its line.
fn margin(text: &str, byte: usize) -> Option<usize> {
    let before = text[..byte].trim_end_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')).then_some(byte - before.len())
}
