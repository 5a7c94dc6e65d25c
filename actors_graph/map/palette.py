"""Shapes, colours and names of the kinds of actors; colours of groups.

A kind is always told by its shape and its colour together (RGAA 3.1). The colours were searched
by computer for the largest least distance (CIEDE2000) over ordinary sight and the three
colour blindnesses (Machado and others, 2009), with a contrast of 3:1 or more on the ground:
at least 9.7 on the light ground and 10.4 on the dark one; tests measure them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from actors_graph.model.kinds import ActorKind

LIGHT_GROUND = "#fcfbf9"
DARK_GROUND = "#161a24"


class Shape(StrEnum):
    """Outlines the component knows how to draw."""

    DISC = "disc"
    DIAMOND = "diamond"
    SQUARE = "square"
    HEXAGON = "hexagon"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "triangle_down"
    CROSS = "cross"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How a kind is named (singular, plural) and drawn (shape, colour on each ground)."""

    one: str
    many: str
    shape: Shape
    light: str
    dark: str


STYLES: dict[ActorKind, KindStyle] = {
    ActorKind.ASSOCIATION: KindStyle(
        "association", "associations", Shape.DISC, "#2F6DD0", "#9CC2FF"
    ),
    ActorKind.ELU: KindStyle("élu", "élus", Shape.DIAMOND, "#B23A1E", "#E8623A"),
    ActorKind.PUBLIC_SERVICE: KindStyle(
        "service public", "services publics", Shape.SQUARE, "#1B9E83", "#6FEBD0"
    ),
    ActorKind.LOCAL_AUTHORITY: KindStyle(
        "collectivité", "collectivités", Shape.HEXAGON, "#4B1F6F", "#B065E8"
    ),
    ActorKind.RESIDENTS_GROUP: KindStyle(
        "groupe d’habitants", "groupes d’habitants", Shape.TRIANGLE, "#B58700", "#FFD75E"
    ),
    ActorKind.ESTABLISHMENT: KindStyle(
        "établissement", "établissements", Shape.TRIANGLE_DOWN, "#7A0F3F", "#E879B9"
    ),
    ActorKind.SOCIAL_ENTERPRISE: KindStyle(
        "entreprise de l’ESS", "entreprises de l’ESS", Shape.CROSS, "#0B4F4A", "#3C8F6B"
    ),
    ActorKind.OTHER: KindStyle("autre acteur", "autres acteurs", Shape.RING, "#70757F", "#7A8290"),
}

# Pale grounds of the groups: they only part neighbours, no meaning rests on them.
GROUP_COLOURS = (
    "#3f6fb5", "#b5653f", "#3f9b8a", "#8a5aa8", "#a88a3f", "#5f7d8c", "#b04f6f", "#6f8f3f",
    "#4f5fa8", "#a0703f",
)  # fmt: skip
GROUP_COLOURS_DARK = (
    "#7fa8e8", "#e59a76", "#74cfbe", "#c297dd", "#d8bd78", "#9bb8c6", "#e58aa8", "#a9c878",
    "#95a3e6", "#d6a878",
)  # fmt: skip
