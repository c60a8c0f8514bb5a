//! Pictures drawn natively with the bundled font, to be looked at: `target/pictures/`.

use std::{fs, sync::Arc};

use plumbline::chart::FONT_FAMILY;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};

use super::{root, sample, spread};

#[test]
fn pictures_can_be_drawn_natively() {
    let folder = root().join("target/pictures");
    fs::create_dir_all(&folder).unwrap();
    let fonts = fonts();
    let dots = sample::golden().into_iter();
    let dots = dots.map(|(name, chart, format, theme)| (name, chart.draw(format, theme).unwrap()));
    let others = spread::golden().into_iter();
    let others = others.map(|(name, chart, format, theme)| (name, chart.draw(format, theme)));
    for (name, picture) in dots.chain(others) {
        // A file's own font is WOFF2, which is read by browsers; the same font is given here.
        let pixels = draw(&picture.on_page("chart"), picture.size(), &fonts);
        pixels.save_png(folder.join(format!("{name}.png"))).unwrap();
        let inked = pixels
            .pixels()
            .iter()
            .filter(|pixel| **pixel != pixels.pixels()[0]);
        let share = inked.count() * 1000 / pixels.pixels().len();
        assert!(
            (10..600).contains(&share),
            "{name}: {share} of 1000 are inked"
        );
    }
}

/// `svg` at its size in units of the page.
fn draw(svg: &str, (width, height): (u32, u32), fonts: &Arc<fontdb::Database>) -> Pixmap {
    let options = Options {
        fontdb: Arc::clone(fonts),
        font_family: FONT_FAMILY.into(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).unwrap();
    let mut pixels = Pixmap::new(width, height).unwrap();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let scale = width as f32 / tree.size().width();
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
}

fn fonts() -> Arc<fontdb::Database> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(fs::read(root().join("assets/font/plumbline.ttf")).unwrap());
    let family = fonts.faces().next().unwrap().families[0].0.clone();
    fonts.set_sans_serif_family(family);
    Arc::new(fonts)
}
