//! A run that is looked at again: what its screen shows and what its buttons do. The film itself is `sim`'s, the place `world`'s.

use bevy::prelude::*;

use super::look_back::{Look, LookBack};
use super::models::grade;
use super::ui::model::{ReplayModel, ScreenModel, UiAct};
use super::visit::Visit;
use crate::debrief::Stand;
use crate::diag::Lang;
use crate::hazard::FAR;
use crate::run::Run;
use crate::scenario::TICKS_PER_SECOND;
use crate::sim::{ActiveRun, Playback};
use crate::words::{tr, tr_with};

/// Paces one can look at, times as fast as it was.
const PACES: [f64; 4] = [1.0, 2.0, 4.0, 0.5];
/// A choice is named for so long after it was made, s.
const NAMED: f64 = 5.0;
/// Nearer than this, through one's own eyes, the example is not shown, m.
const TOO_NEAR: f64 = 0.7;
/// A name floats so high over a head, m.
const OVER: f32 = 0.35;

/// Names that are nearer to each other than this, in points, go one above the other.
const APART: [f32; 2] = [90.0, 40.0];

const RATE: f64 = TICKS_PER_SECOND as f64;

/// Whether a run is looked at from above.
pub fn is_above(active: &ActiveRun, visit: &Visit) -> bool {
    active.playback().is_some() && visit.watching.above
}

/// What a button asks of the film.
pub fn steer(playback: &mut Playback, act: &UiAct) {
    match act {
        UiAct::Seek(share) => playback.seek((f64::from(*share) * playback.len() as f64) as usize),
        UiAct::Skip(seconds) => playback.seek((playback.frame() as f64 + seconds * RATE).max(0.0) as usize),
        UiAct::Play => playback.toggle(),
        UiAct::Pace => {
            let now = PACES.iter().position(|p| p.to_bits() == playback.pace.to_bits()).unwrap_or(0);
            playback.pace = PACES[(now + 1) % PACES.len()];
        }
        _ => {}
    }
}

/// What the screen shows.
pub fn model(active: &ActiveRun, back: &LookBack, visit: &Visit, camera: Option<(&Camera, &GlobalTransform)>) -> ScreenModel {
    let (Some(playback), Some(look)) = (active.playback(), back.look()) else { return ScreenModel::Loading(0.9) };
    let lang = visit.settings.lang;
    let run = playback.run();
    let seconds = playback.frame() as f64 / RATE;
    let of = playback.len() as f64;
    let share = |tick: u32| (look.film.frame_of(tick) as f64 / of) as f32;
    let graded = |c: &crate::debrief::Chosen| grade(c.grade);
    ScreenModel::Replay(ReplayModel {
        seconds: (seconds, of / RATE),
        plays: playback.plays,
        pace: playback.pace,
        above: visit.watching.above,
        example: look.example.as_ref().map(|_| visit.watching.example),
        marks: look.debrief.trace.choices.iter().map(|c| (share(c.tick), graded(c))).collect(),
        chosen: chosen(look, playback, lang),
        facts: facts(run, lang),
        names: camera.map_or_else(Vec::new, |c| names(look, playback, visit, c)),
    })
}

/// The choice that was just made, in its words.
fn chosen(look: &Look, playback: &Playback, lang: Lang) -> Option<(u8, String)> {
    let now = playback.frame();
    let made = look.debrief.trace.choices.iter().rfind(|c| look.film.frame_of(c.tick) <= now)?;
    let ago = (now - look.film.frame_of(made.tick)) as f64 / RATE;
    let words = look.debrief.choice(made)?.text.get(lang).to_owned();
    (ago < NAMED).then(|| (grade(made.grade), words))
}

/// What nobody sees who is there, and one wants to know afterwards.
fn facts(run: &Run, lang: Lang) -> Vec<(String, String)> {
    let here = run.here();
    let metres = |m: f64| tr_with(lang, "report-metres", &[("n", &format!("{m:.1}"))]);
    let mut out = Vec::new();
    if here.visibility() < FAR - 1.0 {
        out.push((tr(lang, "replay-sight"), metres(here.visibility())));
    }
    let floor = run.case().place.room_at(run.body().at).map(|r| run.case().place.rooms[r.index()].height);
    // What hangs in the air after an earthquake is dust, and has no lower edge worth a number.
    if run.ground().is_none() && floor.is_some_and(|height| here.layer < height - 0.1) {
        out.push((tr(lang, "replay-layer"), metres(here.layer)));
    }
    if run.dose().toxic > 0.005 {
        out.push((tr(lang, "replay-dose"), format!("{:.2}", run.dose().toxic)));
    }
    if here.shaking > 2.0 {
        out.push((tr(lang, "replay-shaking"), format!("{:.1}", here.shaking)));
    }
    out
}

/// Where the example is, unless it is hidden, or so near that one would look out of its head.
pub fn example(look: &Look, playback: &Playback, visit: &Visit) -> Option<Stand> {
    let stand = look.example.as_ref().filter(|_| visit.watching.example)?.at(playback.frame());
    let body = playback.run().body();
    let far = libm::hypot(stand.at[0] - body.at[0], stand.at[2] - body.at[2]);
    (visit.watching.above || far > TOO_NEAR).then_some(stand)
}

/// Where in the window the names of the student and of the example go.
fn names(look: &Look, playback: &Playback, visit: &Visit, (camera, eye): (&Camera, &GlobalTransform)) -> Vec<([f32; 2], bool)> {
    let body = playback.run().body();
    let over = |at: [f64; 3], head: f64| Vec3::new(at[0] as f32, (at[1] + head) as f32 + OVER, at[2] as f32);
    let mut heads = Vec::new();
    if visit.watching.above {
        heads.push((over(body.at, body.posture.head()), false));
    }
    if let Some(stand) = example(look, playback, visit) {
        heads.push((over(stand.at, stand.posture.head()), true));
    }
    let seen = |(at, is_example)| Some((camera.world_to_viewport(eye, at).ok()?.to_array(), is_example));
    let mut names: Vec<([f32; 2], bool)> = heads.into_iter().filter_map(seen).collect();
    if let [([x, y], _), (other, _)] = names.as_mut_slice()
        && (other[0] - *x).abs() < APART[0]
        && (other[1] - *y).abs() < APART[1]
    {
        other[1] = *y - APART[1];
    }
    names
}
