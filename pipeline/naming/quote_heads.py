"""Which head explains a quoted name: inside it, a legal form, a noun beside it, or what is said of the name."""

import re
from functools import cache

from pipeline.alternatives import any_of
from pipeline.lexicons import Row, table
from pipeline.naming.listed import type_listed
from pipeline.naming.nouns import (
    all_heads,
    blocked,
    heads,
    legal_forms,
    singular_heads,
    sure_noun,
    word_set,
)
from pipeline.naming.said import is_said, is_sentence
from pipeline.naming.work_titles import (
    VERB_BEFORE,
    founded_as,
    is_a_scheme,
    names_a_work,
    work_behind,
)

_AROUND = 40
# What is said of the press alone, beside a quoted name.
_PRESS_BEFORE = re.compile(
    r"(?:\b(?:newspapers?|journals?|magazines?|press|editor|editorial|subscribers?)\b[^.\n]{0,60}"
    r"(?:\b(?:in|of|and|,|:) |: [Ii]n [A-Z]?[\w ]{1,25} )"
    r"|\b(?:on|in|from) the pages of (?:the )?(?:\"[^\"\n]{1,40}\",? (?:and )?(?:the )?){0,3}"
    r"|\b(?:bulletin|gazette|sheet), (?:an? |the )?(?:appendix|supplement) to (?:the )?"
    r"|\b(?:literary|weekly|monthly|daily) (?:appendix|supplement) to (?:the )?"
    r"|\b(?:published|printed|wrote|article|reported|appeared) in (?:the )?"
    r"|\b(?:translator|correspondent|journalist|reporter|columnist)s? (?:for|of|in|at) (?:the )?"
    r"|\b(?:go|come|goes|went|came) out |\b(?:began|started|continued) to (?:issue|publish|print) "
    r"|\b(?:was|were) (?:printed|issued) |\bsubscri(?:bes?|bed|ptions?)(?: (?:to|for))?(?: the)? )$"
)
_PRESS_AFTER = re.compile(
    r"(?:,? (?:and|which))* (?:wrote|printed|published|reported|goes out|began to (?:come|go) out)\b"
    # Societies have organs and books.
    r"(?! (?:the |an? |its (?:own )?|two |three |several )?(?:[a-z]+ )?(?:journal|magazine|newspaper|almanac|book)s?\b)"
    r"|(?:'s)? (?:correspondent|journalist|reporter|columnist)s?\b"
    r"|,? (?:which was )?edited by\b|,? (?:with )?(?:the |its )?editor\b| \([^()\n]{1,40}\beditor\)| \([Ee]ditor\b"
    r"| (?:first )?appeared [^.;\"\n]{0,50}, edited by\b"
    r"| (?:came|comes|come) out (?:until|till|up to|twice|once|daily|weekly|monthly|every|without)\b"
    r"| (?:began|started) to appear\b|,? [-–—]? ?(?:the |an )?organ of\b"
    r"| [-–—] so (?:(?:since|from|in|till|until) \d{4} )?(?:was|is) called the (?:newspaper|journal|magazine)\b"
    r"| \((?:[Tt]he )?(?:[\w'-]+ ){0,4}(?:newspaper|journal|magazine)\)"
)
# What is said of bodies, right behind or before a quoted name.
_BODY_AFTER = re.compile(
    r"(?: in (?:the )?[A-Z][\w-]+)?(?: \([^)\n]{1,40}\))?,? (?:which )?(?:(?:was|were|is|had been) )?"
    r"(?:founded|established|registered|headed|led|chaired|disbanded|dissolved"
    r"|(?:began|started) (?:to work|to operate|(?:its )?(?:work|activity)))\b"
    r"|, (?:in which|where) (?:[\w-]+ ){1,4}(?:works?|worked|study|studied|(?:are|were|is|was) engaged)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:founded|appeared|arose|established|headed by|leader of|head of) (?:there |here )?$"
    r"|\bcame (?:in|into|to) (?:life|being|existence) $"
    r"|\b(?:was|were|is|are) (?:registered|opened|formed|created|organi[sz]ed|put into operation) $"
    r"|\b(?:registered|opened|formed|created|organi[sz]ed|put into operation|placed) (?:was|were) (?:the )?$"
    r"|\b(?:is|are|was|were) (?:taught|visited|attended) (?:there |here )?(?:by|in|at) (?:the )?$"
    r"|\b(?:activists|volunteers|members|researchers) of (?:the )?$"
)
# Who works for a firm, before its quoted name.
_STAFF_BEFORE = re.compile(
    r"\b(?:workers|employees|specialists|engineers|restorers|builders|miners) of (?:the )?$"
)
# A head told right behind a quoted name: '"Van" in Kostanay (1992; chairman – Gayane Saakyan)'.
_HEADED_AFTER = re.compile(
    r"(?: in (?:the )?(?:[A-Z][\w-]+|capital|city))?(?:,? \((?:\d{4}[,;] )?|, )"
    r"(?:its |the )?(?:chairman|chairwoman|head|president|leader|director)\b"
)


