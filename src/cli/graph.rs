//! `drillroom graph`: the map of a drill, as a picture to print or as text for other tools. What an exploration finds is
//! marked on it; with records, a class's choices are its line widths.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::args::Cli;
use super::{CannotRun, CannotRunBox, Outcome};
use crate::diag::Lang;
use crate::explore::{Limits, explore};
use crate::graph::{Map, Marks, Traffic, dot, mermaid, svg};
use crate::record::Store;
use crate::scenario::{Loaded, load};

/// Arguments of `graph`.
#[derive(Debug, Args)]
pub struct GraphArgs {
    /// Scenario file
    pub file: PathBuf,
    /// svg 打印（A3 横向）；dot、mermaid 给别的工具 svg to print on A3; dot and mermaid for other tools
    #[arg(long, value_enum, default_value_t)]
    pub format: GraphFormat,
    /// 写到这个文件 Write to this file; to the screen without it
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// 只看这个班（和 --data 一起用） Only this class's choices, with --data
    #[arg(long)]
    pub class: Option<String>,
}

/// Kinds of maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum GraphFormat {
    /// To print
    #[default]
    Svg,
    /// For Graphviz
    Dot,
    /// For wikis and editors
    Mermaid,
}

/// Draws a drill. Exit code 1 when it is not sound.
pub(super) fn graph(args: &GraphArgs, cli: &Cli, out: &mut dyn Write) -> Outcome {
    let lang = cli.lang();
    let (loaded, checked) = load(&args.file)?;
    let Some(case) = loaded.map(Arc::new) else {
        write!(out, "{}", checked.render(lang))?;
        let file = args.file.display();
        match lang {
            Lang::Zh => writeln!(out, "剧本还有错误，画不了图。先改好：drillroom check {file}")?,
            Lang::En => writeln!(out, "the drill has errors and cannot be drawn; mend them first: drillroom check {file}")?,
        }
        return Ok(1);
    };
    let traffic = traffic(&case, args, cli)?;
    let map = Map::of(&case, lang, &explored(&case), traffic.as_ref());
    let text = match args.format {
        GraphFormat::Svg => svg(&map)?,
        GraphFormat::Dot => dot(&map),
        GraphFormat::Mermaid => mermaid(&map),
    };
    let Some(path) = &args.out else {
        out.write_all(text.as_bytes())?;
        return Ok(0);
    };
    write_whole(path, &text)?;
    let name = path.display();
    match (lang, args.format) {
        (Lang::Zh, GraphFormat::Svg) => writeln!(out, "演练图 → {name}（用浏览器打开；打印选 A3 横向、无边距）")?,
        (Lang::En, GraphFormat::Svg) => writeln!(out, "map → {name} (open it in a browser; print on A3, landscape, no margins)")?,
        (Lang::Zh, GraphFormat::Dot | GraphFormat::Mermaid) => writeln!(out, "演练图 → {name}")?,
        (Lang::En, GraphFormat::Dot | GraphFormat::Mermaid) => writeln!(out, "map → {name}")?,
    }
    Ok(0)
}

/// What an exploration finds, for the map to show.
fn explored(case: &Arc<Loaded>) -> Marks {
    Marks::of(&explore(case, &Limits::default(), &mut |_| {}))
}

/// A class's choices, when there are records to look at.
fn traffic(case: &Loaded, args: &GraphArgs, cli: &Cli) -> Result<Option<Traffic>, CannotRunBox> {
    let Some(dir) = &cli.data else {
        if args.class.is_some() {
            return Err(CannotRun("--class 要和 --data 一起用 --class goes with --data DIR".to_owned()).into());
        }
        return Ok(None);
    };
    let store = Store::open_reader(dir)?;
    let traffic = Traffic::of(&store, &case.scenario.id, &case.hash(), args.class.as_deref())?;
    if traffic.other_versions > 0 {
        // The map has the output to itself.
        let (n, of) = (traffic.other_versions, traffic.runs);
        let mut beside = io::stderr();
        match cli.lang() {
            Lang::Zh => writeln!(beside, "提醒：{of} 次演练里有 {n} 次用的是这个剧本的其他版本，名字相同的选项一起算了。")?,
            Lang::En => {
                writeln!(beside, "note: {n} of {of} runs used another version of this drill; choices of the same name are counted.")?;
            }
        }
    }
    Ok(Some(traffic))
}

/// Writes a file whole or not at all.
pub(super) fn write_whole(path: &Path, text: &str) -> Result<(), CannotRun> {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let write = || -> io::Result<()> {
        let mut file = File::create(&part)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&part, path)
    };
    write().map_err(|source| {
        let _ = fs::remove_file(&part);
        let path = path.display();
        CannotRun(format!("写不了 {path}：{source}。换一个文件名或文件夹 cannot write {path}: choose another name or folder"))
    })
}
