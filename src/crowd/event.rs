//! What happens to classmates, for captions, sounds, scores and replays. Persons are indices into the list given to `Crowd::new`.

/// Something that happened in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrowdEvent {
    /// Woke up.
    Woke {
        /// Who.
        person: usize,
    },
    /// Set off.
    Started {
        /// Who.
        person: usize,
    },
    /// Heard the student and does as told.
    Called {
        /// Who.
        person: usize,
    },
    /// Heard the student and takes no notice.
    Ignored {
        /// Who.
        person: usize,
    },
    /// Woke a sleeping roommate.
    Helped {
        /// Who.
        person: usize,
        /// Whom.
        whom: usize,
    },
    /// Opens a leaf that was shut; the door is the caller's to move.
    Opened {
        /// Who.
        person: usize,
        /// Which opening.
        opening: usize,
    },
    /// Saw that the way is closed or full of smoke and turned to another.
    Rerouted {
        /// Who.
        person: usize,
    },
    /// Knows no way out any more and waits.
    Blocked {
        /// Who.
        person: usize,
    },
    /// Came out into the open.
    Reached {
        /// Who.
        person: usize,
        /// Which area.
        area: usize,
    },
    /// Is where people gather.
    Safe {
        /// Who.
        person: usize,
    },
    /// Fell: the dose reached 1.
    Collapsed {
        /// Who.
        person: usize,
    },
}
