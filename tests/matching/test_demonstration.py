"""The list of a mairie against the demonstration: six structures under other names, no other."""

from __future__ import annotations

import csv
from pathlib import Path

from demo import messy
from demo.roster import FOLDER

from actors_graph.matching import NameIndex, Records, Verdict, same_actor_pairs

ACTORS = Path(__file__).resolve().parents[2] / "import" / "demo" / "acteurs.csv"
# Two fiches that the demonstration offers as possible doubles.
TO_TELL_APART = {"loc:sabots-legers", "loc:sabots-legers-souvigny"}
CODES = {"03300": "03095", "03700": "03023"}
KINDS = {
    "association": "association",
    "entreprise ESS": "entreprise_ess",
    "groupe d'habitants": "groupe_habitants",
    "établissement": "etablissement",
    "service public": "service_public",
    "": "",
}


def known_actors() -> Records:
    with ACTORS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = ("id", "nom", "sigle", "code_insee", "siren", "siret", "rna", "type")
    return Records(*(tuple(row[column] for row in rows) for column in columns))


def listed() -> Records:
    with (FOLDER / "liste-mairie.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter=";") if row[0]]
    names = tuple(row[0] for row in rows)
    return Records(
        ids=names,
        names=names,
        communes=tuple(CODES[row[4]] for row in rows),
        kinds=tuple(KINDS[row[1]] for row in rows),
    )


def test_six_known_structures_are_found_and_no_other() -> None:
    known, mairie = known_actors(), listed()

    pairs = same_actor_pairs(mairie, against=known)

    found = {mairie.names[pair.a]: known.ids[pair.b] for pair in pairs}
    assert found == messy.ALREADY_KNOWN
    assert len(pairs) == len(found) == 6


def test_one_pair_of_the_demonstration_waits_to_be_told_apart() -> None:
    """The double there is to try; its two register numbers differ, so that it is only asked."""
    known = known_actors()

    (pair,) = same_actor_pairs(known)

    assert {known.ids[pair.a], known.ids[pair.b]} == TO_TELL_APART
    assert pair.verdict is Verdict.GREY


def test_each_actor_is_found_by_its_own_name() -> None:
    known = known_actors()
    index = NameIndex(known)

    for position, (name, commune) in enumerate(zip(known.names, known.communes, strict=True)):
        hits = index.find(name, commune=commune)
        sure = {hit.position for hit in hits if hit.verdict is Verdict.STRICT}
        others = {known.ids[row] for row in sure - {position}}
        assert position in sure, name
        assert not others or {known.ids[position], *others} == TO_TELL_APART, name
