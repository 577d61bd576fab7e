//! `drillroom lab` in a build without the window: says so and what to do.

use super::args::{Cli, LabWindowArgs};
use super::{CannotRun, Outcome};

/// There is no window in this build.
pub(super) fn lab(_: &LabWindowArgs, _: &Cli) -> Outcome {
    Err(CannotRun("这个版本没有窗口，请用默认功能编译：cargo run / this build has no window; build with the default features".to_owned())
        .into())
}
