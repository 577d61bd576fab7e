//! Text to tokens: brackets, commas, words, numbers, texts. Comments and white space are dropped.
//!
//! Full-width punctuation outside texts is read as the ASCII mark it stands for and noted, because a Chinese input
//! method writes it by itself and one stray comma must not hide the rest of the file's mistakes.

use super::{Span, codes};
use crate::diag::{Finding, Findings};

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Open(char),
    Close(char),
    Comma,
    Colon,
    Str(String),
    Char(char),
    Int(i64),
    Float(f64),
    Word(String),
}

/// Tokens with their places.
pub(super) fn tokens(text: &str, out: &mut Findings) -> Vec<(Token, Span)> {
    let mut lexer = Lexer { text, at: 0, out, tokens: Vec::new() };
    lexer.run();
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    out: &'a mut Findings,
    tokens: Vec<(Token, Span)>,
}

/// Full-width marks, the ASCII mark each stands for.
const WIDE: &[(char, char)] = &[
    ('（', '('),
    ('）', ')'),
    ('，', ','),
    ('、', ','),
    ('：', ':'),
    ('｛', '{'),
    ('｝', '}'),
    ('［', '['),
    ('］', ']'),
    ('【', '['),
    ('】', ']'),
    ('；', ','),
    ('。', ','),
];

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn push(&mut self, token: Token, start: usize) {
        self.tokens.push((token, Span::new(start, self.at)));
    }

    fn run(&mut self) {
        while let Some(c) = self.peek() {
            let start = self.at;
            self.at += c.len_utf8();
            match c {
                c if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {}
                '/' if self.text[self.at..].starts_with('/') => self.skip_line(),
                '/' if self.text[self.at..].starts_with('*') => self.skip_block(start),
                '#' if self.text[self.at..].starts_with("![") => self.skip_line(),
                '(' | '[' | '{' => self.push(Token::Open(c), start),
                ')' | ']' | '}' => self.push(Token::Close(c), start),
                ',' => self.push(Token::Comma, start),
                ':' => self.push(Token::Colon, start),
                '"' => self.text_until(start, '"'),
                '“' | '”' | '＂' => self.wide_text(start, c),
                '\'' => self.character(start),
                'r' if self.raw_hashes().is_some() => self.raw_text(start),
                c if c.is_ascii_digit() || c == '-' || c == '+' || c == '.' => self.number(start),
                c if is_word(c) => self.word(start),
                c => self.odd(c, start),
            }
        }
    }

    fn skip_line(&mut self) {
        self.at = self.text[self.at..].find('\n').map_or(self.text.len(), |n| self.at + n);
    }

    fn skip_block(&mut self, start: usize) {
        self.at += 1;
        let mut depth = 1_usize;
        while depth > 0 {
            let rest = &self.text[self.at..];
            let (open, close) = (rest.find("/*"), rest.find("*/"));
            match (open, close) {
                (Some(o), Some(c)) if o < c => {
                    depth += 1;
                    self.at += o + 2;
                }
                (_, Some(c)) => {
                    depth -= 1;
                    self.at += c + 2;
                }
                (_, None) => {
                    self.at = self.text.len();
                    self.out.add(
                        Finding::new(&codes::UNCLOSED, Span::new(start, start + 2), "注释 /* 没有结束", "the comment /* never ends")
                            .help("在注释末尾加上 */", "end the comment with */"),
                    );
                    return;
                }
            }
        }
    }

    fn text_until(&mut self, start: usize, end: char) {
        let mut value = String::new();
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            if c == end {
                // `zh: "text, en: "text"`: the mark that ends this text was meant to begin the next one.
                if ends_in_a_name(&value) {
                    break;
                }
                self.push(Token::Str(value), start);
                return;
            }
            match c {
                '\\' => self.escape(&mut value),
                '\n' if begins_an_entry(&self.text[self.at..]) => break,
                c => value.push(c),
            }
        }
        self.end_at_the_line(start);
    }

    /// A text without a closing mark ends before the punctuation that ends its line, so that the rest is still read.
    fn end_at_the_line(&mut self, start: usize) {
        let line = self.text[start + 1..].split('\n').next().unwrap_or("");
        let kept = &line[..next_entry(line).unwrap_or(line.len())];
        let kept = kept.trim_end_matches([',', ')', ']', '}', ' ', '\t', '\r']);
        let stop = start + 1 + kept.len();
        self.at = stop;
        self.out.add(
            Finding::new(&codes::UNCLOSED, Span::new(start, stop), "这段文字缺少结束的引号", "this text has no closing quote")
                .help("在文字末尾补一个英文双引号 \"", "add a closing \" at the end of the text"),
        );
        if !kept.is_empty() {
            let text = kept.to_owned();
            self.push(Token::Str(text), start);
        }
    }

    fn escape(&mut self, value: &mut String) {
        let start = self.at - 1;
        let Some(c) = self.peek() else { return };
        self.at += c.len_utf8();
        match c {
            'n' => value.push('\n'),
            't' => value.push('\t'),
            'r' => value.push('\r'),
            '0' => value.push('\0'),
            '\\' | '"' | '\'' => value.push(c),
            '\n' => {
                while self.peek().is_some_and(char::is_whitespace) {
                    self.at += self.peek().map_or(0, char::len_utf8);
                }
            }
            'u' if self.text[self.at..].starts_with('{') => {
                let rest = &self.text[self.at + 1..];
                let digits: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
                let found = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                self.at += 1 + digits.len();
                if self.peek() == Some('}') {
                    self.at += 1;
                }
                match found {
                    Some(c) => value.push(c),
                    None => self.bad_escape(start),
                }
            }
            'x' => {
                let digits: String = self.text[self.at..].chars().take(2).filter(char::is_ascii_hexdigit).collect();
                self.at += digits.len();
                match u8::from_str_radix(&digits, 16) {
                    Ok(b) => value.push(char::from(b)),
                    Err(_) => self.bad_escape(start),
                }
            }
            _ => self.bad_escape(start),
        }
    }

    fn bad_escape(&mut self, start: usize) {
        self.out.add(
            Finding::new(&codes::SYNTAX, Span::new(start, self.at), "反斜杠 \\ 后面的写法不认识", "this backslash sequence is unknown")
                .help("要写一个反斜杠，请写两个：\\\\", "to write a backslash, write two: \\\\"),
        );
    }

    /// “…” used as quotes: read up to the closing mark on the same line and say which marks to use.
    fn wide_text(&mut self, start: usize, open: char) {
        let line_end = self.text[self.at..].find('\n').map_or(self.text.len(), |n| self.at + n);
        let body = &self.text[self.at..line_end];
        let close = body.find(['”', '＂', '"']).map(|n| self.at + n);
        let (stop, mark) = match close {
            Some(stop) => (stop, self.text[stop..].chars().next().map_or(0, char::len_utf8)),
            None => (line_end, 0),
        };
        let value = self.text[self.at..stop].to_owned();
        self.at = stop + mark;
        self.note_wide(start, open, '"');
        self.push(Token::Str(value), start);
    }

    fn note_wide(&mut self, start: usize, wide: char, ascii: char) {
        self.out.add(
            Finding::new(
                &codes::FULL_WIDTH,
                Span::new(start, start + wide.len_utf8()),
                format!("这里用了全角标点“{wide}”"),
                format!("full-width punctuation {wide} is used here"),
            )
            .help(format!("换成英文半角 {ascii}（切换到英文输入法再打）"), format!("type the ASCII mark {ascii} instead")),
        );
    }

    fn odd(&mut self, c: char, start: usize) {
        if let Some((_, ascii)) = WIDE.iter().find(|(wide, _)| *wide == c) {
            self.note_wide(start, c, *ascii);
            let token = match ascii {
                '(' | '[' | '{' => Token::Open(*ascii),
                ')' | ']' | '}' => Token::Close(*ascii),
                ':' => Token::Colon,
                _ => Token::Comma,
            };
            self.push(token, start);
            return;
        }
        self.out.add(
            Finding::new(
                &codes::SYNTAX,
                Span::new(start, self.at),
                format!("这里不应该有“{}”", c.escape_debug()),
                format!("{:?} does not belong here", c.to_string()),
            )
            .help("删掉它；如果是文字，请用英文双引号 \" 括起来", "remove it, or put the text in double quotes"),
        );
    }

    fn character(&mut self, start: usize) {
        let rest = &self.text[self.at..];
        let mut chars = rest.char_indices();
        if let (Some((_, c)), Some((n, '\''))) = (chars.next(), chars.next())
            && c != '\\'
        {
            self.at += n + 1;
            self.push(Token::Char(c), start);
            return;
        }
        // 'text' in single quotes: a common slip.
        let line = rest.split('\n').next().unwrap_or("");
        let n = line.find('\'').unwrap_or(line.len());
        let value = line[..n].to_owned();
        self.at += n + usize::from(n < line.len());
        self.out.add(
            Finding::new(
                &codes::SYNTAX,
                Span::new(start, self.at),
                "文字要用双引号，不用单引号",
                "texts take double quotes, not single ones",
            )
            .help(format!("写成 \"{value}\""), format!("write \"{value}\"")),
        );
        self.push(Token::Str(value), start);
    }

    fn raw_hashes(&self) -> Option<usize> {
        let rest = &self.text[self.at..];
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        rest[hashes..].starts_with('"').then_some(hashes)
    }

    fn raw_text(&mut self, start: usize) {
        let hashes = self.raw_hashes().unwrap_or(0);
        self.at += hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        if let Some(n) = self.text[self.at..].find(&end) {
            let value = self.text[self.at..self.at + n].to_owned();
            self.at += n + end.len();
            self.push(Token::Str(value), start);
        } else {
            self.at = self.text.len();
            self.out.add(
                Finding::new(&codes::UNCLOSED, Span::new(start, start + 2), "这段文字缺少结束的引号", "this text has no closing quote")
                    .help(format!("末尾补上 {end}"), format!("end it with {end}")),
            );
        }
    }

    fn number(&mut self, start: usize) {
        while self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_' || c == '-' || c == '+') {
            let c = self.peek().unwrap_or(' ');
            let before = self.text[start..self.at].chars().last().unwrap_or(' ');
            if (c == '-' || c == '+') && !matches!(before, 'e' | 'E') {
                break;
            }
            self.at += 1;
        }
        let word = self.text[start..self.at].replace('_', "");
        let digits = word.trim_start_matches(['-', '+']);
        let radix = |p: &str, r: u32| digits.strip_prefix(p).and_then(|d| i64::from_str_radix(d, r).ok());
        let whole =
            radix("0x", 16).or_else(|| radix("0b", 2)).or_else(|| radix("0o", 8)).map(|n| if word.starts_with('-') { -n } else { n });
        if let Some(n) = whole.or_else(|| word.parse().ok()) {
            self.push(Token::Int(n), start);
        } else if let Some(x) =
            word.parse::<f64>().ok().filter(|x| x.is_finite() && digits.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
        {
            self.push(Token::Float(x), start);
        } else {
            self.out.add(
                Finding::new(&codes::SYNTAX, Span::new(start, self.at), format!("“{word}”不是数字"), format!("{word:?} is not a number"))
                    .help("数字只写阿拉伯数字，单位不写在文件里", "write digits only, without a unit"),
            );
            self.push(Token::Int(0), start);
        }
    }

    fn word(&mut self, start: usize) {
        while self.peek().is_some_and(|c| is_word(c) || c.is_ascii_digit()) {
            self.at += self.peek().map_or(0, char::len_utf8);
        }
        let word = self.text[start..self.at].to_owned();
        self.push(Token::Word(word), start);
    }
}

