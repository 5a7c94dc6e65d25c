"""How people head the columns of their own files: French names, by kind of table and by target.

Ours, written from the words of the trade; one target a line, its names parted by « | ». Names are
compared folded and without « de la », « du »…: « Nom de la structure » is « nom structure ». The
names of the model itself are in `model`, those of grants seen in the wild in
`synonyms_grants.csv`.
"""

from __future__ import annotations

from typing import Final

_PLACE: Final = {
    "code_insee": "code insee|insee|code commune|code commune insee|n insee|codgeo|commune insee"
    "|code officiel commune|cog|code geographique|depcom",
    "code_postal": "code postal|cp|c p|postal|codepostal|code post|cod postal|code postale"
    "|code postaux|zip",
    "commune": "commune|ville|localite|nom commune|libelle commune|commune siege|ville siege"
    "|municipalite|commune implantation|lieu implantation|siege|ville commune|commune ville"
    "|nom ville|commune residence|implantation|bureau distributeur|libcom|libgeo|libelle ville",
    "adresse": "adresse|adresse postale|adresse siege|adresse siege social|siege social|rue|voie"
    "|adresse 1|adresse complete|adresse structure|n et rue|numero et rue|coordonnees postales"
    "|lieu|adresse physique|localisation|adr|adresse administrative|adresse du local|adresse 2"
    "|complement adresse|numero voie|adresse locaux",
}

_CONTACT: Final = {
    "contact": "contact|contacts|referent|referente|referents|responsable|president|presidente"
    "|personne contact|personne a contacter|personne ressource|interlocuteur|interlocutrice"
    "|correspondant|dirigeant|directeur|directrice|animateur|animatrice|coordinateur"
    "|coordinatrice|nom prenom|nom et prenom|prenom nom|prenom et nom|nom president|nom contact"
    " complet|representant|representant legal|personne referente|contact principal|tresorier"
    "|tresoriere|secretaire|vice president|nom prenom contact|nom prenom responsable|gerant"
    "|nom prenom referent|nom prenom president|responsable legal|charge mission|contact 1"
    "|contact 2|nom et prenom contact|nom et prenom referent|nom et prenom president"
    "|nom et prenom responsable|qui contacter|a contacter|nom referent|nom responsable"
    "|nom directeur|nom interlocuteur|president e|referent e|directeur trice|directeur rice",
    "contact.nom": "nom contact|nom famille|nom personne|nom naissance|nom usage|nom patronymique"
    "|contact nom|nom referent|nom responsable|nom president|nom interlocuteur|nom dirigeant",
    "contact.prenom": "prenom|prenom contact|contact prenom|prenom referent|prenom responsable"
    "|prenom president|prenom interlocuteur|prenoms|prenom personne|prenom dirigeant",
    "contact.fonction": "fonction|poste|qualite|titre|role|fonction contact|fonction referent"
    "|fonction occupee|statut contact|fonction personne|responsabilite|poste occupe|metier"
    "|fonction responsable|fonction interlocuteur|en qualite",
    "contact.telephone": "telephone contact|tel contact|portable|mobile|tel portable|telephone"
    " portable|telephone mobile|tel mobile|gsm|ligne directe|tel direct|telephone direct"
    "|portable contact|telephone referent|tel referent|tel president|telephone president"
    "|contact telephone|contact tel|tel responsable|telephone responsable|numero portable|tel 2"
    "|telephone 2|tel personnel",
    "contact.courriel": "mail contact|courriel contact|email contact|e mail contact|mail referent"
    "|mail direct|courriel direct|mail president|email referent|adresse mail contact|mail"
    " responsable|contact mail|contact email|contact courriel|email president|mail personnel"
    "|courriel referent|courriel responsable|mail 2|email 2",
}

