// Drillroom's one surface shader: light baked into vertices, four small lights that move, and smoke that is a layer.
// Ends at the shaded pixel; what is drawn and with what light is decided in `stage.rs` and `bake.rs`.

#import bevy_pbr::{
    mesh_functions,
    mesh_view_bindings::view,
    view_transformations::position_world_to_clip,
}

struct Params {
    // x power (lamps on), y emergency lamps, z time s, w exposure
    mix: vec4<f32>,
    // rgb colour of smoke, w own zone
    smoke: vec4<f32>,
    // rgb colour of distant air, w density 1/m
    air: vec4<f32>,
    // xyz direction to the key light, w hemisphere strength
    key: vec4<f32>,
    // x grey (0..1), y darkness (0..1), z pulse, w unused
    sight: vec4<f32>,
    // xyz position, w reach m
    lights: array<vec4<f32>, 4>,
    // rgb colour times strength
    glows: array<vec4<f32>, 4>,
    // x world height of the smoke's lower edge, y extinction 1/m, z world height of the ceiling, w unused
    zones: array<vec4<f32>, 48>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> p: Params;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var tiles: texture_2d_array<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var tiles_sampler: sampler;
@group(#{MATERIAL_BIND_GROUP}) @binding(3) var signs: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(4) var signs_sampler: sampler;

// What 1 in a vertex stands for: as in `material.rs`.
const COLOUR_RANGE: f32 = 4.0;
const LIGHT_RANGE: f32 = 16.0;

struct Vertex {
    @builtin(instance_index) instance_index: u32,
    @location(0) position: vec3<f32>,
    @location(1) normal: vec4<f32>,
    @location(2) uv: vec2<f32>,
    // Bytes: layer of the texture, room.
    @location(3) kind: vec4<f32>,
    @location(5) color: vec4<f32>,
#ifdef BAKED
    @location(8) light_on: vec4<f32>,
    @location(9) light_off: vec4<f32>,
#endif
}

struct Out {
    @builtin(position) clip: vec4<f32>,
    @location(0) world: vec3<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) @interpolate(flat) kind: vec2<f32>,
    @location(3) color: vec4<f32>,
    @location(4) light: vec3<f32>,
    @location(5) normal: vec3<f32>,
}

@vertex
fn vertex(v: Vertex) -> Out {
    var out: Out;
    let from_local = mesh_functions::get_world_from_local(v.instance_index);
    let world = (from_local * vec4(v.position, 1.0)).xyz;
    let normal = normalize(mesh_functions::mesh_normal_local_to_world(v.normal.xyz, v.instance_index));
    out.world = world;
    out.clip = position_world_to_clip(world);
    out.uv = v.uv;
    out.kind = round(v.kind.xy * 255.0);
    out.color = v.color * COLOUR_RANGE;
    out.normal = normal;
    var light: vec3<f32>;
#ifdef BAKED
    light = (v.light_on.rgb * p.mix.x + v.light_off.rgb * p.mix.y) * LIGHT_RANGE;
#else
    // A moving thing carries the light of its place in its tag: 10 bits a channel, 0..2.
    let tag = mesh_functions::get_tag(v.instance_index);
    let probe = vec3(f32(tag & 1023u), f32((tag >> 10u) & 1023u), f32((tag >> 20u) & 1023u)) / 511.5;
    out.kind.y = out.kind.y + f32(tag >> 30u) * 0.0;
    let sky = 0.62 + 0.2 * normal.y;
    let side = 0.42 * max(dot(normal, p.key.xyz), 0.0);
    light = probe * (sky + side);
#endif
    for (var i = 0; i < 4; i++) {
        let reach = p.lights[i].w;
        if reach > 0.0 {
            let to = p.lights[i].xyz - world;
            let d2 = dot(to, to);
            let fall = max(1.0 - d2 / (reach * reach), 0.0);
            let facing = 0.35 + 0.65 * max(dot(normal, to * inverseSqrt(max(d2, 1e-4))), 0.0);
            light += p.glows[i].rgb * fall * fall * facing / (0.35 + d2 * 0.35);
        }
    }
    out.light = light;
    return out;
}

fn above(lo: f32, hi: f32, edge: f32, top: f32) -> f32 {
    // Share of a straight line from height lo to hi that lies above a soft edge and below the ceiling.
    let e = edge - 0.12;
    let up = min(hi, top);
    return clamp((up - e) / max(hi - lo, 0.24), 0.0, 1.0) * step(e, up);
}

fn smoke_depth(world: vec3<f32>, zone: i32) -> f32 {
    let eye = view.world_position;
    let dist = distance(eye, world);
    let lo = min(eye.y, world.y);
    let hi = max(eye.y, world.y);
    let own = p.zones[i32(p.smoke.w)];
    let its = p.zones[clamp(zone, 0, 47)];
    return dist * 0.5 * (own.y * above(lo, hi, own.x, own.z) + its.y * above(lo, hi, its.x, its.z));
}

// What smoke looks like from within: dark above, paler below, in slow swathes. Thin smoke is not worth the swathes.
fn smoke_colour(world: vec3<f32>, depth: f32) -> vec3<f32> {
    var rgb = p.smoke.rgb;
    if depth > 0.25 {
        let way = world - view.world_position;
        let dir = way * inverseSqrt(max(dot(way, way), 1e-4));
        let t = p.mix.z;
        let q = vec2(dir.x + dir.z, dir.y * 1.6);
        let swathe = noise(q * 2.7 + vec2(t * 0.05, t * 0.09)) * 0.6 + noise(vec2(dir.x - dir.z, dir.y * 1.3) * 6.3 - vec2(t * 0.11, t * 0.07)) * 0.4;
        rgb *= (0.62 + 0.76 * swathe) * mix(1.35, 0.55, smoothstep(-0.45, 0.5, dir.y));
    }
    return rgb;
}

fn hash(q: vec2<f32>) -> f32 {
    let h = dot(q, vec2(127.1, 311.7));
    return fract(sin(h) * 43758.547);
}

fn noise(q: vec2<f32>) -> f32 {
    let i = floor(q);
    let f = fract(q);
    let u = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(i), hash(i + vec2(1.0, 0.0)), u.x), mix(hash(i + vec2(0.0, 1.0)), hash(i + vec2(1.0, 1.0)), u.x), u.y);
}

