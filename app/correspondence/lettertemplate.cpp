// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/lettertemplate.h"

#include "correspondence/lettertr.h"

#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

//! A place and its name in each kind of letter; null where the kind has none.
struct PlaceSpec
{
    LetterPlace place;
    const char16_t *correction;
    const char16_t *reminder;
    const char16_t *table;
    const char *meaning;
};

constexpr std::array places{
    PlaceSpec{LetterPlace::Organisation, u"organisme", u"organisme", nullptr,
              QT_TRANSLATE_NOOP("Correspondence", "le nom de l'organisme")},
    PlaceSpec{LetterPlace::Edition, nullptr, nullptr, u"edition",
              QT_TRANSLATE_NOOP("Correspondence", "le numéro de l'édition")},
    PlaceSpec{LetterPlace::Count, u"nombre", u"nombre", u"nombre",
              QT_TRANSLATE_NOOP("Correspondence", "combien de sessions ou de marchés")},
    PlaceSpec{LetterPlace::Date, u"date", u"date", nullptr,
              QT_TRANSLATE_NOOP("Correspondence", "le jour où le message est écrit")},
    PlaceSpec{LetterPlace::EditionDate, nullptr, nullptr, u"date",
              QT_TRANSLATE_NOOP("Correspondence", "le jour auquel l'édition est arrêtée")},
    PlaceSpec{LetterPlace::Scope, nullptr, nullptr, u"perimetre",
              QT_TRANSLATE_NOOP("Correspondence", "la région ou le département")},
    PlaceSpec{LetterPlace::Operator, u"operateur", u"operateur", u"operateur",
              QT_TRANSLATE_NOOP("Correspondence", "le nom de l'opérateur")},
    PlaceSpec{LetterPlace::Changes, nullptr, nullptr, u"changements",
              QT_TRANSLATE_NOOP("Correspondence", "ce qui a changé depuis l'édition précédente")},
    PlaceSpec{LetterPlace::List, u"actions", u"marches", nullptr,
              QT_TRANSLATE_NOOP("Correspondence", "la liste de ce qui est à corriger ou à saisir")},
};

//! Empty where letters of the kind do not have the place.
QString nameOf(const PlaceSpec &spec, LetterKind kind)
{
    switch (kind) {
    case LetterKind::Correction: return QString::fromUtf16(spec.correction);
    case LetterKind::Reminder: return QString::fromUtf16(spec.reminder);
    case LetterKind::Table: break;
    }
    return QString::fromUtf16(spec.table);
}

std::optional<LetterPlaceholder> placeNamed(LetterKind kind, const QString &name)
{
    const QList<LetterPlaceholder> known = letterPlaces(kind);
    const auto found = std::ranges::find(known, u'{' + name + u'}', &LetterPlaceholder::name);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

const QRegularExpression &placePattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{([^{}\\n]*)\\}"));
    return pattern;
}

//! The first place of the text that is none, or not here.
std::optional<QString> unknownPlace(LetterKind kind, const QString &text, bool mayHaveBlocks)
{
    QRegularExpressionMatchIterator match = placePattern().globalMatch(text);
    while (match.hasNext()) {
        const QString name = match.next().captured(1);
        const std::optional<LetterPlaceholder> place = placeNamed(kind, name);
        if (!place || (!mayHaveBlocks && place->isBlock()))
            return name;
    }
    return std::nullopt;
}

//! Empty where all places are good.
QString placeDefect(LetterKind kind, const QString &text, bool mayHaveBlocks)
{
    const std::optional<QString> unknown = unknownPlace(kind, text, mayHaveBlocks);
    if (!unknown)
        return {};
    QStringList known;
    for (const LetterPlaceholder &place : letterPlaces(kind)) {
        if (mayHaveBlocks || !place.isBlock())
            known << place.name;
    }
    return LetterTr::tr("{%1} n'est pas un repère connu ici ; il y a : %2.")
        .arg(*unknown, known.join(QLatin1String(", ")));
}

enum class Part
{
    Subject,
    Body
};

QString settingName(LetterKind kind, Part part)
{
    return QStringLiteral("letter/%1/%2")
        .arg(toToken(kind),
             part == Part::Subject ? QStringLiteral("subject") : QStringLiteral("body"));
}

struct NamedSetting
{
    LetterKind kind;
    Part part;
};

std::optional<NamedSetting> settingOfName(const QString &name)
{
    for (const LetterKind kind : letterKinds) {
        for (const Part part : {Part::Subject, Part::Body}) {
            if (name == settingName(kind, part))
                return NamedSetting{kind, part};
        }
    }
    return std::nullopt;
}

LetterTemplate standardCorrection()
{
    return {
        LetterTr::tr("Portail de la formation : {nombre} à corriger"),
        LetterTr::tr("Bonjour,\n\n"
                     "Le Carif-Oref compare les sessions que vous saisissez sur le portail avec ce "
                     "que les financeurs lui notifient, avant de les diffuser. Les points "
                     "ci-dessous sont à corriger ou à confirmer.\n\n"
                     "{actions}\n\n"
                     "Merci de corriger sur le portail : vos changements nous parviennent avec son "
                     "prochain envoi, sans autre démarche. Pour toute question, il suffit de "
                     "répondre à ce message.\n\n"
                     "Bien cordialement,\n\n"
                     "{operateur}\nCarif-Oref\n")};
}

