"""Write the documents that the code already holds: columns, data dictionary, settings.

    python scripts/build_docs.py            writes them
    python scripts/build_docs.py --check    says which are out of date, writes nothing

A test runs the check, so that no document says something else than the code.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from actors_graph.measures.about import BY_SUBJECT, LEFT_OUT
from actors_graph.model import TABLES
from actors_graph.model.fields import FieldType
from actors_graph.settings import settings_help

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.measures.about import About, LeftOut
    from actors_graph.model.fields import Field, Table

ROOT = Path(__file__).resolve().parent.parent

TYPE_WORDS = {
    FieldType.TEXT: "texte",
    FieldType.INT: "nombre entier",
    FieldType.FLOAT: "nombre",
    FieldType.BOOL: "oui ou non",
    FieldType.DATE: "date",
    FieldType.MONEY: "montant en euros",
    FieldType.LIST: "liste",
}

DICTIONARY_HEAD = """# Dictionnaire des données

Ce qui est gardé, table par table : le nom du champ dans le code et dans Neo4j, sa colonne dans les
fichiers, et ce qu’il contient. Une date est un texte ISO de la précision connue (`2019`,
`2019-04`, `2019-04-12`) ; un montant est gardé en centimes entiers. « interne » : ne sort jamais
dans un export public ; « personnel » : donnée d’une personne, effacée à sa demande.

Cette page est écrite par `scripts/build_docs.py` à partir de `actors_graph.model`.
"""

COLUMNS_HEAD = """# Les fichiers que le programme sait lire

Déposez vos fichiers ici ou dans la page « Mes fichiers » : ce dossier est ignoré par git, vos
données ne partent nulle part. `modele/` contient un classeur à remplir (`gabarit.xlsx`) et un
fichier vide par sorte, avec ses colonnes ; `demo/` le territoire fictif de la démonstration.

Vos propres fichiers se lisent aussi comme ils sont : [docs/fichiers.md](../docs/fichiers.md). Cette
page dit les colonnes des fichiers du modèle, les plus complets.

- Un tableur ou un CSV, une ligne d’en-têtes. Seules les colonnes marquées « oui » sont
  obligatoires ; l’ordre des colonnes est libre.
- Une case vide veut dire « on ne sait pas ». Une liste sépare ses éléments par `|`.
- Une date s’écrit `2019-04-12`, `2019-04` ou `2019`.
- Les liens nomment les acteurs par leur identifiant (`id`).
- Une colonne ou une valeur qui ne trouve pas de place est dite dans le compte rendu ; une valeur
  fausse arrête l’import, et rien n’est changé.
- Le même fichier chargé deux fois ne change rien ; tout import peut être annulé.

Cette page est écrite par `scripts/build_docs.py` à partir de `actors_graph.model`.
"""

SETTINGS_HEAD = """# Réglages

Aucun n’est nécessaire. Chacun est une variable d’environnement ; une variable `ACTORS_GRAPH_…`
inconnue arrête le programme et nomme la plus proche. Ils sont lus une fois, au démarrage.

Cette page est écrite par `scripts/build_docs.py` à partir de `actors_graph.settings`.
"""

MEASURES_HEAD = """# Les mesures

Pour chacune : la question, le nom à l’écran, le nom dans le domaine de l’analyse des réseaux, la
formule, comment la lire, quand elle trompe, ce qu’il faut au minimum pour la dire, d’où elle vient.
`champ` est sa clé dans `actors-graph measures --json` ; sous le minimum, la valeur y reste mais
`claims` dit `withheld`, et aucune page ne l’affiche ; `question` : elle se dit comme une question.

Ce que valent les alertes quand des liens manquent est mesuré dans [alertes.md](alertes.md).

n = acteurs du périmètre, m = paires reliées, k = partenaires d’un acteur.

Cette page est écrite par `scripts/build_docs.py` à partir de `actors_graph.measures.about`, comme
la page Méthode du programme, que `/methode?mesure=CHAMP` ouvre à la mesure de ce champ.
"""

LEFT_OUT_HEAD = """
## Ce que le programme ne calcule pas, et pourquoi

