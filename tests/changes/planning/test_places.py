"""From what a file writes of a commune to its code: said when it is less than equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow
from actors_graph.changes.planning.heads import FileHead
from actors_graph.changes.planning.homes import home_departements
from actors_graph.changes.planning.places import (
    Written,
    place_actors,
    placed_commune,
)
from actors_graph.model import TABLES
from actors_graph.model.geography import geography
from actors_graph.model.written_places import places_in_address, several_names, written_place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from actors_graph.changes.known import Reads
    from actors_graph.model import Value

ALLIER = frozenset({"03"})


def placed(
    *rows: dict[str, Value], departements: Collection[str] = ALLIER
) -> tuple[CheckedFile, CheckedPart]:
    columns = {name: f"[{name}]" for row in rows for name in row}
    checked = [CheckedRow(line, dict(row)) for line, row in enumerate(rows, start=2)]
    file, part = empty_file(), CheckedPart(TABLES["actors"], checked, columns)
    place_actors(file, part, departements=departements)
    return file, part


def empty_file() -> CheckedFile:
    return CheckedFile(FileHead("liste.csv", "acteurs", frozenset({"actors"}), 0))


@pytest.mark.parametrize(
    ("row", "code", "severity", "words"),
    [
        ({"commune": "CUSSET"}, "03095", None, ""),
        ({"commune": "moulins", "postal_code": "03000"}, "03190", None, ""),
        ({"commune": "Moulins Cedex", "postal_code": "03006"}, "03190", None, ""),
        ({"commune": "Bellerive/Allier"}, "03023", "repaired", "lu Bellerive-sur-Allier (03023)."),
        ({"commune": "Cuset", "postal_code": "03300"}, "03095", "repaired", "lu Cusset (03095)."),
        ({"commune": "Maillet", "postal_code": "03190"}, "03158", "repaired", "ancien nom"),
        ({"commune": "03200 Vichy"}, "03310", None, ""),
        ({"commune": "Vichy - 03200"}, "03310", None, ""),
        ({"commune": "Saint-Denis (93)"}, "93066", "warning", "la seule"),
        ({"commune": "Saint-Denis (La Réunion)"}, "97411", "warning", "la seule"),
        ({"commune": "Moulins"}, "03190", "warning", "plusieurs communes portent ce nom"),
        ({"commune": "Vichy", "postal_code": "03000"}, "03310", "warning", "03000 n’est pas"),
        ({"commune": "Saint-Pourçain"}, None, "warning", "(03253) ou Saint-Pourçain-sur-Sioule"),
        ({"commune": "Vichy et Abrest"}, None, "warning", "plusieurs communes"),
        ({"commune": "Tout le département"}, None, "warning", "n’est pas une commune connue"),
        ({"commune": "?"}, None, "warning", "n’est pas une commune connue"),
        ({"commune_code": "03190"}, "03190", None, ""),
        ({"commune_code": "03095", "commune": "Cuset"}, "03095", None, ""),
        ({"commune_code": "69381"}, "69123", "repaired", "lu Lyon (69123)."),
        ({"commune_code": "03315"}, "03315", None, ""),
        ({"commune": "Paris 12e Arrondissement"}, "75056", "repaired", "lu Paris (75056)."),
        ({"commune": "93 420 Villepinte"}, "93078", None, ""),
        ({"commune": "Mairie de Vichy"}, "03310", "repaired", "lu Vichy (03310)."),
        ({"commune": "1 chemin du Port - Cusset"}, "03095", "repaired", "lu Cusset (03095)."),
        ({"commune": "03190"}, None, "warning", "n’est pas une commune connue"),
        ({"commune_code": "03999"}, "03999", None, ""),
        ({"commune_code": "03999", "commune": "Cusset"}, "03095", "repaired", "lu Cusset (03095)"),
        ({"commune_code": "03200", "commune": "Vichy"}, "03310", "repaired", "est un code postal"),
        ({"commune_code": "03095", "commune": "Vichy"}, "03095", "warning", "celui de Cusset"),
    ],
)
def test_commune_of_a_row(
    row: dict[str, Value], code: str | None, severity: str | None, words: str
) -> None:
    file, part = placed(row)

    assert part.rows[0].values.get("commune_code") == code
    assert part.rows[0].values.get("commune") == row.get("commune")
    assert [problem.severity for problem in file.problems] == [severity] * bool(severity)
    assert words in "".join(problem.message for problem in file.problems)
    assert part.rows[0].repaired is (severity == "repaired")


def test_commune_is_read_in_an_address_where_nothing_else_says_it() -> None:
    file, part = placed(
        {"address": "Maison des associations, 12 rue du Port, 03200 VICHY CEDEX"},
        {"address": "BP 12345 – 03300 Cusset, France"},
        {"address": "3 place de l’Église"},
        {"address": "3 rue de Paris, 03200 Vichy", "commune": "Cusset"},
    )

    found = [(r.values.get("postal_code"), r.values.get("commune_code")) for r in part.rows]
    assert found == [("03200", "03310"), ("03300", "03095"), (None, None), (None, "03095")]
    assert part.rows[0].values["commune"] == "VICHY CEDEX"
    assert part.columns["commune_code"] == "[address]"
    assert [problem.message for problem in file.problems if problem.line is None] == [
        "code postal et commune lus dans l’adresse de 2\xa0lignes (ligne 2 : 03200 VICHY CEDEX)."
    ]


def test_postal_code_of_an_address_tells_homonyms_apart() -> None:
    _, part = placed({"address": "1 rue Haute, 02160 Moulins", "commune": "Moulins"})

    assert part.rows[0].values["commune_code"] == "02530"


def test_a_place_is_never_given_a_point_that_it_does_not_have() -> None:
    _, part = placed({"commune": "Cusset"})

    assert not {"lat", "lon", "address"} & part.rows[0].values.keys()


def test_postal_codes_of_the_file_say_where_it_lies() -> None:
    row: dict[str, Value] = {"commune": "Bellerive sur Alier"}
    _, alone = placed(row, departements=())
    _, beside = placed(row, {"commune": "Cusset", "postal_code": "03300"}, departements=())

    assert "commune_code" not in alone.rows[0].values
    assert beside.rows[0].values["commune_code"] == "03023"


def test_a_name_found_for_certain_says_where_the_others_lie() -> None:
    """So that the same file finds the same communes once its actors are known."""
    _, part = placed({"commune": "Cuset"}, {"commune": "Cusset"}, departements=())

    assert [row.values.get("commune_code") for row in part.rows] == ["03095", "03095"]


def test_a_repair_is_said_on_each_line_and_a_doubt_once() -> None:
    near: dict[str, Value] = {"commune": "Cuset"}
    homonym: dict[str, Value] = {"commune": "Moulins"}
    file, part = placed(*[near] * 3, *[homonym] * 4)

    said = [(problem.line, problem.severity.value) for problem in file.problems]
    assert said == [(2, "repaired"), (3, "repaired"), (4, "repaired"), (5, "warning")]
    assert file.problems[-1].message.endswith("(4\xa0lignes).")
    assert file.problems[0].column == part.columns["commune_code"] == "[commune]"


def test_what_could_be_several_communes_is_handed_back() -> None:
    rows = [CheckedRow(line, {"commune": "Moulins"}) for line in (2, 5)]

    doubts = place_actors(empty_file(), CheckedPart(TABLES["actors"], rows, {"commune": "Ville"}))

    assert [(d.lines, d.column, d.value, d.candidates) for d in doubts] == [
        ((2, 5), "Ville", "Moulins", ("02530", "03190", "35198"))
    ]
    assert "commune_code" not in rows[0].values


def test_other_tables_are_left_alone() -> None:
    rows = [CheckedRow(2, {"role": "Cusset"})]

    assert place_actors(empty_file(), CheckedPart(TABLES["contacts"], rows, {})) == []


def test_home_is_what_is_asked_else_the_perimeter_else_the_store(
    read_rows: Callable[..., Reads],
) -> None:
    reads = read_rows(
        actors=[{"id": "a", "commune_code": "63113"}, {"id": "b"}],
        territories=[
            {"id": "bassin:ici", "kind": "bassin", "name": "Ici", "communes": ["03310", "2A004"]}
        ],
    )

    assert home_departements(reads) == {"63"}
    assert home_departements(reads, perimeter=("bassin:ici",)) == {"03", "2A"}
    assert home_departements(reads, perimeter=("arr:031",), asked="15") == {"15"}
    assert home_departements(read_rows()) == frozenset()


@pytest.mark.parametrize(
    ("text", "name", "postal_code", "departement"),
    [
        ("Le Donjon", "Le Donjon", "", ""),
        ("03130 Le Donjon", "Le Donjon", "03130", ""),
        ("Le Donjon (03130)", "Le Donjon", "03130", ""),
        ("Le Donjon (Allier)", "Le Donjon", "", "03"),
        ("Ajaccio (2a)", "Ajaccio", "", "2A"),
        ("Cusset (quartier Presles)", "Cusset (quartier Presles)", "", ""),
        ("03200", "03200", "", ""),
    ],
)
def test_a_cell_is_taken_apart(text: str, name: str, postal_code: str, departement: str) -> None:
    place = written_place(text)

    assert (place.name, place.postal_code, place.departement) == (name, postal_code, departement)


def test_a_list_of_communes_is_parted() -> None:
    assert several_names("Vichy/Cusset ; Abrest et Saint-Yorre") == [
        "Vichy", "Cusset", "Abrest", "Saint-Yorre",
    ]  # fmt: skip
    assert several_names("Étroussat") == ["Étroussat"]


def test_a_number_in_an_address_is_no_postal_code_without_a_name() -> None:
    assert list(places_in_address("CS 10032")) == []
    assert list(places_in_address("tél. 0470123456, 123456 rue")) == []


def test_a_code_alone_is_enough() -> None:
    assert placed_commune(Written(code="03190")).code == "03190"
    assert placed_commune(Written()).code == ""


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["", "03200", "3", "99999"]))
def test_any_text_is_placed_or_left_without_commune(name: str, address: str, code: str) -> None:
    for written in (Written(name=name, address=address), Written(name=name, postal_code=code)):
        found = placed_commune(written, departements=ALLIER)

        assert found.code == "" or geography().commune(found.code) is not None
        assert bool(found.message) is (found.severity is not None)
