"""The verdict on two records: numbers first, then names, then what speaks against them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from actors_graph.matching.alignment import likeness
from actors_graph.matching.bodies import Body
from actors_graph.matching.identifiers import contradicts, numbers_of, shared_number
from actors_graph.matching.names import parsed
from actors_graph.matching.records import Doubt, Likeness, Reason, Verdict
from actors_graph.model.kinds import ActorKind

if TYPE_CHECKING:
    from actors_graph.matching.alignment import Finding
    from actors_graph.matching.identifiers import Numbers
    from actors_graph.matching.names import Name
    from actors_graph.matching.records import Records

# Kinds that say nothing against another one.
_ANY_KIND = frozenset(("", ActorKind.OTHER.value))


@dataclass(frozen=True, slots=True)
class Subject:
    """A record made ready to be compared."""

    text: str
    name: Name
    numbers: Numbers
    commune: str
    kind: str


def subjects(records: Records) -> list[Subject]:
    """Each record made ready, in order; about 25 µs each."""
    return [
        Subject(name, parsed(name, commune=commune, acronym=acronym), numbers, commune, kind)
        for name, acronym, commune, kind, numbers in zip(
            records.names,
            records.acronyms,
            records.communes,
            records.kinds,
            numbers_of(records),
            strict=True,
        )
    ]


def verdict_on(a: Subject, b: Subject) -> Finding | None:
    """Compare two records; symmetric. None: nothing says that they are one actor."""
    return _by_number(a, b) or _by_name(a, b)


def _by_number(a: Subject, b: Subject) -> Finding | None:
    shared = shared_number(a.numbers, b.numbers)
    if shared is None:
        return None
    what, number, doubt = shared
    other_kind = what is Likeness.SIREN and _other_kind(a, b)
    for found, against in (
        (contradicts(a.numbers, b.numbers), Doubt.OTHER_NUMBER),
        (_other_body(a, b), Doubt.OTHER_BODY),
        (other_kind, Doubt.OTHER_KIND),
    ):
        if found and doubt is None:
            doubt = against
    return (Verdict.GREY if doubt else Verdict.IDENTIFIER), Reason(what, (number,), doubt)


def _by_name(a: Subject, b: Subject) -> Finding | None:
    if a.commune == b.commune:
        found = likeness(a.name, b.name)
    elif a.commune and b.commune:
        found = _elsewhere(a.name, b.name)
    else:
        commune = a.commune or b.commune
        found = likeness(*(parsed(each.text, commune=commune) for each in (a, b)))
    if found is None:
        return None
    verdict, reason = found
    doubt = reason.doubt or _doubt(a, b, what=reason.likeness)
    return (Verdict.GREY if doubt else verdict), replace(reason, doubt=doubt)


def _elsewhere(a: Name, b: Name) -> Finding | None:
    """Names of two communes: the same words say something where they name one of the two.

    Two that each name their own, two communes of one name, are two actors.
    """
    at_home = [len(name.whole) > len(name.words) for name in (a, b)]
    if at_home[0] == at_home[1] or sorted(a.whole) != sorted(b.whole):
        return None
    return Verdict.GREY, Reason(Likeness.WORDS)


def _doubt(a: Subject, b: Subject, *, what: Likeness) -> Doubt | None:
    """What speaks most against one actor."""
    part = what in (Likeness.EXTRA_WORDS, Likeness.ACRONYM) and _other_body(a, b)
    elu = ActorKind.ELU.value
    tests = (
        (contradicts(a.numbers, b.numbers), Doubt.OTHER_NUMBER),
        (part, Doubt.OTHER_BODY),
        (_other_kind(a, b), Doubt.OTHER_KIND),
        (elu in (a.kind, b.kind), Doubt.NAMESAKES),
        (not a.commune or not b.commune, Doubt.NO_COMMUNE),
        (a.commune != b.commune, Doubt.OTHER_COMMUNE),
    )
    return next((doubt for found, doubt in tests if found), None)


def _other_body(a: Subject, b: Subject) -> bool:
    """Whether the names say two sorts of organisation."""
    bodies = {a.name.body, b.name.body}
    return len(bodies) == 2 and bodies != {Body.OTHER}


def _other_kind(a: Subject, b: Subject) -> bool:
    return a.kind != b.kind and not _ANY_KIND.intersection((a.kind, b.kind))
