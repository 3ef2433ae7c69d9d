// The page: an article in, its facts seen, corrected and taken away.

import * as adding from "./adding.js";
import * as api from "./api.js";
import * as articleView from "./article.js";
import { editorOf } from "./editor.js";
import { byId, make, reveal, scroll, view } from "./elements.js";
import * as factsView from "./facts.js";
import * as input from "./input.js";
import * as legend from "./legend.js";
import * as marks from "./marks.js";
import { saveGold, saveRecord } from "./saving.js";
import * as spans from "./spans.js";
import { factsOf } from "./types.js";

const state = { gold: null, segments: [], problems: [], history: [], opened: null, unsaved: false };
let schema = null;

function say(words, kind = "") {
  const status = byId("status");
  status.textContent = words;
  status.className = kind;
}

/** Run what may fail, once at a time, its outcome told. */
async function attempt(doing, work) {
  if (document.body.hasAttribute("aria-busy")) return;
  document.body.setAttribute("aria-busy", "true");
  say(doing, "busy");
  try {
    await work();
  } catch (error) {
    say(error.message, "error");
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

const found = () => `${factsOf(state.gold).length} facts found.`;

async function begin(asking) {
  if (state.unsaved && !confirm("Leave the corrections of this article unsaved?")) return;
  await attempt("Reading …", async () => {
    schema ??= await api.schema();
    const { gold, segments, problems } = await asking();
    Object.assign(state, { gold, segments, problems, history: [], opened: null, unsaved: false });
    byId("text").value = gold.text;
    byId("id").value = gold.article.id;
    byId("input-title").textContent = gold.article.title ?? gold.article.id;
    byId("input").open = false;
    byId("result").hidden = byId("bar").hidden = false;
    show();
    say([found(), ...toMend()].join(" "));
  });
}

/** Send corrected spans; what comes back is the new draft. `done` is the span to look at then. */
function correct(change, done) {
  attempt("Correcting …", async () => {
    const before = { gold: state.gold, problems: state.problems };
    const answer = await api.corrected(state.gold, change(spans.spansOf(state.gold)));
    state.history.push(before);
    Object.assign(state, { gold: answer.gold, problems: answer.problems, unsaved: true });
    state.opened = openedAfter(answer.notes, done);
    show();
    const words = answer.notes.map(({ fact, words: said }) => (fact ? `${fact}: ${said}` : said));
    say([...words, ...toMend()].join("; ") || "Nothing changed.");
    if (state.opened) reveal(byId(state.opened), { focus: true });
    else if (done) marks.focusFrom(done.start);
  });
}

function toMend() {
  const count = state.problems.length;
  return count ? [`${count} to mend before it is gold, listed above the article`] : [];
}

/** The fact to look at next: the one at the span that was added or kept, else the one a note names. */
function openedAfter(notes, span) {
  const mentions = articleView.mentionsOf(factsOf(state.gold));
  const at = ({ mention }) => mention.start === span.start && mention.end === span.end;
  const home = span && mentions.find(at);
  return home?.fact.id ?? notes.find(({ fact }) => fact)?.fact ?? null;
}

function undo() {
  Object.assign(state, state.history.pop(), { opened: null });
  show();
  say("Undone.");
}

function show() {
  const facts = factsOf(state.gold);
  articleView.render(byId("article"), state.segments, articleView.mentionsOf(facts));
  factsView.render(byId("facts"), state.gold, state.opened, handlers);
  marks.outline(state.opened);
  legend.render(state.gold);
  showProblems();
  byId("undo").disabled = state.history.length === 0;
  byId("save").disabled = state.problems.length > 0;
  adding.hide();
}

function open(id) {
  state.opened = id;
  factsView.render(byId("facts"), state.gold, id, handlers);
  marks.outline(id);
  legend.apply();
}

const mentionAt = (ref) =>
  articleView.mentionsOf(factsOf(state.gold)).find((each) => each.ref === ref).mention;

const handlers = {
  open(id) {
    open(id);
    byId(id ?? "facts")?.focus({ preventScroll: true });
    if (id && matchMedia("(min-width: 60rem)").matches) scroll(marks.markOf(`${id}_0`));
  },
  mention: (ref) => reveal(marks.markOf(ref), { focus: true }),
  remove: (fact) => correct((all) => spans.withoutFact(all, fact.id), fact.mentions[0]),
  removeMention: (ref) => correct((all) => spans.withoutMention(all, ref), mentionAt(ref)),
  edit(type, fact) {
    const first = fact.mentions[0];
    const place = document.querySelector(`[data-editor="${fact.id}"]`);
    const form = editorOf(schema, type, fact, state.gold[type], {
      save: (fields) => correct((all) => spans.changed(all, fact.id, fields), fields.id ? null : first),
      relabel: (label) => correct((all) => spans.relabelled(all, fact.id, label), first),
      cancel: () => place.replaceChildren(),
      selection: adding.current,
    });
    place.replaceChildren(form);
    form.querySelector("input, select, textarea").focus();
  },
};

function showProblems() {
  byId("mend").hidden = state.problems.length === 0;
  const items = state.problems.map(({ fact, seen, remedy }) => {
    const words = `${seen}: ${remedy}`;
    if (!fact) return make("li", {}, words);
    const go = () => {
      open(fact);
      reveal(byId(fact), { focus: true });
    };
    return make("li", {}, make("button", { type: "button", class: "link", onclick: go }, fact), ` ${words}`);
  });
  byId("problems").replaceChildren(...items);
}

function listenToViews() {
  const buttons = document.querySelectorAll(".views button");
  const tell = () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === document.body.dataset.view));
    }
  };
  for (const button of buttons) button.addEventListener("click", () => view(button.dataset.view));
  document.body.addEventListener("viewchange", tell);
}

listenToViews();
marks.listen({
  open(id) {
    open(id);
    reveal(byId(id), { focus: true });
  },
  remove: handlers.removeMention,
});
adding.listen({
  opened: () => factsOf(state.gold).find(({ fact }) => fact.id === state.opened),
  add: (span, label, id) => correct((all) => spans.added(all, span, label, id), span),
  missed: (words) => say(`“${words}” is not in the article.`, "error"),
  move: (span, ref) => correct((all) => spans.moved(all, ref, span), span),
});
input.listen({
  article: (article) => begin(() => api.draftOf(article)),
  file: (file, type, id) => begin(() => api.draftOfFile(file, type, id)),
});
byId("undo").addEventListener("click", undo);
byId("download").addEventListener("click", () => saveRecord(state.gold));
byId("save").addEventListener("click", () => {
  saveGold(state.gold, byId("style").value);
  state.unsaved = false;
});
addEventListener("beforeunload", (event) => {
  if (state.unsaved) event.preventDefault();
});
