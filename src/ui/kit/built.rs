//! Elements on the page: made once, and changed where they are when what they show changes.

use std::{cell::RefCell, mem, rc::Rc};

use leptos::{
    prelude::*,
    tachys::renderer::{
        CastFrom, RemoveEventHandler, Rndr,
        types::{self, Element, Node, Placeholder, Text},
    },
};

use super::el::{Act, Child, El, Parts, Tie, Words};

/// An element on the page with what keeps it up to date.
pub(super) struct Built {
    element: Element,
    tag: &'static str,
    is_markup: bool,
    attributes: Vec<&'static str>,
    ties: Vec<RenderEffect<()>>,
    listeners: Vec<RemoveEventHandler<Element>>,
    children: Vec<BuiltChild>,
}

enum BuiltChild {
    Words(Text),
    El(Built),
    Live(Live),
}

/// The place of an element that is there or not.
struct Live {
    slot: Rc<RefCell<Slot>>,
    /// Follows what the element reads; let go of, it follows no more.
    _effect: RenderEffect<()>,
}

struct Slot {
    /// Holds the place; what is there stands before it.
    mark: Placeholder,
    shown: Option<Built>,
}

impl Built {
    /// Makes the element, not on the page yet.
    #[inline(never)]
    pub(super) fn new(El(parts): El) -> Self {
        let mut built = Self {
            element: Rndr::create_element(parts.tag, None),
            tag: parts.tag,
            is_markup: parts.is_markup,
            attributes: Vec::new(),
            ties: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        };
        built.fill(*parts);
        built
    }

    /// Puts the element at the end of the page's body for good.
    pub(super) fn stay(self) {
        Rndr::insert_node(&leptos::tachys::dom::body(), &self.element, None);
        mem::forget(self);
    }

    /// Shows `el` in place of what is shown, in the same element where it is of the same kind, so that focus and what
    /// was typed stay. Markup is no child of ours, so an element that held it takes nothing else.
    #[inline(never)]
    fn change(&mut self, El(parts): El) {
        let is_alike = self.tag == parts.tag && self.is_markup == parts.is_markup;
        if is_alike && self.ties.len() == parts.ties.len() {
            self.fill(*parts);
            return;
        }
        let new = Self::new(El(parts));
        insert_before(&new.element, &self.element);
        Rndr::remove(&self.element);
        *self = new;
    }

    fn fill(&mut self, parts: Parts) {
        let Parts {
            tag: _,
            is_markup: _,
            attributes,
            ties,
            listeners,
            children,
        } = parts;
        self.set_attributes(attributes);
        self.set_children(children);
        // What a field may hold depends on what is in it, so its value comes after its children.
        self.ties = ties.into_iter().map(|tie| self.tied(tie)).collect();
        self.listeners = listeners
            .into_iter()
            .map(|(event, act)| self.hears(event, act))
            .collect();
    }

