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
        ("The death of 300 prisoners is written in one line.", ["lost"]),
        ("The shooting of 40 workers was hidden.", ["lost"]),
        ("The flight of almost 40 thousand people abroad began.", ["moved"]),
        ("The influx of 40 thousand peasant households lasted.", ["moved"]),
        ("The arrival of 40 delegates was awaited.", ["other"]),
        ("The resettlement of 5,000 families and 300 teachers was planned.", ["moved", "moved"]),
        ("Mobilization of 12 thousand Kazakhs to the mines was ordered.", ["other"]),
        ("There 48 prisoners were driven on foot to Petropavl.", ["moved"]),
        ("There 48 soldiers were transported to the front.", ["other"]),
        ("There 1,600 children brought from the besieged city were fed.", ["moved"]),
        ("After it 264 students were expelled from higher education institutions.", ["other"]),
        ("That year 1,796 Kazakhs became owners of land.", ["other"]),
        ("That year 1,796 Kazakhs became victims of the plague.", ["lost"]),
        ("To the feast 20 thousand builders came to celebrate the joining of rails.", ["other"]),
        ("There 20 thousand builders came to Aina-Bulak for the opening.", ["other"]),
        ("That year 20 thousand builders came to Aina-Bulak for the plant.", ["moved"]),
        ("In the evening 3 thousand people came out to the square.", ["other"]),
        ("At 700 bai households all cattle was confiscated.", ["other"]),
        ("From there 700 households were deported, and cattle was confiscated.", ["moved"]),
        ("The ethnos as of January 1, 2012 is presented by 9 thousand people.", ["resident"]),
        ("That year 3 thousand people came to the region.", ["moved"]),
        ("On the holiday came together about 8 thousand Kazakhs.", ["other"]),
        ("The district is home for 579,600 people.", ["resident"]),
        ("The orphans' home for 80 people was built.", ["other"]),
        ("In those years there were 372 revolts, covering about 80 thousand persons.", ["other"]),
        ("The meeting was held with participation of 500 Kazakhs.", ["other"]),
        ("The volost consisted of 1,200 tents and 6,400 souls of both sexes.", ["resident"] * 2),
        ("The village had 300 people dead.", ["lost"]),
        ("The Greek ethnos is presented by 9 thousand people.", ["resident"]),
        (
            "The loss of population for the 1930s made, in the opinion of scholars, 2 million people.",
            ["lost"],
        ),
        ("They took 1,905 settlers, 684 wounded and 1,105 went missing.", ["other", "other"]),
    ],
)
def test_words_beside_a_count_tell_its_kind(text: str, told: list[str]) -> None:
    """The verb behind it, a label before it, both; a part's fate is not that of the whole."""
    assert kinds(text)[: len(told)] == told
