"""Everything a fiche says of one actor, gathered from its networks; no drawing here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.measures.evidence import checked_since
from actors_graph.measures.past import past_ties
from actors_graph.measures.profile import ties_of
from actors_graph.model.kinds import ActorKind, Family
from actors_graph.words import count, when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.measures import Facts
    from actors_graph.measures.past import Past
    from actors_graph.measures.profile import Tie
    from actors_graph.ui.directory import Directory


@dataclass(frozen=True, slots=True)
class Sheet:
    """One actor, whatever the scope of the page.

    Attributes:
        id: the actor.
        fields: its row.
        ties: its ties by family, the strongest collaborations first, then by name.
        asked: whether a partner of it was ever noted, or asked for.
        checked: last check of each of its collaborations that has one, by id of the tie.
        given: ids of the ties whose source it is (funder, member, élu).
        past: its ties that have ended, by family and other end.
    """

    id: str
    fields: Mapping[str, Any]
    ties: Mapping[Family, tuple[Tie, ...]]
    asked: bool
    checked: Mapping[str, str]
    given: frozenset[str]
    past: tuple[Past, ...] = ()

    @property
    def is_person(self) -> bool:
        """Whether the actor is somebody rather than a structure."""
        return bool(self.fields["kind"] == ActorKind.ELU)

    @property
    def partners(self) -> tuple[Tie, ...]:
        """Those with whom a collaboration is noted."""
        return self.ties.get(Family.COLLABORATION, ())

    def before(self, tie: Tie) -> Past | None:
        """What had ended already between the same two, in the same family, of a tie of today."""
        return next(
            (one for one in self.past if (one.family, one.other) == (tie.family, tie.other)), None
        )

    @property
    def only_past(self) -> tuple[Past, ...]:
        """What has ended and goes on under no other dates."""
        today = {(tie.family, tie.other) for ties in self.ties.values() for tie in ties}
        return tuple(one for one in self.past if (one.family, one.other) not in today)


def sheet(directory: Directory, everything: Facts, actor: str) -> Sheet | None:
    """Gather what is known of an actor.

    Args:
        directory: names and fields.
        everything: the widest network: all the families, no perimeter.
        actor: its id.

    Returns:
        None where no actor has that id. An actor outside every network (dissolved) has no tie.
    """
    fields = directory.actor(actor)
    if fields is None:
        return None
    row = everything.network.row_of.get(actor)
    if row is None:
        return Sheet(actor, fields, {}, asked=False, checked={}, given=frozenset())
    found = ties_of(everything, row)
    said = {statement: tie.id for tie in found for statement in tie.statements}
    ordered = sorted(found, key=lambda tie: -(tie.level or 0))
    return Sheet(
        id=actor,
        fields=fields,
        ties={
            family: tuple(tie for tie in ordered if tie.family == family)
            for family in dict.fromkeys(Family(tie.family) for tie in found)
        },
        asked=bool(everything.network.asked[row]),
        checked=_last_checks(directory, said),
        given=_given(everything, row, said),
        past=past_ties(everything, actor),
    )


def unknown_sentences(shown: Sheet, *, on: str) -> list[str]:
    """What the file does not say of an actor: each one is a question to ask."""
    fields = shown.fields
    checked = fields["checked_on"] or ""
    unsaid = sum(tie.level is None for tie in shown.partners)
    undated = sum(not tie.since for tie in shown.partners)
    who = "cette personne" if shown.is_person else "cette structure"
    told = {
        f"avec qui {who} travaille": not shown.asked,
        "sa commune": not (fields["commune_code"] or fields["commune"]),
        f"sur quels thèmes {who} agit": not fields["themes"],
        f"le niveau de {count(unsaid, 'lien')}": unsaid > 0,
        f"depuis quand {'existe' if undated == 1 else 'existent'} {count(undated, 'lien')}": (
            undated > 0
        ),
        "si sa fiche est encore juste : elle n’a jamais été vérifiée": not checked,
        f"si sa fiche est encore juste : vérifiée {when(checked[:7]) if checked else ''}": (
            bool(checked) and checked < checked_since(on)
        ),
    }
    return [text for text, holds in told.items() if holds]


def _last_checks(directory: Directory, said: Mapping[str, str]) -> dict[str, str]:
    rows = directory.tables["collaborations"].select(["id", "checked_on"])
    rows = rows.filter(pc.is_in(rows["id"], value_set=pa.array(list(said), pa.string())))
    last: dict[str, str] = {}
    for row in rows.to_pylist():
        tie = said[row["id"]]
        last[tie] = max(last.get(tie, ""), row["checked_on"] or "")
    return {tie: day for tie, day in last.items() if day}


def _given(everything: Facts, row: int, said: Mapping[str, str]) -> frozenset[str]:
    statements = everything.network.statements
    given = statements.filter(pc.equal(statements["source"], row))["id"].to_pylist()
    return frozenset(said[one] for one in given if one in said)
