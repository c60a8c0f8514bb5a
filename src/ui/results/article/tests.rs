//! What an article holds: for the made-up company, without a clear gap, with everything hidden, with sixty items.

use super::{Article, Claim, Piece, Section};
use crate::{
    domain::{
        card::{Card, Field},
        day::Day,
        example,
        release::Released,
        side::{BySide, Side},
        story::Story,
        survey::{Survey, Wording},
        tally::{Counts, Tally},
    },
    state::Published,
    text::{
        article::{ASK_ANYWAY, MORE_THAN_INVITED, gaps_title},
        this_group,
    },
    ui::results::{choice::Choice, every_picture, one_file::one_file, picture::Subject},
};

/// The most words of running text: three minutes at 260 words a minute.
const MOST_WORDS: usize = 800;

#[test]
fn reading_the_example_takes_three_minutes() {
    let words = words(&Article::of(&example(), Choice::default()));
    assert!((500..=MOST_WORDS).contains(&words), "{words} words");
}

#[test]
fn the_example_is_told_in_the_order_of_reading() {
    let article = Article::of(&example(), Choice::default());
    let ids: Vec<&str> = article
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "sure",
            "dimensions-title",
            "gaps",
            "alike",
            "of-ten-title",
            "steps-title",
            "limits",
            "record"
        ]
    );
}

#[test]
fn where_leaders_were_too_pessimistic_and_where_people_could_not_guess_has_its_place() {
    let survey = example::survey();
    let released = with(|place, side, _| match (place, side) {
        (15, Side::Executive) => Counts::new(vec![1, 5, 0, 0, 0], 0),
        (15, Side::Team) => Counts::new(vec![0, 2, 12, 15, 2], 0),
        (2, Side::Team) => Counts::new(vec![4, 4, 4, 4, 5], 10),
        _ => example::tally().items()[place].of(side).clone(),
    });
    let closed = BySide::from_fn(|_| Some(DAY));
    let published = Published {
        survey,
        closed,
        released,
    };
    let article = Article::of(&Subject::of(published, DAY), Choice::default());
    let ids = article.sections.iter().map(|section| section.id.as_str());
    let ids: Vec<&str> = ids.collect();
    assert_eq!(
        ids[2..6],
        ["gaps", "alike", "pessimistic", "unsure"],
        "{ids:?}"
    );
    let said = |id: &str| {
        let section = article.sections.iter().find(|section| section.id == id);
        let pieces = section.unwrap().pieces.iter();
        let mut words = pieces.filter_map(|piece| {
            if let Piece::Claims(claims) = piece {
                Some(claims[0].words.clone())
            } else {
                None
            }
        });
        words.next().unwrap()
    };
    let pessimistic = said("pessimistic");
    assert!(pessimistic.contains("A clear gap"), "{pessimistic}");
    let unsure = said("unsure");
    assert!(unsure.contains("10 of 31"), "{unsure}");
}

#[test]
fn a_title_calls_gaps_the_largest_only_where_there_are_more() {
    let titles = [
        (0, 0, true, "No clear gap"),
        (1, 0, true, "The one clear gap"),
        (1, 1, true, "The largest clear gap"),
        (3, 0, true, "The clear gaps"),
        (4, 6, true, "The largest clear gaps, one per dimension"),
        (1, 0, false, "No clear gap, and one that is possible"),
        (1, 2, false, "No clear gap, but possible ones"),
    ];
    for (gaps, more, are_clear, title) in titles {
        let story = Story {
            gaps: (0..gaps).collect(),
            more,
            are_clear,
            ..Story::default()
        };
        assert_eq!(gaps_title(&story), title);
    }
}

#[test]
fn every_claim_leads_to_a_row_of_the_record() {
    for subject in all() {
        for choice in choices() {
            let article = Article::of(&subject, choice);
            let rows = rows(&article);
            for claim in claims(&article) {
                assert!(rows.contains(&claim.row.id), "{claim:?}");
                assert!(!claim.words.is_empty() && !claim.row.label.is_empty());
            }
            let mut once = rows.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), rows.len(), "every row stands once");
        }
    }
}

