//! Words that reach the student: who says them, over which channel, what the phone shows, and messages to be judged.
//! Answering by a choice is in `decision`.

use std::collections::BTreeMap;

use super::{ActorId, CompId, NodeId, SourceId, Text, Ticks};

/// Who is at the other end of a phone.
#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// Someone of the cast.
    Actor(ActorId),
    /// A number or a name as displayed.
    Shown(Text),
}

impl Default for From {
    fn default() -> Self {
        Self::Shown(Text::default())
    }
}

/// Who speaks a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The node's own speaker.
    Own,
    /// The student.
    Me,
    /// Someone else of the cast.
    Actor(ActorId),
}

/// A line of a story node.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who.
    pub by: Speaker,
    /// What.
    pub text: Text,
}

/// How a story node reaches the student.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Channel {
    Narration,
    Speech(ActorId),
    Call(From),
    Sms(From),
    Chat(From),
    Page(Text),
}

/// What the phone shows while a decision is made on it.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Screen {
    Call(From),
    Sms(From),
    Chat(From),
    Page(Text),
    Transfer { to: Text, amount: i32, memo: Text },
}

/// Part of a message that is or is not a warning sign.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SignPart {
    pub id: String,
    pub text: Text,
    pub sign: bool,
    pub why: Text,
}

/// Mark what is suspicious.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Signs {
    pub channel: Channel,
    pub ask: Text,
    pub parts: Vec<SignPart>,
    pub points: BTreeMap<CompId, i32>,
    pub time: Option<Ticks>,
    pub go: NodeId,
}

/// A message to judge.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct JudgeItem {
    pub id: String,
    pub from: Text,
    pub text: Text,
    pub scam: bool,
    pub why: Text,
    pub cites: Vec<SourceId>,
}

/// Real or scam, one message after the other.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Judge {
    pub ask: Text,
    pub items: Vec<JudgeItem>,
    /// Per item judged right.
    pub points: BTreeMap<CompId, i32>,
    pub go: NodeId,
}
