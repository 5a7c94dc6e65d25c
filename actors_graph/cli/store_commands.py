"""Commands on a store as a whole: what it holds, whether it is sound, copies of it."""

# No postponed annotations: Typer reads those of the commands when the program starts.
from pathlib import Path
from typing import Annotated

import typer

from actors_graph.cli.state import Json, opened, print_json, say
from actors_graph.words import as_of, count, number, share

BackupFile = Annotated[Path, typer.Argument(metavar="F", help="Fichier de la sauvegarde.")]


def status(context: typer.Context, *, as_json: Json = False) -> None:
    """Montre ce que contiennent les données."""
    from actors_graph.measures import inventory

    with opened(context) as session:
        content = inventory(session)
        place, revision = session.location, session.revision().number
    if as_json:
        print_json({"store": place, "revision": revision} | content.to_dict())
        return
    say(f"Données : {place} (état n° {number(revision)})")
    say(f"Acteurs : {number(sum(content.actors.values()))}")
    for kind, n in content.actors.items():
        say(f"  {kind} : {number(n)}")
    say(f"Lignes de liens : {number(content.statements)}")
    for family, n in content.ties.items():
        say(f"  {family} : {number(n)}")
    say(
        f"{count(content.committees, 'comité')}, {count(content.projects, 'projet')}, "
        f"{count(content.meetings, 'séance')}."
    )
    checked = "" if content.completeness is None else f", {share(content.completeness)} vérifiés"
    say(f"Acteurs documentés : {number(content.documented)}{checked} ({as_of(content.as_of)}).")


def check(context: typer.Context, *, as_json: Json = False) -> None:
    """Vérifie le journal, les renvois, et que rien n’a été écrit de l’extérieur."""
    with opened(context) as session:
        report = session.check()
    if as_json:
        print_json(
            {
                "ok": report.sound,
                "revision": report.revision,
                "hash": report.canonical_hash,
                "operations": report.operations,
                "problems": list(report.problems),
            }
        )
    elif report.sound:
        say(f"Tout est en ordre ({count(report.operations, 'opération')}).")
    else:
        say(*report.problems)
    if not report.sound:
        raise typer.Exit(2)


def content_hash(context: typer.Context, *, as_json: Json = False) -> None:
    """Donne l’empreinte du contenu, la même sur SQLite et sur Neo4j."""
    with opened(context) as session:
        found = session.canonical_hash()
    if as_json:
        print_json({"hash": found})
    else:
        say(found)


def backup(context: typer.Context, file: BackupFile, *, as_json: Json = False) -> None:
    """Écrit une sauvegarde de toutes les données."""
    with opened(context) as session:
        found = session.backup(file)
    if as_json:
        print_json({"file": str(file), "hash": found})
    else:
        say(f"Sauvegarde écrite : {file}", f"Empreinte : {found}")


def restore(context: typer.Context, file: BackupFile, *, as_json: Json = False) -> None:
    """Remplace toutes les données par une sauvegarde ; ce qui était là est gardé à côté."""
    with opened(context) as session:
        found = session.restore(file)
    if as_json:
        print_json({"file": str(file), "hash": found})
    else:
        say(f"Données remplacées par {file}.", f"Empreinte : {found}")
