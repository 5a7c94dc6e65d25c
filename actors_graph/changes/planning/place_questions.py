"""Asks in which commune a name lies that several communes bear; the answer fills the code.

The answer is kept in the table `answers`, for the source of the rows and the name as it is
written: the same list is not asked about twice. It goes with the import when that is taken back.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.questions import COMMUNE, Candidate, Question, QuestionKind
from actors_graph.model.geography import geography
from actors_graph.model.place_names import departement_of
from actors_graph.sources import Problem, Severity
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.changes.known import Reads
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart
    from actors_graph.changes.planning.places import PlaceDoubt

# Fewer lines do not say where a file lies.
_ENOUGH: Final = 3
_SUBJECT: Final = "commune-de:"


def ask_communes(
    file: CheckedFile,
    part: CheckedPart,
    doubts: Sequence[PlaceDoubt],
    *,
    answers: Mapping[str, str],
    remembered: Mapping[str, str],
) -> None:
    """Fill the communes that a person chose, now or before, and ask about the others.

    The warning of a name that was answered is taken back; a name left for later keeps its own and
    its rows stay without a code.

    Args:
        file: the file that the part belongs to; it keeps what is answered now.
        part: rows of actors.
        doubts: the names that could be several communes.
        answers: of this import, by the key of the question.
        remembered: of earlier imports (`remembered_communes`).
    """
    near = Counter(departement_of(code) for code in _codes(part))
    sources = {row.line: str(row.values.get("source") or "") for row in part.rows}
    for doubt in doubts:
        key = question_key(doubt)
        subject = f"{_SUBJECT}{sources.get(doubt.lines[0], '')}|{key}"
        said = answers.get(key, "")
        code = (said or remembered.get(subject, "")).removeprefix(COMMUNE)
        if code not in doubt.candidates:
            file.questions.append(_question(file, doubt, key=key, near=near))
            continue
        _place(file, part, doubt, code=code)
        if said:
            file.answered[subject] = said
        else:
            _say_remembered(file, part, doubt, code=code)


def remembered_communes(reads: Reads) -> dict[str, str]:
    """Return the communes that were answered to earlier imports, by subject. O(answers)."""
    rows = reads.tables(["answers"])["answers"]
    columns = (rows.column(name).to_pylist() for name in ("subject", "answer"))
    return {
        subject: answer
        for subject, answer in zip(*columns, strict=True)
        if subject.startswith(_SUBJECT)
    }


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


def _say_remembered(file: CheckedFile, part: CheckedPart, doubt: PlaceDoubt, *, code: str) -> None:
    """Say a commune that nobody chose this time, on each line: an answer may have been wrong."""
    lines = set(doubt.lines)
    message = f"lu {geography().name(f'com:{code}')} ({code}), comme vous l’aviez répondu."
    for row in part.rows:
        if row.line in lines:
            row.repaired = True
            file.problems.append(
                Problem(row.line, doubt.column, doubt.value, message, Severity.REPAIRED)
            )


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
