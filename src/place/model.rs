//! What a place consists of, in metres. Plan coordinates are `(x, z)`: x to the east, z to the south; y is up.

use super::catalogue::PropKind;
use crate::diag::Span;

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Text {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Text {
    /// The text in a language.
    pub fn get(&self, lang: crate::diag::Lang) -> &str {
        match lang {
            crate::diag::Lang::Zh => &self.zh,
            crate::diag::Lang::En => &self.en,
        }
    }
}

macro_rules! index {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize)]
        pub struct $name(pub(crate) u16);
        impl $name {
            /// Its position in the list it belongs to.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}
pub(crate) use index;

index! {
    /// One of a place's rooms.
    RoomId,
    /// One of a place's doors.
    DoorId,
    /// One of a place's props.
    PropId,
    /// One of a place's anchors.
    AnchorId,
}

/// What walls, floor and ceiling of a room are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RoomFinish {
    #[default]
    Dorm,
    Corridor,
    Classroom,
    Stair,
    Lobby,
    Office,
    Counsel,
    Ktv,
    Bath,
    Street,
    Lawn,
    Playground,
    Shop,
}

/// A box of air with a floor.
#[derive(Debug, Clone, Default)]
pub struct Room {
    /// Its name in the file.
    pub id: String,
    /// What people call it.
    pub name: Text,
    /// Least x and z of the inside.
    pub min: (f64, f64),
    /// Greatest x and z of the inside.
    pub max: (f64, f64),
    /// Height of the floor.
    pub floor: f64,
    /// From floor to ceiling.
    pub height: f64,
    /// Surfaces.
    pub finish: RoomFinish,
    /// Outdoors: no walls, no ceiling.
    pub open: bool,
    /// Where it is written.
    pub span: Span,
}

impl Room {
    /// Whether a plan position lies inside, allowing `slack` metres beyond the walls.
    pub fn holds(&self, x: f64, z: f64, slack: f64) -> bool {
        x >= self.min.0 - slack && x <= self.max.0 + slack && z >= self.min.1 - slack && z <= self.max.1 + slack
    }
}

/// The four sides of a room, by where they lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Side {
    /// Towards −z.
    #[default]
    North,
    /// Towards +z.
    South,
    /// Towards +x.
    East,
    /// Towards −x.
    West,
}

/// An opening between two rooms, with or without a leaf.
#[derive(Debug, Clone, Default)]
pub struct Door {
    /// Its name in the file.
    pub id: String,
    /// The room it is described from.
    pub room: RoomId,
    /// The room behind it, if the model has one.
    pub to: Option<RoomId>,
    /// Middle of the opening in the wall.
    pub at: (f64, f64),
    /// Clear width.
    pub width: f64,
    /// Clear height.
    pub height: f64,
    /// Prop kind of the leaf; `None` = just an opening.
    pub leaf: Option<&'static PropKind>,
    /// Whether it stands open at the start.
    pub open: bool,
    /// Words on it (room number).
    pub text: Vec<String>,
    /// Which wall of `room` it is in.
    pub side: Side,
    /// Height of its threshold.
    pub base: f64,
    /// Where it is written.
    pub span: Span,
}

impl Door {
    /// Whether the wall it stands in runs along x.
    pub fn runs_along_x(&self) -> bool {
        matches!(self.side, Side::North | Side::South)
    }
}

/// A window to the outside.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Whose.
    pub room: RoomId,
    /// Middle, in plan.
    pub at: (f64, f64),
    /// Width.
    pub width: f64,
    /// Height of its lower edge above the floor.
    pub sill: f64,
    /// Height of the opening.
    pub height: f64,
    /// Which wall.
    pub side: Side,
}

/// A platform to stand on.
#[derive(Debug, Clone, Default)]
pub struct Slab {
    /// Least x and z.
    pub min: (f64, f64),
    /// Greatest x and z.
    pub max: (f64, f64),
    /// Height of its upper face.
    pub y: f64,
    /// Surface.
    pub finish: RoomFinish,
}

/// A straight flight.
#[derive(Debug, Clone, Default)]
pub struct Stair {
    /// Its name in the file.
    pub id: String,
    /// Least x and z.
    pub min: (f64, f64),
    /// Greatest x and z.
    pub max: (f64, f64),
    /// Height at the foot.
    pub low: f64,
    /// Height at the head.
    pub high: f64,
    /// Going up means going to this side.
    pub up: Side,
}

