// SPDX-License-Identifier: GPL-3.0-or-later
// From an empty list of prescribers to the drafts of an edition, in the window.
#include "ui/desktopstandin.h"
#include "ui/dialogparts.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/distribution/mailingdialog.h"
#include "ui/distribution/prescriberdialog.h"
#include "ui/distribution/prescribersdialog.h"
#include "ui/edition/editionpage.h"
#include "ui/importing/importdialog.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace recoupe;

namespace {

constexpr int waitMs = 30'000;

} // namespace

class DistributionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void emptyListSaysWhatToDoNextAndIsImported();
    void listIsChangedOneByOne();
    void whomAColleagueChangedIsLeftAlone();
    void listThatAColleagueChangedIsNotReplaced();
    void nothingChangesWhileSomebodyIsStored();
    void wrongAddressIsSaidInPlace();
    void listIsSearchedAndExported();
    void withoutAnEditionNothingIsPrepared();
    void editionIsPreparedForThoseThatAreTicked();
    void failureIsSaidAndCanBeMended();
    void editionThatIsShownComesFirst();
    void templateOfTheMessageIsChanged();
    void everyFieldHasAnAccessibleName();

private:
    //! The list, once it was read.
    PrescribersDialog *openList()
    {
        m_fixture->action(QStringLiteral("prescribersAction"))->trigger();
        auto *dialog = m_fixture->window().findChild<PrescribersDialog *>();
        const auto *count = in<QLabel>(*dialog, "prescriberCount");
        const auto *empty = in<QLabel>(*dialog, "emptyText");
        if (!QTest::qWaitFor([&] { return !empty->text().contains(QStringLiteral("Lecture")); },
                             waitMs))
            qFatal("The list is not read: %s", qPrintable(count->text()));
        return dialog;
    }
    void importList(PrescribersDialog *list, const QByteArray &rows)
    {
        tryList(list, rows);
        m_fixture->importShown();
    }
    void tryList(PrescribersDialog *list, const QByteArray &rows)
    {
        m_fixture->dialogs().files = {m_fixture->write(QStringLiteral("liste.csv"),
                                                       "departement;structure;courriel\n" + rows)};
        auto *next = in<QPushButton>(*list, "emptyNext");
        (next->isVisible() ? next : in<QPushButton>(*list, "importPrescribers"))->click();
    }
    //! The preparation, once it knows to whom.
    MailingDialog *openMailing()
    {
        m_fixture->action(QStringLiteral("mailTable"))->trigger();
        auto *dialog = m_fixture->window().findChild<MailingDialog *>();
        const auto *targets = in<QTreeView>(*dialog, "mailingTargets");
        if (!QTest::qWaitFor([&] { return targets->model()->rowCount() > 0; }, waitMs))
            qFatal("Nobody to send to is shown.");
        return dialog;
    }
    //! Issues an edition of what conforms in the demonstration data.
    void issueEdition()
    {
        m_fixture->importDemo();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("validateConforming"))->trigger(); });
        issueAgain();
    }
    //! As a colleague would, on the same base.
    void issueAgain()
    {
        BackOffice office(QStringLiteral("sqlite:") +
                              m_fixture->path(QStringLiteral("base.recoupe")),
                          QStringLiteral("Zoé"), Clock{QDate(2026, 11, 23)});
        QVERIFY(office.open());
        QVERIFY(office.editions().issue({office.clock().today(),
                                         {m_fixture->path(QStringLiteral("tableau.pdf"))},
                                         QStringLiteral("Essai")}));
    }
    QString hint(const MailingDialog *dialog) const
    {
        return in<QLabel>(*dialog, "mailingHint")->text();
    }
    QStringList drafts(const QString &folder) const
    {
        return QDir(folder).entryList({QStringLiteral("*.eml")}, QDir::Files);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void DistributionTest::emptyListSaysWhatToDoNextAndIsImported()
{
    PrescribersDialog *list = openList();
    QVERIFY(!list->isModal());
    QVERIFY(in<QLabel>(*list, "emptyText")
                ->text()
                .startsWith(QStringLiteral("Aucun destinataire. Importez la liste")));
    auto *next = in<QPushButton>(*list, "emptyNext");
    QVERIFY(next->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), next);
    importList(list,
               "63;Cap emploi;a@example.org\ntous;Région;b@example.org\n99;X;c@example.org\n");
    auto *view = in<QTreeView>(*list, "prescribers");
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, waitMs);
    QVERIFY(view->isVisible());
    QCOMPARE(in<QLabel>(*list, "prescriberCount")->text(), QStringLiteral("2 adresses"));
    // A second list takes the place of the first, after saying so.
    m_fixture->dialogs().files = {
        m_fixture->write(QStringLiteral("liste.csv"), "departement;courriel\n15;d@example.org\n")};
    in<QPushButton>(*list, "importPrescribers")->click();
    const auto *summary = in<QTreeView>(*m_fixture->triedImport(), "files");
    QCOMPARE(summary->model()->index(0, 2).data().toString(),
             QStringLiteral("1 nouvelle, 2 retirées"));
    m_fixture->importShown();
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, waitMs);
}

