// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the fortnightly table: what is shown of it, issued, compared, printed, taken back.
#include "models/editiondifferencemodel.h"
#include "models/sessiontask.h"
#include "ui/edition/differencedialog.h"
#include "ui/edition/editionpage.h"
#include "ui/edition/editionpreview.h"
#include "ui/edition/tableprinting.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

using namespace recoupe;

class EditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void draftIsLaidOutAsTheOptionsSay();
    void optionTouchedMeanwhileLosesNoDraft();
    void typedDateIsThatOfTheDraft_data();
    void typedDateIsThatOfTheDraft();
    void pastEditionSaysItsOwnDay();
    void olderDateCannotBeIssued();
    void lastFunderStays();
    void optionsAreFoundAgain();
    void departementThatIsGoneStaysChosen();
    void blockedEditionAsksForAReason();
    void checkOpensItsSessions();
    void editionIsComparedWithTheOneBefore();
    void lastEditionIsAnnulledWithAReason();
    void tableIsSavedAsItIsShown_data();
    void tableIsSavedAsItIsShown();
    void tableIsPrintedPageByPage();
    void onlyThePagesWantedArePrinted();
    void printingStopsWhenTold();
    void panesTakeTurns();

private:
    template <typename Widget>
    Widget *in(const char *name)
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    QAction *action(const char *name) { return m_fixture->action(QString::fromLatin1(name)); }
    [[nodiscard]] const TableLayout &layout() const { return m_page->layoutOfPages(); }
    void choose(const char *box, const QVariant &data);
    void issue(const char *fileName);
    [[nodiscard]] static QString textOf(const QString &pdf);
    [[nodiscard]] static qsizetype rowsIn(const TableLayout &layout);

    std::unique_ptr<WindowFixture> m_fixture;
    EditionPage *m_page = nullptr;
};

void EditionTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->importDemo();
    m_fixture->runAndLoad([this] { action("validateConforming")->trigger(); });
    m_fixture->dialogs().asked.clear();
    m_page = m_fixture->window().findChild<EditionPage *>();
    action("showTable")->trigger();
    QTRY_VERIFY(m_page->content() && m_page->content()->rowCount() > 0);
}

void EditionTest::choose(const char *box, const QVariant &data)
{
    auto *combo = in<QComboBox>(box);
    combo->setCurrentIndex(combo->findData(data));
    Q_EMIT combo->activated(combo->currentIndex());
}

void EditionTest::issue(const char *fileName)
{
    m_fixture->dialogs().target = m_fixture->path(QString::fromLatin1(fileName));
    const int before = in<QListView>("editions")->model()->rowCount();
    QTRY_VERIFY(action("issueEdition")->isEnabled());
    m_fixture->runAndLoad([this] { action("issueEdition")->trigger(); });
    QTRY_COMPARE(in<QListView>("editions")->model()->rowCount(), before + 1);
}

QString EditionTest::textOf(const QString &pdf)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    if (!process.waitForFinished())
        qFatal("pdftotext: %s", qPrintable(process.errorString()));
    return QString::fromUtf8(process.readAllStandardOutput());
}

qsizetype EditionTest::rowsIn(const TableLayout &layout)
{
    qsizetype rows = 0;
    for (const TablePage &page : layout.pages)
        rows += std::ranges::count(page.blocks, BlockKind::Row, &TableBlock::kind);
    return rows;
}

void EditionTest::draftIsLaidOutAsTheOptionsSay()
{
    const qsizetype all = rowsIn(layout());
    QCOMPARE(all, m_page->content()->rowCount());
    choose("editionDepartement", QStringLiteral("63"));
    QTRY_VERIFY(rowsIn(layout()) < all);
    QVERIFY(rowsIn(layout()) > 0);
    choose("editionPaper", int(Paper::A3));
    QTRY_COMPARE(layout().format, pageFormat(Paper::A3));
    choose("editionDepartement", QString());
    QTRY_COMPARE(rowsIn(layout()), all);
    choose("editionGrouping", QStringLiteral("funder"));
    const auto groups = [this] {
        qsizetype count = 0;
        for (const TablePage &page : layout().pages) {
            count += std::ranges::count_if(page.blocks, [](const TableBlock &block) {
                return block.kind == BlockKind::GroupTitle && !block.repeated;
            });
        }
        return count;
    };
    QTRY_COMPARE(groups(), 3);
    QCOMPARE(m_page->content()->rowCount(), all); // the edition itself stays whole
}

