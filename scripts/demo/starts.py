"""Since when each pair works together: what stories 6 and 10 need, the rest drawn by year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from demo import stories
from demo.roster import actors, arrondissement_of
from demo.rows import AS_OF, Chance, first_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demo.web import Web

_YEARS: Final = (2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026)
_WEIGHTS: Final = (16.0, 12.0, 17.0, 17.0, 15.0, 11.0, 7.0, 4.0)
_QUIET: Final = (
    (stories.WORKSHOP_PARTICIPANTS + stories.WORKSHOP_COMPARABLE, stories.WORKSHOP_WINDOW),
    (stories.SEMINAR_PARTICIPANTS, stories.SEMINAR_WINDOW),
    (stories.WELL_CONNECTED_PARTICIPANTS, stories.WELL_CONNECTED_WINDOW),
)
Pair = tuple[str, str]


class Calendar:
    """Draws the start of pairs; `starts` holds them by pair, ends sorted."""

    def __init__(self, web: Web) -> None:
        self._chance = Chance("calendar")
        self._by_id = {actor.id: actor for actor in actors()}
        self.starts: dict[Pair, str] = {}
        blank: list[Pair] = []
        for a, b, tie in sorted(web.edges(data=True), key=lambda edge: tuple(sorted(edge[:2]))):
            pair = (min(a, b), max(a, b))
            if "since" in tie:
                self.starts[pair] = tie["since"]
            else:
                blank.append(pair)
        self._date_story_of_time([pair for pair in blank if self._in_time_bassin(pair)])
        for pair in blank:
            if pair not in self.starts:
                self.starts[pair] = self._any_start(pair)

    def _in_time_bassin(self, pair: Pair) -> bool:
        return all(arrondissement_of(self._by_id[end]) == stories.TIME_BASSIN for end in pair)

    def _crosses(self, pair: Pair) -> bool:
        one, other = (self._by_id[end].kind for end in pair)
        return one != other

    def _date_story_of_time(self, blank: Sequence[Pair]) -> None:
        """Give the bassin of story 10 its new ties of 2025, quiet for those of the seminar."""
        seminar = set(stories.SEMINAR_PARTICIPANTS)
        shuffled = self._chance.some(blank, len(blank))
        theirs = [p for p in shuffled if set(p) & seminar and self._crosses(p)]
        others = [p for p in shuffled if not set(p) & seminar]
        for pair in (*theirs[:2], *others[:2]):
            self.starts[pair] = self._month(date(2025, 2, 1), date(2025, 10, 31))
        late = [pair for pair in shuffled if pair not in self.starts]
        for pair in late[: stories.NEW - 4]:
            self.starts[pair] = self._month(date(2025, 12, 1), date(2025, 12, 20))
        rest = late[stories.NEW - 4 :]
        missing = stories.KEPT - sum(map(self._in_time_bassin, self.starts)) + stories.NEW
        for pair in rest[:missing]:
            self.starts[pair] = self._any_start(pair, last=date(2024, 10, 31))
        for pair in rest[missing:]:
            self.starts[pair] = self._month(date(2026, 2, 1), date(2026, 7, 31))

    def _month(self, first: date, last: date) -> str:
        return self._chance.day(first, last).isoformat()[:7]

    def _any_start(self, pair: Pair, *, last: date = AS_OF) -> str:
        while True:
            year = self._chance.weighted(_YEARS, _WEIGHTS)
            day = self._chance.day(date(year, 1, 1), date(year, 12, 31)).isoformat()
            share = self._chance.share()
            text = day[:4] if share < 0.15 else day[:7] if share < 0.65 else day
            if first_day(text) < last and not self._is_quiet(pair, text):
                return text

    def _is_quiet(self, pair: Pair, text: str) -> bool:
        """Whether a story needs that the pair began at another time."""
        started = first_day(text).isoformat()
        return any(
            first < started <= last and set(pair) & set(actors_)
            for actors_, (first, last) in _QUIET
        )
