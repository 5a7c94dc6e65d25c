"""Commands that look at actors, their ties and what the measures say of them."""

# No postponed annotations: Typer reads those of the commands when the program starts.
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final

import typer

from actors_graph.cli.measure_lines import earlier, measures_lines
from actors_graph.cli.scope_options import scoped
from actors_graph.cli.state import Json, opened, print_json, say, state_of
from actors_graph.errors import InputError
from actors_graph.settings import is_server
from actors_graph.words import count, decimal, quoted

if TYPE_CHECKING:
    from actors_graph.network import Scope

Query = Annotated[str, typer.Option(metavar="TEXTE", help="Mots du nom, du sigle, de la commune.")]
ActorId = Annotated[str, typer.Argument(metavar="ID", help="Identifiant de l’acteur.")]
Start = Annotated[str, typer.Argument(metavar="A", help="Identifiant du premier acteur.")]
End = Annotated[str, typer.Argument(metavar="B", help="Identifiant du second.")]
Groups = Annotated[
    str,
    typer.Option(
        "--by", metavar="kind|level|theme|territory|none", help="Groupes entre lesquels on relie."
    ),
]
Summary = Annotated[bool, typer.Option("--summary", help="Sans la liste des acteurs.")]
Standing = Annotated[
    bool,
    typer.Option(
        "--standing", help="Dit aussi ce qui tient même si des liens manquent (plus long)."
    ),
]
Verdicts = Annotated[
    bool, typer.Option("--verdicts", help="Juge les écarts par 2 000 tirages (plus lent).")
]
Compare = Annotated[
    str, typer.Option("--compare", metavar="DATE", help="Date antérieure à comparer.")
]
Alone = Annotated[
    bool,
    typer.Option("--without-institution", help="Sans le Département ni ses services."),
]
Name = Annotated[
    str, typer.Argument(metavar="[NOM]", help="Nom de la question ; sans lui, la liste.")
]
Values = Annotated[
    list[str] | None, typer.Argument(metavar="clé=valeur…", help="Valeurs qu’elle demande.")
]


# More ways of the same length help nobody.
_MOST_PATHS: Final = 100


@scoped
def actors(
    context: typer.Context, query: Query = "", *, as_json: Json = False, scope: "Scope"
) -> None:
    """Liste des acteurs, avec le nombre de leurs partenaires connus."""
    from actors_graph.cli.actor_rows import actor_rows
    from actors_graph.measures import Facts
    from actors_graph.measures.to_ask import TO_ASK
    from actors_graph.network import network

    with opened(context) as session:
        found = network(session, scope)
        facts = Facts(found)
        rows = actor_rows(facts, query=query)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        place = f", {row['commune']}" if row["commune"] else ""
        place_of = found.row_of[row["id"]]
        partners = TO_ASK if facts.unasked[place_of] else row["partners"]
        known = f"partenaires : {partners}" if row["documented"] else "non documenté"
        if elsewhere := found.partners_elsewhere[place_of]:
            known += f", et {elsewhere} hors de ce choix"
        say(f"{row['id']}  {row['name']} ({row['kind']}{place}) — {known}")
    say(f"{count(len(rows), 'acteur')}.")


def actor(context: typer.Context, actor_id: ActorId, *, as_json: Json = False) -> None:
    """Montre la fiche d’un acteur, ses liens et ce qu’on peut en dire."""
    from actors_graph.cli.actor_rows import actor_sheet

    with opened(context) as session:
        sheet = actor_sheet(session, actor_id)
    if as_json:
        print_json(sheet.values)
        return
    say(*sheet.lines)


@scoped
def path(
    context: typer.Context, start: Start, end: End, *, as_json: Json = False, scope: "Scope"
) -> None:
    """Montre par qui passer pour aller d’un acteur à un autre."""
    from actors_graph.measures import Facts, paths
    from actors_graph.network import network

    with opened(context) as session:
        found = network(session, scope)
    ways = paths(Facts(found), start, end, limit=_MOST_PATHS)
    if as_json:
        print_json(ways)
        return
    for way in ways:
        say(" — ".join(found.labels[found.row_of[step]] for step in way))
    if not ways:
        say("Aucun chemin n’est noté entre eux.")


@scoped
def measures(  # noqa: PLR0913  # each is an option of the command
    context: typer.Context,
    by: Groups = "kind",
    *,
    summary: Summary = False,
    standing: Standing = False,
    verdicts: Verdicts = False,
    compare: Compare = "",
    without_institution: Alone = False,
    as_json: Json = False,
    scope: "Scope",
) -> None:
    """Mesure le réseau : sans partenaire connu, charnières, seuls liens, familles, mouvement."""
    from actors_graph.measures import By, Facts, measures_report
    from actors_graph.measures import without_institution as among_others
    from actors_graph.measures.standing import standing as how_alerts_stand
    from actors_graph.network import network
    from actors_graph.network.scope import checked

    groups = By(checked(by, [str(member) for member in By], noun="Le regroupement"))
    with opened(context) as session:
        facts = Facts(network(session, scope))
        past = earlier(scope, compare, on=facts.network.on) if compare else None
        before = Facts(network(session, past)) if past else None
    if without_institution:
        facts = among_others(facts) or facts
        before = before and (among_others(before) or before)
    stands = how_alerts_stand(facts) if standing else None
    if not as_json:
        say(*measures_lines(facts, by=groups, before=before, stands=stands))
        return
    report = measures_report(
        facts, by=groups, with_actors=not summary, verdicts=verdicts, before=before
    )
    if stands:
        report["standing"] = stands.to_dict()
    print_json(report)


def query(
    context: typer.Context, name: Name = "", values: Values = None, *, as_json: Json = False
) -> None:
    """Pose une question toute prête à un serveur Neo4j ; sans nom, en donne la liste."""
    if not name:
        _list_questions(as_json=as_json)
        return
    if not is_server(state_of(context).settings.store):
        raise InputError(
            "Les questions se posent à un serveur Neo4j, pas à un fichier de données.",
            remedy="Démarrez-en un (actors-graph neo4j start), puis donnez son adresse à --store.",
        )
    asked = dict(map(_pair, values or []))
    with opened(context) as session:
        rows = session.ask(name, asked)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        say(" ; ".join(f"{key} : {_shown(value)}" for key, value in row.items()))
    say(f"{count(len(rows), 'ligne')}.")


def _list_questions(*, as_json: bool) -> None:
    from actors_graph.access.questions import ready_questions

    questions = ready_questions()
    if as_json:
        print_json([asdict(question) for question in questions])
        return
    for question in questions:
        given = [*(f"{one}=…" for one in question.needs), *(f"[{one}=…]" for one in question.takes)]
        say(question.name, f"  {question.sentence}", f"  {' '.join(given)}")


def _shown(value: object) -> str:
    """A value of an answer as a person reads it."""
    if value is None:
        return "non renseigné"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return decimal(value, places=2) if isinstance(value, float) else str(value)


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not (name and mark):
        raise InputError(f"{quoted(text)} n’a pas la forme clé=valeur.")
    return name, value
