"""What an import read, understood, mended and refused: as data and as French text.

The structure of `to_dict` is the stable interface of `import --json` (DESIGN §6).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from actors_graph.changes.planning.questions import QUESTION_TITLES, QuestionKind
from actors_graph.sources import Severity
from actors_graph.words import agreed, count, listing, number, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.changes.planning.questions import Question
    from actors_graph.sources import Problem

SHOWN: Final = 50
_VALUE_SHOWN: Final = 80
_VALUES_SHOWN: Final = 5
_RESPACED: Final = "lu sans espaces."
_TITLES: Final = {
    Severity.REFUSED: "À corriger",
    Severity.REPAIRED: "Réparé",
    Severity.WARNING: "À savoir",
}
_WAITING: Final = "Sans réponse, chacun a sa fiche, et les doublons possibles y attendent."
_UNANSWERED: Final = {
    QuestionKind.COMMUNE: "Sans réponse, la fiche reste sans commune sur la carte.",
    QuestionKind.SAME_ACTOR: _WAITING,
    QuestionKind.NAME: _WAITING,
}


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    `kept` = new + changed + unchanged, rows of the table that the file mainly holds; `repaired`
    counts those among them in which a value was mended; `refused` the lines that cannot be
    imported. `made` counts, for each table of the store, the rows that the file makes, changes or
    finds as they are; `columns` is the mapping used, None for a file of the model.
    """

    file: str
    kind: str
    encoding: str
    separator: str
    header_row: int
    rows_read: int
    kept: int
    new: int
    changed: int
    unchanged: int
    repaired: int
    refused: int
    problems: tuple[Problem, ...]
    sheet: str = ""
    format: str = "csv"
    columns: dict[str, Any] | None = None  # Any: what json takes
    made: dict[str, dict[str, int]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the report as plain values."""
        return {
            "file": self.file,
            "sheet": self.sheet or None,
            "format": self.format,
            "kind": self.kind,
            "columns": self.columns,
            "encoding": self.encoding,
            "separator": self.separator,
            "header_row": self.header_row,
            "rows_read": self.rows_read,
            "kept": self.kept,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "repaired": self.repaired,
            "refused": self.refused,
            "made": self.made,
            "problems": [
                {
                    "line": problem.line,
                    "column": problem.column,
                    "value": problem.value,
                    "message": problem.sentence,
                    "severity": str(problem.severity),
                }
                for problem in self.problems
            ],
        }


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import.

    `import_id` is empty when nothing was written; `changes` counts the rows created or changed,
    or that would be; `dry_run` says that nothing was to be written; `valid_only` that the refused
    rows were to be left out. `questions` are those that a person has not answered.
    """

    files: tuple[FileReport, ...]
    changes: int
    import_id: str = ""
    applied: bool = False
    dry_run: bool = False
    questions: tuple[Question, ...] = ()
    valid_only: bool = False

    @property
    def refused(self) -> int:
        """Rows that cannot be imported, in all files."""
        return sum(file.refused for file in self.files)

    @property
    def rows(self) -> int:
        """Rows of the files that are new or change something."""
        return sum(file.new + file.changed for file in self.files)

    @property
    def amount(self) -> str:
        """How much there is to write, as a person counts: the rows of the files.

        What a complete file ends has no row in it; it is counted as it is written.
        """
        return count(self.rows, "ligne") if self.rows else count(self.changes, "changement")

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the report as plain values."""
        return {
            "import_id": self.import_id or None,
            "applied": self.applied,
            "changes": self.changes,
            "files": [file.to_dict() for file in self.files],
            "questions": [question.to_dict() for question in self.questions],
        }

    def as_applied(self, import_id: str) -> ImportReport:
        """Return the report of the same import once it is written."""
        return replace(self, import_id=import_id, applied=True)

    def lines(self) -> Iterator[str]:
        """Give the report as French lines, at most 50 problems a file and severity."""
        for file in self.files:
            yield from _file_lines(file)
        yield from self._question_lines()
        yield self.conclusion()

    def _question_lines(self) -> Iterator[str]:
        for kind, title in QUESTION_TITLES.items():
            asked = [question for question in self.questions if question.kind is kind]
            if not asked:
                continue
            yield title
            for question in asked[:SHOWN]:
                yield f"  - {question.file} : {question.sentence}"
            if len(asked) > SHOWN:
                yield f"  - … et {number(len(asked) - SHOWN)} de plus (--json)."
            yield f"  Répondez dans la page Mes fichiers. {_UNANSWERED[kind]}"

    def conclusion(self) -> str:
        """Return the sentence that says what was written."""
        if self.refused and not self.valid_only:
            n = self.refused
            return (
                f"Rien n’a été importé : {count(n, 'ligne')} à corriger, "
                "voir ci-dessus (liste complète avec --json)."
            )
        if not self.changes:
            return f"Rien à changer : tout est déjà dans vos données.{self._left_out()}"
        changes = count(self.changes, "changement")
        if self.dry_run:
            return f"Essai seulement, rien n’a été écrit : {changes} à faire.{self._left_out()}"
        written = agreed("écrit", n=self.changes, noun="changement")
        return (
            f"{changes} {written} (import {self.import_id}).{self._left_out()} "
            f"Pour revenir en arrière : actors-graph undo {self.import_id}"
        )

    def _left_out(self) -> str:
        if not self.refused:
            return ""
        n = self.refused
        left = agreed("laissé", n=n, noun="ligne")
        return f" {count(n, 'ligne')} {left} de côté, voir ci-dessus."


def _file_lines(file: FileReport) -> Iterator[str]:
    parts = [
        count(file.rows_read, "ligne lue"),
        f"{number(file.new)} {agreed('nouveau', n=file.new, noun='ligne')}",
        f"{number(file.changed)} {agreed('modifié', n=file.changed, noun='ligne')}",
        f"{number(file.unchanged)} {agreed('inchangé', n=file.unchanged, noun='ligne')}",
    ]
    if file.repaired:
        parts.append(f"{number(file.repaired)} {agreed('réparé', n=file.repaired, noun='ligne')}")
    if file.refused:
        parts.append(f"{number(file.refused)} {agreed('refusé', n=file.refused, noun='ligne')}")
    yield f"{file.file} ({file.kind}) : {', '.join(parts)}."
    for severity, title in _TITLES.items():
        chosen = [problem for problem in file.problems if problem.severity is severity]
        groups = grouped(chosen)
        if groups:
            yield f"  {title} :"
        for group in groups[:SHOWN]:
            yield f"  - {group_sentence(group)}"
        if len(groups) > SHOWN:
            rest = len(groups) - SHOWN
            yield f"  - … et {rest} {'autres points' if rest > 1 else 'autre point'} (--json)."


def grouped(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Group the problems that say the same of the same column, in the order of the file."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        # A message that quotes the value is its own group; that is what tells them apart.
        message = _RESPACED if _is_respaced(problem) else problem.message
        groups.setdefault((problem.column, message, problem.remedy), []).append(problem)
    return list(groups.values())


def _is_respaced(problem: Problem) -> bool:
    """Whether a number only lost the spaces or the dots between its digits."""
    digits = "".join(char for char in problem.value if char.isalnum())
    return problem.severity is Severity.REPAIRED and problem.message == f"lu {digits}."


def group_sentence(group: Sequence[Problem]) -> str:
    """Return one French sentence for problems of the same kind: « ligne 214 et 37 autres »."""
    first = group[0]
    where = []
    if first.line is not None:
        n = len({problem.line for problem in group}) - 1
        more = f" et {n} {'autres' if n > 1 else 'autre'}" if n else ""
        where.append(f"ligne {first.line}{more}")
    if first.subject and len(group) == 1 and first.subject != first.value:
        where.append(shortened(first.subject))
    if first.column:
        where.append(f"colonne {quoted(first.column)}")
    head = f"{', '.join(where)} : " if where else ""
    values = list(
        dict.fromkeys(quoted(shortened(problem.value)) for problem in group if problem.value)
    )
    said = f"{values[0]} " if values else ""
    others = listing(values[1:], limit=_VALUES_SHOWN)
    also = f" De même : {others}." if others else ""
    if _is_respaced(first) and len(values) > 1:
        return f"{head}{said}{first.sentence} {number(len(values) - 1)} {_others(len(values) - 1)}"
    return f"{head}{said}{first.sentence}{also}"


def _others(n: int) -> str:
    return "autre numéro de même." if n == 1 else "autres numéros de même."


def shortened(text: str) -> str:
    """Return at most 80 characters of a value, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _VALUE_SHOWN else f"{flat[:_VALUE_SHOWN]}…"
