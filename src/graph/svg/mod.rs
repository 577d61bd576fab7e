//! The map as SVG: sheets of A3 below each other, one to a printed page. No script; words stay words, to be searched and
//! copied; pointing at a card shows all that is said there.

mod card;
mod frame;
mod icons;
pub(super) mod ink;
mod pen;
mod wire;

use super::map::Map;
use super::measure::Letters;
use super::sheet::{HIGH, Paper, Placed, STRONG, TooLarge, WIDE, What, paper};
use crate::diag::Lang;
use ink::{MUTED, PANEL, PANEL_EDGE, Stroke, THIN};
pub(crate) use pen::escape;
use pen::{Hold, Pen, n};

/// Chinese fonts as systems name them, the shipped one first.
pub(crate) const FONTS: &str = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','SimHei',sans-serif";
/// What nobody reaches is hatched.
const HATCH: &str = "<defs><pattern id=\"dead\" width=\"16\" height=\"16\" patternUnits=\"userSpaceOnUse\" \
                     patternTransform=\"rotate(45)\"><rect width=\"16\" height=\"16\" fill=\"#F4F4F4\"/>\
                     <rect width=\"5\" height=\"16\" fill=\"#D3D7DB\"/></pattern></defs>";
/// A sheet is a page, edge to edge.
const PAGE: &str = "<style>@page{size:420mm 297mm;margin:0}a{cursor:pointer}</style>";
const PART: Letters = Letters::bold(34.0);

/// Draws a map.
///
/// # Errors
/// When it has too many cards for a picture.
pub fn svg(map: &Map) -> Result<String, TooLarge> {
    let paper = paper(map)?;
    let mut pen = Pen::default();
    let sheets = i64::try_from(paper.sheets.len()).unwrap_or(i64::MAX);
    let (wide, high) = (n(WIDE), n(HIGH) * sheets);
    let lang = match map.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    pen.put(format_args!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    pen.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"420mm\" height=\"{}mm\" viewBox=\"0 0 {wide} {high}\" lang=\"{lang}\" \
         font-family=\"{FONTS}\">",
        297 * sheets
    ));
    pen.title(&map.title);
    pen.put(format_args!("{PAGE}{HATCH}"));
    for (number, sheet) in paper.sheets.iter().enumerate() {
        pen.put(format_args!("<g transform=\"translate(0 {})\">", n(HIGH) * i64::try_from(number).unwrap_or(i64::MAX)));
        pen.put(format_args!("<rect width=\"{wide}\" height=\"{}\" fill=\"#fff\"/>", n(HIGH)));
        frame::header(&mut pen, &paper, number);
        for x in &sheet.lines {
            let line = Stroke { color: THIN, width: 2.0, dash: "2 10" };
            pen.path(&format!("M{} {}V{}", n(*x), n(paper.top), n(HIGH - 190.0)), "none", Some(line));
        }
        for placed in &sheet.parts {
            part(&mut pen, &paper, placed);
        }
        frame::legend(&mut pen, &paper);
        pen.put(format_args!("</g>"));
    }
    pen.put(format_args!("</svg>"));
    Ok(pen.done())
}

/// Draws a part: scenes behind, links, cards over them, labels on top.
fn part(pen: &mut Pen, paper: &Paper<'_>, placed: &Placed) {
    let block = &paper.blocks[placed.block];
    let scale = if placed.scale < 1.0 { format!(" scale({:.4})", placed.scale) } else { String::new() };
    pen.put(format_args!("<g transform=\"translate({} {}){scale}\">", n(placed.x), n(placed.y)));
    pen.text((0.0, -14.0), PART, MUTED, Hold::Left, &placed.name);
    for panel in &block.panels {
        pen.rect(panel.frame, 16.0, PANEL, Some(Stroke::solid(PANEL_EDGE, 2.0)));
    }
    for wire in &block.wires {
        wire::wire(pen, paper, wire);
    }
    for panel in &block.panels {
        pen.text((panel.frame.x + 20.0, panel.frame.y + 27.0), STRONG, MUTED, Hold::Left, &panel.title);
    }
    for item in &block.items {
        match &item.what {
            What::Card(number) => card::card(pen, paper, *number, item.frame),
            what => wire::mark(pen, paper, what, item.frame),
        }
    }
    for wire in &block.wires {
        wire::label(pen, paper, wire);
    }
    pen.put(format_args!("</g>"));
}
