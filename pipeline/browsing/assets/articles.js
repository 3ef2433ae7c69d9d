"use strict";
// The list of articles: [page, title, published, id, populations, percentages, organizations, dates].
{
  const TYPES = ["population", "percentage", "organization", "date"];
  const facts = (row) => row[4] + row[5] + row[6] + row[7];
  const byTitle = (a, b) => a[1].localeCompare(b[1], "en", { numeric: true });
  const ORDERS = {
    title: byTitle,
    published: (a, b) => (b[2] || "").localeCompare(a[2] || "") || byTitle(a, b),
    facts: (a, b) => facts(b) - facts(a) || byTitle(a, b),
  };
  const at = (id) => document.getElementById(id);

  const draw = ([page, title, published, id, ...counts]) => site.make(
    "li", {},
    site.make("a", { href: page }, title),
    site.make("span", { class: "when" }, published || id),
    site.make("div", { class: "tallies" }, counts.map((count, i) => count === 0 ? null
      : site.make("span", { class: `tally ${TYPES[i]}s` }, site.count(count, TYPES[i])))),
  );
  const show = site.paged(at("list"), at("more"), 60, draw);

  const update = () => {
    const wanted = site.fold(at("filter").value.trim());
    const found = site.data.articles.filter((row) => site.fold(row[1]).includes(wanted));
    show(found.sort(ORDERS[at("order").value]));
    at("count").textContent = wanted ? `${site.count(found.length, "article")} of ${site.number(site.data.articles.length)}` : "";
  };
  at("filter").addEventListener("input", site.quick(update));
  at("order").addEventListener("change", update);
  update();
  site.ready();
}
