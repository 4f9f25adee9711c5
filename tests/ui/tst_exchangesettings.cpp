// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of exchanges: their dialog, and their way through the window.
#include "services/secrets.h"
#include "support/plaintext.h"
#include "ui/settings/exchangesettingsdialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace recoupe;
using recoupe::test::plain;

namespace {

const QString audeTransport = QStringLiteral("partner/aude/transport");
const QString audeAddress = QStringLiteral("partner/aude/address");

template <typename Widget>
Widget *in(const QDialog &dialog, const QString &name)
{
    auto *found = dialog.findChild<Widget *>(name);
    if (!found)
        qFatal("No %s.", qPrintable(name));
    return found;
}

void choose(const QDialog &dialog, const QString &name, const QString &token)
{
    auto *combo = in<QComboBox>(dialog, name);
    combo->setCurrentIndex(combo->findData(token));
}

QPushButton *saveIn(const QDialog &dialog)
{
    return in<QPushButton>(dialog, QStringLiteral("saveSettings"));
}

//! The field of the secret of that name.
QLineEdit *secretIn(const ExchangeSettingsDialog &dialog, const QString &name)
{
    return in<QLineEdit>(dialog, QLatin1String("secret/") + name);
}

} // namespace

class ExchangeSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangedNothingToSave();
    void fieldsFitTheTransport_data();
    void fieldsFitTheTransport();
    void wrongTextsAreSaidBesideTheField_data();
    void wrongTextsAreSaidBesideTheField();
    void changesAreTextsByName();
    void folderIsChosen();
    void secretIsTypedNeverShown();
    void secretIsForgotten();
    void leavingAsksOnlyWhenSomethingWouldBeLost();
    void enterNeverSavesFromWithinAField();
    void everyFieldHasAnAccessibleName();
    void savedSettingsAreSaidAndUndone();

private:
    ScriptedDialogs m_dialogs;
};

void ExchangeSettingsTest::nothingChangedNothingToSave()
{
    const ExchangeSettingsDialog dialog({}, m_dialogs);
    QVERIFY(dialog.changes().isEmpty());
    QVERIFY(dialog.secrets().isEmpty());
    QVERIFY(!saveIn(dialog)->isEnabled());
    QCOMPARE(saveIn(dialog)->toolTip(), QStringLiteral("Rien n'a changé."));
}

void ExchangeSettingsTest::fieldsFitTheTransport_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QStringList>("shown");
    const auto row = [](const char *name, Transport transport, Authentication authentication,
                        const QStringList &shown) {
        QTest::newRow(name) << transport << authentication << shown;
    };
    row("by hand", Transport::None, Authentication::None, {});
    row("folder", Transport::Folder, Authentication::Password, {QStringLiteral("address")});
    row("web, open", Transport::HttpPut, Authentication::None,
        {QStringLiteral("address"), QStringLiteral("authentication")});
    row("web, password", Transport::HttpPost, Authentication::Password,
        {QStringLiteral("address"), QStringLiteral("authentication"), QStringLiteral("login"),
         QStringLiteral("secret")});
    row("web, token", Transport::HttpPut, Authentication::Token,
        {QStringLiteral("address"), QStringLiteral("authentication"), QStringLiteral("secret")});
    row("sftp, key alone", Transport::Sftp, Authentication::None,
        {QStringLiteral("address"), QStringLiteral("authentication"), QStringLiteral("login"),
         QStringLiteral("host-key"), QStringLiteral("key-file")});
}

void ExchangeSettingsTest::fieldsFitTheTransport()
{
    QFETCH(const Transport, transport);
    QFETCH(const Authentication, authentication);
    QFETCH(const QStringList, shown);
    ExchangeSettingsDialog dialog({}, m_dialogs);
    dialog.show();
    dialog.showPartner(Partner::Aude);
    choose(dialog, audeTransport, toToken(transport));
    choose(dialog, QStringLiteral("partner/aude/authentication"), toToken(authentication));
    QCoreApplication::processEvents();
    QStringList found;
    for (const char *field : {"address", "authentication", "login", "host-key", "key-file"}) {
        const QString name = QString::fromLatin1(field);
        if (in<QWidget>(dialog, QStringLiteral("partner/aude/") + name)->isVisible())
            found << name;
    }
    if (secretIn(dialog, secretNameOf(Partner::Aude))->isVisible())
        found << QStringLiteral("secret");
    QCOMPARE(QSet<QString>(found.begin(), found.end()), QSet<QString>(shown.begin(), shown.end()));
    QVERIFY(in<QSpinBox>(dialog, QStringLiteral("partner/aude/max-fall"))->isVisible());
}

