"""The queue of possible doubles: two fiches side by side, why they look alike, three answers.

Nothing is joined here without a person: a pair waits until it is answered « le même acteur »,
« différents » or « un service de l’autre », and an answer is kept for ever.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.changes.by_hand.fiche_words import fact_words, shown_fact
from actors_graph.changes.same_actor.answers import (
    LATER,
    PART_OF,
    SAME,
    actor_pair,
    answer_changes,
    known_pairs,
)
from actors_graph.changes.same_actor.joining import names_only, same_text
from actors_graph.changes.same_actor.merges import attach, merge, require_actors, require_whole_view
from actors_graph.matching import Records, same_actor_pairs, why
from actors_graph.model import FAMILIES, TABLES, ChangeSet
from actors_graph.model.canonical import rows_of
from actors_graph.model.geography import geography
from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.text import fold
from actors_graph.words import at_place, capital, of_place, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from actors_graph.access.session import Session
    from actors_graph.changes.same_actor.answers import ActorPair
    from actors_graph.matching import Pair, Verdict
    from actors_graph.model import Change, Row

ANSWER: Final = "answer"

# What is put side by side, in the order in which a person compares.
_COMPARED: Final = (
    "name", "acronym", "kind", "commune", "address", "siret", "siren", "rna", "phone", "email",
    "part_of", "status", "source", "reference", "checked_on",
)  # fmt: skip
# A fiche that says no status is active.
_ACTIVE: Final = frozenset({None, ActorStatus.ACTIVE})


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the comparison: what it is (French), what each fiche says, empty = nothing."""

    label: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Fiche:
    """One of the two fiches: `ties` are the rows of any family that name it as an end."""

    id: str
    name: str
    commune: str
    ties: int
    filled: int


@dataclass(frozen=True, slots=True)
class DuplicateQuestion:
    """Two fiches that may be one actor.

    Attributes:
        first: the fiche that is proposed to stay, the better documented.
        second: the other.
        verdict: how sure it is; a strict one may be joined in one gesture.
        reason: why, in French.
        differing: what the two say differently.
    """

    first: Fiche
    second: Fiche
    verdict: Verdict
    reason: str
    differing: tuple[Fact, ...]

    @property
    def pair(self) -> ActorPair:
        """The two ids, sorted."""
        return actor_pair(self.first.id, self.second.id)

    @property
    def proposed(self) -> str:
        """Id of the fiche that is proposed to stay."""
        return self.first.id

    @property
    def sentence(self) -> str:
        """The question in French (WORDS, model 7)."""
        first, second = self.first, self.second
        where = f" {of_place(first.commune)}" if first.commune else ""
        same = first.commune and fold(first.commune) == fold(second.commune)
        if fold(first.name) == fold(second.name):
            at = f", {at_place(first.commune)}," if same else ""
            return f"Les deux fiches {quoted(first.name)}{at} sont-elles le même acteur ?"
        place = " de la même commune" if same else where
        return f"{quoted(second.name)} est-il {quoted(first.name)}{place} ?"

    def to_dict(self) -> dict[str, object]:
        """Return the question as plain values."""
        return {
            "pair": list(self.pair),
            "proposed": self.proposed,
            "other": self.second.id,
            "verdict": self.verdict.name.lower(),
            "reason": self.reason,
            "question": self.sentence,
            "differing": [
                {"label": fact.label, "first": fact.first, "second": fact.second}
                for fact in self.differing
            ],
        }


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """What an answer did: the operation that `undo` takes back (empty = none), French sentences."""

    operation: str
    sentences: tuple[str, ...]


def duplicate_queue(session: Session) -> list[DuplicateQuestion]:
    """Return the pairs of fiches that wait for an answer, the surest first.

    Pairs that were answered, a service and what holds it, an élu and a structure are left out;
    two actors « à découvrir » are not compared with each other. Cost: that of
    `same_actor_pairs` on the actors (about 0.15 ms each), then one pass over the ties. Whoever
    shows it keeps it by revision.

    Raises:
        NotAllowedError: the session does not see everything.
    """
    require_whole_view(session)
    tables = session.tables(["actors", *(table.name for table in FAMILIES.values())])
    actors = tables["actors"]
    answered = known_pairs(session)
    above = dict(zip(*(actors.column(n).to_pylist() for n in ("id", "part_of")), strict=True))
    kinds = dict(zip(*(actors.column(n).to_pylist() for n in ("id", "kind")), strict=True))
    found = [
        (pair, one, other)
        for pair, one, other in _pairs(actors)
        if actor_pair(one, other) not in answered
        and above[one] != other
        and above[other] != one
        and (kinds[one] == ActorKind.ELU) == (kinds[other] == ActorKind.ELU)
    ]
    wanted = {actor for _, one, other in found for actor in (one, other)}
    sides = _Sides(actors, wanted, _ties(tables, wanted))
    questions = [sides.question(pair, one, other) for pair, one, other in found]
    return sorted(
        questions, key=lambda q: (-q.verdict, -(q.first.ties + q.second.ties), fold(q.first.name))
    )


