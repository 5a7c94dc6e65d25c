"""How well an alert stands, in French sentences: what was tried, what came of it.

Said beside the alert, never instead of it: the alert keeps its own sentence and its doubt.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from actors_graph.measures.evidence import Claim
from actors_graph.measures.standing import HOLDS_FROM, LEAST_LINKS, Holds
from actors_graph.words import capital, number, share

if TYPE_CHECKING:
    from actors_graph.measures.standing import Standing

# From there « au plus » says nothing.
_NEARLY_ALL: Final = 0.99


def hinge_standing(standing: Standing, actor: str) -> str:
    """How well stands what an actor alone holds; empty where it holds nothing, or too few."""
    one = standing.hinges.get(actor)
    if one is None or one.share is None or standing.claims["cuts_off"] is Claim.WITHHELD:
        return ""
    tries = f"{number(standing.dropping.draws)} essais où {_dropped(standing)} sont effacés"
    if one.holds is Holds.YES:
        how_many = f"chacun des {tries}" if one.share == 1 else f"{share(one.share)} de {tries}"
        return f"Cela {one.holds.words} : c’est encore le cas dans {how_many}."
    lost = share(1 - one.share)
    return f"{capital(one.holds.words)} : ce n’est plus le cas dans {lost} de {tries}."


def link_standing(standing: Standing, first: str, second: str) -> str:
    """How well stands the only link between two actors; empty where theirs is none."""
    links = standing.only_links
    one = links.get((first, second)) or links.get((second, first))
    if one is None or standing.claims["only_links"] is Claim.WITHHELD:
        return ""
    holds = one.holds is Holds.YES
    said = f"Cela {one.holds.words}" if holds else capital(one.holds.words)
    if one.share is None or (not holds and one.share >= HOLDS_FROM):
        return f"{said} : moins de {LEAST_LINKS} liens de cette sorte, trop peu pour en dire plus."
    when = f"quand {_dropped(standing)} sont effacés"
    if one.share == 1:
        return f"{said} : {when}, tous les liens qui paraissent seuls le sont vraiment."
    return f"{said} : {when}, {share(1 - one.share)} des liens qui paraissent seuls ne le sont pas."


def alone_standing(standing: Standing) -> str:
    """How many of those that look without known partner have one, at least; empty where none."""
    most = standing.alone
    if most is None or most >= _NEARLY_ALL or standing.claims["isolates"] is Claim.WITHHELD:
        return ""
    return (
        f"Si {_dropped(standing)} manquaient dans votre fichier, au moins "
        f"{share(min(1 - most, 0.99))} de ceux qui paraissent sans partenaire en auraient un."
    )


def standing_summary(standing: Standing) -> tuple[str, ...]:
    """All of a network in a few lines: hinges, only links, actors without known partner."""
    alerts = (
        ("cuts_off", "Acteurs qui font seuls le lien", standing.hinges),
        ("only_links", "Seuls liens", standing.only_links),
    )
    said = []
    for field, title, found in alerts:
        if found and standing.claims[field] is not Claim.WITHHELD:
            counted = Counter(one.holds for one in found.values())
            parts = " ; ".join(f"{holds.words} : {number(counted[holds])}" for holds in Holds)
            said.append(f"{title} : {number(len(found))} ({parts}).")
    return tuple(filter(None, (*said, alone_standing(standing))))


def _dropped(standing: Standing) -> str:
    return f"{share(standing.dropping.share)} des liens"
