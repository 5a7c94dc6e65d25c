"""Which rows of files describe an actor that is already known under another id.

An equal number of a public register tells without asking, and is said. A name never does: it
makes a question, whose answer is kept for ever (`answers`); without an answer the row becomes an
actor of its own and the pair waits among the possible doubles. Elected people whose id is made
of their birth date are told apart by it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.questions import Question, QuestionKind
from actors_graph.changes.same_actor.answers import (
    DIFFERENT,
    LATER,
    PART_OF,
    SAME,
    actor_pair,
    kept_ids,
)
from actors_graph.changes.same_actor.pool import Pool, stored_pool, sure
from actors_graph.errors import InputError
from actors_graph.matching import Pair as MatchedPair
from actors_graph.matching import Verdict, same_actor_pairs, why
from actors_graph.model.ids import actor_id
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow
    from actors_graph.changes.same_actor.answers import ActorPair, Identifier
    from actors_graph.model import Value

# Beyond, the doubles inside a file are left to the queue of possible doubles, which does not
# make the user wait: comparing 100,000 names takes as long as all the rest of an import.
MOST_COMPARED_INSIDE: Final = 5_000

# A commune has one mairie: its code tells, where both names say that they are it.
_MAIRIE: Final = "mairie:"
_REGISTERS: Final = ("rna:", "siret:", "siren:", _MAIRIE)
_ELU: Final = "elu:"
_NUMBERS: Final = ("rna", "siret")
_ALL_NUMBERS: Final = frozenset({"rna", "siret", "siren"})


@dataclass(slots=True)
class Described:
    """One actor that rows describe and that the store does not have: its id and its rows."""

    id: str
    rows: list[tuple[CheckedFile, CheckedPart, CheckedRow]] = field(default_factory=list)

    @property
    def first(self) -> CheckedRow:
        """The row that says most of it: the first."""
        return self.rows[0][2]

    @property
    def given(self) -> bool:
        """Whether the file itself gives the id, and not as a number of a register."""
        return self.first.given and not self.id.startswith(_REGISTERS)

    @property
    def asks(self) -> bool:
        """Whether a likeness of names makes a question: not for the rows of a register."""
        return not self.rows[0][0].head.register and not self.id.startswith(_ELU)


@dataclass(slots=True)
class Sameness:
    """The rows found to be a known actor, and the questions about the others.

    Attributes:
        known: the store and the ids of files.
        given: the answers of this import, by the key of their question.
        remembered: the answers kept in the store, by pair of ids.
        identifiers: the actor kept for each number of a fiche that was joined to it.
        moved: the id of the known actor, by the id that a row had.
        questions: those that nobody has answered.
        answered: the answers to keep, by pair.
    """

    known: Known
    given: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[ActorPair, str] = field(default_factory=dict)
    identifiers: Mapping[Identifier, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    answered: dict[ActorPair, str] = field(default_factory=dict)

    def resolve(self, files: Sequence[CheckedFile]) -> None:
        """Move the rows of known actors to their ids, and ask about the others."""
        stored = set(self.known.column("actors", "id"))
        for old, kept in kept_ids(self.remembered).items():
            if kept in stored and old not in stored:
                self.moved[old] = kept
        self._part_shared_numbers(files)
        for file in files:
            self._join(file)
        described = self._described(files)
        for actor in described:
            joined = self.moved.get(actor.id) or self._joined(actor, stored)
            if joined:
                self._move(actor, joined)
        new = [
            actor for actor in described if actor.id not in self.moved and actor.id not in stored
        ]
        if not new or not (stored or self.given or len(new) <= MOST_COMPARED_INSIDE):
            return
        pool = stored_pool(self.known)
        pairs = self._pairs(new, pool)
        for place, actor in enumerate(new):
            self._decide(actor, pairs.get(place, []), pool=pool)
        self._keep_final_answers()
        for row in described_rows(files):
            if row.moved:
                row.values["id"] = self.final(str(row.values["id"]))

    def _joined(self, actor: Described, stored: Collection[str]) -> str:
        """Return the actor to which the fiche of these numbers was joined; empty if none was."""
        if actor.given or actor.id in stored or not self.identifiers:
            return ""
        values = actor.first.values
        numbers = [(name, str(values.get(name))) for name in _NUMBERS]
        numbers += [] if values.get("siret") else [("siren", str(values.get("siren")))]
        at_source = ("reference", str(values.get("source")), str(values.get("reference")))
        found = (self.identifiers.get(one, "") for one in (*numbers, at_source))
        return next((one for one in found if one in stored), "")

    def final(self, actor: str) -> str:
        """Return the id under which an actor is known in the end."""
        passed = set()
        while actor in self.moved and actor not in passed:
            passed.add(actor)
            actor = self.moved[actor]
        return actor

    def _part_shared_numbers(self, files: Sequence[CheckedFile]) -> None:
        """Give ids of their own to rows of lists that bear the number of another actor.

        A mairie, its library and its CCAS are often written with one SIRET; their ids, made of
        it, would make one actor of them. A row whose number is that of a known actor leaves it
        its name.
        """
        rows = [
            row
            for file in files
            for part in file.parts
            if part.table.name == "actors" and part.by_name
            for row in part.rows
            if not row.given and str(row.values["id"]).startswith(_REGISTERS)
        ]
        bearers: dict[str, Mapping[str, Value]] = {}
        if rows:
            bearers |= self.known.rows("actors", [str(row.values["id"]) for row in rows])
        stored = set(bearers)
        for row in rows:
            actor = str(row.values["id"])
            bearer = bearers.setdefault(actor, row.values)
            same_name = fold(str(bearer["name"])) == fold(str(row.values["name"]))
            if same_name or _numbers_tell(row.values, bearer):
                row.moved |= actor in stored
                continue
            unnumbered = {k: v for k, v in row.values.items() if k not in _ALL_NUMBERS}
            if row.placed:
                del unnumbered["commune_code"]
            row.values["id"] = actor_id(unnumbered)
            self.known.add("actors", [str(row.values["id"])])

    def _join(self, file: CheckedFile) -> None:
        """Make one actor of the rows of a file that have one name and one commune.

        A structure with several contacts stands on several lines; where the file numbers its
        rows, it says itself which are one.
        """
        first: dict[tuple[str, str, str], CheckedRow] = {}
        for row in described_rows([file]):
            if row.given:
                continue
            place = row.values.get("commune_code") or fold(str(row.values.get("commune") or ""))
            key = (fold(str(row.values["name"])), str(place), str(row.values.get("kind")))
            before = first.setdefault(key, row)
            old, kept = str(row.values["id"]), str(before.values["id"])
            if place and old != kept and not _apart(before.values, row.values):
                self.moved[old] = kept
                row.values["id"] = kept

    def _described(self, files: Sequence[CheckedFile]) -> list[Described]:
        found: dict[str, Described] = {}
        for file in files:
            for part in file.parts:
                if part.table.name == "actors" and not part.named:
                    for row in part.rows:
                        actor = str(row.values["id"])
                        found.setdefault(actor, Described(actor)).rows.append((file, part, row))
        return list(found.values())

    def _pairs(self, new: Sequence[Described], pool: Pool) -> dict[int, list[MatchedPair]]:
        """Pairs by position of the new actor; the new ones are added to the pool, in order."""
        ours = Pool()
        for actor in new:
            ours.add(actor.id, actor.first.values)
        found: dict[int, list[MatchedPair]] = {}
        if len(pool):
            for pair in same_actor_pairs(ours.records(), against=pool.records()):
                found.setdefault(pair.a, []).append(pair)
        start = len(pool)
        for actor in new:
            pool.add(actor.id, actor.first.values)
        for a, b, pair in _inside(new):
            found.setdefault(b, []).append(MatchedPair(b, start + a, pair.verdict, pair.reason))
        return found

    def _decide(self, actor: Described, pairs: Sequence[MatchedPair], *, pool: Pool) -> None:
        key = f"{QuestionKind.SAME_ACTOR}:{actor.id}"
        answer = self.given.get(key, "")
        if answer and answer != LATER:
            self.answer(actor.id, answer, others=[pool.ids[pair.b] for pair in pairs])
            if answer.startswith(SAME):
                self._move(actor, answer.removeprefix(SAME))
            elif answer.startswith(PART_OF):
                for _, part, row in actor.rows:
                    row.values.setdefault("part_of", answer.removeprefix(PART_OF))
                    part.columns.setdefault("part_of", "part_of")
            return
        open_pairs = [
            pair for pair in pairs if actor_pair(actor.id, pool.ids[pair.b]) not in self.remembered
        ]
        known = [pair for pair in open_pairs if pair.verdict is Verdict.IDENTIFIER]
        if not known and actor.id.startswith(_MAIRIE):
            known = [pair for pair in open_pairs if pair.verdict is Verdict.STRICT]
        if len(known) == 1 and not actor.given:
            self._move(actor, pool.ids[known[0].b], reason=why(known[0]), pool=pool, at=known[0].b)
            return
        asked = [pair for pair in open_pairs if pair.verdict is not Verdict.GREY or not actor.given]
        if asked and actor.asks:
            self._ask(actor, key=key, pairs=asked, pool=pool)

    def answer(self, actor: str, text: str, *, others: Sequence[str]) -> None:
        """Keep an answer about an actor; « différents » answers for all who were proposed.

        Raises:
            InputError: the answer names an actor that nobody knows.
        """
        named = text.removeprefix(SAME).removeprefix(PART_OF)
        if text == DIFFERENT:
            for other in others:
                self.answered[actor_pair(actor, other)] = DIFFERENT
            return
        if named not in self.known.ids("actors") or named == actor:
            raise InputError(
                f"La réponse {quoted(text)} nomme un acteur qui n’existe pas.",
                remedy="Reprenez les réponses proposées par le rapport.",
            )
        self.answered[actor_pair(actor, named)] = text

    def _keep_final_answers(self) -> None:
        """Keep answers about the actors that stay: a row that was named may be a known actor."""
        for pair, text in list(self.answered.items()):
            named = text.removeprefix(SAME).removeprefix(PART_OF)
            final = self.final(named)
            if final != named and named in pair:
                del self.answered[pair]
                other = pair[0] if pair[1] == named else pair[1]
                kept = f"{text.removesuffix(named)}{final}"
                self.answered[actor_pair(other, final)] = kept

    def _move(
        self, actor: Described, to: str, *, reason: str = "", pool: Pool | None = None, at: int = 0
    ) -> None:
        self.moved[actor.id] = to
        for file, part, row in actor.rows:
            row.values["id"] = self.final(to)
            row.moved = True
            if reason and pool is not None:
                name = quoted(pool.columns["name"][at])
                file.warn(
                    row,
                    column=part.columns.get("name", "name"),
                    value=str(row.values["name"]),
                    message=f"{reason} que {name} : c’est le même acteur, sa fiche est complétée.",
                )

    def _ask(self, actor: Described, *, key: str, pairs: Sequence[MatchedPair], pool: Pool) -> None:
        file, part, row = actor.rows[0]
        self.questions.append(
            Question(
                key,
                QuestionKind.SAME_ACTOR,
                file.name,
                row.line,
                part.columns.get("name", "name"),
                str(row.values["name"]),
                pool.candidates(pairs),
                tuple(row.line for other, _, row in actor.rows if other is file),
            )
        )


def _numbers_tell(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Whether the numbers of two actors suffice to make them one."""
    pool = Pool()
    pool.add("", one)
    pool.add("", other)
    return bool(sure(same_actor_pairs(pool.records())))


def _inside(new: Sequence[Described]) -> Iterator[tuple[int, int, MatchedPair]]:
    """Give the pairs among the new actors: the earlier, the later, which is asked about."""
    places = [place for place, actor in enumerate(new) if actor.asks and not actor.given]
    if len(places) > MOST_COMPARED_INSIDE:
        return
    some = Pool()
    for place in places:
        some.add(new[place].id, new[place].first.values)
    for pair in same_actor_pairs(some.records()):
        if not _apart(new[places[pair.a]].first.values, new[places[pair.b]].first.values):
            yield places[pair.a], places[pair.b], pair


def _apart(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Whether a source itself says that two of its actors are two: by its references."""
    if one.get("source") != other.get("source"):
        return False
    references = one.get("reference"), other.get("reference")
    numbers = any(
        one.get(name) and other.get(name) and one[name] != other[name] for name in _NUMBERS
    )
    return numbers or (all(references) and references[0] != references[1])


def described_rows(files: Sequence[CheckedFile]) -> Iterator[CheckedRow]:
    """Give the rows that describe actors, in the order of the files."""
    return chain.from_iterable(
        part.rows
        for file in files
        for part in file.parts
        if part.table.name == "actors" and not part.named
    )
