// Puts one text after another into the box, and keeps what the page said where a journey finds it.
// Starts when the journey's channel says so, and waits for the page alone, never for a clock: hidden tabs have slow ones.

const [label, put, came, full, texts] = arguments;

const squeeze = (text) => text.replace(/\s+/g, " ").trim();
const page = () => squeeze(document.body.innerText);
const field = () =>
  [...document.querySelectorAll("label")].find((found) => squeeze(found.innerText).startsWith(label)).control;
const button = () =>
  [...document.querySelectorAll("button")].find((found) => squeeze(found.innerText) === put && !found.disabled);

const until = (look) =>
  new Promise((resolve) => {
    const attempt = () => {
      const found = look();
      if (!found) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(attempt);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    attempt();
  });

/** What came of a press: taken, or no room. */
function outcome() {
  if (field().value === "" && button() && page().includes(came)) return "taken";
  return full && button() && page().includes(full) ? "full" : null;
}

const stream = { told: [], longest: 0, isDone: false, problem: null };
window.journeyStream = stream;

async function run() {
  for (const text of texts) {
    const element = field();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value").set.call(element, text);
    element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    const start = performance.now();
    (await until(button)).click();
    // It is busy before it says anything new.
    await until(() => !button());
    stream.told.push(await until(outcome));
    stream.longest = Math.max(stream.longest, performance.now() - start);
  }
  stream.isDone = true;
}

const line = new BroadcastChannel("journey");
line.onmessage = () => {
  line.close();
  run().catch((error) => (stream.problem = `${error}`));
};
