"""What the words around a count say of its kind for certain: tables of patterns before and behind it.

Notes for a newcomer: `told_kind` tries the verb behind a count first, then what stands before it; where none tells,
weights decide (kinds.py). A row belongs here only where its words leave no doubt, whatever else the sentence tells.
"""

import re

from pipeline.anchors import Demanding
from pipeline.records import PopulationKind

_HOW_MANY = r"(?:(?:only|already|about|nearly|almost|over|some|more than|just|even) )*"
# Other counts told in one breath: "…, including 387 thousand Chechens and 91 thousand Ingush, were".
_ITEM = (
    r"(?:\d|more than a |about a )"
    r"(?:(?! (?:of|from|among) (?:them|whom|which)| and (?:\w+ ){0,2}\d)(?:[^.;,:()]|(?<=\d)[.,](?=\d))){0,45}"
)
# A comma alone joins no list: "2987 sick, 2750 died".
_LIST_BEHIND = (
    rf"(?:(?:(?:, {_HOW_MANY}{_ITEM}?)*?,? and {_HOW_MANY}{_ITEM}?"
    rf"|,(?: including| i\.e\.,?| that is,?| or) {_HOW_MANY}{_ITEM}?(?:,? and {_HOW_MANY}{_ITEM}?)?"
    # An aside of a part, without a fate of its own: ", among them 52 percent children, were".
    rf"|,? (?:among|of|from) (?:them|whom|which|these) {_HOW_MANY}{_ITEM}?(?:,? and {_HOW_MANY}{_ITEM}?)?(?=,)),?)?"
)
_LIST_BEFORE = rf"(?:{_ITEM}?(?:, and|,| and) )*{_HOW_MANY}$"
_AUXILIARY = (
    r"(?: [-–—])?(?: (?:of|from|among) (?:them|whom|these|those))?(?:,? (?:who|that|which))?(?: (?:had|have|has))?"
    r"(?: (?:also|then|later|already|soon|never|all))?"
)
_WERE = r"(?: (?:were|was|been|being|are)(?: to be)?)(?: (?:also|then|later|already|soon|all|both|either))?"
_COUNTRYWARD = r"(?:to|into|from|for|across|over|through)"
_STRENGTH = (
    r"(?:garrison|army|detachment|regiment|troops|squad|corps|militia|expedition|brigade|division|battalion|gang|horde"
    r"|cavalry|delegation|staff|crew|troupe|choir|orchestra|convoy|guard)"
)
_UNIT = r"(?:division|regiment|battalion|brigade|army|squadron|company|platoon|detachment|garrison)"
_SETTLEMENT = (
    r"(?:town|city|village|settlement|aul|auls|region"
    r"|district|county|province|uyezd|volost|republic|country|fortress)"
)
_EXPELLED_FROM = (
    r"(?:universit|institut|school"
    r"|academ|colleg|part(?:y|ies)\b|union|komsomol|technical|course|gymnasi|madrasa)"
)
_HOUSE = r"(?:hospital|orphanage|school|sanatori|camp|prison|barracks|hostel|hotel)"
# Who rose, and what people come together for.
_RISING = (
    r"(?:revolts?|uprisings?|rebellions?|riots?|strikes?|unrest|demonstrations?|protests?|disturbances"
    r"|mutin(?:y|ies))"
)
_OCCASION = (
    r"(?:celebrat\w+|see|watch|listen|hear|greet|meet|honou?r|pray|vote|protest|support|attend|participate"
    r"|take part|bow"
    r"|the (?:[\w-]+ )?(?:squares?|streets|meeting|rally|celebrations?|feast|holiday|festival|concert|congress"
    r"|exhibition|opening|polls|elections|mosque|funeral|museum|theat(?:re|er)))\b"
)
_ACHIEVED = (
    r"(?:owners?|holders?|members?|participants?|laureates?|winners?|champions|students?|candidates|doctors|masters"
    r"|graduates|engineers|teachers|specialists|heroes|communists|orphans|invalids|unemployed|scholars)"
)
_HOUSED = r"(?:a |any |their )?(?:roof|shelter|homes?|houses?|housing|jobs?|work)\b"
_Rows = tuple[tuple[PopulationKind, str], ...]

