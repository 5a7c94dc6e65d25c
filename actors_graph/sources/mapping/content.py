"""What the cells of a column look like, whatever its header: codes, dates, crosses, places.

Shares are taken over the filled cells of a sample spread over the whole column, so that 100,000
rows cost no more than 300.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from actors_graph.model.geography import geography
from actors_graph.model.place_names import Found
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLE: Final = 300
# No form is longer; what comes after in a cell tells nothing and would only cost time.
_LOOKED_AT: Final = 200

_EXCEL_TEXT: Final = re.compile(r'="(.*)"')
_GAPS: Final = re.compile("[\\s\u00a0\u202f.\\-_/]+")
_FLOAT_TAIL: Final = re.compile(r"[.,]0+\Z")
_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)
_RNA: Final = re.compile(r"W[0-9A-Z]{9}", re.ASCII | re.IGNORECASE)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL: Final = re.compile(
    r"(https?://|www\.)\S+|[\w-]+(\.[\w-]+)*\.(fr|com|org|net|eu)(/\S*)?", re.IGNORECASE
)
_PHONE: Final = re.compile(r"(?:\+33|0033|0)\s*(?:\(0\)\s*)?[1-9](?:[\s.\-/]*\d\d){4}", re.ASCII)
_DATE: Final = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[-/]\d{1,2}([-/]\d{1,2})?([T ][\d:.+Z-]+)?", re.ASCII
)
_YEAR: Final = re.compile(r"(19|20)\d\d([.,]0)?", re.ASCII)
_YEARS: Final = re.compile(
    r"(?:(?:depuis|de|à|-|–|/|,|;|et|\s)*(?:19|20)\d\d)+", re.ASCII | re.IGNORECASE
)
_AMOUNT: Final = re.compile(
    "[+-]?\\d[\\d\\s\u00a0\u202f.,]*(€|euros?|eur|k€)?", re.ASCII | re.IGNORECASE
)
_LISTED: Final = re.compile(r"[;,|\n•+]|\s[-–/]\s|\bet\b")
# What people write in front of a list of partners, in a column of any name.
_PARTNERS: Final = re.compile(
    r"\s*(?:(?:nos|ses|leurs|principaux)\s+)?"
    r"(?:partenaires?|partenariats?|(?:travaille|collabore)(?:nt)?\s+avec|en\s+lien\s+avec)"
    r"(?:\s+(?:avec|connus?|actuels?|locaux|principaux|réguliers?))?\s*:\s*",
    re.IGNORECASE,
)
# Marks that say yes in a box; « non », « 0 » and « - » are answers too.
CROSSES: Final = frozenset(["x", "xx", "oui", "o", "ok", "1", "vrai", "true", *"✓✔☑☒✗✘●•*v", "yes"])
NOT_CROSSES: Final = frozenset(["non", "n", "0", *"-–—/☐.…", "faux", "false", "no"])
_NOES: Final = frozenset(["non", "n", "0", "faux", "false", "no"])
# Words of a place in a committee or at a meeting.
_PLACES_TEXT: Final = (
    "titulaire|suppleant|suppleante|membre|pilote|copilote|porteur|porteuse|invite|consulte|informe"
    "|associe|present|presente|excuse|excusee|absent|absente|p|e|a|t|s|m|exc|abs|animateur"
)
_PLACES: Final = frozenset(_PLACES_TEXT.split("|"))


@dataclass(frozen=True, slots=True)
class Profile:
    """What the filled cells of a column are, as shares from 0 to 1 of a sample.

    `filled` is the share of all rows that hold something, `distinct` the share of different
    texts, `words` the mean number of words.
    """

    filled: float
    distinct: float
    words: float
    shares: dict[str, float] = field(default_factory=dict)

    def __getitem__(self, name: str) -> float:
        """Share of the cells of a form (`siret`, `email`, `cross`…)."""
        return self.shares.get(name, 0.0)


def profile(cells: Sequence[str]) -> Profile:
    """Return what a column looks like; a column without a filled cell has no share."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    step = max(1, len(filled) // SAMPLE)
    sample = filled[::step]
    if not sample:
        return Profile(0.0, 0.0, 0.0)
    counts = Counter(form for cell in sample for form in _forms(cell))
    if counts["partners"] == len(sample) and not all(map(_PARTNERS.match, filled)):
        counts["partners"] -= 1  # no sample tells that a column of remarks holds nothing else
    return Profile(
        len(filled) / len(cells),
        len(set(map(fold, sample))) / len(sample),
        sum(len(cell.split()) for cell in sample) / len(sample),
        {form: times / len(sample) for form, times in counts.items()},
    )


