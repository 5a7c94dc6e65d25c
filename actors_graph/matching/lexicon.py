"""The words of French directories: abbreviations, words without weight, heads of bodies.

Data only, folded (see `text.fold`). An abbreviation with one meaning is replaced everywhere; one
with several is read each way, and a likeness that rests on it alone is a question.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Words: TypeAlias = tuple[str, ...]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Articles and prepositions; « sans » and « contre » change the meaning, and stay.
LINKS: Final = _set("""
    a au aux avec chez d dans de des du elle en et l la le les leur nos notre ou par pour qu que
    s se ses sous sur un une the of and
""")
# The legal form says nothing of who it is; « ball » is written apart or not (« hand-ball »).
LEGAL: Final = _set("""
    association associations asso assoc asc ass loi 1901 declaree sarl sas sasu eurl eirl scic scop
    scp sci snc gie gip ball
""")
# « Saint » and the like: never enough to name a commune.
COMMON_BEGINNINGS: Final = _set("""
    saint sainte mont val ville pont bois champ chateau saints grand petit
""")
# First words of what is a part of a bigger body.
SERVICES: Final = _set("direction service pole delegation antenne bureau guichet")
SCHOOLS: Final = _set("ecole college lycee")
# Who a commune's own authority is called, as the first word of a name.
AUTHORITY: Final = _set("commune mairie ville municipalite")
AUTHORITY_ALONE: Final[Words] = ("commune",)
# First words of a name that say what a shorter one says: a council is what it governs.
HEADS: Final[dict[Words, Words]] = {
    ("conseil", "departemental"): ("departement",),
    ("conseil", "general"): ("departement",),
    ("conseil", "regional"): ("region",),
    ("conseil", "municipal"): ("commune",),
    ("maison", "france"): ("france",),  # France services
    ("espace", "france"): ("france",),
    ("pole", "emploi"): ("france", "travail"),
}


def singular(word: str) -> str:
    """Cut the mark of a plural, or what looks like one; a word of three letters is kept.

    >>> singular("amis"), singular("lieux"), singular("tennis"), singular("cross")
    ('ami', 'lieu', 'tenni', 'cross')
    """
    if len(word) > 3 and word[-1] in "sx" and word[-2] != "s":
        return word[:-1]
    return word


def _table(text: str) -> dict[str, Words]:
    lines = (line.partition("=") for line in text.strip().splitlines())
    return {short.strip(): tuple(long.split()) for short, _, long in lines}


ABBREVIATIONS: Final = _table("""
    aappma = agreee peche protection milieu aquatique
    acca = communale chasse agreee
    adil = departementale information logement
    admr = aide domicile milieu rural
    afr = familles rurales
    agglo = agglomeration
    alsh = accueil loisirs sans hebergement
    am = amicale
    amap = maintien agriculture paysanne
    ape = parents eleves
    arr = arrondissement
    ars = agence regionale sante
    as = sportive
    at = atelier
    ats = ateliers
    basketball = basket
    bd = boulevard
    bib = bibliotheque
    biblio = bibliotheque
    cada = centre accueil demandeurs asile
    caf = caisse allocations familiales
    ccas = centre communal action sociale
    cd = departement
    cdad = conseil departemental acces droit
    cdc = communaute communes
    chrs = centre hebergement reinsertion sociale
    chu = centre hospitalier universitaire
    cias = centre intercommunal action sociale
    cidff = centre information droits femmes familles
    cie = compagnie
    cmp = centre medico psychologique
    coll = college
    com = comite
    comcom = communaute communes
    conf = confederation
    coop = cooperative
    cpam = caisse primaire assurance maladie
    cpts = communaute professionnelle territoriale sante
    crf = croix rouge francaise
    ctr = centre
    ctre = centre
    dep = departement
    dept = departement
    dir = direction
    dpt = departement
    dt = direction territoriale
    ec = ecole
    ehpad = etablissement hebergement personnes agees dependantes
    elem = elementaire
    ent = entente
    epci = etablissement public cooperation intercommunale
    esat = etablissement service aide travail
    ets = etablissements
    fc = foot club
    fd = federation
    fed = federation
    football = foot
    gem = groupe entraide mutuelle
    gpt = groupement
    grp = groupe
    gv = gymnastique volontaire
    gym = gymnastique
    handball = hand
    ime = institut medico educatif
    inst = institut
    interco = intercommunal
    jc = judo club
    jsp = jeunes sapeurs pompiers
    lp = lycee professionnel
    mairie = commune
    mat = maternelle
    mda = maison associations
    mdph = maison departementale personnes handicapees
    med = mediatheque
    mfr = maison familiale rurale
    mjc = maison jeunes culture
    ml = mission locale
    mpt = maison pour tous
    msa = mutualite sociale agricole
    mun = municipal
    nat = national
    omnisp = omnisports
    omnisport = omnisports
    orga = organisation
    pij = point information jeunesse
    pjj = protection judiciaire jeunesse
    pmi = protection maternelle infantile
    prim = primaire
    pt = petit
    ram = relais assistantes maternelles
    ref = refuge
    reg = regional
    resto = restaurant
    restos = restaurants
    rpe = relais petite enfance
    rte = route
    sdis = service departemental incendie secours
    sect = section
    serv = service
    sessad = service education speciale soins domicile
    siae = structure insertion activite economique
    sp = sapeurs pompiers
    spf = secours populaire francais
    spip = service penitentiaire insertion probation
    st = saint
    stes = saintes
    sts = saints
    svc = service
    synd = syndicat
    tc = tennis club
    tt = tennis table
    ud = union departementale
    udaf = union departementale familiales
    ul = union locale
    us = union sportive
    volleyball = volley
    vtt = velo tout terrain
""")

# Every reading, the likeliest first.
TWO_MEANINGS: Final[dict[str, tuple[Words, ...]]] = {
    "ca": (("ca",), ("communaute", "agglomeration")),
    "cc": (("communaute", "communes"), ("centre", "culturel"), ("comite", "communal")),
    "cf": (("comite", "fetes"), ("club", "foot")),
    "cs": (("centre", "social"), ("club", "sportif")),
    "cte": (("comite",), ("communaute",)),
    "es": (("etoile", "sportive"), ("entente", "sportive"), ("espace", "sportif")),
    "sc": (("sporting", "club"), ("secours", "catholique"), ("sport", "culture")),
    "ste": (("sainte",), ("societe",)),
}

NUMBERS: Final = {
    "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8",
    "neuf": "9", "dix": "10", "onze": "11", "douze": "12", "premier": "1", "premiere": "1",
    "1er": "1", "1ere": "1", "1re": "1", "deuxieme": "2", "2e": "2", "2eme": "2", "troisieme": "3",
    "3e": "3", "3eme": "3", "i": "1", "ii": "2", "iii": "3",
}  # fmt: skip
