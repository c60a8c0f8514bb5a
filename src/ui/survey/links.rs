//! The two links and their invitations.

use leptos::prelude::*;

use super::backup::backup_part;
use crate::{
    domain::{side::Side, survey::Survey},
    state::Workspace,
    text::links::{self, Setting},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, el, link as link_to, notice, paragraph},
        screen::Screen,
        side_mark::side_mark,
    },
};

/// Both links, each with its invitation.
pub(super) fn links_section(id: &str, survey: &Survey) -> El {
    let setting = RwSignal::new(Setting::default());
    let is_sent = RwSignal::new(false);
    let here = id.to_owned();
    let (id, survey) = (id.to_owned(), survey.clone());
    el("section")
        .class("step")
        .attr("aria-labelledby", "invite")
        .child(el("h2").id("invite").text(links::TITLE))
        .child(paragraph(links::LEAD))
        .child(setting_choice(setting))
        .child(el("div").live(move || {
            let setting = setting.get();
            let cards = Side::ALL.map(|side| one_link(&id, &survey, side, setting, is_sent));
            Some(el("div").class("pair").children(cards))
        }))
        .child(notice(links::KEY_IS_HERE))
        .child(backup_part(&here, is_sent))
}

/// Where people answer, which decides the way of handing in that their invitation recommends.
fn setting_choice(setting: RwSignal<Setting>) -> El {
    let option = |one: Setting| {
        el("option")
            .attr("value", one.name())
            .text(links::setting(one))
    };
    let select = el("select")
        .class("field__input")
        .id("setting")
        .children(Setting::ALL.map(option))
        .on_text(move |name| setting.set(Setting::named(&name)));
    let label = el("label")
        .class("field__label")
        .attr("for", "setting")
        .text(links::SETTING);
    el("div").class("field setting").child(label).child(select)
}

fn one_link(
    id: &str,
    survey: &Survey,
    side: Side,
    setting: Setting,
    is_sent: RwSignal<bool>,
) -> El {
    let link = Workspace::expect().link(id, side).unwrap_or_default();
    let invitation = links::invitation(survey, side, &link, setting);
    let (link_id, invitation_id) = match side {
        Side::Executive => ("executive-link", "executive-invitation"),
        Side::Team => ("team-link", "team-invitation"),
    };
    let copy_link = Copyable {
        label: links::COPY_LINK,
        name: links::copy_link(side),
        text: link.clone(),
        shown_in: link_id,
        class: "button button--quiet",
    };
    let copy_invitation = Copyable {
        label: links::COPY_INVITATION,
        name: links::copy_invitation(side),
        text: invitation.clone(),
        shown_in: invitation_id,
        class: "button button--quiet",
    };
    let title = el("h3")
        .class("card__title")
        .child(side_mark(side))
        .child(el("span").text(links::link(side)));
    el("div")
        .class("card")
        .child(title)
        .child(el("p").class("card__link").id(link_id).text(link))
        .child(
            actions()
                .on("click", move || is_sent.set(true))
                .child(copy_link.button())
                .child(copy_invitation.button()),
        )
        .child(
            el("details")
                .class("card__more")
                .child(el("summary").text(links::show_invitation(side)))
                .child(
                    paragraph(invitation)
                        .class("card__invitation")
                        .id(invitation_id),
                ),
        )
        .maybe(to_poster(id, side, setting))
}

/// The link as a picture stands on a page of its own, which cannot find it where nothing is kept.
fn to_poster(id: &str, side: Side, setting: Setting) -> Option<El> {
    let poster = Screen::Poster(id.to_owned(), side, setting).href();
    let is_lasting = Workspace::expect().is_lasting();
    is_lasting.then(|| el("p").child(link_to("link", poster, links::poster(side))))
}
