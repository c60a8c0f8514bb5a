// Keeps the page's errors where a journey finds them. Loaded before everything else in the page,
// for engines whose driver does not tell what the console said.
(() => {
  const heard = [];
  Object.defineProperty(window, "journeyEar", { value: heard });
  const hear = (what, thing) => heard.push(`${what}: ${thing?.stack ? `${thing} ${thing.stack}` : thing}`);
  addEventListener(
    "error",
    (event) => {
      const missing = event.target !== window && (event.target.src || event.target.href);
      if (missing) hear("not loaded", missing);
      else hear("error", event.error ?? event.message);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => hear("unhandled rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    hear("content security policy", `${event.effectiveDirective} forbids ${event.blockedURI}`),
  );
  const original = console.error;
  console.error = (...words) => {
    hear("console", words.join(" "));
    original.apply(console, words);
  };
})();
