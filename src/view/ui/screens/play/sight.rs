//! How the student's own eyes are doing: dark edges and grey with harm, doubled swaying edges with daze, black in cuts.

use bevy_egui::egui::{Color32, CornerRadius, Mesh, Shape, Ui, Vec2, vec2};

use crate::view::ui::kit::Kit;

/// How many corners the hole of the vignette has.
const CORNERS: u16 = 48;

pub(super) fn draw(ui: &Ui, kit: &Kit, harm: f32, daze: f32) {
    let (harm, daze) = (harm.clamp(0.0, 1.0), daze.clamp(0.0, 1.0));
    if harm > 0.01 {
        let grey = Color32::from_rgb(0x58, 0x58, 0x56).gamma_multiply(0.34 * harm);
        ui.painter().rect_filled(kit.screen, CornerRadius::ZERO, grey);
        edges(ui, kit, Vec2::ZERO, 1.25 - 0.55 * harm, 0.35 + 0.55 * harm);
    }
    if daze > 0.01 {
        let sway = kit.px(70.0) * daze * kit.settings.motion.clamp(0.0, 1.0);
        let turn = |hertz: f64| (kit.time * hertz * std::f64::consts::TAU).sin() as f32;
        let by = vec2(turn(0.23), 0.6 * turn(0.31)) * sway;
        edges(ui, kit, by, 1.2 - 0.35 * daze, 0.5 * daze);
        edges(ui, kit, -by + vec2(kit.px(36.0) * daze, 0.0), 1.1 - 0.35 * daze, 0.4 * daze);
    }
}

/// Covers the place between two scenes.
pub(super) fn black(ui: &Ui, kit: &Kit, share: f32) {
    if share > 0.0 {
        kit.dim(ui, share);
    }
}

/// Dark from an oval hole outwards; `open` is the hole's size, 1 touches the edges of the window.
fn edges(ui: &Ui, kit: &Kit, by: Vec2, open: f32, dark: f32) {
    let center = kit.screen.center() + by;
    let half = kit.screen.size() * 0.5;
    let dark = Color32::from_black_alpha((dark.clamp(0.0, 1.0) * 255.0) as u8);
    let mut mesh = Mesh::default();
    for corner in 0..=CORNERS {
        let way = Vec2::angled(f32::from(corner) / f32::from(CORNERS) * std::f32::consts::TAU) * half;
        mesh.colored_vertex(center + way * (open * 0.62), Color32::TRANSPARENT);
        mesh.colored_vertex(center + way * (open * 1.28), dark);
        mesh.colored_vertex(center + way * 4.0, dark);
    }
    for corner in 0..u32::from(CORNERS) {
        let (near, next) = (corner * 3, corner * 3 + 3);
        for ring in [0, 1] {
            mesh.add_triangle(near + ring, near + ring + 1, next + ring);
            mesh.add_triangle(next + ring, near + ring + 1, next + ring + 1);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}
