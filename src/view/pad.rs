//! The gamepad among buttons: the cross and the left stick move the focus, A presses what has it, the right stick scrolls.
//!
//! Walking, looking and using things in the place with a gamepad are in [`super::input`]; this is only for screens.

use bevy::input::gamepad::{Gamepad, GamepadButton};
use bevy::prelude::*;
use bevy_egui::egui::FocusDirection;

use super::ViewSystems;
use super::draw::{Drawn, Pad};
use super::ui::Overlay;
use super::visit::{Screen, Visit};
use crate::run::Run;
use crate::sim::ActiveRun;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (notice, steer).chain().in_set(ViewSystems::Input));
}

/// Which device was touched last; any touch shows that somebody is there.
fn notice(mut visit: ResMut<Visit>, pads: Query<&Gamepad>, keys: Res<ButtonInput<KeyCode>>, mouse: Res<ButtonInput<MouseButton>>) {
    let touched =
        pads.iter().any(|p| p.get_just_pressed().next().is_some() || p.left_stick().length() > 0.3 || p.right_stick().length() > 0.3);
    if touched {
        visit.pad = true;
        visit.idle = 0.0;
    } else if keys.get_just_pressed().next().is_some() || mouse.get_just_pressed().next().is_some() {
        visit.pad = false;
        visit.idle = 0.0;
    }
}

const CROSS: [(GamepadButton, FocusDirection); 4] = [
    (GamepadButton::DPadUp, FocusDirection::Up),
    (GamepadButton::DPadRight, FocusDirection::Right),
    (GamepadButton::DPadDown, FocusDirection::Down),
    (GamepadButton::DPadLeft, FocusDirection::Left),
];

/// A stick held this far over counts as a press of the cross; it must come back halfway before it counts again.
const OVER: f32 = 0.6;

fn leaning(stick: Vec2) -> Option<FocusDirection> {
    if stick.length() < OVER {
        return None;
    }
    Some(match (stick.x.abs() > stick.y.abs(), stick.x > 0.0, stick.y > 0.0) {
        (true, true, _) => FocusDirection::Right,
        (true, false, _) => FocusDirection::Left,
        (false, _, true) => FocusDirection::Up,
        (false, _, false) => FocusDirection::Down,
    })
}

fn steer(
    pads: Query<&Gamepad>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    drawn: Res<Drawn>,
    time: Res<Time>,
    mut pad: ResMut<Pad>,
    mut leant: Local<bool>,
) {
    let stick = pads.iter().map(Gamepad::left_stick).fold(Vec2::ZERO, |a, b| a + b);
    // While somebody walks in the place the left stick is their legs.
    let is_walking = visit.screen == Screen::Run && visit.overlay == Overlay::None && active.run().is_some_and(Run::is_playing);
    let leans = leaning(stick).filter(|_| !is_walking && !*leant);
    *leant = if *leant { stick.length() > OVER / 2.0 } else { stick.length() >= OVER };
    let cross = CROSS.iter().find(|(button, _)| pads.iter().any(|p| p.just_pressed(*button))).map(|(_, d)| *d);
    let right = pads.iter().map(|p| p.right_stick().y).sum::<f32>();
    pad.shown = visit.pad;
    pad.step = cross.or(leans);
    pad.press = drawn.0.focused && pads.iter().any(|p| p.just_pressed(GamepadButton::South));
    pad.scroll = if is_walking || right.abs() < 0.2 { 0.0 } else { right * 900.0 * time.delta_secs() };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stick_counts_as_the_cross_only_when_it_is_held_well_over() {
        assert_eq!(leaning(Vec2::new(0.3, 0.4)), None);
        assert_eq!(leaning(Vec2::new(0.2, 0.9)), Some(FocusDirection::Up));
        assert_eq!(leaning(Vec2::new(0.1, -0.9)), Some(FocusDirection::Down));
        assert_eq!(leaning(Vec2::new(-0.9, 0.3)), Some(FocusDirection::Left));
    }
}
