// Keeps the page's questions about the screen, so that the bench can answer them anew.
const ask = window.matchMedia.bind(window);
window.asked = [];
window.matchMedia = (query) => {
  const list = ask(query);
  window.asked.push(list);
  return list;
};
