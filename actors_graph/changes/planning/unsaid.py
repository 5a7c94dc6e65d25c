"""Fills what the model asks for and people do not write: the source, the sort of an actor.

Only where a file is read as people make them: in a file of the model these columns must be there.
What is filled is said once a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import ActorKind, ParticipationRole
from actors_graph.sources import Problem, Severity
from actors_graph.words import count

if TYPE_CHECKING:
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart

# Fields that have a value which claims nothing, by table.
_UNSAID: Final = {
    ("actors", "kind"): str(ActorKind.OTHER),
    ("participations", "role"): str(ParticipationRole.MEMBER),
}
_SAID: Final = {
    ("actors", "kind"): (
        "{n} sans type : « autre » en attendant.",
        "Complétez le type dans l’annuaire.",
    ),
}


def fill_unsaid(file: CheckedFile, part: CheckedPart) -> None:
    """Give a value to the required fields that the rows of a part leave empty.

    The source is the name of the file; an actor without a sort is « autre », somebody who takes
    part is a member. What a row does not say itself never replaces what the store knows.
    """
    table = part.table
    filled = dict.fromkeys(("source",), file.name) if "source" in table.by_name else {}
    filled |= {field: value for (name, field), value in _UNSAID.items() if name == table.name}
    for field, value in filled.items():
        lines = []
        for row in part.rows:
            if field not in row.values:
                row.values[field] = value
                row.unsaid = (*row.unsaid, field)
                lines.append(row.line)
        if lines and not part.named and (table.name, field) in _SAID:
            message, remedy = _SAID[table.name, field]
            text = message.format(n=count(len(lines), "ligne"))
            file.problems.append(Problem(lines[0], "", "", text, Severity.WARNING, remedy))
