"""The words from which `association_names` makes names; no list is taken from a register.

In a pattern, `{of}` is « de » and the commune, `{commune}` its name, `{person}` somebody whom
schools and streets are called after, `{hamlet}` a place inside (`{of_hamlet}` with « de »),
`{fancy}` a poetic name, `{thing}` something to save or love, `{sport}`, `{art}` an activity.
"""

from __future__ import annotations

from typing import Final

# (weight, pattern): the weights are a guess at a rural département with some towns.
PATTERNS: Final = (
    (9, "Comité des fêtes {of}"), (5, "Comité des fêtes {of_hamlet}"),
    (6, "Association communale de chasse agréée {of}"), (4, "Société de chasse {of}"),
    (3, "Société de chasse {of_hamlet}"), (4, "Amicale des sapeurs-pompiers {of}"),
    (4, "Amicale laïque {of}"), (3, "Amicale laïque {person}"), (4, "Foyer rural {of}"),
    (3, "Familles rurales {of}"), (3, "Club du troisième âge {of}"), (4, "Club {fancy}"),
    (4, "Club des aînés {fancy}"), (3, "Comité de jumelage {of}"),
    (3, "Anciens combattants {of}"), (3, "Association des donneurs de sang {of}"),
    (6, "Les Amis {thing} {of}"), (5, "Les Amis {thing} {of_hamlet}"),
    (4, "Association pour la sauvegarde {thing} {of_hamlet}"), (3, "Patrimoine et histoire {of}"),
    (3, "Société d’histoire {of}"), (2, "Association syndicale {of_hamlet}"),
    (7, "{sport} club {of}"), (6, "{sport} club {commune}"), (4, "Club de {sport} {of}"),
    (3, "{commune} {sport}"), (3, "Union sportive {of}"), (2, "Union sportive {commune}"),
    (2, "Étoile sportive {of}"), (2, "Entente sportive {hamlet}"), (2, "Avenir {of}"),
    (3, "Football club {of}"), (2, "Football club {hamlet}"), (3, "Tennis club {of}"),
    (2, "Tennis de table {of}"), (3, "Gymnastique volontaire {of}"),
    (2, "Gymnastique volontaire {fancy}"), (2, "Amicale bouliste {of}"),
    (2, "Pétanque {hamlet}"), (3, "Association sportive du collège {person}"),
    (2, "Association sportive du lycée {person}"), (4, "Association des parents d’élèves {of}"),
    (4, "Association de parents d’élèves de l’école {person}"), (2, "Sou des écoles {of}"),
    (2, "Foyer socio-éducatif du collège {person}"), (2, "Coopérative scolaire {person}"),
    (5, "{art} {fancy}"), (3, "Atelier {art} {of}"), (3, "Atelier {art} {of_hamlet}"),
    (3, "Compagnie {fancy}"), (2, "École de musique {of}"), (2, "Harmonie municipale {of}"),
    (2, "Chorale {fancy}"), (2, "Chorale {of}"), (9, "{fancy}"), (4, "Association {fancy}"),
    (3, "Centre social {hamlet}"), (2, "Centre social {of}"),
    (2, "Maison des jeunes et de la culture {person}"),
    (2, "Maison des jeunes et de la culture {of}"), (2, "Secours populaire français {of}"),
    (2, "Les Restos du cœur {of}"), (2, "ADMR {of}"), (2, "Jardins partagés {of_hamlet}"),
    (2, "Régie de quartier {hamlet}"), (2, "Épicerie sociale {fancy}"),
    (2, "Comité de quartier {hamlet}"), (2, "Habitants {of_hamlet}"), (2, "Bien vivre à {hamlet}"),
    (2, "Bibliothèque {of}"), (2, "Groupement des commerçants {of}"),
    (2, "Maison familiale rurale {of}"), (2, "Union locale {of}"),
    (1, "Société de pêche {of}"), (1, "Paroisse {of}"), (2, "Crèche parentale {fancy}"),
)  # fmt: skip