/// A letter that may stand in a bare word. Chinese letters are let in so that an unquoted text becomes one clear
/// message instead of one per character.
fn is_word(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// Whether a line begins as an entry of a file does: `name:`, `"name":` or a closing bracket. A text that runs on into
/// such a line has lost its closing mark.
fn begins_an_entry(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("").trim_start();
    if line.starts_with([')', ']', '}']) {
        return true;
    }
    let name = line.strip_prefix('"').unwrap_or(line);
    let end = name.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))).unwrap_or(name.len());
    let after = &name[end..];
    let after = if line.starts_with('"') { after.strip_prefix('"').unwrap_or("") } else { after };
    end > 0 && after.trim_start().starts_with(':')
}

/// Where in a text the next entry of a bracket begins, `, name:`, if it looks as if it had been swallowed.
fn next_entry(line: &str) -> Option<usize> {
    line.match_indices(',').map(|(at, _)| at).find(|at| {
        let after = line[at + 1..].trim_start();
        let end = after.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(after.len());
        end > 1 && after[end..].starts_with(':')
    })
}

/// Whether a text ends as if it ran into the next one: `…, en: ` or `…, text: (zh: `.
fn ends_in_a_name(text: &str) -> bool {
    let Some(words) = text.trim_end().trim_end_matches(['(', '[']).trim_end().strip_suffix(':') else { return false };
    let name = words.len() - words.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
    name > 1 && next_entry(text).is_some()
}
