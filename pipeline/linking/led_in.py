"""The people of a list's rows: those whom the sentence that leads in to it names."""

import re

from pipeline.extensions import is_covered, sentence_of, text_of
from pipeline.linking.counts import Count
from pipeline.linking.groups import group_mentions
from pipeline.linking.surroundings import LONGEST_ROW, lead_in, paragraph_of


def led_in(count: Count) -> str | None:
    """In a row of a list those whom the last sentence before its colon names first: "Resettlement of Koreans:"."""
    doc = count.doc
    start, end = paragraph_of(doc, count.span.start_char)
    lead = lead_in(doc, count.span.start_char) if end - start <= LONGEST_ROW else None
    if lead is None:
        return None
    last = doc.char_span(*lead, alignment_mode="contract")
    if last is None:
        return None
    sentence = sentence_of(doc[last.end - 1 : last.end])
    named = group_mentions(doc, sentence.start, last.end)
    people = (m for m in named if not is_covered(m.span, "places") and m.group not in _FATES)
    text = text_of(doc)
    return next((m.group for m in people if not _WHO_COUNTED.match(text, m.span.end_char)), None)


# What came of people, as a heading says it.
_FATES = ("losses", "casualties", "victims", "dead")
# "The statisticians of Petrov counted by auls:" says who counted, not whom.
_WHO_COUNTED = re.compile(
    r"(?: of [A-Z][\w. -]{1,30}?)? (?:have |had )?(?:counted|registered|recorded|noted|found|described|enumerated"
    r"|listed|wrote|calculated|surveyed|estimated)\b"
)
