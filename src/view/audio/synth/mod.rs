//! Every sound of the program, computed: mono, 44,100 samples a second.
//!
//! Nothing here knows Bevy. [`Sound::samples`] takes some milliseconds for a click and up to some tenths of a
//! second for a long ambience, so the view computes each sound once, away from the frame.

mod alarm;
mod ambience;
mod build;
mod catalogue;
mod devices;
mod doors;
mod dsp;
mod fire;
mod interface;
mod notes;
mod quake;
mod shape;
#[cfg(test)]
mod tests;
mod voices;

use std::io::Cursor;

use catalogue::{CATALOGUE, Entry};
pub use dsp::RATE;

/// Everything that can be heard.
///
/// `FireAlarm` (ten seconds) and `AlarmVoicePause` (twelve) are played in turn; the broadcast's words are a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sound {
    /// The building's sounders, ten seconds of sweeping tone.
    FireAlarm,
    /// Twelve seconds in which the broadcast speaks.
    AlarmVoicePause,
    /// A phone rings until it is answered.
    PhoneRing,
    /// A phone vibrates on a desk.
    Vibrate,
    /// A message arrives.
    Message,
    /// A fingertip on a phone key.
    Keypress,
    /// Somebody types on a laptop.
    Typing,
    /// Fluorescent tubes in a corridor.
    CorridorHum,
    /// A closed room, nothing else.
    RoomTone,
    /// A ceiling fan.
    Fan,
    /// Something small burns.
    FireSmall,
    /// A room burns.
    FireLarge,
    /// A pane breaks.
    GlassBreak,
    /// The ground rumbles, nothing moves yet.
    RumbleFar,
    /// Everything shakes.
    ShakeStrong,
    /// Furniture knocks against a wall.
    FurnitureKnock,
    /// A book falls flat.
    BookFall,
    /// Many people talk, no word can be made out.
    CrowdMurmur,
    /// Somebody coughs.
    Cough,
    /// The player's own heart.
    Heartbeat,
    /// A step on terrazzo or concrete.
    StepHard,
    /// A step on carpet, grass, or in slippers.
    StepSoft,
    /// A door opens.
    DoorOpen,
    /// A door falls shut.
    DoorClose,
    /// Somebody knocks.
    Knock,
    /// A powder extinguisher, as long as its handle is pressed.
    ExtinguisherSpray,
    /// A fire engine, a street away.
    Siren,
    /// Rain on a window.
    RainWindow,
    /// A neighbour's music through the wall.
    BassThroughWall,
    /// The focus moves.
    Tick,
    /// Time is nearly up.
    TimerLow,
    /// A choice is made.
    Choose,
    /// A good decision.
    Good,
    /// A decision with a price.
    Bad,
    /// The debrief opens.
    CalmChord,
    /// A panel eases in.
    PanelOpen,
    /// The early warning on phones and speakers.
    EarthquakeWarning,
    /// Wind around the building.
    Wind,
    /// Birds outside.
    Birds,
    /// The lift has come.
    LiftBell,
    /// A room-mate sleeps.
    Snore,
    /// Breathing close to the ear.
    Breath,
    /// Something passes close by.
    Whoosh,
    /// A hall claps.
    Applause,
}

impl Sound {
    /// Every sound, in the order of the catalogue.
    pub const ALL: &'static [Sound] = &ALL;

    /// Whether it goes on until it is stopped; its end then continues at its beginning.
    pub fn looped(self) -> bool {
        self.entry().looped
    }

    /// The Fluent message that tells a deaf player what is heard; none for the program's own small sounds.
    pub fn caption_key(self) -> Option<&'static str> {
        let key = self.entry().caption;
        (!key.is_empty()).then_some(key)
    }

    /// The sound itself, every sample within -1..1; the same at every call.
    pub fn samples(self) -> Vec<f32> {
        let entry = self.entry();
        let raw = (entry.make)();
        if entry.looped { shape::ring(raw, entry.loudness) } else { shape::once(raw, entry.loudness) }
    }

    fn entry(self) -> &'static Entry {
        &CATALOGUE[self as usize]
    }
}

const ALL: [Sound; CATALOGUE.len()] = {
    let mut all = [Sound::FireAlarm; CATALOGUE.len()];
    let mut index = 0;
    while index < all.len() {
        all[index] = CATALOGUE[index].sound;
        index += 1;
    }
    all
};

/// A WAV file (16-bit mono) of these samples, as Bevy's audio wants it.
pub fn wav(samples: &[f32]) -> Vec<u8> {
    let spec = hound::WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut file = Cursor::new(Vec::<u8>::with_capacity(44 + 2 * samples.len()));
    write_wav(&mut file, spec, samples).expect("16-bit PCM in memory can always be written");
    file.into_inner()
}

fn write_wav(file: &mut Cursor<Vec<u8>>, spec: hound::WavSpec, samples: &[f32]) -> Result<(), hound::Error> {
    let mut writer = hound::WavWriter::new(file, spec)?;
    for sample in samples {
        writer.write_sample((sample.clamp(-1.0, 1.0) * 32_767.0).round() as i16)?;
    }
    writer.finalize()
}
