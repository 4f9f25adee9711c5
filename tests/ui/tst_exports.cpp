// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out to the partners, and the portal's feed, through the window.
#include "models/deliverylogmodel.h"
#include "models/partnermodel.h"
#include "support/plaintext.h"
#include "ui/exports/exchangeschedule.h"
#include "ui/exports/exportdifferencesdialog.h"
#include "ui/exports/exportspage.h"
#include "ui/exports/feedcommands.h"
#include "ui/settings/exchangesettingsdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTreeView>

using namespace recoupe;
using recoupe::test::plain;

namespace {

constexpr int waitMs = 30'000;

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll();
}

//! A portal that answers every request alike.
class Portal : public QTcpServer
{
public:
    explicit Portal(QByteArray answer)
        : m_answer(std::move(answer))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(errorString()));
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [this, client] {
                if (!client->readAll().endsWith("\r\n\r\n"))
                    return;
                ++requests;
                client->write(m_answer);
                client->disconnectFromHost();
            });
        });
    }

    [[nodiscard]] QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1/lheo.xml").arg(serverPort());
    }
    static QByteArray found(const QByteArray &body)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nETag: \"1\"\r\n"
               "Content-Length: " +
               QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }
    static QByteArray missing()
    {
        return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    int requests = 0;

private:
    QByteArray m_answer;
};

} // namespace

class ExportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nowhereToGoSaysTheNextStep();
    void feedWithoutAnAddressSaysWhatToDo();
    void folderGetsWhatIsDecidedAndTheWindowTells();
    void abnormalFallWaitsForAnAnswer();
    void heldDeliveryIsGivenUp();
    void whatFailedIsTriedAgain();
    void whatFailedForGoodIsGivenUp();
    void acknowledgementIsReadAndWhatItRefusesIsSaid();
    void wholeBaseGoesOnceToAFolder();
    void allPartnersAreSentWhatIsTheirs();
    void undoAfterAnExportSaysThatItIsNotCalledBack();
    void feedIsFetchedImportedAndKnown();
    void failureOfTheTimerIsToldOnce();
    void decisionsDoNotWaitForAnExport();

private:
    //! Names a partner's folder in the settings, as an operator does.
    static QString chooseFolderOf(WindowFixture &fixture, Partner partner);
    static void changeSettings(WindowFixture &fixture, const QMap<QString, QString> &texts);
    static void turnTo(WindowFixture &fixture, Partner partner);
    static ExportsPage &page(WindowFixture &fixture);
    static MessageBar &messages(WindowFixture &fixture);
    static QString stateOf(WindowFixture &fixture, Partner partner);
    static QAbstractItemModel &log(WindowFixture &fixture);
    //! Sends to the chosen partner and waits for what comes of it.
    static void sendNow(WindowFixture &fixture);
    static ExportDifferencesDialog &differences(WindowFixture &fixture, const char *action);
    //! The sessions that are shown, active and open.
    static QList<int> openRows(const WindowFixture &fixture);
    //! Closes the recruitment of half of them: whoever gets open sessions only gets far fewer.
    static void closeHalf(WindowFixture &fixture);
    //! The demonstration data, what conforms active, a folder for a partner, and a first delivery.
    static QString sendFirst(WindowFixture &fixture, Partner partner);
    static QLabel &question(WindowFixture &fixture);
};

ExportsPage &ExportsTest::page(WindowFixture &fixture)
{
    return *fixture.window().findChild<ExportsPage *>();
}

MessageBar &ExportsTest::messages(WindowFixture &fixture)
{
    return *fixture.window().findChild<MessageBar *>(QStringLiteral("messageBar"));
}

QString ExportsTest::stateOf(WindowFixture &fixture, Partner partner)
{
    const auto *view = page(fixture).findChild<QTreeView *>(QStringLiteral("partners"));
    return plain(view->model()->index(int(partner), PartnerModel::State).data().toString());
}

