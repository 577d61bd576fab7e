//! A report in a teacher's words.

use std::fmt::Write as _;

use super::report::{Ending, FindingKind, Passes, Player, Report, Witness};
use crate::diag::Lang;
use crate::scenario::Text;

/// The whole report as text.
pub fn tell(report: &Report, title: &Text, lang: Lang) -> String {
    let mut out = String::new();
    head(report, title, lang, &mut out);
    endings(report, lang, &mut out);
    players(&report.players, lang, &mut out);
    findings(report, lang, &mut out);
    out
}

/// The Chinese or the English of two texts.
fn word<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    if lang == Lang::Zh { zh } else { en }
}

fn head(report: &Report, title: &Text, lang: Lang, out: &mut String) {
    let (states, ways, title) = (report.states, report.transitions, title.get(lang));
    let seconds = report.millis as f64 / 1000.0;
    let done = match (report.complete, lang) {
        (true, Lang::Zh) => "全部走遍",
        (true, Lang::En) => "all of them",
        (false, Lang::Zh) => "没有走完",
        (false, Lang::En) => "not all of them",
    };
    let _ = match lang {
        Lang::Zh => writeln!(out, "{title}：{states} 个状态，{ways} 步，{done}，{seconds:.1} 秒"),
        Lang::En => writeln!(out, "{title}: {states} states, {ways} steps, {done}, {seconds:.1} s"),
    };
}

fn endings(report: &Report, lang: Lang, out: &mut String) {
    let _ = writeln!(out, "\n{}", word(lang, "结局", "Endings"));
    for e in &report.endings {
        let _ = writeln!(out, "  {}  {}", e.id, ending(e, report.complete, lang));
        if e.reachable {
            let _ = writeln!(out, "      {}", e.witness.story.get(lang));
        }
    }
}

fn ending(e: &Ending, is_complete: bool, lang: Lang) -> String {
    let title = e.title.get(lang);
    let (Some(low), Some(high)) = (e.min_percent, e.max_percent) else {
        let none = if is_complete { word(lang, "到不了", "can't be reached") } else { word(lang, "还没有走到", "not reached yet") };
        return format!("{title}{}{none}", word(lang, "，", ", "));
    };
    let passes = match e.passes {
        Passes::Always => word(lang, "总是通过", "always passes"),
        Passes::Sometimes => word(lang, "有时通过", "sometimes passes"),
        Passes::Never => word(lang, "从不通过", "never passes"),
    };
    match lang {
        Lang::Zh => format!("{title}，{low}%–{high}%，{passes}"),
        Lang::En => format!("{title}, {low}%–{high}%, {passes}"),
    }
}

fn players(players: &[Player], lang: Lang, out: &mut String) {
    if players.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", word(lang, "不看内容的人能不能通过", "Who passes without reading"));
    for p in players {
        let kind = match p.kind {
            "random" => word(lang, "乱选", "at random"),
            "first" => word(lang, "总选第一个", "always the first"),
            "longest" => word(lang, "总选最长的", "always the longest"),
            _ => word(lang, "只避开严重错误", "avoids critical errors only"),
        };
        let _ = match lang {
            Lang::Zh => writeln!(out, "  {kind}：{} 次里通过 {} 次（{}%），得分中位数 {}%", p.plays, p.passed, p.percent, p.median),
            Lang::En => writeln!(out, "  {kind}: {} of {} plays pass ({}%), median score {}%", p.passed, p.plays, p.percent, p.median),
        };
    }
}

fn findings(report: &Report, lang: Lang, out: &mut String) {
    let count = report.findings.len();
    if count == 0 {
        let _ = writeln!(out, "\n{}", word(lang, "没有发现问题", "Nothing found"));
        return;
    }
    let _ = match lang {
        Lang::Zh => writeln!(out, "\n发现 {count} 个问题"),
        Lang::En => writeln!(out, "\n{count} findings"),
    };
    for f in &report.findings {
        let _ = writeln!(out, "\n  [{}] {}", kind(f.kind, lang), f.message.get(lang));
        if !f.story.zh.is_empty() {
            let _ = writeln!(out, "      {}", f.story.get(lang));
        }
        let _ = writeln!(out, "      {}: {}", word(lang, "怎么改", "help"), f.help.get(lang));
    }
    if let Some(witness) = report.unsafe_pass.first().map(|u| &u.witness).or(report.unearned_pass.as_ref()) {
        plan(witness, lang, out);
    }
}

/// The plan that shows the gravest finding, to be saved and played.
fn plan(witness: &Witness, lang: Lang, out: &mut String) {
    let _ = writeln!(
        out,
        "\n{}",
        word(
            lang,
            "把下面几行存成 plans/ 里的一个文件，用 drillroom run 再走一遍：",
            "Save this in plans/ and play it again with drillroom run:"
        )
    );
    for line in witness.plan.lines() {
        let _ = writeln!(out, "    {line}");
    }
}

fn kind(kind: FindingKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        FindingKind::UnsafePass => ("有害却通过", "unsafe pass"),
        FindingKind::UnearnedPass => ("不学也通过", "unearned pass"),
        FindingKind::DeadEnd => ("走进死路", "dead end"),
        FindingKind::Forced => ("没得选", "nothing to choose"),
        FindingKind::Unreachable => ("走不到", "unreachable"),
        FindingKind::ConstantCondition => ("条件不变", "constant condition"),
        FindingKind::Clamped => ("超出范围", "out of range"),
        FindingKind::LostPoints => ("拿不到的分", "lost points"),
        FindingKind::PassMark => ("及格线太松", "pass mark"),
        FindingKind::Incomplete => ("没有查完", "incomplete"),
    };
    word(lang, zh, en)
}
