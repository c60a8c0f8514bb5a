//! What the app remembers while it runs, and every change to it.

mod arriving;
mod brought;
mod cards;
pub mod deck;
mod device;
mod drafting;
mod files;
mod gathering;
mod handing_in;
mod handing_over;
mod lock;
mod organiser;
pub mod page;
pub mod persistence;
pub mod quiet;
mod respondent;
mod round;
mod showing;
mod sitting;
mod workspace;

pub use arriving::{LinkKind, kind_in, result_of};
pub use brought::{Brought, Came};
pub use cards::{CardBox, Event, Keeping, Unread as UnreadCards, Whose, calendar_file};
pub use device::{Inventory, Made as MadeBackup, NotMade, Promise, Stored, StoredBeside, promise};
pub use drafting::{forget_typed, keep_typed, typed_before};
pub use files::{carrying, csv, opened, picture_carrying, result_address, tally_file, without};
pub use gathering::{CollectOutcome, Watch};
pub use handing_in::OnItsWay;
pub use lock::{is_pin, lock, locked_into, open, unlock};
pub use organiser::{CloseOutcome, NoRandomness};
pub use quiet::{Presence, Quiet};
pub use respondent::NotHandedIn;
pub use showing::{CameraError, Eye, InSight, Shown, ShownFiles, Speaker, Stranger};
pub use sitting::{Code, SheetKey, Sitting};
pub use workspace::{Trouble, Workspace};

pub use crate::browser::picked::{Picked, ReadError};
pub use crate::codec::backup::{
    Backup, BackupError, Joined, NotJoined, Plan, Step, Tally as BackedUp, Unreadable, What,
};
pub use crate::codec::{
    csv::Words,
    html,
    link::LinkError,
    opening::OpeningError,
    picture::PictureError,
    pptx,
    record::{Closed, RefusedCounts},
    scan::{Unread, Why},
    tally::{Published, TallyError, Wrong},
};
pub use persistence::{Added, Aside, CloseError, Closing, Held, KeepingError};
