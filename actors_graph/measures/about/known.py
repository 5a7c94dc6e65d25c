"""What is known at all: how well the records are checked (METHOD A0)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="completeness",
        question="Les fiches sont-elles à jour ?",
        name="Fiches vérifiées",
        term="complétude",
        english="completeness",
        formula="acteurs dont la fiche a été vérifiée depuis deux ans / acteurs du périmètre",
        reading=(
            "Sous 80 %, ce qui dépend de liens non notés se dit comme une question, à confirmer. "
            "À lire avec les sources des fiches et le nombre d’acteurs non documentés."
        ),
        misleads="Une fiche vérifiée peut ne pas dire tous ses partenaires.",
        minimum="1 acteur",
        reference="Smith & Moody (2013), Social Networks 35:652, sur ce que changent les manques",
        also="vérifié, à jour, fiable, manque, données",
    ),
    About(
        field="confirmed",
        question="Les liens sont-ils dits par les deux acteurs ?",
        name="Liens confirmés",
        term="liens confirmés par les deux déclarants",
        english="reciprocated nominations",
        formula=(
            "paires dont deux déclarants différents, ou un acte (convention…), disent le lien / "
            "paires reliées par au moins une déclaration de collaboration"
        ),
        reading=(
            "Un lien dit par un seul n’est pas faux : il reste à demander à l’autre. Deux réponses "
            "différentes sont un sujet de conversation, pas une moyenne à faire."
        ),
        misleads=(
            "Un annuaire où personne d’autre n’a été interrogé n’a que des liens dits par un seul."
        ),
        minimum="1 collaboration notée",
        reference="Frey et al. (2006), American Journal of Evaluation 27:383",
        also="réciproque, déclaré par un seul",
        min_ties=1,
    ),
)
