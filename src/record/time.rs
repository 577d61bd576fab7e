//! Moments as people and programs write them: 北京时间 in sheets and filters, UTC in JSON.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// A day in 北京时间.
pub type Day = Date;

/// China has one time zone and no summer time.
const BEIJING: Offset = Offset::constant(8);

fn civil(ms: i64) -> Option<DateTime> {
    Timestamp::from_millisecond(ms).ok().map(|at| BEIJING.to_datetime(at))
}

/// `YYYY-MM-DD HH:MM:SS` in 北京时间; empty for a moment outside the calendar. `ms` counts from 1970, UTC.
pub fn beijing(ms: i64) -> String {
    civil(ms).map_or_else(String::new, |t| {
        format!("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", t.year(), t.month(), t.day(), t.hour(), t.minute(), t.second())
    })
}

/// Seconds since 1970 on a clock that shows 北京时间: what a sheet's date cell is made from.
pub fn beijing_seconds(ms: i64) -> i64 {
    ms.div_euclid(1000) + 8 * 3600
}

/// RFC 3339 in UTC with milliseconds, `2026-11-23T06:00:00.000Z`; empty for a moment outside the calendar.
pub fn utc(ms: i64) -> String {
    Timestamp::from_millisecond(ms).map_or_else(|_| String::new(), |at| format!("{at:.3}"))
}

/// The moment (ms since 1970, UTC) at which a day begins in 北京时间.
pub fn day_start_ms(day: Day) -> i64 {
    let edge = if day.year() > 0 { i64::MAX } else { i64::MIN };
    BEIJING.to_timestamp(day.at(0, 0, 0, 0)).map_or(edge, |at| at.as_millisecond())
}

/// Reads a day as people type it: `2026-09-01`, `2026/9/1`, `2026.9.1`, `2026年9月1日`.
///
/// The error says in both languages how to write it.
pub fn parse_day(text: &str) -> Result<Day, String> {
    let help = || format!("“{text}”不是日期，写成 2026-09-01 not a day: write it as 2026-09-01");
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', '年', '月', '日']).filter(|p| !p.is_empty()).collect();
    let [year, month, day] = parts[..] else { return Err(help()) };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return Err(help()) };
    if !(1970..=9000).contains(&year) {
        return Err(help());
    }
    Date::new(year, month, day).map_err(|_| help())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_in_beijing_is_four_in_the_afternoon_in_utc() {
        let day = parse_day("2026-11-02").expect("a day");
        assert_eq!(utc(day_start_ms(day)), "2026-11-01T16:00:00.000Z");
        assert_eq!(beijing(day_start_ms(day)), "2026-11-02 00:00:00");
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let day = parse_day("2026-09-01");
        for text in ["2026/9/1", "2026.9.1", "2026年9月1日", " 2026-9-1 "] {
            assert_eq!(parse_day(text), day, "{text}");
        }
    }

    #[test]
    fn no_day_is_guessed() {
        for text in ["", "2026", "2026-13-01", "2026-02-30", "26-9-1", "yesterday"] {
            assert!(parse_day(text).is_err(), "{text}");
        }
    }
}
