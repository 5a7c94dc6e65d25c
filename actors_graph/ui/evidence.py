"""What a page rests on: one line under its title, and where its numbers come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import CHECKED_WITHIN_YEARS, COMPLETENESS_MINIMUM, Claim
from actors_graph.measures.knowledge import knowledge_findings
from actors_graph.measures.sentences import evidence_sentence
from actors_graph.ui.entries import Entry
from actors_graph.ui.navigation import page
from actors_graph.words import agreed, count, number, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.measures import Facts

# In the address of Méthode: the measure that it opens.
MEASURE: Final = "mesure"


def show_evidence(facts: Facts) -> None:
    """Draw the line, and beside it what explains it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(evidence_sentence(facts.evidence), width="content")
        with st.popover("D’où vient ce chiffre ?", type="tertiary"):
            explain(facts)


def explain(facts: Facts) -> None:
    """Say in a few sentences how the numbers were counted, and what they rest on."""
    evidence = facts.evidence
    documented = evidence.documented
    st.text(
        f"Un lien noté réunit deux acteurs : {count(evidence.ties, 'lien noté')} reposent sur "
        f"{count(evidence.statements, 'déclaration')} de votre fichier. Deux déclarations sur les "
        "mêmes acteurs font un seul lien."
    )
    st.text(documented_sentence(documented, n=evidence.n))
    if evidence.ties_leaving:
        leaving = count(evidence.ties_leaving, "lien noté")
        st.text(f"Hors de ce périmètre : {leaving} avec un acteur d’ailleurs, non comptés ici.")
    for finding in knowledge_findings(facts):
        if finding.claim is not Claim.WITHHELD:
            st.text(finding.sentence)
    if (evidence.completeness or 0) < COMPLETENESS_MINIMUM:
        st.text(
            f"Moins de {share(COMPLETENESS_MINIMUM)} des fiches ont été vérifiées depuis "
            f"{CHECKED_WITHIN_YEARS} ans : ce qui dépend de liens absents se dit comme une "
            "question, à confirmer."
        )
    method_link("completeness", label="Lire la méthode")


def documented_sentence(documented: int, *, n: int) -> str:
    """What « documenté » means, in numbers: a tie of any sort, or the question was asked."""
    if not documented:
        return (
            "Aucun acteur n’est encore documenté : votre fichier ne dit d’aucun avec qui il agit."
        )
    known = f"{agreed('est', n=documented, noun='acteur')} "
    known += agreed("documenté", n=documented, noun="acteur")
    said = (
        f"{count(documented, 'acteur')} sur {number(n)} {known} : un lien au moins est noté "
        "(partenaire, comité, financement…), ou la question a été posée."
    )
    if documented == n:
        return said
    return f"{said} Des autres, votre fichier ne dit rien : c’est une question à leur poser."


def method_link(field: str, *, label: str = "D’où vient ce chiffre ?") -> None:
    """Draw the link that opens Méthode at one measure, beside its number."""
    st.page_link(page(Entry.METHOD), label=label, query_params={MEASURE: field})


def method_links(fields: Sequence[str]) -> None:
    """Draw the same for several numbers: one link by measure, by its name."""
    if len(fields) == 1:
        method_link(fields[0])
    elif fields:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption("D’où viennent ces chiffres ?", width="content")
            for field in fields:
                method_link(field, label=BY_FIELD[field].name)
