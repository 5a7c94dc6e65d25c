"""The ready-made questions, as one chooses among them: no store is needed to list them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, its sentence, the values it must be given and those it may be."""

    name: str
    sentence: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]


def ready_questions() -> tuple[Question, ...]:
    """All questions, by name; the date `on` is never needed, the store gives it."""
    from actors_graph.store.questions import question_names
    from actors_graph.store.statements import load_query

    found = []
    for name in question_names():
        statement = load_query(f"questions/{name}")
        needs = [p.name for p in statement.params if p.default is None and p.name != "on"]
        takes = [p.name for p in statement.params if p.name not in needs]
        found.append(Question(name, statement.doc, tuple(needs), tuple(takes)))
    return tuple(found)
