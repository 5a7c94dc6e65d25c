"""Imports files: read, check, plan, report, and write all of it or nothing.

All files of one call are one operation of the journal, which `undo` takes back. A dry run is the
same code without the last step, so that its counts are those of the real import.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors_graph.access.views import View
from actors_graph.changes.planning.checks import CheckedFile, checked_part
from actors_graph.changes.planning.collecting import collection_paused
from actors_graph.changes.planning.homes import home_departements
from actors_graph.changes.planning.memory import (
    ACTION,
    StoredNames,
    columns_details,
    remembered_mappings,
)
from actors_graph.changes.planning.place_questions import ask_communes, remembered_communes
from actors_graph.changes.planning.places import place_actors
from actors_graph.changes.planning.plan import Options, planned
from actors_graph.changes.planning.questions import check_answers
from actors_graph.changes.planning.reading import Asked, read_files
from actors_graph.changes.report import FileReport, ImportReport
from actors_graph.errors import InputError, NotAllowedError
from actors_graph.model import ChangeSet
from actors_graph.sources import Severity
from actors_graph.sources.mapping.toml import read_mapping
from actors_graph.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from actors_graph.access.session import Session
    from actors_graph.changes.planning.heads import ReadFile
    from actors_graph.changes.planning.plan import Outcome, Plan
    from actors_graph.changes.planning.reading import Understood
    from actors_graph.sources import Problem


def import_files(  # noqa: PLR0913  one for each thing that the user decides
    session: Session,
    paths: Sequence[str | Path],
    *,
    kind: str | None = None,
    complete: bool = False,
    overwrite: bool = False,
    dry_run: bool = False,
    answers: Mapping[str, str] | None = None,
    valid_only: bool = False,
    mapping: str | Path | None = None,
    understood: Sequence[Understood] = (),
    departement: str = "",
    progress: Callable[[float, str], None] | None = None,
) -> ImportReport:
    """Import the files as one operation and return what became of each row.

    One refused row and nothing is written, unless only the valid ones are asked for; the report
    lists everything there is to correct. The same files twice change nothing and make no
    operation.

    Args:
        session: the store, opened by somebody who may write.
        paths: the files.
        kind: what all the files are (`acteurs`…); by default their name or columns tell.
        complete: the files hold all there is: what they do not hold ends.
        overwrite: replace also values that somebody checked later than the file.
        dry_run: say what would be done, write nothing.
        answers: to the questions of an earlier report, by their key: `meme:<id>`, `different`,
            `rattache:<id>`, `commune:<code>`, `plus_tard`.
        valid_only: import the rows that can be, leave out the refused ones.
        mapping: a TOML file that says what the tables are and where their columns go.
        understood: what a person decided about some tables: their columns, how they are read.
        departement: code of the only one to read of a public register, and the first in which
            a commune is looked for by its name.
        progress: told the share done and the step, in French; what it raises stops the import
            before anything is written.

    Raises:
        InputError: a file cannot be read as a whole, or holds no row that can be imported.
        NotAllowedError: the session does not see everything, so that a plan would be wrong.
        ConflictError: somebody wrote the same rows while the plan was made.
    """
    if session.view is not View.FULL:
        raise NotAllowedError("Une vue publique des données ne permet pas d’importer.")
    check_answers(answers or {})
    tell = progress or _say_nothing
    tell(0.0, "Lecture des fichiers…")
    options = replace(
        _options(session, answers=answers or {}), complete=complete, overwrite=overwrite
    )
    asked = replace(
        _asked(session, kind=kind, mapping=mapping), departement=departement, understood=understood
    )
    with collection_paused():
        sources = read_files(list(map(Path, paths)), asked)
        if not sources:
            raise InputError("Aucun fichier à importer.", remedy="Donnez au moins un fichier.")
        tell(0.4, "Vérification des lignes…")
        near = home_departements(session, perimeter=session.settings.perimeter, asked=departement)
        files, plan = _planned(session, sources, options=options, near=near, valid_only=valid_only)
        tell(0.95, "Rapport…")
        report = _report(files, plan, dry_run=dry_run, valid_only=valid_only)
    if dry_run or not plan.changes or (report.refused and not valid_only):
        return report
    tell(0.97, "Écriture…")
    return _applied(session, report, plan, columns=columns_details(sources))


def _options(session: Session, *, answers: Mapping[str, str]) -> Options:
    """Return what the plan takes from the store, and the answers of the person."""
    return Options(
        session.today.isoformat(),
        identity_key=session.info().identity_key,
        by=session.user.name,
        answers=answers,
        communes=remembered_communes(session),
    )


def _asked(session: Session, *, kind: str | None, mapping: str | Path | None) -> Asked:
    """Return what the readers take into account: the user's words, then what imports taught."""
    return Asked(
        kind=kind or "",
        remembered=remembered_mappings(session),
        names=StoredNames(session),
        rules=read_mapping(Path(mapping)) if mapping else None,
    )


