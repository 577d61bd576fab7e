//! The table of an earthquake: what came down, where it lies, how far from the student, and what it did to them.

use super::super::quake::{Fall, Quake};
use super::super::{Debrief, says};
use super::{say, tables};
use crate::diag::Lang;
use crate::graph::escape;
use crate::physics::quake::injury::Injury;
use crate::words::{tr, tr_with};

/// Rows at most: what hit, what would have hit, then the nearest.
const MOST_ROWS: usize = 8;

/// Writes the table and what is said above it.
pub fn table(debrief: &Debrief, lang: Lang, out: &mut String) {
    let Some(quake) = &debrief.quake else { return };
    out.push_str(&format!("<section>\n<h2>{}</h2>\n<p>{}</p>\n", say(lang, "report-quake-table"), escape(&summary(debrief, quake, lang))));
    if quake.falls.is_empty() {
        out.push_str(&format!("<p>{}</p>\n</section>\n", say(lang, "report-quake-none")));
        return;
    }
    let mut keys = vec!["report-col-when", "report-col-piece", "report-col-where", "report-col-far", "report-col-hit"];
    if quake.is_physical {
        keys.push("report-col-upright");
    }
    tables::head(lang, &keys, out);
    let mut falls: Vec<&Fall> = quake.falls.iter().collect();
    let far = |f: &Fall| f.far.unwrap_or(f64::MAX);
    falls.sort_by(|a, b| (b.hit, b.upright).cmp(&(a.hit, a.upright)).then(far(a).total_cmp(&far(b))).then(a.time.total_cmp(&b.time)));
    let more = falls.len().saturating_sub(MOST_ROWS);
    falls.truncate(MOST_ROWS);
    falls.sort_by(|a, b| a.time.total_cmp(&b.time));
    for fall in falls {
        row(debrief, quake, fall, lang, out);
    }
    out.push_str("</tbody>\n</table>\n");
    if more > 0 {
        let words = tr_with(lang, "report-quake-more", &[("n", &more.to_string())]);
        out.push_str(&format!("<p class=\"note\">{}</p>\n", escape(&words)));
    }
    out.push_str("</section>\n");
}

pub fn summary(debrief: &Debrief, quake: &Quake, lang: Lang) -> String {
    let place = &debrief.case.place;
    let (of, low) = quake.strong;
    let mut said = vec![tr_with(lang, "report-quake-summary", &[("of", &format!("{of:.0}")), ("low", &format!("{low:.0}"))])];
    // Beside a desk is not under it, and a drill may ask for no more: only what sheltered is told.
    if let Some(desk) = quake.cover.and_then(|c| c.under) {
        said.push(tr_with(lang, "report-quake-under", &[("desk", says::kind(place.props[desk.index()].kind, lang))]));
    }
    if !quake.jams.is_empty() {
        let doors: Vec<String> = quake.jams.iter().map(|(door, _)| says::door_name(place, *door, lang)).collect();
        said.push(tr_with(lang, "report-quake-jams", &[("doors", &doors.join(&tr(lang, "report-and")))]));
    }
    said.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}

fn row(debrief: &Debrief, quake: &Quake, fall: &Fall, lang: Lang, out: &mut String) {
    let place = &debrief.case.place;
    let prop = &place.props[fall.prop.index()];
    let room =
        place.room_at([prop.at[0], fall.floor + 0.1, prop.at[2]]).map_or_else(|| "—".to_owned(), |r| says::room_name(place, r, lang));
    let far = fall.far.map_or_else(|| tr(lang, "report-there"), |far| tr_with(lang, "report-metres", &[("n", &format!("{far:.1}"))]));
    let class = |injury: Injury| if injury > Injury::None { "late" } else { "" };
    out.push_str(&format!(
        "<tr><td class=\"n\">{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"{}\">{}</td>",
        says::when(fall.time),
        escape(says::kind(prop.kind, lang)),
        escape(&room),
        escape(&far),
        class(fall.hit),
        escape(&says::injury(fall.hit, lang))
    ));
    if quake.is_physical {
        out.push_str(&format!("<td class=\"{}\">{}</td>", class(fall.upright), escape(&says::injury(fall.upright, lang))));
    }
    out.push_str("</tr>\n");
}