void DistributionTest::listIsChangedOneByOne()
{
    PrescribersDialog *list = openList();
    const auto *view = in<QTreeView>(*list, "prescribers");
    const auto fill = [list](int departement, const char *structure, const char *address) {
        auto *dialog = list->findChild<PrescriberDialog *>();
        in<QComboBox>(*dialog, "prescriberDepartement")->setCurrentIndex(departement);
        in<QLineEdit>(*dialog, "prescriberStructure")->setText(QString::fromUtf8(structure));
        in<QLineEdit>(*dialog, "prescriberAddress")->setText(QString::fromUtf8(address));
        in<QPushButton>(*dialog, "savePrescriber")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!list->findChild<PrescriberDialog *>(), waitMs);
    };
    in<QPushButton>(*list, "addPrescriber")->click();
    fill(0, "Agefiph", "a@example.org");
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, waitMs);
    in<QPushButton>(*list, "addPrescriber")->click();
    fill(3, "Cap emploi", "cap@example.org"); // 03
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, waitMs);
    // Who was written is the one that is selected.
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(view->model()->index(1, 0).data().toString(), QStringLiteral("Allier (03)"));
    in<QPushButton>(*list, "editPrescriber")->click();
    fill(0, "Cap emploi", "cap2@example.org");
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->index(1, 2).data().toString(),
                              QStringLiteral("cap2@example.org"), waitMs);
    m_fixture->dialogs().confirms = false;
    in<QPushButton>(*list, "removePrescribers")->click();
    QVERIFY(m_fixture->dialogs().asked.last().text.startsWith(QStringLiteral("1 adresse ne")));
    m_fixture->dialogs().confirms = true;
    in<QPushButton>(*list, "removePrescribers")->click();
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, waitMs);
    QCOMPARE(view->model()->index(0, 1).data().toString(), QStringLiteral("Agefiph"));
}

