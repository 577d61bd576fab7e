//! What a student does, as small whole numbers: this is what is recorded and replayed.

/// How one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Posture {
    /// Upright: head at 1.6 m.
    #[default]
    Stand,
    /// Bent low: head at 1.1 m.
    Crouch,
    /// On hands and knees: head at 0.5 m.
    Crawl,
}

impl Posture {
    /// Height of the head above the floor, m.
    pub fn head(self) -> f64 {
        match self {
            Self::Stand => 1.6,
            Self::Crouch => 1.1,
            Self::Crawl => 0.5,
        }
    }

    /// Speed on clear, level floor, m/s. Upright is a brisk walk; crouched and crawling keep the proportions measured
    /// for students (0.8 and 0.84/1.35).
    pub fn speed(self) -> f64 {
        match self {
            Self::Stand => 2.2,
            Self::Crouch => 1.5,
            Self::Crawl => 1.0,
        }
    }
}

/// One input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Wish to walk: forward and to the right, −127..=127 of full speed; holds until the next.
    Walk {
        /// Forward.
        forward: i8,
        /// To the right.
        right: i8,
    },
    /// Face this way: 1/4096 of a turn, 0 = south, growing to the east.
    Turn(u16),
    /// Stand, crouch or crawl.
    Posture(Posture),
    /// The use key goes down or up.
    Use(bool),
    /// Take the choice with this index.
    Pick(u8),
    /// Go on: next line, consequence read, debrief read.
    Next,
    /// Mark or unmark a part of a message.
    Mark(u8),
    /// The marks are complete.
    Submit,
    /// The message is a scam (true) or genuine.
    Judge(bool),
    /// Answer a test question.
    Answer(u8),
    /// Leave the drill.
    Leave,
}

/// Steps in a full turn.
pub const TURN: u16 = 4096;

/// Degrees to the nearest step of a turn.
pub fn yaw_to_units(degrees: f64) -> u16 {
    let turns = degrees / 360.0;
    let part = turns - libm::floor(turns);
    (libm::round(part * f64::from(TURN)) as u32 % u32::from(TURN)) as u16
}
