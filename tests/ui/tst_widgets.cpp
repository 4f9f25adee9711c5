// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reasondialog.h"
#include "ui/dialogs/rejectiondialog.h"
#include "ui/help/helpwindow.h"
#include "ui/windowfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

using namespace recoupe;

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasonCannotBeBlank()
    {
        ReasonDialog dialog({.title = QStringLiteral("Titre"),
                             .text = QStringLiteral("Texte"),
                             .acceptLabel = QStringLiteral("Activer")});
        auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("accept"));
        auto *text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("reason"));
        QVERIFY(!accept->isEnabled());
        text->insertPlainText(QStringLiteral("   \n"));
        QVERIFY(!accept->isEnabled());
        text->insertPlainText(QStringLiteral("confirmé"));
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.reason(), QStringLiteral("confirmé"));
    }

    void rejectionsCanBeCopiedAndSaved()
    {
        const QTemporaryDir folder;
        ScriptedDialogs dialogs;
        dialogs.target = folder.filePath(QStringLiteral("rejets.csv"));
        RejectionDialog dialog({{QStringLiteral("a.csv"),
                                 3,
                                 {},
                                 QStringLiteral("lieu"),
                                 {},
                                 QStringLiteral("une commune")}},
                               folder.path(), dialogs);
        dialog.findChild<QPushButton *>(QStringLiteral("copy"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("une commune")));
        dialog.findChild<QPushButton *>(QStringLiteral("save"))->click();
        QVERIFY(QFileInfo::exists(dialogs.target));
    }

    void helpListsKeysAndVerdicts()
    {
        QAction action(QStringLiteral("&Valider et suivante"));
        action.setShortcut(Qt::Key_F8);
        const HelpWindow help({&action});
        const QString text =
            help.findChild<QTextBrowser *>(QStringLiteral("helpText"))->toPlainText();
        for (const char *part : {"F8", "Valider et suivante", "Sans notification", "Recrutement"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
