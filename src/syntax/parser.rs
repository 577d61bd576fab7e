//! Tokens to a tree. After a mistake it reports, repairs what it can and goes on.

use super::lexer::{Token, tokens};
use super::{Field, Kind, MAX_DEPTH, Name, Node, Span, codes};
use crate::diag::{Finding, Findings};

/// Reads a whole file. Always returns a tree, which may be [`Kind::Broken`] where nothing could be read.
pub fn parse(text: &str, out: &mut Findings) -> Node {
    let tokens = tokens(text, out);
    let mut parser = Parser { tokens, at: 0, out, end: text.len() };
    let root = parser.value(0);
    if let Some((_, span)) = parser.peek().cloned() {
        parser.out.add(
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
}

fn partner(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
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
            self.syntax(span, "文件到这里就没有了，还缺内容", "the file ends here, something is missing", "", "");
            return Node { span, kind: Kind::Broken };
        };
        let kind = match token {
            Token::Str(s) => Kind::Str(s),
            Token::Char(c) => Kind::Char(c),
            Token::Int(n) => Kind::Int(n),
            Token::Float(x) => Kind::Float(x),
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
        let (mut items, mut fields, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        let mut span = start;
        loop {
            match self.peek().cloned() {
                None => {
                    self.unclosed(open, start);
                    break;
                }
                Some((Token::Close(close), here)) => {
                    span = span.to(here);
                    if self.closes(open, close, start, here) {
                        break;
                    }
                }
                Some((Token::Comma, here)) => {
                    self.at += 1;
                    self.syntax(here, "这里多了一个逗号", "one comma too many", "删掉多余的逗号", "remove the comma");
                }
                Some(_) => {
                    let before = self.at;
                    self.entry(open, depth, &mut items, &mut fields, &mut pairs);
                    self.comma(before);
                }
            }
        }
        let kind = match open {
            '[' => Kind::List(items),
            '{' => Kind::Map(pairs),
            _ if !fields.is_empty() => {
                if let Some(item) = items.first() {
                    let at = item.span;
                    self.syntax(at, "这一项没有写字段名", "this entry has no field name", "写成 名字: 内容", "write name: value");
                }
                Kind::Struct(name, fields)
            }
            _ => Kind::Tuple(name, items),
        };
        Node { span, kind }
    }

    /// Deals with a closing bracket; true when it ends the group that `open` began.
    fn closes(&mut self, open: char, close: char, start: Span, here: Span) -> bool {
        if partner(open) == close {
            self.at += 1;
            return true;
        }
        self.out.add(
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
        // A wrong bracket right before the right one is a slip of the key; otherwise let the outer group have it.
        self.at += 1;
        true
    }

    fn unclosed(&mut self, open: char, start: Span) {
        self.out.add(
            Finding::new(&codes::UNCLOSED, start, format!("这个“{open}”一直没有关上"), format!("this {open} is never closed"))
                .help(format!("在它该结束的地方补上“{}”", partner(open)), format!("add {} where it should end", partner(open))),
        );
    }

    fn entry(&mut self, open: char, depth: usize, items: &mut Vec<Node>, fields: &mut Vec<Field>, pairs: &mut Vec<(Node, Node)>) {
        let key = self.value(depth + 1);
        let has_colon = self.is(&Token::Colon);
        if open == '[' || !has_colon {
            if open == '{' && key.kind != Kind::Broken {
                let span = key.span;
                self.syntax(
                    span,
                    "花括号里每一项都要写成 名字: 内容",
                    "every entry in { } is name: value",
                    "补上冒号和内容",
                    "add the colon and the value",
                );
            } else if open != '{' {
                items.push(key);
            }
            if has_colon {
                let span = self.here();
                self.at += 1;
                self.syntax(
                    span,
                    "方括号列表里不能用冒号",
                    "a list in [ ] takes no colon",
                    "要写 名字: 内容，请用圆括号",
                    "use ( ) for name: value",
                );
                items.push(self.value(depth + 1));
            }
            return;
        }
        self.at += 1;
        let value = self.value(depth + 1);
        if open == '{' {
            pairs.push((key, value));
            return;
        }
        let name = match &key.kind {
            Kind::Word(w) => w.clone(),
            Kind::Str(s) => {
                self.syntax(key.span, "圆括号里的字段名不用加引号", "field names in ( ) take no quotes", "去掉引号", "remove the quotes");
                s.clone()
            }
            _ => {
                self.syntax(key.span, "冒号左边应该是字段名", "a field name belongs left of the colon", "", "");
                return;
            }
        };
        fields.push(Field { name: Name { text: name, span: key.span }, value });
    }

    /// After an entry: a comma, a closing bracket, or a missing comma to speak of.
    fn comma(&mut self, before: usize) {
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
        let last = self.tokens[self.at - 1].1;
        if self.is(&Token::Colon) {
            let span = self.here();
            self.at += 1;
            self.syntax(span, "这里多了一个冒号", "one colon too many", "", "");
            return;
        }
        self.syntax(
            Span::new(last.end.saturating_sub(1), last.end),
            "这一项后面缺一个逗号",
            "a comma is missing after this",
            "在这里加一个英文逗号 ,",
            "add a comma here",
        );
    }

    fn too_deep(&mut self, start: Span) -> Node {
        self.out.add(
            Finding::new(
                &codes::TOO_DEEP,
                start,
                format!("括号套了 {MAX_DEPTH} 层以上，读不下去了"),
                format!("brackets nest more than {MAX_DEPTH} deep"),
            )
            .help("检查这里是不是少了右括号", "look for a missing closing bracket"),
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
                Some(_) => {}
                None => break,
            }
        }
        Node { span: start.to(end), kind: Kind::Broken }
    }

    fn syntax(&mut self, span: Span, zh: &str, en: &str, help_zh: &str, help_en: &str) {
        let finding = Finding::new(&codes::SYNTAX, span, zh, en);
        self.out.add(if help_zh.is_empty() { finding } else { finding.help(help_zh, help_en) });
    }
}
