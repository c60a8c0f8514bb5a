//! Ballots that somebody shows as QR pictures: to the camera, or in picture files.

use super::{
    arriving,
    gathering::{CollectOutcome, Watch},
    persistence::{Added, KeepingError},
    workspace::Workspace,
};
use crate::{
    browser::{
        camera::Camera,
        detector::Detector,
        pause,
        picked::{Picked, ReadError},
        raster::{Picture, Raster},
    },
    codec::{
        ballot::Ballot,
        link::LinkError,
        qr::{Grey, Look},
        scan::{self, Why},
    },
    domain::side::Side,
};

pub use crate::browser::{camera::CameraError, tone::Speaker};

/// Longest side of what a camera shows, in pixels: it is looked through several times a second.
const LIVE: u32 = 960;
/// Longest side of a picture from a file, in pixels: many codes may be in it.
const STILL: u32 = 2_200;
/// How what a camera shows is looked at, one picture after another.
const LIVE_LOOKS: [Look; 6] = [
    Look::Plain,
    Look::Far,
    Look::Plain,
    Look::Dim,
    Look::Plain,
    Look::Inverted,
];
/// For so long a code that is out of sight counts as still shown, in milliseconds: hands tremble, and light flickers.
const BLINK: u64 = 2_000;

/// Something shown that is no ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// The link to a survey, and for whom if it can be read.
    Invitation(Option<Side>),
    /// A link to results.
    Results,
    /// A link for collectors.
    Collector,
    /// A ballot that cannot be read.
    Unread(Why),
    /// None of ours.
    Other,
}

/// What came of what was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What went into the box, or why not everything did.
    pub added: Result<Added, KeepingError>,
    /// What was no ballot.
    pub strangers: Vec<Stranger>,
}

/// What came of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFiles {
    /// What the pictures among them showed.
    pub shown: Shown,
    /// Names of pictures without any code.
    pub empty: Vec<String>,
    /// What the other files held; `None` if all were pictures.
    pub others: Option<CollectOutcome>,
}

/// A camera, and whoever looks through it for codes.
#[derive(Debug)]
pub struct Eye {
    camera: Camera,
    detector: Option<Detector>,
    looks: usize,
}

impl Eye {
    /// Opens the camera and shows what it sees in the video element of this id.
    ///
    /// # Errors
    ///
    /// Says why there is no picture.
    pub async fn open(video_id: &str) -> Result<Self, CameraError> {
        let camera = Camera::open(video_id).await?;
        Ok(Self {
            camera,
            detector: Detector::find().await,
            looks: 0,
        })
    }

    /// Whether the camera still shows something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.camera.is_on()
    }

    /// Whether the camera has begun to show something.
    #[must_use]
    pub fn sees(&self) -> bool {
        self.camera.has_picture()
    }

    /// Every text that can be read in what the camera sees now.
    pub async fn look(&mut self) -> Vec<String> {
        if let Some(detector) = &self.detector {
            if let Some(texts) = detector.look(&self.camera).await {
                return texts;
            }
            // Phones may know the reader and lack its service.
            self.detector = None;
        }
        let look = LIVE_LOOKS
            .get(self.looks % LIVE_LOOKS.len())
            .copied()
            .unwrap_or(Look::Plain);
        self.looks += 1;
        let picture = self.camera.look(LIVE);
        let picture = picture.as_ref().and_then(grey);
        picture.map_or_else(Vec::new, |picture| picture.texts(look))
    }
}

/// What has been in sight lately, so that nothing is taken up while it stays there.
#[derive(Debug, Default)]
pub struct InSight(Vec<(String, u64)>);

impl InSight {
    /// Those of `texts` that were not in sight just before; `now` is in milliseconds.
    #[must_use]
    pub fn new_ones(&mut self, texts: Vec<String>, now: u64) -> Vec<String> {
        self.0.retain(|(_, seen)| now.saturating_sub(*seen) < BLINK);
        let mut new = Vec::new();
        for text in texts {
            if let Some((_, seen)) = self.0.iter_mut().find(|(known, _)| *known == text) {
                *seen = now;
            } else {
                self.0.push((text.clone(), now));
                new.push(text);
            }
        }
        new
    }

    /// Takes this up anew as soon as it is seen again: it was not kept.
    pub fn forget(&mut self, texts: &[String]) {
        self.0.retain(|(known, _)| !texts.contains(known));
    }
}

impl Workspace {
    /// Puts the ballots in what was shown into the survey's box.
    pub async fn show(self, id: &str, texts: &[String]) -> Shown {
        let (mut ballots, mut strangers) = (Vec::new(), Vec::new());
        for text in texts {
            match ballots_in(text) {
                Ok(some) => ballots.extend(some),
                Err(stranger) => strangers.push(stranger),
            }
        }
        let added = if ballots.is_empty() {
            Ok(Added::default())
        } else {
            self.add_all(id, &ballots).await
        };
        Shown { added, strangers }
    }

