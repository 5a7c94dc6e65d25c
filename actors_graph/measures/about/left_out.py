"""Measures of the field that the program does not compute, and why, in a reader's words.

References:
    Smith & Moody (2013), Social Networks 35:652; Smith, Moody & Morgan (2017), Social Networks
    48:78, for what unrecorded ties do to each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A measure left out.

    Attributes:
        term: its names in the field, in French.
        english: the same in English.
        why: why it is not computed.
    """

    term: str
    english: str
    why: str


LEFT_OUT: Final = (
    LeftOut(
        term="proximité, proximité harmonique",
        english="closeness, harmonic centrality",
        why=(
            "Elles comptent les pas d’un acteur à tous les autres : sans réponse dès que deux "
            "groupes n’ont pas de lien noté, ce qui est le cas ordinaire. Et elles ne disent que "
            "« au milieu »."
        ),
    ),
    LeftOut(
        term="centralité de vecteur propre, PageRank, Katz, Bonacich",
        english="eigenvector centrality, PageRank, Katz, Bonacich power",
        why=(
            "« Important parce que relié à des importants » ne s’explique pas à un élu, met "
            "toujours l’institution en tête, et c’est ce qui se trompe le plus quand un acteur "
            "très relié manque au fichier."
        ),
    ),
    LeftOut(
        term="centralisation d’intermédiarité",
        english="betweenness centralisation",
        why=(
            "Elle change beaucoup dès que quelques liens manquent. « Concentration des liens », "
            "avec et sans l’institution, répond à la même question."
        ),
    ),
    LeftOut(
        term="score unique d’influence",
        english="composite influence score",
        why=(
            "Avoir le plus de partenaires, être sur le plus de chemins et être le plus proche de "
            "tous désignent souvent trois acteurs différents : un seul nombre le cacherait, et il "
            "deviendrait un classement."
        ),
    ),
    LeftOut(
        term="modularité, communautés de Louvain",
        english="modularity, Louvain communities",
        why=(
            "Des groupes trouvés par un calcul, qui changent d’un essai à l’autre, feraient "
            "concurrence aux vrais : bassin, comité, type d’acteur. La carte s’en sert pour "
            "placer les acteurs ; aucune phrase n’en dépend."
        ),
    ),
    LeftOut(
        term="modèle centre/périphérie",
        english="core/periphery fit",
        why=(
            "Sur de petits réseaux, un tel dessin ne ressemble pas assez à ce qui est noté pour "
            "être montré."
        ),
    ),
    LeftOut(
        term="équivalence structurale, blocs, cliques, recensement des triades",
        english="structural equivalence, blockmodels, cliques, triad census",
        why="Ce sont des outils de recherche : aucun geste n’en découle pour un territoire.",
    ),
    LeftOut(
        term="coefficient de regroupement, petit monde, distance moyenne, diamètre",
        english="clustering coefficient, small world, mean distance, diameter",
        why=(
            "Une seule réunion notée comme des liens entre tous ses participants les gonfle, et "
            "leur valeur ne répond à aucune question posée ici."
        ),
    ),
    LeftOut(
        term="assortativité de degré, lois de puissance",
        english="degree assortativity, power laws",
        why="Aucune décision n’en dépend.",
    ),
    LeftOut(
        term="scores z de Gould-Fernandez",
        english="Gould-Fernandez z-scores",
        why=(
            "La comparaison au hasard des logiciels courants suppose des liens à sens unique : "
            "sur des partenariats, l’écart est grossi de 39 %."
        ),
    ),
    LeftOut(
        term="modèles ERGM, SAOM, régression QAP",
        english="ERGM, SAOM, QAP regression",
        why="Ils demandent un statisticien et des données complètes.",
    ),
    LeftOut(
        term="squelettes statistiques (SDSM, FDSM, disparité)",
        english="backbones (SDSM, FDSM, disparity filter)",
        why=(
            "À la taille d’un comité ils ne retiennent presque rien : sur 18 personnes et 14 "
            "réunions, 0 à 5 liens. Comités et projets restent ici des points à part entière."
        ),
    ),
    LeftOut(
        term="confiance et valeur accordées aux partenaires (PARTNER)",
        english="trust and value scores (PARTNER)",
        why=(
            "Ce sont des opinions : il faut les demander à chacun. Une administration qui noterait "
            "la confiance que méritent ses partenaires les mettrait en cause."
        ),
    ),
    LeftOut(
        term="réciprocité",
        english="reciprocity",
        why=(
            "Un partenariat n’a pas de sens. Ce qui compte est gardé : un lien dit par un seul des "
            "deux n’est pas encore confirmé."
        ),
    ),
)
