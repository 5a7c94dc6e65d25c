"""The ready-made questions of `queries/questions/`, asked to a Neo4j store with typed values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actors_graph.errors import InputError
from actors_graph.model.ties import TIES
from actors_graph.store.statements import load_query, statement_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.store.neo4j_store import Neo4jStore
    from actors_graph.store.statements import Declared

_FOLDER = "questions"
# The parameter that says which ties are looked at, and those that it may name.
_TIES = "ties"
_RELATIONSHIPS = {
    str(table.family): table.label
    for table in TIES
    if table.by_name[table.target].refers_to == ("actors",)
}


def question_names() -> tuple[str, ...]:
    """Names of the questions, without their folder."""
    return tuple(name.removeprefix(f"{_FOLDER}/") for name in statement_names(_FOLDER))


def ask(
    store: Neo4jStore, name: str, values: Mapping[str, str], *, on: str
) -> list[dict[str, Any]]:
    """Ask one question; rows as the question declares them.

    Args:
        store: a Neo4j store.
        name: the question.
        values: what the user gave, as texts; lists are separated by commas.
        on: the day it is for these data, where the question has a date `on` and none is given.

    Raises:
        InputError: no such question, an unknown, missing or wrong value.
    """
    names = question_names()
    if name not in names:
        known = ", ".join(names) or "aucune"
        raise InputError(
            f"La question « {name} » n’existe pas.", remedy=f"Questions possibles : {known}."
        )
    statement = load_query(f"{_FOLDER}/{name}")
    declared = {param.name: param for param in statement.params}
    for key in values:
        if key not in declared:
            known = ", ".join(declared) or "aucune"
            raise InputError(
                f"La question « {name} » ne demande pas « {key} ».",
                remedy=f"Valeurs demandées : {known}.",
            )
    given = {"on": on, **values} if "on" in declared else values
    params = {key: _typed(param, given.get(key, param.default)) for key, param in declared.items()}
    return store.ask(statement.name, params)


def _typed(param: Declared, text: str | None) -> object:
    if text is None:
        raise InputError(f"Il manque la valeur « {param.name} ».", remedy=f"Ajoutez {param.name}=…")
    if param.type == "list[str]":
        items = [item.strip() for item in text.split(",") if item.strip()]
        return [_relationship(item) for item in items] if param.name == _TIES else items
    if param.type == "bool":
        return text.lower() in {"1", "oui", "true", "vrai"}
    try:
        return {"int": int, "float": float}.get(param.type, str)(text)
    except ValueError as error:
        raise InputError(f"La valeur « {param.name} » doit être un nombre.", value=text) from error


def _relationship(text: str) -> str:
    """Type of the relationships of a family, given by either name."""
    found = _RELATIONSHIPS.get(text, text)
    if found not in _RELATIONSHIPS.values():
        raise InputError(
            f"La sorte de lien « {text} » n’existe pas.",
            value=text,
            remedy=f"Possibles : {', '.join(_RELATIONSHIPS)}.",
        )
    return found
