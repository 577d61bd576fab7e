//! Brackets without their partners, mended before the tree is read.
//!
//! One bracket too few or too many puts everything after it out of place. So each fault is looked for where it most
//! likely is (an entry that does not belong in the bracket it stands in), a bracket is put in or left out there, and one
//! finding says so. Of all ways to mend, the one that leaves the fewest faults in the rest of the file is taken.

use super::lexer::{Lexed, Token};
use super::{MAX_DEPTH, Span, codes, signs};
use crate::diag::{Finding, Findings};

/// After this many mends the rest of a file is left as it is.
const MOST: usize = 20;
/// How many tokens may be looked at for one mend: bounds the time a hopeless file takes.
const BUDGET: usize = 2_000_000;

/// One way to mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mend {
    /// A closing bracket before token `at`, for the one opened by token `open`.
    Close { at: usize, open: usize },
    /// An opening bracket before token `at`.
    Open { at: usize, mark: char },
    /// Token `at` as the partner of the bracket opened by token `open`.
    Swap { at: usize, open: usize },
    /// Without token `at`.
    Drop { at: usize },
}

/// The first bracket without a partner.
struct Fault {
    /// The closing bracket that does not fit; the number of tokens when the file ends first.
    at: usize,
    /// What is open there: tokens.
    open: Vec<usize>,
}

