//! Keys, mouse and gamepad to intents and screen acts. What a key means depends on the screen; nothing is decided here.

use bevy::input::gamepad::{Gamepad, GamepadAxis, GamepadButton};
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input::mouse::MouseMotion;
use bevy::prelude::*;
use bevy::window::{CursorGrabMode, CursorOptions, PrimaryWindow};

use super::ViewSystems;
use super::camera::Eyes;
use super::draw::{Acts, Drawn, Shows};
use super::ui::model::Doing;
use super::ui::{Overlay, ScreenModel, UiAct};
use super::visit::{Screen, Visit};
use crate::run::{Action, Phase, Posture, Run, yaw_to_units};
use crate::sim::{ActiveRun, Intent};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Hands>().add_systems(Update, (keys, look, body, grab_cursor).chain().in_set(ViewSystems::Input));
}

/// What was last sent, so that only changes are.
#[derive(Debug, Default, Resource)]
pub struct Hands {
    walk: (i8, i8),
    yaw: Option<u16>,
    last_turn: u32,
    posture: Posture,
    using: bool,
    /// A script steers: devices are not asked for walking and turning.
    pub steered: bool,
}

fn pad_pressed(pads: &Query<&Gamepad>, button: GamepadButton) -> bool {
    pads.iter().any(|p| p.just_pressed(button))
}

/// Choices by key; a gamepad moves the focus instead (`super::pad`).
const PICKS: [(KeyCode, KeyCode); 5] = [
    (KeyCode::Digit1, KeyCode::Numpad1),
    (KeyCode::Digit2, KeyCode::Numpad2),
    (KeyCode::Digit3, KeyCode::Numpad3),
    (KeyCode::Digit4, KeyCode::Numpad4),
    (KeyCode::Digit5, KeyCode::Numpad5),
];

/// The letters a student may give a meaning.
const LETTERS: [(char, KeyCode); 26] = [
    ('A', KeyCode::KeyA),
    ('B', KeyCode::KeyB),
    ('C', KeyCode::KeyC),
    ('D', KeyCode::KeyD),
    ('E', KeyCode::KeyE),
    ('F', KeyCode::KeyF),
    ('G', KeyCode::KeyG),
    ('H', KeyCode::KeyH),
    ('I', KeyCode::KeyI),
    ('J', KeyCode::KeyJ),
    ('K', KeyCode::KeyK),
    ('L', KeyCode::KeyL),
    ('M', KeyCode::KeyM),
    ('N', KeyCode::KeyN),
    ('O', KeyCode::KeyO),
    ('P', KeyCode::KeyP),
    ('Q', KeyCode::KeyQ),
    ('R', KeyCode::KeyR),
    ('S', KeyCode::KeyS),
    ('T', KeyCode::KeyT),
    ('U', KeyCode::KeyU),
    ('V', KeyCode::KeyV),
    ('W', KeyCode::KeyW),
    ('X', KeyCode::KeyX),
    ('Y', KeyCode::KeyY),
    ('Z', KeyCode::KeyZ),
];

/// The key that does something for this student.
fn key_of(visit: &Visit, doing: Doing) -> KeyCode {
    let letter = visit.settings.keys.of(doing);
    LETTERS.iter().find(|(c, _)| *c == letter).map_or(KeyCode::F24, |(_, k)| *k)
}

fn picked(pressed: &impl Fn(KeyCode) -> bool) -> Option<usize> {
    PICKS.iter().position(|(a, b)| pressed(*a) || pressed(*b))
}

fn keys(
    keys: Res<ButtonInput<KeyCode>>,
    pads: Query<&Gamepad>,
    mut typed: MessageReader<KeyboardInput>,
    visit: Res<Visit>,
    (shows, drawn): (Res<Shows>, Res<Drawn>),
    active: Res<ActiveRun>,
    mut acts: ResMut<Acts>,
) {
    let pressed = |k: KeyCode| keys.just_pressed(k);
    // What has the focus takes these keys for itself.
    let enter = !drawn.0.focused
        && (pressed(KeyCode::Enter)
            || pressed(KeyCode::NumpadEnter)
            || pressed(KeyCode::Space)
            || pad_pressed(&pads, GamepadButton::South));
    let back = pressed(KeyCode::Escape) || pad_pressed(&pads, GamepadButton::Start);
    let mut act = |a: UiAct| acts.0.push(a);
    if visit.overlay != Overlay::None {
        match visit.overlay {
            Overlay::Rebind(_) if back => act(UiAct::OpenSettings),
            Overlay::Rebind(doing) => {
                if let Some((letter, _)) = LETTERS.iter().find(|(_, k)| pressed(*k)) {
                    act(UiAct::Bind(doing, *letter));
                }
            }
            Overlay::Idle(_) if keys.get_just_pressed().next().is_some() || enter => act(UiAct::Resume),
            Overlay::Settings if back => act(UiAct::CloseSettings),
            _ if back => act(UiAct::Resume),
            Overlay::Leave if enter => act(UiAct::Leave),
            Overlay::Pause if enter => act(UiAct::Resume),
            _ => {}
        }
        typed.clear();
        return;
    }
    match visit.screen {
        Screen::Attract if keys.get_just_pressed().next().is_some() || enter => act(UiAct::Start),
        Screen::SignIn => {
            for key in typed.read().filter(|k| k.state.is_pressed()) {
                match &key.logical_key {
                    Key::Character(s) => s.chars().filter(char::is_ascii_alphanumeric).for_each(|c| act(UiAct::Digit(c))),
                    Key::Backspace => act(UiAct::Erase),
                    Key::Enter if !drawn.0.focused => act(UiAct::ConfirmId),
                    Key::Escape => act(UiAct::Back),
                    _ => {}
                }
            }
        }
        Screen::Drills | Screen::Notice if back => act(UiAct::Back),
        Screen::Drills => {
            if let Some(n) = picked(&pressed) {
                act(UiAct::Drill(n));
            }
        }
        Screen::Notice if enter => act(UiAct::Begin),
        Screen::Score if enter => act(UiAct::NextStudent),
        Screen::Run if active.playback().is_some() => replay_keys(&pressed, enter, back, visit.watching.above, &mut act),
        Screen::Run => run_keys(&pressed, enter, back, active.run(), &shows.0, &mut act),
        _ => {}
    }
    typed.clear();
}