#[test]
fn every_section_has_a_title_and_something_to_read() {
    for subject in all() {
        for choice in choices() {
            let article = Article::of(&subject, choice);
            assert!(!article.title.is_empty() && !article.who.is_empty());
            for section in &article.sections {
                assert!(!section.title.is_empty() && !section.pieces.is_empty());
                assert!(words(&article) < MOST_WORDS + 100, "{}", words(&article));
            }
        }
    }
}

#[test]
fn where_everything_is_hidden_a_question_is_asked_all_the_same() {
    let article = Article::of(&hidden(), Choice::default());
    let gaps = section(&article, "gaps");
    assert!(matches!(gaps.pieces.last(), Some(Piece::Question(words)) if words.ends_with('?')));
    assert!(article.sections.iter().all(|section| section.id != "alike"));
    assert!(!format!("{article:?}").contains("NaN"));
}

#[test]
fn what_cannot_be_told_leads_to_a_question_to_ask_anyway() {
    let article = Article::of(&example(), Choice::default());
    let pieces = section(&article, "limits").pieces.iter();
    let mut pieces = pieces.skip_while(|piece| **piece != Piece::Words(ASK_ANYWAY.to_owned()));
    assert!(pieces.next().is_some());
    let asked: Vec<&str> = pieces
        .map_while(|piece| {
            let Piece::Question(words) = piece else {
                return None;
            };
            Some(words.as_str())
        })
        .collect();
    // Of the three, one is of the tools that people have, two of their context.
    assert_eq!(
        asked,
        [
            "What would have to change in a normal week for this tool to be worth opening?",
            "What would a new colleague need to know to do this task well, and does the AI have it?",
        ]
    );
}

#[test]
fn where_nothing_is_close_the_article_shows_what_comes_nearest() {
    let article = Article::of(&example(), Choice::default());
    let alike = section(&article, "alike");
    let told: Vec<String> = alike.pieces.iter().flat_map(said).collect();
    assert!(told[0].starts_with("No question has answers so many and so near"));
    assert!(told.contains(&"Has an AI tool from the company: leaders 92, team 87.".to_owned()));
    assert!(drawn(&article).contains("Nearest to being seen alike"));
}

#[test]
fn where_leaders_are_split_the_article_says_so() {
    let split = "Leaders do not share one view.";
    let article = Article::of(&close(), Choice::default());
    let told = section(&article, "alike").pieces.iter().flat_map(said);
    let told: Vec<String> = told.filter(|said| said.ends_with(split)).collect();
    assert_eq!(
        told[0],
        format!("Days of AI use in the past week: leaders 50, team 50. {split}")
    );
    let of_the_example = sentences(&Article::of(&example(), Choice::default()));
    assert!(!of_the_example.iter().any(|said| said.contains(split)));
    // Executives at both ends, the team at one.
    let released = with(|_, side, options| {
        let mut counts = vec![0; options];
        let (first, last) = match side {
            Side::Executive => (3, 3),
            Side::Team => (30, 1),
        };
        counts[0] = first;
        counts[options - 1] = last;
        Counts::new(counts, 0)
    });
    let subject = of_released(released);
    let article = Article::of(&subject, Choice::default());
    let gaps = section(&article, "gaps").pieces.iter();
    let mut gaps = gaps.filter_map(|piece| {
        let Piece::Gap(gap) = piece else { return None };
        Some(gap.finding.words.as_str())
    });
    assert!(gaps.any(|gap| gap.ends_with(split)));
}

