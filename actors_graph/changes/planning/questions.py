"""The questions that an import asks a person, and the answers it takes.

Nothing is merged on a name alone: where a name comes near that of a known actor, the import asks.
A question left without an answer changes nothing: the row becomes an actor of its own, and the
pair waits in the queue of possible doubles.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from actors_graph.changes.same_actor.answers import DIFFERENT, LATER, PART_OF, SAME
from actors_graph.errors import InputError
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping


class QuestionKind(StrEnum):
    """What is asked: a commune, whether a row is a known actor, or whom a name in a cell means."""

    COMMUNE = "commune"
    SAME_ACTOR = "meme_acteur"
    NAME = "nom"


QUESTION_TITLES: Final = {
    QuestionKind.COMMUNE: "Dans quelle commune ?",
    QuestionKind.SAME_ACTOR: "Est-ce la même structure ?",
    QuestionKind.NAME: "Qui est nommé ?",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that a row or a name could be.

    Where a commune is asked, `id` is its code and `commune` the name of its département.

    Attributes:
        id: of the actor, in the store or among the files.
        name: as it is known.
        commune: name of its commune; empty where nobody knows it.
        reason: why it is proposed, in French, without capital nor final dot.
        sure: whether nothing speaks against it (the same words in the same commune).
    """

    id: str
    name: str
    commune: str
    reason: str
    sure: bool = False

    @property
    def words(self) -> str:
        """Its name and its commune, unless the name says it already: « CCAS de Vichy »."""
        said = not self.commune or f" {fold(self.commune)} " in f" {fold(self.name)} "
        return quoted(self.name) if said else f"{quoted(self.name)}, {self.commune}"

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the candidate as plain values."""
        return {
            "id": self.id,
            "name": self.name,
            "commune": self.commune,
            "reason": self.reason,
            "sure": self.sure,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one row or one name of a file.

    Attributes:
        key: under which the answer is given; the same at each reading of the same file.
        kind: what is asked.
        file: the file, with its sheet.
        line: its physical line; the first one for a name that comes back.
        column: the column that holds the name.
        value: the name as it is written.
        candidates: the actors it could be, most likely first.
        lines: all the lines that the answer decides.
    """

    key: str
    kind: QuestionKind
    file: str
    line: int
    column: str
    value: str
    candidates: tuple[Candidate, ...]
    lines: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """The question in French (WORDS, model 7)."""
        if self.kind is QuestionKind.COMMUNE:
            others = len(self.lines) - 1
            more = f" et {others} {'autres' if others > 1 else 'autre'}" if others > 0 else ""
            return f"Ligne {self.line}{more} : dans quelle commune est {quoted(self.value)} ?"
        first = self.candidates[0]
        others = len(self.candidates) - 1
        more = f", ou l’un des {others} autres proposés" if others > 1 else ""
        more = ", ou l’autre proposé" if others == 1 else more
        return f"Ligne {self.line} : {quoted(self.value)} est-il {first.words}{more} ?"

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the question as plain values."""
        return {
            "key": self.key,
            "kind": str(self.kind),
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "value": self.value,
            "question": self.sentence,
            "lines": list(self.lines or (self.line,)),
            "candidates": [candidate.to_dict() for candidate in self.candidates],
        }


COMMUNE: Final = "commune:"
_WORDS: Final = (
    f"{SAME}<identifiant>, {DIFFERENT}, {PART_OF}<identifiant>, {COMMUNE}<code> ou {LATER}"
)


def check_answers(answers: Mapping[str, str]) -> None:
    """Refuse an answer that is none of the words.

    Raises:
        InputError: names the answer.
    """
    for text in answers.values():
        named = text.removeprefix(SAME).removeprefix(PART_OF).removeprefix(COMMUNE)
        if text not in (DIFFERENT, LATER) and (named == text or not named):
            raise InputError(
                f"{quoted(text)} n’est pas une réponse connue.", remedy=f"Répondez : {_WORDS}."
            )
