"""Every regular expression of the package on text made to slow it down: how time grows with length.

`make bench-regexes` prints the table and writes docs/benchmarks/regexes.md. Patterns are collected by
watching the compiler while every module is imported, every pattern built from lexicons is made and a
few articles are processed. Each is attacked with what its own repetitions repeat, and with what texts
are full of, at doubling lengths; texts are as cleaning leaves them for the patterns that meet them so.
A pattern that is worse than linear is attacked no further; there are as many processes as cores.
"""

import argparse
import importlib
import inspect
import math
import multiprocessing
import os
import pkgutil
import platform
import re
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import _lru_cache_wrapper, lru_cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from pipeline.cleaning.characters import plain_characters
from pipeline.offsets import MappedText

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline"
LENGTHS = (2_000, 4_000, 8_000, 16_000)
# The square of the first length takes longer than the least, in seconds, whatever the pattern; past
# the second the growth is known, and the third is where a search is called off.
SHORTEST, LONGEST, PATIENCE = 0.002, 0.3, 2.0
# log2 of the growth at a doubling: 1 is linear, 2 the square.
LINEAR = 1.4
_TUNING = "pipeline.training.encoder."
RAW_STAGES = ("reading/", "cleaning/characters", "addresses", "articles")
# What some patterns meet has a greatest length, at which they are measured alone.
BOUNDED = {
    "cleaning/furniture.py": (360, "lines of furniture"),
    "annotating/": (200, "EDTF strings and names in annotation tasks"),
    "evaluating/": (1_000, "names of facts, ids in drawings"),
    "linking/told_kinds.py": (200, "the words beside a count"),
    "merging.py": (90, "the words before a new name"),
    "normalising/edtf.py": (30, "EDTF strings"),
}
PUMPS = (
    "a", "A", "1", " ", "\n", '"', "'", "(", "[", "<", ".", ",", "-", "–", "|", "%", "Х",
    "a ", "A ", "1 ", "1,", "1.", "1-", "5%", "a-", "a'", "a.", "a, ", "A. ", "12 ", "1 000 ", "1937 ",
    "the ", "of ", "of the ", "the a ", "and ", ", and ", " - ", '"a" ', "(a) ", "[1", "Institute ", "Institute of ",
    "Kazakhs ", "ten ", "hundred ", "percent ", "in 1937 ", "May ", "5 May ", "XX ", "century ", "was ",
    "\ue000 ", "\ue001 ", "\ue002 ", "\ue004 ", "\ue000, ", "\ue001 and ", "a\ue000 was ",
)  # fmt: skip
ENDINGS = ("", " ;")


@dataclass(frozen=True)
class Use:
    """A pattern, the module that compiles it and the methods by which it is used."""

    home: str
    pattern: Any
    flags: int
    methods: set[str]

    @property
    def anchored(self) -> bool:
        """Whether it is tried at one place of a text alone."""
        return bool(self.methods) and self.methods <= {"match", "fullmatch"}


@dataclass(frozen=True, order=True)
class Growth:
    """The worst that was found: the exponent, seconds at the greatest length measured, the attack."""

    exponent: float
    seconds: float
    length: int
    attack: str


class _Watched:
    """A pattern that tells by which methods it is used."""

    def __init__(self, pattern: re.Pattern[Any], methods: set[str]) -> None:
        self._pattern, self._methods = pattern, methods

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if callable(found := getattr(self._pattern, name)):
            self._methods.add(name)
        return found


def collected() -> list[Use]:
    """Every pattern that the package compiles, with the module that does and how it is used."""
    found: dict[tuple[Any, int], Use] = {}
    compiler = re._compile  # type: ignore[attr-defined]

    def watched(pattern: Any, flags: int) -> Any:  # noqa: ANN401 - text, bytes or a pattern
        home = Path(sys._getframe(2).f_code.co_filename)
        if not home.is_relative_to(PACKAGE) or isinstance(pattern, re.Pattern | _Watched):
            return compiler(pattern, flags)
        use = Use(str(home.relative_to(PACKAGE)), pattern, int(flags), set())
        use = found.setdefault((pattern, int(flags)), use)
        return _Watched(compiler(pattern, flags), use.methods)

    re._compile = watched  # type: ignore[attr-defined]
    try:
        _make_all()
    finally:
        re._compile = compiler  # type: ignore[attr-defined]
    return sorted(found.values(), key=lambda use: (use.home, str(use.pattern)))


