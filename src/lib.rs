//! Plumbline: an anonymous survey page without a server. Executives and their team answer the same questions, and the
//! page shows how far what executives expect of AI leans from what their teams live.
//!
//! # Where things live
//!
//! In reading order:
//!
//! - [`domain`]: what the survey means. Start here; its glossary holds for code, texts, styles and tests.
//! - [`chart`]: results as SVG text.
//! - [`codec`]: the domain as links, codes, files and stored records; the sealing of ballots.
//! - [`text`]: every word that a person reads.
//! - [`browser`]: everything that the browser does for us, behind small functions.
//! - [`state`]: what the app remembers while it runs, and every change to it.
//! - [`ui`]: what a person sees, one folder for each screen.
//!
//! # Who may know whom
//!
//! | module | of ours | crates |
//! |---|---|---|
//! | [`domain`] | nothing | nothing |
//! | [`chart`] | [`domain`] | plotters, qrcodegen |
//! | [`codec`] | [`domain`] | serde, postcard, miniserde, hpke, argon2, rqrr, and small ones for hashes and encodings |
//! | [`text`] | [`domain`] | nothing |
//! | [`browser`] | nothing | web-sys, js-sys, wasm-bindgen, gloo-storage |
//! | [`state`] | [`domain`], [`codec`], [`browser`] | leptos |
//! | [`ui`] | [`domain`], [`chart`], [`text`], [`state`] | leptos |
//! | `ui::kit` | nothing | leptos |
//!
//! # What never happens
//!
//! - The domain names no crate and no other module, and no domain type is written down as it is.
//! - No module but [`browser`] touches the page, its storage, its clock or its random numbers.
//! - No word that a person reads stands outside [`text`], no colour of the page outside `style/tokens.css`.
//! - Nothing is sent anywhere after the page has loaded.
//! - No number of too small a group leaves [`domain::release`].
//! - A record that cannot be read is never written over.
//! - A ballot that was acknowledged is never lost: it is counted, or named as not counted, or still in the box.
//!
//! `tests/architecture.rs` checks the first three, and the table.
//!
//! # What differs from the usual, and why
//!
//! - Words are constants and functions instead of one struct for each language: the compiler still finds a missing one,
//!   and the linker leaves out what is not used ([`text`]).
//! - The site has six documents, each with a program of its own, so that nobody loads what they came for something
//!   else for: `answer.html` for respondents, `index.html` for making, gathering and closing, `results.html` for
//!   results, `meeting.html` for presenting them and for the experiments that follow, `device.html` for what this
//!   device keeps, backups and erasing, `camera.html` for reading codes with the camera (`src/ui/screen.rs`). Each
//!   loads all that it will ever need at once, so that nothing is asked of the network afterwards. A file that is
//!   brought to the wrong one is handed over through the storage ([`state`]); where nothing can be kept, results travel
//!   in their own link.
//! - So the reader of QR pictures is in a WebAssembly file of its own that only whoever opens the camera's page loads,
//!   and that page asks the network for nothing either. `BarcodeDetector` is asked where the browser has it.
//! - Where QR pictures are in a picture is found by code of our own, their modules are read by `rqrr`: its finder ends the
//!   program on some pictures and takes no bounded time on others, and a camera shows all kinds for hours
//!   ([`codec::qr`]).
//! - Where the storage is full, a survey is not opened and a ballot is not taken rather than held in memory alone: what
//!   the page acknowledges is kept. Where keeping is forbidden from the start, everything works in memory and says so.
//! - Respondents' document opens the database only for a round, or where there is one already: on a respondent's own
//!   device none is ever made (`state::round`).
//! - A round's PIN is a courtesy and says so: a digest of it in the tab's own storage leads every address of that tab back
//!   to the round, also after a reload, and closing the tab ends it (`state::lock`).
//! - Views are put together from one erased element type instead of `view!`, which makes a type, and code, for each
//!   piece of a page (`src/ui/kit/el.rs`).
//! - A release compiles the standard library along, for size (`xtask/src/toolchain.rs`): 20 KB less to load. Programs begin
//!   without that library's own start, which gets streams and threads ready that no page has: 0.4 KB less (`src/main.rs`).
//! - `IndexedDB` is used straight through web-sys: wrapper crates cost three times as much to load ([`browser::storage`]).
//! - The team's minimum is 5 to 10, never less: the method asks for five answers before anything of a team is shown.
//!   Executives may agree to 3 or 4 before they answer ([`domain::survey`]).
//! - Results are made of a [`domain::release::Released`], never of a tally: what may not be seen is not in it, so a file
//!   that holds it can make every picture again and give nothing away.
//! - Nobody can be asked another wording than the shipped one yet, but results of any wording can be shown: a tally file
//!   holds its wording, and a later Plumbline's files open here ([`domain::survey::Wording`], [`codec::tally`]).
//! - Results that are opened from a file or a link are checked by the rules that published them, and a file that breaks
//!   them is refused: nobody is led to believe that a group of two was shown ([`domain::release::Released::restore`]).
//! - Fewer than 20 people of one mind have no counts anywhere, but their value takes part in gaps and averages: the words
//!   for them are said exactly then, so leaving the gap out would protect nobody ([`domain::release`]).
//! - Sides that answer yes or no have no word for how far they agree, since the words' limits were made for scales:
//!   eight of ten saying yes would be called split ([`domain::results::ItemResult::agreement`]).
//! - Described as exactly this group, gaps have no word such as clear: once everyone answered, each would be. The number of
//!   people who would have to change their answer stands there instead, and the widest gaps are told, not the surest
//!   ([`text::this_group`]).
//! - No published figure stands beside a dimension, because each comes from a single question ([`domain::benchmark`]).
//! - The article is plain data before it is a page (`src/ui/results/article/`), so that the page, the one HTML file and the
//!   print say the same.
//! - What is to be seen of results stands after a question mark in the fragment, and a screen stays the same while that
//!   changes (`src/ui/screen.rs`).
//! - What is left out before sharing is taken out of the survey itself instead of being hidden: a dimension's value is then
//!   the average of items that are all shown themselves, so it gives nothing away, and "hidden" goes on meaning that people
//!   are protected. What was asked and what was taken from it go together ([`domain::release::without`]).
//! - Changes between two tallies take each side's answers as another sample, since nobody knows who answered twice; the
//!   words for them hold for all rows of one column ([`domain::wave`]).
//! - Rows of a picture are pressed through buttons that lie over it; the picture itself stays one image, as its files are
//!   (`src/ui/results/rows.rs`).
//! - Answers are bars of 100 % alone, without the other form that diverges from a middle: its ends do not line up, and a
//!   second form of the same picture would have to be explained ([`chart::distribution`]).
//! - Student's t is a routine of our own, since the domain uses no crate; a table of forty digits and the finite sum of
//!   every whole number of degrees check it (`src/domain/statistics/student.rs`).
//! - Closing opens only the sides that have enough ballots. The other side stays sealed, goes on collecting, and can be
//!   closed later ([`state::persistence::close`]).
//! - Calendar files are written here, not by a crate: one event without times, zones or repetition, where the well-kept
//!   crate brings chrono along, 16 KB of the page; another reader checks them ([`codec::calendar`]).
//! - A card is agreed only while it has no hole: what somebody said counts again as soon as the hole is filled
//!   ([`domain::card::Card::state`]).
//! - A backup's cards are joined by what they say: a card that was changed since comes back beside the changed one, since
//!   nobody can tell which of both is meant ([`domain::card::Cards::join`]).
//! - What was typed into a card is kept up to 12,000 characters, twenty times what fits: what is pasted by mistake is told
//!   and not lost ([`domain::card::MOST_KEPT`]).
//! - The key stays after closing, for late ballots, until whoever runs the survey ends it in a step of its own; what is
//!   in the box then stays there, unopened ([`state::persistence::end`]).
//! - Ballots that did not open leave no mark: pasted once more after closing, they come in once more, and are refused
//!   again at the next opening ([`state::persistence::close`]).

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::unwrap_used)
)]

pub mod domain;

pub mod chart;
pub mod codec;
pub mod text;

pub mod browser;

pub mod state;

pub mod ui;
