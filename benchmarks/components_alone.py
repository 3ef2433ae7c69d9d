"""What the components find behind less than the assembled pipeline: the table of docs/guide/spacy.md.

`python -m benchmarks.components_alone` prints its rows, measured on the development gold.
"""

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.articles import RawArticle
from pipeline.assembling import assemble
from pipeline.evaluating.gold import predict, read_gold
from pipeline.evaluating.metrics import evaluate
from pipeline.evaluating.results import Evaluation
from pipeline.nlp import make_doc
from pipeline.records import ArticleRecord

GOLD = Path("corpus/gold/dev.jsonl")
TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "ehistory.CleaningTokenizer.v1"}}}
# Facts with those of their fields that sentences, parts of speech and the parse speak of.
COLUMNS = (
    ("populations", ("kind", "place", "time")),
    ("percentages", ("subject",)),
    ("organizations", ()),
)


def pipelines() -> Iterator[tuple[str, Language]]:
    """What stands before the components, and the pipeline."""
    for before in ((), ("sentencizer",)):
        nlp = spacy.blank("en", config=TOKENIZER)
        for name in (*before, "ehistory_dates", "ehistory_organizations", "ehistory_populations"):
            nlp.add_pipe(name)
        yield f"`{before[0]}`" if before else 'nothing: `spacy.blank("en")`', nlp
    nlp = spacy.load("ehistory_pipeline", exclude=["parser", "ehistory_sentences"])
    nlp.add_pipe("sentencizer", first=True)
    yield "tagger, `sentencizer`, encoder", nlp
    yield "all of `pipeline.load()`", spacy.load("ehistory_pipeline")


def records_by(nlp: Language, articles: Iterable[RawArticle]) -> Iterator[ArticleRecord]:
    """Records as a pipeline of these components makes them."""
    for article in articles:
        yield assemble(nlp(make_doc(nlp, article)), article)


def cells(evaluation: Evaluation) -> Iterator[str]:
    """F1 of facts, each with the accuracy of its fields."""
    for facts, fields in COLUMNS:
        yield f"{evaluation.f1(facts):.3f}"
        for name in fields:
            yield f"{evaluation.fields[facts][name].accuracy.value:.3f}"


def main() -> None:
    """Print a row of the table for each pipeline."""
    gold = read_gold(GOLD)
    with warnings.catch_warnings():
        # That sentences or a parse are missing is what is measured.
        warnings.simplefilter("ignore", UserWarning)
        for name, nlp in pipelines():
            predictions = predict(gold, lambda articles, nlp=nlp: records_by(nlp, articles))
            print(f"| {name} | {' | '.join(cells(evaluate(gold, predictions)))} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
