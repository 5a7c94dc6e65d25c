"""The questions that only a person can answer before the report; each has a default already.

« Plus tard » is the default of every doubt about a name: nothing is merged, and the pair waits in
the queue of possible doubles.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.planning.questions import COMMUNE, QUESTION_TITLES, QuestionKind
from actors_graph.changes.report import group_sentence, grouped
from actors_graph.changes.same_actor.answers import LATER
from actors_graph.model.geography import geography
from actors_graph.model.place_names import departement_of
from actors_graph.sources import Severity
from actors_graph.ui.escape import esc_md
from actors_graph.ui.importing.alike import AGAINST, ask_together, is_plain, questions_left
from actors_graph.ui.importing.replies import NAMING, Reply, answer_of, reply_of
from actors_graph.words import capital, count, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.changes.planning.questions import Question
    from actors_graph.changes.report import ImportReport
    from actors_graph.sources import Problem
    from actors_graph.ui.importing.state import Deposit

_SHOWN: Final = 8
# Beyond, the button at the top is out of sight when the last answer is given.
_MANY: Final = 4
_REFUSED_SHOWN: Final = 10


def show_questions(here: Deposit, report: ImportReport, *, on_continue: Callable[[], None]) -> None:
    """Draw what is asked about the rows: doubts about names, then the lines to refuse."""
    kinds = {
        kind: [one for one in report.questions if one.kind is kind] for kind in QUESTION_TITLES
    }
    asked = {kind: questions for kind, questions in kinds.items() if questions}
    n = sum(questions_left(here, questions) for questions in asked.values())
    n += report.refused > 0
    with st.container(horizontal=True, vertical_alignment="center", key="question"):
        title = f"{count(n, 'question')} avant le rapport"
        st.header(esc_md(title), anchor=False, width="stretch")
        _continue(here, "haut", on_continue)
    for kind, questions in asked.items():
        _show_kind(here, kind, questions)
    if report.refused:
        _show_refused(here, report)
    if len(report.questions) > _MANY:
        with st.container(horizontal=True, horizontal_alignment="right"):
            _continue(here, "bas", on_continue)


def _continue(here: Deposit, place: str, on_continue: Callable[[], None]) -> None:
    st.button(
        "Continuer",
        type="primary",
        icon=":material/arrow_forward:",
        key=here.widget(f"questions-{place}"),
        on_click=on_continue,
    )


_LATER_HINT: Final = (
    "Répondez à ce que vous savez. « Plus tard » ne mélange rien : la question attendra dans "
    "« Mes fichiers »."
)
_HINTS: Final = {
    QuestionKind.COMMUNE: "Plusieurs communes portent le même nom.",
    QuestionKind.SAME_ACTOR: _LATER_HINT,
    QuestionKind.NAME: (
        f"{_LATER_HINT} Sans réponse, un nom que personne ne connaît devient une structure à "
        "identifier."
    ),
}


def _show_kind(here: Deposit, kind: QuestionKind, asked: Sequence[Question]) -> None:
    st.subheader(esc_md(f"{QUESTION_TITLES[kind]} ({count(len(asked), 'nom')})"), anchor=False)
    st.text(_HINTS[kind])
    if kind is QuestionKind.COMMUNE:
        if len(asked) > 1:
            _ask_departement(here, asked)
    else:
        asked = ask_together(here, asked)
    # The likeliest first: a person may stop when they become far-fetched.
    asked = sorted(asked, key=lambda one: (not is_plain(one), AGAINST in one.candidates[0].reason))
    shown = asked if here.all_shown else asked[:_SHOWN]
    files = dict.fromkeys(question.file for question in shown)
    for file in files:
        if len(files) > 1:
            st.caption(esc_md(file))
        for question in shown:
            if question.file == file:
                _show_question(here, question)
    if len(asked) > len(shown):
        more = len(asked) - len(shown)
        if st.button(
            f"Voir aussi {_the_rest(more)}", type="tertiary", key=here.widget(f"reste-{kind}")
        ):
            here.all_shown = True
            st.rerun()


def _the_rest(n: int) -> str:
    return "celui qui reste" if n == 1 else f"les {n} qui restent"


def _ask_departement(here: Deposit, asked: Sequence[Question]) -> None:
    """Let one answer place all the communes: their département, the likeliest first."""
    found = Counter(
        departement
        for one in asked
        for departement in {departement_of(c.id) for c in one.candidates}
    )
    codes = ["", *(code for code, _ in found.most_common())]
    said = st.selectbox(
        "Elles sont toutes dans le même département ?",
        codes,
        index=codes.index(here.departement) if here.departement in codes else 0,
        format_func=_departement_words,
        key=here.widget("departement"),
    )
    if said != here.departement:
        here.departement = said
        st.rerun()


def _departement_words(code: str) -> str:
    return f"{geography().name(f'dep:{code}')} ({code})" if code else "Je réponds pour chacune"


def _show_question(here: Deposit, question: Question) -> None:
    if question.kind is QuestionKind.COMMUNE:
        _show_commune(here, question)
        return
    reply, candidate = reply_of(here.answers.get(question.key, LATER))
    key = here.widget(f"reponse-{question.key}")
    st.session_state.setdefault(key, reply)
    with st.container(border=True, gap="xsmall", key=here.widget(f"doute-{question.key}")):
        st.text(question.sentence)
        reason = question.candidates[0].reason
        if reason:
            st.caption(esc_md(capital(reason)))
        chosen = st.segmented_control(
            question.sentence,
            list(Reply),
            format_func=lambda one: one.value,
            required=True,
            key=key,
            label_visibility="collapsed",
        )
        said = chosen or Reply.LATER
        named = _candidate(here, question, said, candidate)
    here.answers[question.key] = answer_of(said, named)


def _show_commune(here: Deposit, question: Question) -> None:
    """Ask which of the communes of one name is meant.

    The one where most of the file lies is chosen already; else it is left without one.
    """
    words = {
        LATER: "Je ne sais pas encore",
        **{
            f"{COMMUNE}{one.id}": f"{one.name}, {one.commune} ({one.id})"
            for one in question.candidates
        },
    }
    answers = list(words)
    first = question.candidates[0]
    likely = f"{COMMUNE}{first.id}" if first.reason else LATER
    known = here.answers.get(question.key, likely)
    with st.container(border=True, gap="xsmall", key=here.widget(f"commune-{question.key}")):
        st.text(question.sentence)
        here.answers[question.key] = st.selectbox(
            question.sentence,
            answers,
            index=answers.index(known) if known in answers else 0,
            format_func=words.__getitem__,
            key=here.widget(f"choix-{question.key}"),
            label_visibility="collapsed",
        )
        if first.reason and here.answers[question.key] == likely:
            st.caption(esc_md(f"Proposé : c’est {first.reason} de ce fichier."))


def _candidate(here: Deposit, question: Question, reply: Reply, known: str) -> str:
    """The actor that the reply is about; asked only where there are several."""
    candidates = {one.id: one for one in question.candidates}
    first = known if known in candidates else question.candidates[0].id
    if reply not in NAMING:
        return first
    if len(candidates) == 1:
        if reply is Reply.PART_OF:
            named = candidates[first].words
            st.caption(esc_md(f"{quoted(question.value)} devient un service de {named}."))
        return first
    ids = list(candidates)
    return st.selectbox(
        "Laquelle ?",
        ids,
        index=ids.index(first),
        format_func=lambda one: candidates[one].words,
        key=here.widget(f"laquelle-{question.key}"),
    )


def _show_refused(here: Deposit, report: ImportReport) -> None:
    good = sum(file.rows_read - file.refused for file in report.files)
    refused = [
        problem
        for file in report.files
        for problem in file.problems
        if problem.severity is Severity.REFUSED
    ]
    with st.container(border=True, key=here.widget("refus")):
        st.subheader(esc_md(refused_sentence(report.refused)), anchor=False)
        _show_problems(refused)
        if not report.valid_only:
            here.valid_only = False
            st.text(
                "Aucune ligne ne peut entrer : corrigez le fichier, puis déposez-le de nouveau."
            )
            return
        choices = {
            True: f"Importer {_good_rows(good)}",
            False: "Corriger le fichier d’abord, ne rien importer",
        }
        here.valid_only = st.radio(
            "Que faire de ces lignes ?",
            list(choices),
            index=0 if here.valid_only else 1,
            format_func=choices.__getitem__,
            key=here.widget("valables"),
        )


def refused_sentence(n: int) -> str:
    """Return « 2 lignes ne peuvent pas entrer telles quelles »."""
    if n == 1:
        return "1\xa0ligne ne peut pas entrer telle quelle"
    return f"{count(n, 'ligne')} ne peuvent pas entrer telles quelles"


def _good_rows(n: int) -> str:
    return "la seule ligne valable" if n == 1 else f"les {count(n, 'ligne valable')}"


def _show_problems(problems: Sequence[Problem]) -> None:
    groups = grouped(problems)
    for group in groups[:_REFUSED_SHOWN]:
        st.text(capital(group_sentence(group)))
    if len(groups) > _REFUSED_SHOWN:
        st.text(f"… et {count(len(groups) - _REFUSED_SHOWN, 'point')} de plus, dans le rapport.")
