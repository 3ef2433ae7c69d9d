// Corrections: the spans that the article shall have, made from those it has.

import { LABELS, TYPES } from "./types.js";

/** Every mention and ignored stretch of a gold line as a span that stays as it is. */
export function spansOf(gold) {
  const mentions = TYPES.flatMap((type) =>
    gold[type].flatMap((fact) =>
      fact.mentions.map(({ start, end }, number) => ({
        start,
        end,
        label: LABELS[type],
        ref: `${fact.id}_${number}`,
        fields: {},
      })),
    ),
  );
  const ignored = gold.ignore.map(({ start, end }, number) => ({
    start,
    end,
    label: "ignore",
    ref: `ignore_${number}`,
    fields: {},
  }));
  return [...mentions, ...ignored];
}

const isOf = (span, id) => span.ref !== null && span.ref.replace(/_\d+$/, "") === id;

/** A new span; with a fact's id it is one more mention of that fact. */
export const added = (spans, { start, end }, label, id = null) => [
  ...spans,
  { start, end, label, ref: null, fields: id ? { id } : {} },
];

export const withoutMention = (spans, ref) => spans.filter((span) => span.ref !== ref);

export const withoutFact = (spans, id) => spans.filter((span) => !isOf(span, id));

/** A mention with other bounds; its fact keeps its fields. */
export const moved = (spans, ref, { start, end }) =>
  spans.map((span) => (span.ref === ref ? { ...span, start, end } : span));

/** A fact with other fields; another fact's `id` among them gives it this one's mentions. */
export const changed = (spans, id, fields) =>
  spans.map((span) => (isOf(span, id) ? { ...span, fields } : span));

/** A fact of another type: its mentions are new, and their words give its fields. */
export const relabelled = (spans, id, label) =>
  spans.map((span) => (isOf(span, id) ? { ...span, label, ref: null } : span));
