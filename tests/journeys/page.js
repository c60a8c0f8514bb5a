// Looks at the page as a person does who sees it or hears it read: by role and name.
// Called with the name of one question at the end of this file and what it asks about.

const [question, ...given] = arguments;

const KINDS = {
  control:
    "button:not([role]), a[href]:not([role]), summary, input[type=button], input[type=submit], [role=button], [role=link], [role=tab], [role=menuitem]",
  choice: "input[type=radio], input[type=checkbox], [role=radio], [role=checkbox], [role=switch]",
  field:
    "input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=hidden]), textarea, select, output, [role=textbox], [contenteditable=true]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  table: "table, [role=table]",
  progress: "progress",
  picture: "svg[role=img], img, [role=img]",
  part: "section[aria-label], section[aria-labelledby], [role=region]",
};

/** Parts of a page that are never text of it. */
const SILENT = new Set(["script", "style", "noscript", "template", "head", "title", "desc", "defs", "metadata"]);

/** More of a field's text than this is not looked at. */
const LONG = 20_000;

const squeeze = (text) => text.replace(/\s+/g, " ").trim();

const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

const isExposed = (element) => isShown(element) && !element.closest("[aria-hidden=true], [inert]");

/** Words in separate boxes are separate words. */
function apart(element, text) {
  const { display } = getComputedStyle(element);
  return display === "inline" || display === "contents" ? text : ` ${text} `;
}

// What is read aloud.

/** The name of an element, as assistive technology computes it, without its rarer rules. */
function nameOf(element) {
  const label = element.getAttribute("aria-label");
  return squeeze(labelledBy(element) || label || nativeName(element) || element.title || element.placeholder || "");
}

function labelledBy(element) {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const targets = ids.map((id) => document.getElementById(id)).filter(Boolean);
  return targets.map((target) => spokenWithin(target) || target.textContent).join(" ");
}

function nativeName(element) {
  if (element.labels?.length) return [...element.labels].map((label) => spokenWithin(label, element)).join(" ");
  if (element.matches("input[type=button], input[type=submit]")) return element.value;
  if (element.matches("input, textarea, select, output")) return "";
  if (element.matches("table")) return element.caption ? spokenWithin(element.caption) : "";
  return spokenWithin(element);
}

const spokenWithin = (element, except) => [...element.childNodes].map((node) => spoken(node, except)).join("");

function spoken(node, except) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node === except || SILENT.has(node.localName)) return "";
  if (!isExposed(node) && getComputedStyle(node).display !== "contents") return "";
  const label = node.getAttribute("aria-label") ?? node.getAttribute("alt");
  return apart(node, label ?? (node.matches("input, textarea, select") ? "" : spokenWithin(node, except)));
}

// What is seen.

function seen(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    return getComputedStyle(node.parentElement).visibility === "visible" ? node.data : "";
  }
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.localName)) return "";
  if (node.localName === "br") return " ";
  if (!node.checkVisibility() && getComputedStyle(node).display !== "contents") return "";
  if (node.matches("textarea, input:not([type=radio], [type=checkbox])")) return ` ${node.value.slice(0, LONG)} `;
  if (node.matches("select")) return ` ${node.selectedOptions[0]?.text ?? ""} `;
  return apart(node, [...node.childNodes].map(seen).join(""));
}

// Finding.

const all = (kind) => [...document.querySelectorAll(KINDS[kind])].filter(isExposed);

const named = (kind, name) => all(kind).filter((element) => nameOf(element) === squeeze(name));

/** Nobody can hit a box smaller than this: it is there for the keyboard, and its label is its face. */
const TINY = 4;

/** Where to click for a choice: on itself, or on its label where that covers or replaces it. */
function target(choice) {
  choice.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = choice.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return width > TINY && choice.contains(hit) ? choice : (choice.labels?.[0] ?? choice);
}

const tagOf = (element) => element.cloneNode(false).outerHTML;

const quoted = (elements) => elements.map((element) => `“${nameOf(element)}”`).join(", ") || "none";

const questions = {
  /** The one element of a kind with a name, or what is wrong with that. */
  find(kind, name) {
    const found = named(kind, name);
    if (found.length === 0) return { problem: `no ${kind} has that name; there are ${quoted(all(kind))}` };
    if (found.length > 1) return { problem: `several have that name: ${found.map(tagOf).join(" ")}` };
    if (found[0].disabled) return { problem: "it is disabled" };
    return { element: kind === "choice" ? target(found[0]) : found[0] };
  },

  /** The same in the part of the page that a heading stands over. */
  find_under(heading, kind, name) {
    const parts = named("heading", heading).map((found) => found.parentElement);
    const found = named(kind, name).filter((element) => parts.some((part) => part.contains(element)));
    if (found.length === 1 && !found[0].disabled) return { element: found[0] };
    return { problem: `${found.length} ${kind}s of that name are there that could be pressed` };
  },

  /** The whole name of the one control whose name begins so. */
  begins(start) {
    const names = all("control").map(nameOf).filter((name) => name.startsWith(start));
    return names.length === 1 ? names[0] : null;
  },

  pictures() {
    return all("picture").map(nameOf);
  },

  is_chosen(name) {
    const [choice] = named("choice", name);
    return choice?.checked ?? choice?.getAttribute("aria-checked") === "true";
  },

  chosen() {
    const choice = all("choice").find((choice) => choice.checked);
    return choice ? nameOf(choice) : null;
  },

  /** The choices from top to bottom: the name of each, and where it begins and ends. */
  choices() {
    const box = (choice) => (choice.labels?.[0] ?? choice).getBoundingClientRect();
    return all("choice").map((choice) => [nameOf(choice), box(choice).top, box(choice).bottom]);
  },

  /** How far a bar of this name is, and of how much. */
  progress(name) {
    const [bar] = named("progress", name);
    return bar ? [bar.value, bar.max] : null;
  },

  value(label) {
    const [field] = named("field", label);
    return field.value ?? field.textContent;
  },

  /** The setter of the element's own kind, because a framework may have put its own before it. */
  paste(label, text) {
    const [field] = named("field", label);
    field.focus();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  },

  rows(caption) {
    const [table] = named("table", caption);
    const rows = [...table.querySelectorAll("tr, [role=row]")].filter(isShown);
    const cells = "th, td, [role=cell], [role=columnheader], [role=rowheader]";
    return rows.map((row) => [...row.querySelectorAll(cells)].map((cell) => squeeze(seen(cell))));
  },

  focused() {
    const element = document.activeElement;
    return element && element !== document.body ? nameOf(element) : "";
  },

  seen() {
    return document.body ? squeeze(seen(document.body)) : "";
  },

  /** All that is seen in the part of the page that has this name. */
  seen_in(name) {
    const [part] = named("part", name);
    return part ? squeeze(seen(part)) : "";
  },
};

return questions[question](...given);