LetterTemplate standardReminder()
{
    return {LetterTr::tr("Portail de la formation : {nombre} à saisir"),
            LetterTr::tr(
                "Bonjour,\n\n"
                "Le financeur nous a notifié les marchés ci-dessous, dont {organisme} est "
                "titulaire. À ce jour, le {date}, nous ne voyons aucune session saisie pour eux "
                "sur le portail.\n\n"
                "{marches}\n\n"
                "Merci de saisir ces sessions sous l'organisme mandataire, avec leur numéro de "
                "marché, pour qu'elles puissent être diffusées. Si elles le sont déjà, ou si le "
                "marché ne sera pas exécuté, merci de nous le dire en répondant à ce message.\n\n"
                "Bien cordialement,\n\n"
                "{operateur}\nCarif-Oref\n")};
}

LetterTemplate standardMailing()
{
    return {
        LetterTr::tr("Tableau des formations collectives n° {edition} du {date}, {perimetre}"),
        LetterTr::tr(
            "Bonjour,\n\n"
            "Voici le tableau des formations collectives n° {edition}, arrêté au {date}, pour "
            "ce périmètre : {perimetre}. Au total, {nombre}.\n\n"
            "{changements}\n\n"
            "Le tableau est joint deux fois, avec le même contenu : en PDF, à imprimer, et en page "
            "HTML, à lire dans un navigateur ou avec un lecteur d'écran.\n\n"
            "Les contacts pour prescrire sont dans le tableau. Pour toute question, ou pour ne "
            "plus recevoir cet envoi, il suffit de répondre à ce message.\n\n"
            "Bien cordialement,\n\n"
            "{operateur}\nCarif-Oref\n")};
}

} // namespace

LetterTemplate LetterTemplate::standard(LetterKind kind)
{
    switch (kind) {
    case LetterKind::Correction: return standardCorrection();
    case LetterKind::Reminder: return standardReminder();
    case LetterKind::Table: break;
    }
    return standardMailing();
}

QList<LetterPlaceholder> letterPlaces(LetterKind kind)
{
    QList<LetterPlaceholder> named;
    for (const PlaceSpec &spec : places) {
        if (const QString name = nameOf(spec, kind); !name.isEmpty())
            named.append({spec.place, u'{' + name + u'}', LetterTr::tr(spec.meaning)});
    }
    return named;
}

QString subjectDefect(LetterKind kind, const QString &subject)
{
    if (subject.trimmed().isEmpty())
        return LetterTr::tr("Donner un objet au message.");
    if (subject.contains(u'\n') || subject.contains(u'\r'))
        return LetterTr::tr("L'objet tient sur une seule ligne.");
    return placeDefect(kind, subject, false);
}

QString bodyDefect(LetterKind kind, const QString &body)
{
    if (body.trimmed().isEmpty())
        return LetterTr::tr("Écrire le texte du message.");
    if (const QString defect = placeDefect(kind, body, true); !defect.isEmpty())
        return defect;
    const QList<LetterPlaceholder> known = letterPlaces(kind);
    const auto list = std::ranges::find(known, LetterPlace::List, &LetterPlaceholder::place);
    return list == known.end() || body.contains(list->name)
               ? QString()
               : LetterTr::tr("Le texte doit contenir %1 : sans lui, le message ne dirait pas ce "
                              "qui est attendu.")
                     .arg(list->name);
}

QString filledIn(LetterKind kind, const QString &text, const PlaceTexts &texts)
{
    QString filled;
    qsizetype end = 0;
    QRegularExpressionMatchIterator match = placePattern().globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch place = match.next();
        const std::optional<LetterPlaceholder> known = placeNamed(kind, place.captured(1));
        filled += QStringView(text).sliced(end, place.capturedStart() - end);
        filled += known ? texts.value(known->place) : place.captured();
        end = place.capturedEnd();
    }
    filled += QStringView(text).sliced(end);
    return filled;
}

QString subjectSettingName(LetterKind kind)
{
    return settingName(kind, Part::Subject);
}

QString bodySettingName(LetterKind kind)
{
    return settingName(kind, Part::Body);
}

LetterTemplate letterTemplate(LetterKind kind, const QMap<QString, QString> &texts)
{
    LetterTemplate found = LetterTemplate::standard(kind);
    const QString subject = texts.value(subjectSettingName(kind));
    const QString body = texts.value(bodySettingName(kind));
    if (subjectDefect(kind, subject).isEmpty())
        found.subject = subject;
    if (bodyDefect(kind, body).isEmpty())
        found.body = body;
    return found;
}

std::optional<QString> defaultLetterSetting(const QString &name)
{
    const std::optional<NamedSetting> named = settingOfName(name);
    if (!named)
        return std::nullopt;
    const LetterTemplate standard = LetterTemplate::standard(named->kind);
    return named->part == Part::Subject ? standard.subject : standard.body;
}

QString letterSettingDefect(const QString &name, const QString &text)
{
    const std::optional<NamedSetting> named = settingOfName(name);
    if (!named)
        return {};
    return named->part == Part::Subject ? subjectDefect(named->kind, text)
                                        : bodyDefect(named->kind, text);
}

} // namespace recoupe
