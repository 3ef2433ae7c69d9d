"""The tables of places, ethnonyms and periods hold together: closed values, one row a form."""

import re
from collections.abc import Iterator

import pytest
from edtf_validate.valid_edtf import is_valid

from pipeline.lexicons import Row, index, models_dir, table, values

FORM_COLUMNS = {
    "places": ("name", "variants"),
    "ethnonyms": ("plural", "singular", "adjective"),
    "periods": ("name", "variants"),
}
COLUMNS = {
    "places": ("name", "code", "kind", "variants"),
    "ethnonyms": ("group", "plural", "singular", "adjective"),
    "periods": ("name", "edtf", "kind", "variants"),
}
PLACE_KINDS = {
    "country",
    "region",
    "city",
    "town",
    "district",
    "historic",
    "area",
    "river",
    "mountain",
}
CODE = re.compile(r"[A-Z]{2}(-[A-Z]{3})?")
STRAY = re.compile(r"^\s|\s$|\s\||\|\s|\|\||\t\||\|\t| \t|\t |  |[\u00a0\u2019]")

every_table = pytest.mark.parametrize("name", FORM_COLUMNS)


def forms(name: str, row: Row) -> set[str]:
    """The case-folded surface forms of a row, its name not where "!" says so."""
    named = {form.casefold() for column in FORM_COLUMNS[name] for form in values(row[column])}
    return named - {"!", row["name"].casefold()} if "!" in named else named


def canonical(name: str) -> dict[str, str]:
    """Case-folded surface form to the row's canonical value."""
    key = COLUMNS[name][0]
    return dict(index((form, row[key]) for row in table(name) for form in forms(name, row)))


def bounds(edtf: str) -> Iterator[float]:
    """The years an interval starts and ends with; an open end is infinite."""
    for end, open_end in zip(edtf.split("/"), (float("-inf"), float("inf")), strict=False):
        yield open_end if end == ".." else int(re.match(r"-?\d{4}", end)[0])


@every_table
def test_the_columns_are_those_the_linkers_read(name):
    """Every row has the columns of its table, and a canonical value and forms."""
    for row in table(name):
        assert tuple(row) == COLUMNS[name]
        assert row[COLUMNS[name][0]]
        assert forms(name, row)


@every_table
def test_a_surface_form_belongs_to_one_row(name):
    """No form is claimed by two rows, whatever its case."""
    owners: dict[str, list[str]] = {}
    for row in table(name):
        for form in forms(name, row):
            owners.setdefault(form, []).append(row[COLUMNS[name][0]])
    assert {form: rows for form, rows in owners.items() if len(rows) > 1} == {}


@every_table
def test_a_cell_says_a_form_once(name):
    """No cell repeats a form, and no variant repeats the name of its row."""
    for row in table(name):
        for column in set(COLUMNS[name]) & {"plural", "singular", "adjective", "variants"}:
            own = ([row["name"]] if column == "variants" else []) + list(values(row[column]))
            assert len(own) == len(set(own)), row[COLUMNS[name][0]]


@every_table
def test_there_is_no_stray_whitespace(name):
    """Cells and values touch their separators; spaces are single, apostrophes and spaces plain."""
    text = (models_dir() / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in rows if STRAY.search(line)] == []


def test_place_codes_and_kinds_are_closed():
    """A code looks like ISO 3166-1 alpha-2 or a lettered ISO 3166-2 one; a kind is of the list."""
    for row in table("places"):
        assert row["kind"] in PLACE_KINDS, row["name"]
        assert not row["code"] or CODE.fullmatch(row["code"]), row["name"]
        assert (row["kind"] == "country") == (len(row["code"]) == 2), row["name"]


def test_a_code_names_one_place():
    """Only South Kazakhstan and Turkistan Region, one after the other, share a code."""
    named: dict[str, list[str]] = {}
    for row in table("places"):
        if row["code"]:
            named.setdefault(row["code"], []).append(row["name"])
    shared = {code: names for code, names in named.items() if len(names) > 1}
    assert shared == {"KZ-YUZ": ["South Kazakhstan Region", "Turkistan Region"]}


