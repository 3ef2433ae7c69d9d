"""The tables of bodies, roles and counted nouns hold together: closed values, one row a form."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from pipeline.lexicons import Row, models_dir, table, values
from pipeline.records import OrganizationType, PopulationKind, Unit

COLUMNS = {
    "organization_heads": ("head", "type", "strength", "takes_name", "plural"),
    "organization_names": ("name", "type", "place", "aliases"),
    "organization_blockers": ("phrase", "reason"),
    "numbered_bodies": ("noun", "type", "of"),
    "sports_clubs": ("club", "place"),
    "roles": ("role", "leads", "variants", "of", "title", "body"),
    "person_nouns": ("noun", "plural", "kind", "group", "unit"),
    "quantity_blockers": ("noun", "plural", "reason"),
}
FORM_COLUMNS = {
    "organization_heads": ("head", "plural"),
    "organization_names": ("name", "aliases"),
    "organization_blockers": ("phrase",),
    "numbered_bodies": ("noun",),
    "sports_clubs": ("club",),
    "roles": ("role", "variants"),
    "person_nouns": ("noun", "plural"),
    "quantity_blockers": ("noun", "plural"),
}
YES_NO = {"yes", "no"}
CLOSED = [
    ("organization_heads", "type", set(get_args(OrganizationType))),
    ("organization_heads", "strength", {"strong", "weak"}),
    ("organization_heads", "takes_name", YES_NO),
    ("organization_names", "type", set(get_args(OrganizationType))),
    ("numbered_bodies", "type", set(get_args(OrganizationType))),
    ("numbered_bodies", "of", YES_NO),
    ("sports_clubs", "place", YES_NO),
    ("roles", "leads", YES_NO),
    ("person_nouns", "kind", {*get_args(PopulationKind), "neutral"}),
    ("person_nouns", "unit", set(get_args(Unit))),
    (
        "organization_blockers",
        "reason",
        {
            *("award", "building", "culture", "era", "event", "generic", "holiday", "law"),
            *("people", "programme", "road", "state", "territory", "war", "work"),
        },
    ),
    (
        "quantity_blockers",
        "reason",
        {
            *("abstract", "animal", "area", "award", "body", "building", "event", "length"),
            *("machine", "measure", "money", "people_unit", "press", "product", "school"),
            *("settlement", "time", "weight"),
        },
    ),
]
PLACE_CODE = re.compile(r"([A-Z]{2}(-[A-Z]{3})?)?")
STRAY = re.compile(r"^\s| $|\s\||\|\s|\|\||\t\||\|\t| \t|\t |  |;|[\u00a0\u2019]")
UNCOUNTED = ("people", "persons", "inhabitants", "residents", "individuals", "souls")

every_table = pytest.mark.parametrize("name", COLUMNS)


def forms(name: str, row: Row) -> set[str]:
    """The case-folded surface forms of a row."""
    return {form.casefold() for column in FORM_COLUMNS[name] for form in values(row[column])}


def all_forms(name: str) -> Iterator[str]:
    """The surface forms of a table, each as often as rows give it."""
    return (form for row in table(name) for form in forms(name, row))


def row_of(name: str, form: str) -> Row:
    """The one row with that surface form."""
    [row] = [row for row in table(name) if form.casefold() in forms(name, row)]
    return row


@every_table
def test_the_columns_are_those_agreed(name):
    """Every row has the columns of its table, and a first cell."""
    for row in table(name):
        assert tuple(row) == COLUMNS[name]
        assert row[COLUMNS[name][0]]


@pytest.mark.parametrize(("name", "column", "allowed"), CLOSED)
def test_cells_hold_closed_values(name, column, allowed):
    """A closed column holds its listed values, each at least once where the list is the table's own."""
    seen = {row[column] for row in table(name)}
    assert seen <= allowed
    assert column != "reason" or seen == allowed


@every_table
def test_a_surface_form_stands_in_one_row(name):
    """No form leads to two rows of a table."""
    assert [form for form, count in Counter(all_forms(name)).items() if count > 1] == []