def is_cross(cell: str) -> bool:
    """Whether a cell is a mark that says yes.

    >>> is_cross(" X "), is_cross("✓"), is_cross("1.0"), is_cross("non"), is_cross("CCAS")
    (True, True, True, False, False)
    """
    return _FLOAT_TAIL.sub("", cell.strip().lower()) in CROSSES


def without_label(cell: str) -> str:
    """Return a cell without the words that announce a list of partners.

    >>> without_label("Partenaires : CCAS, centre social"), without_label("CCAS")
    ('CCAS, centre social', 'CCAS')
    """
    found = _PARTNERS.match(cell)
    return cell[found.end() :] if found else cell


def is_blank_mark(cell: str) -> bool:
    """Whether a cell says no, or nothing."""
    text = _FLOAT_TAIL.sub("", cell.strip().lower())
    return not text or text in NOT_CROSSES


def _is_mark(cell: str) -> bool:
    return is_cross(cell) or is_blank_mark(cell) or fold(cell) in _PLACES


def bare(cell: str) -> str:
    """Return the cell without what a spreadsheet adds to a code.

    >>> bare('="03190"'), bare("384 138 996 00028"), bare("3190.0")
    ('03190', '38413899600028', '3190')
    """
    found = _EXCEL_TEXT.fullmatch(cell.strip())
    text = found.group(1) if found else cell.strip()
    return _GAPS.sub("", _FLOAT_TAIL.sub("", text))


@lru_cache(maxsize=50_000)
def is_commune(name: str) -> bool:
    """Whether a text is the name of a commune, today's or a former one."""
    return geography().resolve(name).found is not Found.UNKNOWN


def _forms(text: str) -> list[str]:
    cell = text[:_LOOKED_AT]
    forms = [form for form, matches in _TESTS.items() if matches(cell)]
    code = bare(cell)
    if "date" in forms or "years" in forms:
        return forms  # « 2019-04-12 » and « 2023-2024 » are eight digits, and no number
    if _DIGITS.fullmatch(code):
        forms.extend(_number_forms(code))
    elif code.upper()[:2] in {"2A", "2B"} and geography().commune(code.upper()):
        forms.append("insee")
    return forms


def _number_forms(code: str) -> list[str]:
    forms = ["digits"]
    size = len(code)
    if size in {13, 14}:
        forms.append("siret")
    elif size in {8, 9}:
        forms.append("siren")
    elif size in {4, 5}:
        padded = code.zfill(5)
        if geography().current_code(padded):
            forms.append("insee")
        if geography().communes_at(padded):
            forms.append("postal")
    return forms


_TESTS: Final[dict[str, Callable[[str], object]]] = {
    "rna": lambda cell: _RNA.fullmatch(bare(cell)),
    "email": _EMAIL.search,
    "url": _URL.fullmatch,
    "phone": _PHONE.search,
    "mobile": lambda cell: re.match(r"(?:\+33\s*|0)[67]", cell),
    "date": _DATE.fullmatch,
    "year": _YEAR.fullmatch,
    "years": _YEARS.fullmatch,
    "amount": _AMOUNT.fullmatch,
    "euros": lambda cell: "€" in cell or "euro" in cell.lower(),
    "number": lambda cell: _NUMBER.fullmatch(cell.replace(" ", "")),
    "cross": lambda cell: is_cross(cell) or is_blank_mark(cell),
    "mark": _is_mark,
    "no": lambda cell: _FLOAT_TAIL.sub("", cell.lower()) in _NOES,
    "box": lambda cell: _is_mark(cell) or _FLOAT_TAIL.sub("", cell) in {"2", "3", "4"},
    "listed": _LISTED.search,
    "partners": _PARTNERS.match,
    "letters": lambda cell: re.search(r"[^\W\d_]{2}", cell),
    "commune": lambda cell: len(cell) < 50 and re.search(r"[^\W\d_]{2}", cell) and is_commune(cell),
    "address": lambda cell: (
        re.match(r"\d+\s*(bis|ter)?,?\s+[^\W\d_]", cell)
        or re.match(
            r"(rue|avenue|av|place|chemin|impasse|boulevard|bd|route|allée|quai|lieu)\b",
            cell,
            re.IGNORECASE,
        )
    ),
}
