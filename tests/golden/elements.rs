//! plotters' own elements on our backend.

use std::{cell::RefCell, rc::Rc};

use plotters::{
    coord::Shift,
    drawing::DrawingArea,
    element::{Circle, PathElement, Polygon, Rectangle, Text},
    style::{BLACK, Color as _, FontStyle, RED, TRANSPARENT, TextStyle, text_anchor},
};
use plumbline::chart::{
    backend::SvgBackend,
    lettering::FINE,
    metrics::{Weight, width},
};

#[test]
fn elements_of_plotters_become_elements_of_svg() {
    let svg = drawn(|area, _| {
        area.draw(&Rectangle::new([(8, 80), (0, 0)], RED.filled()))
            .unwrap();
        area.draw(&Rectangle::new([(0, 0), (8, 8)], RED.stroke_width(2)))
            .unwrap();
        area.draw(&Circle::new((4, 4), 3, BLACK.filled())).unwrap();
        area.draw(&Circle::new((4, 4), 3, BLACK.stroke_width(2)))
            .unwrap();
        area.draw(&Polygon::new([(0, 0), (4, 4), (0, 8)], BLACK.filled()))
            .unwrap();
        area.draw(&PathElement::new([(0, 0), (9, 9)], TRANSPARENT))
            .unwrap();
        area.draw_pixel((1, 2), &RED).unwrap();
    });
    let expected = r##"<rect x="0" y="0" width="8" height="80" fill="#ff0000"/>
<polyline points="0,0 8,0 8,8 0,8 0,0" fill="none" stroke="#ff0000" stroke-width="2"/>
<circle cx="4" cy="4" r="3" fill="#000000"/>
<circle cx="4" cy="4" r="3" fill="none" stroke="#000000" stroke-width="2"/>
<polygon points="0,0 4,4 0,8" fill="#000000"/>
<rect x="1" y="2" width="1" height="1" fill="#ff0000"/>
"##;
    assert_eq!(svg, expected);
}

#[test]
fn dashes_are_attributes_and_open_groups_are_ended() {
    let svg = drawn(|area, backend| {
        backend.borrow_mut().open_group("a");
        backend.borrow_mut().open_group("b\"");
        backend.borrow_mut().set_dash(Some((16, 64)));
        area.draw(&PathElement::new([(0, 0), (9, 9)], BLACK.stroke_width(16)))
            .unwrap();
    });
    let line = r##"<polyline points="0,0 9,9" fill="none" stroke="#000000" stroke-width="16" stroke-dasharray="16 64"/>"##;
    let expected =
        format!("<g id=\"a\" aria-hidden=\"true\">\n<g id=\"b&quot;\">\n{line}\n</g>\n</g>\n");
    assert_eq!(svg, expected);
}

#[test]
fn text_is_measured_by_the_font_and_anchored_without_the_browser() {
    let size = 20 * FINE;
    let style = TextStyle::from(("any", size, FontStyle::Bold));
    let style = style.pos(text_anchor::Pos::new(
        text_anchor::HPos::Right,
        text_anchor::VPos::Top,
    ));
    let svg = drawn(|area, _| {
        let (wide, high) = area.estimate_text_size("Plumbline", &style).unwrap();
        let expected = width("Plumbline", Weight::Bold, f64::from(size));
        assert!((f64::from(wide) - expected).abs() < 1.0);
        assert_eq!(high, 118);
        area.draw(&Text::new("A & B", (100, 0), style.clone()))
            .unwrap();
    });
    let expected = r##"<text x="100" y="118" font-size="160" font-weight="700" fill="#000000" text-anchor="end">A &amp; B</text>"##;
    assert_eq!(svg.trim(), expected);
}

/// What `draw` leaves on an empty drawing.
fn drawn(draw: impl FnOnce(&DrawingArea<SvgBackend, Shift>, &Rc<RefCell<SvgBackend>>)) -> String {
    let backend = Rc::new(RefCell::new(SvgBackend::new(100, 100)));
    draw(&DrawingArea::from(&backend), &backend);
    backend.borrow_mut().take()
}
