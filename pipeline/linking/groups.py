"""The people that a share or change is told of, chosen among those its sentence and the one before name."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.extensions import columns, once, sentence_index, sentence_of, spans_in, text_of
from pipeline.linking.encoder.blocks import Block
from pipeline.linking.previous import with_previous
from pipeline.linking.ranking import Option
from pipeline.linking.surroundings import (
    between,
    inside,
    is_within,
    lead_in,
    paragraph_of,
    relation,
    standing,
    title_of,
)
from pipeline.normalising.context import person_nouns
from pipeline.normalising.gazetteer import is_people, peoples

# What the words between a percentage and a people may be.
LINKS = {
    "copula": re.compile(r" (?:were|are|was|is|being|became)(?: \w+)? $"),
    "dash": re.compile(r" ?[-–—:(] ?$"),
    "of": re.compile(r" of (?:all |the |these |its )*$"),
    "made": re.compile(
        r" (?:make|made|makes|constitut\w+|compris\w+|account\w*)(?: up| for)?(?: \w+)? $"
    ),
    "them": re.compile(r" (?:of|from|among) (?:them|whom|which)(?:,? (?:were|are))?,? ?[-–—]? ?$"),
    "number": re.compile(r"\b(?:number|share|part|proportion|quantity) of (?:the )?$"),
}


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A people or a kind of people named at `span`."""

    span: Span
    group: str
    ethnic: bool


def group_mentions(doc: Doc, low: int, high: int) -> list[GroupMention]:
    """Peoples and counted nouns between two token offsets, in order."""
    found = [
        GroupMention(span, span._.group, True)
        for span in spans_in(doc, "groups", low, high)
        if span.end <= high
    ]
    taken = {i for mention in found for i in range(mention.span.start, mention.span.end)}
    for start, end, group in _nouns(doc, low, high):
        if taken.isdisjoint(range(start, end)):
            found.append(GroupMention(doc[start:end], group, False))
    return _joined(doc, _women(doc, sorted(found, key=lambda mention: mention.span.start)))


def _women(doc: Doc, mentions: list[GroupMention]) -> list[GroupMention]:
    """ "Kazakh women" as one mention: of the women of a people, not of the people."""
    kept: list[GroupMention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        beside = last is not None and last.ethnic and last.span.end == mention.span.start
        if last is not None and beside and mention.group == "women":
            span = doc[last.span.start : mention.span.end]
            kept[-1] = GroupMention(span, span.text, False)
        else:
            kept.append(mention)
    return kept


# "The training of personnel": nobody that a share is of.
_TRAINED = "personnel"


def _nouns(doc: Doc, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """Counted nouns between two token offsets, of three tokens ("non-believers"), two ("civil servants") or one."""
    known = once(doc, "counted_nouns", lambda: list(_counted_nouns(columns(doc).lowers)))
    start = low
    for i, sized in known[bisect_left(known, (low,)) : bisect_left(known, (high,))]:
        size, group = next(told for told in sized if i + told[0] <= high or told[0] == 1)
        if i >= start and group is not None:
            start = i + size
            yield i, start, group


def _counted_nouns(words: Sequence[str]) -> Iterator[tuple[int, Sequence[tuple[int, str | None]]]]:
    """The tokens that begin a noun, with its sizes and groups, the longest first and that of the token last."""
    following = (*words[1:], "", "", "")
    for i, word in enumerate(words):
        if following[i] == "-":
            size, two = 3, _group_of(f"{word}-{following[i + 1]}")
            # "Able-bodied age": no people of their own.
            two = None if following[i + 1].endswith("ed") and following[i + 2].isalpha() else two
        else:
            size, two = 2, _group_of(f"{word} {following[i]}")
        one = _group_of(word)
        if two is not None or one is not None:
            yield i, [*([(size, two)] if two is not None else []), (1, one)]


def _group_of(words: str) -> str | None:
    noun = person_nouns().get(words)
    return noun.group if noun is not None and noun.group != _TRAINED else None


def _joined(doc: Doc, mentions: list[GroupMention]) -> list[GroupMention]:
    """Two kinds of people that "and" joins as one mention: "women and teenagers"."""
    kept: list[GroupMention] = []
    words = columns(doc).words
    for mention in mentions:
        last = kept[-1] if kept else None
        joint = words[last.span.end : mention.span.start] if last else []
        if last is not None and joint == ["and"] and not (last.ethnic or mention.ethnic):
            span = doc[last.span.start : mention.span.end]
            kept[-1] = GroupMention(span, f"{last.group} and {mention.group}", False)
        else:
            kept.append(mention)
    return kept


# Characters before a people's name that are read.
_REACH = 40
# "Kazakh as their native language", "speak Kazakh": a language.
_LANGUAGE_BEHIND = re.compile(
    r" (?:languages?|tongue|speech|script|alphabet)\b"
    r"|,? (?:as |for |to be )?(?:their|a|an|the|his) (?:native|mother|first|second|own) (?:language|tongue)\b"
)
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:speaks?|speaking|spoke|spoken|(?:knows?|knew|command of|fluent in|in)(?: only)?) $"
)
# "Kazakh plays": a thing, not who; but "Kazakh population", "Kazakh share".
_PEOPLE_OF = re.compile(
    r"population|people|nation(?:ality)?|share|part|percentage|proportion|number|component|diaspora|community|minority"
    r"|majority|half|origin|ethnos|group|element|contingent|side|tribe|clan|intelligentsia|elite|peasantry|nobility"
    r"|youth|proletariat|clergy|estate|farms?|households?|economies|yurts?|kibitkas?|tents?|one|ones",
    re.IGNORECASE,
)
# "Oncology grew, the doctors believe, by 2 percent": those who say it.
_SAYING = re.compile(
    r",? (?:(?:now|themselves|also) )?(?:believe|think|say|said|consider|estimate|assert|claim|note|write"
    r"|calculated|suppose|maintain|suggest|reckon|report)(?:s|d|ed)?\b"
)
_PERCENT_OF = re.compile(r"(?:%|per ?cents?) (?:of )?(?:the |all )*$", re.IGNORECASE)
_SAID_BY = re.compile(
    r"\b(?:according to|in the (?:opinion|view|estimate|words) of|by (?:the )?(?:estimates?|data|words"
    r"|calculations?) of) (?:the |some |many |foreign |local )*$",
    re.IGNORECASE,
)


