//! The app in real browsers: whole journeys through the built page, one file per journey.
//!
//! Run with `cargo test --test journeys -- --test-threads=2`. The environment chooses:
//! `PLUMBLINE_BROWSER` the engine (`chromium`, `firefox` or `webkit`), `PLUMBLINE_SITE` the folder
//! of the built site, `PLUMBLINE_GECKODRIVER` where Firefox' driver is.
//!
//! A journey is a plain test around [`stage::journey`]; what its people can do and see is in
//! [`page`], and what they can be asked afterwards in [`traces`].
#![cfg(all(unix, not(target_arch = "wasm32")))]
#![expect(
    clippy::from_iter_instead_of_collect,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a journey reads as a script; how fast it builds its texts does not matter"
)]

mod accessible;
mod article;
mod axe;
mod bad_codes;
mod bad_decks;
mod bad_links;
mod bad_results;
mod bad_tallies;
mod browser;
mod camera;
mod cards;
#[path = "../bench/chart.rs"]
mod chart;
mod consent;
mod details;
#[path = "../golden/difference.rs"]
mod difference;
mod dropping;
mod engine;
mod erasing;
mod fault;
mod figures;
mod film;
mod fit;
mod forge;
mod full;
mod gathering;
mod handing_in;
mod history;
mod home;
mod hostile;
mod hostile_brought;
mod keyboard;
mod keys;
mod kills;
mod kiosk;
mod large_box;
mod large_files;
mod lasting;
#[path = "../bench/load.rs"]
mod load;
mod main_path;
mod meeting;
#[path = "../golden/native.rs"]
mod native;
mod nearly_full;
#[path = "../taking_along/office.rs"]
mod office;
mod page;
mod paper;
#[path = "../hostile/payloads.rs"]
mod payloads;
mod people;
#[path = "../qr/photo.rs"]
mod photo;
mod picture;
mod pilot;
mod pixels;
mod plain;
mod poster;
mod presenting;
mod program;
mod quiet;
mod resume;
mod reuse;
mod room;
mod round;
mod scanned;
mod site;
mod stage;
mod steps;
mod storage;
mod stream;
mod streams;
mod taking_along;
mod taking_away;
mod titles;
mod traces;
mod warm;
