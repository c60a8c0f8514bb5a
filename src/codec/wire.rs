//! A survey as bytes, version 1: part of links, of fingerprints and of stored records.

use serde::{Deserialize, Serialize};

use crate::domain::{
    day::Day,
    draft::{LONGEST_COMPANY, LONGEST_TEAM, MOST_INVITED, tidy},
    side::BySide,
    survey::{LARGEST_MINIMUM, SMALLEST_EXECUTIVE_MINIMUM, SMALLEST_TEAM_MINIMUM, Survey, Wording},
};

/// The template "AI reality check" without and with its optional pair.
const REALITY_CHECK: u8 = 0;
const REALITY_CHECK_WITH_PAIR: u8 = 1;
/// No template: results of another wording can be read, but nobody can answer it, so no reader takes this number.
const NO_TEMPLATE: u8 = u8::MAX;

/// A day as it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayV1 {
    year: u16,
    month: u8,
    day: u8,
}

impl From<Day> for DayV1 {
    fn from(Day { year, month, day }: Day) -> Self {
        Self { year, month, day }
    }
}

impl From<DayV1> for Day {
    fn from(DayV1 { year, month, day }: DayV1) -> Self {
        Self { year, month, day }
    }
}

/// A survey as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyV1 {
    template: u8,
    minimum_executive: u8,
    minimum_team: u8,
    invited_executive: u32,
    invited_team: u32,
    team: String,
    company: String,
    public_key: [u8; 32],
}

impl SurveyV1 {
    /// The survey as it is written down.
    #[must_use]
    pub fn from_domain(survey: &Survey) -> Self {
        Self {
            template: template(&survey.wording),
            minimum_executive: small(survey.minimum.executive),
            minimum_team: small(survey.minimum.team),
            invited_executive: survey.invited.executive,
            invited_team: survey.invited.team,
            team: survey.team.clone(),
            company: survey.company.clone().unwrap_or_default(),
            public_key: survey.public_key,
        }
    }

    /// The survey that these bytes mean, or `None` if no survey can be like that: whoever made them did
    /// not use Plumbline.
    #[must_use]
    pub fn into_domain(self) -> Option<Survey> {
        self.is_possible().then(|| Survey {
            team: self.team,
            company: Some(self.company).filter(|name| !name.is_empty()),
            wording: Wording::reality_check(self.template == REALITY_CHECK_WITH_PAIR),
            invited: BySide {
                executive: self.invited_executive,
                team: self.invited_team,
            },
            minimum: BySide {
                executive: u32::from(self.minimum_executive),
                team: u32::from(self.minimum_team),
            },
            public_key: self.public_key,
        })
    }

    /// The bytes, always the same for the same survey.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Serialising plain fields into a growing vector has nothing that could fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    fn is_possible(&self) -> bool {
        let within = |n: u8, smallest: u32| (smallest..=LARGEST_MINIMUM).contains(&u32::from(n));
        let invited = |n: u32, minimum: u8| (u32::from(minimum)..=MOST_INVITED).contains(&n);
        self.template <= REALITY_CHECK_WITH_PAIR
            && within(self.minimum_executive, SMALLEST_EXECUTIVE_MINIMUM)
            && within(self.minimum_team, SMALLEST_TEAM_MINIMUM)
            && invited(self.invited_executive, self.minimum_executive)
            && invited(self.invited_team, self.minimum_team)
            && are_names(&self.team, &self.company)
    }
}

const fn template(wording: &Wording) -> u8 {
    match wording {
        Wording::RealityCheck => REALITY_CHECK,
        Wording::RealityCheckWithPair => REALITY_CHECK_WITH_PAIR,
        Wording::Own(_) => NO_TEMPLATE,
    }
}

/// Whether a survey's team and company (which may be missing) can be called so.
pub(super) fn are_names(team: &str, company: &str) -> bool {
    is_name(team, LONGEST_TEAM) && (company.is_empty() || is_name(company, LONGEST_COMPANY))
}

fn is_name(name: &str, longest: usize) -> bool {
    !name.is_empty() && name.chars().count() <= longest && tidy(name) == name
}

fn small(minimum: u32) -> u8 {
    u8::try_from(minimum).unwrap_or(u8::MAX)
}
