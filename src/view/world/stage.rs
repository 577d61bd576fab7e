//! Puts a place on stage: rooms, frames, props and doors as meshes with baked light.

use std::collections::BTreeSet;

use bevy::math::{Mat4, Vec2, Vec3};
use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::bake::{self, LightScene};
use super::material::{self, Params, RoomMaterial};
use super::{shell, sky};
use crate::hazard::Ground;
use crate::place::{DoorId, Place, PropId};
use crate::scenario::{Light, Scenario};
use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props;
use crate::view::texture::SignBook;

/// Everything that belongs to the place on stage.
#[derive(Debug, Component)]
pub struct OnStage;

/// A prop that may move or hide.
#[derive(Debug, Component)]
pub struct PropThing(pub PropId);

/// The leaf of a door.
#[derive(Debug, Component)]
pub struct DoorThing(pub DoorId);

/// Takes the light of where it is. Its children share it.
#[derive(Debug, Component)]
pub struct Lit;

/// The place on stage.
#[derive(Debug, Resource)]
pub struct Stage {
    /// The place.
    pub place: Place,
    /// Its light.
    pub scene: LightScene,
    /// The light it was baked for.
    pub light: Light,
    /// Set for a drill: its moving props are meshes of their own.
    pub for_drill: bool,
    /// Everything solid.
    pub solid: Handle<RoomMaterial>,
    /// Everything seen through.
    pub clear: Handle<RoomMaterial>,
}

/// What stage building needs of Bevy.
#[expect(missing_debug_implementations, reason = "Bevy's parameters have none")]
#[derive(bevy::ecs::system::SystemParam)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Workshop<'w, 's> {
    pub commands: Commands<'w, 's>,
    pub meshes: ResMut<'w, Assets<Mesh>>,
    pub materials: ResMut<'w, Assets<RoomMaterial>>,
    pub images: ResMut<'w, Assets<Image>>,
    pub old: Query<'w, 's, Entity, With<OnStage>>,
    pub tiles: ResMut<'w, Tiles>,
}

/// The detail textures, made once.
#[derive(Debug, Default, Resource)]
pub struct Tiles(Option<Handle<Image>>);

/// Props that cues or the ground may move: they are meshes of their own.
pub fn moving_props(s: &Scenario, place: &Place) -> BTreeSet<PropId> {
    let mut moving = s.cued_props();
    if let Some(ground) = Ground::of(place, &s.hazards, &moving, 0) {
        moving.extend(ground.pieces());
    }
    moving
}

pub(super) fn place_of(prop: &crate::place::Prop) -> Mat4 {
    let at = Vec3::new(prop.at[0] as f32, prop.at[1] as f32, prop.at[2] as f32);
    Mat4::from_rotation_translation(Quat::from_rotation_y((prop.yaw as f32).to_radians()), at)
}

/// Kinds whose own light stays on when the power goes.
const KEPT_LIT: &[&str] = &[
    "exit_sign",
    "exit_sign_left",
    "exit_sign_right",
    "emergency_lamp",
    "phone_flat",
    "ambulance",
    "fire_engine",
    "moon",
    "ebike_battery",
];

/// Marks what shines without mains power, so that the shader leaves it on.
fn keep_lit(buf: &mut MeshBuf, kind: &str) {
    if KEPT_LIT.contains(&kind) {
        for c in &mut buf.colors {
            if c[3] > 0.0 {
                c[3] += 2.0;
            }
        }
    }
}

/// Takes everything off the stage. Its [`Stage`] goes too: nothing may look things up in a place that is no longer there.
pub fn strike(shop: &mut Workshop<'_, '_>) {
    for old in &shop.old {
        shop.commands.entity(old).despawn();
    }
    shop.commands.remove_resource::<Stage>();
}

