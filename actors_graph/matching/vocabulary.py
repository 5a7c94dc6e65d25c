"""Words that many actors share, and names that say a kind of actor rather than one.

Data only, folded, read in the singular as names are.
"""

from __future__ import annotations

from typing import Final

from actors_graph.matching.lexicon import singular


def _set(text: str) -> frozenset[str]:
    return frozenset(map(singular, text.split()))


def _names(text: str) -> frozenset[frozenset[str]]:
    return frozenset(_set(line) for line in text.strip().splitlines())


# What actors are and do: strangers share such words, and two different ones are never one word
# mistyped (« fête », « frère »).
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
    feminin feminine femme ferme ferroviaire fete feu fille fleur foire fond fonds foot football
    footing foret formation forme four foyer francais francaise france fraternite froid garderie
    gardon gare gestion golf groupe groupement gym gymnastique gymnique habitant habitat halte
    halterophilie hand handball handicap handicape handicapee handisport harmonie haut
    hebergement histoire historique hockey hopital hospitalier humanitaire image indemne
    industrie infantile infirmier information informatique initiative insertion institut
    instrument instrumental intercommunal intercommunale interet international jardin jardinage
    jazz jeu jeune jeunesse jogging joie joueur journee judo jujitsu jumelage justice karate
    kayak kermesse labo laic laique langue lavoir lecteur lecture libre lien linguistique liste
    litteraire livre local locale locataire logement loisir ludotheque lutte lycee main maire
    maison majorette malade maladie marche marcheur marcheuse marionnette maternel maternelle
    maternite mecanique media mediatheque mediation medical medico memoire metier mieux milieu
    mission mobilite monde monument motard moto moulin mouvement municipal municipale
    musculation musee music musical musicale musicien musique mutuelle nage natation national
    nationale nature naturel numerique oeuvre office omnisport orchestre organisme orgue
    orientation orphelinat orthodoxe ouvrier paix paralyse parent paroisse parole partage
    partenaire participative passage passion pastorale pate patrimoine patronage pays paysan
    peche pecheur peintre peinture peri permanence personne petanque petit petite peuple
    philatelique photo photographie photographique physique pilote piscine place plage plein
    plongee poesie point pole police pompe pompier pont populaire population poterie potier
    prevention primaire printemp prive producteur production professionnel professionnelle
    programme promotion proprietaire propriete protection protestant proximite public publique
    quartier quille raid randonnee randonneur recherche recreation recyclerie refuge regie
    region regional regionale relai rencontre rendez renouveau reseau residence resident
    resistance ressource ressourcerie restaurant retraite retraitee rink riverain riviere roller
    rose route rue rugby rural rurale sage saint sainte salle sante sapeur sauvegarde sauvetage
    scene science scolaire scout sculpture secour secouriste section senior sentier service sgdf
    siege ski social sociale societe socio soin soir soleil solidaire solidarite son sophrologie
    souvenir spectacle sport sportif sportive squash stade station structure syndical syndicale
    syndicat table taekwondo tambour tarot technique temp temple tennis territoire territorial
    textile theatral theatrale theatre tir tireur tour tourisme touristique traditionnel
    traditionnelle trail transport travail travailleur triathlon troisieme troupe truite
    twirling union unite universite urbain usager vacance vaillante vallee vannerie vehicule
    velo verger vert verte veteran victime video vie vieille vieux vigne village villageois
    ville vivant vivre voile voisin voix volant volley volleyball volontaire voyage yoga zone
""")
# Words that a name has or has not: they say which part or branch, never another activity.
BRANCH: Final = _set("""
    agence agglomeration antenne comite communaute communes delegation departemental departementale
    francais francaise france local locale national nationale region section site unite
""")
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
# What a commune has one of, most often: the name alone may stand for the longer one.
ONE_PER_COMMUNE: Final = _names("""
    centre social
    maison jeune culture
    mission locale
    mediatheque
    bibliotheque
    college
    lycee
    ecole
    foyer rural
    maison service
    epicerie sociale
    ludotheque
    regie quartier
    maison familiale rurale
    harmonie municipale
    ecole musique
    etablissement hebergement personne agee dependante
    relai petite enfance
""")
# What a whole département has one of, wherever it sits.
WIDE_BODIES: Final = _names("""
    departement
    region
    prefecture
    sous prefecture
    caisse allocation familiale
    caisse primaire assurance maladie
    mutualite sociale agricole
    france travail
    agence regionale sante
    maison departementale personne handicapee
    union departementale familiale
    education nationale
    banque alimentaire
    chambre agriculture
    chambre metier
    chambre commerce industrie
    urssaf
    carsat
    service departemental incendie secour
    protection judiciaire jeunesse
    rectorat
""")
# First words of what every commune may have, so that the same name elsewhere is another actor.
LOCAL_HEADS: Final = _set("""
    ami amicale anciens ape atelier bibliotheque boule centre chasse chorale club college comite
    commune communal ecole entente etoile football foyer groupement gymnastique habitants harmonie
    jardins judo lycee maison mediatheque parents petanque quartier regie riverains societe sou
    syndicat tennis union voisins
""")
# Schools share the names of a few great people.
OF_SCHOOLS: Final = _set("college ecole lycee scolaire")
