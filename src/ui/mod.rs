//! What people see: one folder for each screen, and `kit` for widgets that know nothing of surveys.

mod answer;
mod app;
mod backup;
mod bad_file;
mod camera;
mod copy_button;
mod device;
mod frame;
mod home;
mod how;
mod kit;
mod meeting;
mod message;
mod opening;
mod poster;
mod receipts;
mod results;
mod screen;
mod side_mark;
mod source;
mod start;
mod survey;
mod topic;

pub use app::{
    mount, mount_answering, mount_keeping, mount_meeting, mount_scanning, mount_showing,
};
