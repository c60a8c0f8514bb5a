//! Texts that go into the box one after another, by the page itself, without a driver between.

use serde_json::{Value, json};

use crate::{browser::Browser, people};

/// Waits for the start, then puts texts into the box.
const STREAM: &str = include_str!("stream.js");

/// What a page said to the texts of a stream.
#[derive(Debug, PartialEq)]
pub(crate) struct Told {
    /// For each text: `taken`, or `full`.
    pub(crate) told: Vec<String>,
    /// The longest time from a press to what the page said, in milliseconds.
    pub(crate) longest: f64,
}

impl Browser {
    /// Gets this tab ready to put texts into the box as soon as [`all_tabs_press`](Self::all_tabs_press) says so; `full`
    /// is what the page says when there is no room.
    pub(crate) async fn prepare_stream(&self, texts: &[String], full: Option<&str>) {
        let given = vec![
            json!(people::CODES),
            json!("Put into the box"),
            json!("came in."),
            json!(full),
            json!(texts),
        ];
        let prepared = self.run(STREAM, given).await;
        prepared.expect("the page can be asked");
    }

    /// Waits until this tab has said something to every text.
    ///
    /// A stream may take as long as it likes, if only it goes on.
    pub(crate) async fn stream_ends(&self) -> Told {
        let mut last = 0;
        loop {
            let (stream, told) = self
                .until("see the stream go on", async || {
                    let stream = self.run("return window.journeyStream", Vec::new()).await?;
                    let told = stream["told"].as_array().map_or(0, Vec::len);
                    let goes_on = told > last || stream["isDone"] == true;
                    goes_on
                        .then_some((stream.clone(), told))
                        .ok_or_else(|| stream.to_string())
                })
                .await;
            if stream["isDone"] == true {
                return read(&stream);
            }
            last = told;
        }
    }
}

fn read(stream: &Value) -> Told {
    let told = stream["told"].as_array().into_iter().flatten();
    Told {
        told: told
            .map(|told| told.as_str().unwrap_or_default().to_owned())
            .collect(),
        longest: stream["longest"].as_f64().unwrap_or_default(),
    }
}
