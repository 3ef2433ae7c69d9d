"""Labels of a list before their numbers: "officers – 412, sergeants – 980", "snipers 112, radio operators 640"."""

import re

from pipeline.linking.bare.numbers import Bare
from pipeline.linking.groups import STATES
from pipeline.normalising.context import Head, PersonNoun, counted_head

_WORDS = r"[a-z][a-z-]{1,30}(?: [a-z][a-z-]{1,30}){0,2}"
_LABEL = re.compile(
    r"(?:[:;,(] ?|\b(?:and|including|them|whom|these|which|were|was) )(?:and |also )?"
    rf"(?P<label>{_WORDS})(?P<of> of (?:the )?[\w-]+)? (?P<dash>[-–—:] )?(?:only |about )?$"
)
# "Orthodox parishes - 9", "Tajik schools - 12": things of a people.
_NAMED_LABEL = re.compile(
    r"(?:^|[:;,(] ?)(?:and )?(?:[A-Z][\w-]+ ){1,3}(?P<label>[a-z][a-z-]{1,30})(?P<of> of (?:the )?[\w-]+)?"
    r" (?P<dash>[-–—:] )(?:only |about )?$"
)
_NEXT_ITEM = re.compile(
    rf"(?:(?:[,;]| and|, and) | \(){_WORDS}(?: of (?:the )?[\w-]+)? (?:[-–—:] )?\d"
)
_ITEM_ENDS = re.compile(r"\s*(?:[,;.)](?!\d)|$)| and [a-z]| \([a-z]")
_THINGS_END = re.compile(rf"{_ITEM_ENDS.pattern}| \(\d| with (?:[a-z]+ )?\d")
# Where people are, or who else: "towns – 420 300, villages – 784 500", "other nationalities – 2 thous.".
_NO_THINGS = re.compile(
    r"cities|towns?|villages?|auls?|settlements|districts|regions|oblasts|volosts|uyezds|uezds|provinces|counties"
    r"|countries|republics|camps"
)

# "Bakalstroy - 8 700 people, mines of Kuzbass - | 11 thousand": where people were sent.
_SITE = re.compile(
    r"(?:[a-z]+ )?(?:mines|pits|plants|factories|works|enterprises|(?:oil )?fields|(?:state |collective )?farms"
    r"|kolkhozes|sovkhozes|stations|railways?) of (?:the )?[A-Z][\w-]+"
)


def labelled(bare: Bare) -> PersonNoun | None:
    """Whom the label of a list's item names; a label without a dash stands beside another item."""
    label = _LABEL.search(bare.before)
    head = _head_of(label)
    if label is None or head is None or not bare.behind(_ITEM_ENDS) or _tells_fate(head):
        return None
    ahead = bare.before[: label.start()].rstrip()
    gap = bare.match.start - len(label[0]) - 1
    goes_on = bare.previous is not None and bare.previous.end_char >= gap
    beside = goes_on or ahead[-1:].isdigit() or bare.behind(_NEXT_ITEM) is not None
    return head.noun if beside else None


def _tells_fate(head: Head) -> bool:
    """Whether a label says what came of people, or just others, not who they are: "killed 4 516, others 18"."""
    return head.noun is not None and (
        head.noun.group in (*STATES, "others") or bool(head.noun.kind and not head.noun.group)
    )


def labels_thing(bare: Bare) -> bool:
    """Whether the label of a list's item names things: "readers – 512, books – 8 300"."""
    label = _NAMED_LABEL.search(bare.before) or _LABEL.search(bare.before)
    head = _head_of(label)
    if label is None or head is None or head.noun is not None:
        return False
    listed = label["dash"] or bare.behind(_NEXT_ITEM) or bare.previous_in_sentence
    told = label["label"]
    if bare.previous_in_sentence and label["dash"] and _SITE.fullmatch(told + (label["of"] or "")):
        return False
    elsewhere = told.startswith("other") or _NO_THINGS.fullmatch(told.split()[-1])
    return bool(listed and bare.behind(_THINGS_END)) and not elsewhere


def _head_of(label: re.Match[str] | None) -> Head | None:
    """What a label counts, where it ends with that."""
    words = f" {label['label']}" if label else ""
    head = counted_head(words, 0) if label else None
    return head if head is not None and head.end == len(words) else None
