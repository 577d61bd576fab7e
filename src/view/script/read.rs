//! The script's language: one verb a line, `#` begins a comment.

use crate::diag::Lang;

/// One line that does something.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// 1-based.
    pub number: usize,
    /// What it does.
    pub verb: Verb,
}

/// What a script can do. Times are in ticks.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "docs/script.md describes each")]
pub enum Verb {
    Wait(u32),
    Fast(u32),
    Until(String),
    Click(String),
    Key { name: String, ticks: u32 },
    Pad { button: String, ticks: u32 },
    Stick { right: bool, x: f32, y: f32, ticks: u32 },
    Mouse(f32, f32),
    Look(f32, f32),
    Type(String),
    Lang(Lang),
    Set(String, f32),
    Shot(String),
    Mark(String),
    Frames { count: u32, name: String },
    Plan { file: String, until: Option<String> },
    Quit,
}

impl Verb {
    /// How long a key, button or stick is held.
    pub fn ticks(&self) -> u32 {
        match self {
            Self::Key { ticks, .. } | Self::Pad { ticks, .. } | Self::Stick { ticks, .. } => *ticks,
            _ => 0,
        }
    }
}

/// A line that cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("script line {number}: {line:?}: {why}")]
pub struct ScriptError {
    /// 1-based.
    pub number: usize,
    /// As written.
    pub line: String,
    /// What to do.
    pub why: String,
}

/// Reads a whole script.
pub fn read(text: &str) -> Result<Vec<Line>, ScriptError> {
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let words = line.split('#').next().unwrap_or("").trim();
        if words.is_empty() {
            continue;
        }
        let verb = verb(words).map_err(|why| ScriptError { number: n + 1, line: line.to_owned(), why })?;
        out.push(Line { number: n + 1, verb });
    }
    Ok(out)
}

fn verb(words: &str) -> Result<Verb, String> {
    let (name, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let rest = rest.trim();
    let parts: Vec<&str> = rest.split_whitespace().collect();
    let number = |n: usize| -> Result<f32, String> {
        parts.get(n).ok_or("a number is missing".to_owned())?.parse().map_err(|_| format!("{:?} is no number", parts[n]))
    };
    let ticks =
        |n: usize, default: f32| -> Result<u32, String> { Ok((if parts.len() > n { number(n)? } else { default } * 60.0).round() as u32) };
    let text = || if rest.is_empty() { Err("a text is missing".to_owned()) } else { Ok(rest.to_owned()) };
    Ok(match name {
        "wait" => Verb::Wait(ticks(0, 1.0)?),
        "fast" => Verb::Fast(number(0)? as u32),
        "until" => Verb::Until(text()?),
        "click" => Verb::Click(text()?),
        "key" => Verb::Key { name: parts.first().ok_or("which key?")?.to_string(), ticks: ticks(1, 0.034)? },
        "pad" => Verb::Pad { button: parts.first().ok_or("which button?")?.to_string(), ticks: ticks(1, 0.034)? },
        "stick" => Verb::Stick { right: parts.first() == Some(&"right"), x: number(1)?, y: number(2)?, ticks: ticks(3, 0.5)? },
        "mouse" => Verb::Mouse(number(0)?, number(1)?),
        "look" => Verb::Look(number(0)?, number(1)?),
        "type" => Verb::Type(text()?),
        "lang" => Verb::Lang(if rest == "en" { Lang::En } else { Lang::Zh }),
        "set" => Verb::Set(parts.first().ok_or("which setting?")?.to_string(), number(1)?),
        "shot" => Verb::Shot(text()?),
        "mark" => Verb::Mark(text()?),
        "frames" => Verb::Frames { count: number(0)? as u32, name: parts.get(1).ok_or("a name is missing")?.to_string() },
        "plan" => Verb::Plan {
            file: parts.first().ok_or("which plan?")?.to_string(),
            until: parts.iter().position(|p| *p == "until").and_then(|n| parts.get(n + 1)).map(|s| (*s).to_owned()),
        },
        "quit" => Verb::Quit,
        other => return Err(format!("there is no verb {other:?}; see docs/script.md")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_reads_line_by_line_and_says_which_line_is_wrong() {
        let lines = read("# visit\nclick 开始\nkey w 1.5\nplan a.ron until decide\n").expect("sound");
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[1].verb, Verb::Key { name: "w".into(), ticks: 90 });
        assert_eq!(read("wait 1\njump 3\n").map_err(|e| e.number), Err(2));
        let lines = read("frames 60 dorm-fire/low").expect("sound");
        assert_eq!(lines[0].verb, Verb::Frames { count: 60, name: "dorm-fire/low".into() });
    }
}
