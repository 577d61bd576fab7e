//! What every sound is made by, how loud it is, whether it goes round, and its caption: one line a sound.

use super::Sound::{self, *};
use super::shape::Loudness::{self, Alarm, Ambience, Event, Quiet};
use super::{alarm, ambience, devices, doors, fire, interface, quake, voices};

/// One line of the catalogue.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) sound: Sound,
    pub(super) make: fn() -> Vec<f32>,
    pub(super) loudness: Loudness,
    pub(super) looped: bool,
    /// The Fluent message that captions it; empty where a caption would only be noise.
    pub(super) caption: &'static str,
}

/// In the order of [`Sound`].
pub(super) const CATALOGUE: &[Entry] = &[
    once(FireAlarm, alarm::fire_alarm, Alarm, "sound-fire-alarm"),
    once(AlarmVoicePause, alarm::alarm_voice_pause, Quiet, "sound-alarm-voice-pause"),
    ring(PhoneRing, devices::phone_ring, Event, "sound-phone-ring"),
    ring(Vibrate, devices::vibrate, Quiet, "sound-vibrate"),
    once(Message, devices::message, Quiet, "sound-message"),
    once(Keypress, devices::keypress, Quiet, ""),
    ring(Typing, devices::typing, Ambience, "sound-typing"),
    ring(CorridorHum, ambience::corridor_hum, Ambience, "sound-corridor-hum"),
    ring(RoomTone, ambience::room_tone, Ambience, ""),
    ring(Fan, ambience::fan, Ambience, "sound-fan"),
    ring(FireSmall, fire::fire_small, Ambience, "sound-fire-small"),
    ring(FireLarge, fire::fire_large, Event, "sound-fire-large"),
    once(GlassBreak, quake::glass_break, Event, "sound-glass-break"),
    ring(RumbleFar, quake::rumble_far, Event, "sound-rumble-far"),
    ring(ShakeStrong, quake::shake_strong, Event, "sound-shake-strong"),
    once(FurnitureKnock, quake::furniture_knock, Event, "sound-furniture-knock"),
    once(BookFall, quake::book_fall, Event, "sound-book-fall"),
    ring(CrowdMurmur, voices::crowd_murmur, Ambience, "sound-crowd-murmur"),
    once(Cough, voices::cough, Event, "sound-cough"),
    ring(Heartbeat, voices::heartbeat, Quiet, "sound-heartbeat"),
    once(StepHard, doors::step_hard, Quiet, "sound-step-hard"),
    once(StepSoft, doors::step_soft, Quiet, "sound-step-soft"),
    once(DoorOpen, doors::door_open, Event, "sound-door-open"),
    once(DoorClose, doors::door_close, Event, "sound-door-close"),
    once(Knock, doors::knock, Event, "sound-knock"),
    ring(ExtinguisherSpray, fire::extinguisher_spray, Event, "sound-extinguisher-spray"),
    ring(Siren, alarm::siren, Event, "sound-siren"),
    ring(RainWindow, ambience::rain_window, Ambience, "sound-rain-window"),
    ring(BassThroughWall, ambience::bass_through_wall, Quiet, "sound-bass-through-wall"),
    once(Tick, interface::tick, Quiet, ""),
    once(TimerLow, interface::timer_low, Quiet, "sound-timer-low"),
    once(Choose, interface::choose, Quiet, ""),
    once(Good, interface::good, Quiet, ""),
    once(Bad, interface::bad, Quiet, ""),
    once(CalmChord, interface::calm_chord, Quiet, "sound-calm-chord"),
    once(PanelOpen, interface::panel_open, Ambience, ""),
    ring(EarthquakeWarning, alarm::earthquake_warning, Alarm, "sound-earthquake-warning"),
    ring(Wind, ambience::wind, Ambience, "sound-wind"),
    ring(Birds, ambience::birds, Ambience, "sound-birds"),
    once(LiftBell, doors::lift_bell, Event, "sound-lift-bell"),
    ring(Snore, voices::snore, Ambience, "sound-snore"),
    ring(Breath, voices::breath, Quiet, "sound-breath"),
    once(Whoosh, interface::whoosh, Quiet, ""),
    once(Applause, voices::applause, Event, "sound-applause"),
];

const fn once(sound: Sound, make: fn() -> Vec<f32>, loudness: Loudness, caption: &'static str) -> Entry {
    Entry { sound, make, loudness, looped: false, caption }
}

const fn ring(sound: Sound, make: fn() -> Vec<f32>, loudness: Loudness, caption: &'static str) -> Entry {
    Entry { sound, make, loudness, looped: true, caption }
}
