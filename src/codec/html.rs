//! A document as one HTML file without script: everything is in it, and its policy forbids it to ask for anything.

use std::fmt::Write as _;

use base64ct::{Base64, Encoding};

use super::escape::{css_text, escaped};

/// What the file may use: what stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/// A document. All words are data; only styles and pictures are taken as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of its words, as HTML names it.
    pub language: &'static str,
    /// Its title.
    pub title: String,
    /// The name of the font, and its WOFF2 file.
    pub font: (&'static str, &'static [u8]),
    /// What stands at the foot of its pages on paper.
    pub foot: String,
    /// Its style sheet, our own.
    pub style: &'static str,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of this level, 1 to 6.
    Heading(u8, String),
    /// A paragraph in large letters.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// A paragraph in small letters.
    Small(String),
    /// Pieces that belong together; the class says what they are.
    Group(&'static str, Vec<Block>),
    /// A paragraph that begins with a label.
    Labelled(String, String),
    /// A sentence that leads to where its numbers stand.
    Claim(Claim),
    /// A list of such sentences.
    Claims(Vec<Claim>),
    /// A picture as SVG of our own, once for each width; the class says which, or that it is for all.
    Picture(Vec<Drawn>),
    /// A table.
    Table {
        /// What it shows.
        caption: String,
        /// The columns' heads.
        heads: Vec<String>,
        /// The rows; the first cell of each is its head.
        rows: Vec<Row>,
    },
}

/// A sentence, and the way to the row that its numbers stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The sentence; where it is told already, none.
    pub words: String,
    /// The id of the row.
    pub row: String,
    /// What the way is called.
    pub way: &'static str,
    /// What the way is called where it stands without the sentence.
    pub name: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id, if a sentence leads to it.
    pub id: Option<String>,
    /// Its cells.
    pub cells: Vec<String>,
}

/// A picture of one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Its class in the style sheets.
    pub class: &'static str,
    /// On white; printed.
    pub light: String,
    /// On dark.
    pub dark: String,
}

impl Document {
    /// The file; the same document gives the same bytes.
    #[must_use]
    pub fn to_file(&self) -> String {
        let (language, title) = (self.language, escaped(&self.title));
        let (family, font) = (self.font.0, Base64::encode_string(self.font.1));
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title}</title>\n<style>\n@font-face {{ font-family: \"{family}\"; font-weight: 400 700; \
             src: url(data:font/woff2;base64,{font}) format(\"woff2\"); }}\n"
        );
        out.push_str(self.style);
        let _ = write!(
            out,
            ":root {{ --foot: {} }}\n</style>\n</head>\n<body>\n<main>\n",
            css_text(&self.foot)
        );
        for block in &self.blocks {
            block.write(&mut out);
        }
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }
}

impl Block {
    fn write(&self, out: &mut String) {
        match self {
            Self::Heading(level, words) => {
                element(out, &format!("h{}", level.clamp(&1, &6)), words);
            }
            Self::Lead(words) => classed(out, "lead", words),
            Self::Text(words) => element(out, "p", words),
            Self::Small(words) => classed(out, "small", words),
            Self::Group(class, blocks) => {
                let _ = writeln!(out, "<section class=\"{class}\">");
                for block in blocks {
                    block.write(out);
                }
                out.push_str("</section>\n");
            }
            Self::Labelled(label, words) => {
                let (label, words) = (escaped(label), escaped(words));
                let _ = writeln!(out, "<p dir=\"auto\"><strong>{label}</strong> {words}</p>");
            }
            Self::Claim(said) => claim(out, "p", said),
            Self::Claims(all) => {
                out.push_str("<ul>\n");
                for said in all {
                    claim(out, "li", said);
                }
                out.push_str("</ul>\n");
            }
            Self::Picture(drawn) => {
                out.push_str("<figure>");
                for Drawn { class, light, dark } in drawn {
                    let _ = writeln!(
                        out,
                        "<div class=\"{class}\"><div class=\"light\">{light}</div><div class=\"dark\">{dark}</div></div>"
                    );
                }
                out.push_str("</figure>\n");
            }
            Self::Table {
                caption,
                heads,
                rows,
            } => table(out, caption, heads, rows),
        }
    }
}

fn element(out: &mut String, tag: &str, words: &str) {
    let _ = writeln!(out, "<{tag} dir=\"auto\">{}</{tag}>", escaped(words));
}

fn classed(out: &mut String, class: &str, words: &str) {
    let _ = writeln!(
        out,
        "<p class=\"{class}\" dir=\"auto\">{}</p>",
        escaped(words)
    );
}

fn claim(out: &mut String, tag: &str, said: &Claim) {
    let [words, row, name] = [&said.words, &said.row, &said.name].map(|words| escaped(words));
    let way = said.way;
    let _ = writeln!(
        out,
        "<{tag} dir=\"auto\">{words} <a href=\"#{row}\" aria-label=\"{name}\">{way}</a></{tag}>"
    );
}

fn table(out: &mut String, caption: &str, heads: &[String], rows: &[Row]) {
    let caption = escaped(caption);
    let _ = write!(
        out,
        "<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
    );
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for Row { id, cells } in rows {
        let _ = match id {
            Some(id) => write!(out, "<tr id=\"{}\">", escaped(id)),
            None => write!(out, "<tr>"),
        };
        for (cell, place) in cells.iter().zip(0..) {
            let cell = escaped(cell);
            let _ = match place {
                0 => write!(out, "<th scope=\"row\" dir=\"auto\">{cell}</th>"),
                _ => write!(out, "<td>{cell}</td>"),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_data_in_every_piece() {
        let evil = || "</style><script>h=1</script>\"' onload=h=1".to_owned();
        let claim = || Claim {
            words: evil(),
            row: evil(),
            way: "Its row",
            name: evil(),
        };
        let document = Document {
            language: "en",
            title: evil(),
            font: ("F", b"font"),
            foot: evil(),
            style: "p { margin: 0 }\n",
            blocks: vec![
                Block::Heading(1, evil()),
                Block::Lead(evil()),
                Block::Text(evil()),
                Block::Small(evil()),
                Block::Group("group", vec![Block::Text(evil())]),
                Block::Labelled(evil(), evil()),
                Block::Claim(claim()),
                Block::Claims(vec![claim()]),
                Block::Table {
                    caption: evil(),
                    heads: vec![evil()],
                    rows: vec![Row {
                        id: Some(evil()),
                        cells: vec![evil(), evil()],
                    }],
                },
            ],
        };
        let file = document.to_file();
        assert!(!file.contains("<script"));
        assert_eq!(file.matches("</style").count(), 1);
        assert!(!file.contains("\"' onload"));
        assert_eq!(file.matches("&lt;script&gt;").count(), 20);
        assert_eq!(file, document.to_file());
    }
}
