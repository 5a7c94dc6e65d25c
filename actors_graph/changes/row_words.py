"""What a reader calls a row of each table when rows are counted."""

from __future__ import annotations

from typing import Final

# Territories are left out: they come from the geography, not from her files.
ROW_NOUNS: Final = {
    "actors": "structure",
    "contacts": "contact",
    "collaborations": "lien",
    "participations": "participation",
    "fundings": "subvention",
    "memberships": "adhésion",
    "mandates": "mandat",
    "projects": "projet",
    "committees": "comité",
    "meetings": "réunion",
    "attendances": "présence",
    "followups": "suite",
    "applications": "demande",
    "budgets": "montant voté",
    "targets": "plancher",
    "answers": "réponse",
    "themes": "thème",
}
