//! Rules that need the whole scenario. One file, one code each; a new rule is a file here and a line in [`RULES`].

mod always_redo;
pub(super) mod anchor_blocked;
mod battery_put_out;
mod critical_unexplained;
mod crowd_no_room;
pub(super) mod crowd_no_way;
mod crowd_size;
mod empty_choices;
mod empty_variant;
mod maximum_missed;
pub(super) mod no_air;
mod no_crowd;
mod no_way_out;
mod pass_unreachable;
mod plans_missing;
mod points_over_maximum;
mod poor_unexplained;
mod reserved_name;
mod timer_without_outcome;
mod too_few_or_many;
mod unreachable_node;
mod value_out_of_range;
mod walk;

use super::model::Scenario;
use super::plan;
use crate::diag::{Code, Findings};

pub(super) use plans_missing::plans_beside;

/// A rule over a whole scenario.
#[derive(Debug)]
pub struct Rule {
    /// Its code.
    pub code: &'static Code,
    /// What it does; plan rules need files and are called by the loader.
    pub run: fn(&Scenario, &mut Findings),
}

/// All rules, in the order they are run.
pub const RULES: &[Rule] = &[
    Rule { code: &unreachable_node::CODE, run: unreachable_node::run },
    Rule { code: &no_way_out::CODE, run: no_way_out::run },
    Rule { code: &empty_choices::CODE, run: empty_choices::run },
    Rule { code: &timer_without_outcome::CODE, run: timer_without_outcome::run },
    Rule { code: &always_redo::CODE, run: always_redo::run },
    Rule { code: &too_few_or_many::CODE, run: too_few_or_many::run },
    Rule { code: &pass_unreachable::CODE, run: pass_unreachable::run },
    Rule { code: &points_over_maximum::CODE, run: points_over_maximum::run },
    Rule { code: &maximum_missed::CODE, run: maximum_missed::run },
    Rule { code: &critical_unexplained::CODE, run: critical_unexplained::run },
    Rule { code: &poor_unexplained::CODE, run: poor_unexplained::run },
    Rule { code: &value_out_of_range::CODE, run: value_out_of_range::run },
    Rule { code: &empty_variant::CODE, run: empty_variant::run },
    Rule { code: &reserved_name::CODE, run: reserved_name::run },
    Rule { code: &crowd_size::CODE, run: crowd_size::run },
    Rule { code: &no_crowd::CODE, run: no_crowd::run },
    Rule { code: &crowd_no_room::CODE, run: nothing },
    Rule { code: &crowd_no_way::CODE, run: nothing },
    Rule { code: &battery_put_out::CODE, run: battery_put_out::run },
    Rule { code: &no_air::CODE, run: nothing },
    Rule { code: &plans_missing::CODE, run: nothing },
    Rule { code: &plan::PLAN_STEP, run: nothing },
    Rule { code: &plan::PLAN_FAILS, run: nothing },
];

/// Rules about plans need files beside the scenario, rules about ways its place; the loader calls them.
fn nothing(_: &Scenario, _: &mut Findings) {}

/// Runs them all.
pub(super) fn run_rules(scenario: &Scenario, out: &mut Findings) {
    if scenario.nodes.is_empty() {
        return;
    }
    for rule in RULES {
        (rule.run)(scenario, out);
    }
}
