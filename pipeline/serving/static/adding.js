// What is selected in the article, and the bar to add it with.

import { selectWords, selectedIn } from "./article.js";
import { byId, make } from "./elements.js";
import { LABELS, TYPES } from "./types.js";

const SHOWN_CHARS = 90;
let selected = null;

export const current = () => selected;

export function hide() {
  selected = null;
  byId("adding").hidden = true;
}

/** Listen to selections; `on.opened()` gives the open fact, `on.add` and `on.move` act on a stretch.
 *
 *  Words can be found, too, for those who select without a mouse; `on.missed` where they are not there.
 */
export function listen(on) {
  document.addEventListener("selectionchange", () => {
    const found = selectedIn(byId("article"));
    if (found) show(found, on);
    else if (!byId("adding").contains(document.activeElement)) byId("adding").hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || byId("adding").hidden) return;
    document.getSelection().removeAllRanges();
    hide();
  });
  byId("finding").addEventListener("submit", (event) => {
    event.preventDefault();
    if (selectWords(byId("article"), byId("words").value)) {
      show(selectedIn(byId("article")), on);
      byId("choices").firstElementChild.focus();
    } else {
      on.missed(byId("words").value);
    }
  });
}

function show(found, on) {
  selected = found;
  const { text } = found;
  byId("selected").textContent = text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
  byId("choices").replaceChildren(...choices(found, on));
  byId("adding").hidden = false;
}

function choices(found, on) {
  const buttons = TYPES.map((type) =>
    make(
      "button",
      { type: "button", class: `key ${type}`, onclick: () => on.add(found, LABELS[type], null) },
      LABELS[type],
    ),
  );
  const home = on.opened();
  return home ? [...buttons, ...choicesFor(home, found, on)] : buttons;
}

/** What the stretch can be to the open fact: one more mention, or the new bounds of one it overlaps. */
function choicesFor({ type, fact }, found, on) {
  const more = () => on.add(found, LABELS[type], fact.id);
  const buttons = [make("button", { type: "button", onclick: more }, `one more mention of ${fact.id}`)];
  const overlaps = ({ start, end }) => start < found.end && found.start < end;
  const number = fact.mentions.findIndex(overlaps);
  if (number >= 0) {
    const move = () => on.move(found, `${fact.id}_${number}`);
    buttons.push(make("button", { type: "button", onclick: move }, `the bounds of ${fact.id}`));
  }
  return buttons;
}
