//! Which edges and lines of a picture are not on whole pixels.

use plumbline::chart::lettering::FINE;
use roxmltree::{Document, Node};

/// The edges of surfaces, upright and level lines, and baselines that would be blurred on a screen with one pixel for each
/// unit of the page, and so on one with two.
pub(crate) fn blurred(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let nodes = document.descendants();
    nodes
        .filter_map(|node| check(node).map(|found| format!("{found}: {}", &svg[node.range()])))
        .collect()
}

fn check(node: Node<'_, '_>) -> Option<String> {
    let number = |name: &str| node.attribute(name).unwrap().parse::<i32>().unwrap();
    match node.tag_name().name() {
        "rect" => ["x", "y", "width", "height"]
            .into_iter()
            .find(|name| number(name) % FINE != 0)
            .map(str::to_owned),
        "text" => (number("y") % FINE != 0).then(|| "y".to_owned()),
        "polyline" => {
            let width = number("stroke-width");
            let corners = node.attribute("points").unwrap().split(' ');
            let corners: Vec<_> = corners.map(corner).collect();
            let mut lines = corners.windows(2).map(|ends| (ends[0], ends[1]));
            lines
                .find(|line| !is_sharp(*line, width))
                .map(|line| format!("{line:?}"))
        }
        _ => None,
    }
}

fn corner(text: &str) -> (i32, i32) {
    let (x, y) = text.split_once(',').unwrap();
    (x.parse().unwrap(), y.parse().unwrap())
}

/// Whether the line is slanted, or both of its long edges are on whole pixels.
fn is_sharp(((x, y), (next_x, next_y)): ((i32, i32), (i32, i32)), width: i32) -> bool {
    let edges = |at: i32| [2 * at - width, 2 * at + width].map(|edge| edge % (2 * FINE)) == [0, 0];
    match (x == next_x, y == next_y) {
        (true, _) => edges(x),
        (false, true) => edges(y),
        (false, false) => true,
    }
}

#[test]
fn what_is_between_pixels_is_found() {
    let picture = |inner: &str| format!("<svg>{inner}</svg>");
    let rect = |x: u32| format!("<rect x='{x}' y='8' width='80' height='16'/>");
    let line = |y: u32| format!("<polyline points='0,{y} 80,{y}' stroke-width='8'/>");
    let slanted = "<polyline points='3,3 84,91' stroke-width='8'/>";
    for (inner, is_found) in [
        (rect(16), false),
        (rect(17), true),
        (line(12), false),
        (line(16), true),
        (slanted.to_owned(), false),
        ("<text x='3' y='9'/>".to_owned(), true),
        ("<text x='3' y='16'/>".to_owned(), false),
    ] {
        assert_eq!(!blurred(&picture(&inner)).is_empty(), is_found, "{inner}");
    }
}