def _say_nothing(_share: float, _step: str) -> None:
    """Where nobody waits to know how far an import is."""


def _planned(
    session: Session,
    sources: Sequence[ReadFile],
    *,
    options: Options,
    near: Collection[str],
    valid_only: bool,
) -> tuple[list[CheckedFile], Plan]:
    """Plan the files; with `valid_only`, as if the refused lines were not there.

    Leaving a line out may leave another one without what it names: the plan is made again until
    nothing more is refused. Each time one line fewer is read, so that this ends.
    """
    left_out: list[dict[int, list[Problem]]] = [{} for _ in sources]
    while True:
        files = [
            _checked(*one, near=near, options=options)
            for one in zip(sources, left_out, strict=True)
        ]
        plan = planned(files, session, options=options)
        new = [file.refused - gone.keys() for file, gone in zip(files, left_out, strict=True)]
        if not valid_only or not any(new):
            break
        for file, gone, lines in zip(files, left_out, new, strict=True):
            for line in lines:
                gone[line] = _refusals(file, line)
    for file, gone in zip(files, left_out, strict=True):
        file.problems.extend(problem for problems in gone.values() for problem in problems)
        file.refused.update(gone)
    _refuse_empty(files)
    communes = {question.key: question for file in files for question in file.questions}
    plan.questions = [*communes.values(), *plan.questions]
    return files, plan


def _refusals(file: CheckedFile, line: int) -> list[Problem]:
    return [
        problem
        for problem in file.problems
        if problem.line == line and problem.severity is Severity.REFUSED
    ]


def _checked(
    source: ReadFile, left_out: Mapping[int, object], *, near: Collection[str], options: Options
) -> CheckedFile:
    """Check the cells of a file; its communes are looked for in the départements `near`."""
    skipped = source.skipped
    gone = frozenset(left_out)
    problems = [problem for problem in source.problems if problem.line not in gone]
    file = CheckedFile(source.head, problems=problems, left_out=gone, today=options.today)
    file.refused.update(set(skipped) - gone)
    for extract in source.extracts:
        part = checked_part(file, extract, by_name=source.by_name)
        doubts = place_actors(file, part, departements=near)
        ask_communes(file, part, doubts, answers=options.answers, remembered=options.communes)
        file.parts.append(part)
    return file


def _refuse_empty(files: Sequence[CheckedFile]) -> None:
    """Stop where a file gives nothing: a filter or a mapping that keeps no row is a mistake."""
    for file in files:
        if file.rows_taken or (file.refused and not file.left_out) or not file.head.main:
            continue
        raise InputError(
            f"aucune de ses {count(file.head.rows_read, 'ligne')} ne peut être importée.",
            file=file.name,
            remedy="Vérifiez que c’est le bon fichier et la place de ses colonnes.",
        )


def _applied(
    session: Session,
    report: ImportReport,
    plan: Plan,
    *,
    columns: dict[str, Any],  # Any: what json takes
) -> ImportReport:
    session.backup_if_changed()
    names = list(dict.fromkeys(file.file for file in report.files))
    details: dict[str, Any] = {"files": names, "rows": report.rows, **columns}
    receipt = session.apply(
        ChangeSet(
            tuple(plan.changes),
            action=ACTION,
            at=session.now(),
            by=session.user.name,
            source=", ".join(names),
            details=details,
        )
    )
    session.seal()
    return report.as_applied(str(receipt.seq))


def _report(
    files: Sequence[CheckedFile], plan: Plan, *, dry_run: bool, valid_only: bool
) -> ImportReport:
    reports = tuple(map(_file_report, files, plan.outcomes))
    return ImportReport(
        reports,
        len(plan.changes),
        dry_run=dry_run,
        questions=tuple(plan.questions),
        valid_only=valid_only,
    )


def _named(file: CheckedFile, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Name the structure of the line of each problem, where the line describes one."""
    names = {
        row.line: str(row.values["name"])
        for part in file.parts
        if part.table.name == "actors"
        for row in reversed(part.rows)
        if "name" in row.values
    }
    return tuple(
        problem if problem.line is None else replace(problem, subject=names.get(problem.line, ""))
        for problem in problems
    )


def _file_report(file: CheckedFile, outcome: Outcome) -> FileReport:
    order = list(Severity)
    problems = sorted(
        file.problems, key=lambda problem: (problem.line or 0, order.index(problem.severity))
    )
    head = file.head
    return FileReport(
        file=head.file,
        kind=head.kind,
        encoding=head.encoding,
        separator=head.separator,
        header_row=head.header_row,
        rows_read=head.rows_read,
        kept=outcome.kept,
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        repaired=outcome.repaired,
        refused=len(file.refused),
        problems=_named(file, problems),
        sheet=head.sheet,
        format=head.format,
        columns=head.columns,
        made=outcome.made(),
    )
