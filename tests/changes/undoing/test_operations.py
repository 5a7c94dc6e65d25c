"""The journal in words: what was done, by whom, and what may be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.changes.by_hand.forms import create_row, edit_row, remove_tie
from actors_graph.changes.by_hand.partners import record_partners
from actors_graph.changes.erase import erase
from actors_graph.changes.same_actor.duplicates import answer_pair
from actors_graph.changes.undoing.operations import past_operations
from actors_graph.changes.undoing.undo import undo
from actors_graph.model import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

ACTORS = "id,nom,type,source\n" + "".join(f"{i},{i.upper()},association,s\n" for i in "abcdef")


def test_each_operation_is_said_in_words(bring: Bring, session: Session) -> None:
    bring(acteurs=ACTORS)
    answer_pair(session, "a", "b", answer="different")
    answer_pair(session, "c", "d", answer="meme:c")
    answer_pair(session, "e", "f", answer="rattache:f")
    record_partners(session, "a", ticked={"b": ""})
    edit_row(session, TABLES["actors"], {"phone": "04 70 11 22 33"}, id="a", version=2)
    create_row(session, TABLES["themes"], {"id": "sport", "label": "Sport"})
    undo(session, "3")
    undo(session, "8")
    create_row(session, TABLES["actors"], {"id": "z", "name": "Z", "kind": "elu", "source": "s"})
    erase(session, "z")

    done = past_operations(session, limit=0)

    assert [(one.title, one.undone, one.undoable) for one in reversed(done)] == [
        ("Import de acteurs.csv", False, True),
        ("«\xa0A\xa0» et «\xa0B\xa0» : deux acteurs différents", False, True),
        ("Fiches réunies : «\xa0D\xa0» dans «\xa0C\xa0»", False, True),
        ("«\xa0E\xa0» rattaché à «\xa0F\xa0»", False, True),
        ("Partenaires notés : «\xa0A\xa0»", False, True),
        ("Correction : «\xa0A\xa0»", False, True),
        ("Ajout : «\xa0Sport\xa0»", False, True),
        ("Annulé : fiches réunies : «\xa0D\xa0» dans «\xa0C\xa0»", True, False),
        ("Retour en arrière", False, True),
        ("Correction", False, True),
        ("Effacement", False, False),
    ]


def test_a_form_is_said_by_the_row_that_it_writes(bring: Bring, session: Session) -> None:
    bring(acteurs=ACTORS)
    create_row(session, TABLES["actors"], {"name": "Club", "kind": "autre", "commune": "Vichy"})
    tie = create_row(session, TABLES["collaborations"], {"a": "a", "b": "b"})
    remove_tie(session, TABLES["collaborations"], id=tie.id, version=1)

    assert [one.title for one in past_operations(session, limit=3)] == [
        "Retrait : «\xa0A – B\xa0»",
        "Ajout : «\xa0A – B\xa0»",
        "Ajout : «\xa0Club\xa0»",
    ]


def test_only_the_last_ones_are_read(bring: Bring, session: Session) -> None:
    bring(acteurs=ACTORS)
    answer_pair(session, "a", "b", answer="different")

    assert [one.operation for one in past_operations(session, limit=1)] == ["2"]
