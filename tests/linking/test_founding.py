"""When a body came into being: every shape's examples, and dates that are none of founding."""

from typing import Any

import pytest

from pipeline import extract
from pipeline.lexicons import rules

ROWS = rules("founding_shapes")


def founded(text: str) -> dict[str, str]:
    """The date of each body that has one."""
    return {f.name: f.founded for f in extract(text).organizations if f.founded}


@pytest.mark.parametrize(
    ("id_", "text", "expected"),
    [(row["id"], *example) for row in ROWS for example in row["examples"]],
)
def test_each_shape_tells_its_date(id_: str, text: str, expected: Any) -> None:
    """The example's bodies have just these dates."""
    assert founded(text) == expected


@pytest.mark.parametrize(
    ("id_", "text"),
    [(row["id"], text) for row in ROWS for text in row.get("counter_examples", [])],
)
def test_other_dates_are_not_of_founding(id_: str, text: str) -> None:
    """Visits, other schools, what a body did itself."""
    assert founded(text) == {}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The Botai Museum was opened about 1905.", "1905"),
        ("13 December 1917. The Botai Museum was formed in Orenburg.", "1917-12-13"),
        ("On 12 January 1990 they met. So the Botai Museum was created.", "1990-01-12"),
        ("In 2001 the Botai Museum was opened; in 2010 it had 420 guests.", "2001"),
        ("The Botai Museum was created on the basis of a school in 1931.", "1931"),
    ],
)
def test_the_date_is_the_verbs_own(text: str, edtf: str) -> None:
    """Bare EDTF; the clause's date, else the heading's or that of what was told before."""
    assert founded(text) == {"Botai Museum": edtf}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "In autumn of 1933 the Tatar Theatre started work in Frunze.",
            {"Tatar Theatre": "1933-23"},
        ),
        (
            'In 1990 the Social Party of Kazakhstan, the "Tan" party, the civil movement "Zarya" and the public'
            ' committee "Mura" were created.',
            {"Social Party of Kazakhstan": "1990", "Tan": "1990", "Zarya": "1990", "Mura": "1990"},
        ),
        ("In 1997 the Botai Museum was found.", {"Botai Museum": "1997"}),
        ("In 1997 a sword was found near the Botai Museum.", {}),
        (
            'In 1990 were formed the civil movement "Azat", the Botai Society in Semey and the party "Alash".',
            {"Azat": "1990", "Botai Society": "1990", "Alash": "1990"},
        ),
        (
            "In 1867 from regiments of siberians the Semirechye Cossack Host was formed.",
            {"Semirechye Cossack Host": "1867"},
        ),
        ("The Botai Museum began to work on 5 May 2005.", {"Botai Museum": "2005-05-05"}),
        (
            "The 102nd Rifle Brigade took shape between 1941 and 1943.",
            {"102nd Rifle Brigade": "1941/1943"},
        ),
        ('The newspaper "Temir Zhol" (is published from 1934) is small.', {"Temir Zhol": "1934"}),
        (
            "A base worked there; in 1938 it grew into the Institute of Weaving.",
            {"Institute of Weaving": "1938"},
        ),
        (
            'On 1 March 1998 the party "Zhana El" held its founding congress.',
            {"Zhana El": "1998-03-01"},
        ),
        ("The Botai Museum raised its curtain on 5 May 2005.", {"Botai Museum": "2005-05-05"}),
        ('The trust "Altaizoloto" went into operation in 1931.', {"Altaizoloto": "1931"}),
        ("The Diocese of Tashkent was restored in June 1945.", {"Diocese of Tashkent": "1945-06"}),
        ("The Botai Museum traces its history back to 1905.", {"Botai Museum": "1905"}),
        ("The Botai Museum has been working since 1905.", {"Botai Museum": "1905"}),
        (
            "There appeared the Institute of Metals (1957) and the Institute of Languages.",
            {"Institute of Metals": "1957"},
        ),
        (
            'On 2 March 1957 was created state farm "Gornyak", in 1965 the number of workers grew.',
            {"Gornyak": "1957-03-02"},
        ),
        ("On 5 May 1986 students of the Kirov Institute came out to the square.", {}),
        ('The newspaper "Tan" was based February 2, 1913 in Semey.', {"Tan": "1913-02-02"}),
        (
            "The Omsk Weaving Plant, started on 20 May 1943, took women.",
            {"Omsk Weaving Plant": "1943-05-20"},
        ),
        ('It keeps the medal given in 1981 and the first number of the newspaper "Tan".', {}),
        ('The organ was "Tan" newspaper; in summer of 1918 it came out in 1 600 copies.', {}),
        ('In May 1922 the newspaper "Tan" came out in Omsk.', {"Tan": "1922-05"}),
        (
            'The magazine "Tan" (1921) and the magazine "Zhol" were founded there.',
            {"Tan": "1921"},
        ),
        ("A branch of the Land Bank of Siberia opened its doors in 1876.", {}),
        ('The newspaper "Tan" was published in Troitsk from 1913 to 1918.', {"Tan": "1913"}),
        (
            "The 102nd Rifle Brigade was formed from 1941 to 1943.",
            {"102nd Rifle Brigade": "1941/1943"},
        ),
        ("The new building of the Botai Museum was opened in 1981.", {}),
        ("The faculty of history of the Kazakh State University was opened in 1934.", {}),
        (
            "The decision to open the Botai Museum was taken in 1925, but it opened only in 1926.",
            {"Botai Museum": "1926"},
        ),
        (
            "He came to the chair of surgery of the Botai Museum, opened in 1931.",
            {"Botai Museum": "1931"},
        ),
        ("The decree on the opening of the Botai Museum was signed in 1925.", {}),
        (
            'The party "Azat" was founded in 1920 and in 1932 renamed "Zheltoksan".',
            {"Azat": "1920"},
        ),
        (
            "The Botai Museum was opened to the public in 1941, though the museum was founded in 1934.",
            {"Botai Museum": "1934"},
        ),
        ("The Botai Museum was opened to the public in 1941.", {"Botai Museum": "1941"}),
        (
            'There stood the factory "Zarya" and the Botai Museum, founded in 1883.',
            {"Botai Museum": "1883"},
        ),
        (
            "In 1946, on the basis of the Botai Museum, the Institute of Weaving was created.",
            {"Institute of Weaving": "1946"},
        ),
        ('Newspaper "Tan" is issued since 1957.', {"Tan": "1957"}),
        ("Guilds merged in 1997 into the Union of Miners.", {"Union of Miners": "1997"}),
        ("The Botai Museum is in Semey. Museum has been based in 1929.", {"Botai Museum": "1929"}),
        ("The Botai Museum is in Semey. School was opened in 1929.", {}),
        ("The 105th Rifle Brigade, raised in Aktobe, knew this: its men fell in 1943.", {}),
        ("A monument was established by the Botai Museum in 1993.", {}),
        ("In 1993 a fund was created by decision of the Botai Museum.", {}),
        (
            'In 1913 was founded by the writers of Orenburg the newspaper "Tan".',
            {"Tan": "1913"},
        ),
        ("The chair of surgery of the Botai Museum was opened in 1957.", {}),
        ("The Botai Museum has three halls. A school near the museum was opened in 2005.", {}),
        (
            "The Botai Museum is new. The doors of the museum were opened in 2005.",
            {"Botai Museum": "2005"},
        ),
        (
            "The Botai Museum has guests. It is the jubilee of the museum, which was founded in 1932.",
            {"Botai Museum": "1932"},
        ),
        ("The Botai Museum exists since 1945.", {"Botai Museum": "1945"}),
        ("The Botai Museum takes its beginning from 1945.", {"Botai Museum": "1945"}),
        ('In 1913 Anna Kim began to publish the newspaper "Tan".', {"Tan": "1913"}),
        ('In 1913 the newspaper "Tan" was published for the first time.', {"Tan": "1913"}),
        ('The newspaper "Tan" was first published in 1913.', {"Tan": "1913"}),
        ('In February 1913 began to leave the newspaper "Tan".', {"Tan": "1913-02"}),
        ('The magazine "Tan", which leaves since 2003, is thin.', {"Tan": "2003"}),
        ('From 1911 till 1915 the journal "Tan" came out.', {"Tan": "1911"}),
        ('They read the newspaper "Tan" (1888-1902).', {"Tan": "1888"}),
        ("The State Duma (27 April - 8 July 1906) heard them.", {}),
        ("The Botai Museum, open in 1991, collects names.", {"Botai Museum": "1991"}),
        ("The Botai Museum conducts its chronicle from 1929.", {"Botai Museum": "1929"}),
        ("In 1926 the Weaving Theatre opened the curtain.", {"Weaving Theatre": "1926"}),
        (
            "The Weaving Institute, which separated from the old school in 1991, sent a letter.",
            {"Weaving Institute": "1991"},
        ),
        ("On 5 May 1990 they proclaimed the Union of Weavers.", {"Union of Weavers": "1990-05-05"}),
        (
            "In 1998 the school was merged with the college to form the Weaving University.",
            {"Weaving University": "1998"},
        ),
        (
            "Clubs of nine countries joined in the Union of Weavers in 2009.",
            {"Union of Weavers": "2009"},
        ),
        (
            "In 1988 the Tatar Centre of Semey appeared, in 1989 in Omsk - the Botai Society.",
            {"Tatar Centre of Semey": "1988", "Botai Society": "1989"},
        ),
        (
            "In 1957 the Mining Union of Rudny was opened, in which in the 1970s 300 men worked.",
            {"Mining Union of Rudny": "1957"},
        ),
        (
            "In 1954 they came. The Ministry of Weaving, which was created in the same year, grew.",
            {"Ministry of Weaving": "1954"},
        ),
        (
            'On 6 December 1905 the workers rose. They have formed the union "Tan".',
            {"Tan": "1905-12-06"},
        ),
        (
            "The Aksu Museum was opened in 1980; the Botai Museum followed in 1986.",
            {"Aksu Museum": "1980", "Botai Museum": "1986"},
        ),
        (
            "The Semey Alloy Plant, which gave first metal in January 1943, is old.",
            {"Semey Alloy Plant": "1943-01"},
        ),
        ("The Semey Cannery started its first line in August 1933.", {"Semey Cannery": "1933-08"}),
        (
            "In 1991 the dispensary was transformed to the Weaving Institute of Semey.",
            {"Weaving Institute of Semey": "1991"},
        ),
        (
            "The 391st Rifle Division was put together in September 1941 in tents.",
            {"391st Rifle Division": "1941-09"},
        ),
        (
            "On 22 September 1788 she signed the decree creating the Weaving Assembly of Orenburg.",
            {"Weaving Assembly of Orenburg": "1788-09-22"},
        ),
        (
            'They read the newspaper "Tan", going out since 2006; the newspaper "Zor", printed in Semey in three '
            "languages since 2000, is a newspaper too.",
            {"Tan": "2006", "Zor": "2000"},
        ),
        (
            "In December of 1960 the Botai Society appeared and a newspaper came.",
            {"Botai Society": "1960-12"},
        ),
        (
            "The 316th Rifle Division, formed in Alma-Ata, commanded by Ivan Petrov, held the road in October 1941.",
            {},
        ),
        (
            "The 310th Rifle Division, raised in Akmolinsk, fought there and lost half by the end of 1941.",
            {},
        ),
        (
            "The Botai University, built with the help of Egypt, opened in 2001; it is big.",
            {"Botai University": "2001"},
        ),
        ("In Semey the newspaper «Tan» began to appear in June 1917.", {"Tan": "1917-06"}),
        ("The Botai Institute existed from 1986 to 1996 and had 38 men.", {}),
        (
            "The museum «Khan Ordasy», which has stood since 3 September 1999, is small.",
            {"Khan Ordasy": "1999-09-03"},
        ),
        ("On 17 May 2003 followed the Diocese of Semey.", {"Diocese of Semey": "2003-05-17"}),
        ("In December 1905 delegates decided to create the Union of Weavers.", {}),
        (
            "The Nevada-Semipalatinsk movement, headed by Anna Kim, was created on 28 February 1989.",
            {"Nevada-Semipalatinsk": "1989-02-28"},
        ),
        (
            "In 1928 the Weaving Institute (since 1935 – the Weaving and Spinning Institute) was opened.",
            {"Weaving and Spinning Institute": "1928"},
        ),
        (
            "The Weaving Institute (since 1935 WSI) was opened in 1928.",
            {"Weaving Institute": "1928"},
        ),
        ("The Union of Weavers was registered anew on 28 February 1994.", {}),
        ('The trust "Tan" opened in 1930 247 schools.', {}),
        ('The trust "Tan" opened in Semey a production base in 1930.', {}),
        ('The society "Tan" works; for 2005-2010 it raised from the swamps 746 men.', {}),
        ("In 1965 he left the Weaving Institute, founded two decades earlier.", {}),
        ("The Weaving Plant entered into operation in 1952.", {"Weaving Plant": "1952"}),
        ("The Botai Museum has been existing since 1991.", {"Botai Museum": "1991"}),
        ("Two clinics are to open by 2025, and UNICEF helps.", {}),
        ("The reactor of the Mangyshlak Combine, put into service in 1973, gave light.", {}),
    ],
)
def test_ways_to_say_that_a_body_began(text: str, dates: dict[str, str]) -> None:
    """Verbs of beginning; a date in brackets is its body's alone, another clause's, a part's and a march's no one's."""
    assert founded(text) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The Union of Weavers, founded ten years ago, met.", {"Union of Weavers": "2006"}),
        ("The Union of Weavers, created four months ago, met.", {"Union of Weavers": "2016-01"}),
        ("The Union of Weavers was opened today.", {}),
    ],
)
def test_what_the_day_of_publication_resolves(text: str, dates: dict[str, str]) -> None:
    """ "Ten years ago" is a time of founding, "today" is none."""
    facts = extract(text, published="2016-05-10").organizations
    assert {fact.name: fact.founded for fact in facts if fact.founded} == dates
