use leptos::prelude::Owner;

use super::*;
use crate::{
    domain::{day::Day, release::Released, side::Side, survey::Survey, tally::Tally},
    state::{Published, Workspace},
    ui::source::made_up,
};

const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 20,
};

fn file(published: Published) -> String {
    one_file(&Subject::of(published, DAY)).unwrap()
}

#[test]
fn the_file_is_small_loads_nothing_and_is_always_the_same() {
    let again = file(made_up());
    let file = file(made_up());
    assert_eq!(file, again);
    assert!(file.len() < 1_000_000, "{} bytes", file.len());
    for word in ["<script", "<link", "<img", "<iframe", " on", "javascript:"] {
        let is_attribute = word == " on";
        let tags = file.split('<').skip(1);
        let mut tags = tags.map(|tag| tag.split('>').next().unwrap_or_default());
        let has = if is_attribute {
            tags.any(|tag| tag.contains(" onload=") || tag.contains(" onclick="))
        } else {
            file.contains(word)
        };
        assert!(!has, "{word}");
    }
    let addresses = file.split("http").skip(1);
    for address in addresses {
        let is_name =
            address.starts_with("://www.w3.org/2000/svg") || address.starts_with("-equiv");
        assert!(is_name, "http{}", &address[..20]);
    }
}

#[test]
fn the_file_holds_every_number_of_the_page_and_opens_the_results_again() {
    let published = made_up();
    let file = file(published.clone());
    let subject = Subject::of(published.clone(), DAY);
    for item in subject.results.items() {
        for side in Side::ALL {
            let cell = format!("<td>{}</td>", results::shown(*item.shown.of(side)));
            assert!(file.contains(&cell), "{cell}");
        }
    }
    assert!(file.contains(&subject.who()));
    assert!(file.contains("2026-11-20"));
    for told in Article::of(&subject).gaps {
        assert!(file.contains(&format!("href=\"#row-{}\"", told.claim.place)));
        assert!(file.contains(&format!("<tr id=\"row-{}\"", told.claim.place)));
    }
    let owner = Owner::new();
    owner.set();
    let workspace = Workspace::new();
    assert_eq!(workspace.bring(Ok(file.into_bytes())), Ok(()));
    assert_eq!(workspace.brought(), Some(published.without_key()));
}

#[test]
fn ids_are_unique() {
    let file = file(made_up());
    let mut ids: Vec<&str> = file
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert!(all > 20);
    assert_eq!(ids.len(), all);
}

#[test]
fn hostile_names_stay_text_and_hidden_numbers_stay_out() {
    let survey = Survey {
        team: "\"><script>alert(1)</script>".to_owned(),
        company: Some("</style><img src=x onerror=1>".to_owned()),
        ..made_up().survey
    };
    let published = Published {
        released: Released::of(&survey, &Tally::empty(&survey)),
        survey,
        ..made_up()
    };
    let file = file(published);
    assert!(!file.contains("<script") && !file.contains("<img"));
    assert_eq!(file.matches("</style>").count(), 1);
    let rows = file.split("<tr").skip(1);
    let rows: Vec<&str> = rows.filter(|row| row.contains("<td>")).collect();
    assert!(rows.len() > 18);
    for row in rows {
        assert!(row.matches("<td>hidden</td>").count() >= 3, "{row}");
    }
}

#[test]
fn in_the_dark_every_picture_has_the_colours_of_a_dark_one() {
    let subject = Subject::of(made_up(), DAY);
    let choice = Choice::default();
    let parts = pictures(&subject, choice).into_iter();
    let parts = parts
        .chain(of_ten::part(&subject, choice))
        .chain(steps::part(&subject, choice));
    for part in parts {
        let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| {
            let drawn = part.chart.draw(Format::Slide, theme).unwrap();
            drawn.on_page("x")
        });
        let mut turned = light;
        for (light, dark) in Palette::light_and_dark() {
            for place in ["fill", "stroke"] {
                let light = format!("{place}=\"{}\"", light.hex());
                turned = turned.replace(&light, &format!("{place}=\"{}\"", dark.hex()));
            }
        }
        assert!(turned == dark, "{}", part.title);
    }
}
