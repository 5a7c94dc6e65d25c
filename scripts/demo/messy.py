"""Story 9: the files that people really have, with the faults that imports must bear.

All is invented; the constants say what each file holds, for the tests of imports.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from demo.cards import fictional_siret
from demo.roster import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MESSY_FOLDER: Final = "a-importer"
LIST_FILE: Final = "liste-mairie-cusset.xlsx"
GRANTS_FILE: Final = "subventions-2025.csv"
MINUTES_FILE: Final = "compte-rendu-comite-montlucon.txt"
EXPORT_FILE: Final = "ancien-export.csv"

# The list of the mairie: rows before the header, and what its lines hold.
HEADER_ROW: Final = 5
MISSPELT: Final[Mapping[str, str]] = {
    "Cuset": "Cusset",
    "Bellerive sur Alier": "Bellerive-sur-Allier",
    "Creuzier le Vieu": "Creuzier-le-Vieux",
}
ALREADY_KNOWN: Final[Mapping[str, str]] = {
    "Maison Des Jeunes SICHON": "loc:mjc-cusset",
    "Ass. PARENTS EN CHEMIN": "loc:parents-en-chemin",
    "Ciné-club du Cours": "loc:cine-cours",
    "Coop. Graines de Ville": "loc:cooperative-graines-ville",
    "Notes du Sichon (Les)": "loc:notes-sichon",
    "Bellerive Omnisport des 2 rives": "loc:bellerive-omnisports",
}
REFUSED_LINE: Final = 24
LOST_ZERO_LINE: Final = 9
_TITLES: Final = (
    "Ville de Cusset",
    "Service de la vie associative",
    "Structures et partenaires, liste mise à jour le 12/05/2026 (données fictives)",
)
_GROUPS: Final = (("Structure", 0, 2), ("Coordonnées", 3, 7))
_COLUMNS: Final = (
    "Nom de la structure",
    "Type",
    "N° SIRET",
    "Adresse",
    "Code postal",
    "Ville",
    "Tél.",
    "Mail",
    "Thématiques",
)
_WIDTHS: Final = (38, 16, 20, 28, 11, 22, 16, 34, 28)
_PRINTED: Final = datetime(2026, 5, 12, tzinfo=UTC).replace(tzinfo=None)
_ZIP_DATE: Final = (2026, 5, 12, 0, 0, 0)


def _lines(name: str) -> list[list[str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";", quoting=csv.QUOTE_NONE))


def _spaced(siret: str) -> str:
    """SIRET as people write it: 010 070 013 00014."""
    return f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"


def mairie_list() -> bytes:
    """The spreadsheet of a mairie: three titles, a merged row of groups, the header, 26 lines."""
    from xlsxwriter import Workbook  # only the maintainer's script needs it

    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "Structures de Cusset", "created": _PRINTED})
    sheet = book.add_worksheet("Liste 2026")
    bold = book.add_format({"bold": True, "align": "center"})
    for row, title in enumerate(_TITLES):
        sheet.write_string(row, 0, title)
    for title, first, last in _GROUPS:
        sheet.merge_range(HEADER_ROW - 2, first, HEADER_ROW - 2, last, title, bold)
    for column, (title, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True)):
        sheet.write_string(HEADER_ROW - 1, column, title, bold)
        sheet.set_column(column, column, width)
    for row, cells in enumerate(_mairie_lines(), start=HEADER_ROW):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell)
            elif cell:
                sheet.write_string(row, column, cell)
    book.close()
    return _stored(content.getvalue())


def _mairie_lines() -> list[list[str | int]]:
    """Lines of the list; a SIRET is written with spaces, once as a number without its zero."""
    found: list[list[str | int]] = []
    for line, cells in enumerate(_lines("liste-mairie"), start=HEADER_ROW + 1):
        row: list[str | int] = list(cells)
        if cells[2]:
            siret = fictional_siret(900 + line)
            row[2] = int(siret) if line == LOST_ZERO_LINE else _spaced(siret)
        found.append(row)
    return found


def _stored(archive: bytes) -> bytes:
    """The same archive uncompressed, because the bytes of deflate differ between zlib versions."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_DATE), old.read(name))
    return content.getvalue()


def _semicolons(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def messy_files() -> dict[str, bytes]:
    """Content of each file, by name."""
    minutes = (FOLDER / "compte-rendu.txt").read_text(encoding="utf-8")
    return {
        LIST_FILE: mairie_list(),
        GRANTS_FILE: _semicolons(_lines("subventions-2025")).encode("cp1252"),
        MINUTES_FILE: minutes.encode(),
        EXPORT_FILE: _semicolons(_lines("ancien-export")).encode("utf-8-sig"),
    }
