//! Just enough of HTTP to give files to a browser on the same machine.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::address;

/// Longer requests are refused; a browser's is well under 2,000 bytes here.
const LONGEST_REQUEST: u64 = 16 * 1024;

/// What to send back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Response {
    status: &'static str,
    kind: &'static str,
    content: Vec<u8>,
    is_head_only: bool,
}

/// Reads one request from `stream` and answers it with a file from `site`.
///
/// # Errors
///
/// Fails if the other side goes away.
pub(crate) fn answer(stream: &mut (impl Read + Write), site: &Path) -> io::Result<()> {
    let request = read_request(stream)?;
    respond(&request, site).write_to(stream)
}

fn read_request(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let mut part = [0; 1024];
    let mut stream = stream.take(LONGEST_REQUEST);
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut part)? {
            0 => break,
            length => request.extend_from_slice(&part[..length]),
        }
    }
    Ok(request)
}

fn respond(request: &[u8], site: &Path) -> Response {
    let is_whole = request.windows(4).any(|end| end == b"\r\n\r\n");
    let request = String::from_utf8_lossy(request);
    let line = request.lines().next().unwrap_or_default();
    let words: Vec<&str> = line.split(' ').collect();
    match words[..] {
        [method, address, version]
            if is_whole && address.starts_with('/') && version.starts_with("HTTP/1.") =>
        {
            match method {
                "GET" | "HEAD" => Response::file(address, site).head_only(method == "HEAD"),
                _ => Response::text(
                    "405 Method Not Allowed",
                    "Only GET and HEAD are known here.",
                ),
            }
        }
        _ => Response::text("400 Bad Request", "This request cannot be understood."),
    }
}

impl Response {
    fn text(status: &'static str, text: &str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            content: format!("{text}\n").into_bytes(),
            is_head_only: false,
        }
    }

    // The file at `address`; for unknown addresses the site's own page, as static hosts do.
    fn file(address: &str, site: &Path) -> Self {
        if let Some(path) = address::locate(address, site)
            && let Ok(content) = fs::read(&path)
        {
            return Self {
                status: "200 OK",
                kind: kind(&path),
                content,
                is_head_only: false,
            };
        }
        let mut response = Self::text("404 Not Found", "There is no such page.");
        if let Ok(content) = fs::read(site.join("404.html")) {
            response.kind = kind(Path::new("404.html"));
            response.content = content;
        }
        response
    }

    fn head_only(mut self, is_head_only: bool) -> Self {
        self.is_head_only = is_head_only;
        self
    }

    fn write_to(&self, stream: &mut impl Write) -> io::Result<()> {
        let length = self.content.len();
        write!(
            stream,
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {length}\r\n\
             Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\
             Allow: GET, HEAD\r\nConnection: close\r\n\r\n",
            self.status, self.kind
        )?;
        if !self.is_head_only {
            stream.write_all(&self.content)?;
        }
        stream.flush()
    }
}

fn kind(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn files_come_with_their_kind() {
        let site = Site::new("kinds");
        for (address, kind) in [
            ("/", "text/html; charset=utf-8"),
            ("/index.html?a=b", "text/html; charset=utf-8"),
            ("/a%20b.wasm", "application/wasm"),
            ("/deep/one.woff2", "font/woff2"),
        ] {
            let response = site.respond(&format!("GET {address} HTTP/1.1\r\n\r\n"));

            assert_eq!(response.status, "200 OK", "{address}");
            assert_eq!(response.kind, kind, "{address}");
        }
    }

    #[test]
    fn unknown_addresses_give_the_sites_own_page() {
        let site = Site::new("unknown");
        for address in ["/none", "/deep", "/deep/", "/index.html/", "/%zz", "/%"] {
            let response = site.respond(&format!("GET {address} HTTP/1.1\r\n\r\n"));

            assert_eq!(response.status, "404 Not Found", "{address}");
            assert_eq!(response.content, b"not here", "{address}");
        }
    }

    #[test]
    fn nothing_outside_the_site_is_given() {
        let site = Site::new("outside");
        let mut addresses = vec![];
        for up in [
            "..",
            "%2e%2e",
            ".%2E",
            "deep/../..",
            "deep%2f..%2f..",
            "..%5c",
        ] {
            addresses.push(format!("/{up}/Cargo.toml"));
        }
        addresses.push("/.hidden".to_owned());
        addresses.push("/%00".to_owned());
        addresses.push("/c:/index.html".to_owned());
        for address in addresses {
            let response = site.respond(&format!("GET {address} HTTP/1.1\r\n\r\n"));

            assert_eq!(response.status, "404 Not Found", "{address}");
        }
    }

    #[test]
    fn only_reading_is_known() {
        let site = Site::new("reading");
        let response = site.respond("POST / HTTP/1.1\r\n\r\n");

        assert_eq!(response.status, "405 Method Not Allowed");
    }

    #[test]
    fn a_head_request_gets_no_content() {
        let site = Site::new("head");
        let mut written = Vec::new();

        let response = site.respond("HEAD / HTTP/1.1\r\n\r\n");
        response.write_to(&mut written).unwrap();

        let written = String::from_utf8(written).unwrap();
        assert!(written.contains("Content-Length: 5\r\n"), "{written}");
        assert!(written.ends_with("\r\n\r\n"), "{written}");
    }

    #[test]
    fn nonsense_is_answered_too() {
        let site = Site::new("nonsense");
        for request in [
            "",
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/1.1",
            "GET  / HTTP/1.1\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET http://elsewhere/ HTTP/1.1\r\n\r\n",
            "\u{1}\u{fffd} / x\r\n\r\n",
        ] {
            assert_eq!(
                site.respond(request).status,
                "400 Bad Request",
                "{request:?}"
            );
        }
    }

    #[test]
    fn an_endless_request_is_cut_off() {
        let mut endless = io::repeat(b'a');

        assert_eq!(
            read_request(&mut endless).unwrap().len() as u64,
            LONGEST_REQUEST
        );
    }

    // A small site in a folder of its own, gone at the end.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let folder = format!("plumbline-{}-{name}", std::process::id());
            let site = Self(std::env::temp_dir().join(folder));
            fs::create_dir_all(site.0.join("deep")).unwrap();
            for (file, content) in [
                ("index.html", "start"),
                ("404.html", "not here"),
                ("a b.wasm", ""),
                ("deep/one.woff2", ""),
                (".hidden", ""),
            ] {
                fs::write(site.0.join(file), content).unwrap();
            }
            site
        }

        fn respond(&self, request: &str) -> Response {
            respond(request.as_bytes(), &self.0)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}
