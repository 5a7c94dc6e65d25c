"""What an import has to say about a line, a column or a value.

A problem is a value, never an exception: a report lists all of them, in the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to the row: it stops everything, was mended, or is only said."""

    REFUSED = "refused"
    REPAIRED = "repaired"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to say about a file.

    `line` is the physical line (None: the whole file), `column` its name as the file writes it,
    `value` the cell as it was read. `message` says what is wrong, `remedy` what to do; `subject`
    names the structure of the line, where it is known.
    """

    line: int | None
    column: str
    value: str
    message: str
    severity: Severity
    remedy: str = ""
    subject: str = ""

    @property
    def sentence(self) -> str:
        """The message and its remedy."""
        return f"{self.message} {self.remedy}".strip()
