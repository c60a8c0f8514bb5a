//! The file as programs read it that know nothing of ours. They are large, so nothing installs them for this: where one
//! is not there, the test says so and looks at nothing.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{self, Command},
};

use crate::{SCRIPTS, deck};

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
    let Some(program) = program(&["soffice", "libreoffice"]) else {
        return skip("LibreOffice is not installed, so no office program opened the deck");
    };
    in_folder("office", |folder, file| {
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
        let done = Command::new(&program)
            .args([
                profile.as_str(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
            ])
            .args([folder, file])
            .output()
            .unwrap();
        let pdf = fs::read(folder.join("deck.pdf"));
        let pdf = pdf.unwrap_or_else(|error| {
            panic!("{error}: {}", String::from_utf8_lossy(&done.stderr));
        });
        let pdf = String::from_utf8_lossy(&pdf);
        let pages = pdf.matches("/Type/Page/").count() + pdf.matches("/Type/Page\n").count();
        assert_eq!(pages, deck().slides.len());
    });
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
    in_folder("python", |_, file| {
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

/// Straight to where the person looks: what a passing test prints is not shown.
fn skip(why: &str) {
    std::io::stderr()
        .write_all(format!("skipped: {why}\n").as_bytes())
        .unwrap();
}

fn program(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let mut folders: Vec<PathBuf> = env::split_paths(&folders).collect();
    folders.push("/Applications/LibreOffice.app/Contents/MacOS".into());
    let programs = folders
        .iter()
        .flat_map(|folder| names.iter().map(|name| folder.join(name)));
    let mut programs = programs.filter(|program| program.is_file());
    programs.next()
}

/// Gives `read` a folder of its own with the deck in it.
fn in_folder(name: &str, read: impl FnOnce(&Path, &Path)) {
    let folder = env::temp_dir().join(format!("plumbline-{name}-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("deck.pptx");
    fs::write(&file, deck().to_file().unwrap()).unwrap();
    read(&folder, &file);
    fs::remove_dir_all(&folder).unwrap();
}
