// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for corrections and reminding, from the selection to what is remembered of it.
#include "models/historymodel.h"
#include "ui/correspondence/letterdialog.h"
#include "ui/correspondence/templatedialog.h"
#include "ui/desktopstandin.h"
#include "ui/dialogparts.h"
#include "ui/home/cardbutton.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace recoupe;

namespace {

// Sessions of resources/demo, by what was planted in them (expected.json).
const QString conforming = QStringLiteral("SE_0000060143");
const QString outsideSesar = QStringLiteral("SE_0000060221");
const QString wrongNumber = QStringLiteral("SE_0000060206");

} // namespace

class LettersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->importDemo();
    }
    void cleanup() { m_fixture.reset(); }

    void conformingSessionHasNothingToCorrect();
    void correctionIsSavedSaidAndKeptInTheHistory();
    void severalOrganisationsAreWrittenOneByOne();
    void copiedTextIsTheOneThatWasEdited();
    void longMessageIsNotOpenedAndSaysWhy();
    void shortMessageIsOpenedInTheMailProgram();
    void whatIsMissingIsSaidInPlace();
    void wholeOrganisationIsJoined();
    void changedTemplateIsUsedAndUndone();
    void wrongTemplateIsSaidInPlace();
    void closingAsksOnlyWhenSomethingWouldBeLost();
    void overdueOrganisationIsReminded();
    void everyFieldHasAnAccessibleName();

private:
    //! The letters about the session, composed.
    LetterDialog *openFor(const QString &numero)
    {
        m_fixture->select(numero);
        return openBy("requestCorrection");
    }
    LetterDialog *openBy(const char *action)
    {
        m_fixture->action(QString::fromLatin1(action))->trigger();
        auto *dialog = m_fixture->window().findChild<LetterDialog *>();
        auto *recipients = in<QListView>(*dialog, "recipients");
        if (!QTest::qWaitFor([&] { return recipients->model()->rowCount() > 0; }, 30'000))
            qFatal("No letter was composed.");
        return dialog;
    }
    QString message() const
    {
        return m_fixture->window().findChild<MessageBar *>(QStringLiteral("messageBar"))->text();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void LettersTest::conformingSessionHasNothingToCorrect()
{
    m_fixture->select(conforming);
    const QAction *action = m_fixture->action(QStringLiteral("requestCorrection"));
    QTRY_VERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(QStringLiteral("Rien que l'organisme")));
    m_fixture->select(outsideSesar);
    QTRY_VERIFY(action->isEnabled());
}

void LettersTest::correctionIsSavedSaidAndKeptInTheHistory()
{
    LetterDialog *dialog = openFor(outsideSesar);
    QVERIFY(!dialog->isModal());
    const QString body = in<QPlainTextEdit>(*dialog, "letterBody")->toPlainText();
    QVERIFY2(body.contains(outsideSesar) && body.contains(QStringLiteral("SESAR")),
             qPrintable(body));
    QVERIFY(body.contains(QStringLiteral("Odile")));
    QCOMPARE(in<QComboBox>(*dialog, "letterReason")->currentText(),
             QStringLiteral("Dates erronées"));
    const QString file = m_fixture->path(QStringLiteral("demande.eml"));
    m_fixture->dialogs().target = file;
    in<QPushButton>(*dialog, "saveLetter")->click();
    QTRY_VERIFY(message().contains(QStringLiteral("brouillon enregistré")));
    QVERIFY(m_fixture->dialogs().suggestions.last().endsWith(QStringLiteral(".eml")));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("X-Unsent: 1"));

    auto *history = m_fixture->inControl<QTreeView>(QStringLiteral("history"));
    QTRY_COMPARE(history->model()->rowCount(), 1);
    const QString sentence = history->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"Correction demandée", "Odile", "Dates erronées"})
        QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
}

void LettersTest::severalOrganisationsAreWrittenOneByOne()
{
    m_fixture->sessions()->selectAll();
    LetterDialog *dialog = openBy("requestCorrection");
    auto *recipients = in<QListView>(*dialog, "recipients");
    QVERIFY(recipients->model()->rowCount() > 2);
    const QString first = in<QPlainTextEdit>(*dialog, "letterBody")->toPlainText();
    QTest::keyClick(recipients, Qt::Key_Down);
    QVERIFY(in<QPlainTextEdit>(*dialog, "letterBody")->toPlainText() != first);
    in<QPushButton>(*dialog, "copyLetter")->click();
    QTRY_VERIFY(recipients->model()->index(1, 0).data().toString().contains(
        QStringLiteral("message copié")));
    QVERIFY(
        recipients->model()->index(0, 0).data().toString().contains(QStringLiteral("à envoyer")));
}

