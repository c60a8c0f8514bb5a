//! The first screen: what this is, and three ways on.

use leptos::prelude::*;

use super::{held::HeldList, picture::SmallPicture};
use crate::{
    state::page,
    text::{common, home},
    ui::{app::HEADING, kit::Notice, screen::Screen},
};

/// What this is, a small picture, and what this browser holds.
#[component]
pub(crate) fn HomePage(
    /// Something to say first.
    #[prop(default = "")]
    notice: &'static str,
) -> impl IntoView {
    page::set_title(&common::title(home::TITLE));

    view! {
        {(!notice.is_empty()).then(|| view! { <Notice words=notice/> })}
        <div class="home">
            <div class="home__words">
                <h1 class="display" id=HEADING tabindex="-1">{home::TITLE}</h1>
                <p class="lead">{home::LEAD}</p>
                <p class="actions">
                    <a class="button" href=Screen::Start.href()>{home::START}</a>
                    <a class="link" href=Screen::Example.href()>{home::EXAMPLE}</a>
                </p>
                <p class="small">{home::STAYS}</p>
            </div>
            <SmallPicture/>
        </div>
        <HeldList/>
    }
}