def people_in(doc: Doc, low: int, high: int) -> list[GroupMention]:
    """The mentions of a stretch that a share can be of."""
    return [m for m in group_mentions(doc, low, high) if not _is_else(doc, m)]


def peoples_in(doc: Doc, block: Block) -> list[tuple[Span, str]]:
    """The peoples of a block that a share or count can be of."""
    return [(mention.span, mention.group) for mention in people_in(doc, *block.tokens(doc))]


def _is_else(doc: Doc, mention: GroupMention) -> bool:
    """Whether a mention is a language, work or part of a place's name, or those who tell of a share."""
    text, start, end = text_of(doc), mention.span.start_char, mention.span.end_char
    if not mention.ethnic:
        low = sentence_of(mention.span).start_char
        said = _SAYING.match(text, end) and not _PERCENT_OF.search(text, low, start)
        if mention.group in STATES and _COPULA.search(text, low, start):
            return True
        if mention.span.text.endswith("ing") and _DOING.search(text, low, start):
            return True
        return bool(said or _SAID_BY.search(text, low, start))
    if mention.span.text.endswith("s"):
        return False
    language = _LANGUAGE_BEFORE.search(text, max(0, start - _REACH), start) and (
        not text[end + 1 : end + 2].islower()
    )
    named = is_within(mention.span, "places")
    return bool(language or named or _LANGUAGE_BEHIND.match(text, end) or _is_of_thing(mention))


# "Nomads were sick": no people of their own.
STATES = frozenset(("sick", "wounded", "disabled", "poor", "homeless"))
# "12 % went on | studying": what they do.
_DOING = re.compile(
    r"\b(?:were|are|was|is|been|(?:went|go|going) on|kept|continued?|began|of|by|for|while) $"
)
_COPULA = re.compile(r"\b(?:were|are|was|being|been|fell|became) $")


def _is_of_thing(mention: GroupMention) -> bool:
    """Whether a people's name tells of a thing that the noun behind it names: "Kazakh plays"."""
    doc, table = mention.span.doc, columns(mention.span.doc)
    i = mention.span.end
    if i >= len(doc) or table.pos[i] != "NOUN" or not table.words[i].islower():
        return False
    word = table.lowers[i]
    person = word in person_nouns() or f"{word}s" in person_nouns()
    return not person and _PEOPLE_OF.fullmatch(word) is None


