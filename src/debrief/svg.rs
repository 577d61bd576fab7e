//! Writes a picture as SVG: tenths of a unit, every word made safe for XML, no script, no date. The same picture is the same bytes.

use std::fmt::Write as _;

use super::shape::{Anchor, Colour, Pencil, Picture, Shape, Spot};
use crate::diag::Lang;
use crate::graph::{FONTS, escape};

/// Writes a picture; it can stand alone or inside a page.
pub fn svg(picture: &Picture, lang: Lang) -> String {
    let (width, height) = (number(picture.width), number(picture.height));
    let lang = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         lang=\"{lang}\" font-family=\"{FONTS}\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        escape(&picture.title),
        rgb(picture.ground)
    );
    for shape in &picture.shapes {
        draw(shape, &mut out);
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

/// Tenths are fine enough for a pixel.
fn number(x: f64) -> String {
    let tenths = libm::round(x * 10.0) / 10.0;
    // No minus before a nought.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

fn rgb(c: Colour) -> String {
    format!("#{:02X}{:02X}{:02X}", c.0, c.1, c.2)
}

fn opacity(name: &str, c: Colour) -> String {
    if c.3 == 255 { String::new() } else { format!(" {name}=\"{:.2}\"", f64::from(c.3) / 255.0) }
}

fn fill(c: Colour) -> String {
    format!(" fill=\"{}\"{}", rgb(c), opacity("fill-opacity", c))
}

fn stroke(p: Pencil) -> String {
    let dash = p.dash.map(|(on, off)| format!(" stroke-dasharray=\"{} {}\"", number(on), number(off))).unwrap_or_default();
    format!(" stroke=\"{}\" stroke-width=\"{}\"{}{dash}", rgb(p.colour), number(p.width), opacity("stroke-opacity", p.colour))
}

fn points(list: &[Spot]) -> String {
    list.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect::<Vec<_>>().join(" ")
}

fn draw(shape: &Shape, out: &mut String) {
    let edged = |edge: &Option<Pencil>| edge.map(stroke).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = match shape {
        Shape::Line { points: p, pen } => write!(out, "<polyline points=\"{}\" fill=\"none\"{}/>", points(p), stroke(*pen)),
        Shape::Area { points: p, fill: f, edge } => write!(out, "<polygon points=\"{}\"{}{}/>", points(p), fill(*f), edged(edge)),
        Shape::Circle { at, radius, fill: f, edge } => {
            let (x, y, r) = (number(at.0), number(at.1), number(*radius));
            write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}{}/>", fill(*f), edged(edge))
        }
        Shape::Text { at, size, bold, colour, anchor, halo, words } => {
            let weight = if *bold { " font-weight=\"700\"" } else { "" };
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let halo = halo.map(|h| format!("{} paint-order=\"stroke\"", stroke(Pencil::solid(h, size / 5.0)))).unwrap_or_default();
            let (x, y, size) = (number(at.0), number(at.1), number(*size));
            write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{}{halo}>{}</text>", fill(*colour), escape(words))
        }
    };
}
