"""MODEL rule 1: where ids come from when a row gives none."""

from __future__ import annotations

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from actors_graph.model import TABLES
from actors_graph.model.ids import elu_id, row_id, slug, territory_ref, tie_id

TIES = TABLES["collaborations"]


def test_rule_1_a_tie_is_the_digest_of_its_identity() -> None:
    row = {"a": "x:b", "b": "x:a", "nature": "partenariat", "starts_on": "2024", "source": "s"}

    # By hand: the family, the sorted ends, then nature, theme, project, start, declarant, source.
    text = '["collaboration", "x:a", "x:b", "partenariat", "", "", "2024", "", "s"]'
    assert tie_id(TIES, row) == hashlib.sha256(text.encode()).hexdigest()[:16]


@given(st.text(), st.text())
def test_rule_1_the_order_of_the_ends_does_not_matter(a: str, b: str) -> None:
    assert tie_id(TIES, {"a": a, "b": b}) == tie_id(TIES, {"a": b, "b": a})


def test_rule_1_a_directed_tie_has_a_direction() -> None:
    funding = TABLES["fundings"]
    there = {"funder": "a", "beneficiary": "b"}

    assert tie_id(funding, there) != tie_id(funding, {"funder": "b", "beneficiary": "a"})


def test_rule_1_an_actor_is_its_register_number_else_its_name() -> None:
    actors = TABLES["actors"]
    row = {"name": "L’Œuvre & Cie", "commune_code": "03190", "siren": "210301909"}

    assert row_id(actors, {**row, "rna": "W031000001", "siret": "1"}) == "rna:W031000001"
    assert row_id(actors, {**row, "siret": "21030190900017"}) == "siret:21030190900017"
    assert row_id(actors, row) == "siren:210301909"
    assert row_id(actors, {**row, "siren": None}) == "loc:l-oeuvre-cie-03190"


def test_rule_1_an_elu_is_a_keyed_hash_that_another_store_cannot_guess() -> None:
    here = elu_id(name="Marie Durand", birth_date="1970-01-01", identity_key=b"a")

    assert re.fullmatch(r"elu:[0-9a-f]{16}", here)
    assert here == elu_id(name="MARIE  DURAND", birth_date="1970-01-01", identity_key=b"a")
    assert here != elu_id(name="Marie Durand", birth_date="1970-01-01", identity_key=b"b")
    assert here != elu_id(name="Marie Durand", birth_date="1970-01-02", identity_key=b"a")


@given(st.text())
def test_a_slug_is_of_words_and_hyphens(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


def test_a_commune_code_stands_for_its_territory() -> None:
    assert territory_ref(TABLES["actors"], "commune_code", "03190") == "com:03190"
    assert territory_ref(TABLES["actors"], "acts_in", "arr:031") == "arr:031"
