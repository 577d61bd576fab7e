//! From the run, the visit and the records to what each screen shows. No drawing here.
//!
//! One file for each screen that has more than a few lines; here is which of them a run is at, and what they share.

mod debrief;
mod lobby;
mod phone;
mod play;
mod score;

use debrief::debrief;
pub use lobby::{drills, notice, sign_in};
pub use play::Hud;
use play::play;
pub use score::score;

use super::story::Story;
use super::ui::model::{BriefModel, QuizModel, ScreenModel, ThemeMark};
use super::visit::Visit;
use crate::diag::Lang;
use crate::run::{Phase, Run};
use crate::scenario::{Grade, QuizItem, Scenario, SourceId, Theme};
use crate::words::tr;

/// What lies over the 3D view while a run is in its present phase.
pub fn of_run(run: &Run, visit: &Visit, story: &Story, hud: Hud) -> ScreenModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    match run.phase() {
        Phase::Pre(n) => quiz(&s.pretest[*n], false, *n, s.pretest.len(), lang),
        Phase::Post(n) => quiz(&s.posttest[*n], true, *n, s.posttest.len(), lang),
        Phase::Brief => ScreenModel::Brief(BriefModel {
            theme: mark(&s.theme),
            title: s.title.get(lang).to_owned(),
            brief: s.brief.get(lang).to_owned(),
            objectives: s.objectives.iter().map(|o| o.get(lang).to_owned()).collect(),
        }),
        Phase::Ended(_) => ScreenModel::Debrief(debrief(run, visit)),
        _ => ScreenModel::Play(play(run, visit, story, hud)),
    }
}

fn quiz(item: &QuizItem, post: bool, number: usize, of: usize, lang: Lang) -> ScreenModel {
    ScreenModel::Quiz(QuizModel {
        post,
        number: number + 1,
        of,
        ask: item.ask.get(lang).to_owned(),
        options: item.options.iter().map(|o| o.get(lang).to_owned()).collect(),
    })
}

/// The mark of a theme.
fn mark(theme: &Theme) -> ThemeMark {
    match theme {
        Theme::Drug => ThemeMark::Drug,
        Theme::Fire => ThemeMark::Fire,
        Theme::Earthquake => ThemeMark::Earthquake,
        Theme::Fraud => ThemeMark::Fraud,
        Theme::Other(_) => ThemeMark::Other,
    }
}

/// A grade as the screens have it.
pub fn grade(g: Grade) -> u8 {
    match g {
        Grade::Good => 0,
        Grade::Poor => 1,
        Grade::Critical => 2,
    }
}

fn sources(s: &Scenario, cites: &[SourceId], lang: Lang) -> Vec<String> {
    cites.iter().map(|c| s.sources[c.index()].name.get(lang).to_owned()).collect()
}

fn help(s: &Scenario, lang: Lang) -> Vec<(String, String)> {
    s.help.iter().map(|n| (n.clone(), tr(lang, &format!("help-{n}")))).collect()
}

/// Fills `{paid}` with the value of a variable.
fn fill(run: &Run, text: &str) -> String {
    let mut out = text.to_owned();
    if out.contains('{') {
        for (n, var) in run.scenario().vars.iter().enumerate() {
            out = out.replace(&format!("{{{}}}", var.id), &run.value(n).to_string());
        }
    }
    out
}
