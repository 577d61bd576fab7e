//! A small picture to paint signs on: rectangles, lines, discs and polygons with soft edges.

use std::ops::Range;

use bevy::math::Vec2;

pub use super::area::Area;

/// RGBA8 pixels, always opaque; colours are sRGB as written in hexadecimal.
#[derive(Debug, Clone)]
pub struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Canvas {
    /// A canvas of one colour.
    pub fn new(width: u32, height: u32, rgb: u32) -> Self {
        let [r, g, b] = channels(rgb);
        let pixels = [r, g, b, 255].repeat(width as usize * height as usize);
        Self { width, height, pixels }
    }

    /// The whole canvas.
    pub fn area(&self) -> Area {
        Area::new(0.0, 0.0, self.width as f32, self.height as f32)
    }

    /// All pixels, row by row from the top.
    pub fn into_pixels(self) -> Vec<u8> {
        self.pixels
    }

    /// One row of pixels.
    pub fn row(&self, y: u32) -> &[u8] {
        let stride = self.width as usize * 4;
        let start = y as usize * stride;
        &self.pixels[start..start + stride]
    }

    /// Lays colour over one pixel; outside the canvas nothing happens.
    pub fn blend(&mut self, x: i32, y: i32, rgb: u32, alpha: f32) {
        if x < 0 || y < 0 || x >= self.width as i32 || y >= self.height as i32 {
            return;
        }
        let at = (y as usize * self.width as usize + x as usize) * 4;
        let alpha = alpha.clamp(0.0, 1.0);
        for (channel, ink) in channels(rgb).into_iter().enumerate() {
            let under = f32::from(self.pixels[at + channel]);
            let over = under + (f32::from(ink) - under) * alpha;
            self.pixels[at + channel] = (over + 0.5) as u8;
        }
    }

    /// A filled rectangle.
    pub fn rect(&mut self, area: Area, rgb: u32) {
        self.shape(area, rgb, |at| {
            let across = (at.x + 0.5).min(area.x + area.w) - (at.x - 0.5).max(area.x);
            let down = (at.y + 0.5).min(area.y + area.h) - (at.y - 0.5).max(area.y);
            across.clamp(0.0, 1.0) * down.clamp(0.0, 1.0)
        });
    }

    /// The outline of a rectangle, drawn inside it.
    pub fn frame(&mut self, area: Area, thickness: f32, rgb: u32) {
        let Area { x, y, w, h } = area;
        let t = thickness;
        self.rect(Area::new(x, y, w, t), rgb);
        self.rect(Area::new(x, y + h - t, w, t), rgb);
        self.rect(Area::new(x, y + t, t, h - 2.0 * t), rgb);
        self.rect(Area::new(x + w - t, y + t, t, h - 2.0 * t), rgb);
    }

    /// A filled rectangle with round corners.
    pub fn rounded(&mut self, area: Area, radius: f32, rgb: u32) {
        let half = Vec2::new(area.w, area.h) / 2.0;
        let middle = area.point(0.5, 0.5);
        let radius = radius.min(half.min_element());
        self.shape(area, rgb, |at| {
            let beyond = (at - middle).abs() - half + radius;
            0.5 + radius - beyond.max(Vec2::ZERO).length() - beyond.max_element().min(0.0)
        });
    }

    /// A filled circle.
    pub fn disc(&mut self, middle: Vec2, radius: f32, rgb: u32) {
        let reach = radius + 1.0;
        let bounds = Area::new(middle.x - reach, middle.y - reach, 2.0 * reach, 2.0 * reach);
        self.shape(bounds, rgb, |at| radius - at.distance(middle) + 0.5);
    }

    /// A line with round ends.
    pub fn line(&mut self, from: Vec2, to: Vec2, width: f32, rgb: u32) {
        let reach = width / 2.0 + 1.0;
        let corner = from.min(to) - reach;
        let size = (to - from).abs() + 2.0 * reach;
        let along = to - from;
        let squared = along.length_squared().max(1e-6);
        self.shape(Area::new(corner.x, corner.y, size.x, size.y), rgb, |at| {
            let share = ((at - from).dot(along) / squared).clamp(0.0, 1.0);
            width / 2.0 - at.distance(from + along * share) + 0.5
        });
    }

    /// Lines from point to point.
    pub fn path(&mut self, points: &[Vec2], width: f32, rgb: u32) {
        for pair in points.windows(2) {
            self.line(pair[0], pair[1], width, rgb);
        }
    }

    /// A filled polygon; where it overlaps itself, it is open.
    pub fn polygon(&mut self, points: &[Vec2], rgb: u32) {
        const LEVELS: u32 = 4;
        let top = points.iter().map(|p| p.y).fold(f32::MAX, f32::min);
        let bottom = points.iter().map(|p| p.y).fold(f32::MIN, f32::max);
        let mut cover = vec![0.0_f32; self.width as usize];
        for y in span(top, bottom - top, self.height) {
            cover.fill(0.0);
            for level in 0..LEVELS {
                let height = y as f32 + (level as f32 + 0.5) / LEVELS as f32;
                for pair in crossings(points, height).chunks_exact(2) {
                    add_cover(&mut cover, pair[0], pair[1], 1.0 / LEVELS as f32);
                }
            }
            for (x, alpha) in cover.iter().enumerate() {
                if *alpha > 0.0 {
                    self.blend(x as i32, y, rgb, *alpha);
                }
            }
        }
    }

    /// A rectangle whose colour changes from top to bottom.
    pub fn gradient(&mut self, area: Area, top: u32, bottom: u32) {
        for y in span(area.y, area.h, self.height) {
            let share = (y as f32 + 0.5 - area.y) / area.h.max(1.0);
            let colour = mix(top, bottom, share.clamp(0.0, 1.0));
            for x in span(area.x, area.w, self.width) {
                self.blend(x, y, colour, 1.0);
            }
        }
    }

    /// Lays colour over every pixel inside `bounds` as far as `coverage` of its middle says.
    pub fn shape(&mut self, bounds: Area, rgb: u32, coverage: impl Fn(Vec2) -> f32) {
        for y in span(bounds.y, bounds.h, self.height) {
            for x in span(bounds.x, bounds.w, self.width) {
                let alpha = coverage(Vec2::new(x as f32 + 0.5, y as f32 + 0.5));
                if alpha > 0.0 {
                    self.blend(x, y, rgb, alpha);
                }
            }
        }
    }
}

