//! The debrief on one page of HTML: no script, nothing loaded from elsewhere, made to be printed on A4. Every word that comes from a
//! scenario, a place or a record is made safe on its way out.

mod glance;
mod page;
mod quake;
mod tables;

pub use glance::figures;

use super::Debrief;
use super::chart::charts;
use super::plan::plan;
use super::says;
use super::svg::svg;
use crate::diag::Lang;
use crate::graph::escape;
use crate::words::{tr, tr_with};

/// Whose run it was, as a page may show it: masked already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Who {
    /// Number and name, masked; empty = not registered.
    pub student: String,
    /// 班级
    pub class: String,
    /// When it was played, 北京时间; empty for a plan.
    pub played: String,
}

/// Writes the page.
pub fn report(debrief: &Debrief, who: &Who, lang: Lang) -> String {
    let mut out = page::head(debrief, lang);
    header(debrief, who, lang, &mut out);
    what_if(debrief, lang, &mut out);
    picture(&svg(&plan(debrief, lang), lang), &mut out);
    for chart in charts(debrief, lang) {
        picture(&svg(&chart, lang), &mut out);
    }
    quake::table(debrief, lang, &mut out);
    tables::times(debrief, lang, &mut out);
    tables::choices(debrief, lang, &mut out);
    sources(debrief, lang, &mut out);
    out.push_str(&format!("<footer>{}</footer>\n</main>\n</body>\n</html>\n", escape(&tr(lang, "report-foot"))));
    out
}

/// Words made safe, by key.
fn say(lang: Lang, key: &str) -> String {
    escape(&tr(lang, key))
}

fn header(debrief: &Debrief, who: &Who, lang: Lang, out: &mut String) {
    let (s, card) = (&debrief.case.scenario, &debrief.card);
    let ending = debrief.run_ending(lang).unwrap_or_else(|| "—".to_owned());
    let student = if who.student.is_empty() { tr(lang, "report-nobody") } else { who.student.clone() };
    let mut facts = vec![("report-who", student)];
    if !who.class.is_empty() {
        facts.push(("report-class", who.class.clone()));
    }
    if !who.played.is_empty() {
        facts.push(("report-played", who.played.clone()));
    }
    facts.push(("report-ending", ending));
    let (class, mark) = if card.passed { ("pass", "passed") } else { ("fail", "not-passed") };
    let points = tr_with(lang, "report-points", &[("n", &card.points.to_string()), ("of", &card.max_points.to_string())]);
    out.push_str(&format!(
        "<header>\n<div class=\"ring {class}\"><b>{}%</b><span>{}</span><span>{}</span></div>\n<div>\n<p class=\"kind\">{}</p>\n<h1>{}</h1>\n<dl>\n",
        card.percent,
        say(lang, mark),
        escape(&points),
        say(lang, "report-title"),
        escape(s.title.get(lang))
    ));
    for (key, value) in facts {
        out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", say(lang, key), escape(&value)));
    }
    out.push_str("</dl>\n");
    glance::cards(debrief, lang, out);
    if debrief.tells_smoke() {
        out.push_str(&format!("<p class=\"note\">{}</p>\n", say(lang, "report-dose-note")));
    }
    if debrief.trace.is_cut {
        out.push_str(&format!("<p class=\"note\">{}</p>\n", say(lang, "report-cut")));
    }
    out.push_str("</div>\n</header>\n");
}

/// What pictures cannot say: a heading and a sentence or two each.
pub fn notes(debrief: &Debrief, lang: Lang) -> Vec<(String, String)> {
    let mut notes = vec![(tr(lang, what_if_key(debrief)), says::told(debrief, lang))];
    notes.extend(debrief.quake.as_ref().map(|q| (tr(lang, "report-quake-table"), quake::summary(debrief, q, lang))));
    notes.extend(debrief.tells_smoke().then(|| (tr(lang, "report-times"), tables::summary(debrief, lang))));
    notes
}

fn what_if_key(debrief: &Debrief) -> &'static str {
    if debrief.quake.is_some() { "report-quake-what-if" } else { "report-what-if" }
}

fn what_if(debrief: &Debrief, lang: Lang, out: &mut String) {
    let key = what_if_key(debrief);
    out.push_str(&format!(
        "<section class=\"if\">\n<h2>{}</h2>\n<p class=\"told\">{}</p>\n",
        say(lang, key),
        escape(&says::told(debrief, lang))
    ));
    if debrief.quake.as_ref().is_some_and(|q| q.is_physical) {
        out.push_str(&format!("<p class=\"note\">{}</p>\n", say(lang, "report-quake-if-how")));
    }
    if matches!(debrief.what_if, super::WhatIf::Door(_)) {
        out.push_str(&format!("<p class=\"note\">{}</p>\n", say(lang, "report-if-how")));
    }
    out.push_str("</section>\n");
}

fn picture(drawing: &str, out: &mut String) {
    out.push_str(&format!("<figure>\n{drawing}</figure>\n"));
}

/// What is computed and after whom; what the drill itself cites for the choices that were made.
fn sources(debrief: &Debrief, lang: Lang, out: &mut String) {
    let s = &debrief.case.scenario;
    let mut cited: Vec<usize> = Vec::new();
    for made in &debrief.trace.choices {
        let Some(choice) = debrief.choice(made) else { continue };
        for source in &choice.cites {
            if !cited.contains(&source.index()) {
                cited.push(source.index());
            }
        }
    }
    let mut list: Vec<String> = cited.iter().filter_map(|n| s.sources.get(*n)).map(|c| c.name.get(lang).to_owned()).collect();
    if debrief.quake.is_some() {
        list.push(tr(lang, "report-source-quake"));
    }
    if debrief.tells_smoke() {
        let keys = ["report-source-iso", "report-source-pd", "report-source-fridolf"];
        list.extend(keys.iter().map(|k| tr(lang, k)));
    }
    if !matches!(debrief.what_if, super::WhatIf::NoPhysics) {
        list.extend(["report-source-zone", "report-source-item"].iter().map(|k| tr(lang, k)));
    }
    if list.is_empty() {
        return;
    }
    out.push_str(&format!("<section>\n<h2>{}</h2>\n<ul>\n", say(lang, "report-sources")));
    for line in list {
        out.push_str(&format!("<li>{}</li>\n", escape(&line)));
    }
    out.push_str("</ul>\n</section>\n");
}
