//! stub
use super::PropKind;
pub(super) const KINDS: &[PropKind] = &[];
