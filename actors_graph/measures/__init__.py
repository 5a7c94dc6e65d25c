"""What is: the measures of a network and what they rest on, as pure functions."""

from __future__ import annotations

from actors_graph.measures.alone import Alone, alone
from actors_graph.measures.evidence import Claim, Evidence, Finding, evidence
from actors_graph.measures.facts import Facts
from actors_graph.measures.findings import findings
from actors_graph.measures.groups import By
from actors_graph.measures.hinges import Hinge, hinges
from actors_graph.measures.inventory import Inventory, inventory
from actors_graph.measures.links import OnlyLink, only_links
from actors_graph.measures.passages import Passages, passages
from actors_graph.measures.paths import paths
from actors_graph.measures.profile import Profile, profile
from actors_graph.measures.report import measures_report
from actors_graph.measures.standing import Holds, Standing, Stands, standing
from actors_graph.measures.summary import Summary, summary

__all__ = [
    "Alone",
    "By",
    "Claim",
    "Evidence",
    "Facts",
    "Finding",
    "Hinge",
    "Holds",
    "Inventory",
    "OnlyLink",
    "Passages",
    "Profile",
    "Standing",
    "Stands",
    "Summary",
    "alone",
    "evidence",
    "findings",
    "hinges",
    "inventory",
    "measures_report",
    "only_links",
    "passages",
    "paths",
    "profile",
    "standing",
    "summary",
]
