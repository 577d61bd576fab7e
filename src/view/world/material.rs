//! The material of everything in the place: its textures, its parameters and its two vertex layouts.

use bevy::asset::embedded_asset;
use bevy::asset::{RenderAssetUsages, embedded_path};
use bevy::image::{ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor};
use bevy::mesh::{MeshVertexAttribute, MeshVertexBufferLayoutRef, VertexAttributeValues, VertexFormat};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{
    AsBindGroup, Extent3d, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, TextureDimension, TextureFormat,
    TextureViewDescriptor, TextureViewDimension,
};
use bevy::shader::ShaderRef;

use crate::view::mesh::{MeshBuf, Surface};
use crate::view::texture::fonts::SignFonts;
use crate::view::texture::{SignBook, book, tiles};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "room.wgsl");
    app.add_plugins(MaterialPlugin::<RoomMaterial>::default());
}

/// How many rooms' smoke the shader knows.
pub const ZONES: usize = 48;

/// What the shader is told each frame. Layout as in `room.wgsl`.
#[derive(Debug, Clone, ShaderType)]
pub struct Params {
    /// Power, emergency lamps, time, exposure.
    pub mix: Vec4,
    /// Colour of smoke; the camera's zone.
    pub smoke: Vec4,
    /// Colour of distant air; its density.
    pub air: Vec4,
    /// Direction to the key light; hemisphere.
    pub key: Vec4,
    /// Grey, darkness, pulse.
    pub sight: Vec4,
    /// Moving lights: position and reach.
    pub lights: [Vec4; 4],
    /// Their colours.
    pub glows: [Vec4; 4],
    /// Smoke by room.
    pub zones: [Vec4; ZONES],
}

impl Default for Params {
    fn default() -> Self {
        Self {
            mix: Vec4::new(1.0, 0.0, 0.0, 1.0),
            smoke: Vec4::new(0.05, 0.05, 0.05, 0.0),
            air: Vec4::new(0.7, 0.78, 0.86, 0.0),
            key: Vec4::new(0.4, 0.8, 0.4, 1.0),
            sight: Vec4::ZERO,
            lights: [Vec4::ZERO; 4],
            glows: [Vec4::ZERO; 4],
            zones: [Vec4::new(100.0, 0.0, 100.0, 0.0); ZONES],
        }
    }
}

/// The material.
#[derive(Debug, Clone, Asset, TypePath, AsBindGroup)]
#[bind_group_data(RoomKey)]
pub struct RoomMaterial {
    /// Parameters.
    #[uniform(0)]
    pub params: Params,
    /// Detail textures by [`Surface`].
    #[texture(1, dimension = "2d_array")]
    #[sampler(2)]
    pub tiles: Handle<Image>,
    /// Painted signs.
    #[texture(3)]
    #[sampler(4)]
    pub signs: Handle<Image>,
    /// Drawn with transparency.
    pub blend: bool,
}

/// What makes another pipeline: things of light and air have a shader of their own, so that solid ones stay cheap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct RoomKey {
    blend: u32,
}

impl From<&RoomMaterial> for RoomKey {
    fn from(material: &RoomMaterial) -> Self {
        Self { blend: u32::from(material.blend) }
    }
}

// Sixteen bits a channel: half of what floats take, in meshes of hundreds of thousands of vertices, and finer than an eye.
const LIGHT_ON: MeshVertexAttribute = MeshVertexAttribute::new("LightOn", 7_340_201, VertexFormat::Unorm16x4);
const LIGHT_OFF: MeshVertexAttribute = MeshVertexAttribute::new("LightOff", 7_340_202, VertexFormat::Unorm16x4);
const COLOUR: MeshVertexAttribute = MeshVertexAttribute::new("Colour", 7_340_203, VertexFormat::Unorm16x4);
const FACING: MeshVertexAttribute = MeshVertexAttribute::new("Facing", 7_340_204, VertexFormat::Snorm8x4);
/// Layer of the texture and number of the room, each in a byte.
const KIND: MeshVertexAttribute = MeshVertexAttribute::new("Kind", 7_340_205, VertexFormat::Unorm8x4);
/// The brightest light at a vertex; as in `room.wgsl`.
const LIGHT_RANGE: f32 = 16.0;
/// The strongest glow of a surface; as in `room.wgsl`.
const COLOUR_RANGE: f32 = 4.0;

/// Four values from 0 to `range`, each in sixteen bits.
fn packed(values: &[[f32; 4]], range: f32) -> VertexAttributeValues {
    let one = |v: f32| ((v / range).clamp(0.0, 1.0) * 65_535.0).round() as u16;
    VertexAttributeValues::Unorm16x4(values.iter().map(|v| v.map(one)).collect())
}

impl Material for RoomMaterial {
    fn vertex_shader() -> ShaderRef {
        shader()
    }

