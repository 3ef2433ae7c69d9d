"""What the encoder reads, when it is asked, and what its word changes."""

from bisect import bisect_right
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from pipeline.articles import RawArticle
from pipeline.errors import ModelError
from pipeline.extensions import once, sentence_of
from pipeline.lexicons import models_dir
from pipeline.linking.encoder import judging
from pipeline.linking.encoder.blocks import block_of
from pipeline.linking.encoder.judging import NETWORK, judged, judged_shares
from pipeline.linking.encoder.network import Encoded, Network, Offsets, network
from pipeline.linking.ranking import Option
from pipeline.nlp import assembled, load, make_doc
from pipeline.reading import read_inputs

RAW = Path(__file__).parents[2] / "corpus" / "raw"
LONG = " ".join(f"In 19{n} there were {n} thousand people in the town." for n in range(10, 60))
TEXTS = {
    "one sentence": "In 1937 300 Koreans came to Almaty.",
    "two paragraphs": "In 1937 300 Koreans came.\n\nIn 1989 there were 103 thousand of them.",
    "a long paragraph": LONG,
    "a sentence longer than a block": LONG.replace(". In", ", in"),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_number_is_in_its_block_of_its_own_paragraph(text: str) -> None:
    doc = load()(text)
    for number in doc.spans["numbers"]:
        block = block_of(number)
        start, end = block.stretch(number)
        assert block.text(doc)[start:end] == number.text
        assert "\n\n" not in doc.text[block.start : block.end]


def test_a_block_takes_whole_sentences_and_begins_with_the_one_before() -> None:
    doc = load()(LONG)
    blocks = list(dict.fromkeys(block_of(number) for number in doc.spans["numbers"]))
    starts = [sentence_of(doc[s.start : s.end]).start_char for s in doc.sents]
    assert len(blocks) > 2
    for before, block in pairwise(blocks):
        assert block.own == before.end
        assert block.start == starts[bisect_right(starts, block.own) - 2]
        assert block.end - block.start <= 1100


def test_the_title_stands_before_a_block() -> None:
    nlp = load()
    doc = nlp("Koreans of Kazakhstan\n\nIn 1937 300 came to Almaty.")
    block = block_of(doc.spans["numbers"][0])
    title = (doc._.clean.title or "")[:50]
    assert block.text(doc).startswith(f"{title} : ")


@given(
    lengths=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4)), min_size=1, max_size=12),
    start=st.integers(0, 40),
    length=st.integers(1, 9),
)
def test_pieces_of_a_stretch_are_those_that_share_characters_with_it(lengths, start, length):
    """Pieces in order, gaps between some, a mark of nothing at either end."""
    starts, ends, at = [0], [0], 0
    for gap, size in lengths:
        starts.append(at + gap)
        at += gap + size
        ends.append(at)
    shared = [
        i
        for i, (low, high) in enumerate(zip(starts, ends, strict=True))
        if low < high and low < start + length and start < high
    ]
    found = Offsets([*starts, 0], [*ends, 0]).pieces(start, start + length)
    assert found == ((shared[0], shared[-1]) if shared else None)


class Witness:
    """A network that says one thing of every span, and reads the first words of a text alone."""

    def __init__(self, scores, words=1000) -> None:
        self.scores, self.words, self.read = scores, words, []

    def encode(self, text: str) -> Encoded:
        self.read.append(text)
        starts, ends, at = [0], [0], 0
        for word in text.split(" ")[: self.words]:
            starts.append(at)
            at += len(word)
            ends.append(at)
            at += 1
        return Encoded(np.zeros((len(starts) + 1, 2)), Offsets([*starts, 0], [*ends, 0]))

    def asked(self, _vectors, _at):
        return {name: np.array(scores) for name, scores in self.scores.items()}

    def keys(self, _name, _vectors, among):
        return np.array([[float(first)] for first, _ in among])


def count(text: str, witness: Witness | None) -> tuple[Doc, Span]:
    """The last number of a text that no component has read."""
    doc = load().make_doc(text)
    if witness is not None:
        once(doc, NETWORK, lambda: witness)
    index = max(token.i for token in doc if token.like_num)
    return doc, doc[index : index + 1]


def options(monkeypatch, told):
    """Options that the weights give some probabilities."""
    monkeypatch.setattr(judging, "shares", lambda *_: dict(told))
    return [Option(value, ()) for value in told]


MOVED = {"class.kind": [0.0, 6.0, 0.0, 0.0]}


