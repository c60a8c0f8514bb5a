//! All screens, to and from the part of the address after `#`.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::source::Source;
use crate::{
    domain::side::Side,
    state::{Came, LinkKind, SheetKey, kind_in, locked_into, page},
    text::links::Setting,
};

/// The documents of the site, each with a program of its own: nobody loads what they came for something else for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Document {
    /// `index.html`: making a survey, gathering and closing.
    Organising,
    /// `answer.html`: answering a survey.
    Answering,
    /// `results.html`: results, wherever they come from.
    Showing,
    /// `device.html`: what this device keeps, backups, erasing.
    Keeping,
    /// `camera.html`: reading codes with the camera and from pictures.
    Scanning,
    /// `meeting.html`: presenting results, and the experiments that come out of it.
    Meeting,
}

/// The document that this is.
static HERE: OnceLock<Document> = OnceLock::new();

impl Document {
    /// Says once, at the start, which document this is.
    pub(crate) fn is_here(self) {
        // Whoever says it twice says the same.
        let _ = HERE.set(self);
    }

    /// The document that a screen is shown in, unless the present one has it too.
    fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Link(_) | Screen::Answer(_) | Screen::Ballot(_) | Screen::CameIn(..) => {
                Self::Answering
            }
            Screen::Results(_) | Screen::Example | Screen::ResultLink(_) | Screen::Opened => {
                Self::Showing
            }
            Screen::Deck(_) | Screen::Notes(_) | Screen::Cards(_) => Self::Meeting,
            Screen::How | Screen::Device | Screen::Poster(..) | Screen::Receipts(_) => {
                Self::Keeping
            }
            Screen::Camera(_) => Self::Scanning,
            Screen::Home
            | Screen::Start
            | Screen::Survey(_)
            | Screen::Collector(_)
            | Screen::Unknown => Self::Organising,
        }
    }

    fn has(self, screen: &Screen) -> bool {
        // An address that nobody knows is told where it was opened.
        // How it works is told everywhere but in the organiser's document, which has the least room.
        let is_everywhere = match self {
            Self::Organising => matches!(screen, Screen::Unknown),
            Self::Answering | Self::Showing | Self::Keeping | Self::Meeting | Self::Scanning => {
                matches!(screen, Screen::How | Screen::Unknown)
            }
        };
        is_everywhere || self == Self::of(screen)
    }

    /// Its address, beside every other.
    fn address(self) -> &'static str {
        match self {
            // The folder itself: static hosts show its `index.html`.
            Self::Organising => "./",
            Self::Answering => page::ANSWERING,
            Self::Showing => page::SHOWING,
            Self::Keeping => page::KEEPING,
            Self::Scanning => page::SCANNING,
            Self::Meeting => page::MEETING,
        }
    }
}

fn here() -> Document {
    HERE.get().copied().unwrap_or(Document::Organising)
}

/// Whether this is the document for respondents.
pub(crate) fn is_answering() -> bool {
    here() == Document::Answering
}

/// What every survey link's fragment begins with.
const LINK: &str = "s=";
/// What every collector link's fragment begins with.
const COLLECTOR_LINK: &str = "c=";
/// What every result link's fragment begins with.
const RESULT_LINK: &str = "r=";
/// What every ballot link's fragment begins with.
const BALLOT_LINK: &str = "b=";

/// How a ballot came in, in the address.
const CAME: [(&str, Came); 3] = [
    ("new", Came::New),
    ("again", Came::Again),
    ("late", Came::Late),
];