def test_the_regions_of_kazakhstan_have_their_codes():
    """All seventeen lettered subdivisions of Kazakhstan are there."""
    codes = {row["code"][3:] for row in table("places") if row["code"].startswith("KZ-")}
    expected = "AKM AKT ALA ALM AST ATY KAR KUS KZY MAN PAV SEV SHY VOS YUZ ZAP ZHA"
    assert codes == set(expected.split())


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Alma-Ata", "Almaty"),
        ("Alma-Ata oblast", "Almaty Region"),
        ("Dzhambul", "Taraz"),
        ("Dzhambul oblast", "Zhambyl Region"),
        ("South Kazakhstan", "South Kazakhstan Region"),
        ("Southern Kazakhstan", "Southern Kazakhstan"),
        ("Tselinograd", "Astana"),
        ("Turkestan", "Turkestan"),
        ("Turkestan city", "Turkistan"),
        ("Turkestan region", "Turkistan Region"),
        ("Turkestan krai", "Turkestan Governorate-General"),
        ("Semipalatinsk", "Semey"),
        ("Semipalatinsk oblast", "Semipalatinsk Region"),
        ("Leningrad", "Saint Petersburg"),
        ("Soviet Union", "USSR"),
        ("RK", "Kazakhstan"),
        ("Ural", "Urals"),
        ("Ural river", "Ural River"),
        ("Uralsk", "Oral"),
        ("Krasnovodsk", "Turkmenbashi"),
        ("Sergiopol", "Ayagoz"),
        ("Turgay", "Turgai"),
        ("Torgai", "Torgay"),
        ("Akmolinsk oblast", "Akmola Region"),
    ],
)
def test_a_place_is_found_by_an_older_or_other_name(form, name):
    """Older names and spellings give the modern name, and neighbouring forms stay apart."""
    assert canonical("places")[form.casefold()] == name


@pytest.mark.parametrize("form", ["oral", "kurgan", "mary", "abai", "shevchenko", "panfilov"])
def test_words_and_people_are_no_places(form):
    """A plain word or a person's name isn't a place by itself."""
    assert form not in canonical("places")


def test_an_ethnic_group_is_one_of_its_own_forms():
    """The canonical name is a form of its row, and every row can be met in all three roles."""
    for row in table("ethnonyms"):
        assert row["group"].casefold() in forms("ethnonyms", row)
        assert all(row[column] for column in FORM_COLUMNS["ethnonyms"]), row["group"]


@pytest.mark.parametrize(
    ("form", "group"),
    [
        ("Uighur", "Uighurs"),
        ("Uigurs", "Uyghurs"),
        ("Vainakh", "Vainakhs"),
        ("Azeri", "Azerbaijanis"),
        ("Turkish", "Turks"),
        ("Turkic", "Turkic peoples"),
        ("Ahiska Turks", "Meskhetian Turks"),
        ("Polish", "Poles"),
        ("Kirgiz", "Kyrgyz"),
        ("Cumans", "Kipchaks"),
        ("Gypsies", "Roma"),
    ],
)
def test_a_group_is_found_by_any_spelling(form, group):
    """Plural, singular and adjective forms give the canonical plural."""
    assert canonical("ethnonyms")[form.casefold()] == group


def test_periods_are_valid_edtf_that_runs_forward():
    """Every span is valid EDTF, of kind period, and ends no earlier than it starts."""
    for row in table("periods"):
        assert is_valid(row["edtf"]), row["name"]
        assert row["kind"] == "period"
        years = list(bounds(row["edtf"]))
        assert years == sorted(years), row["name"]


@pytest.mark.parametrize(
    ("form", "edtf"),
    [
        ("Soviet period", "1917/1991"),
        ("Soviet times", "1917/1991"),
        ("Great Patriotic War", "1941/1945"),
        ("World War II", "1939/1945"),
        ("independence years", "1991/.."),
        ("years of independence", "1991/.."),
        ("pre-revolutionary period", "../1917"),
        ("NEP", "1921/1928"),
        ("wartime", "1941/1945"),
        ("Bronze Age", "-1999/-0800"),
        ("Turkic times", "0552/1206"),
    ],
)
def test_a_period_has_the_span_of_the_contract(form, edtf):
    """The periods the record contract names, and a few more, have the spans agreed on."""
    spans = {row["name"]: row["edtf"] for row in table("periods")}
    assert spans[canonical("periods")[form.casefold()]] == edtf


@pytest.mark.parametrize(
    "form", ["collectivization", "independence", "Soviet", "thaw", "stagnation"]
)
def test_a_process_or_adjective_is_no_period(form):
    """A word that names no stretch of time by itself isn't listed."""
    assert form.casefold() not in canonical("periods")
