//! Tokens to a tree. After a mistake it reports, repairs what it can and goes on.

use super::brackets::{mend, partner};
use super::lexer::{Token, tokens};
use super::{Field, Kind, MAX_DEPTH, Name, Node, Span, codes};
use crate::diag::{Finding, Findings};

/// Reads a whole file. Always returns a tree, which may be [`Kind::Broken`] where nothing could be read.
pub fn parse(text: &str, out: &mut Findings) -> Node {
    let mut lexed = tokens(text, out);
    let is_mended = mend(&mut lexed, text, out);
    let mut parser = Parser { tokens: lexed.tokens, at: 0, out, end: text.len(), is_lost: !is_mended };
    let root = parser.value(0);
    if let Some((_, span)) = parser.peek().cloned() {
        parser.out.tear(
            Finding::new(&codes::SYNTAX, span, "文件在前面已经结束，这里是多余的内容", "the file is already complete before this point")
                .help("看看前面是不是多写了一个右括号", "look for one closing bracket too many above"),
        );
    }
    root
}

struct Parser<'a> {
    tokens: Vec<(Token, Span)>,
    at: usize,
    out: &'a mut Findings,
    end: usize,
    /// Brackets are hopeless: that they are not closed has been said.
    is_lost: bool,
}

/// What stands between two brackets, by the form it is written in.
#[derive(Default)]
struct Parts {
    items: Vec<Node>,
    fields: Vec<Field>,
    pairs: Vec<(Node, Node)>,
}

