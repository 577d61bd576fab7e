//! The tree: every value with the place it was written at.

use super::Span;

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// A name with its place: a field, a kind before brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// `name: value` inside brackets.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Left of the colon.
    pub name: Name,
    /// Right of the colon.
    pub value: Node,
}

/// The kinds of value RON has.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `true`, `false`
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a point or exponent.
    Float(f64),
    /// `"text"`
    Str(String),
    /// `'c'`
    Char(char),
    /// A bare word: `Night`
    Word(String),
    /// `[a, b]`
    List(Vec<Node>),
    /// `{ key: value }`
    Map(Vec<(Node, Node)>),
    /// `(a, b)` or `Word(a, b)`; `()` too
    Tuple(Option<Name>, Vec<Node>),
    /// `(field: a)` or `Word(field: a)`
    Struct(Option<Name>, Vec<Field>),
    /// `Word(a, field: b)`: neither form, so whoever reads it says what it should be
    Mixed(Name, Vec<Node>, Vec<Field>),
    /// Something unreadable that has been reported already.
    Broken,
}

impl Kind {
    /// What a teacher calls this kind of value: (Chinese, English).
    pub fn spoken(&self) -> (&'static str, &'static str) {
        match self {
            Self::Bool(_) => ("true/false", "true or false"),
            Self::Int(_) => ("整数", "a whole number"),
            Self::Float(_) => ("小数", "a decimal number"),
            Self::Str(_) => ("带引号的文字", "a text in quotes"),
            Self::Char(_) => ("单个字符", "a single character"),
            Self::Word(_) => ("不带引号的词", "a bare word"),
            Self::List(_) => ("方括号列表 [ ]", "a list in [ ]"),
            Self::Map(_) => ("花括号表 { }", "a table in { }"),
            Self::Tuple(..) | Self::Struct(..) | Self::Mixed(..) => ("圆括号内容 ( )", "something in ( )"),
            Self::Broken => ("读不懂的内容", "something unreadable"),
        }
    }
}
