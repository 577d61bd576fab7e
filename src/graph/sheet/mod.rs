//! Puts a map on sheets of A3: measures the cards, cuts the story into parts that fit, has the layout library put each
//! part in order, and packs the parts onto sheets. Nothing is drawn here.
//!
//! Lengths are tenths of a millimetre. A part is the unit of reading: it has a name (`2B`: sheet 2, second part), and what
//! leads to another part names it.

mod bands;
mod block;
mod label;
mod order;
mod pack;
mod size;
#[cfg(test)]
mod tests;
mod wire;

pub(super) use block::{Block, Frame, What, sources_said};
pub(super) use label::{BADGE, Label, POINTS};
pub(super) use order::{Order, order};
pub(super) use pack::{Placed, Sheet};
pub(super) use size::{AFTER_ICON, BODY, GOAL, HEAD, INDENT, LABEL, LINE, PAD, RowShape, SMALL, STRONG, Shape, label as kind_label, share};
pub(super) use wire::{ARROW, Wire};

use super::map::Map;

/// A3, across.
pub(super) const WIDE: f64 = 4200.0;
pub(super) const HIGH: f64 = 2970.0;
/// Left and right of what is drawn.
pub(super) const MARGIN: f64 = 90.0;
/// Above it on every sheet: title and line.
const ABOVE: f64 = 200.0;
/// Below it: the legend.
const BELOW: f64 = 190.0;
/// A line of remarks under the title.
pub(super) const REMARK: f64 = 38.0;
/// More remarks than this are counted.
pub(super) const MOST_REMARKS: usize = 4;

/// More cards than this are not worth paper.
const MOST_CARDS: usize = 3_000;
/// Above this many cards one way of cutting must do.
const MANY_CARDS: usize = 300;
/// As many cards as the library puts in order in an instant.
const AT_ONCE: usize = 80;

/// A drill that no one could read on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "这个演练有 {cards} 个节点，画成图最多 {most} 个，可以用 --format dot this drill has {cards} nodes, a picture holds {most}: use --format dot"
)]
pub struct TooLarge {
    /// How many nodes and triggers it has.
    pub cards: usize,
    /// How many can be drawn.
    pub most: usize,
}

/// A map with everything measured and ordered that does not depend on where it lies.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub map: &'a Map,
    pub shapes: Vec<Shape>,
    pub labels: Vec<Label>,
    pub order: Order,
}

/// A map on sheets.
#[derive(Debug)]
pub(super) struct Paper<'a> {
    pub plan: Plan<'a>,
    pub blocks: Vec<Block>,
    pub sheets: Vec<Sheet>,
    /// The part that each card lies in.
    pub part_of: Vec<String>,
    /// Where the drawing begins on every sheet.
    pub top: f64,
}

/// Room on a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub width: f64,
    pub height: f64,
}

/// Puts a map on sheets.
pub(super) fn paper(map: &Map) -> Result<Paper<'_>, TooLarge> {
    if map.cards.len() > MOST_CARDS {
        return Err(TooLarge { cards: map.cards.len(), most: MOST_CARDS });
    }
    let plan = Plan {
        map,
        shapes: map.cards.iter().map(|c| size::shape(map, c)).collect(),
        labels: map.links.iter().map(|l| label::label(map, l)).collect(),
        order: order(map),
    };
    let top = ABOVE + REMARK * size::count(map.remarks.len().min(MOST_REMARKS));
    let room = Room { width: WIDE - 2.0 * MARGIN, height: HIGH - top - BELOW };
    let cards: Vec<usize> = (0..map.cards.len()).collect();
    // Fewer, fuller parts are not always fewer sheets: a few ways are tried, and the one with fewest sheets is kept.
    let ways: &[f64] = if map.cards.len() > MANY_CARDS { &[1.0] } else { &[1.0, 0.9, 0.8, 0.7, 0.6] };
    let mut best: Option<(usize, Vec<Block>, Vec<Sheet>)> = None;
    for way in ways {
        let mut blocks = Vec::new();
        fit(&plan, &cards, room, room.height * way, &mut blocks);
        let sheets = pack::pack(&blocks, room, top);
        let cost = sheets.len() * 1_000 + pointers(&blocks);
        if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            best = Some((cost, blocks, sheets));
        }
    }
    let (_, blocks, sheets) = best.expect("there is at least one way");
    let part_of = parts(map, &blocks, &sheets);
    Ok(Paper { plan, blocks, sheets, part_of, top })
}

/// Cuts cards into parts until each fits the room.
fn fit(plan: &Plan<'_>, cards: &[usize], room: Room, budget: f64, out: &mut Vec<Block>) {
    for band in bands::bands(plan, cards, budget) {
        for part in bands::components(plan, &band) {
            place(plan, &part, room, budget, out);
        }
    }
}

fn place(plan: &Plan<'_>, cards: &[usize], room: Room, budget: f64, out: &mut Vec<Block>) {
    // The library's time grows faster than its input.
    if cards.len() > AT_ONCE {
        for some in cards.chunks(AT_ONCE / 2) {
            place(plan, some, room, budget, out);
        }
        return;
    }
    let block = block::block(plan, cards);
    let ranks = cards.iter().map(|c| plan.order.rank[*c]);
    let is_one_rank = ranks.clone().min() == ranks.max();
    if block.height > room.height && !is_one_rank {
        // One rank less at a time: the budget is what was too much, a little reduced.
        return fit(plan, cards, room, (budget * room.height / block.height).min(budget) * 0.97, out);
    }
    if block.width > room.width && cards.len() > 1 {
        for part in beside(&block, room.width) {
            place(plan, &part, room, budget, out);
        }
        return;
    }
    out.push(block);
}

/// Cards of a part that is too wide, parted from left to right.
fn beside(block: &Block, width: f64) -> Vec<Vec<usize>> {
    let mut cards: Vec<(f64, usize)> = Vec::new();
    for item in &block.items {
        if let What::Card(card) = item.what {
            cards.push((item.frame.x + item.frame.width / 2.0, card));
        }
    }
    cards.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let pieces = (block.width / width).ceil().max(2.0);
    let slice = block.width / pieces;
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (x, card) in cards {
        let piece = (x / slice).floor() as i64;
        if last != Some(piece) {
            parts.push(Vec::new());
            last = Some(piece);
        }
        if let Some(part) = parts.last_mut() {
            part.push(card);
        }
    }
    // All in one slice: halve it, so that it ends.
    if let [all] = parts.as_mut_slice() {
        let rest = all.split_off(all.len() / 2);
        parts.push(rest);
    }
    for part in &mut parts {
        part.sort_unstable();
    }
    parts
}

/// How many links leave a part.
fn pointers(blocks: &[Block]) -> usize {
    blocks.iter().flat_map(|b| &b.items).filter(|i| matches!(i.what, What::Out(_))).count()
}

/// The name of the part that each card lies in.
fn parts(map: &Map, blocks: &[Block], sheets: &[Sheet]) -> Vec<String> {
    let mut part_of = vec![String::new(); map.cards.len()];
    for placed in sheets.iter().flat_map(|s| &s.parts) {
        for item in &blocks[placed.block].items {
            if let What::Card(card) = item.what {
                part_of[card].clone_from(&placed.name);
            }
        }
    }
    part_of
}
