// The facts in tables, one a type; a fact opens to its mentions and to what can be done with it.

import { make } from "./elements.js";
import { COLUMNS, headOf, LABELS, TYPES } from "./types.js";

/** Fill the pane; `on` holds what is done with a fact: open, mention, edit, remove, removeMention. */
export function render(pane, record, opened, on) {
  const tables = TYPES.map((type) => tableOf(type, record[type], opened, on));
  pane.replaceChildren(make("h2", { class: "unseen" }, "The facts"), ...tables);
}

function tableOf(type, facts, opened, on) {
  const title = type[0].toUpperCase() + type.slice(1);
  const section = make("section", { class: `facts-of ${type}`, "data-type": type });
  section.append(make("h3", {}, title, " ", make("span", { class: "count" }, String(facts.length))));
  if (facts.length === 0) {
    section.append(make("p", { class: "hint" }, "None in this article."));
    return section;
  }
  const first = type === "organizations" ? "Name" : type === "dates" ? "EDTF" : "Value";
  const heads = [first, ...COLUMNS[type].map(([name]) => name)];
  const rows = facts.flatMap((fact) => rowsOf(type, fact, fact.id === opened, on));
  section.append(
    make(
      "div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": title },
      make(
        "table",
        {},
        make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
        make("tbody", {}, ...rows),
      ),
    ),
  );
  return section;
}

function rowsOf(type, fact, open, on) {
  const count = fact.mentions.length;
  const button = make(
    "button",
    {
      type: "button",
      class: "fact",
      id: fact.id,
      "aria-expanded": String(open),
      onclick: () => on.open(open ? null : fact.id),
    },
    headOf(type, fact),
    count > 1 ? make("span", { class: "count", title: `${count} mentions` }, `×${count}`) : null,
  );
  const cells = COLUMNS[type].map(([, values]) => cellOf(values(fact)));
  const row = make("tr", { class: open ? "open" : null }, make("th", { scope: "row" }, button), ...cells);
  return open ? [row, detailRow(type, fact, cells.length + 1, on)] : [row];
}

function cellOf(values) {
  const lines = values.filter((value) => value !== null && value !== undefined);
  return make("td", {}, ...lines.map((line) => make("span", { class: "line" }, line)));
}

function detailRow(type, fact, span, on) {
  const id = make("span", { class: "id" }, `${fact.id}, confidence ${fact.confidence.toFixed(2)}`);
  const actions = make(
    "div",
    { class: "actions" },
    id,
    make("button", { type: "button", onclick: () => on.edit(type, fact) }, "Edit"),
    make(
      "button",
      { type: "button", class: "danger", onclick: () => on.remove(fact) },
      `Delete ${LABELS[type]}`,
    ),
  );
  const mentions = fact.mentions.map((mention, number) => mentionOf(fact, mention, number, on));
  return make(
    "tr",
    { class: "detail" },
    make(
      "td",
      { colspan: String(span) },
      make("ul", { class: "mentions" }, ...mentions),
      actions,
      make("div", { class: "editor", "data-editor": fact.id }),
    ),
  );
}

function mentionOf(fact, mention, number, on) {
  const ref = `${fact.id}_${number}`;
  const go = make(
    "button",
    { type: "button", class: "sentence", "data-mention": ref, onclick: () => on.mention(ref) },
    ...sentenceOf(mention),
    mention.duplicate ? make("span", { class: "retold" }, "retold") : null,
  );
  const remove = make(
    "button",
    {
      type: "button",
      class: "remove",
      title: "Delete this mention",
      "aria-label": `Delete the mention ${mention.text}`,
      onclick: () => on.removeMention(ref),
    },
    "×",
  );
  return make("li", {}, go, remove);
}

/** The sentence with the mention in bold, where the two agree letter by letter. */
function sentenceOf({ sentence, text }) {
  const at = sentence.indexOf(text);
  if (at < 0) return [make("b", {}, text), ` — ${sentence}`];
  return [sentence.slice(0, at), make("b", {}, text), sentence.slice(at + text.length)];
}
