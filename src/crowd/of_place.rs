//! A place as a [`Floorplan`]: its ground, doors, flights, the things on it and where people gather. The rules are at the head of `plan.rs`.
//! Ends before any way is looked for.

use super::check::{MOST_AREAS, PlanError, edge};
use super::pieces::{Piece, pieces, shared};
use super::plan::{Area, AreaKind, Block, Floorplan, Goal, Heading, Obstacle, Opening, OpeningKind, Rect};
use crate::place::{DoorId, Place, Prop, RoomId, STEP};

/// A door stands so near to the grounds on both its sides, m.
const NEAR: f64 = 0.5;
/// Grounds that lie so near to each other touch, m: open ones may leave the width of a wall.
const TOUCH: f64 = 0.3;
/// Nobody passes where less than this is shared, m.
const PASS: f64 = 0.5;
/// Ground to gather on reaches so far around its middle, m.
const GATHER: f64 = 3.0;
/// What begins above this is over everybody's head, m.
const HEAD: f64 = 1.7;
/// Lower than this, m, and smaller than [`LIGHT_SIZE`], a thing is pushed aside: chairs, stools, cases.
const LIGHT_HEIGHT: f64 = 1.0;
/// See [`LIGHT_HEIGHT`]; m2 in plan.
const LIGHT_SIZE: f64 = 0.3;

/// A plan, and what its parts are in the place.
pub(super) struct Drawn {
    pub plan: Floorplan,
    /// By area.
    pub rooms: Vec<RoomId>,
    /// By opening; none where two grounds touch.
    pub doors: Vec<Option<DoorId>>,
}

/// Draws the plan of a place, with ground to gather on around `goal`.
pub(super) fn draw(place: &Place, goal: Option<[f64; 3]>) -> Result<Drawn, PlanError> {
    if place.rooms.len() > MOST_AREAS {
        return Err(PlanError::new("rooms", format!("at most {MOST_AREAS} rooms")));
    }
    let pieces = pieces(place);
    let mut plan = Floorplan { areas: pieces.iter().map(|p| p.area.clone()).collect(), ..Floorplan::default() };
    let mut doors = Vec::new();
    through_doors(place, &pieces, &mut plan, &mut doors);
    over_edges(place, &pieces, &mut plan);
    doors.resize(plan.openings.len(), None);
    things(place, &mut plan);
    plan.goals.extend(goal.map(|at| ground_around(&pieces, at)).transpose()?);
    Ok(Drawn { plan, rooms: pieces.iter().map(|p| p.room).collect(), doors })
}

/// The part of a line along an axis that lies in both of two rectangles, if somebody fits through it.
fn common(a: &Rect, b: &Rect, along: usize, within: [f64; 2]) -> Option<[f64; 2]> {
    let both = shared(a, b);
    let (from, to) = (both.min[along].max(within[0]), both.max[along].min(within[1]));
    (to - from >= PASS).then_some([from, to])
}

fn opening(between: [usize; 2], along: usize, line: f64, span: [f64; 2], kind: OpeningKind, open: bool) -> Opening {
    let end = |v: f64| if along == 0 { [v, line] } else { [line, v] };
    Opening { between, from: end(span[0]), to: end(span[1]), kind, open }
}

/// Doors and doorways between the grounds on their two sides. One that leads out of the model is none.
fn through_doors(place: &Place, pieces: &[Piece], plan: &mut Floorplan, doors: &mut Vec<Option<DoorId>>) {
    for (n, door) in place.doors.iter().enumerate() {
        let Some(behind) = door.to else { continue };
        let (along, line, mid) = if door.runs_along_x() { (0, door.at.1, door.at.0) } else { (1, door.at.0, door.at.1) };
        let span = [mid - door.width / 2.0, mid + door.width / 2.0];
        let wall = Rect::new([door.at.0, door.at.1], [door.at.0, door.at.1]);
        let beside = |room: RoomId| {
            let fits = |p: &Piece| {
                p.room == room
                    && !matches!(p.area.kind, AreaKind::Stair { .. })
                    && (p.area.floor - door.base).abs() <= NEAR
                    && (edge(&p.area.rect, &wall, line, 1 - along) - line).abs() <= NEAR
            };
            (0..pieces.len()).filter(|k| fits(&pieces[*k])).collect::<Vec<_>>()
        };
        let kind = if door.leaf.is_some() { OpeningKind::Door } else { OpeningKind::Gap };
        for a in beside(door.room) {
            for b in beside(behind) {
                if let Some(span) = common(&pieces[a].area.rect, &pieces[b].area.rect, along, span) {
                    plan.openings.push(opening([a, b], along, line, span, kind, door.open || door.leaf.is_none()));
                    doors.push(Some(DoorId(n as u16)));
                }
            }
        }
    }
}

