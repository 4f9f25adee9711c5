// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/titlevocabulary.h"

#include <array>

namespace recoupe {

namespace {

using enum TitleMeaning;

// Longest phrase first is the reader's business; here they stand by subject.
constexpr std::array vocabulary{
    // Diplomas, titles and certificates (code de l'éducation, RNCP).
    TitlePhrase{Certificate, u"certificat d'aptitude professionnelle|certif aptitude pro|CAP",
                u"cap"},
    TitlePhrase{Certificate, u"CAP agricole|CAPA", u"capa"},
    TitlePhrase{Certificate, u"titre professionnel|TP|titre pro|titre", u"tp"},
    TitlePhrase{Certificate, u"brevet professionnel|BP", u"bp"},
    TitlePhrase{Certificate, u"brevet professionnel agricole|BPA", u"bpa"},
    TitlePhrase{Certificate, u"brevet professionnel responsable entreprise agricole|BPREA",
                u"bprea"},
    TitlePhrase{Certificate,
                u"brevet professionnel jeunesse éducation populaire sport|BPJEPS|BP JEPS",
                u"bpjeps"},
    TitlePhrase{Certificate, u"brevet d'études professionnelles|BEP", u"bep"},
    TitlePhrase{Certificate, u"baccalauréat professionnel|bac professionnel|bac pro|bacpro",
                u"bacpro"},
    TitlePhrase{Certificate, u"baccalauréat|bac", u"bac"},
    TitlePhrase{Certificate, u"brevet de technicien supérieur|BTS", u"bts"},
    TitlePhrase{Certificate, u"brevet de technicien supérieur agricole|BTS agricole|BTSA", u"btsa"},
    TitlePhrase{Certificate, u"diplôme universitaire de technologie|DUT", u"dut"},
    TitlePhrase{Certificate, u"bachelor universitaire de technologie|BUT", u"but"},
    TitlePhrase{Certificate, u"diplôme universitaire", u"du"},
    TitlePhrase{Certificate, u"diplôme d'accès aux études universitaires|DAEU", u"daeu"},
    TitlePhrase{Certificate, u"licence professionnelle|licence pro", u"licencepro"},
    TitlePhrase{Certificate, u"licence"},
    TitlePhrase{Certificate, u"diplôme d'État|dipl État", u"detat"},
    TitlePhrase{Certificate, u"mention complémentaire", u"mc"},
    TitlePhrase{Certificate, u"certificat de spécialisation|certificat spécialisation", u"cs"},
    TitlePhrase{Certificate,
                u"certificat de qualification professionnelle|certificat qualification|CQP",
                u"cqp"},
    TitlePhrase{Certificate, u"certificat de qualification professionnelle interbranches|CQPI",
                u"cqpi"},
    TitlePhrase{Certificate, u"certificat de qualification paritaire métallurgie|CQPM", u"cqpm"},
    TitlePhrase{Certificate, u"certificat de compétences professionnelles|CCP", u"ccp"},
    TitlePhrase{Certificate, u"certificat|attestation|diplôme|brevet"},

    // Schemes, and trainings known by initials.
    TitlePhrase{Common,
                u"préparation opérationnelle à l'emploi collective|préparation opérationnelle "
                u"emploi|POE collective|POEC|POE",
                u"poec"},
    TitlePhrase{Common, u"action de formation expérimentale|AFE|expérimental|parcours expérimental",
                u"experimental"},
    TitlePhrase{Word, u"remise à niveau|RAN", u"ran"},
    TitlePhrase{Word,
                u"école de la deuxième chance|école de la 2e chance|école de la 2ème chance|école "
                u"de la seconde chance|ER2C|E2C",
                u"er2c"},
    TitlePhrase{Word, u"français langue étrangère|FLE", u"fle"},
    TitlePhrase{Word, u"français langue d'intégration|FLI", u"fli"},
    TitlePhrase{Word, u"validation des acquis de l'expérience|validation des acquis|VAE", u"vae"},
    TitlePhrase{Word, u"certificat CléA|socle de connaissances et de compétences|CléA", u"clea"},
    TitlePhrase{Word,
                u"certificat d'aptitude à la conduite en sécurité|aptitude conduite sécurité|CACES",
                u"caces"},
    TitlePhrase{Word, u"sauveteur secouriste du travail|SST", u"sst"},
    TitlePhrase{Word, u"premiers secours|prévention et secours civiques|PSC", u"secours"},
    TitlePhrase{Word, u"technologies de l'information et de la communication|TIC", u"tic"},
    TitlePhrase{Word, u"ressources humaines|RH", u"rh"},
    TitlePhrase{Word, u"langue des signes française|langue des signes|LSF", u"lsf"},
    TitlePhrase{Word, u"conception assistée par ordinateur|CAO", u"cao"},
    TitlePhrase{Word, u"dessin assisté par ordinateur|DAO", u"dao"},
    TitlePhrase{Word, u"publication assistée par ordinateur|PAO", u"pao"},
    TitlePhrase{Word, u"second œuvre", u"secondoeuvre"},
    TitlePhrase{Word, u"poids lourd|PL", u"poidslourd"},
    TitlePhrase{Word, u"bâtiment et travaux publics|BTP", u"btp"},
    TitlePhrase{Word, u"travaux publics", u"travauxpublics"},
    TitlePhrase{Word, u"véhicule utilitaire léger|VUL", u"vul"},

    // Titles that organisations write by their initials.
    TitlePhrase{Spelt, u"ADVF", u"assistant de vie aux familles"},
    TitlePhrase{Spelt, u"AEPE", u"accompagnant éducatif petite enfance"},
    TitlePhrase{Spelt, u"DEAES", u"diplôme d'État accompagnant éducatif et social"},
    TitlePhrase{Spelt, u"AES", u"accompagnant éducatif et social"},
    TitlePhrase{Spelt, u"DEAS", u"diplôme d'État aide-soignant"},
    TitlePhrase{Spelt, u"DEAP", u"diplôme d'État auxiliaire de puériculture"},
    TitlePhrase{Spelt, u"ASH", u"agent de service hospitalier"},
    TitlePhrase{Spelt, u"ASMS", u"agent de service médico-social"},
    TitlePhrase{Spelt, u"APH", u"agent de propreté et d'hygiène"},
    TitlePhrase{Spelt, u"SAMS", u"secrétaire assistant médico-social"},
    TitlePhrase{Spelt, u"SSIAP", u"sécurité incendie assistance à personnes"},
    TitlePhrase{Spelt, u"APS", u"agent de prévention et de sécurité"},
    TitlePhrase{Spelt, u"ARH", u"assistant ressources humaines"},
    TitlePhrase{Spelt, u"CIP", u"conseiller en insertion professionnelle"},
    TitlePhrase{Spelt, u"FPA", u"formateur professionnel d'adultes"},
    TitlePhrase{Spelt, u"DWWM", u"développeur web et web mobile"},
    TitlePhrase{Spelt, u"CDA", u"concepteur développeur d'applications"},
    TitlePhrase{Spelt, u"TSSR", u"technicien supérieur systèmes et réseaux"},
    TitlePhrase{Spelt, u"TAI", u"technicien d'assistance en informatique"},
    TitlePhrase{Spelt, u"TMI", u"technicien de maintenance industrielle"},
    TitlePhrase{Spelt, u"CTRMP|CTRM", u"conducteur transport routier marchandises porteur"},
    TitlePhrase{Spelt, u"CTCR", u"conducteur transport en commun sur route"},
    TitlePhrase{Spelt, u"MUM", u"manager d'unité marchande"},
    TitlePhrase{Spelt, u"ASSP", u"accompagnement soins et services à la personne"},

    // Abbreviations that are not the beginning of their word, or too short to be known by it.
    TitlePhrase{Common, u"professionnel|pro|prof|professionnalisant|professionnalisation",
                u"professionnel"},
    TitlePhrase{Common, u"assistant|asst|ass"},
    TitlePhrase{Common, u"technicien|tech|techn|tec"},
    TitlePhrase{Common, u"opérateur|opér|opé|op"},
    TitlePhrase{Common, u"employé|empl"},
    TitlePhrase{Common, u"responsable|resp"},
    TitlePhrase{Word, u"secrétaire|secr|sec"},
    TitlePhrase{Word, u"comptabilité|compta"},
    TitlePhrase{Word, u"conducteur|cond"},
    TitlePhrase{Word, u"maintenance|maint"},
    TitlePhrase{Word, u"bâtiment|bât"},
    TitlePhrase{Word, u"informatique|info"},
    TitlePhrase{Word, u"industriel|indus"},
    TitlePhrase{Word, u"commercial|cial"},
    TitlePhrase{Word, u"saint|st"},
    TitlePhrase{Word, u"sainte|ste"},
    TitlePhrase{Common, u"supérieur|sup"},
    TitlePhrase{Common, u"préparation|prépa|préparatoire"},
    TitlePhrase{Common, u"perfectionnement|perf"},
    TitlePhrase{Common, u"initiation|init"},
    TitlePhrase{Common, u"qualification|qualif|qualifiant|qualifié"},
    TitlePhrase{Common, u"certification|certif|certifiant"},
    TitlePhrase{Common, u"spécialité|spécialisation|spé"},
    TitlePhrase{Common, u"option|opt"},
    TitlePhrase{Common, u"catégorie|cat"},

    // In so many titles that they tell little.
    TitlePhrase{Common, u"agent"},
    TitlePhrase{Common, u"ouvrier"},
    TitlePhrase{Common, u"chargé"},
    TitlePhrase{Common, u"parcours"},
    TitlePhrase{Common, u"module"},
    TitlePhrase{Common, u"métier"},
    TitlePhrase{Common, u"secteur|domaine|filière"},
    TitlePhrase{Common, u"compétence"},
    TitlePhrase{Common, u"découverte"},
    TitlePhrase{Common, u"adapté|individualisé"},
    TitlePhrase{Common, u"polyvalent"},
    TitlePhrase{Common, u"collectif"},
    TitlePhrase{Common, u"entreprise"},
    TitlePhrase{Common, u"projet"},
    TitlePhrase{Common, u"outil"},
    TitlePhrase{Common, u"technique"},
    TitlePhrase{Common, u"base"},
    TitlePhrase{Common, u"emploi"},
    TitlePhrase{Common, u"travail"},
    TitlePhrase{Common, u"diplômant"},
    TitlePhrase{Common, u"mention"},

    // The contract's own words, and those of every training.
    TitlePhrase{Dropped, u"accord cadre"},
    TitlePhrase{Dropped, u"marché public|marché subséquent|bon de commande|marché à bons"},
    TitlePhrase{Dropped, u"prestation|prestation de service|prestation intellectuelle"},
    TitlePhrase{Dropped, u"formation|action|action de formation|formation professionnelle"},
    TitlePhrase{Dropped, u"action de formation conventionnée|AFC|conventionné|convention"},
    TitlePhrase{Dropped, u"réalisation|exécution|organisation|dispensation|achat|acquisition"},
    TitlePhrase{Dropped, u"mise en œuvre|mise en place|dans le cadre"},
    TitlePhrase{Dropped, u"au profit|au bénéfice|à destination|en faveur|à l'attention"},
    TitlePhrase{Dropped, u"demandeur d'emploi|public demandeur d'emploi|public|bénéficiaire"},
    TitlePhrase{Dropped, u"relatif|intitulé|dénommé|objet|portant|visant|type|dit"},
    TitlePhrase{Dropped, u"programme régional|programme|dispositif|région|régional|territoire"},
    TitlePhrase{Dropped, u"Conseil régional|Pôle emploi|France Travail|Agefiph"},
    TitlePhrase{Dropped, u"Auvergne|Auvergne-Rhône-Alpes"},
    TitlePhrase{Dropped, u"département|dpt|dép|dépt|dept"},
    TitlePhrase{Dropped, u"réactif"},
    TitlePhrase{DroppedHead, u"lot|marché|session|groupe|tranche|consultation|avenant|vague"},
    TitlePhrase{DroppedHead, u"numéro|num|n|no|nr|réf|référence"},
    TitlePhrase{DroppedUnit, u"heure|h|jour|j|mois|semaine|place|stagiaire|participant|an"},

    // Figures that matter.
    TitlePhrase{LevelHead, u"niveau|niv|nv"},
    TitlePhrase{SegmentHead, u"segment|seg|SIEG|SIEG segment"},
    TitlePhrase{RankHead, u"année|degré|cycle"},
    TitlePhrase{Rank, u"premier|1er|1re|1ère", u"1"},
    TitlePhrase{Rank, u"deuxième|second|2e|2ème|2nd|2nde", u"2"},
    TitlePhrase{Rank, u"troisième|3e|3ème", u"3"},
    TitlePhrase{Rank, u"quatrième|4e|4ème", u"4"},
    TitlePhrase{Rank, u"cinquième|5e|5ème", u"5"},
};

constexpr std::array stopWords{
    "a",    "afin", "ainsi", "au",   "aux",   "avec", "ce",   "ces",  "cette", "chez", "dans",
    "de",   "des",  "du",    "en",   "entre", "et",   "la",   "le",   "les",   "leur", "leurs",
    "lors", "ou",   "par",   "pour", "que",   "qui",  "sa",   "sans", "selon", "ses",  "son",
    "sous", "sur",  "un",    "une",  "via",   "vers", "voie", "y",    "the",   "of",   "and",
};

constexpr std::array endings{
    "e",     "es",  "s",   "x",     "ne",     "nes",   "le",     "les",  "te",    "tes",  "euse",
    "euses", "se",  "ses", "rice",  "rices",  "trice", "trices", "ere",  "eres",  "iere", "ieres",
    "ve",    "ves", "ive", "ienne", "iennes", "enne",  "ennes",  "elle", "elles", "ee",   "ees",
};

} // namespace

std::span<const TitlePhrase> titleVocabulary()
{
    return vocabulary;
}

std::span<const char *const> titleStopWords()
{
    return stopWords;
}

std::span<const char *const> inclusiveEndings()
{
    return endings;
}

} // namespace recoupe
