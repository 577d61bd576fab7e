//! The plan of the place with the way through it: where, how much harm, which choice, which door.
//!
//! Storeys that lie above each other are drawn below each other, only those the student was in; a place of one storey, or of storeys
//! side by side, is one drawing.

mod labels;
mod marks;
mod rooms;
mod sheet;
mod way;

use super::Debrief;
use super::ink::{self, GROUND, MARGIN, WIDE};
use super::shape::Picture;
use crate::diag::Lang;
use crate::words::tr;
use labels::Labels;
use sheet::Sheet;

/// Space above the first storey and between storeys.
const TOP: f64 = 100.0;

/// What is drawn of a plan, each on the one before.
#[derive(Debug)]
struct Layers {
    floor: Picture,
    way: Picture,
    names: Picture,
    marks: Picture,
}

/// Draws the plan.
pub fn plan(debrief: &Debrief, lang: Lang) -> Picture {
    let title = tr(lang, "report-plan");
    let empty = || Picture::new(WIDE, GROUND, title.clone());
    let mut layers = Layers { floor: empty(), way: empty(), names: empty(), marks: empty() };
    let place = &debrief.case.place;
    ink::title(&mut layers.floor, &title, &format!("{} · {}", debrief.case.scenario.title.get(lang), place.name.get(lang)));
    let sheets = sheet::sheets(debrief, TOP);
    let mut bottom = TOP;
    for sheet in &sheets {
        storey(debrief, lang, sheet, sheets.len() > 1, &mut layers);
        bottom = sheet.bottom();
    }
    let mut picture = layers.floor;
    picture.shapes.extend(layers.way.shapes);
    picture.shapes.extend(layers.names.shapes);
    picture.shapes.extend(layers.marks.shapes);
    picture.height = marks::legend(debrief, lang, &mut picture, bottom + 26.0, sheets.first().map_or(30.0, |s| s.scale)) + MARGIN / 2.0;
    picture
}

fn storey(debrief: &Debrief, lang: Lang, sheet: &Sheet, is_one_of_several: bool, layers: &mut Layers) {
    let mut labels = Labels::within(sheet.from, (sheet.from.0 + sheet.size.0, sheet.from.1 + sheet.size.1));
    rooms::rooms(debrief, sheet, &mut layers.floor);
    way::way(debrief, sheet, &mut layers.way, &mut labels);
    marks::burning(debrief, lang, sheet, &mut layers.marks, &mut labels);
    // A name belongs in its room; a choice has a line to its spot and can stand aside.
    rooms::names(debrief, lang, sheet, &mut layers.names, &mut labels);
    marks::marks(debrief, lang, sheet, &mut layers.marks, &mut labels);
    if is_one_of_several {
        rooms::storey_name(sheet, lang, &mut layers.names);
    }
}
