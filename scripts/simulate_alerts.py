"""Measure how many alerts are false or missed when ties are missing, and write docs/alertes.md.

    python scripts/simulate_alerts.py            writes the page (about ten seconds)
    python scripts/simulate_alerts.py --check    says whether the page is out of date

Networks known whole play the part of the truth: ties are dropped at random, and what the program
would say of what is left is held against the whole. They are read from the reference files beside
the project (ACTORS_GRAPH_SHARED) and never copied.
"""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms.dropping import Alerts, Dropping, dropped, survey
from actors_graph.algorithms.thinning import thinned
from actors_graph.measures.standing import HOLDS_FROM, LEAST_LINKS, Holds, hinge_stands, link_stands
from actors_graph.settings import Settings
from actors_graph.words import decimal, number, share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from actors_graph.algorithms.dropping import Seen
    from actors_graph.algorithms.plain import BoolArray, IntArray
    from actors_graph.algorithms.thinning import Thinned

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "alertes.md"

SHARES: Final = (0.1, 0.2, 0.3)
# Not that of the draws inside the program: the two must not follow each other.
SEED: Final = 1
DRAWS: Final = 200
# A file drawn from a département takes half a second.
LARGE, LARGE_DRAWS = 1_000, 20
BANDS: Final = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))

SORTS: Final = {
    "lone": "sans partenaire",
    "hinges": "fait seul le lien",
    "links": "seul lien",
}


@dataclass(frozen=True, slots=True)
class Truth:
    """A network known whole: its name in the page, where it comes from, its alerts."""

    name: str
    source: str
    network: Alerts

    @property
    def draws(self) -> int:
        """How many files are drawn from it where each is questioned in its turn."""
        return LARGE_DRAWS if len(self.network.weights) > LARGE else DRAWS


def truths(shared: Path) -> Iterator[Truth]:
    """The networks of the reference files: two classics, a partnership, a département."""
    yield Truth(
        "Familles de Florence",
        "mariages entre 16 familles au XVe siècle, Padgett & Ansell (1993)",
        _case(shared, "v03"),
    )
    yield Truth("Club de Zachary", "34 personnes, Zachary (1977)", _case(shared, "v04"))
    yield Truth(
        "Partenariat de l’Indiana",
        "25 organisations, collaborations formelles sur plusieurs projets, Luke (2015)",
        _case(shared, "v10", least=4),
    )
    yield Truth(
        "Allier",
        "adhésions et mandats de 4 886 élus, communes et organismes (répertoire national des "
        "élus, BANATIC)",
        _allier(shared / "data" / "allier-real"),
    )


def _case(shared: Path, name: str, *, least: int = 0) -> Alerts:
    path = next((shared / "cases").glob(f"{name}_*.json"))
    graph = json.loads(path.read_text(encoding="utf-8"))["graph"]
    ties = [edge[:2] for edge in graph["edges"] if not least or int(edge[2]) >= least]
    return _alerts([node["id"] for node in graph["nodes"]], ties)


def _allier(folder: Path) -> Alerts:
    actors = [row["id"] for row in _rows(folder / "acteurs.csv")]
    mandates = [(row["elu_id"], row["organe_id"]) for row in _rows(folder / "mandats.csv")]
    members = [(row["source_id"], row["cible_id"]) for row in _rows(folder / "collaborations.csv")]
    return _alerts(actors, [*mandates, *members])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _alerts(ids: Sequence[str], ties: Iterable[Sequence[str]]) -> Alerts:
    row = {node: place for place, node in enumerate(ids)}
    pairs = {tuple(sorted((row[tie[0]], row[tie[1]]))) for tie in ties}
    edges = np.array(sorted(pair for pair in pairs if pair[0] != pair[1]), dtype=np.int64)
    n = len(ids)
    return Alerts(edges, np.ones(n, dtype=np.int64), np.ones(n, dtype=np.bool_))


def whole(network: Alerts) -> Thinned:
    """All its ties, as one copy."""
    present = np.ones((1, len(network.edges)), dtype=np.bool_)
    return thinned(network.edges, present, weights=network.weights)


@dataclass(slots=True)
class Count:
    """Alerts of one sort: how many files show, how many of these are true, how many there are."""

    seen: int = 0
    true: int = 0
    real: int = 0

    @property
    def false_share(self) -> str:
        """Share of the alerts seen that are false."""
        return share(1 - self.true / self.seen) if self.seen else "–"

    @property
    def true_share(self) -> str:
        """Share of the alerts seen that are true, of how many."""
        return f"{share(self.true / self.seen)} de {number(self.seen)}" if self.seen else "–"

    @property
    def missed_share(self) -> str:
        """Share of the true alerts that are not seen."""
        return share(1 - self.true / self.real) if self.real else "–"


