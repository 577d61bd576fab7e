//! Exploring drills: against brute force, against play, and what is found in drills that are broken on purpose.

mod bounds;
mod broken;
mod brute;
mod generated;
mod physical;
mod plays;
mod shipped;
mod witnesses;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use drillroom::diag::Lang;
use drillroom::explore::{Limits, Report, Space, report};
use drillroom::run::Phase;
use drillroom::scenario::{Loaded, NodeId, load};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A drill that must be sound.
fn case(path: &str) -> Arc<Loaded> {
    let (loaded, checked) = load(&root().join(path)).expect("the drill is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(Lang::En))))
}

fn space(case: &Arc<Loaded>) -> Space {
    Space::explore(case, &Limits::default(), &mut |_| {})
}

/// A space of states and what is said of it.
fn explored(case: &Arc<Loaded>) -> (Space, Report) {
    let space = space(case);
    let said = report(&space);
    (space, said)
}

/// What kind of moment a phase is, and at which node: what a run and the explorer's states must agree on.
fn moment(phase: &Phase) -> (std::mem::Discriminant<Phase>, Option<NodeId>) {
    (std::mem::discriminant(phase), phase.node())
}