QAbstractItemModel &ExportsTest::log(WindowFixture &fixture)
{
    return *page(fixture).findChild<QTreeView *>(QStringLiteral("deliveries"))->model();
}

void ExportsTest::changeSettings(WindowFixture &fixture, const QMap<QString, QString> &texts)
{
    fixture.action(QStringLiteral("exchangeSettings"))->trigger();
    const auto find = [&] {
        const auto dialogs = fixture.window().findChildren<ExchangeSettingsDialog *>();
        const auto shown = std::ranges::find_if(dialogs, &QWidget::isVisible);
        return shown == dialogs.end() ? nullptr : *shown;
    };
    QTRY_VERIFY_WITH_TIMEOUT(find(), waitMs);
    ExchangeSettingsDialog &dialog = *find();
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        auto *field = dialog.findChild<QWidget *>(text.key());
        if (auto *combo = qobject_cast<QComboBox *>(field))
            combo->setCurrentIndex(combo->findData(*text));
        else if (auto *edit = qobject_cast<QLineEdit *>(field))
            edit->setText(*text);
        else
            field->setProperty(*text == u"yes" ? "checked" : "value",
                               *text == u"yes" ? QVariant(true) : QVariant(text->toInt()));
    }
    auto *save = dialog.findChild<QPushButton *>(QStringLiteral("saveSettings"));
    QVERIFY2(save->isEnabled(), qPrintable(save->toolTip()));
    fixture.runAndLoad([save] { save->click(); });
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
}

QString ExportsTest::chooseFolderOf(WindowFixture &fixture, Partner partner)
{
    const QString folder = fixture.path(toToken(partner));
    QDir().mkpath(folder);
    const QString prefix = QStringLiteral("partner/%1/").arg(toToken(partner));
    changeSettings(fixture, {{prefix + QLatin1String("transport"), QStringLiteral("folder")},
                             {prefix + QLatin1String("address"), folder}});
    return folder;
}

void ExportsTest::turnTo(WindowFixture &fixture, Partner partner)
{
    fixture.action(QStringLiteral("showExports"))->trigger();
    page(fixture).choosePartner(partner);
    QVERIFY(page(fixture).partner());
    QCOMPARE(page(fixture).partner()->partner, partner);
}

void ExportsTest::sendNow(WindowFixture &fixture)
{
    QAction *action = fixture.action(QStringLiteral("exportNow"));
    QVERIFY2(action->isEnabled(), qPrintable(action->toolTip()));
    const int before = log(fixture).rowCount();
    action->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(log(fixture).rowCount(), before + 1, waitMs);
}

ExportDifferencesDialog &ExportsTest::differences(WindowFixture &fixture, const char *action)
{
    for (auto *open : fixture.window().findChildren<ExportDifferencesDialog *>())
        delete open;
    fixture.action(QString::fromLatin1(action))->trigger();
    const auto find = [&] { return fixture.window().findChild<ExportDifferencesDialog *>(); };
    if (!QTest::qWaitFor([&] { return find() != nullptr; }, waitMs))
        qFatal("No differences are shown.");
    return *find();
}

QList<int> ExportsTest::openRows(const WindowFixture &fixture)
{
    QList<int> rows;
    for (int row = 0; row < fixture.model()->rowCount(); ++row) {
        const StoredSession &stored = fixture.model()->session(row).stored;
        if (stored.active && stored.recruitment == RecruitmentState::Open)
            rows << row;
    }
    if (rows.size() < 4)
        qFatal("Too few sessions are open.");
    return rows;
}

void ExportsTest::closeHalf(WindowFixture &fixture)
{
    fixture.action(QStringLiteral("showControl"))->trigger();
    const QList<int> rows = openRows(fixture);
    QItemSelection half;
    for (const int row : rows.first(rows.size() / 2))
        half.select(fixture.model()->index(row, 0), fixture.model()->index(row, 0));
    fixture.sessions()->selectionModel()->select(half, QItemSelectionModel::ClearAndSelect |
                                                           QItemSelectionModel::Rows);
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("recruitmentClosed"))->trigger(); });
}

