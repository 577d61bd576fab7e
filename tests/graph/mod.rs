//! The map of a drill: what is drawn and how it is marked, what other tools are given, and that hostile words stay words.
//!
//! `drawn` the picture · `told` DOT and Mermaid · `command` the subcommand with its exit codes and files. Whether things
//! lie on each other is asked inside the layer, in `src/graph/sheet/tests.rs`.

mod command;
mod drawn;
mod told;

use std::path::{Path, PathBuf};

use drillroom::diag::Lang;
use drillroom::graph::{Map, Marks};
use drillroom::scenario::{Loaded, load};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn loaded(path: &Path) -> Loaded {
    let (loaded, checked) = load(path).expect("the drill is there");
    loaded.unwrap_or_else(|| panic!("{}", checked.render(Lang::En)))
}

/// The author's guide's own example.
fn example() -> Loaded {
    loaded(&root().join("tests/cases/good/class-fee.ron"))
}

/// Its map. The hash is fixed, so that a comma in the example's comments is no change here.
fn map(lang: Lang) -> Map {
    let mut map = Map::of(&example(), lang, &Marks::default(), None);
    map.hash = "01234567".to_owned();
    map
}
