"""Same actor? 100,000 names of associations, drawn with a seed that no rule was tuned on."""

from __future__ import annotations

import time

from association_names import HELD_OUT_SEED, association_names
from matching_quality import quality, records_of, report

from actors_graph.matching import NameIndex, Verdict, same_actor_pairs

NAMES = 100_000
CELLS = 5_000


def test_pairs_of_a_region() -> None:
    drawn = association_names(NAMES, seed=HELD_OUT_SEED)
    records = records_of(drawn)
    start = time.process_time()

    pairs = same_actor_pairs(records)

    seconds = time.process_time() - start
    found = quality(drawn, pairs)
    print(f"\n{NAMES:,} names: {seconds:.1f} s of processor\n{report(found)}")
    assert seconds < 15
    assert found.strict_precision >= 0.995
    assert found.strict_recall >= 0.85
    assert found.queue_recall_near >= 0.95


def test_cells_that_name_an_actor() -> None:
    """Each of the last names, looked for among the others."""
    drawn = association_names(NAMES // 4, seed=HELD_OUT_SEED)
    index = NameIndex(records_of(drawn.first(len(drawn.names) - CELLS)))
    known = set(drawn.actors[:-CELLS])
    right = wrong = strangers = invented = 0
    start = time.process_time()

    for position in range(len(drawn.names) - CELLS, len(drawn.names)):
        hits = index.find(drawn.names[position], commune=drawn.communes[position])
        sure = {drawn.actors[hit.position] for hit in hits if hit.verdict is Verdict.STRICT}
        actor = drawn.actors[position]
        if actor in known:
            right += sure == {actor}
            wrong += len(sure) == 1 and sure != {actor}
        else:
            strangers += 1
            invented += len(sure) == 1

    milliseconds = (time.process_time() - start) / CELLS * 1000
    print(f"\n{CELLS:,} cells: {milliseconds:.2f} ms each")
    print(
        f"of {CELLS - strangers:,} that name an actor: {right:,} found, {wrong} taken for another"
    )
    print(f"of {strangers:,} strangers: {invented} taken for an actor")
    assert milliseconds < 1