void EditionTest::optionTouchedMeanwhileLosesNoDraft()
{
    const QDate later(2026, 12, 7);
    auto *date = in<DateField>("editionDate");
    date->setDate(later);
    choose("editionDepartement", QStringLiteral("63")); // the draft of that day is on its way
    QTRY_COMPARE(m_page->content()->date, later);
    QTRY_VERIFY(rowsIn(layout()) > 0 && rowsIn(layout()) < m_page->content()->rowCount());
    QVERIFY(layout().title.contains(QStringLiteral("7 décembre 2026")));
    QVERIFY(layout().title.contains(QStringLiteral("Puy-de-Dôme")));
}

void EditionTest::typedDateIsThatOfTheDraft_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date");
    const QDate asItWas(2026, 11, 23);
    QTest::newRow("whole") << QStringLiteral("01/12/2026") << QDate(2026, 12, 1);
    QTest::newRow("digits") << QStringLiteral("01122026") << QDate(2026, 12, 1);
    QTest::newRow("short year") << QStringLiteral("1/12/26") << QDate(2026, 12, 1);
    QTest::newRow("no such day") << QStringLiteral("31/02/2027") << asItWas;
    QTest::newRow("words") << QStringLiteral("demain") << asItWas;
}

void EditionTest::typedDateIsThatOfTheDraft()
{
    QFETCH(const QString, typed);
    QFETCH(const QDate, date);
    auto *field = in<DateField>("editionDate");
    auto *text = field->findChild<QLineEdit *>();
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, typed);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(field->date(), date);
    QCOMPARE(text->text(), date.toString(QStringLiteral("dd/MM/yyyy")));
    const QString said =
        m_fixture->window().findChild<MessageBar *>(QStringLiteral("messageBar"))->text();
    QCOMPARE(said.contains(typed), date == QDate(2026, 11, 23)); // it is told that it is no day
    QTest::keyClick(text, Qt::Key_Up);
    QCOMPARE(field->date(), date.addDays(1));
}

void EditionTest::pastEditionSaysItsOwnDay()
{
    issue("premiere.pdf");
    in<QPushButton>("backToDraft")->click();
    auto *date = in<DateField>("editionDate");
    date->setDate(QDate(2026, 12, 7));
    QTRY_COMPARE(m_page->content()->date, QDate(2026, 12, 7));
    auto *editions = in<QListView>("editions");
    QVERIFY(!editions->selectionModel()->hasSelection()); // what is shown is none of them
    Q_EMIT editions->activated(editions->model()->index(0, 0));
    QTRY_COMPARE(m_page->content()->number, 1);
    QCOMPARE(date->date(), QDate(2026, 11, 23));
    QVERIFY(!date->isEnabled());
    QVERIFY(editions->selectionModel()->hasSelection());
    in<QPushButton>("backToDraft")->click();
    QTRY_VERIFY(m_page->content()->isDraft());
    QCOMPARE(date->date(), QDate(2026, 12, 7));
}

void EditionTest::olderDateCannotBeIssued()
{
    issue("premiere.pdf");
    in<QPushButton>("backToDraft")->click();
    QTRY_VERIFY(m_page->content()->isDraft());
    in<DateField>("editionDate")->setDate(QDate(2026, 11, 16));
    QTRY_COMPARE(m_page->content()->date, QDate(2026, 11, 16));
    QVERIFY(!action("issueEdition")->isEnabled());
    QVERIFY(action("issueEdition")->toolTip().contains(QStringLiteral("antérieure")));
}

void EditionTest::lastFunderStays()
{
    const QList<QCheckBox *> boxes =
        m_page->findChildren<QCheckBox *>(QStringLiteral("editionFunder"));
    QCOMPARE(boxes.size(), 3);
    QCOMPARE(boxes.at(0)->accessibleName(), QStringLiteral("France Travail"));
    boxes.at(0)->click();
    boxes.at(1)->click();
    QCOMPARE(m_page->view().funders, QList<Funder>{Funder::Agefiph});
    QVERIFY(!boxes.at(2)->isEnabled());
    boxes.at(0)->click();
    QVERIFY(boxes.at(2)->isEnabled());
    boxes.at(1)->click();
    QCOMPARE(m_page->view(), EditionView());
}

