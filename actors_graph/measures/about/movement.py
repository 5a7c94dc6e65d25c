"""What changed between two dates (METHOD A12)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="movement",
        question="Qu’est-ce qui a changé depuis ?",
        name="Mouvement",
        term="renouvellement des liens, indice de Jaccard",
        english="tie turnover, Jaccard index",
        formula=(
            "parmi les acteurs présents aux deux dates : liens maintenus, nouveaux, disparus ; "
            "J = maintenus / (maintenus + nouveaux + disparus). Verdict sur leur nombre : "
            "rééchantillonnage des acteurs, apparié, 2 000 tirages, graine 1988, 5 %"
        ),
        reading="41 liens maintenus, 9 nouveaux, 3 disparus ; arrivées et départs à part.",
        misleads=(
            "Mieux noter les liens ressemble à une hausse : comparer le même périmètre et les "
            "mêmes sources. Un lien sans date de début ne compte pas."
        ),
        minimum="deux dates et 20 liens datés",
        reference="Snijders & Borgatti (1999), Connections 22(2):161",
        also="évolution, avant, après, nouveaux liens",
        caveat="Mieux noter les liens ressemble à une hausse.",
        min_actors=5,
        min_ties=20,
        checked=True,
    ),
)
