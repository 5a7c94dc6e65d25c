"""The lines of collaborations.csv: what each pair, or one of the two, says of its work together."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from demo import stories
from demo.roster import actors
from demo.rows import AS_OF, Chance, first_day
from demo.starts import Calendar
from demo.story_ties import ENDED_TIES
from demo.web import circles_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from demo.roster import Actor
    from demo.rows import Row
    from demo.starts import Pair
    from demo.web import Web

_DRAWN_ENDINGS: Final = 25
_UNKNOWN: Final = 0
_LEVELS: Final = (_UNKNOWN, 1, 2, 3, 4)
_LEVEL_WEIGHTS: Final = (5.0, 24.0, 39.0, 23.0, 9.0)
_NATURES: Final[Mapping[int, tuple[tuple[str, float], ...]]] = {
    0: (("partenariat", 6), ("autre", 4)),
    1: (("information", 6), ("orientation", 4)),
    2: (("partenariat", 5), ("orientation", 3.5), ("information", 1.5)),
    3: (("partenariat", 6), ("mise_a_disposition", 2.5), ("convention", 1.5)),
    4: (("convention", 7), ("partenariat", 3)),
}
# An élu signs nothing in its own name.
_OF_ELUS: Final = (("information", 5.0), ("partenariat", 3.0), ("autre", 2.0))
_WORDINGS: Final[Mapping[int, tuple[str, ...]]] = {
    0: ("à préciser", "en lien, sans plus de détail"),
    1: ("on se croise aux réunions", "on s'informe par courriel", "on se connaît de nom"),
    2: ("on se coordonne", "on s'envoie du public", "réunions tous les deux mois"),
    3: ("on partage une salle", "actions communes chaque année", "un salarié partagé"),
    4: ("convention signée", "projet porté à deux", "comité de pilotage commun"),
}
_FREQUENCIES: Final[Mapping[int, tuple[int, ...]]] = {
    0: (1, 2),
    1: (1, 2),
    2: (2, 3),
    3: (3, 3, 4),
    4: (3, 4, 5),
}
_COMMENTS: Final = (
    "À relancer après le changement de présidence.",
    "Lien repris par la nouvelle coordinatrice.",
    "Les deux structures partagent un local.",
    "Rencontre prévue à l'automne.",
    "Convention à renouveler en fin d'année.",
    "Contact pris lors d'un atelier.",
)
_SOURCES: Final = (
    (2019, "repertoire-2019"),
    (2021, "repertoire-2021"),
    (2023, "fiches-2023"),
    (2025, "enquete-2025"),
    (2026, "fiches-2026"),
)


class Statements:
    """Writes the statements; `rows` are the lines, pair by pair."""

    def __init__(self, web: Web, shared_projects: Mapping[Pair, str]) -> None:
        self._chance = Chance("statements")
        self._web = web
        self._projects = shared_projects
        self._by_id = {actor.id: actor for actor in actors()}
        self.rows: list[Row] = []
        starts = Calendar(web).starts
        for pair, since in starts.items():
            self._say(pair, since=since, level=self._level(pair))
        for a, b, since, until in ENDED_TIES:
            self._say((min(a, b), max(a, b)), since=since, level=2, until=until)
        for pair in self._drawn_endings():
            self._say_ended(pair)
        self._say_again()
        self.rows.sort(key=lambda row: (row["debut"], row["acteur_a"], row["acteur_b"]))

    def _level(self, pair: Pair) -> int:
        written: int | None = self._web.edges[pair].get("level")
        drawn = self._chance.weighted(_LEVELS, _LEVEL_WEIGHTS) if written is None else written
        return min(drawn, 3) if any(self._by_id[end].kind == "elu" for end in pair) else drawn

    def _say(self, pair: Pair, *, since: str, level: int, until: str = "") -> None:
        chance = self._chance
        elected = any(self._by_id[end].kind == "elu" for end in pair)
        names, weights = zip(*(_OF_ELUS if elected else _NATURES[level]), strict=True)
        nature = chance.weighted(names, weights)
        teller = self._teller(pair)
        proof = self._proof(nature, level)
        row: Row = {
            "acteur_a": teller,
            "acteur_b": pair[1] if teller == pair[0] else pair[0],
            "nature": nature,
            "niveau": str(level) if level else "",
            "declare_par": "" if proof == "estimation" else teller,
            "preuve": proof,
            "theme": self._theme(pair),
            "debut": since,
            "fin": until,
            "source": self._source(since, until),
        }
        if chance.share() < 0.3 and not elected:
            row["niveau_dit"] = chance.one(_WORDINGS[level])
        if chance.share() < 0.45:
            row["frequence"] = str(chance.one(_FREQUENCIES[level]))
        if pair in self._projects and not until and chance.share() < 0.6:
            row["projet"] = self._projects[pair]
        if chance.share() < 0.06:
            row["commentaire"] = chance.one(_COMMENTS)
        if chance.share() < 0.55 and not until:
            row["verifie_le"] = self._checked(since)
        self.rows.append(row)

    def _teller(self, pair: Pair) -> str:
        """Who said it: an élu seldom fills in a form."""
        weights = [0.2 if self._by_id[end].kind == "elu" else 1.0 for end in pair]
        return self._chance.weighted(pair, weights)

    def _proof(self, nature: str, level: int) -> str:
        if nature == "convention":
            return "acte" if self._chance.share() < 0.85 else "declaration"
        return (
            "estimation" if self._chance.share() < (0.3 if level <= 1 else 0.08) else "declaration"
        )

    def _theme(self, pair: Pair) -> str:
        one, other = (self._by_id[end].themes for end in pair)
        shared = [theme for theme in one if theme in other]
        if shared:
            return shared[0]
        either = [*one, *other]
        return self._chance.one(either) if either and self._chance.share() < 0.5 else ""

    def _source(self, since: str, until: str) -> str:
        first, last = first_day(since).year, first_day(until or AS_OF.isoformat()).year
        known = [name for year, name in _SOURCES if first <= year <= max(last, first)]
        return self._chance.one(known or [_SOURCES[-1][1]])

    def _checked(self, since: str) -> str:
        earliest = max(date(2024, 9, 15), first_day(since))
        return self._chance.day(earliest, AS_OF - timedelta(days=3)).isoformat()

    def _drawn_endings(self) -> list[Pair]:
        """Pairs of one circle that worked together once and no longer do."""
        circles = circles_of(actors())
        names = [name for name in circles if name.startswith(("mo-", "vi-", "besbre"))]
        names = [name for name in names if name not in ("mo-regie", "vi-petit")]
        found: list[Pair] = []
        while len(found) < _DRAWN_ENDINGS:
            pair = self._two_of(circles[self._chance.one(names)])
            if pair and pair not in found and not self._web.has_edge(*pair):
                found.append(pair)
        return sorted(found)

    def _two_of(self, members: Sequence[Actor]) -> Pair | None:
        a, b = (actor.id for actor in self._chance.some(members, 2))
        whole = (stories.ONLY_WAY, stories.TWO_WAYS, stories.HINGE)
        return None if a in whole or b in whole else (min(a, b), max(a, b))

    def _say_ended(self, pair: Pair) -> None:
        since = self._chance.day(date(2019, 1, 10), date(2023, 12, 1))
        until = self._chance.day(since + timedelta(days=200), AS_OF - timedelta(days=40))
        self._say(pair, since=since.isoformat()[:7], level=2, until=until.isoformat()[:7])

    def _say_again(self) -> None:
        """Let the other partner say its own view, until the file has its size."""
        tellable = [row for row in self.rows if row["declare_par"] and not row["fin"]]
        missing = stories.COLLABORATIONS - len(self.rows)
        chosen = self._chance.some(tellable, missing)
        for row in chosen:
            level = int(row["niveau"] or 2)
            seen = max(1, min(4, level + self._chance.weighted((-1, 0, 1), (2.0, 6.0, 1.0))))
            wording = (
                "" if row["acteur_b"].startswith("elu:") else self._chance.one(_WORDINGS[seen])
            )
            again: Row = {
                "acteur_a": row["acteur_b"],
                "acteur_b": row["acteur_a"],
                "nature": row["nature"],
                "niveau": str(seen),
                "niveau_dit": wording,
                "declare_par": row["acteur_b"],
                "preuve": "declaration",
                "theme": row["theme"],
                "projet": row.get("projet", ""),
                "debut": row["debut"],
                "source": "enquete-2025" if row["debut"] < "2025-06" else "fiches-2026",
            }
            self.rows.append(again)
