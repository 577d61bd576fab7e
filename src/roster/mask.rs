//! Names and numbers as a screen may show them to whoever is standing by.

/// `张三` as `张*`, `欧阳娜娜` as `欧***`.
pub fn masked_name(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stars = letters.count().min(3);
    format!("{first}{}", "*".repeat(stars))
}

/// `202301010112` as `2023****12`; short numbers show less.
pub fn masked_id(id: &str) -> String {
    let digits: Vec<char> = id.chars().collect();
    let (head, tail) = match digits.len() {
        0 => return String::new(),
        1..=4 => (0, 0),
        5..=7 => (2, 1),
        _ => (4, 2),
    };
    let first: String = digits[..head].iter().collect();
    let last: String = digits[digits.len() - tail..].iter().collect();
    format!("{first}****{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_shows_its_first_character() {
        assert_eq!(masked_name("张三"), "张*");
        assert_eq!(masked_name("欧阳娜娜"), "欧***");
        assert_eq!(masked_name("阿卜杜·热合曼"), "阿***");
        assert_eq!(masked_name(""), "");
    }

    #[test]
    fn a_number_shows_its_ends_and_never_its_length() {
        assert_eq!(masked_id("202301010112"), "2023****12");
        assert_eq!(masked_id("20230101011234567890"), "2023****90");
        assert_eq!(masked_id("12345"), "12****5");
        assert_eq!(masked_id("123"), "****");
    }
}
