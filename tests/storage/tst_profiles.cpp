// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/profilerepository.h"

namespace recoupe::test {

namespace {

class ProfileTest : public QObject
{
    Q_OBJECT

    static TableProfile profile(const QString &name)
    {
        TableProfile profile;
        profile.name = name;
        profile.funder = Funder::Agefiph;
        profile.columns = {{QStringLiteral("numero_marche"), QStringLiteral("Réf. du marché")},
                           {QStringLiteral("intitule"), QStringLiteral("Objet\nde l'achat")}};
        profile.encoding = QStringLiteral("Windows-1252");
        profile.separator = u'\t';
        profile.headerLine = 4;
        return profile;
    }
    static Result<> save(Base &base, const TableProfile &profile)
    {
        return base.database->inTransaction(
            [&] { return ProfileRepository(*base.database).save(profile); });
    }
    static QList<TableProfile> profilesOf(const Base &base)
    {
        return ProfileRepository(*base.database).profiles().value();
    }

private Q_SLOTS:
    void everyFieldComesBack();
    void whatIsLeftToTheFileStaysSo();
    void hostileTextsComeBack_data();
    void hostileTextsComeBack();
    void sameNameTakesThePlace();
    void listIsInTheOrderOfNames();
    void removedIsGone();
};

void ProfileTest::everyFieldComesBack()
{
    Base base;
    REQUIRE(save(base, profile(QStringLiteral("Agefiph"))));
    QVERIFY((profilesOf(base) == QList<TableProfile>{profile(QStringLiteral("Agefiph"))}));
}

void ProfileTest::whatIsLeftToTheFileStaysSo()
{
    Base base;
    TableProfile bare;
    bare.name = QStringLiteral("Rien");
    REQUIRE(save(base, bare));
    QVERIFY((profilesOf(base) == QList<TableProfile>{bare}));
}

void ProfileTest::hostileTextsComeBack_data()
{
    addHostileTexts();
}

void ProfileTest::hostileTextsComeBack()
{
    QFETCH(const QString, text);
    Base base;
    TableProfile hostile = profile(text);
    hostile.columns = {{text, text}};
    REQUIRE(save(base, hostile));
    QVERIFY((profilesOf(base) == QList<TableProfile>{hostile}));
}

void ProfileTest::sameNameTakesThePlace()
{
    Base base;
    REQUIRE(save(base, profile(QStringLiteral("Région"))));
    TableProfile other = profile(QStringLiteral("Région"));
    other.funder = std::nullopt;
    other.columns.clear();
    REQUIRE(save(base, other));
    QVERIFY((profilesOf(base) == QList<TableProfile>{other}));
}

void ProfileTest::listIsInTheOrderOfNames()
{
    Base base;
    for (const char *name : {"b", "c", "a"})
        REQUIRE(save(base, profile(QString::fromLatin1(name))));
    QStringList names;
    for (const TableProfile &found : profilesOf(base))
        names << found.name;
    QCOMPARE(names, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void ProfileTest::removedIsGone()
{
    Base base;
    REQUIRE(save(base, profile(QStringLiteral("Région"))));
    const auto remove = [&] {
        return base.written<bool>(
            [&] { return ProfileRepository(*base.database).remove(QStringLiteral("Région")); });
    };
    QVERIFY(remove());
    QVERIFY(profilesOf(base).isEmpty());
    QVERIFY(!remove());
}

} // namespace

int runProfiles(int argc, char **argv)
{
    ProfileTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_profiles.moc"