THINGS: Final = (
    "du lavoir", "du moulin", "du clocher", "de la chapelle", "du château", "de l’orgue",
    "de l’église", "du pont", "du musée", "des sentiers", "de la rivière", "du vieux four",
    "de la bibliothèque", "du kiosque", "du canal", "de la forêt", "des fontaines", "du prieuré",
    "de la gare", "du marais", "des vergers", "de la tour", "du temple", "de l’étang",
    "des vieilles pierres", "du patrimoine", "de l’abbaye", "du vieux bourg",
)  # fmt: skip
SPORTS: Final = (
    "judo", "basket", "handball", "volley", "cyclo", "karaté", "badminton", "rugby", "natation",
    "escrime", "athlétisme", "tir à l’arc", "pétanque", "gymnastique", "randonnée", "canoë",
    "roller", "escalade", "marche", "moto", "équitation", "ski", "plongée", "boxe", "aïkido",
    "tennis", "football", "aviron", "échecs", "bridge",
)  # fmt: skip
ARTS: Final = (
    "théâtre", "danse", "peinture", "poterie", "photo", "couture", "musique", "vidéo", "lecture",
    "sculpture", "broderie", "chant", "cirque", "écriture", "vannerie", "dentelle", "cinéma",
    "cuisine", "reliure", "informatique",
)  # fmt: skip
PERSONS: Final = (
    "Jules Ferry", "Jean Moulin", "Jean Zay", "Louis Pasteur", "Victor Hugo", "Jean Jaurès",
    "Marie Curie", "Louise Michel", "Émile Zola", "Émile Guillaumin", "Jacques Prévert",
    "Antoine de Saint-Exupéry", "Paul Bert", "Paul Éluard", "Jean Macé", "Jean Rostand",
    "Georges Sand", "Lucie Aubrac", "Simone Veil", "Olympe de Gouges", "Jules Verne",
    "Anatole France", "François Truffaut", "Pierre Mendès France", "Aimé Césaire", "Joliot-Curie",
    "Henri Barbusse", "Marcel Pagnol", "Jean de La Fontaine", "Charles Péguy", "Alphonse Daudet",
    "Albert Camus", "Saint-Joseph", "Sainte-Marie", "Sainte-Anne", "Notre-Dame", "Sacré-Cœur",
    "Saint-Vincent", "Saint-Louis", "Jeanne d’Arc", "George Brassens", "Léo Lagrange",
)  # fmt: skip
HAMLET_BEGINNINGS: Final = (
    "Bel Air", "la Croix", "le Breuil", "les Bruyères", "la Motte", "le Bourg", "la Roche",
    "le Pont", "les Granges", "la Chaume", "le Plessis", "les Côtes", "la Font", "le Theil",
    "la Garde", "Beauregard", "Champ", "Fontaine", "Bois", "Mas", "Puy", "Villeneuve", "les Rives",
    "le Clos", "la Combe", "les Essarts", "le Moulin", "la Plaine", "Grand Champ", "les Ormes",
)  # fmt: skip
HAMLET_ENDS: Final = (
    "", "", "", "neuf", "blanc", "rouge", "Saint-Jean", "Saint-Martin", "du haut", "du bas",
    "des Pins", "Robert", "Girard", "Bernard", "Fourneau", "Renard", "du Loup", "Morin", "Vert",
    "des Vignes", "Perrin", "Gaillard", "au Roy", "de Lys", "Marchand",
)  # fmt: skip
FANCY_HEADS: Final = (
    "Graines", "Les Chemins", "L’Arbre", "La Clé", "Les Enfants", "Le Temps", "La Source",
    "Les Ailes", "L’Atelier", "Les Mains", "Le Chant", "Les Voix", "La Ronde", "Un brin",
    "Les Couleurs", "Terre", "Le Fil", "La Maison", "Les Pas", "L’Écho", "La Plume", "Les Fées",
    "Le Jardin", "La Lanterne", "Les Amis", "Horizon", "Les Lutins", "La Pierre", "Le Relais",
    "L’Âge", "Les Semeurs", "La Marmite", "Le Grenier", "Mémoire", "Les Bouts", "La Cabane",
    "Les Passeurs", "Le Cœur", "La Joie", "Les Cigales",
)  # fmt: skip
FANCY_ENDS: Final = (
    "d’or", "de vie", "des possibles", "du monde", "de ciel", "du vent", "des bois", "d’étoile",
    "de soleil", "en fête", "et partage", "pour tous", "d’ici", "d’ailleurs", "du savoir",
    "de lune", "des champs", "de l’amitié", "d’espoir", "solidaires", "verts", "bleus",
    "du bocage", "des collines", "en chemin", "de papier", "du partage", "des mots", "en herbe",
    "des aînés", "du printemps", "d’antan", "de la vallée", "de demain", "enchantés", "sans fin",
    "de nos villages", "de feu", "du rire", "en mouvement", "des saisons", "d’argile",
)  # fmt: skip
FANCY_ALONE: Final = (
    "Arc-en-ciel", "Trait d’union", "Les Coccinelles", "Main tendue", "Vivre ensemble", "Oxygène",
    "Équilibre", "Tournesol", "La Fourmilière", "Les Hirondelles", "Renaissance", "Amitié",
    "Les Joyeux Lurons", "Bon pied bon œil", "L’Escale", "Le Tremplin", "La Passerelle",
    "Les Gais Lurons", "Espérance", "L’Entraide", "Les Genêts d’or", "La Farandole", "L’Éveil",
    "Les Petits Loups", "Pomme d’api", "À petits pas", "Les P’tits Bouts", "Temps libre",
    "Alliance", "Nouvel élan", "L’Envol", "La Ruche", "Les Primevères", "Les Bleuets", "Solidarité",
    "Les Marguerites", "La Pastorale", "La Lyre", "L’Avenir", "Le Réveil", "Les Tilleuls",
)  # fmt: skip
# Neighbours of a name that are other actors: what real directories hold beside it.
SIBLING_ENDS: Final = (
    "section féminine", "section jeunes", "vétérans", "handisport", "juniors", "animation",
    "loisirs", "culture", "événements", "anciens", "école", "nature", "solidarité", "2",
)  # fmt: skip
SIBLING_SWAPS: Final = (
    ("maternelle", "élémentaire"), ("collège", "lycée"), ("fêtes", "loisirs"), ("Tennis", "Ping"),
    ("chasse", "pêche"), ("club", "école"), ("Union", "Entente"), ("Amicale", "Société"),
    ("Chorale", "Harmonie"), ("aînés", "jeunes"), ("Atelier", "École"), ("Club", "Amicale"),
    ("Comité", "Collectif"), ("Football", "Basket"), ("moulin", "lavoir"), ("château", "clocher"),
)  # fmt: skip

