"""Actors as the commands print them: one line in a list, or the whole sheet (DESIGN §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actors_graph.errors import InputError
from actors_graph.measures import Facts, profile
from actors_graph.measures.past import past_ties, period
from actors_graph.measures.profile import ties_of
from actors_graph.model import TABLES
from actors_graph.model.kinds import Family
from actors_graph.network import Scope, network
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.access.session import Session
    from actors_graph.measures.past import Past
    from actors_graph.network import Network

Row = dict[str, Any]  # Any: values of the model, for json


@dataclass(frozen=True, slots=True)
class Sheet:
    """An actor as plain values, and as French lines."""

    values: Row
    lines: tuple[str, ...]


def actor_rows(facts: Facts, *, query: str = "") -> list[Row]:
    """Return the actors of a network that have all the words of the query, by name."""
    words = fold(query).split()
    found = []
    for place, actor in enumerate(facts.network.actors.to_pylist()):
        searched = f"{actor['search'] or ''} {fold(actor['id'])}"
        if actor["id"] != query and not all(word in searched for word in words):
            continue
        row = _listed(facts.network, actor)
        row["partners"] = int(facts.partners[place])
        row["documented"] = bool(facts.network.documented[place])
        found.append(row)
    order = facts.network.reading_order
    return sorted(found, key=lambda row: order[facts.network.row_of[row["id"]]])


def _listed(found: Network, actor: Row) -> Row:
    code = actor["commune_code"]
    here = [f"com:{code}"] if code else []
    return {
        "id": actor["id"],
        "name": actor["name"],
        "kind": actor["kind"],
        "commune": actor["commune"] or (found.places.name(here[0]) if here else None) or None,
        "territories": [*here, *(actor["acts_in"] or ())],
        "themes": list(actor["themes"] or ()),
    }


def actor_sheet(session: Session, actor_id: str) -> Sheet:
    """Return all that is known of an actor: fields, ties of all families, its part between them.

    An actor outside the network (dissolved, to discover) has no ties and no part in it.

    Raises:
        InputError: no such actor.
    """
    rows = session.tables(["actors"])["actors"]
    chosen = [row for row in rows.to_pylist() if row["id"] == actor_id]
    if not chosen:
        raise InputError(
            f"Aucun acteur n’a l’identifiant {quoted(actor_id)}.",
            remedy="Cherchez-le avec : actors-graph actors --query …",
        )
    facts = Facts(network(session, Scope()))
    everything = Facts(network(session, Scope(families=tuple(Family))))
    values = {name: chosen[0][name] for name in TABLES["actors"].columns}
    values |= _listed(facts.network, chosen[0])
    row = everything.network.row_of.get(actor_id)
    ties = [] if row is None else ties_of(everything, row)
    past = past_ties(everything, actor_id)
    found = profile(facts, actor_id) if actor_id in facts.network.row_of else None
    values |= {
        "partners": 0 if found is None else len(found.partners),
        "documented": row is not None and bool(everything.network.documented[row]),
        "ties": [tie.to_dict() for tie in ties],
        "past": [one.to_dict() for one in past],
        "role": None if found is None else found.role,
        "sentences": [] if found is None else list(found.sentences),
    }
    lines = (*_lines(values, everything.network), *_past_lines(session, past), *values["sentences"])
    return Sheet(values, lines)


def _lines(values: Row, found: Network) -> Iterator[str]:
    yield f"{values['name']} ({values['kind']})"
    for field in TABLES["actors"].fields:
        value = values.get(field.name)
        if field.column and field.name != "name" and value not in (None, []):
            shown = " | ".join(value) if isinstance(value, list) else value
            yield f"  {field.column} : {shown}"
    for tie in values["ties"]:
        level = f", niveau {tie['level']}" if tie["level"] else ""
        since = f", depuis {tie['since']}" if tie["since"] else ""
        yield f"- {tie['family']} : {found.labels[found.row_of[tie['other']]]}{level}{since}"


def _past_lines(session: Session, past: Sequence[Past]) -> Iterator[str]:
    if not past:
        return
    # What has ended may have its other end in no network.
    tables = session.tables(["actors", "committees", "projects"]).values()
    names = {
        one["id"]: one["name"]
        for table in tables
        for one in table.select(["id", "name"]).to_pylist()
    }
    yield "Auparavant :"
    for one in past:
        yield f"- {one.family} : {names.get(one.other, one.other)}, {period(one.spans)}"
