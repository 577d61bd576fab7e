//! Looking back at ten minutes in a burning dormitory with sixty people: the whole debrief, what another door would have changed over
//! the last five minutes, and a leap to any moment.

use std::sync::Arc;
use std::time::Duration;

use drillroom::debrief::{Act, Debrief, Replay};
use drillroom::run::{Action, Phase, Run, Tape};
use drillroom::scenario::{Loaded, TICKS_PER_SECOND};

use super::crowd::dormitory;
use super::{Aim, Bench, TEN_MINUTES_TICKS};

/// Ten minutes in the washroom; its door is shut after five, or left as it was.
fn tape(case: &Arc<Loaded>, shuts: bool) -> Tape {
    let mut run = Run::new(Arc::clone(case), 1);
    let mut tape = Tape::default();
    let mut begun = None;
    while *run.phase() != Phase::Over && begun.is_none_or(|tick| run.now() < tick + TEN_MINUTES_TICKS) {
        let action = match (run.phase(), begun) {
            (Phase::Decide { .. }, _) => Some(Action::Pick(0)),
            (Phase::Wait { .. }, None) => {
                begun = Some(run.now());
                None
            }
            (Phase::Wait { .. }, Some(tick)) if shuts && run.now() == tick + TEN_MINUTES_TICKS / 2 => Some(Action::Use(true)),
            (Phase::Wait { .. }, _) => None,
            _ => Some(Action::Next),
        };
        if let Some(action) = action {
            tape.inputs.push((run.now(), action));
            run.apply(action);
        }
        run.tick();
    }
    tape.end = run.now();
    tape
}

/// The debrief with a counterfactual and without; the film; a leap in it.
pub(super) fn look_back(bench: &mut Bench) {
    let case = dormitory("wash_in");
    let (shut, left) = (tape(&case, true), tape(&case, false));
    let acts = |tape: &Tape| Debrief::of(&case, 1, tape).doors;
    assert!(acts(&shut).iter().any(|(_, act)| *act == Act::Shut) && acts(&left).is_empty(), "one door is shut, and only in one of them");
    let aim = |seconds| Aim::Within(Duration::from_secs(seconds));
    bench.measure("debrief/ten-minutes", aim(5), || Debrief::of(&case, 1, &left));
    // What it takes longer is the counterfactual of the last five minutes, and the four after them that a debrief looks ahead.
    bench.measure("debrief/ten-minutes-and-another-door", aim(8), || Debrief::of(&case, 1, &shut));
    bench.measure("debrief/film-of-ten-minutes", aim(5), || Replay::of(&case, 1, &left));
    let film = Replay::of(&case, 1, &left);
    // The worst leap: to the last frame before a checkpoint.
    let worst = (0..film.len()).rev().step_by(TICKS_PER_SECOND as usize).take(12).collect::<Vec<_>>();
    let mut turn = 0;
    bench.measure("debrief/leap-to-a-moment", Aim::Within(Duration::from_millis(100)), || {
        turn += 1;
        film.at(worst[turn % worst.len()])
    });
}