def _make_all() -> None:
    import pipeline

    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        # What tunes the encoder needs the extra [train], and has no patterns.
        if module.name != "pipeline.__main__" and not module.name.startswith(_TUNING):
            _make_patterns(importlib.import_module(module.name))
    texts = sorted((ROOT / "corpus" / "raw").glob("*.txt"))[:12]
    for path in texts:
        pipeline.extract(path.read_text(encoding="utf-8"))


def _make_patterns(module: Any) -> None:  # noqa: ANN401
    """Call what makes and keeps patterns, so that none waits for its first text."""
    for value in vars(module).values():
        kept = isinstance(value, _lru_cache_wrapper) and value.__module__ == module.__name__
        if kept and not inspect.signature(value).parameters:
            value()


def attacks(pattern: Any, flags: int) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401
    """Beginning, what is repeated and ending, from the pattern's own repetitions and at large."""
    tree = parser.parse(pattern, flags)
    pumps = list(dict.fromkeys(_repeated(tree, "")))
    pumps += [("", pump) for pump in PUMPS]
    for before, pump in pumps:
        for ending in ENDINGS:
            yield before, pump, ending


def _repeated(tree: Any, before: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """For each repetition of many times, words that lead to it and what it repeats."""
    for operator, argument in tree:
        if operator in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            low, high, body = argument
            if high > 8:
                for pump in _choices(body):
                    yield before, pump
                    yield "", before + pump
            yield from _repeated(body, before)
            before += _witness(body) * low
            continue
        for part in _parts(operator, argument):
            yield from _repeated(part, before)
        before += _of(operator, argument)


def _parts(operator: Any, argument: Any) -> list[Any]:  # noqa: ANN401
    if operator is codes.BRANCH:
        return list(argument[1])
    if operator is codes.SUBPATTERN:
        return [argument[3]]
    if operator in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    return []


def _choices(body: Any) -> list[str]:  # noqa: ANN401
    """What a repeated part may be: each of its first branches."""
    texts = {_witness(body)}
    for operator, argument in body:
        if operator is codes.SUBPATTERN:
            texts.update(_choices(argument[3]))
        if operator is codes.BRANCH:
            texts.update(_witness(branch) for branch in argument[1][:12])
        if operator is codes.IN:
            texts.update(c for c in 'a A1".,-' if re.match(_in(argument), c))
    return [text for text in texts if text][:8]


def _in(items: Any) -> str:  # noqa: ANN401
    return f"[{''.join(_item(*item) for item in items)}]"


_CATEGORIES = {
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
}


def _item(operator: Any, argument: Any) -> str:  # noqa: ANN401
    if operator is codes.NEGATE:
        return "^"
    if operator is codes.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return _CATEGORIES[argument] if operator is codes.CATEGORY else re.escape(chr(argument))


def _witness(tree: Any) -> str:  # noqa: ANN401
    return "".join(_of(operator, argument) for operator, argument in tree)


def _of(operator: Any, argument: Any) -> str:  # noqa: ANN401
    """A short text that a part of a pattern matches."""
    if operator is codes.LITERAL:
        return chr(argument)
    if operator is codes.NOT_LITERAL:
        return "b" if argument == ord("a") else "a"
    if operator is codes.ANY:
        return "a"
    if operator is codes.IN:
        return next((c for c in 'aA1 ".,-|<:;x' if re.match(_in(argument), c)), "") or _first(
            argument
        )
    if operator is codes.BRANCH:
        return _witness(argument[1][0])
    if operator is codes.SUBPATTERN:
        return _witness(argument[3])
    if operator in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return _witness(argument[2]) * argument[0]
    return ""


def _first(items: Any) -> str:  # noqa: ANN401
    for operator, argument in items:
        if operator is codes.LITERAL:
            return chr(argument)
        if operator is codes.RANGE:
            return chr(argument[0])
    return "a"


def bound(use: Use) -> int | None:
    """The greatest length of what a pattern meets, where it has one."""
    return next((n for home, (n, _) in BOUNDED.items() if use.home.startswith(home)), None)


def growth(use: Use) -> Growth:
    """The worst growth over all attacks up to one that is worse than linear, which is measured again."""
    compiled = re.compile(use.pattern, use.flags)
    worst = Growth(0.0, 0.0, 0, "")
    for attack in attacks(use.pattern, use.flags):
        found = _growth(use, compiled, attack)
        if found.exponent > LINEAR:
            found = min([found, *(_growth(use, compiled, attack) for _ in range(3))])
        worst = max(worst, found)
        if worst.exponent > LINEAR:
            break
    return worst


def _growth(use: Use, compiled: re.Pattern[Any], attack: tuple[str, str, str]) -> Growth:
    """Growth over the last doubling; none where the first length is passed in no time."""
    last, exponent = 0.0, 0.0
    cleaned = not use.home.startswith(RAW_STAGES)
    lengths = LENGTHS if (most := bound(use)) is None else (most,)
    for length in lengths:
        seconds = _seconds(use, compiled, _text(*attack, length, cleaned=cleaned))
        exponent = math.log2(seconds / last) if last and seconds else 0.0
        if seconds < SHORTEST or seconds > LONGEST:
            break
        last = seconds
    if seconds >= PATIENCE:
        exponent = math.inf
    shown = f"{attack[0]!r} {attack[1]!r} × n {attack[2]!r}"
    return Growth(round(exponent, 2), seconds, length, shown)


@lru_cache(maxsize=20_000)
def _text(before: str, pump: str, ending: str, length: int, *, cleaned: bool) -> str:
    text = before + (pump * (length // len(pump) + 1))[:length] + ending
    return plain_characters(MappedText.identity(text)).text if cleaned else text


def _seconds(use: Use, compiled: re.Pattern[Any], text: str) -> float:
    """Seconds that all matches take, the better of two runs, and no more than a few."""
    subject: Any = text if isinstance(compiled.pattern, str) else text.encode()
    best = PATIENCE
    for _ in range(2):
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        try:
            _run(use, compiled, subject)
        except TimeoutError:
            return PATIENCE
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        best = min(best, time.process_time() - started)
        if best < SHORTEST or best > LONGEST:
            break
    return best


def _run(use: Use, compiled: re.Pattern[Any], subject: Any) -> None:  # noqa: ANN401
    if use.anchored:
        for method in use.methods:
            getattr(compiled, method)(subject)
        return
    for _ in compiled.finditer(subject):
        pass


def _out_of_patience(*_: object) -> None:
    raise TimeoutError


def table(rows: list[tuple[Use, Growth]]) -> str:
    """The page: a row a module, and every pattern that is worse than linear."""
    lines = [
        "# Regular expressions on text made to slow them down\n",
        f"`make bench-regexes`: {len(rows)} patterns, each attacked with what its own repetitions repeat and with "
        f"{len(PUMPS)} fragments, at {LENGTHS[0]:,} to {LENGTHS[-1]:,} characters, Python {platform.python_version()}. "
        "The exponent is log2 of the time's growth at the last doubling (1 is linear, 2 the square), the worst of all "
        f"attacks that take over {SHORTEST * 1000:.0f} ms; above {LINEAR} a pattern is listed below, with the "
        "first such attack. Where what a pattern meets has a greatest length, it is measured at that.\n",
        "| module | patterns | greatest length | worst exponent | slowest, ms |\n| --- | ---: | ---: | ---: | ---: |",
    ]
    for home in dict.fromkeys(use.home for use, _ in rows):
        found = [worst for use, worst in rows if use.home == home]
        most = next(bound(use) for use, _ in rows if use.home == home)
        exponent = f"{max(worst.exponent for worst in found):.1f}" if most is None else "–"
        slowest = max(worst.seconds for worst in found) * 1000
        lines.append(f"| {home} | {len(found)} | {most or '–'} | {exponent} | {slowest:.0f} |")
    lines.append("\n## Worse than linear\n")
    slow = [(use, worst) for use, worst in rows if worst.exponent > LINEAR]
    lines += [_told(use, worst) for use, worst in slow] or ["None."]
    return "\n".join(lines) + "\n"


def _told(use: Use, worst: Growth) -> str:
    pattern = str(use.pattern)[:100].replace("`", "'")
    exponent = f"exponent {worst.exponent}, {worst.seconds * 1000:.0f} ms at {worst.length:,}"
    return f"- {use.home}: `{pattern}`: {exponent} of `{worst.attack}`"


def main() -> None:
    """Measure all, print and write the page; exit code 1 where a pattern is worse than linear."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    signal.signal(signal.SIGVTALRM, _out_of_patience)
    rows, uses = [], collected()
    cores, forked = len(os.sched_getaffinity(0)), multiprocessing.get_context("fork")
    with ProcessPoolExecutor(cores, mp_context=forked) as pool:
        for use, worst in zip(uses, pool.map(growth, uses), strict=True):
            rows.append((use, worst))
            if worst.exponent > LINEAR:
                print(_told(use, worst), flush=True)  # noqa: T201 - it takes minutes
    (ROOT / "docs" / "benchmarks" / "regexes.md").write_text(table(rows), encoding="utf-8")
    sys.exit(any(worst.exponent > LINEAR for _, worst in rows))


if __name__ == "__main__":
    main()
