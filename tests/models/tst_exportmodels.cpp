// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of the exports shows of partners, deliveries and differences.
#include "models/deliverydetailmodel.h"
#include "models/deliverylogmodel.h"
#include "models/deliverywords.h"
#include "models/exportdifferencemodel.h"
#include "models/partnermodel.h"
#include "support/plaintext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;
using recoupe::test::plain;

namespace {

const QDateTime sentAt(QDate(2026, 11, 23), QTime(6, 0), Qt::UTC);
const QDateTime now = sentAt.addSecs(3 * 60 * 60);

Delivery delivery(Partner partner, DeliveryState state, qint64 id = 1)
{
    Delivery made;
    made.id = id;
    made.partner = partner;
    made.state = state;
    made.day = QDate(2026, 11, 23);
    made.preparedAt = sentAt.addSecs(-60);
    made.operatorName = QStringLiteral("Odile");
    made.counts = {
        .lines = 265, .before = 412, .added = 3, .changed = 2, .removed = 150, .leftOut = 1};
    made.transport = Transport::Sftp;
    made.destination = QStringLiteral("sftp://aude.example/depot/");
    if (state == DeliveryState::Delivered)
        made.finishedAt = sentAt;
    return made;
}

PartnerStatus status(Partner partner, const std::optional<Delivery> &last = {})
{
    PartnerStatus made;
    made.partner = partner;
    made.destination.transport = Transport::Sftp;
    made.destination.address = QStringLiteral("sftp://aude.example/depot/");
    made.last = last;
    if (last && last->state == DeliveryState::Delivered)
        made.delivered = last;
    return made;
}

QString cell(const QAbstractItemModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return plain(model.index(row, column).data(role).toString());
}

ExportDetails details(const char *title, const char *place, RecruitmentState recruitment)
{
    return {QString::fromUtf8(title),        QStringLiteral("M1451401"),
            PartialDate(QDate(2027, 1, 12)), PartialDate(QDate(2027, 4, 30)),
            QString::fromUtf8(place),        recruitment};
}

//! One session of each kind, and one that changed in nothing that is shown.
QList<ExportDifference> sampleDifferences()
{
    const ExportDetails open = details("Soudage", "Clermont-Ferrand", RecruitmentState::Open);
    const ExportDetails closed = details("Soudage", "Clermont-Ferrand", RecruitmentState::Closed);
    const auto key = [](const char *session) {
        return SessionKey{QStringLiteral("F1"), QStringLiteral("A1"), QString::fromLatin1(session)};
    };
    return {{key("SE_1"), ExportChange::Added, {}, {}, open},
            {key("SE_2"), ExportChange::Changed, {}, open, closed},
            {key("SE_3"), ExportChange::Removed, {}, closed, {}},
            {key("SE_4"), ExportChange::Changed, {}, open, open}};
}

} // namespace

class ExportModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partnerStandsAsItsDeliveryDoes_data();
    void partnerStandsAsItsDeliveryDoes();
    void partnersKeepTheirRows();
    void partnersAreHeardAsSentences();
    void deliveriesAreListedWithTheirStanding();
    void deliveryIsToldInCards();
    void differencesShowBothSides();
    void differencesAreFilteredByChange();
    void changeOutsideTheColumnsIsSaid();
    void sessionHistoryIsSaidInWords_data();
    void sessionHistoryIsSaidInWords();
};

