//! What happens around the student: cues, changes of variables, and the hazards that run on their own. Why it happens is
//! for `node` and `decision` to say.

use super::{Act, ActorId, AnchorId, DoorId, Gaze, Growth, Item, Mood, NodeId, PropId, Quake, RoomId, Text, VarId};
use crate::diag::Span;

/// The light a scene is seen in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Light {
    #[default]
    Day,
    Dusk,
    Night,
    PowerCut,
}

/// Something that happens in the scene.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it; the guide says more")]
pub enum Cue {
    Play(String),
    Stop(String),
    Move {
        who: ActorId,
        to: AnchorId,
        run: bool,
    },
    Put {
        who: ActorId,
        to: AnchorId,
    },
    Vanish(ActorId),
    Act(ActorId, Act),
    Mood(ActorId, Mood),
    Face(ActorId, Gaze),
    Open(DoorId),
    Close(DoorId),
    Lock(DoorId),
    /// Wet cloth along the gaps of a shut door.
    Seal(DoorId),
    Show(PropId),
    Hide(PropId),
    Fall(PropId),
    Light(Light),
    Sense {
        blur: f64,
        slow: f64,
        sway: f64,
    },
    Notice(Text),
    /// The student calls to the others for a few seconds.
    Call,
}

/// Changes of variables.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// Becomes.
    pub set: Vec<(VarId, i32)>,
    /// Grows by.
    pub add: Vec<(VarId, i32)>,
}

/// A key of a smoke timeline: at `s` seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SmokeKey {
    /// Seconds since it began.
    pub s: f64,
    /// Height of the layer's lower edge above the floor, m.
    pub layer: f64,
    /// Extinction coefficient in the layer, 1/m.
    pub k: f64,
    /// Carbon monoxide in the layer, ppm.
    pub co: f64,
    /// Temperature of the layer, ℃.
    pub temp: f64,
}

/// A scripted hazard.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HazardKind {
    Smoke {
        room: RoomId,
        keys: Vec<SmokeKey>,
    },
    Fire {
        at: [f64; 3],
        keys: Vec<(f64, f64)>,
    },
    Shake {
        keys: Vec<(f64, f64)>,
    },
    /// A fire by physics: smoke, heat and poison follow from it, from the rooms and from the doors as they stand.
    Burn {
        at: [f64; 3],
        item: Item,
        growth: Option<Growth>,
    },
    /// An earthquake by physics: what shakes, topples and jams follows from the ground's motion.
    Quake(Quake),
}

/// Hot air counts from here on, ℃: below, the formula still gives a little, and a warm room would harm (rule of play).
pub const HOT: f64 = 60.0;

impl HazardKind {
    /// Whether somebody can be overcome by it: it poisons the air or makes it hot.
    pub fn can_overcome(&self) -> bool {
        match self {
            Self::Burn { .. } => true,
            Self::Smoke { keys, .. } => keys.iter().any(|k| k.co > 0.0 || k.temp > HOT),
            Self::Fire { .. } | Self::Shake { .. } | Self::Quake(_) => false,
        }
    }
}

/// A hazard and when it runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Hazard {
    /// What.
    pub kind: HazardKind,
    /// Begins when this node is first entered; `None` = with the play.
    pub from: Option<NodeId>,
    /// Ends when this node is first entered; what burns by physics is then being put out.
    pub until: Option<NodeId>,
    /// Where `until` is written; the hazard, when it is not.
    pub span: Span,
}
