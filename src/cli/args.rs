//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::explore::ExploreArgs;
use super::graph::GraphArgs;
use super::hazard::HazardArgs;
use super::record_args::{RecordsArgs, RosterArgs};
use super::report::ReportArgs;
use crate::diag::Lang;

/// 演练室 Drillroom: safety drills that are played, scored, explained and logged.
#[derive(Debug, Parser)]
#[command(
    name = "drillroom",
    version,
    about,
    after_help = "例 Examples:\n  drillroom                                  打开演练室 open the lab\n  drillroom check scenarios/                 检查剧本 check all scenarios\n  drillroom run scenarios/dorm-fire.ron --plan scenarios/plans/dorm-fire.pass.ron"
)]
pub struct Cli {
    /// 数据文件夹 Data folder (else DRILLROOM_DATA, else the platform's)
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// 语言 Language
    #[arg(long, global = true, value_enum, value_name = "zh|en")]
    pub lang: Option<LangArg>,
    /// What to do; nothing = the lab window
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Cli {
    /// The language asked for, Chinese when none was.
    pub fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::En) => Lang::En,
            _ => Lang::Zh,
        }
    }
}

/// Languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// 中文
    Zh,
    /// English
    En,
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 查清每一种走法 Prove every way through a drill
    #[command(
        after_help = "例 Example:\n  drillroom explore scenarios/dorm-fire.ron\n  drillroom explore scenarios/dorm-fire.ron --format json"
    )]
    Explore(ExploreArgs),
    /// 画出演练的地图 Draw the map of a drill
    #[command(
        after_help = "例 Example:\n  drillroom graph scenarios/dorm-fire.ron -o 宿舍火灾.svg\n  drillroom graph scenarios/dorm-fire.ron -o 班级.svg --data D:\\drillroom --class 计算机2301"
    )]
    Graph(GraphArgs),
    /// 检查剧本、地点和计划 Check scenarios, places and plans
    #[command(after_help = "例 Example:\n  drillroom check scenarios/ --format json")]
    Check {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How to write it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// 解释一个编号 Explain a code: what, why, before and after
    #[command(after_help = "例 Example:\n  drillroom explain D301\n  drillroom explain          （列出全部 list all）")]
    Explain {
        /// Such as D301; nothing = all
        code: Option<String>,
    },
    /// 计算一个火灾、毒气、地震或倾倒算例 Run cases of fire, poison, earthquake or toppling
    #[command(
        after_help = "例 Example:\n  drillroom hazard tests/cases/hazard/fire/steckler-014.ron -o 结果.csv\n  drillroom hazard tests/cases/hazard --format markdown"
    )]
    Hazard(HazardArgs),
    /// 打开演练室窗口 Open the lab window (also without a subcommand)
    #[command(after_help = "例 Example:\n  drillroom lab --kiosk --station 3号机 --data D:\\drillroom")]
    Lab(LabWindowArgs),
    /// 名册：导入、查看 The class lists: import, list
    #[command(after_help = "例 Example:\n  drillroom roster import 名册.csv --dry-run")]
    Roster(RosterArgs),
    /// 记录：查看、核对、导出 The records: list, verify, export
    #[command(after_help = "例 Example:\n  drillroom records export --format xlsx -o 完成情况.xlsx")]
    Records(RecordsArgs),
    /// 一次演练的复盘报告 The debrief of a run, as a page to read and print
    #[command(
        after_help = "例 Example:\n  drillroom report --data D:\\drillroom --run 019a… -o 复盘.html\n  drillroom report scenarios/dorm-fire.ron --plan scenarios/plans/dorm-fire.fail.ron --seed 7 -o 复盘.html"
    )]
    Report(ReportArgs),
    /// 不开窗口，按计划演练一遍 Play a plan without a window
    #[command(
        after_help = "例 Example:\n  drillroom run scenarios/dorm-fire.ron --plan scenarios/plans/dorm-fire.pass.ron --seed 7 --format json"
    )]
    Run(RunArgs),
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Scenario file
    pub file: PathBuf,
    /// Plan file
    #[arg(long)]
    pub plan: PathBuf,
    /// Seed of the variants
    #[arg(long)]
    pub seed: Option<u64>,
    /// 学号 Student number the record is for
    #[arg(long)]
    pub student: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Arguments of `lab`.
#[derive(Debug, Clone, Default, Args)]
pub struct LabWindowArgs {
    /// 全屏 Full screen
    #[arg(long)]
    pub kiosk: bool,
    /// 这台电脑的名字 Name of this computer in the records
    #[arg(long, value_name = "NAME")]
    pub station: Option<String>,
    /// 剧本文件夹 Folder with the scenarios
    #[arg(long, value_name = "DIR")]
    pub scenarios: Option<PathBuf>,
    /// 按脚本自动操作窗口 Play inputs into the window
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
    /// 脚本截图存放处 Where the script's pictures go
    #[arg(long, value_name = "DIR")]
    pub screenshots: Option<PathBuf>,
    /// 窗口大小 Window size, such as 1920x1080
    #[arg(long, value_name = "WxH")]
    pub size: Option<String>,
    /// 固定随机种子（测试用） Seed of every run, for tests
    #[arg(long)]
    pub seed: Option<u64>,
}
