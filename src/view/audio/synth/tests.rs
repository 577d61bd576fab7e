//! What every sound must keep to, whoever changes how it is made.

use std::sync::LazyLock;

use super::catalogue::CATALOGUE;
use super::{RATE, Sound, wav};

/// Every sound, computed once for all tests.
static SOUNDS: LazyLock<Vec<(Sound, Vec<f32>)>> = LazyLock::new(|| Sound::ALL.iter().map(|sound| (*sound, sound.samples())).collect());

#[test]
fn every_sound_stands_at_its_own_place_in_the_catalogue() {
    for (index, entry) in CATALOGUE.iter().enumerate() {
        assert_eq!(entry.sound as usize, index, "{:?}", entry.sound);
    }
    assert_eq!(Sound::Applause as usize + 1, Sound::ALL.len());
}

#[test]
fn every_sample_is_a_number_within_full_scale() {
    for (sound, samples) in SOUNDS.iter() {
        let worst = samples.iter().fold(0.0_f32, |worst, x| worst.max(x.abs()));
        assert!(samples.iter().all(|x| x.is_finite()), "{sound:?} is not finite");
        assert!(worst < 0.9, "{sound:?} reaches {worst}");
    }
}

#[test]
fn no_sound_is_silent() {
    for (sound, samples) in SOUNDS.iter() {
        let squares: f32 = samples.iter().map(|x| x * x).sum();
        let rms = (squares / samples.len() as f32).sqrt();
        assert!(rms > 0.002, "{sound:?} has an rms of {rms}");
    }
}

#[test]
fn no_sound_is_longer_than_twenty_seconds_or_shorter_than_a_click() {
    for (sound, samples) in SOUNDS.iter() {
        let seconds = samples.len() as f32 / RATE as f32;
        assert!((0.03..20.0).contains(&seconds), "{sound:?} takes {seconds} s");
    }
}

#[test]
fn loops_join_without_a_step() {
    for (sound, samples) in SOUNDS.iter().filter(|(sound, _)| sound.looped()) {
        let step = (samples[0] - samples[samples.len() - 1]).abs();
        assert!(step < 0.05, "{sound:?} jumps by {step}");
    }
}

#[test]
fn sounds_that_are_played_once_end_in_silence() {
    for (sound, samples) in SOUNDS.iter().filter(|(sound, _)| !sound.looped()) {
        let (first, last) = (samples[0].abs(), samples[samples.len() - 1].abs());
        assert!(first < 0.02 && last < 0.001, "{sound:?} starts at {first}, ends at {last}");
    }
}

#[test]
fn sounds_are_the_same_at_every_start() {
    for sound in [Sound::Knock, Sound::Typing, Sound::GlassBreak] {
        assert_eq!(sound.samples(), sound.samples(), "{sound:?}");
    }
}

#[test]
fn the_alarm_sounds_and_rests_as_long_as_the_standard_says() {
    let seconds = |sound: Sound| sound.samples().len() as f32 / RATE as f32;
    assert!((8.0..=20.0).contains(&seconds(Sound::FireAlarm)));
    assert!((10.0..=30.0).contains(&seconds(Sound::AlarmVoicePause)));
}

#[test]
fn captions_are_named_after_their_sounds_and_never_shared() {
    let mut keys: Vec<&str> = Sound::ALL.iter().filter_map(|sound| sound.caption_key()).collect();
    let all = keys.len();
    assert!(keys.iter().all(|key| key.starts_with("sound-")));
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
    assert_eq!(Sound::Tick.caption_key(), None);
}

#[test]
fn a_wav_file_holds_every_sample() {
    let bytes = wav(&[0.0, 0.5, -1.0, 1.0]);
    assert_eq!(&bytes[..4], b"RIFF");
    assert_eq!(bytes.len(), 44 + 8);
    let reader = hound::WavReader::new(bytes.as_slice()).expect("our own file can be read");
    let samples: Result<Vec<i16>, _> = reader.into_samples::<i16>().collect();
    assert_eq!(samples.expect("all samples are there"), [0_i16, 16384, -32767, 32767]);
}
