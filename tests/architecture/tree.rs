//! The project's own files.

use std::{fs, path::Path};

/// Every file in these places with one of these endings, as its path and its text, vendored ones left out.
pub(super) fn files(places: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for place in places {
        gather(place, endings, &mut found);
    }
    assert!(!found.is_empty(), "nothing in {places:?}");
    found
}

fn gather(place: &str, endings: &[&str], found: &mut Vec<(String, String)>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
    if path.is_dir() {
        if place == "tests/vendor" {
            return;
        }
        for entry in fs::read_dir(&path).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            gather(&format!("{place}/{name}"), endings, found);
        }
    } else if endings
        .iter()
        .any(|ending| path.extension().is_some_and(|e| e == *ending))
    {
        found.push((place.to_owned(), fs::read_to_string(&path).unwrap()));
    }
}
