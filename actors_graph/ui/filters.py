"""Which actors and ties a page looks at: choices that read as one sentence, and live in the URL."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.errors import InputError
from actors_graph.model.kinds import ActorKind, Family, TerritoryKind
from actors_graph.network import parse_scope
from actors_graph.network.scope import TWO_MODE
from actors_graph.ui.labels import FAMILIES, LEVELS, kind_label, territory_label
from actors_graph.ui.several import Several, choose_several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.network import Scope
    from actors_graph.settings import Settings
    from actors_graph.ui.directory import Directory

# The parameter of the address of each criterion.
_ADDRESS: Final = {
    "perimeter": "territoire",
    "families": "liens",
    "min_level": "niveau",
    "kinds": "types",
    "themes": "themes",
}
_WIDEST: Final = (
    TerritoryKind.BASSIN,
    TerritoryKind.CUSTOM,
    TerritoryKind.ARRONDISSEMENT,
    TerritoryKind.EPCI,
    TerritoryKind.DEPARTEMENT,
    TerritoryKind.REGION,
    TerritoryKind.CANTON,
    TerritoryKind.BASSIN_VIE,
    TerritoryKind.ZONE_EMPLOI,
    TerritoryKind.QPV,
    TerritoryKind.COMMUNE,
)


_KINDS: Final = {str(kind): kind_label(kind) for kind in ActorKind}
# Committees, projects and meetings are nodes of their own, which this page does not draw.
_FAMILIES: Final = {
    str(family): label for family, label in FAMILIES.items() if family not in TWO_MODE
}


def chosen_scope(directory: Directory, settings: Settings) -> Scope:
    """The scope that the address asks for, else that of the settings.

    What the data do not know (a link made on other data) is left out rather than refused.
    """
    asked = {name: st.query_params.get(key, "") for name, key in _ADDRESS.items()}
    if _ADDRESS["perimeter"] not in st.query_params:
        asked["perimeter"] = ",".join(settings.perimeter)
    for name, table in (("perimeter", "territories"), ("themes", "themes")):
        known = set(directory.tables[table]["id"].to_pylist())
        asked[name] = ",".join(part for part in asked[name].split(",") if part in known)
    kept = [family for family in asked["families"].split(",") if family in _FAMILIES]
    asked["families"] = ",".join(kept)
    try:
        return parse_scope(asked)
    except InputError:
        return parse_scope({"perimeter": asked["perimeter"]})


def show_filters(directory: Directory, scope: Scope) -> None:
    """Draw the choices of a scope; each one changes the address and draws the page again."""
    places = _territories(directory)
    themes = directory.tables["themes"].select(["id", "label"]).to_pylist()
    theme_names = {theme["id"]: theme["label"] for theme in themes}
    _choice("perimeter", "Territoires", places, chosen=scope.perimeter)
    _choice("kinds", "Types d’acteurs", _KINDS, chosen=scope.kinds)
    if theme_names:
        _choice("themes", "Thèmes", theme_names, chosen=scope.themes)
    _choice("families", "Liens", _FAMILIES, chosen=scope.families)
    if Family.COLLABORATION in scope.families:
        _level(scope.min_level)


def is_filtered(scope: Scope) -> bool:
    """Whether anything is left out by the choices of a page."""
    return scope != parse_scope({})


def clear_filters() -> None:
    """Forget the choices; a callback."""
    for name, key in _ADDRESS.items():
        st.session_state.pop(f"filtre-{name}", None)
        st.query_params.pop(key, None)
    st.query_params[_ADDRESS["perimeter"]] = ""


def _choice(name: str, label: str, names: Mapping[str, str], *, chosen: Sequence[str]) -> None:
    kept = [str(one) for one in chosen if str(one) in names]
    asked = Several(f"filtre-{name}", label, names, none="Tous")
    choose_several(asked, kept, on_change=partial(_write, name))


def _level(chosen: int) -> None:
    key = "filtre-min_level"
    if key not in st.session_state:
        st.session_state[key] = chosen
    st.selectbox(
        "Liens à partir de",
        [1, 2, 3, 4],
        format_func=lambda level: f"{level} · {LEVELS[level].lower()}",
        key=key,
        on_change=lambda: _write("min_level", [str(st.session_state[key])]),
    )


def _write(name: str, values: list[str]) -> None:
    text = ",".join(values)
    if text or name == "perimeter":
        st.query_params[_ADDRESS[name]] = text
    else:
        st.query_params.pop(_ADDRESS[name], None)


def _territories(directory: Directory) -> dict[str, str]:
    """Territories to choose from, the widest kinds first; communes only where somebody is."""
    lived = {f"com:{code}" for code in directory.actors["commune_code"].to_pylist() if code}
    rank = {str(kind): place for place, kind in enumerate(_WIDEST)}
    rows = directory.tables["territories"].select(["id", "kind", "name"]).to_pylist()
    kept = [row for row in rows if row["kind"] != TerritoryKind.COMMUNE or row["id"] in lived]
    kept.sort(key=lambda row: (rank[row["kind"]], row["name"]))
    return {row["id"]: territory_label(row["name"], row["kind"]) for row in kept}
