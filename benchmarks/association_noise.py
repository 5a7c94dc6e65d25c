"""What becomes of a name on its way through people's files."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias

from association_words import ABBREVIATED

from actors_graph.words import of_place

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    _Change: TypeAlias = Callable[["random.Random", str, str], str]

_WIDTH: Final = 38
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_LEADING_ARTICLE: Final = re.compile(r"(Les|Le|La|L’)\s*(.+)")
_LINKS: Final = re.compile(r"\b(?:(?:des|du|de la|de|les|la|le)\s+|[dl]’)", re.IGNORECASE)


def noisy(rng: random.Random, name: str, *, commune: str) -> str:
    """One to three changes of a name; it is never left as it was, unless nothing applies."""
    count = rng.choices((1, 2, 3), (0.5, 0.35, 0.15))[0]
    changed = name
    for change in _drawn(rng, count):
        changed = change(rng, changed, commune)
    for _ in range(5):
        if changed != name:
            break
        changed = _drawn(rng, 1)[0](rng, name, commune)
    return changed


def _drawn(rng: random.Random, count: int) -> list[_Change]:
    """Different changes; a truncation comes last, as it does on the way through a file."""
    drawn: dict[_Change, None] = {}
    while len(drawn) < count:
        drawn[rng.choices([*_CHANGES], [*_CHANGES.values()])[0]] = None
    return sorted(drawn, key=lambda change: change is _truncated)


def _case(rng: random.Random, name: str, _: str) -> str:
    return rng.choice((name.upper(), name.upper(), name.lower(), name.title()))


def _unaccented(_: random.Random, name: str, __: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("œ", "oe"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _abbreviated(rng: random.Random, name: str, _: str) -> str:
    fitting = [(long, short) for long, short in ABBREVIATED if long.lower() in name.lower()]
    if not fitting:
        return name
    long, short = rng.choice(fitting)
    return re.sub(re.escape(long), short, name, count=1, flags=re.IGNORECASE)


def _mistyped(rng: random.Random, name: str, _: str) -> str:
    """A letter dropped, doubled, replaced, or swapped with the next one, inside a word."""
    places = [i for i in range(1, len(name) - 1) if name[i - 1 : i + 2].isalpha()]
    if not places:
        return name
    i = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        return name[:i] + name[i + 1 :]
    if kind == 1:
        return name[:i] + name[i] + name[i:]
    if kind == 2:
        return name[:i] + rng.choice(_LETTERS) + name[i + 1 :]
    return name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def _reordered(rng: random.Random, name: str, _: str) -> str:
    """« Amis du lavoir (Les) », or the end before the beginning: « Vichy – Judo club »."""
    found = _LEADING_ARTICLE.fullmatch(name)
    if found:
        return f"{found[2]} ({found[1]})"
    words = name.split()
    if len(words) < 2:
        return name
    cut = rng.randrange(1, len(words))
    return f"{' '.join(words[cut:])}{rng.choice((' ', ' – ', ', '))}{' '.join(words[:cut])}"


def _truncated(_: random.Random, name: str, __: str) -> str:
    return name[:_WIDTH].strip()


def _placed(rng: random.Random, name: str, commune: str) -> str:
    forms = (f" {of_place(commune)}", f" {commune}", f" ({commune})", f" - {commune.upper()}")
    return name + rng.choice(forms)


def _unlinked(_: random.Random, name: str, __: str) -> str:
    return " ".join(_LINKS.sub("", name).split()) or name


def _legal(rng: random.Random, name: str, _: str) -> str:
    if name.startswith("Association "):
        return name.removeprefix("Association ")
    return rng.choice((f"Association {name}", f"Assoc. {name}", f"{name} (association loi 1901)"))


def _punctuated(rng: random.Random, name: str, _: str) -> str:
    return rng.choice(
        (name.replace("-", " "), name.replace(" ", "-", 1), f"« {name} »", f"{name}.")
    )


_CHANGES: Final[dict[_Change, float]] = {
    _case: 0.20,
    _unaccented: 0.14,
    _abbreviated: 0.16,
    _mistyped: 0.14,
    _reordered: 0.08,
    _truncated: 0.08,
    _placed: 0.08,
    _unlinked: 0.05,
    _legal: 0.05,
    _punctuated: 0.02,
}
