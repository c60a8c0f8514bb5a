//! What may be in a picture.

use roxmltree::{Document, Node};

const ELEMENTS: [&str; 9] = [
    "svg", "title", "desc", "g", "rect", "circle", "polygon", "polyline", "text",
];
const ATTRIBUTES: [&str; 26] = [
    "viewBox",
    "width",
    "height",
    "role",
    "aria-labelledby",
    "aria-hidden",
    "font-family",
    "font-size",
    "font-weight",
    "text-rendering",
    "text-anchor",
    "id",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "points",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "paint-order",
    "class",
    "transform",
];

/// Checks that `svg` is well-formed and has only what is expected in it, every id once and with `prefix`.
pub(crate) fn check_markup(svg: &str, prefix: &str) {
    let document = Document::parse(svg).unwrap();
    let mut ids = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            ELEMENTS.contains(&name) || (name == "style" && prefix == "plumbline-"),
            "<{name}>"
        );
        for attribute in node.attributes() {
            assert!(
                ATTRIBUTES.contains(&attribute.name()),
                "{}",
                attribute.name()
            );
        }
        ids.extend(node.attribute("id"));
    }
    assert!(ids.iter().all(|id| id.starts_with(prefix)), "{ids:?}");
    let labels = document
        .root_element()
        .attribute("aria-labelledby")
        .unwrap();
    assert!(labels.split(' ').all(|label| ids.contains(&label)));
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
}

/// The element with this id.
pub(crate) fn named<'a>(document: &'a Document<'a>, id: &str) -> Node<'a, 'a> {
    document
        .descendants()
        .find(|node| node.attribute("id") == Some(id))
        .unwrap()
}

/// How many elements of this name are in `node`.
pub(crate) fn count(node: Node<'_, '_>, name: &str) -> usize {
    node.descendants()
        .filter(|node| node.has_tag_name(name))
        .count()
}

/// The attribute of the first element of this name in `node`.
pub(crate) fn attribute<'a>(node: Node<'a, 'a>, name: &str, attribute: &str) -> &'a str {
    node.descendants()
        .find(|node| node.has_tag_name(name))
        .unwrap()
        .attribute(attribute)
        .unwrap()
}
