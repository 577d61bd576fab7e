//! The phone: conversations, pages, the transfer form, messages to be marked or judged.

/// A chat bubble or line on the phone.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Bubble {
    pub from: String,
    pub text: String,
    /// The student's own: on the right.
    pub mine: bool,
}

/// A part of a message to be marked.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PartRow {
    pub text: String,
    pub marked: bool,
    /// After handing in: (is a sign, why).
    pub answer: Option<(bool, String)>,
}

/// What the phone shows.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PhoneModel {
    /// Rings until answered (`UiAct::Next`).
    Ringing {
        name: String,
    },
    InCall {
        name: String,
        seconds: u32,
        lines: Vec<Bubble>,
    },
    Sms {
        name: String,
        lines: Vec<Bubble>,
        typing: bool,
    },
    Chat {
        name: String,
        lines: Vec<Bubble>,
        typing: bool,
    },
    Page {
        app: String,
        lines: Vec<String>,
    },
    /// `shake` 0..1: how much the form trembles.
    Transfer {
        to: String,
        amount: i32,
        memo: String,
        shake: f32,
    },
    Signs {
        name: String,
        parts: Vec<PartRow>,
        done: bool,
    },
    /// A message to be judged; `said` and `why` after the answer, with whether it was right.
    Judge {
        from: String,
        text: String,
        number: usize,
        of: usize,
        verdict: Option<(bool, bool, String)>,
    },
}
