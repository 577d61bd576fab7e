//! What is heard: the cues' sounds, footsteps, what the hazards do. Made in code, once, when first needed.
//!
//! No device is fine: Bevy says so in the log and the drill goes on; every sound has a caption.

pub mod synth;

use std::collections::BTreeMap;

use bevy::audio::{AudioPlayer, AudioSource, PlaybackMode, PlaybackSettings, Volume};
use bevy::prelude::*;

use self::synth::{Sound, wav};
use super::ViewSystems;
use super::senses::Senses;
use super::visit::Visit;
use crate::run::{Event, Phase};
use crate::scenario::{Cue, Grade, NodeKind};
use crate::sim::{ActiveRun, Happened};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sounds>().add_systems(Update, (hear, follow_hazards, footsteps, hush).chain().in_set(ViewSystems::Mirror));
}

/// Sounds made so far, and loops that are wanted.
#[derive(Debug, Default, Resource)]
struct Sounds {
    made: BTreeMap<Sound, Handle<AudioSource>>,
    /// Loops of the cues.
    wanted: BTreeMap<Sound, f32>,
    walked: f64,
}

/// A loop that plays.
#[derive(Debug, Component)]
struct Loop(Sound);

/// Names that scenario files use.
const NAMES: &[(&str, Sound)] = &[
    ("fire_alarm", Sound::FireAlarm),
    ("phone_ring", Sound::PhoneRing),
    ("vibrate", Sound::Vibrate),
    ("crowd_murmur", Sound::CrowdMurmur),
    ("rain_window", Sound::RainWindow),
    ("bass_through_wall", Sound::BassThroughWall),
    ("siren", Sound::Siren),
    ("heartbeat", Sound::Heartbeat),
    ("fan", Sound::Fan),
    ("corridor_hum", Sound::CorridorHum),
    ("fire_small", Sound::FireSmall),
    ("fire_large", Sound::FireLarge),
    ("snore", Sound::Snore),
    ("glass_break", Sound::GlassBreak),
    ("book_fall", Sound::BookFall),
    ("furniture_knock", Sound::FurnitureKnock),
    ("knock", Sound::Knock),
    ("door_open", Sound::DoorOpen),
    ("door_close", Sound::DoorClose),
    ("cough", Sound::Cough),
    ("message", Sound::Message),
    ("lift_bell", Sound::LiftBell),
    ("whoosh", Sound::Whoosh),
    ("earthquake_warning", Sound::EarthquakeWarning),
    ("extinguisher_spray", Sound::ExtinguisherSpray),
    ("applause", Sound::Applause),
];

fn named(name: &str) -> Option<Sound> {
    NAMES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s)
}

/// The Fluent message that captions a cue's sound.
pub fn caption(name: &str) -> Option<&'static str> {
    named(name).and_then(Sound::caption_key)
}

impl Sounds {
    fn source(&mut self, sound: Sound, assets: &mut Assets<AudioSource>) -> Handle<AudioSource> {
        self.made.entry(sound).or_insert_with(|| assets.add(AudioSource { bytes: wav(&sound.samples()).into() })).clone()
    }
}

fn once(sounds: &mut Sounds, sound: Sound, volume: f32, assets: &mut Assets<AudioSource>, commands: &mut Commands) {
    if volume <= 0.001 {
        return;
    }
    let source = sounds.source(sound, assets);
    commands.spawn((AudioPlayer(source), PlaybackSettings { mode: PlaybackMode::Despawn, volume: Volume::Linear(volume), ..default() }));
}

fn hear(
    mut happened: MessageReader<Happened>,
    mut sounds: ResMut<Sounds>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    mut assets: ResMut<Assets<AudioSource>>,
    mut commands: Commands,
) {
    let volume = visit.settings.volume;
    for Happened(event) in happened.read() {
        let sound = match event {
            Event::Cue(Cue::Play(name)) => {
                let Some(sound) = named(name) else { continue };
                if sound.looped() || sound == Sound::FireAlarm {
                    sounds.wanted.insert(sound, 1.0);
                    continue;
                }
                sound
            }
            Event::Cue(Cue::Stop(name)) => {
                if let Some(sound) = named(name) {
                    sounds.wanted.remove(&sound);
                }
                continue;
            }
            Event::Door { open: true, .. } => Sound::DoorOpen,
            Event::Door { open: false, .. } | Event::Locked(_) | Event::Jammed(_) => Sound::DoorClose,
            Event::Fell(prop) => match active.run().map(|r| r.case().place.props[prop.index()].kind.name) {
                Some("glass_shards" | "pendant_tube" | "class_clock" | "wall_clock") => Sound::GlassBreak,
                Some("bookcase" | "bookshelf_small" | "book_pile") => Sound::BookFall,
                _ => Sound::FurnitureKnock,
            },
            Event::Ended(_) => {
                sounds.wanted.clear();
                Sound::CalmChord
            }
            Event::Consequence { node, choice } | Event::Why { node, choice } => {
                let good = active.run().is_some_and(|r| match &r.scenario().node(*node).kind {
                    NodeKind::Decide(d) => d.choices[*choice].grade == Grade::Good,
                    _ => false,
                });
                if good { Sound::Good } else { Sound::Bad }
            }
            Event::Chose { .. } => Sound::Choose,
            _ => continue,
        };
        once(&mut sounds, sound, volume, &mut assets, &mut commands);
    }
}

