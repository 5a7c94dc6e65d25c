"""What the command `measures` says to people, line by line, and the earlier date it compares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from actors_graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.measures import By, Facts
    from actors_graph.measures.standing import Standing
    from actors_graph.network import Scope


def earlier(scope: Scope, day: str, *, on: str) -> Scope:
    """The same scope at an earlier date.

    Args:
        scope: what is looked at.
        day: the earlier date, of any precision.
        on: the date of the scope.

    Raises:
        InputError: it is no date, or is not before the other one.
    """
    from actors_graph.network.statements import last_day_text

    before = replace(scope, on=day)
    if last_day_text(day) >= last_day_text(on):
        raise InputError(
            f"La date à comparer ({day}) n’est pas avant celle qui est regardée ({on}).",
            value=day,
            remedy="Donnez à --compare une date plus ancienne, ou à --on une plus récente.",
        )
    return before


def measures_lines(
    facts: Facts, *, by: By, before: Facts | None = None, stands: Standing | None = None
) -> Iterator[str]:
    """The line of evidence, then a sentence for each finding; why, where nothing may be said."""
    from actors_graph.measures.about import BY_FIELD
    from actors_graph.measures.evidence import Claim
    from actors_graph.measures.sentences import evidence_sentence
    from actors_graph.measures.standing_sentences import standing_summary
    from actors_graph.measures.telling import told

    yield evidence_sentence(facts.evidence)
    for finding in told(facts, by=by, before=before):
        held = finding.claim is Claim.WITHHELD
        about = f"{BY_FIELD[finding.measure].name} : " if held else ""
        yield f"- {about}{finding.sentence}"
    for sentence in standing_summary(stands) if stands else ():
        yield f"- {sentence}"
