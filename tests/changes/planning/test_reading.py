"""What an import takes a file for: a table of the model, a list, a sheet of notes, minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from actors_graph.changes.imports import import_files
from actors_graph.changes.planning.memory import remembered_mappings
from actors_graph.changes.planning.reading import Understood
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError
from actors_graph.sources import Choices, read_tables
from actors_graph.sources.mapping.proposal import corrected, proposed

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access.session import Session

LIST = "Structure;Ville;Remarque perso\nLe Fournil;Cusset;à voir\nLe Verger;Vichy;\n"


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def names(session: Session) -> list[str]:
    return sorted(session.tables(["actors"])["actors"].column("name").to_pylist())


def test_a_file_of_the_model_says_no_mapping(session: Session, tmp_path: Path) -> None:
    path = written(tmp_path / "acteurs.csv", "id,nom,type,source\na,Régie,association,s\n")

    (file,) = import_files(session, [path]).files

    assert (file.kind, file.columns, file.format) == ("acteurs", None, "csv")
    assert remembered_mappings(session) == {}


def test_a_correction_is_used_and_remembered_until_it_is_taken_back(
    session: Session, tmp_path: Path
) -> None:
    path = written(tmp_path / "liste.csv", LIST)
    mapping = corrected(proposed(read_tables(path)[0]), {"Remarque perso": "description"})
    decided = Understood("liste.csv", mapping=mapping)

    first = import_files(session, [path], understood=[decided])

    told = session.tables(["actors"])["actors"].column("description").to_pylist()
    assert any(text and "à voir" in text for text in told)
    # Another file of the same columns is read in the same way, unasked.
    other = written(tmp_path / "liste-2027.csv", LIST.replace("Fournil", "Four"))
    again = import_files(session, [other], dry_run=True)
    assert again.files[0].columns == first.files[0].columns == mapping.to_dict()
    undo(session, first.import_id)
    assert remembered_mappings(session) == {}


def test_a_table_that_is_not_kept_is_not_read(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "classeur.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Structures"
    for row in (("Nom", "Commune"), ("Le Fournil", "Cusset")):
        sheet.append(row)
    other = book.create_sheet("Anciennes")
    for row in (("Nom", "Commune"), ("Le Verger", "Vichy")):
        other.append(row)
    book.save(path)

    decided = [
        Understood(path.name, "Structures", choices=Choices()),
        Understood(path.name, "Anciennes", kept=False),
    ]
    report = import_files(session, [path], understood=decided)

    assert [(file.sheet, file.new) for file in report.files] == [("Structures", 1)]
    assert names(session) == ["Le Fournil"]


def test_mapping_file_says_where_columns_go(session: Session, tmp_path: Path) -> None:
    path = written(tmp_path / "liste.csv", "A;B\nLe Fournil;Cusset\n")
    rules = written(
        tmp_path / "m.toml",
        '[[table]]\nsorte = "acteurs"\n[table.colonnes]\n"A" = "nom"\n"B" = "commune"\n',
    )

    report = import_files(session, [path], mapping=rules)

    assert report.files[0].new == 1
    row = session.tables(["actors"])["actors"].to_pylist()[0]
    assert (row["name"], row["commune_code"], row["source"]) == (
        "Le Fournil",
        "03095",
        "liste.csv",
    )


def test_a_rule_about_no_table_is_refused(session: Session, tmp_path: Path) -> None:
    path = written(tmp_path / "liste.csv", LIST)
    rules = written(
        tmp_path / "m.toml",
        '[[table]]\nfichier = "autre.csv"\n[table.colonnes]\n"Structure" = "nom"\n',
    )

    with pytest.raises(InputError, match=r"m\.toml"):
        import_files(session, [path], mapping=rules)

    assert session.journal() == []


def test_minutes_alone_are_an_error(session: Session, tmp_path: Path) -> None:
    text = "Compte rendu du comité\n\nPrésents : Mme Anne Testard, M. Paul Essaimin\n"
    minutes = written(tmp_path / "compte-rendu.txt", text)

    with pytest.raises(InputError, match=r"compte-rendu\.txt"):
        import_files(session, [minutes])

    report = import_files(session, [minutes, written(tmp_path / "liste.csv", LIST)])
    assert [file.new for file in report.files] == [0, 2]
    assert report.applied


def test_what_a_cell_only_mentions_is_not_called_absent_later(
    session: Session, tmp_path: Path
) -> None:
    content = "Nom;Commune;Partenaires\nLe Fournil;Cusset;Croix-Verte\n"
    path = written(tmp_path / "liste.csv", content)
    import_files(session, [path])

    again = import_files(session, [path], complete=True)

    assert again.changes == 0
    assert not [p for p in again.files[0].problems if "absente" in p.message]
