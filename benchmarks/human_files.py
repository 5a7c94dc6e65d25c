"""Lists of partners written the way people write them, with the truth beside each.

Nothing here knows how files are read: separators, slips of the keyboard, acronyms, capitals,
missing communes, titles, footers and lines that come twice are drawn by their share in real
lists, not by what is easy. Structures and persons are invented; communes are those of the Allier.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROWS: Final = 120
_COMMUNES: Final = (
    "Moulins", "Vichy", "Montluçon", "Cusset", "Yzeure", "Gannat", "Commentry", "Lapalisse",
    "Saint-Pourçain-sur-Sioule", "Bellerive-sur-Allier", "Dompierre-sur-Besbre", "Cosne-d’Allier",
)  # fmt: skip
# What structures do, and the names they give themselves: commas and « et » included.
_TRADES: Final = (
    "Sport et santé", "Danse, chant et théâtre", "Jardins partagés", "Aide aux devoirs",
    "Épicerie solidaire", "Mobilité pour tous", "Amicale laïque", "Comité de quartier",
    "Accueil et écoute", "Lire, écrire, compter", "Club de marche", "Recyclerie",
    "École de musique", "Régie de quartier", "Chantier d’insertion", "Foyer rural",
    "Parents et enfants", "Culture et patrimoine", "Cuisine du monde", "Judo-club", "Ciné-club",
    "Mémoire et citoyenneté", "Ludothèque", "Théâtre amateur", "Tiers-lieu", "Vélo et compagnie",
    "Entraide alimentaire", "Habitat, énergie et confort", "Harmonie", "Pêche et nature",
)  # fmt: skip
_PROPER: Final = (
    "Les Passerelles", "La Ruche", "L’Étincelle", "Le Trait d’union", "L’Escale",
    "La Courte Échelle", "Main dans la main", "Le Fil bleu", "Les Semeurs", "L’Envol",
    "Le Pas de côté", "La Clairière", "Graines d’avenir", "Les Voisins d’en face",
    "La Clé des champs", "Le Moulin à paroles",
    "Un toit pour chacun", "Les Quatre Saisons", "La Boussole", "Le Grand Chêne", "Les Hirondelles",
    "Le Petit Pont", "La Tisserie", "L’Atelier du coin", "Les Mains vertes", "La Grange commune",
)  # fmt: skip
_PUBLIC: Final = ("CCAS", "Mairie", "Médiathèque", "Centre social", "Collège")
# Partners of everybody, in nobody's list.
_OUTSIDE: Final = (
    "CAF de l’Allier", "MSA Auvergne", "Mission locale", "Banque alimentaire", "UDAF 03",
    "Conseil départemental", "France Travail", "CPAM", "Ligue de l’enseignement", "Croix-Rouge",
)  # fmt: skip
_FIRST: Final = ("Adèle", "Bruno", "Cécile", "Damien", "Élise", "Fatou", "Gérard", "Inès", "Joël")
_LAST: Final = ("Barlet", "Courmont", "Dardeau", "Fergnon", "Guinier", "Larivière", "Montzac")
_TITLE: Final = "Liste des partenaires du territoire, mise à jour en septembre (données fictives)"


@dataclass(frozen=True, slots=True)
class Structure:
    """One true structure; `row` is its place in the list, `acronym` what people shorten it to."""

    row: int
    name: str
    commune: str
    acronym: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others: its name and commune, folded."""
        return fold(self.name), fold(self.commune)


@dataclass(slots=True)
class Truth:
    """What a file means, whatever its writing.

    `ties` are pairs of keys (a partner outside the list has an empty commune); `doubles` are the
    lines that write a structure again under another name, with its key; `members` the pairs of a
    structure and of the committee and year it sits in.
    """

    structures: list[Structure]
    ties: set[frozenset[tuple[str, str]]] = field(default_factory=set)
    doubles: list[tuple[str, tuple[str, str]]] = field(default_factory=list)
    members: set[tuple[tuple[str, str], str, str]] = field(default_factory=set)


def structures(rng: random.Random, n: int = ROWS) -> list[Structure]:
    """Draw structures of different names in a commune; some names are in several communes."""
    found: dict[tuple[str, str], Structure] = {}
    while len(found) < n:
        commune = rng.choice(_COMMUNES)
        draw = rng.random()
        if draw < 0.15:
            name = rng.choice(_PUBLIC)
        elif draw < 0.45:
            name = rng.choice(_PROPER)
        elif draw < 0.8:
            name = f"{rng.choice(_TRADES)} {rng.choice(_PROPER)}"
        else:
            name = f"{rng.choice(_TRADES)} de {commune}"
        letters = [word[0] for word in fold(name).split() if len(word) > 2]
        acronym = "".join(letters).upper() if len(letters) > 2 and rng.random() < 0.3 else ""
        one = Structure(len(found), name, commune, acronym)
        found.setdefault(one.key, one)
    return list(found.values())