QString ExportsTest::sendFirst(WindowFixture &fixture, Partner partner)
{
    fixture.importDemo();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("validateConforming"))->trigger(); });
    const QString folder = chooseFolderOf(fixture, partner);
    turnTo(fixture, partner);
    sendNow(fixture);
    if (!QTest::qWaitFor([&] { return stateOf(fixture, partner) == QStringLiteral("Envoyé"); },
                         waitMs))
        qFatal("%s", qPrintable(messages(fixture).text()));
    return folder;
}

QLabel &ExportsTest::question(WindowFixture &fixture)
{
    return *page(fixture).findChild<QLabel *>(QStringLiteral("questionText"));
}

void ExportsTest::nowhereToGoSaysTheNextStep()
{
    WindowFixture fixture;
    turnTo(fixture, Partner::Aude);
    QCOMPARE(stateOf(fixture, Partner::Aude), QStringLiteral("Aucune destination"));
    const auto *empty = page(fixture).findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QVERIFY2(plain(empty->text())
                 .startsWith(QStringLiteral(
                     "Aucune destination : choisissez où envoyer les fichiers (Réglages des "
                     "échanges…)")),
             qPrintable(empty->text()));
    for (const char *name : {"exportNow", "exportAll"}) {
        const QAction *action = fixture.action(QString::fromLatin1(name));
        QVERIFY(!action->isEnabled());
        QVERIFY2(action->toolTip().contains(QStringLiteral("Réglages des échanges")),
                 qPrintable(action->toolTip()));
    }
    QVERIFY(fixture.action(QStringLiteral("exportToFolder"))->isEnabled());
    QVERIFY(!fixture.action(QStringLiteral("acknowledge"))->isEnabled());
}

void ExportsTest::feedWithoutAnAddressSaysWhatToDo()
{
    WindowFixture fixture;
    fixture.action(QStringLiteral("fetchFeed"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(messages(fixture).isVisible(), waitMs);
    auto *settings = messages(fixture).findChild<QPushButton *>(QStringLiteral("messageAction"));
    QVERIFY(settings->isVisible());
    settings->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().findChild<ExchangeSettingsDialog *>(), waitMs);
    QVERIFY(fixture.action(QStringLiteral("fetchFeed"))->isEnabled());
}

void ExportsTest::folderGetsWhatIsDecidedAndTheWindowTells()
{
    WindowFixture fixture;
    const QString folder = sendFirst(fixture, Partner::Aude);
    QTRY_VERIFY2(plain(messages(fixture).text()).startsWith(QStringLiteral("AUDE / GSP : ")),
                 qPrintable(messages(fixture).text()));
    QTRY_VERIFY2(messages(fixture).text().contains(QStringLiteral("lignes envoyées")),
                 qPrintable(messages(fixture).text()));
    QVERIFY(!filesIn(folder).isEmpty());
    const auto *details = page(fixture).findChild<QListView *>(QStringLiteral("deliveryDetails"));
    QTRY_VERIFY(plain(details->model()->index(0, 0).data().toString())
                    .startsWith(QStringLiteral("Envoyé.")));
    const auto *card = fixture.window().findChild<QWidget *>(QStringLiteral("card-exports"));
    QTRY_VERIFY2(card->accessibleName().contains(QStringLiteral("rien à reprendre")),
                 qPrintable(card->accessibleName()));

    // Nothing was decided since.
    ExportDifferencesDialog &none = differences(fixture, "exportDifferences");
    QTRY_COMPARE(none.findChild<RecordView *>()->model()->rowCount(), 0);

    // A session is closed: it says something else there; its history says who has it.
    fixture.action(QStringLiteral("showControl"))->trigger();
    const QString session = fixture.model()->session(openRows(fixture).first()).key().session;
    fixture.select(session);
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("recruitmentClosed"))->trigger(); });
    const auto *history = fixture.inControl<QTreeView>(QStringLiteral("history"));
    const auto isTold = [history] {
        for (int row = 0; row < history->model()->rowCount(); ++row) {
            if (history->model()->index(row, 2).data().toString() ==
                QStringLiteral("Envoyée à AUDE / GSP"))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), waitMs);
    turnTo(fixture, Partner::Aude);
    ExportDifferencesDialog &one = differences(fixture, "exportDifferences");
    const QAbstractItemModel &rows = *one.findChild<RecordView *>()->model();
    QTRY_COMPARE(rows.rowCount(), 1);
    QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Modifiée"));
    QCOMPARE(rows.index(0, 1).data().toString(), session);
    QVERIFY2(rows.index(0, 5).data().toString().endsWith(QStringLiteral("→ Fermé")),
             qPrintable(rows.index(0, 5).data().toString()));
    sendNow(fixture);
    QTRY_VERIFY(plain(messages(fixture).text()).contains(QStringLiteral("(1 modifiée)")));
    ExportDifferencesDialog &past = differences(fixture, "deliveryDifferences");
    QTRY_COMPARE(past.findChild<RecordView *>()->model()->rowCount(), 1);
}

