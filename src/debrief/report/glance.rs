//! The few figures that a teacher looks for first: one card each, only those that this drill has.

use super::super::{Debrief, says};
use super::tables::margin;
use crate::diag::Lang;
use crate::graph::escape;
use crate::hazard::FAR;
use crate::scenario::Grade;
use crate::words::{tr, tr_with};

/// Cards fit on a line of A4 up to so many.
const MOST: usize = 5;
/// So many need no more.
const ENOUGH: usize = 4;

/// Writes the cards.
pub fn cards(debrief: &Debrief, lang: Lang, out: &mut String) {
    let cards = figures(debrief, lang);
    if cards.is_empty() {
        return;
    }
    out.push_str("<div class=\"cards\">\n");
    for (name, value) in cards {
        out.push_str(&format!("<div><span>{}</span><b>{}</b></div>\n", escape(&name), escape(&value)));
    }
    out.push_str("</div>\n");
}

/// What is looked for first, and how much it is.
pub fn figures(debrief: &Debrief, lang: Lang) -> Vec<(String, String)> {
    let mut cards: Vec<(&str, String)> = Vec::new();
    shaking(debrief, lang, &mut cards);
    others(debrief, lang, &mut cards);
    smoke(debrief, lang, &mut cards);
    let made = &debrief.trace.choices;
    // The ring says how well it went; where there is room this says how.
    if !made.is_empty() && cards.len() < ENOUGH {
        let good = made.iter().filter(|c| c.grade == Grade::Good).count().to_string();
        cards.push(("report-glance-choices", tr_with(lang, "report-glance-good", &[("good", &good), ("n", &made.len().to_string())])));
    }
    cards.into_iter().take(MOST).map(|(key, value)| (tr(lang, key), value)).collect()
}

fn shaking(debrief: &Debrief, lang: Lang, cards: &mut Vec<(&'static str, String)>) {
    let Some(quake) = &debrief.quake else { return };
    cards.push(("report-quake-most", tr_with(lang, "report-quake-degrees", &[("n", &format!("{:.1}", quake.most))])));
    let (of, low) = quake.strong;
    if of > 0.0 {
        let with = [("low", format!("{low:.0}")), ("of", format!("{of:.0}"))];
        cards.push(("report-quake-low", tr_with(lang, "report-quake-low-of", &with.each_ref().map(|(k, v)| (*k, v.as_str())))));
    }
    cards.push(("report-quake-hurt", says::injury(quake.hurt(), lang)));
}

fn others(debrief: &Debrief, lang: Lang, cards: &mut Vec<(&'static str, String)>) {
    if let Some(crowd) = &debrief.crowd {
        let with = [("safe", crowd.end().safe.to_string()), ("n", crowd.people.to_string())];
        cards.push(("report-glance-others", tr_with(lang, "report-crowd-count", &with.each_ref().map(|(k, v)| (*k, v.as_str())))));
    }
}

fn smoke(debrief: &Debrief, lang: Lang, cards: &mut Vec<(&'static str, String)>) {
    if !debrief.tells_smoke() {
        return;
    }
    let out = debrief.times.out.map_or_else(|| tr(lang, "report-glance-inside"), says::when);
    cards.push(("report-glance-out", out));
    if let Some(closest) = debrief.times.closest() {
        cards.push(("report-glance-closest", margin(closest, lang).0));
    }
    cards.push(("report-min-dose", says::amount(debrief.card.dose.toxic)));
    if debrief.card.dose.heat >= 0.005 {
        cards.push(("report-heat-dose", says::amount(debrief.card.dose.heat)));
    }
    let sight = match debrief.card.least_visibility {
        far if far >= FAR => tr(lang, "report-sight-0"),
        near => tr_with(lang, "report-metres", &[("n", &format!("{near:.1}"))]),
    };
    cards.push(("report-least-sight", sight));
}
