//! Whether everything that is on a slide can be seen on it.

use serde_json::Value;

use crate::browser::Browser;

/// What is cut off on the slide that is shown, what is no number in its picture, and how far the page scrolls sideways.
///
/// Slides cut off what does not fit, so nothing of that is to be seen in a picture of the page.
pub(crate) async fn lost_on_slide(person: &Browser) -> Vec<String> {
    let script = "const found = [];
        const slide = document.querySelector('.stage .slide');
        if (!slide) return ['there is no slide'];
        const name = (element) => `${element.className.baseVal ?? element.className}: ${element.textContent}`.slice(0, 90);
        const box = slide.getBoundingClientRect();
        const isOut = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1
            || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
        const isForEarsOnly = (element) => element !== slide
            && (getComputedStyle(element).clipPath === 'inset(50%)' || isForEarsOnly(element.parentElement));
        const words = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
            const parent = words.currentNode.parentElement;
            if (!words.currentNode.data.trim() || parent.closest('title, desc, style, metadata')) continue;
            if (isForEarsOnly(parent)) continue;
            const range = document.createRange();
            range.selectNodeContents(words.currentNode);
            const picture = parent.closest('svg');
            const around = picture ? picture.getBoundingClientRect() : box;
            for (const rect of range.getClientRects())
                if (isOut(rect, around) || isOut(rect, box)) { found.push(`cut off: ${name(parent)}`); break; }
        }
        for (const picture of slide.querySelectorAll('svg')) {
            if (/NaN|Infinity|undefined/.test(picture.outerHTML)) found.push('no number');
            if (isOut(picture.getBoundingClientRect(), box)) found.push('the picture is cut off');
        }
        const page = document.documentElement;
        if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide`);
        // A projector shows a slide and its buttons without scrolling; on a phone the buttons stand below.
        if (innerWidth >= 1280 && page.scrollHeight > innerHeight)
            found.push(`the page is ${page.scrollHeight} high of ${innerHeight}`);
        return found.slice(0, 5);";
    let found = person.run(script, Vec::new()).await;
    let found = found.expect("the page can be asked");
    let found = found.as_array().into_iter().flatten().map(Value::as_str);
    found.flatten().map(str::to_owned).collect()
}
