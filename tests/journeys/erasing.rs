//! Erasing while another tab is still writing: nothing is left that would belong to no survey.

use crate::{browser::Browser, forge, people, stage::journey};

/// Just before the next change, another one puts a ballot there that belongs to no survey, as another tab might.
const LATE: &str = "const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
        if (given[1] === 'readwrite') {
            IDBDatabase.prototype.transaction = transaction;
            const late = transaction.call(this, ['ballots'], 'readwrite');
            late.objectStore('ballots').put(new Uint8Array([1]), 'nobody/late');
        }
        return transaction.apply(this, given);
    };";

#[test]
fn what_another_tab_writes_while_everything_is_erased_is_erased_too() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        people::collect(&olga, &forge::codes(&links.team, 3).join("\n")).await;
        olga.sees("3 new ballots of the team came in.").await;
        olga.press("Save a backup").await;
        olga.sees("The backup was given to your browser to save.")
            .await;
        olga.open(&stage.site.address("device.html#/device")).await;
        olga.press("Erase everything…").await;
        olga.heading("Erase it for good?").await;
        comes_late(&olga).await;
        olga.press("Erase for good").await;
        olga.sees("It is erased.").await;
        assert_eq!(olga.records().await, [""; 0]);
        assert!(!olga.storage_texts().await.contains("plumbline/"));
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_note_of_the_last_backup_goes_with_its_survey() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        olga.press("Save a backup").await;
        olga.sees("The backup was given to your browser to save.")
            .await;
        assert!(olga.storage_texts().await.contains("plumbline/saved/"));
        olga.open(&stage.site.address("device.html#/device")).await;
        olga.press("Erase… Claims").await;
        olga.press("Erase for good").await;
        olga.sees("It is erased.").await;
        assert!(!olga.storage_texts().await.contains("plumbline/saved/"));
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

async fn comes_late(olga: &Browser) {
    let patched = olga.run(LATE, Vec::new()).await;
    patched.expect("it can be put there");
}
