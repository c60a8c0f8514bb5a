//! The document for the camera: see the library's documentation.

fn main() {
    console_error_panic_hook::set_once();
    plumbline::ui::mount_scanning();
}
