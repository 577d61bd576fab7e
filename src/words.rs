//! The program's own words, by key and language, from `assets/locales`.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, static_loader};

use crate::diag::Lang;

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "zh-CN",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static CHINESE: LazyLock<LanguageIdentifier> = LazyLock::new(|| "zh-CN".parse().expect("a language tag"));
static ENGLISH: LazyLock<LanguageIdentifier> = LazyLock::new(|| "en".parse().expect("a language tag"));

/// A message; its own key where there is none.
pub fn tr(lang: Lang, key: &str) -> String {
    find(lang, key, None)
}

/// A message with values by name; its own key where there is none.
pub fn tr_with(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let args: HashMap<&str, FluentValue<'_>> = args.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
    find(lang, key, Some(&args))
}

fn find(lang: Lang, key: &str, args: Option<&HashMap<&str, FluentValue<'_>>>) -> String {
    LOCALES
        .lookup_single_language(id(lang), key, args)
        .or_else(|_| LOCALES.lookup_single_language(LOCALES.fallback(), key, args))
        .unwrap_or_else(|_| key.to_owned())
}

/// Every key there is in a language.
pub fn keys(lang: Lang) -> BTreeSet<String> {
    lines(lang).map(|(key, _)| key.to_owned()).collect()
}

fn id(lang: Lang) -> &'static LanguageIdentifier {
    match lang {
        Lang::Zh => &CHINESE,
        Lang::En => &ENGLISH,
    }
}

/// The files of a language, as they were built in.
fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => concat!(include_str!("../assets/locales/zh-CN/lab.ftl"), "\n", include_str!("../assets/locales/zh-CN/debrief.ftl")),
        Lang::En => concat!(include_str!("../assets/locales/en/lab.ftl"), "\n", include_str!("../assets/locales/en/debrief.ftl")),
    }
}

/// Key and value of every message: ours are all one line long.
fn lines(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    text(lang).lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys(Lang::Zh), keys(Lang::En));
    }

    #[test]
    fn both_languages_use_the_same_values() {
        let values = |lang| -> BTreeMap<&str, BTreeSet<&str>> {
            lines(lang).map(|(key, value)| (key, value.split("{ $").skip(1).filter_map(|part| part.split(' ').next()).collect())).collect()
        };
        assert_eq!(values(Lang::Zh), values(Lang::En));
    }

    #[test]
    fn no_key_is_written_twice_and_every_one_is_found() {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(lines(lang).count(), keys(lang).len(), "{lang:?}");
            for (key, _) in lines(lang).filter(|(_, value)| !value.contains("{ $")) {
                assert_ne!(tr(lang, key), key, "{lang:?}");
            }
        }
    }

    #[test]
    fn values_are_put_in_without_marks_around_them() {
        assert_eq!(tr_with(Lang::En, "seconds", &[("n", "12")]), "12 s");
        assert_eq!(tr_with(Lang::Zh, "seconds", &[("n", "12")]), "12 秒");
    }

    #[test]
    fn an_unknown_key_is_shown_as_it_is() {
        assert_eq!(tr(Lang::En, "no-such-key"), "no-such-key");
        assert_eq!(tr_with(Lang::Zh, "no-such-key", &[("n", "1")]), "no-such-key");
    }

    #[test]
    fn every_key_the_window_asks_for_exists() {
        let known = keys(Lang::Zh);
        let mut files = Vec::new();
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view"), &mut files);
        assert!(!files.is_empty());
        for file in files {
            let source = fs::read_to_string(&file).expect("a source file can be read");
            for key in asked(&source) {
                assert!(known.contains(key), "{} asks for {key:?}, which no locale has", file.display());
            }
        }
    }

    #[test]
    fn every_sound_has_its_caption() {
        let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view/audio/synth/catalogue.rs");
        let source = fs::read_to_string(catalogue).expect("the catalogue can be read");
        let captions: Vec<&str> = source.split('"').filter(|part| part.starts_with("sound-")).collect();
        assert!(captions.len() > 20);
        for caption in captions {
            assert!(keys(Lang::Zh).contains(caption), "{caption}");
        }
    }

    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a source folder can be listed") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }

    /// Keys written out in calls of `tr` and `tr_with`, right after the parenthesis or after the language.
    fn asked(source: &str) -> impl Iterator<Item = &str> {
        source.match_indices("tr(").chain(source.match_indices("tr_with(")).filter_map(move |(at, name)| {
            let before = source[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' {
                return None;
            }
            let call = source[at + name.len()..].trim_start();
            let (language, rest) = call.split_once('"')?;
            let is_language = language.is_empty() || (language.trim_end().ends_with(',') && !language.contains(['(', ')', ';']));
            is_language.then(|| rest.split('"').next()).flatten()
        })
    }
}
