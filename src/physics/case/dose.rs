//! A gas history and what it does to a person: `dose(...)` in a case file. Ends at the table; the formulas are in `exposure`.
//!
//! Within a step the dose is taken by Simpson's rule between the rows, so a history that is held gives the same dose with any step.

use super::{CaseError, Expect, Table};
use crate::physics::exposure::history::{Between, History, Row};
use crate::physics::exposure::{Air, Clothing, Habits, Person, Posture, SpeedLaw, Variant, person, walking};

/// Most rows of a history, and most steps of a run.
const MOST: usize = 1_000_000;
/// Longest run, s: about 115 days.
const LONGEST_S: f64 = 1e7;
/// Most rows of a table.
const MOST_OUT: f64 = 100_000.0;

/// A gas history for one head, and what is known to come of it.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoseCase {
    /// What it is and where it comes from.
    #[serde(default)]
    pub about: String,
    /// Which sums are shown; the first one is that of the rule of play.
    #[serde(default = "both")]
    pub variants: Vec<Variant>,
    /// Step, s.
    #[serde(default = "one")]
    pub step_s: f64,
    /// A row of the table every so many seconds; the last moment always gets one.
    #[serde(default = "one", alias = "output_every")]
    pub output_every_s: f64,
    /// When it ends, s; the last row's time if not given.
    #[serde(default)]
    pub end_s: Option<f64>,
    /// What happens between the rows.
    #[serde(default)]
    pub between: Between,
    /// The rows, by rising time; the first is at 0 s.
    pub history: Vec<Row>,
    /// What the person wears; for the rule of play.
    #[serde(default)]
    pub clothing: Clothing,
    /// How the person moves.
    #[serde(default)]
    pub posture: Posture,
    /// Speed in clear air, m/s.
    #[serde(default = "walking_speed")]
    pub speed_m_s: f64,
    /// How smoke slows the person down.
    #[serde(default)]
    pub speed_law: SpeedLaw,
    /// Known answers.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

fn both() -> Vec<Variant> {
    vec![Variant::Iso13571PlusO2, Variant::FdsPurser]
}

fn one() -> f64 {
    1.0
}

fn walking_speed() -> f64 {
    walking::CLEAR_AIR_SPEED_M_S.0
}

impl DoseCase {
    fn end(&self) -> f64 {
        self.end_s.unwrap_or_else(|| self.history.last().map_or(0.0, |row| row.time_s))
    }

    /// Everything that makes no sense, all of it at once.
    pub fn check(&self) -> Vec<CaseError> {
        let mut found = Vec::new();
        self.check_settings(&mut found);
        self.check_history(&mut found);
        found
    }

    fn check_settings(&self, found: &mut Vec<CaseError>) {
        let mut wrong = |at: &str, message: String| found.push(CaseError::nonsense(at, message));
        if self.variants.is_empty() {
            wrong("variants", "no sum is named; leave the field out or write for example [iso_13571_plus_o2]".to_owned());
        }
        if (1..self.variants.len()).any(|n| self.variants[..n].contains(&self.variants[n])) {
            wrong("variants", "a sum is named twice; name each once".to_owned());
        }
        for (at, seconds) in [("step_s", self.step_s), ("output_every_s", self.output_every_s)] {
            if !(seconds.is_finite() && seconds > 0.0) {
                wrong(at, format!("{seconds} is no length of time; write seconds above 0"));
            }
        }
        if !(self.speed_m_s.is_finite() && (0.0..=10.0).contains(&self.speed_m_s)) {
            wrong("speed_m_s", format!("{} is no human speed; write 0 to 10 m/s", self.speed_m_s));
        }
        let end = self.end();
        if !(end > 0.0 && end <= LONGEST_S) {
            wrong("end_s", format!("the case ends at {end} s; give end_s or a second row, after 0 s and up to {LONGEST_S} s"));
        } else if self.step_s > 0.0 && end / self.step_s > 1e6 {
            wrong("step_s", format!("{end} s in steps of {} s are more than a million steps; make the step longer", self.step_s));
        }
        if self.output_every_s > 0.0 && end / self.output_every_s > MOST_OUT {
            wrong("output_every_s", format!("more than {MOST_OUT} rows would be written; make it longer"));
        }
    }