/// The colour between two colours.
pub fn mix(from: u32, to: u32, share: f32) -> u32 {
    channels(from).into_iter().zip(channels(to)).fold(0, |rgb, (a, b)| {
        let level = f32::from(a) + (f32::from(b) - f32::from(a)) * share;
        (rgb << 8) | (level + 0.5) as u32
    })
}

/// Red, green and blue of a hexadecimal colour.
pub fn channels(rgb: u32) -> [u8; 3] {
    [(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8]
}

/// The pixels that a stretch touches, within the canvas.
fn span(start: f32, length: f32, limit: u32) -> Range<i32> {
    let first = start.floor().max(0.0) as i32;
    let last = (start + length).ceil().min(limit as f32) as i32;
    first..last
}

/// Where a level line crosses the outline, from left to right.
fn crossings(points: &[Vec2], height: f32) -> Vec<f32> {
    let ends = points.iter().zip(points.iter().cycle().skip(1));
    let mut found: Vec<f32> =
        ends.filter(|(a, b)| (a.y <= height) != (b.y <= height)).map(|(a, b)| a.x + (height - a.y) / (b.y - a.y) * (b.x - a.x)).collect();
    found.sort_by(f32::total_cmp);
    found
}

fn add_cover(cover: &mut [f32], from: f32, to: f32, weight: f32) {
    let (from, to) = (from.max(0.0), to.min(cover.len() as f32));
    if to <= from {
        return;
    }
    let last = to.ceil() as usize;
    for (x, cell) in cover.iter_mut().enumerate().take(last).skip(from as usize) {
        let overlap = to.min(x as f32 + 1.0) - from.max(x as f32);
        *cell += overlap.clamp(0.0, 1.0) * weight;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn red(canvas: &Canvas, x: u32, y: u32) -> u8 {
        canvas.row(y)[x as usize * 4]
    }

    #[test]
    fn a_rectangle_covers_half_a_pixel_by_half() {
        let mut canvas = Canvas::new(4, 4, 0x000000);
        canvas.rect(Area::new(1.0, 1.0, 1.5, 1.0), 0xFFFFFF);
        assert_eq!((red(&canvas, 0, 1), red(&canvas, 1, 1)), (0, 255));
        assert_eq!(red(&canvas, 2, 1), 128);
    }

    #[test]
    fn a_polygon_fills_its_inside_and_nothing_else() {
        let mut canvas = Canvas::new(8, 8, 0x000000);
        let square = Area::new(2.0, 2.0, 4.0, 4.0);
        let corners = square.points([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
        canvas.polygon(&corners, 0xFFFFFF);
        assert_eq!((red(&canvas, 3, 3), red(&canvas, 1, 3), red(&canvas, 3, 6)), (255, 0, 0));
    }

    #[test]
    fn painting_outside_the_canvas_does_no_harm() {
        let mut canvas = Canvas::new(4, 4, 0x101010);
        canvas.disc(Vec2::new(-50.0, 900.0), 20.0, 0xFFFFFF);
        canvas.line(Vec2::new(-9.0, -9.0), Vec2::new(-2.0, -7.0), 1.0, 0xFFFFFF);
        canvas.polygon(&[], 0xFFFFFF);
        assert!(canvas.into_pixels().iter().all(|byte| [0x10, 255].contains(byte)));
    }

    #[test]
    fn a_colour_mixed_by_nothing_stays_itself() {
        assert_eq!(mix(0xC8342B, 0x1E8F4E, 0.0), 0xC8342B);
        assert_eq!(mix(0xC8342B, 0x1E8F4E, 1.0), 0x1E8F4E);
    }
}