def false_and_missed(network: Alerts, *, dropped_share: float) -> dict[str, Count]:
    """Count, by sort, the alerts of files that miss that share of the ties."""
    real = _by_sort(network, whole(network))
    found = {sort: Count() for sort in SORTS}
    for present in dropped(network.edges, Dropping(dropped_share, DRAWS, SEED)):
        copies = thinned(network.edges, present, weights=network.weights)
        for sort, seen in _by_sort(network, copies).items():
            found[sort].seen += int(seen.sum())
            found[sort].true += int((seen & real[sort]).sum())
            found[sort].real += int(real[sort].sum()) * len(present)
    return found


def _by_sort(network: Alerts, copies: Thinned) -> dict[str, BoolArray]:
    return {
        "lone": ~copies.tied,
        "hinges": copies.cut_off >= network.smallest,
        "links": copies.side >= 0,
    }


@dataclass(slots=True)
class Told:
    """What the program says of the alerts of files drawn from a network, against the truth."""

    hinges: dict[Holds, Count] = field(default_factory=lambda: {holds: Count() for holds in Holds})
    links: dict[Holds, Count] = field(default_factory=lambda: {holds: Count() for holds in Holds})
    bands: list[Count] = field(default_factory=lambda: [Count() for _ in BANDS])
    lone: Count = field(default_factory=Count)
    announced: list[float] = field(default_factory=list)


def told(truth: Truth) -> Told:
    """Draw files that miss 20 % of the ties; question each of them as the program does."""
    network, found = truth.network, Told()
    real = whole(network)
    for present in dropped(network.edges, Dropping(0.2, truth.draws, SEED)):
        for left in present:
            _question(network, left, real, found)
    return found


def _question(
    network: Alerts,
    left: BoolArray,
    real: Thinned,
    found: Told,
) -> None:
    file = Alerts(network.edges[left], network.weights, network.known)
    shown, said = whole(file), survey(file)
    for row in np.flatnonzero(shown.cut_off[0] >= file.smallest).tolist():
        stays, true = float(said.stays[row]), bool(real.cut_off[0, row] >= file.smallest)
        band = next(place for place, (_, end) in enumerate(BANDS) if stays < end)
        for count in (found.hinges[hinge_stands(stays).holds], found.bands[band]):
            count.seen += 1
            count.true += true
    only = real.side[0, left] >= 0
    for alike, among in _links(said.links_of_one, said.links_of_several, shown.side[0]):
        count = found.links[link_stands(alike).holds]
        count.seen += int(among.sum())
        count.true += int((among & only).sum())
    found.lone.seen += int((~shown.tied).sum())
    found.lone.true += int((~real.tied).sum())
    if said.lone.recorded and said.lone.share is not None:
        found.announced.append(said.lone.share)


def _links(one: Seen, several: Seen, side: IntArray) -> Iterator[tuple[Seen, BoolArray]]:
    yield one, (side == 0) | (side == 1)
    yield several, side > 1


def page(shared: Path) -> str:
    """The whole page."""
    known = list(truths(shared))
    said = {truth.name: told(truth) for truth in known}
    parts = (
        HEAD,
        *(f"- **{truth.name}** : {truth.source} ; {_size(truth.network)}.\n" for truth in known),
        FALSE_HEAD,
        *(line for truth in known for line in false_lines(truth)),
        WORDS_HEAD,
        *_band_lines(said),
        HINGES_HEAD,
        *(_words_line(name, one.hinges) for name, one in said.items()),
        LINKS_HEAD,
        *(_words_line(name, one.links) for name, one in said.items()),
        LONE_HEAD,
        *(_lone_line(name, one) for name, one in said.items()),
        FOOT,
    )
    return "".join(parts)


def _size(network: Alerts) -> str:
    return f"{number(len(network.weights))} acteurs, {number(len(network.edges))} liens"


