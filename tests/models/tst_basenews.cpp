// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/basenews.h"

#include <QTest>

using namespace recoupe;

namespace {

Decision decided(const QString &who, const QString &session)
{
    Decision decision;
    decision.operatorName = who;
    decision.key = {QStringLiteral("AF_1"), QStringLiteral("AC_1"), session};
    return decision;
}

Decision ofAction(const QString &who)
{
    Decision decision = decided(who, {});
    decision.subject = DecisionSubject::Action;
    return decision;
}

Decision ofSetting(const QString &who)
{
    Decision decision;
    decision.operatorName = who;
    decision.subject = DecisionSubject::Setting;
    return decision;
}

} // namespace

class BaseNewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newsNameWhoDidWhat_data()
    {
        QTest::addColumn<QList<Decision>>("decisions");
        QTest::addColumn<QString>("sentence");
        const QString a = QStringLiteral("a.durand");
        const QString b = QStringLiteral("b.petit");
        const QString c = QStringLiteral("c.martin");
        const QString d = QStringLiteral("d.roux");
        const auto said = [](const char *what) {
            return QStringLiteral("Base actualisée : %1.").arg(QString::fromUtf8(what));
        };
        QTest::newRow("nothing") << QList<Decision>{} << QString();
        QTest::newRow("one") << QList{decided(c, QStringLiteral("1"))}
                             << said("1 session modifiée par c.martin");
        QTest::newRow("a session and its action")
            << QList{ofAction(c), decided(c, QStringLiteral("1"))}
            << said("1 session modifiée par c.martin");
        QTest::newRow("twice the same")
            << QList{decided(c, QStringLiteral("1")), decided(c, QStringLiteral("1")),
                     decided(c, QStringLiteral("2"))}
            << said("2 sessions modifiées par c.martin");
        QTest::newRow("two people")
            << QList{decided(c, QStringLiteral("1")), decided(a, QStringLiteral("2"))}
            << said("2 sessions modifiées par c.martin et a.durand");
        QTest::newRow("many people")
            << QList{decided(a, QStringLiteral("1")), decided(b, QStringLiteral("2")),
                     decided(c, QStringLiteral("3")), decided(d, QStringLiteral("4"))}
            << said("4 sessions modifiées par a.durand, b.petit, c.martin et d'autres");
        QTest::newRow("an action alone")
            << QList{ofAction(c)} << said("actions modifiées par c.martin");
        QTest::newRow("settings") << QList{ofSetting(c)}
                                  << said("réglages du contrôle changés par c.martin");
        QTest::newRow("both") << QList{ofSetting(c), decided(c, QStringLiteral("1"))}
                              << said("1 session modifiée, réglages du contrôle changés par "
                                      "c.martin");
        QTest::newRow("oneself elsewhere")
            << QList{decided(QStringLiteral("Odile"), QStringLiteral("1"))}
            << said("1 session modifiée par vous-même depuis un autre poste");
    }

    void newsNameWhoDidWhat()
    {
        QFETCH(QList<Decision>, decisions);
        QFETCH(QString, sentence);
        QCOMPARE(newsInWords(decisions, QStringLiteral("Odile")), sentence);
    }
};

QTEST_GUILESS_MAIN(BaseNewsTest)
#include "tst_basenews.moc"
