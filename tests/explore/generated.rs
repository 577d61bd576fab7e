//! Small stories made from a handful of bytes: every kind of node, conditions, redo, timers, draws, a trigger.

use std::fmt::Write as _;
use std::sync::Arc;

use drillroom::scenario::{Loaded, load_bytes};

const PLACE: &str = r#"(
    id: "room", name: (zh: "寝室", en: "Room"),
    rooms: { "room": (min: (0.0, 0.0), max: (3.6, 5.0), finish: Dorm, name: (zh: "寝室", en: "Room")) },
    anchors: { "desk": (at: (1.8, 1.4), face: 180) },
)"#;

/// Numbers from bytes; zeros when they are used up.
struct Dice<'a>(std::slice::Iter<'a, u8>);

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        usize::from(*self.0.next().unwrap_or(&0)) % sides
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Choose,
    Signs,
    Judge,
    Branch,
    Wait,
    Tell,
}

struct Story<'a> {
    dice: Dice<'a>,
    kinds: Vec<Kind>,
    /// Ways may lead back.
    circles: bool,
    /// `crouching` is asked in one place only, so that two answers never meet.
    has_crouched: bool,
}

/// A sound drill from bytes, with every point and pass mark open: the maxima are far away.
pub(super) fn story(bytes: &[u8], circles: bool) -> Option<Arc<Loaded>> {
    let mut dice = Dice(bytes.iter());
    let count = 2 + dice.roll(3);
    let mut kinds: Vec<Kind> = (0..count)
        .map(|_| match dice.roll(9) {
            0..=3 => Kind::Choose,
            4 => Kind::Signs,
            5 => Kind::Judge,
            6 => Kind::Branch,
            7 => Kind::Wait,
            _ => Kind::Tell,
        })
        .collect();
    kinds.push(Kind::Choose);
    let text = Story { dice, kinds, circles, has_crouched: false }.text();
    load_bytes("story", text.as_bytes(), PLACE.as_bytes()).map(Arc::new)
}

