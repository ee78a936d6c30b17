//! Working calendars.

use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::{Type, ValidationError, holidays};

choices! {
    /// A day of the week.
    DayOfWeek {
        1 Monday "monday" "Monday", 2 Tuesday "tuesday" "Tuesday", 3 Wednesday "wednesday" "Wednesday",
        4 Thursday "thursday" "Thursday", 5 Friday "friday" "Friday", 6 Saturday "saturday" "Saturday",
        7 Sunday "sunday" "Sunday" default,
    }
}

record! {
    /// Days on which nobody works: a weekend and holidays. Those of all calendars together count everywhere.
    Calendar CalendarId CALENDAR {
        /// Whose days off they are: Greece, our house.
        1 name: String = Type::Text, "Name", required, title;
        /// The country whose weekend counts, by its two letters: GR, AE.
        2 country: String = Type::Text, "Country";
        /// A weekend of your own, instead of that of the country.
        3 weekend: Vec<DayOfWeek> = Type::Choices(DayOfWeek::CHOICES), "Weekend";
        /// A line each: 2026-12-24 Closed, 2026-12-24 to 2027-01-02 Closed, every 12-25 Christmas Day.
        4 days: String = Type::Long, "Days off";
    }
}

impl Rules for Calendar {
    fn rules(&self) -> Vec<ValidationError> {
        let mut out: Vec<ValidationError> = vec![];
        out.extend(holidays::weekend(self).err());
        out.extend(holidays::days_off(&self.days).err().map(|error| error.at("days")));
        out
    }
}
