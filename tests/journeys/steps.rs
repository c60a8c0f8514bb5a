//! Going through slides step by step.

use crate::browser::Browser;

/// Where the slides are, such as "Slide 4 of 11, step 2 of 5".
pub(crate) async fn place(person: &Browser) -> String {
    let script = "return document.querySelector('.bar__place')?.textContent ?? ''";
    let place = person.run(script, Vec::new()).await;
    let place = place.expect("the page can be asked");
    place.as_str().unwrap_or_default().to_owned()
}

/// Presses this key and waits for the next step; `false` where `place` is the last one.
pub(crate) async fn go_on(person: &Browser, key: &str, place: &str) -> bool {
    if is_last(place) {
        return false;
    }
    person.key(key).await;
    person
        .until("see the next step", async || {
            let now = self::place(person).await;
            (now != place).then_some(()).ok_or(now)
        })
        .await;
    true
}

fn is_last(place: &str) -> bool {
    let numbers = place.split(|c: char| !c.is_ascii_digit());
    let numbers = Vec::from_iter(numbers.filter(|number| !number.is_empty()));
    !numbers.is_empty()
        && numbers
            .chunks(2)
            .all(|pair| pair[0] == *pair.last().expect("it is a pair"))
}
