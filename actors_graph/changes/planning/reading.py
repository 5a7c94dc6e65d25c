"""Reads the files of an import into their text by table of the model.

A file of the model is read by the names of its columns; a public register as it is published; any
other table by what its columns seem to hold, which the person may correct and which is remembered
for the next file of the same header. What is no table (minutes, a letter) is said where other
files are there, and stops where it is alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.heads import FileHead, ReadFile
from actors_graph.changes.planning.routes import model_file, raw_head
from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.sources import (
    Choices,
    Problem,
    Severity,
    importable,
    kind_of,
    placement,
    read_tables,
    table_named,
)
from actors_graph.sources.mapping.choices import IGNORED, REMARKS
from actors_graph.sources.mapping.kinds import is_of_model
from actors_graph.sources.mapping.proposal import fingerprint, proposed
from actors_graph.sources.mapping.targets import MINUTES, SHAPED_KINDS, kind_table
from actors_graph.sources.registers import is_register, read_register
from actors_graph.sources.shapes.extracting import extracts
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dictionary

    from actors_graph.model import Table
    from actors_graph.sources import RawTable
    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.mapping.proposal import Mapping
    from actors_graph.sources.mapping.toml import MappingFile
    from actors_graph.sources.registers import RegisterReading

_AS_FOUND: Final = Choices()
# What people keep minutes and letters in, and that is never a table.
PROSE: Final = frozenset({".txt", ".md", ".doc", ".docx", ".odt", ".rtf", ".pdf"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What a person decided about one table of a file.

    Attributes:
        file: name of the file, without its folder.
        sheet: name of the sheet; empty for a text file.
        mapping: what the table is and where its columns go; None = as proposed.
        choices: how the file is read.
        kept: whether the table is to be imported.
    """

    file: str
    sheet: str = ""
    mapping: Mapping | None = None
    choices: Choices = _AS_FOUND
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """How files are to be read.

    Attributes:
        kind: what all of them are, in the words of the user; empty = found.
        departement: the only one to read of a register; empty = all.
        understood: what was decided about some tables.
        remembered: mappings of earlier imports, by fingerprint of the header.
        names: names of known actors, which tell where a cell that lists partners is cut.
        rules: what a file of `--mapping` says of the tables.
    """

    kind: str = ""
    departement: str = ""
    understood: Sequence[Understood] = ()
    remembered: Dictionary[str, Mapping] = field(default_factory=dict)
    names: Iterable[str] = ()
    rules: MappingFile | None = None


def read_files(paths: Sequence[Path], asked: Asked) -> list[ReadFile]:
    """Read the files: one item for each table, in order.

    Raises:
        InputError: a file cannot be read as a whole, or holds no row, or none is a table.
    """
    found: list[ReadFile] = []
    tables: list[RawTable] = []
    for path in paths:
        try:
            found += _read(path, asked, seen=tables)
        except InputError as error:
            if path.suffix.lower() not in PROSE or len(paths) == 1 or not path.is_file():
                raise
            found.append(_prose(path.name, why=error.message, format_=path.suffix[1:].lower()))
    if asked.rules is not None:
        asked.rules.refuse_unused(tables)
    if found and all(file.head.kind == MINUTES for file in found):
        raise not_a_table(found[0].head.file)
    return found


def not_a_table(file: str) -> InputError:
    """Return the error of minutes or a letter that come alone."""
    return InputError(
        "ce n’est pas un tableau.",
        file=file,
        remedy="Les comptes rendus ne sont pas encore lus : donnez une liste ou un tableur.",
    )


def _read(path: Path, asked: Asked, *, seen: list[RawTable]) -> list[ReadFile]:
    """Read the tables of one file; they are added to those `seen`."""
    decided = {one.sheet: one for one in asked.understood if one.file == path.name}
    is_free = not (decided or asked.kind or asked.rules)
    if is_free and is_register(path):
        return [_register(path, read_register(path, departement=asked.departement))]
    tables = _tables(path, asked, decided)
    seen += tables
    files: dict[int, ReadFile] = {}
    mapped: list[tuple[int, RawTable, Mapping]] = []
    for place, raw in enumerate(tables):
        table = _model_table(raw, asked, decided.get(raw.sheet))
        if table is not None:
            files[place] = _checked_rows(model_file(raw, table))
            continue
        try:
            mapped.append((place, raw, _mapping(raw, asked, decided.get(raw.sheet))))
        except InputError as error:
            # A sheet of notes beside the others; the only table of a file must be understood.
            if len(tables) == 1 or decided or asked.rules:
                raise
            files[place] = _left_aside(raw, why=error.message)
    if not mapped and all(not file.extracts for file in files.values()):
        raise InputError(
            "aucune de ses feuilles n’est un tableau connu.",
            file=path.name,
            remedy="Dites ce que c’est avec --as, ou partez d’un modèle (templates).",
        )
    contents = extracts([(raw, mapping) for _, raw, mapping in mapped], names=asked.names)
    for (place, _, _), content in zip(mapped, contents, strict=True):
        files[place] = _shaped(content, several=len(tables) > 1)
    return [files[place] for place in sorted(files)]


