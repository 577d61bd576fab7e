//! Ready-made buildings: two experiments and a house of any size, for tests and benchmarks.

use super::{
    building::{Building, CeilingVent, Fan, Material, Room, WallVent},
    curve::Curve,
    fire::{Fire, Fuel, Stand, Yields, t_squared},
    gas::ZERO_C,
};

/// An open door from room `a`.
pub fn door(name: &str, a: usize, b: Option<usize>, width: f64, height: f64) -> WallVent {
    WallVent { name: name.to_owned(), a, b, width, sill: 0.0, soffit: height, coefficient: 0.7, opening: Curve::constant(1.0) }
}

/// Steckler's room, test 14: 62.9 kW in the middle, a door of 0.74 m by 1.83 m.
pub fn steckler() -> Building {
    steckler_test(62.9e3, Stand::Free, 0.74, 1.83, 29.0)
}

/// Any of Steckler's tests with a burner on the floor: heat in W, where it stands, the door, and the air in °C.
pub fn steckler_test(heat: f64, stand: Stand, width: f64, height: f64, air: f64) -> Building {
    let board = Material { conductivity: 1.0, density: 200.0, specific_heat: 1000.0, thickness: 0.013, emissivity: 0.9 };
    let fire = Fire { stand, base: 0.02, radiated: 0.2, ..Fire::steady("burner", 0, heat, 0.09) };
    Building {
        rooms: vec![Room::bare("room", 2.8, 2.8, 2.13).lined(board)],
        vents: vec![door("door", 0, None, width, height)],
        fires: vec![fire],
        inside: ZERO_C + air,
        outside: ZERO_C + air,
        ..Building::default()
    }
}

/// The NBS rooms, test MV100A: burn room, stub and corridor.
pub fn nbs() -> Building {
    let m = |conductivity, density, specific_heat, thickness, emissivity| Material {
        conductivity,
        density,
        specific_heat,
        thickness,
        emissivity,
    };
    let (ceramic, brick) = (m(0.09, 128.0, 1040.0, 0.05, 0.97), m(0.36, 750.0, 1040.0, 0.113, 0.8));
    let (marinite, gypsum) = (m(0.12, 720.0, 1250.0, 0.0127, 0.83), m(0.17, 930.0, 1090.0, 0.0127, 0.95));
    let lined = |mut r: Room, walls, floor| {
        (r.ceiling_lining, r.wall_lining, r.floor_lining) = (Some(walls), Some(walls), Some(floor));
        r
    };
    let fire = Fire {
        stand: Stand::Wall,
        radiated: 0.2,
        heat: Curve(vec![(0.0, 0.0), (10.0, 110e3), (890.0, 110e3), (900.0, 0.0)]),
        yields: Yields { soot: 0.005, co: 0.0029, ..Yields::default() },
        ..Fire::steady("burner", 0, 110e3, 0.1156)
    };
    let corridor = Room { corridor: true, ..Room::bare("corridor", 12.19, 2.44, 2.44) };
    Building {
        rooms: vec![
            lined(Room::bare("burn", 2.34, 2.34, 2.16), ceramic, brick),
            lined(Room::bare("stub", 1.03, 1.02, 2.0), marinite, gypsum),
            lined(corridor, marinite, gypsum),
        ],
        vents: vec![door("inner", 0, Some(1), 0.81, 1.6), door("outer", 1, Some(2), 0.81, 1.6), door("exit", 2, None, 0.76, 2.03)],
        fires: vec![fire],
        inside: ZERO_C + 23.0,
        outside: ZERO_C + 23.0,
        humidity: 0.45,
        ..Building::default()
    }
}

/// A dormitory floor of `n` rooms along corridors of ten doors each, a fire in the first room.
pub fn building(n: usize) -> Building {
    let gypsum = Material { conductivity: 0.17, density: 930.0, specific_heat: 1090.0, thickness: 0.0127, emissivity: 0.95 };
    let (mut rooms, mut vents): (Vec<Room>, Vec<WallVent>) = (Vec::new(), Vec::new());
    let mut hall = None;
    while rooms.len() < n.max(2) {
        let k = rooms.len();
        if k % 11 == 0 {
            rooms.push(Room { corridor: true, ..Room::bare(&format!("hall{k}"), 18.0, 2.0, 2.8).lined(gypsum) });
            vents.push(hall.map_or_else(|| door("exit", k, None, 1.2, 2.1), |h| door(&format!("pass{k}"), h, Some(k), 1.2, 2.1)));
            hall = Some(k);
        } else {
            rooms.push(Room::bare(&format!("dorm{k}"), 6.0, 3.5, 3.0).lined(gypsum));
            vents.push(door(&format!("door{k}"), k, hall, 0.9, 2.0));
            let slit = WallVent { sill: 1.0, soffit: 1.1, ..door(&format!("window{k}"), k, None, 0.5, 1.1) };
            vents.push(slit);
        }
    }
    let fire = Fire {
        heat: t_squared(11.72, 1.0e6, Some(6.0e8)),
        combustion: 18.0e6,
        fuel: Fuel { c: 1.0, h: 1.7, o: 0.3, n: 0.05, cl: 0.0 },
        yields: Yields { soot: 0.07, co: 0.02, hcn: 0.002, co_uv: Some(0.15), hcn_uv: Some(0.015) },
        ..Fire::steady("bed", 1, 0.0, 2.0)
    };
    Building { rooms, vents, fires: vec![fire], ..Building::default() }
}

