"""Who has no known partner, or a single one (METHOD A1)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="isolates",
        question="Qui n’a pas de partenaire connu ?",
        name="Acteurs sans partenaire connu",
        term="sommets isolés",
        english="isolates",
        formula=(
            "acteurs sans aucun lien dans le périmètre, aux dates et familles choisies ; qui a des "
            "partenaires au-dehors n’est pas dit «\u00a0sans partenaire\u00a0»"
        ),
        reading=(
            "Un acteur documenté sans lien est sans partenaire connu : un appel suffit pour le "
            "savoir. Un acteur non documenté n’est pas un constat, c’est une question à lui poser."
        ),
        misleads=(
            "Des liens manquent toujours : dans des réseaux réels dont on efface 20 % des liens, "
            "de 47 à 79 % des acteurs qui paraissent seuls ont en fait un partenaire."
        ),
        minimum="1 acteur, 1 lien noté",
        reference="Laumann, Marsden & Prensky (1983) pour le périmètre",
        also="isolé, seul, orphelin",
        checked=True,
    ),
    About(
        field="one_partner",
        question="Qui n’a qu’un seul partenaire connu ?",
        name="Un seul partenaire connu",
        term="sommets pendants, de degré 1",
        english="pendants, degree-one nodes",
        formula="acteurs d’un seul lien, dans le périmètre ou au-dehors",
        reading="Si ce partenaire s’arrête, plus personne ne le joint : un second suffit.",
        misleads=(
            "Comme « sans partenaire connu » : le second partenaire peut ne pas être noté. Un élu "
            "n’a souvent que sa commune."
        ),
        minimum="1 acteur, 1 lien noté",
        reference="Laumann, Marsden & Prensky (1983) pour le périmètre",
        also="seul, dépend",
        checked=True,
    ),
)
