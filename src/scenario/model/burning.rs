//! What may burn by physics, and how fast it grows: the words an author has. The numbers behind them are in `hazard::items`.

/// How fast a fire grows: `Q = α t²`, reaching 1055 kW in 600, 300, 150 or 75 s (NFPA 72, SFPE).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Growth {
    Slow,
    #[default]
    Medium,
    Fast,
    Ultrafast,
}

/// A thing that burns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Item {
    #[default]
    WasteBin,
    Curtain,
    Laptop,
    Mattress,
    Wardrobe,
    EBikeBattery,
}

impl Item {
    /// Whether a hand extinguisher puts it out. A battery in thermal runaway heats itself from within: powder knocks the flames down and they
    /// come back (fire service notices; cells need water for a long time).
    pub fn can_be_put_out(self) -> bool {
        self != Self::EBikeBattery
    }
}

/// The words for a growth.
pub const GROWTHS: &[(&str, Growth)] =
    &[("Slow", Growth::Slow), ("Medium", Growth::Medium), ("Fast", Growth::Fast), ("Ultrafast", Growth::Ultrafast)];

/// The words for an item.
pub const ITEMS: &[(&str, Item)] = &[
    ("WasteBin", Item::WasteBin),
    ("Curtain", Item::Curtain),
    ("Laptop", Item::Laptop),
    ("Mattress", Item::Mattress),
    ("Wardrobe", Item::Wardrobe),
    ("EBikeBattery", Item::EBikeBattery),
];