# Verbs right behind a count, and kinds.
_BEHIND: _Rows = (
    (
        "lost",
        r" (?:died|perished|starved to death|fell victim|(?:did|could) not survive|went extinct|became extinct)\b",
    ),
    (
        "lost",
        rf"{_WERE} (?:killed|slain|beheaded|hanged|executed|massacred|slaughtered|exterminated|mown down|buried alive"
        r"|swept away|carried off by|shot(?! in\b))\b",
    ),
    (
        "moved",
        rf"{_WERE} (?:captured|taken (?:prisoners?|captive)|(?:led|driven|taken) (?:away |off )?(?:in|into|to)"
        r" captivity)\b",
    ),
    ("moved", r" (?:(?:in|into|to) captivity|(?:as )?(?:prisoners?|captives?)(?! of war))\b"),
    (
        "lost",
        rf"(?:{_WERE})? sent to (?:the )?(?:[\w-]+ )?(?:camps?|prisons?|jails?|hard labou?r|gulag)\b",
    ),
    (
        "other",
        rf"(?:{_WERE}| got) (?:wounded|injured|born|punished|flogged|whipped|left homeless|left without {_HOUSED})\b",
    ),
    (
        "other",
        r" (?:fell (?:ill|sick)|took (?:up arms|part)|participated|rebelled|revolted|mutinied"
        r"|rose (?:in (?:arms|revolt|rebellion)|against))\b",
    ),
    ("other", r" received (?:compensation|benefits|injuries|wounds|diplomas|education|medals)\b"),
    ("other", rf"{_WERE} expelled from (?:the |its |their )?(?:[\w-]+ ){{0,3}}{_EXPELLED_FROM}"),
    ("lost", r" became (?:the )?victims\b"),
    (
        "lost",
        r" (?:lie|lay|rest|are buried|were buried) in (?:the |this |that |these |our )?"
        r"(?:earth|soil|graves?|[\w-]+ (?:cemetery|graves?))\b",
    ),
    (
        "lost",
        r"(?: of (?:the |this |our )?[\w-]+)?"
        r" (?:(?:laid|lay|put) down their (?:heads?|lives)|(?:gave|lost) their lives)\b",
    ),
    (
        "moved",
        r" (?:found|sought|got|received) (?:a |their |temporary )?(?:shelter|refuge|asylum)\b",
    ),
    ("other", rf" became (?:the )?(?:[\w-]+ )?{_ACHIEVED}\b"),
    (
        "other",
        r" (?:came(?: together| out)?|went out|gathered|assembled|arrived)"
        rf"(?: (?:to|in|at|from) (?:the )?[\w-]+(?: (?-i:[A-Z])[\w-]+)?)? (?:to|for) {_OCCASION}",
    ),
    ("other", rf" (?:remained|were left)(?: alive)? (?:of|from|out of) [^.;]{{0,60}}\b{_UNIT}\b"),
    (
        "resident",
        r"(?: \([^()]{1,20}\))? (?:consider|call|identif|declar|recogni[sz]|name)(?:s|d|ed|ied|y|e)? themselves\b",
    ),
    (
        "moved",
        r" (?:crossed (?:over )?the (?:border|frontier)|fled(?! from the field)|emigrated)\b",
    ),
    ("moved", rf"{_WERE} (?:deported|resettled|evacuated|evicted|loaded (?:on|in)?to)\b"),
)
# A participle that ends its item of a list: "1296 people killed, 1204 wounded".
_ENDED = r"(?=\s*(?:[,.;](?!\d)|$)| and \d)"
_BARE: _Rows = (
    ("lost", "killed|shot dead|executed|hanged|dead|missing"),
    ("moved", "captured|taken prisoners?"),
    ("other", "wounded|injured"),
)
_PARTICIPLES: tuple[tuple[PopulationKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf" (?:{words}){_ENDED}")) for kind, words in _BARE
)
# Verbs that guests, troops and students take too, of whom they tell nothing.
_COMING: _Rows = (
    # Those left are there, unless it is told how.
    ("resident", r" (?:were|was) left(?: alive| there| here)?(?=\s*(?:[.,;](?!\d)|$)| in [A-Z])"),
    (
        "moved",
        rf"{_WERE} (?:placed|settled|accommodated) in (?:the )?[A-Z](?![^.;]{{0,50}}\b{_HOUSE})",
    ),
    (
        "moved",
        rf"{_WERE} (?:driven|marched|escorted|convoyed|shipped|transported)(?: on foot| by \w+)? {_COUNTRYWARD}\b",
    ),
    (
        "moved",
        rf"(?:{_WERE})? (?:brought|transported|taken out|driven) from (?!the (?:front|hospital)\b)",
    ),
    ("moved", r" (?:headed|set (?:out|off)|roamed (?:away|off)) (?:for|to|towards?)\b"),
    (
        "moved",
        rf" (?:arrived (?:in|at|from|to)|departed|moved {_COUNTRYWARD}|migrated"
        r"|passed (?:in \d{4} )?(?:to|into|across|over)"
        r"|left (?:for|to) (?!the front|study|fight)[\w])\b",
    ),
)
_VISITING = re.compile(
    r"(?:delegates|guests|participants|pupils|students|schoolchildren|pilgrims|soldiers|warriors|troops|fighters"
    r"|cossacks|horsemen|tourists|athletes|visitors|deputies|representatives|envoys|ambassadors|members|men"
    r"|passengers|artists|singers|sportsmen|officers|listeners|spectators|volunteers|recruits|cadets|scientists)",
    re.IGNORECASE,
)
# Words that a count stands right behind, alone or in a list, and kinds.
_BEFORE: _Rows = (
    (
        "lost",
        r"\b(?:cemeter(?:y|ies)|graves?|earth|burial ground)\b[^.;]{0,50}?"
        r" (?:lie|lies|lay|rest|are buried|were buried) ",
    ),
    (
        "lost",
        r"\b(?:killed|beheaded|executed|hanged|slew|massacred|slaughtered|exterminated|perished|died|dead|missing)"
        r"(?: were| was| numbered| made(?: up)?| amounted to)?(?: ?[-–—:])? ",
    ),
    (
        "lost",
        r"\b(?:deaths?|killings?|murder|execution|extermination|massacre|shooting|slaughter) of"
        r" (?:the |its |their |all )?",
    ),
    (
        "other",
        r"\b(?:mobili[sz]ation|conscription|call-up|recruitment|training|enrol?lment|rehabilitation|participation) of"
        r" (?:the |its |their |all )?",
    ),
    ("other", rf"\b{_RISING}\b[^.;]{{0,40}}\b(?:cover|involv|embrac|engulf)(?:ed|ing) "),
    (
        "other",
        r"\b(?:regime|account|register|supervision|restrictions?) (?:was|were) (?:removed|lifted) from ",
    ),
    ("other", r"\b(?:attended|visited|watched) by "),
    ("other", r"\b(?:came|come|got) together "),
    (
        "resident",
        r"\b(?:is|was|are|were|became|become|remains?)(?: a| the| now)? home (?:to|for|of) ",
    ),
    (
        "lost",
        r"\b(?:typhus|typhoid|cholera|plague|smallpox|scurvy|measles|dysentery|epidemic|hunger|famine) (?:had )?took ",
    ),
    (
        "resident",
        r"\b(?:town|city|village|settlement)\b[^.;]{0,60} (?:which|that) (?:had )?(?:once )?housed ",
    ),
    ("lost", r"\bto the (?:gallows|scaffold) (?:went|were sent|were led) "),
    ("resident", r"\b(?:auls?|villages?|towns?|cit(?:y|ies)|settlements?|stanitsas?|hamlets?) of "),
    (
        "other",
        r"\b(?:wounded|injured|fell (?:ill|sick)|shell-shocked)(?: were| was| numbered| made(?: up)?| amounted to)?"
        r"(?: ?[-–—:])? ",
    ),
    ("other", rf"\b(?:left|remained) (?:without {_HOUSED}|homeless) "),
    (
        "other",
        rf"\b{_STRENGTH}(?: of [^.;,]{{3,30}})? (?:numbered|counted|consisted of|comprised|totalled|amounted to) ",
    ),
    # Envoys come and go; they settle nowhere.
    (
        "other",
        r"\b(?:delegation|deputation|embassy|suite) (?:of|numbering|consisting of|in number of) ",
    ),
    ("moved", r"\b(?:were (?:unloaded|deported|resettled|evicted|evacuated)) "),
)
_COME: _Rows = (
    ("moved", r"\bto (?:settle|resettle|deport|evict|exile|relocate|evacuate) "),
    (
        "moved",
        rf"\b(?:{_SETTLEMENT}|Kazakhstan)(?: has| had)? (?:accepted|sheltered|took in) ",
    ),
    ("moved", r"\b(?:arrived|departed|went down to [A-Z][\w-]+) "),
    (
        "moved",
        r"\b(?:flight|exodus|influx|inflow|outflow|resettlement|deportation|evacuation|arrival|eviction|departure|return"
        r"|relocation|repatriation|banishment|e?migration|immigration) of (?:the |another |a further )?",
    ),
)
_NEUTRAL = r".*\b(?:people|persons|souls|inhabitants|residents|men)$"
# What stands before a count, how it ends, what stands behind it.
_AROUND: tuple[tuple[PopulationKind, str, str, str], ...] = (
    ("lost", "", r".* dead$", ""),
    (
        "lost",
        r"\b(?:loss(?:es)?|death toll|casualties)(?: (?:of|in|at|for|among) (?:[^.;,:\d]|\b1[6-9]\d\d){3,60})?"
        r" (?:made(?: up)?|were|was|is|amounted to|reached|totall?ed|constituted|numbered|came to)"
        r"(?:, (?:in|by|according) [^.;,:\d]{3,50},)? ",
        r"(?!.*\b(?:wounded|injured|sick|captured|prisoners)$).*",
        r"(?! (?:wounded|injured|sick|captured|taken))",
    ),
    # Who it cost, and persons: no roubles.
    (
        "lost",
        r"\b(?<!the )(?<!at )cost (?:the |its |his |their )?[\w-]+(?: [\w-]+)? ",
        _NEUTRAL,
        "",
    ),
    (
        "other",
        r"\b[a-z]+ with ",
        r".*(?<!families)(?<!households)$",
        r" (?:reached|marched|attacked|besieged|rode|occupied|set out|defeated)\b",
    ),
    (
        "other",
        r"\b(?:remained|left|survived)(?: alive)? (?:of|from|out of) (?:the |its |his )?",
        "",
        rf" of (?:the |its |this )?(?:[\w-]+ ){{0,3}}{_UNIT}\b",
    ),
    # "At 700 households cattle was taken", as the Russian has it.
    (
        "other",
        r"\b(?:[Aa]t|[Ff]rom) ",
        "",
        r" (?:[a-z-]+ ){0,3}(?:was|were) (?:taken(?: away)?|confiscated|withdrawn|seized|expropriated|requisitioned)\b",
    ),
    (
        "resident",
        rf"\b(?:{_SETTLEMENT}|horde|uluses|ulus)(?: of [A-Z][\w-]+)?(?: in \d{{4}})?"
        r" (?:consisted of|numbered|counted|totall?ed|contained) ",
        r".*\b(?:people|persons|souls|inhabitants|residents|families|households|yurts|tents|kibitkas)$",
        r"(?! (?:dead|killed|dying|who|that)\b)",
    ),
    (
        "resident",
        r"\b(?:ethnos|ethnic group|diaspora|nationality|community|minority|population)\b"
        r"(?:[^.;,]|(?<=\d),(?= \d{4}\b)){0,80}"
        r" (?:is|are|was|were) (?:re)?presented(?: here)? by ",
        _NEUTRAL,
        "",
    ),
    (
        "resident",
        rf"^In \d{{4}}(?: years?)?,?(?: in (?:the |this )?(?:{_SETTLEMENT}|[A-Z][\w-]+))?"
        r" (?:there )?(?:were|was|lived) ",
        _NEUTRAL,
        r"(?:\s*(?:[.,;](?!\d)|$)| (?:in|on|and)\b)",
    ),
)
# A whole of which a part is told: what became of the part is no fate of the whole.
_WHOLE_OF = re.compile(
    r"(?:^(?:Of|From|Out of|Among)"
    r"|\b(?:thirds?|half|quarters?|majority|most|part|many|some|percent|%|\d) (?:of|from|out of))"
    r"(?: the| all| its)* $"
)
_OWN_FATE = re.compile(
    r"(?: of [^.;,]{3,30})?,? (?:who|that|which"
    r"|(?:were )?(?:shot|killed|executed|arrested|repressed|convicted|sentenced|imprisoned|detained"
    r"|condemned|dead|hanged|put on trial))\b"
)
_FATED = re.compile(
    r"\b(?:dead|killed|fallen|victims|arrested|repressed|shot|executed|convicts|prisoners|wounded|condemned|convicted)\b"
)


