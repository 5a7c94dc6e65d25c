"""A thousand hostile tables, imported dry: a report or a sentence, and a store left alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors_graph.changes.imports import import_files
from actors_graph.errors import InputError
from actors_graph.sources import importable, kind_of

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access.session import Session

KINDS = [kind_of(table) for table in importable()]
NAMES = sorted(
    {
        name
        for table in importable()
        for field in table.fields
        if field.column
        for name in (field.column, *field.synonyms)
    }
)
HOSTILE = [
    "", " ", '"', '""', "'", "\\", ",", ";", "\t", "|", "\n", "\r", "a\nb", "=1+1", "@SUM(A1)",
    "-1", "NaN", "inf", "1e999", "-0", "0x1F", "1 014,50 €", "9" * 40, "٣٤", "½", "31/02/2020",
    "0000-00-00", "9999-99-99", "2026-13", "12/05/26", "03190", "3190", '="03190"', "com:03190",
    "W123456789", "00000000000000", "10065308000160", "353867203.0", "oui", "peut-être", "x" * 300,
    "\u202eélagér", "e\u0301", "\ufeff", "\x85", "\x1f", "\x7f", "\ufffd", "🧑‍🤝‍🧑", "Ã©",
    "<script>alert(1)</script>", "'; DROP TABLE actors; --", "../../etc/passwd", "%s%n", "{0}",
    "association", "collectivite", "adhesion", "mandat", "CCAS, centre social ; MJC | régie",
]  # fmt: skip
PIECES = [
    b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"id,nom\n", b"id;nom;type\r\n", b"a;b", b"\r", b"\n",
    b'"', b"\xe9", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"sep=;\n", b"%PDF", b"<html>", b"\x8f",
]  # fmt: skip
# A nul refuses the whole file at once: those of PIECES and of the raw bytes suffice.
TEXT = st.characters(codec="utf-8", exclude_characters="\0")
CELLS = st.sampled_from(HOSTILE) | st.text(TEXT, max_size=12)
FORMS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "mac-roman"])
ROWS = st.lists(st.lists(CELLS, max_size=9), max_size=8)
BYTES = st.binary(max_size=200) | st.lists(
    st.sampled_from(PIECES) | st.binary(max_size=6), max_size=20
).map(b"".join)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table with columns of the model, hostile cells, titles and notes, badly written."""
    separator, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    header = draw(st.lists(st.sampled_from(NAMES) | CELLS, min_size=1, max_size=8))
    full = draw(st.lists(st.tuples(*[CELLS] * len(header)), max_size=8))
    above = draw(st.sampled_from([[], [["Titre"]], [["Liste", "", "x"], []], [["sep=;"]]]))
    below = draw(st.sampled_from([[], [["Total", "12"]], [["Extraction du 01/03/2017"]]]))
    lines = [*above, header, *full, *draw(ROWS), *below]
    quote = '"{}"' if draw(st.booleans()) else "{}"
    text = end.join(
        separator.join(quote.format(cell.replace('"', '""')) for cell in cells) for cells in lines
    )
    return text.encode(draw(FORMS), errors="replace")


@settings(max_examples=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=tables() | BYTES, kind=st.sampled_from(KINDS) | st.none())
def test_a_hostile_table_ends_as_a_report_or_a_sentence(
    session: Session, tmp_path: Path, data: bytes, kind: str | None
) -> None:
    path = tmp_path / f"{kind or 'x'}.csv"
    path.write_bytes(data)

    said = sentences(session, path, kind=kind)

    assert all(said)
    assert not [text for text in said if "Traceback" in text]
    assert session.revision().number == 0


def sentences(session: Session, path: Path, *, kind: str | None) -> list[str]:
    """What the import says, each sentence with its remedy where it stops there."""
    try:
        report = import_files(session, [path], kind=kind, dry_run=True)
    except InputError as error:
        return [str(error), error.remedy]
    return [json.dumps(report.to_dict()), *report.lines()]
