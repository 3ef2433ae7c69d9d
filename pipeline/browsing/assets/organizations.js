"use strict";
// Organizations: [name, type, place, founded, aliases, [[person, role, article]], [[article, fact, words, sentence]], year].
{
  const at = (id) => document.getElementById(id);
  const rows = site.data.organizations.map((row) => ({
    row, folded: site.fold([row[0], ...row[4], ...row[5].map((leader) => leader[0])].join("\n")),
  }));
  const byName = (a, b) => a.row[0].localeCompare(b.row[0], "en");
  const year = ({ row }) => row[7] ?? Infinity;
  const ORDERS = {
    told: (a, b) => b.row[6].length - a.row[6].length || byName(a, b),
    name: byName,
    founded: (a, b) => (year(a) === year(b) ? byName(a, b) : year(a) - year(b)),
  };
  const chosen = new Set();

  // Its place in each article, the first where it is a fact twice.
  const articlesOf = (told) => told.filter(([article], i) => told.findIndex(([other]) => other === article) === i);

  const draw = ({ row: [name, type, place, founded, aliases, leaders, told] }) => site.make(
    "li", {},
    site.make("h2", {}, name),
    site.make("p", { class: "about" }, site.make("span", {}, type),
      [place, founded ? `founded ${founded}` : null].filter(Boolean).join(" · ")),
    leaders.length === 0 ? null : site.make("ul", { class: "leaders" }, leaders.map(([person, role]) => site.make(
      "li", {}, person, site.make("small", {}, `, ${role}`)))),
    aliases.length === 0 ? null : site.make("p", { class: "aliases" }, `also ${aliases.join("; ")}`),
    site.make("ul", { class: "told-in", "aria-label": "Told in" },
      articlesOf(told).map(([article, fact]) => site.make("li", {}, site.article(article, fact)))),
  );
  const show = site.paged(at("list"), at("more"), 60, draw);

  const update = () => {
    const wanted = site.fold(at("filter").value.trim());
    const found = rows.filter(({ row, folded }) => (chosen.size === 0 || chosen.has(row[1]))
      && folded.includes(wanted) && (!at("led").checked || row[5].length));
    show(found.sort(ORDERS[at("order").value]));
    at("count").textContent = site.count(found.length, "body").replace("bodys", "bodies");
  };

  const counts = new Map();
  rows.forEach(({ row }) => counts.set(row[1], (counts.get(row[1]) || 0) + 1));
  [...counts].sort((a, b) => b[1] - a[1]).forEach(([type, count]) => {
    const chip = site.chip(type, count, false, () => {
      if (!chosen.delete(type)) chosen.add(type);
      chip.setAttribute("aria-pressed", String(chosen.has(type)));
      update();
    });
    at("types").append(chip);
  });

  at("filter").value = new URLSearchParams(location.search).get("q") || "";
  at("filter").addEventListener("input", site.quick(update));
  at("order").addEventListener("change", update);
  at("led").addEventListener("change", update);
  update();
  site.ready();
}
