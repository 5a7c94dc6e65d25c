"""Whom a name in a file means: « CCAS », « Centre social La Rotonde », or an id.

In order: an id of the store or of the files; the reference of a row of the same file; a number of
a public register; a name or an acronym that only one actor has, the one of the commune of the
line first. A name that comes near makes a question. Nothing: somebody to identify, under that
name; a text that looks like an id stays one, « inconnu ». Work goes by distinct names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.questions import Question, QuestionKind
from actors_graph.changes.same_actor.answers import LATER, PART_OF, SAME, actor_pair
from actors_graph.changes.same_actor.pool import CANDIDATES_SHOWN, Pool, stored_pool, sure
from actors_graph.changes.same_actor.sameness import described_rows
from actors_graph.matching import NameIndex, Verdict, same_actor_pairs, why
from actors_graph.model.common_names import is_common_name, may_serve_others
from actors_graph.model.ids import actor_id
from actors_graph.model.kinds import ActorStatus
from actors_graph.sources import Problem, Severity
from actors_graph.text import fold, slug
from actors_graph.words import listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow
    from actors_graph.changes.planning.questions import Candidate
    from actors_graph.changes.same_actor.sameness import Sameness
    from actors_graph.matching import Pair, Records
    from actors_graph.model import Value

_ID: Final = re.compile(r"[a-z][a-z_-]*:\S+")
# What an actor is of which only the name is known.
NAMES_ONLY: Final = frozenset({ActorStatus.STUB, ActorStatus.TO_IDENTIFY})
_LINES_SHOWN: Final = 6
_ANYWHERE: Final = "*"


@dataclass(slots=True)
class Mention:
    """One distinct name of an actor in a file, and where it is.

    Attributes:
        key: the id that the actor would have if nobody knew it.
        values: what is said of it.
        file: the file that names it first.
        column: the column there.
        lines: all the lines of that file that name it.
        rows: the rows that hold what is said of it; none for a name in a reference.
    """

    key: str
    values: Mapping[str, Value]
    file: CheckedFile
    column: str
    lines: list[int] = field(default_factory=list)
    rows: list[CheckedRow] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name as it is written."""
        return str(self.values["name"])

    @property
    def commune(self) -> str:
        """Code of its commune; empty where nothing says it."""
        return str(self.values.get("commune_code") or "")


