// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"

#include <QFile>
#include <QTest>

namespace recoupe {

namespace {

QString sessionXml(const FeedSession &session)
{
    return QStringLiteral(R"(
      <action numero="AC_%1">
        <lieu-de-formation><coordonnees><adresse><ligne>1 rue des Essais</ligne>
          <codepostal>63300</codepostal><ville>%6</ville></adresse></coordonnees></lieu-de-formation>
        <modalites-entrees-sorties>0</modalites-entrees-sorties>
        <session numero="%1" datecrea="20261101">
          <periode><debut>%2</debut><fin>%3</fin></periode>
          <etat-recrutement>%4</etat-recrutement>
          <extras info="specificites-session"><extra>Groupe %1</extra></extras>
        </session>
        <organisme-financeur><code-financeur>4</code-financeur>
          <nb-places-financees>12</nb-places-financees>
          <extras info="specificites"><extra info="programme-financeur">AFC</extra>
            <extra info="ref-action-marche-financeur">%5</extra></extras>
        </organisme-financeur>
      </action>)")
        .arg(session.numero, session.start, session.end, session.recruitment, session.market,
             session.city);
}

} // namespace

OfficeFixture::OfficeFixture(QDate today)
    : m_office(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("base.recoupe")),
               QStringLiteral("Odile"), Clock{today})
{
    const Result<> opened = m_office.open();
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
}

QString OfficeFixture::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

WorkspacePtr OfficeFixture::workspace()
{
    const Result<WorkspacePtr> loaded = m_office.workspace();
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return *loaded;
}

CheckedSession OfficeFixture::session(const QString &numero)
{
    const WorkspacePtr loaded = workspace();
    for (const CheckedSession &session : loaded->sessions) {
        if (session.key().session == numero)
            return session;
    }
    qFatal("no session %s", qPrintable(numero));
}

QByteArray feedOf(const QList<FeedSession> &sessions, const QString &title)
{
    QString actions;
    for (const FeedSession &session : sessions)
        actions += sessionXml(session);
    return QStringLiteral(R"(<?xml version="1.0" encoding="UTF-8"?>
<lheo xmlns="http://lheo.gouv.fr/2.3"><offres>
  <formation numero="AF_1">
    <intitule-formation>%1</intitule-formation>
    <objectif-formation>Souder à l'arc.</objectif-formation>
    <contact-formation><coordonnees><nom>Chabrol</nom><prenom>Solène</prenom>
      <telfixe><numtel>04 65 71 10 10</numtel></telfixe>
      <courriel>chabrol@example.org</courriel></coordonnees></contact-formation>%2
    <organisme-formation-responsable>
      <SIRET-organisme-formation><SIRET>99990010300014</SIRET></SIRET-organisme-formation>
      <nom-organisme>Bâti-Formation</nom-organisme>
    </organisme-formation-responsable>
  </formation>
</offres></lheo>)")
        .arg(title, actions)
        .toUtf8();
}

QByteArray awardsOf(const QStringList &markets)
{
    QString rows = QStringLiteral("financeur;numero_marche;intitule;siret_mandataire;"
                                  "date_notification;date_debut;date_fin\n");
    for (const QString &market : markets)
        rows += QStringLiteral("PE;%1;Soudeur;99990010300014;25/10/2026;01/01/2027;31/12/2027\n")
                    .arg(market);
    return rows.toUtf8();
}

} // namespace recoupe
