// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sesar/sesaractivations.h"

#include "core/textfolding.h"
#include "core/writtenfile.h"
#include "exchange/table/tablerecords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <optional>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// RFC 4180, but for the semicolon that French programs part columns by.
QString csvField(const QString &text)
{
    const bool needsQuotes = std::ranges::any_of(
        text, [](QChar c) { return c == u';' || c == u'"' || c == u'\n' || c == u'\r'; });
    if (!needsQuotes)
        return text;
    return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray csvLine(const QStringList &fields)
{
    QStringList written;
    for (const QString &field : fields)
        written << csvField(field);
    return written.join(u';').toUtf8() + "\r\n";
}

QString dateText(const PartialDate &date)
{
    return date.isDay() ? date.exact().toString(Qt::ISODate) : date.toLheo();
}

QStringList fieldsOf(const QString &deliveryKey, const SesarActivation &activation)
{
    return {deliveryKey,
            activation.marketNumber,
            activation.key.formation,
            activation.key.action,
            activation.key.session,
            activation.title,
            dateText(activation.start),
            dateText(activation.end),
            activation.place,
            activation.active ? QStringLiteral("activation") : QStringLiteral("desactivation")};
}

const QStringList &headings()
{
    static const QStringList names{QStringLiteral("envoi"),
                                   QStringLiteral("numero_marche"),
                                   QStringLiteral("numero_formation"),
                                   QStringLiteral("numero_action"),
                                   QStringLiteral("numero_session"),
                                   QStringLiteral("intitule"),
                                   QStringLiteral("date_debut"),
                                   QStringLiteral("date_fin"),
                                   QStringLiteral("lieu"),
                                   QStringLiteral("evenement")};
    return names;
}

enum Column : std::size_t
{
    DeliveryKey,
    Formation,
    Action,
    Session,
    Status,
    Reason,
    ColumnCount,
};

// The first five come back as they went; an answer may leave out the rest of the line.
constexpr std::array<TableColumn, ColumnCount> answerColumns{{
    {u"envoi", {}, true},
    {u"numero_formation", {}, true},
    {u"numero_action", {}, true},
    {u"numero_session", {}, true},
    {u"statut", {u"etat", u"reponse"}, true},
    {u"motif", {u"motifderefus", u"raison"}},
}};

bool isAccepted(TableFields &fields)
{
    const QString status = folded(fields.text(Status));
    const bool accepted = status == u"accepte" || status == u"acceptee";
    if (!accepted && status != u"refuse" && status != u"refusee")
        fields.refuse(Status, Tr::tr("« accepte » ou « refuse »"));
    return accepted;
}

// As it was sent: a spreadsheet that rounded it made another one.
QString neededNumero(TableFields &fields, Column column, const QString &expected)
{
    const QString numero = fields.identifier(column);
    if (numero.isEmpty())
        fields.refuse(column, expected);
    return numero;
}

SesarAnswer answerOf(TableFields &fields)
{
    SesarAnswer answer;
    answer.key.formation =
        neededNumero(fields, Formation, Tr::tr("le numéro de formation de la ligne envoyée"));
    answer.key.action = fields.identifier(Action);
    answer.key.session =
        neededNumero(fields, Session, Tr::tr("le numéro de session de la ligne envoyée"));
    answer.accepted = isAccepted(fields);
    if (!answer.accepted)
        answer.reason = fields.text(Reason);
    return answer;
}

Failure refusedFile(const QString &fileName, const Rejection &defect)
{
    const QString value =
        defect.value.isEmpty() ? Tr::tr("vide") : Tr::tr("« %1 »").arg(defect.value);
    return fail(ErrorCode::MalformedFile,
                Tr::tr("L'accusé de réception « %1 » est refusé : ligne %2, colonne « %3 » : "
                       "%4 ; attendu : %5. Le demander à nouveau au service qui gère SESAR.")
                    .arg(QFileInfo(fileName).fileName())
                    .arg(defect.line)
                    .arg(defect.field, value, defect.expected),
                {}, {fileName, defect.line, 0});
}

//! Reads the answers to one delivery, each line once.
class Answers
{
public:
    explicit Answers(SesarAcknowledgement &acknowledgement)
        : m_acknowledgement(acknowledgement)
    {
    }

    [[nodiscard]] std::optional<Rejection> take(TableFields &fields)
    {
        const SesarAnswer answer = answerOf(fields);
        checkDelivery(fields);
        const SesarAnswer *first =
            fields.isRefused() ? nullptr : m_rows.append(answer, answer.key.toString());
        if (first && *first != answer)
            fields.refuse(Session, Tr::tr("une seule réponse par session"));
        return fields.isRefused() ? std::optional(fields.rejection({})) : std::nullopt;
    }

private:
    void checkDelivery(TableFields &fields)
    {
        const QString key =
            fields.neededText(DeliveryKey, Tr::tr("l'identifiant de l'envoi auquel il répond"));
        if (m_acknowledgement.deliveryKey.isEmpty())
            m_acknowledgement.deliveryKey = key;
        else if (key != m_acknowledgement.deliveryKey)
            fields.refuse(DeliveryKey, Tr::tr("l'identifiant du même envoi, %1, sur chaque ligne")
                                           .arg(m_acknowledgement.deliveryKey));
    }

    SesarAcknowledgement &m_acknowledgement;
    TableRows<SesarAnswer> m_rows{m_acknowledgement.answers};
};

} // namespace

Result<> writeSesarActivations(const QString &fileName, const QString &deliveryKey,
                               const QList<SesarActivation> &activations)
{
    return writeFile(fileName, [&](QIODevice &file) -> Result<> {
        file.write(csvLine(headings()));
        for (const SesarActivation &activation : activations)
            file.write(csvLine(fieldsOf(deliveryKey, activation)));
        return {};
    });
}

Result<SesarAcknowledgement> readSesarAcknowledgement(const QString &fileName)
{
    SesarAcknowledgement acknowledgement;
    Answers answers(acknowledgement);
    const Result<QStringList> read =
        readTableRecords(fileName, answerColumns, {}, [&](TableFields &fields) -> Result<> {
            const std::optional<Rejection> defect = answers.take(fields);
            return defect ? Result<>(refusedFile(fileName, *defect)) : Result<>();
        });
    if (!read)
        return failureOf(read);
    if (acknowledgement.answers.isEmpty()) {
        return fail(ErrorCode::MalformedFile,
                    Tr::tr("L'accusé de réception « %1 » ne contient aucune réponse. Le demander à "
                           "nouveau au service qui gère SESAR.")
                        .arg(QFileInfo(fileName).fileName()));
    }
    return acknowledgement;
}

} // namespace recoupe
