//! What the file of drafts promises: it is read, or it is kept aside and told.

use super::*;
use proptest::prelude::*;
use serde_json::json;

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn draft(kind: &str, text: &str) -> Draft {
    let fields = json!([["name", {"Text": text}], ["tier", {"Code": 2}]]);
    serde_json::from_value(json!({"kind": kind, "of": null, "about": [], "fields": fields})).unwrap()
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Whatever lies in the place of the file: either the drafts are read, or it is told and still there, byte for byte.
fn read_or_kept(bytes: &[u8], wanted: &[Draft]) {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(NAME), bytes).unwrap();
    let found = read(dir.path(), true, now());
    if found.news.is_none() {
        assert_eq!(found.drafts, wanted, "read as something else: {:?}", String::from_utf8_lossy(bytes));
        return;
    }
    assert!(found.drafts.is_empty() && found.in_the_way.is_none());
    let aside = format!("{NAME}.unreadable-20261124T080000Z");
    assert_eq!(names(dir.path()), [aside.as_str()]);
    assert_eq!(fs::read(dir.path().join(aside)).unwrap(), bytes);
}

/// The file as it is written.
fn written(drafts: &[Draft]) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), drafts).unwrap();
    assert_eq!(names(dir.path()), [NAME], "nothing else stays");
    fs::read(dir.path().join(NAME)).unwrap()
}

#[test]
fn what_is_written_is_read_and_goes_with_the_last_draft() {
    let dir = tempfile::tempdir().unwrap();
    let drafts = [draft("client", "Αιγαίο\n\"x\""), draft("task", "")];
    write(dir.path(), &drafts[..1]).unwrap();
    write(dir.path(), &drafts).unwrap();
    let found = read(dir.path(), true, now());
    assert_eq!((found.drafts.as_slice(), found.news), (&drafts[..], None));
    write(dir.path(), &[]).unwrap();
    write(dir.path(), &[]).unwrap();
    assert!(read(dir.path(), true, now()).drafts.is_empty());
    assert_eq!(names(dir.path()), [""; 0]);
}

#[test]
fn a_cut_at_any_byte_and_any_flipped_bit_is_told_or_harmless() {
    let drafts = [draft("client", "a long and precious text"), draft("contact", "Παπαδόπουλος")];
    let whole = written(&drafts);
    read_or_kept(&whole, &drafts);
    for end in 0..whole.len() {
        read_or_kept(&whole[..end], &drafts);
    }
    for bit in 0..whole.len() * 8 {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        read_or_kept(&bytes, &drafts);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_and_any_other_bytes_are_told(
        texts in proptest::collection::vec(".{0,40}", 1..4),
        noise in proptest::collection::vec(any::<u8>(), 1..40),
        at in any::<proptest::sample::Index>(),
    ) {
        let drafts: Vec<Draft> = texts.iter().map(|text| draft("note", text)).collect();
        let whole = written(&drafts);
        read_or_kept(&whole, &drafts);
        let mut overwritten = whole.clone();
        let from = at.index(whole.len());
        for (byte, with) in overwritten[from..].iter_mut().zip(&noise) {
            *byte = *with;
        }
        read_or_kept(&overwritten, &drafts);
        let mut longer = whole;
        longer.extend(noise);
        read_or_kept(&longer, &drafts);
    }
}

#[test]
fn the_bare_list_of_the_first_version_is_still_read() {
    let drafts = [draft("client", "Acme")];
    let bare = serde_json::to_vec(&drafts).unwrap();
    read_or_kept(&bare, &drafts);
    for end in 0..bare.len() {
        read_or_kept(&bare[..end], &drafts);
    }
}

#[test]
fn a_later_version_is_told_as_one() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(NAME), "syndeo drafts 2 0 00000000\n{}").unwrap();
    let news = read(dir.path(), true, now()).news.unwrap();
    assert!(news.contains("later version") && news.contains("unreadable-"), "{news}");
    fs::write(dir.path().join(NAME), "x").unwrap();
    let news = read(dir.path(), true, now()).news.unwrap();
    assert!(
        news.contains("is damaged") && news.ends_with("Z-2"),
        "an earlier one is not written over: {news}"
    );
}

#[test]
fn what_is_too_large_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let file = fs::File::create(dir.path().join(NAME)).unwrap();
    file.set_len(MOST + 1).unwrap();
    let news = read(dir.path(), true, now()).news.unwrap();
    assert!(news.contains("larger than 64 MB"), "{news}");
    assert_eq!(names(dir.path()).len(), 1);
    assert!(write(dir.path(), &[draft("note", &"x".repeat(usize::try_from(MOST).unwrap()))]).is_err());
    assert_eq!(names(dir.path()).len(), 1);
}

#[test]
fn a_book_that_can_only_be_read_is_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(NAME), "x").unwrap();
    fs::write(dir.path().join(ASIDE), "y").unwrap();
    let found = read(dir.path(), false, now());
    assert!(found.news.unwrap().contains("left as it is"));
    assert_eq!(names(dir.path()), [NAME, ASIDE]);
}

#[test]
fn what_a_killed_program_left_half_written_is_removed() {
    let dir = tempfile::tempdir().unwrap();
    for name in [ASIDE, ".tmpa1B2c3", ".tmp", ".tmpa1B2c34", "tmpa1B2c3", ".tmpa1.2c3"] {
        fs::write(dir.path().join(name), "x").unwrap();
    }
    fs::create_dir(dir.path().join(".tmpfolder")).unwrap();
    read(dir.path(), true, now());
    assert_eq!(names(dir.path()), [".tmp", ".tmpa1.2c3", ".tmpa1B2c34", ".tmpfolder", "tmpa1B2c3"]);
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_are_neither_read_nor_followed() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    let (path, victim) = (dir.path().join(NAME), dir.path().join("victim"));
    let drafts = [draft("client", "Acme")];
    fs::write(&victim, serde_json::to_vec(&drafts).unwrap()).unwrap();
    let put = |what: &str| match what {
        "link" => std::os::unix::fs::symlink(&victim, &path).unwrap(),
        "dangling link" => std::os::unix::fs::symlink("nowhere", &path).unwrap(),
        "endless" => std::os::unix::fs::symlink("/dev/zero", &path).unwrap(),
        "folder" => fs::create_dir(&path).unwrap(),
        _ => assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success()),
    };
    for what in ["link", "dangling link", "endless", "folder", "pipe"] {
        put(what);
        let found = read(dir.path(), true, now());
        assert!(found.drafts.is_empty(), "{what}");
        let news = found.news.unwrap();
        let word = if what.contains("link") || what == "endless" { "is a link" } else { "is no plain file" };
        assert!(news.contains(word) && news.contains("unreadable-"), "{what}: {news}");
    }
    // A link where the file is written aside is replaced, not followed.
    std::os::unix::fs::symlink(&victim, dir.path().join(ASIDE)).unwrap();
    std::os::unix::fs::symlink(&victim, &path).unwrap();
    write(dir.path(), &[draft("task", "x")]).unwrap();
    assert_eq!(fs::read(&victim).unwrap(), serde_json::to_vec(&drafts).unwrap());
    assert!(fs::symlink_metadata(&path).unwrap().is_file());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}