void DistributionTest::whomAColleagueChangedIsLeftAlone()
{
    PrescribersDialog *list = openList();
    importList(list, "63;Cap;cap@example.org\n");
    QTRY_COMPARE_WITH_TIMEOUT(in<QTreeView>(*list, "prescribers")->model()->rowCount(), 1, waitMs);
    in<QPushButton>(*list, "editPrescriber")->click();
    auto *dialog = list->findChild<PrescriberDialog *>();
    in<QLineEdit>(*dialog, "prescriberAddress")->setText(QStringLiteral("nouveau@example.org"));

    BackOffice zoe(QStringLiteral("sqlite:") + m_fixture->path(QStringLiteral("base.recoupe")),
                   QStringLiteral("Zoé"), Clock{QDate(2026, 11, 23)});
    QVERIFY(zoe.open());
    const Prescriber before = zoe.distribution().prescribers()->first();
    Prescriber theirs = before;
    theirs.structure = QStringLiteral("Cap emploi 63");
    QVERIFY(zoe.distribution().change(before, theirs)->isEmpty());

    in<QPushButton>(*dialog, "savePrescriber")->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<MeanwhileDialog *>(), waitMs);
    QCOMPARE(zoe.distribution().prescribers().value(), QList{theirs});
    in<QPushButton>(*dialog, "takeUp")->click();
    auto *structure = in<QLineEdit>(*dialog, "prescriberStructure");
    QTRY_COMPARE_WITH_TIMEOUT(structure->text(), theirs.structure, waitMs);
    QCOMPARE(in<QLineEdit>(*dialog, "prescriberAddress")->text(),
             QStringLiteral("nouveau@example.org"));
    in<QPushButton>(*dialog, "savePrescriber")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!list->findChild<PrescriberDialog *>(), waitMs);
    theirs.address = QStringLiteral("nouveau@example.org");
    QCOMPARE(zoe.distribution().prescribers().value(), QList{theirs});

    // Nor is he removed as he was not seen.
    Prescriber again = theirs;
    again.structure = QStringLiteral("Cap emploi");
    QTRY_COMPARE_WITH_TIMEOUT(
        in<QTreeView>(*list, "prescribers")->model()->index(0, 2).data().toString(), theirs.address,
        waitMs);
    QVERIFY(zoe.distribution().change(theirs, again)->isEmpty());
    in<QPushButton>(*list, "removePrescribers")->click();
    QTRY_VERIFY_WITH_TIMEOUT(list->findChild<MeanwhileDialog *>(), waitMs);
    QCOMPARE(zoe.distribution().prescribers().value(), QList{again});
}

void DistributionTest::listThatAColleagueChangedIsNotReplaced()
{
    PrescribersDialog *list = openList();
    importList(list, "63;Cap;cap@example.org\n");
    tryList(list, "63;Cap;cap@example.org\n63;ML;ml@example.org\n");
    const QPointer<ImportDialog> shown = m_fixture->triedImport();

    BackOffice zoe(QStringLiteral("sqlite:") + m_fixture->path(QStringLiteral("base.recoupe")),
                   QStringLiteral("Zoé"), Clock{QDate(2026, 11, 23)});
    QVERIFY(zoe.open());
    QVERIFY(zoe.distribution().add({{}, {}, QStringLiteral("agefiph@example.org")}));
    in<QPushButton>(*shown, "import")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!shown && m_fixture->window().findChild<ImportDialog *>(), waitMs);
    QCOMPARE(zoe.distribution().prescribers()->size(), 2);
    // The new summary is there at once, with the reason, and counts what would be lost.
    const ImportDialog *again = m_fixture->triedImport();
    QVERIFY2(in<QLabel>(*again, "notice")
                 ->text()
                 .contains(QStringLiteral(
                     "1 adresse ajoutée (agefiph@example.org pour toute la région)")),
             qPrintable(in<QLabel>(*again, "notice")->text()));
    const QAbstractItemModel *files = in<QTreeView>(*again, "files")->model();
    QVERIFY2(files->index(0, 2).data().toString().contains(QStringLiteral("1 retirée")),
             qPrintable(files->index(0, 2).data().toString()));
    m_fixture->importShown();
    QCOMPARE(zoe.distribution().prescribers()->size(), 2);
    QCOMPARE(zoe.distribution().prescribers()->last().address, QStringLiteral("ml@example.org"));
}