def _behind(rows: _Rows) -> Demanding[PopulationKind]:
    return Demanding(
        (kind, re.compile(rf"{_LIST_BEHIND}{_AUXILIARY}{pattern}", re.IGNORECASE), pattern)
        for kind, pattern in rows
    )


def _ahead(rows: _Rows) -> Demanding[PopulationKind]:
    return Demanding(
        (kind, re.compile(rf"{pattern}{_LIST_BEFORE}", re.IGNORECASE), pattern)
        for kind, pattern in rows
    )


# Of guests and troops coming tells nothing.
_VERBS_BEHIND, _VISITING_BEHIND = _behind((*_BEHIND, *_COMING)), _behind(_BEHIND)
_LABELS, _VISITING_LABELS = _ahead((*_BEFORE, *_COME)), _ahead(_BEFORE)
_BOTH_SIDES = tuple(
    (
        kind,
        re.compile(before and rf"{before}{_LIST_BEFORE}"),
        re.compile(told, re.DOTALL),
        re.compile(behind and rf"{_LIST_BEHIND}{behind}"),
    )
    for kind, before, told, behind in _AROUND
)
# "300 killed soldiers", not "300 families of killed soldiers".
_OWN = r"^(?!.*\b(?:of|for|after)\b).*\b"
_INSIDE: tuple[tuple[PopulationKind, re.Pattern[str]], ...] = (
    (
        "lost",
        re.compile(
            rf"{_OWN}(?:killed|dead|fallen|shot|executed|murdered|starved|perished|drowned|hanged|repressed|convicted"
            r"|sentenced)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "moved",
        re.compile(rf"{_OWN}(?:deported|evacuated|resettled|exiled|displaced)\b", re.IGNORECASE),
    ),
)
_TROOP = re.compile(rf"\b{_STRENGTH} of $")


def told_kind(before: str, told: str, behind: str) -> PopulationKind | None:
    """The kind that the words of a sentence before a count and those behind it tell of themselves."""
    inside = next((kind for kind, pattern in _INSIDE if pattern.match(told)), None)
    if inside is not None:
        return inside
    visiting = _VISITING.search(told) or _TROOP.search(before)
    ended = next((kind for kind, pattern in _PARTICIPLES if pattern.match(behind)), None)
    if ended is not None:
        return ended
    if not is_whole(before):
        verbs = (_VISITING_BEHIND if visiting else _VERBS_BEHIND).possible(behind)
        kind = next((kind for kind, pattern in verbs if pattern.match(behind)), None)
        if kind is not None:
            return kind
    labels = (_VISITING_LABELS if visiting else _LABELS).possible(before)
    kind = next((kind for kind, pattern in labels if pattern.search(before)), None)
    return kind or _on_both_sides(before, told, behind)


def _on_both_sides(before: str, told: str, behind: str) -> PopulationKind | None:
    for kind, ahead, own, after in _BOTH_SIDES:
        if after.match(behind) and own.match(told) and ahead.search(before):
            return kind
    return None


def is_whole(before: str) -> bool:
    """Whether a count is the whole of which the words before it take a part: "one third of 450 thousand"."""
    return _WHOLE_OF.search(before) is not None


def of_whole(kind: PopulationKind, before: str, told: str, behind: str) -> PopulationKind:
    """A kind, unless it is the fate of a part of those counted."""
    fated = _OWN_FATE.match(behind) or _FATED.search(told)
    return "other" if kind == "lost" and is_whole(before) and not fated else kind
