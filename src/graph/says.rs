//! Words of a scenario in one language: names, conditions as an author would write them, hazards, seconds, points.

use crate::diag::Lang;
use crate::place::Text;
use crate::scenario::wording;
use crate::scenario::{ActorId, Channel, Condition, From as Caller, HazardKind, Loaded, NodeId, Ticks};

/// A scenario and the language it is to be told in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    pub case: &'a Loaded,
    pub lang: Lang,
}

impl<'a> Words<'a> {
    pub(super) fn text(self, text: &'a Text) -> &'a str {
        text.get(self.lang)
    }

    /// One of two texts.
    pub(super) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A node's name in the file.
    pub(super) fn node(self, id: NodeId) -> &'a str {
        &self.case.scenario.node(id).id
    }

    pub(super) fn actor(self, id: ActorId) -> &'a str {
        self.text(&self.case.scenario.cast[id.index()].name)
    }

    pub(super) fn caller(self, from: &'a Caller) -> &'a str {
        match from {
            Caller::Actor(a) => self.actor(*a),
            Caller::Shown(t) => self.text(t),
        }
    }

    /// Who is heard or shown over a channel.
    pub(super) fn speaker(self, channel: &'a Channel) -> &'a str {
        match channel {
            Channel::Narration => "",
            Channel::Speech(a) => self.actor(*a),
            Channel::Call(f) | Channel::Sms(f) | Channel::Chat(f) => self.caller(f),
            Channel::Page(t) => self.text(t),
        }
    }

    /// A condition as an author would write it: the words of the file, whatever the language of the map.
    pub(super) fn condition(self, condition: &Condition) -> String {
        wording::condition(&self.case.scenario, &self.case.place, condition)
    }

    /// Hazards that begin or end when a node is first entered, a line each.
    pub(super) fn hazards_at(self, n: usize) -> Vec<String> {
        let s = &self.case.scenario;
        let begins = |from: Option<NodeId>| from.map_or(n == s.start.index(), |id| id.index() == n);
        let on: Vec<String> = s.hazards.iter().filter(|h| begins(h.from)).map(|h| self.hazard(&h.kind)).collect();
        let off: Vec<String> =
            s.hazards.iter().filter(|h| h.until.is_some_and(|id| id.index() == n)).map(|h| self.hazard(&h.kind)).collect();
        let line = |label: &str, mut list: Vec<String>| {
            list.dedup();
            (!list.is_empty()).then(|| format!("{label}{}", list.join(self.pick("、", ", "))))
        };
        [line(self.pick("危险开始：", "begins: "), on), line(self.pick("危险结束：", "ends: "), off)].into_iter().flatten().collect()
    }

    fn hazard(self, kind: &HazardKind) -> String {
        match kind {
            HazardKind::Smoke { room, .. } => {
                let name = self.text(&self.case.place.rooms[room.index()].name);
                match self.lang {
                    Lang::Zh => format!("烟（{name}）"),
                    Lang::En => format!("smoke ({name})"),
                }
            }
            HazardKind::Fire { .. } | HazardKind::Burn { .. } => self.pick("火", "fire").to_owned(),
            HazardKind::Shake { .. } | HazardKind::Quake(_) => self.pick("摇晃", "shaking").to_owned(),
        }
    }
}

/// Whether what the seed draws decides it.
pub(super) fn is_drawn(condition: &Condition) -> bool {
    let mut found = false;
    condition.atoms(&mut |atom| found |= matches!(atom, Condition::Variant(..)));
    found
}

/// Seconds without needless digits.
pub(super) fn seconds(ticks: Ticks) -> String {
    let tenths = libm::round(ticks.secs() * 10.0) / 10.0;
    format!("{tenths}")
}

/// Points with their sign.
pub(super) fn points(n: i32) -> String {
    match n {
        0 => "0".to_owned(),
        n if n < 0 => format!("−{}", n.unsigned_abs()),
        n => format!("+{n}"),
    }
}
