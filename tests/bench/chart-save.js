// Presses the first "Download PNG" again and again; gives milliseconds from the press until the browser is asked to save.
const [times, done] = arguments;
const button = [...document.querySelectorAll("figure button")].find((one) => one.textContent === "Download PNG");
const click = HTMLAnchorElement.prototype.click;

function save() {
  return new Promise((saved) => {
    const start = performance.now();
    HTMLAnchorElement.prototype.click = function () {
      saved(performance.now() - start);
    };
    button.click();
  });
}

(async () => {
  const taken = [];
  for (let time = 0; time < times; time += 1) {
    taken.push(await save());
    // Until the button can be pressed again.
    await new Promise((go) => setTimeout(go, 100));
  }
  HTMLAnchorElement.prototype.click = click;
  done({ taken });
})();
