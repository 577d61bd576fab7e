//! From a tree to plain values: fields by name and type, with every slip reported and a default put in its place,
//! so that one mistake never hides the next.

use std::collections::BTreeMap;

use super::parser::unnamed;
use super::{Field, Kind, Name, Node, Span};
use crate::diag::{Code, Finding, Findings, Severity};

/// All codes of this file.
pub const CODES: &[&Code] = &[&UNKNOWN_FIELD, &MISSING_FIELD, &WRONG_TYPE, &DUPLICATE, &UNKNOWN_KIND, &OUT_OF_BOUNDS];

/// A field nobody asked for.
pub const UNKNOWN_FIELD: Code = Code {
    id: "D201",
    severity: Severity::Error,
    zh: "不认识的字段",
    en: "an unknown field",
    why_zh: "字段名写错时，那一行其实没有起作用，剧本会和你想的不一样。",
    why_en: "A mistyped field does nothing, so the drill would not do what you meant.",
    before: "minuts: 6,",
    after: "minutes: 6,",
};
/// A field that must be there.
pub const MISSING_FIELD: Code = Code {
    id: "D202",
    severity: Severity::Error,
    zh: "缺少必填字段",
    en: "a field is missing",
    why_zh: "没有它，程序不知道该显示什么或者该去哪里。",
    why_en: "Without it there is nothing to show, or nowhere to go.",
    before: "Tell(lines: […])",
    after: "Tell(lines: […], go: \"next\")",
};
/// A value of another type than the field takes.
pub const WRONG_TYPE: Code = Code {
    id: "D203",
    severity: Severity::Error,
    zh: "内容的类型不对",
    en: "the wrong type of value",
    why_zh: "数字不加引号，文字要加引号，true/false 不加引号。",
    why_en: "Numbers take no quotes, texts do, true and false do not.",
    before: "pass: \"60\",",
    after: "pass: 60,",
};
/// The same name twice.
pub const DUPLICATE: Code = Code {
    id: "D204",
    severity: Severity::Error,
    zh: "同一个名字用了两次",
    en: "the same name twice",
    why_zh: "两个东西同名，程序不知道你说的是哪一个。",
    why_en: "With two things of one name nobody knows which is meant.",
    before: "\"decide\": Choose(…), \"decide\": Tell(…),",
    after: "\"decide\": Choose(…), \"after\": Tell(…),",
};
/// A word from a fixed list that is not in the list.
pub const UNKNOWN_KIND: Code = Code {
    id: "D205",
    severity: Severity::Error,
    zh: "不认识的种类",
    en: "an unknown kind",
    why_zh: "这里只能从固定的几个词里选。",
    why_en: "Only certain words can stand here.",
    before: "grade: Godo,",
    after: "grade: Good,",
};
/// A number outside what makes sense.
pub const OUT_OF_BOUNDS: Code = Code {
    id: "D206",
    severity: Severity::Error,
    zh: "数字超出范围",
    en: "a number out of bounds",
    why_zh: "每个数字字段都有合理的范围，写在手册里。",
    why_en: "Every number has sensible bounds; the guide lists them.",
    before: "pass: 160,",
    after: "pass: 60,",
};

/// A reader turns a node into a value and reports what is wrong with it.
pub trait Read<T>: Fn(&Node, &mut Findings) -> T {}
impl<T, F: Fn(&Node, &mut Findings) -> T> Read<T> for F {}

/// The fields of one `( … )`, taken one by one.
#[derive(Debug)]
pub struct Shape<'a> {
    fields: Vec<(&'a Field, bool)>,
    asked: Vec<&'static str>,
    /// The word before the bracket.
    pub name: Option<&'a Name>,
    /// The whole of it.
    pub span: Span,
    is_other: bool,
}