_ACTOR: Final = {
    "nom": "nom structure|structure|raison sociale|association|nom association|organisme|nom"
    "|nom organisme|denomination|denomination sociale|partenaire|nom partenaire|acteur|nom acteur"
    "|etablissement|nom etablissement|entite|organisation|nom organisation|institution"
    "|intitule|nom complet|structures|associations|partenaires nom|libelle|libelle structure"
    "|nom du lieu|nom lieu|club|nom club|collectif|groupe|service|nom service|titre association"
    "|designation|nom usuel|nom de l asso|asso|asso nom|entreprise|nom entreprise|structure nom"
    "|acteurs|nom de la collectivite|collectivite|nom officiel|enseigne|tiers|nom titre"
    "|appellation|structure porteuse|nom equipement|nom du groupe|nom etab|organismes|titre",
    "type": "type|type structure|categorie|nature|statut juridique|forme juridique|type acteur"
    "|type organisme|nature structure|famille acteur|type etablissement|type association"
    "|categorie acteur|nature juridique|categorie juridique|statut structure|type partenaire"
    "|typologie|type entite|college|forme",
    "sous_type": "sous type|precision|sous categorie|type detaille|specialite|type 2",
    "sigle": "sigle|acronyme|abreviation|sigle association|nom court|titre court|initiales"
    "|abrege|nom abrege|diminutif|sigles",
    "siren": "siren|n siren|numero siren|no siren|code siren|siren structure",
    "siret": "siret|n siret|numero siret|no siret|code siret|siret structure|siret association"
    "|n de siret|num siret|siret siege|identifiant siret|siret etablissement|siret siren",
    "rna": "rna|n rna|numero rna|waldec|n waldec|numero w|identifiant rna|n association|no rna"
    "|numero association|n prefecture|numero prefecture|code rna|num rna|rna waldec",
    "lat": "latitude|lat|coordonnee y|y wgs84|geo lat",
    "lon": "longitude|lon|lng|long|coordonnee x|x wgs84|geo lon",
    "themes": "thematique|thematiques|theme|themes|domaine|domaines|domaine activite|domaines"
    " activite|domaine intervention|domaines intervention|champ intervention|champs intervention"
    "|secteur activite|secteurs activite|champ action|objet social theme|thematique intervention"
    "|thematiques intervention|thematiques abordees|sujets|mots cles|axes|axe|champ"
    "|domaine action|domaines action|champ activite|champs action|thematique principale"
    "|activite principale|thematique 1|thematique 2|thematique 3|domaine 1|domaine 2|theme 1"
    "|theme 2|theme 3|competence|competences|enjeux|thematiques travaillees",
    "agit_sur": "secteur intervention|secteurs intervention|territoire intervention|territoires"
    " intervention|zone intervention|perimetre|perimetre intervention|territoire|territoires"
    "|rayon action|secteur geographique|zone geographique|territoire action|zone action|bassin"
    "|aire intervention|communes intervention|couverture|territoire couvert|perimetre action"
    "|territoires couverts|bassin vie|territoires action|echelle intervention|epci|intercommunalite"
    "|communaute communes|canton|secteur|zone couverte|communes concernees|communes couvertes",
    "rattache_a": "rattache a|rattachement|structure mere|gestionnaire|organisme gestionnaire"
    "|maison mere|direction rattachement|tutelle|organisme tutelle|structure gestionnaire|depend"
    "|service rattachement|structure rattachement|antenne|siege national|porteur juridique",
    "description": "description|activite|activites|objet|objet social|missions|mission|actions"
    "|presentation|objet association|public|publics|public accueilli|publics accueillis|services"
    "|public cible|publics cibles|horaires|horaires ouverture|offre|prestations|services proposes"
    "|quartier|quartiers|quartier qpv|qpv|nombre adherents|nb adherents|effectif|effectifs"
    "|activites proposees|actions menees|descriptif|projets|permanences|jours ouverture"
    "|nombre salaries|nb salaries|nombre benevoles|nb benevoles|ouverture|jours et horaires"
    "|presentation structure|objectif|objectifs|resume|details|detail|accessibilite",
    "telephone": "telephone|tel|tel fixe|telephone fixe|n tel|n telephone|numero telephone|phone"
    "|numero tel|no tel|telephone structure|tel structure|standard|tel standard|fixe|tel 1"
    "|telephone 1|coordonnees telephoniques|telephones|num tel|tel bureau|telephone accueil",
    "courriel": "courriel|mail|email|e mail|adresse mail|adresse email|adresse electronique|mel"
    "|courriels|mails|adresse e mail|adresse courriel|mail structure|courriel structure|emails"
    "|boite mail|messagerie|contact mail structure|mail 1|email 1|mail generique|courrier"
    " electronique|adresse mel|email structure",
    "site_web": "site|site web|site internet|internet|web|url|lien|page web|adresse site|siteweb"
    "|lien internet|facebook|page facebook|reseaux sociaux|adresse internet|www|lien web"
    "|site internet facebook",
    "statut": "statut|etat|actif|en activite|situation|active",
    "partenaires_demandes_le": "partenaires demandes le|interroge le|date questionnaire",
    "cree_le": "cree le|date creation|annee creation|creation|date declaration|fondee en|creee en"
    "|date fondation|depuis",
    "dissous_le": "dissous le|date dissolution|dissolution|date fermeture",
    "verifie_le": "verifie le|modifie le|mis a jour le|mise a jour|date mise a jour|maj|maj le"
    "|date maj|derniere mise a jour|derniere modification|date modification|date verification"
    "|derniere verification|actualise le|date derniere mise a jour|derniere maj|date de maj",
    "source": "source|origine|provenance|source information|origine information",
    "reference": "reference|ref|id|identifiant|numero|n|no|n ordre|code|num|n fiche|n dossier"
    "|id structure|numero fiche|code structure|n structure|identifiant structure|numero ordre"
    "|matricule|id acteur|ref structure|code tiers|id asso|numero structure|code acteur|#",
    "partenaires": "partenaires|partenaire s|partenariats|partenariat|travaille avec|travaillent"
    " avec|en lien avec|liens avec|liens|lien avec|principaux partenaires|partenaires principaux"
    "|partenaires locaux|reseau partenaires|partenaires reguliers|partenaires ponctuels"
    "|partenaires conventionnes|conventions avec|convention avec|collabore avec|collaborations"
    "|collaboration|partenaires operationnels|partenaires financiers|financeurs|relations avec"
    "|autres partenaires|partenaires associes|structures partenaires|avec qui|co porteurs"
    "|copartenaires|partenaires identifies|partenaires connus|liste partenaires|partenaires"
    " techniques|partenaires institutionnels|partenaires associatifs|coopere avec|oriente vers"
    "|orientation vers|partenaire 1|partenaire 2|partenaire 3|partenaire 4|partenaire 5"
    "|travail avec|liens partenariaux|partenaires cites|acteurs lies|nom partenaires|relie a"
    "|partenariats existants|partenariats en cours|partenariats actuels",
    "adhere": "adhere a|adherent a|membre de|federation|federations|reseau|reseaux|affiliation"
    "|affilie a|tete reseau|union|reseau appartenance|affiliations|reseaux appartenance"
    "|adhesions|federation rattachement|reseau national|appartenance|confederation"
    "|federation affiliation|reseaux porteurs",
    **_PLACE,
    **_CONTACT,
}

