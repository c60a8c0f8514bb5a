//! The file as programs read it that know nothing of ours.

use std::{fs, path::PathBuf, process::Command};

use crate::{
    SCRIPTS, deck,
    office::{Office, in_folder, program, skip},
};

/// Prints for each slide its title, alternative texts and notes, with lines between.
const READ: &str = "
import sys
from pptx import Presentation
deck = Presentation(sys.argv[1])
assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
for slide in deck.slides:
    print(slide.shapes.title.text_frame.text)
    for shape in slide.placeholders:
        if shape.placeholder_format.idx == 1:
            print('BODY', ' / '.join(p.text for p in shape.text_frame.paragraphs))
        if shape._element.tag.endswith('}pic'):
            print('PICTURE', shape._element.nvPicPr.cNvPr.get('descr'), len(shape.image.blob) > 0)
    print('NOTES', ' / '.join(p.text for p in slide.notes_slide.notes_text_frame.paragraphs))
";

#[test]
fn an_office_program_makes_as_many_pages_as_slides() {
    let Some(office) = Office::find() else {
        return;
    };
    let pdf = office.convert(&deck().to_file().unwrap(), "pptx", "pdf", &[]);
    let pages = lopdf::Document::load_mem(&pdf).unwrap().get_pages().len();
    assert_eq!(pages, deck().slides.len());
}

#[test]
fn another_reader_finds_titles_lines_pictures_and_notes() {
    let python = program(&["python3"]);
    let has_it = |python: &PathBuf| {
        let asked = Command::new(python).args(["-c", "import pptx"]).output();
        asked.is_ok_and(|asked| asked.status.success())
    };
    let Some(python) = python.filter(has_it) else {
        return skip("python-pptx is not installed, so no other reader read the deck");
    };
    in_folder(|folder| {
        let file = folder.join("deck.pptx");
        fs::write(&file, deck().to_file().unwrap()).unwrap();
        let read = Command::new(&python)
            .env("PYTHONUTF8", "1")
            .args(["-c", READ])
            .arg(file)
            .output();
        let read = read.unwrap();
        let said = String::from_utf8_lossy(&read.stderr).into_owned();
        assert!(read.status.success(), "{said}");
        let read = String::from_utf8(read.stdout).unwrap();
        assert!(read.contains("NOTES Welcome. / Second line."), "{read}");
        for (script, number) in SCRIPTS.iter().zip(0..) {
            let lines = format!("{script}\nBODY {script}. / A second line of text under it.\n");
            assert!(read.contains(&lines), "{lines} in {read}");
            assert!(
                read.contains(&format!("NOTES {script}: notes\n")),
                "{number}"
            );
        }
        let picture = "PICTURE A \"grey\" half <above> a white one & so on True";
        assert_eq!(read.matches(picture).count(), 3, "{read}");
    });
}

#[test]
fn microsofts_own_rules_find_nothing_to_repair() {
    // The Open XML SDK in a small program, from the npm registry.
    let Some(validator) = program(&["ooxml-validator"]) else {
        return skip(
            "ooxml-validator is not installed, so the Open XML SDK did not judge the deck",
        );
    };
    in_folder(|folder| {
        let file = folder.join("deck.pptx");
        fs::write(&file, deck().to_file().unwrap()).unwrap();
        for version in ["Office2007", "Office2010", "Office2013", "Microsoft365"] {
            let judged = Command::new(&validator)
                .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
                .arg(&file)
                .arg(version)
                .output();
            let judged = String::from_utf8(judged.unwrap().stdout).unwrap();
            let judged: serde_json::Value = serde_json::from_str(&judged).unwrap();
            assert_eq!(judged["ok"], true, "{version}: {judged}");
            assert_eq!(judged["errors"], serde_json::json!([]), "{version}");
        }
    });
}
