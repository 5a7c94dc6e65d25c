from __future__ import annotations

import pytest

from actors_graph.errors import InputError
from actors_graph.model.kinds import ActorKind, Family
from actors_graph.network.scope import Boundary, Scope, parse_scope


def test_nothing_asked_is_every_collaboration() -> None:
    assert parse_scope({}) == Scope()
    assert parse_scope({"families": "", "min_level": ""}) == Scope()


def test_texts_become_closed_values_in_the_order_of_the_model() -> None:
    scope = parse_scope(
        {
            "perimeter": "arr:031, com:03190,arr:031",
            "families": "mandat,adhesion",
            "min_level": "2",
            "kinds": "elu,association",
            "since": "2024-03",
            "on": "2026-03-01",
            "without": "x",
            "boundary": "documented",
            "confirmed_only": "oui",
        }
    )

    assert scope == Scope(
        perimeter=("arr:031", "com:03190"),
        families=(Family.MEMBERSHIP, Family.MANDATE),
        min_level=2,
        kinds=(ActorKind.ASSOCIATION, ActorKind.ELU),
        since="2024-03",
        on="2026-03-01",
        without=("x",),
        boundary=Boundary.DOCUMENTED,
        confirmed_only=True,
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"families": "adhesions"}, "La famille de liens « adhesions » n’existe pas. Possibles"),
        ({"kinds": "asso"}, "Le type d’acteur « asso » n’existe pas. Possibles : association"),
        ({"min_level": "5"}, "Le niveau « 5 » n’existe pas. Choisissez un niveau de 1 à 4."),
        ({"min_level": "deux"}, "Le niveau « deux » n’existe pas."),
        ({"on": "2026-02-30"}, "« 2026-02-30 » n’est pas une date. Écrivez-la 2026"),
        ({"since": "hier"}, "« hier » n’est pas une date."),
        ({"boundary": "tous"}, "La limite « tous » n’existe pas. Possibles : all, documented."),
        ({"themas": "x"}, "Le critère « themas » n’existe pas. Possibles : themes."),
    ],
    ids=lambda value: next(iter(value.values())) if isinstance(value, dict) else "",
)
def test_what_does_not_exist_is_said(options: dict[str, str], sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_scope(options)

    assert sentence in str(caught.value)


def test_scope_as_plain_values_reads_back() -> None:
    scope = Scope(families=(Family.MANDATE,), on="2026", themes=("a", "b"))

    values = scope.to_dict()

    assert values["on"] == "2026"
    texts = {name: ",".join(value) for name, value in values.items() if isinstance(value, list)}
    assert parse_scope(texts | {"on": "2026"}) == scope
