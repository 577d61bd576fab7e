//! What an author is told: a stable code, a place in the file, a message and the next step, in Chinese and English.
//!
//! This layer knows nothing of scenarios. Rules point at spans; lines and columns are counted once, when rendering.

mod render;
mod span;
mod suggest;

pub use render::{JsonFinding, Source, render_json, render_text};
pub use span::Span;
pub use suggest::nearest;

/// The language of the program's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

/// Whether a finding stops a scenario from being offered to students.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario is not offered until this is mended.
    Error,
    /// Worth a look; the scenario can be played.
    Warning,
}

/// One kind of finding, with its page for `drillroom explain`.
#[derive(Debug)]
pub struct Code {
    /// Stable for ever: `D102`.
    pub id: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What, in a line.
    pub zh: &'static str,
    /// What, in a line.
    pub en: &'static str,
    /// Why it matters.
    pub why_zh: &'static str,
    /// Why it matters.
    pub why_en: &'static str,
    /// A small example that has the fault.
    pub before: &'static str,
    /// The same, mended.
    pub after: &'static str,
}

/// One thing to mend.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Which rule.
    pub code: &'static Code,
    /// Where.
    pub span: Span,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What to do, in both languages.
    pub help: Option<(String, String)>,
    /// A second place that belongs to it.
    pub related: Option<(Span, &'static str, &'static str)>,
}

impl Finding {
    /// A finding at `span`.
    pub fn new(code: &'static Code, span: Span, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, span, zh: zh.into(), en: en.into(), help: None, related: None }
    }

    /// Adds the next step.
    pub fn help(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.help = Some((zh.into(), en.into()));
        self
    }

    /// Adds "did you mean", when a known name is near.
    pub fn did_you_mean<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        match nearest(wrong, &known) {
            Some(near) => self.help(format!("你是不是想写 \"{near}\"？"), format!("did you mean \"{near}\"?")),
            None if known.is_empty() => self,
            None => {
                let some: Vec<&str> = known.iter().take(8).copied().collect();
                let (zh, en) = (some.join("、"), some.join(", "));
                let more = known.len() > some.len();
                self.help(
                    format!("可以用的有：{zh}{}", if more { " 等" } else { "" }),
                    format!("known: {en}{}", if more { ", …" } else { "" }),
                )
            }
        }
    }

    /// Adds a second place.
    pub fn related(mut self, span: Span, zh: &'static str, en: &'static str) -> Self {
        self.related = Some((span, zh, en));
        self
    }

    /// The message in a language.
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The next step in a language.
    pub fn help_text(&self, lang: Lang) -> Option<&str> {
        self.help.as_ref().map(|(zh, en)| match lang {
            Lang::Zh => zh.as_str(),
            Lang::En => en.as_str(),
        })
    }
}

/// All findings of one file. Bounded, so that a hopeless file does not fill the memory.
///
/// Where the writing itself is broken (a bracket, a quote, a comma), what is read is a guess. Such faults are noted with
/// [`Findings::tear`], and nothing that a guess would add is kept: one slip of the key is one finding.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    list: Vec<Finding>,
    torn: Vec<Span>,
    hidden: Vec<Span>,
}

/// Past this many findings the rest of a file is not worth listing.
const MOST: usize = 500;

fn within(spans: &[Span], byte: usize) -> bool {
    spans.iter().any(|s| s.start <= byte && byte < s.end)
}

impl Findings {
    /// Takes note of one, unless it begins where the writing is broken.
    pub fn add(&mut self, finding: Finding) {
        let at = finding.span.start;
        if self.list.len() < MOST && !within(&self.torn, at) && !within(&self.hidden, at) {
            self.list.push(finding);
        }
    }

    /// Takes note of a fault of the writing itself: the rest of its place is a guess from now on.
    pub fn tear(&mut self, finding: Finding) {
        if within(&self.hidden, finding.span.start) {
            return;
        }
        if self.torn.len() < MOST {
            self.torn.push(finding.span);
        }
        if self.list.len() < MOST {
            self.list.push(finding);
        }
    }

    /// Says that a stretch can't be read reliably: nothing more is noted in it.
    pub fn hide(&mut self, span: Span) {
        if self.hidden.len() < MOST {
            self.hidden.push(span);
        }
    }

    /// Whether the writing is broken somewhere in a stretch.
    pub fn is_torn(&self, span: Span) -> bool {
        self.torn.iter().chain(&self.hidden).any(|s| s.start < span.end && span.start < s.end)
    }

    /// Whether the writing is sound throughout, so that the whole can be judged.
    pub fn is_whole(&self) -> bool {
        self.torn.is_empty() && self.hidden.is_empty()
    }

    /// Whether some stretch can't be read: a name that seems unknown may be defined there.
    pub fn hides_some(&self) -> bool {
        !self.hidden.is_empty()
    }

    /// Whether anything is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|f| f.code.severity == Severity::Error)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// By place in the file, then by code.
    pub fn sorted(mut self) -> Vec<Finding> {
        self.list.sort_by(|a, b| (a.span, a.code.id, &a.en).cmp(&(b.span, b.code.id, &b.en)));
        self.list.dedup_by(|a, b| a.span == b.span && a.code.id == b.code.id && a.en == b.en);
        self.list
    }

    /// Looks at them without taking them.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }
}
