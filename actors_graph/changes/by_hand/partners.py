"""« Qui travaille avec qui ? »: the partners of one structure, noted by hand in one operation.

What a person ticks becomes a statement of hers (source « saisie », evidence: declaration); the
statements of files stay as they are. « Personne à ma connaissance » is an answer: the structure
is documented, with none (MODEL rule 7).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from actors_graph.changes.by_hand.forms import BY_HAND
from actors_graph.changes.rows import created, deleted, stored_rows, updated
from actors_graph.changes.same_actor.merges import require_actors, require_whole_view
from actors_graph.errors import InputError
from actors_graph.model import TABLES, ChangeSet
from actors_graph.model.ids import row_id
from actors_graph.model.kinds import Proof
from actors_graph.model.levels import UNSPECIFIED, level_said
from actors_graph.text import clean, fold
from actors_graph.words import agreed, count, listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from actors_graph.access.session import Session
    from actors_graph.model import Change, Row, Value

ACTION: Final = "partners"

_NOTHING: Final[Mapping[str, Untie]] = {}
_NAMED_AT_MOST: Final = 5


class Untie(StrEnum):
    """Why a partner is no longer ticked: it is over, or it never was."""

    ENDED = "termine"
    MISTAKE = "erreur"


@dataclass(frozen=True, slots=True)
class KnownPartner:
    """A partner of a structure today.

    Attributes:
        id: of the partner.
        name: its name.
        commune: its commune as written, or empty.
        level: 1-4, what was said by hand, else the highest stated; None unspecified.
        wording: the level in the words of who said it, where they are others than ours.
        by_hand: whether a statement was noted by hand.
        statements: ids of the rows that say so.
    """

    id: str
    name: str
    commune: str
    level: int | None
    wording: str
    by_hand: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnersReport:
    """What was noted, as ids of partners.

    `operation` is the number in the journal, which `undo` takes back; `changed` are those whose
    level changed, `confirmed` those that one more actor declares, `ended` and `removed` those that
    were unticked.
    """

    operation: str
    actor: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    confirmed: tuple[str, ...]
    ended: tuple[str, ...]
    removed: tuple[str, ...]
    none_known: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {
            "operation": self.operation,
            "actor": self.actor,
            "added": list(self.added),
            "changed": list(self.changed),
            "confirmed": list(self.confirmed),
            "ended": list(self.ended),
            "removed": list(self.removed),
            "none_known": self.none_known,
        }

    @property
    def sentence(self) -> str:
        """What was noted, in French."""
        if self.none_known:
            return "Noté : pas de partenaire à votre connaissance."
        said = [
            (self.added, "partenaire ajouté"),
            (self.changed, "niveau corrigé"),
            (self.confirmed, "partenariat confirmé"),
            (self.ended, "partenariat terminé"),
            (self.removed, "lien retiré"),
        ]
        parts = [count(len(ids), words) for ids, words in said if ids]
        return f"Noté : {listing(parts)}." if parts else "Noté : rien n’a changé."


def known_partners(session: Session, actor: str) -> list[KnownPartner]:
    """Return the partners of a structure today, by name. O(its ties).

    Raises:
        InputError: there is no such actor.
    """
    ties = _Ties(session, actor)
    others = ties.by_partner()
    names = _actors(session, [actor, *others])
    require_actors(names, [actor])
    found = [_known(names[other], rows) for other, rows in others.items() if other in names]
    return sorted(found, key=lambda partner: (fold(partner.name), partner.id))


def record_partners(
    session: Session,
    actor: str,
    *,
    ticked: Mapping[str, str],
    untied: Mapping[str, Untie] = _NOTHING,
    none_known: bool = False,
    declared_by: str = "",
) -> PartnersReport:
    """Note who works with a structure, today, in one operation.

    A known partner that is neither ticked nor unticked stays as it is.

    Args:
        session: opened by somebody who may write.
        actor: the structure.
        ticked: level in words, by id of each partner; empty or « non précisé » = no level.
        untied: why, by id of each partner that is no longer ticked.
        none_known: she knows no partner of it: documented, with none.
        declared_by: the actor who says so, where somebody does.

    Raises:
        InputError: an actor that does not exist, the structure itself, or « personne » while
            partners are known.
        NotAllowedError: the role may not write, or does not see everything.
        ConflictError: somebody wrote the same rows meanwhile.
    """
    require_whole_view(session)
    ties = _Ties(session, actor)
    actors = _actors(session, [actor, *ticked, *untied, *([declared_by] if declared_by else [])])
    require_actors(actors, [actor, *ticked, *untied, declared_by or actor])
    _check(session, ties, ticked=ticked, untied=untied, none_known=none_known)
    notes = _Notes(ties, today=session.today.isoformat(), declared_by=declared_by)
    for other, wording in ticked.items():
        notes.tick(other, clean(wording))
    for other, why in untied.items():
        notes.untick(other, why)
    asked = updated(TABLES["actors"], actors[actor], {"partners_asked_on": notes.today})
    changes = [*([asked] if asked else []), *notes.changes]
    operation = ""
    if changes:
        change_set = ChangeSet(
            tuple(changes),
            action=ACTION,
            at=session.now(),
            by=session.user.name,
        )
        operation = str(session.apply(change_set).seq)
    return notes.report(operation, none_known=none_known)


class _Ties:
    """The collaborations of one actor: those of today by partner, and the ids of all."""

    def __init__(self, session: Session, actor: str) -> None:
        table = TABLES["collaborations"]
        rows = session.tables([table.name], ids=[actor])[table.name]
        self.actor = actor
        self.rows: list[Row] = list(stored_rows(table, rows).values())
        self._today = session.today.isoformat()

    def by_partner(self) -> dict[str, list[Row]]:
        """Return the statements that hold today, by partner."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if not self._over(row):
                other = row["b"] if row["a"] == self.actor else row["a"]
                found.setdefault(str(other), []).append(row)
        return found

    def _over(self, row: Row) -> bool:
        # What ends today is no longer a partner to tick; a month or a year ends with its last day.
        end = row["ends_on"]
        if not isinstance(end, str):
            return False
        return end <= self._today if len(end) == 10 else end < self._today[: len(end)]