OWN: Final[dict[str, dict[str, str]]] = {
    "acteurs": _ACTOR,
    "grille": {"nom": _ACTOR["nom"], "reference": _ACTOR["reference"]},
    "contacts": {
        "structure": _ACTOR["nom"] + "|organisme employeur|employeur|structure employeuse"
        "|structure representee|pour|institution representee|rattachement",
        "nom": "nom|nom famille|nom contact|nom personne|nom usage",
        "prenom": _CONTACT["contact.prenom"],
        "fonction": _CONTACT["contact.fonction"],
        "telephone": _ACTOR["telephone"] + "|" + _CONTACT["contact.telephone"],
        "courriel": _ACTOR["courriel"] + "|" + _CONTACT["contact.courriel"],
        "informe_le": "informe le|date information|informe rgpd|rgpd",
        "source": _ACTOR["source"],
        "contact": _CONTACT["contact"],
    },
    "paires": {
        "acteur_a": "acteur a|acteur 1|structure a|structure 1|partenaire a|partenaire 1|de|source"
        "|organisme 1|association 1|structure|acteur|organisme|association|nom structure|origine"
        "|premier acteur|structure source|qui|nom|partenaire principal|nom acteur|entite 1"
        "|structure porteuse|porteur|acteur source|id structure|id acteur|depart|entite"
        "|id 1|structure n 1|acteur n 1|a|n structure|id a|nom 1|nom structure 1|id structure 1",
        "acteur_b": "acteur b|acteur 2|structure b|structure 2|partenaire b|partenaire 2|vers|cible"
        "|organisme 2|association 2|partenaire|avec|avec qui|travaille avec|en lien avec|target"
        "|second acteur|deuxieme acteur|structure partenaire|partenaires|collabore avec|entite 2"
        "|structure cible|nom partenaire|acteur cible|id partenaire|arrivee|destination|lie a"
        "|organisme partenaire|association partenaire|collectivite partenaire|id 2|structure n 2"
        "|acteur n 2|b|n partenaire|id b|nom 2|nom structure 2|id structure 2|en partenariat avec"
        "|partenariat avec|en relation avec",
        "niveau": "niveau|intensite|niveau partenariat|force|degre|niveau lien|niveau cooperation"
        "|intensite lien|niveau collaboration|weight|poids|note",
        "niveau_dit": "type lien|type partenariat|qualite lien|regularite|frequence partenariat"
        "|forme partenariat|mode|modalite|modalites|cadre|type collaboration|type relation"
        "|niveau dit|statut partenariat|formalisation",
        "nature": "nature|nature lien|nature partenariat|nature relation",
        "frequence": "frequence|frequence contacts|frequence rencontres",
        "declare_par": "declare par|declarant|dit par|source declaration|selon",
        "preuve": "preuve|justificatif",
        "theme": "theme|thematique|domaine|sujet|objet partenariat theme",
        "projet": "projet|projet commun|action commune",
        "debut": "debut|depuis|date debut|annee debut|date|annee|date signature|a partir de",
        "fin": "fin|date fin|jusqu a|echeance|annee fin",
        "commentaire": "objet|objet partenariat|description|contenu|actions communes|detail",
        "source": "provenance|origine information|source information",
        "reference": "reference|ref|n|numero|id|identifiant|id lien|n convention",
    },
    "financements": {
        "financeur": "financeur|attribuant|collectivite|nom attribuant|organisme financeur"
        "|autorite administrative|nom collectivite|financeurs|attribue par|verse par"
        "|collectivite attributrice|nom financeur|service instructeur|parlementaire|elu|depute"
        "|senateur|nom attributaire|direction|nom depute|nom senateur|nom parlementaire|nom",
        "financeur.prenom": "prenom|prenom elu|prenom depute|prenom senateur|prenom parlementaire",
        "financeur.siret": "siret attribuant|siret financeur|siret collectivite|id attribuant",
        "beneficiaire": "beneficiaire|nom beneficiaire|association|structure|tiers|organisme"
        "|nom association|nom structure|raison sociale|porteur|nom tiers|association beneficiaire"
        "|structure beneficiaire|organisme beneficiaire|denomination|beneficiaires|porteur projet"
        "|nom organisme|nom porteur|libelle beneficiaire|associations|nom|attributaire",
        "beneficiaire.siret": "siret|n siret|numero siret|siret beneficiaire|siret association"
        "|siret structure|n siret beneficiaire|n siret fusion|no siret|siret tiers",
        "beneficiaire.rna": "rna|n rna|rna beneficiaire|numero rna|waldec",
        "beneficiaire.commune": _PLACE["commune"] + "|commune beneficiaire|ville beneficiaire",
        "beneficiaire.code_insee": _PLACE["code_insee"],
        "beneficiaire.code_postal": _PLACE["code_postal"] + "|code postal beneficiaire",
        "beneficiaire.adresse": _PLACE["adresse"] + "|adresse beneficiaire",
        "montant": "montant|montant vote|montant subvention|subvention|montant attribue|somme"
        "|montant accorde|subvention votee|montant alloue|subvention accordee|montant decide"
        "|montant verse|subvention versee|montant eur|montant en euros|montant euros|aide"
        "|subvention attribuee|montant ttc|montant aide|subventions|montant propose|total"
        "|montant decide ligne|montant total|credits|credit|mt subvention|montant paye|vote"
        "|attribution|montant notifie|dotation",
        "exercice": "exercice|annee|annee budgetaire|exercice budgetaire|millesime|an|annee"
        " subvention|annee attribution|exercice comptable|annee exercice",
        "decide_le": "date decision|decide le|date deliberation|date convention|date vote|date"
        "|date attribution|date commission|date cp|date conseil|date signature|date notification"
        "|vote le|date arrete|seance du|date commission permanente|decision",
        "objet": "objet|objet subvention|objet demande|projet finance|action|descriptif|libelle"
        "|intitule|intitule projet|nom projet|motif|description|intitule action|objet aide"
        "|nature projet|nature action|libelle subvention|action financee|projet|utilisation",
        "dispositif": "dispositif|programme|appel a projets|appel projets|dispositif aide|ligne"
        "|ligne budgetaire|programme budgetaire|enveloppe|cadre|fonds|politique|dispositif"
        " financier|aap|imputation|chapitre|politique publique|secteur|domaine|thematique",
        "nature": "nature|nature subvention|type|type aide|type subvention|nature aide|forme",
        "source": "source|provenance",
        "reference": "reference|ref|n dossier|numero dossier|reference decision|n deliberation"
        "|numero deliberation|n|id|identifiant|n convention|numero|code dossier|n engagement"
        "|reference dossier|numero convention",
    },
    "adhesions": {
        "acteur": "acteur|adherent|membre|structure|association|nom structure|commune|club|nom",
        "organisme": "organisme|federation|reseau|adhere a|union|syndicat|groupement|membre de"
        "|organisme adhesion|adhesion a|organisation|tete reseau",
        "debut": "debut|depuis|date adhesion|annee adhesion|date debut|annee",
        "fin": "fin|date fin|jusqu a",
        "source": "source|provenance",
        "reference": "reference|ref|n adherent|numero adherent|n",
    },
    "participations": {
        "acteur": "acteur|structure|membre|participant|association|organisme|nom structure"
        "|partenaire|representant structure|nom organisme|structure membre|nom",
        "cible": "cible|comite|instance|projet|groupe travail|commission|dispositif|action"
        "|nom comite|nom projet|nom instance|evenement|reseau|copil|collectif",
        "role": "role|qualite|participation|place|type participation|fonction",
        "college": "college|categorie|famille",
        "siege": "siege|titulaire suppleant|titulaire ou suppleant",
        "debut": "debut|depuis|date debut|annee|date|date nomination",
        "fin": "fin|date fin|jusqu a",
        "source": "source|provenance",
    },
    "comites": {
        "nom": "comite|nom comite|instance|nom instance|commission|groupe travail|intitule comite",
        "niveau": "niveau|echelle|niveau comite",
        "territoire": "territoire|perimetre|bassin|commune",
        "parent": "comite parent|rattache a|instance superieure",
        "debut": "debut|date creation|cree le|installe le",
        "fin": "fin|date fin",
    },
    "projets": {
        "nom": "projet|nom projet|intitule projet|action|nom action|intitule action|titre projet"
        "|fiche action|initiative|intitule|titre action|libelle projet|nom de l initiative"
        "|evenement|nom evenement|titre|libelle action",
        "type": "type projet|type action|nature projet|categorie projet",
        "comite": "comite|instance|comite local",
        "territoire": "territoire|perimetre|bassin|commune|lieu|territoire concerne",
        "themes": _ACTOR["themes"],
        "etat": "etat|avancement|etat avancement|statut|statut projet|realise",
        "debut": "debut|date debut|demarrage|date demarrage|date|annee|calendrier debut",
        "fin": "fin|date fin|echeance|calendrier fin",
        "budget": "budget|cout|budget total|cout total|montant|budget previsionnel|cout projet",
        "resume": "resume|description|objectif|objectifs|descriptif|contenu|presentation",
        "pour_qui": "public|publics|pour qui|public vise|beneficiaires|public cible|publics cibles",
        "part_des_habitants": "part des habitants|participation habitants|place des habitants",
        "resultat": "resultat|resultats|bilan|resultats obtenus|indicateurs",
        "a_reprendre": "a reprendre|facteurs reussite|transferabilite",
        "reference": "reference|ref|n|numero|n action|n fiche|numero fiche|id|identifiant",
        "source": "source|provenance",
        "porteur": "porteur|porteur projet|pilote|structure porteuse|porteurs|maitre ouvrage"
        "|portage|structure pilote|association porteuse|porte par|chef de file",
        "partenaires": _ACTOR["partenaires"] + "|structures associees|acteurs associes",
    },
    "seances": {
        "date": "date|date reunion|date seance|jour|tenue le|date rencontre",
        "titre": "titre|reunion|intitule|nom reunion|objet|objet reunion|seance|rencontre",
        "type": "type|type reunion|nature",
        "lieu": "lieu|lieu reunion|salle|adresse",
        "comite": "comite|instance|groupe travail|commission",
        "projet": "projet|action",
        "territoire": "territoire|bassin|commune",
        "ordre_du_jour": "ordre du jour|odj|sujets|points abordes",
        "decisions": "decisions|releve decisions|conclusions",
        "source": "source|provenance",
    },
    "suites": {
        "quoi": "quoi|suite a donner|tache|a faire|suites|action a mener|actions a mener",
        "qui": "qui|responsable|pilote|par qui",
        "echeance": "echeance|pour quand|delai|date limite|avant le",
        "etat": "etat|avancement|statut|fait",
        "seance": "seance|reunion",
    },
    "demandes": {
        "demandeur": "demandeur|association|structure|porteur|nom association|nom structure"
        "|beneficiaire|organisme|raison sociale|porteur projet|tiers|nom demandeur",
        "projet": "projet|intitule projet|action|objet|nom projet|intitule action",
        "exercice": "exercice|annee|annee budgetaire|exercice budgetaire|millesime",
        "territoire": "territoire|bassin",
        "demande": "montant demande|demande|subvention demandee|somme demandee|montant sollicite"
        "|subvention sollicitee|montant de la demande|aide demandee",
        "decision": "decision|avis rendu|suite donnee|statut|etat demande",
        "accorde": "montant accorde|accorde|subvention accordee|montant attribue|montant vote"
        "|subvention attribuee|montant propose|proposition|montant retenu|subvention votee",
        "verse": "montant verse|verse|subvention versee|montant paye|mandate",
        "resultat": "resultat|bilan|bilan recu",
    },
    "territoires": {
        "nom": "nom|libelle|libgeo|nom territoire|territoire",
        "code": "code|code insee|codgeo",
        "population": "population|pop|nombre habitants|population totale",
    },
    "themes": {
        "libelle": "libelle|theme|thematique|label|intitule",
        "parent": "parent|theme parent|categorie",
        "synonymes": "synonymes|autres mots|mots cles",
    },
}

