//! Which mentions that only may be somebody are to go as well, as somebody wrote it.

use crate::cli::out::Stop;
use crate::domain::person::Also;
use crate::store::{Place, Traces};
use crate::words::cli::person as said;

/// How a place is written.
pub(super) fn written(place: &Place) -> String {
    format!("{}:{}", place.of.id, place.field.name)
}

/// Reads what was written; every place must be one of those that were told.
///
/// # Errors
/// When one is not.
pub(super) fn read(asked: &[String], traces: &Traces) -> Result<Also, Stop> {
    let mut also = Also::default();
    for text in asked {
        if text.trim().eq_ignore_ascii_case("all") {
            also.all = true;
            continue;
        }
        let place = traces.mentions.iter().find(|place| !place.is_sure && written(place) == text.trim());
        let Some(place) = place else {
            return Err(Stop::Wrong(said::no_place(text)));
        };
        also.places.insert((place.of, place.field.name.to_owned()));
    }
    Ok(also)
}