void ExchangeSettingsTest::wrongTextsAreSaidBesideTheField_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Transport transport, const char *field,
                        const QString &text, const char *expected) {
        QTest::newRow(name) << transport << QString::fromLatin1(field) << text
                            << QString::fromUtf8(expected);
    };
    row("no folder", Transport::Folder, "address", {}, "un dossier de cet ordinateur ou du réseau");
    row("an address for a folder", Transport::Folder, "address",
        QStringLiteral("https://aude.example/"), "un dossier de cet ordinateur ou du réseau");
    row("web for sftp", Transport::Sftp, "address", QStringLiteral("https://aude.example/"),
        "une adresse sftp://serveur:port/dossier/");
    row("password in the address", Transport::HttpPut, "address",
        QStringLiteral("https://odile:secret@aude.example/"), "sans identifiant ni mot de passe");
    row("no account", Transport::Sftp, "login", {}, "l'identifiant du compte");
    row("half a fingerprint", Transport::Sftp, "host-key", QStringLiteral("SHA256:abc"),
        "une empreinte « SHA256:… »");
}

void ExchangeSettingsTest::wrongTextsAreSaidBesideTheField()
{
    QFETCH(const Transport, transport);
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    ExchangeSettingsDialog dialog({}, m_dialogs);
    dialog.show();
    dialog.showPartner(Partner::Aude);
    choose(dialog, audeTransport, toToken(transport));
    if (transport == Transport::Sftp) {
        in<QLineEdit>(dialog, audeAddress)->setText(QStringLiteral("sftp://aude.example/depot/"));
        in<QLineEdit>(dialog, QStringLiteral("partner/aude/login"))
            ->setText(QStringLiteral("carif"));
    }
    auto *edit = in<QLineEdit>(dialog, QStringLiteral("partner/aude/") + field);
    edit->setText(QStringLiteral("x"));
    edit->setText(text);
    QWidget *box = edit->parentWidget();
    while (box->findChildren<QLabel *>().isEmpty())
        box = box->parentWidget();
    const auto *defect = box->findChildren<QLabel *>().first();
    QVERIFY(defect->isVisible());
    QVERIFY2(plain(defect->text()).contains(expected), qPrintable(defect->text()));
    QVERIFY(!saveIn(dialog)->isEnabled());
    QVERIFY2(plain(saveIn(dialog)->toolTip()).startsWith(QStringLiteral("AUDE / GSP, ")),
             qPrintable(saveIn(dialog)->toolTip()));
}

void ExchangeSettingsTest::changesAreTextsByName()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    in<QLineEdit>(dialog, QStringLiteral("feed/url"))
        ->setText(QStringLiteral(" https://pro.example/lheo.xml "));
    in<QSpinBox>(dialog, QStringLiteral("feed/every-minutes"))->setValue(30);
    in<QCheckBox>(dialog, QStringLiteral("network/allow-http"))->setChecked(true);
    QCOMPARE(dialog.changes(),
             (QMap<QString, QString>{
                 {QStringLiteral("feed/url"), QStringLiteral("https://pro.example/lheo.xml")},
                 {QStringLiteral("feed/every-minutes"), QStringLiteral("30")},
                 {QStringLiteral("network/allow-http"), QStringLiteral("yes")}}));
    const QString summary = plain(in<QLabel>(dialog, QStringLiteral("changes"))->text());
    QVERIFY2(summary.startsWith(QStringLiteral("3 changements à enregistrer :\nFlux du portail, "
                                               "relève (minutes) : 0 → 30\n")),
             qPrintable(summary));
    QVERIFY(saveIn(dialog)->isEnabled());
}

void ExchangeSettingsTest::folderIsChosen()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    choose(dialog, audeTransport, toToken(Transport::Folder));
    m_dialogs.folder = QStringLiteral("/partage/aude");
    in<QPushButton>(dialog, audeAddress + QLatin1String("/choose"))->click();
    QCOMPARE(dialog.changes().value(audeAddress), QStringLiteral("/partage/aude"));
}

