//! Conditions as a teacher writes them: `told and paid > 0`, `visibility < 3`, `sender is courier`.
//!
//! Grammar: `or` of `and` of `not` of atoms, with parentheses. Names are resolved here; values are asked later through
//! one seam, so that play answers hazards from the model and the explorer answers them both ways.

use super::model::{NodeId, RoomId, VarId, VariantId};
use super::names::Names;
use crate::diag::{Code, Finding, Findings, Severity, Span};

/// A condition that cannot be read.
pub const BAD_CONDITION: Code = Code {
    id: "D310",
    severity: Severity::Error,
    zh: "条件写得不对",
    en: "a condition that can't be read",
    why_zh: "条件只认变量名、seen、chose、is、in、crouching、hazard 量和 and/or/not、比较号。",
    why_en: "Conditions know variables, seen, chose, is, in, crouching, hazard measures, and/or/not and comparisons.",
    before: "when: \"paid => 0\",",
    after: "when: \"paid >= 0\",",
};

/// What is measured where the student stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Lower edge of the smoke, m above the floor.
    Layer,
    /// How far one sees, m.
    Visibility,
    /// Extinction at the head, 1/m.
    Smoke,
    /// Temperature at the head, ℃.
    Temp,
    /// Intensity of shaking, degrees.
    Shaking,
    /// Toxic dose, FED.
    Dose,
    /// Heat dose, FED.
    Heat,
}

const MEASURES: &[(&str, Measure)] = &[
    ("layer", Measure::Layer),
    ("visibility", Measure::Visibility),
    ("smoke", Measure::Smoke),
    ("temp", Measure::Temp),
    ("shaking", Measure::Shaking),
    ("dose", Measure::Dose),
    ("heat", Measure::Heat),
];

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Compare {
    Less,
    LessEqual,
    More,
    MoreEqual,
    Equal,
    NotEqual,
}

impl Compare {
    /// Compares two numbers.
    pub fn holds<T: PartialOrd>(self, a: T, b: T) -> bool {
        match self {
            Self::Less => a < b,
            Self::LessEqual => a <= b,
            Self::More => a > b,
            Self::MoreEqual => a >= b,
            Self::Equal => a == b,
            Self::NotEqual => a != b,
        }
    }
}

/// A condition with its names resolved.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Condition {
    #[default]
    Always,
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Not(Box<Condition>),
    Var(VarId, Compare, i32),
    Variant(VariantId, usize),
    Chose(NodeId, usize),
    Seen(NodeId),
    Hazard(Measure, Compare, f64),
    Crouching,
    In(RoomId),
}

/// Answers the atoms of a condition.
pub trait Facts {
    /// Value of a variable.
    fn var(&self, var: VarId) -> i32;
    /// Which value a variant drew.
    fn variant(&self, variant: VariantId) -> usize;
    /// Whether a choice was ever made.
    fn chose(&self, node: NodeId, choice: usize) -> bool;
    /// Whether a node was ever entered.
    fn seen(&self, node: NodeId) -> bool;
    /// Whether a hazard measure compares so.
    fn hazard(&self, measure: Measure, compare: Compare, value: f64) -> bool;
    /// Whether the student crouches or crawls.
    fn crouching(&self) -> bool;
    /// Whether the student is in a room.
    fn is_in(&self, room: RoomId) -> bool;
}

impl Condition {
    /// Whether it holds.
    pub fn holds(&self, facts: &impl Facts) -> bool {
        match self {
            Self::Always => true,
            Self::And(a, b) => a.holds(facts) && b.holds(facts),
            Self::Or(a, b) => a.holds(facts) || b.holds(facts),
            Self::Not(a) => !a.holds(facts),
            Self::Var(v, c, n) => c.holds(facts.var(*v), *n),
            Self::Variant(v, n) => facts.variant(*v) == *n,
            Self::Chose(n, c) => facts.chose(*n, *c),
            Self::Seen(n) => facts.seen(*n),
            Self::Hazard(m, c, x) => facts.hazard(*m, *c, *x),
            Self::Crouching => facts.crouching(),
            Self::In(r) => facts.is_in(*r),
        }
    }

    /// Whether it holds when only some atoms are known: `None` = may be either.
    pub fn decide(&self, known: &impl Fn(&Condition) -> Option<bool>) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::And(a, b) => match (a.decide(known), b.decide(known)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            },
            Self::Or(a, b) => match (a.decide(known), b.decide(known)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            },
            Self::Not(a) => a.decide(known).map(|x| !x),
            atom => known(atom),
        }
    }

    /// Calls `f` on every atom.
    pub fn atoms(&self, f: &mut impl FnMut(&Condition)) {
        match self {
            Self::And(a, b) | Self::Or(a, b) => {
                a.atoms(f);
                b.atoms(f);
            }
            Self::Not(a) => a.atoms(f),
            _ => f(self),
        }
    }
}

/// Reads a condition. `span` is the text's place in the file; what is wrong is marked inside it.
pub(super) fn parse(text: &str, span: Span, names: &Names<'_>, out: &mut Findings) -> Condition {
    let words = split(text, span.start + 1);
    let mut p = Parser { words, at: 0, names, out, whole: span, depth: 0 };
    let condition = p.or();
    if let Some((word, at)) = p.words.get(p.at).cloned() {
        p.bad(at, &word);
    }
    condition
}

