// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheomodel.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace recoupe {

namespace {

//! Children in their order, written as a DTD would: `a` is one, `a?` at most one, `a+` at least
//! one, `a*` any number, `a{0,5}` up to five. All end with `extras*` but where it says otherwise.
struct Sequence
{
    std::string_view name;
    std::string_view children;
    bool hasExtras = true;
};

struct Leaf
{
    std::string_view name;
    int minLength = 1;
    int maxLength = 0;
    std::string_view filler = {};
};

//! Codes one by one or from one to another: "0-8 11-18".
struct CodeList
{
    std::string_view name;
    std::string_view codes;
};

constexpr auto sequences = std::to_array<Sequence>({
    {"domaine-formation", "code-FORMACODE{0,5} code-NSF{0,3} code-ROME{0,5}"},
    {"contact-formation", "type-contact? coordonnees"},
    {"contact-session", "type-contact? coordonnees"},
    {"certification", "code-RNCP? code-CERTIFINFO? code-RS? code-CPF? reference-code-FORMACODE?"},
    {"reference-certification",
     "reference-code-RNCP? reference-code-CERTIFINFO? reference-code-RS?"},
    {"code-type-formation", "code-CPF? code-ELU?"},
    {"lheo", "offres"},
    {"offres", "formation+"},
    {"formation", "domaine-formation intitule-formation objectif-formation resultats-attendus "
                  "contenu-formation certifiante contact-formation+ parcours-de-formation "
                  "code-niveau-entree objectif-general-formation? certification{0,5} "
                  "code-type-formation{0,5} code-niveau-sortie? url-formation? action+ "
                  "organisme-formation-responsable identifiant-module? positionnement? "
                  "sous-modules? modules-prerequis?"},
    {"action", "rythme-formation code-public-vise{1,10} info-public-vise? "
               "niveau-entree-obligatoire modalites-alternance modalites-enseignement "
               "conditions-specifiques prise-en-charge-frais-possible lieu-de-formation* "
               "modalites-entrees-sorties url-action? duree-cycle? session+ "
               "adresse-information? date-information{0,3} restauration? hebergement? "
               "transport? acces-handicapes? langue-formation{0,5} modalites-recrutement? "
               "modalites-pedagogiques? code-modalite-pedagogique{0,5} equipement* "
               "frais-restants? code-perimetre-recrutement? infos-perimetre-recrutement? "
               "prix-horaire-TTC? prix-total-TTC? duree-indicative? nombre-heures-centre? "
               "nombre-heures-entreprise? nombre-heures-total? "
               "detail-conditions-prise-en-charge? conventionnement? duree-conventionnee? "
               "organisme-formateur* organisme-financeur{0,8} enseignement*"},
    {"organisme-formation-responsable",
     "numero-activite SIRET-organisme-formation nom-organisme raison-sociale "
     "coordonnees-organisme contact-organisme+ renseignements-specifiques? "
     "potentiel? code-UAI-organisme-formation?"},
    {"potentiel", "code-FORMACODE{1,25}"},
    {"organisme-formateur",
     "SIRET-formateur raison-sociale-formateur contact-formateur* potentiel? "
     "code-UAI-formateur? reference-certification{0,5}"},
    {"url-formation", "urlweb{1,3}"},
    {"lieu-de-formation", "SIRET-lieu-formation? code-UAI-lieu-formation? coordonnees"},
    {"recrutement", "modalite-recrutement code-perimetre-recrutement? "
                    "infos-perimetre-recrutement? a-distance? adresse? urlweb? nb-places? "
                    "periode? heure-debut? heure-fin? commentaire?"},
    {"enseignement", "libelle-enseignement type-enseignement obligatoire commentaire?"},
    {"equipement", "type-equipement cout-indicatif-equipement? commentaire?"},
    {"rythme-alternance", "unite-rythme-alternance unites-entreprise unites-centre"},
    {"alternance", "type-alternance rythme-alternance?"},
    {"cycle", "type-cycle annee-cycle* effectif-minimal? capacite-simultanee? "
              "capacite-cumulee? alternance?"},
    {"session", "periode adresse-inscription modalites-inscription? periode-inscription? "
                "etat-recrutement? recrutement* url-session? contact-session* "
                "reference-certification{0,5} blocs-competences* cycle*"},
    {"adresse-inscription", "adresse"},
    {"adresse-information", "adresse"},
    {"date-information", "date"},
    {"url-action", "urlweb{1,3}"},
    {"url-session", "urlweb{1,3}"},
    {"SIRET-organisme-formation", "SIRET"},
    {"code-UAI-organisme-formation", "code-UAI"},
    {"SIRET-lieu-formation", "SIRET"},
    {"code-UAI-lieu-formation", "code-UAI"},
    {"coordonnees-organisme", "coordonnees"},
    {"contact-organisme", "type-contact? coordonnees"},
    {"contact-formateur", "type-contact? coordonnees"},
    {"organisme-financeur", "code-financeur nb-places-financees?"},
    {"SIRET-formateur", "SIRET"},
    {"code-UAI-formateur", "code-UAI"},
    {"bloc-competences", "libelle-bloc code-bloc"},
    {"blocs-competences", "validation-blocs reference-certification bloc-competences+"},
    {"sous-modules", "sous-module+"},
    {"modules-prerequis", "reference-module+"},
    {"sous-module", "reference-module type-module"},
    {"coordonnees", "civilite? nom? prenom? ligne{0,3} adresse? telfixe? portable? fax? courriel? "
                    "web?"},
    {"adresse", "denomination? ligne{1,4} codepostal ville departement? code-INSEE-commune? "
                "code-INSEE-canton? region? pays? geolocalisation?"},
    {"geolocalisation", "latitude longitude"},
    {"web", "urlweb{1,3}"},
    {"telfixe", "numtel{1,3}"},
    {"portable", "numtel{1,3}"},
    {"fax", "numtel{1,3}"},
    {"periode", "debut fin"},
    {"periode-inscription", "periode", false},
    {"lheo-index", "resumes-offres? resumes-organismes?"},
    {"resumes-offres", "resume-offre*"},
    {"resumes-organismes", "resume-organisme*"},
    {"resume-offre", "domaine-formation intitule-formation nom-organisme SIRET codepostal? "
                     "code-INSEE-commune? ville departement region? certifiante code-niveau-entree "
                     "prise-en-charge-frais-possible modalites-enseignement? "
                     "code-public-vise{1,10} nombre-heures-total? session* "
                     "contact-formation-resume* certification{0,5}"},
    {"resume-organisme", "nom-organisme raison-sociale SIRET numero-activite"},
    {"contact-formation-resume", "type-contact? nom? telfixe? courriel?"},
    {"lheo-plus", "lheo? organisme-formation-responsable*"},
});

constexpr std::string_view dash = "-"; // as producers write

constexpr auto texts = std::to_array<Leaf>({
    {"intitule-formation", 1, 255},
    {"objectif-formation", 1, 3000, dash},
    {"resultats-attendus", 1, 3000, dash},
    {"contenu-formation", 1, 3000, dash},
    {"identifiant-module", 1, 3000},
    {"reference-module", 1, 3000},
    {"rythme-formation", 1, 3000, dash},
    {"info-public-vise", 1, 250},
    {"modalites-alternance", 1, 3000, dash},
    {"conditions-specifiques", 1, 3000, "aucune"},
    {"restauration", 1, 250},
    {"hebergement", 1, 250},
    {"transport", 1, 250},
    {"acces-handicapes", 1, 250},
    {"modalites-recrutement", 0, 3000},
    {"modalites-pedagogiques", 0, 200},
    {"frais-restants", 0, 200},
    {"infos-perimetre-recrutement", 0, 50},
    {"duree-indicative", 0, 150},
    {"detail-conditions-prise-en-charge", 1, 600},
    {"libelle-enseignement", 1, 255},
    {"libelle-bloc", 1, 500},
    {"modalites-inscription", 1, 255},
    {"commentaire", 1, 500},
    {"nom-organisme", 1, 250, dash},
    {"raison-sociale", 1, 250, dash},
    {"raison-sociale-formateur", 0, 250, dash},
    {"renseignements-specifiques", 0, 3000},
    {"civilite", 1, 50},
    {"nom", 1, 50},
    {"prenom", 1, 50},
    {"denomination", 1, 255},
    {"ligne", 1, 50, dash},
    {"ville", 1, 50},
});

constexpr auto tokens = std::to_array<Leaf>({
    {"code-FORMACODE", 5, 5},
    {"code-NSF", 3, 3},
    {"code-ROME", 5, 5},
    {"code-RNCP", 1, 10},
    {"code-CERTIFINFO", 1, 10},
    {"code-RS", 3, 10},
    {"code-CPF", 4, 10},
    {"code-ELU", 4, 10},
    {"reference-code-FORMACODE", 5, 5},
    {"reference-code-RNCP", 1, 10},
    {"reference-code-CERTIFINFO", 1, 10},
    {"reference-code-RS", 1, 10},
    {"code-bloc", 8, 40},
    {"code-public-vise", 5, 5},
    {"code-modalite-pedagogique", 5, 5},
    {"langue-formation", 2, 2},
    {"prix-horaire-TTC", 1, 6},
    {"prix-total-TTC", 1, 10},
    {"numero-activite", 11, 11},
    {"SIRET", 14, 14},
    {"code-UAI", 8, 8},
    {"codepostal", 5, 5},
    {"departement", 2, 3},
    {"code-INSEE-commune", 5, 5},
    {"code-INSEE-canton", 4, 5},
    {"region", 2, 2},
    {"pays", 2, 2},
    {"latitude", 0, 30},
    {"longitude", 0, 30},
    {"courriel", 3, 160},
    {"urlweb", 3, 400},
    {"numtel", 1, 25},
    {"heure-debut", 2, 5},
    {"heure-fin", 2, 5},
});

constexpr auto codeLists = std::to_array<CodeList>({
    {"certifiante", "0-1"},
    {"type-contact", "0-14"},
    {"parcours-de-formation", "1-4"},
    {"code-niveau-entree", "0-8 11-18"},
    {"code-niveau-sortie", "0-8 11-18"},
    {"objectif-general-formation", "1-9"},
    {"positionnement", "1-2"},
    {"type-module", "0-2"},
    {"niveau-entree-obligatoire", "0-1"},
    {"modalites-enseignement", "0-2"},
    {"prise-en-charge-frais-possible", "0-1"},
    {"modalites-entrees-sorties", "0-1"},
    {"conventionnement", "0-1"},
    {"code-perimetre-recrutement", "0-6"},
    {"code-financeur", "0-20"},
    {"type-equipement", "0-11"},
    {"type-enseignement", "1-10"},
    {"obligatoire", "0-1"},
    {"etat-recrutement", "1-3"},
    {"modalite-recrutement", "0-9"},
    {"a-distance", "0-1"},
    {"validation-blocs", "0-2"},
    {"type-cycle", "0-1"},
    {"type-alternance", "0-2"},
    {"unite-rythme-alternance", "0-4"},
});

constexpr auto wholeNumbers = std::to_array<std::string_view>({
    "nb-places",
    "nb-places-financees",
    "nombre-heures-centre",
    "nombre-heures-entreprise",
    "nombre-heures-total",
    "duree-conventionnee",
    "duree-cycle",
    "annee-cycle",
    "effectif-minimal",
    "capacite-simultanee",
    "capacite-cumulee",
    "unites-entreprise",
    "unites-centre",
    "cout-indicatif-equipement",
});

constexpr auto dates = std::to_array<std::string_view>({"debut", "fin", "date"});

constexpr auto dated = std::to_array<std::string_view>({
    "lheo",
    "formation",
    "action",
    "session",
    "lheo-index",
    "resume-offre",
    "resume-organisme",
});
constexpr auto linked = std::to_array<std::string_view>({
    "formation",
    "organisme-formation-responsable",
    "resume-offre",
    "resume-organisme",
});

struct NamedAttribute
{
    std::string_view name;
    LheoAttribute kind;
};
constexpr auto attributes = std::to_array<NamedAttribute>({
    {"numero", LheoAttribute::Text},
    {"info", LheoAttribute::Text},
    {"ref", LheoAttribute::Text},
    {"tag", LheoAttribute::Text},
    {"id", LheoAttribute::Id},
    {"idref", LheoAttribute::IdRef},
    {"uri", LheoAttribute::Uri},
    {"horodatage-creation", LheoAttribute::Time},
    {"horodatage-modification", LheoAttribute::Time},
    {"horodatage-export", LheoAttribute::Time},
});

//! The codes that a list is written with.
constexpr int mostCodes = 21;
constexpr auto codeTexts = std::to_array<std::string_view>({
    "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10",
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
});
static_assert(codeTexts.size() == mostCodes);

template <typename Names>
bool holds(const Names &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

int numberAt(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

//! Calls \a take with each of the words between spaces.
template <typename Take>
void forEachWord(std::string_view text, const Take &take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::vector<std::string_view> codesOf(std::string_view list)
{
    std::vector<std::string_view> codes;
    forEachWord(list, [&codes](std::string_view range) {
        const int first = numberAt(range);
        const int last = numberAt(range.substr(range.find('-') + 1));
        codes.insert(codes.end(), codeTexts.begin() + first, codeTexts.begin() + last + 1);
    });
    return codes;
}

class Model
{
public:
    Model()
    {
        addLeaves();
        for (const Sequence &row : sequences)
            add({row.name, LheoContent::Elements});
        add({"extras", LheoContent::Extras});
        add({"extra", LheoContent::Anything});
        for (LheoElement &element : m_elements) {
            element.isDated = holds(dated, element.name);
            element.isLinked = holds(linked, element.name);
            m_byName.emplace(element.name, &element);
        }
        for (const Sequence &row : sequences)
            addSlots(row);
    }
    Q_DISABLE_COPY_MOVE(Model)

    [[nodiscard]] std::span<const LheoElement> elements() const { return m_elements; }
    [[nodiscard]] const LheoElement *find(std::string_view name) const
    {
        const auto found = m_byName.find(name);
        return found == m_byName.end() ? nullptr : found->second;
    }

private:
    void add(const LheoElement &element) { m_elements.push_back(element); }

    void addLeaves()
    {
        for (const Leaf &row : texts)
            add({row.name, LheoContent::Text, row.minLength, row.maxLength, {}, {}, row.filler});
        for (const Leaf &row : tokens)
            add({row.name, LheoContent::Token, row.minLength, row.maxLength});
        for (const CodeList &row : codeLists)
            add({row.name, LheoContent::Code, 0, 0, codesOf(row.codes)});
        for (const std::string_view name : wholeNumbers)
            add({name, LheoContent::Whole});
        for (const std::string_view name : dates)
            add({name, LheoContent::Date});
    }

    void addSlots(const Sequence &row)
    {
        std::vector<LheoSlot> &slots = m_byName.at(row.name)->slots;
        forEachWord(row.children, [&](std::string_view word) { slots.push_back(slotOf(word)); });
        if (row.hasExtras)
            slots.push_back(slotOf("extras*"));
    }

    LheoSlot slotOf(std::string_view word) const
    {
        const std::size_t end = std::min(word.find_first_of("?*+{"), word.size());
        LheoElement *element = m_byName.at(word.substr(0, end));
        const std::string_view mark = word.substr(end);
        if (mark.empty())
            return {element, 1, 1};
        switch (mark.front()) {
        case '?': return {element, 0, 1};
        case '*': return {element, 0, LheoSlot::unbounded};
        case '+': return {element, 1, LheoSlot::unbounded};
        default: break;
        }
        return {element, numberAt(mark.substr(1)), numberAt(mark.substr(mark.find(',') + 1))};
    }

    std::vector<LheoElement>
        m_elements; // slots point into it: it grows no more once they are there
    std::unordered_map<std::string_view, LheoElement *> m_byName;
};

const Model &model()
{
    static const Model built;
    return built;
}

} // namespace

std::span<const LheoElement> lheoElements()
{
    return model().elements();
}

const LheoElement *lheoElement(std::string_view name)
{
    return model().find(name);
}

LheoAttribute lheoAttribute(const LheoElement &element, std::string_view name)
{
    const auto found = std::ranges::find(attributes, name, &NamedAttribute::name);
    if (found != attributes.end())
        return found->kind;
    const bool isItsOwn = (element.isDated && (name == "datemaj" || name == "datecrea")) ||
                          (element.isLinked && (name == "href" || name == "file"));
    return isItsOwn ? LheoAttribute::Text : LheoAttribute::Unknown;
}

} // namespace recoupe
