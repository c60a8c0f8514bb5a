// Lets the page draw its charts again, in the other colours; gives milliseconds that the pictures of items took each time:
// altogether, drawn and put into the page, laid out.
const [times, done] = arguments;
const lists = window.asked.filter((list) => list.media.includes("dark"));
// When each chart had been drawn and put into the page: it is the only text that becomes elements then.
const markup = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
const put = [];
Object.defineProperty(Element.prototype, "innerHTML", {
  ...markup,
  set(text) {
    markup.set.call(this, text);
    put.push([this.querySelector("svg"), performance.now()]);
  },
});
const isOfItems = (svg) => svg.firstElementChild.id.startsWith("items-");
const charts = () => [...document.querySelectorAll("figure svg")];
let isDark = false;

async function redraw() {
  const before = charts();
  const isLeft = () => before.some((svg) => svg.isConnected);
  isDark = !isDark;
  put.length = 0;
  const start = performance.now();
  for (const list of lists) {
    Object.defineProperty(list, "matches", { value: isDark, configurable: true });
    list.dispatchEvent(new Event("change"));
  }
  // The page draws in microtasks; should it ever wait longer, so does this.
  for (let turn = 0; isLeft(); turn += 1) {
    await (turn < 1000 ? Promise.resolve() : new Promise((go) => setTimeout(go)));
  }
  // Of the drawing only what the items took counts, and of the layout too: the others' pictures are not laid out.
  let drawn = 0;
  let from = start;
  for (const [svg, at] of put) {
    if (isOfItems(svg)) drawn += at - from;
    else svg.style.display = "none";
    from = at;
  }
  const afterwards = performance.now();
  for (const svg of charts()) svg.lastElementChild.getBoundingClientRect();
  const laid = performance.now() - afterwards;
  return [drawn + laid, drawn, laid];
}

(async () => {
  const taken = [];
  for (let time = 0; time < times; time += 1) {
    taken.push(await redraw());
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  }
  Object.defineProperty(Element.prototype, "innerHTML", markup);
  const items = charts().filter(isOfItems);
  const rows = items.reduce((rows, svg) => rows + svg.querySelectorAll("[id*=-row-]").length, 0);
  const part = (place) => taken.map((parts) => parts[place]);
  done({ taken: part(0), drawn: part(1), laid: part(2), rows });
})();
