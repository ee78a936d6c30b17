//! Which backups stay: the newest of each of 7 days, 4 weeks and 12 months, and always the newest two.

use super::{Candidate, DATA, FOLDER, MANIFEST, all, manifest_path};
use crate::domain::Moment;
use crate::store::chain::BookId;
use crate::store::files;
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;
use std::fs;
use std::hash::Hash;
use std::path::Path;

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
/// The journal is shortened only behind two backups.
const NEWEST: usize = 2;

/// Which of the backups of these days, newest first, are kept.
pub fn keep(days: &[NaiveDate]) -> Vec<bool> {
    let day = first_of_each(days, DAYS, |d| *d);
    let week = first_of_each(days, WEEKS, NaiveDate::iso_week);
    let month = first_of_each(days, MONTHS, |d| (d.year(), d.month()));
    let kept = |i: usize| i < NEWEST || day.contains(&i) || week.contains(&i) || month.contains(&i);
    (0..days.len()).map(kept).collect()
}

/// The places of the first of each of `most` groups.
fn first_of_each<K: Eq + Hash>(
    days: &[NaiveDate],
    most: usize,
    group: impl Fn(&NaiveDate) -> K,
) -> Vec<usize> {
    let mut seen = HashSet::new();
    days.iter().enumerate().filter(|(_, d)| seen.insert(group(d))).map(|(i, _)| i).take(most).collect()
}

/// Removes backups of the book that are not to be kept, and returns those that are, newest first. Those of other books
/// are not touched.
pub fn thin_out(dir: &Path, book: BookId) -> Vec<Candidate> {
    let own: Vec<Candidate> = all(dir).into_iter().filter(|c| c.may_be_of(Some(book))).collect();
    let days: Vec<NaiveDate> = own.iter().map(|c| c.backup.at.date()).collect();
    let mut kept = vec![];
    for (candidate, stays) in own.into_iter().zip(keep(&days)) {
        if stays {
            kept.push(candidate);
        } else {
            // The records go first: a manifest that is left alone by a removal cut short is known for what it is.
            let _ = fs::remove_file(&candidate.path);
            let _ = fs::remove_file(manifest_path(&candidate.path));
        }
    }
    kept
}

/// Puts away what a backup that was cut short has left behind: a file that was not whole yet and a manifest without records
/// are removed; records without a manifest, of which nobody can say that they are whole, get another name. How many there
/// were.
pub fn orphans(dir: &Path, now: Moment) -> usize {
    let folder = dir.join(FOLDER);
    let names = files::names(&folder).unwrap_or_default();
    let lacks = |stem: &str, other: &str| !names.contains(&format!("{stem}{other}"));
    let is_put_away = |name: &&String| {
        let path = folder.join(name);
        let is_unfinished = Path::new(name).extension().is_some_and(|e| e == "tmp");
        if is_unfinished || name.strip_suffix(MANIFEST).is_some_and(|stem| lacks(stem, DATA)) {
            fs::remove_file(path).is_ok()
        } else if name.strip_suffix(DATA).is_some_and(|stem| lacks(stem, MANIFEST)) {
            fs::rename(&path, files::aside(&path, "unused", now)).is_ok()
        } else {
            false
        }
    };
    names.iter().filter(is_put_away).count()
}

/// Gives backups another name that the book is not to be told of at every start: they are of another book, of another
/// branch of this one, or reach beyond where it goes on. Their names now.
pub fn retire(candidates: &[&Candidate], now: Moment) -> Vec<String> {
    let mut names = vec![];
    for candidate in candidates {
        for path in [manifest_path(&candidate.path), candidate.path.clone()] {
            let retired = files::aside(&path, "unused", now);
            let _ = fs::rename(&path, &retired);
            names.push(files::name_of(&retired));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(back: &[u32]) -> Vec<NaiveDate> {
        let mut back = back.to_vec();
        back.sort_unstable();
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        back.iter().map(|n| today - chrono::Days::new((*n).into())).collect()
    }

    #[test]
    fn a_year_of_daily_backups_leaves_a_week_a_month_and_a_year() {
        let all = days(&(0..365).collect::<Vec<_>>());
        let kept: Vec<NaiveDate> =
            all.iter().zip(keep(&all)).filter(|(_, kept)| *kept).map(|(d, _)| *d).collect();
        assert_eq!(kept.len(), 7 + 2 + 11, "{kept:?}");
        assert_eq!(kept[0], all[0]);
        assert!(kept.last().unwrap() < &NaiveDate::from_ymd_opt(2026, 1, 1).unwrap());
    }

    proptest! {
        #[test]
        fn never_too_many_never_the_newest_and_never_twice_in_vain(back in prop::collection::vec(0u32..800, 0..120)) {
            let all = days(&back);
            let kept = keep(&all);
            let count = kept.iter().filter(|k| **k).count();
            prop_assert!(count <= DAYS + WEEKS + MONTHS + NEWEST);
            prop_assert!(kept.iter().take(NEWEST).all(|k| *k));
            let left: Vec<NaiveDate> = all.iter().zip(&kept).filter(|(_, k)| **k).map(|(d, _)| *d).collect();
            prop_assert!(keep(&left).iter().all(|k| *k), "thinning out twice removes nothing more");
            let newest_days: HashSet<_> = all.iter().copied().collect::<HashSet<_>>();
            let mut newest_days: Vec<_> = newest_days.into_iter().collect();
            newest_days.sort_unstable();
            for day in newest_days.iter().rev().take(DAYS) {
                prop_assert!(left.contains(day), "{day} is of the last seven days that have one");
            }
        }
    }
}