impl<'a> Shape<'a> {
    /// Opens a bracket; anything else is reported and read as empty.
    pub fn of(node: &'a Node, out: &mut Findings) -> Self {
        let mut shape = Self { fields: Vec::new(), asked: Vec::new(), name: None, span: node.span, is_other: false };
        match &node.kind {
            Kind::Struct(name, fields) => {
                shape.name = name.as_ref();
                shape.take_in(fields, out);
            }
            Kind::Mixed(name, items, fields) => {
                shape.name = Some(name);
                if let Some(item) = items.first() {
                    out.tear(unnamed(item.span));
                }
                shape.take_in(fields, out);
            }
            Kind::Tuple(name, items) => {
                shape.name = name.as_ref();
                shape.is_other = !items.is_empty();
                if let Some(item) = items.first() {
                    mistyped(item, ("名字: 内容", "name: value"), out);
                }
            }
            _ => {
                shape.is_other = true;
                mistyped(node, ("圆括号 ( … )", "something in ( … )"), out);
            }
        }
        shape
    }

    fn take_in(&mut self, fields: &'a [Field], out: &mut Findings) {
        for (k, field) in fields.iter().enumerate() {
            if let Some(first) = fields[..k].iter().find(|f| f.name.text == field.name.text) {
                duplicate(&field.name.text, field.name.span, first.name.span, out);
            } else {
                self.fields.push((field, false));
            }
        }
    }