ABBREVIATED: Final = (
    ("Association", "Asso."), ("Association", "Assoc"), ("Association", "Ass."),
    ("Association communale de chasse agréée", "A.C.C.A."), ("Comité", "Cté"), ("Comité", "Com."),
    ("Association de parents d’élèves", "APE"), ("Association des parents d’élèves", "A.P.E."),
    ("parents d’élèves", "parents d’él."), ("Maison des jeunes et de la culture", "MJC"),
    ("Maison des jeunes et de la culture", "M.J.C."), ("Gymnastique volontaire", "GV"),
    ("Gymnastique volontaire", "Gym volontaire"), ("Union sportive", "US"),
    ("Union sportive", "U.S."), ("Association sportive", "AS"), ("Football club", "FC"),
    ("Football club", "F.C."), ("Tennis club", "TC"), ("Tennis club", "T.C."),
    ("Société", "Sté"), ("Société", "Ste"), ("Saint", "St"), ("Sainte", "Ste"),
    ("Saint-", "St "), ("Union locale", "UL"), ("Centre social", "C.S."), ("Centre social", "CS"),
    ("Maison familiale rurale", "MFR"), ("gymnastique", "gym"), ("handball", "hand"),
    ("football", "foot"), ("Bibliothèque", "Biblio."), ("Groupement", "Gpt"), ("collège", "coll."),
    ("sapeurs-pompiers", "S.P."), ("Compagnie", "Cie"), ("école", "éc."), ("Entente", "Ent."),
    ("Amicale", "Am."), ("sportive", "sport."), ("Atelier", "At."), ("Étoile sportive", "ES"),
)  # fmt: skip