    fn check_history(&self, found: &mut Vec<CaseError>) {
        let mut wrong = |at: String, message: String| found.push(CaseError::nonsense(at, message));
        if self.history.len() > MOST {
            wrong("history".to_owned(), format!("{} rows are more than a million; leave some out", self.history.len()));
            return;
        }
        match self.history.first() {
            None => wrong("history".to_owned(), "there is no row; begin with (time_s: 0)".to_owned()),
            Some(row) if row.time_s != 0.0 => {
                wrong("history[0]".to_owned(), format!("the first row is at {} s; begin with time_s: 0", row.time_s));
            }
            Some(_) => {}
        }
        let mut air = Air::CLEAN;
        for (n, row) in self.history.iter().enumerate() {
            let at = format!("history[{n}]");
            if !row.time_s.is_finite() || (n > 0 && row.time_s <= self.history[n - 1].time_s) {
                wrong(at.clone(), format!("time_s {} is not after the row before; put the rows in order of time", row.time_s));
            }
            for (name, value, most) in row.written() {
                if !(value.is_finite() && (0.0..=most).contains(&value)) {
                    wrong(format!("{at}.{name}"), format!("{value} cannot be; write 0 to {most}"));
                }
            }
            if let Some(t) = row.temperature_c
                && !(t.is_finite() && (-100.0..=3000.0).contains(&t))
            {
                wrong(format!("{at}.temperature_c"), format!("{t} cannot be; write -100 to 3000 °C"));
            }
            air = row.air(&air);
            let sum = air.sum_percent();
            if sum > 100.0 + 1e-6 {
                wrong(at, format!("all gases together are {sum:.3} %, more than there is air; o2 and co2 are percent, the others ppm"));
            }
        }
    }

    /// Runs the case. The first complaint of [`Self::check`] comes back where there is one.
    pub fn run(&self) -> Result<Table, CaseError> {
        if let Some(error) = self.check().into_iter().next() {
            return Err(error);
        }
        let history = History::new(&self.history, self.between);
        let habits = Habits { clothing: self.clothing, posture: self.posture, speed_m_s: self.speed_m_s, speed_law: self.speed_law };
        let mut person = Person::new(&self.variants, habits);
        let mut table = Table::new(person::columns(&self.variants));
        table.push(0.0, &person.row(&history.at(0.0)));
        let mut reached = vec![None; person.watched().len()];
        let end = self.end();
        let near = self.step_s.min(self.output_every_s).min(end) * 1e-9;
        let (mut step, mut written) = (0_u32, 1_u32);
        let mut time = 0.0;
        while time < end {
            step += 1;
            let mut next = f64::from(step) * self.step_s;
            if next > end - near {
                next = end;
            }
            while time < next {
                let until = history.next_change(time).map_or(next, |change| change.min(next));
                let before = person.watched();
                breathe(&mut person, &history, time, until);
                note(&mut reached, &before, &person.watched(), time, until);
                time = until;
            }
            if time >= f64::from(written) * self.output_every_s - near || time >= end {
                table.push(time, &person.row(&history.at(time)));
                while f64::from(written) * self.output_every_s - near <= time {
                    written += 1;
                }
            }
        }
        for (name, time) in person::watched_names(&self.variants).iter().zip(reached) {
            if let Some(time) = time {
                table.fact(name, time);
            }
        }
        Ok(table)
    }
}

/// One stretch without a row inside, by Simpson's rule.
fn breathe(person: &mut Person, history: &History, from: f64, to: f64) {
    let seconds = to - from;
    for (at, share) in [(from, 1.0 / 6.0), ((from + to) / 2.0, 4.0 / 6.0), (to, 1.0 / 6.0)] {
        person.step(&history.within(from, at), seconds * share);
    }
}

