//! How a message is declared: both languages side by side, so that none can lack and a change of one shows the other.

/// Declares messages. A row is a name, what the message is made of, and the words in English and Greek:
///
/// - `nothing: "Nothing waits" => "Τίποτα δεν εκκρεμεί";` gives `nothing() -> &'static str`;
/// - `too_long(field: &str, most: usize): "{field}: at most {most}" => "…";` gives `too_long(..) -> String`, with what stands in
///   braces put in as `format!` does;
/// - `left(days: i64) = format!("{} left", days(days)) => format!("…");`: with `=` each language is an expression that gives a
///   `String`.
macro_rules! messages {
    ($( $(#[$about:meta])* $name:ident $(($($arg:ident: $type:ty),* $(,)?))? $(: $en:literal => $el:literal)? $(= $en_made:expr => $el_made:expr)?; )*) => {
        $( $crate::words::message::message! {
            [$(#[$about])*] $name [$(($($arg: $type),*))?] [$($en => $el)?] [$($en_made => $el_made)?]
        } )*
    };
}

/// One row of [`messages!`].
macro_rules! message {
    ([$(#[$about:meta])*] $name:ident [] [$en:literal => $el:literal] []) => {
        $(#[$about])*
        pub(crate) fn $name() -> &'static str {
            match $crate::words::Lang::now() {
                $crate::words::Lang::En => $en,
                $crate::words::Lang::El => $el,
            }
        }
    };
    ([$(#[$about:meta])*] $name:ident [($($arg:ident: $type:ty),*)] [$en:literal => $el:literal] []) => {
        $(#[$about])*
        pub(crate) fn $name($($arg: $type),*) -> String {
            match $crate::words::Lang::now() {
                $crate::words::Lang::En => format!($en),
                $crate::words::Lang::El => format!($el),
            }
        }
    };
    ([$(#[$about:meta])*] $name:ident [($($arg:ident: $type:ty),*)] [] [$en:expr => $el:expr]) => {
        $(#[$about])*
        pub(crate) fn $name($($arg: $type),*) -> String {
            match $crate::words::Lang::now() {
                $crate::words::Lang::En => $en,
                $crate::words::Lang::El => $el,
            }
        }
    };
}

pub(in crate::words) use {message, messages};

/// The word for so many: the first for one, the second for any other number, none included. Both languages count so.
pub const fn plural<'a>(count: i64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// A number of something, from a size in memory.
pub fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::plural;
    use crate::words::Lang;

    messages! {
        /// Said alone.
        nothing: "nothing" => "τίποτα";
        /// Said of a field.
        too_long(field: &str, most: usize): "{field} is longer than {most}" => "{field}: έως {most}";
        /// Said with a number.
        left(days: i64) = format!("{days} {} left", plural(days, "day", "days")) => format!("απομένουν {days} {}", plural(days, "ημέρα", "ημέρες"));
    }

    #[test]
    fn each_language_says_its_own() {
        for (lang, words) in [
            (Lang::En, ["nothing", "Name is longer than 3", "1 day left"]),
            (Lang::El, ["τίποτα", "Name: έως 3", "απομένουν 1 ημέρα"]),
        ] {
            let said = lang.within(|| [nothing().to_owned(), too_long("Name", 3), left(1)]);
            assert_eq!(said, words);
        }
    }
}
