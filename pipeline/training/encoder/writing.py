"""Writing a tuned encoder for the pipeline: ONNX of what one text alone needs, in eight bits, and the heads.

The layers are those of the model, told with fewer operations: without the masks of a batch, and with queries, keys and
values in one product. ONNX Runtime takes two thirds of the time for them (docs/decisions/0018).
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from pipeline.linking.encoder.network import FILES, PIECES, PINNED
from pipeline.training.encoder.model import Model


def write(model: Model, folder: Path) -> None:
    """Write the encoder as ONNX and the heads in half precision.

    Each row of the encoder's weights is scaled to seven bits: with eight, processors without VNNI overflow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    exact = folder / "exact.onnx"
    torch.onnx.export(
        _Reader(model.encoder).eval(),
        (torch.ones(8, dtype=torch.long),),
        str(exact),
        input_names=["pieces"],
        output_names=["vectors"],
        dynamic_axes={"pieces": {0: "length"}, "vectors": {0: "length"}},
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


class _Reader(nn.Module):
    """A BERT-like encoder that reads one text: from its pieces to their vectors (pieces x size)."""

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401 - a class of transformers, which is in no checked environment
        super().__init__()
        told = encoder.embeddings
        self.words, self.norm = told.word_embeddings, told.LayerNorm
        places = told.position_embeddings.weight + told.token_type_embeddings.weight[0]
        self.places = nn.Parameter(places[:PIECES].detach().clone())
        self.layers = nn.ModuleList(_Layer(layer) for layer in encoder.encoder.layer)

    def forward(self, pieces: Tensor) -> Tensor:
        vectors: Tensor = self.norm(self.words(pieces) + self.places[: pieces.shape[0]])
        for layer in self.layers:
            vectors = layer(vectors)
        return vectors


class _Layer(nn.Module):
    def __init__(self, layer: Any) -> None:  # noqa: ANN401 - as above
        super().__init__()
        asked = layer.attention.self
        self.heads, self.width = asked.num_attention_heads, asked.attention_head_size
        parts = (asked.query, asked.key, asked.value)
        scales = (self.width**-0.5, 1.0, 1.0)
        size = self.heads * self.width
        self.asked = nn.Linear(size, 3 * size)
        told = zip(parts, scales, strict=True)
        weights, biases = zip(*((p.weight * s, p.bias * s) for p, s in told), strict=True)
        self.asked.weight.data, self.asked.bias.data = torch.cat(weights), torch.cat(biases)
        self.mixed, self.mixed_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.widened, self.narrowed = layer.intermediate.dense, layer.output.dense
        self.norm = layer.output.LayerNorm

    def forward(self, vectors: Tensor) -> Tensor:
        asked = self.asked(vectors).reshape(-1, 3 * self.heads, self.width).transpose(0, 1)
        query, key, value = asked.split(self.heads)
        seen = torch.softmax(query @ key.transpose(1, 2), -1) @ value
        mixed = self.mixed(seen.transpose(0, 1).reshape(-1, self.heads * self.width))
        vectors = self.mixed_norm(vectors + mixed)
        widened = nn.functional.gelu(self.widened(vectors))
        found: Tensor = self.norm(vectors + self.narrowed(widened))
        return found
