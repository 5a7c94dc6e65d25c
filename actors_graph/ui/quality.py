"""What is missing where, in words and colour; each count opens the fiches behind it.

Nothing here is a reproach: a hole is a question, and each list says the next gesture.
"""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Final, TypeAlias

import streamlit as st

from actors_graph.measures.quality import (
    AGE_WORDS,
    LACK_WORDS,
    Age,
    Lack,
    Reason,
    quality_by_place,
    to_call,
    to_check,
)
from actors_graph.reports.lists import About, calling_list, checking_list
from actors_graph.reports.workbook import MIME
from actors_graph.ui.by_hand.noting import choose_structure
from actors_graph.ui.cache import contacts_of, directory_of, facts_of, quality_of
from actors_graph.ui.coverage import show_coverage
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.evidence import method_link
from actors_graph.ui.filters import chosen_scope
from actors_graph.ui.labels import kind_label
from actors_graph.ui.listing import Column, Listing, Row, listing
from actors_graph.ui.navigation import go
from actors_graph.ui.sections import Section, open_section
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, capital, count, date_words, number, share
from actors_graph.words import listing as sentence_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from actors_graph.access import Session
    from actors_graph.measures import Facts
    from actors_graph.measures.quality import Call, Quality, Structure
    from actors_graph.ui.directory import Directory

Colour: TypeAlias = "Literal['green', 'blue', 'orange', 'red', 'gray']"

_OPEN: Final = "manque"
_FICHE: Final = "qualite-ouvrir"
_PAGE: Final = 12
_COLOURS: Final[dict[Age, Colour]] = {
    Age.RECENT: "green",
    Age.SIX_MONTHS: "blue",
    Age.ONE_YEAR: "orange",
    Age.TWO_YEARS: "red",
    Age.NEVER: "gray",
}
_GESTURES: Final = {
    Lack.IDENTITY: "Ouvrez la fiche, dites qui c’est, ou réunissez-la à celle que vous avez déjà.",
    Lack.COMMUNE: "Ouvrez la fiche et complétez sa commune : elle apparaîtra dans son territoire.",
    Lack.THEME: "Ouvrez la fiche et dites sur quoi elle agit.",
    Lack.PARTNERS: "Ce n’est pas un constat : c’est une question à leur poser.",
    Lack.CONTACT: "Ouvrez la fiche et notez qui appeler.",
}
_CHECK: Final = "Ouvrez la fiche, relisez-la, puis notez qu’elle est vérifiée."
# Why one calls; « never checked » is not « checked two years ago ».
_REASONS: Final = {
    Reason.ALONE: "sans partenaire connu dont la fiche n’est plus à jour",
    Reason.UNASKED: "dont on ignore les partenaires",
    Reason.OLD: "dont la fiche a été vérifiée il y a plus de deux ans",
    Reason.NEVER: "dont la fiche n’a jamais été vérifiée",
}
# What a column of the table of territories says in few words.
_SHORT: Final = {
    Lack.IDENTITY: "à identifier",
    Lack.COMMUNE: "sans commune",
    Lack.THEME: "sans thème",
    Lack.PARTNERS: "partenaires à demander",
    Lack.CONTACT: "sans contact",
}


def show_quality() -> None:
    """Draw the counts, by lack, by age and by territory, and the list that one of them opens."""
    identifier = st.session_state.pop(_FICHE, "")
    if identifier:
        go(Entry.DIRECTORY, query={"acteur": identifier})
    here = workspace()
    directory = directory_of(here.session)
    scope = chosen_scope(directory, here.settings)
    facts = facts_of(here.session, scope)
    found = quality_of(here.session, scope)
    if not found.structures:
        st.text("Aucune structure à regarder ici.")
        return
    n = count(len(found.structures), "structure")
    st.text(f"{n}. {facts.network.sentence}.")
    _downloads(here.session, facts, found)
    left, right = st.columns(2, gap="large")
    with left:
        _lacks(found)
    with right:
        _ages(found)
    _opened(found, directory)
    method_link("completeness")
    _places(facts, found)
    show_coverage(facts)


def _lacks(found: Quality) -> None:
    st.subheader("Ce qui manque", anchor=False)
    lacking = {lack: len(found.lacking(lack)) for lack in found.asked}
    if not any(lacking.values()):
        st.text("Rien ne manque dans ces fiches.")
    for lack, n in sorted(lacking.items(), key=lambda one: -one[1]):
        if n:
            words = _lack_words(lack, n)
            _count(str(lack), n, of=found.n(lack), words=words, colour="orange")


def _lack_words(lack: Lack, n: int) -> str:
    if lack is Lack.IDENTITY:
        return f"{agreed('connu', n=n, noun='structure')} par un nom seulement"
    if lack is Lack.PARTNERS:
        return "dont on ignore les partenaires"
    if lack is Lack.CONTACT:
        return "sans aucune coordonnée"
    return LACK_WORDS[lack]


def _age_words(age: Age, n: int) -> str:
    return AGE_WORDS[age].replace("vérifiée", agreed("vérifié", n=n, noun="fiche"))


def _ages(found: Quality) -> None:
    st.subheader("Fiches vérifiées", anchor=False)
    for age in Age:
        n = len(found.aged(age))
        if n:
            of = len(found.described)
            _count(str(age), n, of=of, words=_age_words(age, n), colour=_COLOURS[age])


