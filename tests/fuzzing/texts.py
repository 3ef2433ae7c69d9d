"""Texts made by chance: of the genre's own fragments, of what surrounds them on a page, of any characters."""

from hypothesis import strategies as st

PEOPLE = ("Kurds", "Poles", "Koreans", "special settlers", "families", "people", "students")
PLACES = ("Kazakhstan", "Almaty", "Zhambyl Region", "the steppe", "the village of Samal")
BODIES = (
    "the Assembly of People of Kazakhstan",
    "the Kazakh State University",
    'the newspaper "Leninshil Zhas"',
    "the Union of Writers",
    "kolkhoz «Avangard»",
)
QUALIFIERS = ("", "about ", "more than ", "up to ", "some ", "from 3 to ", "not less than ", "over")
DATES = (
    "in 1937",
    "on 1 December 1991",
    "on 31.02.1999",
    "in the 1930s",
    "in the XVIII century",
    "in 1941-1945",
    "in the second half of the 1st millennium BC",
    "about 1465",
    "in the spring of 1932",
    "20 years ago",
    "9000 years ago",
    "in the XX–XIX centuries",
    "from 99 to 12 BC",
)
NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**9).map(lambda n: f"{n:,}"),
    st.integers(0, 10**6).map(lambda n: f"{n:,}".replace(",", " ")),
    st.decimals(0, 10**6, places=2, allow_nan=False).map(str),
    st.sampled_from(("twelve", "a hundred and one", "3-4", "1/3", "10^6", "1e9", "6,2", "1.000,5", "½", "٣٤")),
)  # fmt: skip
SCALES = ("", " thousand", " million", "-odd", " hundred", "%", " percent", " per cent")
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# What cleaning, numbers and dates give a meaning to.
MARKS = st.text(
    "0123456789.,:;-–—%()[]\"'«»|/<>&#^*№°½²XVI \n\t\u00a0\u00ad\u200b\u0301\ue001", max_size=10
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of the genre, all of whose parts are well formed."""
    people, place = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(PLACES))
    body, date = draw(st.sampled_from(BODIES)), draw(st.sampled_from(DATES))
    count = draw(st.integers(10, 999_999))
    return draw(
        st.sampled_from(
            (
                f"About {count} {people} lived in {place} {date}.",
                f"The share of {people} in {place} was {count % 100} percent {date}.",
                f"It was opened {date} by {body} in {place}.",
                f"The chairman of {body} Ivan Petrov met {count} {people}.",
                f"Nothing of note is told of {place}.",
            )
        )
    )


@st.composite
def broken_sentences(draw: st.DrawFn) -> str:
    """The same fragments in any order, with anything between them."""
    fragments = st.one_of(
        st.builds(lambda q, n, s: q + n + s, st.sampled_from(QUALIFIERS), NUMBERS, st.sampled_from(SCALES)),
        *(st.sampled_from(words) for words in (PEOPLE, PLACES, BODIES, DATES)),
        MARKS,
        ANY,
    )  # fmt: skip
    return draw(st.sampled_from((" ", "", ", ", "\n", " | "))).join(
        draw(st.lists(fragments, min_size=1, max_size=14))
    )


ARTICLES = st.lists(sentences(), min_size=1, max_size=6).map("\n\n".join)
TEXTS = st.one_of(
    st.lists(st.one_of(sentences(), broken_sentences()), min_size=1, max_size=5).map("\n".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200),
)
