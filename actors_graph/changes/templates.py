"""Empty files to fill in: the columns of each file of the model, and one page that explains them.

They open in a French spreadsheet as they are: UTF-8 with its mark, semicolons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import FieldType
from actors_graph.sources import importable

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.model import Field, Table

README: Final = "LISEZ-MOI.txt"

_TYPES: Final = {
    FieldType.TEXT: "texte",
    FieldType.INT: "nombre entier",
    FieldType.FLOAT: "nombre",
    FieldType.BOOL: "oui ou non",
    FieldType.DATE: "date (2019, 2019-04, 2019-04-12 ou 12/04/2019)",
    FieldType.MONEY: "montant en euros (1 014,50)",
    FieldType.LIST: "liste, séparée par |",
}


def write_templates(folder: Path) -> list[Path]:
    """Write a template of each file and the page that explains the columns; return the files.

    Files that are there already are replaced only if they are templates still empty.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in importable():
        path = folder / table.file
        if path.exists() and path.read_bytes().count(b"\n") > 1:
            continue
        path.write_text(header(table), encoding="utf-8-sig", newline="\r\n")
        written.append(path)
    readme = folder / README
    readme.write_text(explanation(), encoding="utf-8", newline="\r\n")
    return [*written, readme]


def header(table: Table) -> str:
    """Return the line of columns of a file."""
    return ";".join(field.column for field in table.fields if field.column) + "\n"


def explanation() -> str:
    """Return the page that says what each column of each file takes."""
    parts = [
        "Modèles de fichiers\n===================\n",
        "Remplissez les fichiers utiles, laissez les autres. Une cellule vide veut dire : inconnu.",
        "Les colonnes marquées * sont obligatoires. Enregistrez en « CSV UTF-8 ».",
        "Deux fiches se désignent par leur identifiant (colonne id).\n",
    ]
    for table in importable():
        parts.append(f"{table.file} : {table.title}")
        parts.extend(f"  {_line(field)}" for field in table.fields if field.column)
        parts.append("")
    return "\n".join(parts)


def _line(field: Field) -> str:
    mark = "*" if field.required and field.column != "id" else ""
    return f"{field.column}{mark} : {takes(field)}.{' ' + field.help if field.help else ''}"


def takes(field: Field) -> str:
    """Return what a column takes: its closed values, its range, or the form of its values."""
    if field.values is not None:
        return ", ".join(str(member.value) for member in field.values)
    if field.limits is not None and field.type is FieldType.INT:
        return f"nombre de {field.limits[0]} à {field.limits[1]}"
    return _TYPES[field.type]
