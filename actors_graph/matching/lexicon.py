"""The words of French directories: abbreviations, words without weight, words that name no one.

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
# The legal form says nothing of who it is.
LEGAL: Final = _set("association associations asso assoc asc ass loi 1901 declaree")
# « Saint » and the like: never enough to name a commune.
COMMON_BEGINNINGS: Final = _set("""
    saint sainte mont val ville pont bois champ chateau saints grand petit
""")
# First words of what is a part of a bigger body.
SERVICES: Final = _set("direction service pole delegation antenne bureau guichet")
SCHOOLS: Final = _set("ecole college lycee")
# Who a commune's own authority is called, as the first word of a name.
AUTHORITY: Final = _set("commune mairie ville municipalite")


def _table(text: str) -> dict[str, Words]:
    lines = (line.partition("=") for line in text.strip().splitlines())
    return {short.strip(): tuple(long.split()) for short, _, long in lines}


ABBREVIATIONS: Final = _table("""
    acca = communale chasse agreee
    adil = departementale information logement
    admr = aide domicile milieu rural
    afr = familles rurales
    agglo = agglomeration
    alsh = accueil loisirs sans hebergement
    am = amicale
    amap = maintien agriculture paysanne
    ape = parents eleves
    aappma = agreee peche protection milieu aquatique
    arr = arrondissement
    as = sportive
    at = atelier
    ats = ateliers
    bib = bibliotheque
    biblio = bibliotheque
    bd = boulevard
    cada = centre accueil demandeurs asile
    caf = caisse allocations familiales
    cias = centre intercommunal action sociale
    ccas = centre communal action sociale
    cdad = conseil departemental acces droit
    cdc = communaute communes
    chrs = centre hebergement reinsertion sociale
    chu = centre hospitalier universitaire
    cie = compagnie
    cidff = centre information droits femmes familles
    cmp = centre medico psychologique
    coll = college
    com = comite
    comcom = communaute communes
    conf = confederation
    coop = cooperative
    cpam = caisse primaire assurance maladie
    ctre = centre
    ctr = centre
    cpts = communaute professionnelle territoriale sante
    dep = departement
    dept = departement
    dpt = departement
    dir = direction
    dt = direction territoriale
    ec = ecole
    ent = entente
    ehpad = etablissement hebergement personnes agees dependantes
    elem = elementaire
    epci = etablissement public cooperation intercommunale
    esat = etablissement service aide travail
    ets = etablissements
    fc = football club
    fd = federation
    fed = federation
    foot = football
    gem = groupe entraide mutuelle
    gpt = groupement
    grp = groupe
    gym = gymnastique
    gv = gymnastique volontaire
    hand = handball
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
    ml = mission locale
    mjc = maison jeunes culture
    mpt = maison pour tous
    mun = municipal
    nat = national
    omnisp = omnisports
    omnisport = omnisports
    orga = organisation
    pij = point information jeunesse
    pmi = protection maternelle infantile
    prim = primaire
    pt = petit
    ram = relais assistantes maternelles
    ref = refuge
    reg = regional
    rpe = relais petite enfance
    rte = route
    sdis = service departemental incendie secours
    sect = section
    serv = service
    sessad = service education speciale soins domicile
    siae = structure insertion activite economique
    sp = sapeurs pompiers
    spf = secours populaire francais
    st = saint
    sts = saints
    stes = saintes
    svc = service
    synd = syndicat
    tc = tennis club
    tt = tennis table
    ud = union departementale
    udaf = union departementale familiales
    ul = union locale
    us = union sportive
    vtt = velo tout terrain
