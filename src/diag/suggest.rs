//! "Did you mean": the known name that is nearest to a mistyped one.

/// The nearest of `known` when it is near enough to be worth saying.
pub fn nearest<'a>(wrong: &str, known: &[&'a str]) -> Option<&'a str> {
    let limit = (wrong.chars().count() / 3).clamp(1, 3);
    known
        .iter()
        .map(|k| (strsim::damerau_levenshtein(&wrong.to_lowercase(), &k.to_lowercase()), *k))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, k)| k)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_swapped_letter_finds_its_word_and_a_stranger_finds_none() {
        assert_eq!(nearest("mesage", &["message", "menu"]), Some("message"));
        assert_eq!(nearest("Figth", &["Fight", "Flight"]), Some("Fight"));
        assert_eq!(nearest("kitchen", &["dorm", "street"]), None);
    }
}
