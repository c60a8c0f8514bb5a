//! Building elements with every type erased at once.
//!
//! Leptos' `view!` makes a type of its own for each piece of a page, and code for each type. Here an element is a tag, a
//! list of erased attributes and a list of erased children, so that all pages share one type and one copy of the code:
//! measured on this app, 231 KB of brotli with `view!` (and its erased mode, which is the smaller one) against the figure
//! in the README. Everything else is Leptos: signals, owners, effects, events, mounting.

use std::{borrow::Cow, rc::Rc};

use leptos::{
    attr::{
        any_attribute::{AnyAttribute, IntoAnyAttribute},
        custom::custom_attribute,
    },
    ev,
    html::custom,
    prelude::*,
    tachys::html::{event::on, property::prop},
};

/// Words that are either fixed or made.
type Words = Cow<'static, str>;

/// An element that is being put together; boxed, since every step of putting together moves it.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with nothing in it yet.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl El {
    /// With a class.
    #[inline(never)]
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// With an id.
    #[inline(never)]
    pub(crate) fn id(self, id: impl Into<Words>) -> Self {
        self.attr("id", id)
    }

    /// With an attribute.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with(fixed(name, value.into()))
    }

    /// With an attribute that changes; none while there is no value.
    #[inline(never)]
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<Words> + Send + 'static,
    ) -> Self {
        self.with(live_attribute(name, Box::new(value)))
    }

    /// With a property that follows a text, as fields need it.
    #[inline(never)]
    pub(crate) fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(live_value(Box::new(value)))
    }

    /// With a property that is on or off.
    #[inline(never)]
    pub(crate) fn live_switch(
        self,
        name: &'static str,
        is_on: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        self.with(live_switch(name, Box::new(is_on)))
    }

    /// With trusted markup inside, such as our own SVG.
    #[inline(never)]
    pub(crate) fn live_markup(self, markup: impl Fn() -> String + Send + 'static) -> Self {
        self.with(live_markup(Box::new(markup)))
    }

    /// With trusted markup inside that never changes.
    #[inline(never)]
    pub(crate) fn markup(self, markup: impl Into<String>) -> Self {
        let markup = markup.into();
        self.live_markup(move || markup.clone())
    }

    /// With words inside.
    #[inline(never)]
    pub(crate) fn text(self, words: impl Into<Words>) -> Self {
        self.with_child(words_view(words.into()))
    }

    /// With words inside that change.
    #[inline(never)]
    pub(crate) fn live_text(self, words: impl Fn() -> Words + Send + 'static) -> Self {
        self.live(move || Some(el("span").text(words())))
    }

    /// With an element inside.
    #[inline(never)]
    pub(crate) fn child(self, child: El) -> Self {
        self.with_child(child.view())
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
    #[inline(never)]
    pub(crate) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// With an element inside that is there or not, and is made anew whenever what it reads changes.
    #[inline(never)]
    pub(crate) fn live(self, child: impl Fn() -> Option<El> + Send + 'static) -> Self {
        self.with_child(live_view(Box::new(child)))
    }

    /// Calls back when something happens to it.
    #[inline(never)]
    pub(crate) fn on(self, event: &'static str, act: impl Fn() + 'static) -> Self {
        self.with(listener(event, Rc::new(move |_| act())))
    }

    /// Calls back instead of what the browser would do.
    #[inline(never)]
    pub(crate) fn on_instead(self, event: &'static str, act: impl Fn() + 'static) -> Self {
        let act = move |event: ev::Event| {
            event.prevent_default();
            act();
        };
        self.with(listener(event, Rc::new(act)))
    }

    /// Calls back with the text in a field.
    #[inline(never)]
    pub(crate) fn on_text(self, act: impl Fn(String) + 'static) -> Self {
        let act = move |event: ev::Event| act(event_target_value(&event));
        self.with(listener("input", Rc::new(act)))
    }

    /// Calls back with whether a box is ticked.
    #[inline(never)]
    pub(crate) fn on_tick(self, act: impl Fn(bool) + 'static) -> Self {
        let act = move |event: ev::Event| act(event_target_checked(&event));
        self.with(listener("change", Rc::new(act)))
    }

    /// The finished element.
    #[inline(never)]
    pub(crate) fn view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        custom(tag)
            .add_any_attr(attributes)
            .child(children)
            .into_any()
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }
}

// Below, each kind of part has one function that is not generic, and so exists once.

#[inline(never)]
fn fixed(name: &'static str, value: Words) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

#[inline(never)]
fn live_attribute(
    name: &'static str,
    value: Box<dyn Fn() -> Option<Words> + Send>,
) -> AnyAttribute {
    custom_attribute(name, move || value().map(Cow::into_owned)).into_any_attr()
}

#[inline(never)]
fn live_value(value: Box<dyn Fn() -> String + Send>) -> AnyAttribute {
    prop("value", value).into_any_attr()
}

#[inline(never)]
fn live_switch(name: &'static str, is_on: Box<dyn Fn() -> bool + Send>) -> AnyAttribute {
    prop(name, is_on).into_any_attr()
}

#[inline(never)]
fn live_markup(markup: Box<dyn Fn() -> String + Send>) -> AnyAttribute {
    prop("innerHTML", markup).into_any_attr()
}

#[inline(never)]
fn words_view(words: Words) -> AnyView {
    words.into_any()
}

#[inline(never)]
fn live_view(child: Box<dyn Fn() -> Option<El> + Send>) -> AnyView {
    (move || child().map_or_else(|| ().into_any(), El::view)).into_any()
}

#[inline(never)]
fn listener(event: &'static str, act: Rc<dyn Fn(ev::Event)>) -> AnyAttribute {
    on(ev::Custom::new(event), move |event: ev::Event| act(event)).into_any_attr()
}