/// Makes the screen of a link's fragment.
type Making = fn(String) -> Screen;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The first screen.
    Home,
    /// How it works, and who can read what.
    How,
    /// Making a survey.
    Start,
    /// A survey on this device: its links, its box, closing.
    Survey(String),
    /// The printed invitation of one side of a survey on this device, for those who answer in this setting.
    Poster(String, Side, Setting),
    /// The words of the ballots in a survey's box.
    Receipts(String),
    /// Reading codes with the camera, into a survey's box.
    Camera(String),
    /// Everything that this device keeps.
    Device,
    /// The results of a survey on this device.
    Results(String),
    /// The results of a made-up company.
    Example,
    /// Somebody is answering.
    Answer(Place),
    /// A survey link was opened.
    Link(String),
    /// A result link was opened.
    ResultLink(String),
    /// A collector link was opened.
    Collector(String),
    /// A ballot link was opened.
    Ballot(String),
    /// A ballot link has brought its ballot into the box of this survey.
    CameIn(String, Came),
    /// The results of a file that was brought.
    Opened,
    /// Results as slides.
    Deck(Source),
    /// The organiser's notes to the slides that another window shows.
    Notes(Source),
    /// Experiments that come out of results.
    Cards(Source),
    /// None of ours.
    Unknown,
}

/// Where in a sheet somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Which sheet.
    pub(crate) key: SheetKey,
    /// Whether the device is handed round.
    pub(crate) is_kiosk: bool,
    /// How far.
    pub(crate) step: Step,
}

/// The steps of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// What this is, and who could read what.
    Intro,
    /// A question, counted from 1.
    Question(usize),
    /// All answers, to look over.
    Review,
    /// After sealing.
    HandedIn,
    /// After everything is removed, or the ballot is in the box.
    Done,
}

impl Screen {
    /// The screen of a fragment, or the start of the round that this tab is locked into.
    fn at(fragment: &str) -> Self {
        let screen = Self::from_fragment(fragment);
        match locked_into() {
            Some(round) if !fragment.starts_with(&round) => Self::from_fragment(&round),
            Some(_) | None => screen,
        }
    }

    /// The screen of a fragment.
    pub(crate) fn from_fragment(fragment: &str) -> Self {
        let fragment = without_query(fragment);
        let of_prefix: [(&str, Making); 4] = [
            (LINK, Self::Link),
            (RESULT_LINK, Self::ResultLink),
            (COLLECTOR_LINK, Self::Collector),
            (BALLOT_LINK, Self::Ballot),
        ];
        for (prefix, screen) in of_prefix {
            if fragment.starts_with(prefix) {
                return screen(fragment.to_owned());
            }
        }
        let screen = Self::of_path(fragment);
        if screen == Self::Unknown {
            return Self::of_mangled(fragment);
        }
        screen
    }

    /// The screen for what mail or chat have made of a link; the document that shows it mends it.
    fn of_mangled(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('/');
        match kind_in(fragment) {
            Some(LinkKind::Survey) => Self::Link(fragment.to_owned()),
            Some(LinkKind::Results) => Self::ResultLink(fragment.to_owned()),
            Some(LinkKind::Ballot) => Self::Ballot(fragment.to_owned()),
            Some(LinkKind::Collector) => Self::Collector(fragment.to_owned()),
            None => Self::Unknown,
        }
    }