def _tables(path: Path, asked: Asked, decided: Dictionary[str, Understood]) -> list[RawTable]:
    """Read the tables that are to be imported, each with its choices."""
    if not decided:
        return read_tables(path, asked.rules.choices(path.name) if asked.rules else _AS_FOUND)
    tables: list[RawTable] = []
    for one in decided.values():
        if one.kept:
            sheets = (one.sheet,) if one.sheet else ()
            tables += read_tables(path, replace(one.choices, sheets=sheets))
    return tables


def _ruled(raw: RawTable, asked: Asked) -> bool:
    """Whether a file of `--mapping` speaks of a table."""
    rules = asked.rules.rules if asked.rules else ()
    return any(rule.fits(raw.file, raw.sheet) for rule in rules)


def _mapping(raw: RawTable, asked: Asked, decided: Understood | None) -> Mapping:
    if decided is not None and decided.mapping is not None:
        return decided.mapping
    remembered = asked.remembered.get(fingerprint(raw.header))
    if asked.kind and remembered is not None and remembered.kind != asked.kind:
        remembered = None
    if asked.rules is not None:
        return asked.rules.mapping(raw, kind=asked.kind, remembered=remembered)
    return proposed(raw, kind=asked.kind, remembered=remembered)


def _left_aside(raw: RawTable, *, why: str) -> ReadFile:
    head = raw_head(raw, kind="", main=frozenset())
    message = f"cette feuille n’est pas reprise : {why}"
    return ReadFile(head, [], [Problem(None, "", "", message, Severity.WARNING)])


def _model_table(raw: RawTable, asked: Asked, decided: Understood | None) -> Table | None:
    """Return the table of the model whose columns a header has; None when it is another's.

    The file may have other columns, but the required ones must be there; a file of the very name
    of the table (`acteurs.csv`) that has an id is one of the model that is not complete. What a
    person decided otherwise about its columns makes it another's.
    """
    mapping = decided.mapping if decided else None
    kind = mapping.kind if mapping else asked.kind
    if kind in SHAPED_KINDS or _ruled(raw, asked):
        return None
    stem = fold(Path(raw.file).stem)
    tables = [table_named(kind)] if kind else importable()
    scores = {table.name: _score(table, raw, named=stem == kind_of(table)) for table in tables}
    best = max(scores.values())
    winners = [TABLES[name] for name, score in scores.items() if score == best]
    if not best or len(winners) > 1 or (mapping and not _as_model(raw, mapping, winners[0])):
        return None
    return winners[0]


def _as_model(raw: RawTable, mapping: Mapping, table: Table) -> bool:
    """Whether a mapping says of each column what its name says in the model."""
    targets = {
        position: table.by_name[name].column
        for name, positions in placement(table, raw.header).fields.items()
        for position in positions
    }
    return all(
        choice.target == targets[choice.position]
        if choice.position in targets
        else choice.target in (IGNORED, REMARKS)
        for choice in mapping.columns
    )


def _score(table: Table, raw: RawTable, *, named: bool) -> int:
    fields = placement(table, raw.header).fields
    if raw.sheet and "id" not in fields:
        # A sheet without ids names what it refers to, as people do.
        return 0
    if not named and not is_of_model(raw, fields):
        return 0
    required = {target.name for target in table.fields if target.required and target.column}
    if not (required - fields.keys() - {"id"} and not (named and "id" in fields)):
        return len(fields) + 100 * named
    return 0


def _checked_rows(file: ReadFile) -> ReadFile:
    if not file.head.rows_read:
        raise InputError(
            "le fichier n’a aucune ligne sous l’en-tête.",
            file=file.head.file,
            remedy="Vérifiez que c’est le bon fichier.",
        )
    return file


def _shaped(content: TableContent, *, several: bool) -> ReadFile:
    raw, mapping = content.raw, content.mapping
    if mapping.kind == MINUTES:
        return _prose(raw.file, sheet=raw.sheet, format_=raw.format)
    table = kind_table(mapping.kind)
    head = replace(
        raw_head(raw, kind=mapping.kind, main=frozenset({table.name} if table else ())),
        several=several,
        fingerprint=mapping.fingerprint,
        columns=mapping.to_dict(),
    )
    return _checked_rows(
        ReadFile(
            head,
            content.extracts,
            [*raw.problems, *content.problems],
            frozenset(raw.skipped),
            by_name=True,
            handles=_handles(content.extracts),
        )
    )


def _handles(texts: Iterable[Extract]) -> frozenset[str]:
    return frozenset(handle for one in texts for handle in one.handles if handle)


def _register(path: Path, reading: RegisterReading) -> ReadFile:
    parts = list(reading.extracts.values())
    head = FileHead(
        path.name,
        kind_of(TABLES[reading.table]),
        frozenset({reading.table}),
        len(reading.lines) + sum(reading.left_out.values()),
        encoding=reading.encoding,
        separator=reading.separator,
        header_row=1,
        register=True,
    )
    return ReadFile(head, parts, list(reading.problems), handles=_handles(parts))


def _prose(file: str, *, why: str = "", sheet: str = "", format_: str = "") -> ReadFile:
    because = f" ({why.rstrip('.')})" if why else ""
    message = f"ce n’est pas un tableau{because} : rien n’en est repris."
    head = FileHead(file, MINUTES, frozenset(), 0, sheet=sheet, format=format_)
    return ReadFile(head, [], [Problem(None, "", "", message, Severity.WARNING)])
