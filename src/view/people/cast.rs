//! The people that scripts know by name, and what each of them wears.

use super::look::{Bottom, Hair, Headgear, Look, Shoes, Top};
use super::noise::{hash, mix, pick, unit};

const SKINS: [u32; 5] = [0xF1CDAF, 0xECC3A0, 0xE6B891, 0xDDAA82, 0xD09B74];
const HAIRS: [u32; 5] = [0x1C191B, 0x221D1E, 0x2A2222, 0x33271F, 0x432F23];
/// Main and second colour of what students wear.
const STUDENT_TOPS: [(Top, u32, u32); 14] = [
    (Top::Hoodie, 0x7FA6B8, 0xF3EFE6),
    (Top::Hoodie, 0xD9B36C, 0xF3EFE6),
    (Top::Hoodie, 0x8D7FA8, 0xE9DFF2),
    (Top::Hoodie, 0x55606B, 0xD8DEE2),
    (Top::Hoodie, 0xC98A86, 0xF7E9E2),
    (Top::Sportswear, 0x2F5C8F, 0xF1F3F4),
    (Top::Sportswear, 0x2F3A46, 0xC8553D),
    (Top::Sportswear, 0x4F8A72, 0xF2F1EA),
    (Top::DownJacket, 0x3B4A63, 0xB9C4D2),
    (Top::DownJacket, 0xB9543F, 0xE8C7A5),
    (Top::DownJacket, 0xE0D8C8, 0x8C8272),
    (Top::TShirt, 0xF0ECE2, 0x5D8AA6),
    (Top::TShirt, 0x6F9C8C, 0xF4E9C9),
    (Top::TShirt, 0x3F4652, 0xE2A84B),
];

impl Look {
    /// Every name [`Look::named`] knows.
    pub const KNOWN: &'static [&'static str] =
        &["student_f", "student_m", "teacher", "warden", "police", "firefighter", "medic", "counsellor", "clerk", "driver", "stranger"];

    /// A person by name; the seed tells two students apart. An unknown name gives a student.
    pub fn named(name: &str, seed: u32) -> Self {
        match name {
            "student_f" => student_f(seed),
            "student_m" => student_m(seed),
            "teacher" => teacher(seed),
            "warden" => warden(seed),
            "police" => police(seed),
            "firefighter" => firefighter(seed),
            "medic" => medic(seed),
            "counsellor" => counsellor(seed),
            "clerk" => clerk(seed),
            "driver" => driver(seed),
            "stranger" => stranger(seed),
            _ if hash(seed, 90).is_multiple_of(2) => student_f(seed),
            _ => student_m(seed),
        }
    }

    /// The same person at night: pyjamas and slippers, nothing on the head, no glasses.
    pub fn at_night(self, seed: u32) -> Self {
        let (top_rgb, accent_rgb) =
            pick(&[(0x9DB7C9, 0xF3EFE6), (0xC9A7A7, 0xF7EEE8), (0xA9B79B, 0xF1EFE2), (0x8E93B5, 0xE6E6F0)], seed, 91);
        Self {
            top: Top::Pyjamas,
            top_rgb,
            accent_rgb,
            bottom: Bottom::Pyjamas,
            bottom_rgb: top_rgb,
            shoes: Shoes::Slippers,
            shoes_rgb: pick(&[0x6D7F93, 0xA8796B, 0x7F8F70], seed, 92),
            glasses: false,
            headgear: Headgear::None,
            ..self
        }
    }
}

/// What every grown-up has in common; `from` and `to` are the shortest and the tallest.
fn anybody(seed: u32, from: f32, to: f32) -> Look {
    Look {
        height: mix(from, to, unit(seed, 1)),
        build: unit(seed, 2) * 0.7,
        skin: pick(&SKINS, seed, 3),
        hair: Hair::Short,
        hair_rgb: pick(&HAIRS, seed, 4),
        top: Top::TShirt,
        top_rgb: 0x7FA6B8,
        accent_rgb: 0xF3EFE6,
        bottom: Bottom::Trousers,
        bottom_rgb: 0x3A3F4A,
        shoes: Shoes::Leather,
        shoes_rgb: 0x2B2624,
        glasses: false,
        headgear: Headgear::None,
    }
}

/// What a student wears.
fn student(seed: u32, from: f32, to: f32) -> Look {
    let (top, top_rgb, accent_rgb) = pick(&STUDENT_TOPS, seed, 5);
    let bottoms = [(Bottom::Jeans, 0x46597A), (Bottom::Jeans, 0x35415A), (Bottom::Sports, 0x3A3D45), (Bottom::Trousers, 0x6E6656)];
    let (bottom, bottom_rgb) = if top == Top::Sportswear { (Bottom::Sports, top_rgb) } else { pick(&bottoms, seed, 6) };
    Look {
        build: unit(seed, 2) * 0.55,
        top,
        top_rgb,
        accent_rgb,
        bottom,
        bottom_rgb,
        shoes: Shoes::Trainers,
        shoes_rgb: pick(&[0xE9E6DF, 0x4A5568, 0xB85C4A, 0x6E8B7B], seed, 7),
        glasses: unit(seed, 8) < 0.42,
        ..anybody(seed, from, to)
    }
}

fn student_f(seed: u32) -> Look {
    let hair = pick(&[Hair::Bob, Hair::Ponytail, Hair::Long, Hair::Bun, Hair::Ponytail], seed, 9);
    Look { hair, build: unit(seed, 2) * 0.4, ..student(seed, 1.57, 1.69) }
}

