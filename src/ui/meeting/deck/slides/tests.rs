//! Decks of results of every kind.

use super::*;
use crate::{
    chart::MAX_ROWS,
    domain::{
        deck::Edit,
        example,
        release::Released,
        side::{BySide, Side},
        survey::{Dimension, Survey, Wording},
        tally::{Counts, Tally},
    },
    ui::source::made_up,
};

#[test]
fn every_slide_of_the_example_has_words_and_its_picture_can_be_drawn() {
    let slides = of(&made_up());
    let with_picture = slides.iter().filter(|slide| slide.picture.is_some());
    assert_eq!(with_picture.count(), 7);
    check(&slides);
}

#[test]
fn the_worst_decks_are_decks() {
    for (name, published) in worst() {
        let slides = of(&published);
        assert!(slides.len() >= 4, "{name}");
        check(&slides);
    }
}

#[test]
fn sixty_items_are_shown_on_as_many_slides_as_they_need() {
    let slides = of(&sixty(&|options| level(options, 0, 40)));
    for slide in &slides {
        if let Some(Illustration::Dots(chart)) = &slide.picture {
            assert!(chart.rows.len() <= MAX_ROWS);
        }
    }
    let alike = slides.iter().filter_map(|slide| {
        let Content::Alike(places) = &slide.content else {
            return None;
        };
        Some(places.len())
    });
    let alike: Vec<usize> = alike.collect();
    assert!(
        alike.len() > 1 && alike.iter().sum::<usize>() > MAX_ROWS,
        "{alike:?}"
    );
}

#[test]
fn what_an_organiser_changed_is_shown_and_stays_text() {
    let published = made_up();
    let deck = deck_of(&published, day(), &[]);
    let mut edits = Edits::default();
    let hostile = "<img src=x onerror=alert(1)> \u{202e}ثروة 字 🎉";
    let [who, overview] = [1, 2].map(|place| deck.slides[place].key.clone());
    edits.apply(&Edit::Title(overview.clone(), hostile.to_owned()));
    edits.apply(&Edit::Notes(overview.clone(), "mine\n<b>too".to_owned()));
    edits.apply(&Edit::Drop(who, true));
    let up = edits.shift(&deck, &overview, true).unwrap();
    edits.apply(&up);

    let slides = slides(&published, day(), &[], &edits);

    assert_eq!(
        slides[1].words.title,
        "<img src=x onerror=alert(1)> ثروة 字 🎉"
    );
    assert_eq!(slides[1].words.notes, ["mine", "<b>too"]);
    assert!(slides[1].made_title.starts_with("Clear gap: leaders "));
    assert!(slides[2].is_dropped);
    let picture = slides[1].picture.as_ref().unwrap();
    let svg = picture
        .draw(Format::Slide, Theme::Light)
        .unwrap()
        .on_page("a");
    assert!(!svg.contains("<img") && svg.contains("&lt;img"), "{svg}");
}

#[test]
fn what_was_changed_about_an_experiment_stays_with_it_whatever_else_is_agreed() {
    let experiment = |number: u32| Experiment {
        number,
        title: format!("Try {number}"),
        lines: vec!["Who does the work: Ana".to_owned()],
        whole: Vec::new(),
    };
    let (published, mut edits) = (made_up(), Edits::default());
    let titles = |numbers: &[u32], edits: &Edits| {
        let agreed: Vec<Experiment> = numbers.iter().copied().map(experiment).collect();
        let slides = slides(&published, day(), &agreed, edits);
        let shown = slides.into_iter().filter(|slide| {
            !slide.is_dropped && matches!(slide.content, Content::Agreed(_) | Content::Experiments)
        });
        shown.map(|slide| slide.words.title).collect::<Vec<_>>()
    };
    let [fitting] = titles(&[], &edits).try_into().unwrap();
    assert!(fitting.starts_with("Experiments"), "{fitting}");
    edits.apply(&Edit::Drop(Key::new("experiments").unwrap(), true));
    assert_eq!(titles(&[], &edits), [""; 0]);

    assert_eq!(titles(&[2], &edits), ["Try 2"]);
    let key = slides(&published, day(), &[experiment(2)], &edits)
        .into_iter()
        .find(|slide| slide.words.title == "Try 2")
        .unwrap()
        .key;
    edits.apply(&Edit::Title(key, "Ours".to_owned()));

    assert_eq!(titles(&[1, 2], &edits), ["Try 1", "Ours"]);
    assert_eq!(titles(&[2, 3], &edits), ["Ours", "Try 3"]);
}

