"""What an actor took part in and no longer does: history, which no measure counts.

A list of last year says who sat in a committee then; it says nothing of today. Such a tie is in
no network at today's date, and a reader of the fiche still wants to know of it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from actors_graph.words import listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.measures.facts import Facts


@dataclass(frozen=True, slots=True)
class Past:
    """A tie of one family to one other node, by the statements of it that have ended.

    Attributes:
        family: of the tie.
        other: id of the other end, which may be in no network today.
        label: nature, function or role of the last one that says one.
        spans: start (None = unknown) and end of each, as written, in time.
    """

    family: str
    other: str
    label: str | None
    spans: tuple[tuple[str | None, str], ...]

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return asdict(self) | {"spans": [list(span) for span in self.spans]}


def past_ties(facts: Facts, actor: str) -> tuple[Past, ...]:
    """Return what had ended by the date of the network, the last ended first. O(its ties)."""
    ended = facts.network.ended
    touching = pc.or_(pc.equal(ended["first"], actor), pc.equal(ended["second"], actor))
    rows = ended.filter(touching).sort_by([("ends_on", "ascending"), ("id", "ascending")])
    labels: dict[tuple[str, str], str | None] = {}
    spans: dict[tuple[str, str], set[tuple[str | None, str]]] = {}
    for row in rows.to_pylist():
        other = row["second"] if row["first"] == actor else row["first"]
        key = row["family"], other
        spans.setdefault(key, set()).add((row["starts_on"], row["ends_on"]))
        labels[key] = row["label"] or labels.get(key)
    found = [
        Past(*key, labels[key], tuple(sorted(said, key=lambda span: (span[0] or "", span[1]))))
        for key, said in spans.items()
    ]
    found.sort(key=lambda one: (one.family, one.other))
    return tuple(sorted(found, key=lambda one: max(end for _, end in one.spans), reverse=True))


def period(spans: tuple[tuple[str | None, str], ...]) -> str:
    """Say when, by years: a reader of a fiche needs no more.

    >>> period((("2022", "2022"), ("2023", "2023"))), period((("2019-04", "2021-06"),))
    ('en 2022 et 2023', 'de 2019 à 2021')
    >>> period(((None, "2016"), ("2018", "2018"), ("2020", "2022")))
    'jusqu’en 2016, en 2018 et de 2020 à 2022'
    """
    until = max((end[:4] for start, end in spans if not start), default="")
    years = {
        year
        for start, end in spans
        if start
        for year in range(int(start[:4]), max(int(start[:4]), int(end[:4])) + 1)
    }
    said = [f"jusqu’en {until}"] if until else []
    lone: list[str] = []
    for first, last in _runs(sorted(years)):
        if last - first < 2:
            lone += map(str, sorted({first, last}))
            continue
        said += [f"en {listing(lone)}"] if lone else []
        said.append(f"de {first} à {last}")
        lone = []
    return listing([*said, *([f"en {listing(lone)}"] if lone else [])])


def _runs(years: list[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last year of each run without a gap."""
    firsts = [year for year in years if year - 1 not in years]
    lasts = [year for year in years if year + 1 not in years]
    return zip(firsts, lasts, strict=True)