def row_of(text: str, inner: str, start: int, end: int) -> Row | None:
    """The row of the head that tells what a name quoted at `start:end` is; none where it is no body's."""
    if inner.startswith(_TOPIC) or names_a_work(text, start) or work_behind().match(text, end):
        return None
    if is_said(text, inner, end) or is_sentence(inner) or is_a_scheme(text, end):
        return None
    row = (
        sure_noun(text, start)
        or _head_inside(inner)
        or _legal_form(text, start)
        or _head_beside(text, start, end)
        or _legal_form_behind(text, end)
    )
    # A fund may be anything, a kolkhoz is none but its own.
    vague = row is None or row["type"] == "other" or row["head"] in ("fund", "organization")
    return _as_listed(inner, row or _told(text, start, end)) if vague else row


# What opens the title of a law or book: "On the Assembly of People of Kazakhstan".
_TOPIC = ("On ", "About ")
# What is said of something makes a sentence, no name: "Our library is the oldest".
_SPEECH = re.compile(
    r"^(?:Our|My|Your|His|Her|Their|Its|This|That|These|Those|We|I|You|They) [a-z]"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|does|did|gave)\b"
)


# What a full name has beside its head: more words, in capitals or behind "of".
_FULL = re.compile(r" of | [A-Z]|^[A-Z][\w-]+ \w")


@cache
def _singular_head() -> re.Pattern[str]:
    """ "All-Union" is no union."""
    return re.compile(rf"(?<![\w-])(?:{singular_heads()})\b", re.IGNORECASE)


def _head_inside(inner: str) -> Row | None:
    """The head of a quoted full name: "Union of Cultural Centers" is headed by its first head noun."""
    if _SPEECH.search(inner) or inner.lower() in blocked():
        return None
    match = _singular_head().search(inner) if _FULL.search(inner) else None
    if match is None:
        return None
    row = heads()[match[0].lower()]
    numbered = re.match(r" (?:No\.?|№) ?\d", inner[match.end() :])
    # "Taraz sugar plant": a works has its own name where nothing else is in the quotes.
    works = row["type"] in _PLACED and match.end() == len(inner) and " of " not in inner
    works = works and inner[0].isupper()
    return row if row["strength"] == "strong" or numbered or works else None


# What a quote may name by its place and kind alone.
_PLACED = ("company", "education")


@cache
def _before_quote() -> re.Pattern[str]:
    called = (
        r"(?: (?:of|named|called|(?:under|by) the name(?: of)?|with (?:the|a)(?: [a-z]+)? name))?"
    )
    named = rf"{called}(?:,(?: [A-Z][\w-]+'s)?|:| [-–—])?(?: (?:also|then|first|now|later))? $"
    return re.compile(rf"\b({all_heads()}){named}", re.IGNORECASE)


@cache
def _farther_before_quote() -> re.Pattern[str]:
    """ "the center of adaptation "Asar"", "a party of its own, "Alash""."""
    word = r"(?:(?!(?:performed|played|sang|staged|presented|showed)\b)[a-z]+)"
    return re.compile(rf"\b({all_heads()}) of [a-z]+(?: of)?(?: {word}){{0,2}},? $", re.IGNORECASE)


# 'The newspaper of the CC CP of Kazakhstan "Enbek"': whose organ it is stands between.
_ORGAN_BEFORE_QUOTE = re.compile(
    r"\b(newspaper|journal|magazine) of (?:the )?(?:(?:[A-Z][\w.()-]*|of|the|and) ){1,9}$"
)


# "The best known of them", which opens a sentence on those of the sentence before.
_BEST = r"(?:The )?(?:most |best )?(?:first|oldest|largest|biggest|strongest|best|famous|known)(?: of them)?"
_OPENED_BY_BEST = re.compile(rf"\. {_BEST} (?:was|were) $")


