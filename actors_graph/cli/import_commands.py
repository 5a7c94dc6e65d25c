"""Commands that bring files in, take imports back, and erase."""

# No postponed annotations: Typer reads those of the commands when the program starts.
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actors_graph.cli.state import Json, opened, print_json, say
from actors_graph.errors import ConflictError, InputError
from actors_graph.words import agreed, count, moment, number

if TYPE_CHECKING:
    from actors_graph.changes.report import ImportReport
    from actors_graph.changes.undoing.undo import UndoReport, UndoStoppedError

Files = Annotated[list[Path], typer.Argument(metavar="FICHIER…", help="Fichiers CSV à importer.")]
Kind = Annotated[str, typer.Option("--as", metavar="SORTE", help="Ce que sont les fichiers.")]
Mapping = Annotated[str, typer.Option(metavar="F.toml", help="Dit où va chaque colonne.")]
Complete = Annotated[
    bool, typer.Option("--complete", help="Les fichiers sont complets : ce qui manque se termine.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Remplace aussi ce qui a été vérifié plus tard.")
]
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar="F.xlsx", help="Écrit le rapport complet dans un tableur."),
]
ValidOnly = Annotated[
    bool, typer.Option("--valid-only", help="Importe les lignes valables, laisse les autres.")
]
Departement = Annotated[
    str, typer.Option(metavar="CODE", help="Ne lit d’un registre que ce département.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Dit ce qui serait fait, n’écrit rien.")]
ImportId = Annotated[
    str, typer.Argument(metavar="IMPORT", help="Numéro donné par « imports » ou « imports --all ».")
]
Everything = Annotated[
    bool, typer.Option("--all", help="Toutes les opérations : fusions, corrections, réponses…")
]
KeepLater = Annotated[
    bool, typer.Option("--keep-later", help="Garde ce que quelqu’un a changé depuis.")
]
Force = Annotated[bool, typer.Option("--force", help="Annule aussi ce qui a changé depuis.")]
RowId = Annotated[str, typer.Argument(metavar="ID", help="Acteur ou contact à effacer.")]
Folder = Annotated[Path, typer.Argument(metavar="DOSSIER", help="Où écrire les modèles.")]


def import_(  # noqa: PLR0913  one for each option of the command
    context: typer.Context,
    files: Files,
    kind: Kind = "",
    mapping: Mapping = "",
    *,
    complete: Complete = False,
    overwrite: Overwrite = False,
    valid_only: ValidOnly = False,
    departement: Departement = "",
    dry_run: DryRun = False,
    report_file: Report = None,
    as_json: Json = False,
) -> None:
    """Importe des fichiers en une seule opération : tout, ou rien."""
    from actors_graph.changes.imports import import_files

    with opened(context) as session:
        report = import_files(
            session,
            files,
            kind=kind or None,
            mapping=mapping or None,
            complete=complete,
            overwrite=overwrite,
            dry_run=dry_run,
            valid_only=valid_only,
            departement=departement,
        )
        if report_file is not None:
            _write_report(report, report_file, on=session.today.isoformat())
    if as_json:
        print_json(report.to_dict())
    else:
        say(*report.lines())
    if report.refused and not valid_only:
        if as_json:
            sys.stderr.write(f"{report.conclusion()}\n")
        raise typer.Exit(2)


def _write_report(report: "ImportReport", path: Path, *, on: str) -> None:
    from actors_graph.reports import import_report

    try:
        path.write_bytes(import_report(report, on=on))
    except OSError as error:
        done = " L’import, lui, est fait." if report.applied else ""
        raise InputError(
            f"Le rapport {path} ne peut pas être écrit.{done}",
            remedy="Fermez-le s’il est ouvert dans un tableur, ou choisissez un autre nom.",
        ) from error