    fn set_attributes(&mut self, attributes: Vec<(&'static str, Words)>) {
        for old in &self.attributes {
            if attributes.iter().all(|(name, _)| name != old) {
                Rndr::remove_attribute(&self.element, old);
            }
        }
        for (name, value) in &attributes {
            Rndr::set_attribute(&self.element, name, value);
        }
        self.attributes = attributes.into_iter().map(|(name, _)| name).collect();
    }

    fn tied(&self, tie: Tie) -> RenderEffect<()> {
        let element = self.element.clone();
        RenderEffect::new(move |_| tie(&element))
    }

    fn hears(&self, event: &'static str, act: Act) -> RemoveEventHandler<Element> {
        // What hears it sees the same context as what made it.
        let owner = Owner::current().unwrap_or_default();
        let act = Box::new(move |event: types::Event| owner.with(|| act(event.into())));
        Rndr::add_event_listener(&self.element, event, act)
    }

    fn set_children(&mut self, children: Vec<Child>) {
        let mut old = mem::take(&mut self.children).into_iter();
        for child in children {
            let built = match (old.next(), child) {
                (Some(BuiltChild::Words(text)), Child::Words(words)) => {
                    Rndr::set_text(&text, &words);
                    BuiltChild::Words(text)
                }
                (Some(BuiltChild::El(mut built)), Child::El(el)) => {
                    built.change(el);
                    BuiltChild::El(built)
                }
                (Some(BuiltChild::Live(live)), Child::Live(show)) => {
                    let slot = Rc::clone(&live.slot);
                    drop(live);
                    BuiltChild::Live(Live::follow(slot, show))
                }
                (old, child) => {
                    let built = BuiltChild::new(child);
                    let anchor = old.as_ref().map(BuiltChild::first_node);
                    built.insert_into(&self.element, anchor.as_ref());
                    old.into_iter().for_each(BuiltChild::remove);
                    built
                }
            };
            self.children.push(built);
        }
        old.for_each(BuiltChild::remove);
    }
}

impl BuiltChild {
    fn new(child: Child) -> Self {
        match child {
            Child::Words(words) => Self::Words(Rndr::create_text_node(&words)),
            Child::El(el) => Self::El(Built::new(el)),
            Child::Live(show) => {
                let slot = Slot {
                    mark: Rndr::create_placeholder(),
                    shown: None,
                };
                Self::Live(Live::follow(Rc::new(RefCell::new(slot)), show))
            }
        }
    }

    /// The node before which something stands that comes before this.
    fn first_node(&self) -> Node {
        match self {
            Self::Words(text) => text.clone().into(),
            Self::El(built) => built.element.clone().into(),
            Self::Live(live) => {
                let slot = live.slot.borrow();
                match &slot.shown {
                    Some(built) => built.element.clone().into(),
                    None => slot.mark.clone().into(),
                }
            }
        }
    }

    fn insert_into(&self, parent: &Element, before: Option<&Node>) {
        match self {
            Self::Words(text) => Rndr::insert_node(parent, text, before),
            Self::El(built) => Rndr::insert_node(parent, &built.element, before),
            Self::Live(live) => {
                let slot = live.slot.borrow();
                Rndr::insert_node(parent, &slot.mark, before);
                if let Some(built) = &slot.shown {
                    insert_before(&built.element, &slot.mark);
                }
            }
        }
    }

    fn remove(self) {
        match self {
            Self::Words(text) => Rndr::remove(&text),
            Self::El(built) => Rndr::remove(&built.element),
            Self::Live(live) => {
                let slot = live.slot.borrow();
                if let Some(built) = &slot.shown {
                    Rndr::remove(&built.element);
                }
                Rndr::remove(&slot.mark);
            }
        }
    }
}

impl Live {
    /// Shows in `slot` what `show` makes, now and whenever what it reads changes.
    #[inline(never)]
    fn follow(slot: Rc<RefCell<Slot>>, show: Box<dyn Fn() -> Option<El>>) -> Self {
        let effect = {
            let slot = Rc::clone(&slot);
            RenderEffect::new(move |_| {
                // Before the slot is borrowed: what is made may itself look at the page.
                let el = show();
                slot.borrow_mut().set(el);
            })
        };
        Self {
            slot,
            _effect: effect,
        }
    }
}

impl Slot {
    fn set(&mut self, el: Option<El>) {
        match (&mut self.shown, el) {
            (Some(built), Some(el)) => built.change(el),
            (None, Some(el)) => {
                let built = Built::new(el);
                insert_before(&built.element, &self.mark);
                self.shown = Some(built);
            }
            (shown, None) => {
                if let Some(built) = shown.take() {
                    Rndr::remove(&built.element);
                }
            }
        }
    }
}

/// Puts `new` before `place`, if that is on a page already.
fn insert_before(new: &Node, place: &Node) {
    if let Some(parent) = Rndr::get_parent(place).and_then(Element::cast_from) {
        Rndr::insert_node(&parent, new, Some(place));
    }
}
