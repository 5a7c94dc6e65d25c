"""Laws of two fiches made one: nothing known is overwritten, nothing goes without being said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from actors_graph.changes.same_actor.joining import joined, names_only, same_text
from actors_graph.model import TABLES, FieldType
from actors_graph.model.kinds import ActorKind, ActorStatus, Visibility

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from actors_graph.changes.same_actor.joining import Lost

ACTORS = TABLES["actors"]
# Said by rules of their own, or to nobody: where a row comes from, when it was looked at.
QUIET = {"id", "source", "reference", "checked_on", "partners_asked_on", "lat", "lon"}
UNSAID = {"status": "actif", "visibility": "public"}
FEW: dict[FieldType, SearchStrategy[Any]] = {
    FieldType.TEXT: st.sampled_from(["un", "deux"]),
    FieldType.DATE: st.sampled_from(["2020", "2024-05"]),
    FieldType.FLOAT: st.sampled_from([46.1, 3.4]),
    FieldType.LIST: st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, unique=True),
}


def value(name: str) -> SearchStrategy[Any]:
    field = ACTORS.by_name[name]
    if name in {"siren", "siret"}:
        numbers = ["384138996", "552081317"]
        return st.sampled_from([n + "00028" * (name == "siret") for n in numbers])
    if field.values is not None:
        return st.sampled_from([str(one) for one in field.values])
    return FEW[field.type]


@st.composite
def actors(draw: st.DrawFn, identity: str) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(field.name for field in ACTORS.hashed)
    for field in ACTORS.hashed:
        if field.required or draw(st.booleans()):
            row[field.name] = draw(value(field.name))
    kinds = [str(kind) for kind in ActorKind if kind is not ActorKind.ELU]
    return row | {"id": identity, "kind": draw(st.sampled_from(kinds)), "part_of": None}


def after(keep: dict[str, Any], drop: dict[str, Any]) -> tuple[dict[str, Any], tuple[Lost, ...]]:
    result = joined(keep, drop, part_of=None)
    return {**keep, **result.values}, result.lost


@given(keep=actors("a"), drop=actors("b"))
def test_nothing_goes_without_being_said(keep: dict[str, Any], drop: dict[str, Any]) -> None:
    row, lost = after(keep, drop)

    said = {one.field for one in lost}
    for field in ACTORS.hashed:
        wanted, name = drop[field.name], field.name
        if wanted is None or name in QUIET or name in said:
            continue
        if isinstance(wanted, list):
            assert set(wanted) <= set(row[name])
        elif name in {"commune", "commune_code"}:
            # The one or the other says which commune it is.
            both = ("commune", "commune_code")
            assert said & set(both) or any(same_text(row[one], drop[one]) for one in both)
        elif not (names_only(drop) and name in {"kind", "status"}):
            assert same_text(row[name] or UNSAID.get(name), wanted)


@given(keep=actors("a"), drop=actors("b"))
def test_what_the_kept_one_says_stays(keep: dict[str, Any], drop: dict[str, Any]) -> None:
    row, _ = after(keep, drop)

    described = {"name", "kind", "status", "source", "reference"} if names_only(keep) else set()
    for field in ACTORS.hashed:
        name = field.name
        if keep[name] is None or name in described | {"status", "visibility", "lat", "lon"}:
            continue
        kept = set(keep[name]) <= set(row[name]) if field.type is FieldType.LIST else None
        assert kept if kept is not None else row[name] == keep[name]


@given(keep=actors("a"), drop=actors("b"))
def test_joining_twice_is_joining_once(keep: dict[str, Any], drop: dict[str, Any]) -> None:
    row, lost = after(keep, drop)

    again = joined(row, drop, part_of=None)
    assert again.values == {}
    # The name by which others knew the kept one is said the first time.
    assert [one for one in lost if one.lost != keep["name"]] == [
        one for one in again.lost if one.lost != keep["name"]
    ]


@given(keep=actors("a"), drop=actors("b"))
def test_numbers_agree_and_what_is_hidden_stays_so(
    keep: dict[str, Any], drop: dict[str, Any]
) -> None:
    row, _ = after(keep, drop)

    if not (keep["siren"] and keep["siret"]):
        assert not (row["siren"] and row["siret"]) or row["siret"].startswith(row["siren"])
    if Visibility.INTERNAL in {keep["visibility"], drop["visibility"]}:
        assert row["visibility"] == Visibility.INTERNAL
    if drop["status"] == ActorStatus.DISSOLVED and keep["status"] is None:
        assert (row["status"], row["dissolved_on"]) == (None, keep["dissolved_on"])
