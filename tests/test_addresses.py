"""Two addresses of one article are one address; addresses of two articles stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.addresses import canonical_address

ARTICLE = "e-history.kz/en/news/show/8253"


@pytest.mark.parametrize(
    "url",
    [
        "https://e-history.kz/en/news/show/8253",
        "http://e-history.kz/en/news/show/8253",
        "HTTPS://E-History.KZ/en/news/show/8253",
        "https://e-history.kz:443/en/news/show/8253",
        "http://e-history.kz:80/en/news/show/8253",
        "https://www.e-history.kz/en/news/show/8253",
        "https://ehistory.kz/en/news/show/8253",
        "http://www.ehistory.kz/en/news/show/8253/",
        "https://e-history.kz./en/news/show/8253",
        "https://e-history.kz/en/news/show/8253.",
        "https://e-history.kz/en/news/show/8253/",
        "https://e-history.kz//en/news//show/8253",
        "https://e-history.kz/en/./news/x/../show/8253",
        "https://e-history.kz/en/news/show/8253/amp/",
        "https://e-history.kz/en/news/show/8253/amp",
        "https://e-history.kz/amp/en/news/show/8253",
        "https://amp.e-history.kz/en/news/show/8253",
        "https://e-history.kz/en/news/show/8253?amp=1",
        "https://m.e-history.kz/en/news/show/8253",
        "https://e-history.kz/en/news/show/8253#comments",
        "https://e-history.kz/en/news/show/8253?utm_source=fb&utm_medium=social&fbclid=x",
        "https://e-history.kz/%65n/news/show/8253",
        "//e-history.kz/en/news/show/8253",
        "e-history.kz/en/news/show/8253",
        "  https://e-history.kz/en/news/show/8253\n",
    ],
)
def test_one_article(url: str) -> None:
    """Scheme, host name, slashes, dots, AMP, fragments and trackers tell no articles apart."""
    assert canonical_address(url) == ARTICLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e-history.kz/en/news/show/8253", "https://e-history.kz/ru/news/show/8253"),
        ("https://e-history.kz/en/news/show/8253", "https://e-history.kz/en/news/show/82530"),
        ("https://e-history.kz/en/news?id=1", "https://e-history.kz/en/news?id=2"),
        ("https://e-history.kz/en/view?gallery=1", "https://e-history.kz/en/view?gallery=2"),
        ("https://e-history.kz/en/view?source=1", "https://e-history.kz/en/view?source=2"),
        ("https://e-history.kz/en/a", "https://e-history.kz/en/A"),
        ("https://e-history.kz/en/%c8", "https://e-history.kz/en/%c9"),
        ("https://e-history.kz/en/a%2Fb", "https://e-history.kz/en/a/b"),
        ("https://e-history.kz:8080/en/a", "https://e-history.kz/en/a"),
        ("https://m.kz/a", "https://kz/a"),
        ("https://e-history.kz/en/news/ampere", "https://e-history.kz/en/news"),
    ],
)
def test_two_articles(one: str, other: str) -> None:
    """What may lead to another article is kept."""
    assert canonical_address(one) != canonical_address(other)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://e-history.kz", "e-history.kz"),
        ("https://e-history.kz/en?b=2&a=1&a=0", "e-history.kz/en?a=0&a=1&b=2"),
        ("https://e-history.kz/en/история", canonical_address("e-history.kz/en/%d0%b8стория")),
        ("localhost:8000/a", "localhost:8000/a"),
        ("mailto:a@e-history.kz", None),
        ("https://[bad", None),
        ("https://e-history.kz:port/", None),
        ("https:///en", None),
        ("", None),
        (None, None),
    ],
)
def test_forms(url: str | None, address: str | None) -> None:
    """Parameters are sorted, letters percent-encoded; what is no address gives null."""
    assert canonical_address(url) == address


@given(st.text(), st.text(alphabet="abc/.?&=%#é:", max_size=20))
def test_an_address_is_its_own_canonical_form(noise: str, tail: str) -> None:
    """Applying it twice changes nothing, and nothing makes it raise."""
    for url in (noise, f"https://e-history.kz/{tail}"):
        address = canonical_address(url)
        assert address is None or canonical_address(address) == address
