//! Random inputs on the decoders, guided by what they reach in the code: LLVM's libFuzzer, on the stable toolchain.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::project;
use crate::run::{self, Failure, Outcome};

/// What libFuzzer needs of the compiler: counters on every edge and the values that are compared. These are what
/// cargo-fuzz sets, without a sanitizer, which only a nightly toolchain has; the crate forbids unsafe code.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// That no decoder holds more than 64 MB or takes more than 50 ms, as it is compiled without these flags, the program sees
/// to itself; these end what it cannot, an input without an end.
const LIMITS: [&str; 4] = [
    "-rss_limit_mb=1024",
    "-timeout=1",
    "-max_len=8192",
    "-print_final_stats=1",
];
/// Where the inputs are that it begins with, a folder for each decoder.
const SEEDS: &str = "tests/decoders/inputs";

/// Builds the fuzzer and lets it try `runs` inputs on `target`, or on every decoder.
///
/// # Errors
///
/// Fails if it cannot be built, if there is no such decoder, or if an input did harm. That input is then in the folder
/// of inputs that the test command runs, to be committed with what mends it.
pub(crate) fn fuzz(target: Option<&str>, runs: u64) -> Outcome {
    let program = build()?;
    let targets = match target {
        Some(name) => vec![name.to_owned()],
        None => targets()?,
    };
    for name in &targets {
        run::run(&mut fuzzer(&program, name, runs)?)?;
    }
    println!("\n{} decoders, {runs} inputs each: no harm.", targets.len());
    Ok(())
}

// For its own target, or build scripts would be compiled with the fuzzer's flags.
fn build() -> Outcome<PathBuf> {
    let host = host()?;
    let folder = project::root().join("fuzz");
    let mut command = run::cargo();
    command
        .args(["build", "--release", "--locked", "--target", &host])
        .current_dir(&folder)
        .env("RUSTFLAGS", FLAGS)
        .env("CARGO_TARGET_DIR", folder.join("target"));
    run::run(&mut command)?;
    Ok(folder.join("target").join(host).join("release/fuzz"))
}

fn host() -> Outcome<String> {
    let text = run::output(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| Failure::new("rustc does not say for which machine it compiles."))
}

fn targets() -> Outcome<Vec<String>> {
    let folder = project::root().join(SEEDS);
    let fail = |cause| Failure::io("read", &folder, &cause);
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).map_err(fail)? {
        names.push(entry.map_err(fail)?.file_name().display().to_string());
    }
    names.sort();
    Ok(names)
}

fn fuzzer(program: &PathBuf, name: &str, runs: u64) -> Outcome<Command> {
    let seeds = project::root().join(SEEDS).join(name);
    if !seeds.is_dir() {
        return Err(Failure::new(format!("There is no decoder `{name}`.")));
    }
    let corpus = project::root().join("fuzz/corpus").join(name);
    fs::create_dir_all(&corpus).map_err(|cause| Failure::io("make", &corpus, &cause))?;
    let mut command = Command::new(program);
    command
        .env("PLUMBLINE_FUZZ", name)
        .args(LIMITS)
        .arg(format!("-runs={runs}"))
        .arg(format!("-artifact_prefix={}/", seeds.display()))
        .args([corpus, seeds]);
    Ok(command)
}
