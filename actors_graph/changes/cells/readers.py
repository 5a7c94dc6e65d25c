"""Which function reads the cells of a field: alone as in a form, or as a column of a file.

A column says more than its cells: all the other dates tell in which order theirs are written, and
a file that people made may hold a word of no list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.codes import CODES, id_value, loose_commune_value
from actors_graph.changes.cells.dates import DateRules, column_order
from actors_graph.changes.cells.readings import Reading
from actors_graph.changes.cells.values import (
    formula_error,
    list_value,
    text_value,
    typed_value,
    unsaid,
)
from actors_graph.model import FieldType
from actors_graph.model.kinds import ActorKind
from actors_graph.sources import Severity
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from actors_graph.model import Field, Table

# Lists whose items are codes: a comma can only part them.
_WITHOUT_COMMAS: Final = frozenset({"communes"})
# What a cell without words may hold; a name or a description may well be « ? » or « Néant ».
_NEVER_WORDS: Final = frozenset({FieldType.INT, FieldType.FLOAT, FieldType.MONEY, FieldType.DATE})


def reader_of(target: Field, *, rules: DateRules | None = None) -> Callable[[str], Reading]:
    """Return the function that reads one cell of a field, cleaned and not empty."""
    if target.type is FieldType.LIST:
        item = CODES.get(target.name) or (id_value if target.refers_to else text_value)
        commas = target.name in _WITHOUT_COMMAS
        return lambda text: list_value(text, item, commas=commas)
    code = CODES.get(target.name)
    if code is None and target.refers_to:
        code = id_value
    if code is not None:
        return code
    if target.type in _NEVER_WORDS:
        return lambda text: unsaid(text) or typed_value(text, target, rules=rules)
    return lambda text: typed_value(text, target, rules=rules)


def column_reader(
    table: Table, name: str, cells: Collection[str], *, today: str = "", by_name: bool = False
) -> Callable[[str], Reading]:
    """Return the function that reads the cells of one column of a file.

    Args:
        table: the table that the column feeds.
        name: its field there.
        cells: the different texts of the column, as they are written.
        today: ISO day of the import; numbers of days up to it are dates.
        by_name: whether people made the file: a sort of actor that is in no list is « autre ».
    """
    read = _column_reader(table, name, cells, today=today, by_name=by_name)
    return lambda text: formula_error(text) or read(text)


def _column_reader(
    table: Table, name: str, cells: Collection[str], *, today: str, by_name: bool
) -> Callable[[str], Reading]:
    target = table.by_name[name]
    if target.type is FieldType.DATE:
        return reader_of(target, rules=DateRules(name, today, column_order(cells)))
    read = reader_of(target)
    if table.name == "actors" and name == "commune_code":
        return lambda text: unsaid(text) or loose_commune_value(text)
    if table.name == "actors" and name == "kind" and by_name:
        return lambda text: _or_other(read(text))
    return read


def _or_other(reading: Reading) -> Reading:
    if reading.severity is not Severity.REFUSED:
        return reading
    other = str(ActorKind.OTHER)
    message = f"n’est pas un type connu : {quoted(other)} en attendant."
    return Reading(other, Severity.WARNING, message, reading.remedy, once=True)
