// SPDX-License-Identifier: GPL-3.0-or-later
// From files to the base: the summary before, what is left out, the folders that are watched.
#include "ui/dialogparts.h"
#include "ui/dialogs/rejectiondialog.h"
#include "ui/importing/importcommands.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/mappingdialog.h"
#include "ui/importing/watchedfoldersdialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <QUrl>

using namespace recoupe;

namespace {

const QByteArray awards = "financeur;numero_marche;intitule;date_notification;code_postal\n"
                          "CR;M2651401;Soudeur;01/10/2026;03100\n"
                          "CR;M2651402;Maçon;32/10/2026;03100\n";
const QByteArray nobodysAwards = "numero_marche;intitule;date_notification\n"
                                 "M1451401;Soudeur;01/10/2026\n";

} // namespace

class ImportingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void droppedFilesAreSummedUpThenImportedAndRejectsSaved();
    void nothingIsImportedWithoutAYes();
    void unreadableFileIsShownBesideTheOthers();
    void funderIsChosenWhereRowsNameNone();
    void kindCanBeCorrected();
    void filesAreAddedAndRemoved();
    void fileThatChangedIsShownAgain();
    void activeSessionsAreNamedBefore();
    void mappingTakesTheReadingAlong();
    void everythingIsReachedByKeyboard();
    void newFileOfAWatchedFolderIsProposed();
    void dismissedFileIsNotProposedAgain();
    void folderIsChosenInItsDialog();

private:
    [[nodiscard]] ImportDialog *shown(const QStringList &files)
    {
        m_fixture->window().importFiles(files);
        return m_fixture->triedImport();
    }
    [[nodiscard]] QString outcome(const ImportDialog *dialog, int row) const
    {
        const QAbstractItemModel *model = in<QTreeView>(*dialog, "files")->model();
        return model->index(row, ImportFileModel::Outcome).data().toString();
    }
    static void choose(QComboBox *box, const QVariant &data)
    {
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    }
    [[nodiscard]] qsizetype awardCount() const
    {
        return m_fixture->model()->workspace()->awards.size();
    }
    //! Watches a folder of the fixture, in which files settle at once.
    void watch(const QString &folder);
    [[nodiscard]] MessageBar *proposal() const
    {
        return in<MessageBar>(m_fixture->window(), "proposalBar");
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void ImportingTest::droppedFilesAreSummedUpThenImportedAndRejectsSaved()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_fixture->write(QStringLiteral("n.csv"), awards))});
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_fixture->window(), &enter);
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_fixture->window(), &drop);
    const ImportDialog *dialog = m_fixture->triedImport();
    QVERIFY(!dialog->isModal());
    QCOMPARE(outcome(dialog, 0), QStringLiteral("1 nouvelle, 1 rejetée"));
    QCOMPARE(awardCount(), 0);

    m_fixture->importShown();
    QCOMPARE(awardCount(), 1);
    auto *bar = in<MessageBar>(m_fixture->window(), "messageBar");
    QVERIFY(bar->text().contains(QStringLiteral("1 nouvelle, 1 rejetée")));
    in<QPushButton>(*bar, "messageAction")->click();
    const auto *rejections = m_fixture->window().findChild<RejectionDialog *>();
    QVERIFY(rejections);
    m_fixture->dialogs().target = m_fixture->path(QStringLiteral("rejets.csv"));
    in<QPushButton>(*rejections, "save")->click();
    QTRY_VERIFY(bar->text().contains(QStringLiteral("rejets.csv")));
    QVERIFY(m_fixture->dialogs().suggestions.last().endsWith(QStringLiteral("n - rejets.csv")));
    QFile saved(m_fixture->dialogs().target);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(saved.readAll());
    QVERIFY2(text.contains(QStringLiteral("CR;M2651402;Maçon;32/10/2026;\"=\"\"03100\"\"\";3;")),
             qPrintable(text));
}

void ImportingTest::nothingIsImportedWithoutAYes()
{
    ImportDialog *dialog = shown({m_fixture->write(QStringLiteral("n.csv"), awards)});
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->window().findChild<ImportDialog *>());
    m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("refresh"))->trigger(); });
    QCOMPARE(awardCount(), 0);
}

void ImportingTest::unreadableFileIsShownBesideTheOthers()
{
    const ImportDialog *dialog = shown({m_fixture->path(QStringLiteral("absent.xml")),
                                        m_fixture->write(QStringLiteral("n.csv"), awards)});
    QVERIFY(outcome(dialog, 0).contains(QStringLiteral("absent.xml")));
    QVERIFY(in<QPlainTextEdit>(*dialog, "details")->toPlainText().contains(u"absent.xml"));
    QCOMPARE(in<QPushButton>(*dialog, "import")->text(), QStringLiteral("&Importer 1 sur 2"));
    m_fixture->importShown();
    QCOMPARE(awardCount(), 1);
}