#[test]
fn of_exactly_this_group_nothing_says_how_sure_it_is_of_others() {
    const OF_OTHERS: [&str; 7] = [
        "lear gap",
        "lear ones",
        "ossible gap",
        "is possible",
        "oo few answers",
        ", clear",
        ", possible",
    ];
    let choice = Choice::of_query("group=1");
    let mut survey = example::survey();
    survey.invited = example::tally().ballots();
    let all_answered = every_picture::of(survey, &example::tally());
    // With so few of whom so many answered, every gap is of this group, and none is sure of others.
    let survey = example::survey();
    let tally = Tally::with_counts(
        &survey,
        BySide {
            executive: 5,
            team: 5,
        },
        survey
            .items()
            .iter()
            .map(|item| BySide::from_fn(|side| apart(item.scale.options(side), side)))
            .collect(),
    );
    let tally = tally.unwrap();
    let few = every_picture::of(
        Survey {
            invited: tally.ballots(),
            ..survey
        },
        &tally,
    );
    for subject in [example(), all_answered, few] {
        let article = Article::of(&subject, choice);
        let mut said = sentences(&article);
        said.retain(|words| words != this_group::MEANING);
        said.extend(article.sections.iter().map(|section| section.title.clone()));
        said.push(drawn(&article));
        let gaps = &section(&article, "gaps").pieces;
        assert!(gaps.len() > 1, "the widest gaps are told");
        for piece in gaps {
            let Piece::Gap(gap) = piece else {
                panic!("{piece:?}");
            };
            said.extend(gap.topic.paragraphs[..1].iter().cloned());
            let range = range_in_record(&article, &gap.finding.row.id);
            assert!(
                gap.figures.ends_with(&format!(" {range}.")),
                "{range}: {}",
                gap.figures
            );
        }
        for words in said {
            let of_others = OF_OTHERS
                .iter()
                .find(|of_others| words.contains(**of_others));
            assert_eq!(of_others, None, "{words}");
        }
    }
}

#[test]
fn of_exactly_this_group_what_is_alike_has_its_place_and_no_gap_is_called_widest() {
    let mut published = close().published;
    published.survey.invited = BySide::from_fn(|_| 800);
    let subject = Subject::of(published, DAY);
    let article = Article::of(&subject, Choice::of_query("group=1"));
    let gaps = section(&article, "gaps");
    assert_eq!(gaps.title, this_group::NO_WIDEST);
    assert_eq!(gaps.pieces[0], Piece::Words(this_group::NO_GAP.to_owned()));
    let alike = section(&article, "alike").pieces.iter().flat_map(said);
    assert!(
        alike
            .into_iter()
            .any(|words| words.contains("leaders 50, team 50."))
    );
    assert!(drawn(&article).contains(this_group::ALIKE));
}

#[test]
fn more_answers_than_people_are_not_everyone() {
    let mut survey = example::survey();
    survey.invited.executive = 5;
    let subject = every_picture::of(survey, &example::tally());
    let article = Article::of(&subject, Choice::default());
    let sure = section(&article, "sure").pieces.iter().flat_map(said);
    assert_eq!(sure.last().unwrap(), MORE_THAN_INVITED);
}

/// Three of five at one end and two beside it, the sides at different ends.
fn apart(options: u8, side: Side) -> Counts {
    let mut counts = vec![0; usize::from(options)];
    let last = counts.len() - 1;
    match side {
        Side::Executive => (counts[last], counts[last - 1]) = (3, 2),
        Side::Team => (counts[0], counts[1]) = (3, 2),
    }
    Counts::new(counts, 0)
}

/// What the record says of the range of this row.
fn range_in_record(article: &Article, row: &str) -> String {
    let pieces = section(article, "dimensions-title").pieces.iter();
    let pieces = pieces.chain(&section(article, "record").pieces);
    let mut lines = pieces.flat_map(|piece| {
        let Piece::Figure(part) = piece else {
            return Vec::new();
        };
        part.rows.clone()
    });
    let line = lines.find(|line| line.behind.row_id() == row);
    line.unwrap().range_words()
}

#[test]
fn one_side_alone_says_nothing_of_the_other() {
    for side in Side::ALL {
        let choice = Choice {
            only: Some(side),
            ..Choice::default()
        };
        let subject = example();
        let mut changed = subject.published.clone();
        changed.released = with(|place, of, options| {
            if of == side {
                example::tally().items()[place].of(of).clone()
            } else {
                let mut counts = vec![0; options];
                counts[0] = example::tally().ballots().of(of) - 2;
                Counts::new(counts, 2)
            }
        });
        let other = Subject::of(changed, subject.day);
        let told = |subject: &Subject| {
            let article = Article::of(subject, choice);
            (article.title.clone(), drawn(&article), sentences(&article))
        };
        assert_eq!(told(&subject), told(&other), "only the {side:?} is told");
        assert!(!drawn(&Article::of(&subject, choice)).contains("clear"));
    }
}

