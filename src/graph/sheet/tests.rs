//! Every shipped drill on paper, in both languages: nothing on anything else, nothing off the sheet, nothing left out.

use std::fs;
use std::path::Path;

use super::super::map::Map;
use super::super::marks::Marks;
use super::*;
use crate::diag::Lang;
use crate::scenario::load;

/// Type must not get smaller than 7 points: 24.7 tenths of a millimetre.
const SEVEN_POINTS: f64 = 24.69;

fn maps() -> Vec<Map> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shipped = fs::read_dir(root.join("scenarios")).expect("the drills are shipped").map(|e| e.expect("readable").path());
    let mut files: Vec<_> = shipped.filter(|p| p.extension().is_some_and(|e| e == "ron")).collect();
    files.push(root.join("tests/cases/good/class-fee.ron"));
    files.sort();
    let load = |file: &std::path::PathBuf| load(file).expect("readable").0.expect("a shipped drill is sound");
    let cases: Vec<_> = files.iter().map(load).collect();
    [Lang::Zh, Lang::En].into_iter().flat_map(|lang| cases.iter().map(move |c| Map::of(c, lang, &Marks::default(), None))).collect()
}

/// Everything on a sheet where it lies.
fn lying(paper: &Paper<'_>, sheet: &Sheet) -> Vec<(What, Frame)> {
    let on_sheet = |placed: &Placed| {
        let (x, y, scale) = (placed.x, placed.y, placed.scale);
        let moved = |f: Frame| Frame { x: x + f.x * scale, y: y + f.y * scale, width: f.width * scale, height: f.height * scale };
        paper.blocks[placed.block].items.iter().map(|i| (i.what.clone(), moved(i.frame))).collect::<Vec<_>>()
    };
    sheet.parts.iter().flat_map(on_sheet).collect()
}

fn overlap(a: Frame, b: Frame) -> bool {
    let apart = a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5;
    !apart && a.y + a.height > b.y + 0.5 && b.y + b.height > a.y + 0.5
}

#[test]
fn no_card_lies_on_another_or_off_its_sheet() {
    for map in maps() {
        let paper = paper(&map).expect("it can be drawn");
        for sheet in &paper.sheets {
            let lying = lying(&paper, sheet);
            for (n, (what, frame)) in lying.iter().enumerate() {
                let inside =
                    frame.x >= 0.0 && frame.x + frame.width <= WIDE && frame.y >= paper.top - 1.0 && frame.y + frame.height <= HIGH;
                assert!(inside, "{} {what:?} at {frame:?}", map.id);
                for (other, beside) in &lying[n + 1..] {
                    assert!(!overlap(*frame, *beside), "{}: {what:?} at {frame:?} on {other:?} at {beside:?}", map.id);
                }
            }
        }
    }
}

#[test]
fn every_card_lies_on_one_sheet_at_full_size() {
    for map in maps() {
        let paper = paper(&map).expect("it can be drawn");
        let placed: Vec<&Placed> = paper.sheets.iter().flat_map(|s| &s.parts).collect();
        assert!(placed.iter().all(|p| p.scale * SMALL.size >= SEVEN_POINTS), "{} is printed too small", map.id);
        let mut cards: Vec<usize> = Vec::new();
        for item in placed.iter().flat_map(|p| &paper.blocks[p.block].items) {
            if let What::Card(card) = item.what {
                cards.push(card);
            }
        }
        cards.sort_unstable();
        assert_eq!(cards, (0..map.cards.len()).collect::<Vec<_>>(), "{}", map.id);
        assert!(paper.part_of.iter().all(|name| !name.is_empty()));
    }
}

#[test]
fn every_link_is_drawn_and_labelled() {
    for map in maps() {
        let paper = paper(&map).expect("it can be drawn");
        let wires: Vec<&Wire> = paper.blocks.iter().flat_map(|b| &b.wires).collect();
        for (n, label) in paper.plan.labels.iter().enumerate() {
            let found = wires.iter().find(|w| w.link == Some(n)).unwrap_or_else(|| panic!("{}: link {n} is not drawn", map.id));
            assert_eq!(found.label.is_some(), label.height > 0.0, "{}: link {n}", map.id);
        }
    }
}

#[test]
fn no_link_runs_across_a_card() {
    for map in maps() {
        let paper = paper(&map).expect("it can be drawn");
        for block in &paper.blocks {
            for wire in &block.wires {
                for (x, y) in along(&wire.points) {
                    let crossed = block.items.iter().find(|i| {
                        let f = i.frame;
                        x > f.x + 2.0 && x < f.x + f.width - 2.0 && y > f.y + 2.0 && y < f.y + f.height - 2.0
                    });
                    assert!(crossed.is_none(), "{}: link {:?} crosses {:?} at {x:.0}, {y:.0}", map.id, wire.link, crossed);
                }
            }
        }
    }
}

/// Points along a link, as its bends are drawn.
fn along(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut out = Vec::new();
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let middle = (y0 + y1) / 2.0;
        for step in 0..=20_u8 {
            let t = f64::from(step) / 20.0;
            let u = 1.0 - t;
            let bend = |a: f64, b: f64, c: f64, d: f64| u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
            out.push((bend(x0, x0, x1, x1), bend(y0, middle, middle, y1)));
        }
    }
    out
}

#[test]
fn words_stay_inside_their_card() {
    for map in maps() {
        for card in &map.cards {
            let shape = size::shape(&map, card);
            let inner = shape.width - 2.0 * PAD;
            let letters = if card.kind.is_asked() { STRONG } else { BODY };
            assert!(shape.text.iter().all(|l| letters.width(l) <= inner), "{}: {}", map.id, card.id);
            assert!(
                shape.rows.iter().flat_map(|r| &r.lines).all(|l| INDENT + BODY.width(l) <= shape.width - PAD),
                "{}: {}",
                map.id,
                card.id
            );
            assert!(shape.rows.iter().all(|r| r.y + r.height <= shape.height), "{}: {}", map.id, card.id);
        }
    }
}

#[test]
fn the_smallest_type_is_seven_points() {
    for letters in [BODY, STRONG, SMALL, LABEL, POINTS] {
        assert!(letters.size >= SEVEN_POINTS);
    }
}

#[test]
fn the_same_drill_is_put_on_paper_the_same_way_every_time() {
    for map in maps() {
        let places = |paper: &Paper<'_>| -> Vec<_> {
            paper.sheets.iter().flat_map(|s| lying(paper, s)).map(|(what, f)| (what, f.x.to_bits(), f.y.to_bits())).collect()
        };
        let (once, again) = (paper(&map).expect("it can be drawn"), paper(&map).expect("it can be drawn"));
        assert_eq!(places(&once), places(&again));
    }
}