    /// The node of a field, if it was written.
    pub fn get(&mut self, field: &'static str) -> Option<&'a Node> {
        self.asked.push(field);
        let found = self.fields.iter_mut().find(|(f, _)| f.name.text == field)?;
        found.1 = true;
        Some(&found.0.value)
    }

    /// A field that may be missing.
    pub fn opt<T>(&mut self, field: &'static str, out: &mut Findings, read: impl Read<T>) -> Option<T> {
        self.get(field).map(|node| read(node, out))
    }

    /// A field with a default.
    pub fn or<T>(&mut self, field: &'static str, default: T, out: &mut Findings, read: impl Read<T>) -> T {
        self.opt(field, out, read).unwrap_or(default)
    }

    /// A field that must be there.
    pub fn need<T: Default>(&mut self, field: &'static str, out: &mut Findings, read: impl Read<T>) -> T {
        if let Some(node) = self.get(field) {
            return read(node, out);
        }
        self.missing(field, out);
        T::default()
    }

    /// Whether what is not here may only not have been read: that is reported already.
    pub fn is_guess(&self, out: &Findings) -> bool {
        self.is_other || out.is_torn(self.span)
    }

    /// Reports a missing field, unless it may be there and could not be read. The place is the word before the bracket, or
    /// the bracket itself.
    pub fn missing(&self, field: &str, out: &mut Findings) {
        if self.is_guess(out) {
            return;
        }
        let span = self.name.map_or(Span::new(self.span.start, self.span.start + 1), |n| n.span);
        // A mistyped neighbour is reported as unknown already and named in the help.
        let near = self.fields.iter().find(|(f, used)| !used && strsim::damerau_levenshtein(&f.name.text, field) <= 2);
        let finding = if field == "go" {
            Finding::new(&MISSING_FIELD, span, "这里没有写下一步去哪里", "it doesn't say where to go next")
        } else {
            Finding::new(&MISSING_FIELD, span, format!("这里缺少字段 {field}"), format!("the field {field} is missing here"))
        };
        out.add(match near {
            Some((f, _)) => {
                finding.help(format!("你写的 {} 是不是 {field}？", f.name.text), format!("is {} meant to be {field}?", f.name.text))
            }
            None if field == "go" => finding.help("补上 go: \"节点名\"", "add go: \"node\""),
            None => finding.help(format!("补上 {field}: …"), format!("add {field}: …")),
        });
    }

    /// The place of a field's value, or of the whole bracket.
    pub fn at(&self, field: &str) -> Span {
        self.fields.iter().find(|(f, _)| f.name.text == field).map_or(self.span, |(f, _)| f.value.span)
    }

    /// Reports every field that nobody asked for.
    pub fn done(self, out: &mut Findings) {
        for (field, used) in &self.fields {
            if !used {
                out.add(
                    Finding::new(
                        &UNKNOWN_FIELD,
                        field.name.span,
                        format!("不认识字段 {}", field.name.text),
                        format!("there is no field {}", field.name.text),
                    )
                    .did_you_mean(&field.name.text, self.asked.iter().copied()),
                );
            }
        }
    }
}

/// Reports a name used twice.
pub fn duplicate(name: &str, again: Span, first: Span, out: &mut Findings) {
    out.add(
        Finding::new(&DUPLICATE, again, format!("“{name}”前面已经用过了"), format!("{name:?} is used already"))
            .related(first, "第一次在", "first used at")
            .help("给其中一个换个名字，指向它的地方也要一起改", "rename one of them, and what points to it"),
    );
}

/// Reports a value of the wrong type.
pub fn mistyped(node: &Node, want: (&str, &str), out: &mut Findings) {
    if node.kind == Kind::Broken || out.is_torn(node.span) {
        return;
    }
    let (zh, en) = node.kind.spoken();
    let finding =
        Finding::new(&WRONG_TYPE, node.span, format!("这里应该写{}，现在是{zh}", want.0), format!("{} belongs here, this is {en}", want.1));
    let help = match &node.kind {
        Kind::Str(s) if s.trim().parse::<f64>().is_ok() => {
            Some((format!("去掉引号：{}", s.trim()), format!("remove the quotes: {}", s.trim())))
        }
        Kind::Word(w) => Some((format!("如果是文字，加上英文双引号：\"{w}\""), format!("if it is a text, quote it: \"{w}\""))),
        Kind::Int(n) => Some((format!("如果是文字，加上英文双引号：\"{n}\""), format!("if it is a text, quote it: \"{n}\""))),
        _ => Some((format!("改成{}", want.0), format!("change it to {}", want.1))),
    };
    out.add(match help {
        Some((zh, en)) => finding.help(zh, en),
        None => finding,
    });
}

/// A text in quotes.
pub fn string(node: &Node, out: &mut Findings) -> String {
    match &node.kind {
        Kind::Str(s) => s.clone(),
        Kind::Word(w) => {
            out.add(
                Finding::new(
                    &WRONG_TYPE,
                    node.span,
                    "这里要写带英文双引号的文字，你写的没有引号",
                    "a text in double quotes belongs here, yours has no quotes",
                )
                .help(format!("加上英文双引号：\"{w}\""), format!("quote it: \"{w}\"")),
            );
            String::new()
        }
        _ => {
            mistyped(node, ("带英文双引号的文字", "a text in double quotes"), out);
            String::new()
        }
    }
}

/// `true` or `false`.
pub fn boolean(node: &Node, out: &mut Findings) -> bool {
    match &node.kind {
        Kind::Bool(b) => *b,
        _ => {
            mistyped(node, (" true 或 false", "true or false"), out);
            false
        }
    }
}

/// A whole number between two bounds.
pub fn whole(low: i64, high: i64) -> impl Fn(&Node, &mut Findings) -> i64 {
    move |node, out| match &node.kind {
        Kind::Int(n) if (low..=high).contains(n) => *n,
        Kind::Int(n) => {
            bounds(node.span, &n.to_string(), &low.to_string(), &high.to_string(), out);
            (*n).clamp(low, high)
        }
        _ => {
            mistyped(node, ("整数", "a whole number"), out);
            low
        }
    }
}

/// A number between two bounds, whole or with a point.
pub fn number(low: f64, high: f64) -> impl Fn(&Node, &mut Findings) -> f64 {
    move |node, out| {
        let x = match &node.kind {
            Kind::Int(n) => *n as f64,
            Kind::Float(x) => *x,
            _ => {
                mistyped(node, ("数字", "a number"), out);
                return low.max(0.0).min(high);
            }
        };
        if (low..=high).contains(&x) {
            return x;
        }
        bounds(node.span, &x.to_string(), &low.to_string(), &high.to_string(), out);
        if x.is_nan() { low } else { x.clamp(low, high) }
    }
}

fn bounds(span: Span, found: &str, low: &str, high: &str, out: &mut Findings) {
    out.add(
        Finding::new(
            &OUT_OF_BOUNDS,
            span,
            format!("{found} 超出范围，应在 {low} 到 {high} 之间"),
            format!("{found} is out of bounds: {low} to {high}"),
        )
        .help(format!("改成 {low} 到 {high} 之间的数"), format!("use a number from {low} to {high}")),
    );
}

/// `[ … ]`
pub fn list<T>(read: impl Read<T>) -> impl Fn(&Node, &mut Findings) -> Vec<T> {
    move |node, out| match &node.kind {
        Kind::List(items) => items.iter().map(|item| read(item, out)).collect(),
        _ => {
            mistyped(node, ("方括号列表 [ … ]", "a list in [ … ]"), out);
            Vec::new()
        }
    }
}

/// `{ "name": … }`: entries in the order written, each with the place of its name. Twice the same name is reported.
pub fn entries<'a>(node: &'a Node, out: &mut Findings) -> Vec<(Name, &'a Node)> {
    let pairs = match &node.kind {
        Kind::Map(pairs) => pairs,
        Kind::Broken => return Vec::new(),
        _ => {
            mistyped(node, ("花括号表 { \"名字\": … }", "a table in { \"name\": … }"), out);
            return Vec::new();
        }
    };
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut list = Vec::new();
    for (key, value) in pairs {
        let name = match &key.kind {
            Kind::Str(s) => s.clone(),
            Kind::Word(w) => {
                mistyped(key, ("带英文双引号的名字", "a name in double quotes"), out);
                w.clone()
            }
            _ => {
                mistyped(key, ("带英文双引号的名字", "a name in double quotes"), out);
                continue;
            }
        };
        if let Some(first) = seen.get(&name) {
            duplicate(&name, key.span, *first, out);
            continue;
        }
        seen.insert(name.clone(), key.span);
        list.push((Name { text: name, span: key.span }, value));
    }
    list
}

