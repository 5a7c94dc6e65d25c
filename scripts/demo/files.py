"""The demonstration as files: every table of MODEL, then the messy files to import."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from actors_graph.model import TABLES
from demo import messy, stories
from demo.cards import Cards, theme_rows
from demo.committees import committee_rows, seat_rows
from demo.geography import territory_rows
from demo.life import Life, follow_up_rows
from demo.money import Money, budget_rows, floor_rows
from demo.people import contact_rows, mandate_rows, membership_rows
from demo.roster import FOLDER
from demo.rows import AS_OF
from demo.statements import Statements
from demo.web import weave

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from demo.rows import Row, Tables


def tables() -> Tables:
    """All lines, by the name of their table in `actors_graph.model`."""
    life = Life()
    money = Money(life.projects, life.participations)
    return {
        "territories": territory_rows(),
        "themes": theme_rows(),
        "actors": Cards().rows,
        "contacts": contact_rows(),
        "committees": committee_rows(),
        "projects": life.projects,
        "meetings": life.meetings,
        "followups": follow_up_rows(),
        "applications": money.applications,
        "budgets": budget_rows(),
        "targets": floor_rows(),
        "collaborations": Statements(weave(), life.shared_projects()).rows,
        "fundings": money.grants,
        "memberships": membership_rows(),
        "mandates": mandate_rows(),
        "participations": [*seat_rows(), *life.participations],
        "attendances": life.attendances,
    }


def header(table: str) -> list[str]:
    """French columns of the file of a table; the id of a tie stays empty, it is computed."""
    return [field.column for field in TABLES[table].fields if field.column]


def csv_bytes(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A file of the import schema: UTF-8, comma, line feed."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def files() -> Mapping[str, bytes]:
    """Content of each file of `import/demo/`, by its path there."""
    found = {TABLES[table].file: csv_bytes(header(table), rows) for table, rows in tables().items()}
    found["demo.toml"] = _settings()
    found["LISEZMOI.md"] = (FOLDER / "LISEZMOI.md").read_bytes()
    faulty = messy.messy_files()
    return found | {f"{messy.MESSY_FOLDER}/{name}": content for name, content in faulty.items()}


def _settings() -> bytes:
    lines = (
        "# Le territoire de démonstration : ses acteurs et ses liens sont inventés.",
        f"as_of = {AS_OF.isoformat()}",
        f'title = "{stories.TITLE}"',
        f'notice = "{stories.NOTICE}"',
    )
    return ("\n".join(lines) + "\n").encode()