"""


def main(arguments: list[str]) -> int:
    """Write or check every document; return 1 when the check finds one out of date."""
    stale = [path for path, text in documents() if current(path) != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run scripts/build_docs.py")
        return bool(stale)
    for path, text in documents():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


def documents() -> Iterator[tuple[Path, str]]:
    """Give each document: where it is, and what it must say."""
    yield ROOT / "docs" / "dictionnaire.md", dictionary()
    yield ROOT / "docs" / "measures.md", measures_page()
    yield ROOT / "docs" / "reglages.md", settings_page()
    yield ROOT / "import" / "README.md", columns_page()


def current(path: Path) -> str:
    """Return what the document says now; empty when it is absent."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def dictionary() -> str:
    """Return the data dictionary: every table, every field."""
    parts = [DICTIONARY_HEAD]
    for table in TABLES.values():
        parts.append(f"\n## {table.title} (`{table.name}`)\n\n{_place(table)}\n\n")
        parts.append(_rows(("champ", "colonne", "type", "contenu", "réserve")))
        parts.extend(
            _rows((f"`{f.name}`", _code(f.column), _type(f), _content(f), _reserve(f)))
            for f in table.fields
        )
    return "".join(parts)


def columns_page() -> str:
    """Return the columns of each file, as its author needs them."""
    parts = [COLUMNS_HEAD]
    for table in TABLES.values():
        if not table.file:
            continue
        parts.append(f"\n## {table.title} : `{table.file}`\n\n")
        parts.append(_rows(("colonne", "obligatoire", "type", "contenu")))
        parts.extend(
            _rows((f"`{f.column}`", _needed(f, table), _type(f), _content(f)))
            for f in table.fields
            if f.column
        )
    return "".join(parts)


def settings_page() -> str:
    """Return the table of the settings."""
    rows = [_rows((f"`{s.variable}`", s.default, s.help)) for s in settings_help()]
    return (
        SETTINGS_HEAD + "\n" + _rows(("variable", "sans elle", "ce qu’elle règle")) + "".join(rows)
    )


def measures_page() -> str:
    """Return one section for each measure, by subject, then what is left out and why."""
    parts = [MEASURES_HEAD]
    for subject, measures in BY_SUBJECT.items():
        parts.append(f"\n## {subject.value}\n")
        parts.extend(_measure(about) for about in measures)
    parts.append(LEFT_OUT_HEAD)
    parts.extend(f"- **{_named(one)}** : {one.why}\n" for one in LEFT_OUT)
    return "".join(parts)


def _measure(about: About) -> str:
    rows = (
        ("à l’écran", about.name),
        ("dans les livres", _named(about)),
        ("formule", about.formula),
        ("lire", about.reading),
        ("trompe quand", about.misleads),
        ("minimum", about.minimum),
        ("référence", about.reference),
    )
    lines = "".join(f"- **{title}** : {text}\n" for title, text in rows)
    return f"\n### {about.question}\n\n`{about.field}`\n\n{lines}"


def _named(one: About | LeftOut) -> str:
    return f"{one.term} (en anglais : {one.english})"


def _rows(cells: tuple[str, ...]) -> str:
    line = "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
    is_head = not any("`" in cell for cell in cells)
    return line + "|" + "---|" * len(cells) + "\n" if is_head else line


def _place(table: Table) -> str:
    where = f"Fichier `{table.file}`." if table.file else "Sans fichier."
    if not table.is_tie:
        return f"{where} Dans Neo4j : nœud `:{table.label}`."
    arrow = f"({table.source})-[:{table.label}]-{'' if table.undirected else '>'}({table.target})"
    return f"{where} Famille « {table.family} ». Dans Neo4j : `{arrow}`."


def _needed(field: Field, table: Table) -> str:
    # A row without id gets one from what it says (model/ids.py).
    is_computed = field.name == "id" and table.is_tie
    return "oui" if field.required and not is_computed else ""


def _code(name: str) -> str:
    return f"`{name}`" if name else "—"


def _type(field: Field) -> str:
    return TYPE_WORDS[field.type]


def _content(field: Field) -> str:
    parts = [field.help]
    if field.values is not None:
        parts.append("Au choix : " + ", ".join(f"`{value}`" for value in field.values) + ".")
    if field.limits is not None:
        parts.append("De {} à {}.".format(*field.limits))
    if field.refers_to:
        tables = " ou ".join(TABLES[name].title.lower() for name in field.refers_to)
        parts.append(f"Renvoie à : {tables}.")
    if field.synonyms:
        parts.append("Aussi lu : " + ", ".join(f"`{name}`" for name in field.synonyms) + ".")
    return " ".join(part for part in parts if part)


def _reserve(field: Field) -> str:
    marks = {
        "obligatoire": field.required,
        "personnel": field.personal,
        "interne": field.internal,
        "calculé": field.derived,
    }
    return ", ".join(word for word, is_set in marks.items() if is_set)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