/// Shaking, fire and a racing heart come from the run, not from cues.
fn follow_hazards(
    mut sounds: ResMut<Sounds>,
    (active, senses): (Res<ActiveRun>, Res<Senses>),
    mut last: Local<u32>,
    visit: Res<Visit>,
    mut assets: ResMut<Assets<AudioSource>>,
    mut commands: Commands,
) {
    let stands = active.paused || active.playback().is_some_and(|p| !p.plays);
    let Some(run) = active.seen().filter(|r| r.is_playing() && !stands) else {
        sounds.wanted.retain(|s, _| !matches!(s, Sound::ShakeStrong | Sound::RumbleFar | Sound::FireLarge | Sound::FireSmall));
        return;
    };
    if senses.coughs {
        once(&mut sounds, Sound::Cough, visit.settings.volume * 0.7, &mut assets, &mut commands);
    }
    let shaking = run.here().shaking as f32;
    set(&mut sounds, Sound::RumbleFar, (shaking / 4.0).min(1.0));
    set(&mut sounds, Sound::ShakeStrong, ((shaking - 3.5) / 4.0).clamp(0.0, 1.0));
    let fires = run.fires();
    let near = fires.iter().map(|(at, size)| {
        let d = libm::hypot(at[0] - run.body().at[0], at[2] - run.body().at[2]) as f32;
        *size as f32 / (1.0 + d * 0.4)
    });
    set(&mut sounds, Sound::FireLarge, near.fold(0.0, f32::max).min(1.0));
    if let Some((left, _)) = run.time_left() {
        let second = left / crate::scenario::TICKS_PER_SECOND;
        if second < 6 && second != *last && left > 0 {
            once(&mut sounds, Sound::TimerLow, visit.settings.volume * 0.8, &mut assets, &mut commands);
        }
        *last = second;
    }
}

fn set(sounds: &mut Sounds, sound: Sound, level: f32) {
    if level > 0.03 {
        sounds.wanted.insert(sound, level);
    } else {
        sounds.wanted.remove(&sound);
    }
}

fn footsteps(
    mut sounds: ResMut<Sounds>,
    active: Res<ActiveRun>,
    visit: Res<Visit>,
    mut assets: ResMut<Assets<AudioSource>>,
    mut commands: Commands,
) {
    let Some(run) = active.run() else { return };
    let walked = run.body().walked;
    if walked - sounds.walked > 0.75 {
        let soft = run.body().posture != crate::run::Posture::Stand;
        let sound = if soft { Sound::StepSoft } else { Sound::StepHard };
        once(&mut sounds, sound, visit.settings.volume * 0.5, &mut assets, &mut commands);
        sounds.walked = walked;
    } else if walked < sounds.walked {
        sounds.walked = walked;
    }
}

/// Starts loops that are wanted and ends those that are not.
fn hush(
    mut sounds: ResMut<Sounds>,
    active: Res<ActiveRun>,
    visit: Res<Visit>,
    playing: Query<(Entity, &Loop)>,
    mut sinks: Query<&mut AudioSink>,
    mut assets: ResMut<Assets<AudioSource>>,
    mut commands: Commands,
) {
    if active.run().is_none_or(|r| *r.phase() == Phase::Over) {
        sounds.wanted.clear();
    }
    let volume = if active.paused { 0.0 } else { visit.settings.volume };
    let mut there = Vec::new();
    for (entity, Loop(sound)) in &playing {
        match sounds.wanted.get(sound) {
            Some(level) => {
                there.push(*sound);
                if let Ok(mut sink) = sinks.get_mut(entity) {
                    sink.set_volume(Volume::Linear(volume * level));
                }
            }
            None => commands.entity(entity).despawn(),
        }
    }
    let missing: Vec<(Sound, f32)> = sounds.wanted.iter().filter(|(s, _)| !there.contains(s)).map(|(s, l)| (*s, *l)).collect();
    for (sound, level) in missing {
        let source = sounds.source(sound, &mut assets);
        commands.spawn((
            Loop(sound),
            AudioPlayer(source),
            PlaybackSettings { mode: PlaybackMode::Loop, volume: Volume::Linear(volume * level), ..default() },
        ));
    }
}