def partner_list(folder: Path, *, seed: int = 1) -> tuple[Path, Truth]:
    """Write a CSV of Excel: a cell of partners and two contacts a structure, titles, a footer."""
    rng = _draws(seed)
    truth = Truth(structures(rng))
    lines: list[list[str]] = []
    for one in truth.structures:
        partners = _drawn_partners(rng, one, truth)
        cell = _listed(rng, [_written(rng, other, one, truth) for other in partners])
        contacts = [_person(rng) if rng.random() < share else "" for share in (0.8, 0.3)]
        lines.append(
            [
                f"{one.name} ({one.acronym})" if one.acronym else one.name,
                _commune(rng, one, truth),
                rng.choice(["", "association", "Asso", "Association loi 1901"]),
                *contacts,
                f"04 70 {rng.randint(10, 99)} {rng.randint(10, 99)} {rng.randint(10, 99)}",
                cell,
            ]
        )
    _repeat(rng, truth, lines)
    path = folder / "partenaires.csv"
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([_TITLE])
        writer.writerow([])
        header = ["Nom de la structure", "Ville", "Nature", "Contact 1", "Contact 2", "Tél."]
        writer.writerow([*header, "Partenaires"])
        writer.writerows(lines)
        writer.writerow([])
        writer.writerow([f"Total : {len(lines)} structures"])
    return path, truth


def crosses_and_grid(folder: Path, *, seed: int = 2) -> tuple[Path, Truth]:
    """Write a workbook: committees by year, projects with crosses, and a grid of the ten first."""
    rng = _draws(seed)
    truth = Truth(structures(rng))
    bodies = ["Comité local 2023", "Comité local 2024", "Comité local 2025"]
    projects = ["Village de la fraternité", "Réseau parentalité"]
    heads = _unambiguous(truth.structures)[:10]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Participation"
    sheet.append([_TITLE])
    sheet.append(["Structure", "Commune", *bodies, *projects, *(head.name for head in heads)])
    for one in truth.structures:
        marks = [_mark(rng, one, body, truth) for body in bodies]
        years = [_year_mark(rng, one, project, truth) for project in projects]
        boxes = [_box(rng, one, head, truth) for head in heads]
        sheet.append([one.name, _commune(rng, one, truth), *marks, *years, *boxes])
    sheet.append([])
    sheet.append(["x = membre ; le chiffre dit l’intensité du lien (1 à 4)"])
    path = folder / "participation.xlsx"
    book.save(path)
    return path, truth


def two_sheets(folder: Path, *, seed: int = 3) -> tuple[Path, Truth]:
    """Write a workbook of two sheets that refer to each other, by number or by name."""
    rng = _draws(seed)
    truth = Truth(structures(rng))
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Structures"
    first.append(["N°", "Nom", "Sigle", "Commune", "Thématiques", "Mail"])
    for one in truth.structures:
        theme = rng.choice(["jeunesse", "jeunesse, culture", "sport / santé", ""])
        mail = f"contact{one.row}@exemple.example" if rng.random() < 0.6 else ""
        first.append([one.row + 101, one.name, one.acronym, _commune(rng, one, truth), theme, mail])
    second = book.create_sheet("Partenariats")
    second.append(["Structure", "Partenaire", "Type de partenariat", "Depuis"])
    for one in truth.structures:
        for other in _drawn_partners(rng, one, truth):
            cells: list[object] = []
            for end in (one, other):
                is_known = isinstance(end, Structure) and rng.random() < 0.5
                cells.append(end.row + 101 if is_known and isinstance(end, Structure) else "")
                if not is_known:
                    cells[-1] = _written(rng, end, None if end == one else one, truth)
            kind = rng.choice(["convention", "régulier", "ponctuel", ""])
            second.append([*cells, kind, rng.choice([2019, 2022, "2024", ""])])
    path = folder / "deux-feuilles.xlsx"
    book.save(path)
    return path, truth


def _draws(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - draws of a file, no secret


def _drawn_partners(rng: random.Random, one: Structure, truth: Truth) -> list[Structure | str]:
    """Draw the partners of a structure, none twice, and write them in the truth."""
    partners: list[Structure | str] = []
    for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 4])):
        draw = rng.random()
        other: Structure | str
        if draw < 0.2:
            other = rng.choice(_OUTSIDE)
        else:
            near = [s for s in truth.structures if s.commune == one.commune and s != one]
            pool = near if near and draw < 0.6 else truth.structures
            other = rng.choice(pool)
        if other == one or other in partners:
            continue
        key = other.key if isinstance(other, Structure) else (fold(other), "")
        tie = frozenset([one.key, key])
        if tie not in truth.ties:
            truth.ties.add(tie)
            partners.append(other)
    return partners