/// Everything that is drawn.
fn drawn(article: &Article) -> String {
    use crate::chart::{Format, Theme};
    let parts = article.sections.iter().flat_map(|section| &section.pieces);
    let drawn = parts.filter_map(|piece| match piece {
        Piece::Picture(part) | Piece::Figure(part) => {
            let picture = part.chart.draw(Format::Narrow, Theme::Light).unwrap();
            Some(picture.on_page(&part.id))
        }
        Piece::Words(_)
        | Piece::Small(_)
        | Piece::OnScreen(_)
        | Piece::Question(_)
        | Piece::Claims(_)
        | Piece::Gap(_)
        | Piece::Experiment(_) => None,
    });
    drawn.collect()
}

fn sentences(article: &Article) -> Vec<String> {
    let pieces = article.sections.iter().flat_map(|section| &section.pieces);
    pieces.flat_map(said).collect()
}

/// The running text: what is read from top to bottom, without pictures, tables, the record and what is folded.
fn words(article: &Article) -> usize {
    let told = article
        .sections
        .iter()
        .filter(|section| section.id != "record");
    let count = |text: &str| text.split_whitespace().count();
    let said = |section: &Section| -> usize {
        let pieces = section.pieces.iter().flat_map(said);
        count(&section.title) + pieces.map(|words| count(&words)).sum::<usize>()
    };
    count(&article.title) + count(&article.who) + told.map(said).sum::<usize>()
}

fn said(piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Words(words) | Piece::Small(words) | Piece::Question(words) => vec![words.clone()],
        Piece::OnScreen(words) => vec![(*words).to_owned()],
        Piece::Claims(claims) => claims.iter().map(|claim| claim.words.clone()).collect(),
        Piece::Gap(gap) => {
            let mut said = vec![
                gap.kicker.clone(),
                gap.title.clone(),
                gap.finding.words.clone(),
                gap.figures.clone(),
                gap.question.clone(),
            ];
            said.push(gap.experiment[0].clone());
            said
        }
        Piece::Experiment(told) => told.rows.iter().map(|(_, text)| text.clone()).collect(),
        Piece::Picture(_) | Piece::Figure(_) => Vec::new(),
    }
}

fn claims(article: &Article) -> Vec<Claim> {
    let pieces = article.sections.iter().flat_map(|section| &section.pieces);
    let claims = pieces.flat_map(|piece| match piece {
        Piece::Claims(claims) => claims.clone(),
        Piece::Gap(gap) => vec![gap.finding.clone()],
        Piece::Words(_)
        | Piece::Small(_)
        | Piece::OnScreen(_)
        | Piece::Question(_)
        | Piece::Experiment(_)
        | Piece::Picture(_)
        | Piece::Figure(_) => Vec::new(),
    });
    let headline = article.row.iter().map(|row| Claim {
        words: article.title.clone(),
        row: row.clone(),
    });
    headline.chain(claims).collect()
}

fn rows(article: &Article) -> Vec<String> {
    let pieces = article.sections.iter().flat_map(|section| &section.pieces);
    let parts = pieces.filter_map(|piece| {
        let Piece::Figure(part) = piece else {
            return None;
        };
        part.is_record.then_some(part)
    });
    let rows = parts.flat_map(|part| part.rows.iter().map(|line| line.behind.row_id()));
    rows.collect()
}

fn section<'a>(article: &'a Article, id: &str) -> &'a Section {
    let found = article.sections.iter().find(|section| section.id == id);
    found.unwrap()
}

fn choices() -> Vec<Choice> {
    let queries = [
        "",
        "order=gap&published=1",
        "group=1",
        "side=team",
        "side=executives&group=1&order=gap",
    ];
    queries.into_iter().map(Choice::of_query).collect()
}

#[test]
fn the_one_file_of_sixty_questions_is_under_a_megabyte() {
    let file = one_file(&sixty());
    assert!(file.len() < 1_000_000, "{} bytes", file.len());
}