/// Where grounds touch without a wall: pieces of one room, open grounds side by side, head and foot of a flight.
fn over_edges(place: &Place, pieces: &[Piece], plan: &mut Floorplan) {
    let is_open = |room: RoomId| place.rooms[room.index()].open;
    for b in 0..pieces.len() {
        for a in 0..b {
            let (p, q) = (&pieces[a], &pieces[b]);
            let joins = |o: &Opening| {
                let rooms = o.between.map(|n| pieces[n].room);
                rooms == [p.room, q.room] || rooms == [q.room, p.room]
            };
            let has_door = || plan.openings.iter().any(joins);
            if p.room != q.room && !(is_open(p.room) && is_open(q.room) && !has_door()) {
                continue;
            }
            if let Some((along, line)) = meeting(&p.area.rect, &q.area.rect)
                && let Some(span) = common(&p.area.rect, &q.area.rect, along, [f64::NEG_INFINITY, f64::INFINITY])
            {
                let at = |v: f64| if along == 0 { [v, line] } else { [line, v] };
                let mid = at(f64::midpoint(span[0], span[1]));
                if (p.area.height_at(mid) - q.area.height_at(mid)).abs() > STEP {
                    continue;
                }
                let flights = [p, q].map(|x| matches!(x.area.kind, AreaKind::Stair { up, .. } if runs(up) == along));
                let sides = [p, q].map(|x| matches!(x.area.kind, AreaKind::Stair { .. }));
                let kind = match (sides, flights) {
                    ([false, false], _) => OpeningKind::Join,
                    // One steps onto a flight over its ends and not over its sides.
                    (s, f) if s == f => OpeningKind::Gap,
                    _ => continue,
                };
                plan.openings.push(opening([a, b], along, line, span, kind, true));
            }
        }
    }
}

/// The axis along which the ends of a flight lie.
fn runs(up: Heading) -> usize {
    usize::from(matches!(up, Heading::East | Heading::West))
}

/// Along which axis, and on which line, two rectangles lie side by side.
fn meeting(p: &Rect, q: &Rect) -> Option<(usize, f64)> {
    [1, 0].into_iter().find_map(|across| {
        let gap = |a: &Rect, b: &Rect| {
            let d = b.min[across] - a.max[across];
            (d > -0.05 && d < TOUCH).then(|| (1 - across, f64::midpoint(a.max[across], b.min[across])))
        };
        gap(p, q).or_else(|| gap(q, p)).filter(|(along, _)| common(p, q, *along, [f64::NEG_INFINITY, f64::INFINITY]).is_some())
    })
}

/// Solid things that are not hidden, in every ground they stand in the way of.
fn things(place: &Place, plan: &mut Floorplan) {
    let blocks = place.props.iter().filter(|p| !p.hidden).filter_map(Block::of);
    let obstacles: Vec<Obstacle> = blocks.flat_map(|b| in_the_way(&b, &plan.areas)).collect();
    plan.obstacles.extend(obstacles);
}

impl Block {
    /// The bounds of a thing's turned box as it stands; `None` = one walks through it, or pushes it aside.
    pub fn of(prop: &Prop) -> Option<Self> {
        let [wide, high, deep] = prop.kind.size;
        let is_light = high < LIGHT_HEIGHT && wide * deep < LIGHT_SIZE;
        let turn = (libm::cos(prop.yaw.to_radians()), libm::sin(prop.yaw.to_radians()));
        (prop.kind.solid && !is_light)
            .then(|| Self::turned((prop.at[0], prop.at[2]), (wide / 2.0, deep / 2.0), turn, [prop.at[1], prop.at[1] + high]))
    }

    /// The bounds of a box: its middle and half sizes in plan, cosine and sine of its turn, underside and top.
    pub fn turned(middle: (f64, f64), half: (f64, f64), turn: (f64, f64), y: [f64; 2]) -> Self {
        let (cos, sin) = (turn.0.abs(), turn.1.abs());
        let reach = [half.0 * cos + half.1 * sin, half.0 * sin + half.1 * cos];
        let middle = [middle.0, middle.1];
        Self { rect: Rect::new([0, 1].map(|n| middle[n] - reach[n]), [0, 1].map(|n| middle[n] + reach[n])), y }
    }
}

/// What a box is to the grounds it stands on: neither a step nor overhead.
pub(super) fn in_the_way(block: &Block, areas: &[Area]) -> Vec<Obstacle> {
    let mut out = Vec::new();
    for (n, area) in areas.iter().enumerate() {
        let floor = area.height_at(block.rect.mid());
        let rect = shared(&block.rect, &area.rect);
        let is_there = (0..2).all(|k| rect.max[k] - rect.min[k] > 0.02);
        if is_there && block.y[0] < floor + HEAD && block.y[1] > floor + STEP {
            out.push(Obstacle { area: n, rect });
        }
    }
    out
}

/// The ground to gather on around a spot.
fn ground_around(pieces: &[Piece], at: [f64; 3]) -> Result<Goal, PlanError> {
    let spot = [at[0], at[2]];
    let off = |p: &Piece| (p.area.height_at(spot) - at[1]).abs();
    let here = (0..pieces.len())
        .filter(|n| pieces[*n].area.rect.holds(spot) && off(&pieces[*n]) < 1.0)
        .min_by(|a, b| off(&pieces[*a]).total_cmp(&off(&pieces[*b])));
    let area = here.ok_or_else(|| PlanError::new("goal", "there is no ground at the goal: put it inside a room"))?;
    let rect = shared(&Rect::new(spot, spot).grown(GATHER), &pieces[area].area.rect);
    Ok(Goal { area, rect })
}