void ImportingTest::funderIsChosenWhereRowsNameNone()
{
    const ImportDialog *dialog =
        shown({m_fixture->write(QStringLiteral("marches.csv"), nobodysAwards)});
    QCOMPARE(outcome(dialog, 0), QStringLiteral("1 rejetée"));
    QVERIFY(in<QPlainTextEdit>(*dialog, "details")->toPlainText().contains(u"financeur"));
    choose(in<QComboBox>(*dialog, "funder"), QStringLiteral("region"));
    QTRY_COMPARE(outcome(dialog, 0), QStringLiteral("1 nouvelle"));
    m_fixture->importShown();
    QCOMPARE(m_fixture->model()->workspace()->awards.first().funder, Funder::Region);
}

void ImportingTest::kindCanBeCorrected()
{
    const ImportDialog *dialog = shown({m_fixture->write(QStringLiteral("n.csv"), awards)});
    choose(in<QComboBox>(*dialog, "kind"), int(ImportKind::Sesar));
    QTRY_VERIFY2(outcome(dialog, 0).contains(QStringLiteral("date_debut")),
                 qPrintable(outcome(dialog, 0)));
    QVERIFY(!in<QPushButton>(*dialog, "import")->isEnabled());
    choose(in<QComboBox>(*dialog, "kind"), QVariant());
    QTRY_COMPARE(outcome(dialog, 0), QStringLiteral("1 nouvelle, 1 rejetée"));
}

void ImportingTest::filesAreAddedAndRemoved()
{
    const ImportDialog *dialog = shown({m_fixture->write(QStringLiteral("n.csv"), awards)});
    m_fixture->dialogs().files = {m_fixture->write(QStringLiteral("m.csv"), nobodysAwards)};
    in<QPushButton>(*dialog, "add")->click();
    auto *view = in<QTreeView>(*dialog, "files");
    QCOMPARE(view->model()->rowCount(), 2);
    (void)m_fixture->triedImport();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Delete); // the first is current
    QCOMPARE(view->model()->rowCount(), 1);
    QTRY_COMPARE(outcome(dialog, 0), QStringLiteral("1 rejetée"));
    in<QPushButton>(*dialog, "remove")->click();
    QTRY_VERIFY(!in<QPushButton>(*dialog, "import")->isEnabled());
    QVERIFY(!in<QPushButton>(*dialog, "import")->toolTip().isEmpty());
}

void ImportingTest::fileThatChangedIsShownAgain()
{
    const QString file = m_fixture->write(QStringLiteral("n.csv"), awards);
    QPointer<ImportDialog> first = shown({file});
    (void)m_fixture->write(QStringLiteral("n.csv"), awards + "CR;M3;Peintre;01/10/2026;63000\n");
    in<QPushButton>(*first, "import")->click();
    auto *bar = in<MessageBar>(m_fixture->window(), "messageBar");
    QTRY_VERIFY(bar->text().contains(QStringLiteral("a changé")));
    QTRY_VERIFY(!first);
    const ImportDialog *again = m_fixture->triedImport();
    QVERIFY(in<QLabel>(*again, "notice")
                ->text()
                .contains(QStringLiteral("a changé depuis son résumé")));
    QCOMPARE(outcome(again, 0), QStringLiteral("2 nouvelles, 1 rejetée"));
    QCOMPARE(awardCount(), 0);
    m_fixture->importShown();
    QCOMPARE(awardCount(), 2);
}

void ImportingTest::activeSessionsAreNamedBefore()
{
    m_fixture->importDemo();
    m_fixture->select(QStringLiteral("SE_0000060143"));
    m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("activate"))->trigger(); });
    QFile source(WindowFixture::demoFile(QStringLiteral("portail.xml")));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const ImportDialog *dialog = shown(
        {m_fixture->write(QStringLiteral("portail.xml"),
                          source.readAll().replace("<fin>20270305</fin>", "<fin>20270312</fin>"))});
    const QString effect = in<QLabel>(*dialog, "effect")->text();
    QVERIFY2(effect.contains(QStringLiteral("SE_0000060143")), qPrintable(effect));
    QVERIFY2(effect.contains(QStringLiteral("À revoir")), qPrintable(effect));
}

void ImportingTest::mappingTakesTheReadingAlong()
{
    const ImportDialog *dialog =
        shown({m_fixture->write(QStringLiteral("marches.csv"), nobodysAwards)});
    choose(in<QComboBox>(*dialog, "funder"), QStringLiteral("agefiph"));
    QTRY_COMPARE(outcome(dialog, 0), QStringLiteral("1 nouvelle"));
    in<QPushButton>(*dialog, "columns")->click();
    const auto *mapping = m_fixture->window().findChild<MappingDialog *>();
    QVERIFY(mapping);
    QCOMPARE(in<QComboBox>(*mapping, "funder")->currentData().toString(),
             QStringLiteral("agefiph"));
}

