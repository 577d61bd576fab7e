//! The program's own words: in their files and nowhere else, in both languages, in letters that the font has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The files with this extension below a folder, in a fixed order.
fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("the folder is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

// ---- the window's code ----

/// What is painted on signs, walls and clothes belongs to the place, whatever language the program speaks.
const PAINTED: [&str; 3] = ["props", "texture", "people"];

/// What may stand in the code all the same: file, how the text begins, reason.
const ALLOWED: [(&str, &str, &str); 5] = [
    ("app.rs", "演练室 Drillroom", "the program's name, shown before a language is known"),
    ("app.rs", "没有剧本文件夹 no scenario folder", "said in both languages, when there is no window to say it in"),
    ("ui/kit/wrap.rs", "，。、；：？！", "marks that may not begin a line"),
    ("ui/kit/wrap.rs", "（《「『", "marks that may not end a line"),
    ("ui/screens/comfort.rs", "中文", "a language is offered under its own name"),
];

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[test]
fn no_words_are_written_into_the_code_of_the_window() {
    let view = root().join("src/view");
    let mut wrong = Vec::new();
    for path in files(&view, "rs") {
        let inside = path.strip_prefix(&view).expect("below the folder");
        let is_test = inside.iter().any(|part| part == "tests" || part == "tests.rs");
        if is_test || PAINTED.iter().any(|folder| inside.starts_with(folder)) {
            continue;
        }
        let name = inside.to_string_lossy().replace('\\', "/");
        for (line, literal) in literals(&without_tests(&read(&path))) {
            let words = literal.trim_start_matches(['r', 'b', '#', '"']);
            let is_allowed = ALLOWED.iter().any(|(file, begins, _)| *file == name && words.starts_with(*begins));
            if literal.contains(is_chinese) && !is_allowed {
                wrong.push(format!("src/view/{name}:{line}: {literal}"));
            }
        }
    }
    assert!(wrong.is_empty(), "these belong in assets/locales, for both languages:\n{}", wrong.join("\n"));
}

/// A source file up to its module of unit tests, which may say what they like.
fn without_tests(source: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let is_module = |at: usize| {
        let item = source[at + MARK.len()..].trim_start();
        item.starts_with("mod ") && item.find(['{', ';']).is_some_and(|end| item[end..].starts_with('{'))
    };
    let end = source.match_indices(MARK).map(|(at, _)| at).find(|at| is_module(*at));
    source[..end.unwrap_or(source.len())].to_owned()
}

/// The texts and characters in quotes of a source file as they are written, each with its line. Comments are none.
fn literals(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        let (length, is_literal) = match c {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if rest.starts_with("/*") => (block_comment(rest), false),
            '"' => (text_in_quotes(rest), true),
            '\'' => (character(rest), true),
            c if c.is_alphabetic() || c == '_' => {
                let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                let raw = if matches!(&rest[..word], "r" | "br" | "cr") { raw_text(&rest[word..]) } else { 0 };
                (word + raw, raw > 0)
            }
            c => (c.len_utf8(), false),
        };
        if is_literal {
            found.push((source[..at].matches('\n').count() + 1, rest[..length].to_owned()));
        }
        at += length;
    }
    found
}

/// Length of a `/* … */`, which may hold others.
fn block_comment(text: &str) -> usize {
    let (mut at, mut depth) = (2, 1_usize);
    while depth > 0 {
        let rest = &text[at..];
        match (rest.find("/*"), rest.find("*/")) {
            (Some(open), Some(close)) if open < close => {
                depth += 1;
                at += open + 2;
            }
            (_, Some(close)) => {
                depth -= 1;
                at += close + 2;
            }
            (_, None) => return text.len(),
        }
    }
    at
}

