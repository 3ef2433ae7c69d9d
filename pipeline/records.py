"""The record contract: what one article becomes. Immutable pydantic models and their JSON Schema.

Standards: EDTF (ISO 8601-2:2019) for time, ISO 3166-1/-2 for places, BCP 47 for language.
Offsets are half-open character offsets into the raw decoded input.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    model_validator,
)

from pipeline.errors import GroundingError

SCHEMA_VERSION: Literal["1.0"] = "1.0"
_FLOAT_DIGITS = 15
JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

FACT_TYPES = ("populations", "percentages", "organizations", "dates")

Qualifier = Literal[
    "exact", "approximate", "more_than", "at_least", "less_than", "at_most", "range"
]
Unit = Literal["persons", "families", "households"]
PopulationKind = Literal["resident", "moved", "lost", "other"]
PercentageKind = Literal["share", "increase", "decrease", "other"]
OrganizationType = Literal[
    "government",
    "assembly",
    "association",
    "party",
    "education",
    "museum",
    "culture",
    "media",
    "company",
    "military",
    "international",
    "religious",
    "other",
]
DatePart = Literal[
    "early",
    "mid",
    "late",
    "beginning",
    "middle",
    "end",
    "first_half",
    "second_half",
    "first_quarter",
    "last_quarter",
    "first_third",
    "last_third",
    "turn",
]
DateKind = Literal[
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
    "interval",
    "recurring",
    "period",
    "relative",
]


# Years, decades, centuries, months and days of every year's calendar: valid at sight.
_PLAIN_EDTF = re.compile(
    r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]{4}-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_TWO_YEARS = re.compile(r"([1-9][0-9]{3})/([1-9][0-9]{3})")


def is_plain_edtf(value: str) -> bool:
    """Whether a string is EDTF of the forms that most dates have; the grammar takes a millisecond to tell of others."""
    if years := _TWO_YEARS.fullmatch(value):
        return years[1] < years[2]
    return _PLAIN_EDTF.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def _check_edtf(value: str) -> str:
    if is_plain_edtf(value):
        return value
    # Imported here: the grammar costs a fifth of a second that --help should not pay.
    from edtf_validate.valid_edtf import is_valid

    if not is_valid(value):
        raise ValueError(f"{value!r} is no EDTF string (ISO 8601-2:2019, levels 0-2)")
    return value


def _as_json_holds(value: Decimal) -> Decimal:
    """The number that a reader of the JSON gets, who keeps no more digits than a float has."""
    exact = len(value.as_tuple().digits) <= _FLOAT_DIGITS
    return value if exact else Decimal(str(_plain_number(value)))


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Edtf = Annotated[str, AfterValidator(_check_edtf)]
IsoDate = Annotated[str, Field(pattern=r"^-?\d{4,}-\d{2}-\d{2}$")]
Number = Annotated[
    Decimal,
    AfterValidator(_as_json_holds),
    PlainSerializer(_plain_number, return_type=int | float, when_used="json"),
]
Count = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Frozen):
    """A half-open stretch of the raw input."""

    start: Count
    end: Count

    @model_validator(mode="after")
    def _ordered(self) -> "Span":
        if self.end <= self.start:
            raise ValueError(f"empty span {self.start}:{self.end}")
        return self


class Mention(Span):
    """One place in the raw input that states a fact; `duplicate` where its paragraph is a retelling."""

    text: str
    sentence: str
    duplicate: bool = False


class Place(_Frozen):
    """Canonical English name and ISO 3166 code, where there is one ("KZ", "KZ-ALM")."""

    name: str
    code: str | None = None


class Leader(Span):
    """A person who heads an organization; the offsets are those of the person's name."""

    person: str
    role: str


class _Fact(_Frozen):
    id: str
    mentions: tuple[Mention, ...] = Field(min_length=1)
    confidence: Confidence = 1.0


class Population(_Fact):
    """A count of people; null `value` only where just bounds are known."""

    value: Count | None = None
    low: Count | None = None
    high: Count | None = None
    qualifier: Qualifier = "exact"
    unit: Unit = "persons"
    kind: PopulationKind = "resident"
    group: str | None = None
    place: Place | None = None
    time: Edtf | None = None


class Percentage(_Fact):
    """A percentage; null `value` for a range."""

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier = "exact"
    kind: PercentageKind = "share"
    subject: str | None = None
    group: str | None = None
    place: Place | None = None
    time: Edtf | None = None


class Organization(_Fact):
    """A named standing body."""

    name: str
    aliases: tuple[str, ...] = ()
    type: OrganizationType = "other"
    place: Place | None = None
    leaders: tuple[Leader, ...] = ()
    founded: Edtf | None = None


class Date(_Fact):
    """A point, span, era or recurring day; `earliest` and `latest` are closed bounds."""

    edtf: Edtf | None = None
    part: DatePart | None = None
    kind: DateKind
    approximate: bool = False
    uncertain: bool = False
    earliest: IsoDate | None = None
    latest: IsoDate | None = None


Fact = Population | Percentage | Organization | Date


class ArticleInfo(_Frozen):
    """What is known of the article itself: `n_chars` of the raw input, `n_tokens` of the clean text."""

    id: str
    source: str
    url: str | None = None
    title: str | None = None
    language: str | None = None
    published: Edtf | None = None
    sha256: str
    n_chars: Count
    n_tokens: Count


class Provenance(_Frozen):
    """What made the record."""

    pipeline: str
    model: str
    config_sha256: str


class ArticleRecord(_Frozen):
    """One article's facts: one line of `records.jsonl`."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    article: ArticleInfo
    populations: tuple[Population, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    organizations: tuple[Organization, ...] = ()
    dates: tuple[Date, ...] = ()
    warnings: tuple[str, ...] = ()
    provenance: Provenance

    def facts(self) -> tuple[Fact, ...]:
        """All facts, in the order of `FACT_TYPES`."""
        return (*self.populations, *self.percentages, *self.organizations, *self.dates)

    def check_grounding(self, raw: str) -> None:
        """Raise GroundingError unless `raw[start:end] == text` holds for every mention."""
        for fact in self.facts():
            for mention in fact.mentions:
                if raw[mention.start : mention.end] != mention.text:
                    raise GroundingError(
                        f"{self.article.id}: {fact.id} {mention.start}:{mention.end} gives "
                        f"{raw[mention.start : mention.end]!r}, not {mention.text!r}"
                    )


def json_schema() -> dict[str, Any]:
    """The record's JSON Schema (2020-12), as `ehistory schema` prints it."""
    schema = ArticleRecord.model_json_schema(mode="serialization")
    return {"$schema": JSON_SCHEMA_DIALECT, **schema}
