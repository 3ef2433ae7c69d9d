"""The language that an article says it is in, as BCP 47 has it, and whether it is one the rules are for."""

import unicodedata
from collections import Counter

ENGLISH = "en"
# Tags that do not say that an article is in another language: English, and undetermined.
_READ = (ENGLISH, "und")
_WARNING = "{seen}, and only English is read: facts may be missing or wrong"


def canonical_tag(given: str) -> str | None:
    """A language tag in the form that BCP 47 prefers ("en-US" for "en_us"); null for what is none."""
    if given == ENGLISH:
        return given
    # Imported here: its tables cost a tenth of a second, and most articles are in English.
    import langcodes

    return langcodes.standardize_tag(given) if langcodes.tag_is_valid(given) else None


def not_english(tag: str | None, text: str) -> tuple[str, ...]:
    """The warning of an article that its tag or its letters tell to be in another language."""
    if tag is not None and tag.partition("-")[0] not in _READ:
        return (_WARNING.format(seen=f"the language is {tag!r}"),)
    if _mostly_not_latin(text):
        return (_WARNING.format(seen="most letters are not Latin"),)
    return ()


def _mostly_not_latin(text: str) -> bool:
    letters = Counter(filter(str.isalpha, text))
    latin = sum(n for letter, n in letters.items() if "LATIN" in unicodedata.name(letter, ""))
    return 2 * latin < letters.total()
