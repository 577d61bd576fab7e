//! How a person looks: measures, hair, clothes and colours.
//!
//! Who wears what is in `cast`; turning a look into triangles is `dress`'s business.

/// How hair is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hair {
    /// To the jaw, with a fringe.
    Bob,
    /// Tied high behind the head.
    Ponytail,
    /// Short at the sides, longer on top.
    Short,
    /// Short with a fringe over the forehead.
    Fringe,
    /// A few millimetres all over.
    Buzz,
    /// Tied into a knot.
    Bun,
    /// Falling on the shoulders.
    Long,
    /// Parted on the left and combed over.
    SidePart,
}

impl Hair {
    /// All eight.
    pub const ALL: [Self; 8] = [Self::Bob, Self::Ponytail, Self::Short, Self::Fringe, Self::Buzz, Self::Bun, Self::Long, Self::SidePart];
}

/// What is worn on the upper body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Top {
    /// With a hood, cords and a front pocket.
    Hoodie,
    /// Tracksuit jacket with a zip and stripes along the sleeves.
    Sportswear,
    /// Quilted, wide, with a standing collar.
    DownJacket,
    /// Buttoned pyjamas.
    Pyjamas,
    /// Short sleeves.
    TShirt,
    /// A teacher's knitted jacket over a shirt.
    Cardigan,
    /// Police shirt: light blue, epaulettes, badge.
    PoliceShirt,
    /// Firefighter's suit with reflective stripes.
    FireSuit,
    /// A doctor's white coat.
    WhiteCoat,
    /// A red duty vest over a pullover, with an armband.
    Vest,
}

/// What is worn on the legs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bottom {
    /// Denim, turned up at the ankle.
    Jeans,
    /// Tracksuit trousers with a side stripe.
    Sports,
    /// Straight cloth trousers.
    Trousers,
    /// Wide, soft.
    Pyjamas,
    /// A firefighter's, with reflective stripes.
    FireTrousers,
}

/// What is worn on the feet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shoes {
    /// Coloured, with a white sole.
    Trainers,
    /// Dark, with a heel.
    Leather,
    /// High and heavy.
    Boots,
    /// Open at the back.
    Slippers,
}

/// What is worn on the head, over the hair or the mouth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headgear {
    /// Nothing.
    None,
    /// A police officer's peaked cap.
    PoliceCap,
    /// A firefighter's helmet.
    Helmet,
    /// A surgical mask.
    Mask,
}

/// Everything about a person that can be seen from outside. Colours are sRGB.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Metres, 1.55 to 1.85.
    pub height: f32,
    /// 0 slim .. 1 sturdy.
    pub build: f32,
    /// Colour of the skin.
    pub skin: u32,
    /// How the hair is worn.
    pub hair: Hair,
    /// Its colour.
    pub hair_rgb: u32,
    /// What is worn on the upper body.
    pub top: Top,
    /// Its main colour.
    pub top_rgb: u32,
    /// Its second colour: stripes, cords, buttons, a print.
    pub accent_rgb: u32,
    /// What is worn on the legs.
    pub bottom: Bottom,
    /// Its colour.
    pub bottom_rgb: u32,
    /// What is worn on the feet.
    pub shoes: Shoes,
    /// Its colour.
    pub shoes_rgb: u32,
    /// Whether the person wears glasses.
    pub glasses: bool,
    /// What is worn on the head.
    pub headgear: Headgear,
}
