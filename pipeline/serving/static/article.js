// The article as it reads, its mentions marked; the selection as raw offsets.
//
// Offsets of records count characters (code points), those of the page UTF-16 units: each text node
// is kept with the raw stretch that it shows.

import { make } from "./elements.js";
import { headOf, LABELS } from "./types.js";

const places = new WeakMap();

const pointsOf = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
const joined = (points) => (typeof points === "string" ? points : points.join(""));

/** Mentions with their facts, in text order, longer ones first. */
export function mentionsOf(facts) {
  const found = facts.flatMap(({ type, fact }) =>
    fact.mentions.map((mention, number) => ({ type, fact, mention, ref: `${fact.id}_${number}` })),
  );
  return found.sort(
    (a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end,
  );
}

/** Fill the article's element with its segments, marks around the mentions. */
export function render(element, segments, mentions) {
  const open = [];
  let next = 0;
  let last = null;
  const nodes = document.createDocumentFragment();

  const covering = (start, end) => {
    while (next < mentions.length && mentions[next].mention.start < end) open.push(mentions[next++]);
    for (let i = open.length - 1; i >= 0; i--) if (open[i].mention.end <= start) open.splice(i, 1);
    return open.filter(({ mention }) => mention.start < end && mention.end > start);
  };

  const add = (text, start, end, segment) => {
    const over = covering(start, end === start ? start + 1 : end);
    const key = over.map(({ ref }) => ref).join(" ") + (segment.furniture ? " furniture" : "");
    if (last === null || last.key !== key) {
      last = { key, element: holder(over, segment, nodes) };
    }
    const node = document.createTextNode(text);
    places.set(node, { start, end, verbatim: segment.verbatim });
    last.element.append(node);
  };

  for (const segment of segments) {
    if (!segment.verbatim) {
      add(segment.text, segment.start, segment.end, segment);
      continue;
    }
    const points = pointsOf(segment.text);
    const edges = edgesIn(segment, mentions, next, open);
    for (let i = 0; i + 1 < edges.length; i++) {
      const [from, to] = [edges[i] - segment.start, edges[i + 1] - segment.start];
      add(joined(points.slice(from, to)), edges[i], edges[i + 1], segment);
    }
  }
  element.replaceChildren(nodes);
  element.querySelector("mark")?.setAttribute("tabindex", "0");
}

/** Where mentions begin or end inside a segment, and its own bounds. */
function edgesIn(segment, mentions, next, open) {
  const found = new Set([segment.start, segment.end]);
  const note = ({ start, end }) => {
    for (const at of [start, end]) if (at > segment.start && at < segment.end) found.add(at);
  };
  for (const { mention } of open) note(mention);
  for (let i = next; i < mentions.length && mentions[i].mention.start < segment.end; i++) {
    note(mentions[i].mention);
  }
  return [...found].sort((a, b) => a - b);
}

/** What a run of text stands in: a mark where mentions cover it, the shortest one foremost. */
function holder(over, segment, parent) {
  if (over.length === 0 && !segment.furniture) return parent;
  const element = over.length ? markOf(over) : make("span", { class: "furniture" });
  if (segment.furniture && over.length) element.classList.add("furniture");
  parent.append(element);
  return element;
}

function markOf(over) {
  const length = ({ mention }) => mention.end - mention.start;
  const [first, ...others] = [...over].sort((a, b) => length(a) - length(b));
  const { type, fact, mention, ref } = first;
  const also = others.map((other) => `also-${other.type}`);
  return make("mark", {
    class: [type, ...also].join(" "),
    role: "button",
    tabindex: "-1",
    "data-ref": ref,
    "data-start": String(mention.start),
    "data-facts": over.map((each) => each.fact.id).join(" "),
    "data-refs": over.map((each) => each.ref).join(" "),
    "aria-label": `${mention.text}: ${LABELS[type]}, ${headOf(type, fact)}`,
  });
}

/** What is selected in the article, {start, end, text}, white space at its edges left out, or null. */
export function selectedIn(element) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const parts = textNodes(element)
    .filter((node) => range.intersectsNode(node))
    .map((node) => partIn(node, range))
    .filter(({ text }) => text);
  return trimmed(parts);
}

/** Select the next place with these words, upper or lower case; whether there is one. */
export function selectWords(element, words) {
  const nodes = textNodes(element);
  const text = nodes.map(({ data }) => data).join("");
  const wanted = words.toLowerCase();
  const from = element.contains(document.getSelection().focusNode) ? endOfSelection(nodes) : 0;
  const places = [text.toLowerCase().indexOf(wanted, from), text.toLowerCase().indexOf(wanted)];
  const at = places.find((place) => place >= 0);
  if (at === undefined || !wanted.trim()) return false;
  const range = document.createRange();
  range.setStart(...pointIn(nodes, at));
  range.setEnd(...pointIn(nodes, at + words.length));
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  return true;
}

function endOfSelection(nodes) {
  const { endContainer, endOffset } = document.getSelection().getRangeAt(0);
  const number = nodes.indexOf(endContainer);
  return number < 0 ? 0 : nodes.slice(0, number).reduce((sum, { data }) => sum + data.length, endOffset);
}

/** The text node and the offset in it of an offset in them all. */
function pointIn(nodes, at) {
  let before = 0;
  for (const node of nodes) {
    if (at <= before + node.data.length) return [node, at - before];
    before += node.data.length;
  }
  return [nodes.at(-1), nodes.at(-1).data.length];
}

function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function partIn(node, range) {
  const { start, end, verbatim } = places.get(node);
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.data.length;
  const text = node.data.slice(from, to);
  if (!verbatim) return { text, start, end };
  const first = start + pointsOf(node.data.slice(0, from)).length;
  return { text, start: first, end: first + pointsOf(text).length };
}

function trimmed(parts) {
  const shown = parts.map(({ text }) => text).join("");
  while (parts.length && !parts[0].text.trim()) parts.shift();
  while (parts.length && !parts.at(-1).text.trim()) parts.pop();
  if (!parts.length) return null;
  const before = parts[0].text.length - parts[0].text.trimStart().length;
  const after = parts.at(-1).text.length - parts.at(-1).text.trimEnd().length;
  return {
    start: parts[0].start + before,
    end: parts.at(-1).end - after,
    text: shown.trim(),
  };
}