/// Puts a place on a stage that was struck.
pub fn build(shop: &mut Workshop<'_, '_>, place: &Place, light: Light, moving: Option<&BTreeSet<PropId>>) {
    let scene = LightScene::new(place, light);
    let mut signs = SignBook::default();
    let mut rooms: Vec<MeshBuf> = place.rooms.iter().map(|r| shell::room_shell(place, r)).collect();
    let mut single: Vec<(PropId, MeshBuf)> = Vec::new();
    for (n, prop) in place.props.iter().enumerate() {
        let id = PropId(n as u16);
        let Some(mut buf) = props::build(prop.kind.name, n as u32, &prop.text, &mut signs) else { continue };
        keep_lit(&mut buf, prop.kind.name);
        if moving.is_some_and(|m| m.contains(&id)) || prop.hidden || prop.kind.name == "pendant_tube" || prop.kind.name == "fan_lamp" {
            single.push((id, buf));
        } else {
            let room = place.room_at(prop.at).map_or(0, crate::place::RoomId::index);
            rooms[room].append(&buf, place_of(prop));
        }
    }
    for door in &place.doors {
        rooms[door.room.index()].append(&shell::door_frame(door), Mat4::IDENTITY);
    }
    for stair in &place.stairs {
        let mid = [f64::midpoint(stair.min.0, stair.max.0), f64::midpoint(stair.low, stair.high), f64::midpoint(stair.min.1, stair.max.1)];
        let room = place.room_at(mid).map_or(0, crate::place::RoomId::index);
        rooms[room].append(&shell::flight(stair), Mat4::IDENTITY);
    }
    for slab in &place.slabs {
        slab_into(place, slab, &mut rooms);
    }
    let mut clear: Vec<MeshBuf> = place.rooms.iter().map(|_| MeshBuf::new()).collect();
    for n in 0..place.windows.len() {
        let (frame, glass) = shell::window_frame(place, n);
        let room = place.windows[n].room.index();
        rooms[room].append(&frame, Mat4::IDENTITY);
        clear[room].append(&glass, Mat4::IDENTITY);
        if light == Light::Day {
            clear[room].append(&sky::sun_patch(place, n), Mat4::IDENTITY);
        }
    }
    for (n, room) in place.rooms.iter().enumerate().filter(|(_, r)| !r.open) {
        clear[n].append(&smoke_ceiling(room), Mat4::IDENTITY);
    }
    let leaves: Vec<(DoorId, MeshBuf)> = place
        .doors
        .iter()
        .enumerate()
        .filter_map(|(n, d)| Some((DoorId(n as u16), props::build(d.leaf?.name, n as u32, &d.text, &mut signs)?)))
        .collect();
    let tiles = shop.tiles.0.get_or_insert_with(|| shop.images.add(material::tile_image())).clone();
    let sign_image = shop.images.add(material::sign_image(&signs));
    let make = |blend: bool| RoomMaterial { params: Params::default(), tiles: tiles.clone(), signs: sign_image.clone(), blend };
    let solid = shop.materials.add(make(false));
    let see_through = shop.materials.add(make(true));
    // By value: a room's buffer goes as soon as its mesh is made.
    for (n, buf) in rooms.into_iter().enumerate().filter(|(_, b)| !b.is_empty()) {
        let baked = scene.bake(&buf, n);
        let mesh = shop.meshes.add(material::mesh(&buf, n as f32, Some(baked)));
        shop.commands.spawn((OnStage, Mesh3d(mesh), MeshMaterial3d(solid.clone()), Name::new(format!("room {}", place.rooms[n].id))));
    }
    for (n, buf) in clear.iter().enumerate().filter(|(_, b)| !b.is_empty()) {
        let mesh = shop.meshes.add(material::mesh(buf, n as f32, None));
        shop.commands.spawn((OnStage, Mesh3d(mesh), MeshMaterial3d(see_through.clone()), MeshTag(bake::pack(Vec3::ONE))));
    }
    for (id, buf) in single {
        let prop = &place.props[id.index()];
        let zone = place.room_at(prop.at).map_or(0, crate::place::RoomId::index);
        let mesh = shop.meshes.add(material::mesh(&buf, zone as f32, None));
        let transform = Transform::from_matrix(place_of(prop));
        let seen = if prop.hidden { Visibility::Hidden } else { Visibility::Inherited };
        shop.commands.spawn((OnStage, PropThing(id), Lit, Mesh3d(mesh), MeshMaterial3d(solid.clone()), MeshTag(0), transform, seen));
    }
    for (id, buf) in leaves {
        spawn_leaf(shop, place, id, &buf, &solid);
    }
    sky::spawn(shop, place, light, &solid);
    shop.commands.insert_resource(Stage { place: place.clone(), scene, light, for_drill: moving.is_some(), solid, clear: see_through });
}

