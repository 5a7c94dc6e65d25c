"""Asks in which commune a name lies that several communes bear; the answer fills the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.changes.questions import COMMUNE, Candidate, Question, QuestionKind
from actors_graph.model.geography import geography
from actors_graph.model.place_names import departement_of
from actors_graph.sources import Severity
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.changes.checks import CheckedFile, CheckedPart
    from actors_graph.changes.places import PlaceDoubt


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
    for doubt in doubts:
        key = question_key(doubt)
        code = answers.get(key, "").removeprefix(COMMUNE)
        if code in doubt.candidates:
            _place(file, part, doubt, code=code)
        else:
            file.questions.append(_question(file, doubt, key=key))


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


def _question(file: CheckedFile, doubt: PlaceDoubt, *, key: str) -> Question:
    reference = geography()
    candidates = tuple(
        Candidate(
            code,
            reference.name(f"com:{code}"),
            reference.name(f"dep:{departement_of(code)}"),
            f"code {code}",
        )
        for code in doubt.candidates
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
