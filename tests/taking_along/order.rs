//! Which elements stand in which, in which order, as the schemas of ECMA-376 (part 1, annex A) have it: a program that
//! finds another order offers to repair the file.

use roxmltree::{Document, Node};

use crate::{deck, has_ending, parts, text};

/// Namespaces, and how they are called here.
const NAMES: [(&str, &str); 9] = [
    (crate::MAIN, "a"),
    (
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "p",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "rel",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "ct",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "cp",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "ep",
    ),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://www.w3.org/2001/XMLSchema-instance", "xsi"),
];

/// Groups of elements of which one stands in a place.
const GROUPS: [(&str, &str); 5] = [
    (
        "FILL",
        "a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill",
    ),
    ("EFFECT", "a:effectLst|a:effectDag"),
    (
        "COLOUR",
        "a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr",
    ),
    (
        "SHAPE",
        "p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic|p:contentPart",
    ),
    ("SPACING", "a:spcPct|a:spcPts"),
];

/// A paragraph's or a level's properties, the properties of letters, and the levels of a list.
const PARAGRAPH: &str = "a:lnSpc? a:spcBef? a:spcAft? a:buClrTx|a:buClr? a:buSzTx|a:buSzPct|a:buSzPts? \
    a:buFontTx|a:buFont? a:buNone|a:buAutoNum|a:buChar|a:buBlip? a:tabLst? a:defRPr? a:extLst?";
const LETTERS: &str = "a:ln? FILL? EFFECT? a:highlight? a:uLnTx|a:uLn? a:uFillTx|a:uFill? a:latin? a:ea? a:cs? \
    a:sym? a:hlinkClick? a:hlinkMouseOver? a:rtl? a:extLst?";
const LEVELS: &str = "a:defPPr? a:lvl1pPr? a:lvl2pPr? a:lvl3pPr? a:lvl4pPr? a:lvl5pPr? a:lvl6pPr? a:lvl7pPr? \
    a:lvl8pPr? a:lvl9pPr? a:extLst?";

