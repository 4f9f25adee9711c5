// SPDX-License-Identifier: GPL-3.0-or-later
// The data of a person in the window: found, corrected, erased.
#include "support/plaintext.h"
#include "ui/dialogparts.h"
#include "ui/persons/correctiondialog.h"
#include "ui/persons/erasuredialog.h"
#include "ui/persons/personsdialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace recoupe;
using recoupe::test::plain;

namespace {

constexpr int waitMs = 30'000;
const QString her = QStringLiteral("Sandrine Pradier"); // of the demonstration
const QString mail = QStringLiteral("sandrine.pradier@gergovie-metiers.example.org");

} // namespace

class PersonsWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->importDemo();
        m_fixture->action(QStringLiteral("personalData"))->trigger();
        m_dialog = m_fixture->window().findChild<PersonsDialog *>();
        QVERIFY(m_dialog);
    }
    void cleanup() { m_fixture.reset(); }

    void personIsFound_data();
    void personIsFound();
    void whatCannotBeFoundIsSaid_data();
    void whatCannotBeFoundIsSaid();
    void correctionIsMadeAndSaid();
    void correctionThatDoesNotFitIsRefusedInPlace();
    void erasureSaysWhatItDoesAndIsDone();
    void erasureNeedsAReasonThatNamesNobody();
    void backupsAreMadeAnew();
    void nothingIsOfferedWhileTheBaseIsAway();
    void reopeningShowsTheSameWindow();
    void everyFieldHasAnAccessibleName();

private:
    //! Types it, presses Enter and waits until the search is over.
    void search(const QString &text)
    {
        auto *field = in<QLineEdit>(*m_dialog, "personSearch");
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        waitForSearch();
    }
    void waitForSearch()
    {
        const auto *stop = in<QPushButton>(*m_dialog, "stop");
        if (!QTest::qWaitFor([stop] { return !stop->isVisible(); }, waitMs))
            qFatal("The search does not end.");
    }
    [[nodiscard]] int places() const
    {
        return in<QTreeView>(*m_dialog, "personPlaces")->model()->rowCount();
    }
    [[nodiscard]] QString emptyText() const
    {
        return plain(in<QLabel>(*m_dialog, "emptyText")->text());
    }
    [[nodiscard]] QString said() const
    {
        return plain(in<MessageBar>(*m_dialog, "personMessages")->text());
    }
    //! The dialog that a button opens.
    template <typename Dialog>
    Dialog *opened(const char *button)
    {
        in<QPushButton>(*m_dialog, button)->click();
        auto *dialog = m_dialog->findChild<Dialog *>();
        if (!dialog)
            qFatal("%s opens nothing.", button);
        return dialog;
    }
    //! Presses its button and waits until the base is shown again and the search is over.
    void confirm(PersonChangeDialog *dialog)
    {
        auto *button = in<QPushButton>(*dialog, "accept");
        QVERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
        m_fixture->runAndLoad([button] { button->click(); });
        waitForSearch();
    }
    //! Presses its button and gives why that was refused.
    QString refusalOf(PersonChangeDialog *dialog)
    {
        auto *button = in<QPushButton>(*dialog, "accept");
        button->click();
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }, waitMs))
            qFatal("The change does not end.");
        return plain(in<QLabel>(*dialog, "personHint")->text());
    }
    //! How often a mail is a contact's of what the window shows.
    [[nodiscard]] qsizetype contactsWith(const QString &address) const
    {
        qsizetype count = 0;
        for (const StoredAction &action : m_fixture->model()->workspace()->actions)
            count += std::ranges::count(action.submitted.contacts, address, &Contact::email);
        for (const CheckedSession &session : m_fixture->model()->workspace()->sessions)
            count += std::ranges::count(session.session().contacts, address, &Contact::email);
        return count;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    PersonsDialog *m_dialog = nullptr;
};

void PersonsWindowTest::personIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << QStringLiteral("PRADIER sandrine");
    QTest::newRow("mail") << mail.toUpper();
    QTest::newRow("telephone") << QStringLiteral("+33 4.65.71.25.10");
}

