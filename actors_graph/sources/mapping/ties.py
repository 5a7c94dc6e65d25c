"""Columns that hold ties: crosses, years or levels under a header that names somebody.

The header tells whom: an actor of the table (a grid), a committee or a project, a dated meeting,
or a theme, which is no tie.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actors_graph.sources.mapping.synonyms import Guess
from actors_graph.text import fold

if TYPE_CHECKING:
    from actors_graph.sources.mapping.content import Profile

# Kinds of tables in which a column may hold ties.
_KINDS: Final = frozenset({"acteurs", "grille"})
_COMMITTEES_WORDS: Final = """
    comite copil cotech commission groupe instance conseil reseau collectif plateforme cellule
    coordination contrat convention ctg cls clspd cispd pat reaap clas plie assemblee college
    table gt codir cosui bureau conference comites dispositif pacte
"""
_COMMITTEES: Final = frozenset(_COMMITTEES_WORDS.split())
_PROJECTS_WORDS: Final = """
    projet action village fete festival semaine journee journees chantier printemps nuit defi
    operation evenement forum salon atelier ateliers rencontre rencontres marche caravane
    initiative edition quinzaine mois carnaval
"""
_PROJECTS: Final = frozenset(_PROJECTS_WORDS.split())
_THEMES_WORDS: Final = """
    jeunesse culture sport sports sante insertion emploi logement habitat famille familles
    parentalite enfance numerique mobilite alimentation environnement handicap seniors
    vieillissement education citoyennete precarite social solidarite droits loisirs egalite
    prevention securite ecologie economie tourisme patrimoine migrants interculturel femmes
    aines age agees autonomie musique danse theatre lecture nature jardinage scolarite formation
    animation humanitaire entraide mediation transition isolement bienetre discriminations
    laicite memoire sociale bien-etre aidants justice transport petite
"""
_THEMES: Final = frozenset(_THEMES_WORDS.split())
_DATED: Final = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
_MARKED: Final = 0.8
_SOME: Final = 0.5
_FEW: Final = 0.05
_UNSURE: Final = 0.5


def is_theme(name: str) -> bool:
    """Whether a header names a theme rather than a committee or a project.

    >>> is_theme("Petite enfance"), is_theme("Comité jeunesse")
    (True, False)
    """
    words = set(fold(name).split())
    return bool(words & _THEMES) and not words & (_COMMITTEES | _PROJECTS)


def is_project(name: str) -> bool:
    """Whether a header names a project rather than a committee."""
    words = set(fold(name).split())
    return bool(words & _PROJECTS) and not words & _COMMITTEES


def header_date(name: str) -> str:
    """Return the day that a header holds, as written; empty when it holds none.

    >>> header_date("Réunion du 12/03/2024")
    '12/03/2024'
    """
    found = _DATED.search(name)
    return found.group() if found else ""


def tie_guesses(header: str, profile: Profile, *, kind: str, names: frozenset[str]) -> list[Guess]:
    """What a column of marks may be; none for a column of another content."""
    if kind not in _KINDS or not header.strip():
        return []
    if fold(header) in names:
        is_box = profile["box"] >= _SOME
        return [Guess("relie", 0.95, "l’en-tête est un acteur du tableau")] if is_box else []
    # A header that names a committee needs fewer marks to be believed.
    enough = _SOME if set(fold(header).split()) & (_COMMITTEES | _PROJECTS) else _MARKED
    if profile["mark"] < enough and profile["years"] < enough:
        return []
    found = _marked(header, profile)
    # « oui » and « non », or years, under an unknown name answer a question: no membership.
    is_unsure = found.target == "participe" and found.confidence == _UNSURE
    is_answer = profile["no"] > _FEW or profile["cross"] < _MARKED
    return [] if is_unsure and is_answer else [found]


def _marked(header: str, profile: Profile) -> Guess:
    if header_date(header):
        return Guess("presence", 0.85, "des marques sous la date d’une séance")
    if profile["cross"] >= _MARKED and is_theme(header):
        return Guess("themes", 0.8, "des croix sous le nom d’un thème")
    if set(fold(header).split()) & (_COMMITTEES | _PROJECTS):
        return Guess("participe", 0.9, "des marques sous le nom d’un comité ou d’un projet")
    return Guess("participe", _UNSURE, "des marques sous l’en-tête")
