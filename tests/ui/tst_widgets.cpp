// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspacefixture.h"
#include "ui/dialogs/awarddialog.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/dialogs/rejectiondialog.h"
#include "ui/help/helpwindow.h"
#include "ui/widgets/flowlayout.h"
#include "ui/windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace recoupe;

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasonCannotBeBlank()
    {
        ReasonDialog dialog({.title = QStringLiteral("Titre"),
                             .text = QStringLiteral("Texte"),
                             .acceptLabel = QStringLiteral("Activer")},
                            ReasonDialog::Written);
        auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("accept"));
        auto *text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("reason"));
        QVERIFY(!accept->isEnabled());
        text->insertPlainText(QStringLiteral("   \n"));
        QVERIFY(!accept->isEnabled());
        text->insertPlainText(QStringLiteral("confirmé"));
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.reason(), QStringLiteral("confirmé"));
    }

    void listedReasonNeedsNoWordsUnlessItIsOther()
    {
        ReasonDialog dialog({.title = QStringLiteral("Écarter"),
                             .text = QStringLiteral("Pourquoi ?"),
                             .acceptLabel = QStringLiteral("Écarter")},
                            ReasonDialog::Listed);
        auto *list = dialog.findChild<QComboBox *>(QStringLiteral("returnReason"));
        auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("accept"));
        QCOMPARE(list->count(), int(returnReasons.size()));
        QVERIFY2(!accept->isEnabled(), "a reason that nobody chose");
        list->setCurrentIndex(0);
        QVERIFY(accept->isEnabled());
        list->setCurrentIndex(list->count() - 1);
        QCOMPARE(dialog.listed(), ReturnReason::Other);
        QVERIFY(!accept->isEnabled());
        QVERIFY(!accept->toolTip().isEmpty());
        dialog.findChild<QPlainTextEdit *>(QStringLiteral("reason"))
            ->setPlainText(QStringLiteral("essai"));
        QVERIFY(accept->isEnabled());
    }

    void rejectionsCanBeCopiedAndSavedFileByFile()
    {
        ScriptedDialogs dialogs;
        dialogs.target = QStringLiteral("rejets.csv");
        const auto outcomeOf = [](const char *file, const char *expected) {
            ImportSummary summary;
            summary.rejections.resize(1);
            summary.rejections.first().expected = QString::fromLatin1(expected);
            return ImportOutcome{{.file = QString::fromLatin1(file)}, summary};
        };
        RejectionDialog dialog({outcomeOf("a.csv", "une commune"), outcomeOf("b.csv", "une date")},
                               QStringLiteral("/d"), dialogs);
        dialog.findChild<QPushButton *>(QStringLiteral("copy"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("une commune")));
        QStringList saved;
        connect(&dialog, &RejectionDialog::saveWanted, this,
                [&](const ImportOutcome &outcome, const QString &target) {
                    saved << outcome.plan.file << target;
                });
        auto *view = dialog.findChild<QTreeView *>(QStringLiteral("rejectionView"));
        view->setCurrentIndex(view->model()->index(1, 0));
        dialog.findChild<QPushButton *>(QStringLiteral("save"))->click();
        QCOMPARE(saved, (QStringList{QStringLiteral("b.csv"), dialogs.target}));
        QCOMPARE(dialogs.suggestions.last(), QStringLiteral("/d/b - rejets.csv"));
    }

    void flowLayoutBreaksLinesWhereTheWidthEnds()
    {
        QWidget bar;
        auto *layout = new FlowLayout(&bar);
        layout->setContentsMargins({});
        layout->setSpacing(10);
        QList<QWidget *> boxes;
        for (int i = 0; i < 3; ++i) {
            boxes << new QWidget;
            boxes.last()->setFixedSize(100, 20);
            layout->addWidget(boxes.last());
        }
        QCOMPARE(layout->heightForWidth(320), 20);
        QCOMPARE(layout->heightForWidth(319), 50);
        QCOMPARE(layout->heightForWidth(100), 80);
        bar.resize(250, 100);
        bar.show();
        QCOMPARE(boxes.at(1)->pos(), QPoint(110, 0));
        QCOMPARE(boxes.at(2)->pos(), QPoint(0, 30));
        boxes.at(0)->hide();
        QCOMPARE(layout->heightForWidth(210), 20);
    }

    void notificationIsFoundByItsNumber()
    {
        auto workspace = workspaceOf({});
        for (const auto &[funder, market] :
             {std::pair{Funder::Region, "M2651401"}, std::pair{Funder::Region, "M2651402"},
              std::pair{Funder::Agefiph, "A2651402"}}) {
            AwardNotification award;
            award.funder = funder;
            award.market = MarketNumber(QString::fromLatin1(market));
            workspace->awards << award;
        }
        workspace->checkedAwards.resize(workspace->awards.size());
        AwardDialog dialog({workspace, Funder::Region, QStringLiteral("Texte")});
        auto *list = dialog.findChild<QTreeView *>(QStringLiteral("awardList"));
        auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("accept"));
        QCOMPARE(list->model()->rowCount(), 2);
        QVERIFY(!accept->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("awardSearch"))
            ->setText(QStringLiteral("2651402"));
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.award(), workspace->awards.at(1).key());
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
