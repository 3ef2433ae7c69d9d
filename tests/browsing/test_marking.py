"""Text with its facts: every mention is marked where it stands, whatever overlaps."""

from pathlib import Path

import pytest
from making import TEXT, people, predicted

from pipeline import extract
from pipeline.browsing.marking import Piece, Told, paragraphs_of, pieces, sentences_of
from pipeline.reading import read_inputs
from pipeline.records import ArticleRecord

RAW = Path(__file__).parents[2] / "corpus" / "raw"


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], [("abcdef", "")]),
        ([(1, 3)], [("a", ""), ("bc", "1"), ("def", "")]),
        ([(0, 6)], [("abcdef", "1")]),
        ([(0, 4), (2, 4)], [("ab", "1"), ("cd", "21"), ("ef", "")]),
        ([(0, 4), (2, 6)], [("ab", "1"), ("cd", "12"), ("ef", "2")]),
        ([(1, 2), (2, 3)], [("a", ""), ("b", "1"), ("c", "2"), ("def", "")]),
    ],
)
def test_overlaps_are_cut_where_they_begin_and_end(stretches, expected) -> None:
    """The shortest mention comes first; nothing of the text is lost."""
    told = [Told(a, b, str(n), "dates") for n, (a, b) in enumerate(stretches, 1)]
    found = list(pieces("abcdef", told))
    assert [(piece.text, "".join(t.id for t in piece.told)) for piece in found] == expected


def marked(record: ArticleRecord, shown: list[tuple[Piece, ...]]) -> dict[str, list[str]]:
    """The words marked for each fact, in order, pieces of one mention joined."""
    found: dict[str, list[str]] = {fact.id: [] for fact in record.facts()}
    for paragraph in shown:
        before: set[str] = set()
        for piece in paragraph:
            here = {told.id for told in piece.told}
            for fact in here:
                if fact in before:
                    found[fact][-1] += piece.text
                else:
                    found[fact].append(piece.text)
            before = here
    return found


@pytest.mark.parametrize(
    "name", ["koreans-of-ushtobe.txt", "census-takers-1897-1939.txt", "uyghurs-of-zhetysu.html"]
)
def test_every_mention_is_marked_in_the_article(name: str) -> None:
    """As often as the record has it; in a page's text without its markup."""
    (article,) = read_inputs([str(RAW / name)])
    record = extract(article)
    found = marked(record, [p.pieces for p in paragraphs_of(record, article)])
    for fact in record.facts():
        assert len(found[fact.id]) == len(fact.mentions)
        if name.endswith(".txt"):
            assert [w.split() for w in found[fact.id]] == [m.text.split() for m in fact.mentions]


def test_sentences_stand_in_for_a_text_that_is_not_there() -> None:
    """Each once, in the order of the article, its mentions marked; the same words twice, twice."""
    text = "20 men came and 20 men left."
    twice = predicted(
        text, populations=[people("20 men", 20), people("20 men#2", 20, kind="moved")]
    )
    record = twice.model_copy(update={"populations": twice.populations[::-1]})
    (sentence,) = sentences_of(record)
    assert "".join(piece.text for piece in sentence.pieces) == text
    assert [piece.told[0].id for piece in sentence.pieces if piece.told] == ["x-1", "x-2"]


def test_a_mention_that_its_sentence_does_not_have_is_left_out() -> None:
    """As where a record was made by hand."""
    record = predicted(TEXT, populations=[people("about 20 thousand Koreans", 20000)])
    fact = record.populations[0]
    mention = fact.mentions[0].model_copy(update={"sentence": "Another one."})
    changed = record.model_copy(
        update={"populations": (fact.model_copy(update={"mentions": (mention,)}),)}
    )
    assert [p.pieces for p in sentences_of(changed)] == [(Piece("Another one.", ()),)]