void LettersTest::copiedTextIsTheOneThatWasEdited()
{
    LetterDialog *dialog = openFor(outsideSesar);
    auto *body = in<QPlainTextEdit>(*dialog, "letterBody");
    body->setPlainText(QStringLiteral("Écrit à la main\u00A0!\n"));
    in<QPushButton>(*dialog, "copyLetter")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Écrit à la main\u00A0!\n"));
    QTRY_VERIFY(message().contains(QStringLiteral("message copié")));
    QTRY_VERIFY(in<QLabel>(*dialog, "letterHint")->text().contains(QStringLiteral("noté")));
}

void LettersTest::longMessageIsNotOpenedAndSaysWhy()
{
    LetterDialog *dialog = openFor(outsideSesar);
    in<QPlainTextEdit>(*dialog, "letterBody")->setPlainText(QStringLiteral("é").repeated(1000));
    QVERIFY(!in<QPushButton>(*dialog, "mailLetter")->isEnabled());
    QVERIFY(in<QLabel>(*dialog, "letterHint")->text().contains(QStringLiteral("trop long")));
    QVERIFY(in<QPushButton>(*dialog, "saveLetter")->isEnabled());
}

void LettersTest::shortMessageIsOpenedInTheMailProgram()
{
    DesktopStandIn mail({QStringLiteral("mailto")});
    LetterDialog *dialog = openFor(outsideSesar);
    in<QLineEdit>(*dialog, "letterAddress")->setText(QStringLiteral("a@example.org"));
    in<QPlainTextEdit>(*dialog, "letterBody")->setPlainText(QStringLiteral("Bonjour."));
    in<QPushButton>(*dialog, "mailLetter")->click();
    QCOMPARE(mail.opened.size(), 1);
    QCOMPARE(mail.opened.first().path(), QStringLiteral("a@example.org"));
    QTRY_VERIFY(message().contains(QStringLiteral("messagerie")));
}

void LettersTest::whatIsMissingIsSaidInPlace()
{
    LetterDialog *dialog = openFor(outsideSesar);
    auto *address = in<QLineEdit>(*dialog, "letterAddress");
    const auto *hint = in<QLabel>(*dialog, "letterHint");
    const auto *save = in<QPushButton>(*dialog, "saveLetter");
    address->clear();
    QVERIFY(hint->text().contains(QStringLiteral("Aucune adresse")));
    QVERIFY(save->isEnabled());
    address->setText(QStringLiteral("personne"));
    QVERIFY(hint->text().contains(QStringLiteral("personne")));
    QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty());
    address->setText(QStringLiteral("a@example.org"));
    auto *reason = in<QComboBox>(*dialog, "letterReason");
    reason->setCurrentIndex(reason->count() - 1);
    QVERIFY(!save->isEnabled());
    auto *words = in<QLineEdit>(*dialog, "letterReasonWords");
    QVERIFY(words->isEnabled());
    words->setText(QStringLiteral("Changement de salle"));
    QVERIFY(save->isEnabled());
}

void LettersTest::wholeOrganisationIsJoined()
{
    LetterDialog *dialog = openFor(wrongNumber);
    auto *body = in<QPlainTextEdit>(*dialog, "letterBody");
    const qsizetype before = body->toPlainText().count(QStringLiteral("Session SE_"));
    QCOMPARE(before, 1);
    in<QCheckBox>(*dialog, "wholeOrganisation")->click();
    QTRY_VERIFY(body->toPlainText().count(QStringLiteral("Session SE_")) > before);
}

void LettersTest::changedTemplateIsUsedAndUndone()
{
    LetterDialog *dialog = openFor(outsideSesar);
    auto *subject = in<QLineEdit>(*dialog, "letterSubject");
    const QString standard = subject->text();
    in<QPushButton>(*dialog, "editTemplate")->click();
    QTRY_VERIFY(dialog->findChild<TemplateDialog *>());
    auto *texts = dialog->findChild<TemplateDialog *>();
    expectAccessibleNames(*texts);
    in<QLineEdit>(*texts, "templateSubject")->setText(QStringLiteral("À revoir : {nombre}"));
    QVERIFY(in<QPlainTextEdit>(*texts, "templatePreview")
                ->toPlainText()
                .startsWith(QStringLiteral("À revoir : 1 session\n")));
    m_fixture->runAndLoad([&] { in<QPushButton>(*texts, "saveTemplate")->click(); });
    QTRY_COMPARE(subject->text(), QStringLiteral("À revoir : 1 session"));
    m_fixture->runAndLoad([&] { m_fixture->action(QStringLiteral("undo"))->trigger(); });
    in<QCheckBox>(*dialog, "wholeOrganisation")->toggle();
    in<QCheckBox>(*dialog, "wholeOrganisation")->toggle();
    QTRY_COMPARE(subject->text(), standard);
}

