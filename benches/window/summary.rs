//! The figures of a whole measurement and what is printed of them: medians, ratios, and whether the targets are met.

use std::collections::BTreeMap;
use std::time::Duration;

use super::SIZE;
use super::child::{Said, Scene};

/// From the start to a usable picture, beyond an empty window.
const START: Duration = Duration::from_secs(3);
/// Times the frame of the bare room.
const FRAME: f64 = 2.5;
/// Resident beyond an empty window, millions of bytes.
const MEMORY: f64 = 300.0;

/// All that was measured.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    empty_usable: Vec<Duration>,
    lab_usable: Vec<Duration>,
    empty: Vec<Scene>,
    room: Vec<Scene>,
    scenes: BTreeMap<String, Vec<Scene>>,
}

impl Figures {
    pub(crate) fn empty(&mut self, said: Said) {
        self.empty_usable.extend(said.usable);
        self.empty.extend(said.scenes);
    }

    pub(crate) fn room(&mut self, said: Said) {
        self.room.extend(said.scenes);
    }

    pub(crate) fn visit(&mut self, said: Said) {
        self.lab_usable.extend(said.usable);
        for scene in said.scenes {
            if !scene.name.ends_with(&format!("/{}", scene.at)) {
                eprintln!("note: {} was timed at {}", scene.name, scene.at);
            }
            self.scenes.entry(scene.name.clone()).or_default().push(scene);
        }
    }

    /// The moment with the longest median frame.
    pub(crate) fn heaviest(&self) -> Option<&str> {
        self.scenes.iter().max_by_key(|(_, s)| frame(s)).map(|(name, _)| name.as_str())
    }

    pub(crate) fn print(&self, profile: &str) {
        let adapter = self.room.first().map_or("unknown", |s| s.adapter.as_str());
        println!("\n{adapter}; {}x{}, low tier, profile {profile}\n", SIZE.0, SIZE.1);
        if self.scenes.values().flatten().chain(&self.empty).any(|s| s.adapter != adapter) {
            println!("not everything was drawn by the same adapter: the ratios mean nothing\n");
        }
        self.table();
        println!("\n{:<50}{:>12}{:>12}", "", "found", "target");
        self.start();
        self.frames();
        self.memory();
    }

    fn table(&self) {
        println!("{:<28}{:>6}{:>12}{:>12}{:>12}{:>14}{:>10}", "", "times", "median ms", "95 % ms", "resident MB", "peak MB", "/ room");
        let room = frame(&self.room).map(|d| d.as_secs_f64());
        let rows = [("empty", &self.empty), ("room", &self.room)];
        for (name, scenes) in rows.into_iter().chain(self.scenes.iter().map(|(n, s)| (n.as_str(), s))) {
            let ratio = frame(scenes).zip(room).map(|(d, room)| d.as_secs_f64() / room);
            println!(
                "{name:<28}{:>6}{:>12}{:>12}{:>12}{:>14}{:>10}",
                scenes.len(),
                ms(frame(scenes)),
                ms(median(scenes.iter().map(|s| s.p95))),
                shown(megabytes(scenes, |s| s.resident), 0),
                shown(megabytes(scenes, |s| s.peak), 0),
                shown(ratio, 2),
            );
        }
        let spread = self.room.iter().map(|s| s.median);
        println!("the room's medians lie from {} to {} ms: far apart means a busy computer", ms(spread.clone().min()), ms(spread.max()));
    }

    fn start(&self) {
        let (empty, lab) = (median(self.empty_usable.iter().copied()), median(self.lab_usable.iter().copied()));
        println!("empty window usable after {} ms, the lab's first screen after {} ms", ms(empty), ms(lab));
        let beyond = lab.zip(empty).map(|(lab, empty)| lab.as_secs_f64() - empty.as_secs_f64());
        verdict("first usable frame, s beyond the empty window", beyond, START.as_secs_f64(), 2);
    }

    fn frames(&self) {
        let heaviest = self.heaviest().and_then(|name| Some((name, frame(&self.scenes[name])?)));
        let ratio = heaviest.zip(frame(&self.room)).map(|((_, lab), room)| lab.as_secs_f64() / room.as_secs_f64());
        println!("heaviest moment: {}", heaviest.map_or("-", |(name, _)| name));
        verdict("its median frame, times the bare room's", ratio, FRAME, 2);
    }

    fn memory(&self) {
        let most = self.scenes.values().filter_map(|s| megabytes(s, |s| s.resident)).max_by(f64::total_cmp);
        let beyond = most.zip(megabytes(&self.empty, |s| s.resident)).map(|(most, empty)| most - empty);
        verdict("most resident memory, MB beyond the empty window", beyond, MEMORY, 0);
    }
}

fn verdict(what: &str, found: Option<f64>, most: f64, digits: usize) {
    let said = match found {
        Some(found) if found <= most => "met",
        Some(_) => "MISSED",
        None => "not measured",
    };
    let target = format!("<= {most}");
    println!("{what:<50}{:>12}{target:>12}  {said}", shown(found, digits));
}

/// The middle of the runs' median frames.
fn frame(scenes: &[Scene]) -> Option<Duration> {
    median(scenes.iter().map(|s| s.median))
}

fn megabytes(scenes: &[Scene], of: impl Fn(&Scene) -> Option<u64>) -> Option<f64> {
    median(scenes.iter().filter_map(of)).map(|kib| kib as f64 * 1024.0 / 1e6)
}

fn median<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    let middle = values.len() / 2;
    values.into_iter().nth(middle)
}

fn ms(time: Option<Duration>) -> String {
    shown(time.map(|t| t.as_secs_f64() * 1000.0), 1)
}

fn shown(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "-".to_owned(), |v| format!("{v:.digits$}"))
}
