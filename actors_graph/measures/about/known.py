"""What is known at all: how well the records are checked (METHOD A0)."""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about.entry import About

MEASURES: Final = (
    About(
        field="completeness",
        question="Que savons-nous vraiment ?",
        name="Fiches vérifiées",
        term="complétude (A0)",
        english="completeness",
        formula="acteurs dont la fiche a été vérifiée depuis deux ans / acteurs du périmètre",
        reading="Sous 80 %, ce qui dépend de liens non notés se dit comme une question.",
        misleads="Une fiche vérifiée peut ne pas dire tous ses partenaires.",
        minimum="1 acteur",
        reference="Smith & Moody (2013), Social Networks 35:652",
    ),
)