void ExportsTest::abnormalFallWaitsForAnAnswer()
{
    WindowFixture fixture;
    const QString folder = sendFirst(fixture, Partner::ParcoursH);
    const QString csv = filesIn(folder).filter(QStringLiteral(".csv")).value(0);
    QVERIFY2(!csv.isEmpty(), qPrintable(filesIn(folder).join(u' ')));
    const QByteArray before = contentOf(QDir(folder).filePath(csv));
    closeHalf(fixture);
    turnTo(fixture, Partner::ParcoursH);
    QAction *confirm = fixture.action(QStringLiteral("confirmDelivery"));
    QVERIFY(!confirm->isEnabled());
    QVERIFY(!question(fixture).isVisible());

    sendNow(fixture);
    QTRY_COMPARE(stateOf(fixture, Partner::ParcoursH), QStringLiteral("À confirmer"));
    QTRY_VERIFY(question(fixture).isVisible());
    QVERIFY2(question(fixture).text().contains(QStringLiteral("Parcours H")),
             qPrintable(question(fixture).text()));
    QCOMPARE(contentOf(QDir(folder).filePath(csv)), before); // nothing has gone
    const auto *card = fixture.window().findChild<QWidget *>(QStringLiteral("card-exports"));
    QTRY_VERIFY2(plain(card->accessibleName()).contains(QStringLiteral("Parcours H : à confirmer")),
                 qPrintable(card->accessibleName()));
    // It is still there after the window was closed.
    fixture.restart();
    turnTo(fixture, Partner::ParcoursH);
    QTRY_VERIFY(question(fixture).isVisible());

    fixture.dialogs().asked.clear();
    fixture.action(QStringLiteral("confirmDelivery"))->trigger(); // without a reason
    QCOMPARE(fixture.dialogs().asked.size(), 1);
    QCOMPARE(stateOf(fixture, Partner::ParcoursH), QStringLiteral("À confirmer"));
    fixture.dialogs().reason = QStringLiteral("fin d'année");
    fixture.action(QStringLiteral("confirmDelivery"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::ParcoursH), QStringLiteral("Envoyé"),
                              waitMs);
    QTRY_VERIFY(!question(fixture).isVisible());
    QVERIFY(contentOf(QDir(folder).filePath(csv)) != before);
    const auto *details = page(fixture).findChild<QListView *>(QStringLiteral("deliveryDetails"));
    QTRY_VERIFY2(plain(details->model()->index(0, 0).data().toString())
                     .contains(QStringLiteral("Confirmé : fin d'année")),
                 qPrintable(details->model()->index(0, 0).data().toString()));
}

