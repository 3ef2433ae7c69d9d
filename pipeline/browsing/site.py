"""The site on the disk: a page an article, the pages over all of them, data as scripts, assets.

Pages are opened from the disk as well as from a server, so data are scripts (a page of the disk may fetch nothing)
and every address is relative. What articles say goes through the templates' escaping, or into a script as JSON
that only ever becomes text of the page.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.articles import RawArticle
from pipeline.browsing.gathering import Gathered, Row
from pipeline.browsing.marking import paragraphs_of, sentences_of
from pipeline.browsing.wording import details_of, grouped, value_of
from pipeline.durable import explained
from pipeline.errors import OutputError
from pipeline.records import FACT_TYPES, ArticleRecord

ARTICLES, ASSETS, DATA = "articles", "assets", "data"
PAGES = ("index", "timeline", "populations", "organizations", "search")
# What tells that a folder holds such a site and may be written over.
MARKER = ".ehistory-site"

_UNSAFE = re.compile(r"[^a-z0-9._-]+")
_NAME_CHARS = 80


class Site:
    """A site in the making; `add` every record, then `finish`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gathered = Gathered()
        self.without_text = 0
        self._templates = environment()
        self._written: set[str] = set()
        with explained(folder):
            _prepare(folder)

    def add(self, record: ArticleRecord, article: RawArticle | None) -> None:
        """Write the article's page; without its text it has the sentences that tell facts."""
        shown = paragraphs_of(record, article) if article is not None else sentences_of(record)
        paragraphs = list(shown)
        name = page_name(record.article.id)
        page = self._templates.get_template("article.html.j2").render(
            record=record,
            info=record.article,
            title=record.article.title or record.article.id,
            url=web_address(record.article.url),
            paragraphs=paragraphs,
            whole=article is not None,
            fact_types=FACT_TYPES,
            root="../",
        )
        path = self.folder / ARTICLES / name
        with explained(path):
            path.write_text(page, encoding="utf-8")
        self._written.add(name)
        self.without_text += article is None
        self.gathered.add(record, f"{ARTICLES}/{name}", paragraphs)

    def finish(self) -> None:
        """Write what is over all articles, and take away the pages of articles that are gone."""
        gathered = self.gathered
        with explained(self.folder):
            self._write_data("articles", gathered.articles)
            self._write_data("populations", gathered.populations)
            self._write_data("dates", gathered.date_rows())
            self._write_data("organizations", gathered.body_rows())
            self._write_data("texts", gathered.texts)
            for name in PAGES:
                page = self._templates.get_template(f"{name}.html.j2")
                text = page.render(gathered=gathered, root="", fact_types=FACT_TYPES)
                (self.folder / f"{name}.html").write_text(text, encoding="utf-8")
            for path in (self.folder / ARTICLES).glob("*.html"):
                if path.name not in self._written:
                    path.unlink()

    def _write_data(self, name: str, rows: Iterable[Row]) -> None:
        lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
        script = f'"use strict";\nsite.data.{name} = [\n{lines}\n];\n'
        (self.folder / DATA / f"{name}.js").write_text(script, encoding="utf-8")


def _prepare(folder: Path) -> None:
    """Folders and assets; a folder that holds anything but such a site is left alone."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise OutputError(f"{folder}: is not empty and holds no such site; give another folder")
    for name in (ARTICLES, ASSETS, DATA):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / MARKER).touch()
    for source in ("assets", "vendor"):
        with as_file(files("pipeline.browsing") / source) as path:
            shutil.copytree(path, folder / ASSETS, dirs_exist_ok=True)


def page_name(article_id: str) -> str:
    """A file's name for an article: its id, made safe and, where that changed it, told apart by a hash."""
    safe = _UNSAFE.sub("-", article_id.lower()).strip(".-")[:_NAME_CHARS]
    if safe != article_id or not safe:
        digest = hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        safe = f"{safe}-{digest}".lstrip("-")
    return f"{safe}.html"


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web; what a record says may be anything ("javascript:…")."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def environment() -> Environment:
    """The templates, everything in them escaped."""
    found = Environment(
        autoescape=True,
        loader=PackageLoader("pipeline.browsing", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"value": value_of, "details": details_of, "grouped": grouped}
    return found
