"""Lists to take along: what they hold, in which order, and what they say of themselves."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl

from actors_graph.access import open_session
from actors_graph.changes.imports import import_files
from actors_graph.measures.quality import Age, Call, Lack, Reason, Structure
from actors_graph.reports.lists import (
    INTERNAL,
    About,
    Named,
    asking_list,
    calling_list,
    checking_list,
)
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.reports.workbook import Cell

ABOUT = About("Structures du bassin de Vichy", "2026-09-01", "votre annuaire")


def structure(identifier: str, **more: Any) -> Structure:  # noqa: ANN401  fields of any type
    values: dict[str, Any] = {
        "name": identifier.title(),
        "kind": "association",
        "commune": "Cusset",
        "commune_code": "03095",
        "phone": "",
        "checked_on": "",
        "age": Age.NEVER,
        "lacks": frozenset(),
        "partners": 0,
        "asked": False,
    }
    return Structure(identifier, **values | more)


def rows(content: bytes) -> list[tuple[Cell, ...]]:
    """All rows below what is said above the columns."""
    tab = openpyxl.load_workbook(io.BytesIO(content)).active
    assert tab is not None
    lines = [tuple(cell.value for cell in row) for row in tab.iter_rows()]
    header = next(place for place, line in enumerate(lines) if line[0] == "Nom")
    return lines[header:]  # type: ignore[return-value]  # texts, numbers and None


def said(content: bytes) -> list[object]:
    tab = openpyxl.load_workbook(io.BytesIO(content)).active
    assert tab is not None
    return [cell.value for cell in tab["A"] if cell.value]


def test_list_to_check_says_what_is_missing_and_since_when() -> None:
    content = checking_list(
        [
            structure("=régie", lacks=frozenset({Lack.THEME, Lack.COMMUNE})),
            structure("club", age=Age.TWO_YEARS, checked_on="2023-05", partners=4, asked=True),
        ],
        ABOUT,
    )
    _, first, second = rows(content)

    assert first == (
        "=Régie",
        "Association",
        "Cusset",
        "jamais vérifiée",
        "sans commune ; sans thème",
        "à demander",
        None,
        None,
    )
    assert second[3:6] == ("mai 2023", None, 4)


def test_list_to_call_with_contacts_says_that_it_is_internal() -> None:
    call = Call(structure("régie"), "04 70 11 22 33", "Zoé Petit", Reason.NEVER)

    assert rows(calling_list([call], ABOUT, internal=True))[1] == (
        "Régie",
        "Cusset",
        "04 70 11 22 33",
        "Zoé Petit",
        "Fiche jamais vérifiée.",
        None,
    )
    assert INTERNAL in said(calling_list([call], ABOUT, internal=True))
    assert INTERNAL not in said(calling_list([call], ABOUT, internal=False))


def test_list_for_a_meeting_leaves_room_for_partners() -> None:
    content = asking_list([Named("loc:r", "Régie", "groupe_habitants", "Vichy")], ABOUT)

    assert rows(content) == [
        ("Nom", "Type", "Commune", "Partenaires", "Id"),
        ("Régie", "Groupe habitants", "Vichy", None, "loc:r"),
    ]
    assert said(content)[1:3] == [
        "Structures du bassin de Vichy",
        "Au 1er septembre 2026 · Source : votre annuaire",
    ]


def test_list_filled_at_a_meeting_is_imported_without_a_question(tmp_path: Path) -> None:
    """Known structures stay as they are, their source too; only the ties are new."""
    (tmp_path / "acteurs.csv").write_text(
        "id;nom;type;commune;code_insee;source\n"
        "loc:a;Régie;association;Cusset;03095;s\n"
        "loc:b;CCAS;service_public;Cusset;03095;s\n",
        encoding="utf-8",
    )
    path = tmp_path / "qui-travaille-avec-qui.xlsx"
    with open_session(Settings(data_dir=tmp_path)) as session:
        import_files(session, [tmp_path / "acteurs.csv"])
        before = session.tables(["actors"])["actors"].drop_columns(["version"])
        listed = [
            Named(one["id"], one["name"], one["kind"], one["commune"]) for one in before.to_pylist()
        ]
        book = openpyxl.load_workbook(io.BytesIO(asking_list(listed, ABOUT)))
        tab = book.active
        assert tab is not None
        place = next(cell.row for cell in tab["A"] if cell.value == "Régie")
        tab.cell(place, 4, "CCAS ; Épicerie sociale")
        book.save(path)

        report = import_files(session, [path])
        after = session.tables(["actors", "collaborations"])

    assert report.applied, list(report.lines())
    assert report.questions == ()
    assert (report.files[0].new, report.files[0].unchanged) == (0, 2)
    assert [one for one in after["actors"].to_pylist() if one["id"] in {"loc:a", "loc:b"}] == [
        one | {"version": 1} for one in before.to_pylist()
    ]
    ties = {(one["a"], one["b"]) for one in after["collaborations"].to_pylist()}
    assert ties == {("loc:a", "loc:b"), ("loc:a", "loc:epicerie-sociale")}
