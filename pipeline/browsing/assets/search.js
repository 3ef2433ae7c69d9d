"use strict";
// Search over titles, names and texts ([[names], text], an article each): all words must be there, best first.
// A text is looked through as it is: for some thousands of articles that is quicker than loading an index.
{
  const at = (id) => document.getElementById(id);
  const question = (new URLSearchParams(location.search).get("q") || "").trim();
  const words = site.fold(question).split(/\s+/).filter(Boolean);
  const AROUND = 90;

  const letter = /[\p{L}\p{N}]/u;
  // Where a word begins in a text, as itself or as the beginning of another.
  const find = (text, word) => {
    for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      if (i === 0 || !letter.test(text[i - 1])) return i;
    }
    return -1;
  };

  const score = (title, names, text) => {
    let sum = 0;
    for (const word of words) {
      const found = (find(title, word) >= 0 ? 9 : 0) + (find(names, word) >= 0 ? 3 : 0) + (find(text, word) >= 0 ? 1 : 0);
      if (found === 0) return 0;
      sum += found;
    }
    // Words side by side, as they were asked for, tell more than words anywhere.
    return sum + (words.length > 1 && text.includes(words.join(" ")) ? 6 : 0);
  };

  const marked = (text, start, end) => {
    const parts = [];
    const folded = site.fold(text);
    let done = start;
    while (done < end) {
      const hits = words.map((word) => [find(folded.slice(done, end), word), word]).filter(([i]) => i >= 0);
      if (hits.length === 0) break;
      const [i, word] = hits.sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0];
      parts.push(text.slice(done, done + i), site.make("mark", {}, text.slice(done + i, done + i + word.length)));
      done += i + word.length;
    }
    return [...parts, text.slice(done, end)];
  };

  const excerpt = (text) => {
    const folded = site.fold(text);
    const first = Math.min(...words.map((word) => find(folded, word)).filter((i) => i >= 0), text.length);
    const from = first === text.length ? 0 : Math.max(0, first - AROUND);
    const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
    const end = start + 3 * AROUND < text.length ? text.lastIndexOf(" ", start + 3 * AROUND) : text.length;
    return [start > 0 ? "… " : "", ...marked(text, start, end), end < text.length ? " …" : ""];
  };

  const draw = ([number]) => site.make("li", {}, site.article(number), site.make("p", {}, excerpt(site.data.texts[number][1])));
  const show = site.paged(at("list"), at("more"), 30, draw);

  at("question").value = question;
  document.querySelector(".find input").value = question;
  if (words.length) {
    document.title = `${question} · Search`;
    const found = site.data.texts
      .map(([names, text], i) => [i, score(site.fold(site.data.articles[i][1]), site.fold(names.join("\n")), site.fold(text))])
      .filter(([, points]) => points > 0)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const bodies = site.data.organizations
      .filter((row) => words.every((word) => find(site.fold([row[0], ...row[4], ...row[5].map((l) => l[0])].join("\n")), word) >= 0));
    at("count").textContent = `${site.count(found.length, "article")} for “${question}”`;
    at("articles-found").hidden = found.length === 0;
    at("bodies-found").hidden = bodies.length === 0;
    at("bodies").append(...bodies.slice(0, 5).map((row) => site.make(
      "li", {}, site.make("span", { class: "when" }, row[1]),
      site.make("span", {}, site.make("a", { href: `organizations.html?q=${encodeURIComponent(row[0])}` }, row[0]),
        row[5].length ? ` – ${row[5].map(([person, role]) => `${person}, ${role}`).join("; ")}` : ""))));
    show(found);
  } else {
    at("question").focus();
  }
  site.ready();
}
