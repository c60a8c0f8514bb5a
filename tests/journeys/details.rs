//! What stands behind each item of the results, and in which order and beside what they are seen.

use crate::{
    accessible::{look_in, nothing_is_wrong},
    browser::Browser,
    keyboard::{tab_to, tab_until},
    stage::journey,
};

/// An item of the example.
const ITEM: &str = "Days of AI use in the past week";

/// What is behind it.
const ANSWERED: &str = "Executives n 6, team n 31. Gap, 95 % range: ";

/// The switch of order, and what the first picture of items is called after it.
const BY_GAP: &str = "Order by size of gap, hidden last";
const FIRST_BY_GAP: &str = "Items by size of gap, 1";

/// The switch of figures from elsewhere, and what stands over them.
const PUBLISHED: &str = "Show published figures";
const PUBLISHED_TITLE: &str = "Published figures: context, not a target";

/// The switch of the other reading, what stands over it, and what the first picture is called in it.
const THIS_GROUP: &str = "Describe exactly this group";
const THIS_GROUP_TITLE: &str = "Exactly this group";
const OVERVIEW: &str = "The six dimensions";
const OVERVIEW_OF_THIS_GROUP: &str = "The six dimensions, exactly this group";

/// The rows of the first picture, from the first to the last, and what is behind one.
const FIRST_ROW: &str = "Hands-on experience";
const SECOND_ROW: &str = "Access and use";
const LAST_ROW: &str = "Promises and proof";
const BEHIND_ROW: &str = "Answers to each of its questions: executives 6 or more, team ";

/// The way back from what is behind a row.
const BACK: &str = "Back to the picture";

/// A small phone and a laptop.
const SIZES: [(u32, u32); 2] = [(320, 640), (1_440, 900)];

#[test]
fn details_and_switches_answer_the_keyboard() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        reader.open(&stage.site.address("#/example")).await;
        reader.heading("Executives and team, side by side").await;
        goes_through_rows(&reader).await;
        opens_the_row_of_an_item(&reader).await;
        reader.reload().await;
        reader.heading("Executives and team, side by side").await;
        orders_by_gap(&reader).await;
        sees_published_figures(&reader).await;
        describes_exactly_this_group(&reader).await;
        opens_an_item(&reader).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

/// Tab comes to one row of a picture, arrows go through the others, Enter opens one, and Escape comes back to it.
async fn goes_through_rows(reader: &Browser) {
    let is_on = async |row: &str| {
        reader
            .until(&format!("be on the row “{row}”"), async || {
                let name = reader.focused_name().await;
                let is_it = name.strip_prefix(row);
                is_it
                    .is_some_and(|rest| rest.starts_with(": executives "))
                    .then_some(())
                    .ok_or(name)
            })
            .await;
    };
    tab_until(reader, FIRST_ROW, |name| name.starts_with(FIRST_ROW)).await;
    is_on(FIRST_ROW).await;
    for (key, row) in [
        ("ArrowUp", FIRST_ROW),
        ("End", LAST_ROW),
        ("ArrowDown", LAST_ROW),
        ("Home", FIRST_ROW),
        ("ArrowDown", SECOND_ROW),
    ] {
        reader.key(key).await;
        is_on(row).await;
    }
    reader.key("Enter").await;
    reader.sees(BEHIND_ROW).await;
    reader
        .until("be in what stands behind it", async || {
            let name = reader.focused_name().await;
            (name == SECOND_ROW).then_some(()).ok_or(name)
        })
        .await;
    reader.key("Escape").await;
    is_on(SECOND_ROW).await;
    reader.does_not_see(BEHIND_ROW).await;
    reader.key("Space").await;
    reader.sees(BEHIND_ROW).await;
    tab_to(reader, BACK).await;
    reader.key("Enter").await;
    is_on(SECOND_ROW).await;
    reader.does_not_see(BEHIND_ROW).await;
}

/// The pointer opens a row too; behind an item's row is how its answers lie.
async fn opens_the_row_of_an_item(reader: &Browser) {
    let row = reader
        .name_that_begins(&format!("{ITEM}: executives "))
        .await;
    assert!(row.contains("range ") && row.contains(", gap +"), "{row}");
    let before = reader.pictures().await;
    reader.press(&row).await;
    reader.sees(ANSWERED).await;
    let after = reader.pictures().await;
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    reader.press(&row).await;
    reader.does_not_see(ANSWERED).await;
}

