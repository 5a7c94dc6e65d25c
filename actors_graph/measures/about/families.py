"""Between families: ties that cross, who puts them in touch, diversity (METHOD A6, A7, A9, A10)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="crossing",
        question="Travaille-t-on avec d’autres familles que la sienne ?",
        name="Liens entre familles différentes",
        term="indice E-I, homophilie",
        english="E-I index, homophily",
        formula=(
            "E / m, à côté de E* / (E* + I*) ; E = liens entre groupes, E* et I* = paires "
            "possibles entre groupes et dedans ; E-I = 2E / m − 1. Verdict : 2 000 permutations "
            "des étiquettes, graine 1988, p = (1 + b) / (N + 1) des deux côtés, 5 % ; plusieurs "
            "groupes : Holm"
        ),
        reading=(
            "63 % des liens relient deux échelons, pour 69 % si chacun choisissait sans "
            "préférence : c’est moins. À regarder à chaque niveau de collaboration."
        ),
        misleads=(
            "La part seule ne dit rien quand les familles sont inégales. Seuls comptent les "
            "acteurs documentés dont la famille est connue."
        ),
        minimum="12 acteurs documentés, 20 liens, deux familles et 3 acteurs dans chacune",
        reference="Krackhardt & Stern (1988), Social Psychology Quarterly 51:123 ; Holm (1979)",
        also="silo, cloisonnement, entre-soi, décloisonner, homophilie",
        caveat="Un fichier qui note mieux une famille qu’une autre fausse la comparaison.",
        min_actors=12,
        min_ties=20,
        checked=True,
    ),
    About(
        field="mixing",
        question="Quelles familles se rencontrent ?",
        name="Familles qui se rencontrent",
        term="matrice de mélange, densité par blocs",
        english="mixing matrix, block density",
        formula=(
            "liens notés / liens attendus si toutes les paires possibles étaient aussi souvent "
            "liées ; verdict par permutations, Holm"
        ),
        reading="1 : autant que la moyenne du réseau ; 0,5 : deux fois moins.",
        misleads="Une case où l’on attend moins de 5 liens ne dit rien, pleine ou vide.",
        minimum="20 acteurs documentés, 5 liens attendus par case",
        reference="Newman (2003), Physical Review E 67:026126",
        also="silo, cloisonnement, tableau croisé",
        min_actors=20,
        checked=True,
    ),
    About(
        field="pairs_bridged",
        question="Qui met en relation des familles différentes ?",
        name="Paires mises en relation",
        term="paires ouvertes mises en relation",
        english="open pairs bridged",
        formula=(
            "paires de ses partenaires, de groupes différents, sans lien noté entre eux "
            "(groupes : type, échelon, thème, territoire ; ou toutes les paires)"
        ),
        reading=(
            "« Fait le lien entre 104 paires » : ces partenaires, de familles différentes, n’ont "
            "pas de lien noté entre eux et peuvent se joindre par lui."
        ),
        misleads="Croît avec le carré du nombre de partenaires : ne pas en faire un classement.",
        minimum="8 acteurs, 3 partenaires",
        reference="Gould & Fernandez (1989), Sociological Methodology 19:89",
        also="silo, cloisonnement, pont, courtier",
        min_actors=8,
        min_partners=3,
    ),
    About(
        field="pairs_only_way",
        question="Pour qui est-il le seul passage ?",
        name="Dont seul passage",
        term="paires exclusives",
        english="exclusive pairs",
        formula="parmi ces paires, celles qui n’ont aucun autre partenaire commun",
        reading=(
            "« Pour 6 d’entre elles, pas d’autre passage » : nous ne leur connaissons pas d’autre "
            "partenaire commun. Un second suffirait."
        ),
        misleads="Un partenaire commun peut ne pas être noté. Ne voit que les chemins de deux pas.",
        minimum="8 acteurs, 3 partenaires ; à confirmer sous 80 % de fiches vérifiées",
        reference="Hamilton, Hileman & Bodin (2020), Social Networks 61:1",
        also="dépend, passeur",
        min_actors=8,
        checked=True,
        min_partners=3,
    ),
    About(
        field="roles",
        question="Quel rôle joue-t-il entre ses partenaires ?",
        name="Mise en relation entre familles",
        term="rôles de courtage de Gould et Fernandez, sans ordre",
        english="brokerage roles, undirected",
        formula=(
            "paires de partenaires sans lien entre eux : coordinateur (tous du même groupe), "
            "intermédiaire (deux d’un même autre groupe), porte d’entrée (un de son groupe, un "
            "d’un autre), agent de liaison (trois groupes)"
        ),
        reading=(
            "« 12 de son type et d’un autre » : il ouvre sa famille à une autre ; « 5 de deux "
            "autres types » : il relie deux familles dont il n’est pas."
        ),
        misleads="Un acteur de groupe inconnu ne compte dans aucun rôle.",
        minimum="8 acteurs, 3 partenaires",
        reference="Gould & Fernandez (1989)",
        also="courtier, passeur, relais",
        min_actors=8,
        min_partners=3,
    ),
    About(
        field="diversity",
        question="Ses partenaires sont-ils de types différents ?",
        name="Diversité des partenaires",
        term="indice de Blau = coefficient de participation",
        english="Blau index = participation coefficient",
        formula=(
            "1 − Σ (k s / k)², k s = partenaires du type s ; rapporté à son plus grand possible "
            "(IQV) : × K / (K − 1), K = 8 types de la liste"
        ),
        reading=(
            "Lire le compte par type : « 5 associations, 2 services, 1 élu ». L’indice ne sert "
            "qu’à trier."
        ),
        misleads="Avec peu de partenaires, ne peut dépasser 1 − 1/k.",
        minimum="4 partenaires",
        reference="Blau (1977) ; Guimerà & Amaral (2005), Nature 433:895",
        also="variété, mixité",
        min_partners=4,
    ),
)
