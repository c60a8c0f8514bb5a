//! What a picture covers: the box of each thing in it, measured from the SVG alone.

use plumbline::chart::metrics::{CAP_HEIGHT, DESCENT, Weight, width};
use roxmltree::{Document, Node};

/// Around one thing, in units of the drawing.
#[derive(Clone, Debug)]
pub(crate) struct Box {
    /// The group's id without its prefix, and the kind or text.
    pub(crate) name: String,
    kind: Kind,
    left: f64,
    pub(crate) top: f64,
    right: f64,
    pub(crate) bottom: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Text or mark: nothing may cover it.
    Solid,
    /// Connector, range or zero line: they may cross one another, but nothing solid.
    Line,
}

impl Box {
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    fn covers(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Every pair of things that cover one another, and everything that sticks out of the picture.
pub(crate) fn collisions(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let view: Vec<f64> = numbers(document.root_element().attribute("viewBox").unwrap());
    let boxes = of_document(&document);
    let mut found = Vec::new();
    for (number, one) in boxes.iter().enumerate() {
        if one.left < 0.0 || one.top < 0.0 || one.right > view[2] || one.bottom > view[3] {
            found.push(format!("{one:?} outside"));
        }
        for other in &boxes[number + 1..] {
            let is_crossing = one.kind == Kind::Line && other.kind == Kind::Line;
            if !is_crossing && one.covers(other) {
                found.push(format!("{one:?} covers {other:?}"));
            }
        }
    }
    found
}

/// Every pair of texts, or of a text and a mark, that cover one another, and everything that sticks out; a text may stand
/// on a surface, and marks of medians lie on rings of the ground.
pub(crate) fn crowding(svg: &str) -> Vec<String> {
    let is_mark = |found: &&str| found.ends_with("polygon") || found.ends_with("circle");
    let is_ring = |found: &str| {
        let names = found.split('"').filter(|part| part.starts_with("panel-"));
        names.filter(is_mark).count() == 2
    };
    let is_surface = |found: &str| !found.ends_with("outside") && found.contains("kind: Line");
    let found = collisions(svg).into_iter();
    found
        .filter(|found| !is_ring(found) && !is_surface(found))
        .collect()
}

/// The boxes of all texts, marks and lines; without grid, leaders, and the ground behind words.
pub(crate) fn boxes(svg: &str) -> Vec<Box> {
    of_document(&Document::parse(svg).unwrap())
}

fn of_document(document: &Document<'_>) -> Vec<Box> {
    let ground = document
        .descendants()
        .find(|node| node.has_tag_name("rect"))
        .and_then(|rect| rect.attribute("fill"));
    document
        .descendants()
        .filter_map(|node| measure(node, ground))
        .collect()
}

fn measure(node: Node<'_, '_>, ground: Option<&str>) -> Option<Box> {
    let number = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let kind = node.tag_name().name();
    let (left, top, right, bottom) = match kind {
        "rect" if node.attribute("fill") != ground => {
            let (x, y) = (number("x"), number("y"));
            (x, y, x + number("width"), y + number("height"))
        }
        // What is white is the halo of another.
        "circle" | "polygon" if node.attribute("fill") == Some("#ffffff") => return None,
        "circle" => {
            let (x, y, r) = (number("cx"), number("cy"), number("r"));
            (x - r, y - r, x + r, y + r)
        }
        "polygon" => {
            let corners = numbers(node.attribute("points").unwrap());
            let (xs, ys) = corners
                .chunks(2)
                .map(|corner| (corner[0], corner[1]))
                .unzip::<_, _, Vec<_>, Vec<_>>();
            let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            (least(&xs), least(&ys), most(&xs), most(&ys))
        }
        "text" => text_edges(node),
        _ => return None,
    };
    let group = node
        .ancestors()
        .find_map(|node| node.attribute("id"))
        .unwrap_or_default();
    let group = group.split_once('-').map_or(group, |(_, name)| name);
    let name = format!("{group} {}", node.text().unwrap_or(kind));
    let kind = if kind == "rect" {
        Kind::Line
    } else {
        Kind::Solid
    };
    Some(Box {
        name,
        kind,
        left,
        top,
        right,
        bottom,
    })
}

fn text_edges(node: Node<'_, '_>) -> (f64, f64, f64, f64) {
    let number = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let weight = match node.attribute("font-weight") {
        Some("400") => Weight::Regular,
        Some("600") => Weight::SemiBold,
        _ => Weight::Bold,
    };
    let (x, y, size) = (number("x"), number("y"), number("font-size"));
    let wide = width(node.text().unwrap_or_default(), weight, size);
    let left = match node.attribute("text-anchor") {
        None => x,
        Some("middle") => x - wide / 2.0,
        Some(_) => x - wide,
    };
    let part = |thousandths: i32| size * f64::from(thousandths) / 1000.0;
    (left, y - part(CAP_HEIGHT), left + wide, y + part(DESCENT))
}

fn numbers(text: &str) -> Vec<f64> {
    text.split([' ', ','])
        .map(|number| number.parse().unwrap())
        .collect()
}