void ExchangeSettingsTest::secretIsTypedNeverShown()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    QLineEdit *secret = secretIn(dialog, feedSecretName());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    dialog.setSecretKept(feedSecretName(), true);
    QVERIFY(secret->text().isEmpty()); // never read back
    QVERIFY(!secret->placeholderText().isEmpty());
    secret->setText(QStringLiteral("sésame"));
    QCOMPARE(dialog.secrets(),
             (QMap<QString, QString>{{feedSecretName(), QStringLiteral("sésame")}}));
    QVERIFY(dialog.changes().isEmpty());
    QVERIFY(saveIn(dialog)->isEnabled());
    const QString summary = in<QLabel>(dialog, QStringLiteral("changes"))->text();
    QVERIFY2(!summary.contains(QStringLiteral("sésame")), qPrintable(summary));
}

void ExchangeSettingsTest::secretIsForgotten()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    auto *forget = in<QPushButton>(dialog, QLatin1String("forget/") + feedSecretName());
    dialog.setSecretKept(feedSecretName(), false);
    QVERIFY(!forget->isEnabled());
    dialog.setSecretKept(feedSecretName(), true);
    forget->click();
    QCOMPARE(dialog.secrets(), (QMap<QString, QString>{{feedSecretName(), QString()}}));
    secretIn(dialog, feedSecretName())->setText(QStringLiteral("autre"));
    QCOMPARE(dialog.secrets().value(feedSecretName()), QStringLiteral("autre"));
}

void ExchangeSettingsTest::leavingAsksOnlyWhenSomethingWouldBeLost()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    dialog.show();
    m_dialogs.asked.clear();
    m_dialogs.confirms = false;
    in<QLineEdit>(dialog, QStringLiteral("carif/mail"))->setText(QStringLiteral("a@b.fr"));
    dialog.reject();
    QCOMPARE(m_dialogs.asked.size(), 1);
    QVERIFY(dialog.isVisible());
    in<QLineEdit>(dialog, QStringLiteral("carif/mail"))->clear();
    dialog.reject();
    QCOMPARE(m_dialogs.asked.size(), 1);
    QVERIFY(!dialog.isVisible());
    m_dialogs.confirms = true;
}

void ExchangeSettingsTest::enterNeverSavesFromWithinAField()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    dialog.show();
    auto *url = in<QLineEdit>(dialog, QStringLiteral("feed/url"));
    url->setText(QStringLiteral("https://pro.example/lheo.xml"));
    QVERIFY(saveIn(dialog)->isEnabled());
    QTest::keyClick(url, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
}

void ExchangeSettingsTest::everyFieldHasAnAccessibleName()
{
    ExchangeSettingsDialog dialog({}, m_dialogs);
    dialog.show();
    for (QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
            widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto *heard = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(heard && !heard->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
    }
}

void ExchangeSettingsTest::savedSettingsAreSaidAndUndone()
{
    WindowFixture fixture;
    fixture.action(QStringLiteral("showExports"))->trigger();
    fixture.action(QStringLiteral("exchangeSettings"))->trigger();
    const auto find = [&] { return fixture.window().findChild<ExchangeSettingsDialog *>(); };
    QTRY_VERIFY(find());
    ExchangeSettingsDialog &dialog = *find();
    QCOMPARE(in<QTabWidget>(dialog, QStringLiteral("exchangeTabs"))->currentIndex(), 1);
    in<QListWidget>(dialog, QStringLiteral("partnerList"))->setCurrentRow(int(Partner::Aude));
    choose(dialog, audeTransport, toToken(Transport::Folder));
    in<QLineEdit>(dialog, audeAddress)->setText(fixture.path(QStringLiteral("aude")));
    in<QLineEdit>(dialog, QStringLiteral("settingsReason"))->setText(QStringLiteral("essai"));
    fixture.runAndLoad([&] { saveIn(dialog)->click(); });
    const auto *messages = fixture.window().findChild<MessageBar *>(QStringLiteral("messageBar"));
    QVERIFY2(plain(messages->text())
                 .contains(QStringLiteral("AUDE / GSP, transport : Aucun : à la main → Dossier")),
             qPrintable(messages->text()));
    const auto *partners =
        fixture.window().findChild<QAbstractItemView *>(QStringLiteral("partners"));
    const QModelIndex destination = partners->model()->index(int(Partner::Aude), 5);
    QCOMPARE(destination.data().toString(),
             QDir::toNativeSeparators(fixture.path(QStringLiteral("aude"))));
    fixture.runAndLoad([&] { fixture.action(QStringLiteral("undo"))->trigger(); });
    QCOMPARE(plain(destination.data().toString()), QStringLiteral("Aucune : à la main"));
}

QTEST_MAIN(ExchangeSettingsTest)
#include "tst_exchangesettings.moc"