/// A run that is looked at again.
fn replay_keys(pressed: &impl Fn(KeyCode) -> bool, enter: bool, back: bool, above: bool, act: &mut impl FnMut(UiAct)) {
    if back || pressed(KeyCode::KeyR) {
        act(UiAct::Watch(false));
    }
    if enter {
        act(UiAct::Play);
    }
    if pressed(KeyCode::KeyV) {
        act(UiAct::Above(!above));
    }
    for (key, seconds) in [(KeyCode::ArrowLeft, -5.0), (KeyCode::ArrowRight, 5.0)] {
        if pressed(key) {
            act(UiAct::Skip(seconds));
        }
    }
}

fn run_keys(
    pressed: &impl Fn(KeyCode) -> bool,
    enter: bool,
    back: bool,
    run: Option<&Run>,
    shown: &ScreenModel,
    act: &mut impl FnMut(UiAct),
) {
    let Some(run) = run else { return };
    if back {
        act(UiAct::OpenPause);
    }
    if pressed(KeyCode::KeyR) && matches!(shown, ScreenModel::Debrief(_)) {
        act(UiAct::Watch(true));
    }
    if let Some(n) = picked(pressed).filter(|n| *n < 4) {
        match (run.phase(), shown) {
            (Phase::Pre(_) | Phase::Post(_), _) => act(UiAct::Answer(n as u8)),
            (Phase::Signs { done: false, .. }, _) => act(UiAct::Mark(n as u8)),
            (Phase::Judge { said: None, .. }, _) if n < 2 => act(UiAct::Judge(n == 0)),
            (Phase::Decide { .. }, ScreenModel::Play(p)) => {
                if let Some(row) = p.choices.get(n).filter(|r| !r.tried) {
                    act(UiAct::Choose(row.index));
                }
            }
            _ => {}
        }
    }
    if enter {
        match run.phase() {
            Phase::Signs { done: false, .. } => act(UiAct::Submit),
            Phase::Decide { .. } | Phase::Wait { .. } | Phase::Pre(_) | Phase::Post(_) | Phase::Judge { said: None, .. } => {}
            _ => act(UiAct::Next),
        }
    }
}

/// Whether the mouse turns the head: nothing is there to be clicked.
pub fn is_free_look(visit: &Visit, run: Option<&Run>, shown: &ScreenModel) -> bool {
    if visit.screen != Screen::Run || visit.overlay != Overlay::None {
        return false;
    }
    let (Some(run), ScreenModel::Play(p)) = (run, shown) else { return false };
    run.is_playing() && p.choices.is_empty() && p.card.is_none() && p.phone.is_none()
}

fn look(
    mut moved: MessageReader<MouseMotion>,
    mouse: Res<ButtonInput<MouseButton>>,
    keys: Res<ButtonInput<KeyCode>>,
    pads: Query<&Gamepad>,
    time: Res<Time>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    shows: Res<Shows>,
    mut eyes: ResMut<Eyes>,
) {
    let delta: Vec2 = moved.read().map(|m| m.delta).sum();
    let is_playing = active.run().is_some_and(Run::is_playing) && visit.overlay == Overlay::None;
    if !is_playing {
        return;
    }
    let speed = visit.settings.look_speed;
    let flip = if visit.settings.invert_y { -1.0 } else { 1.0 };
    if is_free_look(&visit, active.run(), &shows.0) || mouse.pressed(MouseButton::Right) {
        eyes.yaw -= delta.x * 0.0026 * speed;
        eyes.pitch = (eyes.pitch - delta.y * 0.0022 * speed * flip).clamp(-1.2, 1.2);
    }
    let dt = time.delta_secs();
    let arrow = |a: KeyCode, b: KeyCode| f32::from(i8::from(keys.pressed(a)) - i8::from(keys.pressed(b)));
    let stick: Vec2 = pads.iter().map(Gamepad::right_stick).fold(Vec2::ZERO, |a, b| a + b);
    let turn = arrow(KeyCode::ArrowLeft, KeyCode::ArrowRight) * 1.9 - stick.x * 2.4 * speed;
    let lift = arrow(KeyCode::PageUp, KeyCode::PageDown) * 1.0 + stick.y * 1.6 * speed * flip;
    eyes.yaw += turn * dt;
    eyes.pitch = (eyes.pitch + lift * dt).clamp(-1.2, 1.2);
}

