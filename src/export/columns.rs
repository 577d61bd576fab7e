//! The twenty columns, and a run's value in each.

use std::borrow::Cow;

use crate::diag::Lang;
use crate::record::RunRow;

/// A column of every export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs.
    pub en: &'static str,
    /// Its name for people.
    pub zh: &'static str,
    /// Width in a sheet, in letters.
    pub width: u16,
}

impl Column {
    /// The header in a language.
    pub fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

const fn column(en: &'static str, zh: &'static str, width: u16) -> Column {
    Column { en, zh, width }
}

/// All columns, in their order.
pub const COLUMNS: [Column; 20] = [
    column("student_id", "学号", 20),
    column("name", "姓名", 12),
    column("class", "班级", 18),
    column("college", "院系", 20),
    column("scenario", "剧本编号", 18),
    column("title", "剧本", 24),
    column("version", "版本", 7),
    column("theme", "主题", 12),
    column("attempt", "第几次", 8),
    column("started_at", "开始时间（北京时间）", 22),
    column("finished_at", "结束时间（北京时间）", 22),
    column("duration_s", "用时（秒）", 11),
    column("status", "状态", 11),
    column("percent", "得分率（%）", 11),
    column("points", "得分", 7),
    column("max_points", "满分", 7),
    column("passed", "通过", 8),
    column("critical_errors", "严重错误", 24),
    column("station", "机位", 12),
    column("run_id", "记录编号", 38),
];

/// What a run has in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Anything that people wrote or named.
    Text(Cow<'a, str>),
    /// A word from a fixed list, such as a status.
    Word(&'a str),
    /// A whole number.
    Number(i64),
    /// A moment, ms since 1970, UTC; `None` = it never came.
    Time(Option<i64>),
    /// Yes or no.
    Flag(bool),
}

fn text(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

/// A run's values, one for each of [`COLUMNS`]. The language decides the title only.
pub fn values(run: &RunRow, lang: Lang) -> [Value<'_>; 20] {
    let guest = match lang {
        Lang::Zh => "访客",
        Lang::En => "guest",
    };
    let title = match lang {
        Lang::Zh => &run.title_zh,
        Lang::En => &run.title_en,
    };
    [
        text(&run.student_id),
        text(if run.guest && run.name.is_empty() { guest } else { &run.name }),
        text(&run.class),
        text(&run.college),
        text(&run.scenario),
        text(title),
        Value::Number(i64::from(run.version)),
        Value::Word(&run.theme),
        Value::Number(i64::from(run.attempt)),
        Value::Time(Some(run.started_ms)),
        Value::Time(run.finished_ms),
        Value::Number(i64::from(run.duration_s)),
        Value::Word(run.status.word()),
        Value::Number(i64::from(run.percent)),
        Value::Number(i64::from(run.points)),
        Value::Number(i64::from(run.max_points)),
        Value::Flag(run.passed),
        Value::Text(Cow::Owned(run.critical_errors.join(";"))),
        text(&run.station),
        Value::Text(Cow::Owned(run.run_id.to_string())),
    ]
}
