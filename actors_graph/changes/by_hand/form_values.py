"""What a person writes in a form, read as an import reads the cells of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.readers import reader_of
from actors_graph.changes.planning.homes import home_departements
from actors_graph.changes.planning.places import Written, placed_commune
from actors_graph.changes.planning.reference_rows import territory_rows
from actors_graph.changes.rows import created
from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.model.ids import territory_ref
from actors_graph.sources import Problem, Severity
from actors_graph.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.access.session import Session
    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.places import Placed
    from actors_graph.model import Change, Field, Row, Table, Value

_PLACE: Final = ("commune_code", "commune", "postal_code", "address")


def form_values(
    table: Table, texts: Mapping[str, str], known: Known
) -> tuple[dict[str, Value], list[Problem]]:
    """Type what was written, by field; an empty text is None.

    Raises:
        InputError: a value that cannot be used, or a row that does not exist.
    """
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, written in texts.items():
        target = table.by_name[name]
        text = clean(written)
        if not text:
            values[name] = None
            continue
        reading = reader_of(target)(text)
        column = target.column or name
        if reading.severity is Severity.REFUSED:
            raise InputError(reading.message, column=column, value=text, remedy=reading.remedy)
        if name != "commune_code":
            _check_references(table, target, reading.value, known)
        values[name] = reading.value
        if reading.severity:
            problems.append(
                Problem(None, column, text, reading.message, reading.severity, reading.remedy)
            )
    return values, problems


def place_row(
    session: Session,
    table: Table,
    before: Row,
    after: dict[str, Value],
    *,
    known: Known,
    problems: list[Problem],
) -> list[Change]:
    """Find the commune of an actor from what was written of its place; set its code in `after`.

    A code that was there already is given up when the name changes and nothing says the code.

    Returns:
        The creation of the territories of the reference that the store does not hold yet.

    Raises:
        InputError: a code that is that of no commune.
    """
    if table.name != "actors" or not any(_changes(before, after, name) for name in _PLACE):
        return []
    if _changes(before, after, "commune") and not _changes(before, after, "commune_code"):
        after["commune_code"] = None
    whole = {**before, **after}
    written = Written(*(str(whole.get(name) or "") for name in _PLACE))
    near = home_departements(session, perimeter=session.settings.perimeter)
    placed = placed_commune(written, departements=near)
    _say_place(written, placed, problems)
    read = (("commune", placed.name), ("postal_code", placed.postal_code))
    after |= {name: text for name, text in read if text and not whole.get(name)}
    code = placed.code or written.code
    _leave_point(before, after, code=code, problems=problems)
    if not code:
        return []
    rows = _territories(code, known)
    after["commune_code"] = code
    return [created(TABLES["territories"], row) for row in rows]


def _say_place(written: Written, placed: Placed, problems: list[Problem]) -> None:
    if placed.severity is None:
        return
    column = TABLES["actors"].by_name["commune" if written.name else "commune_code"].column
    text = written.name or written.code
    problems.append(Problem(None, column, text, placed.message, placed.severity, placed.remedy))


def _territories(code: str, known: Known) -> list[dict[str, Value]]:
    wanted, present = f"com:{code}", known.ids("territories")
    rows = [] if wanted in present else territory_rows(wanted, present=present)
    if rows is None:
        raise InputError(
            "n’est pas le code d’une commune connue.",
            column=TABLES["actors"].by_name["commune_code"].column,
            value=code,
            remedy="Vérifiez le code INSEE.",
        )
    return rows


def _leave_point(
    before: Row, after: dict[str, Value], *, code: str, problems: list[Problem]
) -> None:
    """Empty the point of an actor that moved: it was that of the place before."""
    moved = (before.get("commune_code") or "") != code or (
        before.get("address") is not None and _changes(before, after, "address")
    )
    if not moved or before.get("lat") is None or "lat" in after or "lon" in after:
        return
    after.update({"lat": None, "lon": None})
    message = "le point sur la carte, qui était celui de l’ancienne adresse, a été retiré."
    problems.append(Problem(None, "lat", "", message, Severity.WARNING))


def _changes(before: Row, after: Mapping[str, Value], name: str) -> bool:
    return name in after and after[name] != before.get(name)


def _check_references(table: Table, target: Field, value: Value, known: Known) -> None:
    if not target.refers_to:
        return
    for item in value if isinstance(value, list) else [str(value)]:
        wanted = territory_ref(table, target.name, item)
        if not any(wanted in known.ids(name) for name in target.refers_to):
            raise InputError(
                "n’est pas dans vos données.",
                column=target.column,
                value=item,
                remedy="Choisissez dans la liste.",
            )
