"""Where a new span stands: its sentence, and whether its paragraph retells another one."""

from bisect import bisect_left
from functools import cached_property

from spacy.tokens import Doc

from pipeline.evaluating.gold import GoldArticle, raw_article
from pipeline.extensions import sentence_of
from pipeline.nlp import load, make_doc
from pipeline.records import Mention


class Surroundings:
    """Sentences and retold paragraphs of one article; the model runs when the first is asked for."""

    def __init__(self, article: GoldArticle) -> None:
        self.article = article

    @cached_property
    def _doc(self) -> Doc:
        nlp = load()
        return nlp(make_doc(nlp, raw_article(self.article)))

    def mention(self, start: int, end: int) -> Mention:
        """The mention of the raw characters `start:end`."""
        text = self.article.text
        clean = self._doc._.clean
        at = bisect_left(clean.mapped.starts, start)
        inside = at < len(clean.mapped.starts) and clean.mapped.starts[at] < end
        return Mention(
            start=start,
            end=end,
            text=text[start:end],
            sentence=self._sentence(at) if inside else self._line(start, end),
            duplicate=inside and any(first <= at < last for first, last in clean.retold),
        )

    def _sentence(self, at: int) -> str:
        """The sentence around a character of the clean text, as the raw text has it."""
        token = self._doc.char_span(at, at + 1, alignment_mode="expand")
        assert token is not None, f"no token at {at}"
        start, end = sentence_of(token)._.raw_span
        return " ".join(self.article.text[start:end].split())

    def _line(self, start: int, end: int) -> str:
        """The line that page furniture stands on."""
        text = self.article.text
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return " ".join(text[first : last if last >= 0 else len(text)].split())
