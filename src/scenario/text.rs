//! Texts in two languages: both there, and short enough for the panel they are shown in.

use crate::diag::{Code, Finding, Findings, Severity, Span};
use crate::place::Text;
use crate::syntax::shape::{self, Shape};
use crate::syntax::{Kind, Node};

/// A language is missing.
pub const MISSING_TRANSLATION: Code = Code {
    id: "D601",
    severity: Severity::Error,
    zh: "缺少一种语言",
    en: "a missing translation",
    why_zh: "学生可以选中文或英文，少一种就会看到空白。",
    why_en: "Students choose Chinese or English; with one missing they see nothing.",
    before: "text: (zh: \"报警\")",
    after: "text: (zh: \"报警\", en: \"Call the police\")",
};
/// Too long for its panel.
pub const TOO_LONG: Code = Code {
    id: "D602",
    severity: Severity::Error,
    zh: "文字太长，面板放不下",
    en: "a text too long for its panel",
    why_zh: "字要在三米外看得清，所以每个面板能放的字数有限。超出的部分学生看不到。",
    why_en: "Letters must be readable at three metres, so every panel has its limit; what is over it would be cut off.",
    before: "text: (zh: \"（很长很长的一句话）\", …)",
    after: "text: (zh: \"先核实\", …)",
};

/// How many Chinese characters a panel holds. English gets two and a half times as many letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Panel(pub usize);

impl Panel {
    pub(super) const TITLE: Self = Self(14);
    pub(super) const CARD: Self = Self(46);
    pub(super) const NOTE: Self = Self(100);
    pub(super) const OBJECTIVE: Self = Self(30);
    pub(super) const LINE: Self = Self(75);
    pub(super) const ASK: Self = Self(48);
    pub(super) const CHOICE: Self = Self(36);
    pub(super) const WHY: Self = Self(110);
    pub(super) const NAME: Self = Self(24);
    pub(super) const SOURCE: Self = Self(70);
    pub(super) const QUIZ: Self = Self(80);
}

/// Counts as the panel does: a wide character is one, a narrow one half.
fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text).div_ceil(2)
}

/// A reader for a text of a panel.
pub(super) fn text(panel: Panel) -> impl Fn(&Node, &mut Findings) -> Text {
    move |node, out| {
        if let Kind::Str(s) = &node.kind {
            plain(s, node.span, out);
            return Text { zh: s.clone(), en: s.clone() };
        }
        let mut s = Shape::of(node, out);
        let text = fields(&mut s, panel, out);
        s.done(out);
        text
    }
}

/// `zh` and `en` among the other fields of a bracket.
pub(super) fn fields(s: &mut Shape<'_>, panel: Panel, out: &mut Findings) -> Text {
    let zh = s.opt("zh", out, shape::string);
    let en = s.opt("en", out, shape::string);
    let text = Text { zh: zh.unwrap_or_default(), en: en.unwrap_or_default() };
    let (has_zh, has_en) = (!text.zh.trim().is_empty(), !text.en.trim().is_empty());
    let is_whole = has_zh && has_en;
    if !is_whole && !s.is_guess(out) {
        missing(has_zh, has_en, s.name.map_or(s.span, |n| n.span), out);
    }
    for (field, limit, words) in [("zh", panel.0, &text.zh), ("en", panel.0 * 5 / 4, &text.en)] {
        let found = width(words);
        if found > limit {
            let unit = if field == "zh" { (found, limit) } else { (found * 2, limit * 2) };
            out.add(
                Finding::new(
                    &TOO_LONG,
                    s.at(field),
                    format!("这段文字约 {} 字，这里最多 {} 字", unit.0, unit.1),
                    format!("about {} characters, at most {} fit here", unit.0, unit.1),
                )
                .help("删短，或者拆成两句", "shorten it, or split it in two"),
            );
        }
    }
    text
}

fn missing(has_zh: bool, has_en: bool, span: Span, out: &mut Findings) {
    let (zh, en, help) = match (has_zh, has_en) {
        (true, _) => ("这里缺英文 en", "the English (en) is missing here", "en: \"…\""),
        (_, true) => ("这里缺中文 zh", "the Chinese (zh) is missing here", "zh: \"…\""),
        _ => ("这里中文 zh 和英文 en 都没有写", "both Chinese (zh) and English (en) are missing here", "zh: \"…\", en: \"…\""),
    };
    out.add(Finding::new(&MISSING_TRANSLATION, span, zh, en).help(format!("补上 {help}"), format!("add {help}")));
}

/// A text that does not say which language it is in.
fn plain(words: &str, span: Span, out: &mut Findings) {
    let is_latin = !words.is_empty() && words.is_ascii();
    let (zh, en, help) = if is_latin {
        ("这里只有英文，缺中文 zh", "only English here, the Chinese (zh) is missing", format!("(zh: \"…\", en: \"{words}\")"))
    } else {
        ("这里只有中文，缺英文 en", "only Chinese here, the English (en) is missing", format!("(zh: \"{words}\", en: \"…\")"))
    };
    out.add(Finding::new(&MISSING_TRANSLATION, span, zh, en).help(format!("写成 {help}"), format!("write {help}")));
}