impl Story<'_> {
    fn text(mut self) -> String {
        let mut out = String::from(
            r#"(id: "story", theme: Fraud, pass: 0, place: "room", at: "desk",
            title: (zh: "故事", en: "Story"), summary: (zh: "故事", en: "Story"), note: (zh: "故事", en: "Story"), brief: (zh: "故事", en: "Story"),
            competencies: { "a": (name: (zh: "甲", en: "A"), max: 1000), "b": (name: (zh: "乙", en: "B"), max: 1000) },
            vars: { "told": Flag(start: false), "n": Count(max: 2) },
            variants: { "kind": ["x", "y", "z"], "side": ["l", "r"], "idle": ["p", "q"] },
            sources: { "law": (zh: "法", en: "Law") },
            "#,
        );
        if self.dice.roll(3) == 0 {
            let _ = write!(out, "triggers: [(when: \"{}\", go: \"{}\")],", self.condition(), ["e0", "e1"][self.dice.roll(2)]);
        }
        out.push_str("start: \"n0\", nodes: {");
        for n in 0..self.kinds.len() {
            self.node(n, &mut out);
        }
        out.push_str(
            r#""e0": End(title: (zh: "好", en: "Good"), text: (zh: "好", en: "Good")),
            "e1": End(title: (zh: "坏", en: "Bad"), text: (zh: "坏", en: "Bad"), pass: false),
            "e2": End(title: (zh: "中", en: "So so"), text: (zh: "中", en: "So so")) } )"#,
        );
        out
    }

    /// The node after one: every node can be reached by these alone.
    fn after(&self, n: usize) -> String {
        if n + 1 < self.kinds.len() { format!("n{}", n + 1) } else { "e0".to_owned() }
    }

    fn anywhere(&mut self, n: usize) -> String {
        if self.circles && self.dice.roll(3) == 0 {
            return format!("n{}", self.dice.roll(self.kinds.len()));
        }
        let to = n + 1 + self.dice.roll(self.kinds.len() - n + 1);
        if to < self.kinds.len() { format!("n{to}") } else { format!("e{}", self.dice.roll(3)) }
    }

    fn condition(&mut self) -> String {
        let chosen = self.kinds.iter().position(|k| *k == Kind::Choose).unwrap_or(0);
        let node = self.dice.roll(self.kinds.len());
        match self.dice.roll(10) {
            0 => "told".to_owned(),
            1 => "not told".to_owned(),
            2 => "n >= 1".to_owned(),
            3 => "n == 2 or told".to_owned(),
            4 => "kind is x".to_owned(),
            5 => "kind is not y and side is l".to_owned(),
            6 => format!("seen n{node}"),
            7 => format!("chose n{chosen}.b"),
            8 if !self.has_crouched => {
                self.has_crouched = true;
                "crouching".to_owned()
            }
            _ => "side is r".to_owned(),
        }
    }

    fn effects(&mut self) -> &'static str {
        ["", "", "set: { \"told\": true }, ", "set: { \"told\": false }, ", "add: { \"n\": 1 }, ", "add: { \"n\": -1 }, "]
            [self.dice.roll(6)]
    }

    fn points(&mut self) -> String {
        format!("points: {{ \"a\": {}, \"b\": {} }}", self.dice.roll(5), self.dice.roll(4))
    }

    fn node(&mut self, n: usize, out: &mut String) {
        let ask = r#"ask: (zh: "问", en: "Ask")"#;
        let (go, effects) = (self.after(n), self.effects());
        let _ = match self.kinds[n] {
            Kind::Choose => {
                self.choose(n, out);
                return;
            }
            Kind::Signs => {
                let parts: String = (0..2 + self.dice.roll(2))
                    .map(|k| {
                        format!(
                            "(id: \"p{k}\", zh: \"句\", en: \"Part\", sign: {}, why: (zh: \"因\", en: \"Why\")),",
                            self.dice.roll(3) > 0
                        )
                    })
                    .collect();
                let points = self.points();
                write!(out, "\"n{n}\": Signs({effects}from: (zh: \"号\", en: \"No\"), {ask}, parts: [{parts}], {points}, go: \"{go}\"),")
            }
            Kind::Judge => {
                let items: String = (0..2)
                    .map(|k| {
                        let scam = self.dice.roll(2) == 0;
                        format!("(id: \"i{k}\", from: (zh: \"号\", en: \"No\"), zh: \"信\", en: \"Text\", scam: {scam}, why: (zh: \"因\", en: \"Why\")),")
                    })
                    .collect();
                let points = self.points();
                write!(out, "\"n{n}\": Judge({effects}{ask}, items: [{items}], {points}, go: \"{go}\"),")
            }
            Kind::Branch => {
                let (when, to) = (self.condition(), self.anywhere(n));
                write!(out, "\"n{n}\": Branch({effects}cases: [(when: \"{when}\", go: \"{to}\")], go: \"{go}\"),")
            }
            Kind::Wait => write!(out, "\"n{n}\": Wait({effects}seconds: 2, go: \"{go}\"),"),
            Kind::Tell => {
                write!(out, "\"n{n}\": Tell({effects}lines: [(zh: \"话\", en: \"Line\"), (zh: \"话\", en: \"Line\")], go: \"{go}\"),")
            }
        };
    }

    fn choose(&mut self, n: usize, out: &mut String) {
        let is_last = n + 1 == self.kinds.len();
        let mut choices = String::new();
        for k in 0..2 + self.dice.roll(2) {
            // The first is always there and leads on; the last decision leads to each ending.
            let is_first = k == 0;
            let go = match (is_first, is_last) {
                (true, _) => self.after(n),
                (false, true) => format!("e{k}"),
                (false, false) => self.anywhere(n),
            };
            let grade = ["Good", "Poor", "Critical", "Good"][self.dice.roll(4)];
            let (points, effects) = (self.points(), self.effects());
            let when =
                if !is_first && !is_last && self.dice.roll(3) == 0 { format!("when: \"{}\", ", self.condition()) } else { String::new() };
            let redo = if !is_first && !is_last && self.dice.roll(3) == 0 { "redo: true, then: (zh: \"果\", en: \"So\"), " } else { "" };
            let go = if redo.is_empty() { format!("go: \"{go}\", ") } else { String::new() };
            let _ = write!(
                choices,
                "(id: \"{}\", text: (zh: \"选\", en: \"Take\"), grade: {grade}, {points}, {effects}{when}{redo}{go}why: (zh: \"因\", en: \"Why\"), cites: [\"law\"]),",
                ["a", "b", "c"][k]
            );
        }
        // The last decision's third ending has a way of its own.
        if is_last && !choices.contains("\"e2\"") {
            choices.push_str("(id: \"d\", text: (zh: \"选\", en: \"Take\"), grade: Good, go: \"e2\"),");
        }
        let timer = match self.dice.roll(4) {
            0 => format!("seconds: 30, timeout: \"{}\", ", self.anywhere(n)),
            1 => "seconds: 30, timeout: \"b\", ".to_owned(),
            _ => String::new(),
        };
        let effects = self.effects();
        let _ = write!(out, "\"n{n}\": Choose({effects}ask: (zh: \"问\", en: \"Ask\"), {timer}choices: [{choices}]),");
    }
}