void ImportingTest::everythingIsReachedByKeyboard()
{
    ImportDialog *dialog = shown({m_fixture->write(QStringLiteral("n.csv"), awards)});
    QStringList reached;
    in<QTreeView>(*dialog, "files")->setFocus();
    for (int i = 0; i < 14; ++i) {
        QWidget *focused = dialog->focusWidget();
        reached << focused->objectName();
        const auto *accessible = QAccessible::queryAccessibleInterface(focused);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(focused->objectName()));
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    QStringList order;
    for (const char *name : {"files", "add", "remove", "again", "kind", "funder", "profile",
                             "encoding", "separator", "columns", "details", "rejections", "import"})
        order << QString::fromLatin1(name);
    QCOMPARE(reached.first(order.size()), order);
}

void ImportingTest::watch(const QString &folder)
{
    auto *commands = m_fixture->window().findChild<ImportCommands *>();
    commands->watch().setStillness(10);
    commands->watch().setFolders({{.path = folder, .funder = Funder::Region}});
}

void ImportingTest::newFileOfAWatchedFolderIsProposed()
{
    const QString folder = m_fixture->path(QStringLiteral("Dépôt"));
    QVERIFY(QDir().mkpath(folder));
    watch(folder);
    QVERIFY(!proposal()->isVisible());
    (void)m_fixture->write(QStringLiteral("Dépôt/m.csv"), nobodysAwards);
    QTRY_VERIFY(proposal()->isVisible()); // told by the system
    QVERIFY2(proposal()->text().contains(QStringLiteral("1 nouveau fichier dans « Dépôt »")),
             qPrintable(proposal()->text()));
    QCOMPARE(awardCount(), 0);
    in<QPushButton>(*proposal(), "messageAction")->click();
    QTRY_VERIFY(m_fixture->window().findChild<ImportDialog *>());
    QCOMPARE(outcome(m_fixture->triedImport(), 0), QStringLiteral("1 nouvelle")); // its funder
    m_fixture->importShown();
    QCOMPARE(awardCount(), 1);
    QTRY_VERIFY(!proposal()->isVisible());
}

void ImportingTest::dismissedFileIsNotProposedAgain()
{
    const QString folder = m_fixture->path(QStringLiteral("Dépôt"));
    QVERIFY(QDir().mkpath(folder));
    (void)m_fixture->write(QStringLiteral("Dépôt/m.csv"), nobodysAwards);
    watch(folder);
    QTRY_VERIFY(proposal()->isVisible());
    in<QPushButton>(*proposal(), "messageAction2")->click(); // later
    QVERIFY(!proposal()->isVisible());
    m_fixture->action(QStringLiteral("refresh"))->trigger();
    QTRY_VERIFY(proposal()->isVisible());
    in<QPushButton>(*proposal(), "messageAction3")->click(); // never
    QVERIFY(!proposal()->isVisible());

    m_fixture->restart();
    auto &watch = m_fixture->window().findChild<ImportCommands *>()->watch();
    QCOMPARE(watch.folders().size(), 1);
    watch.setStillness(10);
    (void)m_fixture->write(QStringLiteral("Dépôt/n.csv"), awards);
    QTRY_VERIFY(proposal()->isVisible());
    QVERIFY2(proposal()->text().contains(QStringLiteral("n.csv")), qPrintable(proposal()->text()));
    QVERIFY2(!proposal()->text().contains(QStringLiteral("m.csv")), qPrintable(proposal()->text()));
}

void ImportingTest::folderIsChosenInItsDialog()
{
    m_fixture->dialogs().folder = m_fixture->path(QString());
    m_fixture->action(QStringLiteral("watchFolders"))->trigger();
    auto *dialog = m_fixture->window().findChild<WatchedFoldersDialog *>();
    QVERIFY(dialog);
    QVERIFY(!in<QPushButton>(*dialog, "removeFolder")->isEnabled());
    in<QPushButton>(*dialog, "addFolder")->click();
    choose(in<QComboBox>(*dialog, "folderFunder"), QStringLiteral("agefiph"));
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    const QList<WatchedFolder> folders =
        m_fixture->window().findChild<ImportCommands *>()->watch().folders();
    QCOMPARE(folders.size(), 1);
    QCOMPARE(folders.first().funder, std::optional(Funder::Agefiph));
}

QTEST_MAIN(ImportingTest)
#include "tst_importing.moc"
