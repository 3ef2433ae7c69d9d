"""The assembled spaCy pipeline: a tokenizer that cleans, the base model's pipes, our components."""

import gc
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, dict_to_dot, load_model_from_config, registry

from pipeline import extensions
from pipeline.articles import RawArticle
from pipeline.base_model import BASE_MODEL, check_base_model
from pipeline.cleaning import CleanText, clean
from pipeline.components import (  # noqa: F401 - for their factories, so that a checkout that is not installed has them
    context,
    dates,
    encoder,
    numbers,
    organizations,
    paragraph_parser,
    parts_of_speech,
    percentages,
    populations,
    sentences,
    tables,
    tok2vec,
)
from pipeline.errors import ModelError
from pipeline.lexicons import models_dir, table
from pipeline.offsets import MappedText
from pipeline.products import take_fast_products

DISTRIBUTION = "ehistory-pipeline"
# What `spacy.load` takes.
_MODEL_NAME = "ehistory_pipeline"
_DESCRIPTION = (
    "Populations, percentages, organizations and dates in articles of the portal e-history.kz"
)

# Where English tokens hold two of our spans: "15–20", "XV–XVIII", "1930s–40s", "37%", a glued quote.
_INFIXES = (
    r"(?<=[0-9])[-–—/](?=[0-9])",
    r"(?<=[IVX])[-–—](?=[IVX])",
    r"(?<=[0-9a-z])[–—](?=[0-9A-Za-z])",
    r"(?<=[0-9]s)-(?=[0-9])",
    # "Russians-1204, Tatars-92".
    r"(?<=[a-z]s)-(?=[0-9])",
    r"(?<=[0-9])%",
    r"(?<=[A-Za-z0-9])[\"(](?=[A-Za-z0-9])",
    r"(?<=[a-z0-9])\.(?=[A-Z\"])",
    r"(?<=[0-9])(?=(?:mln|thous|bln|odd|-odd)\b)",
    r"(?<=[0-9])-(?=[A-Za-z])",
    # A space left out beside a bracket, semicolon or colon: "30 households,(150 souls)and", "120 people;in 1931".
    r"(?<=[A-Za-z0-9%])[,;.](?=[(\[])",
    r"(?<=[,;.])[(\[](?=[A-Za-z0-9])",
    r"(?<=[A-Za-z0-9])\[(?=[A-Za-z])",
    r"(?<=[A-Za-z0-9%.])[)\]](?=[A-Za-z0-9,;:])",
    r"(?<=[A-Za-z0-9)\]%]);(?=[A-Za-z0-9])",
    r"(?<=[A-Za-z])[:/](?=[0-9])",
)
# Units, quotes, brackets and rows of dots: spaCy would search the whole of a word for each of them.
_SUFFIX_CHARS = 100
# Words whose affixes are remembered from article to article: the tokenizer itself forgets behind each what it learnt.
_REMEMBERED = 8192
# Longer ones are no words that come again, and would be kept in all their lengths.
_LONGEST_REMEMBERED = 40


