//! How a link runs between two rectangles: out of the lower edge, straight down past whatever lies in each layer, bending
//! only between layers, into the upper edge. A link that leads back runs the other way round.

use std::collections::BTreeMap;

use super::Plan;
use super::block::{Frame, Net, Strand};

/// From the corner of a card to the first link.
const CORNER: f64 = 36.0;
/// Between two links at one edge.
const APART: f64 = 44.0;
/// Room for the head of the arrow.
pub const ARROW: f64 = 14.0;

/// A link with its place.
#[derive(Debug, Clone)]
pub struct Wire {
    /// The link of the map; `None` for what only shows where something begins or comes in.
    pub link: Option<usize>,
    /// Upwards.
    pub up: bool,
    /// From point to point: upright where both have the same x, bent between upright ends where they have not.
    pub points: Vec<(f64, f64)>,
    /// Where its label lies.
    pub label: Option<Frame>,
}

/// One end of a strand at the edge of a rectangle.
struct End {
    /// Where it would like to be: above or below its next point.
    wanted: f64,
    strand: usize,
    is_source: bool,
}

/// Leads every strand.
pub(super) fn wires(plan: &Plan<'_>, net: &Net, strands: &[Strand]) -> Vec<Wire> {
    let halves = halves(net, strands);
    let ports = ports(plan, net, strands);
    let wire = |(n, strand): (usize, &Strand)| {
        let edge = net.edge(&strand.from, &strand.to, Some(strand.name.as_str()))?;
        let (from, to) = (edge_frame(net, &strand.from)?, edge_frame(net, &strand.to)?);
        let way = Way { up: is_up(net, strand), halves: &halves };
        let mut points = way.leave(from, *ports.get(&(n, true))?);
        for (x, y) in inner(edge) {
            let (first, second) = way.layer(y);
            points.push((x, first));
            points.push((x, second));
        }
        points.extend(way.arrive(to, *ports.get(&(n, false))?));
        points.dedup_by(|a, b| (a.0 - b.0).abs() < 0.5 && (a.1 - b.1).abs() < 0.5);
        let label = edge.x.zip(edge.y).filter(|_| edge.width > 0.0 && edge.height > 0.0).map(|(x, y)| Frame {
            x: x - edge.width / 2.0,
            y: y - edge.height / 2.0,
            width: edge.width,
            height: edge.height,
        });
        Some(Wire { link: strand.link, up: way.up, points, label })
    };
    strands.iter().enumerate().filter_map(wire).collect()
}

/// The way of one link through the layers.
struct Way<'a> {
    up: bool,
    halves: &'a BTreeMap<i64, f64>,
}

impl Way<'_> {
    /// The edges of the layer with its middle at `y`, in the order they are met.
    fn layer(&self, y: f64) -> (f64, f64) {
        let half = self.halves.get(&key(y)).copied().unwrap_or(0.0);
        if self.up { (y + half, y - half) } else { (y - half, y + half) }
    }

    /// Out of a card and straight to the edge of its layer, past taller cards beside it.
    fn leave(&self, from: Frame, x: f64) -> Vec<(f64, f64)> {
        let (_, end) = self.layer(from.y + from.height / 2.0);
        vec![(x, if self.up { from.y } else { from.y + from.height }), (x, end)]
    }

    /// From the edge of its layer straight to a card, with room for the head of the arrow.
    fn arrive(&self, to: Frame, x: f64) -> [(f64, f64); 2] {
        let (begin, _) = self.layer(to.y + to.height / 2.0);
        let head = if self.up { to.y + to.height + ARROW } else { to.y - ARROW };
        [(x, if self.up { begin.max(head) } else { begin.min(head) }), (x, head)]
    }
}

/// The points between the two ends that the library found on the rectangles' edges.
fn inner(edge: &dagre::EdgeLabel) -> impl Iterator<Item = (f64, f64)> + '_ {
    let last = edge.points.len().saturating_sub(1);
    edge.points.iter().take(last).skip(1).map(|p| (p.x, p.y))
}

fn edge_frame(net: &Net, name: &str) -> Option<Frame> {
    let node = net.node(name)?;
    let (x, y) = (node.x?, node.y?);
    Some(Frame { x: x - node.width / 2.0, y: y - node.height / 2.0, width: node.width, height: node.height })
}

