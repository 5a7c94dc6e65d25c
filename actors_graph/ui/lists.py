"""The lists beside the map: everybody, who is alone, whom to ask, who holds groups together.

Each list opens with the sentence that says how to read it. Without any tie no one is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.measures import Claim, Holds, alone, hinges
from actors_graph.measures.sentences import alone_findings, next_step
from actors_graph.measures.standing_sentences import alone_standing
from actors_graph.measures.to_ask import TO_ASK
from actors_graph.ui.evidence import method_links
from actors_graph.ui.labels import kind_label
from actors_graph.ui.listing import Column, Listing, Row, listing
from actors_graph.ui.standing import show_below, standing_known
from actors_graph.words import count, date_words, number
from actors_graph.words import listing as sentence_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.jobs import Job
    from actors_graph.measures import Alone, Facts, Hinge, Standing
    from actors_graph.ui.directory import Directory

_PAGE: Final = 12
_NAMED: Final = 3
_ADDRESS: Final = "liste"


class Kind(Enum):
    """A list: its name in the address, its label."""

    ALL = ("tous", "Tous")
    ALONE = ("sans-partenaire", "Sans partenaire connu")
    TO_CALL = ("a-appeler", "À appeler")
    UNDOCUMENTED = ("non-documentes", "Non documentés")
    HINGES = ("font-le-lien", "Font le lien")


@dataclass(frozen=True, slots=True)
class Lists:
    """What each list holds, in the order of reading."""

    everybody: tuple[str, ...]
    alone: Alone
    hinges: tuple[Hinge, ...]

    def size(self, kind: Kind) -> int:
        """How many lines a list has."""
        return len(self.hinges) if kind is Kind.HINGES else len(_members(kind, self))


def lists_of(facts: Facts) -> Lists:
    """Gather the lists of a network; the hinges only where the measure may be said."""
    network = facts.network
    rows = sorted(range(network.actor_count), key=network.reading_order.__getitem__)
    said = facts.claims["articulation_points"] is not Claim.WITHHELD
    return Lists(
        everybody=tuple(network.ids[row] for row in rows),
        alone=alone(facts),
        hinges=hinges(facts) if said else (),
    )


def show_lists(
    found: Lists,
    facts: Facts,
    directory: Directory,
    *,
    on_open: Callable[[str], None],
    standing: Callable[[], Job[Standing]],
) -> None:
    """Draw the choice of a list, the sentence that reads it, and its page of lines.

    Args:
        found: the lists.
        facts: their network.
        directory: names.
        on_open: called with the id of an actor whose name was clicked.
        standing: starts what says how the alerts stand; called only for a list of alerts.
    """
    kinds = [kind for kind in Kind if kind is Kind.ALL or found.size(kind)]
    chosen = _chosen(kinds, found)
    if reading := _reading(chosen, found, facts):
        st.text(reading)
    job = standing() if chosen in _ALERTS else None
    known = standing_known(job) if job else None
    most = alone_standing(known) if known and chosen is not Kind.HINGES else ""
    if most:
        st.text(most)
    key = f"annuaire-{chosen.value[0]}"
    pages = ceil(found.size(chosen) / _PAGE)
    # The choice of a page is drawn under the table, and known before it.
    place = min(st.session_state.get(f"{key}-page", 1), max(1, pages)) - 1
    part = slice(place * _PAGE, (place + 1) * _PAGE)
    lines = (
        [_hinge_line(hinge, directory, known) for hinge in found.hinges[part]]
        if chosen is Kind.HINGES
        else [_line(one, chosen, facts, directory) for one in _members(chosen, found)[part]]
    )
    listing(Listing(lines, _COLUMNS[chosen], chosen.value[1]), key=key, on_open=on_open)
    if pages > 1:
        st.pagination(pages, max_visible_pages=5, key=f"{key}-page")
    asked = _EXPLAINED.get(chosen, ())
    if job:
        told = bool(most or (known and chosen is Kind.HINGES))
        show_below(job, known, said=told, others=asked)
    else:
        method_links(asked)


def _chosen(kinds: Sequence[Kind], found: Lists) -> Kind:
    by_address = {kind.value[0]: kind for kind in kinds}
    key = "annuaire-liste"
    if st.session_state.get(key) not in kinds:
        st.session_state[key] = by_address.get(st.query_params.get(_ADDRESS, ""), Kind.ALL)
    if len(kinds) == 1:
        return Kind.ALL
    chosen = st.pills(
        "Liste",
        kinds,
        format_func=lambda kind: f"{kind.value[1]} ({number(found.size(kind))})",
        key=key,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        on_change=_to_address,
    )
    return chosen or Kind.ALL


def _to_address() -> None:
    kind: Kind = st.session_state["annuaire-liste"]
    st.query_params[_ADDRESS] = kind.value[0]


def _reading(kind: Kind, found: Lists, facts: Facts) -> str:
    """The sentence that says how to read a list."""
    if kind is Kind.ALL:
        step = next_step(facts)
        return step.sentence if step else ""
    if kind is Kind.HINGES:
        doubt = facts.claims["articulation_points"] is Claim.QUESTION
        where = " dans ce choix" if facts.network.ties_leaving else ""
        return (
            f"D’après ce qui est noté{where}, ces acteurs relient seuls des groupes aux autres. "
            "Qui garderait le contact s’ils s’arrêtaient ?"
            + (" À confirmer : des liens peuvent manquer." if doubt else "")
        )
    said = {finding.actors: finding.sentence for finding in alone_findings(facts, found.alone)}
    return said[_members(kind, found)]


def _members(kind: Kind, found: Lists) -> tuple[str, ...]:
    members = {
        Kind.ALL: found.everybody,
        Kind.ALONE: found.alone.known,
        Kind.TO_CALL: found.alone.to_call,
        Kind.UNDOCUMENTED: found.alone.undocumented,
    }
    return members[kind]


# The measures that a list shows.
_EXPLAINED: Final = {
    Kind.ALONE: ("isolates",),
    Kind.TO_CALL: ("isolates",),
    Kind.UNDOCUMENTED: ("isolates",),
    Kind.HINGES: ("cuts_off",),
}
_COLUMNS: Final = {
    Kind.ALL: (
        Column("Nom"),
        Column("Type"),
        Column("Commune"),
        Column("Partenaires", before="partenaires : ", number=True),
    ),
    Kind.ALONE: (
        Column("Nom"),
        Column("Type"),
        Column("Commune"),
        Column("Partenaires", before="partenaires : "),
        Column("Fiche vérifiée", before="fiche vérifiée : "),
    ),
    Kind.TO_CALL: (
        Column("Nom"),
        Column("Type"),
        Column("Commune"),
        Column("Partenaires", before="partenaires : "),
        Column("Fiche vérifiée", before="fiche vérifiée : "),
    ),
    Kind.UNDOCUMENTED: (Column("Nom"), Column("Type"), Column("Commune")),
    Kind.HINGES: (
        Column("Nom"),
        Column("Relie seul", before="relie seul "),
        Column("Qui"),
        Column("Si des liens manquent", before="si des liens manquent : "),
    ),
}
# Under the title « Si des liens manquent ».
_HOLDS: Final = {Holds.YES: "tient", Holds.CHECK: Holds.CHECK.words}
_ALERTS: Final = frozenset({Kind.ALONE, Kind.TO_CALL, Kind.HINGES})


def _line(actor: str, kind: Kind, facts: Facts, directory: Directory) -> Row:
    row = directory.row_of[actor]
    cells = [directory.name(actor), kind_label(directory.kind(row)), directory.communes[row]]
    if kind is Kind.ALL:
        cells.append(_partners(facts, facts.network.row_of[actor]))
    elif kind is not Kind.UNDOCUMENTED:
        unasked = facts.unasked[facts.network.row_of[actor]]
        cells.append(TO_ASK if unasked else "aucun connu")
        checked = directory.actors["checked_on"][row].as_py() or ""
        cells.append(date_words(checked[:7]) if checked else "jamais")
    return Row(actor, tuple(cells))


def _partners(facts: Facts, row: int) -> str:
    """« 4 », « 2 et 1 ailleurs »; never a zero where nobody asked (MODEL rule 7)."""
    if not facts.network.documented[row]:
        return "non documentés"
    if facts.unasked[row]:
        return TO_ASK
    elsewhere = int(facts.network.partners_elsewhere[row])
    here = number(int(facts.partners[row]))
    return f"{here} et {number(elsewhere)} ailleurs" if elsewhere else here


def _hinge_line(hinge: Hinge, directory: Directory, standing: Standing | None) -> Row:
    names = [directory.name(actor) for actor in hinge.actors]
    who = sentence_list(names, limit=_NAMED)
    cuts = count(hinge.cuts_off, "acteur")
    stands = _HOLDS[standing.hinges[hinge.id].holds] if standing else "calcul en cours"
    return Row(hinge.id, (directory.name(hinge.id), cuts, who, stands))
