//! Keys, mouse and gamepad as the operating system would report them.

use bevy::input::ButtonState;
use bevy::input::gamepad::{
    GamepadAxis, GamepadButton, GamepadConnection, GamepadConnectionEvent, RawGamepadAxisChangedEvent, RawGamepadButtonChangedEvent,
    RawGamepadEvent,
};
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput};
use bevy::input::mouse::{MouseButtonInput, MouseMotion};
use bevy::prelude::*;
use bevy::window::{CursorMoved, WindowEvent};

use super::read::Verb;

/// The devices a script can use.
#[derive(bevy::ecs::system::SystemParam)]
pub(super) struct Devices<'w, 's> {
    commands: Commands<'w, 's>,
    keys: MessageWriter<'w, KeyboardInput>,
    buttons: MessageWriter<'w, MouseButtonInput>,
    motion: MessageWriter<'w, MouseMotion>,
    cursor: MessageWriter<'w, CursorMoved>,
    /// The same in the order they happened: what egui reads.
    window: MessageWriter<'w, WindowEvent>,
    pads: MessageWriter<'w, RawGamepadEvent>,
    plugged: MessageWriter<'w, GamepadConnectionEvent>,
    pad: Local<'s, Option<Entity>>,
}

impl Devices<'_, '_> {
    pub(super) fn move_to(&mut self, at: Vec2, window: Entity) {
        let moved = CursorMoved { window, position: at, delta: None };
        self.window.write(WindowEvent::CursorMoved(moved.clone()));
        self.cursor.write(moved);
    }

    pub(super) fn turn(&mut self, delta: Vec2) {
        self.motion.write(MouseMotion { delta });
    }

    pub(super) fn press(&mut self, verb: &Verb, window: Entity) {
        self.change(verb, window, true);
    }

    pub(super) fn release(&mut self, verb: &Verb, window: Entity) {
        self.change(verb, window, false);
    }

    fn change(&mut self, verb: &Verb, window: Entity, down: bool) {
        let state = if down { ButtonState::Pressed } else { ButtonState::Released };
        match verb {
            Verb::Click(_) => {
                let input = MouseButtonInput { button: MouseButton::Left, state, window };
                self.window.write(WindowEvent::MouseButtonInput(input));
                self.buttons.write(input);
            }
            Verb::Key { name, .. } => {
                let (key_code, logical_key) = key(name);
                let text = match &logical_key {
                    Key::Character(c) if down => Some(c.clone()),
                    _ => None,
                };
                let input = KeyboardInput { key_code, logical_key, state, text, repeat: false, window };
                self.window.write(WindowEvent::KeyboardInput(input.clone()));
                self.keys.write(input);
            }
            Verb::Pad { button, .. } => {
                let pad = self.pad();
                self.pads.write(RawGamepadEvent::Button(RawGamepadButtonChangedEvent::new(
                    pad,
                    pad_button(button),
                    f32::from(u8::from(down)),
                )));
            }
            Verb::Stick { right, x, y, .. } => {
                let pad = self.pad();
                let axes = if *right {
                    [GamepadAxis::RightStickX, GamepadAxis::RightStickY]
                } else {
                    [GamepadAxis::LeftStickX, GamepadAxis::LeftStickY]
                };
                for (axis, value) in axes.into_iter().zip([*x, *y]) {
                    let value = if down { value } else { 0.0 };
                    self.pads.write(RawGamepadEvent::Axis(RawGamepadAxisChangedEvent::new(pad, axis, value)));
                }
            }
            _ => {}
        }
    }

    /// The script's gamepad, plugged in when first used.
    fn pad(&mut self) -> Entity {
        if let Some(pad) = *self.pad {
            return pad;
        }
        let pad = self.commands.spawn_empty().id();
        *self.pad = Some(pad);
        let connection = GamepadConnection::Connected { name: "script".into(), vendor_id: None, product_id: None };
        self.plugged.write(GamepadConnectionEvent::new(pad, connection));
        pad
    }
}

fn key(name: &str) -> (KeyCode, Key) {
    let named = match name {
        "enter" => Some((KeyCode::Enter, Key::Enter)),
        "escape" => Some((KeyCode::Escape, Key::Escape)),
        "space" => Some((KeyCode::Space, Key::Space)),
        "backspace" => Some((KeyCode::Backspace, Key::Backspace)),
        "left" => Some((KeyCode::ArrowLeft, Key::ArrowLeft)),
        "right" => Some((KeyCode::ArrowRight, Key::ArrowRight)),
        "up" => Some((KeyCode::ArrowUp, Key::ArrowUp)),
        "down" => Some((KeyCode::ArrowDown, Key::ArrowDown)),
        _ => None,
    };
    named.unwrap_or_else(|| (letter(name), Key::Character(name.into())))
}

fn letter(name: &str) -> KeyCode {
    match name {
        "a" => KeyCode::KeyA,
        "b" => KeyCode::KeyB,
        "c" => KeyCode::KeyC,
        "d" => KeyCode::KeyD,
        "e" => KeyCode::KeyE,
        "f" => KeyCode::KeyF,
        "g" => KeyCode::KeyG,
        "h" => KeyCode::KeyH,
        "i" => KeyCode::KeyI,
        "j" => KeyCode::KeyJ,
        "k" => KeyCode::KeyK,
        "l" => KeyCode::KeyL,
        "m" => KeyCode::KeyM,
        "n" => KeyCode::KeyN,
        "o" => KeyCode::KeyO,
        "p" => KeyCode::KeyP,
        "q" => KeyCode::KeyQ,
        "r" => KeyCode::KeyR,
        "s" => KeyCode::KeyS,
        "t" => KeyCode::KeyT,
        "u" => KeyCode::KeyU,
        "v" => KeyCode::KeyV,
        "w" => KeyCode::KeyW,
        "x" => KeyCode::KeyX,
        "y" => KeyCode::KeyY,
        "z" => KeyCode::KeyZ,
        "0" => KeyCode::Digit0,
        "1" => KeyCode::Digit1,
        "2" => KeyCode::Digit2,
        "3" => KeyCode::Digit3,
        "4" => KeyCode::Digit4,
        "5" => KeyCode::Digit5,
        "6" => KeyCode::Digit6,
        "7" => KeyCode::Digit7,
        "8" => KeyCode::Digit8,
        "9" => KeyCode::Digit9,
        _ => KeyCode::F24,
    }
}

fn pad_button(name: &str) -> GamepadButton {
    match name {
        "a" => GamepadButton::South,
        "b" => GamepadButton::East,
        "x" => GamepadButton::West,
        "y" => GamepadButton::North,
        "start" => GamepadButton::Start,
        "up" => GamepadButton::DPadUp,
        "down" => GamepadButton::DPadDown,
        "left" => GamepadButton::DPadLeft,
        "right" => GamepadButton::DPadRight,
        _ => GamepadButton::Select,
    }
}
