"""The verdict on two records: numbers first, then names, then what speaks against them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from actors_graph.matching.alignment import likeness
from actors_graph.matching.bodies import Body
from actors_graph.matching.identifiers import (
    NO_NUMBER,
    contradicts,
    numbers_of,
    shared_number,
)
from actors_graph.matching.lexicon import singular
from actors_graph.matching.names import parsed
from actors_graph.matching.records import Doubt, Likeness, Reason, Verdict
from actors_graph.model.kinds import ActorKind
from actors_graph.text import fold

if TYPE_CHECKING:
    from actors_graph.matching.alignment import Finding
    from actors_graph.matching.identifiers import (
        Numbers,
    )
    from actors_graph.matching.lexicon import Words
    from actors_graph.matching.names import Name
    from actors_graph.matching.records import Records

# Kinds that say nothing against another one.
_ANY_KIND: Final = frozenset(("", ActorKind.OTHER.value))
_WORD: Final = re.compile(r"\w+")
_ELU: Final = ActorKind.ELU.value
# A first name and a last name.
_FEWEST_WORDS: Final = 2
# SIREN of the State, and of local authorities and what depends on them, begin so (INSEE).
_PUBLIC: Final = ("1", "2")
# They often bear the number of what they belong to.
_PARTS: Final = frozenset((Body.SERVICE, Body.PARENTS))


@dataclass(frozen=True, slots=True)
class Subject:
    """A record made ready to be compared."""

    name: Name
    commune: str
    text: str
    acronym: str = ""
    numbers: Numbers = NO_NUMBER
    kind: str = ""

    def placed(self, commune: str) -> Subject:
        """The same record, taken to be of that commune."""
        if commune == self.commune or self.kind == _ELU:
            return self  # people may bear the name of a commune
        name = parsed(self.text, commune=commune, acronym=self.acronym)
        return replace(self, name=name, commune=commune)


def subject(text: str, *, commune: str, acronym: str = "") -> Subject:
    """What is known of somebody by a name alone, made ready to be compared."""
    return Subject(parsed(text, commune=commune, acronym=acronym), commune, text, acronym)


def subjects(records: Records) -> list[Subject]:
    """Each record made ready, in order; about 25 µs each."""
    columns = zip(
        records.names,
        records.communes,
        records.acronyms,
        records.kinds,
        numbers_of(records),
        strict=True,
    )
    return [
        Subject(
            parsed(name, commune=commune, acronym=acronym), commune, name, acronym, number, kind
        )
        for name, commune, acronym, kind, number in columns
    ]


def verdict_on(a: Subject, b: Subject) -> Finding | None:
    """Compare two records; symmetric. None: nothing says that they are one actor."""
    if (a.kind == _ELU) != (b.kind == _ELU):
        return None
    if a.numbers is NO_NUMBER or b.numbers is NO_NUMBER:
        return _by_name(a, b)
    return _by_number(a, b) or _by_name(a, b)


def _by_number(a: Subject, b: Subject) -> Finding | None:
    shared = shared_number(a.numbers, b.numbers)
    if shared is None:
        return None
    what, number, doubt = shared
    other_kind = what is Likeness.SIREN and _other_kind(a, b)
    for found, against in (
        (contradicts(a.numbers, b.numbers), Doubt.OTHER_NUMBER),
        (_part_of_another(a, b) or _parts_of_one(what, a, b), Doubt.OTHER_BODY),
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
        found = likeness(a.placed(commune).name, b.placed(commune).name)
        if found is not None and found[1].likeness is Likeness.EXTRA_WORDS:
            return None  # without a commune, « Club X » is one of many that X may be
    if found is None or (a.kind == _ELU and not _one_person(found, a.name, b.name)):
        return None
    verdict, reason = found
    if reason.likeness is Likeness.EXTRA_WORDS:
        reason = replace(reason, words=_as_written(reason.words, a.text, b.text))
    doubt = reason.doubt or _doubt(a, b, what=reason.likeness)
    return (Verdict.GREY if doubt else verdict), replace(reason, doubt=doubt)


def _as_written(words: Words, *texts: str) -> Words:
    """Words as the names write them; an abbreviation that was written out stays so."""
    written = {singular(fold(word)): word for text in sorted(texts) for word in _WORD.findall(text)}
    return tuple([written.get(word, word) for word in words])


def _one_person(found: Finding, a: Name, b: Name) -> bool:
    """Whether two names of people may be one: a letter wrong makes another person of somebody."""
    _, reason = found
    if reason.likeness is Likeness.EXTRA_WORDS:
        return min(len(a.words), len(b.words)) >= _FEWEST_WORDS
    return reason.likeness is Likeness.WORDS


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
    tests = (
        (contradicts(a.numbers, b.numbers), Doubt.OTHER_NUMBER),
        (part, Doubt.OTHER_BODY),
        (_other_kind(a, b), Doubt.OTHER_KIND),
        (a.kind == _ELU, Doubt.NAMESAKES),
        (not a.commune or not b.commune, Doubt.NO_COMMUNE),
        (a.commune != b.commune, Doubt.OTHER_COMMUNE),
    )
    return next((doubt for found, doubt in tests if found), None)


def _other_body(a: Subject, b: Subject) -> bool:
    """Whether the names say two sorts of organisation."""
    bodies = {a.name.body, b.name.body}
    return len(bodies) == 2 and bodies != {Body.OTHER}


def _part_of_another(a: Subject, b: Subject) -> bool:
    """Whether two records that share a number may be an institution and a part of it."""
    bodies = {a.name.body, b.name.body}
    return len(bodies) == 2 and (Body.OTHER not in bodies or not bodies.isdisjoint(_PARTS))


def _parts_of_one(what: Likeness, a: Subject, b: Subject) -> bool:
    """Whether a number is that of a public body and the names have nothing in common.

    A médiathèque and a swimming pool are written with the number of their mairie.
    """
    public = what is not Likeness.RNA and a.numbers.siren.startswith(_PUBLIC)
    commune = a.commune or b.commune
    return public and likeness(a.placed(commune).name, b.placed(commune).name) is None


def _other_kind(a: Subject, b: Subject) -> bool:
    return a.kind != b.kind and not _ANY_KIND.intersection((a.kind, b.kind))