void EditionTest::optionsAreFoundAgain()
{
    choose("editionDepartement", QStringLiteral("15"));
    choose("editionGrouping", QStringLiteral("domain"));
    choose("editionPaper", int(Paper::A3));
    m_page->findChildren<QCheckBox *>(QStringLiteral("editionFunder")).at(2)->click();
    const EditionView view = m_page->view();
    QTRY_COMPARE(layout().format, pageFormat(Paper::A3));
    m_fixture->restart();
    m_page = m_fixture->window().findChild<EditionPage *>();
    QTRY_VERIFY(m_page->content());
    QCOMPARE(m_page->view(), view);
    QCOMPARE(m_page->paper(), Paper::A3);
    QTRY_COMPARE(layout().format, pageFormat(Paper::A3));
}

void EditionTest::departementThatIsGoneStaysChosen()
{
    choose("editionDepartement", QStringLiteral("15"));
    m_fixture->runAndLoad([this] { action("undo")->trigger(); }); // nothing is active any more
    QTRY_COMPARE(m_page->content()->rowCount(), 0);
    QCOMPARE(m_page->view().departement, QStringLiteral("15"));
    QCOMPARE(in<QComboBox>("editionDepartement")->currentText(), QStringLiteral("Cantal (15)"));
}

void EditionTest::blockedEditionAsksForAReason()
{
    issue("premiere.pdf");
    m_fixture->runAndLoad([this] { action("undo")->trigger(); }); // all that conform are inactive
    in<QPushButton>("backToDraft")->click();
    QTRY_VERIFY(m_page->content()->isDraft());
    QTRY_VERIFY(isBlocked(m_page->checks()));
    m_fixture->dialogs().target = m_fixture->path(QStringLiteral("vide.pdf"));
    m_fixture->dialogs().asked.clear();
    m_fixture->dialogs().reason.clear();
    action("issueEdition")->trigger();
    QVERIFY(m_fixture->dialogs().asked.last().text.contains(QStringLiteral("Aucune session")));
    QVERIFY(!QFileInfo::exists(m_fixture->dialogs().target));
    m_fixture->dialogs().reason = QStringLiteral("Fin de campagne");
    issue("vide.pdf");
    QVERIFY(QFileInfo::exists(m_fixture->dialogs().target));
    const QString sentence =
        in<QListView>("editions")->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.contains(QStringLiteral("Fin de campagne")), qPrintable(sentence));
}

void EditionTest::checkOpensItsSessions()
{
    m_fixture->runAndLoad([this] { action("undo")->trigger(); });
    QTRY_VERIFY(!m_page->checks().isEmpty());
    auto *list = in<QListView>("editionChecks");
    const auto ready =
        std::ranges::find(m_page->checks(), QStringLiteral("not-activated"), &EditionCheck::id);
    QVERIFY(ready != m_page->checks().end());
    const int row = int(ready - m_page->checks().begin());
    const qsizetype count = ready->sessions.size();
    Q_EMIT list->activated(list->model()->index(row, 0));
    QVERIFY(action("showControl")->isChecked());
    QTRY_COMPARE(m_fixture->model()->rowCount(), int(count));
}

void EditionTest::editionIsComparedWithTheOneBefore()
{
    QVERIFY(!action("compareEditions")->isEnabled());
    issue("premiere.pdf");
    QVERIFY(!action("compareEditions")->isEnabled()); // the first has none before it
    in<QPushButton>("backToDraft")->click();
    QTRY_VERIFY(action("compareEditions")->isEnabled());
    const qsizetype rows = m_page->content()->rowCount();
    m_fixture->runAndLoad([this] { action("undo")->trigger(); });
    QTRY_COMPARE(m_page->content()->rowCount(), 0);
    action("compareEditions")->trigger();
    QTRY_VERIFY(m_fixture->window().findChild<DifferenceDialog *>());
    auto *dialog = m_fixture->window().findChild<DifferenceDialog *>();
    QCOMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), int(rows));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("differenceIntro"))
                ->text()
                .contains(QStringLiteral("%1 sorties").arg(rows)));
    dialog->close();
}

