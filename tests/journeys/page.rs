//! What a person can do and see on a page: the vocabulary of the journeys.
//!
//! Everything is found by what a person sees or hears, a role and a name, and everything waits
//! until it is so. Names are whole names, and nothing else on the page may have the same.

use std::{path::Path, sync::Arc};

use data_encoding::BASE64;
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::{browser::Browser, engine::Engine};

/// Finds things in the page by role and name.
const PAGE: &str = include_str!("page.js");

impl Browser {
    /// Goes to an address.
    pub(crate) async fn open(&self, address: &str) {
        self.listen().await;
        let wanted = format!("open {address}");
        self.until(&wanted, async || {
            let went = self.driver.goto(address).await;
            went.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Loads the page again, and waits until the old one is gone: a driver may come back while it can still be pressed.
    pub(crate) async fn reload(&self) {
        self.listen().await;
        let marked = self.run("window.isOld = true", Vec::new()).await;
        marked.expect("the page can be marked");
        let went = self.driver.refresh().await;
        went.expect("the page can be loaded again");
        self.until("reload", async || {
            let is_old = self.run("return window.isOld === true", Vec::new()).await?;
            (is_old == json!(false))
                .then_some(())
                .ok_or_else(|| "the old page is still there".into())
        })
        .await;
    }

    /// Goes back one step.
    pub(crate) async fn back(&self) {
        self.listen().await;
        let went = self.driver.back().await;
        went.expect("the browser can go back");
        self.did("go back");
    }

    /// Goes forward one step.
    pub(crate) async fn forward(&self) {
        self.listen().await;
        let went = self.driver.forward().await;
        went.expect("the browser can go forward");
        self.did("go forward");
    }

    /// Opens an address in a tab beside the others, and looks at that one.
    pub(crate) async fn open_beside(&self, address: &str) {
        self.listen().await;
        let tab = self.driver.new_tab().await.expect("a tab can be opened");
        self.tabs.borrow_mut().push(tab);
        let newest = self.tabs.borrow().len() - 1;
        self.look_at_tab(newest).await;
        self.open(address).await;
    }

    /// Looks at another tab, counted from 0 in the order in which they were opened.
    pub(crate) async fn look_at_tab(&self, number: usize) {
        self.listen().await;
        let tab = self.tabs.borrow()[number].clone();
        let switched = self.driver.switch_to_window(tab).await;
        switched.expect("the tab is there");
        self.did(&format!("look at tab {number}"));
    }

    /// Looks at the tab that a link has opened.
    pub(crate) async fn look_at_newest_tab(&self) {
        self.listen().await;
        self.until("look at the newest tab", async || {
            let tabs = self
                .driver
                .windows()
                .await
                .map_err(|error| error.to_string())?;
            let known = self.tabs.borrow().clone();
            let newest = tabs.into_iter().find(|tab| !known.contains(tab));
            let newest = newest.ok_or("no tab was opened")?;
            self.tabs.borrow_mut().push(newest.clone());
            let switched = self.driver.switch_to_window(newest).await;
            switched.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Presses a button or follows a link.
    pub(crate) async fn press(&self, name: &str) {
        self.until(&format!("press “{name}”"), async || {
            let control = self.find("control", name).await?;
            control.click().await.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Presses a button or follows a link in the part of the page that a heading stands over.
    pub(crate) async fn press_under(&self, heading: &str, name: &str) {
        self.until(
            &format!("press “{name}” under “{heading}”"),
            async || {
                let given = vec![json!(heading), json!("control"), json!(name)];
                let control = self.element(&self.look("find_under", given).await?)?;
                control.click().await.map_err(|error| error.to_string())
            },
        )
        .await;
    }

    /// Picks an option in the part of the page that a heading stands over, with the arrow keys.
    ///
    /// A click on the option is nothing that the page hears of in `Chromium`, through its driver; typing how it begins
    /// picks nothing in Firefox while it still waits for more of what was typed into another field.
    pub(crate) async fn pick_under(&self, heading: &str, name: &str, option: &str) {
        let steps = "const [select, wanted] = arguments;
            const at = [...select.options].findIndex((option) => option.text === wanted);
            return at - select.selectedIndex;";
        self.until(
            &format!("pick “{option}” as “{name}” under “{heading}”"),
            async || {
                let given = vec![json!(heading), json!("field"), json!(name)];
                let found = self.look("find_under", given).await?;
                let given = vec![found["element"].clone(), json!(option)];
                let key = match self.run(steps, given).await?.as_i64() {
                    Some(0) => return Ok(()),
                    Some(1..) => Key::Down,
                    _ => Key::Up,
                };
                let pressed = self.element(&found)?.send_keys(key + "").await;
                pressed.map_err(|error| error.to_string())?;
                Err("another is picked".to_owned())
            },
        )
        .await;
    }

    /// Brings a file through a field for files.
    pub(crate) async fn bring(&self, label: &str, file: &Path) {
        let path = file.to_str().expect("its path is UTF-8");
        self.until(&format!("bring {path} through “{label}”"), async || {
            let field = self.find("field", label).await?;
            let brought = field.send_keys(path).await;
            brought.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Drops a file with this content on the page; no driver can drag one there from outside. The page takes it: a
    /// browser leaves the page for a file that nobody takes.
    pub(crate) async fn drop_file(&self, name: &str, content: &(impl AsRef<[u8]> + ?Sized)) {
        let script = "const [name, content] = arguments;
            const bytes = Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([bytes], name));
            const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
            document.body.dispatchEvent(drop);
            return drop.defaultPrevented;";
        let content = BASE64.encode(content.as_ref());
        let dropped = self.run(script, vec![json!(name), json!(content)]).await;
        let is_taken = dropped.expect("a file can be dropped");
        assert_eq!(is_taken, json!(true), "nobody takes {name}");
        self.did(&format!("drop {name}"));
    }

    /// The whole name of the one button, link or fold whose name begins so.
    pub(crate) async fn name_that_begins(&self, start: &str) -> String {
        self.until(&format!("find “{start}…”"), async || {
            let name = self.look("begins", vec![json!(start)]).await?;
            let name = name.as_str().map(str::to_owned);
            name.ok_or_else(|| "not one control is called so".into())
        })
        .await
    }

    /// The names of all pictures that are seen.
    pub(crate) async fn pictures(&self) -> Vec<String> {
        let names = self.look("pictures", Vec::new()).await;
        serde_json::from_value(names.expect("the page can be asked")).expect("they are names")
    }

    /// Gets ready to press a button as soon as [`all_tabs_press`](Self::all_tabs_press) says so, whichever tab is
    /// looked at then.
    pub(crate) async fn press_with_all_tabs(&self, name: &str) {
        let script = "const [button] = arguments;
            const line = new BroadcastChannel('journey');
            line.onmessage = () => { line.close(); button.click(); };";
        self.until(&format!("get ready to press “{name}”"), async || {
            let button = self.find("control", name).await?;
            let button = button.to_json().map_err(|error| error.to_string())?;
            self.run(script, vec![button]).await
        })
        .await;
    }

    /// Lets all tabs press what they are ready to press, none of them waiting for another.
    pub(crate) async fn all_tabs_press(&self) {
        let script = "const line = new BroadcastChannel('journey');
            line.postMessage('now');
            line.close();";
        let told = self.run(script, Vec::new()).await;
        told.expect("the page can be asked");
        self.did("all tabs press");
    }

    /// Picks a choice or ticks a box by its label.
    pub(crate) async fn choose(&self, name: &str) {
        self.until(&format!("choose “{name}”"), async || {
            let choice = self.find("choice", name).await?;
            choice.click().await.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Is this choice picked or this box ticked?
    pub(crate) async fn is_chosen(&self, name: &str) -> bool {
        self.until(&format!("look at “{name}”"), async || {
            self.find("choice", name).await?;
            let is_chosen = self.look("is_chosen", vec![json!(name)]).await?;
            Ok(is_chosen == json!(true))
        })
        .await
    }

    /// The label of the choice that is picked; nothing if none is.
    pub(crate) async fn chosen(&self) -> Option<String> {
        let chosen = self.look("chosen", Vec::new()).await;
        let chosen = chosen.expect("the page can be asked");
        chosen.as_str().map(str::to_owned)
    }

    /// Types a text into a field, in place of what is there.
    ///
    /// `WebKit`'s driver swallows line breaks and emoji; there, texts with those are pasted.
    pub(crate) async fn type_into(&self, label: &str, text: &str) {
        let is_hard = |letter: char| letter.is_control() || letter > '\u{ffff}';
        if self.engine == Engine::Webkit && text.contains(is_hard) {
            return self.paste_into(label, text).await;
        }
        self.until(&format!("type into “{label}”"), async || {
            let field = self.find("field", label).await?;
            let typed = async {
                field.send_keys(Key::Control + "a").await?;
                field.send_keys(Key::Backspace + text).await
            };
            typed.await.map_err(|error| error.to_string())
        })
        .await;
    }

    /// Puts a text of any length into a field at once, in place of what is there.
    pub(crate) async fn paste_into(&self, label: &str, text: &str) {
        self.until(&format!("paste into “{label}”"), async || {
            self.find("field", label).await?;
            self.look("paste", vec![json!(label), json!(text)]).await
        })
        .await;
    }

    /// What is in a field.
    pub(crate) async fn value_of(&self, label: &str) -> String {
        self.until(&format!("read “{label}”"), async || {
            self.find("field", label).await?;
            let value = self.look("value", vec![json!(label)]).await?;
            Ok(text(&value))
        })
        .await
    }

    /// Waits until the page shows a text.
    pub(crate) async fn sees(&self, words: &str) {
        self.until(&format!("see “{words}”"), async || {
            let page = self.visible_text().await?;
            page.contains(words)
                .then_some(())
                .ok_or_else(|| "it is not there".into())
        })
        .await;
    }

    /// Waits until the part of the page that has this name shows a text.
    pub(crate) async fn sees_in(&self, part: &str, words: &str) {
        self.until(&format!("see “{words}” in “{part}”"), async || {
            let seen = text(&self.look("seen_in", vec![json!(part)]).await?);
            seen.contains(words)
                .then_some(())
                .ok_or_else(|| format!("it shows “{seen}”"))
        })
        .await;
    }

    /// Waits until the page no longer shows a text.
    pub(crate) async fn does_not_see(&self, words: &str) {
        self.until(&format!("no longer see “{words}”"), async || {
            let page = self.visible_text().await?;
            (!page.contains(words))
                .then_some(())
                .ok_or_else(|| "it is there".into())
        })
        .await;
    }

    /// Waits for a heading.
    pub(crate) async fn heading(&self, name: &str) {
        self.until(&format!("heading “{name}”"), async || {
            self.find("heading", name).await
        })
        .await;
    }

    /// The cells of a table, row by row, with its head.
    pub(crate) async fn text_of_table(&self, caption: &str) -> Vec<Vec<String>> {
        self.until(&format!("table “{caption}”"), async || {
            self.find("table", caption).await?;
            let rows = self.look("rows", vec![json!(caption)]).await?;
            serde_json::from_value(rows).map_err(|error| error.to_string())
        })
        .await
    }

    /// The address as the browser shows it.
    pub(crate) async fn address(&self) -> String {
        let address = self.run("return location.href", Vec::new()).await;
        address.map_or_else(|error| error, |address| text(&address))
    }

    /// Makes the page, without the window around it, so wide and so high.
    ///
    /// What is around the page may change meanwhile, as in `WebKit` when it shows where a link leads.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let wanted = format!("a page of {width} × {height}");
        self.until(&wanted, async || {
            let now = self.viewport().await?;
            if now == (width, height) {
                return Ok(());
            }
            let frame = self.frame().await?;
            let (outer_width, outer_height) = (width + frame.0, height + frame.1);
            let resized = self.driver.set_window_rect(0, 0, outer_width, outer_height);
            resized.await.map_err(|error| error.to_string())?;
            Err(format!("it is {} × {}", now.0, now.1))
        })
        .await;
    }

    /// All that the page shows, as text.
    pub(crate) async fn visible_text(&self) -> Result<String, String> {
        self.look("seen", Vec::new())
            .await
            .map(|words| text(&words))
    }

    /// How much wider and higher than its page the window is.
    async fn frame(&self) -> Result<(u32, u32), String> {
        let window = self.driver.get_window_rect().await;
        let window = window.map_err(|error| error.to_string())?;
        let (width, height) = self.viewport().await?;
        let beyond = |outer: i64, inner: u32| {
            let outer = u32::try_from(outer).unwrap_or_default();
            outer.saturating_sub(inner)
        };
        Ok((beyond(window.width, width), beyond(window.height, height)))
    }

    async fn viewport(&self) -> Result<(u32, u32), String> {
        let size = self.run("return [innerWidth, innerHeight]", Vec::new());
        serde_json::from_value(size.await?).map_err(|error| error.to_string())
    }

    /// The one thing of a kind with this name.
    async fn find(&self, kind: &str, name: &str) -> Result<WebElement, String> {
        self.element(&self.look("find", vec![json!(kind), json!(name)]).await?)
    }

    /// The element that the page's script has found, or what it says is wrong.
    fn element(&self, found: &Value) -> Result<WebElement, String> {
        if let Some(problem) = found["problem"].as_str() {
            return Err(problem.into());
        }
        let handle = Arc::clone(self.driver.handle());
        WebElement::from_json(found["element"].clone(), handle).map_err(|error| error.to_string())
    }

    /// Asks the page's script one question.
    pub(crate) async fn look(&self, question: &str, given: Vec<Value>) -> Result<Value, String> {
        let mut words = vec![json!(question)];
        words.extend(given);
        self.run(PAGE, words).await
    }
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().into()
}