@cache
def _said_to_be() -> re.Pattern[str]:
    """ "The first periodical in the steppe was "Aikap"", "70 kolkhozes, famous of them became "Avangard""."""
    rank = r"(?:first|second|third|oldest|largest|biggest|strongest|best|famous|known|leading|main|only|one)"
    is_one = r"(?:was|is|became|were|are)(?: called| named| considered)? $"
    return re.compile(
        rf"\b(?:{rank} (?:[\w'-]+ ){{0,3}}?({all_heads()})\b[^.;,:\n\"]{{0,60}} {is_one}"
        rf"|({all_heads()})\b[^.;:\n\"]{{0,40}}, (?:the )?(?:most )?{rank}(?: of| among| from)?(?: them| which| these)?"
        rf"[^.;,:\"]{{0,20}} {is_one}"
        rf"|({all_heads()})\b[^.;:\n\"]{{0,40}}\. {_BEST}(?:, | (?:was|were) )$"
        rf"|(?:^|[.;\n] |, )(?:the |its |their |this )?(?:[\w'-]+ ){{0,1}}({all_heads()})(?: of [^.;,:\n\"]{{1,50}})? "
        r"(?:was|is|were|are) (?:called|named) $"
        r"|\b(?:its|their) (?:[\w'-]+ ){0,2}(newspaper|journal|magazine|organ) (?:was|is|became) $)",
        re.IGNORECASE,
    )


# Words that part a quoted name from a head behind it: '"Abai" by a troupe'.
_PARTED = r"(?:by|of|in|at|to|for|from|with|on|and|or|as|the|an?|is|was|were|are) "


@cache
def _after_quote() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?: |, (?:the|an?) | [-–—] (?:(?:the|an?) )?)"
        rf"(?:(?!{_PARTED})[\w-]+'? ){{0,2}}?({all_heads()})\b|, ({singular_heads()}) of )",
        re.IGNORECASE,
    )


@cache
def _legal_form_before() -> re.Pattern[str]:
    # "RSE on the REM «X»": on the right of economic management.
    return re.compile(
        rf"\b({any_of(legal_forms())})(?: on (?:the )?(?:REM|PHV|PCV|REU|right of economic [a-z]{{3,12}}))? $"
    )


def _legal_form(text: str, start: int) -> Row | None:
    match = _legal_form_before().search(text, max(0, start - _AROUND), start)
    return {**legal_forms()[match[1]], "head": match[1]} if match else None


def _as_listed(inner: str, row: Row | None) -> Row | None:
    """The row with the type that the lexicon has for the name; no "organization" is of the press."""
    kind = type_listed(inner)
    printed = row is not None and row["head"] == "organization" and kind == "media"
    return row if row is None or kind is None or printed else {**row, "type": kind}


@cache
def _legal_form_after() -> re.Pattern[str]:
    return re.compile(rf" ({any_of(legal_forms())})\b")


def _legal_form_behind(text: str, end: int) -> Row | None:
    match = _legal_form_after().match(text, end)
    return {**legal_forms()[match[1]], "head": match[1]} if match else None


def _told(text: str, start: int, end: int) -> Row | None:
    """The row of a head that what is said of the name stands for: a newspaper is printed, a society led."""
    if _HEADED_AFTER.match(text, end):
        return heads()["society"]
    if _TEACHING_BEFORE.search(text, max(0, start - _AROUND), start):
        return heads()["faculty"]
    if _BODY_AFTER.match(text, end) or _BODY_BEFORE.search(text, max(0, start - 40), start):
        return heads()["organization"]
    if _STAFF_BEFORE.search(text, max(0, start - _AROUND), start):
        return heads()["company"]
    if partner := _PARTNERS.search(text, max(0, start - _SAID_REACH), start):
        return heads()["organization" if partner["kind"] else "company"]
    before = _PRESS_BEFORE.search(text, max(0, start - 110), start)
    # "Both newspapers wrote: "Bread for All"": what they wrote.
    speech = before is not None and before[0].endswith(": ") and _SAYS.search(before[0])
    if _PUBLISHED_BY.search(text, max(0, start - _AROUND), start):
        return heads()["publishing house"]
    told = (before and not speech) or _PRESS_AFTER.match(text, end) or founded_as(text, start)
    return heads()["newspaper"] if told else None


# 'The department "History of Kazakhstan and Law"'.
_TEACHING_BEFORE = re.compile(r"\b(?:[Dd]epartment|[Cc]hair|[Ff]aculty|[Ss]ubdepartment)(?: of)? $")

