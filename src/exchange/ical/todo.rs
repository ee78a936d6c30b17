//! To-dos, which become tasks.

use super::super::lines::{parts, unescape};
use super::{OURS, PREFIX, Part, Reading, cut_to_fit, push};
use crate::domain::text::typed;
use crate::domain::{Link, Priority, Record, Task, TaskStatus};
use crate::words::exchange::of_cards;

impl Reading<'_> {
    /// A to-do becomes a task.
    pub(super) fn task(&mut self, part: &Part) {
        let title = part.text("SUMMARY");
        if part.uid().is_some_and(|uid| uid.ends_with(OURS)) {
            return self.our_own(&[part]);
        }
        if title.is_empty() {
            return self.taking.refuse(part.line, of_cards::nothing_to_do());
        }
        let with = self.with(part);
        let mut task = Task::new(self.id_generator.next(self.now), self.now);
        task.title = cut_to_fit(&title);
        task.due = part.day("DUE");
        task.start = part.day("DTSTART").filter(|start| task.due.is_none_or(|due| *start < due));
        let of_people = with.people.iter().filter_map(|id| self.book.contact(*id)?.client.0);
        let mut clients = with.clients.clone();
        of_people.for_each(|client| push(&mut clients, client));
        // Of several none is meant more than the others.
        task.client = Link(Some(clients.as_slice()).filter(|all| all.len() == 1).map(|all| all[0]));
        if clients.len() > 1 {
            let names: Vec<String> = clients.iter().map(|id| self.book.title(*id)).collect();
            let words = of_cards::with_several(&title, names.join(of_cards::and()));
            self.taking.note(Some(part.line), words);
        }
        task.notes = part.long("DESCRIPTION");
        let categories = part.lines.iter().filter(|line| line.name == "CATEGORIES");
        for word in categories.flat_map(|line| parts(&line.value, ',')) {
            let word = typed(&unescape(word)).trim().to_owned();
            if !word.is_empty() {
                push(&mut task.tags, word);
            }
        }
        task.priority = match part.text("PRIORITY").parse::<u8>() {
            Ok(1) => Priority::Urgent,
            Ok(2..=4) => Priority::High,
            Ok(6..=9) => Priority::Low,
            _ => Priority::Normal,
        };
        let done = part.is("STATUS", "COMPLETED") || part.line_of("COMPLETED").is_some();
        task.status = match (done, part.is("STATUS", "IN-PROCESS"), part.is("STATUS", "CANCELLED")) {
            (true, _, _) => TaskStatus::Done,
            (_, true, _) => TaskStatus::Doing,
            (_, _, true) => TaskStatus::Dropped,
            _ => TaskStatus::Open,
        };
        task.done_on = part.day("COMPLETED").filter(|_| done);
        let name = format!("{PREFIX}{}", part.uid().unwrap_or_else(|| format!("~{title}")));
        task.external.push(name.clone());
        for words in with.told {
            self.taking.note(Some(part.line), format!("{title}: {words}"));
        }
        if part.repeats() {
            self.taking.note(Some(part.line), of_cards::other_rule(&title));
        }
        if !self.known.contains_key(&name) {
            task.no = self.number;
            self.number = self.number.saturating_add(1);
        }
        self.take(part, Record::Task(task), &name, false, true);
    }
}
