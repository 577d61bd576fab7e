//! What happened. The window shows it, the record keeps it, the score is counted from it.

use crate::crowd::CrowdEvent;
use crate::physics::quake::injury::Injury;
use crate::place::{DoorId, PropId};
use crate::scenario::{Cue, NodeId};

/// One thing that happened in a run.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Event {
    /// A test question was answered.
    Answered { post: bool, item: usize, option: usize, right: bool },
    /// The play began.
    Began,
    /// A node was entered.
    Entered(NodeId),
    /// A line of a story node is shown.
    Line { node: NodeId, line: usize },
    /// A decision is open.
    Offered(NodeId),
    /// A choice was made.
    Chose { node: NodeId, choice: usize, first_try: bool, timed_out: bool, ticks: u32 },
    /// Time ran out and nothing had been chosen.
    TimedOut(NodeId),
    /// The consequence of a choice is shown.
    Consequence { node: NodeId, choice: usize },
    /// The explanation of a choice is shown.
    Why { node: NodeId, choice: usize },
    /// The same decision again.
    Again(NodeId),
    /// Marks in a message were handed in.
    Marked { node: NodeId, marks: Vec<usize>, hits: usize, false_alarms: usize, ticks: u32 },
    /// A message was judged.
    Judged { node: NodeId, item: usize, said_scam: bool, right: bool, ticks: u32 },
    /// Something happens in the scene.
    Cue(Cue),
    /// A door moved because the student used it (`own`), or somebody of the crowd.
    Door { door: DoorId, open: bool, own: bool },
    /// A door did not move: locked.
    Locked(DoorId),
    /// A door's frame holds its leaf: the ground moved.
    Jammed(DoorId),
    /// Something came down because the ground moved.
    Fell(PropId),
    /// What came down hit the student.
    Hurt { by: PropId, injury: Injury },
    /// Something happened to somebody of the crowd.
    Crowd(CrowdEvent),
    /// The student was put elsewhere.
    Moved,
    /// Gas or heat has overcome the student.
    Collapsed,
    /// A hazard condition jumped the story.
    Triggered { trigger: usize },
    /// An ending was reached.
    Ended(NodeId),
    /// The student left.
    Left,
    /// All is done.
    Over,
}
