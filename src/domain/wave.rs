//! An earlier tally of the same survey beside the present one: what has changed, and how sure that is.
//!
//! Items are matched by their id, and compared only if scale and both wordings are the same: of a question that was
//! reworded nobody knows whether the answer or the question has changed. The change of a side's value is the difference
//! of its two estimates, the change of a gap that of the two gaps, both by [MOVER](difference); the word for a change
//! follows the rule for gaps ([`Evidence`]): Benjamini and Hochberg's step runs over the rows that are shown, once for each
//! side and once for the gaps. What is hidden in either tally is hidden here.

mod matched;

use super::{
    evidence::{Evidence, Ranges},
    gap::mean,
    release::Released,
    results::{Results, Shown},
    side::{BySide, Side},
    statistics::{
        Confidence, Estimate, Population, Range, Sample, benjamini_hochberg, chance, difference,
    },
    survey::Survey,
};
use matched::Matched;

/// Two tallies side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Waves {
    /// The dimensions whose items are all compared, by their places now.
    pub dimensions: Vec<Row>,
    /// The items that are compared, by their places now.
    pub items: Vec<Row>,
    /// Items that were asked otherwise then, by their places now.
    pub changed: Vec<usize>,
    /// Items that were not asked then, by their places now.
    pub new: Vec<usize>,
    /// The labels of items that are asked no more.
    pub gone: Vec<String>,
}

/// What is shown of an item or a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place now.
    pub place: usize,
    /// What each side said then.
    pub then: BySide<Shown>,
    /// What each side says now.
    pub now: BySide<Shown>,
    /// The change of each side's value; `None` if hidden in either.
    pub sides: BySide<Option<Change>>,
    /// The gap then and now, and its change; `None` if hidden in either.
    pub gap: Option<GapChange>,
}

/// A gap in two tallies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GapChange {
    /// Executives minus team, in points, then.
    pub then: f64,
    /// The same now.
    pub now: f64,
    /// Now minus then.
    pub change: Change,
}

/// Now minus then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// In points.
    pub points: f64,
    /// Where it could be for people like these on other days.
    pub ranges: Ranges,
    /// How sure it is.
    pub evidence: Evidence,
}

/// Why two tallies are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCompared {
    /// Of another team or company.
    OtherTeam,
    /// Nothing in it was asked in the same words.
    OtherWording,
    /// The very same numbers.
    Same,
}

/// One side of one item in both tallies, now first.
type Samples = [Sample; 2];

/// What was seen of one item in both tallies.
struct Both {
    place: usize,
    then: usize,
    samples: BySide<Option<Samples>>,
}

impl Waves {
    /// What has changed from `then` to `now`.
    ///
    /// # Errors
    ///
    /// Says why the two cannot be compared.
    pub fn of(now: (&Survey, &Released), then: (&Survey, &Released)) -> Result<Self, NotCompared> {
        let (survey, earlier) = (now.0, then.0);
        if survey.team != earlier.team || survey.company != earlier.company {
            return Err(NotCompared::OtherTeam);
        }
        if now.1 == then.1 && survey.dimensions() == earlier.dimensions() {
            return Err(NotCompared::Same);
        }
        let matched = Matched::of(&survey.items(), &earlier.items());
        let both: Vec<Both> = matched
            .pairs
            .iter()
            .map(|pair| both(now, then, *pair))
            .collect();
        if both.is_empty() {
            return Err(NotCompared::OtherWording);
        }
        let results = [Results::of(now.0, now.1), Results::of(then.0, then.1)];
        Ok(Self {
            dimensions: dimensions(&results, &both),
            items: items(&results, &both),
            changed: matched.changed,
            new: matched.new,
            gone: matched.gone,
        })
    }
}

fn both(
    now: (&Survey, &Released),
    then: (&Survey, &Released),
    (place, earlier): (usize, usize),
) -> Both {
    let sample = |(survey, released): (&Survey, &Released), place: usize, side| {
        let scale = survey.items().get(place)?.scale;
        released.cells().get(place)?.of(side).sample(scale, side)
    };
    Both {
        place,
        then: earlier,
        samples: BySide::from_fn(|side| {
            Some([sample(now, place, side)?, sample(then, earlier, side)?])
        }),
    }
}

fn items(results: &[Results; 2], both: &[Both]) -> Vec<Row> {
    let groups: Vec<_> = both.iter().map(std::slice::from_ref).collect();
    let shown = |results: &Results, place: usize| {
        let item = results.items().nth(place);
        item.map_or(BySide::from_fn(|_| Shown::Hidden), |item| item.shown)
    };
    let places = both.iter().map(|both| {
        let [now, then] = results;
        (both.place, shown(now, both.place), shown(then, both.then))
    });
    rows(places.collect(), &groups)
}

