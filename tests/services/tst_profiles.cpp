// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"

#include <QTest>

using namespace recoupe;

namespace {

TableProfile profileOf(const QString &name)
{
    TableProfile profile;
    profile.name = name;
    profile.funder = Funder::Agefiph;
    profile.columns = {{QStringLiteral("numero_marche"), QStringLiteral("Réf. achat")},
                       {QStringLiteral("intitule"), QStringLiteral("Action")},
                       {QStringLiteral("date_notification"), QStringLiteral("Envoyé le")}};
    return profile;
}

const QByteArray foreignTable = "Réf. achat;Action;Envoyé le;Ville\n"
                                "A2651401;Soudeur;01/10/2026;Thiers\n";

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<OfficeFixture>(); }
    void savedProfileIsFoundByItsName();
    void sameNameIsReplaced();
    void unknownNameIsRefusedNamingTheOthers();
    void whatCannotBeKeptIsRefused_data();
    void whatCannotBeKeptIsRefused();
    void tableIsImportedAsTheProfileSays();
    void columnKeptAsideIsNotReadButNotLost();
    void previewShowsWhatAnImportWouldRead();
    void previewImportsNothing();

private:
    ProfileService profiles() { return m_fixture->office().profiles(); }
    QString foreignFile() const
    {
        return m_fixture->write(QStringLiteral("envoi.csv"), foreignTable);
    }

    std::unique_ptr<OfficeFixture> m_fixture;
};

void ProfilesTest::savedProfileIsFoundByItsName()
{
    const auto saved = profiles().save(profileOf(QStringLiteral("  Agefiph ")));
    QVERIFY(saved.has_value());
    QCOMPARE(saved->name, QStringLiteral("Agefiph"));
    QVERIFY(profiles().find(QStringLiteral("Agefiph")).value() == *saved);
    QVERIFY(profiles().profiles().value() == QList<TableProfile>{*saved});
}

void ProfilesTest::sameNameIsReplaced()
{
    QVERIFY(profiles().save(profileOf(QStringLiteral("Agefiph"))));
    TableProfile other = profileOf(QStringLiteral("Agefiph"));
    other.columns.clear();
    QVERIFY(profiles().save(other));
    QVERIFY(profiles().profiles().value() == QList<TableProfile>{other});
}

void ProfilesTest::unknownNameIsRefusedNamingTheOthers()
{
    QVERIFY(profiles().save(profileOf(QStringLiteral("Agefiph"))));
    const auto found = profiles().find(QStringLiteral("Opco"));
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::NotFound);
    QVERIFY(found.error().message.contains(QStringLiteral("Agefiph")));
    QCOMPARE(profiles().remove(QStringLiteral("Opco")).error().code, ErrorCode::NotFound);
    QVERIFY(profiles().remove(QStringLiteral("Agefiph")).has_value());
    QVERIFY(profiles().profiles()->isEmpty());
}

void ProfilesTest::whatCannotBeKeptIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("said");
    QTest::newRow("no name") << QStringLiteral("  ") << QStringLiteral("lot")
                             << QStringLiteral("nom");
    QTest::newRow("unknown column") << QStringLiteral("Agefiph") << QStringLiteral("couleur")
                                    << QStringLiteral("numero_marche");
}

void ProfilesTest::whatCannotBeKeptIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, column);
    QFETCH(const QString, said);
    TableProfile profile = profileOf(name);
    profile.columns.insert(column, QStringLiteral("x"));
    const auto saved = profiles().save(profile);
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(saved.error().message.contains(said), qPrintable(saved.error().message));
    QVERIFY(profiles().profiles()->isEmpty());
}

void ProfilesTest::tableIsImportedAsTheProfileSays()
{
    ImportService imports = m_fixture->office().imports();
    QCOMPARE(imports.importAwards(foreignFile(), {}).error().code, ErrorCode::MissingColumn);
    const auto summary = imports.import({.file = foreignFile(),
                                         .kind = ImportKind::Awards,
                                         .profile = profileOf(QStringLiteral("Agefiph"))});
    QVERIFY2(summary.has_value(), summary ? "" : qPrintable(summary.error().message));
    QCOMPARE(summary->record.added, 1);
    const AwardNotification award = m_fixture->workspace()->awards.first();
    QCOMPARE(award.funder, Funder::Agefiph);
    QCOMPARE(award.title, QStringLiteral("Soudeur"));
    QCOMPARE(award.place, QStringLiteral("Thiers"));
}

void ProfilesTest::columnKeptAsideIsNotReadButNotLost()
{
    TableProfile profile = profileOf(QStringLiteral("Agefiph"));
    profile.columns.insert(QStringLiteral("lieu"), QString());
    QVERIFY(m_fixture->office().imports().import(
        {.file = foreignFile(), .kind = ImportKind::Awards, .profile = profile}));
    const AwardNotification award = m_fixture->workspace()->awards.first();
    QCOMPARE(award.place, QString());
    QCOMPARE(award.extras.value(QStringLiteral("Ville")), QStringLiteral("Thiers"));
}

void ProfilesTest::previewShowsWhatAnImportWouldRead()
{
    const auto bare = profiles().preview(foreignFile(), TableKind::Awards, {});
    QVERIFY(bare.has_value());
    QCOMPARE(bare->missing,
             (QStringList{QStringLiteral("numero_marche"), QStringLiteral("intitule"),
                          QStringLiteral("date_notification")}));
    const auto mapped =
        profiles().preview(foreignFile(), TableKind::Awards, profileOf(QStringLiteral("Agefiph")));
    QVERIFY(mapped.has_value());
    QVERIFY(mapped->missing.isEmpty());
    QCOMPARE(mapped->rows.first().first(), QStringLiteral("A2651401"));
}

void ProfilesTest::previewImportsNothing()
{
    QVERIFY(
        profiles().preview(foreignFile(), TableKind::Awards, profileOf(QStringLiteral("Agefiph"))));
    QVERIFY(m_fixture->workspace()->awards.isEmpty());
}

QTEST_GUILESS_MAIN(ProfilesTest)
#include "tst_profiles.moc"
