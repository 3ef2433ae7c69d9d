"""The encoder and its heads in PyTorch: made of a base encoder's first layers, and tuned."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

from pipeline.linking.encoder.judging import CLASSES
from pipeline.linking.encoder.network import AROUND
from pipeline.training.encoder.examples import FIRST, POINTERS, Example, Question

# Settings of the tuning, chosen on a fifth of the development articles held out (docs/decisions/0017, 0018).
LAYERS, NEURONS, BATCH = 3, 768, 12
_RATES = {"encoder": 8e-5, "heads": 1e-3}
_DECAY, _WARM_UP, _CLIP, _WIDTH = 0.01, 60, 1.0, 96
# What a question counts beside the others, by its head.
_COUNTS = {"place": 0.7, "time": 0.7, "people": 0.7, "group": 0.7}
_POOLS = 20
# Blocks by which it is seen what the neurons of the base encoder say.
_SEEN = 150


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


def narrow(model: Model, examples: Sequence[Example]) -> None:
    """Keep the neurons of each layer's feed-forward part that say most.

    What counts is the norm of what they give on examples times that of the weights it is multiplied by (Sun et al.
    2023, there for single weights).
    """
    layers = model.encoder.encoder.layer
    said = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]

    def hear(number: int) -> Callable[[nn.Module, Any, Tensor], None]:
        return lambda _module, _given, found: said[number].add_(found.square().sum((0, 1)))

    hooks = [layer.intermediate.register_forward_hook(hear(i)) for i, layer in enumerate(layers)]
    with torch.no_grad():
        for example in random.sample(examples, min(_SEEN, len(examples))):
            model.encoder(input_ids=torch.tensor([example.pieces]))
    for hook in hooks:
        hook.remove()
    for layer, norms in zip(layers, said, strict=True):
        widened, narrowed = layer.intermediate.dense, layer.output.dense
        worth = norms.sqrt() * narrowed.weight.norm(dim=0)
        kept = worth.topk(NEURONS).indices.sort().values
        layer.intermediate.dense = _linear(widened.weight[kept], widened.bias[kept])
        layer.output.dense = _linear(narrowed.weight[:, kept], narrowed.bias)


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight.detach().clone(), bias.detach().clone()
    return made


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
