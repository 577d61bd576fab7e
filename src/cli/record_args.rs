//! What can be typed after `roster` and `records`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::args::Format;
use crate::record::{Day, Filter, parse_day};

/// Arguments of `roster`.
#[derive(Debug, Args)]
pub struct RosterArgs {
    /// What to do
    #[command(subcommand)]
    pub command: RosterCommand,
}

/// Subcommands of `roster`.
#[derive(Debug, Subcommand)]
pub enum RosterCommand {
    /// 导入名册（CSV 或 Excel） Import a class list
    #[command(after_help = "例 Example:\n  drillroom roster import 名册.xlsx --dry-run\n  drillroom roster import 名册.xlsx")]
    Import {
        /// CSV (UTF-8, GBK) or xlsx with 学号 and 姓名
        file: PathBuf,
        /// 只看会怎样，不写入 Say what would happen and write nothing
        #[arg(long)]
        dry_run: bool,
        /// 只是一部分人，不停用其他人 The list is a part only: nobody becomes inactive
        #[arg(long)]
        part: bool,
    },
    /// 名册里有谁（打码） Who is on the roster, masked
    #[command(after_help = "例 Example:\n  drillroom roster list --class 计算机2301")]
    List {
        /// 班级 Only this class
        #[arg(long)]
        class: Option<String>,
    },
}

/// Arguments of `records`.
#[derive(Debug, Args)]
pub struct RecordsArgs {
    /// What to do
    #[command(subcommand)]
    pub command: RecordsCommand,
}

/// Subcommands of `records`.
#[derive(Debug, Subcommand)]
pub enum RecordsCommand {
    /// 谁完成了什么（打码） Who completed what, masked
    #[command(after_help = "例 Example:\n  drillroom records list --class 计算机2301 --from 2026-09-01")]
    List {
        /// Which runs
        #[command(flatten)]
        filter: FilterArgs,
        /// How to write it; json is not masked
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// 检查记录有没有被改动 Check that no record was changed
    #[command(after_help = "例 Example:\n  drillroom records verify --recompute --sample 100")]
    Verify {
        /// 重新演算每次演练 Also play runs again and compare the results
        #[arg(long)]
        recompute: bool,
        /// 只抽查这么多次 Only about so many, evenly spread
        #[arg(long, value_name = "N", requires = "recompute")]
        sample: Option<u32>,
    },
    /// 导出完成情况 Export completions
    #[command(
        after_help = "例 Example:\n  drillroom records export --format xlsx -o 完成情况.xlsx --class 计算机2301\n  drillroom records export --format csv --lang en -o runs.csv"
    )]
    Export(ExportArgs),
    /// 一个人的全部记录：导出或删除 Everything about one person: export or delete
    #[command(after_help = "例 Example:\n  drillroom records subject 20230001 --export")]
    Subject(SubjectArgs),
    /// 清除到期的记录 Take out records whose time is up
    #[command(after_help = "例 Example:\n  drillroom records purge --before 2024-09-01 --dry-run")]
    Purge {
        /// 这一天之前（北京时间） Runs begun before this day
        #[arg(long, value_name = "2026-09-01", value_parser = parse_day)]
        before: Day,
        /// 只看会清除多少 Say how many and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

/// Which runs are wanted.
#[derive(Debug, Clone, Default, Args)]
pub struct FilterArgs {
    /// 班级 Only this class
    #[arg(long)]
    pub class: Option<String>,
    /// 剧本编号 Only this scenario
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// 从这一天起（北京时间） From this day on
    #[arg(long, value_name = "2026-09-01", value_parser = parse_day)]
    pub from: Option<Day>,
    /// 到这一天止（北京时间，含当天） Up to this day, inclusive
    #[arg(long, value_name = "2026-09-30", value_parser = parse_day)]
    pub to: Option<Day>,
}

impl FilterArgs {
    /// As the store takes it.
    pub fn filter(&self) -> Filter {
        Filter { class: self.class.clone(), scenario: self.scenario.clone(), student: None, from: self.from, to: self.to }
    }

    /// In words, for the sheet that says what was asked for.
    pub fn words(&self) -> String {
        let day = |label: &str, day: Option<Day>| day.map(|d| format!("{label} {d}"));
        let parts = [self.class.clone(), self.scenario.clone(), day("≥", self.from), day("≤", self.to)];
        let words: Vec<String> = parts.into_iter().flatten().collect();
        if words.is_empty() { "全部 all".to_owned() } else { words.join(" · ") }
    }
}

/// Kinds of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For programs
    Csv,
    /// For the office
    Xlsx,
    /// For programs, with everything
    Jsonl,
}

/// Arguments of `records export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// csv, xlsx or jsonl
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// 写到这个文件 Write to this file; csv and jsonl go to the screen without it
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which runs
    #[command(flatten)]
    pub filter: FilterArgs,
    /// 不带姓名学号，只带代号 Pseudonyms in place of names and numbers
    #[arg(long)]
    pub pseudonymous: bool,
}

/// Arguments of `records subject`.
#[derive(Debug, Args)]
pub struct SubjectArgs {
    /// 学号 Student number
    pub id: String,
    /// 导出这个人的全部记录 Print everything that is recorded of this person
    #[arg(long, conflicts_with = "delete")]
    pub export: bool,
    /// 删除这个人和记录内容 Delete the person and what was recorded of them
    #[arg(long)]
    pub delete: bool,
}
