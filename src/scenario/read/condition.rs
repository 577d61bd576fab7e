//! Conditions as a teacher writes them: `told and paid > 0`, `visibility < 3`, `sender is courier`.
//!
//! Grammar: `or` of `and` of `not` of atoms, with parentheses. Names are resolved here; what a condition means is in
//! `scenario::condition`.

use super::super::condition::{Compare, Condition, Happening, MEASURES, Measure};
use super::super::names::Names;
use crate::diag::{Code, Finding, Findings, Severity, Span};

/// A condition that cannot be read.
pub const BAD_CONDITION: Code = Code {
    id: "D310",
    severity: Severity::Error,
    zh: "条件写得不对",
    en: "a condition that can't be read",
    why_zh: "条件只认：变量名；seen 节点；chose 节点.选项；随机变化 is 取值；in 房间；fell 物品；jammed 门；crouching；trapped；十一个量 layer visibility smoke temp shaking dose heat hurt saved waiting fallen；layer visibility smoke temp 还可以说哪间屋：smoke in 房间 > 0.5；and、or、not、括号，和 < <= > >= == !=。变量只和整数比。全用英文半角。",
    why_en: "Conditions know: variables; seen NODE; chose NODE.CHOICE; VARIANT is VALUE; in ROOM; fell THING; jammed DOOR; crouching; trapped; the eleven measures layer visibility smoke temp shaking dose heat hurt saved waiting fallen; layer, visibility, smoke and temp also of a room: smoke in ROOM > 0.5; and, or, not, brackets, and < <= > >= == !=. Variables are compared with whole numbers. ASCII only.",
    before: "when: \"paid => 0\",",
    after: "when: \"paid >= 0\",",
};

/// Signs and words that authors write for the ones that are meant, longest first.
const SAYINGS: &[(&str, &str)] = &[
    ("大于等于", ">="),
    ("小于等于", "<="),
    ("不等于", "!="),
    ("大于", ">"),
    ("小于", "<"),
    ("等于", "=="),
    ("并且", "and"),
    ("而且", "and"),
    ("或者", "or"),
    ("没有", "not"),
    ("且", "and"),
    ("和", "and"),
    ("或", "or"),
    ("非", "not"),
    ("不", "not"),
    ("＞", ">"),
    ("＜", "<"),
    ("＝", "=="),
    ("≥", ">="),
    ("≤", "<="),
    ("≠", "!="),
    ("（", "("),
    ("）", ")"),
    ("&", "and"),
    ("|", "or"),
    ("!", "not"),
];

