// The fields of a fact as a form; which there are, and what they may hold, the record's schema says.

import { make } from "./elements.js";
import { headOf, LABELS, MODELS, TYPES } from "./types.js";

// What follows from the rest, or is the pipeline's own.
const NOT_EDITED = new Set(["id", "mentions", "confidence", "earliest", "latest"]);
const HINTS = { edtf: "EDTF, such as 1937-08", time: "EDTF", founded: "EDTF" };

/** A form for a fact; `on.save(fields)`, `on.relabel(label)`, `on.cancel()`, `on.selection()`. */
export function editorOf(schema, type, fact, siblings, on) {
  const properties = schema.$defs[MODELS[type]].properties;
  const names = Object.keys(properties).filter((name) => !NOT_EDITED.has(name));
  const fields = names.map((name) => fieldOf(schema, name, properties[name], fact[name], on));
  const form = make(
    "form",
    { class: "edit" },
    make("div", { class: "grid" }, ...fields.map((field) => field.element)),
    make("div", { class: "grid also" }, labelChoice(type, on), sameAs(type, fact, siblings, on)),
    make(
      "div",
      { class: "actions" },
      make("button", { type: "submit", class: "main" }, "Apply"),
      make("button", { type: "button", onclick: on.cancel }, "Cancel"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    on.save(changes(fields, fact));
  });
  return form;
}

/** The fields that are not as they were. */
function changes(fields, fact) {
  const edits = fields.map(({ name, read }) => [name, read()]);
  return Object.fromEntries(
    edits.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(fact[name])),
  );
}

function fieldOf(schema, name, property, value, on) {
  const kinds = (property.anyOf ?? [property]).map((each) => resolved(schema, each));
  const kind = kinds.find(({ type }) => type !== "null");
  const makers = { boolean: flag, array: name === "leaders" ? leaders : lines, object: place };
  const maker = kind.enum ? choice : (makers[kind.type] ?? plain);
  return { name, ...maker(name, value, kinds, on) };
}

const resolved = (schema, { $ref, ...own }) =>
  $ref ? schema.$defs[$ref.split("/").at(-1)] : own;

const labelled = (name, ...controls) =>
  make("label", {}, make("span", {}, name.replaceAll("_", " ")), ...controls);

function plain(name, value, kinds) {
  const numeric = kinds.some(({ type }) => type === "integer" || type === "number");
  const step = kinds.some(({ type }) => type === "number") ? "any" : "1";
  const input = make("input", {
    value: value ?? "",
    placeholder: HINTS[name],
    ...(numeric ? { type: "number", step } : {}),
  });
  const read = () => {
    if (input.value.trim() === "") return null;
    return numeric ? Number(input.value) : input.value.trim();
  };
  return { element: labelled(name, input), read };
}

function choice(name, value, kinds) {
  const none = kinds.some(({ type }) => type === "null");
  const values = kinds.find((kind) => kind.enum).enum;
  const options = [...(none ? [""] : []), ...values].map((each) =>
    make("option", { value: each, selected: each === (value ?? "") }, each.replaceAll("_", " ") || "—"),
  );
  const select = make("select", {}, ...options);
  return { element: labelled(name, select), read: () => select.value || null };
}

function flag(name, value) {
  const input = make("input", { type: "checkbox", checked: value });
  return { element: labelled(name, input), read: () => input.checked };
}

function lines(name, value) {
  const area = make("textarea", { rows: "2" });
  area.value = value.join("\n");
  const read = () => area.value.split("\n").map((line) => line.trim()).filter(Boolean);
  return { element: labelled(`${name}, one a line`, area), read };
}

function place(name, value) {
  const title = make("input", { value: value?.name ?? "", placeholder: "name" });
  const code = make("input", {
    value: value?.code ?? "",
    placeholder: "ISO 3166",
    "aria-label": "place code",
    size: "7",
  });
  const read = () =>
    title.value.trim() ? { name: title.value.trim(), code: code.value.trim() || null } : null;
  return { element: labelled(name, make("span", { class: "pair" }, title, code)), read };
}

/** Persons with their roles; a new one is the person whose name is selected in the article. */
function leaders(name, value, kinds, on) {
  const list = make("ul", { class: "leaders" });
  const rows = [];
  const add = (leader) => {
    const person = make("input", { value: leader.person, "aria-label": "person" });
    const role = make("input", { value: leader.role, "aria-label": "role", placeholder: "role" });
    const row = { leader, person, role };
    const remove = () => {
      rows.splice(rows.indexOf(row), 1);
      item.remove();
    };
    const button = make("button", { type: "button", onclick: remove, "aria-label": "Remove" }, "×");
    const item = make("li", { class: "pair" }, person, role, button);
    rows.push(row);
    list.append(item);
  };
  value.forEach(add);
  const selected = () => {
    const found = on.selection();
    if (found) add({ start: found.start, end: found.end, person: found.text, role: "" });
  };
  const more = make("button", { type: "button", onclick: selected }, "Add the selected name");
  const read = () =>
    rows.map(({ leader, person, role }) => ({
      start: leader.start,
      end: leader.end,
      person: person.value.trim(),
      role: role.value.trim(),
    }));
  return { element: make("div", { class: "whole" }, make("span", {}, name), list, more), read };
}

function labelChoice(type, on) {
  const options = TYPES.map((each) =>
    make("option", { value: LABELS[each], selected: each === type }, LABELS[each]),
  );
  const select = make("select", { onchange: () => on.relabel(select.value) }, ...options);
  return labelled("this is a", select);
}

function sameAs(type, fact, siblings, on) {
  const others = siblings.filter(({ id }) => id !== fact.id);
  const options = others.map((other) =>
    make("option", { value: other.id }, `${other.id}: ${headOf(type, other)}`),
  );
  const select = make(
    "select",
    { onchange: () => on.save({ id: select.value }) },
    make("option", { value: "" }, "—"),
    ...options,
  );
  return labelled("same fact as", select);
}
