"""What holds for every text, of the genre or of none."""

import json
from collections.abc import Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from texts import ARTICLES, TEXTS

from pipeline import EhistoryError, extract, extract_many, load
from pipeline.assembling import assemble
from pipeline.cleaning import clean
from pipeline.extracting import article_of
from pipeline.nlp import make_doc
from pipeline.records import ArticleRecord

# An article takes longer than what other properties are about: fewer in an ordinary run.
few = settings(
    max_examples=30 if settings.default.max_examples == 100 else settings.default.max_examples
)
PUBLISHED = st.sampled_from((None, "2014-05-01", "2014", "0001-01-01", "9999-12-31"))
BEFORE = ("Home / News / Koreans of Ushtobe", "1 204 views", "Share", "Photo: from open sources")
AFTER = ("Tags: deportation, 1937", "See also", "Views: 1204", "Rating: 4.5/5 (12 votes)")


def extracted(text: str, published: str | None = None) -> ArticleRecord | None:
    """The record; null where the package says why there is none."""
    try:
        return extract(text, published=published)
    except EhistoryError:
        return None


def told(record: ArticleRecord) -> set[tuple[str, str]]:
    """What the facts are made of: the kind of each and the words of its mentions."""
    return {
        (type(fact).__name__, mention.text) for fact in record.facts() for mention in fact.mentions
    }


def values(record: ArticleRecord) -> list[str]:
    """The facts without their places in the raw text."""
    return [
        fact.model_dump_json(exclude={"mentions": {"__all__": {"start", "end"}}})
        for fact in record.facts()
        if not getattr(fact, "leaders", ())
    ]


@few
@given(TEXTS, PUBLISHED)
def test_every_text_gives_a_record_that_holds(text: str, published: str | None) -> None:
    """No error but ours; offsets give back their text; the record validates; twice gives the same."""
    record = extracted(text, published)
    assume(record is not None)
    assert record is not None
    record.check_grounding(text)
    for body in record.organizations:
        assert all(leader.end <= len(text) for leader in body.leaders)
    written = record.model_dump_json()
    again = ArticleRecord.model_validate_json(written)
    assert again == record
    json.loads(written.encode("utf-8").decode("utf-8"), parse_constant=_no_constant)
    assert extract(text, published=published).model_dump_json() == written


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} in a record")


@few
@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4), st.integers(1, 5))
def test_neighbours_and_batches_change_nothing(texts: list[str], batch_size: int) -> None:
    """An article alone, among others, and in batches of any size gives the same record."""
    articles = [article_of(text, id=f"a{number}") for number, text in enumerate(texts)]
    alone = [extract(article) for article in articles]
    assert list(extract_many(articles)) == alone
    assert list(extract_many(reversed(articles))) == alone[::-1]
    docs = load().pipe([make_doc(load(), article) for article in articles], batch_size=batch_size)
    assert [assemble(doc, a) for doc, a in zip(docs, articles, strict=True)] == alone


@few
@given(ARTICLES, st.lists(st.sampled_from(BEFORE)), st.lists(st.sampled_from(AFTER)))
def test_furniture_changes_no_fact(text: str, before: list[str], after: list[str]) -> None:
    """Breadcrumbs, counters and tags around an article are taken off again."""
    title = "Peoples of the steppe"
    plain = f"{title}\n\n{text}"
    page = "\n\n".join([*before, plain, *after])
    assert values(extract(page)) == values(extract(plain))


@few
@given(ARTICLES, ARTICLES)
def test_joining_two_articles_loses_no_fact(first: str, second: str) -> None:
    """Each says the same behind the other."""
    joined = told(extract(f"{first}\n\n{second}"))
    assert told(extract(first)) | told(extract(second)) <= joined


@few
@given(TEXTS)
def test_clean_text_leads_back_to_the_raw(text: str) -> None:
    """Offsets rise, and every paragraph lies within the text."""
    cleaned = clean(article_of(text))
    mapped = cleaned.mapped
    assert len(mapped.text) == len(mapped.starts) == len(mapped.ends)
    assert _rising(mapped.starts)
    assert _rising(mapped.ends)
    assert all(0 <= start < end <= len(mapped.text) for start, end in cleaned.paragraphs)


def _rising(numbers: Iterable[int]) -> bool:
    found = list(numbers)
    return found == sorted(found)