/// One word of a fixed list.
pub fn word<T: Copy + Default>(words: &'static [(&'static str, T)]) -> impl Fn(&Node, &mut Findings) -> T {
    move |node, out| {
        let written = match &node.kind {
            Kind::Word(w) | Kind::Str(w) => w.as_str(),
            _ => {
                mistyped(node, ("固定的词", "one of the fixed words"), out);
                return T::default();
            }
        };
        if let Some((_, value)) = words.iter().find(|(w, _)| *w == written) {
            return *value;
        }
        unknown_kind(written, node.span, words.iter().map(|(w, _)| *w), out);
        T::default()
    }
}

/// Reports a word that is not in a fixed list.
pub fn unknown_kind<'a>(written: &str, span: Span, known: impl IntoIterator<Item = &'a str>, out: &mut Findings) {
    out.add(
        Finding::new(&UNKNOWN_KIND, span, format!("这里没有“{written}”这个选项"), format!("{written:?} is not one of the words for this"))
            .did_you_mean(written, known),
    );
}

/// Reports a bracket with both bare values and named ones where only bare ones belong: `Hold("x", seconds: 3)`.
pub fn mixed(name: &Name, items: &[Node], fields: &[Field], out: &mut Findings) {
    let bare: Vec<String> = items.iter().chain(fields.iter().map(|f| &f.value)).map(as_written).collect();
    let meant = format!("{}({})", name.text, bare.join(", "));
    let field = fields.first().map_or("", |f| f.name.text.as_str());
    out.add(
        Finding::new(
            &UNKNOWN_KIND,
            name.span,
            format!("{} 的括号里直接写内容，不写“{field}:”", name.text),
            format!("{} takes bare values, without {field}:", name.text),
        )
        .help(format!("写成 {meant}"), format!("write {meant}")),
    );
}

/// A plain value as it is written in a file.
fn as_written(node: &Node) -> String {
    match &node.kind {
        Kind::Str(s) => format!("\"{s}\""),
        Kind::Word(w) => w.clone(),
        Kind::Int(n) => n.to_string(),
        Kind::Float(x) => x.to_string(),
        _ => "…".to_owned(),
    }
}

/// `(x, y)` as two numbers.
pub fn pair(node: &Node, out: &mut Findings) -> (f64, f64) {
    match &node.kind {
        Kind::Tuple(_, items) if items.len() == 2 => {
            let read = number(-1000.0, 1000.0);
            (read(&items[0], out), read(&items[1], out))
        }
        _ => {
            mistyped(node, ("两个数字 (x, z)", "two numbers (x, z)"), out);
            (0.0, 0.0)
        }
    }
}
