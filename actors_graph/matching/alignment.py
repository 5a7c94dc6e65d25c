"""Two names compared word by word.

Words that are equal, or nearly, are set aside; what is left decides. Nothing left: the same name.
Something left on one side: perhaps. Something left on both sides: two actors, however long the
rest in common (« Judo club de Vichy », « Tennis club de Vichy »).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors_graph.matching.records import Likeness, Reason, Verdict

if TYPE_CHECKING:
    from actors_graph.matching.lexicon import Words
    from actors_graph.matching.names import Name


def likeness(a: Name, b: Name) -> tuple[Verdict, Reason] | None:
    """Compare two names of one commune; symmetric. None: nothing says they are one actor."""
    for first in a.readings:
        for second in b.readings:
            if _left(first, second) == ((), ()):
                return Verdict.STRICT, Reason(Likeness.WORDS)
    return None


def _left(a: Words, b: Words) -> tuple[Words, Words]:
    """Words of each that the other has not, in order."""
    more_a, more_b = Counter(a) - Counter(b), Counter(b) - Counter(a)
    return tuple(more_a.elements()), tuple(more_b.elements())
