//! What the survey means: plain Rust, no input or output, no clock, no randomness.
//!
//! # Words
//!
//! | word | meaning |
//! |---|---|
//! | [survey](survey::Survey) | what is asked of whom, by which rules, and the public key |
//! | [side](side::Side) | executive or team |
//! | [item](survey::Item) | one matched pair: an executive wording and a team wording on comparable scales |
//! | [dimension](survey::Dimension) | a group of items that is read together |
//! | [sheet](sheet::Sheet) | one person's answers, still open for change |
//! | ballot | a finished sheet, packed to a fixed length and sealed to the survey's key |
//! | code | a ballot as text |
//! | box | the set of sealed ballots of a survey |
//! | [receipt](receipt::Receipt) | three plain words for a ballot |
//! | opening | unsealing the whole box at once: ballots become a tally and are dropped |
//! | [tally](tally::Tally) | for each item, side and option a count |
//! | [released](release::Released) | the part of a tally that may be published; the only thing that results are made of |
//! | [gap](gap::Gap) | executives minus team, in points |
//! | [evidence](evidence::Evidence) | clear, possible, close, cannot tell, or hidden |
//! | [finding](finding::Finding) | a gap said in one sentence, strength included |
//! | [story](story::Story) | which findings are told, in which order |
//! | [card](card::Card) | an experiment: problem, hypothesis, measure, time box, rule for stopping |

pub mod benchmark;
pub mod card;
pub mod closing;
pub mod day;
pub mod deck;
pub mod detail;
pub mod draft;
pub mod evidence;
pub mod example;
pub mod finding;
pub mod gap;
pub mod receipt;
pub mod release;
pub mod results;
pub mod scale;
pub mod sheet;
pub mod side;
pub mod spread;
pub mod statistics;
pub mod story;
pub mod survey;
pub mod tally;
pub mod template;
pub mod wave;
