//! Whatever is gone to is seen: a view that hides it gives way to the first that shows it, and to no other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use chrono::TimeDelta;
use desk::{Desk, now};
use syndeo::app::{DeskCommand, Msg, Pane};
use syndeo::demo;
use syndeo::domain::{Agreement, AgreementStatus, IdGenerator, Kind, Record, Ref};

#[test]
fn a_record_is_shown_in_the_first_view_that_has_it() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    let (mut gave_way, mut stayed) = (0, 0);
    for pane in Pane::ALL {
        desk.tell(Msg::Run(DeskCommand::to(pane).into()));
        let spec = pane.spec();
        let all: Vec<Ref> = Kind::ALL
            .iter()
            .filter(|kind| spec.kinds.contains(kind))
            .flat_map(|kind| desk.model.data.book.all(*kind).map(Record::id).collect::<Vec<_>>())
            .collect();
        for view in 0..spec.views.len() {
            for id in all.iter().step_by(all.len() / 40 + 1) {
                let model = &mut desk.model;
                model.screen.browse_mut().view = view;
                let shows = |view: usize| (spec.views[view].shows)(model.data.ctx(), *id);
                let wanted =
                    if shows(view) { Some(view) } else { (0..spec.views.len()).find(|view| shows(*view)) };
                let Some(wanted) = wanted else { continue };
                model.screen.choose(&model.data, *id);
                let found = model.screen.browse();
                assert_eq!((found.chosen, found.view), (Some(*id), wanted), "{pane:?} {view} {id:?}");
                if wanted == view { stayed += 1 } else { gave_way += 1 }
            }
        }
    }
    assert!(gave_way > 100 && stayed > 100, "{gave_way} {stayed}");
}

/// In which views an agreement stands, whatever was written down of it and whenever it ends.
#[test]
fn each_agreement_stands_where_it_belongs() {
    use AgreementStatus::{Active, Draft, Ended, NoticeGiven, Renewed};
    let (mut ids, today) = (IdGenerator::new([4; 16]), now().date());
    for status in [Draft, Active, NoticeGiven, Ended, Renewed] {
        for days in [None, Some(-1), Some(0), Some(1)] {
            let mut agreement = Agreement::new(ids.next(now()), now());
            (agreement.title, agreement.status) = ("Retainer".into(), status);
            agreement.end = days.map(|days| today + TimeDelta::days(days));
            let (id, state) = (agreement.id.into(), agreement.state());
            let desk = Desk::of(110, 30, vec![Record::from(agreement)]);
            let views = Pane::Agreements.spec().views.iter();
            let found: Vec<&str> =
                views.filter(|view| (view.shows)(desk.model.ctx(), id)).map(|view| view.name).collect();
            let live = state == Active || state == NoticeGiven && days.is_none_or(|days| days >= 0);
            let wanted: Vec<&str> = [
                ("in force", live),
                ("all", true),
                ("drafts", state == Draft),
                ("ended", !live && state != Draft),
            ]
            .into_iter()
            .filter_map(|(name, shown)| shown.then_some(name))
            .collect();
            assert_eq!(found, wanted, "{status:?} {days:?}");
        }
    }
}
