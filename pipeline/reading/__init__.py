"""Raw bytes to `RawArticle`: files, folders, globs, standard input; text, pages, JSON Lines, gzip."""

from pipeline.reading.articles import html_article, row_article, text_article
from pipeline.reading.inputs import DEFAULT_MAX_CHARS, read_inputs

__all__ = ["DEFAULT_MAX_CHARS", "html_article", "read_inputs", "row_article", "text_article"]
