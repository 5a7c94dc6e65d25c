"""How good the proposed pairs are, judged on names whose truth is known.

    python benchmarks/matching_quality.py [RECORDS] [SEED]

prints precision, recall, memory and seconds, those of the processor alone too (others may use the
machine). Recall has two denominators: all true pairs, and those whose two records are of one
commune.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from association_names import HELD_OUT_SEED, association_names

from actors_graph.matching import Records, Verdict, same_actor_pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from association_names import AssociationNames

    from actors_graph.matching import Pair


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision and recall, between 0 and 1, of the strict pairs and of the queue.

    Attributes:
        strict_precision: share of the strict pairs that are true.
        strict_recall: share of all true pairs that are strict.
        grey_precision: share of the grey pairs that are true.
        queue_precision: share of the strict and grey pairs that are true.
        queue_recall: share of all true pairs that are strict or grey.
        queue_recall_near: the same, of true pairs of one commune.
        n_strict: strict pairs.
        n_grey: grey pairs.
        n_true: true pairs.
    """

    strict_precision: float
    strict_recall: float
    grey_precision: float
    queue_precision: float
    queue_recall: float
    queue_recall_near: float
    n_strict: int
    n_grey: int
    n_true: int


def records_of(drawn: AssociationNames) -> Records:
    """The drawn names, as what is compared."""
    ids = tuple(map(str, range(len(drawn.names))))
    return Records(ids=ids, names=drawn.names, communes=drawn.communes)


def quality(drawn: AssociationNames, pairs: Sequence[Pair]) -> Quality:
    """Judge pairs of the drawn names."""
    true = drawn.true_pairs()
    near = {(a, b) for a, b in true if drawn.communes[a] == drawn.communes[b]}
    strict = {(pair.a, pair.b) for pair in pairs if pair.verdict is not Verdict.GREY}
    grey = {(pair.a, pair.b) for pair in pairs if pair.verdict is Verdict.GREY}
    queue = strict | grey
    return Quality(
        strict_precision=_share(strict & true, strict),
        strict_recall=_share(strict & true, true),
        grey_precision=_share(grey & true, grey),
        queue_precision=_share(queue & true, queue),
        queue_recall=_share(queue & true, true),
        queue_recall_near=_share(queue & near, near),
        n_strict=len(strict),
        n_grey=len(grey),
        n_true=len(true),
    )


def report(found: Quality) -> str:
    """One line a figure."""
    values = ((name, getattr(found, name)) for name in found.__slots__)
    return "\n".join(
        f"  {name:20} {value:.4f}" if isinstance(value, float) else f"  {name:20} {value:,}"
        for name, value in values
    )


def main() -> None:
    """Draw, compare, print."""
    n, seed = (*map(int, sys.argv[1:]), 100_000, HELD_OUT_SEED)[:2]
    drawn = association_names(n, seed=seed)
    records = records_of(drawn)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, busy = time.perf_counter(), time.process_time()
    pairs = same_actor_pairs(records)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{n:,} names, seed {seed}: {seconds:.1f} s, {busy:.1f} s of processor")
    print(f"  {after >> 10} MiB at most, {before >> 10} before")
    print(report(quality(drawn, pairs)))


def _share(part: Collection[object], whole: Collection[object]) -> float:
    return len(part) / len(whole) if whole else 1.0


if __name__ == "__main__":
    main()