# "Others - 2,7 %", "other ethnic groups together make up 10.9 %": a share of no people that is named.
_OTHER_GROUPS = (
    r"(?: [a-z]+){0,2} (?:groups?|peoples?|nations|nationalities|ethnicities|ethnoses|minorities)"
)
_MAKE_UP = (
    r"(?: (?:of|in) [^.;,%\d]{3,30})?(?: together| in all)?"
    r" (?:make|made|makes|constituted?|accounts?|accounted|are|were)(?: up| for)?(?: only| about| nearly)? "
)
# "Men – 12 %, women – 2 %, | on the whole | 7 %", "women – 612; | urban – | 420": from its halves back to all.
_OF_WHOLE = (
    r"|(?:women|men|girls|boys)\b[^.]{0,80}[;,] (?:and )?(?:urban|rural|on the whole|in all|in total|total|overall)"
    r"(?: population)?(?: number)? (?:[-–—] )?"
)
OTHERS = re.compile(
    rf"\b(?:others |others?{_OTHER_GROUPS}{_MAKE_UP}"
    rf"|(?:others?|(?:the )?rest|remaining)(?:{_OTHER_GROUPS})? ?[-–—:(] ?{_OF_WHOLE})"
    r"(?:[\d., ]*\d(?: (?:thousand|million))? \()?$",
    re.IGNORECASE,
)


def group_options(
    doc: Doc, span: Span, kind: str, previous: Span | None
) -> list[Option[str | None]]:
    """Every people that may be meant, and none; `previous` is the percentage before."""
    if OTHERS.search(text_of(doc), sentence_of(span).start_char, span.start_char):
        return [Option(None, ("none",))]
    start, end = _reach(doc, span)
    mentions = [
        m
        for m in people_in(doc, start, end)
        if not (inside(span, m.span) or labels_another(doc, span, m))
    ]
    options: list[Option[str | None]] = [
        Option(mention.group, tuple(_features(doc, span, mention, mentions, kind)))
        for mention in mentions
    ]
    local = any("here=same" in option.features for option in options)
    options += _of_article(doc, kind, [option.value for option in options], local)
    after = text_of(doc)[span.end_char : span.end_char + 25].split()[:2]
    cues = (
        "none",
        f"none:{kind}",
        f"none:local={local}:{kind}",
        *(f"none:after={w}" for w in after),
    )
    return with_previous([*options, Option(None, cues)], span, previous, "group")


# Peoples of a title that are options; "Germans, Poles, Koreans and …" is about none of them.
_OF_TITLE = 2


# An article that names a people, or a kind of people, so often is about it.
_OFTEN = 4


