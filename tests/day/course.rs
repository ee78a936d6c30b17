//! The year behind a client a second time: the score as the document has it at the end of each month, and every touch of the
//! book asked for its week.

use crate::naive::{all, apart, known, naive, reaches, total};
use chrono::{Datelike, Days};
use syndeo::demo;
use syndeo::domain::derive::health::{self, course};
use syndeo::domain::derive::touches_by_week;
use syndeo::domain::{Book, Client, ClientStatus, Interaction, Kind, Moment};

fn books() -> Vec<(Book, Moment)> {
    let days = ["2026-11-26T10:20:00+02:00", "2028-03-01T00:10:00-05:00"];
    let book = |day: &&str| {
        let now = Moment::from_rfc3339(day).unwrap();
        (Book::of(demo::book(now)), now)
    };
    days.iter().map(book).collect()
}

#[test]
fn the_score_of_each_month_is_that_of_its_last_day() {
    let (mut told, mut moved) = (0, 0);
    for (book, now) in books() {
        // Every third client: the second way is a slow one.
        for client in all(&book, Kind::Client, Client::of).into_iter().step_by(3) {
            let found = course(&book, client.id, now, 12);
            if !matches!(client.status, ClientStatus::Active | ClientStatus::Prospective) {
                assert!(found.is_empty());
                continue;
            }
            let mut day = now.date();
            let mut ends = vec![day];
            while ends.len() < 12 {
                day = day - Days::new(1);
                if (day + Days::new(1)).day() == 1 {
                    ends.insert(0, day);
                }
            }
            assert_eq!(found.iter().map(|p| p.on).collect::<Vec<_>>(), ends);
            for point in &found {
                let end = now.at_local(point.on.and_hms_milli_opt(23, 59, 59, 999).unwrap());
                let at = if point.on == now.date() { now } else { end };
                let score = (client.head.created.utc_ms <= at.utc_ms)
                    .then(|| total(&naive(&book, client, at)))
                    .flatten();
                assert_eq!(point.score.map(i64::from), score, "{} on {}", client.name, point.on);
                told += usize::from(score.is_some());
            }
            let now_score = health::health(&book, client.id, now).map(|h| h.score);
            assert_eq!(found.last().and_then(|p| p.score), now_score);
            moved += usize::from(found.windows(2).any(|p| p[0].score != p[1].score));
        }
    }
    assert!(told > 100 && moved > 5, "{told} {moved}");
}

#[test]
fn every_touch_is_counted_in_its_week() {
    let mut counted = 0;
    for (book, now) in books() {
        let people = known(&book);
        for client in all(&book, Kind::Client, Client::of) {
            let found = touches_by_week(&book, client.id.into(), now, 52);
            let mut weeks = vec![0; 52];
            for touch in all(&book, Kind::Interaction, Interaction::of) {
                let ago = apart(touch.at.day_beside(now), now.date());
                if reaches(&people, client, touch, now) && (0..52 * 7).contains(&ago) {
                    weeks[51 - usize::try_from(ago).unwrap() / 7] += 1;
                    counted += 1;
                }
            }
            assert_eq!(found, weeks, "{}", client.name);
        }
    }
    assert!(counted > 100, "{counted}");
}
