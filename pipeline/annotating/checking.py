"""A gold file checked whole: every problem with its line, what was seen and what to do."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.annotating.rules import flaws_of
from pipeline.evaluating.gold import NO_GOLD, GoldArticle, lacks_gold, numbered
from pipeline.records import FACT_TYPES


class Problem(BaseModel):
    """One thing to mend; `rule` is "json", "schema", "article" or a name of `rules.RULES`."""

    model_config = ConfigDict(frozen=True)

    line: int
    article: str | None
    fact: str | None
    rule: str
    seen: str
    remedy: str


Line = dict[str, Any]
Location = tuple[int | str, ...]


def _fact_of(line: Line, location: Location) -> str | None:
    """The id of the fact that a pydantic location is in."""
    if len(location) < 2 or location[0] not in FACT_TYPES:
        return None
    try:
        return str(line[str(location[0])][int(location[1])]["id"])
    except (KeyError, TypeError, ValueError, IndexError):
        return f"{location[0]}[{location[1]}]"


def _schema_problems(number: int, line: Line, error: ValidationError) -> Iterator[Problem]:
    if lacks_gold(error):
        seen, _, remedy = NO_GOLD.partition("; ")
        yield Problem(
            line=number, article=_name(line), fact=None, rule="schema", seen=seen, remedy=remedy
        )
        return
    for item in error.errors(include_url=False):
        where = ".".join(str(part) for part in item["loc"]) or "the line"
        simple = isinstance(item["input"], str | int | float | None)
        seen = f"{where}: {item['input']!r}: " if simple and item["loc"] else f"{where}: "
        yield Problem(
            line=number,
            article=_name(line),
            fact=_fact_of(line, item["loc"]),
            rule="schema",
            seen=seen + item["msg"],
            remedy="write what the schema allows (`ehistory schema`)",
        )


def _name(line: Line) -> str | None:
    info = line.get("article")
    return str(info.get("id")) if isinstance(info, Mapping) else None


def _without_broken(line: Line, error: ValidationError) -> Line | None:
    """The line without the facts that don't fit the schema; null where the article itself doesn't."""
    places = {item["loc"][:2] for item in error.errors(include_url=False)}
    if any(len(place) < 2 or place[0] not in FACT_TYPES for place in places):
        return None
    if any(not isinstance(index, int) for _, index in places):
        return None
    whole = {
        kind: [fact for i, fact in enumerate(line.get(kind, ())) if (kind, i) not in places]
        for kind in FACT_TYPES
    }
    return {**line, **whole}


def _article(number: int, line: Line) -> tuple[GoldArticle | None, list[Problem]]:
    try:
        return GoldArticle.model_validate(line), []
    except ValidationError as error:
        problems = list(_schema_problems(number, line, error))
        rest = _without_broken(line, error)
    try:
        return (GoldArticle.model_validate(rest) if rest else None), problems
    except ValidationError:
        return None, problems


# With a broken fact left out, the numbers of the others can't be judged.
_NEED_ALL_FACTS = ("ids",)


def _line_problems(number: int, data: bytes) -> Iterator[Problem]:
    try:
        line = json.loads(data.decode("utf-8"))
    except ValueError as error:
        line, why = None, str(error)
    else:
        why = "no JSON object"
    if not isinstance(line, dict):
        yield Problem(
            line=number, article=None, fact=None, rule="json", seen=why, remedy="mend the line"
        )
        return
    article, problems = _article(number, line)
    yield from problems
    for rule, flaw in flaws_of(article) if article else ():
        if not (problems and rule in _NEED_ALL_FACTS):
            yield Problem(
                line=number,
                article=_name(line),
                fact=flaw.fact,
                rule=rule,
                seen=flaw.seen,
                remedy=flaw.remedy,
            )


def _repeated(names: Iterable[tuple[int, str | None]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, name in names:
        if name is not None and first.setdefault(name, number) != number:
            yield Problem(
                line=number,
                article=name,
                fact=None,
                rule="article",
                seen=f"the id {name!r} is that of line {first[name]} too",
                remedy="keep one line of it",
            )


def _line_name(data: bytes) -> str | None:
    try:
        line = json.loads(data.decode("utf-8"))
    except ValueError:
        return None
    return _name(line) if isinstance(line, dict) else None


def check(data: bytes) -> tuple[int, tuple[Problem, ...]]:
    """How many lines a gold file has (empty ones apart), and all their problems in order."""
    lines = list(numbered(data))
    problems = [problem for number, line in lines for problem in _line_problems(number, line)]
    problems += _repeated((number, _line_name(line)) for number, line in lines)
    return len(lines), tuple(sorted(problems, key=lambda problem: problem.line))