# Words of a header that says opinions, often on people (the column stays out by default).
REMARKS: Final = (
    "remarque|remarques|observation|observations|commentaire|commentaires|avis|appreciation"
    "|appreciations|notes|ressenti|points vigilance|vigilance|point vigilance|divers"
    "|commentaires libres|a savoir|notes internes|impression|impressions|note interne"
    "|evaluation personne|opinion|jugement|confidentiel|infos diverses|remarques diverses"
)

# Words of a header of people's private life, never kept.
PRIVATE: Final = (
    "naissance|date naissance|ne le|nee le|ne e le|age|sexe|genre|nationalite|csp|civilite"
    "|categorie socio professionnelle|situation familiale|religion|etat civil|lieu naissance"
    "|situation matrimoniale|etat sante|handicap personne|nir|numero securite sociale"
    "|n securite sociale|code sexe|code nationalite|adresse personnelle|tel domicile"
    "|groupe politique|parti politique|parti|nuance|nuance politique|etiquette politique"
)
# Columns of every list that no place of the model wants.
USELESS: Final = (
    "newsletter|cotisation|a jour cotisation|rgpd|consentement|envoye|relance|relances|presence"
    "|ag|carte voeux|voeux|mailing|publipostage|photo|pays|fax|telecopie|departement|region"
    "|code departement|code region|libelle departement|libelle region|naf|code ape|ape|iban|rib"
    "|civilite destinataire"
)
