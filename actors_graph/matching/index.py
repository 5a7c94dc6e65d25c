"""Whom a cell names: a partner written by hand beside the commune of its row.

« CCAS », « la mairie », « centre social » mean those of the row's commune. Where nothing fits,
nothing is found: a wild guess costs more than a question.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors_graph.matching.names import parsed
from actors_graph.matching.records import Verdict
from actors_graph.matching.verdicts import subjects

if TYPE_CHECKING:
    from actors_graph.matching.lexicon import Words
    from actors_graph.matching.records import Records


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a cell may name: STRICT = as good as written, GREY = to ask."""

    position: int
    verdict: Verdict


class NameIndex:
    """An index of records by what people call them."""

    def __init__(self, records: Records) -> None:
        """Index the records; about 30 µs each."""
        self._subjects = subjects(records)
        self._near: dict[tuple[str, Words], list[int]] = defaultdict(list)
        self._anywhere: dict[Words, list[int]] = defaultdict(list)
        self._by_acronym: dict[str, list[int]] = defaultdict(list)
        for position, subject in enumerate(self._subjects):
            name = subject.name
            for words in name.readings:
                self._near[subject.commune, tuple(sorted(words))].append(position)
            self._anywhere[tuple(sorted(name.whole))].append(position)
            for acronym in name.given:
                self._by_acronym[acronym].append(position)

    def find(self, text: str, *, commune: str = "") -> list[Hit]:
        """Records that the text may name, the surest first, then by position.

        Args:
            text: what a cell says of one partner.
            commune: INSEE code of the commune of its row, empty if unknown.
        """
        name = parsed(text, commune=commune)
        if not name.flat:
            return []
        found: dict[int, Verdict] = {}
        for words in name.readings:
            for position in self._near.get((commune, tuple(sorted(words))), ()):
                self._note(found, position, commune=commune)
        for position in (
            *self._anywhere.get(tuple(sorted(name.whole)), ()),
            *self._by_acronym.get(name.flat, ()),
        ):
            self._note(found, position, commune=commune)
        hits = [Hit(position, verdict) for position, verdict in found.items()]
        return sorted(hits, key=lambda hit: (-hit.verdict, hit.position))

    def _note(self, found: dict[int, Verdict], position: int, *, commune: str) -> None:
        near = self._subjects[position].commune == commune
        found[position] = Verdict.STRICT if near else Verdict.GREY
