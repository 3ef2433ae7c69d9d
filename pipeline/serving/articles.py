"""Bodies to parcels: a text, a page, or JSON with one article or an array of them."""

from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    ValidationError,
)

from pipeline.reading import Parcel
from pipeline.reading.parcels import parcel
from pipeline.serving.problems import invalid

TEXT, HTML, JSON = "text/plain", "text/html", "application/json"

_Id = Annotated[str, Field(min_length=1, max_length=200)]
_Short = Annotated[str, Field(max_length=2000)]


class TextArticle(BaseModel):
    """A text as a row of JSON Lines has it; `published` resolves relative dates ("last year")."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    id: _Id | None = None
    url: _Short | None = None
    title: _Short | None = None
    published: date | None = None
    language: _Short | None = None

    def parcel(self, source: str, default_id: str) -> Parcel:
        """The article's bytes, and what is known of it."""
        return parcel(
            self.id or default_id,
            source,
            "row",
            self.text.encode("utf-8"),
            url=self.url,
            title=self.title,
            published=self.published.isoformat() if self.published else None,
            language=self.language,
        )


class PageArticle(BaseModel):
    """A saved page; title and publication date are read from the page itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    html: str
    id: _Id | None = None
    url: _Short | None = None

    def parcel(self, source: str, default_id: str) -> Parcel:
        """The page's bytes, and what is known of it."""
        return parcel(
            self.id or default_id, source, "page", self.html.encode("utf-8"), url=self.url
        )


def _kind(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    return "page" if isinstance(value, dict) and "html" in value else "text"


Article = Annotated[
    Annotated[TextArticle, Tag("text")] | Annotated[PageArticle, Tag("page")],
    Discriminator(_kind),
]
ONE: TypeAdapter[TextArticle | PageArticle] = TypeAdapter(Article)
MANY: TypeAdapter[list[TextArticle | PageArticle]] = TypeAdapter(
    Annotated[list[Article], Field(min_length=1)]
)


def is_array(body: bytes) -> bool:
    """Whether a JSON body holds many articles."""
    return body.lstrip()[:1] == b"["


def one_parcel(body: bytes, media_type: str, id_: str | None) -> Parcel:
    """The one article of a body; raises Refusal where the JSON is none."""
    if media_type == JSON:
        try:
            return ONE.validate_json(body, strict=True).parcel("request.json", id_ or "article")
        except ValidationError as error:
            raise invalid(error) from error
    form, source = ("page", "request.html") if media_type == HTML else ("text", "request.txt")
    return parcel(id_ or "article", source, form, body)  # type: ignore[arg-type]


def many_parcels(body: bytes) -> list[Parcel]:
    """The articles of a JSON array; raises Refusal where one of them is none."""
    try:
        articles = MANY.validate_json(body, strict=True)
    except ValidationError as error:
        raise invalid(error) from error
    return [
        article.parcel(f"request.json:{number}", f"article-{number}")
        for number, article in enumerate(articles, start=1)
    ]
