//! Pictures drawn natively with the bundled font.

use std::{fs, path::Path, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};

/// The name that pictures ask for; the font's own is another, which stands behind it in the list.
const FAMILY: &str = "Plumbline Sans";

/// Draws `svg`, which cannot read the font inside a file (browsers read WOFF2), `width` pixels wide.
pub(crate) fn draw(svg: &str, width: u32, fonts: &Arc<fontdb::Database>) -> Pixmap {
    let options = Options {
        fontdb: Arc::clone(fonts),
        font_family: FAMILY.into(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).unwrap();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let scale = width as f32 / tree.size().width();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few thousand"
    )]
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height).unwrap();
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels
}

/// The bundled font alone.
pub(crate) fn fonts() -> Arc<fontdb::Database> {
    let font = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/font/plumbline.ttf");
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(fs::read(font).unwrap());
    let family = fonts.faces().next().unwrap().families[0].0.clone();
    fonts.set_sans_serif_family(family);
    Arc::new(fonts)
}
