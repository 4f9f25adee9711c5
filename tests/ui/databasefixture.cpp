// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/databasefixture.h"

#include "platform/environment.h"
#include "support/plaintext.h"
#include "ui/database/sentencelist.h"

#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QTest>

namespace recoupe {

namespace {

constexpr int waitMs = 60'000;

MainWindow &opened(WindowFixture &fixture, DatabaseOrigin origin)
{
    fixture.window().setDatabaseOrigin(origin);
    fixture.action(QStringLiteral("chooseDatabase"))->trigger();
    return fixture.window();
}

} // namespace

Result<> DatabaseFixture::start()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never that of who tests
    qunsetenv("RECOUPE_DATABASE");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_config.path());
    Result<std::unique_ptr<test::SecuredServer>> started = test::SecuredServer::start();
    if (!started)
        return failureOf(started);
    m_secured = std::move(*started);
    return {};
}

void DatabaseFixture::forgetChoice()
{
    QVERIFY(keepUsualDatabaseUrl(defaultDatabaseUrl()));
}

QByteArray DatabaseFixture::settings() const
{
    QByteArray all;
    QDirIterator files(m_config.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The settings cannot be read.");
        all += file.readAll();
    }
    return all;
}

DatabasePage::DatabasePage(WindowFixture &fixture, DatabaseOrigin origin)
    : DatabasePage(opened(fixture, origin))
{
}

DatabasePage::DatabasePage(const MainWindow &window)
{
    const auto found = window.findChildren<DatabaseDialog *>();
    if (found.isEmpty())
        qFatal("The page is not open.");
    m_dialog = found.last();
}

void DatabasePage::type(const char *name, const QString &text) const
{
    in<QLineEdit>(name)->setText(text);
}

void DatabasePage::choose(const char *name, const char *token) const
{
    auto *combo = in<QComboBox>(name);
    combo->setCurrentIndex(combo->findData(QString::fromLatin1(token)));
}

void DatabasePage::typeServer(const DatabaseUrl &url, const QString &secret) const
{
    choose("place", "server");
    type("host", url.host);
    type("port", QString::number(url.port));
    type("name", url.name);
    type("user", url.user);
    if (!secret.isEmpty())
        type("secret/database", secret);
    if (!url.authorities.isEmpty()) {
        choose("authorities", "own-file");
        type("authorities-file", url.authorities);
    }
}

void DatabasePage::typeFile(const QString &file) const
{
    choose("place", "file");
    type("path", file);
}

void DatabasePage::run(const char *name) const
{
    QVERIFY2(button(name)->isEnabled(), qPrintable(button(name)->toolTip()));
    button(name)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), waitMs);
}

QString DatabasePage::said() const
{
    const auto *list = in<SentenceList>("databaseSentences");
    QStringList sentences;
    for (int row = 0; row < list->count(); ++row) {
        sentences << list->item(row)->text();
        if (list->item(row)->icon().isNull())
            qFatal("A sentence has no sign.");
    }
    return test::plain(sentences.join(u'\n'));
}

} // namespace recoupe