def _count(key: str, n: int, *, of: int, words: str, colour: Colour) -> None:
    """One line: how many, in colour; what they lack, in words; the button that lists them."""
    chosen = st.query_params.get(_OPEN, "") == key
    with st.container(horizontal=True, vertical_alignment="center", key=f"compte-{key}"):
        st.badge(esc_md(f"{number(n)} sur {number(of)}"), color=colour)
        st.text(words, width="stretch")
        st.button(
            "Fermer" if chosen else "Voir",
            key=f"voir-{key}",
            type="tertiary",
            help=f"{'Ferme' if chosen else 'Ouvre'} la liste de ces fiches",
            on_click=_open,
            args=("" if chosen else key,),
        )


def _open(key: str) -> None:
    st.session_state.pop("qualite-page", None)
    if key:
        st.query_params[_OPEN] = key
    else:
        st.query_params.pop(_OPEN, None)


def _opened(found: Quality, directory: Directory) -> None:
    """The fiches behind the count that is open, and the next gesture."""
    key = st.query_params.get(_OPEN, "")
    lack = next((one for one in found.asked if str(one) == key), None)
    age = next((one for one in Age if str(one) == key), None)
    if lack is not None:
        shown, gesture = found.lacking(lack), _GESTURES[lack]
        title = f"{count(len(shown), 'structure')} {_lack_words(lack, len(shown))}"
    elif age is not None:
        shown, gesture = found.aged(age), _CHECK if age is not Age.RECENT else ""
        title = f"{count(len(shown), 'fiche')} {_age_words(age, len(shown))}"
    else:
        return
    with st.container(border=True, key="qualite-liste"):
        st.markdown(bold(capital(title)))
        if gesture:
            st.text(gesture)
        if lack is Lack.PARTNERS and shown:
            st.button(
                "Noter leurs partenaires, une structure à la fois",
                icon=":material/checklist:",
                on_click=_note,
            )
        _fiches(shown, directory)


def _note() -> None:
    choose_structure("")
    _open("")
    open_section(Section.PARTNERS)


def _fiches(shown: tuple[Structure, ...], directory: Directory) -> None:
    pages = ceil(len(shown) / _PAGE)
    place = min(st.session_state.get("qualite-page", 1), max(1, pages)) - 1
    columns = (
        Column("Nom"),
        Column("Type"),
        Column("Commune"),
        Column("Fiche vérifiée", before="fiche vérifiée : "),
    )
    lines = [
        Row(
            one.id,
            (
                one.name,
                kind_label(one.kind),
                directory.communes[directory.row_of[one.id]],
                date_words(one.checked_on[:7]) if one.checked_on else "jamais",
            ),
        )
        for one in shown[place * _PAGE : (place + 1) * _PAGE]
    ]
    listing(Listing(lines, columns, "Fiches"), key="qualite-fiches", on_open=_open_fiche)
    if pages > 1:
        st.pagination(pages, max_visible_pages=5, key="qualite-page")


def _open_fiche(identifier: str) -> None:
    # A page is left in the run, not in a callback.
    st.session_state[_FICHE] = identifier


def _places(facts: Facts, found: Quality) -> None:
    places = quality_by_place(facts, found)
    if len(places) < 2:
        return
    st.subheader("Territoire par territoire", anchor=False)
    columns = [Column("Territoire"), Column("Structures", before="structures : ", number=True)]
    columns += [
        Column(capital(_SHORT[lack]), before=f"{_SHORT[lack]} : ", number=True)
        for lack in found.asked
    ]
    columns.append(
        Column("Vérifiées depuis un an", before="vérifiées depuis un an : ", number=True)
    )
    lines = []
    for place in places:
        recent = place.aged[Age.RECENT] + place.aged[Age.SIX_MONTHS]
        described = sum(place.aged.values())
        cells = [place.name or "Sans territoire", number(place.n)]
        cells += [number(place.lacking[lack]) for lack in found.asked]
        cells.append(share(recent / described) if described else "")
        lines.append(Row("", tuple(cells)))
    shown = Listing(lines, columns, "Ce qui manque, par territoire")
    listing(shown, key="qualite-territoires", on_open=_open_fiche)


def _downloads(session: Session, facts: Facts, found: Quality) -> None:
    contacts = contacts_of(session)
    checks, calls = to_check(found), to_call(found, contacts=contacts)
    about = About(facts.network.sentence, found.as_of, session.info().title or "votre annuaire")
    with st.container(horizontal=True, key="qualite-listes"):
        if checks:
            st.download_button(
                f"Liste « à vérifier » ({number(len(checks))})",
                data=lambda: checking_list(checks, about),
                file_name="a-verifier.xlsx",
                mime=MIME,
                icon=":material/download:",
                on_click="ignore",
            )
        if calls:
            st.download_button(
                f"Liste « à appeler » ({number(len(calls))})",
                data=lambda: calling_list(calls, about, internal=contacts is not None),
                file_name="a-appeler.xlsx",
                mime=MIME,
                icon=":material/download:",
                on_click="ignore",
            )
    if calls:
        st.caption(esc_md(_calls_sentence(calls, internal=contacts is not None)))


def _calls_sentence(calls: Sequence[Call], *, internal: bool) -> str:
    """Why one would call, in numbers: the first are those of the directory."""
    counted = Counter(one.reason for one in calls)
    said = sentence_list(
        [
            f"{number(counted[reason])} {words}"
            for reason, words in _REASONS.items()
            if counted[reason]
        ]
    )
    kept = " La liste contient des coordonnées de personnes : elle reste interne."
    return f"À appeler : {said}.{kept if internal else ''}"
