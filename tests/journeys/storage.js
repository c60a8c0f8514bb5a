// Reads everything that the page's origin has kept on this device, as a list of texts.

const done = arguments[arguments.length - 1];

/** The app's database, for an engine that cannot list them. */
const KNOWN = [{ name: "plumbline" }];

function ofBytes(bytes) {
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${latin} ${hex}`;
}

/** A stored value in words, whatever it is made of. */
async function words(value) {
  if (value instanceof ArrayBuffer) return ofBytes(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return ofBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (value instanceof Blob) return ofBytes(new Uint8Array(await value.arrayBuffer()));
  if (value instanceof Map || value instanceof Set) return words([...value]);
  if (value instanceof Date || value === null || typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(async ([key, part]) => `${key}=${await words(part)}`);
  return `{${(await Promise.all(parts)).join(" ")}}`;
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
    // It was not there: looking must not make it.
    request.onupgradeneeded = () => request.transaction.abort();
  });

async function ofStore(database, name) {
  const store = database.transaction(name).objectStore(name);
  const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  const records = keys.map(async (key, index) => `${await words(key)}: ${await words(values[index])}`);
  return [`store ${name}`, ...(await Promise.all(records))];
}

async function ofDatabase({ name }) {
  const database = await settled(indexedDB.open(name));
  const stores = await Promise.all([...database.objectStoreNames].map((store) => ofStore(database, store)));
  database.close();
  return [`database ${name}`, ...stores.flat()];
}

const ofStorage = (storage) => Object.entries(storage).map(([key, value]) => `${key}: ${value}`);

const PLACES = {
  localStorage: () => ofStorage(localStorage),
  sessionStorage: () => ofStorage(sessionStorage),
  cookies: () => [document.cookie],
  "name of the window": () => [window.name],
  "state of the history": async () => [await words(history.state)],
  indexedDB: async () => {
    const databases = (await indexedDB.databases?.()) ?? KNOWN;
    return (await Promise.all(databases.map(ofDatabase))).flat();
  },
};

(async () => {
  const texts = [];
  for (const [place, read] of Object.entries(PLACES)) {
    texts.push(place);
    try {
      texts.push(...(await read()));
    } catch (error) {
      texts.push(`not readable: ${error}`);
    }
  }
  done(texts);
})();