/// Dimensions all of whose items are compared, and that had the same items then.
fn dimensions(results: &[Results; 2], both: &[Both]) -> Vec<Row> {
    let [now, then] = results;
    let mut first = 0;
    let mut places = Vec::new();
    let mut groups = Vec::new();
    for (place, dimension) in now.dimensions.iter().enumerate() {
        let count = dimension.items.len();
        let is_here = |both: &&Both| (first..first + count).contains(&both.place);
        let here = both.iter().position(|both| is_here(&both));
        let here = here.and_then(|at| both.get(at..at + count));
        let here = here.filter(|here| here.iter().all(|both| is_here(&both)));
        let earlier = here.and_then(|here| {
            let at = then.dimension_of(here.first()?.then);
            let earlier = then.dimensions.get(at)?;
            let is_whole = here.iter().all(|both| then.dimension_of(both.then) == at);
            (is_whole && earlier.items.len() == count).then_some(earlier)
        });
        if let (Some(here), Some(earlier)) = (here, earlier) {
            places.push((place, dimension.shown, earlier.shown));
            groups.push(here);
        }
        first += count;
    }
    rows(places, &groups)
}

/// A row for each group, with words that hold for all that are shown together.
fn rows(places: Vec<(usize, BySide<Shown>, BySide<Shown>)>, groups: &[&[Both]]) -> Vec<Row> {
    let measured = groups.iter().map(|group| Measured::of(group));
    let measured: Vec<Measured<'_>> = measured.collect();
    let [executive, team, gap] = [0, 1, 2].map(|column| {
        let moved = measured.iter().map(|one| one.columns()[column].as_ref());
        judged(moved.collect())
    });
    let columns = executive.into_iter().zip(team).zip(gap);
    let rows = places.into_iter().zip(&measured).zip(columns);
    let rows = rows.map(
        |(((place, now, then), measured), ((executive, team), gap))| Row {
            place,
            then,
            now,
            sides: BySide { executive, team },
            gap: gap
                .zip(measured.gap.as_ref())
                .map(|(change, moved)| GapChange {
                    then: moved.at(Confidence::P95, 1).value,
                    now: moved.at(Confidence::P95, 0).value,
                    change,
                }),
        },
    );
    rows.collect()
}

/// The changes of one column, with words that hold for all its rows.
fn judged(moved: Vec<Option<&Moved<'_>>>) -> Vec<Option<Change>> {
    let chances: Vec<f64> = moved.iter().flatten().map(|moved| moved.chance()).collect();
    let mut adjusted = benjamini_hochberg(&chances).into_iter();
    let judged = moved.into_iter();
    judged
        .map(|moved| Some(moved?.judged(adjusted.next()?)))
        .collect()
}

/// What can be measured of one row.
struct Measured<'a> {
    executive: Option<Moved<'a>>,
    team: Option<Moved<'a>>,
    gap: Option<Moved<'a>>,
}

/// Something that is known in both tallies.
struct Moved<'a> {
    group: &'a [Both],
    /// A side's value; the gap if there is none.
    side: Option<Side>,
}

impl<'a> Measured<'a> {
    fn of(group: &'a [Both]) -> Self {
        let is_shown = |side| group.iter().all(|both| both.samples.of(side).is_some());
        let moved = |side: Option<Side>| {
            let is_known = side.map_or_else(|| Side::ALL.into_iter().all(is_shown), is_shown);
            is_known.then_some(Moved { group, side })
        };
        Self {
            executive: moved(Some(Side::Executive)),
            team: moved(Some(Side::Team)),
            gap: moved(None),
        }
    }

    fn columns(&self) -> [&Option<Moved<'a>>; 3] {
        [&self.executive, &self.team, &self.gap]
    }
}

impl Moved<'_> {
    fn chance(&self) -> f64 {
        chance(|confidence| self.range(confidence))
    }

    fn range(&self, confidence: Confidence) -> Range {
        difference(self.at(confidence, 0), self.at(confidence, 1))
    }

    fn judged(&self, adjusted: f64) -> Change {
        let ranges = Ranges::from_fn(|confidence| self.range(confidence));
        let [now, then] = [0, 1].map(|wave| self.at(Confidence::P95, wave).value);
        Change {
            points: now - then,
            evidence: Evidence::of(&ranges, adjusted),
            ranges,
        }
    }

    /// The estimate in one tally, 0 for now: the plain average of the items' values, and of their limits.
    fn at(&self, confidence: Confidence, wave: usize) -> Estimate {
        let each = self.group.iter();
        let each = each.filter_map(|both| self.of_one(both, confidence, wave));
        let each: Vec<Estimate> = each.collect();
        Estimate {
            value: mean(&each, |one| one.value),
            range: Range {
                low: mean(&each, |one| one.range.low),
                high: mean(&each, |one| one.range.high),
            },
        }
    }

    fn of_one(&self, both: &Both, confidence: Confidence, wave: usize) -> Option<Estimate> {
        let of = |side: Side| {
            let sample = both.samples.of(side).as_ref()?.get(wave)?;
            Some(sample.estimate(confidence, Population::PeopleLikeThese))
        };
        let Some(side) = self.side else {
            let (executive, team) = (of(Side::Executive)?, of(Side::Team)?);
            return Some(Estimate {
                value: executive.value - team.value,
                range: difference(executive, team),
            });
        };
        of(side)
    }
}

#[cfg(test)]
mod tests;