    fn of_path(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["how"] => Self::How,
            ["start"] => Self::Start,
            ["example"] => Self::Example,
            ["opened"] => Self::Opened,
            ["device"] => Self::Device,
            ["poster", key, setting @ ..] => {
                SheetKey::from_text(key).map_or(Self::Unknown, |SheetKey { id, side }| {
                    let setting = setting.first().copied().unwrap_or_default();
                    Self::Poster(id, side, Setting::named(setting))
                })
            }
            ["deck", source @ ..] => deck_source(source).map_or(Self::Unknown, Self::Deck),
            ["notes", source @ ..] => Source::of_path(source).map_or(Self::Unknown, Self::Notes),
            ["cards", source @ ..] => Source::of_path(source).map_or(Self::Unknown, Self::Cards),
            ["survey", id] => Self::Survey((*id).to_owned()),
            ["survey", id, "camera"] => Self::Camera((*id).to_owned()),
            ["survey", id, "words"] => Self::Receipts((*id).to_owned()),
            ["survey", id, "results"] => Self::Results((*id).to_owned()),
            ["came", id, how] => CAME
                .iter()
                .find(|(name, _)| name == how)
                .map_or(Self::Unknown, |(_, came)| {
                    Self::CameIn((*id).to_owned(), *came)
                }),
            [way @ ("answer" | "round"), key, rest @ ..] => Self::answer(way, key, rest),
            _ => Self::Unknown,
        }
    }

    fn answer(way: &str, key: &str, rest: &[&str]) -> Self {
        let step = match rest {
            [] => Some(Step::Intro),
            ["review"] => Some(Step::Review),
            ["code"] => Some(Step::HandedIn),
            ["done"] => Some(Step::Done),
            [number] => number.parse().ok().map(Step::Question),
            _ => None,
        };
        match (SheetKey::from_text(key), step) {
            (Some(key), Some(step)) => Self::Answer(Place {
                key,
                is_kiosk: way == "round",
                step,
            }),
            _ => Self::Unknown,
        }
    }

    /// The fragment of a screen.
    pub(crate) fn fragment(&self) -> String {
        match self {
            Self::Home | Self::Unknown => "/".to_owned(),
            Self::How => "/how".to_owned(),
            Self::Start => "/start".to_owned(),
            Self::Example => "/example".to_owned(),
            Self::Survey(id) => format!("/survey/{id}"),
            Self::Receipts(id) => format!("/survey/{id}/words"),
            Self::Camera(id) => format!("/survey/{id}/camera"),
            Self::Results(id) => format!("/survey/{id}/results"),
            Self::Opened => "/opened".to_owned(),
            Self::Device => "/device".to_owned(),
            Self::Deck(source) => format!("/deck/{}", source.path()),
            Self::Notes(source) => format!("/notes/{}", source.path()),
            Self::Cards(source) => format!("/cards/{}", source.path()),
            Self::Poster(id, side, setting) => {
                let key = SheetKey {
                    id: id.clone(),
                    side: *side,
                };
                format!("/poster/{}/{}", key.to_text(), setting.name())
            }
            Self::Link(fragment)
            | Self::ResultLink(fragment)
            | Self::Collector(fragment)
            | Self::Ballot(fragment) => fragment.clone(),
            Self::CameIn(id, how) => {
                let name = CAME.iter().find(|(_, came)| came == how);
                format!("/came/{id}/{}", name.map_or("", |(name, _)| *name))
            }
            Self::Answer(place) => place.fragment(),
        }
    }

    /// The address of a screen, for links on the page.
    pub(crate) fn href(&self) -> String {
        let fragment = self.fragment();
        if here().has(self) {
            format!("#{fragment}")
        } else {
            format!("{}#{fragment}", Document::of(self).address())
        }
    }

    /// Goes to a screen, with a new step in the history.
    pub(crate) fn go(&self) {
        if here().has(self) {
            page::go(&self.fragment());
        } else {
            page::visit(&self.href());
        }
    }

    /// Goes to the document that shows this screen, which the present one does not.
    pub(crate) fn leave_for(&self) {
        page::leave(&self.href());
    }

    /// Goes to a screen in place of the present one.
    pub(crate) fn replace(&self) {
        page::replace(&self.fragment());
    }
}

/// The source of a deck's address, which may end with the slide that is shown.
fn deck_source(parts: &[&str]) -> Option<Source> {
    let without_slide = || Source::of_path(parts.split_last()?.1);
    Source::of_path(parts).or_else(without_slide)
}

impl Place {
    /// Another step of the same sheet.
    pub(crate) fn at(&self, step: Step) -> Screen {
        Screen::Answer(Self {
            step,
            ..self.clone()
        })
    }

