//! A sealed sheet in the forms in which it is handed in.

use super::{page, sitting::Sitting};
use crate::{
    codec::{
        ballot::{self, Ballot},
        ballot_file, ballot_link, code,
    },
    domain::receipt::Receipt,
};

/// A ballot on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnItsWay {
    /// The link that brings it to whoever runs the survey.
    pub link: String,
    /// The text of the file that does.
    pub file: String,
    /// Its three words.
    pub receipt: Receipt,
}

impl Sitting {
    /// The forms of the sealed sheet; `None` before it is sealed.
    #[must_use]
    pub fn on_its_way(&self) -> Option<OnItsWay> {
        let ballot = self.ballot()?;
        let survey = &self.invitation.survey;
        let fragment = ballot_link::encode(survey, &ballot);
        Some(OnItsWay {
            link: format!("{}#{fragment}", page::beside(page::ANSWERING)),
            file: ballot_file::encode(survey, &ballot),
            receipt: ballot::receipt(&ballot),
        })
    }

    /// The sealed sheet.
    pub(super) fn ballot(&self) -> Option<Ballot> {
        code::decode(self.code.as_ref()?.text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::{ballot::SEALED, link::Invitation, scan},
        domain::{example, sheet::Sheet, side::Side},
        state::{Code, SheetKey},
    };

    #[test]
    fn every_form_holds_the_same_ballot() {
        let ballot = Ballot {
            side: Side::Team,
            tag: 7,
            sealed: [3; SEALED],
        };
        let mut sitting = sitting();
        assert_eq!(sitting.on_its_way(), None);

        sitting.code = Some(Code {
            text: code::encode(&ballot),
            is_kept: true,
            is_sheet_erased: true,
        });

        let forms = sitting.on_its_way().unwrap();
        let (_, fragment) = forms.link.split_once("answer.html#").unwrap();
        assert_eq!(ballot_link::decode(fragment).unwrap().ballot, ballot);
        assert_eq!(
            scan::scan(&forms.file).ballots,
            std::slice::from_ref(&ballot)
        );
        assert_eq!(forms.receipt, ballot::receipt(&ballot));
    }

    fn sitting() -> Sitting {
        let survey = example::survey();
        Sitting {
            key: SheetKey {
                id: "3f9a".to_owned(),
                side: Side::Team,
            },
            sheet: Sheet::blank(&survey, Side::Team),
            invitation: Invitation {
                survey,
                side: Side::Team,
                secret: [2; 32],
            },
            is_kiosk: false,
            is_kept: false,
            code: None,
        }
    }
}
