//! The art bench: `cargo run --example look -- scenarios/places/dorm-floor.ron Night out 1280 720 "x,y,z>x,y,z" …`
use bevy::math::Vec3;
use drillroom::scenario::Light;

fn main() {
    let a: Vec<String> = std::env::args().collect();
    let light = match a[2].as_str() { "Day" => Light::Day, "Dusk" => Light::Dusk, "PowerCut" => Light::PowerCut, _ => Light::Night };
    let v = |s: &str| { let p: Vec<f32> = s.split(',').map(|x| x.parse().unwrap()).collect(); Vec3::new(p[0], p[1], p[2]) };
    let shots = a[6..].iter().map(|s| { let (f, t) = s.split_once('>').unwrap(); (v(f), v(t)) }).collect();
    drillroom::view::app::look(std::path::Path::new(&a[1]), shots, light, a[3].clone(), (a[4].parse().unwrap(), a[5].parse().unwrap()));
}
