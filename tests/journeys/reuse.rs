//! Browsers that go from one journey to the next. Only Firefox: its start takes three seconds of a processor, and with 30
//! journeys in turn it saved 35 of 178 seconds, Chromium 7 of 131 and `WebKit` none.
//!
//! Every journey has a server on a port of its own, so its pages have an origin that no browser has met: what a page can
//! keep, and what it may do, begins with nothing there. Beyond that the browser gets a new tab, without history, and
//! forgets what the last person kept, saved and heard. One that was killed, that failed, or whose room was filled is not
//! used again.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use tokio::time::timeout;

use crate::{
    browser::Browser,
    engine::{Engine, Wish},
    site::{EAR, Site},
};

/// How many wait at most: two journeys at a time, most with two or three people.
const MOST_WAITING: usize = 6;

/// How long tidying up may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes away all that the pages of an origin can keep, and calls its last argument.
const CLEAR: &str = "const done = arguments[arguments.length - 1];
    const gone = (name) => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = request.onblocked = reject;
    });
    const clear = async () => {
        localStorage.clear();
        for (const { name } of await indexedDB.databases()) await gone(name);
    };
    clear().then(() => done(null), (error) => done(String(error)));";

static WAITING: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// One that asks pages for this, if one waits.
pub(crate) fn take(name: &str, wish: Wish) -> Option<Browser> {
    let mut waiting = waiting();
    let place = waiting.iter().rposition(|browser| browser.wish == wish)?;
    let mut browser = waiting.remove(place);
    browser.name = name.into();
    Some(browser)
}

/// Lets it wait for its next person, or closes it where it cannot be made as new.
pub(crate) async fn give_back(browser: Browser, site: &Site) {
    if !browser.is_open() {
        return;
    }
    let is_of_use = browser.engine == Engine::Firefox
        && !browser.is_worn.get()
        && waiting().len() < MOST_WAITING;
    if is_of_use && matches!(timeout(PATIENCE, renew(&browser, site)).await, Ok(Ok(true))) {
        waiting().push(browser);
    } else {
        browser.leave().await;
    }
}

fn waiting() -> std::sync::MutexGuard<'static, Vec<Browser>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes it as new; says whether everything could be taken away.
async fn renew(browser: &Browser, site: &Site) -> WebDriverResult<bool> {
    let driver = &browser.driver;
    let (first, others) = {
        let mut tabs = driver.windows().await?;
        (tabs.remove(0), tabs)
    };
    for tab in others {
        driver.switch_to_window(tab).await?;
        driver.close_window().await?;
    }
    driver.switch_to_window(first.clone()).await?;
    driver.goto(site.address(EAR)).await?;
    let left = driver.execute_async(CLEAR, Vec::new()).await?;
    if left.json() != &Value::Null {
        return Ok(false);
    }

    let fresh = driver.new_tab().await?;
    driver.close_window().await?;
    driver.switch_to_window(fresh.clone()).await?;
    browser.tabs.replace(vec![fresh]);
    browser.take_seat().await;
    browser.listen().await;
    browser.forget();
    Ok(true)
}
