//! A question to the place as an author would write it.

use crate::place::Place;
use crate::run::Question;
use crate::scenario::wording::{happening, measure, sign};

/// A question to the place.
pub(super) fn question(place: &Place, asked: &Question) -> String {
    match asked {
        Question::Hazard(of, compare, value) => format!("{} {} {value}", measure(*of), sign(*compare)),
        Question::HazardIn(room, of, compare, value) => {
            format!("{} in {} {} {value}", measure(*of), place.rooms[room.index()].id, sign(*compare))
        }
        Question::Crouching => "crouching".to_owned(),
        Question::Trapped => "trapped".to_owned(),
        Question::In(room) => format!("in {}", place.rooms[room.index()].id),
        Question::Happened(what) => happening(place, *what),
    }
}
