// Forbids storage as a sandboxed page finds it, for an engine that would not run the app in one.
(() => {
  const deny = () => {
    throw new DOMException("storage is forbidden", "SecurityError");
  };
  for (const place of ["localStorage", "sessionStorage"]) Object.defineProperty(window, place, { get: deny });
  for (const way of ["open", "databases", "deleteDatabase"]) IDBFactory.prototype[way] = deny;
})();