void PersonsWindowTest::personIsFound()
{
    QFETCH(const QString, text);
    QVERIFY(!in<QPushButton>(*m_dialog, "findPerson")->isEnabled());
    QVERIFY(!in<QPushButton>(*m_dialog, "erasePerson")->isEnabled());
    search(text);
    QVERIFY2(places() > 0, qPrintable(emptyText()));
    const QString who = plain(in<QLabel>(*m_dialog, "personWho")->text());
    QVERIFY2(who.contains(mail, Qt::CaseInsensitive), qPrintable(who));
    QVERIFY2(who.endsWith(QStringLiteral(" %1 endroits de la base").arg(places())),
             qPrintable(who));
    // Which offer it is, by its title.
    const auto *view = in<QTreeView>(*m_dialog, "personPlaces");
    const QString subject = view->model()->index(0, PersonPlaceModel::Subject).data().toString();
    const auto &actions = m_fixture->model()->workspace()->actions;
    QVERIFY2(std::ranges::any_of(actions,
                                 [&](const StoredAction &action) {
                                     return subject.startsWith(action.submitted.title) &&
                                            subject.endsWith(action.submitted.numero);
                                 }),
             qPrintable(subject));
    QVERIFY(in<QPushButton>(*m_dialog, "correctPerson")->isEnabled());
    QVERIFY(in<QPushButton>(*m_dialog, "erasePerson")->isEnabled());
}

void PersonsWindowTest::whatCannotBeFoundIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("anybody") << QStringLiteral("ab") << QStringLiteral("n'importe qui");
    QTest::newRow("nobody") << QStringLiteral("Zébulon Inconnu")
                            << QStringLiteral("Rien dans la base ne parle de « Zébulon Inconnu ».");
}

void PersonsWindowTest::whatCannotBeFoundIsSaid()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    search(text);
    QCOMPARE(places(), 0);
    QVERIFY2(emptyText().contains(expected), qPrintable(emptyText()));
    const auto *erase = in<QPushButton>(*m_dialog, "erasePerson");
    QVERIFY(!erase->isEnabled());
    QCOMPARE(erase->toolTip(), QStringLiteral("Chercher d'abord une personne."));
}

void PersonsWindowTest::correctionIsMadeAndSaid()
{
    const QString corrected = QStringLiteral("s.pradier@gergovie-metiers.example.org");
    const qsizetype before = contactsWith(mail);
    QVERIFY(before > 0);
    search(mail);
    const int found = places();
    auto *dialog = opened<CorrectionDialog>("correctPerson");
    in<QComboBox>(*dialog, "correctedText")->setCurrentText(mail);
    in<QLineEdit>(*dialog, "correction")->setText(corrected);
    in<QLineEdit>(*dialog, "personReason")->setText(QStringLiteral("Nouvelle adresse"));
    confirm(dialog);
    QCOMPARE(contactsWith(mail), 0);
    QCOMPARE(contactsWith(corrected), before);
    QVERIFY2(said().startsWith(QStringLiteral("Lignes changées : ")), qPrintable(said()));
    QVERIFY2(said().contains(QStringLiteral("Faites corriger aussi le portail")),
             qPrintable(said()));
    // What is shown is who it was, under the new address.
    QCOMPARE(in<QLineEdit>(*m_dialog, "personSearch")->text(), corrected);
    QCOMPARE(places(), found);
}

void PersonsWindowTest::correctionThatDoesNotFitIsRefusedInPlace()
{
    search(her);
    auto *dialog = opened<CorrectionDialog>("correctPerson");
    auto *accept = in<QPushButton>(*dialog, "accept");
    QCOMPARE(accept->toolTip(), QStringLiteral("Écrire ce qui prend sa place."));
    in<QComboBox>(*dialog, "correctedText")->setCurrentText(her);
    auto *after = in<QLineEdit>(*dialog, "correction");
    after->setText(her);
    QCOMPARE(accept->toolTip(), QStringLiteral("Rien n'a changé."));
    after->setText(QStringLiteral("04 65 71 99 99"));
    QCOMPARE(accept->toolTip(), QStringLiteral("Écrire un motif."));
    auto *reason = in<QLineEdit>(*dialog, "personReason");
    QTest::keyClick(reason, Qt::Key_Return);
    reason->setText(QStringLiteral("Erreur de saisie"));
    QTest::keyClick(reason, Qt::Key_Return); // changes nothing by itself
    QVERIFY(accept->isEnabled());
    const QString refusal = refusalOf(dialog);
    QVERIFY2(refusal.contains(QStringLiteral("remplacez un nom par un nom")), qPrintable(refusal));
    QVERIFY(dialog->isVisible());
    QCOMPARE(after->text(), QStringLiteral("04 65 71 99 99"));
}