/// Notes the moment at which a watched value reaches its level, in a straight line over the stretch.
fn note(reached: &mut [Option<f64>], before: &[(f64, f64)], after: &[(f64, f64)], from: f64, to: f64) {
    for ((slot, (old, level)), (new, _)) in reached.iter_mut().zip(before).zip(after) {
        if slot.is_none() && new >= level && new > old {
            *slot = Some(from + (to - from) * (level - old) / (new - old));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::judge;
    use super::super::sample::written;
    use super::*;
    use proptest::prelude::*;

    fn case(text: &str) -> DoseCase {
        written(text)
    }

    #[test]
    fn a_thousand_ppm_of_carbon_monoxide_fell_one_after_thirty_five_minutes() {
        let table = case("(step_s: 7, end_s: 2400, history: [(time_s: 0, co: 1000)])").run().expect("sound");
        let fact = |name: &str| table.facts.iter().find(|f| f.0 == name).map(|f| f.1);
        assert!((fact("time_to_fed_1.0_iso_s").expect("reached") - 2100.0).abs() < 1e-6);
        assert!((fact("time_to_fed_0.3_iso_s").expect("reached") - 630.0).abs() < 1e-6);
        assert_eq!(fact("time_to_heat_total_clothed_1.0_s"), None);
    }

    #[test]
    fn a_rising_gas_gives_half_the_dose_of_its_end() {
        let table = case("(between: line, step_s: 30, history: [(time_s: 0), (time_s: 600, co: 2000)])").run().expect("sound");
        let last = table.rows.last().expect("rows")[table.column("fed_total_iso").expect("column")];
        assert!((last - 10.0 * 1000.0 / 35_000.0).abs() < 1e-12);
    }

    #[test]
    fn a_row_between_two_steps_counts_from_its_own_time() {
        let table = case("(step_s: 10, end_s: 20, history: [(time_s: 0), (time_s: 3, co: 6000)])").run().expect("sound");
        let last = table.rows.last().expect("rows")[table.column("fed_co_iso").expect("column")];
        assert!((last - 17.0 / 60.0 * 6000.0 / 35_000.0).abs() < 1e-12);
    }

    #[test]
    fn all_nonsense_is_told_at_once() {
        let found = case(
            "(variants: [], step_s: 0, output_every_s: -1, end_s: -5, speed_m_s: 40,
              history: [(time_s: 1, o2: 90, co2: 20), (time_s: 1, co: -3, temperature_c: 9999)])",
        )
        .check();
        let places: Vec<String> = found.iter().map(|e| e.to_string().split(':').next().unwrap_or_default().to_owned()).collect();
        let expected = [
            "variants",
            "step_s",
            "output_every_s",
            "speed_m_s",
            "end_s",
            "history[0]",
            "history[0]",
            "history[1]",
            "history[1].co",
            "history[1].temperature_c",
            "history[1]",
        ];
        assert_eq!(places, expected);
        assert!(case("(history: [])").run().is_err());
        assert!(case("(step_s: 1e300, output_every_s: 1e300, end_s: 1e308, history: [(time_s: 0)])").run().is_err());
        assert!(case("(step_s: 1e-9, end_s: 1e9, history: [(time_s: 0)])").run().is_err());
    }

    #[test]
    fn a_step_longer_than_the_case_is_one_step() {
        let last = |step: &str| {
            let table = case(&format!("(step_s: {step}, output_every_s: {step}, end_s: 60, history: [(time_s: 0, co: 3500)])"))
                .run()
                .expect("sound");
            (table.rows.len(), table.rows.last().expect("rows")[table.column("fed_total_iso").expect("column")])
        };
        assert_eq!(last("1e300").0, 2);
        assert!((last("1e300").1 - 0.1).abs() < 1e-12 && (last("0.7").1 - 0.1).abs() < 1e-12);
    }

    #[test]
    fn an_expectation_on_a_column_and_on_a_fact_is_judged() {
        let case = case(
            "(step_s: 1, end_s: 3000, history: [(time_s: 0, co: 1000)], expect: [
                (of: \"fed_total_iso\", when: at(1050), value: 0.5, rel: 1e-9),
                (of: \"time_to_fed_1.0_iso_s\", value: 2100, rel: 1e-9),
                (of: \"time_to_fed_1.0_fds_s\", value: 9, rel: 1e-3)])",
        );
        let verdicts = judge(&case.run().expect("sound"), &case.expect);
        assert_eq!(verdicts.iter().map(|v| v.met).collect::<Vec<_>>(), [true, true, false]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn the_step_does_not_change_the_dose_of_a_held_history(
            step in 0.05..60.0_f64,
            rows in prop::collection::vec((0.1..40.0_f64, 0.0..5000.0_f64, 10.0..21.0_f64, 20.0..200.0_f64), 1..5),
        ) {
            let mut time = 0.0;
            let mut text = String::from("history: [");
            for (gap, co, o2, t) in rows {
                text += &format!("(time_s: {time}, co: {co}, o2: {o2}, temperature_c: {t}),");
                time += gap;
            }
            let run = |step: f64| case(&format!("(step_s: {step}, end_s: {time}, output_every_s: 1000, {text}])")).run().expect("sound");
            let (a, b) = (run(step), run(1.0));
            let last = |t: &Table| t.rows.last().expect("rows").clone();
            // doses and facts; the speed and the game follow from them
            for n in 0..24 {
                let (x, y) = (last(&a)[n], last(&b)[n]);
                prop_assert!((x - y).abs() <= 1e-9 * x.abs().max(1e-9), "column {}", a.columns[n].name);
            }
        }

        #[test]
        fn any_finite_history_that_passes_gives_a_finite_table(x in prop::array::uniform8(0.0..1e6_f64), q in 0.0..1e4_f64, k in 0.0..1e4_f64) {
            let text = format!(
                "(end_s: 5, history: [(time_s: 0, o2: 0, co2: 0, co: {}, hcn: {}, no: {}, no2: {}, hcl: {}, hbr: {}, acrolein: {}, hcho: {}, \
                 temperature_c: 3000, radiant_kw_m2: {q}, extinction_1_m: {k})])",
                x[0], x[1] / 8.0, x[2] / 8.0, x[3] / 8.0, x[4] / 8.0, x[5] / 8.0, x[6] / 8.0, x[7] / 8.0
            );
            if let Ok(table) = case(&text).run() {
                prop_assert!(table.rows.iter().flatten().all(|v| v.is_finite()));
            }
        }
    }
}
