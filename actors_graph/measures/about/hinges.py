"""What holds together: groups, who alone links them, ties without detour (METHOD A2, A3)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="components",
        question="Le réseau est-il d’un seul tenant ?",
        name="Groupes sans lien entre eux",
        term="composantes connexes",
        english="connected components",
        formula=(
            "ensembles d’acteurs que des liens relient de proche en proche ; un acteur seul en "
            "est un"
        ),
        reading="Entre deux groupes, aucun lien n’est noté, même par intermédiaire.",
        misleads="Un seul lien faible réunit deux mondes : regarder aussi les liens de niveau 2.",
        minimum="5 acteurs",
        reference="Hopcroft & Tarjan (1973), Communications of the ACM 16:372",
        also="îlots, morceaux",
        min_actors=5,
    ),
    About(
        field="largest_component",
        question="Combien d’acteurs sont reliés de proche en proche ?",
        name="Le plus grand groupe",
        term="plus grande composante connexe",
        english="largest component",
        formula="nombre d’acteurs du plus grand groupe relié",
        reading="À rapporter au nombre d’acteurs du périmètre.",
        misleads="Dépend du périmètre : tous les acteurs, ou les seuls documentés.",
        minimum="5 acteurs",
        reference="Hopcroft & Tarjan (1973)",
        min_actors=5,
    ),
    About(
        field="connectedness",
        question="Deux acteurs pris au hasard peuvent-ils se joindre ?",
        name="Paires d’acteurs qui peuvent se joindre",
        term="connexité, 1 − F",
        english="connectedness, 1 − F",
        formula="1 − F, F = 1 − Σ s(s − 1) / (n(n − 1)), s = taille de chaque groupe relié",
        reading="100 % : tous se joignent, au besoin par intermédiaires.",
        misleads="Ne dit rien du nombre d’intermédiaires.",
        minimum="5 acteurs",
        reference="Borgatti (2006), Computational & Mathematical Organization Theory 12:21",
        min_actors=5,
    ),
    About(
        field="articulation_points",
        question="Qui fait seul le lien entre deux groupes ?",
        name="Acteurs qui font le lien",
        term="points d’articulation",
        english="articulation points, cut vertices",
        formula="acteurs sans lesquels un groupe relié se partagerait",
        reading="Qui garderait le contact si cet acteur s’arrêtait ? Un second lien suffit.",
        misleads=(
            "Partenariat très maillé : il n’y en a aucun, d’autres mesures parlent. Fichier "
            "incomplet : un lien oublié suffit à en désigner un à tort (quand 20 % des liens "
            "manquent, de 9 à 52 % de ceux qui tiennent deux acteurs ou plus sont de trop selon "
            "le réseau)."
        ),
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Hopcroft & Tarjan (1973)",
        also="charnière, pont, acteur clé, fragile",
        min_actors=8,
        checked=True,
    ),
    About(
        field="cuts_off",
        question="Combien d’acteurs ne seraient plus reliés aux autres sans lui ?",
        name="Acteurs qui perdraient le contact",
        term="acteurs coupés par un point d’articulation",
        english="actors cut off by an articulation point",
        formula="taille de son groupe − 1 − la plus grande part qui reste sans lui",
        reading="Sans lui, ces acteurs ne seraient plus reliés aux autres.",
        misleads="Comme les acteurs qui font le lien ; un seul acteur = « un seul partenaire ».",
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Borgatti (2006)",
        also="charnière, dépend",
        min_actors=8,
        checked=True,
    ),
    About(
        field="only_links",
        question="Quels liens n’ont aucun détour ?",
        name="Seuls liens",
        term="isthmes",
        english="bridges, of edges",
        formula="liens dont la disparition partagerait un groupe relié",
        reading="Si ce lien se défait, les deux côtés ne se joignent plus.",
        misleads=(
            "Fichier incomplet : un détour peut exister sans être noté (quand 20 % des liens "
            "manquent, de 10 à 86 % des seuls liens n’en sont pas selon le réseau)."
        ),
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Tarjan (1974), Information Processing Letters 2:160",
        also="pont, isthme, fil",
        min_actors=8,
        checked=True,
    ),
    About(
        field="standing",
        question="Cette alerte tient-elle si des liens manquent ?",
        name="Tient même si des liens manquent, ou à vérifier d’abord",
        term="stabilité au retrait de liens au hasard",
        english="robustness to random tie deletion",
        formula=(
            "200 essais où 20 % des liens, pris au hasard, sont effacés. Acteur qui fait le lien : "
            "part des essais où il relie encore seul deux acteurs ou plus. Seul lien, acteur sans "
            "partenaire : parmi ceux qui paraissent tels dans les essais, part de ceux qui le sont "
            "dans le fichier"
        ),
        reading=(
            "« Tient » à partir de 95 % : sur des réseaux connus en entier, c’est alors vrai neuf "
            "fois sur dix ou plus. « À vérifier d’abord » : un appel avant d’en parler."
        ),
        misleads=(
            "Les liens sont effacés au hasard. Dans un vrai fichier, ce sont plutôt ceux des "
            "petites structures qui manquent : une alerte peut être plus souvent fausse."
        ),
        minimum="8 acteurs",
        reference="docs/alertes.md ; Smith & Moody (2013), Social Networks 35:652",
        also="fragile, solide, robuste, fiable",
        min_actors=8,
    ),
)
