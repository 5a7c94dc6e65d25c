"""What the measures say, in French sentences (WORDS): a fact, its doubt, the next gesture.

A sentence obeys the claim of its measure: said with its date where it may be, asked where the
file is not verified enough, replaced by the reason where there is too little to say anything.
Names are written as they are given; whoever shows a sentence escapes it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.groups import By
from actors_graph.measures.wording import known_on
from actors_graph.model.kind_words import KIND_NOUNS
from actors_graph.model.kinds import ActorKind
from actors_graph.words import (
    agreed,
    as_of,
    capital,
    count,
    listing,
    number,
    quoted,
    share,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.measures.alone import Alone
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.hinges import Hinge
    from actors_graph.measures.links import OnlyLink
    from actors_graph.measures.passages import Passages
    from actors_graph.measures.summary import Summary

NAMED_AT_MOST: Final = 5

_IF_IT_STOPPED: Final = {
    "committees": "si ce comité s’arrêtait",
    "projects": "si ce projet s’arrêtait",
    "meetings": "si cette rencontre n’avait plus lieu",
    ActorKind.ELU: "si cette personne s’arrêtait",
    ActorKind.RESIDENTS_GROUP: "si ce groupe s’arrêtait",
}
_DIFFERENT: Final = {
    By.KIND: "de types différents",
    By.LEVEL: "d’échelons différents",
    By.THEME: "de thèmes différents",
    By.TERRITORY: "de territoires différents",
    By.NONE: "qui ne se connaissent pas",
}


def evidence_sentence(evidence: Evidence) -> str:
    """The line of evidence under a title: actors, ties, how well they are known."""
    said = [count(evidence.n, "acteur"), count(evidence.ties, "lien noté")]
    if evidence.completeness is not None:
        said.append(f"{share(evidence.completeness)} des fiches vérifiées depuis deux ans")
    missing = evidence.n - evidence.documented
    if missing:
        known = agreed("documenté", n=missing, noun="acteur")
        said.append(f"{count(missing, 'acteur')} non {known}")
    if evidence.ties_leaving:
        said.append(f"{count(evidence.ties_leaving, 'lien')} vers l’extérieur, à part")
    return f"{capital(', '.join(said))}."


def next_step(facts: Facts) -> Finding | None:
    """What to do where a network has no tie; None where it has some."""
    if facts.evidence.ties:
        return None
    if not facts.evidence.n:
        said = "Aucun acteur dans ce que vous regardez : élargissez le territoire ou les types."
    elif facts.evidence.documented:
        said = (
            "Aucun lien de cette famille n’est noté ici à cette date : choisissez d’autres liens, "
            "une autre date, ou notez les premiers."
        )
    else:
        said = (
            "Votre fichier ne dit pas encore qui travaille avec qui, et c’est normal. Pour "
            "commencer : notez les partenaires de dix structures, ou chargez un compte rendu de "
            "réunion ou un fichier de subventions."
        )
    return Finding("isolates", Claim.WITHHELD, said)


def alone_findings(facts: Facts, found: Alone) -> tuple[Finding, ...]:
    """Without known partner, to be called, not documented, with one partner; empty lists say none.

    Nothing is said where no tie is noted: see `next_step`.
    """
    claim = facts.claims["isolates"]
    if claim is Claim.WITHHELD:
        return ()
    said = (
        (found.known, _known_alone(facts, found.known)),
        (found.to_call, _to_call(facts, found.to_call)),
        (found.undocumented, _undocumented(len(found.undocumented))),
    )
    lone = [
        Finding("isolates", claim, sentence, actors, len(actors))
        for actors, sentence in said
        if actors
    ]
    one = found.one_partner
    if not one or facts.claims["one_partner"] is Claim.WITHHELD:
        return tuple(lone)
    return (*lone, Finding("one_partner", claim, _one_partner(len(one)), one, len(one)))


def _known_alone(facts: Facts, actors: Sequence[str]) -> str:
    known = f"Nous ne connaissons pas de partenaire à {count(len(actors), 'acteur')}"
    said = f"{known}, {as_of(facts.network.on)}. Un appel suffit pour le savoir."
    return said + _unasked(facts, actors)


def _to_call(facts: Facts, actors: Sequence[str]) -> str:
    who = capital(count(len(actors), "acteur sans partenaire noté"))
    return f"{who}, {unchecked_words(facts, actors)} : à appeler d’abord.{_unasked(facts, actors)}"


def unchecked_words(facts: Facts, actors: Sequence[str]) -> str:
    """How long ago fiches that are no longer recent were checked; never is not « two years »."""
    dates = facts.network.actors["checked_on"]
    never = [not dates[facts.network.row_of[actor]].as_py() for actor in actors]
    if all(never):
        return "dont la fiche n’a jamais été vérifiée"
    words = "dont la fiche n’a pas été vérifiée depuis deux ans"
    return f"{words} ou ne l’a jamais été" if any(never) else words


def _unasked(facts: Facts, actors: Sequence[str]) -> str:
    """How many of them nobody asked, of whom none noted is not none; nothing where all were."""
    n = sum(bool(facts.unasked[facts.network.row_of[actor]]) for actor in actors)
    if not n:
        return ""
    if n == len(actors):
        whom = "lui" if n == 1 else "leur"
        works = "il travaille" if n == 1 else "ils travaillent"
        return f" Rien ne dit qu’on {whom} a demandé avec qui {works}."
    return f" À {number(n)} d’entre eux, rien ne dit qu’on l’a demandé."


def _undocumented(n: int) -> str:
    works = "travaille" if n == 1 else "travaillent"
    asked = "lui" if n == 1 else "leur"
    return (
        f"Votre fichier ne dit pas avec qui {works} {count(n, 'structure')}. "
        f"Ce n’est pas un constat : c’est une question à {asked} poser."
    )


def _one_partner(n: int) -> str:
    has = agreed("a", n=n, noun="acteur")
    return f"{capital(count(n, 'acteur'))} n’{has} qu’un seul partenaire noté."


def alone_sentence(facts: Facts, actor: str) -> str:
    """One actor without known partner: its name, when it was checked, the next gesture."""
    row = facts.network.row_of[actor]
    checked = facts.network.actors["checked_on"][row].as_py()
    about = f"fiche vérifiée {when(checked)}" if checked else "fiche jamais vérifiée"
    asked = ", et rien ne dit qu’on l’a demandé" if facts.unasked[row] else ""
    return (
        f"Nous ne connaissons pas de partenaire à {_name(facts, actor)} ({about}){asked}. "
        "Un appel suffit pour le savoir."
    )


def hinge_finding(facts: Facts, hinge: Hinge) -> Finding:
    """Who depends on one actor, committee or project, and the question it raises."""
    claim = facts.claims["cuts_off"]
    if claim is Claim.WITHHELD:
        return withheld("cuts_off")
    who, noun = _counted(facts, hinge.actors)
    verb = "n’est" if hinge.cuts_off == 1 else "ne sont"
    said = (
        f"{who} {verb} {agreed('relié', n=hinge.cuts_off, noun=noun)} aux autres que par "
        f"{_name(facts, hinge.id)}. Qui garderait le contact {_if_it_stopped(facts, hinge.id)} ?"
    )
    start = known_on(facts, claim)
    return Finding("cuts_off", claim, f"{start}{said}", (hinge.id,), hinge.cuts_off)


def without_sentence(facts: Facts, hinge: Hinge) -> str:
    """On the fiche: who would no longer be tied to the others; empty where nobody."""
    if not hinge.cuts_off or facts.claims["cuts_off"] is Claim.WITHHELD:
        return ""
    named = listing([_name(facts, one) for one in hinge.actors], limit=NAMED_AT_MOST)
    verb = "serait" if hinge.cuts_off == 1 else "seraient"
    who, noun = _counted(facts, hinge.actors)
    tied = agreed("relié", n=hinge.cuts_off, noun=noun)
    start = known_on(facts, facts.claims["cuts_off"])
    return (
        f"{start}sans {_name(facts, hinge.id)}, {who} ne {verb} plus {tied} aux autres : {named}."
    )


def link_finding(facts: Facts, link: OnlyLink) -> Finding:
    """A tie without detour, and how many actors it holds to the others."""
    claim = facts.claims["only_links"]
    if claim is Claim.WITHHELD:
        return withheld("only_links")
    ends = f"{_name(facts, link.first)} et {_name(facts, link.second)}"
    held = count(link.cuts_off, "acteur")
    said = f"le lien entre {ends} est le seul qui relie {held} aux autres."
    start = known_on(facts, claim)
    return Finding("only_links", claim, f"{start}{said}", (link.first, link.second), link.cuts_off)


def passage_finding(facts: Facts, passages: Passages, actor: str) -> Finding:
    """For how many pairs of partners one actor is the only way known."""
    claim, row = facts.claims["pairs_only_way"], facts.network.row_of[actor]
    minimum = BY_FIELD["pairs_only_way"].min_partners
    if claim is Claim.WITHHELD or facts.partners[row] < minimum:
        return withheld("pairs_only_way")
    bridged, only = int(passages.bridged[row]), int(passages.only_way[row])
    said = (
        f"{_name(facts, actor)} fait le lien entre {_pairs(bridged)} "
        f"{_DIFFERENT[passages.groups.by]}"
    )
    if bridged:
        said += f" ; {_other_passages(bridged, only)}"
    return Finding("pairs_only_way", claim, f"{known_on(facts, claim)}{said}.", (actor,), only)


def mandate_sentence(facts: Facts, actor: str) -> str:
    """The end of the offices that an élu holds, the first to end first; empty where unknown."""
    ends = facts.network.mandates_ending.get(actor, ())
    said = [f"{quoted(name)} ({when(day)})" for name, day in ends]
    if not said:
        return ""
    start = "Mandat qui s’achève" if len(said) == 1 else "Mandats qui s’achèvent"
    return f"{start} : {listing(said)}."


def summary_findings(facts: Facts, found: Summary) -> tuple[Finding, ...]:
    """How the network holds; nothing where too few actors are known."""
    said = []
    if facts.claims["components"] is not Claim.WITHHELD:
        groups = int((facts.group_sizes > 1).sum())
        largest = share(found.largest_component / found.actors)
        held = (
            f"les acteurs reliés forment {count(groups, 'groupe')} sans lien entre eux ; le plus "
            f"grand réunit {largest} des acteurs."
            if groups > 1
            else f"{largest} des acteurs sont reliés de proche en proche."
        )
        said.append(_finding(facts, "components", held, found.components))
    return tuple(said)


def withheld(field: str) -> Finding:
    """Why nothing is said of a measure."""
    minimum = BY_FIELD[field].minimum
    return Finding(field, Claim.WITHHELD, f"On ne peut pas le dire ici (il faut {minimum}).")


def _finding(facts: Facts, field: str, said: str, value: float | None) -> Finding:
    claim = facts.claims[field]
    return Finding(field, claim, f"{known_on(facts, claim)}{said}", (), value)


def _name(facts: Facts, node: str) -> str:
    """A name as a complement: an élu's as it is, any other between quotation marks."""
    row = facts.network.row_of[node]
    label = facts.network.labels[row]
    return label if _what(facts, node) == ActorKind.ELU else quoted(label)