fn is_up(net: &Net, strand: &Strand) -> bool {
    let y = |name: &str| net.node(name).and_then(|n| n.y).unwrap_or(0.0);
    y(&strand.from) > y(&strand.to)
}

/// Layers are told apart by the height of their middle.
fn key(y: f64) -> i64 {
    (y * 4.0).round() as i64
}

/// Half the height of each layer: so far a link must run straight to pass the tallest card in it.
fn halves(net: &Net, strands: &[Strand]) -> BTreeMap<i64, f64> {
    let mut halves: BTreeMap<i64, f64> = BTreeMap::new();
    let mut grow = |y: f64, height: f64| {
        let half = halves.entry(key(y)).or_insert(0.0);
        *half = half.max(height / 2.0);
    };
    for strand in strands {
        for name in [&strand.from, &strand.to] {
            if let Some((y, height)) = net.node(name).and_then(|n| Some((n.y?, n.height))) {
                grow(y, height);
            }
        }
        if let Some(edge) = net.edge(&strand.from, &strand.to, Some(strand.name.as_str()))
            && let Some(y) = edge.y.filter(|_| edge.height > 0.0)
        {
            grow(y, edge.height);
        }
    }
    halves
}

/// Where each strand leaves (`true`) and arrives (`false`): as near as may be to where it is going, never two at one spot.
fn ports(plan: &Plan<'_>, net: &Net, strands: &[Strand]) -> BTreeMap<(usize, bool), f64> {
    // An edge of a rectangle: its name, and whether it is the lower one.
    let mut ends: BTreeMap<(&str, bool), Vec<End>> = BTreeMap::new();
    for (strand, s) in strands.iter().enumerate() {
        let Some(edge) = net.edge(&s.from, &s.to, Some(s.name.as_str())) else { continue };
        let up = is_up(net, s);
        let middle = |name: &str| net.node(name).and_then(|n| n.x).unwrap_or(0.0);
        let first = inner(edge).next().map_or_else(|| middle(&s.to), |p| p.0);
        let last = inner(edge).last().map_or_else(|| middle(&s.from), |p| p.0);
        ends.entry((s.from.as_str(), !up)).or_default().push(End { wanted: first, strand, is_source: true });
        ends.entry((s.to.as_str(), up)).or_default().push(End { wanted: last, strand, is_source: false });
    }
    let mut ports = BTreeMap::new();
    for ((name, _), mut ends) in ends {
        let Some(frame) = edge_frame(net, name) else { continue };
        let side = name.strip_prefix('c').and_then(|n| n.parse::<usize>().ok()).map_or(0.0, |card| plan.shapes[card].side);
        ends.sort_by(|a, b| a.wanted.total_cmp(&b.wanted).then(a.strand.cmp(&b.strand)));
        let wanted: Vec<f64> = ends.iter().map(|e| e.wanted).collect();
        let corner = (side + CORNER).min(frame.width / 2.0);
        let spread = spread(&wanted, frame.x + corner, frame.x + frame.width - corner);
        ports.extend(ends.iter().zip(spread).map(|(e, x)| ((e.strand, e.is_source), x)));
    }
    ports
}

/// Places between `low` and `high`, near the wanted ones (which are in order) and apart from each other.
fn spread(wanted: &[f64], low: f64, high: f64) -> Vec<f64> {
    let high = high.max(low);
    let gaps = super::size::count(wanted.len().saturating_sub(1)).max(1.0);
    let apart = APART.min((high - low) / gaps);
    let mut places: Vec<f64> = wanted.iter().map(|x| x.clamp(low, high)).collect();
    let mut least = f64::NEG_INFINITY;
    for place in &mut places {
        *place = place.max(least);
        least = *place + apart;
    }
    let mut most = high;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - apart;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_at_one_edge_are_apart_and_stay_on_it() {
        for wanted in [vec![0.0, 0.0, 0.0], vec![500.0, 500.0], vec![-50.0, 90.0, 100.0, 700.0]] {
            let places = spread(&wanted, 0.0, 300.0);
            assert!(places.iter().all(|x| (-0.001..=300.001).contains(x)), "{places:?}");
            assert!(places.windows(2).all(|p| p[1] - p[0] >= APART - 0.001), "{places:?}");
        }
        assert_eq!(spread(&[120.0], 0.0, 300.0), [120.0]);
        assert_eq!(spread(&[1.0, 2.0, 3.0], 0.0, 40.0).len(), 3);
    }
}