fn student_m(seed: u32) -> Look {
    let hair = pick(&[Hair::Short, Hair::Fringe, Hair::SidePart, Hair::Fringe, Hair::Buzz], seed, 9);
    Look { hair, ..student(seed, 1.68, 1.82) }
}

fn teacher(seed: u32) -> Look {
    let (hair, from) = pick(&[(Hair::Bob, 1.60), (Hair::SidePart, 1.70), (Hair::Bun, 1.60)], seed, 9);
    let top_rgb = pick(&[0x7A6A58, 0x5B6F7A, 0x80605C], seed, 10);
    Look { hair, top: Top::Cardigan, top_rgb, accent_rgb: 0xF4F0E6, glasses: unit(seed, 8) < 0.7, ..anybody(seed, from, from + 0.07) }
}

fn warden(seed: u32) -> Look {
    Look {
        build: 0.75,
        hair: pick(&[Hair::Bun, Hair::Short], seed, 9),
        hair_rgb: 0x4A4442,
        top: Top::Vest,
        top_rgb: 0xC8342B,
        accent_rgb: 0x6C737C,
        shoes: Shoes::Trainers,
        shoes_rgb: 0x4A4642,
        ..anybody(seed, 1.60, 1.68)
    }
}

fn police(seed: u32) -> Look {
    Look {
        build: 0.45,
        hair: pick(&[Hair::Short, Hair::Buzz, Hair::Bun], seed, 9),
        top: Top::PoliceShirt,
        top_rgb: 0x8FB6DC,
        accent_rgb: 0x1B2740,
        bottom_rgb: 0x1B2740,
        shoes_rgb: 0x15171B,
        headgear: Headgear::PoliceCap,
        ..anybody(seed, 1.70, 1.80)
    }
}

fn firefighter(seed: u32) -> Look {
    Look {
        build: 0.65,
        hair: Hair::Buzz,
        top: Top::FireSuit,
        top_rgb: 0x232B3A,
        accent_rgb: 0xE8E04A,
        bottom: Bottom::FireTrousers,
        bottom_rgb: 0x232B3A,
        shoes: Shoes::Boots,
        shoes_rgb: 0x1A1A1A,
        headgear: Headgear::Helmet,
        ..anybody(seed, 1.72, 1.82)
    }
}

fn medic(seed: u32) -> Look {
    let (hair, from) = pick(&[(Hair::Bun, 1.60), (Hair::Short, 1.70), (Hair::Ponytail, 1.60)], seed, 9);
    Look {
        hair,
        top: Top::WhiteCoat,
        top_rgb: 0xF4F6F6,
        accent_rgb: 0x2F9E6E,
        bottom_rgb: 0x6F8F9C,
        shoes: Shoes::Trainers,
        shoes_rgb: 0xEDEDEA,
        headgear: Headgear::Mask,
        ..anybody(seed, from, from + 0.08)
    }
}

fn counsellor(seed: u32) -> Look {
    Look {
        hair: pick(&[Hair::Long, Hair::Bob], seed, 9),
        top: Top::Cardigan,
        top_rgb: pick(&[0x6FA59B, 0xC79A82], seed, 10),
        accent_rgb: 0xF6F1E6,
        bottom_rgb: 0x5A5550,
        ..anybody(seed, 1.60, 1.68)
    }
}

fn clerk(seed: u32) -> Look {
    Look {
        hair: pick(&[Hair::Ponytail, Hair::SidePart], seed, 9),
        top: Top::TShirt,
        top_rgb: 0x2E7D5B,
        accent_rgb: 0xF2C84B,
        shoes: Shoes::Trainers,
        shoes_rgb: 0x3A3A3A,
        ..anybody(seed, 1.60, 1.74)
    }
}

fn driver(seed: u32) -> Look {
    Look {
        build: 0.7,
        hair: pick(&[Hair::Short, Hair::Buzz], seed, 9),
        top: Top::Sportswear,
        top_rgb: 0x4D4A44,
        accent_rgb: 0x8F8878,
        ..anybody(seed, 1.67, 1.76)
    }
}

fn stranger(seed: u32) -> Look {
    Look {
        hair: pick(&[Hair::SidePart, Hair::Buzz, Hair::Fringe], seed, 9),
        top: pick(&[Top::DownJacket, Top::Hoodie], seed, 10),
        top_rgb: 0x33353B,
        accent_rgb: 0x7A7367,
        bottom: Bottom::Jeans,
        bottom_rgb: 0x2D323D,
        shoes: Shoes::Trainers,
        shoes_rgb: 0x33312F,
        ..anybody(seed, 1.70, 1.80)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_name_gives_the_same_grown_up_each_time() {
        for name in Look::KNOWN {
            for seed in 0..40 {
                let look = Look::named(name, seed);
                assert_eq!(look, Look::named(name, seed));
                assert!(look.height > 1.54 && look.height < 1.86 && look.build >= 0.0 && look.build <= 1.0);
            }
        }
    }

    #[test]
    fn an_unknown_name_is_a_student() {
        let stranger = Look::named("nobody-we-know", 5);
        assert!(stranger == Look::named("student_f", 5) || stranger == Look::named("student_m", 5));
    }

    #[test]
    fn uniforms_tell_helpers_apart() {
        let tops: Vec<Top> = ["teacher", "warden", "police", "firefighter", "medic"].iter().map(|name| Look::named(name, 1).top).collect();
        for (k, top) in tops.iter().enumerate() {
            assert!(!tops[..k].contains(top));
        }
    }
}
