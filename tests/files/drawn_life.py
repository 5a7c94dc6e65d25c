"""The rest of a drawn territory: committees, meetings, money, mandates, and dates of all kinds.

`life(tables)` adds to what `territory` draws the tables that it leaves empty, and spoils a few
actors and statements as real files do: dissolved, to be discovered, partial dates, a statement of
an actor about itself. The same tables and seed give the same rows.
"""

from __future__ import annotations

import random
from typing import Any, Final, TypeAlias

import pyarrow as pa

from actors_graph.model import TABLES

Rows: TypeAlias = "list[dict[str, Any]]"

ON: Final = "2026-09-01"
_STARTS: Final = (None, "2019", "2024-03", "2026-09", "2026-09-01", "2026-09-02", "2027")
_ENDS: Final = (None, None, None, "2020", "2026-08-31", "2026-09-01", "2026-09", "2026", "2028-04")


def life(tables: dict[str, pa.Table], *, seed: int) -> dict[str, pa.Table]:
    """The same tables, spoilt, with those that were missing."""
    draw = random.Random(seed)
    actors = _spoilt(draw, tables["actors"].to_pylist())
    ids = [row["id"] for row in actors]
    statements = tables["collaborations"].to_pylist()
    # Fewer statements leave hinges, only links and several groups in a small territory.
    kept = draw.sample(statements, len(ids))
    for row in draw.sample(kept, len(kept) // 4):
        row.update(_dates(draw))
    kept += [
        {"id": f"collaborations:self:{one}", "a": one, "b": one}
        for one in draw.sample(ids, len(ids) // 3)
    ]
    rows: dict[str, Rows] = {
        "actors": actors,
        "collaborations": kept,
        "committees": [
            {"id": f"comite:{n}", "name": f"Comité {n}", "level": "local"} for n in range(3)
        ],
        "projects": [{"id": "projet:0", "name": "Projet", "kind": "initiative"}],
        "meetings": _meetings(draw),
        **_ties(draw, ids),
    }
    drawn = {name: _table(name, found) for name, found in rows.items()}
    return {name: tables[name] for name in ("themes", "territories")} | drawn


def _spoilt(draw: random.Random, actors: Rows) -> Rows:
    for row in draw.sample(actors, len(actors) // 8):
        row["status"] = draw.choice(["dissous", "a_decouvrir", "inconnu", "actif"])
        row["dissolved_on"] = draw.choice(
            [None, "2020", "2026", "2026-08-31", "2026-09", "2026-09-01", "2030"]
        )
    for row in draw.sample(actors, len(actors) // 4):
        row["partners_asked_on"] = None
        row["checked_on"] = draw.choice([None, "2023", "2024-09", "2024-09-01"])
    whole = next(row for row in actors if row["status"] == "actif" and not row["dissolved_on"])
    for row in draw.sample(actors, len(actors) // 4):
        if row is not whole:
            row["part_of"] = whole["id"]
    return actors


def _meetings(draw: random.Random) -> Rows:
    return [
        {
            "id": f"seance:{n}",
            "kind": "comite",
            "title": f"Séance {n}",
            "held_on": draw.choice(["2025-01-12", "2025-11", "2026-06-30"]),
            "committee": f"comite:{n % 3}",
        }
        for n in range(6)
    ]


def _ties(draw: random.Random, ids: list[str]) -> dict[str, Rows]:
    few = len(ids) // 3

    def pair() -> list[str]:
        return draw.sample(ids, 2)

    def ends(first: str, second: str) -> dict[str, Any]:
        return dict(zip((first, second), pair(), strict=True))

    fundings = [
        {
            **ends("funder", "beneficiary"),
            "amount": draw.randrange(100, 900_000),
            "year": draw.choice([None, 2024, 2025, 2026]),
            "decided_on": draw.choice(["2024-05", "2025-10-02", "2026-09-02"]),
        }
        for _ in range(few)
    ]
    participations = [
        {
            "actor": draw.choice(ids),
            "target": draw.choice(["comite:0", "comite:1", "comite:2", "projet:0"]),
            "role": "membre",
            **_dates(draw),
        }
        for _ in range(2 * few)
    ]
    states = ["invite", "accepte", "refuse", "present", "excuse", "absent"]
    attendances: Rows = [
        {
            "actor": draw.choice(ids),
            "meeting": f"seance:{draw.randrange(5)}",
            "state": draw.choice(states),
        }
        for _ in range(2 * few)
    ]
    attendances += [
        {"meeting": f"seance:{n}", "state": "present", "people": 3 + n} for n in (0, 1, 1)
    ]
    followups = [
        {
            "what": f"Suite {n}",
            "actor": draw.choice([None, *ids[:5]]),
            "due_on": draw.choice([None, "2026", "2026-09", "2026-08-31", "2026-09-01", "2027"]),
            "state": draw.choice(["a_faire", "en_cours", "fait", "abandonne"]),
            "meeting": draw.choice([None, "seance:0", "seance:3"]),
        }
        for n in range(80)
    ]
    return {
        "fundings": fundings,
        "memberships": [{**ends("actor", "organisation"), **_dates(draw)} for _ in range(few)],
        "mandates": [
            {**ends("elu", "organ"), "function": "maire", **_dates(draw)} for _ in range(few)
        ],
        "participations": participations,
        "attendances": attendances,
        "followups": followups,
    }


def _dates(draw: random.Random) -> dict[str, str | None]:
    return {"starts_on": draw.choice(_STARTS), "ends_on": draw.choice(_ENDS)}


def _table(name: str, rows: Rows) -> pa.Table:
    schema = TABLES[name].arrow_schema
    whole = [
        {"id": f"{name}:{place:03d}", "version": 1, "source": "tirage"} | row
        for place, row in enumerate(rows)
    ]
    return pa.Table.from_pylist(whole, schema=schema).sort_by("id")
