"""The expert set: positions in the network, never a ranking."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="constraint",
        question="Ses partenaires se connaissent-ils tous ?",
        name="Marge de manœuvre relationnelle",
        term="contrainte, sur le réseau entier",
        english="constraint, whole network",
        formula="Σ j (p ij + Σ q p iq p qj)², p = part de chaque partenaire",
        reading="Plus c’est bas, plus ses partenaires sont indépendants les uns des autres.",
        misleads="Ce n’est pas un pourcentage : trois acteurs tous liés donnent 1,125.",
        minimum="8 acteurs, 3 partenaires",
        reference="Burt (1992), Structural Holes",
        also="trous structuraux, redondance",
        min_actors=8,
        min_partners=3,
    ),
    About(
        field="effective_size",
        question="Combien de partenaires qui ne font pas double emploi ?",
        name="Partenaires indépendants",
        term="taille efficace",
        english="effective size",
        formula="k − 2t / k, t = liens entre ses partenaires",
        reading="À comparer au nombre de ses partenaires.",
        misleads="Mêmes limites que le nombre de partenaires.",
        minimum="8 acteurs, 3 partenaires",
        reference="Burt (1992) ; Borgatti (1997), Connections 20(1):35",
        also="trous structuraux, redondance",
        min_actors=8,
        min_partners=3,
    ),
    About(
        field="core",
        question="Fait-il partie du noyau ?",
        name="Noyau",
        term="indice de cœur, k-cœur",
        english="core number, k-core",
        formula="plus grand k tel qu’il soit dans un groupe où chacun a k partenaires du groupe",
        reading="Un niveau, pas une note.",
        misleads="Une réunion plénière notée comme des liens fait un faux noyau.",
        minimum="8 acteurs",
        reference="Batagelj & Zaveršnik (2003)",
        also="centre, périphérie",
        min_actors=8,
    ),
    About(
        field="betweenness",
        question="Par qui passent les chemins les plus courts ?",
        name="Acteurs de passage",
        term="intermédiarité, brute, paires sans ordre",
        english="betweenness, raw, unordered pairs",
        formula="Σ part des plus courts chemins entre deux autres acteurs qui passent par lui",
        reading="Par tranches (« premiers 10 % »), jamais par rang.",
        misleads="Très sensible aux liens non notés. Calculée jusqu’à 1 000 acteurs.",
        minimum="8 acteurs, 1 000 au plus",
        reference="Freeman (1977) ; Brandes (2001), Journal of Mathematical Sociology 25:163",
        also="centralité, passage, intermédiaire",
        min_actors=8,
    ),
    About(
        field="fragmentation",
        question="Qui, en s’arrêtant, séparerait le plus les autres ?",
        name="Paires qui se joignent encore sans lui",
        term="fragmentation après retrait d’un acteur",
        english="fragmentation after removing a node",
        formula="F sans l’acteur, à côté de F avec lui ; F = 1 − Σ s(s − 1) / (n(n − 1))",
        reading="« 46 % des paires peuvent se joindre ; sans lui, 40 % des paires qui restent. »",
        misleads=(
            "Un lien non noté suffit à changer la réponse. Un acteur à la fois : deux qui se "
            "remplacent n’y apparaissent pas."
        ),
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Borgatti (2006), Computational & Mathematical Organization Theory 12:21",
        also="résilience, départ",
        min_actors=8,
        checked=True,
    ),
    About(
        field="assortativity",
        question="Les liens se font-ils entre semblables ?",
        name="Liens entre acteurs de même type",
        term="assortativité par type",
        english="assortativity coefficient r",
        formula="r = (Σ e ii − Σ a i²) / (1 − Σ a i²), e ij = part des liens du type i au type j",
        reading="1 : seulement entre semblables ; 0 : sans préférence ; sous 0 : plutôt ailleurs.",
        misleads=(
            "Comme « Liens entre familles différentes », qui dit en plus si l’écart peut être dû "
            "au hasard : la regarder d’abord."
        ),
        minimum="12 acteurs, 20 liens notés",
        reference="Newman (2003), Physical Review E 67:026126",
        also="homophilie, silo",
        min_actors=12,
        min_ties=20,
    ),
)