fn split(text: &str, base: usize) -> Vec<(String, Span)> {
    let mut out: Vec<(String, Span)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((n, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut word = String::from(c);
        let joins = |a: char, b: char| {
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
            (is_name(a) && is_name(b)) || (matches!(a, '<' | '>' | '=' | '!') && b == '=')
        };
        while let Some((_, next)) = chars.peek().copied() {
            if !joins(word.chars().last().unwrap_or(' '), next) {
                break;
            }
            word.push(next);
            chars.next();
        }
        let start = base + n;
        out.push((word.clone(), Span::new(start, start + word.len())));
    }
    out
}

struct Parser<'a, 'n> {
    words: Vec<(String, Span)>,
    at: usize,
    names: &'a Names<'n>,
    out: &'a mut Findings,
    whole: Span,
    depth: usize,
}

impl Parser<'_, '_> {
    fn take(&mut self) -> Option<(String, Span)> {
        let word = self.words.get(self.at).cloned();
        self.at += 1;
        word
    }

    fn eat(&mut self, word: &str) -> bool {
        let hit = self.words.get(self.at).is_some_and(|(w, _)| w == word);
        self.at += usize::from(hit);
        hit
    }

    fn bad(&mut self, span: Span, word: &str) {
        self.out.add(
            Finding::new(&BAD_CONDITION, span, format!("条件里看不懂“{word}”"), format!("{word:?} makes no sense in this condition"))
                .help("例：told and paid > 0", "for example: told and paid > 0"),
        );
    }

    fn or(&mut self) -> Condition {
        let mut left = self.and();
        while self.eat("or") {
            left = Condition::Or(Box::new(left), Box::new(self.and()));
        }
        left
    }

    fn and(&mut self) -> Condition {
        let mut left = self.not();
        while self.eat("and") {
            left = Condition::And(Box::new(left), Box::new(self.not()));
        }
        left
    }

    fn not(&mut self) -> Condition {
        self.depth += 1;
        let found = if self.depth > 50 {
            self.bad(self.whole, "(((…");
            self.at = self.words.len();
            Condition::Always
        } else if self.eat("not") {
            Condition::Not(Box::new(self.not()))
        } else if self.eat("(") {
            let inner = self.or();
            if !self.eat(")") {
                self.bad(self.whole, "(");
            }
            inner
        } else {
            self.atom()
        };
        self.depth -= 1;
        found
    }

    fn atom(&mut self) -> Condition {
        let Some((word, span)) = self.take() else {
            self.bad(self.whole, "…");
            return Condition::Always;
        };
        match word.as_str() {
            "crouching" => return Condition::Crouching,
            "seen" => return self.name_after(span).map_or(Condition::Always, |(w, s)| Condition::Seen(self.names.node(&w, s, self.out))),
            "in" => {
                return self.name_after(span).and_then(|(w, s)| self.names.room(&w, s, self.out)).map_or(Condition::Always, Condition::In);
            }
            "chose" => return self.chose(span),
            _ => {}
        }
        if let Some((_, measure)) = MEASURES.iter().find(|(w, _)| *w == word) {
            let _ = self.eat("here");
            return match self.comparison(span) {
                Some((compare, value)) => Condition::Hazard(*measure, compare, value),
                None => Condition::Always,
            };
        }
        if self.eat("is") {
            let is_not = self.eat("not");
            let Some((value, at)) = self.name_after(span) else { return Condition::Always };
            let found = self.names.variant(&word, span, &value, at, self.out);
            let condition = found.map_or(Condition::Always, |(v, n)| Condition::Variant(v, n));
            return if is_not { Condition::Not(Box::new(condition)) } else { condition };
        }
        let var = self.names.var(&word, span, self.out);
        let next = self.words.get(self.at).map(|(w, _)| w.as_str());
        if next.is_some_and(|w| w.starts_with(['<', '>', '=', '!'])) {
            let compared = self.comparison(span);
            return match (var, compared) {
                (Some(v), Some((c, n))) => Condition::Var(v, c, n as i32),
                _ => Condition::Always,
            };
        }
        var.map_or(Condition::Always, |v| Condition::Var(v, Compare::NotEqual, 0))
    }

    fn name_after(&mut self, span: Span) -> Option<(String, Span)> {
        let word = self.take();
        if word.is_none() {
            self.bad(span, "…");
        }
        word
    }

    fn chose(&mut self, span: Span) -> Condition {
        let Some((word, at)) = self.name_after(span) else { return Condition::Always };
        let Some((node, choice)) = word.split_once('.') else {
            self.bad(at, &word);
            return Condition::Always;
        };
        let found = self.names.choice(node, choice, at, self.out);
        found.map_or(Condition::Always, |(n, c)| Condition::Chose(n, c))
    }

    fn comparison(&mut self, span: Span) -> Option<(Compare, f64)> {
        let Some((sign, at)) = self.take() else {
            self.bad(span, "…");
            return None;
        };
        let compare = match sign.as_str() {
            "<" => Compare::Less,
            "<=" => Compare::LessEqual,
            ">" => Compare::More,
            ">=" => Compare::MoreEqual,
            "==" => Compare::Equal,
            "!=" => Compare::NotEqual,
            _ => {
                self.bad(at, &sign);
                let _ = self.take();
                return None;
            }
        };
        let Some((value, at)) = self.take() else {
            self.bad(at, "…");
            return None;
        };
        let negative = value == "-";
        let value = if negative { self.take().map_or(value, |(w, _)| w) } else { value };
        let found = value.parse::<f64>().ok().filter(|x| x.is_finite());
        if found.is_none() {
            self.bad(at, &value);
        }
        // A unit may follow a number, as one would say it aloud.
        for unit in ["m", "s", "degrees", "ppm"] {
            let _ = self.eat(unit);
        }
        found.map(|x| (compare, if negative { -x } else { x }))
    }
}
