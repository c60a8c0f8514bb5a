// Does on the page what its server orders, and tells it what the page said: for a browser without a driver.
// The one order of a visit is read once, when the document is loaded.
(() => {
  const PLACE = "/journey-pilot";

  const tell = (what, body) =>
    fetch(`${PLACE}/told`, { method: "POST", body: JSON.stringify({ what, ...body }), keepalive: false });

  const squeeze = (text) => text.replace(/\s+/g, " ").trim();

  /** Looks now and whenever the page changes, until `look` finds something. */
  const until = (look) =>
    new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => attempt());
      const attempt = () => {
        try {
          const found = look();
          if (!found) return;
          observer.disconnect();
          resolve(found);
        } catch (error) {
          observer.disconnect();
          reject(error);
        }
      };
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      attempt();
    });

  const field = (label) =>
    [...document.querySelectorAll("label")].find((found) => squeeze(found.innerText).startsWith(label))?.control;

  const button = (name) =>
    [...document.querySelectorAll("button")].find((found) => squeeze(found.innerText) === name && !found.disabled);

  /** The setter of the element's own kind, because a framework may have put its own before it. */
  function paste(element, text) {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value").set.call(element, text);
    element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }

  const page = () => squeeze(document.body.innerText);

  /** The numbers of ballots that the page shows, of executives and of the team. */
  function shown(caption) {
    const table = [...document.querySelectorAll("table")].find((found) => found.caption?.innerText === caption);
    return table && [...table.tBodies[0].rows].map((row) => Number(row.cells[1].innerText));
  }

  /** The keys of all records that stand on a shelf. */
  const keys = (shelf) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open("plumbline");
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const found = request.result.transaction(shelf).objectStore(shelf).getAllKeys();
        found.onsuccess = () => {
          request.result.close();
          resolve(found.result);
        };
      };
    });

  const orders = {
    /** Makes a survey, and tells where it is and which links it has. */
    async make({ fields, open }) {
      for (const [label, text] of fields) paste(await until(() => field(label)), text);
      (await until(() => button(open))).click();
      const links = await until(() => {
        const found = page().match(/\S+#s=\S+/g);
        return found?.length >= 2 && found;
      });
      await tell("made", { address: location.href, links });
    },

    /** Tells what is there; then puts one text after another into the box, and tells of each what the page said. */
    async add({ caption, label, put, came, texts }) {
      const numbers = await until(() => shown(caption));
      await tell("found", { shown: numbers, keys: await keys("ballots"), page: page() });
      for (const text of texts) {
        paste(await until(() => field(label)), text);
        (await until(() => button(put))).click();
        // It is busy before it says anything new.
        await until(() => !button(put));
        // An emptied field and the sentence beside it are what a person goes by.
        await until(() => field(label).value === "" && button(put) && page().includes(came));
        await tell("added", { text });
      }
    },
  };

  addEventListener("load", async () => {
    const order = await (await fetch(`${PLACE}/order`)).json();
    try {
      await orders[order.order]?.(order);
    } catch (error) {
      await tell("failed", { why: `${error}` });
    }
  });
})();
