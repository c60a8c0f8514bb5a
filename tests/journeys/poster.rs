//! The links as QR pictures: on the poster, and alone as files.

use plumbline::text::links::{self as words, Setting};

use crate::{people, scanned, stage::journey};

/// Pixels a side of the saved PNG.
const SIDE: u32 = 1_200;

#[test]
fn the_poster_and_its_files_hold_the_link() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        for (link, side, setting) in [
            (&links.executives, "executives", Setting::Room),
            (&links.team, "the team", Setting::Shared),
        ] {
            olga.open(&survey).await;
            olga.heading("Team link").await;
            let option = words::setting(setting);
            olga.pick_under(words::TITLE, words::SETTING, option).await;
            olga.press(&format!("QR picture and poster for {side}"))
                .await;
            olga.heading("How do we really use AI in Claims?").await;
            // It recommends what the invitation does.
            olga.sees(words::poster_way(setting)).await;
            // Who cannot scan it types it.
            olga.sees(link).await;
            assert_eq!(&scanned::on_page(&olga, ".poster__qr svg").await, link);
            let file =
                format!("plumbline_claims_qr-picture-of-the-link-for-{side}_qr").replace(' ', "-");
            olga.press("Download SVG").await;
            let svg = olga.downloaded(&format!("{file}.svg")).await;
            assert_eq!(
                &scanned::svg(str::from_utf8(&svg).expect("it is UTF-8")),
                link
            );
            olga.press("Download PNG").await;
            let png = olga.downloaded(&format!("{file}.png")).await;
            assert_eq!(&scanned::png(&png, SIDE), link);
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}
