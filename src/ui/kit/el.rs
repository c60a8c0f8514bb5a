//! Putting pages together from one kind of element.
//!
//! Leptos' `view!` makes a type of its own for each piece of a page, and code for each type. Here an element is a tag, a
//! list of ties to it and a list of children, so that all pages share one type and one copy of the code. Measured when
//! each was tried, brotli: 231 KB with `view!` (in its erased mode, the smaller one), 195 with Leptos' own erased elements
//! and attributes, and 7 less with the elements of `built.rs`. Everything else is Leptos: signals, owners, effects,
//! events, and the renderer that touches the page.

use std::{borrow::Cow, rc::Rc};

use leptos::{
    ev,
    prelude::*,
    tachys::renderer::{Rndr, types::Element},
};

use super::built::Built;

/// Words that are either fixed or made.
pub(super) type Words = Cow<'static, str>;

/// What happens to an element once it is made, and again whenever what it reads changes.
pub(super) type Tie = Box<dyn Fn(&Element)>;

/// What hears an event.
pub(super) type Act = Rc<dyn Fn(ev::Event)>;

/// An element that is being put together; boxed, since every step of putting together moves it.
pub(crate) struct El(pub(super) Box<Parts>);

/// What an element will be made of.
pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Words)>,
    pub(super) ties: Vec<Tie>,
    pub(super) listeners: Vec<(&'static str, Act)>,
    pub(super) children: Vec<Child>,
    /// Whether what is inside is markup, which no child of ours stands for.
    pub(super) is_markup: bool,
}

/// What stands inside an element.
pub(super) enum Child {
    /// Words.
    Words(Words),
    /// Another element.
    El(El),
    /// An element that is there or not, as what it reads says.
    Live(Box<dyn Fn() -> Option<El>>),
}

/// An element with nothing in it yet.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        ties: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
        is_markup: false,
    }))
}

impl El {
    /// With a class.
    #[inline(never)]
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.with_attribute("class", Cow::Borrowed(class))
    }

    /// With an id.
    pub(crate) fn id(self, id: impl Into<Words>) -> Self {
        self.with_attribute("id", id.into())
    }

    /// With an attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with_attribute(name, value.into())
    }

    /// With an attribute that changes; none while there is no value.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<Words> + 'static,
    ) -> Self {
        self.with_live_attribute(name, Box::new(value))
    }

    /// With a property that follows a text, as fields need it.
    pub(crate) fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.with_live_property("value", Box::new(value))
    }

    /// With a property that is on or off.
    pub(crate) fn live_switch(
        self,
        name: &'static str,
        is_on: impl Fn() -> bool + 'static,
    ) -> Self {
        self.with_live_switch(name, Box::new(is_on))
    }

    /// With its place, as CSS declarations. They are given through the CSSOM, which the page's policy allows; a `style`
    /// attribute it would not.
    pub(crate) fn placed(self, place: String) -> Self {
        self.with_live_property("style", Box::new(move || place.clone()))
    }

    /// With trusted markup inside, such as our own SVG.
    pub(crate) fn live_markup(mut self, markup: impl Fn() -> String + 'static) -> Self {
        self.0.is_markup = true;
        self.with_live_property("innerHTML", Box::new(markup))
    }

    /// With trusted markup inside that never changes.
    pub(crate) fn markup(self, markup: impl Into<String>) -> Self {
        let markup = markup.into();
        self.live_markup(move || markup.clone())
    }

    /// With words inside.
    pub(crate) fn text(self, words: impl Into<Words>) -> Self {
        self.with_child(Child::Words(words.into()))
    }

    /// With words inside that change.
    pub(crate) fn live_text(self, words: impl Fn() -> Words + 'static) -> Self {
        self.live(move || Some(el("span").text(words())))
    }

    /// With an element inside.
    #[inline(never)]
    pub(crate) fn child(self, child: El) -> Self {
        self.with_child(Child::El(child))
    }

    /// With an element inside, if there is one.
    #[inline(never)]
    pub(crate) fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// With elements inside, one after another.
    pub(crate) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// With an element inside that is there or not, and is made anew whenever what it reads changes.
    pub(crate) fn live(self, child: impl Fn() -> Option<El> + 'static) -> Self {
        self.with_child(Child::Live(Box::new(child)))
    }

    /// Calls back when something happens to it.
    pub(crate) fn on(self, event: &'static str, act: impl Fn() + 'static) -> Self {
        self.with_listener(event, Rc::new(move |_| act()))
    }

    /// Calls back instead of what the browser would do.
    pub(crate) fn on_instead(self, event: &'static str, act: impl Fn() + 'static) -> Self {
        let act = move |event: ev::Event| {
            event.prevent_default();
            act();
        };
        self.with_listener(event, Rc::new(act))
    }

    /// Calls back with the text in a field.
    pub(crate) fn on_text(self, act: impl Fn(String) + 'static) -> Self {
        let act = move |event: ev::Event| act(event_target_value(&event));
        self.with_listener("input", Rc::new(act))
    }

    /// Calls back with whether a box is ticked.
    pub(crate) fn on_tick(self, act: impl Fn(bool) + 'static) -> Self {
        let act = move |event: ev::Event| act(event_target_checked(&event));
        self.with_listener("change", Rc::new(act))
    }

    /// Puts the element at the end of the page's body, for as long as the page lives.
    pub(crate) fn show(self) {
        Built::new(self).stay();
    }

    // Below, what is done for every element is not generic, and so exists once.

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: Words) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn with_live_attribute(
        self,
        name: &'static str,
        value: Box<dyn Fn() -> Option<Words>>,
    ) -> Self {
        self.with_tie(Box::new(move |element| match value() {
            Some(value) => Rndr::set_attribute(element, name, &value),
            None => Rndr::remove_attribute(element, name),
        }))
    }

    #[inline(never)]
    fn with_live_property(self, name: &'static str, value: Box<dyn Fn() -> String>) -> Self {
        self.with_tie(Box::new(move |element| {
            Rndr::set_property(element, name, &value().as_str().into());
        }))
    }

    #[inline(never)]
    fn with_live_switch(self, name: &'static str, is_on: Box<dyn Fn() -> bool>) -> Self {
        self.with_tie(Box::new(move |element| {
            Rndr::set_property(element, name, &is_on().into());
        }))
    }

    #[inline(never)]
    fn with_tie(mut self, tie: Tie) -> Self {
        self.0.ties.push(tie);
        self
    }

    #[inline(never)]
    fn with_listener(mut self, event: &'static str, act: Act) -> Self {
        self.0.listeners.push((event, act));
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }
}
