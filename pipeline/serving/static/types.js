// The four types of facts, and how a fact is put in a few words.

export const TYPES = ["populations", "percentages", "organizations", "dates"];

export const LABELS = {
  populations: "population",
  percentages: "percentage",
  organizations: "organization",
  dates: "date",
};

export const MODELS = {
  populations: "Population",
  percentages: "Percentage",
  organizations: "Organization",
  dates: "Date",
};

/** Columns of each table, the first one apart: heading, and what a fact has there. */
export const COLUMNS = {
  populations: [
    ["Group", ({ group, unit }) => (unit === "persons" ? [group ?? "people"] : [group, unit])],
    ["Kind", (fact) => [fact.kind]],
    ["Place", (fact) => [fact.place?.name]],
    ["Time", (fact) => [fact.time]],
  ],
  percentages: [
    ["Of", (fact) => [fact.subject ?? fact.group]],
    ["Kind", (fact) => [fact.kind]],
    ["Place", (fact) => [fact.place?.name]],
    ["Time", (fact) => [fact.time]],
  ],
  organizations: [
    ["Type", (fact) => [fact.type]],
    ["Place", (fact) => [fact.place?.name]],
    ["Leaders", (fact) => fact.leaders.map((leader) => `${leader.person} (${leader.role})`)],
    ["Founded", (fact) => [fact.founded]],
  ],
  dates: [
    ["In the text", (fact) => [fact.mentions[0].text]],
    ["Kind", (fact) => [fact.kind]],
    ["Days", (fact) => [days(fact)]],
  ],
};

const SIGNS = { approximate: "≈ ", more_than: "> ", at_least: "≥ ", less_than: "< ", at_most: "≤ " };

const number = (value) => (value === null ? "…" : value.toLocaleString("en"));

function quantity({ value, low, high, qualifier }) {
  if (value !== null) return (SIGNS[qualifier] ?? "") + number(value);
  return low === null && high === null ? "no value" : `${number(low)}–${number(high)}`;
}

function days({ earliest, latest }) {
  if (earliest === latest) return null;
  return `${earliest ?? "…"} to ${latest ?? "…"}`;
}

const HEADS = {
  populations: quantity,
  percentages: (fact) => `${quantity(fact)} %`,
  organizations: (fact) => fact.name,
  dates: (fact) => (fact.edtf ?? "unresolved") + (fact.part ? `, ${fact.part.replace("_", " ")}` : ""),
};

/** The fact's value: the first column. */
export const headOf = (type, fact) => HEADS[type](fact);

/** Every fact of a record with its type. */
export const factsOf = (record) =>
  TYPES.flatMap((type) => record[type].map((fact) => ({ type, fact })));
