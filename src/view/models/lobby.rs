//! The screens before a run: sign-in, the drills on offer, and the note before one begins.

use std::collections::BTreeMap;

use super::mark;
use crate::diag::Lang;
use crate::scenario::Scenario;
use crate::view::library::Library;
use crate::view::recording::{Best, Recording};
use crate::view::ui::model::{DrillCard, NoticeModel, ScreenModel, SignInModel, ThemeMark, Who};
use crate::view::visit::{SHORTEST_ID, Visit};
use crate::words::tr;

fn who(visit: &Visit) -> Who {
    let lang = visit.settings.lang;
    visit.student.as_ref().map_or_else(Who::default, |s| Who {
        name: if s.id.is_none() { tr(lang, "guest-name") } else { s.name.clone() },
        id: s.id.as_deref().map(crate::roster::masked_id).unwrap_or_default(),
        class: s.class.clone(),
        guest: s.id.is_none() || s.name.is_empty(),
    })
}

/// The sign-in screen.
pub fn sign_in(visit: &Visit, recording: &Recording, library: &Library) -> SignInModel {
    let lang = visit.settings.lang;
    let known = recording.people.get(&visit.typed).filter(|p| p.active).map(|p| Who {
        name: crate::roster::masked_name(&p.name),
        id: crate::roster::masked_id(&p.student_id),
        class: p.class.clone(),
        guest: false,
    });
    let notice = library
        .tasks
        .notice
        .as_ref()
        .map_or_else(|| tr(lang, "privacy-notice"), |(zh, en)| if lang == Lang::Zh { zh.clone() } else { en.clone() });
    SignInModel {
        typed: visit.typed.clone(),
        known,
        message: visit.message.map(|k| tr(lang, k)),
        can_go: visit.typed.chars().count() >= SHORTEST_ID,
        notice,
    }
}

/// The cards of the drills.
pub fn drills(visit: &Visit, library: &Library, best: &BTreeMap<String, Best>) -> ScreenModel {
    let lang = visit.settings.lang;
    let class = visit.student.as_ref().map_or("", |s| s.class.as_str());
    let cards = library
        .entries
        .iter()
        .map(|e| match &e.case {
            Some(case) => {
                let s = &case.scenario;
                let done = best.get(&s.id).copied();
                let used = done.map_or(0, |b| b.attempts);
                DrillCard {
                    theme: mark(&s.theme),
                    title: s.title.get(lang).to_owned(),
                    summary: s.summary.get(lang).to_owned(),
                    minutes: s.minutes,
                    assigned: library.is_assigned(class, &s.id),
                    best: done.map(|b| (b.percent, b.passed)),
                    attempts: (used, s.attempts),
                    closed: (s.attempts > 0 && used >= s.attempts).then(|| tr(lang, "attempts-used")),
                }
            }
            None => DrillCard {
                theme: ThemeMark::Other,
                title: e.path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default(),
                summary: if lang == Lang::Zh { e.trouble.0.clone() } else { e.trouble.1.clone() },
                minutes: 0,
                assigned: false,
                best: None,
                attempts: (0, 0),
                closed: Some(tr(lang, "drill-has-errors")),
            },
        })
        .collect();
    ScreenModel::Drills { who: who(visit), cards }
}

/// Content note and comfort.
pub fn notice(visit: &Visit, s: &Scenario, recording: &Recording) -> ScreenModel {
    let lang = visit.settings.lang;
    let guest = visit.student.as_ref().is_none_or(|w| w.id.is_none());
    ScreenModel::Notice(NoticeModel {
        theme: mark(&s.theme),
        title: s.title.get(lang).to_owned(),
        note: s.note.get(lang).to_owned(),
        minutes: s.minutes,
        recording: tr(lang, if guest { "recorded-guest" } else { "recorded" }),
        blocked: recording.blocked.clone(),
    })
}
