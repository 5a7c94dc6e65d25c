"""The rows of the store that a file does not hold (MODEL rule 2).

They are looked for among the rows of the same source, because a file says nothing of the others.
They are counted, never ended, unless the user says that the file is complete: a tie then ends, an
actor becomes inactive; the rest stays, because nothing says that it is over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.changes.same_actor.names import NAMES_ONLY
from actors_graph.model import Change
from actors_graph.model.kinds import ActorStatus
from actors_graph.sources import Problem, Severity
from actors_graph.words import agreed, count, listing, quoted

if TYPE_CHECKING:
    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart
    from actors_graph.changes.planning.plan import Options
    from actors_graph.model import Value

# A file of territories, themes or attendance never pretends to hold all of them.
_PARTIAL: Final = frozenset({"territories", "themes", "attendances"})


def plan_absent(
    file: CheckedFile, known: Known, changes: list[Change], *, options: Options
) -> None:
    """Say what the store holds that the file does not, and end it if the file is complete."""
    if file.refused or file.left_out:
        return
    for part in file.parts:
        if part.table.name in _PARTIAL or part.named:
            continue
        absent = _absent(part, known)
        if not absent:
            continue
        ended = _endings(part, known, absent, today=options.today) if options.complete else []
        changes.extend(ended)
        names = _names(part, known, absent)
        file.problems.append(_said(names, ended=len(ended), complete=options.complete))


def _absent(part: CheckedPart, known: Known) -> list[str]:
    present = {str(row.values["id"]) for row in part.rows}
    name = part.table.name
    ids = known.column(name, "id")
    if "source" not in part.table.by_name:
        return [row for row in ids if row not in present]
    sources = {row.values.get("source") for row in part.rows}
    stored = zip(ids, known.column(name, "source"), strict=True)
    missing = [row for row, source in stored if source in sources and row not in present]
    if name != "actors" or not missing:
        return missing
    # A name that a file only mentioned was never one of its rows.
    status = dict(zip(ids, known.column(name, "status"), strict=True))
    return [row for row in missing if status[row] not in NAMES_ONLY]


def _names(part: CheckedPart, known: Known, absent: list[str]) -> list[str]:
    """What a reader calls the absent rows; their ids where they have no name."""
    name = part.table.name
    if "name" not in part.table.by_name:
        return absent
    names = dict(zip(known.column(name, "id"), known.column(name, "name"), strict=True))
    return [names[row] or row for row in absent]


def _endings(part: CheckedPart, known: Known, absent: list[str], *, today: str) -> list[Change]:
    table = part.table
    changes: list[Change] = []
    end: dict[str, Value]
    for row in known.rows(table.name, absent).values():
        if table.name == "actors":
            if row.get("status") not in (None, ActorStatus.ACTIVE):
                continue
            end = {"status": str(ActorStatus.INACTIVE)}
        elif "ends_on" in table.by_name and row.get("ends_on") is None:
            end = {"ends_on": today}
        else:
            continue
        before = {name: row.get(name) for name in end}
        version = row["version"] if isinstance(row["version"], int) else None
        changes.append(Change(table.name, str(row["id"]), before, end, version=version))
    return changes


def _said(absent: list[str], *, ended: int, complete: bool) -> Problem:
    n = len(absent)
    shown = listing([quoted(name) for name in absent], limit=5)
    kept = agreed("gardé", n=n - ended, noun="ligne")
    message = (
        f"{count(n, 'ligne')} de la même source, déjà dans vos données, "
        f"{agreed('est', n=n, noun='ligne')} absentes de ce fichier ({shown}) : "
        if n > 1
        else f"1\u00a0ligne de la même source, déjà dans vos données, est absente ({shown}) : "
    )
    if complete and ended:
        message += f"{count(ended, 'ligne')} {agreed('terminé', n=ended, noun='ligne')}"
        message += f", {count(n - ended, 'ligne')} {kept}." if n > ended else "."
        return Problem(None, "", "", message, Severity.WARNING)
    remedy = (
        "" if complete else "Si ce fichier est la liste complète, dites-le (case, ou --complete)."
    )
    return Problem(None, "", "", f"{message}{kept}.", Severity.WARNING, remedy)
