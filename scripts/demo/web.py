"""Who works with whom at the date of the demonstration: the hand-written ties and the filler.

The filler imitates how partnerships grow: a newcomer to a circle meets somebody it shares a theme
or a commune with, then one of that partner's partners. So each circle is held by several paths,
and the only cut points are those that the stories want and the ones whose newcomers know nobody
else (`leaf`).
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

import networkx as nx

from demo import stories
from demo.roster import LEAF, actors
from demo.rows import Chance
from demo.story_ties import ENDED_TIES, HAND_TIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demo.roster import Actor

Web: TypeAlias = "nx.Graph[str]"

# Ties inside a circle, per actor of it.
_DENSITY: Final = {"arr:031": 1.3, "arr:032": 1.5, "arr:033": 1.6}
_BETWEEN: Final = (
    ("mo-quart", "mo-sol", 4),
    ("mo-quart", "mo-cult", 1),
    ("mo-quart", "mo-yz", 3),
    ("mo-quart", "mo-num", 2),
    ("mo-quart", "mo-boc", 3),
    ("mo-yz", "mo-num", 2),
    ("mo-yz", "mo-sol", 1),
    ("mo-cult", "mo-yz", 1),
    ("mo-cult", "mo-boc", 1),
    ("mo-boc", "mo-sol", 2),
    ("mo-num", "mo-sol", 1),
    ("vi-soc", "vi-jeun", 6),
    ("vi-soc", "vi-gan", 4),
    ("vi-jeun", "vi-gan", 3),
    ("vi-gan", "besbre", 3),
    ("vi-soc", "besbre", 1),
    ("ml-ville", "ml-cult", 3),
    ("ml-ville", "cm", 2),
    ("ml-ville", "ml-rural", 2),
    ("cm", "ml-rural", 1),
)
# Circles whose ties are all hand-written.
_WRITTEN: Final = ("dep", "mo-regie", "ml-petit", "vi-petit")
# Actors whose ties are all hand-written.
_WHOLE: Final = (stories.ONLY_WAY, stories.TWO_WAYS, stories.LARGE_ASSOCIATION, stories.HINGE)
_PLANNED_CUTS: Final = (stories.HINGE, stories.ONLY_WAY)
_CROWDED: Final = 13
# Ties of the bassin of TIME_BASSIN at the date: those kept, those of 2025, those of 2026.
TIME_TIES: Final = stories.KEPT + stories.NEW + 8


class Weaver:
    """Grows the web, circle by circle."""

    def __init__(self) -> None:
        self.by_id = {actor.id: actor for actor in actors()}
        self.web: Web = nx.Graph()
        self._chance = Chance("web")
        self._past = {frozenset((a, b)) for a, b, _, _ in ENDED_TIES}
        for a, b, since, level in HAND_TIES:
            self.web.add_edge(a, b, since=since, level=level)

    def may_meet(self, a: str, b: str) -> bool:
        """Whether the stories let the filler tie `a` and `b`."""
        if a == b or self.web.has_edge(a, b) or frozenset((a, b)) in self._past:
            return False
        for actor in (self.by_id[a], self.by_id[b]):
            written = actor.circle in _WRITTEN or actor.id in _WHOLE
            if written or not actor.connected:
                return False
        return not {a, b} <= set(stories.MOBILITY)

    def affinity(self, a: str, b: str) -> float:
        """How likely `a` is to meet `b`: shared themes, same commune, known partners of `b`."""
        one, other = self.by_id[a], self.by_id[b]
        degree = self.web.degree(b) if b in self.web else 0
        weight: float = (1.0 + degree) ** 0.8
        if set(one.themes) & set(other.themes):
            weight *= 2.2
        if one.commune == other.commune:
            weight *= 1.6
        if other.kind in ("elu", "groupe_habitants"):
            weight *= 0.35
        if degree > _CROWDED:
            weight *= 0.15
        return weight

    def meet(self, a: str, candidates: Sequence[str]) -> str | None:
        """Tie `a` to one of `candidates`, drawn by affinity; None if it may meet none of them."""
        open_ones = [b for b in candidates if self.may_meet(a, b)]
        if not open_ones:
            return None
        found = self._chance.weighted(open_ones, [self.affinity(a, b) for b in open_ones])
        self.web.add_edge(a, found)
        return found

    def grow_circle(self, members: list[Actor]) -> None:
        """Bring the members in one by one, then tie more of them until the circle is dense."""
        core = [actor.id for actor in members if actor.fate != LEAF]
        placed: list[str] = core[:2]
        self.meet(core[0], core[1:2])
        for newcomer in core[2:]:
            self._welcome(newcomer, placed)
            placed.append(newcomer)
        wanted = _DENSITY[members[0].bassin] * len(core)
        for _ in range(400):
            if self._inside(core) >= wanted:
                break
            self._close_triangle(core)
        for leaf in members:
            if leaf.fate == LEAF:
                self.meet(leaf.id, core[:4])

    def _welcome(self, newcomer: str, placed: Sequence[str]) -> None:
        if self._degree(newcomer) > 1:
            self.meet(newcomer, placed)
            return
        first = self.meet(newcomer, placed)
        if first is not None and self._degree(newcomer) < 2:
            friends = [b for b in self.web[first] if b in placed]
            if self._chance.share() > 0.75 or not self.meet(newcomer, friends):
                self.meet(newcomer, placed)

    def _close_triangle(self, core: Sequence[str]) -> None:
        start = self._chance.weighted(core, [4.0 / (2 + self._degree(a)) for a in core])
        friends = {c for b in self.web[start] for c in self.web[b]}
        near = [c for c in core if c in friends]
        self.meet(start, near if self._chance.share() < 0.7 and near else core)

    def _inside(self, members: Sequence[str]) -> int:
        return self.web.subgraph(members).number_of_edges()

    def _degree(self, actor: str) -> int:
        return self.web.degree(actor) if actor in self.web else 0

    def join_circles(self, circles: dict[str, list[Actor]]) -> None:
        """Tie circles of one bassin together, mostly by those who have partners already."""
        for one, other, count in _BETWEEN:
            left, right = ([a.id for a in circles[c] if a.fate != LEAF] for c in (one, other))
            for _ in range(count):
                start = self._chance.weighted(left, [float(self._degree(a)) for a in left])
                self.meet(start, right)

    def mend(self) -> None:
        """Give a second way to those whom an unplanned cut point would separate from the rest."""
        for _ in range(60):
            loose = next(self._loose_parts(), None)
            if loose is None:
                return
            for actor in loose:
                circle = self.by_id[actor].circle
                others = [a.id for a in actors() if a.circle == circle and a.fate != LEAF]
                if self.meet(actor, [b for b in others if b not in loose]) is not None:
                    break
            else:
                return

    def _loose_parts(self) -> Iterator[list[str]]:
        main = max(nx.connected_components(self.web), key=len)  # there is one giant
        body = self.web.subgraph(sorted(main))
        for cut in sorted(nx.articulation_points(body)):
            if cut in _PLANNED_CUTS:
                continue
            rest = body.subgraph(n for n in sorted(body) if n != cut)
            parts = sorted(nx.connected_components(rest), key=lambda part: (len(part), min(part)))
            for part in parts[:-1]:
                if not all(self.by_id[a].fate == LEAF for a in part):
                    yield sorted(part)

    def settle_time(self) -> None:
        """Bring the bassin of story 10 to the number of ties that it needs."""
        here = [a.id for a in actors() if a.bassin == stories.TIME_BASSIN and a.connected]
        core = [a for a in here if self.by_id[a].fate != LEAF]
        for _ in range(400):
            if self._inside(here) >= TIME_TIES:
                break
            self._close_triangle(core)


def circles_of(everybody: Sequence[Actor]) -> dict[str, list[Actor]]:
    """Connected actors by circle, in the order of the roster."""
    found: dict[str, list[Actor]] = {}
    for actor in everybody:
        if actor.connected:
            found.setdefault(actor.circle, []).append(actor)
    return found


def weave() -> Web:
    """Return the pairs of partners at the date; hand-written ones carry `since` and `level`."""
    weaver = Weaver()
    circles = circles_of(actors())
    for circle, members in circles.items():
        if circle not in _WRITTEN:
            weaver.grow_circle(members)
    weaver.join_circles(circles)
    weaver.mend()
    weaver.settle_time()
    return weaver.web


def pairs_inside(web: Web, members: set[str]) -> list[tuple[str, str]]:
    """Tied pairs of `members`, sorted."""
    return [pair for pair in combinations(sorted(members), 2) if web.has_edge(*pair)]
