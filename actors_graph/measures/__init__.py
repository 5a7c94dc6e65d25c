"""What is: the measures of a network and what they rest on, as pure functions."""

from __future__ import annotations

from actors_graph.measures.alone import Alone, alone
from actors_graph.measures.concentration import Concentration, concentration
from actors_graph.measures.crossing import CrossingTies, crossing, crossing_at_each_level
from actors_graph.measures.evidence import Claim, Evidence, Finding, evidence
from actors_graph.measures.facts import Facts
from actors_graph.measures.findings import family_findings, findings, whole_findings
from actors_graph.measures.groups import By
from actors_graph.measures.hinges import Hinge, hinges
from actors_graph.measures.inventory import Inventory, inventory
from actors_graph.measures.links import OnlyLink, only_links
from actors_graph.measures.mixing_table import MixingTable, mixing_at_each_level, mixing_table
from actors_graph.measures.movement import Movement, movement
from actors_graph.measures.narrower import at_each_level, without_institution
from actors_graph.measures.partners import CommitteeTies, Partners, committee_ties, partners
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
    "CommitteeTies",
    "Concentration",
    "CrossingTies",
    "Evidence",
    "Facts",
    "Finding",
    "Hinge",
    "Holds",
    "Inventory",
    "MixingTable",
    "Movement",
    "OnlyLink",
    "Partners",
    "Passages",
    "Profile",
    "Standing",
    "Stands",
    "Summary",
    "alone",
    "at_each_level",
    "committee_ties",
    "concentration",
    "crossing",
    "crossing_at_each_level",
    "evidence",
    "family_findings",
    "findings",
    "hinges",
    "inventory",
    "measures_report",
    "mixing_at_each_level",
    "mixing_table",
    "movement",
    "only_links",
    "partners",
    "passages",
    "paths",
    "profile",
    "standing",
    "summary",
    "whole_findings",
    "without_institution",
]
