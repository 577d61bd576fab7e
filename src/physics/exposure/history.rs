//! What a head was in over time, as rows of a file: held or in straight lines between them. Ends where a dose is taken of it.

use super::Air;

/// What happens between two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Between {
    /// The earlier row holds until the next one.
    #[default]
    Hold,
    /// Straight lines from row to row.
    Line,
}

/// One row. A quantity that is not written keeps the value of the row before; in the first row it is that of clean air.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Since the beginning, s.
    pub time_s: f64,
    /// Oxygen, percent by volume.
    #[serde(default)]
    pub o2: Option<f64>,
    /// Carbon dioxide, percent by volume.
    #[serde(default)]
    pub co2: Option<f64>,
    /// Carbon monoxide, ppm.
    #[serde(default)]
    pub co: Option<f64>,
    /// Hydrogen cyanide, ppm.
    #[serde(default)]
    pub hcn: Option<f64>,
    /// Nitric oxide, ppm.
    #[serde(default)]
    pub no: Option<f64>,
    /// Nitrogen dioxide, ppm.
    #[serde(default)]
    pub no2: Option<f64>,
    /// Hydrogen chloride, ppm.
    #[serde(default)]
    pub hcl: Option<f64>,
    /// Hydrogen bromide, ppm.
    #[serde(default)]
    pub hbr: Option<f64>,
    /// Hydrogen fluoride, ppm.
    #[serde(default)]
    pub hf: Option<f64>,
    /// Sulfur dioxide, ppm.
    #[serde(default)]
    pub so2: Option<f64>,
    /// Acrolein, ppm.
    #[serde(default)]
    pub acrolein: Option<f64>,
    /// Formaldehyde, ppm.
    #[serde(default)]
    pub hcho: Option<f64>,
    /// Gas temperature, °C.
    #[serde(default)]
    pub temperature_c: Option<f64>,
    /// Extinction coefficient K, 1/m.
    #[serde(default)]
    pub extinction_1_m: Option<f64>,
    /// Radiant heat, kW/m².
    #[serde(default)]
    pub radiant_kw_m2: Option<f64>,
}

impl Row {
    /// The air of this row; what is not written comes from the row before.
    pub fn air(&self, before: &Air) -> Air {
        Air {
            o2_percent: self.o2.unwrap_or(before.o2_percent),
            co2_percent: self.co2.unwrap_or(before.co2_percent),
            co_ppm: self.co.unwrap_or(before.co_ppm),
            hcn_ppm: self.hcn.unwrap_or(before.hcn_ppm),
            no_ppm: self.no.unwrap_or(before.no_ppm),
            no2_ppm: self.no2.unwrap_or(before.no2_ppm),
            hcl_ppm: self.hcl.unwrap_or(before.hcl_ppm),
            hbr_ppm: self.hbr.unwrap_or(before.hbr_ppm),
            hf_ppm: self.hf.unwrap_or(before.hf_ppm),
            so2_ppm: self.so2.unwrap_or(before.so2_ppm),
            acrolein_ppm: self.acrolein.unwrap_or(before.acrolein_ppm),
            hcho_ppm: self.hcho.unwrap_or(before.hcho_ppm),
            temperature_c: self.temperature_c.unwrap_or(before.temperature_c),
            extinction_1_m: self.extinction_1_m.unwrap_or(before.extinction_1_m),
            radiant_kw_m2: self.radiant_kw_m2.unwrap_or(before.radiant_kw_m2),
        }
    }

    /// What is written, with its name and the greatest value that can be, for checking. Gases in percent or ppm.
    pub fn written(&self) -> impl Iterator<Item = (&'static str, f64, f64)> {
        let ppm = 1e6;
        [
            ("o2", self.o2, 100.0),
            ("co2", self.co2, 100.0),
            ("co", self.co, ppm),
            ("hcn", self.hcn, ppm),
            ("no", self.no, ppm),
            ("no2", self.no2, ppm),
            ("hcl", self.hcl, ppm),
            ("hbr", self.hbr, ppm),
            ("hf", self.hf, ppm),
            ("so2", self.so2, ppm),
            ("acrolein", self.acrolein, ppm),
            ("hcho", self.hcho, ppm),
            ("extinction_1_m", self.extinction_1_m, 1e4),
            ("radiant_kw_m2", self.radiant_kw_m2, 1e4),
        ]
        .into_iter()
        .filter_map(|(name, value, most)| value.map(|value| (name, value, most)))
    }
}

/// Rows made ready to be asked for the air at a time, with times that only go forward.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    between: Between,
    rows: Vec<(f64, Air)>,
}

impl History {
    /// Rows by rising time; at least one.
    pub fn new(rows: &[Row], between: Between) -> Self {
        let mut before = Air::CLEAN;
        let rows = rows
            .iter()
            .map(|row| {
                before = row.air(&before);
                (row.time_s, before)
            })
            .collect();
        Self { between, rows }
    }

    /// The first row's time after `time`, s, if there is one.
    pub fn next_change(&self, time: f64) -> Option<f64> {
        let after = self.rows.partition_point(|row| row.0 <= time);
        self.rows.get(after).map(|row| row.0)
    }

    /// The air at a time between rows, or at one: a row's own air counts from its time on. After the last row it stays.
    pub fn at(&self, time: f64) -> Air {
        let after = self.rows.partition_point(|row| row.0 <= time);
        let Some(now) = self.rows.get(after.saturating_sub(1)) else { return Air::CLEAN };
        self.between_rows(now, self.rows.get(after), time)
    }

    /// The air of the stretch that begins at `begin`, at a time in it up to and with its end: what is there just before a row changes it.
    pub fn within(&self, begin: f64, time: f64) -> Air {
        let after = self.rows.partition_point(|row| row.0 <= begin);
        let Some(now) = self.rows.get(after.saturating_sub(1)) else { return Air::CLEAN };
        self.between_rows(now, self.rows.get(after), time)
    }

    fn between_rows(&self, now: &(f64, Air), next: Option<&(f64, Air)>, time: f64) -> Air {
        match (self.between, next) {
            (Between::Line, Some(next)) if next.0 > now.0 => now.1.mixed(&next.1, (time - now.0) / (next.0 - now.0)),
            _ => now.1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        vec![
            Row { time_s: 0.0, co: Some(100.0), ..Row::default() },
            Row { time_s: 10.0, co: Some(300.0), o2: Some(18.0), ..Row::default() },
            Row { time_s: 20.0, o2: Some(16.0), ..Row::default() },
        ]
    }

    #[test]
    fn held_rows_change_at_once_and_lined_rows_in_between() {
        let (held, lined) = (History::new(&rows(), Between::Hold), History::new(&rows(), Between::Line));
        assert_eq!((held.at(9.999).co_ppm, held.at(10.0).co_ppm), (100.0, 300.0));
        assert_eq!(lined.at(5.0).co_ppm, 200.0);
        assert_eq!((held.within(0.0, 10.0).co_ppm, held.next_change(0.0), held.next_change(20.0)), (100.0, Some(10.0), None));
    }

    #[test]
    fn what_a_row_does_not_say_stays_as_it_was() {
        let held = History::new(&rows(), Between::Hold);
        assert_eq!((held.at(0.0).o2_percent, held.at(25.0).co_ppm, held.at(1e9).o2_percent), (20.9, 300.0, 16.0));
    }
}
