"""Compares the rows of files with a store: what is new, what changes, what stays.

Import is an upsert (MODEL rule 2): an empty cell leaves the value that is known, a row that the
file does not hold stays and is counted; with `complete` it ends. A value that a person checked
later than the file is kept unless `overwrite` is said. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.known import Known
from actors_graph.changes.planning.absent import plan_absent
from actors_graph.changes.planning.checks import drop_refused
from actors_graph.changes.planning.hierarchy import check_hierarchies
from actors_graph.changes.planning.identities import (
    PLACE,
    identify_nodes,
    identify_others,
    merge_repeated,
)
from actors_graph.changes.planning.references import References, check_ends
from actors_graph.changes.rows import created, differs, updated
from actors_graph.changes.same_actor.answers import (
    answer_changes,
    kept_answers,
    known_identifiers,
    known_pairs,
)
from actors_graph.changes.same_actor.names import NAMES_ONLY, Names
from actors_graph.changes.same_actor.sameness import Sameness
from actors_graph.model import TABLES
from actors_graph.model.geography import geography
from actors_graph.sources import Problem, Severity
from actors_graph.text import fold
from actors_graph.words import quoted, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from actors_graph.changes.known import Reads
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow
    from actors_graph.changes.planning.questions import Question
    from actors_graph.model import Change, Value

# What an actor keeps when a row that names it otherwise completes it.
_NUMBERS: Final = dict.fromkeys(("siren", "siret", "rna"), "numéro")
_OWN: Final = ("name", "kind", "source", "reference", "acronym", *_NUMBERS)
_CHECKED_ON: Final = "checked_on"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user decided for one import.

    `complete`: the files are complete, rows that they do not hold end on `today` (ISO date).
    `overwrite`: replace also the values that somebody checked later than the file.
    `identity_key`: the secret of the store, for the ids of élus.
    `answers` to the questions of this import, `communes` those that were answered before.
    """

    today: str
    complete: bool = False
    overwrite: bool = False
    identity_key: str = field(default="", repr=False)
    by: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    communes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Counts:
    """Rows of one table by what becomes of them."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Outcome:
    """What becomes of one file.

    Attributes:
        main: the tables whose rows are the lines of the file.
        rows: its rows, by table.
        named: rows that no line holds but that one names (stubs, themes, territories), by table.
        repaired: rows of the main tables in which a value was mended.
    """

    main: frozenset[str] = frozenset()
    rows: dict[str, Counts] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    repaired: int = 0

    @property
    def new(self) -> int:
        """Rows of the file that the store does not hold."""
        return sum(self.rows[name].new for name in self.main & self.rows.keys())

    @property
    def changed(self) -> int:
        """Rows of the file that change one of the store."""
        return sum(self.rows[name].changed for name in self.main & self.rows.keys())

    @property
    def unchanged(self) -> int:
        """Rows of the file that the store already holds as they are."""
        return sum(self.rows[name].unchanged for name in self.main & self.rows.keys())

    @property
    def kept(self) -> int:
        """Rows of the file that the plan takes."""
        return self.new + self.changed + self.unchanged

    def made(self) -> dict[str, dict[str, int]]:
        """Return what the file makes of each table, the rows that it only names included."""
        found = {}
        for name in TABLES:
            counts, named = self.rows.get(name, Counts()), self.named.get(name, 0)
            made = {
                "new": counts.new + named,
                "changed": counts.changed,
                "unchanged": counts.unchanged,
            }
            if any(made.values()):
                found[name] = made
        return found


@dataclass(slots=True)
class Plan:
    """What an import would do.

    `changes` in the order in which they can be written, `outcomes` what becomes of the rows of
    each file, `questions` what a person should answer.
    """

    changes: list[Change] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def add(self, change: Change | None) -> None:
        """Add a change, if there is one."""
        if change is not None:
            self.changes.append(change)


def planned(files: Sequence[CheckedFile], reads: Reads, *, options: Options) -> Plan:
    """Plan the import of checked files; problems are added to them.

    Ids are set, references resolved, repeated rows merged, then each row is compared with the
    store. Cost: one read of the tables concerned, then O(rows of the files).
    """
    known = Known(reads, {part.table.name for _, part in _parts(files)})
    identify_nodes(files, known, identity_key=options.identity_key.encode())
    _drop_refused(files)
    sameness = Sameness(known, given=options.answers)
    names = Names(known, sameness)
    if known.holds("actors"):
        sameness.remembered = known_pairs(reads)
        sameness.identifiers = known_identifiers(reads)
        sameness.resolve(files)
        names.resolve(files)
    references = References(known, names)
    references.resolve(files)
    for file, part in _parts(files):
        check_ends(file, part)
    _drop_refused(files)
    identify_others(files, known)
    merge_repeated(files)
    check_hierarchies(files, known)
    _drop_refused(files)
    plan = Plan(outcomes=[Outcome(file.head.main) for file in files])
    for added in references.added:
        plan.add(created(TABLES[added.table], added.values, origin=added.origin))
        named = plan.outcomes[added.file].named
        named[added.table] = named.get(added.table, 0) + 1
    for file, outcome in zip(files, plan.outcomes, strict=True):
        for part in file.parts:
            _compare(file, part, plan=plan, outcome=outcome, known=known, options=options)
    for file in files:
        plan_absent(file, known, plan.changes, options=options)
    plan.questions = sameness.questions
    plan.changes += answer_changes(reads, sameness.answered, by=options.by, on=options.today)
    about: dict[str, Value] = {"why": None, "by": options.by, "on": options.today}
    communes = {subject: said for file in files for subject, said in file.answered.items()}
    plan.changes += kept_answers(reads, communes, about)
    order = {name: position for position, name in enumerate(TABLES)}
    plan.changes.sort(key=lambda change: order[change.table])
    return plan


def _compare(
    file: CheckedFile,
    part: CheckedPart,
    *,
    plan: Plan,
    outcome: Outcome,
    known: Known,
    options: Options,
) -> None:
    table = part.table
    stored = known.rows(table.name, [str(row.values["id"]) for row in part.rows])
    counts = outcome.rows.setdefault(table.name, Counts())
    for row in part.rows:
        outcome.repaired += row.repaired and table.name in outcome.main
        origin = f"{file.name}:{row.line}"
        before = stored.get(str(row.values["id"]))
        if before is None:
            counts.new += 1
            plan.add(created(table, row.values, origin=origin))
            continue
        after = _accepted(file, part, row, before=before, overwrite=options.overwrite)
        change = updated(table, before, after, origin=origin)
        counts.changed += change is not None
        counts.unchanged += change is None
        plan.add(change)


def _accepted(
    file: CheckedFile,
    part: CheckedPart,
    row: CheckedRow,
    *,
    before: Mapping[str, Value],
    overwrite: bool,
) -> dict[str, Value]:
    """Values of the row that may replace those of the store (MODEL rule 2)."""
    after = _said(file, part, row, before=before, overwrite=overwrite)
    is_stub = part.table.name == "actors" and before.get("status") in NAMES_ONLY
    if is_stub and "status" not in after:
        # The file describes what was only a name until now: no status means « actif ».
        after["status"] = None
    checked = before.get(_CHECKED_ON)
    if overwrite or not isinstance(checked, str) or checked <= str(after.get(_CHECKED_ON) or ""):
        return after
    for name in list(after):
        kept = before.get(name)
        # What the row does not say itself is no value that somebody checked since.
        if kept is None or name not in row.values or not differs(kept, after[name]):
            continue
        if name != _CHECKED_ON:
            file.problems.append(_kept(part, row, name=name, kept=kept, checked=checked))
        del after[name]
    return after


def _said(
    file: CheckedFile,
    part: CheckedPart,
    row: CheckedRow,
    *,
    before: Mapping[str, Value],
    overwrite: bool,
) -> dict[str, Value]:
    """Values that the row says itself; of an actor known elsewhere it does not change the name."""
    after: dict[str, Value] = {n: v for n, v in row.values.items() if v is not None}
    # What a row does not say itself, or only completes, never replaces what is known.
    for name in list(after) if part.fills_only else row.unsaid:
        kept, said = before.get(name), after.get(name)
        if isinstance(kept, list) and isinstance(said, list):
            # A mayor acts on a commune in one register, on an EPCI in another one.
            after[name] = list(dict.fromkeys((*kept, *said)))
        elif kept is not None or name == "status":
            after.pop(name, None)
    if not row.moved or overwrite:
        return after
    if _elsewhere(before, after):
        kept = str(before.get("commune") or before.get("commune_code"))
        message = f"commune gardée : {quoted(kept)}, celle de vos données."
        column = part.columns.get("commune", "commune")
        file.warn(row, column=column, value=str(row.values.get("commune") or ""), message=message)
        after = {name: value for name, value in after.items() if name not in PLACE}
    for name in _OWN:
        kept = before.get(name)
        if name in after and kept is not None and differs(kept, after[name]):
            word = {"name": "nom", **_NUMBERS}.get(name)
            if word and fold(str(kept)) != fold(str(after[name])):
                message = f"{word} gardé : {quoted(str(kept))}, celui de vos données."
                column = part.columns.get(name, name)
                file.warn(row, column=column, value=str(after[name]), message=message)
            del after[name]
    return after


def _elsewhere(before: Mapping[str, Value], after: Mapping[str, Value]) -> bool:
    """Whether a row does not say the commune that is known; where none is known, it may fill it."""
    code, name = before.get("commune_code"), str(before.get("commune") or "")
    if not (code or name) or not (after.get("commune_code") or after.get("commune")):
        return False
    if code and after.get("commune_code"):
        return code != after["commune_code"]
    known = {fold(name), fold(geography().name(f"com:{code}"))} - {""}
    return fold(str(after.get("commune") or "")) not in known


def _kept(part: CheckedPart, row: CheckedRow, *, name: str, kept: Value, checked: str) -> Problem:
    shown = " | ".join(kept) if isinstance(kept, list) else str(kept)
    return Problem(
        row.line,
        part.columns.get(name, name),
        str(row.values[name]),
        f"valeur gardée : {quoted(shown)}, vérifiée {when(checked)}, après ce fichier.",
        Severity.WARNING,
        "Pour la remplacer, datez la ligne (verifie_le) ou ajoutez --overwrite.",
    )


def _parts(files: Sequence[CheckedFile]) -> Iterator[tuple[CheckedFile, CheckedPart]]:
    for file in files:
        for part in file.parts:
            yield file, part


def _drop_refused(files: Sequence[CheckedFile]) -> None:
    for file, part in _parts(files):
        drop_refused(file, part)
