"""What each question of `queries/questions/` must answer, without Cypher.

The measures say it where a measure computes it; the rest is counted in plain Python over the
tables. A `Case` is one way of asking: its values, the columns compared, the rows expected.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from actors_graph.measures import Facts, alone, hinges, paths
from actors_graph.measures.groups import By
from actors_graph.measures.links import only_links
from actors_graph.measures.passages import passages
from actors_graph.measures.report import actor_measures
from actors_graph.model import FAMILIES, TABLES
from actors_graph.model.canonical import rows_of
from actors_graph.network import network, parse_scope
from actors_graph.network.statements import last_day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from actors_graph.network.network import Reader

Row: TypeAlias = "tuple[Any, ...]"


@dataclass(frozen=True)
class Case:
    """One way of asking a question, and the rows expected in these columns, in any order."""

    values: dict[str, str]
    columns: str
    rows: Counter[Row]

    @classmethod
    def of(cls, columns: str, rows: Iterable[Row], **values: str) -> Case:
        return cls(values, columns, Counter(rows))


@dataclass(frozen=True)
class Asked:
    """A territory about which the questions are asked, with the families of its ties."""

    reader: Reader
    families: str
    on: str

    @cached_property
    def facts(self) -> Facts:
        return Facts(network(self.reader, parse_scope({"families": self.families, "on": self.on})))

    def rows(self, table: str) -> list[dict[str, Any]]:
        return list(rows_of(TABLES[table], self.reader.tables([table])[table]))

    @cached_property
    def names(self) -> dict[str, str]:
        return {row["id"]: row["name"] for row in self.rows("actors")}

    @cached_property
    def kinds(self) -> dict[str, str]:
        return {row["id"]: row["kind"] for row in self.rows("actors")}

    @cached_property
    def partners(self) -> dict[str, set[str]]:
        ids = self.facts.network.ids
        graph = self.facts.network.graph
        return {ids[row]: {ids[other] for other in graph.adj[row]} for row in graph}

    @cached_property
    def some(self) -> list[str]:
        """The actors asked about one by one: the hinges, and those of most partners."""
        order = sorted(self.partners, key=lambda one: (-len(self.partners[one]), one))
        return list(dict.fromkeys([*(hinge.id for hinge in hinges(self.facts)[:4]), *order[:4]]))

    @property
    def ties(self) -> str:
        return ",".join(FAMILIES[family].label for family in self.families.split(","))


def holds(row: dict[str, Any], on: str) -> bool:
    """Whether a dated row is valid that day: its start and its end may be partial dates."""
    moment = last_day_text(on)
    return (row["starts_on"] or "") <= moment <= f"{row['ends_on'] or '9'}~"


def partners(t: Asked) -> Iterator[Case]:
    net = t.facts.network
    for actor in t.some:
        here = net.row_of[actor]
        found = [
            (
                net.ids[pair["first"] + pair["second"] - here],
                FAMILIES[pair["family"]].label,
                *(pair[name] for name in ("level", "since", "statements")),
            )
            for pair in net.ties.to_pylist()
            if here in (pair["first"], pair["second"])
        ]
        yield Case.of("id tie level since statements", found, actor=actor)


def partner_counts(t: Asked) -> Iterator[Case]:
    yield Case.of("id partners", [(one, len(found)) for one, found in t.partners.items()])


def without_known_partner(t: Asked) -> Iterator[Case]:
    yield Case.of("id", [(one,) for one in alone(t.facts).documented])


def never_documented(t: Asked) -> Iterator[Case]:
    net = t.facts.network
    found = zip(net.ids, net.documented.tolist(), strict=True)
    yield Case.of("id", [(one,) for one, documented in found if not documented])


def one_partner(t: Asked) -> Iterator[Case]:
    found = [(one, *t.partners[one]) for one in alone(t.facts).one_partner]
    yield Case.of("id partner", found)


def only_partner(t: Asked) -> Iterator[Case]:
    for actor in t.some:
        found = [(other,) for other in t.partners[actor] if len(t.partners[other]) == 1]
        yield Case.of("id", found, actor=actor)


def _with_common(t: Asked) -> Counter[tuple[str, str]]:
    common = Counter(
        pair for found in t.partners.values() for pair in combinations(sorted(found), 2)
    )
    return Counter({pair: n for pair, n in common.items() if pair[1] not in t.partners[pair[0]]})


def common_partners(t: Asked) -> Iterator[Case]:
    found = [(*pair, n) for pair, n in _with_common(t).items() if n >= 2]
    yield Case.of("first second common", found, at_least="2")


def services_apart(t: Asked) -> Iterator[Case]:
    whole = {row["id"]: row["part_of"] for row in t.rows("actors") if row["part_of"]}
    found = []
    for first, second in _with_common(t):
        institution = whole.get(first)
        common = {
            other
            for other in t.partners[first] & t.partners[second]
            if whole.get(other) != institution and other != institution
        }
        if institution and whole.get(second) == institution and common:
            found.append((first, second, len(common)))
    yield Case.of("first second common", found, at_least="1")


def reached_from(t: Asked) -> Iterator[Case]:
    for actor in t.some[:3]:
        steps, ring = {actor: 0}, {actor}
        while ring:
            ring = {other for one in ring for other in t.partners[one]} - steps.keys()
            steps |= dict.fromkeys(ring, max(steps.values()) + 1)
        label = t.facts.components[t.facts.network.row_of[actor]]
        assert len(steps) == t.facts.group_sizes[label]
        found = [(one, n) for one, n in steps.items() if n]
        yield Case.of("id steps", found, actor=actor)


def ways_between(t: Asked) -> Iterator[Case]:
    for first, second in combinations(t.some[:4], 2):
        ways = paths(t.facts, first, second, limit=10_000)
        found = [(len(way) - 1, list(way)) for way in ways]
        yield Case.of(
            "steps ids", [(n, tuple(way)) for n, way in found], **{"from": first, "to": second}
        )


def groups(t: Asked) -> Iterator[Case]:
    ids, labels = t.facts.network.ids, t.facts.components.tolist()
    first = {label: ids[labels.index(label)] for label in set(labels)}
    sizes = enumerate(t.facts.group_sizes.tolist())
    yield Case.of("first actors", [(first[label], n) for label, n in sizes], at_least="1")


def hinge_rows(t: Asked) -> Iterator[Case]:
    for smallest in (1, 2):
        found = [(one.id, one.cuts_off) for one in hinges(t.facts, smallest=smallest)]
        yield Case.of("id cuts_off", found, at_least=str(smallest))


def links(t: Asked) -> Iterator[Case]:
    found = [(link.first, link.second, link.cuts_off) for link in only_links(t.facts)]
    yield Case.of("first second cuts_off", found)


def pairs_bridged(t: Asked) -> Iterator[Case]:
    for by in (By.KIND, By.NONE):
        found = passages(t.facts, by=by)
        counts = zip(found.bridged.tolist(), found.only_way.tolist(), strict=True)
        rows = zip(t.facts.network.ids, counts, strict=True)
        yield Case.of(
            "id pairs_bridged pairs_only_way",
            [(one, *pair) for one, pair in rows if pair[0]],
            by=str(by),
        )


def only_way(t: Asked) -> Iterator[Case]:
    for actor in t.some:
        found = passages(t.facts, by=By.KIND).pairs_through(t.facts.network.row_of[actor])
        yield Case.of("first second", found, actor=actor)


def partners_by_kind(t: Asked) -> Iterator[Case]:
    found = []
    for row in actor_measures(t.facts):
        one = str(row["id"])
        counts = Counter(t.kinds[other] for other in t.partners[one])
        if len(t.partners[one]) >= 3:
            words = sorted(f"{kind} : {n}" for kind, n in counts.items())
            diversity = row["diversity"]
            assert isinstance(diversity, float)
            found.append((one, tuple(words), round(diversity, 9)))
    yield Case.of("id kinds diversity", found, at_least="3")


def ties_between_kinds(t: Asked) -> Iterator[Case]:
    for level in ("1", "3"):
        scope = parse_scope({"families": t.families, "on": t.on, "min_level": level})
        net = network(t.reader, scope)
        kind = net.actors["kind"].to_pylist()
        ties = Counter(tuple(sorted((kind[a], kind[b]))) for a, b in net.edges.tolist())
        size = Counter(kind)
        found = [
            (a, b, ties[a, b], size[a] * (size[a] - 1) // 2 if a == b else size[a] * size[b])
            for a in size
            for b in size
            if a <= b
        ]
        yield Case.of("first_kind second_kind ties possible", found, min_level=level)


def ties_to_confirm(t: Asked) -> Iterator[Case]:
    ids = t.facts.network.ids
    found = [
        (ids[pair["first"]], ids[pair["second"]], pair["level"], pair["statements"])
        for pair in t.facts.network.ties.to_pylist()
        if pair["confirmed"] is False
    ]
    yield Case.of("first second level statements", found)


def mandates_ending(t: Asked) -> Iterator[Case]:
    found = {
        (elu, organ, end)
        for elu, offices in t.facts.network.mandates_ending.items()
        for organ, end in offices
        if end < "2028-04-02"
    }
    yield Case.of("elu organ_name ends_on", found, before="2028-04-02")


def not_checked_since(t: Asked) -> Iterator[Case]:
    checked = t.facts.network.actors.select(["id", "checked_on"]).to_pylist()
    found = [(row["id"],) for row in checked if (row["checked_on"] or "") < "2024-09-01"]
    yield Case.of("id", found, since="2024-09-01")


def _members(t: Asked, committee: str) -> set[str]:
    rows = t.rows("participations")
    return {row["actor"] for row in rows if row["target"] == committee and holds(row, t.on)}


def committee_composition(t: Asked) -> Iterator[Case]:
    for committee in [row["id"] for row in t.rows("committees")] or ["aucun"]:
        counts = Counter(t.kinds[member] for member in _members(t, committee))
        yield Case.of("kind members", counts.items(), committee=committee)


def committee_untied(t: Asked) -> Iterator[Case]:
    for committee in [row["id"] for row in t.rows("committees")] or ["aucun"]:
        members = sorted(_members(t, committee) & t.partners.keys())
        pairs = combinations(members, 2)
        found = [(a, b) for a, b in pairs if b not in t.partners[a]]
        yield Case.of("first second", found, committee=committee)


def funding_by_year(t: Asked) -> Iterator[Case]:
    amounts: Counter[Row] = Counter()
    for row in t.rows("fundings"):
        year = row["year"] or int(row["decided_on"][:4])
        amounts[year, row["funder"], row["beneficiary"]] += row["amount"]
    found = [(*key, amount) for key, amount in amounts.items()]
    yield Case.of("year funder beneficiary amount", found)


def attendance(t: Asked) -> Iterator[Case]:
    seen: Counter[Row] = Counter()
    for row in t.rows("attendances"):
        state = row["state"] if row["actor"] else "inhabitants"
        seen[row["meeting"], state] += 1 if row["actor"] else row["people"]
    states = ("present", "excuse", "absent", "inhabitants")
    found = [
        (row["id"], *(seen[row["id"], state] for state in states)) for row in t.rows("meetings")
    ]
    yield Case.of("id present excused absent inhabitants", found)


def followups_overdue(t: Asked) -> Iterator[Case]:
    titles = {row["id"]: row["title"] for row in t.rows("meetings")}
    found = [
        (row["id"], t.names.get(row["actor"]), titles.get(row["meeting"]))
        for row in t.rows("followups")
        if row["state"] in ("a_faire", "en_cours") and row["due_on"]
        if f"{row['due_on']}~" < last_day_text(t.on)
    ]
    yield Case.of("id actor meeting", found)


def _coverage(t: Asked) -> Counter[tuple[str, str]]:
    """Actors by territory and theme; an actor is in its commune and in all that holds it."""
    parents = {row["id"]: row["parents"] or [] for row in t.rows("territories")}

    def above(place: str) -> set[str]:
        found = {place} if place in parents else set()
        return found.union(*map(above, parents.get(place, [])))

    columns = t.facts.network.actors.select(["commune_code", "themes"]).to_pylist()
    return Counter(
        (place, theme)
        for row in columns
        for place in above(f"com:{row['commune_code']}")
        for theme in set(row["themes"] or [])
    )


def themes_of_territory(t: Asked) -> Iterator[Case]:
    counts = _coverage(t)
    for place in sorted({place for place, _ in counts})[:3]:
        found = [(row["id"], counts[place, row["id"]]) for row in t.rows("themes")]
        yield Case.of("theme actors", found, territory=place)


def themes_by_territory(t: Asked) -> Iterator[Case]:
    counts = _coverage(t)
    themes = [row["id"] for row in t.rows("themes")]
    for kind in ("arrondissement", "epci"):
        places = [row["id"] for row in t.rows("territories") if row["kind"] == kind]
        found = [(place, theme, counts[place, theme]) for place in places for theme in themes]
        yield Case.of("territory theme actors", found, kind=kind)


ANSWERS: Final[dict[str, Callable[[Asked], Iterator[Case]]]] = {
    "attendance": attendance,
    "committee_composition": committee_composition,
    "committee_untied": committee_untied,
    "common_partners": common_partners,
    "followups_overdue": followups_overdue,
    "funding_by_year": funding_by_year,
    "groups": groups,
    "hinges": hinge_rows,
    "mandates_ending": mandates_ending,
    "never_documented": never_documented,
    "not_checked_since": not_checked_since,
    "one_partner": one_partner,
    "only_links": links,
    "only_partner": only_partner,
    "only_way": only_way,
    "pairs_bridged": pairs_bridged,
    "partner_counts": partner_counts,
    "partners": partners,
    "partners_by_kind": partners_by_kind,
    "reached_from": reached_from,
    "services_apart": services_apart,
    "themes_by_territory": themes_by_territory,
    "themes_of_territory": themes_of_territory,
    "ties_between_kinds": ties_between_kinds,
    "ties_to_confirm": ties_to_confirm,
    "ways_between": ways_between,
    "without_known_partner": without_known_partner,
}
