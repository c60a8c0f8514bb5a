//! The deck as plain data: for each slide its words and its picture. Whatever shows or exports slides starts here.

use crate::{
    chart::{ChartError, Format, PairedDots, Picture, Reveal, Theme},
    domain::{
        day::Day,
        deck::{Arranged, Content, Deck, Edits, GAP_STEPS, Key, Shape},
        evidence::Evidence,
        results::ItemResult,
        story::Story,
    },
    state::Published,
    text::{
        deck::{self, Experiment, Matter, Words, reveal},
        results,
    },
    ui::results::{Choice, Drawing, Line, Subject, of_ten_part},
};

/// The height of a slide's title, above its picture, in units of a slide that is 1920 by 1080.
pub(crate) const TITLE_HEIGHT: u32 = 230;

/// One slide with its words and its picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SlideView {
    /// What it is found by.
    pub(crate) key: Key,
    /// What it shows.
    pub(crate) content: Content,
    /// Its words, with the organiser's own where there are some.
    pub(crate) words: Words,
    /// The title that is made from the results.
    pub(crate) made_title: String,
    /// The notes that are made from the results.
    pub(crate) made_notes: Vec<String>,
    /// Its picture, without the title.
    pub(crate) picture: Option<Illustration>,
    /// What is said step by step, for a gap.
    pub(crate) steps: Option<Steps>,
    /// Whether the organiser has left it out.
    pub(crate) is_dropped: bool,
}

/// What a gap's slide says, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Steps {
    /// What the team was asked.
    pub(crate) question: String,
    /// What there is to guess.
    pub(crate) to_guess: &'static str,
    /// How sure the gap is.
    pub(crate) word: String,
    /// The question to ask.
    pub(crate) ask: &'static str,
    /// What a screen reader says at each step.
    pub(crate) told: Vec<String>,
}

/// A slide's picture; it has no title, since the slide has it as text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Illustration {
    /// Rows of the main chart, 1920 wide and 850 high.
    Dots(Box<PairedDots>),
    /// One row, shown step by step, 1920 wide and 470 high.
    Reveal(Box<Reveal>),
}

impl Illustration {
    /// The whole picture in words.
    pub(crate) fn description(&self) -> &str {
        match self {
            Self::Dots(chart) => &chart.description,
            Self::Reveal(chart) => &chart.description,
        }
    }

    /// Draws the picture for a slide or a phone, with everything shown.
    ///
    /// # Errors
    ///
    /// Returns the chart's error; slides have no more rows than fit.
    pub(crate) fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        match (self, format) {
            (Self::Dots(chart), Format::Slide) => chart.draw_under(TITLE_HEIGHT, theme),
            (Self::Dots(chart), Format::Narrow) => chart.draw(Format::Narrow, theme),
            (Self::Reveal(chart), format) => chart.draw(format, theme).map(|(picture, _)| picture),
        }
    }
}

/// All slides of what was published, also those that are left out, in the organiser's order.
pub(crate) fn slides(
    published: &Published,
    day: Day,
    experiments: &[Experiment],
    edits: &Edits,
) -> Vec<SlideView> {
    let maker = Maker::of(published, day);
    let deck = maker.deck(experiments);
    let arranged = edits.arrange(&deck).into_iter();
    arranged
        .map(|arranged| maker.view(arranged, experiments))
        .collect()
}

/// The slides as they were made, to arrange them.
pub(crate) fn deck_of(published: &Published, day: Day, experiments: &[Experiment]) -> Deck {
    Maker::of(published, day).deck(experiments)
}

/// What slides are made of.
struct Maker {
    subject: Subject,
    story: Story,
    when: String,
}

impl Maker {
    fn of(published: &Published, day: Day) -> Self {
        let subject = Subject::of(published.clone(), day);
        Self {
            story: Story::of(&subject.results, &published.released),
            when: results::month(day.year, day.month),
            subject,
        }
    }

    fn deck(&self, experiments: &[Experiment]) -> Deck {
        let results = &self.subject.results;
        let mut asked: Vec<Vec<String>> = Vec::new();
        let asking = (0..results.dimensions.len()).filter(|place| {
            let question = deck::questions(&[*place], results);
            let is_new = !asked.contains(&question);
            asked.push(question);
            is_new
        });
        let shape = Shape {
            has_of_ten: of_ten_part(&self.subject, Choice::default()).is_some(),
            agreed: experiments.iter().map(|agreed| agreed.number).collect(),
            asking: asking.collect(),
        };
        Deck::of(results, &self.story, &shape)
    }

