"""The fields of a form, each with the control that suits what it takes.

A control writes the text that the reader of the field reads; nothing is typed or checked here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.model import FieldType
from actors_graph.model.geography import geography
from actors_graph.model.kinds import ActorKind, TerritoryKind
from actors_graph.model.titles import in_words
from actors_graph.sources import kind_of
from actors_graph.ui.column_words import target_label
from actors_graph.ui.escape import esc_md
from actors_graph.ui.labels import LEVELS, kind_label, territory_label
from actors_graph.ui.search import search_field
from actors_graph.ui.several import Several, choose_several
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from actors_graph.model import Field
    from actors_graph.ui.by_hand.entering_state import Form
    from actors_graph.ui.directory import Directory

LONG: Final = {"description", "summary", "comment", "result", "reuse", "audience"}
_DATE_HELP: Final = "12/05/2026, 05/2026 ou 2026 : ce que vous savez."
_SHOWN: Final = 6
_PLACE: Final = "Nom ou code postal"
_ACTOR_ASKED: Final = "Nom, sigle ou commune"
_LONGEST: Final = 2_000
# What an element of a list of references is called.
_NAMED: Final = {"committees": "name", "projects": "name", "themes": "label"}


def show_field(form: Form, name: str, directory: Directory) -> None:
    """Draw one field and keep what it holds."""
    target = form.schema.by_name[name]
    label = _label(form, target)
    form.texts[name] = _control(target)(form, target, label, directory)


def _label(form: Form, target: Field) -> str:
    if target.name == "commune_code":
        return "Commune"
    words = target_label(kind_of(form.schema), target.column)
    return f"{words} *" if target.required and target.name != "id" else words


def _control(target: Field) -> Callable[[Form, Field, str, Directory], str]:
    if target.name in _OWN:
        return _OWN[target.name]
    if target.values is not None:
        return _closed
    if target.refers_to == ("actors",):
        return _actor
    if target.refers_to:
        return _several if target.type is FieldType.LIST else _one
    return _text


def _text(form: Form, target: Field, label: str, _: Directory) -> str:
    draw = st.text_area if target.name in LONG else st.text_input
    is_date = target.type is FieldType.DATE
    return (
        draw(
            label,
            value=form.texts.get(target.name, ""),
            key=form.widget(target.name),
            max_chars=_LONGEST,
            help=_DATE_HELP if is_date else None,
            placeholder="inconnu" if not target.required else None,
        )
        or ""
    )


def _closed(form: Form, target: Field, label: str, _: Directory) -> str:
    members = [str(member.value) for member in target.values or ()]
    options = ["", *members]
    present = form.texts.get(target.name, "")
    words = kind_label if target.values is ActorKind else in_words
    return st.selectbox(
        label,
        options,
        index=options.index(present) if present in options else 0,
        format_func=lambda one: esc_md(words(one)) if one else "—",
        key=form.widget(target.name),
    )


def _level(form: Form, target: Field, label: str, _: Directory) -> str:
    options = ["", *(str(level) for level in sorted(LEVELS) if level)]
    present = form.texts.get(target.name, "")
    return st.selectbox(
        label,
        options,
        index=options.index(present) if present in options else 0,
        format_func=lambda one: LEVELS[int(one or 0)],
        key=form.widget(target.name),
    )


def _one(form: Form, target: Field, label: str, directory: Directory) -> str:
    names = _choices(target, directory)
    present = form.texts.get(target.name, "")
    options = ["", *names]
    if present and present not in names:
        options.append(present)
    return st.selectbox(
        label,
        options,
        index=options.index(present),
        format_func=lambda one: esc_md(names.get(one, directory.name(one))) if one else "—",
        key=form.widget(target.name),
    )


def _several(form: Form, target: Field, label: str, directory: Directory) -> str:
    names = _choices(target, directory)
    present = [one for one in form.texts.get(target.name, "").split("|") if one]
    names |= {one: directory.name(one) for one in present if one not in names}

    def keep(chosen: list[str]) -> None:
        form.texts[target.name] = "|".join(chosen)

    asked = Several(form.widget(target.name), label, names, none="Choisir")
    choose_several(asked, present, on_change=keep)
    return form.texts.get(target.name, "")


def _choices(target: Field, directory: Directory) -> dict[str, str]:
    """Names of what a field may refer to, by id, in their order."""
    found: dict[str, str] = {}
    for table in target.refers_to:
        rows = directory.tables[table]
        if table == "territories":
            found |= {
                row["id"]: territory_label(row["name"], row["kind"])
                for row in rows.select(["id", "name", "kind"]).to_pylist()
                if row["kind"] != TerritoryKind.COMMUNE
            }
        else:
            ids, names = rows["id"].to_pylist(), rows[_NAMED[table]].to_pylist()
            found |= dict(zip(ids, names, strict=True))
    return dict(sorted(found.items(), key=lambda one: one[1]))


def _actor(form: Form, target: Field, label: str, directory: Directory) -> str:
    present = form.texts.get(target.name, "")

    def found(asked: str) -> dict[str, str]:
        rows = directory.found(asked)[:_SHOWN]
        ids = [directory.actors["id"][row].as_py() for row in rows]
        return {
            one: ", ".join(part for part in (directory.name(one), directory.communes[row]) if part)
            for one, row in zip(ids, rows, strict=True)
        }

    return _picked(form, target.name, label, {present: directory.name(present)}, found)


def _commune(form: Form, target: Field, label: str, _: Directory) -> str:
    present = form.texts.get(target.name, "")
    kept = form.before.get("commune", "")
    written = kept if form.texts.get("commune", "") == kept else ""
    name = geography().name(f"com:{present}") if present else written

    def found(asked: str) -> dict[str, str]:
        places = geography().search(asked, limit=4 * _SHOWN)
        communes = [one for one in places if one.kind is TerritoryKind.COMMUNE]
        return {one.code: f"{one.name} ({one.code[:2]})" for one in communes[:_SHOWN]}

    code = _picked(form, target.name, label, {present: name}, found, placeholder=_PLACE)
    # A name that was not chosen in the list is looked up when the form is written.
    if target.name in form.unchosen:
        form.texts["commune"] = form.unchosen.pop(target.name)
    return code


def _picked(
    form: Form,
    name: str,
    label: str,
    present: Mapping[str, str],
    found: Callable[[str], dict[str, str]],
    *,
    placeholder: str = _ACTOR_ASKED,
) -> str:
    """One thing among many: what is chosen, or a search by name and what it finds."""
    ((chosen, words),) = present.items()
    form.unchosen.pop(name, None)
    if chosen or words:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{label} : {words}", width="stretch")
            if st.button("Changer", key=form.widget(f"{name}-changer"), type="tertiary"):
                form.texts[name] = ""
                if name == "commune_code":
                    form.texts["commune"] = ""
                st.rerun()
        return chosen
    asked = search_field(key=form.widget(f"{name}-cherche"), label=label, placeholder=placeholder)
    form.unchosen[name] = asked
    if not asked:
        return ""
    choices = found(asked)
    if not choices:
        st.text(f"Rien ne correspond à {quoted(asked)}.")
    for one, said in choices.items():
        if st.button(esc_md(said), key=form.widget(f"{name}-{one}"), type="tertiary"):
            form.texts[name] = one
            if name == "commune_code":
                form.texts["commune"] = geography().name(f"com:{one}")
            st.rerun()
    return ""


_OWN: Final = {"commune_code": _commune, "level": _level}
