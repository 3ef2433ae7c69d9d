"use strict";
// Counts: [article, group, kind, unit, value, low, high, words, place, time, start, end, fact, mention, sentence].
{
  const at = (id) => document.getElementById(id);
  const KINDS = [["resident", "circle", "●"], ["moved", "triangle", "▲"], ["lost", "diamond", "◆"], ["other", "rect", "■"]];
  const COLOURS = 8;
  const USUAL = 5; // groups drawn at first
  const MANY = 2000; // counts of all groups, from which elements of their own would be slow
  const NONE = "people of no named group";

  const counts = site.data.populations.map(([article, group, kind, unit, value, low, high, words, place, time, start, end, fact, mention, sentence]) => ({
    article, group: group || NONE, kind, unit, low, high, words, place, time, fact, mention, sentence,
    value: value ?? (low !== null && high !== null ? (low + high) / 2 : low ?? high),
    start: start ?? end, end: end ?? start,
  }));
  const groups = new Map();
  counts.forEach((one) => groups.set(one.group, (groups.get(one.group) || 0) + (one.start === null ? 0 : 1) + 1e-6));
  const names = [...groups.keys()].sort((a, b) => groups.get(b) - groups.get(a) || a.localeCompare(b));
  const named = names.filter((name) => name !== NONE);

  // Colours go to groups in the order in which they are chosen, and stay theirs.
  const chosen = new Map();
  const choose = (name) => {
    if (chosen.delete(name)) return;
    const free = Array.from({ length: COLOURS }, (_, i) => i).find((i) => ![...chosen.values()].includes(i));
    if (free === undefined) {
      const [oldest, colour] = [...chosen][0];
      chosen.delete(oldest);
      chosen.set(name, colour);
    } else {
      chosen.set(name, free);
    }
  };
  const kinds = new Set(KINDS.map(([kind]) => kind));
  const offered = new Set(named.slice(0, 12));

  const colourOf = (name) => site.colour(`group-${chosen.get(name)}`);
  const found = () => counts.filter((one) => chosen.has(one.group) && kinds.has(one.kind)
    && (!at("place").value || one.place === at("place").value));
  const isDrawn = (one) => one.start !== null && one.unit === "persons" && one.value > 0;
  const middle = (one) => (one.start + one.end) / 2;

  // Lines join what can be compared: residents of one group in one place, a count a year.
  const lines = (rows) => {
    const series = new Map();
    rows.filter((one) => one.kind === "resident" && one.place).forEach((one) => {
      const key = `${one.group}\n${one.place}`;
      if (!series.has(key)) series.set(key, new Map());
      series.get(key).set(middle(one), one);
    });
    return [...series.values()].filter((points) => points.size > 1).map((points) => {
      const ordered = [...points.values()].sort((a, b) => middle(a) - middle(b));
      return {
        type: "line", silent: true, symbol: "none", z: 1, tooltip: { show: false },
        lineStyle: { color: colourOf(ordered[0].group), width: 1.5, opacity: 0.55 },
        data: ordered.map((one) => [middle(one), one.value]),
      };
    });
  };

  const lasts = (one) => one.end - one.start > 1.1;
  const isBounded = (one) => one.low && one.high && one.low !== one.high;

  let drawn = [];
  const whisker = (params, api) => {
    const one = drawn[api.value(0)];
    const style = { stroke: colourOf(one.group), lineWidth: 1.5, opacity: 0.5 };
    const [x, y] = api.coord([middle(one), one.value]);
    const children = [];
    if (lasts(one)) {
      children.push({ type: "line", style, shape: { x1: api.coord([one.start, one.value])[0], x2: api.coord([one.end, one.value])[0], y1: y, y2: y } });
    }
    if (isBounded(one)) {
      children.push({ type: "line", style, shape: { x1: x, x2: x, y1: api.coord([middle(one), one.low])[1], y2: api.coord([middle(one), one.high])[1] } });
    }
    return { type: "group", silent: true, children };
  };

  const points = () => KINDS.map(([kind, symbol]) => ({
    id: kind, type: "scatter", symbol, symbolSize: 11, z: 3,
    itemStyle: { borderColor: site.colour("card"), borderWidth: 1 },
    emphasis: { scale: 1.4 },
    data: drawn.flatMap((one, i) => one.kind !== kind ? []
      : [{ value: [middle(one), one.value], number: i, itemStyle: { color: colourOf(one.group) } }]),
  }));

  const about = (one) => [one.kind, one.place, one.time].filter(Boolean).join(" · ");
  const tip = ({ data }) => {
    const one = drawn[data.number];
    return site.make("div", {}, site.make("strong", {}, `${one.words} ${one.group === NONE ? "people" : one.group}`), site.make("br"),
      about(one), site.make("br"), site.quote(one.mention, one.sentence));
  };
  const tell = (one) => site.tell(
    site.make("h2", {}, `${one.words} ${one.group === NONE ? "people" : one.group}`),
    site.make("p", { class: "count" }, about(one)),
    site.make("p", { class: "quote people" }, site.quote(one.mention, one.sentence), " ", site.article(one.article, one.fact)),
  );

  const short = (value) => (value >= 1e6 ? `${value / 1e6} m` : value >= 1e3 ? `${value / 1e3} k` : String(value));
  const draw = (chart) => {
    const axis = site.axis();
    chart.setOption({
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 250,
      grid: { left: 52, right: 16, top: 16, bottom: 62 },
      xAxis: { type: "value", scale: true, ...axis, axisLabel: { ...axis.axisLabel, formatter: site.year }, minInterval: 1 },
      yAxis: { type: at("scale").value, ...axis, axisLabel: { ...axis.axisLabel, formatter: short } },
      tooltip: { trigger: "item", ...site.tip(tip) },
      dataZoom: [{ type: "inside", filterMode: "none", minValueSpan: 5, ...site.wheel }, { ...site.zoomSlider(), filterMode: "none", minValueSpan: 5 }],
      series: [...lines(drawn), ...points(), { type: "custom", renderItem: whisker, silent: true, z: 2, encode: { x: 1, y: 2 }, tooltip: { show: false },
        data: drawn.map((one, i) => [i, middle(one), one.value]).filter(([i]) => lasts(drawn[i]) || isBounded(drawn[i])) }],
    }, true);
  };

  const row = (one) => site.make(
    "tr", {},
    site.make("td", {}, one.time || "–"),
    site.make("td", { class: "number" }, one.words + (one.unit === "persons" ? "" : ` ${one.unit}`)),
    site.make("td", {}, one.group === NONE ? "–" : one.group),
    site.make("td", {}, one.kind),
    site.make("td", {}, one.place || "–"),
    site.make("td", {}, site.article(one.article, one.fact)),
  );
  const table = site.paged(at("list"), at("more"), 50, row);

  const { chart, redraw } = site.chart(at("chart"), draw, counts.length > MANY ? "canvas" : "svg");
  const update = () => {
    const rows = found();
    drawn = rows.filter(isDrawn);
    redraw();
    const left = rows.length - drawn.length;
    at("caption").textContent = `${site.count(drawn.length, "count")} drawn`
      + (left ? `; ${site.number(left)} without a year, or of families and households, in the table alone.` : ".");
    const when = (one) => one.start ?? Infinity;
    table(rows.sort((a, b) => (when(a) === when(b) ? b.value - a.value : when(a) - when(b))));
    at("groups").replaceChildren(at("groups").firstElementChild, ...[...offered].map((name) => {
      const chip = site.chip(name, Math.round(groups.get(name)) || null, chosen.has(name), () => {
        choose(name);
        update();
      });
      if (chosen.has(name)) chip.style.setProperty("--dot", `var(--group-${chosen.get(name)})`);
      return chip;
    }));
  };

  KINDS.forEach(([kind, , glyph]) => {
    const chip = site.chip(`${glyph} ${kind}`, null, true, () => {
      if (!kinds.delete(kind)) kinds.add(kind);
      chip.setAttribute("aria-pressed", String(kinds.has(kind)));
      update();
    });
    chip.firstElementChild.remove();
    at("kinds").append(chip);
  });
  at("all-groups").append(...names.map((name) => site.make("option", { value: name })));
  const places = new Map();
  counts.forEach(({ place }) => place && places.set(place, (places.get(place) || 0) + 1));
  at("place").append(...[...places].sort((a, b) => b[1] - a[1]).map(([place, count]) => site.make("option", { value: place }, `${place} (${count})`)));
  at("group").addEventListener("change", ({ target }) => {
    const name = names.find((one) => one.toLowerCase() === target.value.trim().toLowerCase());
    if (!name) return;
    target.value = "";
    offered.add(name);
    if (!chosen.has(name)) choose(name);
    update();
  });
  ["place", "scale"].forEach((id) => at(id).addEventListener("change", update));
  chart.on("click", ({ data }) => data?.number !== undefined && tell(drawn[data.number]));
  (named.length ? named : names).slice(0, USUAL).forEach(choose);
  if (!named.length) names.forEach((name) => offered.add(name));
  update();
  site.ready();
}
