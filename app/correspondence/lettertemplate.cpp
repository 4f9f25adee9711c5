// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/lettertemplate.h"

#include "correspondence/lettertr.h"

#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

struct PlaceSpec
{
    LetterPlace place;
    const char16_t *correction; //!< its name in each kind of letter
    const char16_t *reminder;
    const char *meaning;
};

constexpr std::array places{
    PlaceSpec{LetterPlace::Organisation, u"organisme", u"organisme",
              QT_TRANSLATE_NOOP("Correspondence", "le nom de l'organisme")},
    PlaceSpec{LetterPlace::Count, u"nombre", u"nombre",
              QT_TRANSLATE_NOOP("Correspondence", "combien de sessions ou de marchés")},
    PlaceSpec{LetterPlace::Date, u"date", u"date",
              QT_TRANSLATE_NOOP("Correspondence", "le jour où le message est écrit")},
    PlaceSpec{LetterPlace::Operator, u"operateur", u"operateur",
              QT_TRANSLATE_NOOP("Correspondence", "le nom de l'opérateur")},
    PlaceSpec{LetterPlace::List, u"actions", u"marches",
              QT_TRANSLATE_NOOP("Correspondence", "la liste de ce qui est à corriger ou à saisir")},
};

QString nameOf(const PlaceSpec &spec, LetterKind kind)
{
    return QString::fromUtf16(kind == LetterKind::Correction ? spec.correction : spec.reminder);
}

//! Null where no place has the name.
const PlaceSpec *placeNamed(LetterKind kind, const QString &name)
{
    const auto found = std::ranges::find_if(
        places, [&](const PlaceSpec &spec) { return nameOf(spec, kind) == name; });
    return found == places.end() ? nullptr : &*found;
}

const QRegularExpression &placePattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{([^{}\\n]*)\\}"));
    return pattern;
}

//! The first place of the text that is none, or not here.
std::optional<QString> unknownPlace(LetterKind kind, const QString &text, bool mayList)
{
    QRegularExpressionMatchIterator match = placePattern().globalMatch(text);
    while (match.hasNext()) {
        const QString name = match.next().captured(1);
        const PlaceSpec *spec = placeNamed(kind, name);
        if (!spec || (!mayList && spec->place == LetterPlace::List))
            return name;
    }
    return std::nullopt;
}

//! Empty where all places are good.
QString placeDefect(LetterKind kind, const QString &text, bool mayList)
{
    const std::optional<QString> unknown = unknownPlace(kind, text, mayList);
    if (!unknown)
        return {};
    QStringList known;
    for (const LetterPlaceholder &place : letterPlaces(kind)) {
        if (mayList || place.place != LetterPlace::List)
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

} // namespace

LetterTemplate LetterTemplate::standard(LetterKind kind)
{
    if (kind == LetterKind::Correction)
        return {LetterTr::tr("Portail de la formation : {nombre} à corriger"),
                LetterTr::tr(
                    "Bonjour,\n\n"
                    "Le Carif-Oref compare les sessions que vous saisissez sur le portail avec ce "
                    "que les financeurs lui notifient, avant de les diffuser. Les points "
                    "ci-dessous sont à corriger ou à confirmer.\n\n"
                    "{actions}\n\n"
                    "Merci de corriger sur le portail : vos changements nous parviennent avec son "
                    "prochain envoi, sans autre démarche. Pour toute question, il suffit de "
                    "répondre à ce message.\n\n"
                    "Bien cordialement,\n\n"
                    "{operateur}\nCarif-Oref\n")};
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

QList<LetterPlaceholder> letterPlaces(LetterKind kind)
{
    QList<LetterPlaceholder> named;
    for (const PlaceSpec &spec : places)
        named.append({spec.place, u'{' + nameOf(spec, kind) + u'}', LetterTr::tr(spec.meaning)});
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
    if (const QString defect = placeDefect(kind, body, true); !defect.isEmpty())
        return defect;
    const QString list = letterPlaces(kind).last().name;
    return body.contains(list)
               ? QString()
               : LetterTr::tr("Le texte doit contenir %1 : sans lui, le message ne dirait pas ce "
                              "qui est attendu.")
                     .arg(list);
}

QString filledIn(LetterKind kind, const QString &text, const PlaceTexts &texts)
{
    QString filled;
    qsizetype end = 0;
    QRegularExpressionMatchIterator match = placePattern().globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch place = match.next();
        const PlaceSpec *spec = placeNamed(kind, place.captured(1));
        filled += QStringView(text).sliced(end, place.capturedStart() - end);
        filled += spec ? texts.value(spec->place) : place.captured();
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
