"""The fiche of an actor: who, what it does, with whom, and what nobody knows yet.

Text first, then tables; it reads the same in a panel beside the map and alone on a phone.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.measures import Claim, profile
from actors_graph.measures.hinges import SMALLEST_HINGE
from actors_graph.measures.past import period
from actors_graph.measures.sentences import NAMED_AT_MOST
from actors_graph.measures.standing_sentences import hinge_standing, link_standing
from actors_graph.model.kinds import Family, ParticipationRole
from actors_graph.ui.actor import unknown_sentences
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.evidence import method_links
from actors_graph.ui.expert import show_expert
from actors_graph.ui.labels import (
    FAMILIES,
    LEVELS,
    ROLES,
    kind_label,
    since_words,
    status_label,
)
from actors_graph.ui.listing import Column, Heading, Listing, Row, listing
from actors_graph.ui.standing import show_below, standing_known
from actors_graph.words import capital, count, date_words, number, quoted
from actors_graph.words import listing as sentence_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from actors_graph.jobs import Job
    from actors_graph.measures import Facts, Standing
    from actors_graph.measures.past import Past
    from actors_graph.measures.profile import Profile, Tie
    from actors_graph.ui.actor import Sheet
    from actors_graph.ui.directory import Directory

_PARTNERS: Final = (
    Column("Partenaire"),
    Column("Depuis", before="depuis : "),
    Column("Confirmé", before="confirmé : "),
    Column("Vérifié", before="vérifié : "),
)
_OTHERS: Final = (Column("Nom"), Column("Précision"))
# Collaborations have their own table; the rest is read in this order.
_OTHER_FAMILIES: Final = (
    Family.PARTICIPATION,
    Family.MANDATE,
    Family.MEMBERSHIP,
    Family.FUNDING,
    Family.COPRESENCE,
)
_NAMED: Final = 5


def show_fiche(
    shown: Sheet,
    facts: Facts,
    directory: Directory,
    *,
    on_open: Callable[[str], None],
    standing: Callable[[], Job[Standing]],
) -> None:
    """Draw a fiche.

    Args:
        shown: the actor.
        facts: the network of the page, which says its part in it.
        directory: names.
        on_open: called with the id of an actor whose name was clicked.
        standing: starts what says how the alerts stand; called only where the fiche says one.
    """
    _identity(shown, directory)
    found = _role(shown, facts)
    if found is not None:
        _sentences(found, directory, standing)
        _named_in_full(found, facts, directory, on_open)
    _partners(shown, directory, on_open)
    _other_ties(shown, directory, on_open)
    _unknown(shown, facts)
    if found is not None and not shown.is_person:
        show_expert(facts, shown.id)
    _details(shown, directory)


def _identity(shown: Sheet, directory: Directory) -> None:
    fields = shown.fields
    st.subheader(esc_md(fields["name"]), anchor=False)
    where = directory.communes[directory.row_of[shown.id]]
    of = directory.name(fields["part_of"]) if fields["part_of"] else ""
    facts = (kind_label(fields["kind"]), where, f"rattaché à {of}" if of else "")
    st.text(" · ".join(fact for fact in facts if fact))
    if status := status_label(fields):
        st.badge(esc_md(capital(status)), color="orange")
    themes = [directory.name(theme) for theme in fields["themes"] or []]
    if themes:
        st.text(f"Thèmes : {' · '.join(themes)}")


def _role(shown: Sheet, facts: Facts) -> Profile | None:
    """Its part in the network of the page; None where it has none, or no tie is noted."""
    if shown.id not in facts.network.row_of:
        st.text("Cet acteur ne fait pas partie de ce que vous regardez : élargissez vos choix.")
        return None
    if not facts.evidence.ties:
        return None
    return profile(facts, shown.id)


def _sentences(found: Profile, directory: Directory, standing: Callable[[], Job[Standing]]) -> None:
    """Its part in sentences; under each alert, how well it stands."""
    is_hinge = found.hinge.cuts_off >= SMALLEST_HINGE
    job = standing() if is_hinge or found.only_partner_of else None
    known = standing_known(job) if job else None
    notes = _notes(found, known) if known else ("", "")
    for place, sentence in enumerate(found.sentences):
        st.text(sentence)
        if notes[0] and not place:
            st.text(notes[0])
    lone = [directory.name(actor) for actor in found.only_partner_of]
    if lone:
        named = sentence_list(lone, limit=_NAMED)
        whom = quoted(named) if len(lone) == 1 else f"{count(len(lone), 'acteur')} : {named}"
        st.text(f"C’est le seul partenaire noté de {whom}.")
        if notes[1]:
            st.text(notes[1])
    asked = tuple(dict.fromkeys([*found.measures, *(["one_partner"] if lone else [])]))
    if job:
        show_below(job, known, said=any(notes), others=asked)
    else:
        method_links(asked)


def _notes(found: Profile, standing: Standing) -> tuple[str, str]:
    """How well stands what it holds alone, and its only link to those who have no other."""
    lone = found.only_partner_of
    return (
        hinge_standing(standing, found.id),
        link_standing(standing, found.id, lone[0]) if lone else "",
    )


def _named_in_full(
    found: Profile, facts: Facts, directory: Directory, on_open: Callable[[str], None]
) -> None:
    """The names that the sentences cut short by « et 11 autres », each one to open."""
    said = facts.claims["cuts_off"] is not Claim.WITHHELD
    groups = {
        "Reliés aux autres par lui seul": found.hinge.actors if said else (),
        "N’ont que lui pour partenaire noté": found.only_partner_of,
    }
    lines: list[Row | Heading] = []
    for title, actors in groups.items():
        if len(actors) > min(_NAMED, NAMED_AT_MOST) + 1:
            lines.append(Heading(f"{title} ({number(len(actors))})"))
            lines.extend(
                Row(one if one in directory.row_of else "", (directory.name(one),))
                for one in actors
            )
    if lines:
        with st.expander("Voir tous les noms", key="fiche-noms"):
            table = Listing(lines, (Column("Nom"),), "Acteurs qui dépendent de lui")
            listing(table, key="fiche-dependants", on_open=on_open)


def _partners(shown: Sheet, directory: Directory, on_open: Callable[[str], None]) -> None:
    if not shown.partners:
        return
    st.markdown(bold(capital(count(len(shown.partners), "partenaire"))))
    lines = tuple(_by_level(shown, directory))
    table = Listing(lines, _PARTNERS, "Partenaires, du plus engagé au moins engagé")
    listing(table, key="fiche-partenaires", on_open=on_open)


def _by_level(shown: Sheet, directory: Directory) -> Iterator[Row | Heading]:
    for level, ties in groupby(shown.partners, key=lambda tie: tie.level or 0):
        yield Heading(LEVELS[level])
        for tie in ties:
            checked = shown.checked.get(tie.id, "")
            yield Row(
                tie.other,
                (
                    directory.name(tie.other),
                    date_words(tie.since) if tie.since else "",
                    "oui" if tie.confirmed else "",
                    date_words(checked[:7]) if checked else "",
                ),
            )


def _other_ties(shown: Sheet, directory: Directory, on_open: Callable[[str], None]) -> None:
    lines: list[Row | Heading] = []
    for family in _OTHER_FAMILIES:
        ties = shown.ties.get(family, ())
        if ties:
            lines.append(Heading(FAMILIES[family]))
            lines.extend(_other_line(tie, shown, directory) for tie in ties)
    if shown.only_past:
        lines.append(Heading("Auparavant"))
        lines.extend(_past_line(one, directory) for one in shown.only_past)
    if lines:
        st.markdown("**Ses autres liens**")
        table = Listing(lines, _OTHERS, "Comités, projets, mandats, adhésions, financements")
        listing(table, key="fiche-autres", on_open=on_open)


def _other_line(tie: Tie, shown: Sheet, directory: Directory) -> Row:
    is_actor = tie.other in directory.row_of
    since = "" if tie.family == Family.COPRESENCE else since_words(tie.since or "")
    before = shown.before(tie)
    earlier = f"auparavant {period(before.spans)}" if before else ""
    precision = ", ".join(part for part in (_what(tie, shown), since, earlier) if part)
    return Row(tie.other if is_actor else "", (directory.name(tie.other), precision))


def _past_line(one: Past, directory: Directory) -> Row:
    is_actor = one.other in directory.row_of
    precision = f"{_past_words(one)} {period(one.spans)}"
    return Row(one.other if is_actor else "", (directory.name(one.other), precision))


def _past_words(one: Past) -> str:
    if one.family == Family.PARTICIPATION:
        role = ParticipationRole(one.label or ParticipationRole.MEMBER)
        return "a participé" if role is ParticipationRole.MEMBER else ROLES[role]
    if one.family == Family.MANDATE:
        return one.label or "mandat"
    return "adhésion" if one.family == Family.MEMBERSHIP else "lien noté"


def _what(tie: Tie, shown: Sheet) -> str:
    """What the statements say of a tie: a role, a function, which way the money goes."""
    label = tie.label or ""
    if tie.family == Family.PARTICIPATION:
        return ROLES.get(ParticipationRole(label), label) if label else ""
    if tie.family == Family.FUNDING:
        direction = "reçoit de cet acteur" if tie.id in shown.given else "finance cet acteur"
        return ", ".join(part for part in (direction, label) if part)
    if tie.family == Family.COPRESENCE:
        return date_words(tie.since) if tie.since else ""
    return label


def _unknown(shown: Sheet, facts: Facts) -> None:
    unknown = unknown_sentences(shown, on=facts.network.on)
    if not unknown:
        return
    with st.container(border=True):
        st.markdown("**Ce que nous ne savons pas**")
        for text in unknown:
            st.text(f"– {text}")


def _details(shown: Sheet, directory: Directory) -> None:
    fields = shown.fields
    public = (
        {}
        if shown.is_person
        else {
            "Adresse": fields["address"],
            "Téléphone": fields["phone"],
            "Courriel": fields["email"],
        }
    )
    lines = {
        "Activité": fields["description"],
        "Agit aussi sur": sentence_list([directory.name(one) for one in fields["acts_in"] or []]),
        **public,
        "Site": fields["website"],
        "Fiche vérifiée": date_words(fields["checked_on"]) if fields["checked_on"] else "",
        "Source": fields["source"],
    }
    with st.expander("Coordonnées et source", key="fiche-details"):
        for title, text in lines.items():
            if text:
                st.text(f"{title} : {text}")
