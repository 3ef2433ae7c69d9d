"""Which mentions tell one fact."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Span

from pipeline.linking.bodies import Leading
from pipeline.normalising.names import is_partial, name_key, same_body, same_person


def clusters(spans: Iterable[Span], same: Callable[[Span, Span], bool]) -> list[list[Span]]:
    """Spans grouped, each with the first group that has a span of the same fact; in text order."""
    groups: list[list[Span]] = []
    for span in spans:
        home = next((g for g in groups if any(same(other, span) for other in g)), None)
        if home is None:
            groups.append([span])
        else:
            home.append(span)
    return groups


def same_body_named(a: Span, b: Span) -> bool:
    """Whether two mentions name one body: alike spellings, or one is the beginning of the other."""
    one, two = a._.organization.name, b._.organization.name
    # A newspaper is often called as the body that prints it.
    if (a._.organization.type == "media") != (b._.organization.type == "media"):
        return False
    return same_body(one, two) or is_partial(one, two) or is_partial(two, one)


def name_of_body(names: Sequence[str]) -> str:
    """The best-formed name: the fullest, then the one without idle words, then the most frequent."""
    counts = Counter(names)

    def rank(name: str) -> tuple[int, int, int]:
        return len(name_key(name).split()), -len(name.split()), counts[name]

    return max(counts, key=rank)


def merged_leaders(leaders: Iterable[Leading]) -> tuple[Leading, ...]:
    """One leader a person, the first telling kept."""
    kept: list[Leading] = []
    for leading in leaders:
        if not any(same_person(leading.person, other.person) for other in kept):
            kept.append(leading)
    return tuple(kept)
