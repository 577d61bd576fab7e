//! Starts a window as a process of its own and reads what it says: when it is usable, what its frames took.
//!
//! A line counts from when it arrives here, so that starting the process and loading the program are in the figure.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Longest a window may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(600);

/// What a window said.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// From starting the process to `mark usable`.
    pub usable: Option<Duration>,
    /// In the order they were timed.
    pub scenes: Vec<Scene>,
}

/// A `frames` line.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub name: String,
    /// The node that was open.
    pub at: String,
    pub median: Duration,
    pub p95: Duration,
    /// KiB; none where the system does not say.
    pub resident: Option<u64>,
    pub peak: Option<u64>,
    pub adapter: String,
}

/// Runs a window to its end.
pub(crate) fn watch(command: &mut Command) -> Result<Said, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{name} does not start: {e}"))?;
    let pipe = child.stderr.take().ok_or("a process without the pipe it was given")?;
    let (send, lines) = mpsc::channel();
    // In a thread of its own: reading has no time limit, waiting for what was read has.
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            if send.send((start.elapsed(), String::from_utf8_lossy(&line).into_owned())).is_err() {
                break;
            }
        }
    });
    let mut said = Said::default();
    let mut log: Vec<String> = Vec::new();
    loop {
        match lines.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
            Ok((at, line)) => {
                if line == "mark usable" {
                    said.usable = Some(at);
                }
                said.scenes.extend(scene(&line));
                log.push(line);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("{name} was still at it after {} s\n{}", PATIENCE.as_secs(), tail(&log)));
            }
        }
    }
    let status = child.wait().map_err(|e| format!("{name}: {e}"))?;
    if status.success() && said.usable.is_some() && !said.scenes.is_empty() {
        Ok(said)
    } else {
        Err(format!("{name} ended with {status}\n{}", tail(&log)))
    }
}

fn tail(log: &[String]) -> String {
    log[log.len().saturating_sub(20)..].join("\n")
}

/// Reads a `frames` line; the adapter comes last because it has spaces.
fn scene(line: &str) -> Option<Scene> {
    let (facts, adapter) = line.strip_prefix("frames ")?.split_once(" adapter=")?;
    let mut words = facts.split(' ');
    let name = words.next()?.to_owned();
    let facts: BTreeMap<&str, &str> = words.filter_map(|w| w.split_once('=')).collect();
    let number = |key: &str| facts.get(key)?.parse::<u64>().ok();
    Some(Scene {
        name,
        at: (*facts.get("at")?).to_owned(),
        median: Duration::from_micros(number("median_us")?),
        p95: Duration::from_micros(number("p95_us")?),
        resident: number("rss_kib"),
        peak: number("peak_kib"),
        adapter: adapter.to_owned(),
    })
}