/// A building out of numbers: a row of rooms with doors, some windows, a shaft, a fan and a fire.
pub fn any(seed: &[f64]) -> Building {
    let gypsum = Material { conductivity: 0.17, density: 930.0, specific_heat: 1090.0, thickness: 0.0127, emissivity: 0.95 };
    let mut next = seed.iter().copied().cycle();
    let mut pick = move |from: f64, to: f64| from + (to - from) * next.next().unwrap_or(0.5);
    let picked = pick(0.0, 1.0);
    let rooms = [0.2, 0.4, 0.6, 0.8].iter().filter(|&&v| picked > v).count() + 1;
    let mut b = Building { humidity: pick(0.0, 1.0), inside: pick(270.0, 300.0), outside: pick(250.0, 310.0), ..Building::default() };
    for n in 0..rooms {
        let mut room = Room::bare(&format!("r{n}"), pick(0.5, 12.0), pick(0.5, 6.0), pick(2.0, 5.0));
        if pick(0.0, 1.0) > 0.3 {
            room = room.lined(gypsum);
        }
        room.one_zone = pick(0.0, 1.0) > 0.85;
        b.rooms.push(room);
        let height = b.rooms[n].height;
        if n > 0 {
            let tall = pick(0.2, 1.0) * height.min(b.rooms[n - 1].height);
            b.vents.push(door(&format!("d{n}"), n, Some(n - 1), pick(0.01, 1.5), tall));
        }
        if pick(0.0, 1.0) > 0.4 {
            let sill = pick(0.0, 0.9) * height;
            let soffit = sill + (height - sill) * pick(0.05, 1.0);
            b.vents.push(WallVent {
                sill,
                soffit,
                opening: Curve(vec![(pick(0.0, 60.0), 1.0), (pick(60.0, 90.0), pick(0.0, 1.0))]),
                ..door(&format!("w{n}"), n, None, pick(0.01, 2.0), 1.0)
            });
        }
        if pick(0.0, 1.0) > 0.8 {
            b.shafts.push(CeilingVent {
                name: format!("s{n}"),
                top: None,
                bottom: Some(n),
                area: pick(0.01, 1.0),
                square: true,
                opening: Curve::constant(1.0),
            });
        }
        if pick(0.0, 1.0) > 0.8 {
            let running = Curve::constant(1.0);
            let filter = Curve::constant(pick(0.0, 1.0));
            b.fans.push(Fan {
                name: format!("f{n}"),
                from: Some(n),
                to: None,
                flow: pick(0.0, 1.0),
                from_height: pick(0.0, 2.0),
                to_height: 0.0,
                cutoff: (200.0, 300.0),
                running,
                filter,
            });
        }
    }
    let stand = [Stand::Free, Stand::Wall, Stand::Corner][usize::from(pick(0.0, 1.0) > 0.5) + usize::from(pick(0.0, 1.0) > 0.7)];
    let yields = Yields { soot: pick(0.0, 0.2), co: 0.02, hcn: 0.002, co_uv: Some(0.2), hcn_uv: Some(0.02) };
    let peak = 1e3 * libm::pow(10.0, pick(0.0, 4.0));
    b.fires.push(Fire {
        stand,
        base: pick(0.0, 1.5),
        yields,
        fuel: Fuel { c: 1.0, h: 1.7, o: 0.3, n: 0.05, cl: 0.1 },
        combustion: 18e6,
        heat: t_squared(libm::pow(10.0, pick(0.5, 2.5)), peak, Some(peak * pick(10.0, 600.0))),
        ..Fire::steady("fire", 0, 0.0, pick(0.05, 3.0))
    });
    b
}
