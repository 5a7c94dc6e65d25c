"""What a person may say of two names, and the answer that an import takes."""

from __future__ import annotations

from enum import Enum
from typing import Final

from actors_graph.changes.same_actor.answers import DIFFERENT, LATER, PART_OF, SAME


class Reply(Enum):
    """What a person may say of two names."""

    SAME = "Oui"
    DIFFERENT = "Non, deux structures"
    PART_OF = "C’est un service de…"
    LATER = "Plus tard"


# The replies that name the other actor.
NAMING: Final = {Reply.SAME: SAME, Reply.PART_OF: PART_OF}


def answer_of(reply: Reply, candidate: str) -> str:
    """Return the answer as an import takes it.

    >>> answer_of(Reply.SAME, "loc:rotonde"), answer_of(Reply.LATER, "loc:rotonde")
    ('meme:loc:rotonde', 'plus_tard')
    """
    if reply in NAMING:
        return f"{NAMING[reply]}{candidate}"
    return DIFFERENT if reply is Reply.DIFFERENT else LATER


def reply_of(answer: str) -> tuple[Reply, str]:
    """Return the reply that an answer says, and the actor it names.

    >>> reply_of("rattache:loc:mairie")
    (<Reply.PART_OF: 'C’est un service de…'>, 'loc:mairie')
    """
    for reply, word in NAMING.items():
        if answer.startswith(word):
            return reply, answer.removeprefix(word)
    return (Reply.DIFFERENT if answer == DIFFERENT else Reply.LATER), ""
