// SPDX-License-Identifier: GPL-3.0-or-later
// Contact, identifiers and texts (DOMAIN, "The session itself").
#include "core/textfolding.h"
#include "domain/mailaddress.h"
#include "rules/rule.h"
#include "rules/textdefect.h"
#include "rules/wellformed.h"
#include "rules/wording.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

const char *const contactIsMandatory = QT_TRANSLATE_NOOP(
    "Rules", "« Est obligatoirement saisi un contact (nom, téléphone), et dont le mail cliquable "
             "permet d'envoyer un message. » (Enregistrer l'action de formation conventionnée, "
             "2014)");
const char *const siretsHaveAKey = QT_TRANSLATE_NOOP(
    "Rules",
    "LHEO 2.3, éléments SIRET, et DECP, titulaires : 14 chiffres, dont une clé de contrôle "
    "(Insee, formule de Luhn ; La Poste a la sienne).");
const char *const textsAreForReaders = QT_TRANSLATE_NOOP(
    "Rules", "« L'offre de formation est diffusée au grand public et aux prescripteurs. » "
             "(Enregistrer l'action de formation conventionnée, 2014) LHEO 2.3 : ses textes sont "
             "sans balises ; le numéro de marché a son propre champ.");

std::optional<Observation> contactMissing(const SessionCase &subject)
{
    const Contact &contact = subject.contact;
    if (contact.hasName() && contact.hasTelephone())
        return std::nullopt;
    const QString expected = RulesTr::tr("un nom et un téléphone");
    const QString lacking =
        !contact.hasName() && !contact.hasTelephone() ? RulesTr::tr("ni nom ni téléphone")
        : contact.hasName() ? RulesTr::tr("« %1 », sans téléphone").arg(contact.fullName())
                            : RulesTr::tr("un téléphone, sans nom");
    return Observation{
        QStringLiteral("contact-session.coordonnees"), lacking, expected,
        RulesTr::tr("Le contact pour les prescriptions donne %1 ; il faut %2 : les demander à "
                    "l'organisme mandataire.")
            .arg(lacking, expected)};
}

std::optional<Observation> contactEmailMissing(const SessionCase &subject)
{
    const Contact &contact = subject.contact;
    if (contact.hasEmail())
        return std::nullopt;
    const QString expected =
        RulesTr::tr("une adresse qui ouvre un message, comme nom@organisme.fr");
    const QString submitted = orMissing(contact.email);
    return Observation{
        QStringLiteral("contact-session.coordonnees.courriel"), contact.email, expected,
        RulesTr::tr("Le courriel du contact est « %1 » ; il faut %2 : le demander à l'organisme "
                    "mandataire.")
            .arg(submitted, expected)};
}

//! What is wrong with a telephone or a mail that was given.
struct ContactDefect
{
    QString field;
    QString submitted;
    QString expected;
};

std::optional<ContactDefect> contactDefect(const Contact &contact)
{
    for (const QString &telephone : contact.telephones) {
        if (!isPlaceholder(telephone) && !isWellFormedTelephone(telephone))
            return ContactDefect{QStringLiteral("contact-session.coordonnees.telfixe"), telephone,
                                 RulesTr::tr("un numéro de dix chiffres, comme 04 73 00 00 00")};
    }
    if (!isPlaceholder(contact.email) && !isWellFormedEmail(contact.email))
        return ContactDefect{QStringLiteral("contact-session.coordonnees.courriel"), contact.email,
                             RulesTr::tr("une adresse comme nom@organisme.fr")};
    return std::nullopt;
}

std::optional<Observation> contactInvalid(const SessionCase &subject)
{
    for (const Contact &contact : subject.session.contacts + subject.action.contacts) {
        const std::optional<ContactDefect> defect = contactDefect(contact);
        if (!defect)
            continue;
        const QString name = contact.hasName() ? contact.fullName() : RulesTr::tr("sans nom");
        return Observation{
            defect->field, defect->submitted, defect->expected,
            RulesTr::tr("Contact %1 : « %2 » est mal formé ; il faut %3 : le faire corriger par "
                        "l'organisme mandataire.")
                .arg(name, defect->submitted, defect->expected)};
    }
    return std::nullopt;
}