    fn view(&self, arranged: Arranged, experiments: &[Experiment]) -> SlideView {
        let Arranged { slide, own } = arranged;
        let matter = Matter {
            survey: &self.subject.survey,
            results: &self.subject.results,
            story: &self.story,
            when: &self.when,
            experiments,
        };
        let made = deck::words(&slide, &matter);
        let own_notes = own.notes.as_deref();
        let own_notes = own_notes.map(|notes| notes.lines().map(str::to_owned).collect());
        let words = Words {
            title: own.title.unwrap_or_else(|| made.title.clone()),
            notes: own_notes.unwrap_or_else(|| made.notes.clone()),
            ..made.clone()
        };
        SlideView {
            picture: self.picture(&slide.content, &words.title),
            steps: self.steps(&slide.content),
            key: slide.key,
            content: slide.content,
            words,
            made_title: made.title,
            made_notes: made.notes,
            is_dropped: own.is_dropped,
        }
    }

    fn picture(&self, content: &Content, title: &str) -> Option<Illustration> {
        let dots = |rows: &[Line]| {
            let chart = self.subject.dots(title, rows);
            Some(Illustration::Dots(Box::new(chart)))
        };
        match content {
            Content::Overview(dimensions) => dots(&self.dimensions(dimensions)),
            Content::Alike(places) | Content::Nearest(places) | Content::Untold(places) => {
                dots(&self.items(places))
            }
            Content::OfTen => self.of_ten(title),
            Content::Gap(place) => self.reveal(*place, title),
            Content::Title
            | Content::Who
            | Content::Questions(_)
            | Content::Experiments
            | Content::Agreed(_)
            | Content::Method => None,
        }
    }

    fn dimensions(&self, places: &[usize]) -> Vec<Line> {
        let dimensions = places.iter();
        let lines = dimensions.filter_map(|place| {
            let dimension = self.subject.results.dimensions.get(*place)?;
            let is_clear = dimension
                .gap
                .is_some_and(|gap| gap.evidence == Evidence::Clear);
            let mut line = Line::of_dimension(dimension, *place, Choice::default());
            line.is_first = is_clear;
            Some(line)
        });
        lines.collect()
    }

    fn items(&self, places: &[usize]) -> Vec<Line> {
        let lines = places.iter().filter_map(|place| self.item(*place));
        lines
            .map(|(place, item)| Line::of_item((place, item), None, Choice::default()))
            .collect()
    }

    fn item(&self, place: usize) -> Option<(usize, &ItemResult)> {
        Some((place, self.subject.results.items().nth(place)?))
    }

    fn of_ten(&self, title: &str) -> Option<Illustration> {
        match of_ten_part(&self.subject, Choice::default())?.chart {
            Drawing::Dots(chart) => Some(Illustration::Dots(Box::new(PairedDots {
                title: title.to_owned(),
                ..*chart
            }))),
            Drawing::Bars(_) | Drawing::Curves(_) | Drawing::Arrows(_) => None,
        }
    }

    fn steps(&self, content: &Content) -> Option<Steps> {
        let Content::Gap(place) = *content else {
            return None;
        };
        let (_, item) = self.item(place)?;
        let dimension = self.subject.results.dimension_name(place);
        let minimum = self.subject.survey.minimum;
        let told = (0..GAP_STEPS).map(|step| reveal::step(step, item, dimension, minimum));
        Some(Steps {
            question: item.item.question.team.to_string(),
            to_guess: reveal::to_guess(item.item.scale),
            word: reveal::word(item, minimum),
            ask: reveal::ask(dimension),
            told: told.collect(),
        })
    }

    fn reveal(&self, place: usize, title: &str) -> Option<Illustration> {
        let (_, item) = self.item(place)?;
        Some(Illustration::Reveal(Box::new(Reveal {
            ticks: reveal::ticks(item.item.scale).map(str::to_owned),
            guess: reveal::ROOM.to_owned(),
            ..self.subject.row_alone(place, title.to_owned())?
        })))
    }
}

#[cfg(test)]
mod tests;