    fn fragment(&self) -> String {
        let way = if self.is_kiosk { "round" } else { "answer" };
        let key = self.key.to_text();
        match self.step {
            Step::Intro => format!("/{way}/{key}"),
            Step::Question(number) => format!("/{way}/{key}/{number}"),
            Step::Review => format!("/{way}/{key}/review"),
            Step::HandedIn => format!("/{way}/{key}/code"),
            Step::Done => format!("/{way}/{key}/done"),
        }
    }
}

/// What of a fragment names the screen: after a question mark may stand what is to be seen of results.
fn without_query(fragment: &str) -> &str {
    match fragment.split_once('?') {
        Some((screen, _)) if is_own(screen) => screen,
        Some(_) | None => fragment,
    }
}

/// Whether the site has written this itself; what others have made of a link may hold any sign.
fn is_own(screen: &str) -> bool {
    screen.starts_with(RESULT_LINK) || screen.starts_with('/')
}

/// What stands after the question mark of the page's fragment.
#[derive(Clone, Copy)]
struct Query(RwSignal<String>);

/// From now on [`query`] follows the page's fragment; said once by a document whose screens have something there.
pub(crate) fn follow_query() {
    let query = RwSignal::new(query_in(&page::arrived_at()));
    provide_context(Query(query));
    page::on_change(move |fragment| query.set(query_in(&fragment)));
}

/// What stands after the question mark of the page's fragment; empty where nothing does, or no document follows it.
pub(crate) fn query() -> RwSignal<String> {
    use_context::<Query>().map_or_else(RwSignal::default, |query| query.0)
}

fn query_in(fragment: &str) -> String {
    let query = fragment
        .split_once('?')
        .filter(|(screen, _)| is_own(screen));
    query.map_or_else(String::new, |(_, query)| query.to_owned())
}

