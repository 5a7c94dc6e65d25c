"""What a finding rests on, and how far it may be said (MODEL rules 7 and 8, METHOD A0)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow.compute as pc

from actors_graph.network.statements import first_day

if TYPE_CHECKING:
    import pyarrow as pa

    from actors_graph.algorithms.plain import BoolArray
    from actors_graph.network import Network

# Under this share of recently checked actors, what depends on missing ties is a question.
COMPLETENESS_MINIMUM: Final = 0.8
CHECKED_WITHIN_YEARS: Final = 2


class Claim(StrEnum):
    """How a measure may be said."""

    OK = "ok"
    QUESTION = "question"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the numbers of a network rest on.

    Attributes:
        n: actors.
        ties: pairs tied by at least one family.
        statements: statements that these pairs rest on.
        documented: actors of whose partners anything is known.
        completeness: share (0-1) of the actors checked within two years; None without an actor.
        as_of: date of the ties, ISO.
        scope: the scope in French.
        ties_leaving: pairs with one end outside the scope, not counted in `ties`.
    """

    n: int
    ties: int
    statements: int
    documented: int
    completeness: float | None
    as_of: str
    scope: str
    ties_leaving: int = 0

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say: its measure, how far it may be said, the sentence, whom it names.

    `actors` are ids of actors, or of committees, projects and meetings of a two-mode network.
    """

    measure: str
    claim: Claim
    sentence: str
    actors: tuple[str, ...] = ()
    value: float | None = None


def evidence(network: Network) -> Evidence:
    """Evidence of all that is measured on a network. O(n + m)."""
    return Evidence(
        n=network.actor_count,
        ties=len(network.edges),
        statements=len(network.statements),
        documented=int(network.documented.sum()),
        completeness=completeness(network),
        as_of=network.on,
        scope=network.sentence,
        ties_leaving=network.ties_leaving,
    )


def completeness(network: Network) -> float | None:
    """Share of the actors checked in the two years before the date of the network, or later."""
    return recent_share(network.actors["checked_on"], on=network.on)


def recent_share(checked_on: pa.ChunkedArray, *, on: str) -> float | None:
    """Share of the records checked recently enough at that date; None of no record.

    A partial date counts as its first day; a record never checked counts as not checked.
    """
    recent = recently_checked(checked_on, on=on)
    return float(recent.mean()) if len(recent) else None


def recently_checked(checked_on: pa.ChunkedArray, *, on: str) -> BoolArray:
    """Whether each record was checked in the two years before that date, or later."""
    recent = pc.greater_equal(first_day(checked_on), checked_since(on))
    known = pc.fill_null(recent, fill_value=False)
    return np.asarray(known.to_numpy(zero_copy_only=False))


def checked_since(on: str) -> str:
    """The ISO day from which a check is recent enough, two years before `on`.

    >>> checked_since("2026-09-01"), checked_since("2026-03"), checked_since("2026")
    ('2024-09-01', '2024-03-31', '2024-12-31')
    """
    return months_before(on, 12 * CHECKED_WITHIN_YEARS)


def months_before(on: str, months: int) -> str:
    """The ISO day so many months before another; a day of no calendar orders as it should.

    >>> months_before("2026-09-01", 6), months_before("2026-03-31", 1), months_before("2026", 24)
    ('2026-03-01', '2026-02-31', '2024-12-31')
    """
    # As the date of a network a partial date is its last day; the 31st orders any month's last.
    day = on + {4: "-12-31", 7: "-31"}.get(len(on), "")
    total = int(day[:4]) * 12 + int(day[5:7]) - 1 - months
    return f"{total // 12:04d}-{total % 12 + 1:02d}{day[7:]}"
