"""Typing one cell: what is read, what is mended, what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.changes.cells.amounts import money_value
from actors_graph.changes.cells.dates import date_value
from actors_graph.changes.cells.readers import column_reader, reader_of
from actors_graph.model import TABLES
from actors_graph.text import clean
from actors_graph.words import money

if TYPE_CHECKING:
    from actors_graph.model import Value

REFUSED, REPAIRED, WARNING = "refused", "repaired", "warning"


@pytest.mark.parametrize(
    ("where", "cell", "value", "severity"),
    [
        ("actors.name", "L'Étoile <b>du</b> *Bocage* & Cie", "same", None),
        ("actors.name", "=Cie des Rives", "same", None),
        ("actors.name", "'=Cie des Rives", "=Cie des Rives", None),
        ("actors.name", "'t Huis", "same", None),
        ("actors.name", "Jusqu'-au bout", "same", None),
        ("actors.name", "R\ufffdgie", "same", WARNING),
        ("actors.name", "RÃ©gie", "same", WARNING),
        ("actors.kind", "Élu", "elu", None),
        ("actors.kind", "Service public", "service_public", None),
        ("actors.kind", "Asso", "association", None),
        ("actors.kind", "Association (loi 1901)", "association", None),
        ("actors.kind", "Services de l’État", "service_public", None),
        ("actors.kind", "C.C.A.S.", "service_public", WARNING),
        ("actors.kind", "Mairie", "collectivite", WARNING),
        ("actors.kind", "Collège", "etablissement", WARNING),
        ("actors.kind", "Centre social", None, REFUSED),
        ("attendances.state", "Excusée", "excuse", None),
        ("applications.decision", "accordée", "retenue", None),
        ("actors.kind", "asociation", None, REFUSED),
        ("actors.lat", "46,5", 46.5, None),
        ("actors.lat", "146.5", None, REFUSED),
        ("actors.lat", "nan", None, REFUSED),
        ("actors.lat", "1e5", None, REFUSED),
        ("actors.themes", "emploi| jeunesse ||emploi", ["emploi", "jeunesse"], None),
        ("actors.themes", "|", None, None),
        ("actors.themes", "emploi ; jeunesse", ["emploi", "jeunesse"], None),
        ("territories.communes", "03190, 3310", ["03190", "03310"], REPAIRED),
        ("collaborations.level", "3", 3, None),
        ("collaborations.level", "3,0", 3, REPAIRED),
        ("collaborations.level", "0", None, REFUSED),
        ("collaborations.level", "fort", None, REFUSED),
        ("collaborations.level", "9" * 5000, None, REFUSED),
        ("collaborations.level", "３", None, REFUSED),
        ("territories.population", "76 068", 76068, None),
        ("projects.budget", "1\u202f014,50\u00a0€", 101450, None),
        ("projects.budget", "1014.5", 101450, None),
        ("projects.budget", "1.014,50", 101450, None),
        ("projects.budget", "1 014 105", 101410500, None),
        ("projects.budget", "1014.00", 101400, None),
        ("projects.budget", "1.014", None, REFUSED),
        ("projects.budget", "240 000 € (pour les 3 saisons)", 24000000, REPAIRED),
        ("projects.budget", "1 014,50 € TTC", 101450, REPAIRED),
        ("projects.budget", "1.014.105", 101410500, None),
        ("projects.budget", "12,5 k€", 1250000, REPAIRED),
        ("projects.budget", "1014.0999999999999", 101410, REPAIRED),
        ("projects.budget", "4 500 00", None, REFUSED),
        ("projects.budget", "1014.505", None, REFUSED),
        ("projects.budget", "(500)", None, REFUSED),
        ("projects.budget", "-", None, None),
        ("projects.budget", "néant", None, WARNING),
        ("fundings.amount", "-50", -5000, WARNING),
        ("projects.starts_on", "2019", "2019", None),
        ("projects.starts_on", "2019-4", "2019-04", None),
        ("projects.starts_on", "2019-04-12", "2019-04-12", None),
        ("projects.starts_on", "12/04/2019", "2019-04-12", None),
        ("projects.starts_on", "1.4.2019", "2019-04-01", None),
        ("projects.starts_on", "04/2019", "2019-04", None),
        ("projects.starts_on", "2019-04-12 00:00:00", "2019-04-12", None),
        ("projects.starts_on", "12/04/2019 14:30", "2019-04-12", None),
        ("projects.starts_on", "12 avril 2019", "2019-04-12", None),
        ("projects.starts_on", "Vendredi 1er mars 2019", "2019-03-01", None),
        ("projects.starts_on", "avril 2019", "2019-04", None),
        ("projects.starts_on", "déc. 2019", "2019-12", None),
        ("projects.starts_on", "12-avr-19", "2019-04-12", REPAIRED),
        ("projects.starts_on", "20190412", "2019-04-12", REPAIRED),
        ("projects.starts_on", "2019.0", "2019", REPAIRED),
        ("projects.starts_on", "depuis avril 2019", "2019-04", REPAIRED),
        ("projects.starts_on", "25/12/19", "2019-12-25", REPAIRED),
        ("projects.starts_on", "25-12-19", None, REFUSED),
        ("projects.starts_on", "12-04-19", None, REFUSED),
        # No day is known: a number of days could be any number.
        ("projects.starts_on", "43567", None, REFUSED),
        ("projects.starts_on", "2018-2019", "2018", REPAIRED),
        ("projects.ends_on", "2018/2019", "2019", REPAIRED),
        ("projects.ends_on", "du 1er mars 2018 au 12/04/2019", "2019-04-12", REPAIRED),
        ("projects.ends_on", "2018-04-01/2019-03-31", "2019-03-31", REPAIRED),
        ("projects.ends_on", "en cours", None, REPAIRED),
        ("projects.starts_on", "2019-2018", None, REFUSED),
        ("meetings.held_on", "2018-2019", None, REFUSED),
        ("fundings.year", "18/03/2025", 2025, REPAIRED),
        ("fundings.year", "2024-2025", None, REFUSED),
        ("projects.starts_on", "30/02/2019", None, REFUSED),
        ("projects.starts_on", "04/12/19", None, REFUSED),
        ("projects.starts_on", "2019-13", None, REFUSED),
        ("projects.starts_on", "0001-01-01", None, REFUSED),
        ("actors.siren", "384 138 996", "384138996", REPAIRED),
        ("actors.siren", "73282932", None, REFUSED),
        ("actors.siren", "5650010", None, REFUSED),
        ("actors.siren", "732829321", "same", WARNING),
        ("actors.siren", "05650019", None, REFUSED),
        ("actors.siret", "384 138 996 00028", "38413899600028", REPAIRED),
        ("actors.siret", "38413899600028.0", "38413899600028", REPAIRED),
        ("actors.siret", "SIRET : 384 138 996 00028", "38413899600028", REPAIRED),
        ("actors.siret", "384138996", None, REPAIRED),
        ("actors.siret", "W034001234", None, REPAIRED),
        ("actors.siret", "00000000000000", None, WARNING),
        ("actors.siren", "38413899600028", "384138996", REPAIRED),
        ("actors.siret", "1234", None, REFUSED),
        ("actors.siret", "3,84139E+13", None, REFUSED),
        # An establishment of La Poste: its digits sum to a multiple of 5.
        ("actors.siret", "35600000000048", "same", None),
        ("actors.rna", "w034001234", "W034001234", REPAIRED),
        ("actors.rna", "W9T1002867", "same", None),
        ("actors.rna", "12", "same", WARNING),
        ("actors.commune_code", "3190", "03190", REPAIRED),
        ("actors.commune_code", '="03190"', "03190", REPAIRED),
        ("actors.commune_code", "3190.0", "03190", REPAIRED),
        ("actors.commune_code", "2a004", "2A004", REPAIRED),
        ("actors.commune_code", "Moulins", None, REFUSED),
        ("actors.postal_code", "3000", "03000", REPAIRED),
        ("actors.postal_code", "F-03000", "03000", REPAIRED),
        ("actors.postal_code", "03000 Moulins", "03000", REPAIRED),
        ("actors.postal_code", "B-1000", "same", WARNING),
        ("actors.phone", "+33 4 70 12 34 56", "04 70 12 34 56", None),
        ("actors.phone", "470123456", "04 70 12 34 56", REPAIRED),
        ("actors.phone", "04.70.12.34.56", "04 70 12 34 56", None),
        ("actors.phone", "+33 (0)4 70 12 34 56", "04 70 12 34 56", None),
        ("actors.phone", "0033470123456", "04 70 12 34 56", None),
        ("actors.phone", "33470123456", "04 70 12 34 56", REPAIRED),
        ("actors.phone", "470123456.0", "04 70 12 34 56", REPAIRED),
        ("actors.phone", "0470123456 - 0612345678", "04 70 12 34 56 / 06 12 34 56 78", None),
        ("actors.phone", "Tél. 04 70 12 34 56 poste 12", "04 70 12 34 56 poste 12", None),
        ("actors.phone", "04 70 12 34 56 (Mme Lune)", "04 70 12 34 56", REPAIRED),
        ("actors.phone", "+262 262 12 34 56", "02 62 12 34 56", None),
        ("actors.phone", "+41 22 123 45 67", "same", None),
        ("actors.phone", "04 70 12 34 56 ou 57", "same", WARNING),
        ("actors.phone", "04 70 12 34", "same", WARNING),
        ("actors.phone", "3949", "same", None),
        ("actors.phone", "nc", None, WARNING),
        ("actors.email", "mailto:Contact@Exemple.FR", "contact@exemple.fr", None),
        ("actors.email", "contact @ exemple.fr", "contact@exemple.fr", REPAIRED),
        ("actors.email", "contact(at)exemple.fr", "contact@exemple.fr", REPAIRED),
        ("actors.email", "a@exemple.fr ; b@exemple.fr", "a@exemple.fr, b@exemple.fr", None),
        ("actors.email", "Accueil <a@exemple.fr>", "a@exemple.fr", REPAIRED),
        ("actors.email", "a@exemple", "same", WARNING),
        ("actors.email", "www.exemple.fr", "same", WARNING),
        ("actors.website", "javascript:alert(1)", None, REFUSED),
        ("actors.website", "www.exemple.fr", "same", None),
        ("actors.website", "www. exemple.fr", "www.exemple.fr", REPAIRED),
        ("actors.website", "www.exemple.fr / www.autre.fr", "www.exemple.fr", REPAIRED),
        ("actors.website", "a@exemple.fr", None, REPAIRED),
        ("actors.website", "notre page", "same", WARNING),
        ("actors.website", "https://[x", "same", WARNING),
        ("actors.id", "a|b", None, REFUSED),
        ("territories.communes", "03190|3321", ["03190", "03321"], REPAIRED),
        ("territories.communes", "03190|Vichy", ["03190"], REFUSED),
    ],
)
def test_a_cell_is_read(where: str, cell: str, value: Value, severity: str | None) -> None:
    table, name = where.split(".")

    reading = reader_of(TABLES[table].by_name[name])(cell)

    assert reading.value == (cell if value == "same" else value)
    assert reading.severity == severity
    assert bool(reading.message) is (severity is not None)


def test_a_lost_zero_of_a_siren_is_mended_when_its_key_says_so() -> None:
    # 005650019: 0+0+5+3+5+0+0+2+9 by Luhn's doubling = 24, so the key below is 005650015.
    reading = reader_of(TABLES["actors"].by_name["siren"])("05650015")

    assert (reading.value, reading.severity) == ("005650015", REPAIRED)


@given(st.integers(min_value=0, max_value=10**12))
def test_an_amount_as_we_write_it_is_read_back(cents: int) -> None:
    assert money_value(clean(money(cents))).value == cents


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)))
def test_a_day_reads_the_same_in_both_orders(day: date) -> None:
    iso = day.isoformat()
    french = "/".join(reversed(iso.split("-")))

    assert date_value(iso).value == date_value(french).value == iso


@pytest.mark.parametrize(
    ("where", "cell", "elsewhere"),
    [
        ("actors.siret", "384 138 996", {"siren": "384138996"}),
        ("actors.siren", "38413899600028", {"siret": "38413899600028"}),
        ("actors.postal_code", "03200 Vichy", {"commune": "Vichy"}),
        ("actors.website", "Accueil@exemple.fr", {"email": "accueil@exemple.fr"}),
        ("projects.starts_on", "2018-2019", {"ends_on": "2019"}),
    ],
)
def test_a_cell_may_hold_what_another_column_waits_for(
    where: str, cell: str, elsewhere: dict[str, Value]
) -> None:
    table, name = where.split(".")

    assert dict(reader_of(TABLES[table].by_name[name])(cell).also) == elsewhere


def test_a_number_of_days_is_a_date_from_2018_to_the_day_of_the_import() -> None:
    """Spreadsheets count days from 30 December 1899: 43101 is 1 January 2018."""
    read = column_reader(TABLES["projects"], "starts_on", [], today="2026-09-01")

    assert [read(days).value for days in ("43101", "43567", "46266")] == [
        "2018-01-01", "2019-04-12", "2026-09-01",
    ]  # fmt: skip
    assert [read(days).severity for days in ("43100", "46267", "03190")] == [REFUSED] * 3


def test_one_date_of_a_column_tells_how_the_others_are_written() -> None:
    cells = ["04/12/19", "25/12/19", "2019"]
    read = column_reader(TABLES["projects"], "starts_on", cells)
    alone = column_reader(TABLES["projects"], "starts_on", cells[:1])

    assert [read(cell).value for cell in cells] == ["2019-12-04", "2019-12-25", "2019"]
    assert read(cells[0]).severity == REPAIRED
    assert alone(cells[0]).severity == REFUSED


def test_a_list_of_people_may_name_a_sort_of_its_own() -> None:
    read = column_reader(TABLES["actors"], "kind", [], by_name=True)

    assert (read("Prestataire").value, read("Prestataire").severity) == ("autre", WARNING)
    assert read("Mairie").value == "collectivite"


def test_a_wrong_code_of_commune_goes_away_in_a_file() -> None:
    read = column_reader(TABLES["actors"], "commune_code", [])

    assert (read("031").value, read("031").severity) == (None, WARNING)
    assert dict(read("Moulins").also) == {"commune": "Moulins"}


texts = st.text(max_size=60) | st.text("0123456789 ./-+,()€@W;|abcéAB:", max_size=40)


@given(texts)
def test_no_text_breaks_a_reader(text: str) -> None:
    cell = clean(text)
    if not cell:
        return
    for table in TABLES.values():
        for field in table.fields:
            if field.column:
                reading = reader_of(field)(cell)
                assert reading.message or reading.severity is None


@given(texts)
def test_what_was_read_is_read_again_as_it_is(text: str) -> None:
    cell = clean(text)
    # The apostrophe that our exports put before a formula is taken off once.
    if not cell or cell.startswith("'"):
        return
    for table in TABLES.values():
        for field in table.fields:
            read = reader_of(field)
            value = read(cell).value if field.column else None
            if isinstance(value, str) and value:
                again = read(value)
                assert again.value == value, (field.name, cell)
                assert again.severity != REPAIRED, (field.name, cell)


@given(texts)
def test_what_was_mended_is_said(text: str) -> None:
    """A code whose figures or letters changed, a date, a number that is not the one written."""
    cell = clean(text)
    for name in ("siren", "siret", "rna", "commune_code", "postal_code"):
        reading = reader_of(TABLES["actors"].by_name[name])(cell) if cell else None
        if reading is not None and reading.value not in (None, cell):
            assert reading.severity in {REPAIRED, WARNING}
            assert str(reading.value) in reading.message


@pytest.mark.parametrize("field", ["name", "commune", "phone", "description", "checked_on"])
@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#VALEUR!", "#div/0!"])
def test_a_formula_that_went_wrong_is_said_and_empty(field: str, cell: str) -> None:
    reading = column_reader(TABLES["actors"], field, [cell])(cell)

    assert (reading.value, reading.severity) == (None, WARNING)
    assert "erreur de formule" in reading.message


def test_a_name_may_begin_with_a_hash() -> None:
    assert column_reader(TABLES["actors"], "name", [])("#Jeunes 03").value == "#Jeunes 03"
