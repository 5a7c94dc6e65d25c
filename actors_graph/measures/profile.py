"""One actor in its network: partners, what they rest on, its part between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from actors_graph.measures.diversity import diversity, diversity_finding
from actors_graph.measures.evidence import Claim
from actors_graph.measures.groups import By
from actors_graph.measures.hinges import hinge
from actors_graph.measures.passages import passages
from actors_graph.measures.report import actor_measures
from actors_graph.measures.sentences import (
    alone_sentence,
    mandate_sentence,
    passage_finding,
    without_sentence,
)
from actors_graph.network.scope import checked
from actors_graph.network.statements import last_day_text

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.hinges import Hinge


@dataclass(frozen=True, slots=True)
class _Statement:
    id: str
    label: str | None
    ends_on: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties an actor to another node in one family.

    Attributes:
        id: the first of the statements, by id.
        family: family of the tie.
        other: id of the other end.
        level: 1-4, highest stated; None unspecified.
        since: earliest start, as written.
        until: latest end, as written; None where one statement has no end.
        confirmed: by two declarants or an act; None in the families of record.
        statements: ids of the statements that say it.
        label: nature, function, role or object, where the statements say one.
    """

    id: str
    family: str
    other: str
    level: int | None
    since: str | None
    until: str | None
    confirmed: bool | None
    statements: tuple[str, ...]
    label: str | None

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return values | {"statements": list(self.statements)}


@dataclass(frozen=True, slots=True)
class Profile:
    """One actor of a network.

    Attributes:
        id: the actor.
        documented: whether anything is known of its partners.
        ties: by name of the other end, then family.
        hinge: what would come apart without it.
        only_partner_of: ids of the actors whose one partner it is, by name.
        role: its measures, as in the report.
        sentences: what may be said of it.
        measures: the fields of the measures that these sentences say, once each.
    """

    id: str
    documented: bool
    ties: tuple[Tie, ...]
    hinge: Hinge
    only_partner_of: tuple[str, ...]
    role: dict[str, object]
    sentences: tuple[str, ...]
    measures: tuple[str, ...]

    @property
    def partners(self) -> tuple[str, ...]:
        """Ids of the other ends, once each, by name."""
        return tuple(dict.fromkeys(tie.other for tie in self.ties))


def profile(facts: Facts, actor: str, *, by: By = By.KIND) -> Profile:
    """Look at one actor. O(its ties), after the measures of the network, computed once.

    Raises:
        InputError: the network has no such actor.
    """
    network = facts.network
    checked(actor, network.row_of, noun="Dans ce périmètre, l’acteur")
    row = network.row_of[actor]
    cut = hinge(facts, row)
    said = [(sentence, field) for sentence, field in _sentences(facts, row, cut, by) if sentence]
    return Profile(
        id=actor,
        documented=bool(network.documented[row]),
        ties=ties_of(facts, row),
        hinge=cut,
        only_partner_of=_only_partner_of(facts, row),
        role=actor_measures(facts, by=by)[row],
        sentences=tuple(sentence for sentence, _ in said),
        measures=tuple(dict.fromkeys(field for _, field in said if field)),
    )


def ties_of(facts: Facts, row: int) -> tuple[Tie, ...]:
    """Ties of a row, by name of the other end, then family."""
    network = facts.network
    touching = pc.or_(pc.equal(network.ties["first"], row), pc.equal(network.ties["second"], row))
    behind = _statements(facts, row)
    found = []
    for pair in network.ties.filter(touching).to_pylist():
        other = pair["second"] if pair["first"] == row else pair["first"]
        said = behind[other, pair["family"]]
        found.append(
            Tie(
                id=said[0].id,
                family=pair["family"],
                other=network.ids[other],
                level=pair["level"],
                since=pair["since"],
                until=_latest([one.ends_on for one in said]),
                confirmed=pair["confirmed"],
                statements=tuple(one.id for one in said),
                label=next((one.label for one in said if one.label), None),
            )
        )
    order = network.reading_order
    return tuple(sorted(found, key=lambda tie: (order[network.row_of[tie.other]], tie.family)))


def _statements(facts: Facts, row: int) -> dict[tuple[int, str], list[_Statement]]:
    statements = facts.network.statements
    touching = pc.or_(pc.equal(statements["first"], row), pc.equal(statements["second"], row))
    rows = statements.filter(touching)
    names = ("first", "second", "family", "id", "label", "ends_on")
    behind: dict[tuple[int, str], list[_Statement]] = {}
    for first, second, family, *said in zip(
        *(rows[name].to_pylist() for name in names), strict=True
    ):
        other = second if first == row else first
        behind.setdefault((other, family), []).append(_Statement(*said))
    return behind


def _latest(ends: list[str | None]) -> str | None:
    known = [end for end in ends if end]
    return max(known, key=last_day_text) if len(known) == len(ends) else None


def _only_partner_of(facts: Facts, row: int) -> tuple[str, ...]:
    network = facts.network
    others = np.array(sorted(network.graph.adj[row]), dtype=np.int64)
    dependent = others[(facts.partners[others] == 1) & (others < network.actor_count)].tolist()
    dependent.sort(key=network.reading_order.__getitem__)
    return tuple(network.ids[other] for other in dependent)


def _sentences(facts: Facts, row: int, cut: Hinge, by: By) -> list[tuple[str, str]]:
    """Sentences, empty where nothing is to be said, each with the field of its measure."""
    network = facts.network
    actor = network.ids[row]
    held = (without_sentence(facts, cut), "cuts_off")
    if row >= network.actor_count:
        return [held]
    office = (mandate_sentence(facts, actor), "")
    if not facts.partners[row]:
        known = facts.evidence.ties and network.documented[row]
        alone = alone_sentence(facts, actor) if known else NOT_DOCUMENTED
        return [(alone, "isolates"), office]
    between = passages(facts, by=by)
    found = [passage_finding(facts, between, actor)] if between.only_way[row] else []
    found.append(diversity_finding(facts, diversity(facts, actor)))
    told = ((one.sentence, one.measure) for one in found if one.claim is not Claim.WITHHELD)
    return [held, office, *told]


NOT_DOCUMENTED = (
    "Votre fichier ne dit pas avec qui travaille cet acteur. Ce n’est pas un constat : c’est une "
    "question à lui poser."
)
