//! The plan of the place with the way through it: where, how much harm, which choice, which door.
//!
//! Storeys that lie above each other are drawn below each other, only those the student was in; a place of one storey, or of storeys
//! side by side, is one drawing.

mod labels;
mod marks;
mod others;
mod quake;
mod rooms;
mod sheet;
mod way;

use super::Debrief;
use super::ink::{self, GROUND, MARGIN, WIDE};
use super::shape::{Picture, Shape};
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
    drawn(debrief, lang).0
}

/// The picture, and where its words are, by storey.
fn drawn(debrief: &Debrief, lang: Lang) -> (Picture, Vec<Labels>) {
    let title = tr(lang, "report-plan");
    let empty = || Picture::new(WIDE, GROUND, title.clone());
    let mut layers = Layers { floor: empty(), way: empty(), names: empty(), marks: empty() };
    let place = &debrief.case.place;
    ink::title(&mut layers.floor, &title, &format!("{} · {}", debrief.case.scenario.title.get(lang), place.name.get(lang)));
    let sheets = sheet::sheets(debrief, TOP);
    let mut bottom = TOP;
    let mut words = Vec::new();
    for sheet in &sheets {
        words.push(storey(debrief, lang, sheet, sheets.len() > 1, &mut layers));
        bottom = sheet.bottom();
    }
    // Lines to spots run below all numbers and words.
    layers.marks.shapes.sort_by_key(|s| !matches!(s, Shape::Line { .. }));
    let mut picture = layers.floor;
    picture.shapes.extend(layers.way.shapes);
    picture.shapes.extend(layers.names.shapes);
    picture.shapes.extend(layers.marks.shapes);
    picture.height = marks::legend(debrief, lang, &mut picture, bottom + 26.0, &sheets) + MARGIN / 2.0;
    (picture, words)
}

fn storey(debrief: &Debrief, lang: Lang, sheet: &Sheet, is_one_of_several: bool, layers: &mut Layers) -> Labels {
    // Beside a narrow drawing there is room too.
    let mut labels = Labels::within((MARGIN / 2.0, sheet.from.1), (WIDE - MARGIN / 2.0, sheet.bottom()));
    rooms::rooms(debrief, sheet, &mut layers.floor);
    quake::lying(debrief, sheet, &mut layers.floor);
    quake::take(debrief, sheet, &mut labels);
    others::others(debrief, sheet, &mut layers.floor, &mut labels);
    way::way(debrief, sheet, &mut layers.way, &mut labels);
    marks::burning(debrief, lang, sheet, &mut layers.marks, &mut labels);
    marks::take_spots(debrief, sheet, &mut labels);
    // A name belongs in its room; a choice has a line to its spot and can stand aside.
    rooms::names(debrief, lang, sheet, &mut layers.names, &mut labels);
    quake::marks(debrief, lang, sheet, &mut layers.marks, &mut labels);
    marks::marks(debrief, lang, sheet, &mut layers.marks, &mut labels);
    if is_one_of_several {
        rooms::storey_name(sheet, lang, &mut layers.names);
    }
    labels
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::diag::Findings;
    use crate::run::play;
    use crate::scenario::{load, read_plan};

    #[test]
    fn on_the_plans_of_the_shipped_drills_no_words_meet_and_none_leaves_the_picture() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        for id in ["dorm-fire", "classroom-quake", "vape-party"] {
            for end in ["pass", "fail"] {
                let case = Arc::new(load(&root.join(format!("{id}.ron"))).expect("it is there").0.expect("it is sound"));
                let text = std::fs::read_to_string(root.join(format!("plans/{id}.{end}.ron"))).expect("it is there");
                let plan = read_plan(&text, Some(&case.scenario), &mut Findings::default());
                let played = play(&case, 1, &plan).expect("it runs through");
                let debrief = Debrief::of(&case, 1, &played.tape);
                for lang in [Lang::Zh, Lang::En] {
                    let (picture, storeys) = drawn(&debrief, lang);
                    for labels in &storeys {
                        let inside = labels.bounds();
                        assert!(inside.min[0] >= 0.0 && inside.max[0] <= picture.width && inside.max[1] <= picture.height);
                        assert_eq!(labels.meeting(), None, "{id} {end} {lang:?}");
                    }
                    let numbers =
                        picture.shapes.iter().filter(|s| matches!(s, Shape::Text { words, .. } if words.parse::<usize>().is_ok()));
                    let legend = 3;
                    assert!(numbers.count() >= debrief.trace.choices.len() + legend, "{id} {end}: every choice is on the plan");
                }
            }
        }
    }
}
