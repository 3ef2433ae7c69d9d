// The article's way in: pasted, chosen or dropped.

import { byId } from "./elements.js";

const EXAMPLE = `Kurds of Zhambyl Region

In 1937 the first families were moved to the Kazakh SSR from the border of Azerbaijan, about 3 thousand persons. According to the census of 1989 some 25,371 Kurds lived in Kazakhstan, of them 12 thousand in Zhambyl Region; in the second half of the 20th century their share in the district grew to 6.2 percent.

The Association of Kurds of Kazakhstan "Barbang" was founded in 1993; its president is Knyaz Mirzoev. Last year more than 400 guests came to its congress in Almaty.`;

const isPage = (text) => /^\s*<(?:!doctype|html|head|body|article|p|div)\b/i.test(text);

/** A name for an article: letters and digits of a title or file name. */
export function slugOf(text) {
  const slug = text.normalize("NFKD").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return slug.slice(0, 6).join("-").slice(0, 80) || "article";
}

/** What the form holds, as the service takes it. */
export function articleInForm() {
  const text = byId("text").value;
  const id = byId("id").value.trim() || slugOf(text.replace(/<[^>]*>/g, " ").trim().split("\n")[0]);
  if (isPage(text)) return { html: text, id };
  const published = byId("published").value;
  return published ? { text, id, published } : { text, id };
}

/** Listen to the form and to files; `on.article(article)`, `on.file(file, type, id)`. */
export function listen(on) {
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    on.article(articleInForm());
  });
  byId("example").addEventListener("click", () => {
    byId("text").value = EXAMPLE;
    byId("id").value = "kurds-of-zhambyl";
    byId("published").value = "2014-05-01";
    on.article(articleInForm());
  });
  byId("file").addEventListener("change", (event) => {
    take(event.target.files[0], on);
    event.target.value = "";
  });
  listenToDrops(on);
}

function listenToDrops(on) {
  const cover = byId("drop");
  const holdsFile = (event) => event.dataTransfer?.types.includes("Files");
  const show = (shown) => (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    cover.hidden = !shown;
  };
  addEventListener("dragenter", show(true));
  addEventListener("dragover", show(true));
  cover.addEventListener("dragleave", show(false));
  addEventListener("drop", (event) => {
    show(false)(event);
    take(event.dataTransfer?.files[0], on);
  });
}

function take(file, on) {
  if (!file) return;
  const page = /\.html?$/i.test(file.name) || file.type === "text/html";
  on.file(file, page ? "text/html" : "text/plain", slugOf(file.name.replace(/\.[^.]*$/, "")));
}