@dataclass(slots=True)
class Names:
    """The actors that files name, found among those of the store and of the files.

    Attributes:
        known: the store and the ids of files.
        sameness: what was decided of the rows that describe actors.
        found: the id of the actor meant, by the key of a mention.
        handles: the id of each row that others refer to by a handle.
        mentions: by key.
    """

    known: Known
    sameness: Sameness
    found: dict[str, str] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    _references: dict[tuple[str, str], str] = field(default_factory=dict)
    _hosts: dict[tuple[str, int], CheckedRow] = field(default_factory=dict)
    _holders: dict[str, CheckedRow] = field(default_factory=dict)
    _keys: dict[tuple[str, int, str], str] = field(default_factory=dict)

    def resolve(self, files: Sequence[CheckedFile]) -> None:
        """Find whom the rows that only name an actor, and the names in references, mean.

        Rows whose actor is found take its id; the others become actors to identify.
        """
        self._index_references(files)
        for file in files:
            for part in file.parts:
                self._collect(file, part)
        if self.mentions:
            self._find(files)
        for file in files:
            for part in file.parts:
                for row in part.rows:
                    if row.handle:
                        key = str(row.values["id"])
                        self.handles[row.handle] = self.found.get(key, key)
                if part.named:
                    self._settle(file, part)
        self.sameness.moved |= {key: found for key, found in self.found.items() if key != found}

    def meaning(self, file: CheckedFile, part: CheckedPart, text: str, *, line: int) -> str:
        """Return the id of the actor that a text of a line means; empty when it names nobody."""
        by_reference = self._references.get((file.head.file, text))
        if by_reference:
            return self.sameness.final(by_reference)
        if looks_like_id(text, by_name=part.by_name):
            return ""
        mention = self.mention(file, text, line=line)
        return self.found.get(mention.key, "") if mention else ""

    def mention(self, file: CheckedFile, text: str, *, line: int) -> Mention | None:
        """Return what is known of a name in a reference on a line."""
        return self.mentions.get(self._keys.get((file.name, line, text), ""))

    def _said(self, file: CheckedFile, row: CheckedRow, text: str) -> tuple[str, dict[str, Value]]:
        """Key of a name in a reference, and what it says.

        « CCAS » means the one of the commune of the line, which is that of the actor that the
        line describes, or that the row ties it to.
        """
        values: dict[str, Value] = {"name": text}
        if not is_common_name(text):
            return actor_id(values), values
        host = self._hosts.get((file.name, row.line)) or next(
            (self._holders[v] for v in row.values.values() if isinstance(v, str)
             and v in self._holders), None,
        )  # fmt: skip
        if host is None:
            return actor_id(values), values
        values |= {
            name: host.values[name] for name in ("commune", "commune_code") if host.values.get(name)
        }
        # As the id of a row of that commune: by what the file writes.
        unplaced = {k: v for k, v in values.items() if k != "commune_code" or not host.placed}
        return actor_id(unplaced), values

    def _index_references(self, files: Sequence[CheckedFile]) -> None:
        for file in files:
            for row in described_rows([file]):
                self._hosts.setdefault((file.name, row.line), row)
                if row.handle:
                    self._holders[row.handle] = row
                if "reference" in row.values:
                    key = (file.head.file, str(row.values["reference"]))
                    self._references.setdefault(key, str(row.values["id"]))

    def _collect(self, file: CheckedFile, part: CheckedPart) -> None:
        if part.named:
            for row in part.rows:
                mention = self._mention(file, part, str(row.values["id"]), row.values)
                mention.rows.append(row)
                mention.lines.append(row.line)
            return
        present = self.known.ids("actors")
        moved = self.sameness.moved
        for target in part.table.fields:
            if target.refers_to[:1] != ("actors",) or target.name not in part.columns:
                continue
            column = part.columns[target.name]
            for row in part.rows:
                text = row.values.get(target.name)
                if not isinstance(text, str) or text in present or text in file.handles:
                    continue
                if text in moved or looks_like_id(text, by_name=part.by_name):
                    continue
                if (file.head.file, text) in self._references:
                    continue
                key, said = self._said(file, row, text)
                self._keys[file.name, row.line, text] = key
                mention = self._mention(file, part, key, said, column=column)
                if mention.file is file:
                    mention.lines.append(row.line)

    def _mention(
        self,
        file: CheckedFile,
        part: CheckedPart,
        key: str,
        values: Mapping[str, Value],
        *,
        column: str = "",
    ) -> Mention:
        if key not in self.mentions:
            column = column or part.columns.get("name", "name")
            self.mentions[key] = Mention(key, values, file, column)
        return self.mentions[key]

    def _find(self, files: Sequence[CheckedFile]) -> None:
        # Who is only a name is found by that very name: if not, what the first import of a file
        # left to identify would change what its second one finds.
        status = zip(
            self.known.column("actors", "id"), self.known.column("actors", "status"), strict=True
        )
        only_names = [actor for actor, said in status if said in NAMES_ONLY]
        pool = stored_pool(self.known, without=only_names)
        present = {*pool.ids, *only_names}
        for row in described_rows(files):
            actor = str(row.values["id"])
            if actor not in present:
                present.add(actor)
                pool.add(actor, row.values)
        unknown = []
        for mention in self.mentions.values():
            known = self.sameness.final(mention.key)
            if known in present:
                self.found[mention.key] = known
            elif not self._answered(mention):
                unknown.append(mention)
        if len(pool) and unknown:
            self._search(unknown, pool)

    def _answered(self, mention: Mention) -> bool:
        """Whether an answer of this import says who is meant, or that nobody known is."""
        answer = self.sameness.given.get(_key(mention), "")
        if not answer or answer == LATER:
            return False
        if answer.startswith(SAME):
            self.sameness.answer(mention.key, answer, others=())
            self.found[mention.key] = self.sameness.final(answer.removeprefix(SAME))
            return True
        if answer.startswith(PART_OF):
            self.sameness.answer(mention.key, answer, others=())
            holder = {"part_of": answer.removeprefix(PART_OF)}
            mention.values = {**mention.values, **holder}
            for row in mention.rows:
                row.values.update(holder)
        return answer.startswith(PART_OF)

    def _search(self, unknown: Sequence[Mention], pool: Pool) -> None:
        records = pool.records()
        index = NameIndex(records)
        ours = Pool()
        for mention in unknown:
            ours.add(mention.key, mention.values)
        pairs: dict[int, list[Pair]] = {}
        for pair in same_actor_pairs(ours.records(), against=records):
            pairs.setdefault(pair.a, []).append(pair)
        alone = only_ones(records)
        for place, mention in enumerate(unknown):
            self._decide(mention, pairs.get(place, []), pool=pool, index=index, alone=alone)

    def _decide(
        self,
        mention: Mention,
        pairs: list[Pair],
        *,
        pool: Pool,
        index: NameIndex,
        alone: Mapping[tuple[str, str], int],
    ) -> None:
        hits = index.find(mention.name, commune=mention.commune)
        numbered = sure(pairs)
        strict = [hit.position for hit in hits if hit.verdict is Verdict.STRICT]
        exact = _exact(mention, alone, pool)
        if len(numbered) == 1:
            chosen = numbered[0].b
        elif exact is not None:
            chosen = exact
        elif len(strict) == 1:
            chosen = strict[0]
        else:
            near = [hit.position for hit in hits] or _elsewhere(mention, alone)
            candidates = self._candidates(mention, pairs, near, pool)
            if self.sameness.given.get(_key(mention)) is not None and candidates:
                self._refused(mention, candidates)
            elif candidates:
                self._ask(mention, candidates)
            return
        self.found[mention.key] = pool.ids[chosen]

    def _candidates(
        self, mention: Mention, pairs: Sequence[Pair], hits: Sequence[int], pool: Pool
    ) -> tuple[Candidate, ...]:
        reasons = {pair.b: why(pair) for pair in sorted(pairs, key=lambda pair: -pair.verdict)}
        for position in hits:
            reasons.setdefault(position, pool.same_name(position, mention.commune))
        told = self.sameness.remembered
        return tuple(
            pool.candidate(position, reason)
            for position, reason in reasons.items()
            if actor_pair(mention.key, pool.ids[position]) not in told
        )[:CANDIDATES_SHOWN]

    def _refused(self, mention: Mention, candidates: Iterable[Candidate]) -> None:
        """Keep « différents » and « plus tard » for all who were proposed."""
        answer = self.sameness.given[_key(mention)]
        if answer != LATER:
            others = [candidate.id for candidate in candidates]
            self.sameness.answer(mention.key, answer, others=others)
        else:
            self._ask(mention, tuple(candidates))

    def _ask(self, mention: Mention, candidates: tuple[Candidate, ...]) -> None:
        self.sameness.questions.append(
            Question(
                _key(mention),
                QuestionKind.NAME,
                mention.file.name,
                mention.lines[0],
                mention.column,
                mention.name,
                candidates,
                tuple(dict.fromkeys(mention.lines)),
            )
        )

    def _settle(self, file: CheckedFile, part: CheckedPart) -> None:
        """Keep of the rows that name somebody the first of each who is not known."""
        kept: list[CheckedRow] = []
        for row in part.rows:
            key = str(row.values["id"])
            mention = self.mentions[key]
            if key in self.found or mention.rows[0] is not row:
                continue
            row.values.setdefault("status", str(ActorStatus.TO_IDENTIFY))
            kept.append(row)
            file.problems.append(to_identify(mention.name, mention.lines, column=mention.column))
        part.rows = kept


