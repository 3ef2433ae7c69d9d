"""Facts and their fields as short text, for listings of errors."""

from pipeline.records import Date, Fact, Leader, Organization, Percentage, Place, Population

NOTHING = "–"


def _amount(fact: Population | Percentage) -> str:
    if fact.value is not None:
        return f"{fact.value:,}".replace(",", " ")
    low, high = ("…" if bound is None else f"{bound:,}" for bound in (fact.low, fact.high))
    return f"{low}–{high}".replace(",", " ")


def _hedge(fact: Population | Percentage) -> str:
    return "" if fact.qualifier == "exact" else f" ({fact.qualifier})"


def fact_text(fact: Fact) -> str:
    """The normalised value: "70 000 persons (more_than)", "6.2 %", a name, "193X late"."""
    match fact:
        case Population():
            return f"{_amount(fact)} {fact.unit}{_hedge(fact)}"
        case Percentage():
            return f"{_amount(fact)} %{_hedge(fact)}"
        case Organization():
            return fact.name
        case Date():
            value = fact.edtf or f"unresolved: {fact.mentions[0].text}"
            return f"{value} {fact.part}" if fact.part else value


def field_text(value: object) -> str:
    """A field's value: places by name and code, leaders by person and role, lists by semicolons."""
    match value:
        case None | ():
            return NOTHING
        case Place():
            return f"{value.name} ({value.code})" if value.code else value.name
        case Leader():
            return f"{value.person}, {value.role}"
        case tuple():
            return "; ".join(field_text(item) for item in value)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