fn spawn_leaf(shop: &mut Workshop<'_, '_>, place: &Place, id: DoorId, buf: &MeshBuf, solid: &Handle<RoomMaterial>) {
    let door = &place.doors[id.index()];
    let mesh = shop.meshes.add(material::mesh(buf, door.room.index() as f32, None));
    let kind = door.leaf.map_or([0.9, 2.0, 0.05], |l| l.size);
    let scale = Vec3::new((door.width / kind[0]) as f32, (door.height / kind[1]) as f32, 1.0);
    shop.commands.spawn((
        OnStage,
        DoorThing(id),
        Lit,
        Mesh3d(mesh),
        MeshMaterial3d(solid.clone()),
        MeshTag(0),
        leaf_transform(place, id, 0.0).with_scale(scale),
    ));
}

/// Where a leaf hangs when it stands open by `angle` radians: hinged at its left as seen from its room, opening into it.
pub fn leaf_transform(place: &Place, id: DoorId, angle: f32) -> Transform {
    let door = &place.doors[id.index()];
    let mid = Vec3::new(door.at.0 as f32, door.base as f32, door.at.1 as f32);
    // The leaf extends along its +x from the hinge; its front looks out of the room it belongs to.
    let base = match door.side {
        crate::place::Side::South => 0.0_f32,
        crate::place::Side::North => 180.0,
        crate::place::Side::East => 90.0,
        crate::place::Side::West => 270.0,
    }
    .to_radians();
    let closed = Quat::from_rotation_y(base);
    let hinge = mid - closed * Vec3::X * (door.width as f32 / 2.0);
    Transform::from_translation(hinge).with_rotation(closed * Quat::from_rotation_y(angle))
}

fn slab_into(place: &Place, slab: &crate::place::Slab, rooms: &mut [MeshBuf]) {
    let mid = [f64::midpoint(slab.min.0, slab.max.0), slab.y, f64::midpoint(slab.min.1, slab.max.1)];
    let room = place.room_at(mid).map_or(0, crate::place::RoomId::index);
    let look = shell::look(slab.finish);
    let size = Vec3::new((slab.max.0 - slab.min.0) as f32, 0.16, (slab.max.1 - slab.min.1) as f32);
    let top = Vec3::new(mid[0] as f32, slab.y as f32, mid[2] as f32);
    let under = Finish::new(0xE4DFD3, Surface::Plaster);
    rooms[room].bevel_box(top - Vec3::Y * 0.085, size, 0.01, under);
    let corner = top + Vec3::new(-size.x / 2.0, 0.001, size.z / 2.0);
    rooms[room].panel(corner, Vec3::X * size.x, -Vec3::Z * size.z, 0.34, look.floor);
}

/// A sheet under the ceiling that the frame's smoke is drawn on; it is moved by [`super::smoke`].
fn smoke_ceiling(room: &crate::place::Room) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let (w, d) = ((room.max.0 - room.min.0) as f32, (room.max.1 - room.min.1) as f32);
    let at = Vec3::new(room.min.0 as f32, (room.floor + room.height) as f32 - 0.02, room.min.1 as f32);
    let finish = Finish { glow: 0.5, ..Finish::new(0x404040, Surface::Plain) };
    let corners = [at, at + Vec3::X * w, at + Vec3::new(w, 0.0, d), at + Vec3::Z * d];
    buf.quad_uv(corners, (Vec2::ZERO, Vec2::ONE), finish);
    for layer in &mut buf.layers {
        *layer = 23.0;
    }
    buf
}
