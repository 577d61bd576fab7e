//! `drillroom explain`: the page of one code, or the list of all.

use std::io::Write;

use super::Outcome;
use crate::diag::{Lang, nearest};
use crate::scenario::all_codes;

/// Prints one page; a code that does not exist is answered with the nearest.
pub(super) fn explain(code: Option<&str>, lang: Lang, out: &mut dyn Write) -> Outcome {
    let all = all_codes();
    let zh = lang == Lang::Zh;
    let Some(code) = code else {
        for c in all {
            writeln!(out, "{}  {}", c.id, if zh { c.zh } else { c.en })?;
        }
        return Ok(0);
    };
    let wanted = code.trim().to_uppercase();
    let Some(c) = all.iter().find(|c| c.id == wanted) else {
        let ids: Vec<&str> = all.iter().map(|c| c.id).collect();
        let near = nearest(&wanted, &ids).unwrap_or("D301");
        return Err(super::CannotRun(format!("没有编号 {code}，是不是 {near}？ there is no code {code}; did you mean {near}?")).into());
    };
    writeln!(out, "{}  {}\n", c.id, if zh { c.zh } else { c.en })?;
    writeln!(out, "{}\n", if zh { c.why_zh } else { c.why_en })?;
    for (label, example) in [(if zh { "改之前" } else { "before" }, c.before), (if zh { "改之后" } else { "after" }, c.after)] {
        writeln!(out, "{label}:")?;
        for line in example.lines() {
            writeln!(out, "    {line}")?;
        }
    }
    Ok(0)
}
