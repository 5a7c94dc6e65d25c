"""`python -m actors_graph`: the command line."""

from __future__ import annotations

from actors_graph.cli.app import main

if __name__ == "__main__":
    main()