fn is_lower(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// An entry among fields that has no name.
pub(super) fn unnamed(span: Span) -> Finding {
    Finding::new(&codes::SYNTAX, span, "这一项没有写字段名", "this entry has no field name").help("写成 名字: 内容", "write name: value")
}

impl Parser<'_> {
    fn peek(&self) -> Option<&(Token, Span)> {
        self.tokens.get(self.at)
    }

    fn here(&self) -> Span {
        self.peek().map_or(Span::new(self.end.saturating_sub(1), self.end), |(_, s)| *s)
    }

    fn take(&mut self) -> Option<(Token, Span)> {
        let token = self.tokens.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    fn is(&self, token: &Token) -> bool {
        self.peek().is_some_and(|(t, _)| t == token)
    }

    fn value(&mut self, depth: usize) -> Node {
        let Some((token, span)) = self.take() else {
            let span = self.here();
            self.syntax(
                span,
                "文件到这里就没有了，还缺内容",
                "the file ends here, something is missing",
                "在这里补上内容",
                "write the value here",
            );
            return Node { span, kind: Kind::Broken };
        };
        let kind = match token {
            Token::Str(s) => Kind::Str(s),
            Token::Char(c) => Kind::Char(c),
            Token::Int(n) => Kind::Int(n),
            Token::Float(x) => Kind::Float(x),
            Token::Broken => Kind::Broken,
            Token::Word(w) => return self.after_word(w, span, depth),
            Token::Open(open) => return self.bracket(open, None, span, depth),
            Token::Comma | Token::Colon | Token::Close(_) => {
                self.at -= 1;
                self.syntax(span, "这里缺一个值", "a value is missing here", "在这里补上内容", "write the value here");
                return Node { span, kind: Kind::Broken };
            }
        };
        Node { span, kind }
    }

    fn after_word(&mut self, word: String, span: Span, depth: usize) -> Node {
        if self.is(&Token::Open('(')) {
            let open = self.take().map_or(span, |(_, s)| s);
            let node = self.bracket('(', Some(Name { text: word, span }), open, depth);
            return Node { span: span.to(node.span), ..node };
        }
        let kind = match word.as_str() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "inf" | "NaN" => Kind::Float(f64::NAN),
            _ => Kind::Word(word),
        };
        Node { span, kind }
    }

    fn bracket(&mut self, open: char, name: Option<Name>, start: Span, depth: usize) -> Node {
        if depth >= MAX_DEPTH {
            return self.too_deep(start);
        }
        let mut parts = Parts::default();
        let mut span = start;
        loop {
            match self.peek().cloned() {
                None => {
                    self.unclosed(open, start);
                    break;
                }
                Some((Token::Close(close), here)) => {
                    span = span.to(here);
                    self.at += 1;
                    self.closes(open, close, start, here);
                    break;
                }
                Some((Token::Comma, here)) => {
                    self.at += 1;
                    self.syntax(here, "这里多了一个逗号", "one comma too many", "删掉多余的逗号", "remove the comma");
                }
                Some(_) => {
                    let before = self.at;
                    self.entry(open, depth, &mut parts);
                    self.comma(before, open);
                }
            }
        }
        let kind = match open {
            '[' => Kind::List(parts.items),
            '{' => Kind::Map(parts.pairs),
            _ if parts.fields.is_empty() => Kind::Tuple(name, parts.items),
            _ => self.fields(name, parts),
        };
        Node { span, kind }
    }

    /// A bracket with named fields in it, and perhaps with entries that have lost their names.
    fn fields(&mut self, name: Option<Name>, mut parts: Parts) -> Kind {
        if let (Some(name), [field], Some(last)) = (&name, parts.fields.as_slice(), parts.items.last())
            && last.span.end <= field.name.span.start
        {
            return Kind::Mixed(name.clone(), parts.items, parts.fields);
        }
        let mut is_said = false;
        for item in parts.items {
            // `at (1.0, 2.0)` reads like a call; among fields it is a field without its colon.
            match item.kind {
                Kind::Tuple(Some(name), items) if is_lower(&name.text) => {
                    self.no_colon(name.span);
                    parts.fields.push(Field { name, value: Node { span: item.span, kind: Kind::Tuple(None, items) } });
                }
                Kind::Struct(Some(name), fields) if is_lower(&name.text) => {
                    self.no_colon(name.span);
                    parts.fields.push(Field { name, value: Node { span: item.span, kind: Kind::Struct(None, fields) } });
                }
                _ if !is_said => {
                    is_said = true;
                    self.out.tear(unnamed(item.span));
                }
                _ => {}
            }
        }
        Kind::Struct(name, parts.fields)
    }

    /// A closing bracket ends the group, whichever it is; the wrong ones were mended before, as far as there was hope.
    fn closes(&mut self, open: char, close: char, start: Span, here: Span) {
        if partner(open) == close || self.is_lost {
            return;
        }
        self.out.tear(
            Finding::new(
                &codes::UNCLOSED,
                here,
                format!("这里是“{close}”，但前面打开的是“{open}”"),
                format!("{close} here, but what was opened is {open}"),
            )
            .related(start, "在这里打开", "opened here")
            .help(
                format!("把它改成“{}”，或者补上缺的括号", partner(open)),
                format!("change it to {}, or add the missing bracket", partner(open)),
            ),
        );
    }

    fn unclosed(&mut self, open: char, start: Span) {
        if self.is_lost {
            return;
        }
        self.is_lost = true;
        self.out.tear(
            Finding::new(&codes::UNCLOSED, start, format!("这个“{open}”一直没有关上"), format!("this {open} is never closed"))
                .help(format!("在它该结束的地方补上“{}”", partner(open)), format!("add {} where it should end", partner(open))),
        );
    }

    fn entry(&mut self, open: char, depth: usize, parts: &mut Parts) {
        let key = self.value(depth + 1);
        if !self.colon(open, &key, !parts.fields.is_empty()) {
            self.item(open, key, depth, parts);
            return;
        }
        let value = self.value(depth + 1);
        if open == '{' {
            parts.pairs.push((key, value));
            return;
        }
        let name = match &key.kind {
            Kind::Word(w) => w.clone(),
            Kind::Str(s) => {
                self.syntax(key.span, "圆括号里的字段名不用加引号", "field names in ( ) take no quotes", "去掉引号", "remove the quotes");
                s.clone()
            }
            Kind::Broken => return,
            _ => {
                self.syntax(
                    key.span,
                    "冒号左边应该是字段名",
                    "a field name belongs left of the colon",
                    "写成 名字: 内容",
                    "write name: value",
                );
                return;
            }
        };
        parts.fields.push(Field { name: Name { text: name, span: key.span }, value });
    }

    /// Takes the colon after a name, or says that it is missing; false where none belongs.
    fn colon(&mut self, open: char, key: &Node, has_fields: bool) -> bool {
        if open == '[' {
            return false;
        }
        if self.is(&Token::Colon) {
            self.at += 1;
            if self.is(&Token::Colon) {
                self.one_colon_too_many();
            }
            return true;
        }
        let is_name = match &key.kind {
            Kind::Str(_) => open == '{',
            Kind::Word(w) => open == '(' && (has_fields || is_lower(w)),
            _ => false,
        };
        let is_missing = is_name && self.peek().is_some_and(|(t, _)| t.begins_value());
        if is_missing {
            self.no_colon(key.span);
        }
        is_missing
    }

    fn one_colon_too_many(&mut self) {
        let span = self.here();
        self.at += 1;
        self.syntax(span, "这里多了一个冒号", "one colon too many", "删掉多余的冒号", "remove the colon");
    }

    fn no_colon(&mut self, name: Span) {
        let at = Span::new(name.end.saturating_sub(1), name.end);
        self.syntax(at, "名字后面缺一个冒号", "a colon is missing after this name", "在这里加一个英文冒号 :", "add a colon here");
    }

    /// An entry without a name.
    fn item(&mut self, open: char, item: Node, depth: usize, parts: &mut Parts) {
        if open == '{' {
            if item.kind != Kind::Broken {
                self.syntax(
                    item.span,
                    "花括号里每一项都要写成 名字: 内容",
                    "every entry in { } is name: value",
                    "补上冒号和内容",
                    "add the colon and the value",
                );
            }
            return;
        }
        parts.items.push(item);
        if self.is(&Token::Colon) {
            let span = self.here();
            self.at += 1;
            self.syntax(
                span,
                "方括号列表里不能用冒号",
                "a list in [ ] takes no colon",
                "要写 名字: 内容，请用圆括号",
                "use ( ) for name: value",
            );
            let value = self.value(depth + 1);
            parts.items.push(value);
        }
    }

    /// After an entry: a comma, a closing bracket, or a missing comma to speak of.
    fn comma(&mut self, before: usize, open: char) {
        if self.is(&Token::Comma) {
            self.at += 1;
            return;
        }
        if matches!(self.peek(), None | Some((Token::Close(_), _))) {
            return;
        }
        if self.at == before {
            // Nothing was consumed: step over the token that cannot be read.
            self.at += 1;
            return;
        }
        if self.is(&Token::Colon) {
            self.one_colon_too_many();
            return;
        }
        let (last, end) = (&self.tokens[self.at - 1].0, self.tokens[self.at - 1].1.end);
        let next = self.tokens.get(self.at + 1).map(|(t, _)| t);
        let is_unit = open != '['
            && matches!(last, Token::Int(_) | Token::Float(_))
            && matches!(self.peek(), Some((Token::Word(_), _)))
            && next != Some(&Token::Colon);
        if is_unit {
            let span = self.here();
            self.at += 1;
            self.syntax(span, "数字后面不写单位", "a number takes no unit", "删掉单位，只留数字", "remove the unit, keep the number");
            if self.is(&Token::Comma) {
                self.at += 1;
            }
            return;
        }
        let span = Span::new(end.saturating_sub(1), end);
        self.syntax(span, "这一项后面缺一个逗号", "a comma is missing after this", "在这里加一个英文逗号 ,", "add a comma here");
    }

    fn too_deep(&mut self, start: Span) -> Node {
        self.out.tear(
            Finding::new(
                &codes::TOO_DEEP,
                start,
                format!("括号一层套一层，超过 {MAX_DEPTH} 层"),
                format!("brackets inside brackets, more than {MAX_DEPTH} deep"),
            )
            .help("往上找少了的右括号", "look above for a missing closing bracket"),
        );
        let mut depth = 1_usize;
        let mut end = start;
        while depth > 0 {
            match self.take() {
                Some((Token::Open(_), _)) => depth += 1,
                Some((Token::Close(_), s)) => {
                    depth -= 1;
                    end = s;
                }
                Some((_, s)) => end = s,
                None => {
                    self.is_lost = true;
                    break;
                }
            }
        }
        let span = start.to(end);
        self.out.hide(span);
        Node { span, kind: Kind::Broken }
    }

    fn syntax(&mut self, span: Span, zh: &str, en: &str, help_zh: &str, help_en: &str) {
        self.out.tear(Finding::new(&codes::SYNTAX, span, zh, en).help(help_zh, help_en));
    }
}