/// Length of a `"…"`.
fn text_in_quotes(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Length of what follows the `r` of a raw text; 0 when it is none.
fn raw_text(text: &str) -> usize {
    let hashes = text.len() - text.trim_start_matches('#').len();
    if !text[hashes..].starts_with('"') {
        return 0;
    }
    let (body, end) = (hashes + 1, format!("\"{}", "#".repeat(hashes)));
    text[body..].find(&end).map_or(text.len(), |at| body + at + end.len())
}

/// Length of a `'…'`; of the mark alone when it begins a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, c))) => {
            let after = at + c.len_utf8();
            text[after..].find('\'').map_or(text.len(), |end| after + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[test]
fn literals_are_told_from_comments_lifetimes_and_unit_tests() {
    let source = "// \"一\"\n/* \"二\" /* */ \"三\" */ fn f<'a>(x: &'a str) { g(\"四\\\"五\", '六', '\\'', r#\"七\"八\"#, br\"x\"); }\n\
                  #[cfg(test)]\nmod later;\nconst A: &str = \"九\";\n#[cfg(test)]\nmod tests { const B: &str = \"十\"; }\n";
    let found = literals(&without_tests(source));
    let chinese: Vec<_> = found.iter().filter(|(_, text)| text.contains(is_chinese)).map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(chinese, [(2, "\"四\\\"五\""), (2, "'六'"), (2, "r#\"七\"八\"#"), (5, "\"九\"")]);
}

// ---- the messages ----

/// The keys in the files of a language; a message may go on over lines that are moved in.
fn messages(language: &str) -> BTreeSet<String> {
    let dir = root().join("assets/locales").join(language);
    let mut keys = BTreeSet::new();
    for file in files(&dir, "ftl") {
        for line in read(&file).lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            let (key, _) = line.split_once('=').unwrap_or_else(|| panic!("{}: no message: {line}", file.display()));
            assert!(keys.insert(key.trim().to_owned()), "{}: {key} is written twice", file.display());
        }
    }
    assert!(!keys.is_empty(), "{} has messages", dir.display());
    keys
}

#[test]
fn every_message_is_there_in_both_languages() {
    let (chinese, english) = (messages("zh-CN"), messages("en"));
    let one_only: Vec<&String> = chinese.symmetric_difference(&english).collect();
    assert!(one_only.is_empty(), "in one language only: {one_only:?}");
}

#[cfg(feature = "lab")]
#[test]
fn the_program_knows_every_message_in_its_files() {
    use drillroom::diag::Lang;
    assert_eq!(drillroom::words::keys(Lang::Zh), messages("zh-CN"));
    assert_eq!(drillroom::words::keys(Lang::En), messages("en"));
}

// ---- the font ----

/// What is shown has its letters in the font that is shipped; notes that authors write to themselves need none.
#[cfg(feature = "lab")]
mod font {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use ab_glyph::{Font as _, FontRef};
    use drillroom::diag::Findings;
    use drillroom::syntax::{Kind, Node, parse};
    use drillroom::view::texture::fonts::REGULAR;

    use super::{files, read, root};

    /// Every text in quotes below a value.
    fn collect(node: &Node, out: &mut String) {
        match &node.kind {
            Kind::Str(text) => out.push_str(text),
            Kind::Char(c) => out.push(*c),
            Kind::List(items) | Kind::Tuple(_, items) => {
                for item in items {
                    collect(item, out);
                }
            }
            Kind::Mixed(_, items, fields) => {
                for item in items {
                    collect(item, out);
                }
                for field in fields {
                    collect(&field.value, out);
                }
            }
            Kind::Struct(_, fields) => {
                for field in fields {
                    collect(&field.value, out);
                }
            }
            Kind::Map(pairs) => {
                for (key, value) in pairs {
                    collect(key, out);
                    collect(value, out);
                }
            }
            Kind::Bool(_) | Kind::Int(_) | Kind::Float(_) | Kind::Word(_) | Kind::Broken => {}
        }
    }

    fn texts_of_a_scenario(path: &Path) -> String {
        let mut out = String::new();
        collect(&parse(&read(path), &mut Findings::default()), &mut out);
        out
    }

    fn messages_of_a_locale(path: &Path) -> String {
        read(path).lines().filter(|line| !line.starts_with('#')).collect()
    }

    #[test]
    fn the_font_has_every_character_that_drills_and_messages_use() {
        let font = FontRef::try_from_slice(REGULAR).expect("the shipped font is a font");
        let scenarios = files(&root().join("scenarios"), "ron").into_iter().map(|path| (texts_of_a_scenario(&path), path));
        let locales = files(&root().join("assets/locales"), "ftl").into_iter().map(|path| (messages_of_a_locale(&path), path));
        let mut missing: BTreeMap<char, BTreeSet<String>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (text, path) in scenarios.chain(locales) {
            for c in text.chars().filter(|c| !c.is_ascii_control()) {
                seen.insert(c);
                if font.glyph_id(c).0 == 0 {
                    missing.entry(c).or_default().insert(path.display().to_string());
                }
            }
        }
        assert!(seen.len() > 1000, "only {} different characters were found", seen.len());
        assert!(missing.is_empty(), "scripts/make-fonts must let these in: {missing:#?}");
    }
}