/// The screen that is shown now, from the page's address. It stays the same screen while only what is to be seen of it
/// changes ([`query`]).
///
/// In a tab that is locked into a round every other address leads back to it, and Back into a page that was left does.
pub(crate) fn current() -> ReadSignal<Screen> {
    let (screen, set_screen) = signal(Screen::at(&page::arrived_at()));
    let come = move |fragment: &str| {
        let now = Screen::at(fragment);
        if screen.with_untracked(|screen| *screen != now) {
            set_screen.set(now);
        }
    };
    page::on_change(move |fragment| come(&fragment));
    page::on_return(move || come(&page::arrived_at()));
    screen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address() {
        let place = |step| Place {
            key: SheetKey {
                id: "3f9a".to_owned(),
                side: Side::Team,
            },
            is_kiosk: true,
            step,
        };
        let mut screens = vec![
            Screen::Home,
            Screen::How,
            Screen::Start,
            Screen::Example,
            Screen::Survey("3f9a".to_owned()),
            Screen::Results("3f9a".to_owned()),
            Screen::Link("s=abc".to_owned()),
            Screen::ResultLink("r=abc".to_owned()),
            Screen::Collector("c=abc".to_owned()),
            Screen::Ballot("b=abc".to_owned()),
            Screen::Opened,
            Screen::Device,
            Screen::Receipts("3f9a".to_owned()),
            Screen::Camera("3f9a".to_owned()),
            Screen::Deck(Source::Survey("3f9a".to_owned())),
            Screen::Notes(Source::Link("r=AQID".to_owned())),
            Screen::Cards(Source::Example),
        ];
        screens.extend(CAME.map(|(_, came)| Screen::CameIn("3f9a".to_owned(), came)));
        let poster = |setting| Screen::Poster("3f9a".to_owned(), Side::Team, setting);
        screens.extend(Setting::ALL.map(poster));
        let steps = [
            Step::Intro,
            Step::Question(7),
            Step::Review,
            Step::HandedIn,
            Step::Done,
        ];
        screens.extend(steps.map(|step| Screen::Answer(place(step))));
        for screen in screens {
            assert_eq!(Screen::from_fragment(&screen.fragment()), screen);
        }
    }

    #[test]
    fn a_poster_without_a_setting_is_for_anywhere() {
        let poster = Screen::Poster("3f9a".to_owned(), Side::Team, Setting::Remote);
        assert_eq!(Screen::from_fragment("/poster/3f9a-team"), poster);
    }

    #[test]
    fn the_slide_in_an_address_makes_no_other_screen() {
        for source in [Source::Example, Source::Survey("3f9a".to_owned())] {
            let deck = Screen::Deck(source);
            let address = format!("{}/gap-2.3", deck.fragment());
            assert_eq!(Screen::from_fragment(&address), deck);
        }
        assert_eq!(Screen::from_fragment("/deck/gap-2.3"), Screen::Unknown);
    }

    #[test]
    fn a_screen_of_another_document_is_addressed_there() {
        let [answering, round] = [false, true].map(|is_kiosk| {
            Screen::Answer(Place {
                key: SheetKey {
                    id: "3f9a".to_owned(),
                    side: Side::Team,
                },
                is_kiosk,
                step: Step::Intro,
            })
        });
        for (screen, only_in) in [
            (Screen::Home, Document::Organising),
            (Screen::Survey("3f9a".to_owned()), Document::Organising),
            (Screen::Results("3f9a".to_owned()), Document::Showing),
            (Screen::ResultLink("r=abc".to_owned()), Document::Showing),
            (answering, Document::Answering),
            (round, Document::Answering),
            (Screen::Link("s=abc".to_owned()), Document::Answering),
            (Screen::Device, Document::Keeping),
            (Screen::Camera("3f9a".to_owned()), Document::Scanning),
            (Screen::Deck(Source::Opened), Document::Meeting),
            (Screen::Collector("c=abc".to_owned()), Document::Organising),
        ] {
            assert_eq!(Document::of(&screen), only_in);
            assert!(only_in.has(&screen));
        }
        assert!(!Document::Answering.has(&Screen::Home));
        assert!(!Document::Organising.has(&Screen::How));
        assert!(Document::Answering.has(&Screen::How) && Document::Showing.has(&Screen::How));
        assert!(!Document::Organising.has(&Screen::Example));
        // Where nobody has said which document this is, it is the organiser's.
        assert_eq!(Screen::Example.href(), "results.html#/example");
        assert_eq!(Screen::Start.href(), "#/start");
    }

    #[test]
    fn a_mangled_link_is_still_one() {
        for (fragment, document) in [
            ("/s=AQID", Document::Answering),
            ("%23b%3DPE0", Document::Answering),
            ("?u=x#r=AQID", Document::Showing),
        ] {
            let screen = Screen::from_fragment(fragment);
            assert_ne!(screen, Screen::Unknown, "{fragment}");
            assert_eq!(Document::of(&screen), document, "{fragment}");
        }
    }

    #[test]
    fn what_is_to_be_seen_of_a_screen_does_not_make_it_another() {
        let results = Screen::Results("3f9a".to_owned());
        for (fragment, screen, query) in [
            ("/survey/3f9a/results?order=gap", results, "order=gap"),
            (
                "r=AQID?side=team&x",
                Screen::ResultLink("r=AQID".to_owned()),
                "side=team&x",
            ),
            ("/example?", Screen::Example, ""),
            ("s=AQID?x=1", Screen::Link("s=AQID?x=1".to_owned()), ""),
        ] {
            assert_eq!(Screen::from_fragment(fragment), screen, "{fragment}");
            assert_eq!(query_in(fragment), query, "{fragment}");
        }
    }

    #[test]
    fn a_strange_address_is_unknown() {
        for fragment in [
            "/nowhere",
            "/answer/3f9a/1",
            "/answer/3f9a-team/1/2",
            "/came/3f9a/x",
        ] {
            assert_eq!(Screen::from_fragment(fragment), Screen::Unknown);
        }
    }
}
