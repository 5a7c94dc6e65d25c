"""The file of `--mapping`: what each table is and where its columns go, written by a person.

[[table]]
fichier = "liste.xlsx"      # without it: every file
feuille = "Structures"      # without it: every sheet
sorte = "acteurs"
encodage = "cp1252"         # also separateur, ligne_entete
[table.colonnes]
"Nom de la structure" = "nom"
"Avis" = "ignorer"
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources.encoding import read_bytes
from actors_graph.sources.mapping.proposal import corrected, kind_named, proposed
from actors_graph.sources.tables import Choices
from actors_graph.text import fold
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from actors_graph.sources.mapping.choices import Mapping
    from actors_graph.sources.raw import RawTable

_TEXTS: Final = ("fichier", "feuille", "sorte", "encodage", "separateur")
_ROW: Final = "ligne_entete"
_COLUMNS: Final = "colonnes"
_KEYS: Final = (*_TEXTS, _ROW, _COLUMNS)


@dataclass(frozen=True, slots=True)
class TableRule:
    """What a person says of one table; empty values are left to the reader."""

    columns: dict[str, str]
    file: str = ""
    sheet: str = ""
    kind: str = ""
    encoding: str = ""
    separator: str = ""
    header_row: int = 0

    def fits(self, file: str, sheet: str | None) -> bool:
        """Whether the rule is about a file (and sheet, unless None)."""
        return (not self.file or fold(self.file) == fold(file)) and (
            sheet is None or not self.sheet or fold(self.sheet) == fold(sheet)
        )


@dataclass(frozen=True, slots=True)
class MappingFile:
    """The rules of one file of `--mapping`, in their order; the first that fits is taken."""

    name: str
    rules: tuple[TableRule, ...]

    def choices(self, file: str) -> Choices:
        """Return how a file is to be read."""
        rule = next((rule for rule in self.rules if rule.fits(file, None)), None)
        if rule is None:
            return Choices()
        return Choices(rule.encoding, rule.separator, rule.header_row)

    def mapping(
        self, raw: RawTable, *, kind: str = "", remembered: Mapping | None = None
    ) -> Mapping:
        """Return the mapping of a table: what is said here, and the rest as proposed.

        Raises:
            InputError: a column or a target that does not exist, or a table of no known kind.
        """
        rule = next((rule for rule in self.rules if rule.fits(raw.file, raw.sheet)), None)
        if rule is None:
            return proposed(raw, kind=kind, remembered=remembered)
        said = rule.kind or kind
        kept = remembered if not said or (remembered and remembered.kind == said) else None
        return corrected(proposed(raw, kind=said, remembered=kept), rule.columns, file=self.name)

    def refuse_unused(self, tables: Iterable[RawTable]) -> None:
        """Refuse a rule that is about none of the tables: its name is misspelt.

        Raises:
            InputError: a rule that fits no table.
        """
        known = [(raw.file, raw.sheet) for raw in tables]
        for rule in self.rules:
            if not any(rule.fits(file, sheet) for file, sheet in known):
                wanted = rule.file or rule.sheet
                names = dict.fromkeys(name for pair in known for name in pair if name)
                raise InputError(
                    "aucun des tableaux importés ne porte ce nom.",
                    file=self.name,
                    value=f"{wanted} / {rule.sheet}" if rule.file and rule.sheet else wanted,
                    remedy=f"Tableaux lus : {listing(list(map(quoted, names)), limit=8)}.",
                )


def read_mapping(path: Path) -> MappingFile:
    """Read a file of `--mapping`.

    Raises:
        InputError: unreadable, not TOML, or a key, a kind or a value that does not exist.
    """
    try:
        content = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            "ce fichier n’est pas en UTF-8.", file=path.name, remedy="Enregistrez-le en UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"ce fichier n’est pas lisible ({error}).",
            file=path.name,
            remedy='Chaque ligne s’écrit : "Nom de la colonne" = "nom".',
        ) from error
    _refuse_unknown(content, ("table",), file=path.name)
    tables = content.get("table", [])
    if not isinstance(tables, list) or not tables:
        raise InputError(
            "ce fichier ne décrit aucun tableau.",
            file=path.name,
            remedy="Commencez par une ligne [[table]].",
        )
    return MappingFile(path.name, tuple(_rule(table, file=path.name) for table in tables))


def _rule(table: object, *, file: str) -> TableRule:
    if not isinstance(table, dict):
        raise _wrong(file, "table", str(table), "Commencez par une ligne [[table]].")
    _refuse_unknown(table, _KEYS, file=file)
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            raise _wrong(file, key, str(table[key]), "Écrivez un texte entre guillemets.")
    row = table.get(_ROW, 0)
    if isinstance(row, bool) or not isinstance(row, int) or row < -1:
        raise _wrong(file, _ROW, str(row), "Écrivez le numéro de la ligne, à partir de 1.")
    columns = table.get(_COLUMNS, {})
    if not isinstance(columns, dict) or not all(isinstance(v, str) for v in columns.values()):
        remedy = 'Écrivez : "Nom de la colonne" = "nom".'
        raise _wrong(file, _COLUMNS, str(columns)[:80], remedy)
    kind = table.get("sorte", "")
    return TableRule(
        dict(columns),
        table.get("fichier", ""),
        table.get("feuille", ""),
        kind_named(kind) if kind else "",
        table.get("encodage", ""),
        table.get("separateur", ""),
        row,
    )


def _refuse_unknown(table: dict[str, object], known: tuple[str, ...], *, file: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(fold(key), known, n=1)
            hint = f"Vouliez-vous dire {quoted(near[0])} ? " if near else ""
            words = listing(list(map(quoted, known)), conjunction="ou")
            raise _wrong(file, key, "", f"{hint}Mots possibles : {words}.")


def _wrong(file: str, key: str, value: str, remedy: str) -> InputError:
    message = f"ne va pas pour {quoted(key)}." if value else f"{quoted(key)} n’est pas attendu ici."
    return InputError(message, file=file, value=value, remedy=remedy)