# 'Partners of the exhibition were "Ak Niet"': firms; who organizes may be anybody.
_PARTNERS = re.compile(
    r"\b(?:partners|sponsors|investors|shareholders|(?P<kind>organi[sz]ers|co-founders))\b"
    r"(?: (?:of|for) [^.;:,\n\"]{1,50}?)?(?: (?:were|are|became)|:) (?:the )?$",
    re.IGNORECASE,
)

# 'The book was published in London by "Stacey International"'.
_PUBLISHED_BY = re.compile(r"\b(?:published|printed|issued)(?: in [A-Z][\w-]+)? by (?:the )?$")

_WORDS = re.compile(r"\w+")


@cache
def _head_ends() -> frozenset[str]:
    return frozenset(_WORDS.findall(form.lower())[-1] for form in heads())


# Characters of the clause before a quote that "the first newspaper … was" is looked for in.
_SAID_REACH = 120


def _head_said(text: str, start: int) -> re.Match[str] | None:
    low = max(0, start - _SAID_REACH)
    if text.endswith(_COPULAS, low, start):
        opened = _OPENED_BY_BEST.search(text, low, start)
        low = low if opened else max(low, text.rfind(". ", 0, start))
    elif not text.endswith(_RANKED, low, start):
        return None
    works = any(word in word_set("work") for word in _WORDS.findall(text[low:start].lower()))
    return None if works else _said_to_be().search(text, low, start)


_COPULAS = ("was ", "is ", "became ", "were ", "are ", "called ", "named ", "considered ")
_RANKED = (
    "known, ",
    "famous, ",
    "largest, ",
    "biggest, ",
    "best, ",
    "oldest, ",
    "first, ",
    "them, ",
)


@cache
def _listing() -> re.Pattern[str]:
    """ "14 sovkhozes were created: "Kievsky", …", "several theatres, among them "Zhastar"\"."""
    plurals = [row["plural"] for row in table("organization_heads") if row["takes_name"] == "yes"]
    return re.compile(
        rf"\b({any_of(plurals)})\b[^.:;\n\"]{{0,80}}?"
        r"(?::(?: [Ii]n (?:the )?[A-Z][\w-]+)?|[,;] (?:among (?:them|which|those)|including|such as)"
        r"(?: (?:were|are|was))?:?|(?:(?<=formed)|(?<=created)|(?<=opened)|(?<=organized)),) $"
    )


# Verbs behind which a colon opens what the press says.
_SAYS = re.compile(
    r"\b(?:wrote|writes?|said|says?|reported|published|printed|read|asked|called|sang|staged|played)\b"
)
_OPENS_LIST = (
    *(": ", "them ", "which ", "those ", "including ", "such as ", "were ", "are "),
    *("formed, ", "created, ", "opened, ", "organized, "),
)

# "Societies grew elsewhere: in Karaganda "Phoros"\".
_OPENS_AT = re.compile(r": [Ii]n (?:the )?[A-Z][\w-]+ $")


def _head_listing(text: str, start: int) -> re.Match[str] | None:
    """The plural head that a list of quoted names follows at a distance."""
    low = max(0, start - _SAID_REACH)
    if not text.endswith(_OPENS_LIST, low, start) and not _OPENS_AT.search(text, low, start):
        return None
    match = _listing().search(text, low, start)
    gap = text[match.end(1) : start] if match else ""
    works = any(word in word_set("work") for word in _WORDS.findall(_SEAT.sub("", gap).lower()))
    return None if works or _SAYS.search(gap) else match


# "kolkhozes | of Enbekshikazakh district": where they are, no work's noun.
_SEAT = re.compile(
    r"\b(?:of|in) (?:the |this )?(?:[A-Z][\w-]+ ){0,2}(?:district|settlement|village|aul)\b"
)


def _head_beside(text: str, start: int, end: int) -> Row | None:
    low = max(0, start - 60)
    # No search where none of the words can end a head.
    led = not _head_ends().isdisjoint(_WORDS.findall(text[low:start].lower()))
    before = _before_quote().search(text, low, start) if led else None
    # 'Chairman of the Board of "Elim" | fund': the board has no name of its own.
    board = before is not None and before[1].lower() == "board"
    match = (
        (not board and before)
        or _after_quote().match(text, end)
        or (led and _farther_before_quote().search(text, low, start))
        or (led and _ORGAN_BEFORE_QUOTE.search(text, low, start))
        or _head_said(text, start)
        or _head_listing(text, start)
    )
    verb = VERB_BEFORE.search(text, low, start)
    row = heads()[match[match.lastindex or 1].lower()] if match and not verb else None
    return row if row is not None and row["takes_name"] == "yes" else None
