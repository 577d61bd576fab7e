//! The map of a drill: what leads where, as a picture to print (SVG) and as text for other tools (DOT, Mermaid).
//!
//! [`Map`] is the drill as plain data in one language; [`Marks`] adds what an exploration found, [`Traffic`] what a class
//! chose. `sheet` puts the map on sheets of A3 and `svg` draws them. Nothing here opens a file, and the same drill gives
//! the same bytes for ever: no date, no order by chance.

mod card;
mod dot;
mod link;
mod map;
mod marks;
mod measure;
mod mermaid;
mod plain;
mod read;
mod route;
mod says;
mod sheet;
mod svg;
mod told;
mod traffic;
mod widths;

pub use dot::dot;
pub use map::{Card, Clock, Finish, Flag, Kind, Link, Map, Row, Share, Then, Why};
pub use marks::{Marks, Step};
pub(crate) use measure::Letters;
pub use mermaid::mermaid;
pub use sheet::TooLarge;
pub use svg::svg;
pub(crate) use svg::{FONTS, escape};
pub use traffic::Traffic;
