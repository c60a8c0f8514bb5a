//! What a page leaves behind: in storage, in the history, in files, in the console, on the network.

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::{browser::Browser, engine::Engine, site::EAR};

/// Endings of files that a browser is still writing.
const UNFINISHED: [&str; 3] = [".crdownload", ".part", ".wkdownload"];

/// The page's own icon, which a browser loads whenever it likes, also long after the page.
pub(crate) fn is_icon(address: &str) -> bool {
    address
        .rsplit('/')
        .next()
        .is_some_and(|name| name.starts_with("icon-"))
}

impl Browser {
    /// All that can be read on this device of what the page has kept there, as one text.
    ///
    /// Local and session storage, cookies, the window's name, the history's state and `IndexedDB`;
    /// bytes stand there as Latin-1 and as hexadecimal digits.
    pub(crate) async fn storage_texts(&self) -> String {
        let script = include_str!("storage.js");
        let texts = self.run_async(script, Vec::new()).await;
        strings(&texts.expect("the page can be asked")).join("\n")
    }

    /// Everything that this person's pages have complained about so far.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        self.listen().await;
        self.heard.borrow().clone()
    }

    /// What the page has loaded, or tried to, since it was opened; as far as the page knows.
    pub(crate) async fn requests(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        let names = self.run(script, Vec::new()).await;
        let mut names = strings(&names.expect("the page can be asked"));
        names.retain(|name| !name.ends_with(EAR) && !is_icon(name));
        names.sort();
        names
    }

    /// A file that the page has let this person save, once it is whole.
    pub(crate) async fn downloaded(&self, name: &str) -> Vec<u8> {
        let folder = self.downloads();
        self.until(&format!("save “{name}”"), async || {
            let entries = fs::read_dir(&folder).map_err(|error| error.to_string())?;
            let files = entries.flatten().map(|entry| entry.file_name());
            let files: Vec<String> = files.filter_map(|name| name.into_string().ok()).collect();
            let is_unfinished = |file: &String| UNFINISHED.iter().any(|end| file.ends_with(end));
            let bytes = fs::read(folder.join(name)).unwrap_or_default();
            if bytes.is_empty() || files.iter().any(is_unfinished) {
                return Err(format!("saved so far: {files:?}"));
            }
            Ok(bytes)
        })
        .await
    }

    /// The same, and puts the file aside, so that the next of its name gets that name; tells where it lies then.
    pub(crate) async fn put_aside(&self, name: &str, aside: &str) -> (Vec<u8>, PathBuf) {
        let bytes = self.downloaded(name).await;
        let file = self.laid_shelf().join(aside);
        fs::rename(self.downloads().join(name), &file).expect("a file can be put aside");
        (bytes, file)
    }

    /// Lays a file down on this person's device, as if somebody had sent it; tells where it lies.
    pub(crate) fn is_sent(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.laid_shelf().join(name);
        fs::write(&file, bytes).expect("a file can be laid down");
        file
    }

    fn laid_shelf(&self) -> PathBuf {
        let folder = self.shelf();
        fs::create_dir_all(&folder).expect("its home can be written to");
        folder
    }

    /// Takes note of new errors; to be done before a page is left, because they go with it.
    pub(crate) async fn listen(&self) {
        let new = match self.engine {
            Engine::Chromium => self.logged().await,
            Engine::Firefox | Engine::Webkit => {
                let script = "return window.journeyEar?.splice(0) ?? []";
                let heard = self.run(script, Vec::new()).await;
                heard.map(|heard| strings(&heard)).unwrap_or_default()
            }
        };
        self.heard.borrow_mut().extend(new);
    }

    async fn logged(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await;
        let entries = entries.expect("its driver keeps a log").into_iter();
        // The journeys' own questions to a page have no address; those of the page have.
        let is_ours = |message: &str| message.starts_with("javascript ");
        let errors = entries.filter(|entry| entry.level == "SEVERE" && !is_ours(&entry.message));
        errors.map(|entry| entry.message).collect()
    }
}

fn strings(value: &Value) -> Vec<String> {
    let values = value.as_array().into_iter().flatten();
    values
        .map(|value| value.as_str().unwrap_or_default().into())
        .collect()
}