pub(super) fn partner(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// Mends all brackets; false when it gives up.
pub(super) fn mend(lexed: &mut Lexed, text: &str, out: &mut Findings) -> bool {
    let tokens = &mut lexed.tokens;
    if deepest(tokens) > MAX_DEPTH {
        return false;
    }
    for _ in 0..MOST {
        let Some(fault) = first_fault(tokens) else { return true };
        let mend = best(tokens, text, &fault);
        // What a comment without end has swallowed is not missing.
        if !(lexed.is_cut && fault.at == tokens.len()) {
            report(mend, &fault, tokens, text, out);
        }
        apply(mend, tokens);
    }
    let Some(fault) = first_fault(tokens) else { return true };
    let start = tokens.get(fault.at).map_or(text.len(), |(_, s)| s.start);
    out.hide(Span::new(start, text.len().max(start + 1)));
    false
}

fn deepest(tokens: &[(Token, Span)]) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for (token, _) in tokens {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

fn opener(tokens: &[(Token, Span)], at: usize) -> char {
    match tokens[at].0 {
        Token::Open(c) => c,
        _ => unreachable!("only opening brackets are kept as open"),
    }
}

fn first_fault(tokens: &[(Token, Span)]) -> Option<Fault> {
    let mut open: Vec<usize> = Vec::new();
    for (at, (token, _)) in tokens.iter().enumerate() {
        match token {
            Token::Open(_) => open.push(at),
            Token::Close(c) if open.last().is_some_and(|o| partner(opener(tokens, *o)) == *c) => {
                open.pop();
            }
            Token::Close(_) => return Some(Fault { at, open }),
            _ => {}
        }
    }
    (!open.is_empty()).then_some(Fault { at: tokens.len(), open })
}

/// Counts brackets without partners. Each bracket is looked at a bounded number of times: a closing mark whose kind is
/// not open anywhere is told by the tally, and what a search passes over is taken off.
#[derive(Default)]
struct Count {
    open: Vec<char>,
    /// How many of `(`, `[` and `{` are open.
    tally: [usize; 3],
    faults: usize,
}

fn kind(mark: char) -> usize {
    match mark {
        '(' | ')' => 0,
        '[' | ']' => 1,
        _ => 2,
    }
}

impl Count {
    fn open(&mut self, mark: char) {
        self.tally[kind(mark)] += 1;
        self.open.push(mark);
    }

    fn close(&mut self, mark: char) {
        if self.tally[kind(mark)] == 0 {
            self.faults += 1;
            return;
        }
        while let Some(passed) = self.open.pop() {
            self.tally[kind(passed)] -= 1;
            if partner(passed) == mark {
                return;
            }
            self.faults += 1;
        }
    }
}

/// How many brackets would be without partner after a mend.
fn faults_after(tokens: &[(Token, Span)], mend: Mend) -> usize {
    let mut count = Count::default();
    for (n, (token, _)) in tokens.iter().enumerate() {
        match mend {
            Mend::Close { at, open } if at == n => count.close(partner(opener(tokens, open))),
            Mend::Open { at, mark } if at == n => count.open(mark),
            Mend::Swap { at, open } if at == n => {
                count.close(partner(opener(tokens, open)));
                continue;
            }
            Mend::Drop { at } if at == n => continue,
            _ => {}
        }
        match token {
            Token::Open(c) => count.open(*c),
            Token::Close(c) => count.close(*c),
            _ => {}
        }
    }
    if let Mend::Close { at, open } = mend
        && at == tokens.len()
    {
        count.close(partner(opener(tokens, open)));
    }
    count.faults + count.open.len()
}

/// The mend that leaves the fewest faults; of equals the first named, signs before makeshifts.
fn best(tokens: &[(Token, Span)], text: &str, fault: &Fault) -> Mend {
    let mut ways = signs::find(tokens, text, fault.at, &fault.open);
    ways.truncate((BUDGET / tokens.len().max(1)).clamp(4, 200));
    if let Some(open) = fault.open.last() {
        ways.push(Mend::Close { at: fault.at, open: *open });
        if fault.at < tokens.len() {
            ways.push(Mend::Swap { at: fault.at, open: *open });
        }
    }
    if fault.at < tokens.len() {
        ways.push(Mend::Drop { at: fault.at });
    }
    ways.into_iter().min_by_key(|way| faults_after(tokens, *way)).unwrap_or(Mend::Drop { at: fault.at })
}

fn apply(mend: Mend, tokens: &mut Vec<(Token, Span)>) {
    match mend {
        Mend::Close { at, open } => {
            let mark = partner(opener(tokens, open));
            let end = at.checked_sub(1).map_or(0, |n| tokens[n].1.end);
            tokens.insert(at, (Token::Close(mark), Span::new(end, end)));
        }
        Mend::Open { at, mark } => {
            let start = tokens[at].1.start;
            tokens.insert(at, (Token::Open(mark), Span::new(start, start)));
        }
        Mend::Swap { at, open } => tokens[at].0 = Token::Close(partner(opener(tokens, open))),
        Mend::Drop { at } => {
            tokens.remove(at);
        }
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte].iter().filter(|b| **b == b'\n').count() + 1
}

fn report(mend: Mend, fault: &Fault, tokens: &[(Token, Span)], text: &str, out: &mut Findings) {
    match mend {
        Mend::Close { at, open } => report_unclosed(at, open, fault, tokens, text, out),
        Mend::Open { at, mark } => {
            let start = tokens[at].1.start;
            out.tear(
                Finding::new(
                    &codes::UNCLOSED,
                    Span::new(start, start + 1),
                    format!("这里少了一个“{mark}”"),
                    format!("a {mark} is missing here"),
                )
                .help(format!("在这里补上“{mark}”"), format!("add {mark} here")),
            );
        }
        Mend::Swap { at, open } => {
            let (found, meant) = (mark_of(&tokens[at].0), partner(opener(tokens, open)));
            let (opened, line) = (opener(tokens, open), line_of(text, tokens[open].1.start));
            out.tear(
                Finding::new(
                    &codes::UNCLOSED,
                    tokens[at].1,
                    format!("这里是“{found}”，但第 {line} 行打开的是“{opened}”"),
                    format!("{found} here, but what was opened in line {line} is {opened}"),
                )
                .help(format!("把它改成“{meant}”"), format!("change it to {meant}")),
            );
        }
        Mend::Drop { at } => {
            let (found, span) = (mark_of(&tokens[at].0), tokens[at].1);
            out.tear(
                Finding::new(
                    &codes::UNCLOSED,
                    span,
                    format!("这个“{found}”没有和它配对的左括号"),
                    format!("this {found} has no opening bracket"),
                )
                .help("如果是多打的，删掉它；不然在前面补上左括号", "remove it if it is one too many, or add its opening bracket above"),
            );
            // Right behind another one it is just one too many; elsewhere something is missing in what it should close.
            if at == fault.at && at > 0 && !matches!(tokens[at - 1].0, Token::Close(_)) {
                let start = fault.open.last().map_or(0, |o| tokens[*o].1.start);
                out.hide(Span::new(start, span.end));
            }
        }
    }
}

fn mark_of(token: &Token) -> char {
    match token {
        Token::Open(c) | Token::Close(c) => *c,
        _ => ' ',
    }
}

/// A bracket that is not closed: at the place where its end is missing, if that is known.
fn report_unclosed(at: usize, open: usize, fault: &Fault, tokens: &[(Token, Span)], text: &str, out: &mut Findings) {
    let (opened, start) = (opener(tokens, open), tokens[open].1);
    let (mark, line) = (partner(opened), line_of(text, start.start));
    let end = at.checked_sub(1).map_or(0, |n| tokens[n].1.end);
    let finding = if at == tokens.len() {
        Finding::new(&codes::UNCLOSED, start, format!("这个“{opened}”一直没有关上"), format!("this {opened} is never closed"))
            .help(format!("在它该结束的地方补上“{mark}”"), format!("add {mark} where it should end"))
    } else if at == fault.at {
        let found = mark_of(&tokens[at].0);
        Finding::new(
            &codes::UNCLOSED,
            tokens[at].1,
            format!("“{found}”对不上第 {line} 行的“{opened}”，多半这两处之间少了“{mark}”"),
            format!("{found} does not fit the {opened} in line {line}; most likely a {mark} is missing between them"),
        )
        .help(
            format!("在第 {line} 行的“{opened}”该结束的地方补上“{mark}”"),
            format!("add {mark} where the {opened} in line {line} should end"),
        )
    } else {
        Finding::new(
            &codes::UNCLOSED,
            Span::new(end.saturating_sub(1), end),
            format!("第 {line} 行的“{opened}”到这里还没有关上"),
            format!("the {opened} in line {line} is still open here"),
        )
        .help(format!("在这里，或者它该结束的地方，补上“{mark}”"), format!("add {mark} here, or where it should end"))
    };
    out.tear(finding);
    out.hide(Span::new(start.start, end));
}