def _what(facts: Facts, node: str) -> str:
    """Kind of an actor, or table of a committee, project or meeting."""
    network = facts.network
    row = network.row_of[node]
    if row < network.actor_count:
        return str(network.actors["kind"][row].as_py())
    return str(network.others["table"][row - network.actor_count].as_py())


def _if_it_stopped(facts: Facts, node: str) -> str:
    return _IF_IT_STOPPED.get(_what(facts, node), "si cette structure s’arrêtait")


def _counted(facts: Facts, actors: Sequence[str]) -> tuple[str, str]:
    """« 6 groupes d’habitants », or « 7 acteurs (6 groupes d’habitants et 1 association) »."""
    kinds = Counter(_what(facts, actor) for actor in actors)
    nouns = [(KIND_NOUNS[ActorKind(kind)], n) for kind, n in kinds.most_common()]
    if len(nouns) == 1:
        return count(nouns[0][1], nouns[0][0]), nouns[0][0]
    detail = listing([count(n, noun) for noun, n in nouns])
    return f"{count(len(actors), 'acteur')} ({detail})", "acteur"


def _other_passages(bridged: int, only: int) -> str:
    if only == bridged:
        return "nous ne leur connaissons pas d’autre passage"
    if not only:
        return "toutes ont un autre passage connu"
    return f"pour {number(only)} d’entre elles, nous ne connaissons pas d’autre passage"


def _pairs(n: int) -> str:
    return f"{number(n)} {'paires' if n > 1 else 'paire'} de partenaires" if n else "aucune paire"