def _of_article(
    doc: Doc, kind: str, named: Sequence[str | None], local: bool
) -> Iterator[Option[str | None]]:
    """Whom the article is about, whether or not its paragraph names them: the title's peoples, and the most told."""
    titled, frequent = titled_peoples(doc), _most_told(doc)
    for people in titled[:_OF_TITLE]:
        signs = (f"n={len(titled)}", f"named={people in named}", f"local={local}", kind)
        yield Option(people, ("title", *(f"title:{sign}" for sign in signs)))
    for role, (people, times) in zip(("most", "second"), frequent, strict=False):
        often = min(times // _OFTEN, _OFTEN)
        signs = (f"n={often}", f"named={people in named}", f"titled={people in titled}", kind)
        yield Option(people, (role, *(f"{role}:{sign}" for sign in signs)))


def _most_told(doc: Doc) -> Sequence[tuple[str, int]]:
    """The two groups that the article names most often, with how often."""

    def told() -> Sequence[tuple[str, int]]:
        counts = Counter(mention.group for mention in group_mentions(doc, 0, len(doc)))
        return [(group, times) for group, times in counts.most_common(2) if times >= _OFTEN]

    return once(doc, "most_told_groups", told)


def titled_peoples(doc: Doc) -> Sequence[str]:
    """The peoples that the article's title names, in order: by their plurals, else by adjectives."""
    return once(doc, "titled_peoples", lambda: _peoples_of(title_of(doc)))


def _peoples_of(title: str) -> Sequence[str]:
    words = [word for word in re.findall(r"[\w'-]+", title.lower()) if word in peoples()]
    # "Greeks on the Kazakh land" is about Greeks.
    plurals = [word for word in words if is_people(word)]
    return list(dict.fromkeys(peoples()[word] for word in plurals or words))


_OWN_SHARE = re.compile(r" ?[-–—:] ?(?:about |only )?\d[\d.,]* ?(?:%|per ?cents?)")


# "72 % were convicted; 46 percent were | Ukrainians".
_SHARE_OF_NEXT = re.compile(r"[^;]{0,120}; [^;]{0,40}?\d ?(?:%|per ?cents?)[^;]{0,80}")


def labels_another(doc: Doc, span: Span, mention: GroupMention) -> bool:
    """Whether a people behind a percentage has a share of its own ("8,1 % (men – 12 %") or is in a clause with one."""
    if mention.span.start < span.end:
        return False
    text, start = text_of(doc), mention.span.start_char
    own = _OWN_SHARE.match(text, mention.span.end_char)
    return bool(own or _SHARE_OF_NEXT.fullmatch(text, span.end_char, start))


def _reach(doc: Doc, span: Span) -> tuple[int, int]:
    """Token bounds of the percentage's sentence and the one before it; from a list's lead-in on, in its rows."""
    sentence = sentence_of(span)
    lead = lead_in(doc, span.start_char)
    if lead is not None:
        return bisect_left(columns(doc).starts, lead[0]), sentence.end
    starts, index = columns(doc).sentences, sentence_index(span)
    low, _ = paragraph_of(doc, span.start_char)
    first = max(starts[max(0, index - 1 - _BACK)], bisect_left(columns(doc).starts, low))
    before = sentence_of(doc[sentence.start - 1 : sentence.start]) if sentence.start else sentence
    return min(first, before.start), sentence.end


# Sentences of the paragraph before a percentage's own that may tell its people.
_BACK = 4


def _features(
    doc: Doc, span: Span, mention: GroupMention, mentions: list[GroupMention], kind: str
) -> Iterator[str]:
    near, apart = standing(span, mention.span)
    yield f"here={near}"
    yield f"apart={apart}"
    yield f"ethnic={mention.ethnic}:{near}"
    # "Kazakh steppe" names no people, "Kazakhs" does.
    yield f"plural={mention.span.text.endswith('s')}:{mention.ethnic}:{near}"
    yield f"kind={kind}:{near}"
    yield f"titled={mention.group in titled_peoples(doc)}:{near}"
    if near != "same":
        last = not any(mention.span.start < m.span.start < span.start for m in mentions)
        yield f"back:last={last}"
        meant = _PRONOUN.search(
            text_of(doc), sentence_of(span).start_char, sentence_of(span).end_char
        )
        yield f"back:{kind}:meant={meant is not None}:last={last}"
        return
    yield from relation(span, mention.span)
    side = "before" if mention.span.end <= span.start else "after"
    for name in _links(doc, span, mention.span):
        yield f"link={name}:{side}"
        yield f"link={name}:{side}:{kind}"
    start, end = between(span, mention.span)
    if not any(start <= m.span.start and m.span.end <= end for m in mentions):
        yield f"nearest={side}"
        yield f"nearest={side}:ethnic={mention.ethnic}"
    if mention.span.root.dep_ in ("nsubj", "nsubjpass"):
        yield f"subject:{side}"


# What stands for a people told before.
_PRONOUN = re.compile(
    r"\b(?:they|them|their|these|the latter|the former|this people|it)\b", re.IGNORECASE
)


def _links(doc: Doc, span: Span, mention: Span) -> Iterator[str]:
    """What the words between a percentage and a people say."""
    text = text_of(doc)
    if mention.end <= span.start:
        words = text[mention.end_char : span.start_char]
        opening = text[max(0, mention.start_char - 25) : mention.start_char]
        if LINKS["number"].search(opening):
            yield "number"
    else:
        words = text[span.end_char : mention.start_char]
    for name in ("copula", "dash", "of", "made", "them"):
        if LINKS[name].search(words):
            yield name
    if not words.strip():
        yield "adjacent"
