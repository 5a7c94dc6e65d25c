"""Typing one cell: what is read, what is mended, what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.changes.checks import reader_of
from actors_graph.changes.values import date_value, money_value
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
        ("actors.name", "R\ufffdgie", "same", WARNING),
        ("actors.name", "RÃ©gie", "same", WARNING),
        ("actors.kind", "Élu", "elu", None),
        ("actors.kind", "Service public", "service_public", None),
        ("actors.kind", "asociation", None, REFUSED),
        ("actors.lat", "46,5", 46.5, None),
        ("actors.lat", "146.5", None, REFUSED),
        ("actors.lat", "nan", None, REFUSED),
        ("actors.lat", "1e5", None, REFUSED),
        ("actors.themes", "emploi| jeunesse ||emploi", ["emploi", "jeunesse"], None),
        ("actors.themes", "|", None, None),
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
        ("projects.budget", "240 000 € (3 saisons)", None, REFUSED),
        ("fundings.amount", "-50", -5000, WARNING),
        ("projects.starts_on", "2019", "2019", None),
        ("projects.starts_on", "2019-4", "2019-04", None),
        ("projects.starts_on", "2019-04-12", "2019-04-12", None),
        ("projects.starts_on", "12/04/2019", "2019-04-12", None),
        ("projects.starts_on", "1.4.2019", "2019-04-01", None),
        ("projects.starts_on", "04/2019", "2019-04", None),
        ("projects.starts_on", "2019-04-12 00:00:00", "2019-04-12", None),
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
        ("actors.postal_code", "B-1000", "same", WARNING),
        ("actors.phone", "+33 4 70 12 34 56", "04 70 12 34 56", None),
        ("actors.phone", "470123456", "04 70 12 34 56", REPAIRED),
        ("actors.phone", "04.70.12.34.56", "04 70 12 34 56", None),
        ("actors.phone", "3949", "same", None),
        ("actors.email", "contact(at)exemple.fr", "same", WARNING),
        ("actors.website", "javascript:alert(1)", None, REFUSED),
        ("actors.website", "www.exemple.fr", "same", None),
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


@given(st.text(max_size=60))
def test_no_text_breaks_a_reader(text: str) -> None:
    cell = clean(text)
    if not cell:
        return
    for table in TABLES.values():
        for field in table.fields:
            if field.column:
                reading = reader_of(field)(cell)
                assert reading.message or reading.severity is None