""")

# Every reading, the likeliest first.
TWO_MEANINGS: Final[dict[str, tuple[Words, ...]]] = {
    "cc": (("communaute", "communes"), ("centre", "culturel"), ("comite", "communal")),
    "cf": (("comite", "fetes"), ("club", "football")),
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

# What actors are and do, in the singular: such words are shared by strangers, and two different
# ones are never one word mistyped (« marche », « marché »).
GENERIC: Final = _set("""
    accompagnement accueil acte acteur action activite adherent adulte aerobic agent
    agglomeration agreee agricole agriculture aidant aide aikido aine alimentaire alimentation
    allocation alpin amateur ami amicale amitie ancien animal animation antenne apiculture
    aquatique arboriculture arc archer art artisan artisanat artistique asile assistante
    assurance astronomie atelier athletic athletique athletisme autisme auto automobile
    autonomie avenir avenue aviron badminton bal ballon banque bas basket basketball batiment
    batterie benevole bibliotheque bicross bien billard bio bleu bois boule bouliste bourg
    boutique boxe bridge broderie budo bureau cafe caisse canal canoe cantine carnaval cavalier
    centrale centre cercle chambre chant chanteur chantier chapelle chasse chasseur chat chateau
    chemin chien choeur choral chorale christian cine cinema cirque citoyen classe clocher club
    coeur collectif college combattant comedie comite commercant commerce commission communal
    communale communautaire communaute commune compagnie comptoir concert conciliateur conseil
    conservatoire consommateur contact conte cooperative couleur coup coureur course couture
    creation creche cuisine culture culturel culturelle cyclisme cycliste cyclo cyclotourisme
    danse danseur defense delegation departement departemental departementale dependante depot
    developpement devoir dialogue direction donneur droit eau echange echec eclaireur eco ecole
    economique ecoute ecriture educatif education elementaire eleve elu emploi enfance enfant
    enseignement entente entraide entreprise environnement epicerie equestre equipe equitation
    ergue escalade escrime espace esperance espoir essor etablissement etang etoile etudiant
    eveil evenement exploitant expression fabrique familial familiale famille fanfare federation
    feminin feminine femme ferme ferroviaire fete feu fille fleur foire fond fonds football
    footing foret formation forme four foyer fraternite froid garderie gardon gare gestion golf
    groupe groupement gym gymnastique gymnique habitant habitat halte halterophilie handball
    handicap handicape handicapee handisport harmonie haut hebergement histoire historique
    hockey hopital hospitalier humanitaire image indemne industrie infantile infirmier
    information informatique initiative insertion institut instrument instrumental intercommunal
    intercommunale interet international jardin jardinage jazz jeu jeune jeunesse jogging joie
    joueur journee judo jujitsu jumelage justice karate kayak kermesse labo laic laique langue
    lavoir lecteur lecture libre lien linguistique liste litteraire livre local locale locataire
    logement loisir ludotheque lutte lycee main maire maison majorette malade maladie marche
    marcheur marcheuse marionnette maternel maternelle mecanique media mediatheque mediation
    medical medico memoire metier mieux milieu mission mobilite monde monument motard moto
    moulin mouvement municipal municipale musculation musee music musical musicale musicien
    musique mutuelle nage natation national nationale nature naturel numerique oeuvre office
    omnisport orchestre organisme orgue orientation orthodoxe ouvrier paix paralyse parent
    paroisse parole partage partenaire participative passage passion pastorale pate patrimoine
    patronage pays paysan peche pecheur peintre peinture peri permanence personne petanque petit
    petite peuple philatelique photo photographie photographique physique pilote piscine place
    plage plein plongee poesie point pole police pompe pompier pont populaire population poterie
    potier prevention primaire printemp prive producteur production professionnel
    professionnelle programme promotion proprietaire propriete protection protestant proximite
    public publique quartier quille raid randonnee randonneur recherche recreation recyclerie
    refuge regie region regional regionale relai rencontre rendez renouveau reseau residence
    resident resistance ressource ressourcerie restaurant retraite retraitee rink riverain
    riviere roller rose route rue rugby rural rurale sage saint sainte salle sante sapeur
    sauvegarde sauvetage scene science scolaire scout sculpture secour secouriste section senior
    sentier service sgdf siege ski social sociale societe socio soin soir soleil solidaire
    solidarite son sophrologie souvenir spectacle sport sportif sportive squash stade station
    structure syndical syndicale syndicat table taekwondo tambour tarot technique temp temple
    tennis territoire territorial textile theatral theatrale theatre tir tireur tour tourisme
    touristique traditionnel traditionnelle trail transport travail travailleur triathlon
    troisieme troupe truite twirling union unite universite urbain usager vacance vaillante
    vallee vannerie vehicule velo verger vert verte veteran victime video vie vieille vieux
    vigne village villageois ville vivant vivre voile voisin voix volant volley volleyball
    volontaire voyage yoga zone
""")
# What a commune has one of, most often: the name alone may stand for the longer one.
ONE_PER_COMMUNE: Final = frozenset(
    frozenset(words.split())
    for words in (
        "centre social", "maison jeune culture", "mission locale", "mediatheque", "bibliotheque",
        "college", "lycee", "foyer rural", "maison service", "epicerie sociale", "ludotheque",
        "regie quartier", "maison familiale rurale", "harmonie municipale", "ecole musique",
        "etablissement hebergement personne agee dependante", "relai petite enfance",
    )
)  # fmt: skip
# First names that differ by a letter or two name two people.
FIRST_NAMES: Final = _set("""
    adrien adrienne alain albert alberte alexandre alfred alphonse andre andree anne annie
    antoine antoinette aristide armand arthur auguste augustin bernadette bernard bertrand
    blaise blanche camille catherine cecile celestin cesar charle charlotte christian christine
    christophe claude claudine clement colette daniel daniele denis denise edmond edouard elise
    elsa emile emilie emmanuel ernest etienne eugene eugenie felix fernand fernande francoi
    francoise frederic gabriel gabrielle gaston genevieve george georgette gerard germain
    germaine gilbert gilberte gustave guy hector helene henri henriette hubert irene isabelle
    jacque jacqueline jean jeanne joseph josephine jule julie julien julienne juliette leo leon
    leone leonie louis louise luc lucie lucien lucienne madeleine marc marcel marcelle
    marguerite maria marie marin marine martial martin martine maurice michel michele nicola
    olivier olympe pascal patrick paul paule paulette pauline philippe pierre pierrette raoul
    raymond raymonde remi rene renee robert roger roland romain sebastien simon simone stephane
    suzanne theodore therese thomas victoire victor vincent xavier yve yvette yvon yvonne
""")
