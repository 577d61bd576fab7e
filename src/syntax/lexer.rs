//! Text to tokens: brackets, commas, words, numbers, texts. Comments and white space are dropped.
//!
//! Full-width punctuation outside texts is read as the ASCII mark it stands for and noted, because a Chinese input
//! method writes it by itself and one stray comma must not hide the rest of the file's mistakes.

use super::quotes::{Line, Verdict, closes_well, judge, unopened};
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
    /// Something like a value that has been reported already.
    Broken,
}

impl Token {
    /// Whether a value can begin with it.
    pub(super) fn begins_value(&self) -> bool {
        match self {
            Self::Open(_) | Self::Str(_) | Self::Char(_) | Self::Int(_) | Self::Float(_) | Self::Word(_) | Self::Broken => true,
            Self::Close(_) | Self::Comma | Self::Colon => false,
        }
    }
}

/// What a file consists of.
#[derive(Debug)]
pub(super) struct Lexed {
    /// Tokens with their places.
    pub(super) tokens: Vec<(Token, Span)>,
    /// A comment or raw text without end has swallowed the rest of the file.
    pub(super) is_cut: bool,
}

/// Text to tokens.
pub(super) fn tokens(text: &str, out: &mut Findings) -> Lexed {
    let mut lexer = Lexer { text, at: 0, out, line: Line::default(), done: Lexed { tokens: Vec::new(), is_cut: false } };
    lexer.run();
    lexer.done
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    out: &'a mut Findings,
    line: Line,
    done: Lexed,
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
        self.done.tokens.push((token, Span::new(start, self.at)));
    }

    fn last(&self) -> Option<&Token> {
        self.done.tokens.last().map(|(t, _)| t)
    }

    fn run(&mut self) {
        while let Some(c) = self.peek() {
            let start = self.at;
            if self.ends_with_a_quote(c) {
                continue;
            }
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
                '"' => self.quoted(start),
                '“' | '”' | '＂' => self.wide_text(start, c),
                '\'' => self.character(start),
                'r' if self.raw_hashes().is_some() => self.raw_text(start),
                '.' if !self.peek().is_some_and(|c| c.is_ascii_digit()) => self.odd(c, start),
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
        let bytes = self.text.as_bytes();
        let mut depth = 1_usize;
        while depth > 0 {
            match bytes.get(self.at..self.at + 2) {
                Some(b"/*") => {
                    depth += 1;
                    self.at += 2;
                }
                Some(b"*/") => {
                    depth -= 1;
                    self.at += 2;
                }
                Some(_) => self.at += 1,
                None => {
                    self.out.tear(
                        Finding::new(&codes::UNCLOSED, Span::new(start, start + 2), "注释 /* 没有结束", "the comment /* never ends")
                            .help("在注释末尾加上 */", "end the comment with */"),
                    );
                    self.swallow(start);
                    return;
                }
            }
        }
    }

    /// Gives up on the rest of the file, and on finding anything wrong with it.
    fn swallow(&mut self, start: usize) {
        self.at = self.text.len();
        self.done.is_cut = true;
        self.out.hide(Span::new(start, self.at));
    }

    /// A text, its closing quote there or not.
    fn quoted(&mut self, mut start: usize) {
        let text = self.text;
        let is_doubled = text[start + 1..].starts_with('"')
            && !closes_well(text, start + 1)
            && text[start + 2..].chars().next().is_some_and(|c| !c.is_whitespace());
        if is_doubled {
            self.one_quote_too_many(start);
            start += 1;
            self.at = start + 1;
        }
        let is_value = self.last() == Some(&Token::Colon);
        let verdict = judge(text, start, self.line.marks(text, start), is_value);
        match verdict {
            Verdict::Sound => self.text_until(start),
            Verdict::Quoting { inner, last } => {
                self.out.tear(
                    Finding::new(
                        &codes::SYNTAX,
                        Span::new(inner, inner + 1),
                        "这段文字里面又用了英文引号",
                        "this text has double quotes inside",
                    )
                    .help("里面的引号用 “ ”，或者写成 \\\"", "inside a text use “ ”, or write \\\""),
                );
                self.at = last + 1;
                self.push(Token::Str(text[start + 1..last].to_owned()), start);
            }
            Verdict::Open(end) => self.open_text(start, end),
            Verdict::Stray => self.no_partner(Span::new(start, start + 1)),
        }
    }

    fn one_quote_too_many(&mut self, at: usize) {
        self.out.tear(
            Finding::new(&codes::SYNTAX, Span::new(at, at + 1), "这里多了一个引号", "one quote too many")
                .help("删掉一个引号", "remove one of the quotes"),
        );
    }

    fn no_partner(&mut self, span: Span) {
        self.out.tear(
            Finding::new(&codes::UNCLOSED, span, "这个引号前面没有和它配对的引号", "this quote has no partner before it")
                .help("在文字开头补一个英文双引号 \"", "add a \" where the text begins"),
        );
    }

    /// A text without closing quote, which seems to end at `end`.
    fn open_text(&mut self, start: usize, end: usize) {
        let text = self.text;
        self.at = end;
        let words = &text[start + 1..end];
        if let Some(c) = words.chars().last().filter(|c| matches!(c, '“' | '”' | '＂')) {
            let wide = end - c.len_utf8();
            self.out.tear(wide_quote(wide, c));
            self.push(Token::Str(text[start + 1..wide].to_owned()), start);
            return;
        }
        self.out.tear(no_closing_quote(Span::new(start, end.max(start + 1))));
        self.push(Token::Str(words.to_owned()), start);
    }

    /// Reads `你好"` in `zh: 你好", en: "hello"`: a text whose opening quote is missing.
    fn ends_with_a_quote(&mut self, c: char) -> bool {
        let is_place = matches!(self.last(), Some(Token::Colon | Token::Comma | Token::Open(_)));
        if !is_place || c.is_whitespace() || matches!(c, '"' | '(' | '[' | '{' | '/' | ')' | ']' | '}' | ',' | ':') {
            return false;
        }
        let (text, start) = (self.text, self.at);
        let Some(end) = unopened(text, start, self.line.marks(text, start)) else { return false };
        self.at = end + 1;
        self.out.tear(
            Finding::new(&codes::UNCLOSED, Span::new(start, self.at), "这段文字缺少开头的引号", "this text has no opening quote")
                .help("在文字开头补一个英文双引号 \"", "add a \" where the text begins"),
        );
        self.push(Token::Str(text[start..end].to_owned()), start);
        true
    }

    /// Reads on to the closing quote, over line ends.
    fn text_until(&mut self, start: usize) {
        let mut value = String::new();
        let mut first_break = None;
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            match c {
                '"' => {
                    self.push(Token::Str(value), start);
                    if self.peek() == Some('"') && closes_well(self.text, self.at) {
                        self.one_quote_too_many(self.at);
                        self.at += 1;
                    }
                    return;
                }
                '\\' => self.escape(&mut value),
                '\n' => {
                    first_break.get_or_insert((self.at - 1, value.clone()));
                    value.push(c);
                }
                c => value.push(c),
            }
        }
        // No closing quote at all: take the text to the end of its own line, so that the rest can still be read.
        let (stop, kept) = first_break.unwrap_or((self.text.len(), value));
        self.at = stop;
        self.out.tear(no_closing_quote(Span::new(start, stop.max(start + 1))));
        self.push(Token::Str(kept.trim_end_matches([',', ')', ' ', '\r']).to_owned()), start);
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
        self.out.tear(
            Finding::new(&codes::SYNTAX, Span::new(start, self.at), "反斜杠 \\ 后面的写法不认识", "this backslash sequence is unknown")
                .help("要写一个反斜杠，请写两个：\\\\", "to write a backslash, write two: \\\\"),
        );
    }

    /// “…” used as quotes: read up to the closing mark on the same line and say which marks to use.
    fn wide_text(&mut self, start: usize, open: char) {
        let close = self.text[self.at..].char_indices().find(|(_, c)| matches!(c, '”' | '＂' | '"' | '\n'));
        let (stop, mark) = match close {
            Some((n, '\n')) => (self.at + n, 0),
            Some((n, c)) => (self.at + n, c.len_utf8()),
            None => (self.text.len(), 0),
        };
        let value = self.text[self.at..stop].to_owned();
        self.at = stop + mark;
        self.note_wide(start, open, '"');
        self.push(Token::Str(value), start);
    }

    fn note_wide(&mut self, start: usize, wide: char, ascii: char) {
        if ascii == '"' {
            self.out.add(wide_quote(start, wide));
            return;
        }
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
        let span = Span::new(start, self.at);
        let (found, meant) = match c {
            ';' | '.' => (Token::Comma, ("逗号", "a comma", ',')),
            '=' => (Token::Colon, ("冒号", "a colon", ':')),
            _ => {
                self.out.tear(
                    Finding::new(
                        &codes::SYNTAX,
                        span,
                        format!("这里不应该有“{}”", c.escape_debug()),
                        format!("{:?} does not belong here", c.to_string()),
                    )
                    .help("删掉它；如果是文字，请用英文双引号 \" 括起来", "remove it, or put the text in double quotes"),
                );
                return;
            }
        };
        self.out.tear(
            Finding::new(
                &codes::SYNTAX,
                span,
                format!("这里要用英文{}，现在是“{c}”", meant.0),
                format!("{} belongs here, this is {c:?}", meant.1),
            )
            .help(format!("把“{c}”换成 {}", meant.2), format!("put {} there instead", meant.2)),
        );
        self.push(found, start);
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
        let n = rest.find(['\'', '\n']).unwrap_or(rest.len());
        let value = rest[..n].trim_end_matches('\r').to_owned();
        self.at += n + usize::from(rest[n..].starts_with('\''));
        self.out.tear(
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
            self.out.tear(
                Finding::new(&codes::UNCLOSED, Span::new(start, start + 2), "这段文字缺少结束的引号", "this text has no closing quote")
                    .help(format!("末尾补上 {end}"), format!("end it with {end}")),
            );
            self.swallow(start);
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
            let shown: String = word.chars().take(20).collect();
            self.out.tear(
                Finding::new(&codes::SYNTAX, Span::new(start, self.at), format!("“{shown}”不是数字"), format!("{shown:?} is not a number"))
                    .help("数字只写阿拉伯数字，单位不写在文件里", "write digits only, without a unit"),
            );
            self.push(Token::Broken, start);
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

fn wide_quote(at: usize, wide: char) -> Finding {
    Finding::new(&codes::FULL_WIDTH, Span::new(at, at + wide.len_utf8()), "这里的引号是中文引号", "this is a Chinese quotation mark")
        .help("换成英文双引号 \"", "type \"")
}

fn no_closing_quote(span: Span) -> Finding {
    Finding::new(&codes::UNCLOSED, span, "这段文字缺少结束的引号", "this text has no closing quote")
        .help("在文字末尾补一个英文双引号 \"", "add a closing \" at the end of the text")
}

/// A letter that may stand in a bare word. Chinese letters are let in so that an unquoted text becomes one clear
/// message instead of one per character.
fn is_word(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}
