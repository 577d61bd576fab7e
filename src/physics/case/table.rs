//! What a case gives: named columns with units, a row for every moment asked for. Ends where the CSV begins to be a file.

/// A column's name carries its unit: `corridor.layer_height_m`, `fed_gas`, `theta_rad`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// ASCII, without spaces: `WHERE.QUANTITY_UNIT`.
    pub name: String,
    /// What it is, in a few English words, for `--help`-like listings and the validation page.
    pub about: String,
}

/// Moments in rows; the first column is always `time_s`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Names.
    pub columns: Vec<Column>,
    /// One value a column.
    pub rows: Vec<Vec<f64>>,
    /// Single results that are no history: `overturns`, `pga_m_s2`, `intensity`.
    pub facts: Vec<(String, f64)>,
}

impl Table {
    /// An empty table; `time_s` is added as the first column.
    pub fn new(columns: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut all = vec![Column { name: "time_s".to_owned(), about: "time since the case began".to_owned() }];
        all.extend(columns.into_iter().map(|(name, about)| Column { name, about }));
        Self { columns: all, ..Self::default() }
    }

    /// Adds one moment: the time and a value for every other column.
    ///
    /// # Panics
    /// When the number of values is not the number of columns: that is a mistake of the code.
    pub fn push(&mut self, time: f64, values: &[f64]) {
        assert_eq!(values.len() + 1, self.columns.len(), "a value for each column");
        let mut row = Vec::with_capacity(values.len() + 1);
        row.push(time);
        row.extend_from_slice(values);
        self.rows.push(row);
    }

    /// Adds a single result.
    pub fn fact(&mut self, name: &str, value: f64) {
        self.facts.push((name.to_owned(), value));
    }

    /// A single result.
    pub fn told(&self, name: &str) -> Option<f64> {
        self.facts.iter().find(|(n, _)| n == name).map(|(_, value)| *value)
    }

    /// The position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// Nine significant digits: more than any model is worth, and the same text on every machine.
    pub fn number(value: f64) -> String {
        if value == 0.0 {
            return "0".to_owned();
        }
        format!("{value:.8e}").parse::<f64>().map_or_else(|_| value.to_string(), |v| v.to_string())
    }
}
