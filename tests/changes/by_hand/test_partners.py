"""« Qui travaille avec qui ? »: partners ticked for one structure, in one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.access.roles import Role, User
from actors_graph.access.session import Session
from actors_graph.changes.by_hand.partners import Untie, known_partners, record_partners
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError, NotAllowedError
from actors_graph.measures import inventory

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

ACTORS = "id,nom,type,commune,source\n" + "".join(
    f"{i},Structure {i.upper()},association,Vichy,liste\n" for i in "abcde"
)
TIES = (
    "acteur_a,acteur_b,niveau,niveau_dit,fin,source\n"
    "a,b,2,se voient souvent,,liste\na,c,1,,2020,liste\na,e,1,,2026,liste\n"
)
BOTH = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    engine: str = request.param
    return engine


@pytest.fixture
def five(bring: Bring, session: Session) -> Session:
    bring(acteurs=ACTORS, collaborations=TIES)
    return session


def ties(session: Session) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = session.tables(["collaborations"])["collaborations"].to_pylist()
    return rows


def known(session: Session, actor: str = "a") -> dict[str, int | None]:
    return {partner.id: partner.level for partner in known_partners(session, actor)}


def test_the_partners_of_today_are_known(five: Session) -> None:
    """The tie with c ended in 2020; a tie that ends in 2026 holds until its last day."""
    assert known(five) == {"b": 2, "e": 1}
    assert known(five, "b") == {"a": 2}
    assert known_partners(five, "a")[0].wording == "se voient souvent"


def test_ticks_are_declarations_of_today(five: Session) -> None:
    before = five.canonical_hash()

    report = record_partners(
        five, "a", ticked={"c": "coopèrent", "d": "on se croise"}, declared_by="a"
    )

    new = [tie for tie in ties(five) if tie["source"] == "saisie"]
    assert {
        (t["a"], t["b"], t["level"], t["level_wording"], t["declared_by"], t["evidence"])
        for t in new
    } == {
        ("a", "c", 3, None, "a", "declaration"),
        ("a", "d", None, "on se croise", "a", "declaration"),
    }
    assert {t["checked_on"] for t in new} == {"2026-09-01"}
    actor = five.tables(["actors"], ids=["a"])["actors"].to_pylist()[0]
    assert actor["partners_asked_on"] == "2026-09-01"
    assert (report.added, report.changed) == (("c", "d"), ())
    assert five.journal()[-1].counts.total == 3
    undo(five, report.operation)
    assert five.canonical_hash() == before


def test_a_tick_that_says_nothing_new_adds_nothing(five: Session) -> None:
    report = record_partners(five, "a", ticked={"b": "", "e": "se connaissent"})

    assert (report.added, report.changed, len(ties(five))) == ((), (), 3)
    assert report.sentence == "Noté : rien n’a changé."


def test_a_level_by_hand_stands_beside_that_of_a_file(five: Session) -> None:
    first = record_partners(five, "a", ticked={"b": "se connaissent"})
    second = record_partners(five, "a", ticked={"b": "portent ensemble"})
    third = record_partners(five, "a", ticked={"b": ""})

    assert first.changed == second.changed == ("b",)
    assert third.changed == ()
    assert known(five)["b"] == 4
    levels = {t["source"]: t["level"] for t in ties(five) if t["b"] == "b"}
    assert levels == {"liste": 2, "saisie": 4}


def test_the_other_partner_may_say_so_too(five: Session) -> None:
    """MODEL rule 3: two different declarants confirm a pair."""
    record_partners(five, "a", ticked={"d": "coopèrent"}, declared_by="a")
    report = record_partners(five, "d", ticked={"a": "coopèrent"}, declared_by="d")
    again = record_partners(five, "d", ticked={"a": "coopèrent"}, declared_by="d")

    assert (report.confirmed, again.confirmed) == (("a",), ())
    assert {t["declared_by"] for t in ties(five) if t["b"] == "d"} == {"a", "d"}


def test_what_is_unticked_ends_or_goes(five: Session) -> None:
    before = five.canonical_hash()

    report = record_partners(five, "a", ticked={}, untied={"b": Untie.ENDED, "e": Untie.MISTAKE})

    assert {t["b"]: t["ends_on"] for t in ties(five)} == {"b": "2026-09-01", "c": "2020"}
    assert (report.ended, report.removed, known(five)) == (("b",), ("e",), {})
    assert report.sentence == "Noté : 1\xa0partenariat terminé et 1\xa0lien retiré."
    undo(five, report.operation)
    assert five.canonical_hash() == before


def test_a_partner_that_comes_back_begins_again(five: Session) -> None:
    record_partners(five, "a", ticked={"d": "se coordonnent"})
    record_partners(five, "a", ticked={}, untied={"d": Untie.ENDED})
    record_partners(five, "a", ticked={"d": "coopèrent"})
    record_partners(five, "a", ticked={}, untied={"d": Untie.ENDED})
    record_partners(five, "a", ticked={"d": "coopèrent"})

    own = sorted((t["starts_on"] or "", t["ends_on"] or "") for t in ties(five) if t["b"] == "d")
    assert own == [("", "2026-09-01"), ("2026-09-01", "")]


def test_nobody_known_is_an_answer(five: Session) -> None:
    """MODEL rule 7: asked, and none: documented."""
    documented = inventory(five).documented

    report = record_partners(five, "d", ticked={}, none_known=True)

    assert inventory(five).documented == documented + 1
    assert len(ties(five)) == 3
    assert report.sentence == "Noté : pas de partenaire à votre connaissance."


def test_nobody_known_is_refused_while_partners_are(five: Session) -> None:
    with pytest.raises(InputError, match="2\xa0partenaires sont notés"):
        record_partners(five, "a", ticked={}, none_known=True)
    record_partners(five, "a", ticked={}, none_known=True, untied=dict.fromkeys("be", Untie.ENDED))
    assert known(five) == {}


@pytest.mark.parametrize(
    ("ticked", "untied", "said"),
    [
        ({"z": ""}, {}, "n’existe pas"),
        ({"a": ""}, {}, "propre partenaire"),
        ({"b": ""}, {"b": Untie.ENDED}, "cochée et décochée"),
    ],
)
def test_what_cannot_be_noted_is_refused(
    five: Session, ticked: dict[str, str], untied: dict[str, Untie], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        record_partners(five, "a", ticked=ticked, untied=untied)

    assert len(five.journal()) == 1


def test_a_reader_notes_nothing(five: Session) -> None:
    reader = Session(five._store, user=User("r", Role.READER), settings=five.settings)

    with pytest.raises(NotAllowedError):
        record_partners(reader, "a", ticked={"d": ""})
