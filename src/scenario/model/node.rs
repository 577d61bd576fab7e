//! The steps of the story, the triggers that jump between them, and where each step can lead.

use super::super::condition::Condition;
use super::{AnchorId, Channel, Cue, Decision, Effects, Judge, Line, NodeId, Signs, Text, Ticks, Timeout};
use crate::diag::Span;

/// What a node is.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum NodeKind {
    Story {
        channel: Channel,
        lines: Vec<Line>,
        go: NodeId,
    },
    Decide(Decision),
    Signs(Signs),
    Judge(Judge),
    Branch {
        cases: Vec<(Condition, NodeId)>,
        go: NodeId,
    },
    Wait {
        time: Ticks,
        go: NodeId,
    },
    End {
        title: Text,
        text: Text,
        pass: bool,
    },
    /// Could not be read; only while checking.
    #[default]
    Broken,
}

/// A step of the story.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Its name.
    pub id: String,
    /// The student is put here first.
    pub at: Option<AnchorId>,
    /// In the scene, on entry.
    pub cues: Vec<Cue>,
    /// New objective.
    pub objective: Option<Text>,
    /// Variables, on entry.
    pub effects: Effects,
    /// What it is.
    pub kind: NodeKind,
    /// Where its name is written.
    pub span: Span,
}

impl Node {
    /// Every node this one can lead to, in the order written.
    pub fn leads_to(&self) -> Vec<NodeId> {
        match &self.kind {
            NodeKind::Story { go, .. } | NodeKind::Wait { go, .. } => vec![*go],
            NodeKind::Signs(s) => vec![s.go],
            NodeKind::Judge(j) => vec![j.go],
            NodeKind::Branch { cases, go } => cases.iter().map(|(_, g)| *g).chain([*go]).collect(),
            NodeKind::Decide(d) => {
                let timeout = match d.timeout {
                    Some(Timeout::Node(n)) => Some(n),
                    _ => None,
                };
                d.choices.iter().filter(|c| !c.redo).filter_map(|c| c.go).chain(timeout).collect()
            }
            NodeKind::End { .. } | NodeKind::Broken => Vec::new(),
        }
    }
}

/// Jumps when a condition comes true.
#[derive(Debug, Clone)]
pub struct Trigger {
    /// When.
    pub when: Condition,
    /// Where to.
    pub go: NodeId,
    /// Where it is written.
    pub span: Span,
}