void ExportModelsTest::partnerStandsAsItsDeliveryDoes_data()
{
    QTest::addColumn<PartnerStatus>("partner");
    QTest::addColumn<QString>("badge");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("needsCare");
    const auto row = [](const char *name, const PartnerStatus &partner, const char *badge,
                        const QString &words, bool needsCare) {
        QTest::newRow(name) << partner << QString::fromLatin1(badge) << words << needsCare;
    };
    PartnerStatus unset = status(Partner::Aude);
    unset.destination = {};
    row("nowhere to go", unset, "delivery/none", QStringLiteral("Aucune destination"), false);
    row("never sent", status(Partner::Aude), "delivery/none", QStringLiteral("Jamais envoyé"),
        false);
    Delivery sent = delivery(Partner::Aude, DeliveryState::Delivered);
    row("sent today", status(Partner::Aude, sent), "delivery/delivered", QStringLiteral("Envoyé"),
        false);
    sent.finishedAt = now.addDays(-2);
    row("sent the day before", status(Partner::Aude, sent), "delivery/late",
        QStringLiteral("Envoyé il y a plus d'un jour"), true);
    sent.partner = Partner::Sesar;
    row("nothing new for SESAR", status(Partner::Sesar, sent), "delivery/delivered",
        QStringLiteral("Envoyé"), false);
    sent.finishedAt = sentAt;
    sent.acceptedAt = sentAt.addSecs(600);
    row("accepted", status(Partner::Sesar, sent), "delivery/delivered",
        QStringLiteral("Envoyé, accusé reçu"), false);
    sent.refusedLines = 2;
    row("accepted but for two lines", status(Partner::Sesar, sent), "delivery/partly",
        QStringLiteral("Envoyé, 2 lignes refusées"), true);
    row("held", status(Partner::Aude, delivery(Partner::Aude, DeliveryState::Held)),
        "delivery/held", QStringLiteral("À confirmer"), true);
    row("failed", status(Partner::Aude, delivery(Partner::Aude, DeliveryState::Failed)),
        "delivery/failed", QStringLiteral("Échec"), true);
    row("refused", status(Partner::Aude, delivery(Partner::Aude, DeliveryState::Refused)),
        "delivery/refused", QStringLiteral("Refusé"), true);
    PartnerStatus dropped = status(Partner::Aude, delivery(Partner::Aude, DeliveryState::Dropped));
    row("given up, nothing before", dropped, "delivery/none", QStringLiteral("Jamais envoyé"),
        false);
    dropped.delivered = delivery(Partner::Aude, DeliveryState::Delivered);
    row("given up, sent before", dropped, "delivery/delivered", QStringLiteral("Envoyé"), false);
}

void ExportModelsTest::partnerStandsAsItsDeliveryDoes()
{
    QFETCH(const PartnerStatus, partner);
    const PartnerStanding standing = standingOf(partner, now);
    QTEST(standing.badge, "badge");
    QTEST(plain(standing.words), "words");
    QTEST(standing.needsCare, "needsCare");
}