void EditionTest::lastEditionIsAnnulledWithAReason()
{
    QVERIFY(!action("annulEdition")->isEnabled());
    issue("premiere.pdf");
    QTRY_VERIFY(action("annulEdition")->isEnabled());
    m_fixture->dialogs().reason.clear();
    action("annulEdition")->trigger(); // turned down
    QVERIFY(action("annulEdition")->isEnabled());
    m_fixture->dialogs().reason = QStringLiteral("Import incomplet");
    m_fixture->runAndLoad([this] { action("annulEdition")->trigger(); });
    auto *editions = in<QListView>("editions");
    QTRY_VERIFY(
        editions->model()->index(0, 0).data().toString().contains(QStringLiteral("ANNULÉE")));
    QTRY_VERIFY(in<QLabel>("editionTitle")->text().contains(QStringLiteral("ANNULÉE")));
    QVERIFY(!action("annulEdition")->isEnabled());
    QVERIFY(action("annulEdition")->toolTip().contains(QStringLiteral("déjà annulée")));
    in<QPushButton>("backToDraft")->click();
    QTRY_VERIFY(m_page->content()->isDraft());
    QVERIFY(!m_page->content()->previousDate.isValid());
    QTRY_VERIFY(in<QLabel>("editionTitle")->text().contains(QStringLiteral("2026-02")));
}

void EditionTest::tableIsSavedAsItIsShown_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-1.7");
    QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("xlsx") << QStringLiteral("xlsx") << QByteArray("PK");
}

void EditionTest::tableIsSavedAsItIsShown()
{
    QFETCH(const QString, suffix);
    QFETCH(const QByteArray, begins);
    choose("editionDepartement", QStringLiteral("63"));
    m_fixture->dialogs().target = m_fixture->path(QStringLiteral("tableau.") + suffix);
    action("saveTable")->trigger();
    QVERIFY(m_fixture->dialogs().suggestions.last().contains(QStringLiteral("departement-63")));
    QTRY_VERIFY(m_fixture->window()
                    .findChild<MessageBar *>(QStringLiteral("messageBar"))
                    ->text()
                    .startsWith(QStringLiteral("Tableau enregistré")));
    QFile file(m_fixture->dialogs().target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(begins));
    if (suffix == QLatin1String("html")) {
        QVERIFY(bytes.contains("Puy-de-Dôme (63)"));
        QVERIFY(!bytes.contains("Allier (03)"));
    }
}

void EditionTest::tableIsPrintedPageByPage()
{
    m_fixture->dialogs().printFile = m_fixture->path(QStringLiteral("imprime.pdf"));
    const qsizetype pages = layout().pages.size();
    action("printTable")->trigger();
    QCOMPARE(m_fixture->dialogs().asked.last().text, QString::number(pages));
    QTRY_VERIFY(m_fixture->window()
                    .findChild<MessageBar *>(QStringLiteral("messageBar"))
                    ->text()
                    .contains(QStringLiteral("imprim")));
    const QString text = textOf(m_fixture->dialogs().printFile);
    for (qsizetype page = 1; page <= pages; ++page)
        QVERIFY(text.contains(QStringLiteral("page %1 sur %2").arg(page).arg(pages)));
}

void EditionTest::onlyThePagesWantedArePrinted()
{
    const TableLayout pages = layout();
    QVERIFY(pages.pages.size() > 3);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(m_fixture->path(QStringLiteral("deux.pdf")));
    preparePrinter(printer, pages);
    QCOMPARE(printer.pageLayout().orientation(), QPageLayout::Landscape);
    printer.setFromTo(2, 3);
    QVERIFY(printTable(printer, pages));
    const QString text = textOf(printer.outputFileName());
    QVERIFY(!text.contains(QStringLiteral("page 1 sur")));
    QVERIFY(text.contains(QStringLiteral("page 2 sur")));
    QVERIFY(text.contains(QStringLiteral("page 3 sur")));
    QVERIFY(!text.contains(QStringLiteral("page 4 sur")));
}

void EditionTest::printingStopsWhenTold()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(m_fixture->path(QStringLiteral("arret.pdf")));
    preparePrinter(printer, layout());
    const Result<> printed =
        printTable(printer, layout(), [](qint64 done, qint64) { return done < 1; });
    QVERIFY(!printed);
    QCOMPARE(printed.error().code, ErrorCode::Cancelled);
}

void EditionTest::panesTakeTurns()
{
    m_fixture->window().activateWindow();
    auto *preview = in<EditionPreview>("editionPreview");
    preview->setFocus();
    QTRY_VERIFY(preview->hasFocus());
    QList<QWidget *> visited;
    for (int turn = 0; turn < 3; ++turn) {
        action("nextPane")->trigger();
        visited << QApplication::focusWidget();
    }
    QCOMPARE(visited, (QList<QWidget *>{in<DateField>("editionDate")->focusProxy(),
                                        in<QListView>("editionChecks"), preview}));
}

QTEST_MAIN(EditionTest)
#include "tst_edition.moc"