class CleaningTokenizer:
    """Raw text (or a read article) to a Doc of its clean text; `doc._.clean` leads back to the raw."""

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab
        self.inner: Tokenizer = _english_tokenizer(nlp)

    def __call__(self, text: str) -> Doc:
        article = RawArticle(
            id="", source="", raw=text, visible=MappedText.identity(text), sha256=""
        )
        return self.article_doc(article)

    def article_doc(self, article: RawArticle) -> Doc:
        """The Doc of an article, with its publication date for relative dates."""
        cleaned: CleanText = clean(article)
        doc: Doc = self.inner(cleaned.text)
        doc._.clean = cleaned
        doc._.published = cleaned.published
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy's own signature
        """Nothing to keep: the tokenizer is made from code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "CleaningTokenizer":  # noqa: ANN401
        """Nothing to restore."""
        return self

    def to_disk(self, _path: Path | str, **_: Any) -> None:  # noqa: ANN401
        """Nothing to keep."""

    def from_disk(self, _path: Path | str, **_: Any) -> "CleaningTokenizer":  # noqa: ANN401
        """Nothing to restore."""
        return self


def _english_tokenizer(nlp: Language) -> Tokenizer:
    blank = spacy.blank("en")
    inner = blank.tokenizer
    assert isinstance(inner, Tokenizer)
    infixes = compile_infix_regex([*(blank.Defaults.infixes or ()), *_INFIXES])
    return Tokenizer(
        nlp.vocab,
        rules={
            form: parts for form, parts in (inner.rules or {}).items() if not _SMILEY.search(form)
        },
        prefix_search=_remembering(inner.prefix_search),
        suffix_search=_remembering(_at_the_end(inner.suffix_search)),
        infix_finditer=_remembering(lambda word: tuple(infixes.finditer(word))),
        token_match=inner.token_match,
        url_match=inner.url_match,
    )


# "8)", ":3" and "0_o" are numbers beside punctuation, not faces; "8am" stays two tokens.
_SMILEY = re.compile(r"\d(?![\d]*[ap]\.?m)")


def _remembering(search: Callable[[str], Any]) -> Callable[[str], Any]:
    """A search whose answers for ordinary words are kept."""
    kept = lru_cache(_REMEMBERED)(search)
    return lambda word: (kept if len(word) <= _LONGEST_REMEMBERED else search)(word)


def _at_the_end(search: Callable[..., Any]) -> Callable[[str], Any]:
    """A search for suffixes that looks no further back than the longest of them begins."""
    return lambda text: search(text, max(0, len(text) - _SUFFIX_CHARS))


@registry.tokenizers("ehistory.CleaningTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], CleaningTokenizer]:
    """The tokenizer of the assembled pipeline (an entry point of the package)."""
    return CleaningTokenizer


def config_path() -> Path:
    """The assembled pipeline's config."""
    return models_dir() / "ehistory" / "config.cfg"


def config_sha256() -> str:
    """The hash of config, encoder, lexicons and weights: with the model's version it fixes the output."""
    digest = hashlib.sha256(config_path().read_bytes())
    for folder in ("encoder", "lexicons", "weights"):
        for path in sorted((models_dir() / folder).iterdir()):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def package_version() -> str:
    """The installed version; "0+checkout" where the package runs from a checkout alone."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+checkout"


@cache
def load() -> Language:
    """The assembled pipeline, one for all who ask: what is added to it, `extract` runs too. Raises ModelError.

    It stays to the end of the process, so the garbage collector is told to look through it no more (`gc.freeze`):
    that took a second of the first 42 articles.
    """
    nlp = assembled()
    gc.freeze()
    return nlp


def assembled(config: Mapping[str, Any] = MappingProxyType({}), **loading: Any) -> Language:  # noqa: ANN401 - spaCy's own
    """A pipeline of one's own, with what `spacy.load` takes: `exclude`, `disable`, `enable`, `vocab`, `config`.

    Raises ModelError where the base model is missing or not the one pinned.
    """
    check_base_model()
    extensions.register()
    try:
        overrides = dict_to_dot(dict(config), for_overrides=True)
        chosen = spacy.util.load_config(config_path(), overrides=overrides)
        nlp = load_model_from_config(chosen, meta=_meta(), auto_fill=True, **loading)
    except OSError as error:
        raise ModelError(
            f"{BASE_MODEL}: {error}; install the package's dependencies again"
        ) from error
    take_fast_products(nlp)
    _teach_frequent_words(nlp)
    return nlp


def _meta() -> dict[str, Any]:
    """What a saved model tells of its making; a new one each time, for spaCy writes into it."""
    return {"name": _MODEL_NAME, "version": package_version(), "description": _DESCRIPTION}


def _teach_frequent_words(nlp: Language) -> None:
    """Have the tokenizer remember words of many articles: what it learns of one is forgotten behind it."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, CleaningTokenizer):
        tokenizer.inner(" ".join(row["word"] for row in table("frequent_words")))


def make_doc(nlp: Language, article: RawArticle) -> Doc:
    """The article's Doc, ready for `nlp(doc)` or `nlp.pipe`."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, CleaningTokenizer), "load the pipeline with pipeline.load()"
    return tokenizer.article_doc(article)
