"""Types the cells of a file: texts, closed lists of words, lists of items.

A mended value is said; a value that could mean two things is refused, never guessed. Each function
takes a cleaned, non-empty text. Dates, amounts, codes and what one reaches people by have rooms of
their own (`dates`, `amounts`, `codes`, `reaching`).
"""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.amounts import float_value, int_value, money_value
from actors_graph.changes.cells.dates import DateRules, date_value
from actors_graph.changes.cells.readings import Reading, refused, warned
from actors_graph.model import FieldType
from actors_graph.model.titles import in_words
from actors_graph.model.written_kinds import value_of
from actors_graph.sources import Severity
from actors_graph.sources.formula_errors import is_formula_error
from actors_graph.text import clean, fold
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.model import Field
    from actors_graph.model.fields import EnumClass

_MOJIBAKE: Final = re.compile("Ã[\u0080-\u00bf©¨ª®´»§]|â€")
# The apostrophe that our own CSV exports put before a text that a spreadsheet would compute.
_EXPORT_MARK: Final = re.compile(r"\A'(?=\s*[=+\-@\t\r＝＋－＠])")
# What parts the items of a list; a line break has become « | » before a cell is cleaned.
_ITEMS: Final = re.compile(r"[|;]")
_ITEMS_AND_COMMAS: Final = re.compile(r"[|;,]")
_CROSSES: Final = frozenset("✓✔☑☒×")

_UNSAID_SIGNS: Final = frozenset({"-", "--", "–", "—", "/", "?", "??", "…", "...", ".", "ø"})
_UNSAID_WORDS: Final = frozenset(
    {
        "nc", "n c", "na", "n a", "nr", "neant", "aucun", "aucune", "inconnu", "inconnue",
        "non renseigne", "non renseignee", "non communique", "non connu", "sans objet", "so",
        "ne sait pas", "nsp", "vide", "null", "none",
    }
)  # fmt: skip
_LONGEST_UNSAID: Final = 24


def text_value(text: str) -> Reading:
    """Read a text: kept as written, with a doubt where its accents were lost on the way."""
    value = _EXPORT_MARK.sub("", text, count=1)
    if "\ufffd" in value:
        return warned(value, "des caractères ont été perdus avant l’import (« \ufffd »).")
    if _MOJIBAKE.search(value):
        return warned(
            value,
            "les accents semblent abîmés.",
            "Enregistrez le fichier d’origine au format « CSV UTF-8 ».",
        )
    return Reading(value)


def unsaid(text: str) -> Reading | None:
    """Read what people write for « nothing »: a sign in silence, words said; None for a value."""
    if text in _UNSAID_SIGNS:
        return Reading(None)
    # Most cells are figures or long: no word for « nothing » is.
    if text[:1].isdigit() or len(text) > _LONGEST_UNSAID:
        return None
    if fold(text) in _UNSAID_WORDS:
        return Reading(None, Severity.WARNING, "lu comme vide.", once=True)
    return None


def formula_error(text: str) -> Reading | None:
    """Read what a formula that went wrong shows, whatever its column; None for a value."""
    if not is_formula_error(text):
        return None
    message = "est une erreur de formule du tableur : lu comme vide."
    return Reading(None, Severity.WARNING, message, once=True)


def bool_value(text: str) -> Reading:
    """Read « oui » or « non », or a cross."""
    word = fold(text)
    if word in {"oui", "o", "vrai", "true", "1", "x", "ok", "yes"} or text in _CROSSES:
        return Reading(value=True)
    if word in {"non", "n", "faux", "false", "0", "no"}:
        return Reading(value=False)
    return refused("n’est ni « oui » ni « non ».")


def enum_value(text: str, values: EnumClass) -> Reading:
    """Read a word of a closed list, whatever its case and accents, or a synonym of one."""
    value, says_more = value_of(text, values)
    if value and says_more:
        return Reading(value, Severity.WARNING, f"lu {quoted(in_words(value).lower())}.", once=True)
    if value:
        return Reading(value)
    near = difflib.get_close_matches(fold(text).replace(" ", "_"), _words(values), n=1)
    hint = f"Vouliez-vous dire {quoted(near[0])} ? " if near else ""
    return refused(
        "n’est pas une valeur connue.",
        f"{hint}Valeurs possibles : {listing(list(_words(values)), conjunction='ou')}.",
    )


@cache
def _words(values: EnumClass) -> tuple[str, ...]:
    return tuple(str(member.value) for member in values)


def list_value(text: str, item: Callable[[str], Reading], *, commas: bool = False) -> Reading:
    """Read a list parted by « | » or « ; »: items one by one, empty and repeated ones left out.

    Args:
        text: the list.
        item: reads one item.
        commas: whether a comma parts items too: where no item may hold one.
    """
    values: list[str] = []
    worst = Reading(None)
    for part in map(clean, (_ITEMS_AND_COMMAS if commas else _ITEMS).split(text)):
        if not part:
            continue
        reading = item(part)
        if reading.severity and (worst.severity is None or reading.value is None):
            message = f"{quoted(part)} {reading.message}"
            worst = Reading(None, reading.severity, message, reading.remedy)
        if isinstance(reading.value, str) and reading.value not in values:
            values.append(reading.value)
    return Reading(values or None, worst.severity, worst.message, worst.remedy)


def typed_value(text: str, field: Field, *, rules: DateRules | None = None) -> Reading:
    """Read a cell by the type of its field; lists and codes have readers of their own."""
    if field.values is not None:
        return enum_value(text, field.values)
    if field.type is FieldType.DATE:
        return date_value(text, rules or DateRules(field.name))
    return _READERS[field.type](text, field)


_READERS: Final[dict[FieldType, Callable[[str, Field], Reading]]] = {
    FieldType.TEXT: lambda text, _: text_value(text),
    FieldType.INT: int_value,
    FieldType.FLOAT: float_value,
    FieldType.MONEY: lambda text, _: money_value(text),
    FieldType.BOOL: lambda text, _: bool_value(text),
    FieldType.LIST: lambda text, _: list_value(text, text_value),
}
