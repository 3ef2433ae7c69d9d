"use strict";
// An article: a fact shows its mentions in turn, a mention its fact; types can be hidden. Without this script
// the links from mentions to facts work all the same.
{
  const marks = [...document.querySelectorAll(".mark")];
  const of = (fact) => marks.filter((mark) => mark.dataset.facts.split(" ").includes(fact));
  let chosen = null;
  let turn = 0;

  // Pieces of one mention, cut where another begins, stand side by side: the first is where to go.
  const starts = (found) => found.filter((mark, i) => i === 0 || found[i - 1].nextSibling !== mark);

  const choose = (fact) => {
    turn = fact === chosen ? turn + 1 : 0;
    chosen = fact;
    document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
    of(fact).forEach((mark) => mark.classList.add("chosen"));
    document.getElementById(fact)?.classList.add("chosen");
  };

  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  document.querySelectorAll(".fact").forEach((button) => button.addEventListener("click", () => {
    choose(button.dataset.fact);
    const places = starts(of(chosen));
    places[turn % places.length]?.scrollIntoView({ block: "center", behavior: smooth });
  }));

  marks.forEach((mark) => mark.addEventListener("click", () => choose(mark.dataset.facts.split(" ")[0])));

  document.querySelectorAll("[data-shows]").forEach((box) => box.addEventListener("change", () => {
    document.body.classList.toggle(`hide-${box.dataset.shows}`, !box.checked);
  }));

  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted && of(wanted).length) {
    choose(wanted);
    // After the browser's own jump to the fact: who comes from a list wants to read it where it is told.
    addEventListener("load", () => requestAnimationFrame(() => of(wanted)[0].scrollIntoView({ block: "center" })));
  }
  site.ready();
}
