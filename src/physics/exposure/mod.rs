//! What smoke and heat do to a person: what the head is in, what that adds up to, how far one sees and how fast one goes.
//!
//! Numbers in, numbers out. Where the air comes from is the fire's affair; where the head is, the walker's. Formulas of
//! standards and of the field are kept apart from rules of play: [`mod@impairment`] is the one file that holds rules of play.

pub mod dose;
pub mod fed;
pub mod gas;
pub mod head;
pub mod heat;
pub mod history;
pub mod impairment;
pub mod irritant;
pub mod normal;
pub mod person;
pub mod posture;
pub mod premovement;
pub mod tenability;
pub mod visibility;
pub mod walking;

pub use dose::{FedState, probability_incapacitated};
pub use fed::{FedRate, Variant, fed_rate};
pub use gas::Air;
pub use head::{Layers, air_at};
pub use heat::{Clothing, HeatState, RadiantEnd};
pub use impairment::{Impairment, impairment};
pub use irritant::fic;
pub use person::{Habits, Person};
pub use posture::Posture;
pub use tenability::{Limit, tenability};
pub use walking::SpeedLaw;