#[test]
fn nothing_of_a_hidden_side_is_on_any_slide() {
    let survey = example::survey();
    let published = published(survey.clone(), &Tally::empty(&survey));
    for slide in of(&published) {
        assert_eq!(slide.picture, None);
        let words = format!("{:?}", slide.words);
        assert!(
            !words.contains("clear gap") && !words.contains(" say so"),
            "{words}"
        );
    }
}

fn check(slides: &[SlideView]) {
    for slide in slides {
        assert!(!slide.words.title.is_empty(), "{:?}", slide.key);
        assert!(!slide.words.notes.is_empty(), "{:?}", slide.key);
        let Some(picture) = &slide.picture else {
            assert!(!slide.words.body.is_empty(), "{:?}", slide.key);
            continue;
        };
        for format in [Format::Slide, Format::Narrow] {
            for theme in Theme::ALL {
                let svg = picture.draw(format, theme).unwrap().on_page("a");
                assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
                assert!(svg.contains("<desc"), "{svg}");
            }
        }
    }
}

fn of(published: &Published) -> Vec<SlideView> {
    slides(published, day(), &[], &Edits::default())
}

fn day() -> Day {
    Day {
        year: 2026,
        month: 11,
        day: 20,
    }
}

fn worst() -> Vec<(&'static str, Published)> {
    let survey = example::survey();
    let hidden = published(survey.clone(), &Tally::empty(&survey));
    vec![
        ("everything hidden", hidden),
        (
            "sixty items that nobody can tell",
            sixty(&|options| spread(options)),
        ),
        (
            "sixty items of one mind",
            sixty(&|options| level(options, 0, 9)),
        ),
        (
            "sixty items with the widest gaps",
            sixty(&|options| level(options, options, 400)),
        ),
    ]
}

/// Sixty items of a foreign wording.
fn sixty(counts: &dyn Fn(usize) -> Counts) -> Published {
    let mut survey = example::survey();
    let shipped = survey.items();
    let items = shipped.iter().cycle().take(60).cloned().zip(1..);
    let items = items.map(|(mut item, number)| {
        item.id = format!("x{number}").into();
        item.team_answer = crate::domain::survey::TeamAnswer::Asked;
        item
    });
    let items: Vec<_> = items.collect();
    let dimensions = items.chunks(4).zip(1..).map(|(items, number)| Dimension {
        name: format!("Theme {number}").into(),
        items: items.to_vec(),
    });
    survey.wording = Wording::Own(dimensions.collect());
    let tallied = survey.items().into_iter().map(|item| {
        BySide::from_fn(|side| {
            let options = usize::from(item.scale.options(side));
            let turned = if side == Side::Team { options } else { 0 };
            let mut of_side = counts(options).options().to_vec();
            of_side.rotate_left(turned % options.max(1));
            Counts::new(of_side, 0)
        })
    });
    let tallied: Vec<BySide<Counts>> = tallied.collect();
    let ballots = tallied[0].map(Counts::valid);
    survey.invited = ballots;
    let tally = fitted(&survey, &tallied);
    published(survey, &tally)
}

/// The tally of these counts, with as many unsure as it takes for all items to have as many ballots.
fn fitted(survey: &Survey, items: &[BySide<Counts>]) -> Tally {
    let ballots = BySide::from_fn(|side: Side| {
        let most = items.iter().map(|item| item.of(side).valid()).max();
        most.unwrap_or_default()
    });
    let items = items.iter().map(|item| {
        BySide::from_fn(|side: Side| {
            let counts = item.of(side);
            let unsure = ballots.of(side) - counts.valid();
            Counts::new(counts.options().to_vec(), unsure)
        })
    });
    Tally::with_counts(survey, ballots, items.collect()).unwrap()
}

/// `n` people at the option of this place.
fn level(options: usize, place: usize, n: u32) -> Counts {
    let mut counts = vec![0; options];
    counts[place % options] = n;
    Counts::new(counts, 0)
}

/// Three at each end.
fn spread(options: usize) -> Counts {
    let mut counts = vec![0; options];
    counts[0] = 3;
    counts[options - 1] = 3;
    Counts::new(counts, 0)
}

fn published(survey: Survey, tally: &Tally) -> Published {
    Published {
        released: Released::of(&survey, tally),
        closed: BySide::from_fn(|_| Some(day())),
        survey,
    }
}