void LettersTest::wrongTemplateIsSaidInPlace()
{
    TemplateDialog dialog(LetterKind::Correction, LetterTemplate::standard(LetterKind::Correction),
                          {});
    const auto *save = in<QPushButton>(dialog, "saveTemplate");
    const auto *hint = in<QLabel>(dialog, "templateHint");
    auto *standard = in<QPushButton>(dialog, "standardTemplate");
    QVERIFY(!save->isEnabled());
    QVERIFY(!standard->isEnabled());
    in<QPlainTextEdit>(dialog, "templateBody")->setPlainText(QStringLiteral("{actions} {inconnu}"));
    QVERIFY(!save->isEnabled());
    QVERIFY(hint->text().contains(QStringLiteral("{inconnu}")));
    in<QPlainTextEdit>(dialog, "templateBody")->setPlainText(QStringLiteral("{actions}"));
    QVERIFY(save->isEnabled());
    QCOMPARE(dialog.changes().keys(), QStringList{bodySettingName(LetterKind::Correction)});
    standard->click();
    QVERIFY(dialog.changes().isEmpty());
}

void LettersTest::closingAsksOnlyWhenSomethingWouldBeLost()
{
    LetterDialog *dialog = openFor(outsideSesar);
    m_fixture->dialogs().confirms = false;
    in<QPlainTextEdit>(*dialog, "letterBody")->setPlainText(QStringLiteral("à moi"));
    dialog->reject();
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_fixture->dialogs().asked.size(), 1);
    in<QPushButton>(*dialog, "copyLetter")->click();
    QTRY_VERIFY(message().contains(QStringLiteral("message copié")));
    dialog->reject();
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_fixture->dialogs().asked.size(), 1);
}

void LettersTest::overdueOrganisationIsReminded()
{
    QAction *remind = m_fixture->action(QStringLiteral("remindOrganisation"));
    QVERIFY(!remind->isEnabled());
    m_fixture->action(QStringLiteral("showAwards"))->trigger();
    auto *awards = m_fixture->window().findChild<RecordView *>(QStringLiteral("awards"));
    awards->selectAll();
    QTRY_VERIFY(remind->isEnabled());
    LetterDialog *dialog = openBy("remindOrganisation");
    const QString body = in<QPlainTextEdit>(*dialog, "letterBody")->toPlainText();
    QVERIFY2(body.contains(QStringLiteral("au plus tard")), qPrintable(body));
    QVERIFY(!in<QComboBox>(*dialog, "letterReason")->isVisible());
    in<QPushButton>(*dialog, "copyLetter")->click();
    QTRY_VERIFY(message().contains(QStringLiteral("Organisme relancé")));
    auto *card =
        m_fixture->window().findChild<CardButton *>(QStringLiteral("card-without-session"));
    QVERIFY(card);
    QTRY_VERIFY(card->accessibleName().contains(QStringLiteral("relancée")));
}

void LettersTest::everyFieldHasAnAccessibleName()
{
    LetterDialog *dialog = openFor(outsideSesar);
    expectAccessibleNames(*dialog);
    // From the list through the letter to the buttons.
    QStringList order;
    const QWidget *widget = in<QListView>(*dialog, "recipients");
    const QWidget *first = widget;
    do {
        if (widget->focusPolicy() & Qt::TabFocus && !widget->objectName().startsWith(u"qt_"))
            order << widget->objectName();
        widget = widget->nextInFocusChain();
    } while (widget != first);
    QVERIFY2(order.indexOf(QStringLiteral("letterAddress")) <
                 order.indexOf(QStringLiteral("letterBody")),
             qPrintable(order.join(u' ')));
    QVERIFY2(order.indexOf(QStringLiteral("letterBody")) <
                 order.indexOf(QStringLiteral("saveLetter")),
             qPrintable(order.join(u' ')));
}

QTEST_MAIN(LettersTest)
#include "tst_letters.moc"
