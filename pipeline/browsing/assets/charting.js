"use strict";
// What the two charts share: colours of the page, years as historians write them, tooltips without markup.
site.colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// Years are astronomical: 0 is 1 BC.
site.year = (year) => {
  const whole = Math.floor(year);
  return whole > 0 ? String(whole) : `${1 - whole} BC`;
};

// A chart that keeps to its element's size and to the page's colours; `draw` sets its options.
site.chart = (element, draw, renderer = "svg") => {
  const chart = echarts.init(element, null, { renderer });
  const redraw = () => draw(chart);
  new ResizeObserver(() => chart.resize()).observe(element);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  return { chart, redraw };
};

site.axis = () => ({
  axisLine: { lineStyle: { color: site.colour("soft") } },
  axisLabel: { color: site.colour("soft"), hideOverlap: true },
  axisTick: { lineStyle: { color: site.colour("soft") } },
  splitLine: { lineStyle: { color: site.colour("line"), opacity: 0.6 } },
});

// The words of a tooltip are an element: its texts come from articles.
site.tip = (content) => ({
  confine: true,
  backgroundColor: site.colour("card"),
  borderColor: site.colour("line"),
  textStyle: { color: site.colour("ink"), fontSize: 13 },
  extraCssText: "max-width: 22rem; white-space: normal; box-shadow: 0 4px 18px rgb(0 0 0 / .16);",
  formatter: content,
});

// What was chosen in the chart, told below it.
site.tell = (...children) => {
  const told = document.getElementById("told");
  told.hidden = false;
  told.replaceChildren(...children);
  told.scrollIntoView({ block: "nearest" });
};

// The wheel and a finger scroll the page; with Ctrl, and with two fingers, they zoom.
site.wheel = { zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, preventDefaultMouseMove: false };

site.zoomSlider = () => ({
  type: "slider", bottom: 6, height: 22, borderColor: site.colour("line"), fillerColor: "rgb(0 130 160 / .14)",
  dataBackground: { lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 } },
  selectedDataBackground: { lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 } },
  handleStyle: { color: site.colour("card"), borderColor: site.colour("accent") },
  moveHandleStyle: { color: site.colour("accent"), opacity: 0.35 },
  textStyle: { color: site.colour("soft") }, labelFormatter: site.year, brushSelect: false,
});
