//! What the app remembers while it runs, and every change to it.

mod organiser;
pub mod page;
pub mod persistence;
mod respondent;
mod workspace;

pub use organiser::{CloseOutcome, CollectOutcome, NoRandomness};
pub use respondent::{Code, NotHandedIn, SheetKey, Sitting};
pub use workspace::{Trouble, Workspace};

pub use crate::codec::{
    link::LinkError,
    record::{Closed, Day, RefusedCounts},
    scan::{Unread, Why},
};
pub use persistence::{Added, CloseError, Held, KeepingError};
