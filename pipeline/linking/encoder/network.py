"""The network: an ONNX encoder of word pieces, and linear heads over the vectors that it gives.

Its files are models/encoder: `tokenizer.json`, `encoder.onnx` (8-bit weights) and `heads.npz`; `ehistory train-encoder`
makes them. One text is read at a time, so that what is told of it depends on no other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.base_model import check_files
from pipeline.lexicons import models_dir

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

Vector = NDArray[np.float32]

# Word pieces that are read of a block.
PIECES = 400
# Pieces on either side of a span that its surroundings are the mean of.
AROUND = 24

# The files of a network, and what tells their hashes.
FILES = ("encoder.onnx", "heads.npz", "tokenizer.json")
PINNED = "encoder.sha256"


# The first and the last piece of a stretch.
Pieces = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Offsets:
    """The half-open stretch of a text that each of its word pieces covers; the first and last are marks, of nothing."""

    starts: Sequence[int]
    ends: Sequence[int]

    def pieces(self, start: int, end: int) -> Pieces | None:
        """The first and last piece of a stretch; none of what lies behind the last piece that was read."""
        last = len(self.starts) - 1
        first = bisect_right(self.ends, start, 1, last)
        final = bisect_left(self.starts, end, 1, last) - 1
        return (first, final) if first <= final else None


@dataclass(frozen=True, slots=True)
class Encoded:
    """A vector for each word piece of a text (pieces x 384), and where the pieces are."""

    vectors: Vector
    offsets: Offsets


class Network:
    """The encoder and its heads; raises ModelError where a file is missing or not the one that was trained."""

    def __init__(self, folder: Path) -> None:
        # Imported when a network is made: help and the other commands start without.
        import onnxruntime as ort

        check_files(folder, folder / PINNED, "that was trained", "install the package again")
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = ort.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = tokenizer_of(folder / "tokenizer.json")
        with np.load(folder / "heads.npz") as arrays:
            self._heads: Mapping[str, Vector] = {
                name: arrays[name].astype(np.float32) for name in arrays.files
            }
        self._stack()

    def encode(self, text: str) -> Encoded:
        """The text's pieces and their vectors."""
        read = self._tokenizer.encode(text)
        (vectors,) = self._session.run(None, {"pieces": np.array(read.ids, dtype=np.int64)})
        return Encoded(vectors, offsets_of(read))

    def asked(self, vectors: Vector, at: Pieces) -> Mapping[str, Vector]:
        """What every head gives for the span of some pieces, by the head's name."""
        scores = self._spans @ surroundings(vectors, at) + self._span_bias
        return {name: scores[part] for name, part in self._parts.items()}

    def keys(self, name: str, vectors: Vector, among: Sequence[Pieces]) -> Vector:
        """What a head that points compares its question with: a row for each of the mentions at some pieces."""
        first, last = zip(*among, strict=True)
        ends = np.concatenate([vectors[list(first)], vectors[list(last)]], axis=1)
        keys: Vector = ends @ self._heads[f"key.{name}.weight"].T + self._heads[f"key.{name}.bias"]
        return keys

    def _stack(self) -> None:
        """Put the heads that ask of a span one upon another, to be multiplied at once."""
        names = [n.removesuffix(".weight") for n in self._heads if n.endswith(".weight")]
        names = [name for name in names if not name.startswith("key.")]
        self._spans = np.concatenate([self._heads[f"{name}.weight"] for name in names])
        self._span_bias = np.concatenate([self._heads[f"{name}.bias"] for name in names])
        ends = np.cumsum([len(self._heads[f"{name}.bias"]) for name in names]).tolist()
        starts = [0, *ends[:-1]]
        self._parts = {
            name: slice(*part)
            for name, part in zip(names, zip(starts, ends, strict=True), strict=True)
        }


def softmax(scores: Vector) -> list[float]:
    """Scores as probabilities."""
    powers = np.exp(scores - scores.max())
    shares: list[float] = (powers / powers.sum()).tolist()
    return shares


def tokenizer_of(path: Path) -> "Tokenizer":
    """The word pieces that a network was trained on."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(path))
    found.enable_truncation(PIECES)
    found.no_padding()
    return found


def offsets_of(read: "Encoding") -> Offsets:
    """Where the pieces of a text are."""
    starts, ends = zip(*read.offsets, strict=True)
    return Offsets(starts, ends)


def surroundings(vectors: Vector, at: Pieces) -> Vector:
    """What a span is told by: its first and last piece, and the mean of those around it."""
    first, last = at
    around = vectors[max(0, first - AROUND) : last + AROUND + 1]
    mean = np.add.reduce(around) / np.float32(len(around))
    return np.concatenate((vectors[first], vectors[last], mean))


@cache
def network() -> Network:
    """The network of the installed package, loaded once."""
    return Network(models_dir() / "encoder")
