//! Known answers: what a case should give, how far off it may be, who says so, and whether it did.

use super::Table;

/// When, or over what, a column is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// At a time, s; straight lines between rows.
    At(f64),
    /// The mean of the rows between two times, s, both included.
    Mean(f64, f64),
    /// The greatest value of any row.
    Max,
    /// The least value of any row.
    Min,
    /// The last row.
    #[default]
    Last,
    /// The first time the column is at or above a value, s; straight lines between rows.
    Reaches(f64),
}

/// One known answer.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// Column or fact.
    pub of: String,
    /// When; not asked of a fact.
    #[serde(default)]
    pub when: When,
    /// The answer.
    pub value: f64,
    /// Allowed error relative to the answer.
    #[serde(default)]
    pub rel: f64,
    /// Allowed error in the column's unit; the larger of the two counts.
    #[serde(default)]
    pub abs: f64,
    /// Who says so.
    #[serde(default)]
    pub source: String,
    /// Why this answer is not met, where that is known and accepted. It is reported as a miss all the same.
    #[serde(default)]
    pub misses: Option<String>,
}

/// What came of an expectation.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// What was expected.
    pub expect: Expect,
    /// What came out; `None` = there is no such column, fact or time.
    pub got: Option<f64>,
    /// Whether it lies within the tolerance.
    pub met: bool,
}

fn looked_at(table: &Table, of: &str, when: When) -> Option<f64> {
    if let Some(value) = table.told(of) {
        return Some(value);
    }
    let n = table.column(of)?;
    let values = || table.rows.iter().map(|row| row[n]);
    match when {
        When::At(time) => {
            let after = table.rows.iter().position(|row| row[0] >= time - 1e-9)?;
            let (a, b) = (&table.rows[after.saturating_sub(1)], &table.rows[after]);
            let t = if b[0] > a[0] { ((time - a[0]) / (b[0] - a[0])).clamp(0.0, 1.0) } else { 1.0 };
            Some(a[n] + (b[n] - a[n]) * t)
        }
        When::Mean(from, to) => {
            let inside: Vec<f64> = table.rows.iter().filter(|r| r[0] >= from - 1e-9 && r[0] <= to + 1e-9).map(|r| r[n]).collect();
            #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
            let count = inside.len() as f64;
            (!inside.is_empty()).then(|| inside.iter().sum::<f64>() / count)
        }
        When::Max => values().reduce(f64::max),
        When::Min => values().reduce(f64::min),
        When::Last => values().next_back(),
        When::Reaches(level) => {
            let after = table.rows.iter().position(|row| row[n] >= level)?;
            let (a, b) = (&table.rows[after.saturating_sub(1)], &table.rows[after]);
            let t = if b[n] > a[n] { ((level - a[n]) / (b[n] - a[n])).clamp(0.0, 1.0) } else { 1.0 };
            Some(a[0] + (b[0] - a[0]) * t)
        }
    }
}

/// Holds a table against what was expected of it.
pub fn judge(table: &Table, expected: &[Expect]) -> Vec<Verdict> {
    let verdict = |expect: &Expect| {
        let got = looked_at(table, &expect.of, expect.when);
        let allowed = (expect.rel * expect.value.abs()).max(expect.abs);
        let met = got.is_some_and(|got| (got - expect.value).abs() <= allowed);
        Verdict { expect: expect.clone(), got, met }
    };
    expected.iter().map(verdict).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp() -> Table {
        let mut table = Table::new([("x_m".to_owned(), "a ramp".to_owned())]);
        for n in 0..=10 {
            table.push(f64::from(n), &[f64::from(n) * 2.0]);
        }
        table
    }

    #[test]
    fn a_column_is_looked_at_in_every_way_that_can_be_asked() {
        let table = ramp();
        assert_eq!(looked_at(&table, "x_m", When::At(2.5)), Some(5.0));
        assert_eq!(looked_at(&table, "x_m", When::Mean(2.0, 4.0)), Some(6.0));
        assert_eq!(looked_at(&table, "x_m", When::Max), Some(20.0));
        assert_eq!(looked_at(&table, "x_m", When::Last), Some(20.0));
        assert_eq!(looked_at(&table, "x_m", When::Reaches(7.0)), Some(3.5));
        assert_eq!(looked_at(&table, "x_m", When::At(11.0)), None);
        assert_eq!(looked_at(&table, "y_m", When::Last), None);
    }

    #[test]
    fn the_larger_tolerance_counts_and_a_missing_column_is_a_miss() {
        let expect = |of: &str, abs| Expect {
            of: of.to_owned(),
            when: When::Last,
            value: 19.0,
            rel: 0.01,
            abs,
            source: String::new(),
            misses: None,
        };
        let verdicts = judge(&ramp(), &[expect("x_m", 0.0), expect("x_m", 1.0), expect("y_m", 9.0)]);
        assert_eq!(verdicts.iter().map(|v| v.met).collect::<Vec<_>>(), [false, true, false]);
    }
}