/// What stands in each element that we write, in order: once, or `?` at most once, `*` as often as it likes, `+` once
/// at least, `#` three times at least. An element that means something else in one parent has that parent before it.
const ROWS: &[(&str, &str)] = &[
    // The package.
    ("ct:Types", "ct:Default|ct:Override*"),
    ("ct:Default", ""),
    ("ct:Override", ""),
    ("rel:Relationships", "rel:Relationship*"),
    ("rel:Relationship", ""),
    // Any order is allowed in these two; this is ours.
    (
        "cp:coreProperties",
        "dc:title dc:creator dcterms:created dcterms:modified",
    ),
    ("dc:title", ""),
    ("dc:creator", ""),
    ("dcterms:created", ""),
    ("dcterms:modified", ""),
    ("ep:Properties", "ep:Application"),
    ("ep:Application", ""),
    // The presentation.
    (
        "p:presentation",
        "p:sldMasterIdLst? p:notesMasterIdLst? p:handoutMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz p:smartTags? \
         p:embeddedFontLst? p:custShowLst? p:photoAlbum? p:custDataLst? p:kinsoku? p:defaultTextStyle? \
         p:modifyVerifier? p:extLst?",
    ),
    ("p:sldMasterIdLst", "p:sldMasterId*"),
    ("p:sldMasterId", "p:extLst?"),
    ("p:notesMasterIdLst", "p:notesMasterId?"),
    ("p:notesMasterId", "p:extLst?"),
    ("p:sldIdLst", "p:sldId*"),
    ("p:sldId", "p:extLst?"),
    ("p:sldSz", ""),
    ("p:notesSz", ""),
    // Masters, layouts, slides, notes.
    (
        "p:sldMaster",
        "p:cSld p:clrMap p:sldLayoutIdLst? p:transition? p:timing? p:hf? p:txStyles? p:extLst?",
    ),
    ("p:sldLayoutIdLst", "p:sldLayoutId*"),
    ("p:sldLayoutId", "p:extLst?"),
    ("p:hf", "p:extLst?"),
    (
        "p:txStyles",
        "p:titleStyle? p:bodyStyle? p:otherStyle? p:extLst?",
    ),
    ("p:titleStyle", LEVELS),
    ("p:bodyStyle", LEVELS),
    ("p:otherStyle", LEVELS),
    (
        "p:sldLayout",
        "p:cSld p:clrMapOvr? p:transition? p:timing? p:hf? p:extLst?",
    ),
    (
        "p:sld",
        "p:cSld p:clrMapOvr? p:transition? p:timing? p:extLst?",
    ),
    (
        "p:notesMaster",
        "p:cSld p:clrMap p:hf? p:notesStyle? p:extLst?",
    ),
    ("p:notesStyle", LEVELS),
    ("p:notes", "p:cSld p:clrMapOvr? p:extLst?"),
    ("p:clrMap", "a:extLst?"),
    ("p:clrMapOvr", "a:masterClrMapping|a:overrideClrMapping"),
    ("a:masterClrMapping", ""),
    (
        "p:cSld",
        "p:bg? p:spTree p:custDataLst? p:controls? p:extLst?",
    ),
    ("p:bg", "p:bgPr|p:bgRef"),
    ("p:bgPr", "FILL EFFECT? p:extLst?"),
    // Shapes.
    ("p:spTree", "p:nvGrpSpPr p:grpSpPr SHAPE* p:extLst?"),
    ("p:nvGrpSpPr", "p:cNvPr p:cNvGrpSpPr p:nvPr"),
    ("p:cNvGrpSpPr", "a:grpSpLocks? a:extLst?"),
    ("p:grpSpPr", "a:xfrm? FILL? EFFECT? a:scene3d? a:extLst?"),
    ("p:grpSpPr/a:xfrm", "a:off? a:ext? a:chOff? a:chExt?"),
    ("a:chOff", ""),
    ("a:chExt", ""),
    ("p:sp", "p:nvSpPr p:spPr p:style? p:txBody? p:extLst?"),
    ("p:nvSpPr", "p:cNvPr p:cNvSpPr p:nvPr"),
    ("p:cNvPr", "a:hlinkClick? a:hlinkHover? a:extLst?"),
    ("p:cNvSpPr", "a:spLocks? a:extLst?"),
    ("a:spLocks", "a:extLst?"),
    (
        "p:nvPr",
        "p:ph? a:audioCd|a:wavAudioFile|a:audioFile|a:videoFile|a:quickTimeFile? p:custDataLst? p:extLst?",
    ),
    ("p:ph", "p:extLst?"),
    ("p:pic", "p:nvPicPr p:blipFill p:spPr p:style? p:extLst?"),
    ("p:nvPicPr", "p:cNvPr p:cNvPicPr p:nvPr"),
    ("p:cNvPicPr", "a:picLocks? a:extLst?"),
    ("a:picLocks", "a:extLst?"),
    ("p:blipFill", "a:blip? a:srcRect? a:tile|a:stretch?"),
    ("a:blip", "a:extLst?"),
    ("a:stretch", "a:fillRect?"),
    ("a:fillRect", ""),
    (
        "p:spPr",
        "a:xfrm? a:custGeom|a:prstGeom? FILL? a:ln? EFFECT? a:scene3d? a:sp3d? a:extLst?",
    ),
    ("a:xfrm", "a:off? a:ext?"),
    ("a:off", ""),
    ("a:ext", ""),
    ("a:prstGeom", "a:avLst?"),
    ("a:avLst", "a:gd*"),
    // Text.
    ("p:txBody", "a:bodyPr a:lstStyle? a:p+"),
    (
        "a:bodyPr",
        "a:prstTxWarp? a:noAutofit|a:normAutofit|a:spAutoFit? a:scene3d? a:sp3d|a:flatTx? a:extLst?",
    ),
    ("a:normAutofit", ""),
    ("a:lstStyle", LEVELS),
    ("a:p", "a:pPr? a:r|a:br|a:fld* a:endParaRPr?"),
    ("a:r", "a:rPr? a:t"),
    ("a:fld", "a:rPr? a:pPr? a:t?"),
    ("a:t", ""),
    ("a:pPr", PARAGRAPH),
    ("a:lvl1pPr", PARAGRAPH),
    ("a:lvl2pPr", PARAGRAPH),
    ("a:lvl3pPr", PARAGRAPH),
    ("a:lvl4pPr", PARAGRAPH),
    ("a:lvl5pPr", PARAGRAPH),
    ("a:lvl6pPr", PARAGRAPH),
    ("a:lvl7pPr", PARAGRAPH),
    ("a:lvl8pPr", PARAGRAPH),
    ("a:lvl9pPr", PARAGRAPH),
    ("a:lnSpc", "SPACING"),
    ("a:spcBef", "SPACING"),
    ("a:spcPct", ""),
    ("a:spcPts", ""),
    ("a:buNone", ""),
    ("a:defRPr", LETTERS),
    ("a:rPr", LETTERS),
    ("a:latin", ""),
    ("a:ea", ""),
    ("a:cs", ""),
    // Colours and lines. A colour may be changed by elements in it; ours are not.
    ("a:solidFill", "COLOUR?"),
    ("a:srgbClr", ""),
    ("a:schemeClr", ""),
    ("a:noFill", ""),
    (
        "a:ln",
        "a:noFill|a:solidFill|a:gradFill|a:pattFill? a:prstDash|a:custDash? a:round|a:bevel|a:miter? a:headEnd? \
         a:tailEnd? a:extLst?",
    ),
    ("a:prstDash", ""),
    ("a:effectLst", ""),
    // The theme.
    (
        "a:theme",
        "a:themeElements a:objectDefaults? a:extraClrSchemeLst? a:custClrLst? a:extLst?",
    ),
    (
        "a:themeElements",
        "a:clrScheme a:fontScheme a:fmtScheme a:extLst?",
    ),
    (
        "a:clrScheme",
        "a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink \
         a:extLst?",
    ),
    ("a:dk1", "COLOUR"),
    ("a:lt1", "COLOUR"),
    ("a:dk2", "COLOUR"),
    ("a:lt2", "COLOUR"),
    ("a:accent1", "COLOUR"),
    ("a:accent2", "COLOUR"),
    ("a:accent3", "COLOUR"),
    ("a:accent4", "COLOUR"),
    ("a:accent5", "COLOUR"),
    ("a:accent6", "COLOUR"),
    ("a:hlink", "COLOUR"),
    ("a:folHlink", "COLOUR"),
    ("a:fontScheme", "a:majorFont a:minorFont a:extLst?"),
    ("a:majorFont", "a:latin a:ea a:cs a:font* a:extLst?"),
    ("a:minorFont", "a:latin a:ea a:cs a:font* a:extLst?"),
    (
        "a:fmtScheme",
        "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst",
    ),
    ("a:fillStyleLst", "FILL#"),
    ("a:lnStyleLst", "a:ln#"),
    ("a:effectStyleLst", "a:effectStyle#"),
    ("a:effectStyle", "EFFECT a:scene3d? a:sp3d?"),
    ("a:bgFillStyleLst", "FILL#"),
];

