//! What templates can do with a value: days, counts, words of closed lists, texts of many lines.

use super::labels;
use crate::domain::brief::Language;
use crate::domain::text::width;
use crate::words::exchange::of_templates;
use chrono::{Datelike, NaiveDate};
use minijinja::{Environment, Error, ErrorKind, Value};

/// What stands where there is nothing.
pub(super) const NOTHING: &str = "–";

const MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["Ιαν", "Φεβ", "Μαρ", "Απρ", "Μαΐ", "Ιουν", "Ιουλ", "Αυγ", "Σεπ", "Οκτ", "Νοε", "Δεκ"],
];

const WEEKDAYS: [&str; 14] =
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Δευ", "Τρι", "Τετ", "Πεμ", "Παρ", "Σαβ", "Κυρ"];

/// The filters, with what people who write templates are told of them.
pub(super) const FILTERS: &[(&str, &str)] = &[
    ("day", "a day as people write it: `27 Nov 2026`"),
    ("month", "its month: `Nov 2026`"),
    ("plural(\"day\", \"days\")", "a number with the word for one or for many: `3 days`"),
    ("word(\"wish\")", "the word for what stands in a closed list"),
    ("lines", "a text as a list of its lines, without those that are empty"),
    ("under(\"=\")", "a line of signs as long as a heading"),
    ("share(all)", "how much of `all` a number is, in whole per cent; 0 of nothing"),
];

fn wrong(why: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, why.into())
}

/// The text of a value; a name that is not there is an error, nothing stays nothing.
fn given(value: &Value) -> Result<Option<&str>, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.is_none() {
        return Ok(None);
    }
    value.as_str().map(Some).ok_or_else(|| wrong(of_templates::value_no_text(value)))
}

fn date(text: &str) -> Result<NaiveDate, Error> {
    text.parse().map_err(|_| wrong(of_templates::text_no_day(text)))
}

fn month_of(day: NaiveDate, language: Language) -> &'static str {
    let of = match language {
        Language::English => &MONTHS[0],
        Language::Greek => &MONTHS[1],
    };
    usize::try_from(day.month0()).ok().and_then(|at| of.get(at)).copied().unwrap_or_default()
}

/// Whether a word is the name of a month, in full or cut, in a language of reports.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.iter().flatten().any(|month| word.starts_with(month))
}

/// Whether a word is the name of a day of the week, in full or cut, in a language of reports.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| word.starts_with(day))
}

/// Adds them all.
pub(super) fn add(env: &mut Environment<'_>, language: Language) {
    env.add_filter("day", move |value: &Value| {
        let told = |text: &str| {
            let day = date(text)?;
            Ok::<_, Error>(format!("{} {} {}", day.day(), month_of(day, language), day.year()))
        };
        Ok::<_, Error>(given(value)?.map(told).transpose()?.map_or(Value::from(()), Value::from))
    });
    env.add_filter("month", move |value: &Value| {
        let day = date(given(value)?.unwrap_or_default())?;
        Ok::<_, Error>(format!("{} {}", month_of(day, language), day.year()))
    });
    env.add_filter("plural", |count: i64, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    });
    env.add_filter("word", move |value: &Value, list: &str| {
        let Some(name) = given(value)? else { return Ok(Value::from(())) };
        let word =
            labels::word(list, name, language).ok_or_else(|| wrong(of_templates::list_has_no(list, name)))?;
        Ok::<_, Error>(Value::from(word))
    });
    env.add_filter("lines", |value: &Value| {
        let lines = given(value)?.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
        Ok::<_, Error>(lines.map(Value::from).collect::<Vec<Value>>())
    });
    env.add_filter("under", |text: &str, sign: &str| sign.repeat(width(text)));
    env.add_filter("share", |part: i64, all: i64| if all == 0 { 0 } else { part * 100 / all });
}
