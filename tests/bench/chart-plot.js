// The same chart by Observable Plot: 18 rows of paired dots with values, and a gap column with both ranges, a mark, a
// number and a word. Drawn again and again and laid out; then made a PNG by the same way as the page's.
const [times, saved, done] = arguments;
const rows = Array.from({ length: 18 }, (_, place) => {
  const [team, executives] = [10 + place * 4, 90 - place * 3];
  const gap = executives - team;
  const [low, high, inLow, inHigh] = [gap - 20, gap + 18, gap - 12, gap + 10];
  return { label: `${place + 1} Takes part in a task where AI is an agreed step`, team, executives, gap, low, high, inLow, inHigh };
});
const color = { team: "#0072b2", executives: "#c2410c", rule: "#6b7280" };
const shared = { y: { domain: rows.map((row) => row.label), axis: null }, height: 1080, style: { fontSize: "24px" } };

function dots() {
  return Plot.plot({
    ...shared,
    width: 1280,
    marginLeft: 640,
    x: { domain: [0, 100], grid: true },
    y: { ...shared.y, axis: "left", label: null, tickSize: 0 },
    marks: [
      Plot.link(rows, { y: "label", x1: "team", x2: "executives", stroke: color.rule, strokeWidth: 6 }),
      Plot.dot(rows, { y: "label", x: "team", r: 11, fill: color.team }),
      Plot.dot(rows, { y: "label", x: "executives", r: 12, symbol: "diamond", fill: color.executives }),
      Plot.text(rows, { y: "label", x: "team", text: "team", dx: -30, fill: color.team, fontWeight: 700 }),
      Plot.text(rows, { y: "label", x: "executives", text: "executives", dx: 30, fill: color.executives, fontWeight: 700 }),
    ],
  });
}

function gaps() {
  return Plot.plot({
    ...shared,
    width: 640,
    marginRight: 300,
    x: { domain: [-100, 100], ticks: [-50, 0, 50] },
    marks: [
      Plot.ruleX([0], { stroke: color.rule, strokeWidth: 2 }),
      Plot.link(rows, { y: "label", x1: "low", x2: "high", stroke: color.rule, strokeWidth: 4 }),
      Plot.link(rows, { y: "label", x1: "inLow", x2: "inHigh", stroke: color.rule, strokeWidth: 14 }),
      Plot.tickX(rows, { y: "label", x: "gap", strokeWidth: 4 }),
      Plot.text(rows, { y: "label", text: "gap", frameAnchor: "right", dx: 90, fontWeight: 700 }),
      Plot.text(rows, { y: "label", text: () => "clear", frameAnchor: "right", dx: 180 }),
    ],
  });
}

function draw() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("width", 1920);
  svg.setAttribute("height", 1080);
  const right = gaps();
  right.setAttribute("x", 1280);
  svg.append(dots(), right);
  return svg;
}

function redraw() {
  const start = performance.now();
  document.body.replaceChildren(draw());
  document.body.firstElementChild.getBoundingClientRect();
  return performance.now() - start;
}

async function save() {
  const start = performance.now();
  const text = new XMLSerializer().serializeToString(draw());
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [3840, 2160];
  canvas.getContext("2d").drawImage(image, 0, 0, 3840, 2160);
  const png = await new Promise((made) => canvas.toBlob(made));
  await png.arrayBuffer();
  URL.revokeObjectURL(address);
  return performance.now() - start;
}

(async () => {
  const [drawn, made] = [[], []];
  for (let time = 0; time < times; time += 1) {
    drawn.push(redraw());
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  }
  for (let time = 0; time < saved; time += 1) made.push(await save());
  done({ drawn, made });
})();
