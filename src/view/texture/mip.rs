//! Smaller copies of a texture, so that floors far away do not sparkle.
//!
//! Averaged in linear light: averaging the stored sRGB numbers would darken fine detail with distance.

/// How many levels a texture of this size has, down to one texel.
pub fn mip_levels(width: u32, height: u32) -> u32 {
    width.max(height).max(1).ilog2() + 1
}

/// All levels of an RGBA8 sRGB image, one after another, the largest first. Of an odd side, a level leaves out the last line.
pub fn mip_chain(base: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    let table = linear_table();
    let (mut width, mut height) = (width as usize, height as usize);
    let mut chain = base;
    // A third more than the largest level; asked for once, since growing by doubling would take twice of what is needed.
    chain.reserve_exact(chain.len() / 3 + 64);
    let mut from = 0;
    while width > 1 || height > 1 {
        let level = halve(&chain[from..], width, height, &table);
        from = chain.len();
        chain.extend_from_slice(&level);
        (width, height) = ((width / 2).max(1), (height / 2).max(1));
    }
    chain
}

fn halve(level: &[u8], width: usize, height: usize, table: &[f32; 256]) -> Vec<u8> {
    let (half_width, half_height) = ((width / 2).max(1), (height / 2).max(1));
    let mut out = Vec::with_capacity(half_width * half_height * 4);
    // Where a side is already one texel, that texel stands for its neighbour too.
    let (right, below) = (usize::from(width > 1), usize::from(height > 1));
    for y in 0..half_height {
        for x in 0..half_width {
            let at = |dx: usize, dy: usize| (((1 + below) * y + dy) * width + (1 + right) * x + dx) * 4;
            let four = [at(0, 0), at(right, 0), at(0, below), at(right, below)];
            for channel in 0..3 {
                let sum: f32 = four.iter().map(|at| table[usize::from(level[at + channel])]).sum();
                out.push(encode(sum * 0.25));
            }
            let alpha: u32 = four.iter().map(|at| u32::from(level[at + 3])).sum();
            out.push(((alpha + 2) / 4) as u8);
        }
    }
    out
}

fn linear_table() -> [f32; 256] {
    std::array::from_fn(|i| {
        let s = i as f32 / 255.0;
        if s <= 0.04045 { s / 12.92 } else { ((s + 0.055) / 1.055).powf(2.4) }
    })
}

fn encode(linear: f32) -> u8 {
    let s = if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    (s * 255.0 + 0.5) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_holds_every_level_down_to_one_texel() {
        let base = vec![200_u8; 8 * 8 * 4];
        let chain = mip_chain(base, 8, 8);
        assert_eq!(mip_levels(8, 8), 4);
        assert_eq!(chain.len(), (64 + 16 + 4 + 1) * 4);
    }

    #[test]
    fn odd_sides_are_halved_downwards_as_the_card_does() {
        let chain = mip_chain([10_u8, 20, 30, 255].repeat(8 * 5), 8, 5);
        assert_eq!(chain.len(), (40 + 4 * 2 + 2 + 1) * 4);
        assert_eq!(chain[chain.len() - 4..], [10, 20, 30, 255]);
    }

    #[test]
    fn a_flat_picture_goes_down_to_one_texel_too() {
        let chain = mip_chain([10_u8, 20, 30, 255].repeat(8 * 2), 8, 2);
        assert_eq!(mip_levels(8, 2), 4);
        assert_eq!(chain.len(), (16 + 4 + 2 + 1) * 4);
        assert_eq!(chain[chain.len() - 4..], [10, 20, 30, 255]);
    }

    #[test]
    fn an_even_colour_keeps_its_value_at_every_level() {
        let base: Vec<u8> = [31_u8, 128, 250, 255].repeat(16 * 16);
        for texel in mip_chain(base, 16, 16).chunks_exact(4) {
            for (got, wanted) in texel.iter().zip([31_u8, 128, 250, 255]) {
                assert!(got.abs_diff(wanted) <= 1, "{texel:?}");
            }
        }
    }

    #[test]
    fn black_and_white_average_to_half_the_light() {
        let base = [[0_u8, 0, 0, 255], [255, 255, 255, 255], [255, 255, 255, 255], [0, 0, 0, 255]];
        let chain = mip_chain(base.as_flattened().to_vec(), 2, 2);
        assert!(chain[16].abs_diff(188) <= 1, "{}", chain[16]);
    }
}
