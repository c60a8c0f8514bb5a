//! How often the range of a gap holds the true gap, beside Wald's: `cargo xtask bench method`.
//!
//! Two shares are counted exactly, over every outcome that there can be; guesses against a share, and two means of five
//! options, are drawn, always the same way. True shares and means run from 5 to 95 in steps of 5 on both sides.

#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use plumbline::domain::statistics::{Confidence, Estimate, Population, Range, Sample, difference};

/// Executives and team, as in the method, section 2.2.
const SIZES: [(u32, u32); 8] = [
    (3, 5),
    (4, 8),
    (5, 12),
    (5, 20),
    (6, 30),
    (8, 50),
    (12, 100),
    (5, 500),
];
/// What both means must reach.
const LEAST: f64 = 0.95;
/// Draws for each pair of true shares.
const DRAWS: u32 = 400;
/// People of every ten: the steps of a guess.
const TEN: usize = 10;
/// The steps of five options.
const FOUR: usize = 4;

fn main() {
    println!("Coverage of the 95 % range of the gap, mean (least) over 361 pairs of true shares\n");
    println!(
        "{:>11} {:>6}   {:<15} {:<15} {:<15} {:<15} {:<15} {:<15}",
        "executives", "team", "two shares", "Wald", "guess and share", "Wald", "two means", "Wald"
    );
    let mut means = [0.0; 6];
    for (executives, team) in SIZES {
        let shares = shares(executives, team);
        let guesses = drawn(|dice, p, q| {
            let yes = dice.successes(team as usize, q);
            let share = Sample::share(yes as u64, u64::from(team));
            Some([dice.sample(TEN, executives, p)?, share?])
        });
        let two = drawn(|dice, p, q| {
            let team = dice.sample(FOUR, team, q)?;
            Some([dice.sample(FOUR, executives, p)?, team])
        });
        let columns = [shares, guesses, two].concat();
        let said: Vec<String> = columns.iter().map(|column| column.to_text()).collect();
        print_line(&executives.to_string(), &team.to_string(), &said);
        for (mean, column) in means.iter_mut().zip(columns) {
            *mean += column.mean() / f64::from(u32::try_from(SIZES.len()).unwrap_or(1));
        }
    }
    print_line("mean", "", &means.map(|mean| format!("{mean:.3}")));
    let [shares, _, guesses, _, two, _] = means;
    assert!(
        shares.min(guesses).min(two) >= LEAST,
        "95 % ranges of gaps hold the truth too seldom"
    );
}

fn print_line(executives: &str, team: &str, said: &[String]) {
    print!("{executives:>11} {team:>6}  ");
    for said in said {
        print!(" {said:<15}");
    }
    println!();
}

/// How often a range held the truth.
#[derive(Clone, Copy)]
struct Coverage {
    sum: f64,
    pairs: f64,
    least: f64,
}

impl Coverage {
    const NONE: Self = Self {
        sum: 0.0,
        pairs: 0.0,
        least: 1.0,
    };

    fn add(&mut self, share: f64) {
        self.sum += share;
        self.pairs += 1.0;
        self.least = self.least.min(share);
    }

    fn mean(self) -> f64 {
        self.sum / self.pairs
    }

    fn to_text(self) -> String {
        format!("{:.3} ({:.3})", self.mean(), self.least)
    }
}

/// The true shares that are tried.
fn truths() -> impl Iterator<Item = f64> {
    (1..20).map(|step| f64::from(step) * 0.05)
}

/// Our range and Wald's for two shares, exactly.
fn shares(executives: u32, team: u32) -> [Coverage; 2] {
    let ranges: Vec<Vec<[Range; 2]>> = (0..=executives)
        .map(|x| {
            let one = share(x, executives);
            (0..=team)
                .map(|y| {
                    let other = share(y, team);
                    [
                        difference(estimate(&one), estimate(&other)),
                        wald(&one, &other),
                    ]
                })
                .collect()
        })
        .collect();
    let mut coverage = [Coverage::NONE; 2];
    for p in truths() {
        let of_executives = binomial(executives, p);
        for q in truths() {
            let of_team = binomial(team, q);
            let mut held = [0.0; 2];
            for (row, px) in ranges.iter().zip(&of_executives) {
                for (pair, py) in row.iter().zip(&of_team) {
                    for (held, range) in held.iter_mut().zip(pair) {
                        if holds(*range, (p - q) * 100.0) {
                            *held += px * py;
                        }
                    }
                }
            }
            coverage[0].add(held[0]);
            coverage[1].add(held[1]);
        }
    }
    coverage
}

/// Our range and Wald's for what executives and team say by chance, where these are their true values.
fn drawn(said: impl Fn(&mut Dice, f64, f64) -> Option<[Sample; 2]>) -> [Coverage; 2] {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut coverage = [Coverage::NONE; 2];
    for p in truths() {
        for q in truths() {
            let mut held = [0.0; 2];
            for _ in 0..DRAWS {
                let Some([one, other]) = said(&mut dice, p, q) else {
                    continue;
                };
                let pair = [
                    difference(estimate(&one), estimate(&other)),
                    wald(&one, &other),
                ];
                for (held, range) in held.iter_mut().zip(pair) {
                    if holds(range, (p - q) * 100.0) {
                        *held += 1.0 / f64::from(DRAWS);
                    }
                }
            }
            coverage[0].add(held[0]);
            coverage[1].add(held[1]);
        }
    }
    coverage
}

fn share(x: u32, n: u32) -> Sample {
    Sample::share(u64::from(x), u64::from(n)).expect("somebody answered")
}

fn estimate(sample: &Sample) -> Estimate {
    sample.estimate(Confidence::P95, Population::PeopleLikeThese)
}

/// The textbook's range: no width where everybody says the same.
fn wald(one: &Sample, other: &Sample) -> Range {
    let points = one.mean() - other.mean();
    let spread = (variance_of_mean(one) + variance_of_mean(other)).sqrt();
    let half = Confidence::P95.z() * spread;
    Range {
        low: points - half,
        high: points + half,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred people")]
fn variance_of_mean(sample: &Sample) -> f64 {
    let n = sample.n() as f64;
    if sample.is_share() {
        let p = sample.mean() / 100.0;
        return p * (1.0 - p) / n * 10_000.0;
    }
    sample.variance().unwrap_or_default() / n
}

fn holds(range: Range, truth: f64) -> bool {
    range.low <= truth + 1e-9 && truth - 1e-9 <= range.high
}

/// How likely each number of successes is.
fn binomial(n: u32, p: f64) -> Vec<f64> {
    let mut chances = vec![1.0];
    for _ in 0..n {
        let mut next = vec![0.0; chances.len() + 1];
        for (x, chance) in chances.iter().enumerate() {
            next[x] += chance * (1.0 - p);
            next[x + 1] += chance * p;
        }
        chances = next;
    }
    chances
}

/// `SplitMix64` (Steele, Lea and Flood 2014), the same at every run.
struct Dice(u64);

impl Dice {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn successes(&mut self, n: usize, p: f64) -> usize {
        (0..n).filter(|_| self.roll() < p).count()
    }

    /// What so many people say on a scale of these steps, each step by chance.
    fn sample(&mut self, steps: usize, people: u32, p: f64) -> Option<Sample> {
        let mut counts = vec![0_u64; steps + 1];
        for _ in 0..people {
            counts[self.successes(steps, p)] += 1;
        }
        Sample::of_counts(&counts)
    }
}
