from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from actors_graph.measures.past import past_ties, period

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts


def test_what_had_ended_is_told_apart_from_what_goes_on(measure: Callable[..., Facts]) -> None:
    """At 2026-09-01: two past years of one committee, today's year of another, one old project."""
    facts = measure(
        {"families": "participation,collaboration"},
        actors=["a", "b"],
        committees=[
            {"id": "local", "name": "Comité local", "level": "local"},
            {"id": "other", "name": "Comité départemental", "level": "departemental"},
        ],
        projects=[{"id": "p", "name": "Village", "kind": "evenement"}],
        collaborations=[{"a": "b", "b": "a", "ends_on": "2020-06"}],
        participations=[
            {"actor": "a", "target": "local", "role": "membre", "starts_on": y, "ends_on": y}
            for y in ("2023", "2022")
        ]
        + [
            {"actor": "a", "target": "other", "role": "membre", "starts_on": "2026"},
            {"actor": "a", "target": "p", "role": "porteur", "ends_on": "2019"},
            {"actor": "b", "target": "p", "role": "pilote", "ends_on": "2019"},
        ],
    )

    found = past_ties(facts, "a")

    assert [(one.family, one.other, one.label, one.spans) for one in found] == [
        ("participation", "local", "membre", (("2022", "2022"), ("2023", "2023"))),
        ("collaboration", "b", None, ((None, "2020-06"),)),
        ("participation", "p", "porteur", ((None, "2019"),)),
    ]
    assert found[0].to_dict()["spans"] == [["2022", "2022"], ["2023", "2023"]]
    assert [one.other for one in past_ties(facts, "b")] == ["a", "p"]
    # History is in no measure: the committee of 2022 and 2023 is no node, the tie of 2020 no tie.
    assert facts.network.labels == ("A", "B", "Comité départemental")
    assert facts.partners[facts.network.row_of["b"]] == 0


def test_day_that_ends_a_tie_is_its_last(measure: Callable[..., Facts]) -> None:
    """Whoever leaves in September 2026 is still there on the first of that month."""
    ends = ("2026-09", "2026-09-01", "2026-08-31", "2026-08", "2026")
    facts = measure(
        actors=["a", *(f"b{place}" for place in range(len(ends)))],
        collaborations=[
            {"a": "a", "b": f"b{place}", "ends_on": end} for place, end in enumerate(ends)
        ],
    )

    assert [one.other for one in past_ties(facts, "a")] == ["b2", "b3"]


@given(st.lists(st.tuples(st.integers(1950, 2030), st.integers(0, 6)), min_size=1, max_size=6))
def test_period_names_exactly_the_years(spans: list[tuple[int, int]]) -> None:
    """Law: read back, the words give the years of the spans and no other."""
    words = period(tuple((str(start), f"{start + more}-06") for start, more in spans))

    read: set[int] = set()
    numbers = words.replace(",", " ").split()
    for place, word in enumerate(numbers):
        if word.isdigit():
            read.add(int(word))
        if word == "à":
            read |= set(range(int(numbers[place - 1]), int(numbers[place + 1])))

    assert read == {year for start, more in spans for year in range(start, start + more + 1)}
