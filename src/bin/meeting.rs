//! The document for the meeting: see the library's documentation.

fn main() {
    console_error_panic_hook::set_once();
    plumbline::ui::mount_meeting();
}