impl Stair {
    /// Height of the ramp at a plan position inside it.
    pub fn height_at(&self, x: f64, z: f64) -> f64 {
        let t = match self.up {
            Side::East => (x - self.min.0) / (self.max.0 - self.min.0),
            Side::West => (self.max.0 - x) / (self.max.0 - self.min.0),
            Side::South => (z - self.min.1) / (self.max.1 - self.min.1),
            Side::North => (self.max.1 - z) / (self.max.1 - self.min.1),
        };
        self.low + (self.high - self.low) * t.clamp(0.0, 1.0)
    }
}

/// A thing in the place.
#[derive(Debug, Clone)]
pub struct Prop {
    /// Its name, if the scenario may speak of it.
    pub id: Option<String>,
    /// What it is.
    pub kind: &'static PropKind,
    /// Middle of its footprint at its underside: x, y, z.
    pub at: [f64; 3],
    /// Degrees; 0 looks south.
    pub yaw: f64,
    /// Words on it.
    pub text: Vec<String>,
    /// Not there until a scenario shows it.
    pub hidden: bool,
    /// Where it is written.
    pub span: Span,
}

/// A spot to stand at.
#[derive(Debug, Clone, Default)]
pub struct Anchor {
    /// Its name.
    pub id: String,
    /// x, y, z of the floor there.
    pub at: [f64; 3],
    /// Degrees; 0 looks south.
    pub face: f64,
    /// Where it is written.
    pub span: Span,
}

/// Colour of a lamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LampColour {
    #[default]
    Tube,
    Warm,
    Exit,
    Moon,
    Neon,
    Fire,
    Screen,
}

/// A light.
#[derive(Debug, Clone, Default)]
pub struct Lamp {
    /// x, y, z.
    pub at: [f64; 3],
    /// Colour.
    pub colour: LampColour,
    /// 1 = an ordinary tube.
    pub strength: f64,
    /// The room whose walls stop its light.
    pub room: Option<RoomId>,
    /// Stays on in a power cut.
    pub emergency: bool,
    /// Off by day.
    pub night_only: bool,
}

/// Where the sun stands by day, degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sun {
    /// As `face`: the direction in which the sun is seen.
    pub azimuth: f64,
    /// Above the horizon.
    pub height: f64,
}

impl Default for Sun {
    fn default() -> Self {
        Self { azimuth: 120.0, height: 35.0 }
    }
}

/// A whole place.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// File stem.
    pub id: String,
    /// What people call it.
    pub name: Text,
    /// The sun.
    pub sun: Sun,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Doors and openings.
    pub doors: Vec<Door>,
    /// Windows.
    pub windows: Vec<Window>,
    /// Platforms.
    pub slabs: Vec<Slab>,
    /// Flights.
    pub stairs: Vec<Stair>,
    /// Named props first, then clutter.
    pub props: Vec<Prop>,
    /// Spots.
    pub anchors: Vec<Anchor>,
    /// Lights.
    pub lamps: Vec<Lamp>,
}

impl Place {
    /// A room by name.
    pub fn room(&self, id: &str) -> Option<RoomId> {
        self.rooms.iter().position(|r| r.id == id).map(|n| RoomId(n as u16))
    }
    /// A door by name.
    pub fn door(&self, id: &str) -> Option<DoorId> {
        self.doors.iter().position(|d| d.id == id).map(|n| DoorId(n as u16))
    }
    /// A prop by name.
    pub fn prop(&self, id: &str) -> Option<PropId> {
        self.props.iter().position(|p| p.id.as_deref() == Some(id)).map(|n| PropId(n as u16))
    }
    /// An anchor by name.
    pub fn anchor(&self, id: &str) -> Option<AnchorId> {
        self.anchors.iter().position(|a| a.id == id).map(|n| AnchorId(n as u16))
    }
    /// The room a position is in: of several, the one with the highest floor not above `y + 0.4`.
    pub fn room_at(&self, at: [f64; 3]) -> Option<RoomId> {
        let fits = |r: &Room, slack: f64| r.holds(at[0], at[2], slack) && r.floor <= at[1] + 0.4 && at[1] < r.floor + r.height;
        let best = |slack: f64| {
            (0..self.rooms.len())
                .filter(|n| fits(&self.rooms[*n], slack))
                .max_by(|a, b| self.rooms[*a].floor.total_cmp(&self.rooms[*b].floor).then(b.cmp(a)))
        };
        best(0.0).or_else(|| best(0.2)).map(|n| RoomId(n as u16))
    }
}
