// SPDX-License-Identifier: GPL-3.0-or-later
// What an enemy writes into a file is shown as he wrote it: never drawn, run or opened.
#include "ui/desktopstandin.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

using namespace recoupe;

namespace {

// What a desktop may open, and more.
const QStringList schemes{
    QStringLiteral("http"), QStringLiteral("https"),   QStringLiteral("mailto"),
    QStringLiteral("file"), QStringLiteral("tel"),     QStringLiteral("javascript"),
    QStringLiteral("data"), QStringLiteral("ms-msdt"), QStringLiteral("vbscript")};
// A picture of another machine, by which Windows would send it the user's name.
const QString hostile = QStringLiteral("<img src=\"//evil.example/x.png\"><b>Soudeur</b>");

} // namespace

class HostileTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAndTipsShowTextsAsWritten();
    void onlyMessagesAreOpened_data();
    void onlyMessagesAreOpened();
    void onlyFilesThatAreThereAreOpened_data();
    void onlyFilesThatAreThereAreOpened();
    void nothingElseAsksTheDesktop();
};

void HostileTextsTest::labelsAndTipsShowTextsAsWritten()
{
    WindowFixture fixture;
    QFile demo(WindowFixture::demoFile(QStringLiteral("portail.xml")));
    QVERIFY(demo.open(QIODevice::ReadOnly));
    const QByteArray inXml = hostile.toHtmlEscaped().toUtf8();
    const QByteArray feed = demo.readAll()
                                .replace("Titre professionnel Soudeur", inXml)
                                .replace("Durolle Industrie Formation", inXml)
                                .replace("Sauzedde", inXml)
                                .replace("Session organisée à Thiers.", inXml);
    fixture.dialogs().files = {fixture.write(QStringLiteral("f.xml"), feed)};
    fixture.action(QStringLiteral("importFiles"))->trigger();
    fixture.importShown();
    fixture.action(QStringLiteral("showControl"))->trigger();
    fixture.select(QStringLiteral("SE_0000060150"));
    const auto hostileLabels = [&] {
        QList<const QLabel *> labels;
        for (const QLabel *label : fixture.window().findChildren<QLabel *>()) {
            if (label->text().contains(QStringLiteral("<img")))
                labels << label;
        }
        return labels;
    };
    QTRY_VERIFY(!hostileLabels().isEmpty());
    for (const QLabel *label : hostileLabels())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    // One that forgets to say so: nothing that is shown takes it for HTML.
    auto *forgetful = new QLabel(hostile, &fixture.window());
    forgetful->show();
    QCOMPARE(forgetful->textFormat(), Qt::PlainText);
    RecordView *view = fixture.sessions();
    const QModelIndex index = view->currentIndex();
    int escaped = 0;
    for (int column = 0; column < index.model()->columnCount(); ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        if (!cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")))
            continue;
        view->scrollTo(cell);
        const QPoint at = view->visualRect(cell).center();
        if (view->indexAt(at) != cell) // its column is hidden
            continue;
        QHelpEvent help(QEvent::ToolTip, at, view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view->viewport(), &help);
        const QString shown = QToolTip::text();
        escaped += shown.contains(QStringLiteral("&lt;img"));
        QVERIFY2(!Qt::mightBeRichText(shown) || !shown.contains(QStringLiteral("<img")),
                 qPrintable(shown));
    }
    QVERIFY(escaped > 0);
}

void HostileTextsTest::onlyMessagesAreOpened_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isOpened");
    QTest::newRow("message") << QStringLiteral("mailto:a@b.fr?subject=x") << true;
    for (const char *url : {"javascript:alert(1)",
                            "JaVaScRiPt:alert(1)",
                            " javascript:alert(1)",
                            "data:text/html,x",
                            "vbscript:x",
                            "file:///etc/passwd",
                            "file://server/share/x.exe",
                            "\\\\server\\share",
                            "//server/share",
                            "http://exemple.fr",
                            "http://user:pass@exemple.fr",
                            "https://exemple.fr",
                            "https://xn--exmple-cua.fr",
                            "https://\u0435xemple.fr",
                            "ms-msdt:/id",
                            "tel:0465711010",
                            "mailto:",
                            "mailto://server/share",
                            "mailto:a@b.fr#x",
                            "",
                            "C:\\Windows\\calc.exe"})
        QTest::newRow(url) << QString::fromUtf8(url) << false;
}

void HostileTextsTest::onlyMessagesAreOpened()
{
    QFETCH(const QString, url);
    QFETCH(const bool, isOpened);
    DesktopStandIn desktop(schemes);
    QCOMPARE(openMessage(QUrl(url)), isOpened);
    QCOMPARE(desktop.opened.size(), qsizetype(isOpened));
}

void HostileTextsTest::onlyFilesThatAreThereAreOpened_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"", "absent.pdf", "/absent/absent.pdf", "http://exemple.fr",
                             "javascript:alert(1)", "file:///etc", "mailto:a@b.fr"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void HostileTextsTest::onlyFilesThatAreThereAreOpened()
{
    QFETCH(const QString, path);
    DesktopStandIn desktop(schemes);
    QVERIFY(!showFile(path));
    QVERIFY(desktop.opened.isEmpty());
    const QTemporaryDir folder;
    QVERIFY(showFile(folder.path()));
    QCOMPARE(desktop.opened, QList<QUrl>{QUrl::fromLocalFile(folder.path())});
}

// A link that opened by itself would be one of these words.
void HostileTextsTest::nothingElseAsksTheDesktop()
{
    const QDir project(QStringLiteral(RECOUPE_SOURCE_DIR));
    constexpr char ownRestart[] = "QProcess::startDetached(QCoreApplication::applicationFilePath()";
    QStringList found;
    for (const char *folder : {"ui", "models", "app"}) {
        QDirIterator files(project.filePath(QLatin1String(folder)),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray content = file.readAll();
            content.replace(ownRestart, {}); // names nothing that was imported
            for (const char *word : {"QDesktopServices", "setOpenExternalLinks(true",
                                     "ShellExecute", "QProcess::startDetached"}) {
                if (content.contains(word))
                    found << project.relativeFilePath(file.fileName());
            }
        }
    }
    found.removeDuplicates();
    QCOMPARE(found, QStringList{QStringLiteral("ui/widgets/desktop.cpp")});
}

QTEST_MAIN(HostileTextsTest)
#include "tst_hostiletexts.moc"
