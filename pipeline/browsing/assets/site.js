"use strict";
// What all pages share. Words of articles become text nodes and attributes of the page, never markup.
const site = { data: {} };

// An element; `attributes` with null are left out, "on…" are listeners, children are nodes or text.
site.make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
};

// Shows `rows` in `list`, some at a time; `draw` makes the element of a row.
site.paged = (list, more, size, draw) => {
  let rows = [];
  let shown = 0;
  const next = () => {
    const page = rows.slice(shown, shown + size);
    list.append(...page.map(draw));
    shown += page.length;
    more.hidden = shown >= rows.length;
    more.textContent = `Show ${Math.min(size, rows.length - shown)} more of ${rows.length - shown}`;
  };
  more.addEventListener("click", next);
  return (found) => {
    rows = found;
    shown = 0;
    list.replaceChildren();
    next();
  };
};

// Lower case without accents, as long as the text itself.
site.fold = (text) => text.toLowerCase().replace(/[^\x00-\x7f]/g, (c) => {
  const plain = c.normalize("NFKD")[0];
  return plain.length === c.length ? plain : c;
});

site.number = (value) => value.toLocaleString("en").replaceAll(",", "\u202f");
site.count = (value, word) => `${site.number(value)} ${word}${value === 1 ? "" : "s"}`;
site.words = (text) => text.replaceAll("_", " ");
site.quick = (run) => {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  };
};

// The link to the article of a number, at one of its facts.
site.article = (number, fact) => {
  const [page, title] = site.data.articles[number];
  return site.make("a", { href: `${page}${fact ? `#${encodeURIComponent(fact)}` : ""}` }, title);
};

// A sentence with the words of a fact in it set off.
site.quote = (words, sentence, type = "") => {
  const plain = words.split(/\s+/).join(" ");
  const at = sentence.indexOf(plain);
  const parts = at < 0 ? [sentence]
    : [sentence.slice(0, at), site.make("b", {}, plain), sentence.slice(at + plain.length)];
  return site.make("q", { class: type }, ...parts);
};

// A button that is pressed or not.
site.chip = (label, count, pressed, choose) => site.make(
  "button",
  { type: "button", class: "chip", "aria-pressed": String(pressed), onclick: choose },
  site.make("i", { "aria-hidden": "true" }), label,
  count === null ? null : site.make("small", {}, site.number(count)),
);

// Script files run in their order once the page is parsed, each after this one.
site.ready = () => document.documentElement.setAttribute("data-ready", "");
