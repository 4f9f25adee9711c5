// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/personwords.h"

#include "core/oneline.h"
#include "services/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

struct TableWords
{
    const char *table;
    const char *words; //!< French
};

constexpr std::array tableWords{
    TableWords{"imports", QT_TRANSLATE_NOOP("Services", "Liste des imports")},
    TableWords{"import_rejections", QT_TRANSLATE_NOOP("Services", "Ligne rejetée d'un import")},
    TableWords{"action_submissions", QT_TRANSLATE_NOOP("Services", "Action reçue du portail")},
    TableWords{"session_submissions", QT_TRANSLATE_NOOP("Services", "Session reçue du portail")},
    TableWords{"awards", QT_TRANSLATE_NOOP("Services", "Notification de marché")},
    TableWords{"sesar_declarations", QT_TRANSLATE_NOOP("Services", "Déclaration SESAR")},
    TableWords{"notes", QT_TRANSLATE_NOOP("Services", "Note")},
    TableWords{"letters", QT_TRANSLATE_NOOP("Services", "Courrier")},
    TableWords{"prescribers", QT_TRANSLATE_NOOP("Services", "Destinataires du tableau")},
    TableWords{"session_holders", QT_TRANSLATE_NOOP("Services", "Session en cours de contrôle")},
    TableWords{"deliveries", QT_TRANSLATE_NOOP("Services", "Envoi à un partenaire")},
    TableWords{"delivery_lines", QT_TRANSLATE_NOOP("Services", "Ligne d'un envoi")},
    TableWords{"partner_sessions", QT_TRANSLATE_NOOP("Services", "Ce qu'un partenaire a reçu")},
    TableWords{"feeds", QT_TRANSLATE_NOOP("Services", "Relève du portail")},
    TableWords{"table_profiles", QT_TRANSLATE_NOOP("Services", "Profil d'import")},
    TableWords{"settings", QT_TRANSLATE_NOOP("Services", "Réglage")},
    TableWords{"decisions", QT_TRANSLATE_NOOP("Services", "Journal : décision")},
    TableWords{"editions", QT_TRANSLATE_NOOP("Services", "Édition du tableau")},
    TableWords{"edition_annulments", QT_TRANSLATE_NOOP("Services", "Journal : édition annulée")},
    TableWords{"edition_mailings", QT_TRANSLATE_NOOP("Services", "Journal : tableau envoyé")},
    TableWords{"delivery_events", QT_TRANSLATE_NOOP("Services", "Journal : envoi")},
    TableWords{"erasures", QT_TRANSLATE_NOOP("Services", "Journal : effacement")},
};

bool isTable(const PersonalRow &row, const char *name)
{
    return QLatin1String(row.table->name) == QLatin1String(name);
}

void addTexts(const QJsonValue &value, QStringList &texts)
{
    if (value.isString() && !value.toString().isEmpty())
        texts << value.toString();
    for (const QJsonValue &part : value.toArray())
        addTexts(part, texts);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &part : object)
        addTexts(part, texts);
}

//! The texts of a record, at any depth.
QStringList textsOf(const QVariant &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    QStringList texts;
    addTexts(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()),
             texts);
    return texts;
}

//! Those that would not be there without the person.
QStringList textsThatGo(const PersonalValue &value)
{
    QStringList texts = textsOf(value.before);
    for (const QString &stays : textsOf(value.after))
        texts.removeOne(stays);
    return texts;
}

QString keptPlace(const PersonalRow &row)
{
    if (isTable(row, "settings"))
        return Tr::tr("Le réglage « %1 » nomme la personne : changez-le dans les réglages.")
            .arg(onOneLine(row.subject));
    if (isTable(row, "table_profiles"))
        return Tr::tr("Le profil d'import « %1 » nomme la personne : refaites-le.")
            .arg(onOneLine(row.subject));
    return Tr::tr("La décision n° %1 du journal garde la valeur d'un réglage qui nomme la "
                  "personne : le journal ne peut pas l'effacer sans se rompre.")
        .arg(row.key.first().toString());
}

} // namespace

QString placeName(const PersonalRow &row)
{
    const auto words = std::ranges::find_if(
        tableWords, [&](const TableWords &candidate) { return isTable(row, candidate.table); });
    Q_ASSERT(words != tableWords.end());
    return Tr::tr(words->words);
}

SessionKey offerOf(const PersonalRow &row)
{
    if (isTable(row, "action_submissions"))
        return {row.subject, {}, {}};
    const QStringList parts = row.subject.split(u'/');
    const bool isSession =
        std::ranges::any_of(std::array{"session_submissions", "notes", "decisions",
                                       "delivery_lines", "partner_sessions"},
                            [&](const char *name) { return isTable(row, name); });
    return isSession && parts.size() == 3 ? SessionKey{parts[0], parts[1], parts[2]} : SessionKey();
}

QString subjectInWords(const PersonalRow &row)
{
    if (isTable(row, "prescribers"))
        return scopeInWords(row.subject);
    if (isTable(row, "settings"))
        return settingInWords(row.subject);
    if (isTable(row, "deliveries")) {
        const std::optional<Partner> partner = partnerFromToken(row.subject);
        return partner ? partnerName(*partner) : row.subject;
    }
    return onOneLine(row.subject);
}

QString excerptOf(const PersonalRow &row)
{
    constexpr qsizetype longest = 160;
    QStringList said;
    for (const PersonalValue &value : row.values) {
        switch (row.table->columns[std::size_t(value.column)].form) {
        case PersonalForm::Text: said << value.before.toString(); break;
        case PersonalForm::Json: said += textsThatGo(value); break;
        case PersonalForm::Xml: break; // the same again
        }
    }
    said.removeDuplicates();
    const QString text = onOneLine(said.join(QStringLiteral(" · ")));
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

QStringList keptPlaces(const QList<PersonalRow> &rows)
{
    QStringList kept;
    for (const PersonalRow &row : rows) {
        if (row.table->remedy == PersonalRemedy::Keep)
            kept << keptPlace(row);
    }
    return kept;
}

QList<PersonalRow> corrected(const QList<PersonalRow> &rows)
{
    QList<PersonalRow> out;
    std::ranges::copy_if(rows, std::back_inserter(out), [](const PersonalRow &row) {
        return row.table->remedy == PersonalRemedy::Change ||
               row.table->remedy == PersonalRemedy::Remove;
    });
    return out;
}

QList<SessionKey> sessionsOf(const QList<PersonalRow> &rows)
{
    QList<SessionKey> keys;
    for (const PersonalRow &row : rows) {
        if (isTable(row, "session_submissions") || isTable(row, "action_submissions"))
            keys << offerOf(row);
    }
    return keys;
}

Result<> expectReason(const QString &reason, const PersonFilter &filter)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Indiquez pourquoi : le motif reste dans le journal."));
    if (filter.isIn(reason))
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Le motif nomme la personne, et il reste dans le journal : écrivez-le "
                           "sans son nom, son adresse ni son téléphone."));
    return {};
}

} // namespace recoupe
