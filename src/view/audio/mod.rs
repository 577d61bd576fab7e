//! Everything that is heard; the sounds themselves are computed in [`synth`], never recorded.

pub mod synth;