/// Reads a condition. `span` is the text's place in the file; what is wrong is marked inside it.
pub(in super::super) fn parse(text: &str, span: Span, names: &Names<'_>, out: &mut Findings) -> Condition {
    let words = split(text, span.start + 1);
    let mut p = Parser { words, at: 0, names, out, whole: span, depth: 0, has_failed: false };
    let condition = p.or();
    if let Some((word, at)) = p.words.get(p.at).cloned() {
        p.strange(at, &word);
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
    /// One slip is one finding: what follows is not read.
    has_failed: bool,
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

    /// Says what is wrong and how to write it, once.
    fn bad(&mut self, span: Span, (zh, en): (&str, &str), (help_zh, help_en): (&str, &str)) {
        if !self.has_failed {
            self.out.add(Finding::new(&BAD_CONDITION, span, zh, en).help(help_zh, help_en));
        }
        self.has_failed = true;
        self.at = self.words.len();
    }

    /// A word that makes no sense where it stands.
    fn strange(&mut self, span: Span, word: &str) {
        let (zh, en) = (format!("条件里看不懂“{word}”"), format!("{word:?} makes no sense in this condition"));
        match SAYINGS.iter().find(|(said, _)| word.contains(said)) {
            Some((said, meant)) => self.bad(
                span,
                (&zh, &en),
                (&format!("条件里只用英文半角：{said} 写成 {meant}"), &format!("conditions are ASCII: write {meant} for {said}")),
            ),
            None => self.bad(span, (&zh, &en), ("例：told and paid > 0", "for example: told and paid > 0")),
        }
    }

    /// The condition ends where something is still missing.
    fn unfinished(&mut self, span: Span, after: &str) {
        let (zh, en) = (format!("“{after}”后面还缺内容"), format!("something is missing after {after:?}"));
        self.bad(span, (&zh, &en), ("例：told and paid > 0", "for example: told and paid > 0"));
    }

    /// Whether another sign follows right away.
    fn is_sign(&self) -> bool {
        self.words.get(self.at).is_some_and(|(w, _)| matches!(w.as_str(), "<" | ">" | "="))
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
            let what = ("条件里的括号或 not 套得太深", "brackets or not nest too deep in this condition");
            self.bad(self.whole, what, ("把条件写简单些", "write a simpler condition"));
            Condition::Always
        } else if self.eat("not") {
            Condition::Not(Box::new(self.not()))
        } else if self.eat("(") {
            let inner = self.or();
            if !self.eat(")") {
                let what = ("条件里的左括号没有关上", "a bracket in this condition is not closed");
                self.bad(self.whole, what, ("补上 )", "add )"));
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
            match self.words.last().cloned() {
                Some((last, at)) => self.unfinished(at, &last),
                None => self.bad(
                    self.whole,
                    ("这里的条件是空的", "this condition is empty"),
                    ("写上条件，或者删掉 when", "write a condition, or remove when"),
                ),
            }
            return Condition::Always;
        };
        match word.as_str() {
            "crouching" => return Condition::Crouching,
            "trapped" => return Condition::Trapped,
            "seen" => {
                return self.name_after(span, &word).map_or(Condition::Always, |(w, s)| Condition::Seen(self.names.node(&w, s, self.out)));
            }
            "in" => {
                return self
                    .name_after(span, &word)
                    .and_then(|(w, s)| self.names.room(&w, s, self.out))
                    .map_or(Condition::Always, Condition::In);
            }
            "chose" => return self.chose(span),
            "fell" => {
                return self
                    .name_after(span, &word)
                    .map_or(Condition::Always, |(w, s)| Condition::Happened(Happening::Fell(self.names.prop(&w, s, self.out))));
            }
            "jammed" => {
                return self
                    .name_after(span, &word)
                    .map_or(Condition::Always, |(w, s)| Condition::Happened(Happening::Jammed(self.names.door(&w, s, self.out))));
            }
            _ => {}
        }
        if let Some((_, measure)) = MEASURES.iter().find(|(w, _)| *w == word) {
            return self.measured(*measure, span, &word);
        }
        if self.eat("is") {
            let is_not = self.eat("not");
            let Some((value, at)) = self.name_after(span, "is") else { return Condition::Always };
            let found = self.names.variant(&word, span, &value, at, self.out);
            let condition = found.map_or(Condition::Always, |(v, n)| Condition::Variant(v, n));
            return if is_not { Condition::Not(Box::new(condition)) } else { condition };
        }
        if !self.names.has_var(&word) && SAYINGS.iter().any(|(said, _)| word.contains(said)) {
            self.strange(span, &word);
            return Condition::Always;
        }
        let var = self.names.var(&word, span, self.out);
        let next = self.words.get(self.at).map(|(w, _)| w.as_str());
        if next.is_some_and(|w| w.starts_with(['<', '>', '=', '!'])) {
            let compared = self.comparison(span, &word);
            return match (var, compared) {
                (Some(v), Some((c, n))) => self.whole_number(n, span).map_or(Condition::Always, |n| Condition::Var(v, c, n)),
                _ => Condition::Always,
            };
        }
        var.map_or(Condition::Always, |v| Condition::Var(v, Compare::NotEqual, 0))
    }

    /// What follows a measure: where it is measured, and what it is compared with.
    fn measured(&mut self, measure: Measure, span: Span, word: &str) -> Condition {
        let _ = self.eat("here");
        if !self.eat("in") {
            return self.comparison(span, word).map_or(Condition::Always, |(compare, value)| Condition::Hazard(measure, compare, value));
        }
        if !matches!(measure, Measure::Layer | Measure::Visibility | Measure::Smoke | Measure::Temp) {
            let (zh, en) = (format!("{word} 只能说学生自己在的地方"), format!("{word} is measured where the student is, not in a room"));
            let help = (
                "能说房间的是 layer、visibility、smoke、temp：visibility in corridor < 3",
                "of a room are layer, visibility, smoke and temp: visibility in corridor < 3",
            );
            self.bad(span, (&zh, &en), help);
            return Condition::Always;
        }
        let Some((name, at)) = self.name_after(span, "in") else { return Condition::Always };
        let room = self.names.room(&name, at, self.out);
        match (room, self.comparison(at, &name)) {
            (Some(room), Some((compare, value))) => Condition::HazardIn(room, measure, compare, value),
            _ => Condition::Always,
        }
    }

    /// What a variable may be compared with.
    fn whole_number(&mut self, n: f64, span: Span) -> Option<i32> {
        let whole = n as i32;
        if f64::from(whole) == n {
            return Some(whole);
        }
        let (zh, en) = (format!("变量是整数，不能和 {n} 比"), format!("variables are whole numbers, they are never {n}"));
        self.bad(span, (&zh, &en), ("改成整数，例：paid > 0", "use a whole number, for example: paid > 0"));
        None
    }

    fn name_after(&mut self, span: Span, after: &str) -> Option<(String, Span)> {
        let word = self.take();
        if word.is_none() {
            self.unfinished(span, after);
        }
        word
    }

    fn chose(&mut self, span: Span) -> Condition {
        let Some((word, at)) = self.name_after(span, "chose") else { return Condition::Always };
        let Some((node, choice)) = word.split_once('.') else {
            let (zh, en) =
                (format!("chose 后面要写节点和选项，现在只有“{word}”"), format!("chose takes a node and a choice, here is only {word:?}"));
            self.bad(at, (&zh, &en), ("写成 chose 节点.选项", "write chose node.choice"));
            return Condition::Always;
        };
        let found = self.names.choice(node, choice, at, self.out);
        found.map_or(Condition::Always, |(n, c)| Condition::Chose(n, c))
    }

    /// A sign that is no comparison, with what is meant by it.
    fn no_comparison(&mut self, sign: &str, at: Span) {
        let next = self.words.get(self.at).filter(|(w, _)| matches!(w.as_str(), "<" | ">" | "=")).cloned();
        let (written, span) = next.map_or((sign.to_owned(), at), |(w, s)| (format!("{sign}{w}"), at.to(s)));
        let (zh, en) = (format!("条件里看不懂“{written}”"), format!("{written:?} makes no sense in this condition"));
        match written.as_str() {
            "=>" => self.bad(span, (&zh, &en), ("“大于等于”写成 >=", "write >= for \"at least\"")),
            "=<" => self.bad(span, (&zh, &en), ("“小于等于”写成 <=", "write <= for \"at most\"")),
            "<>" => self.bad(span, (&zh, &en), ("“不等于”写成 !=", "write != for \"is not\"")),
            ">=" | "<=" | "==" => {
                self.bad(span, (&zh, &en), ("两个符号之间不要空格", "write the two signs without a space between them"));
            }
            "=" => self.bad(span, (&zh, &en), ("“等于”写成两个等号 ==", "write == for \"equals\"")),
            _ => self.strange(span, &written),
        }
    }

    fn comparison(&mut self, span: Span, after: &str) -> Option<(Compare, f64)> {
        let Some((sign, at)) = self.take() else {
            let (zh, en) = (format!("“{after}”后面要写比较"), format!("{after:?} must be compared with something"));
            self.bad(span, (&zh, &en), ("例：visibility < 3", "for example: visibility < 3"));
            return None;
        };
        let compare = match sign.as_str() {
            "<" if !self.is_sign() => Compare::Less,
            "<=" => Compare::LessEqual,
            ">" if !self.is_sign() => Compare::More,
            ">=" => Compare::MoreEqual,
            "==" => Compare::Equal,
            "!=" => Compare::NotEqual,
            _ => {
                self.no_comparison(&sign, at);
                return None;
            }
        };
        let Some((value, at)) = self.take() else {
            self.unfinished(at, &sign);
            return None;
        };
        let negative = value == "-";
        let value = if negative { self.take().map_or(value, |(w, _)| w) } else { value };
        let found = value.parse::<f64>().ok().filter(|x| x.is_finite());
        if found.is_none() {
            let (zh, en) = (format!("这里要和数字比，“{value}”不是数字"), format!("a number belongs here, {value:?} is none"));
            self.bad(
                at,
                (&zh, &en),
                ("例：paid > 0；随机变化用 is：sender is courier", "for example: paid > 0; variants take is: sender is courier"),
            );
        }
        // A unit may follow a number, as one would say it aloud.
        for unit in ["m", "s", "degrees", "ppm"] {
            let _ = self.eat(unit);
        }
        found.map(|x| (compare, if negative { -x } else { x }))
    }
}