void DistributionTest::nothingChangesWhileSomebodyIsStored()
{
    PrescribersDialog *list = openList();
    in<QPushButton>(*list, "addPrescriber")->click();
    auto *dialog = list->findChild<PrescriberDialog *>();
    auto *address = in<QLineEdit>(*dialog, "prescriberAddress");
    auto *save = in<QPushButton>(*dialog, "savePrescriber");
    address->setText(QStringLiteral("a@example.org"));
    const QSignalSpy saved(dialog, &PrescriberDialog::saved);
    save->click();
    address->setText(QStringLiteral("b@example.org"));
    QVERIFY(!save->isEnabled());
    for (const char *field :
         {"prescriberAddress", "prescriberStructure", "prescriberDepartement", "cancelPrescriber"})
        QVERIFY2(!in<QWidget>(*dialog, field)->isEnabled(), field);
    dialog->close();
    dialog->reject();
    QVERIFY(dialog->isVisible());
    QCOMPARE(saved.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(in<QTreeView>(*list, "prescribers")->model()->rowCount(), 1, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!list->findChild<PrescriberDialog *>(), waitMs);
}

void DistributionTest::wrongAddressIsSaidInPlace()
{
    PrescribersDialog *list = openList();
    importList(list, "tous;Région;a@example.org\n");
    in<QPushButton>(*list, "addPrescriber")->click();
    auto *dialog = list->findChild<PrescriberDialog *>();
    auto *address = in<QLineEdit>(*dialog, "prescriberAddress");
    auto *save = in<QPushButton>(*dialog, "savePrescriber");
    const auto *said = in<QLabel>(*dialog, "prescriberHint");
    QVERIFY(!save->isEnabled());
    address->setText(QStringLiteral("a@example"));
    QVERIFY(!save->isEnabled());
    QVERIFY2(said->text().contains(QStringLiteral("nom@structure.fr")), qPrintable(said->text()));
    address->setText(QStringLiteral("A@example.org"));
    QVERIFY(save->isEnabled());
    save->click(); // it is there already
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(QStringLiteral("déjà dans la liste")), waitMs);
    QVERIFY(dialog->isVisible());
    address->setText(QStringLiteral("b@example.org"));
    save->click();
    QTRY_COMPARE_WITH_TIMEOUT(in<QTreeView>(*list, "prescribers")->model()->rowCount(), 2, waitMs);
}

void DistributionTest::listIsSearchedAndExported()
{
    PrescribersDialog *list = openList();
    importList(list, "63;Cap emploi;a@example.org\ntous;Région;b@example.org\n");
    const auto *view = in<QTreeView>(*list, "prescribers");
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, waitMs);
    auto *search = in<QLineEdit>(*list, "prescriberSearch");
    search->setText(QStringLiteral("puy-de-dome"));
    QCOMPARE(view->model()->rowCount(), 1);
    QCOMPARE(in<QLabel>(*list, "prescriberCount")->text(), QStringLiteral("1 sur 2"));
    search->setText(QStringLiteral("xyz"));
    QVERIFY(!view->isVisible());
    QVERIFY(in<QLabel>(*list, "emptyText")->text().contains(QStringLiteral("recherche")));
    QVERIFY(!in<QPushButton>(*list, "exportPrescribers")->isEnabled());
    search->clear();
    m_fixture->dialogs().target = m_fixture->path(QStringLiteral("liste exportée.csv"));
    in<QPushButton>(*list, "exportPrescribers")->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_fixture->dialogs().target), waitMs);
    // What was exported is taken in again and changes nothing.
    m_fixture->dialogs().files = {m_fixture->dialogs().target};
    in<QPushButton>(*list, "importPrescribers")->click();
    const auto *summary = in<QTreeView>(*m_fixture->triedImport(), "files");
    QVERIFY2(
        summary->model()->index(0, 2).data().toString().endsWith(QStringLiteral("2 inchangées")),
        qPrintable(summary->model()->index(0, 2).data().toString()));
}

void DistributionTest::withoutAnEditionNothingIsPrepared()
{
    m_fixture->action(QStringLiteral("mailTable"))->trigger();
    const auto *dialog = m_fixture->window().findChild<MailingDialog *>();
    const auto *state = in<QLabel>(*dialog, "mailingState");
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(QStringLiteral("Aucune édition")), waitMs);
    QCOMPARE(hint(dialog), QString()); // once is enough
    for (const char *button : {"prepare", "editTemplate"}) {
        QVERIFY(!in<QPushButton>(*dialog, button)->isEnabled());
        QVERIFY(!in<QPushButton>(*dialog, button)->toolTip().isEmpty());
    }
    QVERIFY(in<QPushButton>(*dialog, "prescribers")->isEnabled());
}

