//! The two links and their invitations.

use crate::{
    domain::{side::Side, survey::Survey},
    state::Workspace,
    text::links,
    ui::{
        copy_button::Copyable,
        kit::{El, actions, el, notice, paragraph},
        side_mark::side_mark,
    },
};

/// Both links, each with its invitation.
pub(super) fn links_section(id: &str, survey: &Survey) -> El {
    el("section")
        .class("step")
        .attr("aria-labelledby", "invite")
        .child(el("h2").id("invite").text(links::TITLE))
        .child(paragraph(links::LEAD))
        .child(
            el("div")
                .class("pair")
                .children(Side::ALL.map(|side| one_link(id, survey, side))),
        )
        .child(notice(links::KEY_IS_HERE))
}

fn one_link(id: &str, survey: &Survey, side: Side) -> El {
    let link = Workspace::expect().link(id, side).unwrap_or_default();
    let invitation = links::invitation(survey, side, &link);
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
}
