"""MODEL rule 10 over all that people do: undone in reverse order, the first hash comes back.

Each sequence mixes imports, joined and parted fiches, corrections, answers, services and ticked
partners, at random; an undo in the middle may keep or force what changed since. Then every
operation is taken back, the last first, and the hash after each must be that from before it.
`make prove` runs a thousand sequences on each engine.
"""

from __future__ import annotations

import dataclasses
import os
import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.access.opening import open_session
from actors_graph.changes.by_hand.forms import create_row, edit_row
from actors_graph.changes.by_hand.partners import Untie, known_partners, record_partners
from actors_graph.changes.imports import import_files
from actors_graph.changes.same_actor.duplicates import answer_pair
from actors_graph.changes.undoing.referrers import referring
from actors_graph.changes.undoing.undo import undo, undone_operations
from actors_graph.errors import ConflictError, InputError
from actors_graph.model import TABLES
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session

IDS = "abcdefgh"
NAMES = ("Régie", "CCAS", "Centre social", "Collège", "Amicale", "Épicerie")
PHONES = ("", "04 70 11 22 33", "04 70 44 55 66")
STEPS = 5
# A Neo4j database is emptied after so many sequences, before its journal gets long.
EMPTIED_AFTER = 20


class Walk:
    """A sequence of random gestures on one session."""

    def __init__(self, session: Session, folder: Path, seed: int) -> None:
        self.session = session
        self.folder = folder
        self.start = len(session.journal())
        self.dice = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.gestures: tuple[Callable[[], None], ...] = (
            self.bring_files,
            self.join,
            self.join,
            self.part,
            self.correct,
            self.correct_tie,
            self.answer,
            self.tick,
            self.write,
        )

    def run(self, steps: int) -> None:
        """Gestures until so many were written; one that is refused does not count."""
        self.bring_files()
        self.done["bring_files"] += 1
        while len(self.session.journal()) < steps + self.start:
            few = len(self.rows("actors")) < 3
            gesture = self.bring_files if few else self.dice.choice(self.gestures)
            before = len(self.session.journal())
            try:
                gesture()
            except (InputError, ConflictError):
                assert len(self.session.journal()) == before
                self.done["refused"] += 1
            self.done[gesture.__name__] += len(self.session.journal()) > before

    def rows(self, table: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.session.tables([table])[table].to_pylist()
        return found

    def two(self) -> list[str]:
        return self.dice.sample([row["id"] for row in self.rows("actors")], 2)

    def bring_files(self) -> None:
        contents = {"acteurs": self.actors(), "collaborations": self.collaborations()}
        contents |= {name: text for name, text in self.others().items() if self.dice.random() < 0.5}
        paths = []
        for name, text in contents.items():
            path = self.folder / f"{name}.csv"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        import_files(self.session, paths, complete=self.dice.random() < 0.2)

    def actors(self) -> str:
        choose = self.dice.choice
        lines = (
            f"{i},{choose(NAMES)},autre,{choose(['', 'X', 'Y'])},{choose(PHONES)},"
            f"{choose(['', 'emploi', 'sport|emploi'])},{choose(['', 'x', 'y'])},"
            f"{choose(['s', 't'])},{choose(['', '1', '2'])}{i}"
            for i in self.dice.sample(IDS, 4)
        )
        head = "id,nom,type,sigle,telephone,themes,rattache_a,source,reference"
        return "\n".join([head, *lines])

    def collaborations(self) -> str:
        pairs = [self.dice.sample(IDS, 2) for _ in range(4)]
        lines = (
            f"{self.dice.choice(['', f't{n}'])},{a},{b},{self.dice.choice('1234')},"
            f"{self.dice.choice(['', '2019', '2020'])},{self.dice.choice(['', a, 'x'])},s"
            for n, (a, b) in enumerate(pairs)
        )
        return "\n".join(["id,acteur_a,acteur_b,niveau,debut,declare_par,source", *lines])

    def others(self) -> dict[str, str]:
        a, b, c = self.dice.sample(IDS, 3)
        grants = f"{a},{b},{self.dice.randint(1, 9)}00,2024,s\n{a},{c},100,2024,s"
        return {
            "contacts": f"structure,nom,prenom,source\n{a},Petit,Zoé,s\n{b},Petit,Zoé,s",
            "financements": f"financeur,beneficiaire,montant,exercice,source\n{grants}",
            "adhesions": f"acteur,organisme,debut,source\n{a},{b},2020,s\n{c},{b},2020,s",
            "comites": "id,nom,niveau\nk,Comité,local",
            "seances": "id,type,date\nm,comite,2026-03-01",
            "suites": f"id,quoi,qui,etat\nf,Appeler,{c},a_faire",
            "demandes": f"id,demandeur,exercice,demande\nd,{b},2025,{self.dice.randint(1, 9)}00",
        }

    def join(self) -> None:
        """Join two fiches: who is tied to whom stays the same, but for their two names."""
        keep, drop = self.two()
        expected = self.links(keep, renamed={drop: keep})
        answer_pair(self.session, keep, drop, answer=f"meme:{keep}")
        assert self.links(keep, renamed={}) == expected

    def links(self, keep: str, *, renamed: dict[str, str]) -> set[tuple[str, tuple[str, ...]]]:
        """Every reference to an actor, with the ends of its row; one fiche has one parent."""
        found = set()
        for table, field in referring(["actors"]):
            ends = [table.source, table.target] if table.is_tie else ["id"]
            for row in self.rows(table.name):
                one, *other = (str(renamed.get(row[end], row[end])) for end in ends)
                left_out = [one] == other or (table.name == "actors" and one == keep)
                if row[field.name] and not left_out:
                    whole = sorted([one, *other]) if table.is_tie or table.name == "actors" else []
                    value = str(renamed.get(row[field.name], row[field.name]))
                    # The two ends of a tie are one thing to say: who is tied to whom.
                    said = table.name if field.name in ends else f"{table.name}.{field.name}"
                    whole += [] if field.name in ends else [value]
                    found.add((said, tuple(whole)))
        return found

    def part(self) -> None:
        """Take back an operation of before, mostly one that joined two fiches."""
        operations = self.session.journal()[self.start :]
        undone = undone_operations(operations)
        left = [one for one in operations if one.seq not in undone]
        merges = [one for one in left if one.action == "merge"] or left
        option = self.dice.choice([{}, {"keep_later": True}, {"force": True}])
        undo(self.session, str(self.dice.choice(merges).seq), **option)

    def correct(self) -> None:
        row = self.dice.choice(self.rows("actors"))
        texts = {"name": self.dice.choice(NAMES), "phone": self.dice.choice(PHONES)}
        edit_row(self.session, TABLES["actors"], texts, id=row["id"], version=row["version"])

    def correct_tie(self) -> None:
        row = self.dice.choice(self.rows("collaborations") or [{"id": "none", "version": 1}])
        texts = {"level": self.dice.choice(["", "1", "4"]), "comment": self.dice.choice(NAMES)}
        edit_row(
            self.session, TABLES["collaborations"], texts, id=row["id"], version=row["version"]
        )

    def write(self) -> None:
        texts = {"name": self.dice.choice(NAMES), "kind": "association", "source": "saisie"}
        texts["id"] = f"m{len(self.session.journal())}"
        create_row(self.session, TABLES["actors"], texts)

    def answer(self) -> None:
        one, other = self.two()
        answer = self.dice.choice(["different", f"rattache:{one}", f"rattache:{other}"])
        answer_pair(self.session, one, other, answer=answer)

    def tick(self) -> None:
        actor, *others = self.dice.sample([row["id"] for row in self.rows("actors")], 3)
        known = [partner.id for partner in known_partners(self.session, actor)]
        untied = {other: self.dice.choice(list(Untie)) for other in known if other not in others}
        level = self.dice.choice(["", "coopèrent", "se voient parfois"])
        record_partners(
            self.session,
            actor,
            ticked=dict.fromkeys(others, level),
            untied=untied,
            declared_by=self.dice.choice(["", actor]),
        )


def undo_all(session: Session, folder: Path, *, seed: int) -> Counter[str]:
    """Run one sequence, then take every operation back; the hash after each is checked."""
    first = session.canonical_hash()
    walk = Walk(session, folder, seed)
    walk.run(STEPS)
    for operation in reversed(session.journal()[walk.start :]):
        undo(session, str(operation.seq))
    assert session.canonical_hash() == first, f"seed {seed}"
    return walk.done


def run_on_sqlite(folder: Path, *, seeds: range) -> Counter[str]:
    done: Counter[str] = Counter()
    for seed in seeds:
        place = folder / str(seed)
        place.mkdir()
        with open_session(Settings(data_dir=place, cache_dir=folder)) as session:
            done += undo_all(session, place, seed=seed)
    return done


def run_on_neo4j(
    server: Settings, folder: Path, empty: Callable[[], None], *, seeds: range
) -> Counter[str]:
    done: Counter[str] = Counter()
    for begin in range(seeds.start, seeds.stop, EMPTIED_AFTER):
        empty()
        place = folder / str(begin)
        place.mkdir()
        settings = dataclasses.replace(server, data_dir=place, cache_dir=folder)
        with open_session(settings) as session:
            for seed in range(begin, min(begin + EMPTIED_AFTER, seeds.stop)):
                done += undo_all(session, place, seed=seed)
    return done


def test_rule_10_any_sequence_goes_back(tmp_path: Path) -> None:
    done = run_on_sqlite(tmp_path, seeds=range(25))

    # Every gesture was tried, or the sequences would prove little.
    assert {"bring_files", "join", "part", "correct", "answer", "tick"} <= done.keys()


@pytest.mark.neo4j
def test_rule_10_any_sequence_goes_back_on_neo4j(
    neo4j_server: Settings, empty_neo4j: Callable[[], None], tmp_path: Path
) -> None:
    done = run_on_neo4j(neo4j_server, tmp_path, empty_neo4j, seeds=range(5))

    assert done["join"]


def _seeds() -> range:
    return range(1_000, 1_000 + int(os.environ.get("SEQUENCES", "1000")))


@pytest.mark.prove
def test_rule_10_a_thousand_sequences(tmp_path: Path) -> None:
    done = run_on_sqlite(tmp_path, seeds=_seeds())

    print(dict(done))
    assert done["join"]


@pytest.mark.prove
@pytest.mark.neo4j
def test_rule_10_a_thousand_sequences_on_neo4j(
    neo4j_server: Settings, empty_neo4j: Callable[[], None], tmp_path: Path
) -> None:
    done = run_on_neo4j(neo4j_server, tmp_path, empty_neo4j, seeds=_seeds())

    print(dict(done))
    assert done["join"]
