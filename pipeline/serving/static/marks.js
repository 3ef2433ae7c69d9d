// The article's marks by mouse and keyboard: one of them is in the order of tabs, arrows go on.

import { byId } from "./elements.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const marks = () => [...byId("article").querySelectorAll("mark")];

/** The mark of a mention ("pop-1_0"). */
export const markOf = (ref) => marks().find((mark) => mark.dataset.refs.split(" ").includes(ref));

/** Outline the marks of the open fact. */
export function outline(id) {
  for (const mark of marks()) mark.classList.toggle("opened", mark.dataset.facts.split(" ").includes(id));
}

/** Go on from where a mark was: to the next one, or the last. */
export function focusFrom(start) {
  const all = marks();
  const next = all.findIndex((mark) => Number(mark.dataset.start) >= start);
  if (all.length) go(all, next < 0 ? all.length - 1 : next);
}

/** Listen to the article; `on.open(id)` and `on.remove(ref)` are told the mark's own fact and mention. */
export function listen(on) {
  byId("article").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark && document.getSelection().isCollapsed) on.open(idOf(mark));
  });
  byId("article").addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark");
    const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (mark && !held && acted(event.key, mark, on)) event.preventDefault();
  });
}

const idOf = (mark) => mark.dataset.ref.replace(/_\d+$/, "");

function acted(key, mark, on) {
  const all = marks();
  if (key in STEPS) go(all, all.indexOf(mark) + STEPS[key]);
  else if (key === "Home") go(all, 0);
  else if (key === "End") go(all, all.length - 1);
  else if (key === "Enter" || key === " ") on.open(idOf(mark));
  else if (key === "Delete") on.remove(mark.dataset.ref);
  else return false;
  return true;
}

function go(all, number) {
  const mark = all[Math.max(0, Math.min(number, all.length - 1))];
  for (const each of all) each.tabIndex = each === mark ? 0 : -1;
  mark.focus();
}
