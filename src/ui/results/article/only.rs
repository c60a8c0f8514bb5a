//! The article of one side alone, for showing it before the other: no gap, and nothing that would give the other away.

use super::{Article, Piece, Subject, Teller, figure, section};
use crate::{
    domain::{side::Side, story::Story},
    text::{article, results},
    ui::results::{choice::Choice, of_ten, steps},
};

/// The article of `side`.
pub(super) fn article(subject: &Subject, choice: Choice, side: Side) -> Article {
    // What holds for both sides together is not told of one.
    let story = Story {
        unsure: Story::of(&subject.results, &subject.published.released).unsure,
        ..Story::default()
    };
    let teller = Teller {
        subject,
        story: &story,
        choice,
    };
    let lead = Piece::Words(article::only_lead(side));
    let limits = [results::CAVEAT, results::COVERAGE, results::HIDDEN_WHY];
    let limits = limits.map(|words| Piece::Words(words.to_owned()));
    let sections = [
        Some(section("sure", article::only_title(side), vec![lead])),
        teller.dimensions(),
        teller.unsure(),
        of_ten::part(subject, choice).map(figure),
        steps::part(subject, choice).map(figure),
        Some(section("limits", article::LIMITS, limits.into())),
        Some(teller.record()),
    ];
    Article {
        kicker: results::TITLE.to_owned(),
        title: article::only(side).to_owned(),
        row: None,
        who: subject.who(),
        sections: sections.into_iter().flatten().collect(),
    }
}
