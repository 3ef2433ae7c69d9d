"""Of whom and of what a percentage is told."""

import pytest

from pipeline import load
from pipeline.linking.groups import group_mentions
from pipeline.linking.subjects import Percent, subject_options


def last(text: str) -> tuple[str, str | None, str | None]:
    """Kind, subject and group of the last percentage."""
    doc = load()(text)
    value = doc.spans["percentages"][-1]._.percentage
    return value.kind, value.subject, value.group


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("63 percent of the pupils of the school are Koreans.", "pupils of the school"),
        ("Turnout was 63 percent.", "turnout"),
        ("The plan was carried out by 104 percent.", "plan"),
        ("The number of Kurds increased by 6 percent.", "number of Kurds"),
        (
            "The number of Kurds increased by 6 percent, Germans became less on 9 percent.",
            "number of Germans",
        ),
        (
            "Germans became less on 9 percent, Russians – on 15 percent.",
            "number of Russians",
        ),
        ("There were 1,150 workers, 41 percent of them Belarusians.", "workers"),
        ("The share of books in the state language was 30 percent.", "books"),
        ("In 1999 the share of Germans was 2.4 percent.", "population"),
        ("Kazakhs made up 63.1 percent of the population.", "population"),
        ("The party won 12 percent at the elections.", "votes"),
        ("Production grew by 12 percent.", "Production"),
        ("5 percent", None),
    ],
)
def test_the_subject_is_the_likeliest_that_a_reader_finds(text: str, subject: str | None) -> None:
    """Of-phrases, rates, changes, parts, polls, the verb's subject."""
    assert last(text)[1] == subject


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            "Tajiks live in Omsk. In the town they have a school. 40 percent of them study there.",
            "Tajiks",
        ),
        ("Number of Kurds: 1959 - 6,1 thousand (0,1 %), 1970 - 12,3 thousand (0,2 %).", "Kurds"),
        ("Kurds made up 1 percent, others - 2,7 %.", None),
        ("Kazakhs made up 63.1 percent of the population.", "Kazakhs"),
        ("Germans were 5 percent in 1989. Kazakhs were 40 percent.", "Kazakhs"),
        ("There were 1,150 workers, 41 percent of them Belarusians.", "Belarusians"),
        ("Women and teenagers were 40 percent of the workers.", "women and teenagers"),
        ("Production grew by 12 percent.", None),
        ("The Russian population was 454,402, or 10.95% of all; others were few.", "Russians"),
        ("There were 55,984 Tatars (1.3%); 4,888 Dungan (0.1%).", "Dungans"),
        ("Kazakhs made up 63.6%, Russians 23.7%, others 3.9%.", None),
        ("There are Tajiks (1.1%) and other smaller ethnic minorities (1.7%).", None),
        ("Most were either Uzbek (51%) or Tajik (28%).", "Tajiks"),
    ],
)
def test_the_group_is_the_people_it_is_told_of(text: str, group: str | None) -> None:
    """The nearest that a verb, a dash or "of them" links, none where no people is named."""
    assert last(text)[2] == group


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Women and teenagers came with Koreans.", ["women and teenagers", "Koreans"]),
        ("Kazakhs and Koreans came.", ["Kazakhs", "Koreans"]),
        ("They came home.", []),
    ],
)
def test_two_kinds_of_people_are_one_mention_two_peoples_are_not(
    text: str, groups: list[str]
) -> None:
    """Joined by "and"."""
    doc = load()(text)
    assert [mention.group for mention in group_mentions(doc, 0, len(doc))] == groups


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("63 percent of the pupils of the school are Koreans.", {"pupils of the school", "pupils"}),
        ("Of 300 thousand bones of animals 99 percent are gone.", {"bones of animals", "bones"}),
        ("Among engineers they were 2 percent.", {"engineers"}),
        ("The share of city dwellers was 60 percent.", {"city dwellers"}),
        ("In 1999 Kazakhs were 53 percent.", {"population", "Kazakhs in the population"}),
        ("Kazakhs were 53 percent, Germans 2 percent.", {"population", "Germans"}),
        ("5 percent", set()),
    ],
)
def test_every_reader_gives_options_of_the_subject(text: str, phrases: set[str]) -> None:
    """Wholes before and after the percentage, with and without their tails; none always."""
    spans = list(load()(text).spans["percentages"])
    value = spans[-1]._.percentage
    previous = spans[-2] if len(spans) > 1 else None
    options = subject_options(Percent(spans[-1], value.kind, value.group, previous))
    assert phrases <= {option.value for option in options}
    assert options[-1].value is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Growth for the decade made 40,6%.", "increase"),
        ("The decline of their number amounted to 25.7 percent.", "decrease"),
        ("Turnout among the 8.4 million voters was 62.6 percent.", "other"),
        ("Turnout in the republic was 84%, in Almaty hardly 72 %.", "other"),
        ("There lived 7.7% fewer than before.", "decrease"),
        ("The diasporas have grown 42% and 41% respectively.", "increase"),
        ("German (60.8 %), Tatar (20.3%) diasporas decreased.", "decrease"),
        ("The diasporas have grown 42%.", "increase"),
        ("Kazakhs made up 63.1 percent of the population.", "share"),
    ],
)
def test_a_change_or_a_rate_is_told_by_its_words(text: str, kind: str) -> None:
    """What grew, fell or was measured, another place of the same sentence included."""
    *_, last = load()(text).spans["percentages"]
    assert last._.percentage.kind == kind
