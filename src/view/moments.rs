//! A picture of each decision as the student saw it, for the debrief. Small, kept only until the next student.
//!
//! The picture is read back from the window once a decision has been looked at for a moment; whoever is faster than that
//! has no picture of it, and the debrief does without.

use std::collections::BTreeMap;

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy_egui::egui::{ColorImage, TextureHandle, TextureId, TextureOptions};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::ViewSystems;
use super::ui::Overlay;
use super::visit::Visit;
use super::world::Shown;
use crate::run::{Phase, Run};
use crate::sim::ActiveRun;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Moments>()
        .add_systems(Update, watch.in_set(ViewSystems::Camera))
        .add_systems(EguiPrimaryContextPass, develop.before(super::draw::show));
}

/// Which decision: its node, and the message where one of several is judged.
pub type Spot = (usize, usize);

/// The pictures of this run.
#[derive(Default, Resource)]
pub struct Moments {
    kept: BTreeMap<Spot, TextureHandle>,
    raw: Vec<(Spot, Image)>,
    asked: Option<Spot>,
    seen: f32,
    open: Option<Spot>,
}

/// A decision is photographed once it has stood for so long, seconds: panels are up and the head has turned.
const AFTER: f32 = 0.9;
/// How large a picture is kept, pixels.
const SIZE: (u32, u32) = (640, 360);

impl Moments {
    /// The picture of a decision, and its size.
    pub fn picture(&self, spot: Spot) -> Option<(TextureId, [f32; 2])> {
        self.kept.get(&spot).map(|t| (t.id(), t.size_vec2().into()))
    }
}

fn spot(run: &Run) -> Option<Spot> {
    match run.phase() {
        Phase::Decide { node, .. } | Phase::Signs { node, done: false, .. } => Some((node.index(), 0)),
        Phase::Judge { node, item, said: None, .. } => Some((node.index(), *item)),
        _ => None,
    }
}

fn watch(
    mut moments: ResMut<Moments>,
    active: Res<ActiveRun>,
    visit: Res<Visit>,
    shown: Res<Shown>,
    time: Res<Time>,
    mut commands: Commands,
) {
    let Some(run) = active.run() else {
        *moments = Moments::default();
        return;
    };
    let open = spot(run).filter(|_| visit.overlay == Overlay::None && shown.fade < 0.05);
    if open != moments.open {
        moments.open = open;
        moments.seen = 0.0;
    }
    moments.seen += time.delta_secs();
    let Some(spot) = open.filter(|s| moments.seen >= AFTER && moments.asked != Some(*s) && !moments.kept.contains_key(s)) else { return };
    moments.asked = Some(spot);
    commands.spawn(Screenshot::primary_window()).observe(move |captured: On<ScreenshotCaptured>, mut moments: ResMut<Moments>| {
        moments.raw.push((spot, captured.image.clone()));
    });
}

/// What was read back, made small and given to egui.
fn develop(mut moments: ResMut<Moments>, mut contexts: EguiContexts) -> Result {
    if moments.raw.is_empty() {
        return Ok(());
    }
    let ctx = contexts.ctx_mut()?;
    for (spot, image) in std::mem::take(&mut moments.raw) {
        let Ok(picture) = image.try_into_dynamic() else { continue };
        let small = picture.thumbnail(SIZE.0, SIZE.1).to_rgb8();
        let size = [small.width() as usize, small.height() as usize];
        let pixels = ColorImage::from_rgb(size, small.as_raw());
        moments.kept.insert(spot, ctx.load_texture(format!("moment {spot:?}"), pixels, TextureOptions::LINEAR));
    }
    Ok(())
}