    /// Looks for codes in pictures, and in whatever else the person brings, and puts them into the survey's box.
    pub async fn show_files(self, id: &str, files: Vec<Picked>, watch: Watch) -> ShownFiles {
        let detector = Detector::find().await;
        let (mut texts, mut empty, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for file in files {
            match read(&file.content, detector.as_ref()).await {
                Some(found) if found.is_empty() => empty.push(file.name),
                Some(found) => texts.extend(found),
                None => others.push(file),
            }
        }
        let shown = self.show(id, &texts).await;
        let others = if others.is_empty() {
            None
        } else {
            Some(self.collect_files(id.to_owned(), others, watch).await)
        };
        ShownFiles {
            shown,
            empty,
            others,
        }
    }
}

/// Every text in a picture; `None` if the browser finds no picture there.
async fn read(
    file: &Result<Vec<u8>, ReadError>,
    detector: Option<&Detector>,
) -> Option<Vec<String>> {
    let picture = Picture::read(file.as_ref().ok()?).await?;
    let mut texts = match detector {
        Some(detector) => detector.read(&picture).await.unwrap_or_default(),
        None => Vec::new(),
    };
    let pixels = picture.pixels(STILL);
    let pixels = pixels.as_ref().and_then(grey);
    let Some(pixels) = pixels else {
        return Some(texts);
    };
    for look in Look::ALL {
        pause::pause().await;
        for text in pixels.texts(look) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    Some(texts)
}

fn grey(picture: &Raster) -> Option<Grey> {
    Grey::of_rgba(picture.width, &picture.rgba)
}

/// The ballots in a text that was shown, or what it is instead.
fn ballots_in(text: &str) -> Result<Vec<Ballot>, Stranger> {
    let scan = scan::scan(text);
    if !scan.ballots.is_empty() {
        return Ok(scan.ballots);
    }
    match arriving::kind_in(text) {
        Some(arriving::LinkKind::Ballot) => match arriving::ballot_in(text) {
            Ok(link) => Ok(vec![link.ballot]),
            Err(why) => Err(Stranger::Unread(unread(why))),
        },
        Some(arriving::LinkKind::Survey) => {
            let side = arriving::survey_in(text).map(|invitation| invitation.side);
            Err(Stranger::Invitation(side.ok()))
        }
        Some(arriving::LinkKind::Results) => Err(Stranger::Results),
        Some(arriving::LinkKind::Collector) => Err(Stranger::Collector),
        None => {
            let unread = scan.unread.first();
            Err(unread.map_or(Stranger::Other, |unread| Stranger::Unread(unread.why)))
        }
    }
}

fn unread(why: LinkError) -> Why {
    match why {
        LinkError::CutShort => Why::CutOff,
        LinkError::OtherVersion(_) => Why::OtherVersion,
        LinkError::Damaged | LinkError::Impossible => Why::Damaged,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use leptos::prelude::{GetValue, Owner};

    use super::*;
    use crate::{
        browser::storage::now::now,
        codec::{
            ballot_link, code, collector_link,
            link::{self, Invitation},
        },
        domain::side::BySide,
        state::persistence::{
            keep,
            sample::{ballots, example_kept},
        },
    };

    #[test]
    fn what_stays_in_sight_is_new_only_once() {
        let mut sight = InSight::default();
        let texts = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let see = |sight: &mut InSight, names: &[&str], at| sight.new_ones(texts(names), at);
        assert_eq!(see(&mut sight, &["a"], 0), ["a"]);
        assert_eq!(see(&mut sight, &["a", "b"], 1_900), ["b"]);
        assert_eq!(see(&mut sight, &[], 2_500), [""; 0]);
        assert_eq!(see(&mut sight, &["a"], 3_500), [""; 0]);
        assert_eq!(see(&mut sight, &["a", "b"], 5_600), ["a", "b"]);
        sight.forget(&texts(&["a"]));
        assert_eq!(see(&mut sight, &["a", "b"], 5_700), ["a"]);
    }

    #[test]
    fn codes_and_ballot_links_go_into_the_box_once() {
        let owner = Owner::new();
        owner.set();
        let (workspace, id) = with_survey();
        let some = ballots(Side::Team, 0..2);
        let link = ballot_link::encode(&example_kept().survey, &some[1]);
        let texts = [
            code::encode(&some[0]),
            format!("https://a.example/answer.html#{link}"),
        ];

        let shown = now(workspace.show(&id, &texts));
        let again = now(workspace.show(&id, &texts[..1]));

        let new = BySide {
            executive: 0,
            team: 2,
        };
        assert_eq!(shown.added.unwrap().new, new);
        assert_eq!(again.added.unwrap().known, 1);
        assert_eq!((shown.strangers, again.strangers), (vec![], vec![]));
    }

    #[test]
    fn what_is_no_ballot_is_named() {
        let kept = example_kept();
        let invitation = link::encode(&Invitation {
            survey: kept.survey.clone(),
            side: Side::Team,
            secret: kept.secrets.team,
        });
        let code = code::encode(&ballots(Side::Team, 0..1)[0]);
        for (text, stranger) in [
            (invitation, Stranger::Invitation(Some(Side::Team))),
            (
                "https://a.example/#s=AQID".to_owned(),
                Stranger::Invitation(None),
            ),
            (collector_link::encode(&kept.survey), Stranger::Collector),
            ("r=AQID".to_owned(), Stranger::Results),
            (code[..60].to_owned(), Stranger::Unread(Why::CutOff)),
            (format!("b={}", &code[..60]), Stranger::Unread(Why::CutOff)),
            ("WIFI:S:guests;;".to_owned(), Stranger::Other),
            (String::new(), Stranger::Other),
        ] {
            assert_eq!(ballots_in(&text), Err(stranger), "{text}");
        }
    }

    #[test]
    fn a_survey_that_is_gone_takes_nothing() {
        let owner = Owner::new();
        owner.set();
        let (workspace, _) = with_survey();
        let text = code::encode(&ballots(Side::Team, 0..1)[0]);
        let shown = now(workspace.show("gone", &[text]));
        assert_eq!(shown.added, Err(KeepingError::NotHere));
    }

    fn with_survey() -> (Workspace, String) {
        let workspace = Workspace::new();
        now(workspace.open());
        let id = now(keep(&workspace.store.get_value(), &example_kept())).unwrap();
        now(workspace.announce());
        (workspace, id)
    }
}