def looks_like_id(text: str, *, by_name: bool) -> bool:
    """Whether a text that names nobody is an id rather than a name.

    In a file of the model ids are expected: « zz » or « asso_12 » is one. Elsewhere only a
    text like « rna:W031000001 » is.

    >>> looks_like_id("rna:W031000001", by_name=True), looks_like_id("ccas", by_name=True)
    (True, False)
    """
    if _ID.fullmatch(text):
        return True
    return not by_name and slug(text) == text.replace("_", "-")


def to_identify(name: str, lines: Sequence[int], *, column: str) -> Problem:
    """Say that a name is nobody known, once for all its lines."""
    distinct = sorted(set(lines))
    others = listing([str(line) for line in distinct[1:]], limit=_LINES_SHOWN)
    where = f" (aussi ligne{'s' if len(distinct) > 2 else ''} {others})" if others else ""
    message = f"n’est pas encore dans vos données{where} : une fiche « à identifier » est créée."
    return Problem(distinct[0], column, name, message, Severity.WARNING)


def _key(mention: Mention) -> str:
    return f"{QuestionKind.NAME}:{mention.key}"


def only_ones(records: Records) -> dict[tuple[str, str], int]:
    """Position of the only actor of a folded name or acronym, in a commune and anywhere ("*")."""
    found: dict[tuple[str, str], int] = {}
    several: set[tuple[str, str]] = set()
    for position, words in _words(records):
        for key in ((words, records.communes[position]), (words, _ANYWHERE)):
            if found.setdefault(key, position) != position:
                several.add(key)
    return {key: position for key, position in found.items() if key not in several}


def _words(records: Records) -> Iterator[tuple[int, str]]:
    for position, (name, acronym) in enumerate(zip(records.names, records.acronyms, strict=True)):
        for words in dict.fromkeys((fold(name), fold(acronym))):
            if words:
                yield position, words


def _elsewhere(mention: Mention, alone: Mapping[tuple[str, str], int]) -> list[int]:
    """Position of the only actor of that very name, where it may serve other communes too."""
    position = alone.get((fold(mention.name), _ANYWHERE))
    return [] if position is None or not may_serve_others(mention.name) else [position]


def _exact(mention: Mention, alone: Mapping[tuple[str, str], int], pool: Pool) -> int | None:
    """Position of the only actor that bears the very name: of the commune, else of all."""
    words, commune = fold(mention.name), mention.commune
    if commune and (words, commune) in alone:
        return alone[words, commune]
    position = alone.get((words, _ANYWHERE))
    if position is None or not commune or pool.columns["commune_code"][position] == commune:
        return position
    return None
