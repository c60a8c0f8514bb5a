//! What the app remembers while it runs, and every change to it.

mod files;
mod gathering;
mod handing_over;
mod organiser;
pub mod page;
pub mod persistence;
mod respondent;
mod workspace;

pub use files::{carrying, csv, picture_carrying, result_address, result_of, tally_file};
pub use gathering::{CollectOutcome, Watch};
pub use organiser::{CloseOutcome, NoRandomness};
pub use respondent::{Code, NotHandedIn, SheetKey, Sitting};
pub use workspace::{Trouble, Workspace};

pub use crate::browser::picked::{Picked, ReadError};
pub use crate::codec::{
    csv::Words,
    link::LinkError,
    opening::OpeningError,
    picture::PictureError,
    record::{Closed, Day, RefusedCounts},
    scan::{Unread, Why},
    tally::{Published, TallyError, Wrong},
};
pub use persistence::{Added, CloseError, Closing, Held, KeepingError};