/// Instead of how sure a gap is, the table tells how many would have to change their answer.
async fn describes_exactly_this_group(reader: &Browser) {
    tab_to(reader, THIS_GROUP).await;
    reader.key("Space").await;
    reader.heading(THIS_GROUP_TITLE).await;
    reader
        .sees("these results describe the people who were asked, this week")
        .await;
    let rows = reader.text_of_table(OVERVIEW_OF_THIS_GROUP).await;
    assert_eq!(rows[0][5], "To close the gap");
    let items = format!("{FIRST_BY_GAP}, exactly this group");
    for row in &reader.text_of_table(&items).await[1..] {
        assert!(row[4].contains(" to "), "{row:?}");
        assert!(
            row[5].ends_with(" people") || row[5] == "1 person",
            "{row:?}"
        );
    }
    reader.key("Space").await;
    reader.does_not_see(THIS_GROUP_TITLE).await;
    reader.heading(OVERVIEW).await;
}

async fn orders_by_gap(reader: &Browser) {
    tab_to(reader, BY_GAP).await;
    reader.key("Space").await;
    reader.heading(FIRST_BY_GAP).await;
    assert_eq!(reader.focused_name().await, BY_GAP);
    let rows = reader.text_of_table("The six dimensions").await;
    let gaps = Vec::from_iter(rows[1..].iter().map(|row| size(&row[3])));
    assert_eq!(gaps.len(), 6);
    assert!(gaps.is_sorted_by(|one, other| one >= other), "{gaps:?}");
}

/// The size of a gap as a table has it.
fn size(gap: &str) -> u32 {
    let digits = gap.trim_start_matches(['+', '−']);
    digits.parse().unwrap_or_else(|_| panic!("{gap} is no gap"))
}

async fn sees_published_figures(reader: &Browser) {
    tab_to(reader, PUBLISHED).await;
    reader.key("Space").await;
    reader.heading(PUBLISHED_TITLE).await;
    reader
        .sees("Different questions, asked in different firms.")
        .await;
    assert!(reader.is_chosen(BY_GAP).await);
    reader.key("Space").await;
    reader.does_not_see(PUBLISHED_TITLE).await;
}

/// Its name says the gap, its range and how sure it is; opened it says how many answered, and draws it.
async fn opens_an_item(reader: &Browser) {
    let before = reader.pictures().await;
    tab_until(reader, ITEM, |name| {
        let says = name.strip_prefix(ITEM);
        says.is_some_and(|says| says.starts_with(": +"))
    })
    .await;
    let name = reader.focused_name().await;
    assert!(name.contains(", range ") && name.contains(" to "), "{name}");
    let words = ["clear", "possible", "close", "cannot tell"];
    assert!(words.iter().any(|word| name.contains(word)), "{name}");
    reader.key("Enter").await;
    reader.sees(ANSWERED).await;
    assert_eq!(reader.focused_name().await, name);
    let after = reader.pictures().await;
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    assert!(after.iter().all(|name| !name.is_empty()), "{after:?}");
    reader.key("Enter").await;
    reader.does_not_see(ANSWERED).await;
}

#[test]
fn opened_results_are_accessible_in_light() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        opened(&stage.site.address("#/example"), &reader).await;
    });
}

#[test]
fn opened_results_are_accessible_in_the_dark() {
    journey(async |stage| {
        let reader = stage.person_in_the_dark("Rita").await;
        opened(&stage.site.address("#/example"), &reader).await;
    });
}

/// With everything unfolded that the keyboard has unfolded above, and what picture files are made of.
async fn opened(example: &str, reader: &Browser) {
    let mut found = Vec::new();
    reader.open(example).await;
    reader.choose(BY_GAP).await;
    reader.heading(FIRST_BY_GAP).await;
    reader.choose(PUBLISHED).await;
    reader.heading(PUBLISHED_TITLE).await;
    look_in(&SIZES, reader, "by gap, with published figures", &mut found).await;
    reader.choose(THIS_GROUP).await;
    reader.heading(THIS_GROUP_TITLE).await;
    look_in(&SIZES, reader, "exactly this group", &mut found).await;
    reader.choose(THIS_GROUP).await;
    reader.does_not_see(THIS_GROUP_TITLE).await;
    unfold(reader).await;
    reader.sees(ANSWERED).await;
    reader.sees(BACK).await;
    look_in(&SIZES, reader, "unfolded", &mut found).await;
    nothing_is_wrong(&found);
}

async fn unfold(reader: &Browser) {
    let name = reader.name_that_begins(&format!("{ITEM}: +")).await;
    reader.press(&name).await;
    for row in [ITEM, FIRST_ROW] {
        let row = reader
            .name_that_begins(&format!("{row}: executives "))
            .await;
        reader.press(&row).await;
    }
    reader.press("The link that shows these results").await;
    reader.press_under(OVERVIEW, "Size and background").await;
}
