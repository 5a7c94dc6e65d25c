"""What is missing on the territory: themes by territory (METHOD A11)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="coverage",
        question="Quels thèmes manquent dans quels territoires ?",
        name="Thèmes par territoire",
        term="tableau de contingence, résidus ajustés",
        english="contingency table, adjusted residuals",
        formula=(
            "attendus = acteurs du thème × acteurs du territoire / N ; N = acteurs qui ont un "
            "thème et un territoire, comptés une fois chacun même s’ils en ont plusieurs ; résidu "
            "ajusté = (notés − attendus) / √(attendus (1 − thème / N)(1 − territoire / N)), dit "
            "sous −2"
        ),
        reading=(
            "« Personne dans votre annuaire » est une question : personne n’agit, ou nous ne les "
            "connaissons pas ? Un acteur compte là où il est installé et là où il agit, pour "
            "chacun de ses thèmes."
        ),
        misleads=(
            "Sur vingt cases où trois acteurs seraient attendus, une peut être vide par hasard : "
            "plus les territoires sont petits et nombreux, plus il faut s’en méfier. Un annuaire "
            "inégal (une ville mieux connue) fait paraître vides les autres."
        ),
        minimum="3 acteurs attendus pour « personne », 5 pour « moins qu’ailleurs »",
        reference="Haberman (1973), Biometrics 29:205 ; Agresti, Categorical Data Analysis",
        also="trou, manque, zone blanche, absent, carence",
        caveat="Personne n’agit, ou nous ne les connaissons pas ?",
    ),
)
