//! How wide columns stand in the room there is: one rule for lists, documents and tables.

/// How a column wants to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// As wide as what stands in it. A column in which nothing stands takes no room.
    pub wide: usize,
    /// The least it can be read at.
    pub least: usize,
    /// Where even that has no room for all, the column with the highest number goes; 0 stays.
    pub spare: usize,
    /// For the text of a row: the most it takes of what is left over. It gives way last.
    pub grows: Option<usize>,
}

/// How wide each column is, 0 when it has no room, with `gap` columns of the screen between any two.
///
/// First the widest give way, down to what can still be read: those that grow last. Then columns go, and what they leave
/// is given back. What is left over is shared by those that grow; where even they have no room, they are cut.
pub fn fit(columns: &[Column], gap: usize, room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(|c| c.wide).collect();
    let mut kept: Vec<bool> = columns.iter().map(|c| c.wide > 0).collect();
    while total(&widths, gap) > room {
        let wider = |grows: bool| {
            let some = (0..columns.len()).filter(|c| columns[*c].grows.is_some() == grows);
            some.filter(|c| widths[*c] > columns[*c].least).max_by_key(|c| widths[*c])
        };
        if let Some(widest) = wider(false).or_else(|| wider(true)) {
            widths[widest] -= 1;
            continue;
        }
        let spared = (0..columns.len()).filter(|c| kept[*c] && columns[*c].spare > 0);
        let Some(gone) = spared.max_by_key(|c| columns[*c].spare) else { break };
        kept[gone] = false;
        for (at, width) in widths.iter_mut().enumerate() {
            *width = if kept[at] { columns[at].wide } else { 0 };
        }
    }
    share(columns, &mut widths, gap, room);
    widths
}

/// Gives what is left over to the columns that grow, or takes what is missing from them: in equal parts, the odd one
/// to the last, where the longer text stands.
fn share(columns: &[Column], widths: &mut [usize], gap: usize, room: usize) {
    let growing: Vec<usize> =
        (0..columns.len()).filter(|c| columns[*c].grows.is_some() && widths[*c] > 0).collect();
    let all = total(widths, gap);
    let (mut left, mut missing) = (room.saturating_sub(all), all.saturating_sub(room));
    for (done, at) in growing.iter().enumerate() {
        let sharing = growing.len() - done;
        let more = (left / sharing).min(columns[*at].grows.unwrap_or(0));
        // The odd one that is missing is taken from the first: what is cut is cut equally.
        let less = missing.div_ceil(sharing);
        left -= more;
        missing -= less;
        widths[*at] = (widths[*at] + more).saturating_sub(less).max(1);
    }
}

fn total(widths: &[usize], gap: usize) -> usize {
    let seen = widths.iter().filter(|w| **w > 0).count();
    widths.iter().sum::<usize>() + gap * seen.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(wide: usize, least: usize) -> Column {
        Column { wide, least, grows: Some(usize::MAX), ..Column::default() }
    }

    fn fixed(wide: usize, spare: usize) -> Column {
        Column { wide, least: wide, spare, grows: None }
    }

    #[test]
    fn what_is_left_over_goes_to_the_text() {
        assert_eq!(fit(&[text(20, 20), fixed(4, 0)], 1, 40), [35, 4]);
        assert_eq!(fit(&[fixed(1, 0), text(20, 20), text(20, 20)], 1, 60), [1, 28, 29]);
        let few = Column { grows: Some(5), ..text(10, 10) };
        assert_eq!(fit(&[few, fixed(4, 0)], 1, 40), [15, 4]);
    }

    #[test]
    fn the_widest_gives_way_first_and_the_text_last() {
        let other = |wide| Column { wide, least: 18, ..Column::default() };
        assert_eq!(fit(&[text(40, 24), other(30), other(20)], 2, 90), [40, 26, 20]);
        assert_eq!(fit(&[text(40, 24), other(30), other(20)], 2, 70), [30, 18, 18]);
    }

    #[test]
    fn what_can_be_spared_goes_and_gives_its_room_back() {
        let columns = [text(30, 24), Column { wide: 20, least: 18, spare: 1, grows: None }, fixed(10, 2)];
        assert_eq!(fit(&columns, 2, 55), [33, 20, 0]);
        assert_eq!(fit(&columns, 2, 40), [40, 0, 0]);
        assert_eq!(fit(&columns, 2, 12), [12, 0, 0]);
    }

    #[test]
    fn a_column_of_nothing_takes_no_room() {
        assert_eq!(fit(&[fixed(0, 0), fixed(8, 0), fixed(0, 0), fixed(8, 0)], 2, 18), [0, 8, 0, 8]);
    }

    #[test]
    fn they_fit_where_there_is_a_text() {
        for widths in [&[30][..], &[1, 40], &[49, 7, 12], &[3, 3, 45, 20], &[20, 49, 1, 18, 33]] {
            let column =
                |(spare, wide): (usize, &usize)| Column { wide: *wide, least: 10, spare, grows: None };
            let mut columns: Vec<Column> = widths.iter().enumerate().map(column).collect();
            columns[0].grows = Some(24);
            for room in 1..200 {
                let found = fit(&columns, 2, room);
                assert!(total(&found, 2) <= room, "{found:?} in {room}");
                for (column, width) in columns.iter().zip(&found).skip(1) {
                    assert!(*width <= column.wide, "{found:?} in {room}");
                    assert!(*width == 0 || *width >= column.least.min(column.wide), "{found:?} in {room}");
                }
            }
        }
    }
}
