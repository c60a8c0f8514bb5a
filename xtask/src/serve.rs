//! Showing the built page on this machine.

use std::env;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::run::{self, Failure, Outcome};
use crate::task::Serve;
use crate::toolbox::Toolbox;
use crate::{http, project, site};

/// How many ports are tried, from the wanted one up.
const PORTS_TRIED: u16 = 100;

/// How long a browser may say nothing on an open connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// Builds the page and serves it until interrupted.
///
/// # Errors
///
/// Fails if the page cannot be built or no port is free.
pub(crate) fn serve(wanted: &Serve) -> Outcome {
    site::build(&Toolbox::open(wanted.tools.as_deref())?)?;
    let listener = listen(wanted.port)?;
    let port = listener
        .local_addr()
        .map_or(wanted.port, |address| address.port());
    if port != wanted.port && wanted.port != 0 {
        println!("Port {} is taken; using {port}.", wanted.port);
    }
    let address = format!("http://127.0.0.1:{port}/");
    println!("\nPlumbline is at {address} until you press Ctrl+C.");
    if wanted.open {
        open(&address);
    }
    answer_all(&listener, &project::dist());
    Ok(())
}

// The wanted port, or the next that is free. Only this machine can reach it.
fn listen(wanted: u16) -> Outcome<TcpListener> {
    let last = wanted.saturating_add(PORTS_TRIED);
    let mut result = Err(io::ErrorKind::AddrInUse.into());
    for port in wanted..=last {
        result = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        if result.is_ok() {
            break;
        }
    }
    result.map_err(|cause| {
        Failure::new(format!(
            "No port from {wanted} to {last} can be served on: {cause}. Choose one with `--port N`."
        ))
    })
}

fn answer_all(listener: &TcpListener, site: &Path) {
    for stream in listener.incoming().flatten() {
        let site = site.to_path_buf();
        // Without a thread to be had, the browser asks again.
        let _ = thread::Builder::new().spawn(move || answer(stream, &site));
    }
}

fn answer(mut stream: TcpStream, site: &Path) {
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let _ = stream.set_write_timeout(Some(PATIENCE));
    // A browser that goes away has no use for a message.
    let _ = http::answer(&mut stream, site);
}

// Opens the browser where there is one; the address is on the screen anyway.
fn open(address: &str) {
    let Some((program, words)) = opener() else {
        return;
    };
    let _ = Command::new(program)
        .args(words)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}

fn opener() -> Option<(PathBuf, &'static [&'static str])> {
    if cfg!(windows) {
        return Some((PathBuf::from("cmd"), &["/c", "start", ""]));
    }
    if cfg!(target_os = "macos") {
        return Some((PathBuf::from("open"), &[]));
    }
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    let program = run::find_on_path("xdg-open").filter(|_| has_screen)?;
    Some((program, &[]))
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();

        let next = listen(port).unwrap();

        assert!(next.local_addr().unwrap().port() > port);
    }

    #[test]
    fn many_browsers_are_answered_at_once() {
        let listener = listen(0).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || answer_all(&listener, Path::new("nowhere")));
        let _silent = TcpStream::connect(address).unwrap();

        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /x HTTP/1.1\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();

        assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
        assert!(answer.ends_with("There is no such page.\n"), "{answer}");
    }
}
