"""How far each measure may be said: the minima of METHOD (MODEL rule 8).

Numbers are never changed by a claim; pages, exports and sentences obey it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.measures.about import MEASURES
from actors_graph.measures.evidence import COMPLETENESS_MINIMUM, Claim
from actors_graph.model.kinds import Family

if TYPE_CHECKING:
    from actors_graph.measures.about import About
    from actors_graph.measures.evidence import Evidence
    from actors_graph.network import Network

# Exact betweenness takes O(n m): for the actors of a territory.
BETWEENNESS_LIMIT: Final = 1000

# Undefined where committees, projects and meetings are nodes.
ONE_MODE_ONLY: Final = frozenset(
    {"degree_centralisation", "constraint", "effective_size", "one_partner"}
)

_COMMITTEE_LIMIT: Final = 50


def claims(network: Network, evidence: Evidence) -> dict[str, Claim]:
    """Claim of each measure, in the order of `about.MEASURES`.

    Without any tie nothing is known of who works with whom: every measure but completeness is
    withheld, and no actor is said to be alone.
    """
    return {about.field: _claim(about, network, evidence) for about in MEASURES}


def _claim(about: About, network: Network, evidence: Evidence) -> Claim:
    if about.field != "completeness" and not evidence.ties:
        return Claim.WITHHELD
    enough = evidence.n >= about.min_actors and evidence.ties >= about.min_ties
    if not enough or not _applies(about.field, network, evidence):
        return Claim.WITHHELD
    completeness = evidence.completeness or 0.0
    if about.checked and completeness < COMPLETENESS_MINIMUM:
        return Claim.QUESTION
    return Claim.OK


def _applies(field: str, network: Network, evidence: Evidence) -> bool:
    scope = network.scope
    if field == "density":
        declared = scope.families == (Family.COLLABORATION,)
        return bool(scope.committee) and declared and evidence.n <= _COMMITTEE_LIMIT
    if field == "confirmed":
        return Family.COLLABORATION in scope.families
    if field == "assortativity":
        # Memberships, mandates and fundings join different kinds by nature.
        return scope.families == (Family.COLLABORATION,)
    if field == "betweenness":
        return len(network.ids) <= BETWEENNESS_LIMIT
    if field in ONE_MODE_ONLY:
        return not scope.is_two_mode
    return True
