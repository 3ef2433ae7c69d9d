"""The encoder and its heads in PyTorch: made of a base encoder's first layers, tuned, and written for the pipeline."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

from pipeline.linking.encoder.judging import CLASSES
from pipeline.linking.encoder.network import AROUND, FILES, PINNED
from pipeline.training.encoder.examples import FIRST, POINTERS, Example, Question

# Settings of the tuning, chosen on a fifth of the development articles held out (docs/decisions/0017).
LAYERS, BATCH = 3, 12
_RATES = {"encoder": 8e-5, "heads": 1e-3}
_DECAY, _WARM_UP, _CLIP, _WIDTH = 0.01, 60, 1.0, 96
# What a question counts beside the others, by its head.
_COUNTS = {"place": 0.7, "time": 0.7, "people": 0.7, "group": 0.7}
_POOLS = 20


class Model(nn.Module):
    """The first layers of a BERT-like encoder, and linear heads over its last vectors."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base), local_files_only=True)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        size = self.encoder.config.hidden_size
        pointers = sorted({head for told in POINTERS.values() for head, _, _ in told})
        self.heads = nn.ModuleDict(
            {f"class_{name}": nn.Linear(3 * size, len(found)) for name, found in CLASSES.items()}
        )
        for name in pointers:
            self.heads[f"none_{name}"] = nn.Linear(3 * size, FIRST)
            self.heads[f"query_{name}"] = nn.Linear(3 * size, _WIDTH)
            self.heads[f"key_{name}"] = nn.Linear(2 * size, _WIDTH)

    def vectors(self, batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
        """The vectors of the pieces of some blocks (blocks x pieces x size), and which are no padding."""
        longest = max(len(example.pieces) for example in batch)
        pieces = torch.zeros(len(batch), longest, dtype=torch.long)
        read = torch.zeros_like(pieces)
        for row, example in enumerate(batch):
            pieces[row, : len(example.pieces)] = torch.tensor(example.pieces)
            read[row, : len(example.pieces)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = self.encoder(input_ids=pieces, attention_mask=read).last_hidden_state
        return found.float(), read

    def loss(self, batch: Sequence[Example]) -> Tensor:
        """The mean over the spans of what their right answers lack in probability, in nats."""
        vectors, read = self.vectors(batch)
        asked = [(row, a) for row, example in enumerate(batch) for a in example.asked]
        spans = self._surroundings(vectors, read, [(row, *a.at) for row, a in asked])
        found = {
            name: [
                (number, row, question)
                for number, (row, a) in enumerate(asked)
                for question in a.questions
                if question.head == name
            ]
            for name in (*CLASSES, *_COUNTS)
        }
        losses = [
            _COUNTS.get(name, 1.0) * self._loss_of(name, vectors, spans, told)
            for name, told in found.items()
            if told
        ]
        return torch.stack(losses).sum() / len(asked)

    def _surroundings(
        self, vectors: Tensor, read: Tensor, at: Sequence[tuple[int, int, int]]
    ) -> Tensor:
        """What each span is told by, as `network.surroundings` gives it."""
        rows, first, last = (torch.tensor(side) for side in zip(*at, strict=True))
        place = torch.arange(vectors.shape[1])[None]
        near = (place >= first[:, None] - AROUND) & (place <= last[:, None] + AROUND)
        share = (near & (read[rows] > 0)).float()
        mean = torch.einsum("sp,spd->sd", share, vectors[rows]) / share.sum(1, keepdim=True)
        return torch.cat([vectors[rows, first], vectors[rows, last], mean], dim=1)

    def _loss_of(
        self,
        name: str,
        vectors: Tensor,
        spans: Tensor,
        told: Sequence[tuple[int, int, Question]],
    ) -> Tensor:
        own = spans[[number for number, _, _ in told]]
        chosen = name in CLASSES
        scores = (
            self.heads[f"class_{name}"](own) if chosen else self._pointed(name, vectors, own, told)
        )
        right = torch.zeros_like(scores, dtype=torch.bool)
        for number, (_, _, question) in enumerate(told):
            right[number, list(question.right)] = True
        shares = scores.log_softmax(-1).masked_fill(~right, -torch.inf)
        return -shares.logsumexp(-1).sum()

    def _pointed(
        self, name: str, vectors: Tensor, own: Tensor, told: Sequence[tuple[int, int, Question]]
    ) -> Tensor:
        """Scores of none, one that is not read, and each mention; where a row has fewer, very low ones."""
        scores: Tensor = self.heads[f"none_{name}"](own)
        most = max(len(question.among) for _, _, question in told)
        if not most:
            return scores
        rows = torch.tensor([row for _, row, _ in told])[:, None]
        padded = [[*q.among, *[(0, 0)] * (most - len(q.among))] for _, _, q in told]
        given = torch.tensor([len(q.among) for _, _, q in told])[:, None] > torch.arange(most)
        first, last = torch.tensor(padded).unbind(-1)
        keys = self.heads[f"key_{name}"](torch.cat([vectors[rows, first], vectors[rows, last]], -1))
        asked = self.heads[f"query_{name}"](own)
        pointed = torch.einsum("sd,smd->sm", asked, keys) / _WIDTH**0.5
        return torch.cat([scores, pointed.masked_fill(~given, -1e4)], dim=1)


def tune(
    model: Model,
    examples: Sequence[Example],
    told: Callable[[int, int], None],
    epochs: int,
) -> None:
    """Tune a model on examples; `told` hears of every step and how many there are."""
    optimizer = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "rate": _RATES["encoder"]},
            {"params": model.heads.parameters(), "rate": _RATES["heads"]},
        ],
        weight_decay=_DECAY,
    )
    batches = [batch for _ in range(epochs) for batch in _batches(examples)]
    model.train()
    for step, batch in enumerate(batches):
        for group in optimizer.param_groups:
            left = max(0.02, 1 - step / len(batches))
            group["lr"] = group["rate"] * min(1.0, step / _WARM_UP) * left
        loss = model.loss(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.encoder.parameters(), _CLIP)
        optimizer.step()
        told(step + 1, len(batches))
    model.eval()


def _batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    """The examples in a new order, those of like length together."""
    mixed = random.sample(examples, len(examples))
    for start in range(0, len(mixed), BATCH * _POOLS):
        pool = sorted(mixed[start : start + BATCH * _POOLS], key=lambda e: len(e.pieces))
        batches = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        yield from random.sample(batches, len(batches))


class _Vectors(nn.Module):
    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        vectors: Tensor = self.encoder(
            input_ids=pieces, attention_mask=torch.ones_like(pieces)
        ).last_hidden_state
        return vectors


def write(model: Model, folder: Path) -> None:
    """Write the encoder as ONNX and the heads in half precision.

    Each row of the encoder's weights is scaled to seven bits: with eight, processors without VNNI overflow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    exact = folder / "exact.onnx"
    torch.onnx.export(
        _Vectors(model.encoder),
        (torch.ones(1, 8, dtype=torch.long),),
        str(exact),
        input_names=["pieces"],
        output_names=["vectors"],
        dynamic_axes={"pieces": {1: "length"}, "vectors": {1: "length"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        exact,
        folder / "encoder.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )
    exact.unlink()
    arrays: Mapping[str, Any] = {
        name.replace("_", ".", 1): value.detach().numpy().astype(np.float16)
        for name, value in model.heads.state_dict().items()
    }
    np.savez_compressed(folder / "heads.npz", **arrays)
    hashes = (f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in FILES)
    (folder / PINNED).write_text("".join(hashes), encoding="utf-8")