fn axis(p: &Gamepad, a: GamepadAxis) -> f32 {
    p.get(a).filter(|x| x.abs() > 0.18).unwrap_or(0.0)
}

fn body(
    keys: Res<ButtonInput<KeyCode>>,
    mouse: Res<ButtonInput<MouseButton>>,
    pads: Query<&Gamepad>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    (shows, drawn): (Res<Shows>, Res<Drawn>),
    eyes: Res<Eyes>,
    mut hands: ResMut<Hands>,
    mut intents: MessageWriter<Intent>,
) {
    let Some(run) = active.run() else {
        *hands = Hands { steered: hands.steered, ..Hands::default() };
        return;
    };
    if hands.steered || visit.screen != Screen::Run || visit.overlay != Overlay::None || !run.is_playing() {
        if hands.walk != (0, 0) && !hands.steered {
            hands.walk = (0, 0);
            intents.write(Intent(Action::Walk { forward: 0, right: 0 }));
        }
        return;
    }
    let own = |doing| key_of(&visit, doing);
    let key = |a: KeyCode, b: KeyCode| f32::from(i8::from(keys.pressed(a)) - i8::from(keys.pressed(b)));
    let stick = |a| pads.iter().map(|p| axis(p, a)).fold(0.0, |x: f32, y| if y.abs() > x.abs() { y } else { x });
    let forward = (key(own(Doing::Forward), own(Doing::Back)) + key(KeyCode::ArrowUp, KeyCode::ArrowDown) + stick(GamepadAxis::LeftStickY))
        .clamp(-1.0, 1.0);
    let right = (key(own(Doing::Right), own(Doing::Left)) + stick(GamepadAxis::LeftStickX)).clamp(-1.0, 1.0);
    let walk = ((forward * 8.0).round() as i8 * 15, (right * 8.0).round() as i8 * 15);
    if walk != hands.walk || run.body().wish != walk {
        hands.walk = walk;
        intents.write(Intent(Action::Walk { forward: walk.0, right: walk.1 }));
    }
    // Facing is recorded in small steps, at most twenty a second.
    let yaw = yaw_to_units(f64::from(eyes.yaw.to_degrees()));
    if Some(yaw) != hands.yaw && run.now().wrapping_sub(hands.last_turn) >= 3 {
        hands.yaw = Some(yaw);
        hands.last_turn = run.now();
        intents.write(Intent(Action::Turn(yaw)));
    }
    posture(&keys, &visit, &pads, run, &mut hands, &mut intents);
    let free = is_free_look(&visit, Some(run), &shows.0);
    // A on an answer chooses it; on nothing it uses what is in front.
    let using = keys.pressed(own(Doing::Use))
        || (free && mouse.pressed(MouseButton::Left))
        || (matches!(run.phase(), Phase::Decide { .. } | Phase::Wait { .. })
            && pads.iter().any(|p| (!drawn.0.focused && p.pressed(GamepadButton::South)) || p.pressed(GamepadButton::West)));
    if using != hands.using {
        hands.using = using;
        intents.write(Intent(Action::Use(using)));
    }
}

fn posture(
    keys: &ButtonInput<KeyCode>,
    visit: &Visit,
    pads: &Query<&Gamepad>,
    run: &Run,
    hands: &mut Hands,
    intents: &mut MessageWriter<Intent>,
) {
    let now = run.body().posture;
    let crouch = keys.just_pressed(key_of(visit, Doing::Crouch))
        || keys.just_pressed(KeyCode::ControlLeft)
        || pad_pressed(pads, GamepadButton::East);
    let crawl = keys.just_pressed(key_of(visit, Doing::Crawl)) || pad_pressed(pads, GamepadButton::North);
    let wanted = match (crouch, crawl) {
        (true, _) if now == Posture::Crouch => Posture::Stand,
        (true, _) => Posture::Crouch,
        (_, true) if now == Posture::Crawl => Posture::Stand,
        (_, true) => Posture::Crawl,
        _ => return,
    };
    hands.posture = wanted;
    intents.write(Intent(Action::Posture(wanted)));
}

fn grab_cursor(
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    shows: Res<Shows>,
    hands: Res<Hands>,
    mut cursor: Query<&mut CursorOptions, With<PrimaryWindow>>,
) {
    let Ok(mut cursor) = cursor.single_mut() else { return };
    let free = is_free_look(&visit, active.run(), &shows.0) && !hands.steered;
    let wanted = if free { CursorGrabMode::Locked } else { CursorGrabMode::None };
    if cursor.grab_mode != wanted {
        cursor.grab_mode = wanted;
        cursor.visible = !free;
    }
}
