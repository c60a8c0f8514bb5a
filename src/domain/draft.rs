//! A survey that is still being made.

use super::{
    side::{BySide, Side},
    survey::{
        LARGEST_MINIMUM, MINIMUM, SMALLEST_EXECUTIVE_MINIMUM, SMALLEST_TEAM_MINIMUM, Survey,
        Wording,
    },
};

/// Longest name of a team, in characters; keeps links short.
pub const LONGEST_TEAM: usize = 40;
/// Longest name of a company, in characters.
pub const LONGEST_COMPANY: usize = 30;
/// Most people that can be invited on one side.
pub const MOST_INVITED: u32 = 1_000_000;
/// Room for both names in a link of 200 characters, in bytes; letters other than A to Z take several.
pub const NAMES: usize = 68;

/// What the organiser has typed so far, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The team's name.
    pub team: String,
    /// The company's name, or nothing.
    pub company: String,
    /// How many people are invited.
    pub invited: BySide<String>,
    /// The minimum group size.
    pub minimum: BySide<String>,
    /// Whether executives are to be asked for their consent to a smaller group.
    pub executives_consent: bool,
    /// Whether the two optional items are asked.
    pub with_optional: bool,
}

/// One thing to mend, with the field that it stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    pub what: What,
}

/// A field of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The team's name.
    Team,
    /// The company's name.
    Company,
    /// The number invited on a side.
    Invited(Side),
    /// The minimum group size of a side.
    Minimum(Side),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing there.
    Missing,
    /// More characters than this.
    TooLong(usize),
    /// Not a whole number.
    NotANumber,
    /// Outside these two numbers.
    OutOfRange(u32, u32),
    /// Fewer people than the minimum group size, so nothing could ever be shown.
    UnderMinimum(u32),
    /// Executive groups under five only together with their consent.
    NeedsConsent,
}

/// What a checked draft says; together with a key it is a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    team: String,
    company: Option<String>,
    with_optional: bool,
    invited: BySide<u32>,
    minimum: BySide<u32>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            team: String::new(),
            company: String::new(),
            invited: BySide::default(),
            minimum: BySide::from_fn(|_| MINIMUM.to_string()),
            executives_consent: false,
            with_optional: false,
        }
    }
}

impl Draft {
    /// Checks every field.
    ///
    /// # Errors
    ///
    /// Gives every problem, in the order of the fields; there is at least one.
    pub fn check(&self) -> Result<Settled, Vec<Problem>> {
        let mut problems = Problems::default();
        let team = problems.note(Field::Team, name(&self.team, LONGEST_TEAM));
        let company = problems.note(Field::Company, optional_name(&self.company));
        let minimum =
            BySide::from_fn(|side| problems.note(Field::Minimum(side), self.minimum_of(side)));
        let invited = BySide::from_fn(|side| {
            let least = minimum.of(side).unwrap_or(MINIMUM);
            problems.note(Field::Invited(side), invited(self.invited.of(side), least))
        });
        problems.fit(team.as_deref(), company.iter().flatten().next());
        let settled = || {
            Some(Settled {
                team: team?,
                company: company?,
                with_optional: self.with_optional,
                invited: both(invited)?,
                minimum: both(minimum)?,
            })
        };
        settled()
            .filter(|_| problems.0.is_empty())
            .ok_or(problems.0)
    }

    fn minimum_of(&self, side: Side) -> Result<u32, What> {
        let smallest = match side {
            Side::Executive => SMALLEST_EXECUTIVE_MINIMUM,
            Side::Team => SMALLEST_TEAM_MINIMUM,
        };
        let minimum = number(self.minimum.of(side), smallest, LARGEST_MINIMUM)?;
        let may_be_small = side == Side::Team || self.executives_consent;
        if minimum < MINIMUM && !may_be_small {
            return Err(What::NeedsConsent);
        }
        Ok(minimum)
    }
}

impl Settled {
    /// The survey, frozen with its key.
    #[must_use]
    pub fn with_key(self, public_key: [u8; 32]) -> Survey {
        Survey {
            team: self.team,
            company: self.company,
            wording: Wording::reality_check(self.with_optional),
            invited: self.invited,
            minimum: self.minimum,
            public_key,
        }
    }
}

#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn note<T>(&mut self, field: Field, checked: Result<T, What>) -> Option<T> {
        checked
            .map_err(|what| self.0.push(Problem { field, what }))
            .ok()
    }

    /// Notes if both names together take more than [`NAMES`]: beside the company, if there is one.
    fn fit(&mut self, team: Option<&str>, company: Option<&String>) {
        let (team, company) = (team.unwrap_or_default(), company.map_or("", String::as_str));
        let (field, name, other) = if company.is_empty() {
            (Field::Team, team, company)
        } else {
            (Field::Company, company, team)
        };
        let room = NAMES.saturating_sub(other.len());
        if name.len() > room {
            let fitting = name.get(..name.floor_char_boundary(room));
            let fitting = fitting.unwrap_or_default();
            let what = What::TooLong(fitting.chars().count());
            self.0.push(Problem { field, what });
        }
    }
}

