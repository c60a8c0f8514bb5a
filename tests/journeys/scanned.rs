//! What a reader of QR pictures makes of ours, sharp and straight as they are on the page and in files.

use std::io::Cursor;

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::browser::Browser;

/// Pixels a side that an SVG is drawn with.
const SIDE: u16 = 800;

/// The text in the picture that the page has at a place, as a selector of CSS.
pub(crate) async fn on_page(person: &Browser, place: &str) -> String {
    let script = "return document.querySelector(arguments[0]).outerHTML";
    let shown = person.run(script, vec![place.into()]).await;
    let shown = shown.expect("the page can be asked");
    svg(shown.as_str().expect("it is markup"))
}

/// The text in a picture that is an SVG.
pub(crate) fn svg(svg: &str) -> String {
    let tree = Tree::from_str(svg, &Options::default()).expect("it is SVG");
    let mut pixels = Pixmap::new(SIDE.into(), SIDE.into()).expect("it is small");
    let scale = f32::from(SIDE) / tree.size().width();
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    let side = SIDE.into();
    read(side, |x, y| pixels.pixels()[y * side + x].green())
}

/// The text in a picture that is a PNG file, so many pixels a side.
pub(crate) fn png(png: &[u8], side: u32) -> String {
    let mut reader = png::Decoder::new(Cursor::new(png))
        .read_info()
        .expect("it is a PNG file");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits into memory")];
    let info = reader.next_frame(&mut pixels).expect("it is whole");
    assert_eq!((info.width, info.height), (side, side));
    let (side, step) = (side as usize, info.color_type.samples());
    read(side, |x, y| pixels[(y * side + x) * step])
}

fn read(side: usize, grey: impl FnMut(usize, usize) -> u8) -> String {
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let grids = picture.detect_grids();
    let [grid] = grids.as_slice() else {
        panic!("{} QR pictures instead of one", grids.len());
    };
    grid.decode().expect("it can be read").1
}