Observation siretObservation(const QString &field, const QString &siret, const QString &owner)
{
    const QString expected = RulesTr::tr("14 chiffres et leur clé de contrôle");
    return Observation{field, siret, expected,
                       RulesTr::tr("Le SIRET « %1 » de %2 est faux ; il faut %3 : le vérifier dans "
                                   "l'annuaire des entreprises et le faire corriger.")
                           .arg(siret, owner, expected)};
}

bool isWrongSiret(const QString &siret)
{
    return !isPlaceholder(siret) && !isWellFormedSiret(siret);
}

std::optional<Observation> siretInvalid(const SessionCase &subject)
{
    const Organisation &mandataire = subject.action.mandataire;
    if (isWrongSiret(mandataire.siret))
        return siretObservation(
            QStringLiteral("organisme-formation-responsable.SIRET"), mandataire.siret,
            RulesTr::tr("l'organisme mandataire (%1)").arg(mandataire.displayName()));
    for (const Organisation &deliverer : subject.session.deliverers) {
        if (isWrongSiret(deliverer.siret))
            return siretObservation(
                QStringLiteral("organisme-formateur.SIRET"), deliverer.siret,
                RulesTr::tr("l'organisme formateur (%1)").arg(deliverer.displayName()));
    }
    return std::nullopt;
}

std::optional<Observation> awardeeSiretInvalid(const AwardCase &subject)
{
    if (subject.isReplaced)
        return std::nullopt;
    const QStringList &sirets = subject.award.awardeeSirets;
    const auto wrong = std::ranges::find_if(sirets, isWrongSiret);
    if (wrong == sirets.end())
        return std::nullopt;
    return siretObservation(
        QStringLiteral("siret_mandataire"), *wrong,
        RulesTr::tr("l'attributaire du marché « %1 » (%2)")
            .arg(subject.award.market.text(), orMissing(subject.award.awardeeName)));
}

//! A text that readers see.
struct ShownText
{
    const char *field = nullptr;
    const char *label = nullptr;
    const QString *text = nullptr;
    bool isNeeded = false; //!< a filler is then as bad as nothing
};

constexpr char titleField[] = "intitule-formation";

QVarLengthArray<ShownText, 16> textsOf(const SessionCase &subject)
{
    const TrainingAction &action = subject.action;
    const TrainingSession &session = subject.session;
    QVarLengthArray<ShownText, 16> texts{
        {titleField, QT_TRANSLATE_NOOP("Rules", "l'intitulé"), &action.title, true},
        {"objectif-formation", QT_TRANSLATE_NOOP("Rules", "l'objectif"), &action.objective, true},
        {"contenu-formation", QT_TRANSLATE_NOOP("Rules", "le contenu"), &action.content, true},
        {"resultats-attendus", QT_TRANSLATE_NOOP("Rules", "les résultats attendus"),
         &action.expectedResults},
        {"rythme-formation", QT_TRANSLATE_NOOP("Rules", "le rythme"), &session.rhythm},
        {"specificites-session", QT_TRANSLATE_NOOP("Rules", "la spécificité"),
         &session.particularity},
        {"lieu-de-formation", QT_TRANSLATE_NOOP("Rules", "le nom du lieu"), &session.place.name},
        {"lieu-de-formation.ville", QT_TRANSLATE_NOOP("Rules", "la commune"), &session.place.city},
    };
    for (const InfoMeeting &meeting : session.infoMeetings) {
        texts.append({"recrutement.commentaire",
                      QT_TRANSLATE_NOOP("Rules", "l'information collective"), &meeting.comment});
    }
    return texts;
}

//! Texts are many and long, fillers are not.
bool isFiller(const QString &text)
{
    constexpr qsizetype longestFiller = 40;
    return !text.isEmpty() && text.size() <= longestFiller && isPlaceholder(text);
}

