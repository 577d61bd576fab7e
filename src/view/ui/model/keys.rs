//! Which letters walk and act. Only letters can be chosen: digits pick answers, Enter goes on, Esc pauses, arrows look.

/// What a letter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Doing {
    Forward,
    Left,
    Back,
    Right,
    Use,
    Crouch,
    Crawl,
}

impl Doing {
    /// All, in the order they are shown.
    pub const ALL: [Self; 7] = [Self::Forward, Self::Left, Self::Back, Self::Right, Self::Use, Self::Crouch, Self::Crawl];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Forward => "key-forward",
            Self::Left => "key-left",
            Self::Back => "key-back",
            Self::Right => "key-right",
            Self::Use => "key-use",
            Self::Crouch => "key-crouch",
            Self::Crawl => "key-crawl",
        }
    }
}

/// The letters of one student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys([char; 7]);

impl Default for Keys {
    fn default() -> Self {
        Self(['W', 'A', 'S', 'D', 'E', 'C', 'X'])
    }
}

impl Keys {
    /// The letter for something.
    pub fn of(&self, doing: Doing) -> char {
        self.0[doing as usize]
    }

    /// Gives something another letter, A to Z. What had that letter gets the old one, so that nothing is left without.
    pub fn bind(&mut self, doing: Doing, letter: char) {
        let old = self.of(doing);
        if let Some(other) = self.0.iter().position(|k| *k == letter) {
            self.0[other] = old;
        }
        self.0[doing as usize] = letter;
    }

    /// The four that walk, as they are named on the screen.
    pub fn walking(&self) -> String {
        let [w, a, s, d, ..] = self.0;
        format!("{w} {a} {s} {d}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_is_taken_is_swapped() {
        let mut keys = Keys::default();
        keys.bind(Doing::Use, 'C');
        assert_eq!((keys.of(Doing::Use), keys.of(Doing::Crouch), keys.walking().as_str()), ('C', 'E', "W A S D"));
        keys.bind(Doing::Forward, 'I');
        assert_eq!(keys.of(Doing::Forward), 'I');
    }
}
