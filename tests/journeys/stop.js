// A program that stops itself, as ours would: at once, or later where its script says so.
{
  // Its one function, `f`, is one instruction: `unreachable`.
  const program = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(program))).exports;
  if ("later" in document.currentScript.dataset) Promise.resolve().then(f);
  else f();
}