void ExportModelsTest::partnersKeepTheirRows()
{
    PartnerModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPartners({status(Partner::Portal), status(Partner::Aude)}, now);
    const QPersistentModelIndex aude = model.index(1, PartnerModel::State);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPartners({status(Partner::Portal),
                       status(Partner::Aude, delivery(Partner::Aude, DeliveryState::Delivered))},
                      now);
    QVERIFY(aude.isValid());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(aude.data().toString(), QStringLiteral("Envoyé"));
    QCOMPARE(cell(model, 1, PartnerModel::Lines), QStringLiteral("265"));
    QCOMPARE(cell(model, 1, PartnerModel::Changes), QStringLiteral("+3 / ~2 / −150"));
    QCOMPARE(cell(model, 0, PartnerModel::LastSent), QStringLiteral("Jamais"));
    for (int column = 0; column < PartnerModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void ExportModelsTest::partnersAreHeardAsSentences()
{
    PartnerModel model;
    PartnerStatus byHand = status(Partner::ParcoursH);
    byHand.destination = {};
    model.setPartners(
        {status(Partner::Aude, delivery(Partner::Aude, DeliveryState::Delivered)), byHand}, now);
    const QString sentence = cell(model, 0, PartnerModel::Name, Qt::AccessibleTextRole);
    QVERIFY2(sentence.startsWith(QStringLiteral("AUDE / GSP, Envoyé, dernier envoi le 23/11/2026")),
             qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QStringLiteral("265 lignes, 3 nouvelles, 2 modifiées, 150 "
                                              "retirées, destination : "
                                              "sftp://aude.example/depot/")),
             qPrintable(sentence));
    QCOMPARE(cell(model, 1, PartnerModel::Name, Qt::AccessibleTextRole),
             QStringLiteral("Parcours H, Aucune destination, destination : Aucune : à la main"));
}

void ExportModelsTest::deliveriesAreListedWithTheirStanding()
{
    DeliveryLogModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    Delivery waits = delivery(Partner::Aude, DeliveryState::ToDo, 8);
    waits.nextTryAt = sentAt;
    waits.result = QStringLiteral("Le serveur ne répond pas.");
    model.setDeliveries({waits, delivery(Partner::Aude, DeliveryState::Delivered, 7)});
    QVERIFY(cell(model, 0, DeliveryLogModel::State)
                .startsWith(QStringLiteral("À envoyer, nouvel essai le 23/11 à ")));
    QCOMPARE(cell(model, 0, DeliveryLogModel::State, Qt::ToolTipRole), waits.result);
    QCOMPARE(cell(model, 1, DeliveryLogModel::State, DeliveryLogModel::BadgeRole),
             QStringLiteral("delivery/delivered"));
    QCOMPARE(model.rowOf(7), 1);
    QCOMPARE(model.rowOf(9), -1);
    const QString sentence = cell(model, 1, DeliveryLogModel::PreparedAt, Qt::AccessibleTextRole);
    QVERIFY2(sentence.endsWith(QStringLiteral("par Odile, Envoyé, 265 lignes, 3 nouvelles, 2 "
                                              "modifiées, 150 retirées, 1 laissée de côté")),
             qPrintable(sentence));
    for (int column = 0; column < DeliveryLogModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void ExportModelsTest::deliveryIsToldInCards()
{
    DeliveryDetailModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    Delivery sent = delivery(Partner::Parcours3, DeliveryState::Delivered);
    sent.question = QStringLiteral("35 % de lignes en moins.");
    sent.confirmation = QStringLiteral("fin d'année");
    sent.result = QStringLiteral("Reçu par le serveur.");
    sent.acceptedAt = sentAt;
    sent.refusedLines = 2;
    for (int i = 0; i < 8; ++i)
        sent.files << DeliveredFile{QStringLiteral("offre-%1.xml").arg(i), 2048, {}};
    model.setDelivery(sent, {{sentAt, QStringLiteral("Odile"), DeliveryState::Held, {}},
                             {sentAt, QStringLiteral("Léa"), DeliveryState::Delivered,
                              QStringLiteral("Reçu par le serveur.")}});
    QString all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += cell(model, row, 0, Qt::AccessibleTextRole) + u'\n';
    for (const char *told :
         {"Envoyé, 2 lignes refusées", "Reçu par le serveur.", "35 % de lignes en moins.",
          "Confirmé : fin d'année", "par Odile, pour le 23/11/2026",
          "265 lignes, contre 412 chez le partenaire ; 3 nouvelles, 2 modifiées, 150 retirées ; 1 "
          "session laissée de côté",
          "2 lignes refusées : elles repartiront au prochain envoi", "sftp://aude.example/depot/",
          "Fichiers : 8", "offre-5.xml (2,0 ko)", "et 2 de plus", "Léa : envoyé. Reçu par"})
        QVERIFY2(all.contains(QString::fromUtf8(told)), qPrintable(all));
    QVERIFY(!all.contains(QStringLiteral("offre-6.xml")));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ExportModelsTest::differencesShowBothSides()
{
    ExportDifferenceModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDifferences(sampleDifferences());
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(cell(model, 0, ExportDifferenceModel::Change), QStringLiteral("Nouvelle"));
    QCOMPARE(cell(model, 1, ExportDifferenceModel::Change), QStringLiteral("Modifiée"));
    QCOMPARE(cell(model, 2, ExportDifferenceModel::Change), QStringLiteral("Retirée"));
    QCOMPARE(cell(model, 2, ExportDifferenceModel::Change, FacetedTableModel::BadgeRole),
             QStringLiteral("export/removed"));
    QCOMPARE(cell(model, 0, ExportDifferenceModel::Dates),
             QStringLiteral("12/01/2027 – 30/04/2027"));
    QCOMPARE(cell(model, 1, ExportDifferenceModel::Recruitment), QStringLiteral("Ouvert → Fermé"));
    QCOMPARE(cell(model, 1, ExportDifferenceModel::Place), QStringLiteral("Clermont-Ferrand"));
    QCOMPARE(cell(model, 2, ExportDifferenceModel::Recruitment), QStringLiteral("Fermé"));
    QCOMPARE(cell(model, 1, 0, Qt::AccessibleTextRole),
             QStringLiteral("Modifiée, session SE_2, Soudage, 12/01/2027 – 30/04/2027, "
                            "Clermont-Ferrand, Ouvert devient Fermé, M1451401"));
}

void ExportModelsTest::differencesAreFilteredByChange()
{
    ExportDifferenceModel model;
    model.setDifferences(sampleDifferences());
    QTRY_COMPARE(model.totalCount(), 4);
    QCOMPARE(model.facetCounts(0), (QList<int>{1, 2, 1}));
    model.setFilter({.facets = {{QStringLiteral("change"), {toToken(ExportChange::Changed)}}}});
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, ExportDifferenceModel::Session), QStringLiteral("SE_2"));
    model.setFilter({.search = QStringLiteral("se_3")});
    QTRY_COMPARE(model.rowCount(), 1);
}

void ExportModelsTest::changeOutsideTheColumnsIsSaid()
{
    ExportDifferenceModel model;
    model.setDifferences(sampleDifferences());
    QTRY_COMPARE(model.rowCount(), 4);
    QVERIFY(cell(model, 3, ExportDifferenceModel::Change, Qt::ToolTipRole)
                .contains(QStringLiteral("n'est dans aucune de ces colonnes")));
    QVERIFY(cell(model, 3, 0, Qt::AccessibleTextRole).contains(QStringLiteral("horaires…")));
    QVERIFY(!cell(model, 1, ExportDifferenceModel::Change, Qt::ToolTipRole)
                 .contains(QStringLiteral("aucune de ces colonnes")));
}

void ExportModelsTest::sessionHistoryIsSaidInWords_data()
{
    QTest::addColumn<SessionDelivery>("delivery");
    QTest::addColumn<QString>("words");
    QTest::newRow("sent") << SessionDelivery{Partner::Aude, ExportChange::Added, sentAt, {}, {}}
                          << QStringLiteral("Envoyée à AUDE / GSP");
    QTest::newRow("changed")
        << SessionDelivery{Partner::Parcours3, ExportChange::Changed, sentAt, {}, {}}
        << QStringLiteral("Envoyée à Parcours 3");
    QTest::newRow("removed")
        << SessionDelivery{Partner::Portal, ExportChange::Removed, sentAt, {}, {}}
        << QStringLiteral("Retirée du portail");
    QTest::newRow("acknowledged")
        << SessionDelivery{Partner::Sesar, ExportChange::Added, sentAt, sentAt.addDays(1), {}}
        << QStringLiteral("Envoyée à SESAR, accusé reçu le 24/11/2026");
    QTest::newRow("refused") << SessionDelivery{Partner::Sesar, ExportChange::Added, sentAt, sentAt,
                                                QStringLiteral("marché inconnu")}
                             << QStringLiteral("Refusée par SESAR : marché inconnu");
}

void ExportModelsTest::sessionHistoryIsSaidInWords()
{
    QFETCH(const SessionDelivery, delivery);
    QTEST(plain(sessionDeliveryInWords(delivery)), "words");
}

QTEST_GUILESS_MAIN(ExportModelsTest)
#include "tst_exportmodels.moc"
