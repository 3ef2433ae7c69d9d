"""A corrected task back to a gold article, with a note for everything that was not simply kept."""

from collections.abc import Iterable, Sequence

from pipeline.annotating.drafts import Draft, Drafting, Placed, grouped, placed
from pipeline.annotating.matching import Matching, match
from pipeline.annotating.notes import Corrected, Level, Note
from pipeline.annotating.tasks import IGNORE, LABELS, PREFIXES, Answer, Mark, fact_id, marks_of
from pipeline.errors import AnnotationError
from pipeline.evaluating.gold import GoldArticle, Ignored
from pipeline.evaluating.matching import same_value
from pipeline.records import Fact, Organization

# Labels whose facts are told apart by their value alone: a second one is a mention of the first.
_ONE_A_VALUE = ("date", "organization")


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """New dates and bodies that an article already has become mentions of what it has."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: not d.known):
        home = None if draft.known else _home(draft, kept)
        if home is None:
            kept.append(draft)
            continue
        home.mentions += draft.mentions
        surfaces = ", ".join(repr(mention.text) for mention in draft.mentions)
        home.remarks.append((Level.CHANGED, f"one more mention: {surfaces}"))
        if draft.label == "organization":
            _name_aliases(home, draft)
    return kept


def _home(draft: Draft, others: Iterable[Draft]) -> Draft | None:
    if draft.label not in _ONE_A_VALUE:
        return None
    fact, kind = draft.fact("new"), LABELS[draft.label]
    alike = (d for d in others if d.label == draft.label)
    return next((d for d in alike if same_value(kind, d.fact("new"), fact)), None)


def _name_aliases(home: Draft, draft: Draft) -> None:
    body = home.fact("new")
    assert isinstance(body, Organization), "only bodies have aliases"
    surfaces = (" ".join(mention.text.split()) for mention in draft.mentions)
    new = [name for name in surfaces if name not in (body.name, *body.aliases)]
    home.fields["aliases"] = (*body.aliases, *new)


def _ignored(article: GoldArticle, spans: Iterable[Placed]) -> tuple[Ignored, ...]:
    """The doubtful stretches, in text order."""
    found = []
    for span in spans:
        if span.mark.label == IGNORE:
            start, end = span.mark.start, span.mark.end
            reason = article.ignore[_number(span.old)].reason if span.old else ""
            reason = str(span.edits.get("reason", reason))
            words = article.text[start:end]
            found.append(Ignored(start=start, end=end, text=words, reason=reason))
    return tuple(found)


def _number(mark: Mark) -> int:
    return int((mark.ref or "").rpartition("_")[2])


def _numbered(drafts: Iterable[Draft], label: str) -> list[tuple[Fact, Draft]]:
    """The facts of one label, numbered in order of first mention."""
    mine = [draft for draft in drafts if draft.label == label]
    for draft in mine:
        draft.mentions.sort(key=lambda mention: (mention.start, mention.end))
    mine.sort(key=lambda draft: (draft.mentions[0].start, draft.mentions[0].end))
    return [(d.fact(f"{PREFIXES[label]}-{n}"), d) for n, d in enumerate(mine, start=1)]


def _lost(matching: Matching, groups: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Facts that have no span left, by label and exported id."""
    ids = {(m.label, fact_id(m.ref)) for m in matching.deleted if m.ref and m.label != IGNORE}
    return sorted(ids - set(groups))


def _rebuilt(answer: Answer, matching: Matching, spans: Sequence[Placed]) -> Corrected:
    name, drafting = answer.article.article.id, Drafting(answer.article)
    groups = grouped(spans)
    drafts = _joined([drafting.draft(key, members) for key, members in groups.items()])
    notes, facts = [], {}
    for label, kind in LABELS.items():
        numbered = _numbered(drafts, label)
        facts[kind] = tuple(fact for fact, _ in numbered)
        for fact, draft in numbered:
            notes += [Note(level, name, fact.id, words) for level, words in draft.remarks]
    for label, id_ in _lost(matching, groups):
        notes.append(Note(Level.CHANGED, name, None, f"the {label} exported as {id_} is gone"))
    ignore = _ignored(answer.article, spans)
    return Corrected(answer.article.model_copy(update={**facts, "ignore": ignore}), notes)


def correct(answer: Answer) -> Corrected:
    """The article with the facts that its spans now tell.

    Kept spans keep their facts; an article where nothing changed comes back as it was. What can't
    become gold is a note of level FAILED, the article null.
    """
    exported = marks_of(answer.article)
    matching = match(exported, answer.marks)
    names = ("kept", "moved", "added", "deleted")
    counts = {name: len(getattr(matching, name)) for name in names}
    try:
        spans = placed(matching, exported)
        same = counts["kept"] == len(exported) == len(answer.marks)
        if same and not any(s.edits or s.mark.group for s in spans):
            return Corrected(answer.article, [], counts)
        done = _rebuilt(answer, matching, spans)
        assert done.article is not None, "a rebuilt article"
        done.article.check_grounding(done.article.text)
        done.spans = counts
        return done
    except AnnotationError as error:
        note = Note(Level.FAILED, answer.article.article.id, None, f"{answer.where}: {error}")
        return Corrected(None, [note], counts)
