// Keeps the longest freeze of the page from now until it is left, where a journey finds it afterwards.

const freezes = { longestTask: 0, longestFrame: 0, tasks: 0, start: Date.now() };
window.journeyFreezes = freezes;

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    freezes.tasks += 1;
    freezes.longestTask = Math.max(freezes.longestTask, duration);
  }
}).observe({ type: "longtask" });

let last = performance.now();
requestAnimationFrame(function frame(now) {
  freezes.longestFrame = Math.max(freezes.longestFrame, now - last);
  last = now;
  requestAnimationFrame(frame);
});

// From a press to the words that all is in, and to the end of the looking before it.
addEventListener("click", () => (freezes.pressed ??= performance.now()), { capture: true });
new MutationObserver((changes) => {
  const isBar = (node) => node.nodeName === "DIV" && node.className === "looking";
  if (changes.some(({ removedNodes }) => [...removedNodes].some(isBar))) freezes.looked ??= performance.now();
  if (document.body.textContent.includes("came in.")) freezes.came ??= performance.now();
}).observe(document.body, { childList: true, subtree: true, characterData: true });

addEventListener("pagehide", () => {
  freezes.left = Date.now();
  sessionStorage.setItem("journey-freezes", JSON.stringify(freezes));
});
