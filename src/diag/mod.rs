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
#[derive(Debug, Clone, Default)]
pub struct Findings {
    list: Vec<Finding>,
}

/// Past this many findings the rest of a file is not worth listing.
const MOST: usize = 500;

impl Findings {
    /// Takes note of one.
    pub fn add(&mut self, finding: Finding) {
        if self.list.len() < MOST {
            self.list.push(finding);
        }
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
