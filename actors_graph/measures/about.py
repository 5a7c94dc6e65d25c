"""What each measure is: the one source of the Méthode page, of docs/measures.md and of minima.

`question`, `name`, `reading`, `misleads` and `minimum` are read by users; the words of the field
(`term`, `formula`, `reference`) appear in Méthode only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class About:
    """One measure.

    Attributes:
        field: key in `measures --json`; anchor of the Méthode page.
        question: what the reader wants to know.
        name: name on a screen.
        term: name in the field of network analysis.
        formula: how it is computed.
        reading: how to read it.
        misleads: when it is wrong or unfair.
        minimum: below what it is not said, in French.
        reference: where it comes from.
        min_actors: fewer actors than that: withheld.
        checked: whether it is a question until 80 % of the actors are recently checked.
        min_partners: an actor with fewer partners has no such number on a screen.
    """

    field: str
    question: str
    name: str
    term: str
    formula: str
    reading: str
    misleads: str
    minimum: str
    reference: str
    min_actors: int = 1
    checked: bool = False
    min_partners: int = 0


MEASURES: Final = (
    About(
        field="completeness",
        question="Que savons-nous vraiment ?",
        name="Fiches vérifiées",
        term="completeness (A0)",
        formula="acteurs dont la fiche a été vérifiée depuis deux ans / acteurs du périmètre",
        reading="Sous 80 %, ce qui dépend de liens non notés se dit comme une question.",
        misleads="Une fiche vérifiée peut ne pas dire tous ses partenaires.",
        minimum="1 acteur",
        reference="Smith & Moody (2013), Social Networks 35:652",
    ),
    About(
        field="isolates",
        question="Qui n’a pas de partenaire connu ?",
        name="Acteurs sans partenaire connu",
        term="isolates",
        formula="acteurs sans aucun lien dans le périmètre, aux dates et familles choisies",
        reading=(
            "Un acteur documenté sans lien est sans partenaire connu : un appel suffit pour le "
            "savoir. Un acteur non documenté n’est pas un constat, c’est une question à lui poser."
        ),
        misleads=(
            "Quand 20 % des liens manquent, de 6 à 37 % des acteurs qui paraissent seuls ne le "
            "sont pas ; plus encore quand aucun ne l’est vraiment."
        ),
        minimum="1 acteur, 1 lien noté",
        reference="Laumann, Marsden & Prensky (1983) pour le périmètre",
        checked=True,
    ),
    About(
        field="components",
        question="Le réseau est-il d’un seul tenant ?",
        name="Groupes sans lien entre eux",
        term="connected components",
        formula=(
            "ensembles d’acteurs que des liens relient de proche en proche ; un acteur seul en "
            "est un"
        ),
        reading="Entre deux groupes, aucun lien n’est noté, même par intermédiaire.",
        misleads="Un seul lien faible réunit deux mondes : regarder aussi les liens de niveau 2.",
        minimum="5 acteurs",
        reference="Hopcroft & Tarjan (1973), Communications of the ACM 16:372",
        min_actors=5,
    ),
    About(
        field="largest_component",
        question="Combien d’acteurs sont reliés de proche en proche ?",
        name="Le plus grand groupe",
        term="largest component",
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
        term="connectedness, 1 − F (fragmentation)",
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
        term="articulation points (cut vertices)",
        formula="acteurs sans lesquels un groupe relié se partagerait",
        reading="Qui garderait le contact si cet acteur s’arrêtait ? Un second lien suffit.",
        misleads=(
            "Partenariat très maillé : il n’y en a aucun, d’autres mesures parlent. Fichier "
            "incomplet : un lien oublié suffit à en désigner un à tort (quand 20 % des liens "
            "manquent, de 18 à 73 % sont de trop selon le réseau)."
        ),
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Hopcroft & Tarjan (1973)",
        min_actors=8,
        checked=True,
    ),
    About(
        field="cuts_off",
        question="Combien d’acteurs ne seraient plus reliés aux autres sans lui ?",
        name="Acteurs qui perdraient le contact",
        term="actors cut off by an articulation point",
        formula="taille de son groupe − 1 − la plus grande part qui reste sans lui",
        reading="Sans lui, ces acteurs ne seraient plus reliés aux autres.",
        misleads="Comme les acteurs qui font le lien ; un seul acteur = « un seul partenaire ».",
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Borgatti (2006)",
        min_actors=8,
        checked=True,
    ),
    About(
        field="only_links",
        question="Quels liens n’ont aucun détour ?",
        name="Seuls liens",
        term="bridges (edges)",
        formula="liens dont la disparition partagerait un groupe relié",
        reading="Si ce lien se défait, les deux côtés ne se joignent plus.",
        misleads="Fichier incomplet : un détour peut exister sans être noté.",
        minimum="8 acteurs ; à confirmer sous 80 % de fiches vérifiées",
        reference="Tarjan (1974), Information Processing Letters 2:160",
        min_actors=8,
        checked=True,
    ),
    About(
        field="mean_partners",
        question="Combien de partenaires a un acteur ?",
        name="Partenaires par acteur",
        term="mean degree",
        formula="somme des partenaires notés / nombre d’acteurs",
        reading="La médiane dit mieux : la moitié des acteurs en ont au plus tant.",
        misleads=(
            "Périmètres différents ; une institution notée comme partenaire de tous. Compter "
            "aussi sans elle."
        ),
        minimum="5 acteurs",
        reference="Schoen et al. (2014), Social Science & Medicine 123:90",
        min_actors=5,
    ),
    About(
        field="density",
        question="Les membres du comité travaillent-ils entre eux ?",
        name="Paires de membres reliées",
        term="density",
        formula="2m / (n(n − 1)) ; acteurs × comités ou projets : m / (acteurs × autres)",
        reading="38 % : sur cent paires de membres, trente-huit ont un lien noté.",
        misleads="Baisse quand le groupe grandit : ne jamais comparer deux groupes de taille "
        "différente.",
        minimum="un comité de 5 à 50 membres, collaborations seulement",
        reference="Snijders & Borgatti (1999), Connections 22(2)",
        min_actors=5,
    ),
    About(
        field="degree_centralisation",
        question="Tout passe-t-il par un acteur ?",
        name="Concentration des liens",
        term="degree centralisation",
        formula="Σ (k max − k) / ((n − 1)(n − 2))",
        reading="100 % : tous ne sont reliés qu’à un seul. À lire avec et sans l’institution.",
        misleads="Les financements dessinent une étoile par construction ; ce n’est pas un défaut.",
        minimum="8 acteurs",
        reference="Freeman (1979), Social Networks 1:215",
        min_actors=8,
    ),
    About(
        field="pairs_bridged",
        question="Qui met en relation des familles différentes ?",
        name="Paires mises en relation",
        term="open pairs bridged (Gould-Fernandez, unordered)",
        formula=(
            "paires de ses partenaires, de groupes différents, sans lien noté entre eux "
            "(groupes : type, échelon, thème, territoire ; ou toutes les paires)"
        ),
        reading="Tant de paires se connaissent par lui.",
        misleads="Croît avec le carré du nombre de partenaires : ne pas en faire un classement.",
        minimum="8 acteurs, 3 partenaires",
        reference="Gould & Fernandez (1989), Sociological Methodology 19:89",
        min_actors=8,
        min_partners=3,
    ),
    About(
        field="pairs_only_way",
        question="Pour qui est-il le seul passage ?",
        name="Dont seul passage",
        term="exclusive pairs",
        formula="parmi ces paires, celles qui n’ont aucun autre partenaire commun",
        reading="Pour tant de paires, il est le seul partenaire commun.",
        misleads="Un partenaire commun peut ne pas être noté. Ne voit que les chemins de deux pas.",
        minimum="8 acteurs, 3 partenaires ; à confirmer sous 80 % de fiches vérifiées",
        reference="Hamilton, Hileman & Bodin (2020), Social Networks 61:1",
        min_actors=8,
        checked=True,
        min_partners=3,
    ),
    About(
        field="roles",
        question="Quel rôle joue-t-il entre ses partenaires ?",
        name="Mise en relation entre familles",
        term="brokerage roles (Gould-Fernandez), undirected",
        formula=(
            "paires de partenaires sans lien entre eux : coordinateur (tous du même groupe), "
            "intermédiaire (deux d’un même autre groupe), porte d’entrée (un de son groupe, un "
            "d’un autre), agent de liaison (trois groupes)"
        ),
        reading="Compte des paires, sans ordre.",
        misleads="Un acteur de groupe inconnu ne compte dans aucun rôle.",
        minimum="8 acteurs, 3 partenaires",
        reference="Gould & Fernandez (1989)",
        min_actors=8,
        min_partners=3,
    ),
    About(
        field="diversity",
        question="Ses partenaires sont-ils de types différents ?",
        name="Diversité des partenaires",
        term="Blau index = participation coefficient",
        formula="1 − Σ (k s / k)², k s = partenaires du type s",
        reading="Lire d’abord le compte par type : « 5 associations, 2 services, 1 élu ».",
        misleads="Avec peu de partenaires, ne peut dépasser 1 − 1/k.",
        minimum="4 partenaires",
        reference="Blau (1977) ; Guimerà & Amaral (2005), Nature 433:895",
        min_partners=4,
    ),
    About(
        field="constraint",
        question="Ses partenaires se connaissent-ils tous ?",
        name="Marge de manœuvre relationnelle",
        term="constraint (whole network)",
        formula="Σ j (p ij + Σ q p iq p qj)², p = part de chaque partenaire",
        reading="Plus c’est bas, plus ses partenaires sont indépendants les uns des autres.",
        misleads="Ce n’est pas un pourcentage : trois acteurs tous liés donnent 1,125.",
        minimum="8 acteurs",
        reference="Burt (1992), Structural Holes",
        min_actors=8,
    ),
    About(
        field="effective_size",
        question="Combien de partenaires qui ne font pas double emploi ?",
        name="Partenaires indépendants",
        term="effective size",
        formula="k − 2t / k, t = liens entre ses partenaires",
        reading="À comparer au nombre de ses partenaires.",
        misleads="Mêmes limites que le nombre de partenaires.",
        minimum="8 acteurs",
        reference="Burt (1992) ; Borgatti (1997), Connections 20(1):35",
        min_actors=8,
    ),
    About(
        field="core",
        question="Fait-il partie du noyau ?",
        name="Noyau",
        term="core number (k-core)",
        formula="plus grand k tel qu’il soit dans un groupe où chacun a k partenaires du groupe",
        reading="Un niveau, pas une note.",
        misleads="Une réunion plénière notée comme des liens fait un faux noyau.",
        minimum="8 acteurs",
        reference="Batagelj & Zaveršnik (2003)",
        min_actors=8,
    ),
    About(
        field="betweenness",
        question="Par qui passent les chemins les plus courts ?",
        name="Acteurs de passage",
        term="betweenness, raw, unordered pairs",
        formula="Σ part des plus courts chemins entre deux autres acteurs qui passent par lui",
        reading="Par tranches (« premiers 10 % »), jamais par rang.",
        misleads="Très sensible aux liens non notés. Calculée jusqu’à 1 000 acteurs.",
        minimum="8 acteurs, 1 000 au plus",
        reference="Freeman (1977) ; Brandes (2001), Journal of Mathematical Sociology 25:163",
        min_actors=8,
    ),
)

BY_FIELD: Final = {about.field: about for about in MEASURES}