@dataclass(slots=True)
class _Notes:
    """The changes that ticks make, as they are found."""

    ties: _Ties
    today: str
    declared_by: str
    changes: list[Change] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def tick(self, other: str, wording: str) -> None:
        """Note a partner, or correct what was noted by hand of it."""
        level = level_said(wording)
        said = None if level or fold(wording) in {"", fold(UNSPECIFIED)} else wording
        known = self.ties.by_partner().get(other, [])
        own = next((row for row in known if _is_own(row, self.declared_by)), None)
        if own is None:
            self._tick_new(other, known, level=level, said=said)
            return
        new: dict[str, Value] = {"level": level, "level_wording": said}
        if not wording:
            # No level was chosen: what was said before stays.
            new = {}
        table = TABLES["collaborations"]
        if updated(table, own, new):
            self.changed.append(other)
        change = updated(table, own, {**new, "checked_on": self.today})
        self.changes.extend([change] if change else [])

    def _tick_new(
        self, other: str, known: list[Row], *, level: int | None, said: str | None
    ) -> None:
        """Note a partner by hand, unless others said all of it already."""
        new_voice = bool(self.declared_by) and all(
            row["declared_by"] != self.declared_by for row in known
        )
        if not known:
            self.added.append(other)
        elif (level or said) and not _already(known, level, said):
            self.changed.append(other)
        elif new_voice:
            self.confirmed.append(other)
        else:
            return
        self._add(other, level=level, said=said)

    def untick(self, other: str, why: Untie) -> None:
        """End, or take away, all that says today that they are partners."""
        rows = self.ties.by_partner().get(other, [])
        table = TABLES["collaborations"]
        if not rows:
            return
        if why is Untie.MISTAKE:
            self.removed.append(other)
            self.changes.extend(deleted(table, row) for row in rows)
            return
        self.ended.append(other)
        ends = (updated(table, row, {"ends_on": self.today}) for row in rows)
        self.changes.extend(change for change in ends if change)

    def report(self, operation: str, *, none_known: bool) -> PartnersReport:
        """Return what was noted."""
        return PartnersReport(
            operation=operation,
            actor=self.ties.actor,
            added=tuple(self.added),
            changed=tuple(self.changed),
            confirmed=tuple(self.confirmed),
            ended=tuple(self.ended),
            removed=tuple(self.removed),
            none_known=none_known,
        )

    def _add(self, other: str, *, level: int | None, said: str | None) -> None:
        table = TABLES["collaborations"]
        a, b = sorted((self.ties.actor, other))
        row: dict[str, Value] = {
            "a": a,
            "b": b,
            "level": level,
            "level_wording": said,
            "declared_by": self.declared_by or None,
            "evidence": str(Proof.DECLARATION),
            "checked_on": self.today,
            "source": BY_HAND,
        }
        past = {str(tie["id"]): tie for tie in self.ties.rows}
        row["id"] = row_id(table, row)
        if row["id"] in past:
            # An earlier partnership by hand is over: this one begins today.
            row["starts_on"] = self.today
            row["id"] = row_id(table, row)
        again = past.get(str(row["id"]))
        change = updated(table, again, {**row, "ends_on": None}) if again else created(table, row)
        self.changes.extend([change] if change else [])


