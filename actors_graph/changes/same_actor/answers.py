"""What people answered to « same actor? », kept for ever (MODEL, Answer).

One answer a pair, in the table `answers`: its subject names the two ids in order, its answer is
`meme:<kept id>`, `different`, or `rattache:<id>` (one is a service of that one). « Plus tard » is
no answer: nothing is kept. Answers about actors that were joined since hold for the one kept, so
that « pas un doublon » outlives a merge. An identifier of a joined actor that the kept one cannot
hold (a second SIRET, a reference at another source) is filed there too, so that it still finds it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from actors_graph.changes.known import Known
from actors_graph.changes.rows import created, updated
from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.model.ids import row_id
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from actors_graph.changes.known import Reads
    from actors_graph.model import Change, Row, Value

# The ids of two actors, sorted.
ActorPair: TypeAlias = tuple[str, str]
# ("siret", number), ("rna", number), ("siren", number) or ("reference", source, reference).
Identifier: TypeAlias = tuple[str, ...]

SAME: Final = "meme:"
PART_OF: Final = "rattache:"
DIFFERENT: Final = "different"
LATER: Final = "plus_tard"

_SUBJECT: Final = "meme-acteur:"
_IDENTIFIER: Final = "identifiant:"
# It parts two ids: an id never holds it (see `codes.id_value`).
_BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """One answer: the pair, what was said, by whom (empty in a public view), when (ISO), why."""

    pair: ActorPair
    answer: str
    by: str = ""
    on: str = ""
    why: str = ""


def actor_pair(one: str, other: str) -> ActorPair:
    """Return two ids in the order in which a pair is named.

    >>> actor_pair("siret:2", "rna:1")
    ('rna:1', 'siret:2')
    """
    return (one, other) if one <= other else (other, one)


def pair_subject(one: str, other: str) -> str:
    """Return what an answer about two actors is filed under, whatever their order.

    >>> pair_subject("siret:2", "rna:1")
    'meme-acteur:rna:1|siret:2'
    """
    return _SUBJECT + _BETWEEN.join(actor_pair(one, other))


def pair_of(subject: str) -> ActorPair | None:
    """Return the pair that a subject names; None when it is about something else."""
    if not subject.startswith(_SUBJECT):
        return None
    one, between, other = subject.removeprefix(_SUBJECT).partition(_BETWEEN)
    return actor_pair(one, other) if between else None


def pair_answers(reads: Reads) -> list[PairAnswer]:
    """Return all answers about pairs, as they were written, in the order of their ids."""
    rows = reads.tables(["answers"])["answers"]
    columns = (rows.column(name).to_pylist() for name in ("subject", "answer", "by", "on", "why"))
    return [
        PairAnswer(pair, answer, by or "", on or "", why or "")
        for subject, answer, by, on, why in zip(*columns, strict=True)
        if (pair := pair_of(subject))
    ]


def known_pairs(reads: Reads) -> dict[ActorPair, str]:
    """Return the answer of every pair, also for the actors that now stand for joined ones.

    An answer that was given for the very pair comes before one that follows from a merge.
    O(answers).
    """
    written = {given.pair: given.answer for given in pair_answers(reads)}
    kept = kept_ids(written)
    known = dict(written)
    for (one, other), answer in written.items():
        pair = actor_pair(kept.get(one, one), kept.get(other, other))
        if pair[0] != pair[1]:
            known.setdefault(pair, _followed(answer, kept))
    return known


def kept_ids(answers: Mapping[ActorPair, str]) -> dict[str, str]:
    """Return, for each id that an answer joined to another, the id that is kept in the end.

    Chains are followed: with a joined to b and b to c, a leads to c. A circle, which no merge
    makes, leads nowhere: its ids are left out.
    """
    steps = {}
    for (one, other), answer in answers.items():
        if answer.startswith(SAME):
            kept = answer.removeprefix(SAME)
            steps[one if kept == other else other] = kept
    ends = {}
    for start in steps:
        passed = {start}
        end = start
        while end in steps and steps[end] not in passed:
            end = steps[end]
            passed.add(end)
        if end not in steps:
            ends[start] = end
    return ends


def known_identifiers(reads: Reads) -> dict[Identifier, str]:
    """Return the actor now kept for each identifier of a joined one that it could not hold."""
    rows = reads.tables(["answers"])["answers"]
    columns = (rows.column(name).to_pylist() for name in ("subject", "answer"))
    kept = kept_ids({given.pair: given.answer for given in pair_answers(reads)})
    return {
        tuple(json.loads(subject.removeprefix(_IDENTIFIER))): kept.get(actor, actor)
        for subject, actor in zip(*columns, strict=True)
        if subject.startswith(_IDENTIFIER)
    }


def answer_changes(
    reads: Reads, answers: Mapping[ActorPair, str], *, by: str, on: str, why: str = ""
) -> list[Change]:
    """Return the changes that keep answers, new or in place of earlier ones.

    Args:
        reads: the session.
        answers: by pair of ids, in any order; « plus_tard » is left out.
        by: who answers.
        on: the day, ISO.
        why: in the words of the person.

    Raises:
        InputError: an answer that is none of the words above, or names a third actor.
    """
    said = {actor_pair(*pair): text for pair, text in answers.items() if text != LATER}
    for pair, text in said.items():
        _check(pair, text)
    about: dict[str, Value] = {"why": why or None, "by": by, "on": on}
    return kept_answers(reads, {pair_subject(*pair): text for pair, text in said.items()}, about)


def identifier_changes(
    reads: Reads, identifiers: Iterable[Identifier], *, kept: str, by: str, on: str
) -> list[Change]:
    """Return the changes that file the identifiers of a joined actor under the kept one."""
    subjects = {
        _IDENTIFIER + json.dumps(identifier, ensure_ascii=False): kept for identifier in identifiers
    }
    return kept_answers(reads, subjects, {"why": None, "by": by, "on": on})


def kept_answers(reads: Reads, answers: Mapping[str, str], about: Row) -> list[Change]:
    """Return the changes that write answers by their subject; one already written makes none.

    Args:
        reads: the session.
        answers: by subject.
        about: `by`, `on` and `why` of all of them.
    """
    table = TABLES["answers"]
    rows: dict[str, dict[str, Value]] = {}
    for subject, text in answers.items():
        row: dict[str, Value] = {"subject": subject, "answer": text, **about}
        rows[row_id(table, row)] = row
    stored = Known(reads, ["answers"]).rows("answers", list(rows)) if rows else {}
    changes: list[Change | None] = []
    for answer_id, row in rows.items():
        before = stored.get(answer_id)
        if before is None:
            changes.append(created(table, {"id": answer_id, **row}))
        elif before["answer"] != row["answer"]:
            changes.append(updated(table, before, row))
    return [change for change in changes if change is not None]


def _check(pair: ActorPair, text: str) -> None:
    named = text.removeprefix(SAME).removeprefix(PART_OF)
    if pair[0] == pair[1] or (text != DIFFERENT and (named == text or named not in pair)):
        raise InputError(
            f"La réponse {quoted(text)} ne dit rien de {quoted(pair[0])} et {quoted(pair[1])}.",
            remedy="Répondez : le même acteur, différents, ou un service de l’autre.",
        )


def _followed(answer: str, kept: Mapping[str, str]) -> str:
    for word in (SAME, PART_OF):
        if answer.startswith(word):
            named = answer.removeprefix(word)
            return word + kept.get(named, named)
    return answer