void ExportsTest::heldDeliveryIsGivenUp()
{
    WindowFixture fixture;
    const QString folder = sendFirst(fixture, Partner::ParcoursH);
    closeHalf(fixture);
    turnTo(fixture, Partner::ParcoursH);
    sendNow(fixture);
    QTRY_COMPARE(stateOf(fixture, Partner::ParcoursH), QStringLiteral("À confirmer"));
    fixture.dialogs().reason = QStringLiteral("trop tôt");
    fixture.action(QStringLiteral("dropDelivery"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::ParcoursH), QStringLiteral("Envoyé"),
                              waitMs); // as it was before
    QTRY_COMPARE(log(fixture).index(0, DeliveryLogModel::State).data().toString(),
                 QStringLiteral("Abandonné"));
    QTRY_VERIFY(!question(fixture).isVisible());
    QVERIFY(!fixture.action(QStringLiteral("dropDelivery"))->isEnabled());
}

void ExportsTest::whatFailedIsTriedAgain()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("validateConforming"))->trigger(); });
    const QString folder = chooseFolderOf(fixture, Partner::Aude);
    QVERIFY(QDir(folder).removeRecursively()); // a share that is away
    turnTo(fixture, Partner::Aude);
    sendNow(fixture);
    QAction *retry = fixture.action(QStringLiteral("retryDelivery"));
    // Prepared and not yet tried, it can be sent again too: the window follows the base.
    QTRY_VERIFY2_WITH_TIMEOUT(
        stateOf(fixture, Partner::Aude).startsWith(QStringLiteral("À envoyer, nouvel essai le ")),
        qPrintable(stateOf(fixture, Partner::Aude)), waitMs);
    QTRY_VERIFY2(messages(fixture).text().contains(QStringLiteral("n'existe pas")),
                 qPrintable(messages(fixture).text()));
    QVERIFY(retry->isEnabled());
    QVERIFY(QDir().mkpath(folder));
    retry->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::Aude), QStringLiteral("Envoyé"), waitMs);
    QTRY_VERIFY(!retry->isEnabled());
    QTRY_COMPARE(log(fixture).rowCount(), 1); // the same delivery
}

//! SESAR gets no other delivery before a tried one is finished or given up.
void ExportsTest::whatFailedForGoodIsGivenUp()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("validateConforming"))->trigger(); });
    const QString folder = chooseFolderOf(fixture, Partner::Sesar);
    QVERIFY(QDir(folder).removeRecursively());
    turnTo(fixture, Partner::Sesar);
    sendNow(fixture);
    QAction *retry = fixture.action(QStringLiteral("retryDelivery"));
    QTRY_VERIFY_WITH_TIMEOUT(
        stateOf(fixture, Partner::Sesar).contains(QStringLiteral("nouvel essai le ")), waitMs);
    QVERIFY(retry->isEnabled());
    QVERIFY(QDir(fixture.path(QStringLiteral("base.recoupe.envois"))).removeRecursively());
    QVERIFY(QDir().mkpath(folder));
    retry->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(fixture, Partner::Sesar).startsWith(QStringLiteral("Échec")),
                             waitMs);
    fixture.dialogs().reason = QStringLiteral("SESAR n'a rien reçu");
    QVERIFY(fixture.action(QStringLiteral("dropDelivery"))->isEnabled());
    fixture.action(QStringLiteral("dropDelivery"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(log(fixture).index(0, DeliveryLogModel::State).data().toString(),
                              QStringLiteral("Abandonné"), waitMs);
    sendNow(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::Sesar), QStringLiteral("Envoyé"), waitMs);
}

