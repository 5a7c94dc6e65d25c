"""Going to one part of a page that its address asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

_ASSETS: Final = Path(__file__).parent / "assets"
_NAME: Final = "vers_une_partie"


def reach(target: str) -> None:
    """Scroll to the container of that key, once, and give it the keyboard; drawn after it."""
    component = st.components.v2.component(
        _NAME,
        html="<div></div>",
        js=(_ASSETS / "vers.js").read_text(encoding="utf-8"),
    )
    component(key=f"vers-{target}", data={"target": target})
