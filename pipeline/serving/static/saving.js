// Files for the user to keep; nothing of them goes through the service again.

import { make } from "./elements.js";
import { slugOf } from "./input.js";

function save(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const fileName = (gold, suffix) => `${slugOf(gold.article.id)}.${suffix}`;

/** The record as `ehistory extract` has it: the gold line without what makes it gold. */
export function saveRecord({ text, format, style, ignore, input, ...record }) {
  save(`${JSON.stringify(record, null, 2)}\n`, fileName(record, "json"), "application/json");
}

/** The gold line, for `ehistory annotate check` and `ehistory evaluate --gold`. */
export function saveGold(gold, style) {
  save(`${JSON.stringify({ ...gold, style })}\n`, fileName(gold, "gold.jsonl"), "application/jsonl");
}
