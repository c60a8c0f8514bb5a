//! The fields of an object in a tally file, each checked as it is read.

use std::borrow::Cow;

use miniserde::json::{Number, Object, Value};

use super::super::{LONGEST_WORDING, MOST_PEOPLE, TallyError, Wrong};
use crate::domain::{day::Day, draft::tidy, side::Side};

/// Above it not every whole number is a float of its own, so that it may stand for another one: 2^53.
const LAST_EXACT: f64 = 9_007_199_254_740_992.0;

pub(super) fn count(value: &Value) -> Result<u32, Wrong> {
    let n = whole(value)?;
    let n = u32::try_from(n).map_err(|_| Wrong::TooLarge)?;
    if n <= MOST_PEOPLE {
        Ok(n)
    } else {
        Err(Wrong::TooLarge)
    }
}

/// A number that is none below zero and has nothing after the point, however it is written.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number from 0 to 2^53"
)]
pub(super) fn whole(value: &Value) -> Result<u64, Wrong> {
    match value {
        Value::Number(Number::U64(n)) => Ok(*n),
        Value::Number(Number::I64(n)) => u64::try_from(*n).map_err(|_| Wrong::Negative),
        Value::Number(Number::F64(n)) if *n < 0.0 => Err(Wrong::Negative),
        Value::Number(Number::F64(n)) if n.fract() == 0.0 && *n <= LAST_EXACT => Ok(*n as u64),
        Value::Number(Number::F64(n)) if *n > f64::from(MOST_PEOPLE) => Err(Wrong::TooLarge),
        Value::Number(Number::F64(_)) => Err(Wrong::Fraction),
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            Err(Wrong::Missing)
        }
    }
}

/// The fields of an object, with its place in the file for whoever must mend it.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) object: &'a Object,
    pub(super) item: Option<&'a str>,
    pub(super) side: Option<Side>,
}

impl<'a> Fields<'a> {
    pub(super) fn of_file(object: &'a Object) -> Self {
        Self {
            object,
            item: None,
            side: None,
        }
    }

    pub(super) fn wrong(&self, field: &'static str, wrong: Wrong) -> TallyError {
        TallyError::At {
            item: self.item.map(str::to_owned),
            side: self.side,
            field,
            wrong,
        }
    }

    pub(super) fn get(&self, field: &'static str) -> Option<&'a Value> {
        self.object.get(field)
    }

    pub(super) fn count(&self, field: &'static str) -> Result<u32, TallyError> {
        let value = self.get(field).unwrap_or(&Value::Null);
        count(value).map_err(|wrong| self.wrong(field, wrong))
    }

    pub(super) fn sum(&self, field: &'static str) -> Result<u64, TallyError> {
        let value = self.get(field).unwrap_or(&Value::Null);
        whole(value).map_err(|wrong| self.wrong(field, wrong))
    }

    pub(super) fn text(&self, field: &'static str) -> Result<&'a str, TallyError> {
        match self.get(field) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(self.wrong(field, Wrong::Missing)),
        }
    }

    /// A line of words without anything that turns or hides the text around it.
    pub(super) fn name(&self, field: &'static str, longest: usize) -> Result<String, TallyError> {
        let text = tidy(self.text(field)?);
        match text.chars().count() {
            0 => Err(self.wrong(field, Wrong::Missing)),
            n if n > longest => Err(self.wrong(field, Wrong::TooLong)),
            _ => Ok(text),
        }
    }

    pub(super) fn wording(&self, field: &'static str) -> Result<Cow<'static, str>, TallyError> {
        self.name(field, LONGEST_WORDING).map(Cow::Owned)
    }

    pub(super) fn day(&self, field: &'static str) -> Result<Day, TallyError> {
        Day::parse(self.text(field)?).ok_or_else(|| self.wrong(field, Wrong::Impossible))
    }

    pub(super) fn object(&self, field: &'static str) -> Result<Self, TallyError> {
        match self.get(field) {
            Some(Value::Object(object)) => Ok(Self { object, ..*self }),
            _ => Err(self.wrong(field, Wrong::Missing)),
        }
    }

    pub(super) fn side(&self, field: &'static str, side: Side) -> Result<Self, TallyError> {
        let here = Self {
            side: Some(side),
            ..*self
        };
        here.object(field)
    }

    pub(super) fn list(&self, field: &'static str) -> Result<&'a [Value], TallyError> {
        match self.get(field) {
            Some(Value::Array(values)) => Ok(values),
            _ => Err(self.wrong(field, Wrong::Missing)),
        }
    }

    pub(super) fn objects(&self, field: &'static str) -> Result<Vec<Self>, TallyError> {
        let values = self.list(field)?.iter().map(|value| {
            if let Value::Object(object) = value {
                Ok(Self { object, ..*self })
            } else {
                Err(self.wrong(field, Wrong::Missing))
            }
        });
        values.collect()
    }
}