fn tone(c: vec3<f32>) -> vec3<f32> {
    // A soft shoulder: bright stays coloured, nothing clips hard.
    let x = max(c, vec3(0.0)) * p.mix.w;
    let mapped = x * (1.0 + x * 0.16) / (1.0 + x * 0.62);
    let luma = dot(mapped, vec3(0.2126, 0.7152, 0.0722));
    let greyed = mix(mapped, vec3(luma), p.sight.x);
    return greyed * (1.0 - p.sight.y);
}

@fragment
fn fragment(in: Out) -> @location(0) vec4<f32> {
    let layer = i32(in.kind.x + 0.5);
    let zone = i32(in.kind.y + 0.5);
    let t = p.mix.z;
#ifdef CLEAR
    // Things made of light and air.
    {
        var alpha = in.color.a;
        var rgb = in.color.rgb;
        if layer == 20 {
            // A flame card: uv.y 0 at the root, 1 at the tip.
            let q = vec2(in.uv.x * 2.0 - 1.0, in.uv.y);
            let flow = noise(vec2(q.x * 2.2 + floor(in.color.r * 13.0), q.y * 2.4 - t * 2.6)) * 0.6
                     + noise(vec2(q.x * 5.0, q.y * 5.5 - t * 4.4)) * 0.4;
            let width = (1.0 - q.y * 0.85) * (0.75 + 0.35 * flow);
            let body = smoothstep(width, width * 0.35, abs(q.x)) * smoothstep(1.0, 0.45, q.y + (flow - 0.5) * 0.7);
            let hot = clamp(body * 1.5 - q.y * 0.55, 0.0, 1.0);
            rgb = mix(vec3(1.6, 0.28, 0.03), vec3(2.6, 1.75, 0.65), hot);
            alpha = body * in.color.a;
        } else if layer == 21 {
            // A smoke card.
            let q = in.uv * 2.0 - vec2(1.0);
            let swirl = noise(in.uv * 3.0 + vec2(in.color.r * 17.0, -t * 0.25)) * 0.6 + noise(in.uv * 7.0 + vec2(t * 0.2, -t * 0.4)) * 0.4;
            let body = smoothstep(1.0, 0.2, length(q)) * smoothstep(0.15, 0.75, swirl);
            rgb = p.smoke.rgb * 1.1;
            alpha = body * in.color.a;
        } else if layer == 22 {
            // A beam of light: fades along uv.y and towards its sides.
            let edge = smoothstep(0.0, 0.25, in.uv.x) * smoothstep(1.0, 0.75, in.uv.x);
            let dust = 0.75 + 0.5 * noise(in.world.xz * 3.0 + vec2(t * 0.1, in.world.y * 2.0));
            alpha = in.color.a * edge * (1.0 - in.uv.y) * dust * p.mix.x;
        } else if layer == 23 {
            // The rolling underside of the smoke.
            let q = in.world.xz;
            let roll = noise(q * 1.3 + vec2(t * 0.35, -t * 0.2)) * 0.6 + noise(q * 3.1 - vec2(t * 0.5, t * 0.3)) * 0.4;
            let z = p.zones[clamp(zone, 0, 47)];
            rgb = p.smoke.rgb * (0.7 + 0.6 * roll);
            alpha = clamp(z.y * 0.55, 0.0, 0.85) * smoothstep(0.15, 0.75, roll);
        } else if layer == 24 {
            // Glass: a faint sky and a bright diagonal.
            let streak = smoothstep(0.02, 0.0, abs(fract(in.uv.x * 0.45 - in.uv.y * 0.4) - 0.5) - 0.08);
            alpha = in.color.a * (0.5 + streak);
        } else if layer == 25 {
            // A patch of sunlight.
            alpha = in.color.a * p.mix.x;
        } else if layer == 26 {
            // A soft round shadow under a person.
            let q = in.uv * 2.0 - vec2(1.0);
            alpha = in.color.a * smoothstep(1.0, 0.1, length(q));
        } else if layer == 27 {
            // A beacon ring at a spot to go to.
            let q = length(in.uv * 2.0 - vec2(1.0));
            let ring = smoothstep(0.08, 0.0, abs(q - 0.72 - 0.06 * sin(t * 2.6)));
            alpha = in.color.a * ring;
        }
        let seen = exp(-smoke_depth(in.world, zone));
        return vec4(tone(rgb), clamp(alpha, 0.0, 1.0) * seen);
    }
#else
    var base = in.color.rgb;
    if layer == 15 {
        // The atlas is as high as it is used; UVs count in squares of its width.
        let atlas = vec2<f32>(textureDimensions(signs));
        base *= textureSample(signs, signs_sampler, vec2(in.uv.x, in.uv.y * atlas.x / atlas.y)).rgb;
    } else {
        let s = textureSample(tiles, tiles_sampler, in.uv, layer).rgb;
        base *= s * 1.08;
    }
    let kept = step(1.5, in.color.a);
    let glow = (in.color.a - 2.0 * kept) * mix(p.mix.x, 1.0, kept);
    var c = base * in.light * (1.0 - clamp(glow, 0.0, 1.0) * 0.6) + base * glow * 1.7;
    let dist = distance(view.world_position, in.world);
    let hazed = mix(c, p.air.rgb, 1.0 - exp(-dist * p.air.w));
    let depth = smoke_depth(in.world, zone);
    // What shines is seen further than what reflects (8 / K against 3 / K).
    let seen = exp(-depth * mix(1.0, 0.45, clamp(glow, 0.0, 1.0)));
    c = mix(smoke_colour(in.world, depth), hazed, seen);
    return vec4(tone(c), 1.0);
#endif
}
