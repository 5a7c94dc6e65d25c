"""From the tables of ties to the pairs of a network (MODEL rule 3).

A row of a table is a statement. The statements of all families are put in the same columns, those
valid at the date of the scope are kept, and each family's statements about the same two nodes
become one pair: highest level, earliest start, confirmed or not, number of statements.
All of it in Arrow and NumPy: no Python object per row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model import FAMILIES
from actors_graph.model.kinds import AttendanceState, Family, Proof

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from actors_graph.network.scope import Scope

STATEMENTS: Final = pa.schema(
    [
        ("id", pa.string()),
        ("family", pa.string()),
        ("first", pa.int64()),
        ("second", pa.int64()),
        ("source", pa.int64()),
        ("level", pa.int64()),
        ("starts_on", pa.string()),
        ("ends_on", pa.string()),
        ("declared_by", pa.string()),
        ("evidence", pa.string()),
        ("label", pa.string()),
    ]
)
PAIRS: Final = pa.schema(
    [
        ("first", pa.int64()),
        ("second", pa.int64()),
        ("family", pa.string()),
        ("level", pa.int64()),
        ("since", pa.string()),
        ("confirmed", pa.bool_()),
        ("statements", pa.int64()),
    ]
)

# What a statement says beside its ends: nature of a collaboration, function of an office, role…
_LABEL: Final = {
    Family.COLLABORATION: "nature",
    Family.FUNDING: "object",
    Family.MANDATE: "function",
    Family.PARTICIPATION: "role",
    Family.COPRESENCE: "state",
}


@dataclass(frozen=True, slots=True)
class Nodes:
    """Ids of all the nodes of a store that a tie may have as an end; a row is a place in `ids`."""

    ids: pa.Array

    def rows(self, ids: pa.ChunkedArray) -> pa.Array:
        """Row of each id; null where the store has no such node."""
        return pc.index_in(ids, value_set=self.ids)


def all_statements(tables: Mapping[str, pa.Table], nodes: Nodes, scope: Scope) -> pa.Table:
    """Statements of the families of the scope, whatever their dates, ends as rows.

    A funding begins with its decision, else with its year; an attendance is that of the actors
    present, on the day of the meeting. A statement about one node only, or about an unknown node,
    is left out.
    """
    parts = [_family_statements(tables, nodes, family) for family in scope.families]
    return pa.concat_tables(parts) if parts else STATEMENTS.empty_table()


def valid_statements(statements: pa.Table, scope: Scope, *, on: str) -> pa.Table:
    """Those valid on that day: a tie without a start has begun, one without an end goes on."""
    valid = _valid(statements, since=scope.since, on=on)
    return statements.filter(valid).combine_chunks()


def ended_statements(statements: pa.Table, nodes: Nodes, *, on: str) -> pa.Table:
    """Those that had ended by that day, their ends as ids: their nodes may be in no network."""
    lasts = valid_on(pa.nulls(len(statements), pa.string()), statements["ends_on"], on=on)
    ended = statements.filter(pc.invert(lasts)).combine_chunks()
    for end in ("first", "second", "source"):
        place = ended.schema.get_field_index(end)
        ended = ended.set_column(place, end, nodes.ids.take(ended[end].combine_chunks()))
    return ended


def _family_statements(tables: Mapping[str, pa.Table], nodes: Nodes, family: Family) -> pa.Table:
    declared = FAMILIES[family]
    rows = tables[declared.name]
    if family is Family.COPRESENCE:
        rows = rows.filter(pc.equal(rows["state"], str(AttendanceState.PRESENT)))
    source, target = (nodes.rows(rows[end]) for end in (declared.source, declared.target))
    kept = pc.and_kleene(pc.is_valid(source), pc.is_valid(target))
    kept = pc.and_kleene(kept, pc.not_equal(source, target))
    columns = {
        "id": rows["id"],
        "family": pa.repeat(str(family), len(rows)),
        "first": pc.min_element_wise(source, target),
        "second": pc.max_element_wise(source, target),
        "source": source,
        "level": _column(rows, "level"),
        "starts_on": _start(rows, family, tables),
        "ends_on": _column(rows, "ends_on"),
        "declared_by": _column(rows, "declared_by"),
        "evidence": _column(rows, "evidence"),
        "label": _column(rows, _LABEL.get(family, "")),
    }
    arrays = [pc.cast(columns[field.name], field.type) for field in STATEMENTS]
    return pa.table(arrays, schema=STATEMENTS).filter(pc.fill_null(kept, fill_value=False))


def _column(rows: pa.Table, name: str) -> pa.ChunkedArray | pa.Array:
    return rows[name] if name in rows.column_names else pa.nulls(len(rows))


def _start(
    rows: pa.Table, family: Family, tables: Mapping[str, pa.Table]
) -> pa.ChunkedArray | pa.Array:
    if family is Family.FUNDING:
        return pc.coalesce(rows["decided_on"], pc.cast(rows["year"], pa.string()))
    if family is Family.COPRESENCE:
        meetings = tables["meetings"]
        places = pc.index_in(rows["meeting"], value_set=meetings["id"].combine_chunks())
        return meetings["held_on"].take(places)
    return _column(rows, "starts_on")


def valid_on(starts: pa.ChunkedArray, ends: pa.ChunkedArray, *, on: str) -> pa.ChunkedArray:
    """Whether each tie is valid on a day: begun, and not ended; undated, it is valid.

    A partial date is its first day as a start, its last as an end. ISO texts compare as the
    dates do: « 2019 » is below all its days, « 2019~ » above them.
    """
    last = pc.binary_join_element_wise(ends, "~", "")
    begun, lasts = pc.less_equal(starts, on), pc.greater_equal(last, on)
    return pc.and_(pc.fill_null(begun, fill_value=True), pc.fill_null(lasts, fill_value=True))


def _valid(statements: pa.Table, *, since: str, on: str) -> pa.ChunkedArray:
    valid = valid_on(statements["starts_on"], statements["ends_on"], on=on)
    if since:
        late = pc.greater_equal(first_day(statements["starts_on"]), first_day(pa.scalar(since)))
        valid = pc.and_(valid, pc.fill_null(late, fill_value=True))
    return valid


def first_day(dates: pa.ChunkedArray | pa.Scalar) -> pa.ChunkedArray | pa.Scalar:
    """First day of dates of any precision, as ISO text."""
    return pc.utf8_slice_codeunits(pc.binary_join_element_wise(dates, "-01-01", ""), 0, 10)


def last_day_text(text: str) -> str:
    """A text that is not before any day of that date, in the order of ISO dates.

    >>> last_day_text("2026-03") >= "2026-03-31", last_day_text("2026-03") < "2026-04"
    (True, True)
    """
    return text if len(text) == 10 else f"{text}~"


def collapse(statements: pa.Table, scope: Scope) -> pa.Table:
    """Pairs of each family, those of collaborations at the level and certainty of the scope.

    `level` is 1-4 or null (unspecified: a known tie, not of level 2); `confirmed` (two different
    declarants, or an act) is null in the other families, which are facts of record.
    Sorted by rows, then family.
    """
    act = pc.fill_null(pc.equal(statements["evidence"], str(Proof.ACT)), fill_value=False)
    grouped = statements.append_column("act", act).group_by(["first", "second", "family"])
    pairs = grouped.aggregate(
        [
            ("level", "max"),
            ("starts_on", "min"),
            ("declared_by", "count_distinct"),
            ("act", "any"),
            ("id", "count"),
        ]
    )
    collaboration = pc.equal(pairs["family"], str(Family.COLLABORATION))
    agreed = pc.or_(pc.greater_equal(pairs["declared_by_count_distinct"], 2), pairs["act_any"])
    columns = {
        "level": pairs["level_max"],
        "since": pairs["starts_on_min"],
        "confirmed": pc.if_else(collaboration, agreed, pa.scalar(None, pa.bool_())),
        "statements": pairs["id_count"],
    }
    arrays = [columns[name] if name in columns else pairs[name] for name in PAIRS.names]
    table = pa.table(arrays, schema=PAIRS)
    if scope.confirmed_only:
        certain = pc.fill_null(table["confirmed"], fill_value=False)
        table = table.filter(pc.or_(pc.invert(collaboration), certain))
    table = of_level(table, scope.min_level)
    return table.sort_by([("first", "ascending"), ("second", "ascending"), ("family", "ascending")])


def of_level(pairs: pa.Table, level: int) -> pa.Table:
    """The collaborations of at least that level, « non précisé » being of level 1; all the rest."""
    collaboration = pc.equal(pairs["family"], str(Family.COLLABORATION))
    strong = pc.greater_equal(pc.fill_null(pairs["level"], 1), level)
    return pairs.filter(pc.or_(pc.invert(collaboration), strong))


def actors_with_a_tie(
    tables: Mapping[str, pa.Table], actors: pa.Array, *, families: Iterable[str] = FAMILIES
) -> np.ndarray:
    """Whether each actor has a tie of these families, whatever its date (MODEL rule 7).

    An invitation is no tie: of the attendances, only the presences count.
    """
    found = np.zeros(len(actors), dtype=np.bool_)
    for family in families:
        declared = FAMILIES[Family(family)]
        rows = tables[declared.name]
        if family == Family.COPRESENCE:
            rows = rows.filter(pc.equal(rows["state"], str(AttendanceState.PRESENT)))
        for end in (declared.source, declared.target):
            places = pc.index_in(rows[end], value_set=actors)
            found[places.drop_null().to_numpy()] = True
    return found
