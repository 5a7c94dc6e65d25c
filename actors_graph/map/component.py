"""The map as a Streamlit component: the only file of this room that imports streamlit.

Two instances of one JavaScript module. The *feeder* gets the payload as bytes: its message never
changes, so Streamlit's message cache sends a reference instead of the whole map. The
*controller* gets a dozen words at each run. Selecting an actor thus costs a few kilobytes.

The application must serve the modules: ``st.App(…, routes=asset_routes())``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from actors_graph.map.assets import entry_path
from actors_graph.map.payload import payload_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streamlit.components.v2.types import ComponentRenderer

# A blob module has no base: the path is resolved against the page. Pages have one-level paths.
_LOADER = """
const loaded = import(new URL("{path}", document.baseURI).href);
const FAILED = "La carte n’a pas pu être chargée. Rechargez la page.";
export default function (call) {{
  let leave = null, left = false;
  loaded.then(
    (module) => {{ if (!left) leave = module.default(call); }},
    () => {{ if (!left) call.parentElement.textContent = FAILED; }},
  );
  return () => {{ left = true; leave?.(); }};
}}
"""


@cache
def _component(name: str) -> ComponentRenderer:
    return st.components.v2.component(name, js=_LOADER.format(path=entry_path()))


def actor_map(
    payload: bytes,
    *,
    key: str,
    selected: Sequence[str] | None = None,
    height: int = 640,
    dark: bool | None = None,
    on_selection: Callable[[], None] | None = None,
) -> list[str]:
    """Show a map and return the ids of the chosen actors.

    Args:
        payload: from ``map_payload``.
        key: of the component; ``st.session_state[key]`` holds its selection.
        selected: ids to choose from Python (a search, an address). None leaves the person's
            choice alone; a list that differs from it replaces it, once, and brings the
            actors into view. The page passes the returned list back, or its own.
        height: in pixels.
        dark: colours for a dark ground; None follows the theme of the page.
        on_selection: called before the run that a choice on the map starts.

    Returns:
        At most 2,000 ids, in the order of choice; empty when nothing is chosen.
    """
    chosen = _chosen(key)
    turn_key = f"{key}:turn"
    turn = int(st.session_state.get(turn_key, 0))
    if selected is not None and list(selected) != chosen:
        # Before the component is mounted: Streamlit refuses it after.
        chosen = list(selected)
        st.session_state[key] = {"selection": chosen}
        turn += 1
    st.session_state[turn_key] = turn
    with st.container(gap=None):
        result = _component("actors_graph_map")(
            key=key,
            data={
                "payload": payload_id(payload),
                "selected": chosen,
                "turn": turn,
                "height": height,
                "dark": dark,
            },
            default={"selection": chosen},
            height=height,
            on_selection_change=on_selection or _nothing,
        )
        _component("actors_graph_map_feeder")(key=f"{key}:payload", data=payload, height=1)
    return [str(actor) for actor in result.selection or ()]


def _nothing() -> None:
    """Streamlit keeps the state of a component only if a callback is named."""


def _chosen(key: str) -> list[str]:
    state = st.session_state.get(key) or {}
    return [str(actor) for actor in state.get("selection") or ()]