@pytest.mark.parametrize(
    ("told", "kind", "reads"),
    [
        ({"resident": 0.55, "moved": 0.3, "lost": 0.1, "other": 0.05}, "moved", 1),
        ({"resident": 0.65, "moved": 0.3, "lost": 0.03, "other": 0.02}, "resident", 0),
        ({"resident": 0.95, "moved": 0.03, "lost": 0.01, "other": 0.01}, "resident", 0),
    ],
    ids=["doubt", "some doubt", "no doubt"],
)
def test_a_block_is_read_where_the_weights_are_in_doubt(monkeypatch, told, kind, reads):
    witness = Witness(MOVED)
    _, span = count("There came 300 people.", witness)
    assert judged(span, options(monkeypatch, told), "kind") == kind
    assert len(witness.read) == reads


def test_of_a_block_that_has_been_read_more_is_asked(monkeypatch):
    """Some doubt is reason enough to ask, though not to read."""
    witness = Witness(MOVED)
    _, span = count("There came 300 people.", witness)
    doubt = {"resident": 0.4, "moved": 0.3, "lost": 0.2, "other": 0.1}
    judged(span, options(monkeypatch, doubt), "kind")
    some = {"resident": 0.65, "moved": 0.3, "lost": 0.03, "other": 0.02}
    assert judged(span, options(monkeypatch, some), "kind") == "moved"
    assert len(witness.read) == 1


def test_without_the_component_the_weights_decide(monkeypatch):
    _, span = count("There came 300 people.", None)
    told = {"resident": 0.4, "moved": 0.3, "lost": 0.2, "other": 0.1}
    assert judged_shares(span, options(monkeypatch, told), "kind") == told


def test_what_is_not_read_the_weights_decide(monkeypatch):
    witness = Witness(MOVED, words=3)
    _, span = count("There came by train and on foot 300 people.", witness)
    told = {"resident": 0.4, "moved": 0.3, "lost": 0.2, "other": 0.1}
    assert judged_shares(span, options(monkeypatch, told), "kind") == told
    assert witness.read


def test_shares_of_both_together_make_one(monkeypatch):
    _, span = count("There came 300 people.", Witness(MOVED))
    told = {"resident": 0.4, "moved": 0.3, "lost": 0.2, "other": 0.1}
    joined = judged_shares(span, options(monkeypatch, told), "kind")
    assert sum(joined.values()) == pytest.approx(1)
    assert joined["moved"] > told["moved"]


@pytest.mark.parametrize(
    ("scores", "time"),
    [([0.0, 0.0], "1989"), ([9.0, 0.0], None), ([0.0, 9.0], "1937")],
    ids=["a mention", "none", "one that is not read"],
)
def test_a_value_is_pointed_to_where_it_is_told(monkeypatch, scores, time):
    """The query likes later mentions better; 1937 is told in no block of the count."""
    witness = Witness({"none.time": scores, "query.time": [1.0]})
    doc, span = count("By 1970 and 1989 there came 300 people.", witness)
    dates = [doc[i : i + 1] for i in range(len(doc)) if doc[i].text in ("1970", "1989")]
    told = dict.fromkeys(("1937", "1970", "1989", None), 0.25)
    found = judged(
        span, options(monkeypatch, told), "time", lambda *_: [(date, date.text) for date in dates]
    )
    assert found == time


def test_what_is_told_of_a_text_depends_on_no_other():
    read = network()
    alone = read.encode(TEXTS["one sentence"]).vectors
    read.encode(LONG)
    assert np.array_equal(read.encode(TEXTS["one sentence"]).vectors, alone)


def test_pieces_are_those_of_the_text():
    text = "Кореи: in 1937 95,256 Koreans came"
    offsets = network().encode(text).offsets
    first, last = offsets.pieces(text.index("95,256"), text.index(" Koreans"))
    assert text[offsets.starts[first] : offsets.ends[last]] == "95,256"


@pytest.mark.parametrize("name", ["encoder.onnx", "heads.npz", "tokenizer.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    for path in (models_dir() / "encoder").iterdir():
        if path.name != name:
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(ModelError, match=name):
        Network(tmp_path)


def test_a_file_cut_short_is_named(tmp_path: Path) -> None:
    for path in (models_dir() / "encoder").iterdir():
        (tmp_path / path.name).symlink_to(path)
    whole = (tmp_path / "encoder.onnx").read_bytes()
    (tmp_path / "encoder.onnx").unlink()
    (tmp_path / "encoder.onnx").write_bytes(whole[:-1])
    with pytest.raises(ModelError, match=r"encoder\.onnx"):
        Network(tmp_path)


def test_the_pipeline_reads_where_it_doubts_and_not_without_the_component(monkeypatch):
    """`disable` is how a spaCy user spares the encoder's time."""
    read = []
    encode = Network.encode
    monkeypatch.setattr(
        Network, "encode", lambda self, text: read.append(text) or encode(self, text)
    )
    article = next(item for item in read_inputs([str(RAW)]) if isinstance(item, RawArticle))
    for nlp, reads in ((assembled(disable=["ehistory_encoder"]), False), (assembled(), True)):
        nlp(make_doc(nlp, article))
        assert bool(read) == reads
