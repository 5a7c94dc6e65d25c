"""The 300 actors, as written by hand in `written/*.csv` (one file a bassin).

Columns: circle (people who meet each other), kind (one letter), subtype, commune, themes (three
letters each, joined by +), fate, attached (the organs of an élu, or the institution of a service),
id and name. An empty id is made from the name.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from actors_graph.model.ids import slug
from demo.geography import communes
from demo.stories import LONG_NAME

FOLDER: Final = Path(__file__).parent / "written"
FILES: Final = ("departement", "montlucon", "moulins", "vichy")
_LONGEST_SLUG: Final = 26

KINDS: Final = {
    "A": "association",
    "E": "elu",
    "S": "service_public",
    "C": "collectivite",
    "G": "groupe_habitants",
    "T": "etablissement",
    "X": "entreprise_ess",
}

THEMES: Final = {
    "cul": ("culture", "Culture et patrimoine", "arts|spectacle|lecture|musique|patrimoine"),
    "spo": ("sport", "Sport et loisirs", "activité physique|loisirs|plein air"),
    "jeu": ("jeunesse", "Jeunesse et éducation", "enfance|parentalité|école|animation"),
    "iso": ("isolement", "Lutte contre l'isolement", "solitude|visites à domicile|lien social"),
    "mob": ("mobilite", "Mobilité", "transport|covoiturage|vélo|déplacements"),
    "num": ("numerique", "Numérique", "médiation numérique|inclusion numérique|internet"),
    "ali": ("alimentation", "Alimentation", "aide alimentaire|épicerie sociale|jardins"),
    "log": ("logement", "Logement", "habitat|hébergement|bailleur"),
    "ins": ("insertion", "Insertion et emploi", "emploi|formation|chantier d'insertion"),
    "san": ("sante", "Santé et bien vieillir", "santé|autonomie|aidants|handicap"),
    "dro": ("droits", "Accès aux droits", "droits|écrivain public|égalité"),
    "cit": ("citoyennete", "Citoyenneté et fraternité", "participation|vie de quartier|bénévolat"),
}

LEAF: Final = "leaf"
LONE: Final = ("recent", "old")
SILENT: Final = ("nd", "identify")
DISSOLVED: Final = "dissolved"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the demonstration, before it becomes a line of acteurs.csv."""

    id: str
    name: str
    kind: str
    subtype: str
    circle: str
    commune: str
    themes: tuple[str, ...]
    fate: str
    attached: tuple[str, ...]

    @property
    def bassin(self) -> str:
        """Id of the arrondissement where it is, `dep:03` for those who act everywhere."""
        return BASSIN_OF_CIRCLE[self.circle]

    @property
    def connected(self) -> bool:
        """Whether it has a partner at the date of the demonstration."""
        return self.fate not in (*LONE, *SILENT, DISSOLVED)


_PREFIXES: Final = {"dep": "dep:03", "ml": "arr:031", "cm": "arr:031", "mo": "arr:032"}


class _BassinOfCircle(dict[str, str]):
    def __missing__(self, circle: str) -> str:
        return _PREFIXES.get(circle.partition("-")[0], "arr:033")


BASSIN_OF_CIRCLE: Final = _BassinOfCircle()


def short_slug(name: str) -> str:
    """Slug of a name, cut at a word.

    >>> short_slug("Les Voisins bienveillants d'Avermes")
    'voisins-bienveillants-d'
    """
    words = [
        w
        for w in slug(name).split("-")
        if w not in ("le", "la", "les", "l", "d", "du", "de", "des", "un", "une")
    ]
    text = ""
    for word in words:
        if text and len(text) + 1 + len(word) > _LONGEST_SLUG:
            break
        text = f"{text}-{word}" if text else word
    return text


def elu_id(name: str) -> str:
    """Id of an invented élu: 16 hex digits, as for the real ones."""
    return f"elu:{hashlib.sha256(f'demonstration|{name}'.encode()).hexdigest()[:16]}"


def _actor(line: dict[str, str]) -> Actor:
    name = line["name"].replace("@LONG@", LONG_NAME)
    made = elu_id(name) if line["kind"] == "E" else f"loc:{short_slug(name)}"
    return Actor(
        id=line["id"] or made,
        name=name,
        kind=KINDS[line["kind"]],
        subtype=line["subtype"],
        circle=line["circle"],
        commune=line["commune"],
        themes=tuple(THEMES[code][0] for code in line["themes"].split("+") if code),
        fate=line["fate"],
        attached=tuple(part for part in line["attached"].split("+") if part),
    )


@cache
def actors() -> tuple[Actor, ...]:
    """All actors, in the order of their files; ids are different."""
    found: list[Actor] = []
    for name in FILES:
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE)
            found.extend(_actor(line) for line in reader)
    return tuple(found)


def arrondissement_of(actor: Actor) -> str:
    """Id of the arrondissement where an actor is located."""
    return f"arr:{communes()[actor.commune].arrondissement}"