void ExportsTest::acknowledgementIsReadAndWhatItRefusesIsSaid()
{
    WindowFixture fixture;
    const QString folder = sendFirst(fixture, Partner::Sesar);
    const QStringList sent = filesIn(folder).filter(QStringLiteral(".csv"));
    QCOMPARE(sent.size(), 1);
    QList<QByteArray> lines = contentOf(QDir(folder).filePath(sent.first())).split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed();
    lines.removeAll(QByteArray());
    lines[0] += ";statut;motif";
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i] += i == 1 ? ";refuse;marché inconnu" : ";accepte;";
    fixture.dialogs().file = fixture.write(QStringLiteral("accuse.csv"), lines.join("\r\n"));
    QAction *read = fixture.action(QStringLiteral("acknowledge"));
    QVERIFY2(read->isEnabled(), qPrintable(read->toolTip()));
    read->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::Sesar),
                              QStringLiteral("Envoyé, 1 ligne refusée"), waitMs);
    QTRY_VERIFY2(plain(messages(fixture).text()).contains(QStringLiteral("repartira")),
                 qPrintable(messages(fixture).text()));
    // Another file is none.
    fixture.dialogs().file = fixture.write(QStringLiteral("autre.csv"), "a;b\r\n1;2\r\n");
    read->trigger();
    QTRY_VERIFY2(messages(fixture).text().contains(QStringLiteral("autre.csv")),
                 qPrintable(messages(fixture).text()));
    QCOMPARE(stateOf(fixture, Partner::Sesar), QStringLiteral("Envoyé, 1 ligne refusée"));
}

void ExportsTest::wholeBaseGoesOnceToAFolder()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("validateConforming"))->trigger(); });
    turnTo(fixture, Partner::Parcours3);
    fixture.dialogs().folder = fixture.path(QStringLiteral("une fois"));
    QDir().mkpath(fixture.dialogs().folder);
    fixture.action(QStringLiteral("exportToFolder"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::Parcours3), QStringLiteral("Envoyé"),
                              waitMs);
    QVERIFY(!QDir(fixture.dialogs().folder).isEmpty());
}

void ExportsTest::allPartnersAreSentWhatIsTheirs()
{
    WindowFixture fixture;
    fixture.importDemo();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("validateConforming"))->trigger(); });
    chooseFolderOf(fixture, Partner::Aude);
    chooseFolderOf(fixture, Partner::Sesar);
    fixture.action(QStringLiteral("exportAll"))->trigger(); // from whatever page
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::Aude), QStringLiteral("Envoyé"), waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(fixture, Partner::Sesar), QStringLiteral("Envoyé"), waitMs);
    QCOMPARE(stateOf(fixture, Partner::Portal), QStringLiteral("Aucune destination"));
    QTRY_COMPARE_WITH_TIMEOUT(plain(messages(fixture).text()).count(u'\n'), 1, waitMs);
    const QStringList lines = plain(messages(fixture).text()).split(u'\n');
    QVERIFY(lines.at(0).startsWith(QStringLiteral("SESAR : ")));
    QVERIFY(lines.at(1).startsWith(QStringLiteral("AUDE / GSP : ")));
}

void ExportsTest::undoAfterAnExportSaysThatItIsNotCalledBack()
{
    const QString sentence =
        QStringLiteral("Déjà transmis à AUDE / GSP : une correction partira au prochain export.");
    WindowFixture fixture;
    sendFirst(fixture, Partner::Aude); // the activations; then the newest batch is the folder's
    fixture.action(QStringLiteral("showJournal"))->trigger();
    auto *journal = fixture.window().findChild<RecordView *>(QStringLiteral("journal"));
    QTRY_VERIFY(journal->model()->rowCount() > 2);
    fixture.dialogs().asked.clear();
    fixture.dialogs().confirms = false;
    const auto questionOn = [&](int row) {
        journal->selectRow(row);
        fixture.dialogs().asked.clear();
        fixture.action(QStringLiteral("undoBatch"))->trigger();
        if (!QTest::qWaitFor([&] { return !fixture.dialogs().asked.isEmpty(); }, waitMs))
            qFatal("Nothing is asked.");
        return plain(fixture.dialogs().asked.last().text);
    };
    QVERIFY(!questionOn(0).contains(QStringLiteral("Déjà transmis"))); // a setting
    const QString asked = questionOn(journal->model()->rowCount() - 1);
    QVERIFY2(asked.contains(sentence), qPrintable(asked));

    fixture.dialogs().confirms = true;
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("undo"))->trigger(); }); // the setting
    QVERIFY(!plain(messages(fixture).text()).contains(sentence));
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("undo"))->trigger(); });
    QTRY_COMPARE_WITH_TIMEOUT(plain(messages(fixture).text()), sentence, waitMs);
}