fn both(values: BySide<Option<u32>>) -> Option<BySide<u32>> {
    Some(BySide {
        executive: values.executive?,
        team: values.team?,
    })
}

fn name(typed: &str, longest: usize) -> Result<String, What> {
    let name = tidy(typed);
    match name.chars().count() {
        0 => Err(What::Missing),
        n if n > longest => Err(What::TooLong(longest)),
        _ => Ok(name),
    }
}

fn optional_name(typed: &str) -> Result<Option<String>, What> {
    match name(typed, LONGEST_COMPANY) {
        Ok(name) => Ok(Some(name)),
        Err(What::Missing) => Ok(None),
        Err(what) => Err(what),
    }
}

/// One line, single spaces, no control characters and no marks that turn or hide the text around them.
#[must_use]
pub fn tidy(typed: &str) -> String {
    let visible: String = typed
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !is_formatting(*c))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Zero-width and direction-changing characters (Unicode, general category Cf); the joiners that emoji and
/// several scripts need stay.
fn is_formatting(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn number(typed: &str, smallest: u32, largest: u32) -> Result<u32, What> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(What::Missing);
    }
    if !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(What::NotANumber);
    }
    typed
        .parse()
        .ok()
        .filter(|number| (smallest..=largest).contains(number))
        .ok_or(What::OutOfRange(smallest, largest))
}

fn invited(typed: &str, minimum: u32) -> Result<u32, What> {
    let invited = number(typed, 1, MOST_INVITED)?;
    if invited < minimum {
        return Err(What::UnderMinimum(minimum));
    }
    Ok(invited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_problems_are_told_at_once() {
        let mut draft = Draft {
            company: "x".repeat(500),
            ..Draft::default()
        };
        draft.minimum.team = "eleven".to_owned();

        let problems = draft.check().unwrap_err();

        let fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(
            fields,
            [
                Field::Team,
                Field::Company,
                Field::Minimum(Side::Team),
                Field::Invited(Side::Executive),
                Field::Invited(Side::Team),
            ]
        );
    }

    #[test]
    fn names_are_no_longer_than_links_have_room_for() {
        let longest = |team: &str, company: &str| {
            let mut draft = good();
            draft.team = team.to_owned();
            draft.company = company.to_owned();
            draft.check().map(|_| ()).map_err(|problems| problems[0])
        };
        let too_long = |field, most| {
            let what = What::TooLong(most);
            Err(Problem { field, what })
        };
        let team = "w".repeat(LONGEST_TEAM);
        assert_eq!(longest(&team, &"w".repeat(28)), Ok(()));
        let company = "w".repeat(LONGEST_COMPANY);
        assert_eq!(longest(&team, &company), too_long(Field::Company, 28));
        assert_eq!(longest("Claims platform", &company), Ok(()));
        assert_eq!(longest(&"é".repeat(34), ""), Ok(()));
        let team = "问".repeat(LONGEST_TEAM);
        assert_eq!(longest(&team, ""), too_long(Field::Team, 22));
        assert_eq!(longest("Überfällig", "🚀🚀🚀"), Ok(()));
    }

    #[test]
    fn executives_may_be_three_only_with_consent() {
        let mut draft = good();
        draft.minimum.executive = "3".to_owned();
        let problem = Problem {
            field: Field::Minimum(Side::Executive),
            what: What::NeedsConsent,
        };
        assert_eq!(draft.check(), Err(vec![problem]));

        draft.executives_consent = true;
        assert!(draft.check().is_ok());
    }

    #[test]
    fn a_team_under_five_is_never_shown() {
        let mut draft = good();
        draft.minimum.team = "4".to_owned();
        assert!(draft.check().is_err());
    }

    #[test]
    fn fewer_people_than_the_minimum_are_refused() {
        let mut draft = good();
        draft.invited.executive = "4".to_owned();
        assert_eq!(
            draft.check().unwrap_err()[0].what,
            What::UnderMinimum(MINIMUM)
        );
    }

    #[test]
    fn a_name_is_one_line_of_visible_text() {
        assert_eq!(tidy(" a\n\u{202e}b\u{200b}  c\u{7} "), "a b c");
        assert_eq!(
            tidy("<script>\"é\"</script> 👩‍👧"),
            "<script>\"é\"</script> 👩‍👧"
        );
        assert_eq!(tidy("فريق المنتج"), "فريق المنتج");
    }

    fn good() -> Draft {
        Draft {
            team: "Claims platform".to_owned(),
            invited: BySide {
                executive: "6".to_owned(),
                team: "38".to_owned(),
            },
            ..Draft::default()
        }
    }
}