#[test]
fn every_element_of_every_part_stands_where_the_schemas_want_it() {
    let parts = parts(&deck());
    let mut met: Vec<&str> = Vec::new();
    for name in parts
        .keys()
        .filter(|name| has_ending(name, "xml") || has_ending(name, "rels"))
    {
        let part = Document::parse(text(&parts, name)).unwrap();
        for node in part.descendants().filter(Node::is_element) {
            let row = row(node).unwrap_or_else(|| panic!("{} has no row", called(node)));
            assert_eq!(misplaced(node, row.1), None, "in {} of {name}", row.0);
            met.push(row.0);
        }
    }
    let idle = ROWS.iter().filter(|(element, _)| !met.contains(element));
    let idle: Vec<&str> = idle.map(|(element, _)| *element).collect();
    assert_eq!(idle, [""; 0], "rows for what is not written");
}

#[test]
fn what_stands_in_a_wrong_place_is_found() {
    let wrong = |inner: &str| {
        let main = crate::MAIN;
        let part = format!("<a:rPr xmlns:a=\"{main}\">{inner}</a:rPr>");
        let part = Document::parse(&part).unwrap();
        misplaced(part.root_element(), row(part.root_element()).unwrap().1)
    };
    let is = |found: &str| Some(found.to_owned());
    assert_eq!(wrong("<a:solidFill/><a:latin/><a:ea/>"), None);
    assert_eq!(wrong("<a:latin/><a:solidFill/>"), is("a:solidFill"));
    assert_eq!(wrong("<a:latin/><a:latin/>"), is("a:latin"));
    assert_eq!(wrong("<a:solidFill/><a:noFill/>"), is("a:noFill"));
    assert_eq!(wrong("<a:spcBef/>"), is("a:spcBef"));
    let part = format!("<a:r xmlns:a=\"{}\"><a:rPr/></a:r>", crate::MAIN);
    let part = Document::parse(&part).unwrap();
    let missing = misplaced(part.root_element(), row(part.root_element()).unwrap().1);
    assert_eq!(missing, is("too few of a:t"));
}

/// What an element is called here: its namespace's short name, and its own.
fn called(node: Node<'_, '_>) -> String {
    let name = node.tag_name();
    let space = NAMES
        .iter()
        .find(|(space, _)| name.namespace() == Some(*space));
    let (_, short) = space.unwrap_or_else(|| panic!("{name:?} is of no namespace that we know"));
    format!("{short}:{}", name.name())
}

/// What an element and its parent are called, or the element alone where that is enough.
fn row(node: Node<'_, '_>) -> Option<(&'static str, &'static str)> {
    let find = |called: &str| ROWS.iter().find(|(element, _)| *element == called).copied();
    let name = called(node);
    let parent = node.parent_element();
    let in_parent = parent.and_then(|parent| find(&format!("{}/{name}", called(parent))));
    in_parent.or_else(|| find(&name))
}

/// The first child that may not stand where it stands, or which children are missing.
fn misplaced(node: Node<'_, '_>, order: &str) -> Option<String> {
    let children = node.children().filter(Node::is_element).map(called);
    let mut children = children.peekable();
    for place in order.split_whitespace() {
        let name = place.trim_end_matches(['?', '*', '+', '#']);
        let (least, most) = match &place[name.len()..] {
            "" => (1, 1),
            "?" => (0, 1),
            "*" => (0, usize::MAX),
            "+" => (1, usize::MAX),
            _ => (3, usize::MAX),
        };
        let group = GROUPS.iter().find(|(group, _)| *group == name);
        let names = group.map_or(name, |(_, names)| names);
        let mut count = 0;
        while count < most
            && children
                .next_if(|child| names.split('|').any(|name| name == child))
                .is_some()
        {
            count += 1;
        }
        if count < least {
            return Some(
                children
                    .next()
                    .unwrap_or_else(|| format!("too few of {name}")),
            );
        }
    }
    children.next()
}