    fn fragment_shader() -> ShaderRef {
        shader()
    }

    fn alpha_mode(&self) -> AlphaMode {
        if self.blend { AlphaMode::Blend } else { AlphaMode::Opaque }
    }

    fn enable_prepass() -> bool {
        false
    }

    fn enable_shadows() -> bool {
        false
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        if key.bind_group_data.blend != 0
            && let Some(fragment) = &mut descriptor.fragment
        {
            fragment.shader_defs.push("CLEAR".into());
        }
        let mut wanted = vec![
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            FACING.at_shader_location(1),
            Mesh::ATTRIBUTE_UV_0.at_shader_location(2),
            KIND.at_shader_location(3),
            COLOUR.at_shader_location(5),
        ];
        if layout.0.contains(LIGHT_ON) {
            descriptor.vertex.shader_defs.push("BAKED".into());
            wanted.push(LIGHT_ON.at_shader_location(8));
            wanted.push(LIGHT_OFF.at_shader_location(9));
        }
        descriptor.vertex.buffers = vec![layout.0.get_layout(&wanted)?];
        Ok(())
    }
}

fn shader() -> ShaderRef {
    ShaderRef::Path(bevy::asset::AssetPath::from_path_buf(embedded_path!("room.wgsl")).with_source("embedded"))
}

/// Light at each vertex with the power on and off, linear RGB.
#[derive(Debug, Default, Clone)]
pub struct Baked {
    /// With power.
    pub on: Vec<[f32; 4]>,
    /// With emergency lamps only.
    pub off: Vec<[f32; 4]>,
}

/// A buffer as a Bevy mesh. `zone` is the room it stands in.
pub fn mesh(buf: &MeshBuf, zone: f32, light: Option<Baked>) -> Mesh {
    let kinds = buf.layers.iter().map(|l| [*l as u8, zone as u8, 0, 0]).collect();
    let facing = buf.normals.iter().map(|n| [n.x, n.y, n.z, 0.0].map(|v| (v * 127.0).round() as i8)).collect();
    let mut mesh = Mesh::new(bevy::mesh::PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD);
    mesh.insert_attribute(Mesh::ATTRIBUTE_POSITION, buf.positions.iter().map(|p| p.to_array()).collect::<Vec<_>>());
    mesh.insert_attribute(FACING, VertexAttributeValues::Snorm8x4(facing));
    mesh.insert_attribute(Mesh::ATTRIBUTE_UV_0, buf.uvs.iter().map(|p| p.to_array()).collect::<Vec<_>>());
    mesh.insert_attribute(KIND, VertexAttributeValues::Unorm8x4(kinds));
    mesh.insert_attribute(COLOUR, packed(&buf.colors, COLOUR_RANGE));
    if let Some(light) = light {
        mesh.insert_attribute(LIGHT_ON, packed(&light.on, LIGHT_RANGE));
        mesh.insert_attribute(LIGHT_OFF, packed(&light.off, LIGHT_RANGE));
    }
    mesh.insert_indices(bevy::mesh::Indices::U32(buf.indices.clone()));
    mesh
}

/// The detail textures as one array.
pub fn tile_image() -> Image {
    let layers = tiles::layers();
    let mut data = Vec::new();
    for layer in layers {
        data.extend(tiles::mip_chain(layer, tiles::TILE, tiles::TILE));
    }
    let size = Extent3d { width: tiles::TILE, height: tiles::TILE, depth_or_array_layers: Surface::LAYERS as u32 };
    let mut image = Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgba8UnormSrgb, RenderAssetUsages::RENDER_WORLD);
    image.data = Some(data);
    image.texture_descriptor.mip_level_count = tiles::mip_levels(tiles::TILE, tiles::TILE);
    image.texture_view_descriptor = Some(TextureViewDescriptor { dimension: Some(TextureViewDimension::D2Array), ..default() });
    image.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor {
        address_mode_u: ImageAddressMode::Repeat,
        address_mode_v: ImageAddressMode::Repeat,
        mag_filter: ImageFilterMode::Linear,
        min_filter: ImageFilterMode::Linear,
        mipmap_filter: ImageFilterMode::Linear,
        ..default()
    });
    image
}

/// The signs of a place as one image.
pub fn sign_image(signs: &SignBook) -> Image {
    let (width, height) = (book::ATLAS, signs.height());
    let chain = tiles::mip_chain(signs.paint(&SignFonts::embedded()), width, height);
    let size = Extent3d { width, height, depth_or_array_layers: 1 };
    let mut image = Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgba8UnormSrgb, RenderAssetUsages::RENDER_WORLD);
    image.data = Some(chain);
    image.texture_descriptor.mip_level_count = tiles::mip_levels(width, height);
    image.sampler = ImageSampler::linear();
    image
}
