//! Everything painted in code: the tiling detail of each surface, the atlas of signs, and the fonts they share.
//!
//! Nothing here knows Bevy's renderer: the results are plain RGBA8 bytes that the view uploads once.

pub mod area;
pub mod book;
pub mod canvas;
pub mod fonts;
pub mod lettering;
pub mod mip;
pub mod noise;
pub mod paint;
pub mod sign;
pub mod tiles;

pub use book::SignBook;
pub use sign::{SignArt, SignSpec};
