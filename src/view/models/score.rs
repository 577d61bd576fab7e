//! The score: points, tests and detection from the scorecard, and whether they were saved.

use super::help;
use crate::run::Run;
use crate::scenario::{Grade, NodeKind};
use crate::score::Scorecard;
use crate::view::recording::Recording;
use crate::view::ui::model::{ScoreModel, ScreenModel};
use crate::view::visit::Visit;
use crate::words::tr;

/// The score.
pub fn score(run: &Run, visit: &Visit, recording: &Recording) -> ScreenModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    let card = Scorecard::of(run);
    let text_of = |id: &str| {
        s.nodes.iter().find_map(|n| match &n.kind {
            NodeKind::Decide(d) => d.choices.iter().find(|c| c.id == id && c.grade == Grade::Critical).map(|c| c.text.get(lang).to_owned()),
            _ => None,
        })
    };
    let saved = match &recording.outcome {
        Some(Ok(())) => Ok(tr(lang, "saved")),
        Some(Err(e)) => Err(e.clone()),
        None => Ok(tr(lang, "saving")),
    };
    ScreenModel::Score(ScoreModel {
        title: s.title.get(lang).to_owned(),
        percent: card.percent,
        passed: card.passed,
        left: card.status == "left",
        points: (card.points, card.max_points),
        competencies: s
            .competencies
            .iter()
            .zip(&card.competencies)
            .map(|(c, l)| (c.name.get(lang).to_owned(), l.points, l.max_points))
            .collect(),
        critical: card.critical_errors.iter().filter_map(|id| text_of(id)).collect(),
        // Before and after can only be held against each other once there is an after.
        tests: (card.tests.pre_of > 0 && card.status != "left").then_some((
            card.tests.pre,
            card.tests.pre_of,
            card.tests.post,
            card.tests.post_of,
        )),
        detection: card.detection.map(|d| (d.hits, d.hits + d.misses, d.false_alarms, d.false_alarms + d.correct_rejections)),
        saved,
        help: help(s, lang),
    })
}
