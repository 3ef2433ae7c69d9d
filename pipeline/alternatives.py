"""Any of many forms as a regular expression that is tried letter by letter.

`re` tries the branches of an alternation one after another at every place: of a thousand nouns, a thousand branches.
Forms that begin alike are written here as one branch and what follows, so that few are tried.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile


def any_of(forms: Iterable[str]) -> str:
    """An alternation of forms, the longest that fits first."""
    return _branches(sorted(dict.fromkeys(forms), key=len, reverse=True))


def _branches(forms: Iterable[str]) -> str:
    # Capitals and small letters go together: where case makes no difference, the longest form is still the first.
    by_initial: dict[str, list[str]] = {}
    for form in forms:
        by_initial.setdefault(form[:1].lower(), []).append(form)
    return "|".join(map(_branch, by_initial.values()))


def _branch(forms: Sequence[str]) -> str:
    """Forms that begin with one letter."""
    start = _common_start(min(forms), max(forms))
    if len(forms) == 1 or not start:
        return "|".join(map(re.escape, forms))
    return f"{re.escape(start)}(?:{_branches([form[len(start) :] for form in forms])})"


def _common_start(first: str, last: str) -> str:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in alike)
