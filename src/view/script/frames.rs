//! The ruler behind `mark` and `frames`: wall time and memory, said in lines that `benches/window` reads as they come.
//!
//! Only the ruler: what is measured, and what it is held against, stands there. Bevy's own windows are measured there
//! with the same ruler. Nothing that is scored looks at this clock.

use std::time::{Duration, Instant};

use bevy::render::renderer::RenderAdapterInfo;

/// Wall time from frame to frame.
#[derive(Debug, Clone)]
pub struct Frames {
    name: String,
    wanted: usize,
    last: Option<Instant>,
    took: Vec<Duration>,
}

impl Frames {
    /// A measurement of so many frames under a name without spaces.
    pub fn new(name: &str, wanted: u32) -> Self {
        Self { name: name.to_owned(), wanted: wanted.max(1) as usize, last: None, took: Vec::new() }
    }

    /// Called at the same point of every frame; `true` once there are enough. The first call only starts the clock.
    pub fn tick(&mut self) -> bool {
        let now = Instant::now();
        if let Some(last) = self.last.replace(now) {
            self.took.push(now - last);
        }
        self.took.len() >= self.wanted
    }

    /// What was measured, in one line. `at` is the node that is open, so that a reader sees whether it is the wanted one.
    pub fn line(&self, at: Option<&str>, adapter: &str) -> String {
        let mut sorted = self.took.clone();
        sorted.sort_unstable();
        let within = |percent: usize| sorted.get(sorted.len() * percent / 100).map_or(0, Duration::as_micros);
        let kib = |field| memory(field).map_or_else(|| "-".to_owned(), |n| n.to_string());
        format!(
            "frames {} n={} at={} median_us={} p95_us={} rss_kib={} peak_kib={} adapter={adapter}",
            self.name,
            sorted.len(),
            at.unwrap_or("-"),
            within(50),
            within(95),
            kib("VmRSS"),
            kib("VmHWM"),
        )
    }
}

/// What draws, such as `llvmpipe (LLVM 15.0.7, 256 bits), Vulkan, Cpu`.
pub fn adapter_name(adapter: Option<&RenderAdapterInfo>) -> String {
    adapter.map_or_else(|| "unknown".to_owned(), |a| format!("{}, {:?}, {:?}", a.name, a.backend, a.device_type))
}

/// A field of this process's `/proc/self/status`, KiB; only Linux has it.
fn memory(field: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let value = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
    value.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_tick_only_starts_the_clock_and_the_line_says_how_many_followed() {
        let mut frames = Frames::new("dorm-fire/low", 2);
        assert_eq!([frames.tick(), frames.tick(), frames.tick()], [false, false, true]);
        let line = frames.line(Some("low"), "a card, Vulkan, Cpu");
        assert!(line.starts_with("frames dorm-fire/low n=2 at=low median_us="), "{line}");
        assert!(line.ends_with(" adapter=a card, Vulkan, Cpu"), "{line}");
    }
}
