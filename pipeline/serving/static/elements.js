// Elements made of text alone: whatever an article holds, none of it becomes markup.

/** An element with properties (`class`, `on…` and attributes) and children (elements or strings). */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** On a narrow screen, show the article or the facts. */
export function view(name) {
  document.body.dataset.view = name;
  document.body.dispatchEvent(new Event("viewchange"));
}

/** Scroll an element into the middle, at once for those who want no motion. */
export function scroll(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

/** Let an element be seen, whichever view it is in. */
export function reveal(element, { focus = false } = {}) {
  if (!element) return;
  view(element.closest("#facts") ? "facts" : "article");
  scroll(element);
  if (focus) element.focus({ preventScroll: true });
}
