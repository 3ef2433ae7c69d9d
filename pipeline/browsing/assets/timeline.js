"use strict";
// The timeline: [edtf, part, kind, start, end, label, [[article, fact, words, sentence]]], moments in years, null open.
{
  const at = (id) => document.getElementById(id);
  const NOW = new Date().getFullYear() + 1;
  const KINDS = [
    ["days to years", "dates-edge", ["day", "month", "season", "year", "relative"]],
    ["spans", "accent", ["interval"]],
    ["decades, centuries", "populations-edge", ["decade", "century", "millennium"]],
    ["periods", "percentages-edge", ["period"]],
  ];
  const ERAS = [["to 1400", -Infinity, 1400], ["1400–1730", 1400, 1730], ["1730–1917", 1730, 1917], ["1917–1991", 1917, 1992], ["since 1991", 1991, Infinity]];
  const STEPS = [1 / 12, 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000];
  const LANE = 19;
  const BAR = 14;
  const TOP = 92; // pixels of the histogram above the lanes
  const BOTTOM = 62;
  const CANDIDATES = 700;

  const kindOf = (kind) => KINDS.findIndex(([, , kinds]) => kinds.includes(kind));
  const dates = site.data.dates.map(([edtf, part, kind, start, end, label, told]) => ({
    edtf, kind: kindOf(kind), label, told,
    open: end === null, start: start === null ? end - 10 : start, end: end === null ? NOW : end,
  }));
  const first = dates.reduce((least, date) => Math.min(least, date.start), NOW);
  const last = dates.reduce((most, date) => Math.max(most, date.end), first);
  const shown = new Set(KINDS.map((_, i) => i));
  let view = [first, last];
  let drawn = [];

  const inView = () => dates.filter((date) => shown.has(date.kind) && date.end > view[0] && date.start < view[1]);

  const measure = document.createElement("canvas").getContext("2d");
  measure.font = "12px sans-serif";
  const widths = new Map();
  const widthOf = (text) => {
    if (!widths.has(text)) widths.set(text, measure.measureText(text).width);
    return widths.get(text);
  };
  const labelOf = (date) => (date.told.length > 1 ? `${date.label} ×${date.told.length}` : date.label);

  // The lane of each date that has room, in pixels; a short one keeps room for its label, if it can.
  const pack = (found, width, lanes) => {
    const taken = Array.from({ length: lanes }, () => []);
    const scale = width / (view[1] - view[0]);
    const placed = [];
    const fits = (lane, from, to) => lane.every(([a, b]) => to < a || from > b);
    for (const date of found) {
      const from = (Math.max(date.start, view[0]) - view[0]) * scale;
      const bar = Math.max(6, (Math.min(date.end, view[1]) - view[0]) * scale - from);
      const words = widthOf(labelOf(date));
      const beside = bar < words + 10;
      const room = beside && from + bar + words + 6 < width ? bar + words + 8 : bar + 3;
      for (const [need, labelled] of [[room, !beside || room > bar + 3], [bar + 2, !beside]]) {
        const lane = taken.findIndex((one) => fits(one, from - 2, from + need));
        if (lane < 0) continue;
        taken[lane].push([from - 2, from + need]);
        placed.push({ date, lane, labelled, beside });
        break;
      }
    }
    return placed;
  };

  const layOut = (width, height) => {
    const lanes = Math.max(4, Math.floor((height - TOP - BOTTOM) / LANE));
    const found = inView();
    const top = found.sort((a, b) => b.told.length - a.told.length || b.end - b.start - (a.end - a.start)).slice(0, CANDIDATES);
    // What is told most decides what is drawn; what lasts longest stands on top.
    const kept = pack(top, width, lanes).map(({ date }) => date);
    drawn = pack(kept.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start), width, lanes);
    at("caption").textContent = found.length === 0 ? "No dates here."
      : `${site.year(view[0])} to ${site.year(view[1])}: ${drawn.length === found.length ? site.count(drawn.length, "date")
        : `the ${site.number(drawn.length)} most told of ${site.number(found.length)} dates; zoom in for more`}.`;
    return lanes;
  };

  const histogram = () => {
    const step = STEPS.find((one) => (view[1] - view[0]) / one <= 80) || 1000;
    const bins = new Map();
    inView().filter((date) => date.end - date.start <= Math.max(step, 1) * 1.01).forEach((date) => {
      const bin = Math.floor((date.start + date.end) / 2 / step) * step;
      bins.set(bin, (bins.get(bin) || 0) + date.told.length);
    });
    return [...bins].map(([bin, count]) => [bin, count, bin + step]);
  };

  const bar = (params, api) => {
    const { date, lane, labelled, beside } = drawn[api.value(0)];
    const { x, y, width } = params.coordSys;
    const from = Math.max(x, api.coord([date.start, 0])[0]);
    const to = Math.min(x + width, Math.max(from + 6, api.coord([date.end, 0])[0]));
    const colour = site.colour(KINDS[date.kind][1]);
    const long = !beside && labelled;
    return {
      type: "rect",
      shape: { x: from, y: y + lane * LANE, width: to - from, height: BAR, r: date.open ? [4, 0, 0, 4] : 4 },
      style: { fill: colour, opacity: long ? 0.24 : 0.9 },
      emphasis: { style: { opacity: 1, stroke: site.colour("ink"), lineWidth: 1 } },
      textContent: labelled ? { style: { text: labelOf(date), fill: site.colour("ink"), font: "12px sans-serif" } } : undefined,
      textConfig: labelled ? { position: beside ? "right" : "insideLeft", distance: 4 } : undefined,
    };
  };

  const column = (params, api) => {
    const [x0, y0] = api.coord([Math.max(api.value(0), view[0]), api.value(1)]);
    const [x1, y1] = api.coord([Math.min(api.value(2), view[1]), 0]);
    return {
      type: "rect", shape: { x: x0 + 0.5, y: y0, width: Math.max(1, x1 - x0 - 1), height: y1 - y0, r: [2, 2, 0, 0] },
      style: { fill: site.colour("accent"), opacity: 0.55 },
    };
  };

  const tell = (date) => {
    site.tell(
      site.make("h2", {}, date.label),
      site.make("p", { class: "count" }, `${date.edtf} · told ${site.count(date.told.length, "time")}`),
      ...date.told.slice(0, 50).map(quote),
    );
  };
  const quote = ([article, fact, words, sentence]) => site.make(
    "p", { class: "quote" }, site.quote(words, sentence), " ", site.article(article, fact));

  const tip = ({ seriesId, data }) => {
    if (seriesId === "histogram") {
      const [from, count, to] = data;
      const years = to - from < 1 ? site.year(from) : to - from === 1 ? site.year(from) : `${site.year(from)} to ${site.year(to - 1)}`;
      return site.make("div", {}, `${years}: told ${site.count(count, "time")}`);
    }
    const { date } = drawn[data[0]];
    return site.make("div", {}, site.make("strong", {}, labelOf(date)), site.make("br"), site.quote(date.told[0][2], date.told[0][3]));
  };

  const list = site.paged(at("list"), at("more"), 40, (date) => site.make(
    "li", {},
    site.make("span", { class: "when" }, date.label, site.make("small", {}, date.edtf)),
    site.make("div", {}, date.told.slice(0, 3).map(quote),
      date.told.length > 3 ? site.make("p", { class: "count" }, `and ${site.number(date.told.length - 3)} more`) : null),
  ));

  const fill = (chart) => {
    const box = at("chart");
    layOut(box.clientWidth - 32, box.clientHeight);
    chart.setOption({
      series: [
        { id: "histogram", data: histogram() },
        { id: "dates", data: drawn.map(({ date }, i) => [i, date.start, date.end]) },
      ],
    });
  };
  const fillList = site.quick(() => list(inView()));

  const draw = (chart) => {
    const axis = { type: "value", min: first, max: last, ...site.axis() };
    axis.axisLabel = { ...axis.axisLabel, formatter: site.year };
    chart.setOption({
      animation: false,
      grid: [{ left: 16, right: 16, top: 8, height: TOP - 34 }, { left: 16, right: 16, top: TOP, bottom: BOTTOM }],
      xAxis: [
        { ...axis, gridIndex: 0, axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false } },
        { ...axis, gridIndex: 1 },
      ],
      yAxis: [{ type: "value", gridIndex: 0, show: false }, { type: "value", gridIndex: 1, show: false, min: 0, max: 1 }],
      tooltip: site.tip(tip),
      dataZoom: [
        { type: "inside", xAxisIndex: [0, 1], filterMode: "none", startValue: view[0], endValue: view[1], minValueSpan: 1, ...site.wheel },
        { ...site.zoomSlider(), xAxisIndex: [0, 1], filterMode: "none", startValue: view[0], endValue: view[1], minValueSpan: 1 },
      ],
      series: [
        { id: "histogram", type: "custom", renderItem: column, xAxisIndex: 0, yAxisIndex: 0, clip: true, encode: { x: 0, y: 1 }, data: [] },
        { id: "dates", type: "custom", renderItem: bar, xAxisIndex: 1, yAxisIndex: 1, encode: { x: [1, 2] }, data: [] },
      ],
    });
    fill(chart);
  };

  // Where nine dates in ten are: a rare far past would leave them a corner.
  const usual = () => {
    const starts = dates.map((date) => date.start).sort((a, b) => a - b);
    const from = starts[Math.floor(starts.length * 0.1)] ?? first;
    return [Math.max(first, Math.floor(from / 50) * 50), Math.min(last, NOW)];
  };

  if (dates.length) {
    view = usual();
    const { chart, redraw } = site.chart(at("chart"), draw);
    KINDS.forEach(([words, colour], i) => {
      const count = dates.filter((date) => date.kind === i).length;
      if (count === 0) return;
      const chip = site.chip(words, count, true, () => {
        if (!shown.delete(i)) shown.add(i);
        chip.setAttribute("aria-pressed", String(shown.has(i)));
        fill(chart);
        fillList();
      });
      chip.style.setProperty("--dot", `var(--${colour})`);
      at("kinds").append(chip);
    });
    const go = (low, high) => chart.dispatchAction({ type: "dataZoom", startValue: Math.max(low, first), endValue: Math.min(high, last) });
    const button = (words, label, run) => at("eras").append(site.make("button", { type: "button", class: "chip", "aria-label": label, onclick: run }, words));
    const zoom = (share) => go(view[0] + (view[1] - view[0]) * share, view[1] - (view[1] - view[0]) * share);
    button("+", "Zoom in", () => zoom(0.25));
    button("−", "Zoom out", () => zoom(-0.5));
    [["all", first, last], ...ERAS].filter(([, from, to]) => Math.max(from, first) < Math.min(to, last))
      .forEach(([words, from, to]) => button(words, null, () => go(from, to)));
    redraw();
    chart.on("datazoom", () => {
      const { startValue, endValue } = chart.getOption().dataZoom[0];
      view = [startValue, endValue];
      fill(chart);
      fillList();
    });
    chart.on("click", ({ seriesId, data }) => seriesId === "dates" && tell(drawn[data[0]].date));
    new ResizeObserver(() => fill(chart)).observe(at("chart"));
    list(inView());
  } else {
    at("caption").textContent = "No dates.";
  }
  site.ready();
}
