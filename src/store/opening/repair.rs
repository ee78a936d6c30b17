//! Puts a damaged journal in order once the records are safe: what was not understood is kept aside, and told once.

use super::{Opening, judge, words_of_gaps};
use crate::store::StoreError;
use crate::store::backup::Candidate;
use crate::store::chain::BookId;
use crate::store::disk::journal_dir;
use crate::store::journal::{self, Segment, SegmentHead};
use crate::words::store::at_opening;
use std::path::PathBuf;

impl Opening<'_> {
    /// Sets damaged files aside and tells gaps that were not told before. `last` is the last change in the database.
    /// Where the journal goes on: a file and the bytes in it that count; `None` for a new file.
    pub(super) fn mend_journal(
        &mut self,
        book: BookId,
        last: u64,
    ) -> Result<Option<(PathBuf, u64)>, StoreError> {
        let folder = journal_dir(&self.dir);
        let segments = std::mem::take(&mut self.scan.segments);
        let mut end = None;
        for (i, segment) in segments.iter().enumerate() {
            let is_last = i + 1 == segments.len();
            let whole = match segment.torn() {
                _ if segment.broken() => None,
                Some(from) if is_last => {
                    self.cut(segment, from)?;
                    Some(from)
                }
                Some(_) => None,
                None => Some(segment.size),
            };
            if whole.is_none() {
                let kept = journal::set_aside(&folder, book, segment, self.now, &|_| true)?;
                self.news.push(at_opening::part_damaged(&kept));
                self.wants_backup = true;
            } else if segment.seqs.is_none() && whole.is_some_and(|end| end <= SegmentHead::LEN as u64) {
                let _ = std::fs::remove_file(&segment.place.path);
            } else if is_last && segment.seqs.is_some_and(|(_, seq)| seq == last) {
                end = whole.map(|whole| (segment.place.path.clone(), whole));
            }
        }
        self.tell_gaps(last)?;
        Ok(end)
    }

    fn cut(&mut self, segment: &Segment, from: u64) -> Result<(), StoreError> {
        let kept = journal::cut_tail(segment, from, self.now)?;
        let bytes = segment.size - from;
        self.news.push(at_opening::torn_end(bytes, &kept));
        Ok(())
    }

    fn tell_gaps(&mut self, last: u64) -> Result<(), StoreError> {
        let folder = journal_dir(&self.dir);
        let mut gaps = self.scan.gaps();
        if last > self.scan.last() {
            gaps.push((self.scan.last() + 1, last));
        }
        // A start that was cut short may have told them and taken none.
        let reaches = |last: u64| {
            let own = |c: &&Candidate| judge::fits(self.book, &self.scan, c);
            self.backups.iter().filter(own).any(|c| c.backup.seq >= last)
        };
        self.wants_backup |= gaps.iter().any(|(_, last)| !reaches(*last));
        let known = journal::known_gaps(&folder);
        let new: Vec<(u64, u64)> = gaps.iter().copied().filter(|gap| !known.contains(gap)).collect();
        if new.is_empty() {
            return Ok(());
        }
        self.news.push(at_opening::lacks_gaps(words_of_gaps(&new)));
        self.wants_backup = true;
        let mut all = known;
        all.extend(new);
        all.sort_unstable();
        journal::remember_gaps(&folder, &all)
    }
}
