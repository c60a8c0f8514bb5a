// Fills what the page's origin may keep, or frees it again.
// Called with the name of one step at the end of this file and what it asks for.

const [step, ...given] = arguments;
const done = arguments[arguments.length - 1];

/** What fills the room is called this, and is nothing that the app looks for. */
const FILLER = "filler";

/** In units of text or bytes: what is tried first; halved whenever there is no room for it. */
const LARGEST = 2 ** 20;

/** Puts filler of ever smaller sizes, until not even the smallest fits. */
async function fill(smallest, put) {
  let number = 0;
  for (let size = LARGEST; size >= smallest; size /= 2) {
    while (await put(`${FILLER}/${number}`, size)) number += 1;
  }
}

function isFull(error) {
  if (error?.name === "QuotaExceededError") return true;
  throw error;
}

function putText(key, size) {
  try {
    localStorage.setItem(key, "x".repeat(size));
    return true;
  } catch (error) {
    return !isFull(error);
  }
}

const opened = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(FILLER);
    request.onupgradeneeded = () => request.result.createObjectStore(FILLER);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Bytes that no browser can make smaller. */
function noise(size) {
  const most = 65_536;
  const bytes = new Uint8Array(size);
  for (let from = 0; from < size; from += most) crypto.getRandomValues(bytes.subarray(from, from + most));
  return bytes;
}

/** With a connection of its own: after a full one, Firefox lets the next only delete. */
async function putRecord(key, size) {
  const database = await opened();
  const error = await new Promise((resolve) => {
    const transaction = database.transaction(FILLER, "readwrite", { durability: "strict" });
    transaction.objectStore(FILLER).put(noise(size), key);
    transaction.oncomplete = () => resolve(null);
    transaction.onabort = () => resolve(transaction.error);
  });
  database.close();
  return error === null || !isFull(error);
}

/** What a database without room does: it takes the request, and undoes the transaction. */
function refuseRecords() {
  const { put } = IDBObjectStore.prototype;
  window.journeyRoom = () => (IDBObjectStore.prototype.put = put);
  IDBObjectStore.prototype.put = function (...given) {
    const { transaction } = this;
    const request = put.apply(this, given);
    const error = new DOMException("there is no room", "QuotaExceededError");
    Object.defineProperty(transaction, "error", { value: error, configurable: true });
    request.addEventListener("success", () => transaction.abort(), { once: true });
    return request;
  };
}

const steps = {
  fill_texts: () => fill(1, putText),

  /** Leaves less room than twice `left` bytes. */
  fill_records: (left) => fill(Number.isInteger(left) ? left : 1, putRecord),

  free_records: () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(FILLER);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    }),

  refuse_records: refuseRecords,

  accept_records: () => window.journeyRoom(),
};

Promise.resolve(steps[step](...given)).then(
  () => done(null),
  (error) => done(String(error)),
);