def _is_own(row: Row, declared_by: str) -> bool:
    return row["source"] == BY_HAND and (row["declared_by"] or "") == declared_by


def _already(rows: Iterable[Row], level: int | None, said: str | None) -> bool:
    return any(row["level"] == level and (row["level_wording"] or None) == said for row in rows)


def _known(actor: Row, rows: list[Row]) -> KnownPartner:
    own = [row for row in rows if row["source"] == BY_HAND]
    levels = [row["level"] for row in own or rows if isinstance(row["level"], int)]
    wordings = [str(row["level_wording"]) for row in own or rows if row["level_wording"]]
    return KnownPartner(
        id=str(actor["id"]),
        name=str(actor["name"]),
        commune=str(actor["commune"] or ""),
        level=max(levels, default=None),
        wording=wordings[0] if wordings else "",
        by_hand=bool(own),
        statements=tuple(str(row["id"]) for row in rows),
    )


def _actors(session: Session, ids: Iterable[str]) -> dict[str, dict[str, Value]]:
    table = TABLES["actors"]
    rows = session.tables([table.name], ids=list(dict.fromkeys(ids)))[table.name]
    return stored_rows(table, rows)


def _check(
    session: Session,
    ties: _Ties,
    *,
    ticked: Mapping[str, str],
    untied: Mapping[str, Untie],
    none_known: bool,
) -> None:
    if ties.actor in {*ticked, *untied}:
        raise InputError("Une structure n’est pas son propre partenaire.", remedy="Décochez-la.")
    both = {other: "" for other in ticked if other in untied}
    if both:
        raise InputError(
            f"Une même structure ({_shown(session, both)}) est cochée et décochée.",
            remedy="Choisissez l’un des deux.",
        )
    left = dict.fromkeys([*ticked, *(one for one in ties.by_partner() if one not in untied)])
    if none_known and left:
        raise InputError(
            "« Personne à ma connaissance » est choisi, mais "
            f"{count(len(left), 'partenaire')} {agreed('est', n=len(left), noun='partenaire')} "
            f"{agreed('noté', n=len(left), noun='partenaire')} : {_shown(session, left)}.",
            remedy="Décochez ce qui est terminé, ou gardez ces partenaires.",
        )


def _shown(session: Session, ids: Iterable[str]) -> str:
    names = _actors(session, ids)
    return listing([quoted(str(row["name"])) for row in names.values()], limit=_NAMED_AT_MOST)
