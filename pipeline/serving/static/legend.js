// The legend: colours, counts, and which types are shown.

import { byId, make } from "./elements.js";
import { TYPES } from "./types.js";

const hidden = new Set();

export function render(record) {
  const keys = TYPES.map((type) => keyOf(type, record[type].length));
  byId("legend").replaceChildren(byId("legend").firstElementChild, ...keys);
  apply();
}

function keyOf(type, count) {
  const input = make("input", { type: "checkbox", checked: !hidden.has(type) });
  input.addEventListener("change", () => {
    if (input.checked) hidden.delete(type);
    else hidden.add(type);
    apply();
  });
  const number = make("span", { class: "count" }, String(count));
  return make("label", { class: `key ${type}` }, input, make("span", {}, type), number);
}

/** Hide and show what the legend says, after article or facts were made anew. */
export function apply() {
  for (const type of TYPES) {
    byId("article").classList.toggle(`without-${type}`, hidden.has(type));
    byId("facts").querySelector(`[data-type=${type}]`).hidden = hidden.has(type);
  }
}
