"""The kind of a count where the words beside it leave no doubt."""

import pytest

from pipeline import load


def kinds(text: str) -> list[str]:
    """Of the populations, in order."""
    return [span._.population.kind for span in load()(text).spans["populations"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In the bay 640 pers. died that spring.", ["lost"]),
        ("There 30 people died and 25 babies were born.", ["lost", "other"]),
        ("The list has 410 townsmen who perished.", ["lost"]),
        ("The khan beheaded from 3 to 5 thousand people.", ["lost"]),
        ("After it 700 Oirats were beheaded.", ["lost"]),
        ("They left 120 dead at the ford.", ["lost"]),
        ("By spring 20 thousand souls went extinct.", ["lost"]),
        ("There 9 thousand people were swept away by cholera.", ["lost"]),
        ("The raid cost the Oirats 2 thousand people.", ["lost"]),
        ("The road cost the state 2 thousand roubles and employed 300 people.", ["other"]),
        ("To the gallows went 14 people; a further 80 were flogged.", ["lost", "other"]),
        ("The dead numbered 12, the wounded 31.", ["lost", "other"]),
        (
            "Losses of the brigade: killed - 1 204, wounded - 2 311, missing - 98 pers.",
            ["lost", "other", "lost"],
        ),
        ("There 90 guards perished, 35 were captured.", ["lost", "moved"]),
        ("At the fort 60 men were taken prisoner.", ["moved"]),
        ("From cholera fell ill 5 200 people, from which 1 300 died.", ["other", "lost"]),
        ("The fire left without a roof 70 families.", ["other"]),
        ("Each of the 70 families received compensation.", ["other"]),
        (
            "240 thousand persons, including 90 thousand Chechens and 30 thousand Ingush, were deported.",
            ["moved", "moved", "moved"],
        ),
        (
            "There arrived 90 thousand persons, 1200 teachers, 2,5 thousand trade workers.",
            ["moved", "moved", "moved"],
        ),
        ("30 Kazakhs, 20 Uzbeks and 10 Russians died.", ["lost", "lost", "lost"]),
        ("In the sands there were 640 sick, 510 died.", ["other", "lost"]),
        ("There arrived 90 delegates.", ["other"]),
        ("That year 870 workers arrived in Karaganda.", ["moved"]),
        ("A delegation of twelve persons arrived from Kazan.", ["other"]),
        ("That year 870 workers left for the front.", ["other"]),
        ("15.000 Kazakhs passed in 1931 to China.", ["moved"]),
        ("The garrison numbered 250 people.", ["other"]),
        ("The town numbered 250 people.", ["resident"]),
        ("800 Kazakhs rose in arms.", ["other"]),
        ("Only 1,900 remained of the 8,200 men of the division.", ["other", "other"]),
        ("The captain with 90 Cossacks and 20 peasants reached the river.", ["other", "other"]),
        ("In 1897 in the town were 14,5 thous. of people.", ["resident"]),
        ("The population on Dec. 17, 1926 equalled 31 204 persons.", ["resident"]),
        ("The population had fallen to 3,2 thousand.", ["resident"]),
        ("The population fell by 3,2 thousand.", ["lost"]),
        ("One third of 200 thousand Kazakhs mobilised perished.", ["other"]),
        ("Of the 25 mullahs, 19 were arrested.", ["other", "lost"]),
        ("Of the 25 mullahs who were shot, 19 were old.", ["lost"]),
        ("In 1951 130 students were expelled from universities.", ["other"]),
        ("That winter 130 families were expelled from the valley.", ["moved"]),
        ("There 51,204 persons call themselves Uzbeks.", ["resident"]),
        (
            "In all 37 713 people, among them 19 percent children, were loaded into wagons.",
            ["moved"],
        ),
        (
            "That day 1200 people, of whom 300 women and 200 children, were killed.",
            ["lost", "lost", "lost"],
        ),
        ("That day 1200 people, of whom 300 were killed, were deported.", ["moved", "lost"]),
        ("Most of them – 21 thous. persons – were placed in Karaganda region.", ["moved"]),
        ("There 300 children were placed in Karaganda orphanages.", ["other"]),
        ("From the clan only 3 thousand souls were left.", ["resident"]),
        ("Of the clan 30 families were left without shelter.", ["other"]),
        ("The settlement, with a population of 14,600, became a town.", ["resident"]),
        (
            "The number of Poles here fell by 60.3 per cent, from 143,500 to 57,000.",
            ["resident"] * 2,
        ),
        (
            "By the plan 2,5 thousand people were to be shot and 5 thousand sent to camps.",
            ["lost"] * 2,
        ),
        ("The Dzungars took 300 people prisoner.", ["moved"]),
        ("The Huns took 400 people in captivity.", ["moved"]),
        ("Those years the loss made up 2.2 million people.", ["lost"]),
        ("The losses came to 83 killed and some 150 wounded.", ["lost", "other"]),
        ("There were 96 people killed, 104 wounded, 80 captured.", ["lost", "other", "moved"]),
        ("There 64 men got wounded.", ["other"]),
        ("They took 1,905 settlers, 684 wounded and 1,105 went missing.", ["other", "other"]),
    ],
)
def test_words_beside_a_count_tell_its_kind(text: str, told: list[str]) -> None:
    """The verb behind it, a label before it, both; a part's fate is not that of the whole."""
    assert kinds(text)[: len(told)] == told
