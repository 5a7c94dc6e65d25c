"""The entries of the program, by job, in the order in which they are shown.

An entry that is not built yet is not listed.
"""

from __future__ import annotations

from enum import Enum


class Entry(Enum):
    """A page: its module in `actors_graph.ui.pages`, its address, its title, its place."""

    HOME = ("home", "", "Accueil", "header")
    DIRECTORY = ("directory", "annuaire", "Annuaire et carte", "header")
    FILES = ("files", "fichiers", "Mes fichiers", "header")
    METHOD = ("method", "methode", "Méthode", "footer")

    def __init__(self, module: str, address: str, title: str, place: str) -> None:
        """Name the parts of a value."""
        self.module = module
        self.address = address
        self.title = title
        self.in_footer = place == "footer"