def answer_pair(session: Session, one: str, other: str, *, answer: str) -> AnswerReport:
    """Do what a person answered about two fiches, and keep the answer.

    Args:
        session: opened by somebody who may write.
        one: an actor.
        other: another.
        answer: `meme:<id to keep>`, `different`, `rattache:<id of what holds the other>`, or
            `plus_tard`, which does nothing.

    Raises:
        InputError: an answer that says nothing of the pair, or what cannot be done.
        NotAllowedError: the role may not write.
    """
    require_whole_view(session)
    if answer == LATER:
        return AnswerReport("", ("La question reste posée.",))
    # Refuses what says nothing of the pair, whatever is done next.
    changes = answer_changes(
        session,
        {(one, other): answer},
        by=session.user.name,
        on=session.today.isoformat(),
    )
    named = answer.partition(":")[2]
    second = one if named == other else other
    if answer.startswith(SAME):
        report = merge(session, keep=named, drop=second)
        return AnswerReport(report.operation, report.sentences())
    if answer.startswith(PART_OF):
        receipt = attach(session, service=second, to=named)
        return AnswerReport(str(receipt.seq), ("Noté : l’un est un service de l’autre.",))
    return _kept_apart(session, one, other, changes=tuple(changes))


def _kept_apart(
    session: Session, one: str, other: str, *, changes: tuple[Change, ...]
) -> AnswerReport:
    present = set(session.tables(["actors"], ids=[one, other])["actors"].column("id").to_pylist())
    require_actors(present, (one, other))
    operation = ""
    if changes:
        change_set = ChangeSet(changes, action=ANSWER, at=session.now(), by=session.user.name)
        operation = str(session.apply(change_set).seq)
    sentence = "Noté : ce sont deux acteurs différents. La question ne sera plus posée."
    return AnswerReport(operation, (sentence,))


def actor_records(actors: pa.Table) -> Records:
    """Return actors as `matching` compares them. O(actors)."""
    codes = actors.column("commune_code")
    today = {
        code: geography().current_code(code) or code for code in codes.unique().to_pylist() if code
    }
    texts = {
        name: tuple(value or "" for value in actors.column(name).to_pylist())
        for name in ("id", "name", "acronym", "siren", "siret", "rna", "kind")
    }
    return Records(
        ids=texts["id"],
        names=texts["name"],
        acronyms=texts["acronym"],
        communes=tuple(today.get(code, "") for code in codes.to_pylist()),
        siren=texts["siren"],
        siret=texts["siret"],
        rna=texts["rna"],
        kinds=texts["kind"],
    )


def _pairs(actors: pa.Table) -> Iterable[tuple[Pair, str, str]]:
    """Compare the actors with each other, then with those of registers not yet looked at."""
    unseen = pc.fill_null(
        pc.equal(actors.column("status"), ActorStatus.TO_DISCOVER.value), fill_value=False
    )
    records = actor_records(actors.filter(pc.invert(unseen)))
    for pair in same_actor_pairs(records):
        yield pair, records.ids[pair.a], records.ids[pair.b]
    others = actor_records(actors.filter(unseen))
    if len(others):
        for pair in same_actor_pairs(records, against=others):
            yield pair, records.ids[pair.a], others.ids[pair.b]


def _ties(tables: Mapping[str, pa.Table], wanted: set[str]) -> Counter[str]:
    """Count the rows of any family that have each of these actors at an end."""
    found: Counter[str] = Counter()
    among = pa.array(sorted(wanted), pa.string())
    for family in FAMILIES.values():
        for end in (family.source, family.target):
            column = tables[family.name].column(end)
            ends = column.filter(pc.is_in(column, value_set=among))
            for one in pc.value_counts(ends).to_pylist():
                found[one["values"]] += one["counts"]
    return found


class _Sides:
    """The fiches of the pairs, and what each says."""

    def __init__(self, actors: pa.Table, wanted: set[str], ties: Counter[str]) -> None:
        chosen = pc.is_in(actors.column("id"), value_set=pa.array(sorted(wanted), pa.string()))
        self._rows = {
            str(row["id"]): row for row in rows_of(TABLES["actors"], actors.filter(chosen))
        }
        self._ties = ties
        self._names = dict(
            zip(*(actors.column(name).to_pylist() for name in ("id", "name")), strict=True)
        )

    def question(self, pair: Pair, one: str, other: str) -> DuplicateQuestion:
        """Put two fiches side by side, the better documented first."""
        first, second = sorted((one, other), key=self._weight)
        return DuplicateQuestion(
            self._fiche(first),
            self._fiche(second),
            pair.verdict,
            why(pair),
            self._facts(first, second),
        )

    def _weight(self, actor: str) -> tuple[bool, bool, int, int, str]:
        row = self._rows[actor]
        unseen = row.get("status") == ActorStatus.TO_DISCOVER
        return names_only(row), unseen, -self._ties[actor], -_filled(row), actor

    def _fiche(self, actor: str) -> Fiche:
        row = self._rows[actor]
        return Fiche(actor, str(row["name"]), _commune(row), self._ties[actor], _filled(row))

    def _facts(self, first: str, second: str) -> tuple[Fact, ...]:
        one, other = self._rows[first], self._rows[second]
        found = []
        for name in _COMPARED:
            if name == "status" and {row.get(name) for row in (one, other)} <= _ACTIVE:
                continue
            said = [self._said(row, name) for row in (one, other)]
            if not same_text(said[0], said[1]) or name == "name":
                found.append(Fact(capital(fact_words(name)), *said))
        ties = [str(self._ties[actor]) for actor in (first, second)]
        found.append(Fact("Liens notés", *ties))
        return tuple(found)

    def _said(self, row: Row, name: str) -> str:
        value = row.get(name)
        if name == "commune":
            return _commune(row)
        if name == "part_of" and value is not None:
            return str(self._names.get(str(value), value))
        return shown_fact(name, value)


def _commune(row: Row) -> str:
    code = row.get("commune_code")
    name = geography().name(f"com:{code}") if code else ""
    return name or str(row.get("commune") or "")


def _filled(row: Row) -> int:
    return sum(value not in (None, []) for value in row.values())
