//! Counting what was tested.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Passed.
    pub(crate) passed: u32,
    /// Failed.
    pub(crate) failed: u32,
}

impl Count {
    /// One test that passed.
    pub(crate) const PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };

    /// One test that failed.
    pub(crate) const FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// Adds what a line of cargo's tells: `test result: ok. 5 passed; 0 failed; ...`.
    pub(crate) fn add_line(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        self.passed += number_before(result, "passed;");
        self.failed += number_before(result, "failed;");
    }

    /// Whether no test was counted.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(text: &str, word: &str) -> u32 {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_many_test_programs_add_up() {
        let output = "\
running 3 tests
test a ... ok
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

   Doc-tests plumbline
test result: FAILED. 4 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s
test result: \u{1b}[32mok\u{1b}[m. 1 passed; 0 failed; 0 ignored";
        let mut count = Count::default();

        output.lines().for_each(|line| count.add_line(line));

        assert_eq!(count.to_string(), "8 passed, 2 failed");
    }

    #[test]
    fn other_lines_count_nothing() {
        let mut count = Count::default();

        for line in [
            "",
            "5 passed; 1 failed;",
            "test result: none",
            "test a ... FAILED",
        ] {
            count.add_line(line);
        }

        assert!(count.is_empty());
    }
}