#[test]
fn only_experiments_that_were_agreed_on_are_told() {
    let card = |item: &str, title: &str, is_agreed| {
        let filled = Field::ALL
            .into_iter()
            .fold(Card::blank(item), |card, field| {
                card.with(field, if field.is_day() { "2026-12-01" } else { title })
            });
        let filled = filled.with(Field::LookAgain, "2026-12-15");
        filled.with(Field::TimeBox, "2").kept_as(1, is_agreed)
    };
    let mut subject = example();
    subject.agreed = subject.agreed_of(&[
        card("3.1", "Agreed", true),
        card("3.2", "An idea", false),
        card("9.9", "Of a question that is left out", true),
    ]);
    let article = Article::of(&subject, Choice::default());
    let sections = article.sections.into_iter();
    let agreed: Vec<Section> = sections.filter(|section| section.id == "agreed").collect();
    let [Section { pieces, .. }] = agreed.as_slice() else {
        panic!("{agreed:?}")
    };
    let [Piece::OnScreen(_), Piece::Experiment(told)] = pieces.as_slice() else {
        panic!("{pieces:?}")
    };
    assert_eq!((told.title.as_str(), told.state), ("Agreed", "Agreed"));
    let sections = Article::of(&example(), Choice::default()).sections;
    assert!(sections.iter().all(|section| section.id != "agreed"));
}

fn all() -> Vec<Subject> {
    vec![example(), hidden(), close(), sixty()]
}

fn example() -> Subject {
    of(&example::tally())
}

fn hidden() -> Subject {
    of(&Tally::empty(&example::survey()))
}

/// Hundreds of people who all see the same.
fn close() -> Subject {
    let survey = example::survey();
    let items = survey.items();
    let counts = items.iter().map(|item| {
        BySide::from_fn(|side| {
            let options = usize::from(item.scale.options(side));
            let mut counts = vec![0; options];
            counts[0] = 400;
            *counts.last_mut().unwrap() += 400;
            Counts::new(counts, 0)
        })
    });
    let mut counts: Vec<BySide<Counts>> = counts.collect();
    counts[4].team = Counts::new(vec![400, 400], 0);
    let tally = Tally::with_counts(&survey, BySide::from_fn(|_| 800), counts).unwrap();
    of(&tally)
}

/// Sixty items of a foreign wording, right to left and without spaces among them.
fn sixty() -> Subject {
    let mut survey = example::survey();
    let mut dimensions = survey.dimensions();
    let words = [
        "ما مدى",
        "どのくらい",
        "x".repeat(200).leak(),
        "<b>&",
        "🙂 how often",
    ];
    let asked = dimensions[4].items[0].clone();
    dimensions.truncate(1);
    dimensions[0].name = "Etwas anderes".into();
    dimensions[0].items = (0..60)
        .map(|place| {
            let mut item = asked.clone();
            item.id = format!("q{place}").into();
            item.label = words[place % words.len()].into();
            item
        })
        .collect();
    survey.wording = Wording::of(dimensions);
    let counts = |place: u32, side: Side| match side {
        Side::Executive => {
            let mut counts = vec![0; 11];
            counts[(place % 11) as usize] = 3;
            counts[10] += 3;
            Counts::new(counts, 0)
        }
        Side::Team => Counts::new(vec![place % 31, 31 - place % 31], 0),
    };
    let items = (0..60).map(|place| BySide::from_fn(|side| counts(place, side)));
    let ballots = BySide {
        executive: 6,
        team: 31,
    };
    let tally = Tally::with_counts(&survey, ballots, items.collect()).unwrap();
    let released = Released::of(&survey, &tally);
    let closed = BySide::from_fn(|_| Some(DAY));
    Subject::of(
        Published {
            survey,
            closed,
            released,
        },
        DAY,
    )
}

const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 20,
};

fn with(counts: impl Fn(usize, Side, usize) -> Counts) -> Released {
    let survey = example::survey();
    let items = survey.items().into_iter().enumerate();
    let items = items.map(|(place, item)| {
        BySide::from_fn(|side| counts(place, side, usize::from(item.scale.options(side))))
    });
    let mut items: Vec<BySide<Counts>> = items.collect();
    // What is taken from the days of use follows them.
    let days = items[0].team.clone();
    items[4].team = Counts::new(
        vec![days.valid() - days.options()[0], days.options()[0]],
        days.unsure(),
    );
    let tally = Tally::with_counts(&survey, example::tally().ballots(), items).unwrap();
    Released::of(&survey, &tally)
}

fn of(tally: &Tally) -> Subject {
    of_released(Released::of(&example::survey(), tally))
}

fn of_released(released: Released) -> Subject {
    let survey = example::survey();
    let closed = BySide::from_fn(|_| Some(DAY));
    Subject::of(
        Published {
            survey,
            closed,
            released,
        },
        DAY,
    )
}
