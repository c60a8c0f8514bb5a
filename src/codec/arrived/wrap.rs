//! What mail filters, chats and keyboards wrap links in.

use std::borrow::Cow;

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::codec::scan::{
    mark::narrow,
    undo::{Sink, Undo},
};

/// `text` with everything that stands for a character made that character, once.
pub(super) fn undo(text: &str) -> String {
    let mut undo = Undo::default();
    let mut plain = Plain::default();
    for character in text.chars() {
        undo.push(character, &mut plain);
    }
    undo.finish(&mut plain);
    plain.text + plain.asides.as_str()
}

#[derive(Default)]
struct Plain {
    text: String,
    /// What stands within tags: a link may go on after one, or be in it.
    asides: String,
}

impl Sink for Plain {
    fn character(&mut self, character: char) {
        self.text.push(character);
    }

    fn gap(&mut self) {
        self.text.push(' ');
    }

    fn aside(&mut self, text: &str) {
        // Its own brackets would make a tag of it again.
        self.asides.push('\n');
        self.asides.push_str(text.trim_matches(['<', '>']));
    }
}

/// What `text` may mean: as it stands, and if it is written like that, as Proofpoint, Word, telephones and East Asian
/// keyboards write it.
pub(super) fn readings(text: &str) -> Vec<Cow<'_, str>> {
    let mut readings = vec![Cow::Borrowed(text)];
    readings.extend(proofpoint_2(text).map(Cow::Owned));
    readings.extend(proofpoint_3(text).map(Cow::Owned));
    if text.contains(is_dash) {
        for dash in ["-", "--", "---"] {
            readings.push(Cow::Owned(with_dashes(text, dash)));
        }
    }
    if text.chars().any(|c| narrow(c) != c) {
        readings.push(Cow::Owned(text.chars().map(narrow).collect()));
    }
    readings
}

/// Dashes and hyphens that keyboards make of hyphens.
fn is_dash(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn with_dashes(text: &str, dash: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{2010}' | '\u{2011}' | '\u{2212}' => plain.push('-'),
            _ if is_dash(character) => plain.push_str(dash),
            _ => plain.push(character),
        }
    }
    plain
}

/// Proofpoint's URL Defense, version 2: `-` for `%` and `_` for `/`.
fn proofpoint_2(text: &str) -> Option<String> {
    let (_, address) = text.split_once("/v2/url?u=")?;
    let address = address.split('&').next()?;
    Some(undo(&address.replace('-', "%").replace('_', "/")))
}

/// Version 3: `*` for every character that it hides, and those in base 64 behind `__;`. A run of them is `**` and a
/// letter for its length, from 2.
fn proofpoint_3(text: &str) -> Option<String> {
    let (_, address) = text.split_once("/v3/__")?;
    let (address, hidden) = address.split_once("__;")?;
    let hidden = hidden.split('!').next()?;
    let hidden = Base64UrlUnpadded::decode_vec(hidden.trim_end_matches('=')).ok()?;
    let mut hidden = hidden.iter().map(|byte| char::from(*byte));
    let mut plain = String::with_capacity(address.len());
    let mut characters = address.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '*' {
            plain.push(character);
        } else if characters.next_if_eq(&'*').is_some() {
            let length = characters.next().and_then(run_length)?;
            plain.extend(hidden.by_ref().take(length));
        } else {
            plain.extend(hidden.next());
        }
    }
    Some(plain)
}

/// The length that a letter stands for: its place in the alphabet of base 64, from 2.
fn run_length(letter: char) -> Option<usize> {
    let place = match letter {
        'A'..='Z' => u32::from(letter) - u32::from('A'),
        'a'..='z' => u32::from(letter) - u32::from('a') + 26,
        '0'..='9' => u32::from(letter) - u32::from('0') + 52,
        '-' => 62,
        '_' => 63,
        _ => return None,
    };
    usize::try_from(place + 2).ok()
}
