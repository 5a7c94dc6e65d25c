"""Asks in which commune a name lies that several communes bear; the answer fills the code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.questions import COMMUNE, Candidate, Question, QuestionKind
from actors_graph.model.geography import geography
from actors_graph.model.place_names import departement_of
from actors_graph.sources import Severity
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart
    from actors_graph.changes.planning.places import PlaceDoubt

# Fewer lines do not say where a file lies.
_ENOUGH: Final = 3


def ask_communes(
    file: CheckedFile,
    part: CheckedPart,
    doubts: Sequence[PlaceDoubt],
    *,
    answers: Mapping[str, str],
) -> None:
    """Fill the communes that a person chose, and ask about the others.

    The warning of a name that was answered is taken back; a name left for later keeps its own and
    its rows stay without a code.
    """
    near = Counter(departement_of(code) for code in _codes(part))
    for doubt in doubts:
        key = question_key(doubt)
        code = answers.get(key, "").removeprefix(COMMUNE)
        if code in doubt.candidates:
            _place(file, part, doubt, code=code)
        else:
            file.questions.append(_question(file, doubt, key=key, near=near))


def question_key(doubt: PlaceDoubt) -> str:
    """Return the key of the question: one for each name, however many lines and files bear it."""
    return f"{COMMUNE}{fold(doubt.value)}|{','.join(doubt.candidates)}"


def _place(file: CheckedFile, part: CheckedPart, doubt: PlaceDoubt, *, code: str) -> None:
    lines = set(doubt.lines)
    part.columns.setdefault("commune_code", doubt.column)
    for row in part.rows:
        if row.line in lines and not row.values.get("commune_code"):
            row.values["commune_code"] = code
            row.placed = True
    file.problems[:] = [
        problem
        for problem in file.problems
        if problem.severity is not Severity.WARNING
        or problem.line not in lines
        or (problem.column, problem.value) != (doubt.column, doubt.value)
    ]


def _codes(part: CheckedPart) -> list[str]:
    codes = (row.values.get("commune_code") for row in part.rows)
    return [str(code) for code in codes if code]


def _question(file: CheckedFile, doubt: PlaceDoubt, *, key: str, near: Counter[str]) -> Question:
    """Ask about one name; the communes where most of the file lies come first, with that reason."""
    reference = geography()
    codes = sorted(
        doubt.candidates,
        key=lambda code: (-near[departement_of(code)], -reference.population(f"com:{code}")),
    )
    homes = Counter(map(departement_of, codes))
    candidates = tuple(
        Candidate(
            code,
            reference.name(f"com:{code}"),
            reference.name(f"dep:{departement_of(code)}"),
            # Where two of them lie in one département, it does not tell which is meant.
            _reason(departement_of(code), near) if homes[departement_of(code)] == 1 else "",
        )
        for code in codes
    )
    return Question(
        key,
        QuestionKind.COMMUNE,
        file.name,
        doubt.lines[0],
        doubt.column,
        doubt.value,
        candidates,
        doubt.lines,
    )


def _reason(departement: str, near: Counter[str]) -> str:
    """Say that most of the other lines lie there too; nothing where they do not."""
    n = near[departement]
    if n < _ENOUGH or 2 * n <= near.total():
        return ""
    return f"le département de {n} autres lignes"
