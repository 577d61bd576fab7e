//! The codes of what can be wrong with the writing itself, before any meaning.

use crate::diag::{Code, Severity};

/// All codes of this layer, for `explain` and the case files.
pub const CODES: &[&Code] = &[&SYNTAX, &FULL_WIDTH, &UNCLOSED, &TOO_DEEP];

/// Something RON does not allow.
pub const SYNTAX: Code = Code {
    id: "D101",
    severity: Severity::Error,
    zh: "写法不对：少了或多了标点",
    en: "a mark is missing or one too many",
    why_zh: "文件按 RON 格式写：字段之间用英文逗号，名字和内容之间用英文冒号，文字用英文双引号。少一个标点，程序就猜不出你的意思。",
    why_en: "Files are RON: commas between fields, a colon between name and value, double quotes around texts. With one mark missing the meaning can't be guessed.",
    before: "minutes: 6\npass: 60,",
    after: "minutes: 6,\npass: 60,",
};

/// Chinese punctuation where ASCII is needed.
pub const FULL_WIDTH: Code = Code {
    id: "D102",
    severity: Severity::Error,
    zh: "用了全角标点",
    en: "full-width punctuation",
    why_zh: "引号里面的文字随便用中文标点；引号外面的括号、逗号、冒号、引号必须是英文半角。",
    why_en: "Inside quotes any punctuation is fine; outside them brackets, commas, colons and quotes must be ASCII.",
    before: "minutes：6，",
    after: "minutes: 6,",
};

/// A bracket or quote that is opened and not closed.
pub const UNCLOSED: Code = Code {
    id: "D103",
    severity: Severity::Error,
    zh: "括号或引号没有配对",
    en: "a bracket or quote without its partner",
    why_zh: "每个 ( [ { \" 都要有对应的 ) ] } \"。缺一个，后面的内容就全部错位。一段文字要写在一行里，引号也要在这一行关上。",
    why_en: "Every ( [ { \" needs its ) ] } \". With one missing, everything after it is out of place. Keep a text and its quotes on one line.",
    before: "objectives: [(zh: \"认出骗局\", en: \"Spot it\"),",
    after: "objectives: [(zh: \"认出骗局\", en: \"Spot it\")],",
};

/// Brackets inside brackets without end.
pub const TOO_DEEP: Code = Code {
    id: "D104",
    severity: Severity::Error,
    zh: "括号套得太深",
    en: "brackets nest too deep",
    why_zh: "正常的剧本最多套十几层。超过 64 层，多半是前面少了右括号，后面的内容一层一层全套进去了。",
    why_en: "A real scenario nests a dozen levels. More than 64 means that closing brackets are missing above.",
    before: "((((((((…",
    after: "(id: \"…\", …)",
};