def false_lines(truth: Truth) -> Iterator[str]:
    """The lines of the first table on one network."""
    for dropped_share in SHARES:
        counts = false_and_missed(truth.network, dropped_share=dropped_share)
        for sort, title in SORTS.items():
            one = counts[sort]
            cells = (
                truth.name,
                share(dropped_share),
                title,
                number(one.real // DRAWS),
                decimal(one.seen / DRAWS),
                one.false_share,
                one.missed_share,
            )
            yield _line(cells)


def _band_lines(said: Mapping[str, Told]) -> Iterator[str]:
    yield _line(("Part des essais", *said))
    yield f"|{'---|' * (len(said) + 1)}\n"
    for place, (start, end) in enumerate(BANDS):
        wide = f"{share(start)} et plus" if end > 1 else f"de {share(start)} à {share(end)}"
        yield _line((wide, *(one.bands[place].true_share for one in said.values())))


def _words_line(name: str, counts: dict[Holds, Count]) -> str:
    return _line((name, *(counts[holds].true_share for holds in Holds)))


def _lone_line(name: str, one: Told) -> str:
    announced = share(float(np.mean(one.announced))) if one.announced else "–"
    return _line((name, announced, one.lone.true_share))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


HEAD = """# Ce que valent les alertes quand des liens manquent

Un fichier n’a jamais tous les liens. Ceux qui manquent font paraître seul un acteur qui ne l’est
pas, ou font croire qu’un acteur ou un lien tient seul un groupe. Pour savoir à quel point, des
réseaux que l’on connaît en entier jouent le rôle de la vérité : on efface une part de leurs liens
au hasard, et on compare ce qui se verrait alors à ce qui est.

Cette page est écrite par `scripts/simulate_alerts.py` ; `make prove` vérifie qu’elle dit ce que
l’essai donne.

"""

FALSE_HEAD = f"""
## Alertes fausses, alertes manquées

{DRAWS} fichiers par ligne. « Vraies » : alertes du réseau entier. « Vues » : alertes d’un fichier,
en moyenne. « Fausses » : part des vues, tous fichiers ensemble, qui ne sont pas vraies.
« Manquées » : part des vraies qui ne sont pas vues. Un acteur « fait seul le lien » si, sans lui,
deux acteurs au moins ne sont plus reliés au plus grand groupe qui reste.

| Réseau | Liens effacés | Alerte | Vraies | Vues | Fausses | Manquées |
|---|---|---|---|---|---|---|
"""

WORDS_HEAD = f"""
On manque peu, on se trompe souvent : une alerte est une question à poser. Un acteur seul n’est
jamais manqué, mais il s’en voit d’autres, même là où personne n’est seul. Un seul lien manqué est
un lien effacé : on ne le connaît pas.

## Les mots « tient même si des liens manquent » et « à vérifier d’abord »

Le programme n’a que le fichier. Il y efface à son tour 20 % des liens, {Dropping().draws} fois,
et regarde ce qui reste. Est-ce un bon guide ? De chaque réseau on tire {DRAWS} fichiers auxquels
20 % des liens manquent ({LARGE_DRAWS} au-delà de {number(LARGE)} acteurs) ; dans chacun, le
programme juge ses alertes sans rien savoir du reste.

Part de vraies parmi les acteurs qui paraissent faire seuls le lien, selon la part des essais où ils
le font encore :

"""

HINGES_HEAD = f"""
D’où le seuil : « tient même si des liens manquent » à partir de {share(HOLDS_FROM)} des essais,
« à vérifier d’abord » en dessous.

| Fait seul le lien | tient : vraies | à vérifier : vraies |
|---|---|---|
"""

LINKS_HEAD = f"""
Pour un seul lien, compter les essais où il reste ne dit rien : tant qu’il est là, effacer d’autres
liens ne lui donne pas de détour, il reste donc toujours. On compte à l’envers : parmi les liens qui
paraissent seuls dans les essais, combien le sont dans le fichier, à part pour ceux qui tiennent un
acteur et pour ceux qui en tiennent plusieurs. « Tient » à partir de {share(HOLDS_FROM)}, et de
{LEAST_LINKS} liens de cette sorte dans le fichier (sur moins, cette part est trop incertaine).

| Seul lien | tient : vrais | à vérifier : vrais |
|---|---|---|
"""

LONE_HEAD = """
Un acteur sans partenaire noté le reste dans tous les essais. Là aussi on compte à l’envers : parmi
ceux qui paraissent seuls dans les essais, combien le sont dans le fichier. Comme des liens manquent
déjà au fichier, cette part est trop belle : le programme dit que le reste, « au moins », a un
partenaire.

| Sans partenaire | annoncé, au plus (moyenne) | vrais |
|---|---|---|
"""

FOOT = """
## Ce que l’essai ne dit pas

Les liens sont effacés au hasard. Dans un vrai fichier, ce sont plutôt ceux des petites structures
qui manquent : les alertes peuvent alors être plus souvent fausses qu’ici.
"""


def main(arguments: list[str]) -> int:
    """Write the page, or check it; return 1 when it is out of date."""
    text = page(Settings.from_environment().shared or ROOT.parent / "shared")
    if "--check" in arguments:
        stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
        if stale:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run scripts/simulate_alerts.py")
        return int(stale)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
