//! The others in the building as an author describes them: how many, where, what they are like. What they do is not written: it is
//! worked out (`crate::crowd`).

use super::{AnchorId, NodeId, RoomId};
use crate::diag::Span;

/// Most people of a crowd.
pub const MOST_PEOPLE: usize = 60;

/// Everyone else in the place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CrowdSpec {
    /// They hear the alarm when this node is first entered; `None` = with the play.
    pub from: Option<NodeId>,
    /// Where they gather; `None` = they are safe anywhere outdoors.
    pub goal: Option<AnchorId>,
    /// Who.
    pub groups: Vec<CrowdGroup>,
    /// Where it is written.
    pub span: Span,
}

impl CrowdSpec {
    /// How many they are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|g| g.count).sum()
    }
}

/// People of one kind in one room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CrowdGroup {
    /// Where they are at first.
    pub room: RoomId,
    /// How many.
    pub count: usize,
    /// Figures and dress, drawn from these.
    pub looks: Vec<String>,
    /// Whether they sleep at first.
    pub asleep: bool,
    /// Half of them set off within so many seconds of hearing the alarm, or of waking.
    pub delay: f64,
    /// How likely one is to do as the student calls, 0 to 1.
    pub follows: f64,
    /// How likely one is to wake roommates before leaving, 0 to 1.
    pub helps: f64,
    /// Where the room is written.
    pub span: Span,
}
