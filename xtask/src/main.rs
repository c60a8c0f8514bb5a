//! The project's own commands: set up, serve, test, build. `cargo xtask` alone lists them.
//!
//! # Where things live
//!
//! - [`task`]: what can be asked for, and reading it from the command line.
//! - [`run`], [`project`]: starting programs, and what the project's own files say.
//! - [`tool`], [`toolbox`], [`toolchain`], [`browser`], [`office`]: what is needed, and whether it is there.
//! - [`install`], [`apt`]: getting what is missing.
//! - [`site`]: building the page. Trunk calls back what makes it smaller, [`unused`], [`glue`] and
//!   [`styles`], and what makes it safe, [`policy`]; all on [`staged`] files, with [`wasm`] and [`page`]. What is
//!   [`unchanged`] is not built again.
//! - [`sizes`]: what a first visit weighs.
//! - [`serve`], [`http`], [`address`]: looking at the built page.
//! - [`mod@fuzz`]: random inputs on the decoders.
//! - [`mod@soak`]: hard use in real browsers, and a measurement in one.
//! - [`mod@test`], [`count`]: every check of the project, one after the other.
//! - [`mod@bench`]: measuring how good and how fast it is.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::unwrap_used)
)]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the terminal"
)]

mod address;
mod apt;
mod bench;
mod browser;
mod count;
mod fuzz;
mod glue;
mod http;
mod install;
mod office;
mod page;
mod policy;
mod project;
mod run;
mod serve;
mod site;
mod sizes;
mod soak;
mod staged;
mod styles;
mod task;
mod test;
mod tool;
mod toolbox;
mod toolchain;
mod unchanged;
mod unused;
mod wasm;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use run::{Failure, Outcome};
use task::{BOX, Task, USAGE};

fn main() -> ExitCode {
    match words().and_then(Task::parse).and_then(carry_out) {
        Ok(true) => ExitCode::SUCCESS,
        // What failed is on the screen, above the count.
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn words() -> Outcome<Vec<String>> {
    env::args_os()
        .skip(1)
        .map(OsString::into_string)
        .collect::<Result<_, _>>()
        .map_err(|word| Failure::new(format!("Not readable as text: {}", word.display())))
}

// Whether all went well.
fn carry_out(task: Task) -> Outcome<bool> {
    match task {
        Task::Help => println!("{USAGE}"),
        Task::Serve(wanted) => serve::serve(&wanted)?,
        Task::Dist { tools } => site::dist(tools.as_deref())?,
        Task::Test(wanted) => return test::test(&wanted),
        Task::Soak(wanted) => soak::soak(&wanted)?,
        Task::Bench(BOX) => soak::bench_box(None)?,
        Task::Bench(name) => bench::bench(name)?,
        Task::Fuzz { target, runs } => fuzz::fuzz(target.as_deref(), runs)?,
        Task::Finish => finish()?,
    }
    Ok(true)
}

// In this order: each step changes what the next one reads.
fn finish() -> Outcome {
    let mut staged = staged::Staged::open()?;
    // A build for debugging keeps its names, and has what older versions of wasm-opt spoil.
    if env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release") {
        unused::leave_out(&mut staged)?;
    }
    glue::shorten_names(&mut staged)?;
    styles::join(&mut staged)?;
    staged.write_page()?;
    policy::write_into_pages(&staged)
}