void PersonsWindowTest::erasureSaysWhatItDoesAndIsDone()
{
    search(her);
    auto *dialog = opened<ErasureDialog>("erasePerson");
    const QString told = plain(in<QPlainTextEdit>(*dialog, "consequences")->toPlainText());
    QVERIFY2(told.contains(QStringLiteral("Session reçue du portail (")) ||
                 told.contains(QStringLiteral("Action reçue du portail (")),
             qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("Le portail garde ce qu'il a")), qPrintable(told));
    in<QLineEdit>(*dialog, "personReason")->setText(QStringLiteral("À sa demande"));
    confirm(dialog);
    QCOMPARE(contactsWith(mail), 0);
    QCOMPARE(places(), 0);
    QCOMPARE(emptyText(), QStringLiteral("Rien dans la base ne parle de « %1 ».").arg(her));
    QVERIFY2(said().startsWith(QStringLiteral("Lignes changées : ")), qPrintable(said()));
    search(mail);
    QCOMPARE(places(), 0);
}

void PersonsWindowTest::erasureNeedsAReasonThatNamesNobody()
{
    search(her);
    auto *dialog = opened<ErasureDialog>("erasePerson");
    auto *accept = in<QPushButton>(*dialog, "accept");
    QVERIFY(!accept->isEnabled());
    QCOMPARE(accept->toolTip(), QStringLiteral("Écrire un motif."));
    auto *reason = in<QLineEdit>(*dialog, "personReason");
    reason->setText(QStringLiteral("  "));
    QVERIFY(!accept->isEnabled());
    reason->setText(QStringLiteral("Demande de Mme Pradier"));
    const QString refusal = refusalOf(dialog);
    QVERIFY2(refusal.contains(QStringLiteral("Le motif nomme la personne")), qPrintable(refusal));
    QVERIFY(dialog->isVisible());
    QVERIFY(contactsWith(mail) > 0);
    in<QPushButton>(*dialog, "cancel")->click();
    QVERIFY(!dialog->isVisible());
    search(her);
    QVERIFY(places() > 0);
}

void PersonsWindowTest::backupsAreMadeAnew()
{
    // The day's copy is made by whoever opens the base next, as at another start of the day.
    const auto ensureCopy = [this] {
        BackOffice office(QStringLiteral("sqlite:") +
                              m_fixture->path(QStringLiteral("base.recoupe")),
                          QStringLiteral("Zoé"), Clock{QDate(2026, 11, 23)});
        QVERIFY(office.open());
        QVERIFY(!office.maintenance().keptCopies()->isEmpty());
    };
    ensureCopy();
    search(her);
    auto *dialog = opened<ErasureDialog>("erasePerson");
    auto *removes = in<QCheckBox>(*dialog, "removesBackups");
    QVERIFY(removes->isVisible());
    QVERIFY(!removes->isChecked());
    removes->setChecked(true);
    in<QLineEdit>(*dialog, "personReason")->setText(QStringLiteral("À sa demande"));
    confirm(dialog);
    QVERIFY2(!said().contains(QStringLiteral("sauvegarde")), qPrintable(said()));
    BackOffice office(QStringLiteral("sqlite:") + m_fixture->path(QStringLiteral("base.recoupe")),
                      QStringLiteral("Zoé"), Clock{QDate(2026, 11, 23)});
    const auto copies = office.maintenance().keptCopies();
    QVERIFY(copies.has_value());
    QVERIFY(!copies->isEmpty());
    for (const KeptCopy &copy : *copies) {
        QFile file(copy.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Pradier"));
    }
}

void PersonsWindowTest::nothingIsOfferedWhileTheBaseIsAway()
{
    search(her);
    const QString whyNot = QStringLiteral("La base ne répond pas.");
    m_dialog->hold(whyNot);
    for (const char *button : {"findPerson", "correctPerson", "erasePerson"}) {
        QVERIFY(!in<QPushButton>(*m_dialog, button)->isEnabled());
        QCOMPARE(in<QPushButton>(*m_dialog, button)->toolTip(), whyNot);
    }
    QVERIFY(places() > 0); // what was read can still be read
    m_dialog->hold({});
    QVERIFY(in<QPushButton>(*m_dialog, "erasePerson")->isEnabled());
}

void PersonsWindowTest::reopeningShowsTheSameWindow()
{
    m_fixture->action(QStringLiteral("personalData"))->trigger();
    QCOMPARE(m_fixture->window().findChildren<PersonsDialog *>().size(), 1);
}

void PersonsWindowTest::everyFieldHasAnAccessibleName()
{
    search(her);
    const QList<QWidget *> dialogs{m_dialog, opened<CorrectionDialog>("correctPerson"),
                                   opened<ErasureDialog>("erasePerson")};
    for (const QWidget *dialog : dialogs) {
        for (QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() ||
                widget->focusProxy())
                continue;
            const auto *heard = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(heard && !heard->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName()));
        }
    }
}

QTEST_MAIN(PersonsWindowTest)
#include "tst_persons.moc"
