"""What Streamlit runs at each interaction; everything is in `actors_graph.ui.app`."""

from __future__ import annotations

if __name__ == "__main__":
    from actors_graph.ui.app import run

    run()