void ExportsTest::feedIsFetchedImportedAndKnown()
{
    QFile file(WindowFixture::demoFile(QStringLiteral("portail.xml")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Portal portal(Portal::found(file.readAll()));
    WindowFixture fixture;
    changeSettings(fixture, {{QStringLiteral("feed/url"), portal.url()},
                             {QStringLiteral("network/allow-http"), QStringLiteral("yes")}});
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("fetchFeed"))->trigger(); });
    QVERIFY(fixture.model()->totalCount() > 0);
    QTRY_VERIFY2(messages(fixture).text().contains(QStringLiteral("nouvelles")),
                 qPrintable(messages(fixture).text()));
    fixture.action(QStringLiteral("fetchFeed"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(messages(fixture).text(),
                              QStringLiteral("Le portail n'a rien de nouveau."), waitMs);
    fixture.action(QStringLiteral("showExports"))->trigger();
    const auto *state = page(fixture).findChild<QLabel *>(QStringLiteral("feedState"));
    QTRY_VERIFY2(plain(state->text()).startsWith(QStringLiteral("Flux du portail : relevé le ")),
                 qPrintable(state->text()));
}

void ExportsTest::failureOfTheTimerIsToldOnce()
{
    Portal portal(Portal::missing());
    WindowFixture fixture;
    changeSettings(fixture, {{QStringLiteral("feed/url"), portal.url()},
                             {QStringLiteral("feed/every-minutes"), QStringLiteral("1")},
                             {QStringLiteral("network/allow-http"), QStringLiteral("yes")}});
    auto *schedule =
        fixture.window().findChild<ExchangeSchedule *>(QStringLiteral("exchangeSchedule"));
    QVERIFY(schedule);
    messages(fixture).hide();
    schedule->look();
    QTRY_VERIFY_WITH_TIMEOUT(messages(fixture).isVisible(), waitMs);
    QTRY_VERIFY(fixture.action(QStringLiteral("fetchFeed"))->isEnabled());
    int asked = portal.requests;
    QVERIFY(asked > 0);
    // The same again by itself: nobody is told.
    messages(fixture).hide();
    fixture.window().findChild<FeedCommands *>()->fetchDue();
    QTRY_VERIFY_WITH_TIMEOUT(portal.requests > asked, waitMs);
    QTRY_VERIFY(fixture.action(QStringLiteral("fetchFeed"))->isEnabled());
    QVERIFY(!messages(fixture).isVisible());
    // By the operator it is told every time.
    asked = portal.requests;
    fixture.action(QStringLiteral("fetchFeed"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(messages(fixture).isVisible(), waitMs);
    QVERIFY(portal.requests > asked);
}

void ExportsTest::decisionsDoNotWaitForAnExport()
{
    WindowFixture fixture;
    sendFirst(fixture, Partner::Aude);
    fixture.action(QStringLiteral("showControl"))->trigger();
    const QString numero = fixture.model()->session(openRows(fixture).first()).key().session;
    fixture.select(numero);
    // A preview is under way on the other queue while somebody decides.
    turnTo(fixture, Partner::Aude);
    fixture.action(QStringLiteral("exportDifferences"))->trigger();
    fixture.action(QStringLiteral("showControl"))->trigger();
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("recruitmentClosed"))->trigger(); });
    QCOMPARE(fixture.session(numero).stored.recruitment, RecruitmentState::Closed);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().findChild<ExportDifferencesDialog *>(), waitMs);
}

QTEST_MAIN(ExportsTest)
#include "tst_exports.moc"
