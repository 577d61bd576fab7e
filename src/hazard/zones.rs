//! A place as a building of zones: indoor rooms, the doors between them, windows and gaps. Ends where the model begins to run.

use crate::physics::zone::{Building, Curve, Material, Room as Zone, WallVent};
use crate::place::{DoorId, Place, RoomFinish, RoomId};

/// A shut door lets through this part of its opening: 144 cm² for a leaf of 0.9 × 2 m. EN 12101-6 counts with 100 cm² for a single leaf that
/// opens into the pressurised room and 200 cm² for one that opens out of it.
pub(super) const SHUT: f64 = 0.008;
/// The same with wet cloth in its gaps: a tenth, 14 cm² (design value). A smoke control door may lose 3 m³/h a metre of joint at 25 Pa
/// (BS 476-31.1), which is 11 cm² for such a leaf: cloth is not quite so tight.
pub(super) const SEALED: f64 = 0.0008;
/// Gaps of a shut window, m² (design value).
const WINDOW_GAPS: f64 = 0.002;
/// A room narrower than this part of its height is one well-stirred shaft; CFAST's guide takes two layers for right down to here.
const SHAFT: f64 = 0.4;

/// Brick, plastered.
const WALL: Material = Material { conductivity: 0.72, density: 1920.0, specific_heat: 835.0, thickness: 0.12, emissivity: 0.93 };
/// Concrete.
const SLAB: Material = Material { conductivity: 1.8, density: 2280.0, specific_heat: 1040.0, thickness: 0.1, emissivity: 0.95 };

/// Which zone a room is, and which vent a door.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Names {
    /// By room; none outdoors.
    pub zones: Vec<Option<usize>>,
    /// By door; none where it leads nowhere that has air.
    pub vents: Vec<Option<usize>>,
}

impl Names {
    pub(super) fn zone(&self, room: RoomId) -> Option<usize> {
        self.zones.get(room.index()).copied().flatten()
    }
}

/// Builds the zones of a place; every door with a leaf stands shut, the others are open for good.
pub(super) fn of(place: &Place) -> (Building, Names) {
    let mut building = Building::default();
    let mut names = Names::default();
    for room in &place.rooms {
        let (width, depth) = (room.max.0 - room.min.0, room.max.1 - room.min.1);
        // What has no air cannot be a zone; `check` has said so (D901).
        let is_zone = !room.open && width > 0.1 && depth > 0.1 && room.height > 0.1;
        names.zones.push(is_zone.then_some(building.rooms.len()));
        if is_zone {
            building.rooms.push(Zone {
                floor: room.floor,
                ceiling_lining: Some(SLAB),
                wall_lining: Some(WALL),
                floor_lining: Some(SLAB),
                one_zone: width.min(depth) < SHAFT * room.height,
                corridor: room.finish == RoomFinish::Corridor,
                ..Zone::bare(&room.id, width, depth, room.height)
            });
        }
    }
    for n in 0..place.doors.len() {
        let vent = door(place, n, &names);
        names.vents.push(vent.is_some().then_some(building.vents.len()));
        building.vents.extend(vent);
    }
    for window in &place.windows {
        if let Some(zone) = names.zone(window.room) {
            building.vents.extend(building.leaks(zone, WINDOW_GAPS, 0.0));
        }
    }
    (building, names)
}

/// The vent of a door; none for one between two outdoor places, or onto a room that the place does not have.
fn door(place: &Place, n: usize, names: &Names) -> Option<WallVent> {
    let door = &place.doors[n];
    let behind = door.to?;
    let (a, b) = match (names.zone(door.room), names.zone(behind)) {
        (Some(a), b) => ((door.room, a), b),
        (None, Some(b)) => ((behind, b), None),
        (None, None) => return None,
    };
    let room = &place.rooms[a.0.index()];
    let sill = (door.base - room.floor).clamp(0.0, room.height - 0.05);
    let opening = Curve::constant(if door.leaf.is_none() { 1.0 } else { SHUT });
    Some(WallVent {
        name: door.id.clone(),
        a: a.1,
        b,
        width: door.width.max(0.05),
        sill,
        soffit: (sill + door.height).clamp(sill + 0.05, room.height),
        coefficient: 0.7,
        opening,
    })
}

/// Whether a door has a leaf that can be shut.
pub(super) fn has_leaf(place: &Place, door: DoorId) -> bool {
    place.doors[door.index()].leaf.is_some()
}
