//! A value over time as straight lines between points: openings, fans, heat release. Ends before what the value does.

/// Points of time, s, and value; flat before the first and after the last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve(pub Vec<(f64, f64)>);

impl Curve {
    /// The same value for ever.
    pub fn constant(value: f64) -> Self {
        Self(vec![(0.0, value)])
    }

    /// The value at a time. No points: 0. Two points at one time are a step, and the later one holds from then on.
    pub fn at(&self, time: f64) -> f64 {
        let points = &self.0;
        let after = points.partition_point(|p| p.0 <= time);
        if after == 0 {
            return points.first().map_or(0.0, |p| p.1);
        }
        let a = points[after - 1];
        let Some(b) = points.get(after) else { return a.1 };
        a.1 + (b.1 - a.1) * (time - a.0) / (b.0 - a.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_flat_outside_and_straight_inside() {
        let c = Curve(vec![(1.0, 0.0), (2.0, 10.0), (2.0, 4.0), (3.0, 6.0)]);
        assert_eq!([c.at(0.0), c.at(1.5), c.at(2.0), c.at(2.5), c.at(9.0)], [0.0, 5.0, 4.0, 5.0, 6.0]);
    }
}
