"""Imports files: read, check, plan, report, and write all of it or nothing.

All files of one call are one operation of the journal, which `undo` takes back. A dry run is the
same code without the last step, so that its counts are those of the real import.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from actors_graph.access.views import View
from actors_graph.changes.plan import Options, planned
from actors_graph.changes.report import FileReport, ImportReport
from actors_graph.changes.routes import checked_file
from actors_graph.errors import InputError, NotAllowedError
from actors_graph.model import ChangeSet
from actors_graph.sources import Severity, kind_of, read_canonical, recognised, table_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access.session import Session
    from actors_graph.changes.checks import CheckedFile
    from actors_graph.changes.plan import Outcome, Plan

ACTION: Final = "import"


def import_files(
    session: Session,
    paths: Sequence[str | Path],
    *,
    kind: str | None = None,
    complete: bool = False,
    overwrite: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Import the files as one operation and return what became of each row.

    One refused row and nothing is written; the report lists everything there is to correct.
    The same files twice change nothing and make no operation.

    Args:
        session: the store, opened by somebody who may write.
        paths: CSV files of MODEL.md.
        kind: what all the files are (`acteurs`…); by default their name or columns tell.
        complete: the files hold all there is: what they do not hold ends.
        overwrite: replace also values that somebody checked later than the file.
        dry_run: say what would be done, write nothing.

    Raises:
        InputError: a file cannot be read as a whole, or holds no row.
        NotAllowedError: the session does not see everything, so that a plan would be wrong.
        ConflictError: somebody wrote the same rows while the plan was made.
    """
    if session.view is not View.FULL:
        raise NotAllowedError("Une vue publique des données ne permet pas d’importer.")
    options = Options(
        session.today.isoformat(),
        complete=complete,
        overwrite=overwrite,
        identity_key=session.info().identity_key,
    )
    files = [_checked(Path(path), kind=kind) for path in paths]
    if not files:
        raise InputError("Aucun fichier à importer.", remedy="Donnez au moins un fichier.")
    plan = planned(files, session, options=options)
    report = _report(files, plan, dry_run=dry_run)
    if report.refused or dry_run or not plan.changes:
        return report
    return _applied(session, report, plan)


def _checked(path: Path, *, kind: str | None) -> CheckedFile:
    raw = read_canonical(path)
    table = table_named(kind) if kind else recognised(raw)
    file = checked_file(raw, table)
    if not raw.rows_read:
        raise InputError(
            "le fichier n’a aucune ligne sous l’en-tête.",
            file=raw.file,
            remedy="Vérifiez que c’est le bon fichier.",
        )
    return file


def _applied(session: Session, report: ImportReport, plan: Plan) -> ImportReport:
    session.backup_if_changed()
    names = [file.file for file in report.files]
    receipt = session.apply(
        ChangeSet(
            tuple(plan.changes),
            action=ACTION,
            at=session.now(),
            by=session.user.name,
            source=", ".join(names),
            details={"files": names},
        )
    )
    session.seal()
    return ImportReport(report.files, report.changes, import_id=str(receipt.seq), applied=True)


def _report(files: Sequence[CheckedFile], plan: Plan, *, dry_run: bool) -> ImportReport:
    reports = tuple(map(_file_report, files, plan.outcomes))
    return ImportReport(reports, len(plan.changes), dry_run=dry_run)


def _file_report(file: CheckedFile, outcome: Outcome) -> FileReport:
    raw = file.raw
    order = list(Severity)
    problems = sorted(
        file.problems, key=lambda problem: (problem.line or 0, order.index(problem.severity))
    )
    return FileReport(
        file=raw.file,
        kind=kind_of(file.table),
        encoding=raw.encoding,
        separator=raw.separator,
        header_row=raw.header_row,
        rows_read=raw.rows_read,
        kept=outcome.kept,
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        repaired=outcome.repaired,
        refused=len(file.refused),
        problems=tuple(problems),
    )
