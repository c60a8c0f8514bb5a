//! The ways in which a ballot comes to the box, and who could know what by each: for whoever answers, and for whoever runs
//! the survey (method, sections 3.2 and 3.3).

/// A way to hand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The code, pasted into a chat, a mail or a page that everybody writes on.
    Pasted,
    /// The code as a picture, shown to the collector's camera.
    Camera,
    /// The code as a link.
    Link,
    /// The code as a file.
    File,
    /// Into the box of the device at hand.
    ThisDevice,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 5] = [
        Self::Pasted,
        Self::Camera,
        Self::Link,
        Self::File,
        Self::ThisDevice,
    ];

    /// Who could know what, to somebody who hands in.
    #[must_use]
    pub const fn for_respondent(self) -> &'static str {
        match self {
            Self::Pasted => {
                "In a mail or a chat of your own your name stands beside the code: whoever runs the survey could open it and know your answers. On a page where everybody pastes, or through a trusted colleague, it does not."
            }
            Self::Camera => {
                "Whoever holds the camera sees that you hand in, not what you answered. The box keeps no names, no times and no order; but whoever runs the survey could set a single code apart and open it."
            }
            Self::Link => {
                "The same as with the code: the name of your mail or chat stands beside it. A link also stays in the histories of browsers and chats; no server sees what stands after its # sign."
            }
            Self::File => {
                "The same as with the code: whoever gets it from you knows whose it is. Files also carry the moment at which they were saved, and shared folders show who put them there."
            }
            Self::ThisDevice => {
                "It goes into the box together with all others, without your name and without a time. Whoever runs the survey could look into the box at any moment: hand in when others have, or will soon after."
            }
        }
    }

    /// The same, to whoever runs the survey.
    #[must_use]
    pub const fn for_organiser(self) -> &'static str {
        match self {
            Self::Pasted => {
                "You see who sent which code, and could open it. Ask for codes on a page where everybody pastes, with its history off, or let somebody outside your reporting line pass them on."
            }
            Self::Camera => {
                "Whoever holds the camera sees who hands in, but the box keeps neither names nor order. Best for a room, with somebody whom the group trusts at the camera: send them the link for collectors. Let several people queue."
            }
            Self::Link => {
                "You see who sent which link, as with a code. Opening it on this device puts the ballot into the box at once."
            }
            Self::File => {
                "You see who sent which file, and when it was saved. Ask for files in a shared folder that does not show who put them there."
            }
            Self::ThisDevice => {
                "Nobody sends anything, and the box keeps neither names nor order. You could still look at it between two people: give the device to all of them before you take it back."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_told_of_every_way() {
        for way in Way::ALL {
            for words in [way.for_respondent(), way.for_organiser()] {
                assert!(words.ends_with('.') && words.len() > 80, "{words}");
            }
            assert_ne!(way.for_respondent(), way.for_organiser());
        }
    }
}