@every_table
def test_cells_are_clean(name):
    """No stray blank, empty alternative or typographic apostrophe; the file says what it is."""
    lines = (models_dir() / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any("Source:" in line for line in lines if line.startswith("#"))
    assert [line for line in lines if not line.startswith("#") and STRAY.search(line)] == []


@pytest.mark.parametrize(
    "name", [name for name in COLUMNS if name not in ("organization_names", "sports_clubs")]
)
def test_forms_are_lower_case(name):
    """Whatever is compared with lowered text is written lower case."""
    cells = [row[column] for row in table(name) for column in FORM_COLUMNS[name]]
    assert [cell for cell in cells if cell != cell.lower()] == []


@pytest.mark.parametrize("name", ["organization_heads", "person_nouns", "quantity_blockers"])
def test_nouns_have_plurals(name):
    """No counted noun and no head lacks its plural."""
    assert [row for row in table(name) if not row["plural"]] == []


@pytest.mark.parametrize(
    ("name", "form"), [("organization_heads", "head"), ("person_nouns", "noun")]
)
def test_a_noun_has_one_row(name, form):
    """Of two rows of one noun the last would win unseen."""
    forms = [row[form] for row in table(name)]
    assert sorted(f for f in set(forms) if forms.count(f) > 1) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("person_nouns", "quantity_blockers"),
        ("organization_names", "organization_blockers"),
    ],
)
def test_tables_that_decide_against_each_other_share_no_form(one, other):
    """What one table lets in the other does not keep out."""
    assert set(all_forms(one)) & set(all_forms(other)) == set()


def test_places_of_names_are_codes():
    """A body's place is an ISO 3166 code or empty."""
    assert all(PLACE_CODE.fullmatch(row["place"]) for row in table("organization_names"))


@pytest.mark.parametrize("plural", UNCOUNTED)
def test_plain_people_have_no_group(plural):
    """People, persons, inhabitants and residents give a count neither a group nor a kind."""
    row = row_of("person_nouns", plural)
    assert (row["kind"], row["group"], row["unit"]) == ("neutral", "", "persons")


@pytest.mark.parametrize(
    ("plural", "kind", "group", "unit"),
    [
        ("special settlers", "moved", "special settlers", "persons"),
        ("evacuees", "moved", "evacuees", "persons"),
        ("victims", "lost", "victims", "persons"),
        ("killed", "lost", "", "persons"),
        ("red army men", "other", "Red Army men", "persons"),
        ("delegates", "other", "delegates", "persons"),
        ("men", "neutral", "men", "persons"),
        ("families", "neutral", "", "families"),
        ("settler families", "moved", "settlers", "families"),
        ("yurts", "neutral", "", "households"),
        ("peasant farms", "neutral", "peasants", "households"),
    ],
)
def test_nouns_count_what_the_contract_settles(plural, kind, group, unit):
    """Kind, group and unit of a noun follow the record contract."""
    row = row_of("person_nouns", plural)
    assert (row["kind"], row["group"], row["unit"]) == (kind, group, unit)


@pytest.mark.parametrize(
    ("head", "type_", "strength", "takes_name"),
    [
        ("ministry", "government", "strong", "no"),
        ("parliament", "assembly", "strong", "no"),
        ("cultural centre", "association", "strong", "yes"),
        ("research institute", "education", "strong", "yes"),
        ("archive", "culture", "strong", "yes"),
        ("kolkhoz", "company", "weak", "yes"),
        ("newspaper", "media", "weak", "yes"),
        ("party", "party", "strong", "yes"),
        ("youth diaspora", "association", "weak", "yes"),
        ("rifle division", "military", "strong", "no"),
        ("muftiate", "religious", "strong", "no"),
        ("centre", "other", "weak", "yes"),
    ],
)
def test_heads_say_what_a_body_is(head, type_, strength, takes_name):
    """Types follow the contract; a head that is often no body is weak."""
    row = row_of("organization_heads", head)
    assert (row["type"], row["strength"], row["takes_name"]) == (type_, strength, takes_name)


@pytest.mark.parametrize(
    ("form", "name", "type_"),
    [
        ("Alash Orda", "Alash-Orda", "government"),
        ("United Nations", "UN", "international"),
        ("VKP(b)", "VKP(b)", "party"),
        ("Ayqap", "Aikap", "media"),
        ("Majilis", "Mazhilis", "assembly"),
        ("Assembly of the People of Kazakhstan", "Assembly of People of Kazakhstan", "assembly"),
    ],
)
def test_names_are_found_by_their_aliases(form, name, type_):
    """A spelling variant leads to the body it names."""
    row = row_of("organization_names", form)
    assert (row["name"], row["type"]) == (name, type_)


@pytest.mark.parametrize(
    ("form", "leads"),
    [
        ("president", "yes"),
        ("chairperson", "yes"),
        ("chief editor", "yes"),
        ("mufti", "yes"),
        ("founder", "no"),
        ("vice-president", "no"),
        ("academician", "no"),
        ("member", "no"),
    ],
)
def test_roles_tell_heads_from_followers(form, leads):
    """Deputies, founders, members and ranks lead no body."""
    assert row_of("roles", form)["leads"] == leads


@pytest.mark.parametrize(
    "phrase", ["soviet union", "victory day", "order of lenin", "bolashak", "silk road", "republic"]
)
def test_states_holidays_awards_and_programmes_are_no_bodies(phrase):
    """The contract's negatives are blocked."""
    assert row_of("organization_blockers", phrase)["reason"]
