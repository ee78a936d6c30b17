//! What is typed for a value, read into what it means.

use crate::words::cli::calls;
use std::error::Error;

/// A whole number within bounds.
pub fn within<N: TryFrom<i64>>(
    least: i64,
    most: i64,
) -> impl Fn(&str) -> Result<N, Box<dyn Error + Send + Sync>> + Clone {
    move |text| {
        let number: i64 = text.parse()?;
        let fits = N::try_from(number).ok().filter(|_| (least..=most).contains(&number));
        fits.ok_or_else(|| calls::not_within(number, least, most).into())
    }
}
