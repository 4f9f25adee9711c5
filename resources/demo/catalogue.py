# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration data as written by hand: places, organisations, training offer, awards without a session.

Everything is fictional but the communes. make_demo.py turns it into files. A defect is planted by an argument of
`plant`: on a Course it concerns all sessions of the formation, on an Offer all sessions of the LHEO action, on a
Session that session alone.
"""

from dataclasses import dataclass, field

REGION, POLE_EMPLOI, AGEFIPH, OPCO, TRAINEE, EUROPEAN_FUND = "2", "4", "7", "16", "10", "3"  # LHEO code-financeur

# key: name, INSEE code, postal code
COMMUNES = {
    "ambert": ("Ambert", "63003", "63600"),
    "aurillac": ("Aurillac", "15014", "15000"),
    "brioude": ("Brioude", "43040", "43100"),
    "clermont": ("Clermont-Ferrand", "63113", "63000"),
    "cournon": ("Cournon-d'Auvergne", "63124", "63800"),
    "cusset": ("Cusset", "03095", "03300"),
    "gerzat": ("Gerzat", "63164", "63360"),
    "issoire": ("Issoire", "63178", "63500"),
    "langeac": ("Langeac", "43112", "43300"),
    "le-puy": ("Le Puy-en-Velay", "43157", "43000"),
    "mauriac": ("Mauriac", "15120", "15200"),
    "monistrol": ("Monistrol-sur-Loire", "43137", "43120"),
    "montlucon": ("Montluçon", "03185", "03100"),
    "moulins": ("Moulins", "03190", "03000"),
    "riom": ("Riom", "63300", "63200"),
    "saint-flour": ("Saint-Flour", "15187", "15100"),
    "sainte-sigolene": ("Sainte-Sigolène", "43224", "43600"),
    "thiers": ("Thiers", "63430", "63300"),
    "vichy": ("Vichy", "03310", "03200"),
    "yssingeaux": ("Yssingeaux", "43268", "43200"),
}

# One invented street address in each commune, where an organisation trains away from its seat.
SITES = {
    "ambert": "4 impasse du Papier",
    "aurillac": "19 rue du Parapluie",
    "brioude": "6 rue de la Dentelle",
    "clermont": "31 boulevard de la Pouzzolane",
    "cournon": "2 rue du Bac à Sable",
    "cusset": "15 cours de la Source",
    "gerzat": "8 rue de la Betterave",
    "issoire": "22 avenue des Fins Terroirs",
    "langeac": "3 quai de la Truite",
    "le-puy": "17 rue de la Verveine",
    "mauriac": "5 place du Bleu",
    "monistrol": "11 rue du Tisserand",
    "montlucon": "40 quai du Canal Ancien",
    "moulins": "9 rue du Jacquemart Neuf",
    "riom": "26 rue de la Lave",
    "saint-flour": "7 montée du Basalte",
    "sainte-sigolene": "12 rue du Rubanier",
    "thiers": "33 rue du Rouet",
    "vichy": "14 allée des Pastilles",
    "yssingeaux": "10 place des Sucs",
}


@dataclass(frozen=True)
class Organisation:
    name: str
    commune: str
    street: str
    domain: str
    people: tuple  # "M. Prénom|Nom": the first answers for most formations


ORGANISATIONS = {
    "puys": Organisation("Atelier des Puys Formation", "clermont", "18 rue du Cratère", "atelier-des-puys.example.org",
                         ("Mme Élodie|Chassagne", "M. Bruno|Lafarge", "Mme Inès|Rouvet")),
    "gergovie": Organisation("Institut Gergovie des Métiers", "clermont", "52 avenue de l'Oppidum",
                             "gergovie-metiers.example.org",
                             ("Mme Sandrine|Pradier", "M. Yann|Tournadre", "Mme Coralie|Delmas")),
    "arverne": Organisation("Coopérative Arverne de Formation", "riom", "7 rue du Torque", "coop-arverne.example.com",
                            ("M. Sébastien|Gouttebel", "Mme Hélène|Fayolle")),
    "forez": Organisation("Livradois-Forez Compétences", "ambert", "3 route du Moulin Blanc",
                          "lf-competences.example.org", ("Mme Nathalie|Besset", "M. Loïc|Courtine")),
    "limagne": Organisation("Limagne Savoirs", "gerzat", "21 rue des Blés", "limagne-savoirs.example.com",
                            ("M. Karim|Belkacem", "Mme Justine|Monestier")),
    "durolle": Organisation("Durolle Industrie Formation", "thiers", "9 chemin de la Forge",
                            "durolle-industrie.example.org", ("M. Patrick|Sauzedde", "Mme Aurélie|Dufraisse")),
    "allier": Organisation("Val d'Allier Qualification", "moulins", "5 rue de la Levée", "val-allier.example.org",
                           ("Mme Brigitte|Charmeil", "M. Thomas|Auclair")),
    "bourbon": Organisation("Bourbonnais Insertion Formation", "vichy", "44 rue du Kiosque",
                            "bourbonnais-insertion.example.org",
                            ("Mme Leïla|Haddad", "M. François|Bonnabaud", "Mme Céline|Rambourg")),
    "combrailles": Organisation("Centre Cher et Combrailles", "montlucon", "13 rue du Haut Fourneau",
                                "cher-combrailles.example.com", ("M. Didier|Malleret", "Mme Sylvie|Thévenet")),
    "cantal": Organisation("Passerelle Cantalienne", "aurillac", "28 rue de la Jordanne",
                           "passerelle-cantal.example.org", ("Mme Florence|Lacambre", "M. Julien|Espinasse")),
    "planeze": Organisation("Planèze Formation", "saint-flour", "1 place de la Halle aux Grains",
                            "planeze.example.com", ("M. Gilles|Boudou", "Mme Marion|Cheyrouse")),
    "velay": Organisation("Velay Métiers", "le-puy", "36 boulevard du Fuseau", "velay-metiers.example.org",
                          ("Mme Anne-Laure|Mathevet", "M. Olivier|Jouve")),
    "brivadois": Organisation("Brivadois Formation", "brioude", "20 rue du Saumon", "brivadois.example.com",
                              ("M. Vincent|Sabatier", "Mme Émilie|Rocher")),
    "sucs": Organisation("Sucs Formation Continue", "yssingeaux", "16 route des Genêts", "sucs-formation.example.org",
                         ("Mme Delphine|Crouzet", "M. Romain|Bernaud")),
    "horizon": Organisation("Horizon Handicap Auvergne", "clermont", "6 rue des Passeurs",
                            "horizon-handicap.example.org", ("Mme Claire|Verdier", "M. Stéphane|Ollier")),
    "soins": Organisation("Institut des Soins du Massif central", "clermont", "70 rue de la Gentiane",
                          "soins-massif.example.com", ("Mme Véronique|Astier", "M. Hugo|Ceyssat")),
    "sancy": Organisation("Sancy Transport Formation", "cournon", "25 avenue du Fret", "sancy-transport.example.org",
                          ("M. Alain|Mosnier", "Mme Jessica|Planche")),
    "possibles": Organisation("École des Possibles", "montlucon", "2 rue de l'Embellie", "ecole-possibles.example.org",
                              ("Mme Audrey|Giraudet", "M. Mehdi|Ouali")),
}


@dataclass(frozen=True)
class Session:
    start: str             # moved to the next working Monday, unless `end` is given
    end: str = ""          # by default computed from the hours
    state: str = ""        # LHEO etat-recrutement; by default closed once started, else open
    bilans: bool = False
    plant: dict = field(default_factory=dict)


def S(start, end="", state="", bilans=False, **plant):
    return Session(start, end, state, bilans, {name.replace("_", "-"): value for name, value in plant.items()})


@dataclass(frozen=True)
class Offer:
    """One LHEO action: one place, one award."""
    place: str
    sessions: tuple
    places: int = 12        # funded places of one session
    provider: str = ""      # organisation that gives the training when not the mandataire
    permanent: bool = False
    shares_award: bool = False  # same award as the offer before it
    written_number: str = ""    # market number as typed by the mandataire: {} stands for the true one
    funders: tuple = ()         # LHEO codes where not the course's: then out of scope, without award
    also: str = ""              # co-funder
    sesar: str = ""             # "contract", "session"; by default in turn
    plant: dict = field(default_factory=dict)


def O(place, *sessions, places=12, provider="", permanent=False, shares_award=False, written_number="", funders=(),
      also="", sesar="", **plant):
    return Offer(place, sessions, places, provider, permanent, shares_award, written_number, funders, also, sesar,
                 {name.replace("_", "-"): value for name, value in plant.items()})


@dataclass(frozen=True)
class Course:
    title: str
    organisation: str
    funder: str
    scheme: str             # "SIEG 1" to "SIEG 3" with the segment
    formacodes: tuple
    nsf: str
    rome: str
    levels: tuple           # entry, exit ("" when none)
    hours: tuple            # in centre, in company
    weekly: int
    aim: str
    content: str
    outcome: str
    conditions: str
    offers: tuple
    plant: dict = field(default_factory=dict)


@dataclass(frozen=True)
class PendingAward:
    """An award that no session answers yet."""
    funder: str
    organisation: str
    title: str
    scheme: str
    place: str
    received: str
    start: str
    end: str
    places: int
    late: bool


NO_CONDITION = "Accessible sans diplôme ; entretien de motivation."
TITLE_3 = "Titre professionnel de niveau 3 délivré par le ministère chargé de l'emploi, ou certificats de compétences."
TITLE_4 = "Titre professionnel de niveau 4 délivré par le ministère chargé de l'emploi, ou certificats de compétences."
TITLE_5 = "Titre professionnel de niveau 5 délivré par le ministère chargé de l'emploi, ou certificats de compétences."
PRESCRIBED = "Prescription d'une mission locale, d'un Cap emploi ou de France Travail."
DISABLED_WORKERS = "Bénéficier de l'obligation d'emploi des travailleurs handicapés."
ATTESTATION = "Attestation de fin de formation précisant les acquis."

REGION_COURSES = [
    Course("Titre professionnel Soudeur assembleur industriel", "durolle", REGION, "AFC", ("23026", "23038"), "254",
           "H2913", ("1", "13"), (560, 140), 35,
           "Assembler et souder des ensembles métalliques avec les procédés semi-automatique et TIG, en respectant les "
           "plans et les consignes de sécurité.",
           "Lecture de plans, débit et préparation des pièces, soudage à plat et en position, contrôle visuel des "
           "cordons, prévention des risques liés aux fumées.",
           TITLE_3, "Bonne acuité visuelle ; test d'habileté manuelle.",
           (O("thiers", S("2026-10-05", bilans=True), S("2027-02-08"), S("2027-09-13", state="3"), sesar="session"),
            O("montlucon", S("2027-03-01"), provider="combrailles"))),
    Course("Diplôme d'État d'aide-soignant", "soins", REGION, "AFC", ("43436",), "331", "J1501", ("1", "14"),
           (770, 770), 35,
           "Accompagner la personne dans les actes de la vie quotidienne et collaborer aux soins au sein d'une équipe "
           "pluriprofessionnelle.",
           "Dix modules de formation, hygiène et soins courants, ergonomie, transmissions écrites et orales, stages en "
           "établissement de santé et à domicile.",
           "Diplôme d'État d'aide-soignant (niveau 4).",
           "Sélection sur dossier et entretien ; vaccinations obligatoires à jour avant le premier stage.",
           (O("clermont", S("2027-01-04"), S("2027-08-30"), places=20, sesar="contract"),
            O("le-puy", S("2027-01-04", state="3"), places=14, provider="velay"))),
    Course("CAP Accompagnant éducatif petite enfance", "gergovie", REGION, "AFC", ("44041",), "332", "K1303",
           ("1", "13"), (440, 490), 35,
           "Accueillir le jeune enfant, répondre à ses besoins et favoriser son développement, en structure "
           "collective, "
           "en école maternelle ou à domicile.",
           "Développement de l'enfant, soins d'hygiène et de confort, activités d'éveil, communication avec les "
           "familles, prévention santé environnement, préparation aux épreuves.",
           "CAP petite enfance (Accompagnant éducatif petite enfance), niveau 3.",
           "Être titulaire du certificat de secouriste du travail ou accepter de le passer.",
           (O("clermont", S("2026-09-14", "2027-06-25", bilans=True), S("2027-09-06", "2028-06-23"),
              also=EUROPEAN_FUND),
            O("issoire", S("2027-08-30", "2028-06-23", state="3")))),
    Course("Titre professionnel Agent de propreté et d'hygiène", "bourbon", REGION, "AFC", ("42093", "42069"), "343",
           "K2204", ("1", "13"), (315, 105), 30,
           "Assurer l'entretien courant et la remise en état de locaux professionnels, y compris en milieu sensible.",
           "Nettoyage manuel et mécanisé, bionettoyage, entretien des sols et des vitres, choix et dosage des "
           "produits, "
           "gestes et postures.",
           TITLE_3, NO_CONDITION,
           (O("vichy", S("2027-01-11"), S("2027-05-03"), sesar="contract"),
            O("vichy", S("2027-03-15"), shares_award=True, written_number="R4231", market_number_format=True))),
    Course("Titre professionnel Maçon", "arverne", REGION, "AFC", ("22334",), "232", "F1703", ("1", "13"),
           (630, 210), 35,
           "Construire des murs en maçonnerie, réaliser des enduits et des ouvrages en béton armé sur des chantiers "
           "neufs ou en rénovation.",
           "Implantation, montage de blocs et de briques, coffrage et ferraillage, enduits traditionnels et "
           "monocouches, montage d'échafaudage, travail en hauteur.",
           TITLE_3, "Aptitude physique au port de charges et au travail en extérieur.",
           (O("riom", S("2026-11-02"), S("2027-03-08"), also=EUROPEAN_FUND, sesar="contract"),
            O("brioude", S("2027-04-05", dates_outside_sesar="late-start"), places=10, provider="brivadois",
              sesar="session"))),
    Course("Titre professionnel Cuisinier", "velay", REGION, "AFC", ("42752",), "221", "G1602", ("1", "13"),
           (560, 210), 35,
           "Préparer et dresser des entrées, des plats et des desserts en restauration traditionnelle, dans le respect "
           "des règles d'hygiène.",
           "Techniques de base, cuissons, sauces, desserts de restaurant, approvisionnement, méthode HACCP, "
           "valorisation "
           "des produits d'Auvergne.",
           TITLE_3, NO_CONDITION,
           (O("le-puy", S("2027-01-25"), S("2027-08-30"), sesar="session"),
            O("yssingeaux", S("2027-03-15"), provider="sucs", written_number="{0} {1}"))),
    Course("Titre professionnel Secrétaire comptable", "gergovie", REGION, "AFC", ("35028", "32663"), "324", "M1608",
           ("13", "14"), (700, 140), 35,
           "Assurer les travaux de secrétariat courants d'une petite entreprise et tenir sa comptabilité au quotidien.",
           "Production de documents, accueil et classement, opérations comptables courantes, préparation de la paie et "
           "des déclarations, logiciels de gestion.",
           TITLE_4, "Niveau classe de première ou expérience de bureau ; tests de français et de calcul.",
           (O("clermont", S("2027-02-01", dates_outside_sesar="early-end"), S("2027-06-28"), sesar="session"),)),
    Course("Titre professionnel Développeur web et web mobile", "limagne", REGION, "AFC", ("30854", "31088"), "326",
           "M1805", ("14", "15"), (735, 280), 35,
           "Concevoir et mettre en ligne des sites et des applications web, côté navigateur comme côté serveur.",
           "Maquettage, HTML, CSS et JavaScript, bases de données, développement d'une application sécurisée, "
           "accessibilité, projet mené en équipe.",
           TITLE_5, "Baccalauréat ou pratique personnelle avérée ; test de logique.",
           (O("clermont", S("2027-01-04", state="2"), S("2027-06-07"), places=15, written_number="{0}-{1}"),)),
    Course("Titre professionnel Conducteur du transport routier de marchandises sur porteur", "sancy", REGION, "AFC",
           ("31816",), "311", "N4105", ("1", "13"), (350, 70), 35,
           "Conduire un véhicule de plus de 3,5 tonnes et livrer des marchandises en respectant la réglementation et "
           "les "
           "délais.",
           "Permis C, contrôles du véhicule, conduite économique, arrimage, réglementation sociale, documents de "
           "transport, livraison chez le client.",
           TITLE_3, "Permis B en cours de validité, avoir 21 ans ; visite médicale auprès d'un médecin agréé.",
           (O("cournon", S("2026-11-30"), S("2027-02-15"), S("2027-04-26", state="3"), places=8, sesar="contract"),)),
    Course("Français langue étrangère à visée professionnelle", "bourbon", REGION, "AFC", ("15235",), "136", "",
           ("1", ""), (240, 60), 24,
           "Acquérir le français oral et écrit nécessaire pour travailler, suivre une formation et accomplir ses "
           "démarches.",
           "Compréhension et expression orales et écrites, vocabulaire des métiers, visites d'entreprises, ateliers "
           "numériques.",
           "Diplôme d'études en langue française (A2 ou B1), selon le positionnement.",
           "Positionnement linguistique à l'entrée.",
           (O("vichy", S("2026-09-21", state="2"), S("2027-01-18"), S("2027-04-26"), sesar="contract"),
            O("vichy", S("2027-03-08"), shares_award=True, written_number="BOP 104", market_number_format=True))),
    Course("Titre professionnel Technicien de maintenance industrielle", "combrailles", REGION, "AFC",
           ("31624",), "250", "I1304", ("13", "14"), (840, 210), 35,
           "Diagnostiquer les pannes d'équipements automatisés, les remettre en service et en organiser l'entretien.",
           "Mécanique, électrotechnique, pneumatique, automatismes, méthodes de diagnostic, gestion de la maintenance "
           "assistée par ordinateur, habilitations.",
           TITLE_4, "CAP ou expérience dans l'industrie ou la mécanique.",
           (O("montlucon", S("2027-01-11"), S("2027-09-06"), sesar="contract"),)),
    Course("Titre professionnel Assistant de vie aux familles", "cantal", REGION, "AFC", ("44028",), "332", "K1304",
           ("1", "13"), (385, 175), 35,
           "Entretenir le logement et le linge, accompagner les personnes âgées ou en situation de handicap, relayer "
           "les "
           "parents auprès des enfants.",
           "Entretien du logement, préparation des repas, aide à la toilette et à l'habillage, garde d'enfants, "
           "secourisme, déplacements en zone rurale.",
           TITLE_3, "Permis B vivement conseillé.",
           (O("aurillac", S("2027-01-18"), S("2027-05-10", state="3")),
            O("mauriac", S("2027-02-08", entry_late=4), places=8))),
    Course("BPA Travaux forestiers, spécialité bûcheronnage", "forez", REGION, "AFC", ("21005",), "213", "A1201",
           ("1", "13"), (700, 420), 35,
           "Abattre, façonner et débusquer des arbres en toute sécurité, en préservant le peuplement et les sols.",
           "Abattage directionnel, ébranchage, entretien du matériel, reconnaissance des essences, sylviculture, "
           "secourisme en forêt.",
           "Brevet professionnel agricole, niveau 3.", "Bonne condition physique ; être mobile.",
           (O("ambert", S("2026-09-07", state="2", bilans=True), S("2027-09-06"), places=10, sesar="session"),)),
    Course("Titre professionnel Électricien d'équipement du bâtiment", "arverne", REGION, "AFC", ("24066",), "255",
           "F1602", ("1", "13"), (665, 140), 35,
           "Installer, mettre en service et dépanner les équipements électriques d'un logement ou d'un local "
           "tertiaire.",
           "Lecture de schémas, pose de canalisations, tableaux, courants faibles, normes en vigueur, habilitation "
           "électrique B1V-BR.",
           TITLE_3, "Bonne perception des couleurs ; test de mathématiques.",
           (O("riom", S("2027-01-25"), S("2027-06-14"), sesar="contract"),
            O("riom", S("2027-04-12"), shares_award=True, market_number_missing=True))),
    Course("Titre professionnel Employé administratif et d'accueil", "brivadois", REGION, "AFC", ("35054",), "324",
           "M1607", ("1", "13"), (455, 140), 35,
           "Assurer l'accueil d'une structure et les travaux administratifs courants.",
           "Accueil physique et téléphonique, traitement de texte, tableur, tri du courrier, rédaction de messages "
           "professionnels.",
           TITLE_3, NO_CONDITION,
           (O("brioude", S("2027-02-01"), S("2027-08-23", "2027-12-10")),
            O("issoire", S("2027-01-11", dates_outside_sesar="contract"), sesar="contract"))),
    Course("CAP Pâtissier en un an", "sucs", REGION, "AFC", ("21538",), "221", "D1104", ("13", "13"), (490, 420), 35,
           "Fabriquer et présenter des pâtisseries, des entremets et des petits fours dans une entreprise artisanale.",
           "Tours et pâtes, crèmes, entremets, décors, approvisionnement et stocks, sciences appliquées, gestion.",
           "CAP Pâtissier, niveau 3.",
           "Être titulaire d'un CAP ou d'un diplôme supérieur (dispense des matières générales).",
           (O("yssingeaux", S("2026-09-14", "2027-06-25", state="2", bilans=True), S("2027-09-13", "2028-06-23"),
              sesar="session"),)),
    Course("Titre professionnel Agent de médiation, information, services", "gergovie", REGION, "AFC", ("44083",),
           "332", "K1204", ("1", "13"), (420, 175), 35,
           "Informer et orienter les publics, prévenir les conflits et faciliter l'accès aux services sur un "
           "territoire.",
           "Techniques d'entretien, connaissance des institutions, gestion des tensions, animation d'actions "
           "collectives, "
           "outils numériques.",
           TITLE_3, "Goût du contact et de la négociation.",
           (O("clermont", S("2027-03-22"), award_missing=True),)),
    Course("Titre professionnel Serveur en restauration", "planeze", REGION, "AFC", ("42746",), "334", "G1803",
           ("1", "13"), (385, 210), 35,
           "Accueillir la clientèle, conseiller les mets et les boissons, effectuer le service en salle et au bar.",
           "Mise en place, prise de commande, service des vins, encaissement, anglais de la restauration, hygiène.",
           TITLE_3, "Bonne présentation et disponibilité en soirée.",
           (O("saint-flour", S("2026-11-30"), S("2027-03-15", entry_late=9), sesar="contract"),)),
    Course("Titre professionnel Ouvrier du paysage", "limagne", REGION, "AFC", ("21046",), "214", "A1203",
           ("1", "13"), (525, 210), 35,
           "Créer et entretenir des jardins et des espaces verts pour des collectivités ou des particuliers.",
           "Plantations, taille, engazonnement, petite maçonnerie paysagère, conduite et entretien du matériel, "
           "gestion "
           "différenciée.",
           TITLE_3, "Aptitude au travail en extérieur.",
           (O("cournon", S("2027-02-22"), mandataire_mismatch="siren"),)),
    Course("Titre professionnel Formateur professionnel d'adultes", "gergovie", REGION, "AFC", ("44586",), "333",
           "K2111", ("14", "15"), (560, 280), 35,
           "Préparer et animer des séances de formation pour adultes et accompagner les apprenants dans leur parcours.",
           "Ingénierie pédagogique, animation en présence et à distance, évaluation des acquis, remédiation, prise en "
           "compte du handicap.",
           TITLE_5, "Expérience professionnelle de trois ans dans le métier à transmettre.",
           (O("clermont", S("2027-02-08"), S("2027-08-30"), sesar="session"),
            O("clermont", S("2027-01-11"), S("2027-04-12"), places=6, funders=(TRAINEE,)))),
    Course("Titre professionnel Installateur thermique et sanitaire", "allier", REGION, "AFC", ("22685", "22671"),
           "227", "F1603", ("1", "13"), (630, 140), 35,
           "Installer et raccorder les appareils sanitaires et les équipements de chauffage d'un logement.",
           "Façonnage et soudage du cuivre, tubes multicouches, pose d'appareils, chaudières et pompes à chaleur, "
           "mise en "
           "service.",
           TITLE_3, "Aptitude physique ; test de géométrie dans l'espace.",
           (O("moulins", S("2027-01-25"), S("2027-09-06"), sesar_missing=True),)),
    Course("Parcours expérimental rénovation énergétique et matériaux biosourcés", "forez", REGION, "AFE", ("22223",),
           "230", "F1613", ("13", "13"), (315, 105), 35,
           "Se former à l'isolation par matériaux biosourcés sur un chantier-école, en lien avec les artisans du "
           "massif.",
           "Bilan thermique, laine de bois, chanvre et paille, étanchéité à l'air, chantier-école chez un bailleur, "
           "rencontres d'entreprises.",
           ATTESTATION, "Première expérience du bâtiment souhaitée.",
           (O("ambert", S("2027-03-01"), S("2027-06-07", dates_missing="both"), places=8, sesar="contract"),)),
    Course("Parcours expérimental aide à domicile et outils numériques en milieu rural", "planeze", REGION, "AFE",
           ("44028",), "332", "K1304", ("1", ""), (245, 105), 35,
           "Préparer des aides à domicile aux interventions isolées, avec télégestion et appui à distance.",
           "Gestes professionnels, télégestion, entretien du véhicule, conduite sur neige, prévention de l'isolement, "
           "stage en association.",
           ATTESTATION, "Permis B exigé.",
           (O("saint-flour", S("2026-11-02", state="2"), S("2027-03-01"), places=8),)),
    Course("Remise à niveau 63 – (Réactif)", "puys", REGION, "SIEG 1", ("15041",), "100", "", ("1", ""), (180, 70),
           24,
           "Reprendre confiance, consolider les savoirs de base et bâtir une suite de parcours.",
           "Communication écrite et orale, calcul, numérique, raisonnement logique, ouverture vers les métiers.",
           ATTESTATION, PRESCRIBED,
           (O("clermont", S("2026-09-14", "2027-07-16", bilans=True), places=30, permanent=True),
            O("thiers", S("2026-10-05", "2027-07-09"), places=20, permanent=True))),
    Course("Remise à niveau 03 – (Réactif)", "allier", REGION, "SIEG 1", ("15041",), "100", "", ("1", ""), (180, 70),
           24,
           "Retrouver les bases utiles à un emploi ou à une entrée en qualification.",
           "Ateliers de français et de mathématiques, culture numérique, découverte des métiers, période en "
           "entreprise.",
           ATTESTATION, PRESCRIBED,
           (O("moulins", S("2026-09-21", "2027-07-09"), places=24, permanent=True),
            O("montlucon", S("2027-01-04", "2027-12-17", state="3"), places=24, permanent=True,
              provider="combrailles"))),
    Course("Remise à niveau 15 – (Réactif)", "cantal", REGION, "SIEG 1", ("15041",), "100", "", ("1", ""), (180, 70),
           24,
           "Consolider ses acquis et choisir une orientation réaliste sur le territoire.",
           "Savoirs de base, expression, outils numériques, enquêtes auprès d'employeurs, stage de découverte.",
           ATTESTATION, PRESCRIBED,
           (O("aurillac", S("2026-10-12", "2027-07-09"), places=16, permanent=True),)),
    Course("Remise à niveau 43 – (Réactif)", "velay", REGION, "SIEG 1", ("15041",), "100", "", ("1", ""), (180, 70),
           24,
           "Se remettre à niveau à son rythme pour réussir l'entrée en emploi ou en formation.",
           "Plan individuel de travail en français, calcul et numérique, ateliers collectifs, mise en situation.",
           ATTESTATION, PRESCRIBED,
           (O("le-puy", S("2026-09-28", "2027-07-16"), places=24, permanent=True),
            O("langeac", S("2027-01-11", "2027-07-02"), places=12, permanent=True, provider="brivadois",
              place_missing=True))),
    Course("Atelier multisectoriel", "puys", REGION, "SIEG 2", ("15081",), "415", "", ("1", ""), (140, 70), 28,
           "Explorer plusieurs secteurs professionnels et valider un choix de métier par la pratique.",
           "Plateaux techniques du bâtiment, de l'industrie et des services à la personne, bilans réguliers, "
           "immersion.",
           ATTESTATION, PRESCRIBED,
           (O("issoire", S("2026-09-14", "2027-06-25"), places=14, permanent=True),
            O("ambert", S("2027-01-18", "2027-06-25"), places=10, permanent=True, provider="forez"))),
    Course("Atelier multisectoriel", "bourbon", REGION, "SIEG 2", ("15081",), "415", "", ("1", ""), (140, 70), 28,
           "Découvrir les métiers qui recrutent dans le bassin de Vichy et confirmer son projet.",
           "Ateliers d'hôtellerie, de propreté et de soins, visites, stage, entretien de bilan toutes les trois "
           "semaines.",
           ATTESTATION, PRESCRIBED,
           (O("cusset", S("2026-10-05", "2027-07-02"), places=15, permanent=True),)),
    Course("Ecole de la deuxième chance – ER2C 03", "possibles", REGION, "SIEG 3", ("15073",), "415", "", ("1", ""),
           (560, 280), 35,
           "Permettre à des jeunes sortis sans diplôme de construire un projet et d'accéder à l'emploi ou à une "
           "qualification.",
           "Parcours individualisé en alternance, savoirs de base, vie en collectif, stages, suivi après la sortie.",
           "Attestation de compétences acquises.", "Avoir entre 16 et 25 ans, être sorti du système scolaire.",
           (O("montlucon", S("2026-09-07", "2027-07-23"), places=30, permanent=True),)),
    Course("Ecole de la deuxième chance – ER2C 63", "possibles", REGION, "SIEG 3", ("15073",), "415", "", ("1", ""),
           (560, 280), 35,
           "Redonner le goût d'apprendre à des jeunes sans qualification et les conduire vers un métier.",
           "Alternance entre l'école et l'entreprise, projets collectifs, sport et culture, accompagnement personnel.",
           "Attestation de compétences acquises.", "Avoir entre 16 et 25 ans, être sorti du système scolaire.",
           (O("clermont", S("2026-09-07", "2027-07-23"), places=45, permanent=True, provider="puys"),)),
]

POLE_EMPLOI_COURSES = [
    Course("Titre professionnel Agent de sûreté et de sécurité privée", "limagne", POLE_EMPLOI, "AFC", ("42801",),
           "344", "K2503", ("1", "13"), (210, 35), 35,
           "Surveiller un site, contrôler les accès et intervenir en cas d'incident dans le cadre légal.",
           "Cadre juridique, surveillance humaine et électronique, secourisme, prévention des incendies, gestion des "
           "conflits, rédaction de comptes rendus.",
           TITLE_3, "Autorisation préalable du Conseil national des activités privées de sécurité.",
           (O("clermont", S("2026-12-07"), S("2027-03-01")),
            O("le-puy", S("2027-02-08", entry_late=3), provider="velay"))),
    Course("Agent magasinier cariste (CACES R489 catégories 1, 3 et 5)", "sancy", POLE_EMPLOI, "AFC",
           ("31845", "31768"), "311", "N1103", ("1", ""), (140, 70), 35,
           "Réceptionner, stocker et expédier des marchandises en conduisant des chariots en sécurité.",
           "Conduite de chariots, tests du certificat d'aptitude, gestion de stock informatisée, préparation de "
           "commandes, gestes et postures.",
           "Certificat d'aptitude à la conduite en sécurité, catégories 1, 3 et 5.",
           "Avoir 18 ans ; aptitude médicale.",
           (O("cournon", S("2026-11-30"), S("2027-01-18"), S("2027-03-22"), places=10, written_number="{0}.{1}"),
            O("montlucon", S("2027-02-01", state="3"), places=10))),
    Course("Titre professionnel Employé commercial", "gergovie", POLE_EMPLOI, "AFC", ("34502",), "312", "D1507",
           ("1", "13"), (350, 140), 35,
           "Approvisionner un rayon, accueillir la clientèle et tenir un poste de caisse.",
           "Mise en rayon, étiquetage, gestion des ruptures, encaissement, commandes en ligne, hygiène des produits "
           "frais.",
           TITLE_3, NO_CONDITION,
           (O("clermont", S("2026-10-05", recruitment_stale=True), S("2027-02-01")),)),
    Course("Bureautique et outils collaboratifs", "velay", POLE_EMPLOI, "AFC", ("35052",), "326", "M1602", ("1", ""),
           (140, 0), 28,
           "Être à l'aise avec les outils de bureau et de travail à distance demandés par les employeurs.",
           "Traitement de texte, tableur, diaporama, messagerie et agenda partagé, visioconférence, protection des "
           "données.",
           ATTESTATION, "Savoir lire et écrire ; avoir déjà utilisé un ordinateur.",
           (O("le-puy", S("2026-12-07"), S("2027-02-22"), S("2027-05-10")),)),
    Course("Titre professionnel Secrétaire assistant médico-social", "soins", POLE_EMPLOI, "AFC", ("35015",), "331",
           "M1609", ("13", "14"), (525, 175), 35,
           "Accueillir les patients et assurer le suivi administratif de leur dossier dans une structure de soins ou "
           "sociale.",
           "Terminologie médicale, accueil et planification, frappe de comptes rendus, facturation des actes, "
           "confidentialité.",
           TITLE_4, "Bonne maîtrise de l'orthographe ; test à l'entrée.",
           (O("clermont", S("2027-01-11"), S("2027-08-30")),)),
    Course("Anglais professionnel pour l'hôtellerie et le tourisme", "planeze", POLE_EMPLOI, "AFC", ("15234",), "136",
           "G1703", ("13", ""), (105, 0), 21,
           "Accueillir et renseigner une clientèle étrangère à l'oral comme à l'écrit.",
           "Accueil, réservation, réclamations, présentation du patrimoine et de la gastronomie, courriels.",
           "Attestation de niveau en langue.", "Niveau A2 en anglais.",
           (O("saint-flour", S("2027-01-18"), S("2027-03-29"), places=10),),
           plant={"contact-missing": "name"}),
    Course("Titre professionnel Agent de service médico-social", "soins", POLE_EMPLOI, "AFC", ("43439",), "331",
           "J1301", ("1", "13"), (385, 140), 35,
           "Entretenir les locaux et le linge, servir les repas et accompagner les résidents d'un établissement.",
           "Bionettoyage, lingerie, service hôtelier, communication avec les personnes âgées, prévention des "
           "infections.",
           TITLE_3, NO_CONDITION,
           (O("montlucon", S("2027-01-18"), places=12, two_lots=1, provider="combrailles"),
            O("vichy", S("2027-02-08"), places=12, two_lots=2, provider="bourbon"),
            O("aurillac", S("2027-03-15"), provider="cantal"))),
    Course("Comptabilité et paie, actualisation des compétences", "puys", POLE_EMPLOI, "AFC", ("32667",), "314",
           "M1203", ("14", ""), (175, 35), 35,
           "Remettre à jour ses pratiques comptables et sociales avant une reprise d'emploi.",
           "Écritures de fin d'exercice, déclaration de taxe, bulletin de paie, déclaration sociale nominative, "
           "logiciels.",
           ATTESTATION, "Diplôme ou expérience en comptabilité.",
           (O("clermont", S("2026-10-12", "2026-11-20", state="2", bilans=True), S("2027-01-25", date_partial="start")),
            O("clermont", S("2027-04-12"), shares_award=True, written_number=".", market_number_format=True))),
    Course("Titre professionnel Conducteur de travaux agricoles mécanisés", "brivadois", POLE_EMPLOI, "AFC", ("21037",),
           "210", "A1101", ("1", "13"), (420, 140), 35,
           "Conduire et entretenir les engins d'une exploitation ou d'une entreprise de travaux agricoles.",
           "Préparation du sol, semis et récolte, réglages, entretien courant, circulation sur route, guidage par "
           "satellite.",
           TITLE_3, "Permis B.",
           (O("brioude", S("2027-02-01"), places=10, scheme_not_allowed="AFE"),)),
    Course("Préparation opérationnelle à l'emploi collective : opérateur de production agroalimentaire", "cantal",
           POLE_EMPLOI, "POEC", ("21554",), "221", "H2102", ("1", ""), (245, 70), 35,
           "Préparer des demandeurs d'emploi aux postes ouverts dans les fromageries et les salaisons du département.",
           "Hygiène et traçabilité, conduite de ligne, conditionnement, travail au froid, immersion chez l'employeur.",
           ATTESTATION, "Accepter les horaires décalés.",
           (O("aurillac", S("2026-10-19", "2026-12-18", state="2"), S("2027-01-18"), places=10),)),
    Course("Préparation opérationnelle à l'emploi collective : agent d'entretien en établissement de santé", "bourbon",
           POLE_EMPLOI, "POEC", ("42069",), "343", "K2204", ("1", ""), (210, 70), 35,
           "Répondre aux besoins des cliniques et des maisons de retraite du bassin de Vichy.",
           "Protocoles de bionettoyage, circuit du linge et des déchets, gestes et postures, stage en établissement.",
           ATTESTATION, NO_CONDITION,
           (O("vichy", S("2026-12-07"), S("2027-03-08"), mandataire_mismatch="nic"),)),
    Course("Préparation opérationnelle à l'emploi collective : conducteur de ligne en plasturgie", "sucs", POLE_EMPLOI,
           "POEC", ("22854",), "225", "H3201", ("1", ""), (280, 105), 35,
           "Former des conducteurs de ligne pour les entreprises de film plastique de Haute-Loire.",
           "Extrusion et soufflage, contrôle de la qualité, changement de bobines, sécurité des machines, immersion.",
           ATTESTATION, "Accepter le travail posté.",
           (O("monistrol", S("2027-01-11"), S("2027-04-05"), places=10),)),
    Course("Préparation opérationnelle à l'emploi collective : aide à domicile", "velay", POLE_EMPLOI, "POEC",
           ("44028",), "332", "K1304", ("1", ""), (280, 105), 35,
           "Acquérir les gestes essentiels de l'aide à domicile avant une embauche en association.",
           "Aide au lever et à la toilette, repas, ménage, communication, secourisme, immersion en binôme.",
           ATTESTATION, "Permis B et véhicule conseillés.",
           (O("le-puy", S("2027-01-25"), S("2027-03-22", dates_reversed=True), places=12),)),
    Course("Préparation opérationnelle à l'emploi collective : commis de cuisine pour la saison", "forez", POLE_EMPLOI,
           "POEC", ("42752",), "221", "G1602", ("1", ""), (175, 70), 35,
           "Préparer des commis pour les restaurants des stations et des villages de vacances.",
           "Préparations de base, plonge, hygiène, organisation d'un service, stage en restaurant.",
           ATTESTATION, "Être mobile pendant la saison.",
           (O("ambert", S("2026-09-21", "2026-11-06", recruitment_stale=True), S("2027-03-29"), places=10),)),
    Course("Préparation opérationnelle à l'emploi collective : technicien de raccordement fibre optique", "arverne",
           POLE_EMPLOI, "POEC", ("24231",), "255", "F1605", ("1", ""), (300, 100), 35,
           "Raccorder des logements au réseau de fibre optique pour les entreprises titulaires du déploiement.",
           "Tirage de câble, soudure et mesure, travail en hauteur, habilitation électrique, relation avec l'abonné.",
           ATTESTATION, "Permis B, aptitude au travail en hauteur.",
           (O("riom", S("2026-11-16", state="2"), S("2027-02-15"), places=12),
            O("riom", S("2027-05-10"), places=12, shares_award=True, market_number_missing=True))),
    Course("Préparation opérationnelle à l'emploi collective : préparateur de commandes", "limagne", POLE_EMPLOI,
           "POEC", ("31845",), "311", "N1103", ("1", ""), (175, 70), 35,
           "Pourvoir les postes de préparateurs des plates-formes logistiques de la plaine de Limagne.",
           "Préparation vocale, palettisation, conduite de transpalette, qualité, gestes et postures, immersion.",
           ATTESTATION, "Accepter le travail au froid et en horaires décalés.",
           (O("gerzat", S("2026-12-14", "2027-02-12"), S("2027-03-15", state="3")),
            O("riom", S("2027-04-19"), award_missing=True))),
]

AGEFIPH_COURSES = [
    Course("Remobilisation et construction du projet professionnel", "horizon", AGEFIPH, "AFC", ("15061",), "415", "",
           ("1", ""), (240, 70), 24,
           "Aider des personnes reconnues travailleurs handicapés à définir un projet compatible avec leur santé.",
           "Connaissance de soi, enquêtes métiers, aménagement du poste, remise à niveau, stages courts.",
           "Plan d'action individuel validé avec le prescripteur.",
           DISABLED_WORKERS,
           (O("clermont", S("2026-10-12", state="2", bilans=True), S("2027-01-18"), S("2027-04-26"), places=10),
            O("moulins", S("2027-02-08"), places=10, provider="allier"))),
    Course("Assistant administratif, parcours adapté", "horizon", AGEFIPH, "AFC", ("35054",), "324", "M1607",
           ("13", "13"), (490, 140), 28,
           "Se qualifier dans les emplois de bureau avec des rythmes et des outils adaptés au handicap.",
           "Secrétariat courant, tableur, classement numérique, accueil, outils de compensation, stage.",
           "Certificats de compétences d'un titre professionnel de niveau 3.",
           DISABLED_WORKERS,
           (O("clermont", S("2027-02-01"), S("2027-09-06", state="3"), places=8),
            O("clermont", S("2027-05-17"), places=8, shares_award=True, market_number_missing=True))),
    Course("Compétences numériques de base, parcours adapté", "horizon", AGEFIPH, "AFC", ("15050",), "326", "",
           ("1", ""), (120, 0), 20,
           "Utiliser l'ordinateur et le téléphone pour chercher un emploi et faire ses démarches.",
           "Prise en main, messagerie, recherche en ligne, documents, accessibilité, sécurité des comptes.",
           ATTESTATION, DISABLED_WORKERS,
           (O("aurillac", S("2026-12-07"), S("2027-02-22"), places=8, provider="cantal"),
            O("issoire", S("2027-01-25", dates_missing="end"), S("2027-03-15"), places=8))),
    Course("Agent d'accueil et de standard, parcours adapté", "brivadois", AGEFIPH, "AFC", ("35027",), "324", "M1601",
           ("1", ""), (280, 105), 30,
           "Tenir un poste d'accueil ou de standard dans une entreprise ou un service public.",
           "Accueil physique et téléphonique, prise de messages, logiciels d'accueil, gestion du stress, stage.",
           ATTESTATION, DISABLED_WORKERS,
           (O("brioude", S("2027-02-15"), S("2027-05-24", dates_reversed=True), places=8),)),
    Course("Préparation à l'entrée en formation qualifiante", "bourbon", AGEFIPH, "AFC", ("15073",), "100", "",
           ("1", ""), (210, 35), 24,
           "Se préparer aux tests et au rythme d'une formation qualifiante, avec l'appui d'un référent handicap.",
           "Français et mathématiques appliqués, méthodes de travail, visites de centres, entretien avec le médecin du "
           "travail.",
           ATTESTATION, DISABLED_WORKERS,
           (O("vichy", S("2027-01-18"), S("2027-04-26"), places=10),
            O("montlucon", S("2027-03-08"), places=10, scheme_not_allowed="SIEG"))),
    Course("Monteur câbleur en électronique, parcours adapté", "durolle", AGEFIPH, "AFC", ("24354",), "255", "H2602",
           ("1", ""), (315, 105), 30,
           "Monter et câbler des cartes et des coffrets électroniques à un poste de travail ergonomique.",
           "Lecture de plans de câblage, brasage, sertissage, contrôle, traçabilité, ergonomie du poste.",
           ATTESTATION, DISABLED_WORKERS,
           (O("thiers", S("2027-02-22"), S("2027-06-07", entry_late=6), places=8),)),
]

OTHER_COURSES = [
    Course("Préparation opérationnelle à l'emploi collective : poseur de menuiseries", "arverne", OPCO, "POEC",
           ("22454",), "234", "F1607", ("1", ""), (280, 105), 35,
           "Former des poseurs de fenêtres et de volets pour les entreprises de la branche.",
           "Prise de cotes, dépose, pose en rénovation, étanchéité, travail en hauteur, immersion.",
           ATTESTATION, "Permis B souhaité.",
           (O("riom", S("2027-01-25"), S("2027-04-12"), places=10, funders=(OPCO,)),)),
    Course("Préparation opérationnelle à l'emploi collective : monteur en structures métalliques", "durolle", OPCO,
           "POEC", ("23004",), "254", "F1502", ("1", ""), (300, 100), 35,
           "Préparer des monteurs pour les ateliers de construction métallique du bassin de Thiers.",
           "Lecture de plans, traçage, assemblage boulonné et soudé, levage, sécurité de chantier.",
           ATTESTATION, NO_CONDITION,
           (O("thiers", S("2027-02-01"), S("2027-05-10"), places=10, funders=(OPCO, POLE_EMPLOI)),)),
    Course("Sauveteur secouriste du travail", "soins", TRAINEE, "", ("42872",), "344", "", ("1", ""), (14, 0), 14,
           "Porter secours à une victime d'accident du travail et participer à la prévention.",
           "Protéger, examiner, alerter et secourir ; mises en situation et étude de cas d'accidents.",
           "Certificat de sauveteur secouriste du travail.", NO_CONDITION,
           (O("clermont", S("2026-12-07", "2026-12-08"), S("2027-02-01", "2027-02-02"), S("2027-04-05", "2027-04-06"),
              places=10, funders=(TRAINEE,)),)),
]

# Written for their defects, of contact above all.
DEFECTIVE_COURSES = [
    Course("Titre professionnel Carreleur chapiste", "arverne", REGION, "AFC", ("22354",), "233", "F1608", ("1", "13"),
           (525, 140), 35,
           "Poser du carrelage et des faïences et réaliser les chapes qui les reçoivent.",
           "Préparation des supports, chapes, coupes, poses droite et diagonale, étanchéité, finitions.",
           TITLE_3, "Aptitude au travail à genoux et au port de charges.",
           (O("riom", S("2027-03-01"), places=10, sesar="contract"),), plant={"contact-missing": "telephone"}),
    Course("Titre professionnel Assistant ressources humaines", "limagne", POLE_EMPLOI, "AFC", ("33091",), "315",
           "M1501", ("14", "15"), (560, 210), 35,
           "Assurer l'administration du personnel et contribuer au recrutement et à la formation.",
           "Contrats et paie, suivi du temps de travail, annonces et entretiens, plan de développement des "
           "compétences.",
           TITLE_5, "Baccalauréat ou expérience administrative.",
           (O("clermont", S("2027-03-15"), places=12),), plant={"contact-email-missing": True}),
    Course("Titre professionnel Technicien d'assistance en informatique", "limagne", REGION, "AFC", ("31006",), "326",
           "I1401", ("13", "14"), (665, 245), 35,
           "Installer, dépanner et sécuriser des postes de travail et assister leurs utilisateurs.",
           "Systèmes d'exploitation, réseaux, téléassistance, mobilité, sauvegarde, relation de service.",
           TITLE_4, "Bonne pratique de l'informatique ; test technique.",
           (O("clermont", S("2027-01-18"), places=14, sesar="session"),), plant={"contact-email-missing": True}),
    Course("Découverte des métiers verts, parcours adapté", "forez", AGEFIPH, "AFC", ("12520",), "213", "", ("1", ""),
           (140, 70), 28,
           "Tester les métiers du maraîchage, de l'entretien des espaces naturels et du bois avec un aménagement de "
           "poste.",
           "Ateliers en extérieur, reconnaissance des végétaux, ergonomie, visite d'entreprises adaptées, stage.",
           ATTESTATION, DISABLED_WORKERS,
           (O("ambert", S("2027-04-05"), places=8, place_missing=True),
            O("thiers", S("2027-05-10"), places=8, award_missing=True, provider="durolle"))),
    Course("Préparation aux concours d'entrée du secteur social", "gergovie", REGION, "AFC", ("15073", "44054"), "332",
           "K1207", ("14", ""), (280, 70), 28,
           "Réussir les épreuves d'admission des écoles de travail social et confirmer son projet.",
           "Culture sociale, expression écrite, préparation aux oraux, connaissance des métiers, stage d'observation.",
           ATTESTATION, "Niveau baccalauréat.",
           (O("clermont", S("2026-10-05", "2026-12-18", state="2"), places=15, sesar="contract",
              award_superseded="old"),
            O("clermont", S("2027-01-25"), places=15, sesar="contract", award_superseded="new"),
            O("clermont", S("2026-09-28", "2026-12-11", recruitment_stale=True), places=12, sesar="session"))),
    Course("Métiers de la restauration collective", "velay", REGION, "AFC", ("42757",), "221", "G1603", ("1", ""),
           (210, 105), 30,
           "Occuper un poste d'employé polyvalent dans une cantine, un hôpital ou une entreprise.",
           "Préparations froides et chaudes, distribution, plonge, nettoyage, plan de maîtrise sanitaire, stage.",
           ATTESTATION, NO_CONDITION,
           (O("le-puy", S("2027-02-15"), places=12, scheme_not_allowed="POEC"),
            O("monistrol", S("2027-04-26", date_partial="start"), places=10, provider="sucs", sesar="contract"),
            O("brioude", S("2027-05-24", recruitment_missing=True), places=10, provider="brivadois",
              sesar="contract"))),
]

PENDING_AWARDS = [
    PendingAward(REGION, "combrailles", "Titre professionnel Couvreur zingueur", "AFC", "montlucon",
                 "2026-11-13", "2027-03-01", "2027-10-29", 10, False),
    PendingAward(REGION, "planeze", "Titre professionnel Agent d'hôtellerie", "AFC", "saint-flour",
                 "2026-11-18", "2027-04-01", "2027-11-30", 12, False),
    PendingAward(POLE_EMPLOI, "sancy", "Préparation opérationnelle à l'emploi collective : conducteur de bus scolaire",
                 "POEC", "cournon", "2026-11-19", "2027-02-01", "2027-05-31", 10, False),
    PendingAward(AGEFIPH, "cantal", "Accès à la bureautique, parcours adapté", "AFC", "aurillac",
                 "2026-11-17", "2027-03-01", "2027-06-30", 8, False),
    PendingAward(REGION, "brivadois", "Titre professionnel Façadier peintre", "AFC", "brioude",
                 "2026-10-12", "2027-02-01", "2027-09-30", 10, True),
    PendingAward(REGION, "forez", "Titre professionnel Menuisier poseur installateur", "AFC", "ambert",
                 "2026-11-09", "2027-03-01", "2027-11-30", 10, True),
    PendingAward(POLE_EMPLOI, "velay", "Gestion de la paie sur logiciel", "AFC", "le-puy",
                 "2026-11-02", "2027-02-01", "2027-04-30", 12, True),
    PendingAward(AGEFIPH, "allier", "Agent de conditionnement, parcours adapté", "AFC", "moulins",
                 "2026-10-20", "2027-02-01", "2027-06-30", 8, True),
]

COURSES = REGION_COURSES + POLE_EMPLOI_COURSES + AGEFIPH_COURSES + DEFECTIVE_COURSES + OTHER_COURSES

# Who gets the table: département, structure, addresses as people list them.
PRESCRIBERS = [
    ("tous", "Agefiph, délégation régionale", "delegation@agefiph.example.org"),
    ("tous", "Carif-Oref, pôle information", "information@carif-oref.example.org"),
    ("03", "Cap emploi Allier", "contact@capemploi03.example.org"),
    ("03", "France Travail Moulins", "moulins@france-travail.example.com; direction.moulins@france-travail.example.com"),
    ("03", "Mission locale de Vichy", "accueil@ml-vichy.example.org"),
    ("15", "Cap emploi Cantal", "contact@capemploi15.example.org"),
    ("15", "France Travail Aurillac", "aurillac@france-travail.example.com"),
    ("15", "Mission locale de Saint-Flour", "accueil@ml-saint-flour.example.org"),
    ("43", "Cap emploi Haute-Loire", "contact@capemploi43.example.org"),
    ("43", "France Travail Le Puy-en-Velay", "lepuy@france-travail.example.com"),
    ("43", "Mission locale du Velay", "accueil@ml-velay.example.org, jeunes@ml-velay.example.org"),
    ("63", "Cap emploi Puy-de-Dôme", "contact@capemploi63.example.org"),
    ("63", "France Travail Clermont-Ferrand", "clermont@france-travail.example.com"),
    ("63", "France Travail Issoire", "issoire@france-travail.example.com"),
    ("63", "France Travail Thiers", "thiers@france-travail.example.com"),
    ("63", "Mission locale de Clermont", "accueil@ml-clermont.example.org"),
    ("63", "Mission locale de Thiers", "accueil@ml-thiers.example.org; emploi@ml-thiers.example.org"),
]
