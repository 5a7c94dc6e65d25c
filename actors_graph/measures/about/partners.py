"""How many partners, and around whom (METHOD A4, A5, A8)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="mean_partners",
        question="Combien de partenaires a un acteur ?",
        name="Partenaires par acteur",
        term="degré moyen et médian",
        english="mean and median degree",
        formula=(
            "2m / n et médiane de k ; la phrase compte les acteurs documentés, avec et sans "
            "l’institution"
        ),
        reading="La médiane dit mieux : la moitié des acteurs en ont au plus tant.",
        misleads=(
            "Périmètres différents ; une institution notée comme partenaire de tous. Compter "
            "aussi sans elle."
        ),
        minimum="5 acteurs",
        reference="Schoen et al. (2014), Social Science & Medicine 123:90",
        also="degré, nombre de liens",
        min_actors=5,
    ),
    About(
        field="density",
        question="Les membres du comité travaillent-ils entre eux ?",
        name="Paires de membres reliées",
        term="densité",
        english="density",
        formula=(
            "2m / (n(n − 1)) ; acteurs × comités ou projets : m / (acteurs × autres). Erreur type "
            "par rééchantillonnage des membres, 2 000 tirages, graine 1988"
        ),
        reading="38 % : sur cent paires de membres, trente-huit ont un lien noté.",
        misleads="Baisse quand le groupe grandit : ne jamais comparer deux groupes de taille "
        "différente.",
        minimum="un comité de 5 à 50 membres, collaborations seulement",
        reference="Snijders & Borgatti (1999), Connections 22(2)",
        also="maillage, dense",
        min_actors=5,
    ),
    About(
        field="degree_centralisation",
        question="Tout passe-t-il par un acteur ?",
        name="Concentration des liens",
        term="centralisation de degré",
        english="degree centralisation",
        formula=(
            "Σ (k max − k) / ((n − 1)(n − 2)), sur les acteurs documentés ; à côté de la bande où "
            "tombent 95 % de 2 000 graphes au hasard de mêmes n et m (graine 1988)"
        ),
        reading="100 % : tous ne sont reliés qu’à un seul. À lire avec et sans l’institution.",
        misleads="Les financements dessinent une étoile par construction ; ce n’est pas un défaut.",
        minimum="8 acteurs",
        reference=(
            "Freeman (1979), Social Networks 1:215 ; Anderson, Butts & Carley (1999), Social "
            "Networks 21:239"
        ),
        also="étoile, pilote, centralité, dépendance",
        min_actors=8,
    ),
)