def imports(
    context: typer.Context, *, everything: Everything = False, as_json: Json = False
) -> None:
    """Liste les imports, du premier au dernier."""
    from actors_graph.access import signature
    from actors_graph.changes.undoing.history import past_imports

    if everything:
        _say_operations(context, as_json=as_json)
        return
    with opened(context) as session:
        found = past_imports(session)
    if as_json:
        print_json([past.to_dict() for past in found])
        return
    if not found:
        say("Aucun import pour l’instant.")
    for past in found:
        undone = " (annulé)" if past.undone else ""
        changes = count(past.changes, "changement")
        say(f"{past.import_id} : {moment(past.at)}, {signature(past.by)}, {changes}{undone}")
        say(*(f"    {file}" for file in past.files))


def _say_operations(context: typer.Context, *, as_json: bool) -> None:
    from actors_graph.access import signature
    from actors_graph.changes.undoing.operations import past_operations

    with opened(context) as session:
        done = past_operations(session, limit=0)[::-1]
    if as_json:
        print_json([one.to_dict() for one in done])
        return
    for one in done:
        undone = " (annulé)" if one.undone else ""
        say(f"{one.operation} : {moment(one.at)}, {signature(one.by)}, {one.title}{undone}")


def undo_(
    context: typer.Context,
    import_id: ImportId,
    *,
    keep_later: KeepLater = False,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Annule un import ou une autre opération ; ce que quelqu’un a changé depuis est montré."""
    from actors_graph.changes.undoing.undo import UndoStoppedError, undo

    with opened(context) as session:
        try:
            report = undo(session, import_id, keep_later=keep_later, force=force, dry_run=dry_run)
        except UndoStoppedError as error:
            if as_json:
                print_json(_stopped(error))
            raise
    if as_json:
        print_json(report.to_dict())
        return
    say(_undone(report), *(f"  {sentence}" for sentence in report.sentences()))
    if report.import_id:
        say(f"Pour revenir en arrière : actors-graph undo {report.import_id}")


def _undone(report: "UndoReport") -> str:
    changes = count(report.changes, "changement")
    if not report.import_id:
        return f"Essai seulement, rien n’a été annulé : {changes} à défaire."
    what = f"Import {report.undone} annulé"
    if report.action != "import":
        what = f"Opération {report.undone} annulée"
    return f"{what} : {changes} {agreed('défait', n=report.changes, noun='changement')}."


def _stopped(error: "UndoStoppedError") -> dict[str, object]:
    return {
        "applied": False,
        "conflicts": _conflicts(error),
        "kept_with_keep_later": error.keeping.to_dict()["kept"],
        "kept_with_force": error.forcing.to_dict()["kept"],
    }


def _conflicts(error: ConflictError) -> list[dict[str, object]]:
    return [
        {
            "table": conflict.table,
            "id": conflict.id,
            "field": conflict.field,
            "expected": conflict.expected,
            "found": conflict.found,
        }
        for conflict in error.conflicts
    ]


def erase_(context: typer.Context, row_id: RowId, *, as_json: Json = False) -> None:
    """Efface un acteur ou un contact partout : données, journal, sauvegardes, caches."""
    from actors_graph.changes.erase import erase

    with opened(context) as session:
        report = erase(session, row_id)
    if as_json:
        print_json(report.to_dict())
        return
    say(f"Effacé : {report.erased} ({count(sum(report.rows.values()), 'ligne')} en tout).")
    if report.emptied:
        say(f"{count(report.emptied, 'fiche')} ne le citent plus.")
    if report.mentions:
        say("Son nom se lit encore dans ces textes, à relire :")
    for mention in report.mentions:
        say(f"  {mention.table}, {mention.id}, {mention.column}")
    say("Les sauvegardes rangées ailleurs que par le programme ne sont pas atteintes.")


def templates(context: typer.Context, folder: Folder, *, as_json: Json = False) -> None:
    """Écrit un classeur à remplir, et un modèle vide de chaque fichier à importer."""
    from actors_graph.reports.templates import offered_by, write_all_templates

    with opened(context) as session:
        written = write_all_templates(folder, offered=offered_by(session))
    if as_json:
        print_json({"folder": str(folder), "files": [path.name for path in written]})
    else:
        say(f"{number(len(written))} modèles écrits dans {folder} :")
        say(*(f"  {path.name}" for path in written))
