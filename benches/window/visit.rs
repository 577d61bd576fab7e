//! The visits to the lab that are timed: which drills, at which moments, and the script that leads there.
//!
//! The moments are the ones expected to be heavy; which of them is, the figures say. The verbs: `docs/script.md`.

use std::fmt::Write;

/// A drill and the moments at which its frames are timed.
#[derive(Debug)]
pub(crate) struct Drill {
    /// Its file's name.
    pub id: &'static str,
    /// The key of its card: the drills lie in the order of their files' names.
    card: u8,
    /// Nodes that its passing plan comes by with seed 3, in that order.
    nodes: &'static [&'static str],
}

/// Every shipped drill.
pub(crate) static DRILLS: [Drill; 5] = [
    // The bin burns among people in the corridor; then smoke at head height, by emergency lamps.
    Drill { id: "dorm-fire", card: 2, nodes: &["bin", "low"] },
    // The whole class, lamps swinging; then everyone on the way under a desk.
    Drill { id: "classroom-quake", card: 1, nodes: &["sway_act", "cover"] },
    Drill { id: "vape-party", card: 5, nodes: &["first"] },
    Drill { id: "part-time-rebate", card: 4, nodes: &["first_task"] },
    Drill { id: "fake-police", card: 3, nodes: &["oath"] },
];

/// Opens, asks for the low tier, goes in as a guest, and times frames at each moment after half a second at rest.
pub(crate) fn script(drill: &Drill, frames: u32) -> String {
    // What the first screen asks for is there, and three more frames for what the first of them may still lack.
    let mut out = String::from("until 按任意键\nwait 0.05\nmark usable\nset quality 0\n");
    out += "fast 12\nkey space\nwait 1\nclick 不登记\nwait 1\n";
    let _ = writeln!(out, "key {}\nwait 1\nkey enter\nwait 2", drill.card);
    for node in drill.nodes {
        let id = drill.id;
        let _ = writeln!(out, "fast 120\nplan scenarios/plans/{id}.pass.ron until {node}");
        // The fade between scenes goes by, then single ticks: thirty frames and the timed ones.
        let _ = writeln!(out, "fast 6\nwait 1.5\nfast 1\nwait 0.5\nframes {frames} {id}/{node}");
    }
    out + "quit\n"
}
