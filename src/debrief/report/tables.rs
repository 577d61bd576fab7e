//! The tables of the page: the time that was left, and every choice with its reason.

use super::super::ink::grade_key;
use super::super::times::RoomTime;
use super::super::{Debrief, WhatIf, says};
use super::say;
use crate::diag::Lang;
use crate::graph::escape;
use crate::place::RoomId;
use crate::scenario::Grade;
use crate::words::{tr, tr_with};

pub fn head(lang: Lang, keys: &[&str], out: &mut String) {
    out.push_str("<table>\n<thead><tr>");
    for key in keys {
        out.push_str(&format!("<th>{}</th>", say(lang, key)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
}

/// ASET against RSET of every room on the way; with the door otherwise, where one is told of.
pub fn times(debrief: &Debrief, lang: Lang, out: &mut String) {
    if !debrief.tells_smoke() {
        return;
    }
    out.push_str(&format!("<section>\n<h2>{}</h2>\n<p>{}</p>\n", say(lang, "report-times"), escape(&summary(debrief, lang))));
    let mut keys = vec!["report-col-room", "report-col-aset", "report-col-reason", "report-col-left", "report-col-margin"];
    if matches!(debrief.what_if, WhatIf::Door(_)) {
        keys.push("report-col-other");
    }
    head(lang, &keys, out);
    let visited: Vec<RoomId> = debrief.times.rooms.iter().map(|r| r.room).collect();
    for time in &debrief.times.rooms {
        row(debrief, time.room, Some(time), lang, out);
    }
    // Rooms that nobody of this run was in, but somebody else may have been: told when the door changes them.
    if let WhatIf::Door(c) = &debrief.what_if {
        for change in c.rooms.iter().filter(|c| !visited.contains(&c.room)) {
            row(debrief, change.room, None, lang, out);
        }
    }
    out.push_str(&format!("</tbody>\n</table>\n<p class=\"note\">{}</p>\n</section>\n", say(lang, "report-times-how")));
}

/// When the student was out, and where it was closest: a sentence or two.
pub fn summary(debrief: &Debrief, lang: Lang) -> String {
    let out = match debrief.times.out {
        Some(time) => tr_with(lang, "report-out-at", &[("when", &says::when(time))]),
        None => tr(lang, "report-out-never"),
    };
    let closest = debrief.times.closest().map(|c| {
        let name = says::room_name(&debrief.case.place, c.room, lang);
        tr_with(lang, "report-closest", &[("room", &name), ("margin", &margin(c, lang).0)])
    });
    match (closest, lang) {
        (Some(closest), Lang::En) => format!("{out} {closest}"),
        (Some(closest), Lang::Zh) => format!("{out}{closest}"),
        (None, _) => out,
    }
}

/// The margin in words, and how it is shown.
pub fn margin(time: &RoomTime, lang: Lang) -> (String, &'static str) {
    match time.margin() {
        Some(m) if m < 0.0 => (tr_with(lang, "report-margin-late", &[("s", &says::length(m, lang))]), "late"),
        Some(m) if !time.stayed => (tr_with(lang, "report-margin-early", &[("s", &says::length(m, lang))]), "early"),
        _ => (tr(lang, "report-margin-none"), ""),
    }
}

fn row(debrief: &Debrief, room: RoomId, time: Option<&RoomTime>, lang: Lang, out: &mut String) {
    let until = |film: &super::super::Film| {
        let failed = film.room(room).and_then(|w| w.state.untenable);
        match failed {
            Some(u) => (says::when(u.time), says::limit(u.limit, lang)),
            None => (tr_with(lang, "report-holds", &[("when", &says::when(film.until))]), String::new()),
        }
    };
    let (aset, reason) = until(&debrief.film);
    let left = time.map_or_else(|| "—".to_owned(), |t| if t.stayed { tr(lang, "report-still") } else { says::when(t.left) });
    let (margin, class) = time.map_or_else(|| ("—".to_owned(), ""), |t| margin(t, lang));
    let name = says::room_name(&debrief.case.place, room, lang);
    out.push_str(&format!(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"{class}\">{}</td>",
        escape(&name),
        escape(&aset),
        escape(&reason),
        escape(&left),
        escape(&margin)
    ));
    if let WhatIf::Door(c) = &debrief.what_if {
        out.push_str(&format!("<td>{}</td>", escape(&until(&c.film).0)));
    }
    out.push_str("</tr>\n");
}

/// Every choice in time, with its grade, points and reason.
pub fn choices(debrief: &Debrief, lang: Lang, out: &mut String) {
    out.push_str(&format!("<section>\n<h2>{}</h2>\n", say(lang, "report-choices")));
    if debrief.trace.choices.is_empty() {
        out.push_str(&format!("<p>{}</p>\n</section>\n", say(lang, "report-no-choices")));
        return;
    }
    head(lang, &["report-col-n", "report-col-when", "report-col-choice", "report-col-grade", "report-col-points", "report-col-why"], out);
    let lines = debrief.card.choices.iter().filter(|l| l.grade.is_some());
    for (n, (made, line)) in debrief.trace.choices.iter().zip(lines).enumerate() {
        let Some(choice) = debrief.choice(made) else { continue };
        let text = choice.text.get(lang);
        let text = if text.is_empty() { &choice.id } else { text };
        let mut said = escape(text);
        for key in [(!made.first_try).then_some("report-again"), made.timed_out.then_some("timed-out")].into_iter().flatten() {
            said.push_str(&format!(" <span class=\"note\">({})</span>", say(lang, key)));
        }
        let (class, mark) = mark(made.grade, n + 1);
        let why = choice.why.as_ref().or(choice.then.as_ref()).map_or("", |w| w.get(lang));
        out.push_str(&format!(
            "<tr><td class=\"n\"><span class=\"g\">{mark}</span></td><td class=\"n\">{}</td><td>{said}</td><td class=\"g {class}\">{}</td>\
             <td class=\"n\">{}/{}</td><td>{}</td></tr>\n",
            says::when(made.time),
            say(lang, grade_key(made.grade)),
            line.points,
            line.max_points,
            escape(why)
        ));
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
}

/// The number of a choice in the shape of its grade, as on the plan.
fn mark(grade: Grade, number: usize) -> (&'static str, String) {
    let (class, shape) = match grade {
        Grade::Good => ("good", "<circle cx=\"20\" cy=\"20\" r=\"18\"/>"),
        Grade::Poor => ("poor", "<rect x=\"4\" y=\"4\" width=\"32\" height=\"32\"/>"),
        Grade::Critical => ("critical", "<path d=\"M20 -2L42 20L20 42L-2 20Z\"/>"),
    };
    let drawn = format!(
        "<svg class=\"{class}\" viewBox=\"-3 -3 46 46\" fill=\"currentColor\">{shape}<text x=\"20\" y=\"28\" font-size=\"22\" font-weight=\"700\" \
         text-anchor=\"middle\" fill=\"#fff\">{number}</text></svg>"
    );
    (class, drawn)
}
