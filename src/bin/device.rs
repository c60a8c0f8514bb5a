//! The document for what this device keeps: see the library's documentation.

fn main() {
    console_error_panic_hook::set_once();
    plumbline::ui::mount_keeping();
}