void DistributionTest::editionIsPreparedForThoseThatAreTicked()
{
    issueEdition();
    MailingDialog *dialog = openMailing();
    QVERIFY(!dialog->isModal());
    auto *prepare = in<QPushButton>(*dialog, "prepare");
    const auto *state = in<QLabel>(*dialog, "mailingState");
    QVERIFY2(state->text().startsWith(QStringLiteral("Aucun destinataire")),
             qPrintable(state->text()));
    QVERIFY(!prepare->isEnabled());
    // The list is one press away, and what changes in it is seen at once.
    in<QPushButton>(*dialog, "prescribers")->click();
    importList(openList(), "63;Cap;a@example.org\n63;ML;b@example.org\n03;ML;c@example.org\n"
                           "tous;Région;d@example.org\n");
    QTRY_VERIFY_WITH_TIMEOUT(prepare->isEnabled(), waitMs);
    auto *targets = in<QTreeView>(*dialog, "mailingTargets")->model();
    QVERIFY2(hint(dialog).startsWith(QStringLiteral("4 adresses")), qPrintable(hint(dialog)));
    // By keyboard: the space bar ticks off.
    auto *view = in<QTreeView>(*dialog, "mailingTargets");
    view->setCurrentIndex(targets->index(1, 0)); // Allier
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY2(hint(dialog).startsWith(QStringLiteral("3 adresses")), qPrintable(hint(dialog)));

    const QString folder = m_fixture->path(QStringLiteral("envoi é"));
    QVERIFY(QDir().mkdir(folder));
    m_fixture->dialogs().folder = folder;
    in<QPushButton>(*dialog, "chooseFolder")->click();
    prepare->click();
    QVERIFY(!prepare->isEnabled()); // once is enough
    QTRY_VERIFY_WITH_TIMEOUT(hint(dialog).startsWith(QStringLiteral("2 brouillons")), waitMs);
    QCOMPARE(drafts(folder).size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QStringLiteral("Allier (03)")), waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(in<QTreeView>(*dialog, "mailingLog")->model()->rowCount(), 2, waitMs);
    // Nobody is proposed twice, and who was left out stays so.
    QCOMPARE(targets->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(targets->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));

    DesktopStandIn manager({QStringLiteral("file")});
    in<QPushButton>(*dialog, "openFolder")->click();
    QCOMPARE(manager.opened, QList<QUrl>{QUrl::fromLocalFile(folder)});
}

void DistributionTest::failureIsSaidAndCanBeMended()
{
    issueEdition();
    importList(openList(), "63;Cap;a@example.org\n");
    MailingDialog *dialog = openMailing();
    auto *prepare = in<QPushButton>(*dialog, "prepare");
    auto *folder = in<QLineEdit>(*dialog, "mailingFolder");
    folder->clear();
    QVERIFY(!prepare->isEnabled());
    QVERIFY(prepare->toolTip().contains(QStringLiteral("dossier")));
    QVERIFY(!in<QPushButton>(*dialog, "openFolder")->isEnabled());
    // Whether a folder is there is not asked at each letter, but by the preparation.
    folder->setText(m_fixture->path(QStringLiteral("absent")));
    QVERIFY(prepare->isEnabled());
    prepare->click();
    QTRY_VERIFY_WITH_TIMEOUT(hint(dialog).contains(QStringLiteral("absent")), waitMs);
    QVERIFY2(hint(dialog).contains(QStringLiteral("n'existe pas")), qPrintable(hint(dialog)));
    folder->setText(m_fixture->path(QString()));
    QVERIFY(!hint(dialog).contains(QStringLiteral("absent")));
    QVERIFY(prepare->isEnabled());
    const QString name = QStringLiteral("tableau-formations-collectives-2026-01-du-2026-11-23-"
                                        "departement-63.eml");
    (void)m_fixture->write(name, "mine");
    prepare->click();
    QTRY_VERIFY_WITH_TIMEOUT(hint(dialog).contains(name), waitMs);
    QVERIFY(!in<QProgressBar>(*dialog, "progress")->isVisible());
    QCOMPARE(in<QTreeView>(*dialog, "mailingLog")->model()->rowCount(), 0);
    QVERIFY(QFile::remove(m_fixture->path(name)));
    prepare->click();
    QTRY_VERIFY_WITH_TIMEOUT(hint(dialog).startsWith(QStringLiteral("1 brouillon")), waitMs);
}

