//! Every command is read as it was meant, and a mistake is named.

use super::*;

#[test]
fn without_a_command_there_is_help() {
    assert_eq!(parse(""), Ok(Task::Help));
    assert_eq!(parse("--help"), Ok(Task::Help));
}

#[test]
fn serve_has_a_port_and_opens_the_browser_unless_told_otherwise() {
    assert_eq!(parse("serve"), Ok(serve(8080, true)));
    assert_eq!(parse("serve --port 90 --no-open"), Ok(serve(90, false)));
    assert_eq!(parse("serve --port=90"), Ok(serve(90, true)));
}

#[test]
fn test_takes_chromium_unless_told_otherwise() {
    assert_eq!(parse("test"), Ok(test(&[Browser::Chromium], Scope::All)));
    assert_eq!(
        parse("test --browsers firefox,webkit,firefox --only journeys"),
        Ok(test(&[Browser::Firefox, Browser::Webkit], Scope::Journeys))
    );
}

#[test]
fn another_folder_for_tools_becomes_absolute() {
    let expected = path::absolute("here").unwrap();

    assert_eq!(
        parse("dist --tools here"),
        Ok(Task::Dist {
            tools: Some(expected)
        })
    );
}

#[test]
fn fuzz_takes_all_decoders_unless_told_otherwise() {
    let fuzz = |target: Option<&str>, runs| {
        Ok(Task::Fuzz {
            target: target.map(str::to_owned),
            runs,
        })
    };
    assert_eq!(parse("fuzz"), fuzz(None, RUNS));
    assert_eq!(parse("fuzz --runs 9 scan"), fuzz(Some("scan"), 9));
}

#[test]
fn soak_is_as_hard_as_wanted() {
    let soak = |browsers: &[Browser], kills, rounds, points, every| {
        Ok(Task::Soak(Soak {
            tools: None,
            browsers: browsers.to_vec(),
            kills,
            rounds,
            points,
            every,
        }))
    };
    assert_eq!(parse("soak"), soak(&[Browser::Chromium], 100, 10, 100, 1));
    assert_eq!(
        parse("soak --kills 7 --rounds=0 --points 1 --every 9 --browsers webkit"),
        soak(&[Browser::Webkit], 7, 0, 1, 9)
    );
}

#[test]
fn a_measurement_has_a_name() {
    assert_eq!(parse("bench box"), Ok(Task::Bench(BOX)));
    assert_eq!(parse("bench method"), Ok(Task::Bench("method")));
}

#[test]
fn a_mistake_is_named() {
    for (words, problem) in [
        ("bench speed", "There is no benchmark `speed`."),
        ("soak --kills many", "`many` is not a number of times."),
        ("build", "There is no command `build`."),
        ("dist --port 1", "`--port` is not known here."),
        ("dist twice", "`twice` is not known here."),
        ("serve --port", "`--port` needs a value."),
        ("fuzz --runs many", "`many` is not a number of runs."),
        ("fuzz scan code", "`code` is not known here."),
        (
            "serve --port 70000",
            "`70000` is not a port from 0 to 65535.",
        ),
        (
            "test --browsers ie",
            "`ie` is not chromium, firefox or webkit.",
        ),
        ("test --only unit", "`unit` is neither native nor journeys."),
    ] {
        let failure = parse(words).unwrap_err().to_string();

        assert!(failure.starts_with(problem), "{words}: {failure}");
        assert!(failure.ends_with(USAGE), "{words}: {failure}");
    }
}

fn parse(words: &str) -> Outcome<Task> {
    Task::parse(words.split_whitespace().map(str::to_owned).collect())
}

fn serve(port: u16, open: bool) -> Task {
    Task::Serve(Serve {
        tools: None,
        port,
        open,
    })
}

fn test(browsers: &[Browser], scope: Scope) -> Task {
    Task::Test(Test {
        tools: None,
        browsers: browsers.to_vec(),
        scope,
    })
}
