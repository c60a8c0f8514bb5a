//! The two links and their invitations.

use leptos::prelude::*;

use crate::{
    domain::{side::Side, survey::Survey},
    state::Workspace,
    text::links,
    ui::{
        copy_button::CopyButton,
        kit::{Circle, Diamond, Notice},
    },
};

/// Both links, each with its invitation.
#[component]
pub(super) fn LinksSection(
    /// The survey's id.
    id: String,
    /// The survey.
    survey: Survey,
) -> impl IntoView {
    view! {
        <section class="step" aria-labelledby="invite">
            <h2 id="invite">{links::TITLE}</h2>
            <p>{links::LEAD}</p>
            <div class="pair">
                {Side::ALL.map(|side| one_link(&id, &survey, side)).collect_view()}
            </div>
            <Notice words=links::KEY_IS_HERE/>
        </section>
    }
}

fn one_link(id: &str, survey: &Survey, side: Side) -> impl IntoView + use<> {
    let link = Workspace::expect().link(id, side).unwrap_or_default();
    let invitation = links::invitation(survey, side, &link);
    let (link_id, invitation_id) = match side {
        Side::Executive => ("executive-link", "executive-invitation"),
        Side::Team => ("team-link", "team-invitation"),
    };
    let mark = match side {
        Side::Executive => view! { <Diamond/> }.into_any(),
        Side::Team => view! { <Circle/> }.into_any(),
    };

    view! {
        <div class="card">
            <h3 class="card__title">{mark}{links::link(side)}</h3>
            <p class="card__link" id=link_id>{link.clone()}</p>
            <div class="actions">
                <CopyButton
                    label=links::COPY_LINK
                    name=links::copy_link(side)
                    text=link
                    shown_in=link_id
                />
                <CopyButton
                    label=links::COPY_INVITATION
                    name=links::copy_invitation(side)
                    text=invitation.clone()
                    shown_in=invitation_id
                />
            </div>
            <details class="card__more">
                <summary>{links::SHOW_INVITATION}</summary>
                <p class="card__invitation" id=invitation_id dir="auto">{invitation}</p>
            </details>
        </div>
    }
}
