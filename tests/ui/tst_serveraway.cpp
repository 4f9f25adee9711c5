// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed into a dialog is saved while the server of the base is away: the dialog says why
// that cannot be, keeps it, and saves it once the server is there again.
#include "rules/checksettings.h"
#include "support/postgresserver.h"
#include "ui/correspondence/letterdialog.h"
#include "ui/dialogparts.h"
#include "ui/distribution/prescriberdialog.h"
#include "ui/distribution/prescribersdialog.h"
#include "ui/importing/mappingdialog.h"
#include "ui/settings/settingseditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace recoupe;
using recoupe::test::PostgresServer;

namespace {

constexpr int waitMs = 60'000;
const QString toCorrect = QStringLiteral("SE_0000060221");
const QString typedName = QStringLiteral("Mon financeur");

//! A dialog with something typed into it.
struct Typed
{
    QPointer<QDialog> dialog;
    QPushButton *save = nullptr;
    QWidget *problem = nullptr; //!< the label that says it; null: made when it is needed
    QString typed;              //!< as what shows it says it
    std::function<QString()> shown;
    std::function<QString(BackOffice &)> stored; //!< the same, of the base
};

using Type = std::function<Typed(WindowFixture &)>;

void expectEnabled(const QWidget *widget)
{
    if (!QTest::qWaitFor([widget] { return widget->isEnabled(); }, waitMs))
        qFatal("%s: %s", qPrintable(widget->objectName()), qPrintable(widget->toolTip()));
}

template <typename Dialog>
Dialog *shownBy(WindowFixture &fixture, const char *action)
{
    QAction *opens = fixture.action(QString::fromLatin1(action));
    if (!QTest::qWaitFor([opens] { return opens->isEnabled(); }, waitMs))
        qFatal("%s is not available.", action);
    opens->trigger();
    const auto shown = [&] { return fixture.window().findChild<Dialog *>(); };
    if (!QTest::qWaitFor([&] { return shown() != nullptr; }, waitMs))
        qFatal("%s shows no dialog.", action);
    return shown();
}

Typed typedInto(SettingsEditor *editor, const char *field, const char *save, const QString &name,
                const QString &typed)
{
    auto *line = in<QLineEdit>(*editor, field);
    line->setText(typed);
    return {editor,
            in<QPushButton>(*editor, save),
            nullptr,
            typed,
            [line] { return line->text(); },
            [name](BackOffice &office) { return office.settings().value().value(name); }};
}

Typed typeSettings(WindowFixture &fixture)
{
    return typedInto(shownBy<SettingsEditor>(fixture, "checkSettings"), "departements",
                     "saveSettings", QString::fromUtf16(departementsSetting), QStringLiteral("63"));
}

Typed typeExchangeSettings(WindowFixture &fixture)
{
    return typedInto(shownBy<SettingsEditor>(fixture, "exchangeSettings"), "carif/mail",
                     "saveSettings", QStringLiteral("carif/mail"),
                     QStringLiteral("moi@example.org"));
}

Typed typeTemplate(WindowFixture &fixture)
{
    fixture.select(toCorrect);
    const auto *letter = shownBy<LetterDialog>(fixture, "requestCorrection");
    auto *leads = in<QPushButton>(*letter, "editTemplate");
    expectEnabled(leads);
    leads->click();
    const auto shown = [&] { return fixture.window().findChild<SettingsEditor *>(); };
    if (!QTest::qWaitFor([&] { return shown() != nullptr; }, waitMs))
        qFatal("No template is shown.");
    return typedInto(shown(), "templateSubject", "saveTemplate",
                     subjectSettingName(LetterKind::Correction), QStringLiteral("À revoir"));
}

Typed typePrescriber(WindowFixture &fixture)
{
    const auto *list = shownBy<PrescribersDialog>(fixture, "prescribersAction");
    in<QPushButton>(*list, "addPrescriber")->click();
    auto *dialog = list->findChild<PrescriberDialog *>();
    auto *address = in<QLineEdit>(*dialog, "prescriberAddress");
    address->setText(QStringLiteral("cap@example.org"));
    return {
        dialog,
        in<QPushButton>(*dialog, "savePrescriber"),
        in<QLabel>(*dialog, "prescriberHint"),
        address->text(),
        [address] { return address->text(); },
        [](BackOffice &office) { return office.distribution().prescribers()->value(0).address; }};
}

Typed typeProfile(WindowFixture &fixture)
{
    fixture.dialogs().files = {
        fixture.write(QStringLiteral("envoi.csv"), "Réf.;Action\nM1;Maçon\n")};
    fixture.dialogs().name = typedName;
    auto *dialog = shownBy<MappingDialog>(fixture, "importMapped");
    auto *encoding = in<QComboBox>(*dialog, "encoding");
    encoding->setCurrentIndex(encoding->findData(QStringLiteral("UTF-8")));
    return {dialog,
            in<QPushButton>(*dialog, "saveProfile"),
            in<QLabel>(*dialog, "message"),
            QStringLiteral("UTF-8"),
            [encoding] { return encoding->currentData().toString(); },
            [](BackOffice &office) {
                const auto found = office.profiles().find(typedName);
                return found ? found->encoding : QString();
            }};
}

} // namespace

class ServerAwayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void whatWasTypedIsKeptAndSavedLater_data();
    void whatWasTypedIsKeptAndSavedLater();

private:
    std::unique_ptr<PostgresServer> m_server;
};

void ServerAwayTest::initTestCase()
{
    if (PostgresServer::isExcused())
        QSKIP("RECOUPE_WITHOUT_POSTGRESQL is set.");
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::start();
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    m_server = std::move(*server);
}

void ServerAwayTest::whatWasTypedIsKeptAndSavedLater_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<bool>("isNoticed"); //!< that the server is away, before it is saved
    const auto add = [](const char *name, Type type) {
        for (const bool isNoticed : {false, true})
            QTest::addRow("%s, %s", name, isNoticed ? "noticed" : "not noticed")
                << type << isNoticed;
    };
    add("settings", typeSettings);
    add("exchange settings", typeExchangeSettings);
    add("template", typeTemplate);
    add("recipient", typePrescriber);
    add("profile", typeProfile);
}

void ServerAwayTest::whatWasTypedIsKeptAndSavedLater()
{
    QFETCH(const Type, type);
    QFETCH(const bool, isNoticed);
    const DatabaseUrl base = m_server->newDatabase().value();
    const QString url =
        QStringLiteral("postgresql://%1@/%2?host=%3").arg(base.user, base.name, base.host);
    {
        BackOffice office(url, QStringLiteral("Odile"), Clock{BackOffice::demoDay()});
        QVERIFY(office.open() && office.loadDemo());
    }
    WindowFixture fixture(url, QStringLiteral("Odile"));
    const Typed typed = type(fixture);
    expectEnabled(typed.save);
    const auto *banner = in<MessageBar>(fixture.window(), "baseBanner");
    QVERIFY(m_server->stop());
    if (isNoticed)
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), waitMs);
    typed.save->click();

    const auto said = [&] {
        if (const auto *label = qobject_cast<const QLabel *>(typed.problem))
            return label->text();
        const auto *bar = typed.dialog->findChild<MessageBar *>(QStringLiteral("saveProblem"));
        return bar && bar->isVisible() ? bar->text() : QString();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(QStringLiteral("ne répond pas")), qPrintable(said()),
                              waitMs);
    QVERIFY(typed.dialog && typed.dialog->isVisible() && typed.dialog->isEnabled());
    QCOMPARE(typed.shown(), typed.typed);

    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), waitMs); // or it could not be seen to go
    QVERIFY(m_server->startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), waitMs);
    BackOffice office(url, QStringLiteral("Paul"), Clock{BackOffice::demoDay()});
    QVERIFY(office.open());
    QVERIFY(typed.stored(office) != typed.typed);
    expectEnabled(typed.save);
    typed.save->click();
    QTRY_COMPARE_WITH_TIMEOUT(typed.stored(office), typed.typed, waitMs);
}

QTEST_MAIN(ServerAwayTest)
#include "tst_serveraway.moc"
