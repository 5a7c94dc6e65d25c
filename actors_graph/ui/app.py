"""One run of the application: the frame of the page, then the page."""

from __future__ import annotations

from actors_graph.errors import ActorsGraphError
from actors_graph.ui.errors import show_error
from actors_graph.ui.navigation import navigation
from actors_graph.ui.shell import footer, header, set_page


def run() -> None:
    """Draw the page that the address asks for, or the sentence of the error that prevents it."""
    set_page()
    page = navigation()
    try:
        header()
        page.run()
    except ActorsGraphError as error:
        show_error(error)
    footer()
