"""Whom "he" and "she" of a paragraph mean, where it tells of one person alone before them."""

import re
from collections.abc import Iterator, Sequence

from pipeline.linking.people import Person, parts_of
from pipeline.normalising.names import person_name

# The subject of a clause, and who did what is told in the passive: "set up by him in 1974".
_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\b|(?<=\bby )(?:him|her)(?= (?:in|on|at|as|and|from|with|there)\b|[,.;])"
)
# Who is told of only beside another thing is no subject: "a friend of Ivan Petrov".
_ASIDE = re.compile(
    r"\b(?:of|with|to|for|from|under|and|after|at|in|on|than|about|named) (?:the )?$"
)
_ASIDE_REACH = 12
# Characters from the last mention of a person to the pronoun.
_REACH = 400


def pronouns(
    text: str, start: int, end: int, people: Sequence[Person]
) -> Iterator[tuple[int, int, Person]]:
    """The pronouns of a stretch of text with the person that each means; those that may mean several are left out."""
    for match in _PRONOUN.finditer(text, start, end):
        told = [person for person in people if person.end <= match.start()]
        if told and match.start() - told[-1].end <= _REACH and _one(text, told):
            yield *match.span(), told[-1]


def _one(text: str, people: Sequence[Person]) -> bool:
    """Whether all names are of one person, and one of them at least stands on its own."""
    surnames = {parts_of(person_name(person.name))[-1] for person in people}
    return len(surnames) == 1 and any(not _aside(text, person) for person in people)


def _aside(text: str, person: Person) -> bool:
    before = max(0, person.outer - _ASIDE_REACH)
    return _ASIDE.search(text[before : person.outer]) is not None