void DistributionTest::editionThatIsShownComesFirst()
{
    issueEdition();
    issueAgain();
    importList(openList(), "63;Cap;a@example.org\n");
    const auto shown = [](const MailingDialog *dialog) {
        return in<QComboBox>(*dialog, "mailingEdition")->currentText();
    };
    MailingDialog *dialog = openMailing(); // the page shows a draft
    QVERIFY2(shown(dialog).contains(QStringLiteral("2026-02")), qPrintable(shown(dialog)));
    QVERIFY(!in<QLabel>(*dialog, "mailingState")->text().startsWith(QStringLiteral("Attention")));
    dialog->close();
    QTRY_VERIFY(!m_fixture->window().findChild<MailingDialog *>());

    auto *page = m_fixture->window().findChild<EditionPage *>();
    Q_EMIT page->editionWanted(2026, 1);
    QTRY_VERIFY_WITH_TIMEOUT(page->content() && page->content()->number == 1, waitMs);
    dialog = openMailing();
    QVERIFY2(shown(dialog).contains(QStringLiteral("2026-01")), qPrintable(shown(dialog)));
    // One that was replaced is sent by who knows it.
    QTRY_VERIFY(
        in<QLabel>(*dialog, "mailingState")->text().startsWith(QStringLiteral("Attention")));
    auto *editions = in<QComboBox>(*dialog, "mailingEdition");
    auto *prepare = in<QPushButton>(*dialog, "prepare");
    QVERIFY(prepare->isEnabled());
    editions->setCurrentIndex(0);
    Q_EMIT editions->activated(0);
    QVERIFY(!prepare->isEnabled()); // ticks of one edition are not for another
    QTRY_VERIFY_WITH_TIMEOUT(prepare->isEnabled(), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        !in<QLabel>(*dialog, "mailingState")->text().startsWith(QStringLiteral("Attention")),
        waitMs);
}

void DistributionTest::templateOfTheMessageIsChanged()
{
    issueEdition();
    MailingDialog *dialog = openMailing();
    in<QPushButton>(*dialog, "editTemplate")->click();
    QDialog *editor = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        (editor = dialog->findChild<QDialog *>(QStringLiteral("templateDialog"))), waitMs);
    QVERIFY(in<QPlainTextEdit>(*editor, "templatePreview")
                ->toPlainText()
                .contains(QStringLiteral("2026-01")));
    in<QLineEdit>(*editor, "templateSubject")->setText(QStringLiteral("Le tableau {edition}"));
    auto *save = in<QPushButton>(*editor, "saveTemplate");
    QVERIFY2(save->isEnabled(), qPrintable(save->toolTip()));
    m_fixture->runAndLoad([save] { save->click(); });
    QVERIFY(m_fixture->action(QStringLiteral("undo"))->isEnabled());
}

void DistributionTest::everyFieldHasAnAccessibleName()
{
    issueEdition();
    PrescribersDialog *list = openList();
    expectAccessibleNames(*list);
    importList(list, "63;Cap;a@example.org\n");
    QTRY_COMPARE_WITH_TIMEOUT(in<QTreeView>(*list, "prescribers")->model()->rowCount(), 1, waitMs);
    expectAccessibleNames(*list);
    in<QPushButton>(*list, "editPrescriber")->click();
    expectAccessibleNames(*list->findChild<PrescriberDialog *>());
    list->findChild<PrescriberDialog *>()->reject();
    expectAccessibleNames(*openMailing());
}

QTEST_MAIN(DistributionTest)
#include "tst_distribution.moc"
