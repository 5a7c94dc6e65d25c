"""What a cell says once it is typed: its value, and what the report has to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors_graph.sources import Severity

if TYPE_CHECKING:
    from actors_graph.model import Value


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed value and what there is to say of it.

    Attributes:
        value: None when the cell holds nothing for its field.
        severity: None when there is nothing to say.
        message: French, completing « la cellule … ».
        remedy: what to do about it.
        also: values that the cell holds for other fields of its row, by field; each counts where
            the row says nothing of its own.
    """

    value: Value
    severity: Severity | None = None
    message: str = ""
    remedy: str = ""
    also: tuple[tuple[str, Value], ...] = ()
    once: bool = False


EMPTY = Reading(None)


def refused(message: str, remedy: str = "") -> Reading:
    """Read a value that stops the import."""
    return Reading(None, Severity.REFUSED, message, remedy)


def repaired(value: Value, message: str, *, also: tuple[tuple[str, Value], ...] = ()) -> Reading:
    """Read a value that was mended, and say how."""
    return Reading(value, Severity.REPAIRED, message, also=also)


def warned(value: Value, message: str, remedy: str = "") -> Reading:
    """Read a value that is kept as it is, with a doubt."""
    return Reading(value, Severity.WARNING, message, remedy)