bool isDigit(QChar c)
{
    return c.isDigit();
}

//! The market number of the session or of its notification, where the title names it.
std::optional<TextDefect> ownNumberIn(const QString &title, const SessionCase &subject)
{
    constexpr qsizetype tellingLength = 5; // a shorter number may mean anything
    QList<MarketNumber> numbers{subject.market};
    if (subject.award)
        numbers << subject.award->market;
    for (const MarketNumber &number : numbers) {
        const bool isTelling = number.normalized().size() >= tellingLength &&
                               std::ranges::any_of(number.text(), isDigit);
        if (isTelling && title.contains(number.text(), Qt::CaseInsensitive))
            return TextDefect{RulesTr::tr("un numéro de marché"), number.text()};
    }
    return std::nullopt;
}

std::optional<TextDefect> defectOf(const ShownText &shown, const SessionCase &subject)
{
    const QString &text = *shown.text;
    const bool isTitle = shown.field == titleField;
    // Absent is not wrong; only a training without any title is.
    if (shown.isNeeded && (isFiller(text) || (isTitle && text.isEmpty())))
        return TextDefect{RulesTr::tr("un remplissage"), orMissing(text)};
    std::optional<TextDefect> defect = displayDefect(text);
    if (!defect && isTitle && std::ranges::any_of(text, isDigit)) {
        defect = ownNumberIn(text, subject);
        return defect ? defect : titleDefect(text);
    }
    return defect;
}

std::optional<Observation> textWithDefect(const SessionCase &subject)
{
    for (const ShownText &shown : textsOf(subject)) {
        const std::optional<TextDefect> defect = defectOf(shown, subject);
        if (!defect)
            continue;
        const QString expected = RulesTr::tr("un texte que chacun peut lire");
        return Observation{
            QString::fromLatin1(shown.field), defect->excerpt, expected,
            RulesTr::tr("Dans %1, %2 : « %3 » ; il faut %4 : le faire corriger par "
                        "l'organisme mandataire.")
                .arg(RulesTr::tr(shown.label), defect->nature, defect->excerpt, expected)};
    }
    return std::nullopt;
}

} // namespace

std::span<const Rule> contentRules()
{
    static const std::array rules{
        Rule{"contact-missing",
             QT_TRANSLATE_NOOP("Rules", "Contact absent"),
             alwaysBlocking,
             contactIsMandatory,
             {QT_TRANSLATE_NOOP("Rules",
                                "Indiquer le nom et le téléphone de la personne à contacter."),
              ReturnReason::Other},
             contactMissing},
        Rule{"contact-email-missing",
             QT_TRANSLATE_NOOP("Rules", "Courriel du contact absent"),
             alwaysBlocking,
             contactIsMandatory,
             {QT_TRANSLATE_NOOP("Rules", "Indiquer le courriel de la personne à contacter."),
              ReturnReason::Other},
             contactEmailMissing},
        Rule{"contact-invalid",
             QT_TRANSLATE_NOOP("Rules", "Contact mal formé"),
             alwaysWarning,
             contactIsMandatory,
             {QT_TRANSLATE_NOOP("Rules", "Corriger le téléphone ou le courriel du contact."),
              ReturnReason::Other},
             contactInvalid},
        Rule{"siret-invalid",
             QT_TRANSLATE_NOOP("Rules", "SIRET faux"),
             alwaysWarning,
             siretsHaveAKey,
             {QT_TRANSLATE_NOOP("Rules", "Vérifier ce SIRET et le corriger."),
              ReturnReason::Mandataire},
             siretInvalid,
             awardeeSiretInvalid},
        Rule{"text-defect",
             QT_TRANSLATE_NOOP("Rules", "Texte abîmé"),
             alwaysWarning,
             textsAreForReaders,
             {QT_TRANSLATE_NOOP("Rules", "Reprendre ce texte pour que chacun puisse le lire."),
              ReturnReason::Other},
             textWithDefect},
    };
    return rules;
}

} // namespace recoupe
