// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/catalogue.h"

namespace recoupe {

namespace {

constexpr std::array communesTable{
    Commune{u"Moulins", u"03190", u"03000"},
    Commune{u"Montluçon", u"03185", u"03100"},
    Commune{u"Vichy", u"03310", u"03200"},
    Commune{u"Cusset", u"03095", u"03300"},
    Commune{u"Yzeure", u"03321", u"03400"},
    Commune{u"Saint-Pourçain-sur-Sioule", u"03254", u"03500"},
    Commune{u"Commentry", u"03082", u"03600"},
    Commune{u"Bellerive-sur-Allier", u"03023", u"03700"},
    Commune{u"Gannat", u"03118", u"03800"},
    Commune{u"Lapalisse", u"03138", u"03120"},
    Commune{u"Bourbon-l'Archambault", u"03036", u"03160"},
    Commune{u"Dompierre-sur-Besbre", u"03102", u"03290"},
    Commune{u"Domérat", u"03101", u"03410"},
    Commune{u"Aurillac", u"15014", u"15000"},
    Commune{u"Saint-Flour", u"15187", u"15100"},
    Commune{u"Arpajon-sur-Cère", u"15012", u"15130"},
    Commune{u"Mauriac", u"15120", u"15200"},
    Commune{u"Murat", u"15138", u"15300"},
    Commune{u"Riom-ès-Montagnes", u"15162", u"15400"},
    Commune{u"Maurs", u"15122", u"15600"},
    Commune{u"Le Puy-en-Velay", u"43157", u"43000"},
    Commune{u"Brioude", u"43040", u"43100"},
    Commune{u"Aurec-sur-Loire", u"43012", u"43110"},
    Commune{u"Monistrol-sur-Loire", u"43137", u"43120"},
    Commune{u"Saint-Didier-en-Velay", u"43177", u"43140"},
    Commune{u"Tence", u"43244", u"43190"},
    Commune{u"Yssingeaux", u"43268", u"43200"},
    Commune{u"Langeac", u"43112", u"43300"},
    Commune{u"Le Chambon-sur-Lignon", u"43051", u"43400"},
    Commune{u"Sainte-Sigolène", u"43224", u"43600"},
    Commune{u"Brives-Charensac", u"43041", u"43700"},
    Commune{u"Clermont-Ferrand", u"63113", u"63000"},
    Commune{u"Courpière", u"63125", u"63120"},
    Commune{u"La Bourboule", u"63047", u"63150"},
    Commune{u"Billom", u"63040", u"63160"},
    Commune{u"Aubière", u"63014", u"63170"},
    Commune{u"Lezoux", u"63195", u"63190"},
    Commune{u"Riom", u"63300", u"63200"},
    Commune{u"Thiers", u"63430", u"63300"},
    Commune{u"Gerzat", u"63164", u"63360"},
    Commune{u"Lempdes", u"63193", u"63370"},
    Commune{u"Chamalières", u"63075", u"63400"},
    Commune{u"Pont-du-Château", u"63284", u"63430"},
    Commune{u"Issoire", u"63178", u"63500"},
    Commune{u"Ambert", u"63003", u"63600"},
    Commune{u"Saint-Éloy-les-Mines", u"63338", u"63700"},
    Commune{u"Cournon-d'Auvergne", u"63124", u"63800"},
};

constexpr std::array communesOutsideTable{
    Commune{u"Saint-Étienne", u"42218", u"42000"}, Commune{u"Roanne", u"42187", u"42300"},
    Commune{u"Nevers", u"58194", u"58000"},        Commune{u"Mende", u"48095", u"48000"},
    Commune{u"Guéret", u"23096", u"23000"},        Commune{u"Rodez", u"12202", u"12000"},
    Commune{u"Limoges", u"87085", u"87000"},       Commune{u"Valence", u"26362", u"26000"},
};

constexpr std::array fieldsTable{
    Field{u"22054",
          u"230",
          u"F1703",
          true,
          {u"Exercer le métier sur des chantiers neufs ou en rénovation, en équipe et en "
           u"sécurité.",
           u"Réaliser les ouvrages courants du métier selon les plans et les règles de l'art."},
          {u"Lecture de plans, traçage, mise en œuvre des matériaux, prévention des risques, "
           u"chantier-école.",
           u"Préparation du poste, gestes techniques, échafaudages, contrôle de la qualité, "
           u"stage."}},
    Field{u"31654",
          u"250",
          u"H2909",
          true,
          {u"Tenir un poste de production ou de maintenance dans une entreprise industrielle.",
           u"Conduire, régler et entretenir des équipements en respectant qualité et sécurité."},
          {u"Lecture de dossiers techniques, réglages, contrôles, maintenance de premier niveau, "
           u"stage.",
           u"Mécanique, électrotechnique, méthodes de diagnostic, gestes et postures, qualité."}},
    Field{u"31854",
          u"311",
          u"N1103",
          true,
          {u"Occuper un emploi de la logistique ou du transport dans le respect de la "
           u"réglementation.",
           u"Assurer la circulation des marchandises ou des personnes, en sécurité et à l'heure."},
          {u"Réglementation, conduite économique, manutention, documents de transport, relation "
           u"client.",
           u"Réception, stockage, préparation, informatique embarquée, prévention, immersion."}},
    Field{u"44028",
          u"330",
          u"K1304",
          true,
          {u"Accompagner des personnes dans les actes de la vie quotidienne, à domicile ou en "
           u"établissement.",
           u"Prendre soin de chacun en préservant son autonomie et son cœur de vie sociale."},
          {u"Hygiène, ergonomie, alimentation, communication, transmissions écrites, stages.",
           u"Développement de la personne, gestes de premiers secours, droits des usagers, "
           u"stages."}},
    Field{u"42752",
          u"221",
          u"G1602",
          true,
          {u"Travailler en cuisine, en salle ou au laboratoire dans le respect de l'hygiène.",
           u"Préparer et présenter les productions de la maison, en période d'affluence aussi."},
          {u"Techniques de base, approvisionnement, méthode HACCP, organisation du poste, stage.",
           u"Produits d'Auvergne, cuissons, dressage, service, hors-d'œuvre, anglais "
           u"professionnel."}},
    Field{u"35054",
          u"324",
          u"M1607",
          true,
          {u"Assurer les travaux administratifs et comptables d'une petite entreprise.",
           u"Organiser l'information, accueillir et rédiger avec les outils d'aujourd'hui."},
          {u"Tableur, traitement de texte, classement numérique, accueil, rédaction, stage.",
           u"Écrits professionnels, opérations courantes, logiciels de gestion, relation avec "
           u"les tiers."}},
    Field{u"31088",
          u"326",
          u"M1805",
          true,
          {u"Contribuer à la réalisation et au maintien de services numériques.",
           u"Installer, développer ou dépanner, en tenant compte de la sécurité et de "
           u"l'accessibilité."},
          {u"Systèmes, réseaux, bases de données, méthodes agiles, projet mené en équipe.",
           u"Algorithmique, HTML et CSS, assistance aux utilisateurs, veille, dossier de projet."}},
    Field{u"21046",
          u"210",
          u"A1203",
          true,
          {u"Conduire les travaux d'une exploitation ou d'un chantier d'espaces verts.",
           u"Cultiver, entretenir ou élever en respectant les équilibres naturels."},
          {u"Végétaux, sols, machines, taille, sécurité, conduite d'engins, stage.",
           u"Observation, soins, traçabilité, mécanique simple, réglementation, stage."}},
    Field{u"34566",
          u"312",
          u"D1106",
          true,
          {u"Accueillir, conseiller et vendre en magasin ou à distance.",
           u"Animer un rayon ou un point de vente et fidéliser la clientèle."},
          {u"Techniques de vente, encaissement, mise en rayon, inventaire, gestion, stage.",
           u"Communication, marchandisage, outils numériques, réclamations, anglais, stage."}},
    Field{u"15041",
          u"100",
          u"K1801",
          false,
          {u"Consolider ses savoirs pour accéder à l'emploi ou à une formation qualifiante.",
           u"Gagner en aisance à l'écrit comme à l'oral dans les situations du travail."},
          {u"Positionnement, ateliers, mises en situation, plan individuel de travail, bilan.",
           u"Expression, compréhension, outils numériques, visites d'entreprises, évaluation."}},
};

constexpr std::array tradesTable{
    Trade{0, u"Maçon"},
    Trade{0, u"Carreleur chapiste"},
    Trade{0, u"Couvreur zingueur"},
    Trade{0, u"Charpentier bois"},
    Trade{0, u"Plaquiste plâtrier"},
    Trade{0, u"Peintre en bâtiment"},
    Trade{0, u"Électricien d'équipement du bâtiment"},
    Trade{0, u"Installateur thermique et sanitaire"},
    Trade{1, u"Soudeur assembleur industriel"},
    Trade{1, u"Tourneur fraiseur"},
    Trade{1, u"Technicien de maintenance industrielle"},
    Trade{1, u"Chaudronnier"},
    Trade{1, u"Conducteur d'installations et de machines automatisées"},
    Trade{1, u"Monteur câbleur en électronique"},
    Trade{1, u"Opérateur de production en plasturgie"},
    Trade{2, u"Préparateur de commandes en entrepôt"},
    Trade{2, u"Cariste d'entrepôt"},
    Trade{2, u"Conducteur du transport routier de marchandises sur porteur"},
    Trade{2, u"Conducteur de transport en commun sur route"},
    Trade{2, u"Technicien en logistique d'entreposage"},
    Trade{2, u"Livreur en véhicule utilitaire léger"},
    Trade{3, u"Assistant de vie aux familles"},
    Trade{3, u"Aide-soignant"},
    Trade{3, u"Accompagnant éducatif petite enfance"},
    Trade{3, u"Agent de propreté et d'hygiène"},
    Trade{3, u"Ambulancier"},
    Trade{3, u"Animateur en gérontologie"},
    Trade{4, u"Cuisinier"},
    Trade{4, u"Serveur en restauration"},
    Trade{4, u"Pâtissier"},
    Trade{4, u"Boulanger"},
    Trade{4, u"Boucher charcutier traiteur"},
    Trade{4, u"Employé d'étage en hôtellerie"},
    Trade{4, u"Crémier fromager"},
    Trade{5, u"Secrétaire comptable"},
    Trade{5, u"Assistant ressources humaines"},
    Trade{5, u"Gestionnaire de paie"},
    Trade{5, u"Employé administratif et d'accueil"},
    Trade{5, u"Secrétaire assistant médico-social"},
    Trade{5, u"Comptable assistant"},
    Trade{6, u"Développeur web et web mobile"},
    Trade{6, u"Technicien d'assistance en informatique"},
    Trade{6, u"Administrateur d'infrastructures sécurisées"},
    Trade{6, u"Concepteur de contenus multimédias"},
    Trade{6, u"Installateur de réseaux de télécommunications"},
    Trade{7, u"Ouvrier du paysage"},
    Trade{7, u"Maraîcher en agriculture biologique"},
    Trade{7, u"Bûcheron"},
    Trade{7, u"Vacher en élevage laitier"},
    Trade{7, u"Élagueur grimpeur"},
    Trade{7, u"Apiculteur"},
    Trade{8, u"Vendeur conseil en magasin"},
    Trade{8, u"Manager d'équipe relation clients"},
    Trade{8, u"Employé commercial de rayon"},
    Trade{8, u"Négociateur technico-commercial"},
    Trade{8, u"Conseiller relation client à distance"},
    Trade{8, u"Fleuriste"},
    Trade{9, u"Français langue étrangère"},
    Trade{9, u"Anglais professionnel"},
    Trade{9, u"Compétences numériques de base"},
    Trade{9, u"Préparation aux concours du secteur social"},
    Trade{9, u"Communication écrite et œuvres du quotidien"},
};

constexpr std::array<QStringView, 4> diplomas{
    u"Titre professionnel %1",
    u"Certificat d'aptitude professionnelle %1",
    u"Brevet professionnel %1",
    u"Certificat de qualification professionnelle %1",
};
constexpr std::array<QStringView, 6> trainings{
    u"%1",
    u"%1 – perfectionnement",
    u"%1 – parcours certifiant",
    u"Préqualification aux métiers : %1",
    u"Découverte du métier : %1",
    u"%1, formation en alternance",
};
constexpr std::array<QStringView, 5> levels{
    u"%1 – niveau A1",
    u"%1 – niveau A2",
    u"%1 – niveau B1",
    u"%1 – niveau B2",
    u"%1 à visée professionnelle",
};
constexpr std::array<QStringView, 3> adapted{
    u"%1, parcours adapté",
    u"Découverte du métier : %1, parcours adapté",
    u"%1, rythme aménagé",
};
constexpr std::array<QStringView, 2> experiment{
    u"Parcours expérimental : %1",
    u"Parcours expérimental en milieu rural : %1",
};

constexpr std::array abbreviationsTable{
    Abbreviation{u"Titre professionnel", u"TP"},
    Abbreviation{u"Certificat d'aptitude professionnelle", u"CAP"},
    Abbreviation{u"Brevet professionnel", u"BP"},
    Abbreviation{u"Certificat de qualification professionnelle", u"CQP"},
    Abbreviation{u"Préparation opérationnelle à l'emploi collective", u"POEC"},
    Abbreviation{u"Français langue étrangère", u"FLE"},
    Abbreviation{u"niveau", u"niv."},
};

constexpr std::array firstNamesTable{
    FirstName{u"Élodie", u"Madame"},       FirstName{u"Bruno", u"Monsieur"},
    FirstName{u"Inès", u"Madame"},         FirstName{u"Yann", u"Monsieur"},
    FirstName{u"Sandrine", u"Madame"},     FirstName{u"Sébastien", u"Monsieur"},
    FirstName{u"Hélène", u"Madame"},       FirstName{u"Loïc", u"Monsieur"},
    FirstName{u"Nathalie", u"Madame"},     FirstName{u"Karim", u"Monsieur"},
    FirstName{u"Justine", u"Madame"},      FirstName{u"Patrick", u"Monsieur"},
    FirstName{u"Aurélie", u"Madame"},      FirstName{u"Thomas", u"Monsieur"},
    FirstName{u"Leïla", u"Madame"},        FirstName{u"François", u"Monsieur"},
    FirstName{u"Céline", u"Madame"},       FirstName{u"Didier", u"Monsieur"},
    FirstName{u"Sylvie", u"Madame"},       FirstName{u"Julien", u"Monsieur"},
    FirstName{u"Anne-Laure", u"Madame"},   FirstName{u"Gilles", u"Monsieur"},
    FirstName{u"Marie-Noëlle", u"Madame"}, FirstName{u"Mehdi", u"Monsieur"},
};

constexpr std::array<QStringView, 40> lastNamesTable{
    u"Chassagne", u"Lafarge",   u"Rouvet",   u"Pradier",   u"Tournadre", u"Delmas",   u"Gouttebel",
    u"Fayolle",   u"Besset",    u"Courtine", u"Belkacem",  u"Monestier", u"Sauzedde", u"Dufraisse",
    u"Charmeil",  u"Auclair",   u"Haddad",   u"Bonnabaud", u"Rambourg",  u"Malleret", u"Thévenet",
    u"Lacambre",  u"Espinasse", u"Boudou",   u"Cheyrouse", u"Mathevet",  u"Jouve",    u"Sabatier",
    u"Rocher",    u"Crouzet",   u"Bernaud",  u"Verdier",   u"Ollier",    u"Astier",   u"Ceyssat",
    u"Mosnier",   u"Planche",   u"Giraudet", u"Ouali",     u"Le Goff",
};

constexpr std::array<QStringView, 10> organisationKindsTable{
    u"Atelier",    u"Institut", u"Centre",   u"Coopérative", u"École",
    u"Passerelle", u"Maison",   u"Tremplin", u"Comptoir",    u"Relais",
};

constexpr std::array<QStringView, 32> organisationNamesTable{
    u"des Puys",        u"de l'Oppidum",     u"du Torque",         u"de la Limagne",
    u"de la Durolle",   u"du Val d'Allier",  u"du Bourbonnais",    u"des Combrailles",
    u"de la Jordanne",  u"de la Planèze",    u"du Velay",          u"du Brivadois",
    u"des Sucs",        u"de la Gentiane",   u"du Sancy",          u"des Possibles",
    u"du Livradois",    u"de la Sioule",     u"du Cézallier",      u"de l'Artense",
    u"de la Margeride", u"du Forez",         u"de la Dore",        u"du Haut-Cher",
    u"de la Truyère",   u"du Carladès",      u"de la Ribeyre",     u"des Dômes",
    u"du Cœur Vert",    u"de la Pouzzolane", u"des Volcans Bleus", u"de la Fourme",
};

constexpr std::array<QStringView, 16> streetsTable{
    u"rue du Cratère",       u"avenue de l'Oppidum", u"rue du Torque",     u"route du Moulin",
    u"rue des Blés",         u"chemin de la Forge",  u"rue de la Levée",   u"rue du Kiosque",
    u"quai du Canal Ancien", u"rue du Parapluie",    u"place de la Halle", u"boulevard du Fuseau",
    u"rue du Saumon",        u"route des Genêts",    u"rue des Passeurs",  u"allée des Pastilles",
};

} // namespace

std::span<const Commune> communes()
{
    return communesTable;
}

std::span<const Commune> communesOutside()
{
    return communesOutsideTable;
}

std::span<const Field> fields()
{
    return fieldsTable;
}

std::span<const Trade> trades()
{
    return tradesTable;
}

TitleForms titleForms()
{
    return {diplomas, trainings, levels, adapted, experiment};
}

std::span<const Abbreviation> abbreviations()
{
    return abbreviationsTable;
}

std::span<const FirstName> firstNames()
{
    return firstNamesTable;
}

std::span<const QStringView> lastNames()
{
    return lastNamesTable;
}

std::span<const QStringView> organisationKinds()
{
    return organisationKindsTable;
}

std::span<const QStringView> organisationNames()
{
    return organisationNamesTable;
}

std::span<const QStringView> streets()
{
    return streetsTable;
}

} // namespace recoupe
