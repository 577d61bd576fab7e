//! Parts on sheets: side by side in reading order, and below each other where a part is short. A part that fits no sheet
//! is made smaller until it does; that is the only case in which type gets smaller than it should be.

use super::super::map::Map;
use super::{Block, MARGIN, Room};

/// Between parts.
const BETWEEN: f64 = 80.0;
/// A part's name above it.
const NAME: f64 = 44.0;
/// Sheets are not stretched further than this between parts.
const LOOSE: f64 = 320.0;

/// A part on a sheet.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its place in the list of parts.
    pub block: usize,
    /// What pointers call it.
    pub name: String,
    pub x: f64,
    pub y: f64,
    /// 1, unless it had to be made smaller.
    pub scale: f64,
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub parts: Vec<Placed>,
    /// Where a line parts two columns.
    pub lines: Vec<f64>,
}

/// Parts below each other.
#[derive(Debug, Default)]
struct Column {
    width: f64,
    height: f64,
    /// Block, distance from the top, scale.
    parts: Vec<(usize, f64, f64)>,
}

/// Packs parts in order.
pub fn pack(blocks: &[Block], room: Room, top: f64) -> Vec<Sheet> {
    let mut sheets: Vec<Vec<Column>> = Vec::new();
    for (n, block) in blocks.iter().enumerate() {
        let scale = (room.width / block.width.max(1.0)).min(room.height / block.height.max(1.0)).min(1.0);
        let (width, height) = (block.width * scale, block.height * scale);
        let used: f64 = sheets.last().into_iter().flatten().map(|c| c.width + BETWEEN).sum();
        let columns = sheets.last_mut();
        if let Some(columns) = columns {
            if let Some(column) = columns.last_mut() {
                let wider = column.width.max(width);
                let begin = column.height + BETWEEN + NAME;
                if begin + height <= room.height && used - BETWEEN - column.width + wider <= room.width {
                    column.parts.push((n, begin, scale));
                    (column.width, column.height) = (wider, begin + height);
                    continue;
                }
            }
            if used + width <= room.width {
                columns.push(Column { width, height, parts: vec![(n, 0.0, scale)] });
                continue;
            }
        }
        sheets.push(vec![Column { width, height, parts: vec![(n, 0.0, scale)] }]);
    }
    sheets.iter().enumerate().map(|(n, columns)| sheet(n, columns, room, top)).collect()
}

/// Spreads columns over the width of a sheet and names their parts.
fn sheet(n: usize, columns: &[Column], room: Room, top: f64) -> Sheet {
    let used: f64 = columns.iter().map(|c| c.width).sum();
    let gaps = super::size::count(columns.len().saturating_sub(1)).max(1.0);
    let gap = ((room.width - used) / gaps).clamp(0.0, LOOSE);
    let mut sheet = Sheet::default();
    // What is left over stands on both sides.
    let mut x = MARGIN + ((room.width - used - gap * super::size::count(columns.len().saturating_sub(1))) / 2.0).max(0.0);
    for (c, column) in columns.iter().enumerate() {
        if c > 0 {
            sheet.lines.push(x - gap / 2.0);
        }
        for (block, y, scale) in &column.parts {
            let name = format!("{}{}", n + 1, Map::letter(sheet.parts.len()));
            sheet.parts.push(Placed { block: *block, name, x, y: top + y, scale: *scale });
        }
        x += column.width + gap;
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 1000.0, height: 1000.0 };

    fn sheets(sizes: &[(f64, f64)]) -> Vec<Vec<String>> {
        let blocks: Vec<Block> = sizes.iter().map(|(width, height)| Block { width: *width, height: *height, ..Block::default() }).collect();
        pack(&blocks, ROOM, 0.0).into_iter().map(|s| s.parts.into_iter().map(|p| p.name).collect()).collect()
    }

    #[test]
    fn parts_stand_side_by_side_until_the_sheet_is_full() {
        assert_eq!(sheets(&[(450.0, 900.0), (450.0, 900.0), (450.0, 900.0)]), [vec!["1A", "1B"], vec!["2A"]]);
    }

    #[test]
    fn a_short_part_goes_below_the_one_before_it() {
        let blocks = [(900.0, 300.0), (900.0, 400.0)].map(|(width, height)| Block { width, height, ..Block::default() });
        let sheets = pack(&blocks, ROOM, 0.0);
        assert_eq!(sheets.len(), 1);
        assert!(sheets[0].parts[1].y >= 300.0);
    }

    #[test]
    fn a_part_that_fits_no_sheet_is_made_smaller() {
        let blocks = [Block { width: 2000.0, height: 500.0, ..Block::default() }];
        assert_eq!(pack(&blocks, ROOM, 0.0)[0].parts[0].scale, 0.5);
    }
}