def _written(
    rng: random.Random, other: Structure | str, one: Structure | None, truth: Truth
) -> str:
    """Write a name as somebody in a hurry does, in the line of `one` (None: in no one's line)."""
    if isinstance(other, str):
        return other if rng.random() < 0.8 else other.upper()
    namesakes = [s for s in truth.structures if s.name == other.name]
    name = other.name
    # Of two structures of one name, people say which, unless it is the one next door.
    needs_place = len(namesakes) > 1 and (one is None or other.commune != one.commune)
    if needs_place:
        return f"{name} de {other.commune}" if rng.random() < 0.7 else f"{name} ({other.commune})"
    draw = rng.random()
    if other.acronym and draw < 0.25:
        return other.acronym
    forms = (
        (0.60, name),
        (0.66, name.upper()),
        (0.72, name.lower()),
        (0.80, fold(name)),
        (0.88, _slip(rng, name)),
        (0.94, name if fold(other.commune) in fold(name) else f"{name} {other.commune}"),
        (1.00, _without_article(name)),
    )
    return next(form for limit, form in forms if draw < limit)


def _slip(rng: random.Random, name: str) -> str:
    """Drop, double or swap one letter inside a word."""
    places = [i for i in range(1, len(name) - 1) if name[i].isalpha() and name[i - 1].isalpha()]
    if not places:
        return name
    place = rng.choice(places)
    how = rng.randrange(3)
    if how == 0:
        return name[:place] + name[place + 1 :]
    if how == 1:
        return name[:place] + name[place] + name[place:]
    return name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]


def _without_article(name: str) -> str:
    for article in ("Les ", "La ", "Le ", "L’"):
        if name.startswith(article):
            return name[len(article) :]
    return name


def _listed(rng: random.Random, names: Sequence[str]) -> str:
    """List names in a cell: commas, semicolons, slashes, bullets, lines, « et » before the last."""
    if len(names) < 2:
        return "".join(names)
    how = rng.choice(["comma", "comma", "semicolon", "slash", "lines", "bullets", "plus", "and"])
    if how == "and":
        return f"{', '.join(names[:-1])} et {names[-1]}"
    if how == "lines":
        return "\n".join(names)
    if how == "bullets":
        return "\n".join(f"- {name}" for name in names)
    mark = {"comma": ", ", "semicolon": " ; ", "slash": " / ", "plus": " + "}[how]
    return mark.join(names)


def _commune(rng: random.Random, one: Structure, truth: Truth) -> str:
    """Write a commune: missing one time in ten, in capitals or shortened now and then.

    Of two structures of one name, a list that is of any use to its author says where each is.
    """
    draw = rng.random()
    if draw < 0.1:
        return "" if one in _unambiguous(truth.structures) else one.commune
    if draw < 0.2:
        return one.commune.upper()
    return one.commune.replace("Saint-", "St ") if draw < 0.3 else one.commune


def _person(rng: random.Random) -> str:
    first, last = rng.choice(_FIRST), rng.choice(_LAST)
    role = rng.choice(["", "", ", présidente", " (directeur)", " - coordination"])
    name = rng.choice([f"{first} {last}", f"Mme {first} {last.upper()}", f"{last.upper()} {first}"])
    return f"{name}{role}"


def _repeat(rng: random.Random, truth: Truth, lines: list[list[str]]) -> None:
    """Write four structures again, further down, under a slightly different name."""
    for one in rng.sample(_unambiguous(truth.structures), 4):
        name = _slip(rng, one.name) if rng.random() < 0.5 else f"Association {one.name}"
        if fold(name) != fold(one.name):
            truth.doubles.append((name, one.key))
            line = [name, one.commune, "", "", "", "", ""]
            lines.insert(rng.randrange(len(lines)), line)


def _unambiguous(found: Sequence[Structure]) -> list[Structure]:
    names = [one.name for one in found]
    return [one for one in found if names.count(one.name) == 1]


def _mark(rng: random.Random, one: Structure, body: str, truth: Truth) -> str:
    if rng.random() > 0.35:
        return rng.choice(["", "", "", "non", "-"])
    name, year = body.rsplit(" ", 1)
    truth.members.add((one.key, fold(name), year))
    return rng.choice(["x", "X", "oui", "✓", "1", "titulaire"])


def _year_mark(rng: random.Random, one: Structure, project: str, truth: Truth) -> object:
    if rng.random() > 0.25:
        return ""
    years = rng.sample([2022, 2023, 2024], rng.choice([1, 1, 2]))
    truth.members.update((one.key, fold(project), str(year)) for year in years)
    return years[0] if len(years) == 1 else ", ".join(map(str, sorted(years)))


def _box(rng: random.Random, one: Structure, head: Structure, truth: Truth) -> object:
    if one == head:
        return rng.choice(["", "X"])
    if rng.random() > 0.12:
        return ""
    truth.ties.add(frozenset([one.key, head.key]))
    return rng.choice([1, 2, 3, "2", "x"])
