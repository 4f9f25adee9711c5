// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/tablewriters.h"

namespace recoupe {

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

QString dayText(QDate day)
{
    return day.toString(QStringLiteral("dd/MM/yyyy"));
}

QString funderText(Funder funder)
{
    switch (funder) {
    case Funder::Region: return QStringLiteral("CR");
    case Funder::PoleEmploi: return QStringLiteral("PE");
    default: return QStringLiteral("AGEFIPH");
    }
}

QString entriesText(bool permanent)
{
    return permanent ? QStringLiteral("permanentes") : QStringLiteral("fixes");
}

QByteArray awardLine(const WorldContract &award)
{
    return csvLine({funderText(award.funder), award.number, award.lot, award.title,
                    award.sirets.join(QLatin1String(" / ")), award.holder, dayText(award.notified),
                    dayText(award.received), dayText(award.start), dayText(award.end), award.place,
                    award.postalCode, schemeName(award.scheme),
                    award.segment > 0 ? QString::number(award.segment) : QString(),
                    award.places ? QString::number(*award.places) : QString(), award.replaces});
}

QByteArray contractLine(const WorldContract &contract)
{
    return csvLine({contract.number, QString(), contract.title, dayText(contract.declaredStart),
                    dayText(contract.declaredEnd), contract.place, contract.postalCode,
                    contract.objective, entriesText(contract.permanent)});
}

QByteArray sessionLine(const WorldContract &contract, const WorldSession &session)
{
    return csvLine({contract.number, session.numero, contract.title, dayText(session.declaredStart),
                    dayText(session.declaredEnd), contract.place, contract.postalCode,
                    session.objective, entriesText(contract.permanent)});
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QStringList written;
    for (const QString &field : fields) {
        const bool needsQuotes =
            field.contains(u';') || field.contains(u'"') || field.contains(u'\n');
        written << (needsQuotes ? u'"' + QString(field).replace(u'"', QLatin1String("\"\"")) + u'"'
                                : field);
    }
    return written.join(u';').toUtf8() + "\r\n";
}

QByteArray awardsHeader()
{
    return QByteArray(byteOrderMark) +
           "financeur;numero_marche;lot;intitule;siret_mandataire;mandataire;date_notification;"
           "date_reception;date_debut;date_fin;lieu;code_postal;dispositif;segment;places;"
           "remplace\r\n";
}

QByteArray sesarHeader()
{
    return QByteArray(byteOrderMark) + "numero_marche;numero_session;intitule;date_debut;date_fin;"
                                       "lieu;code_postal;objectif;entrees\r\n";
}

QByteArray awardLines(const WorldBlock &block)
{
    QByteArray lines;
    for (const WorldContract &contract : block.contracts) {
        if (contract.isSent)
            lines += awardLine(contract);
    }
    return lines;
}

QByteArray sesarLines(const WorldBlock &block)
{
    QByteArray lines;
    for (const WorldContract &contract : block.contracts) {
        if (contract.sesar == SesarMode::Contract)
            lines += contractLine(contract);
    }
    for (const WorldFormation &formation : block.formations) {
        for (const WorldSession &session : formation.sessions) {
            if (session.declaredOn >= 0 &&
                block.contracts[session.declaredOn].sesar == SesarMode::Session)
                lines += sessionLine(block.contracts[session.declaredOn], session);
        }
    }
    return lines;
}

} // namespace recoupe
