// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"

#include <QFile>
#include <QTest>

using namespace recoupe;

class EditionServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void draftKeepsNothing();
    void issuedEditionIsNumberedAndFrozen();
    void numberIsNotTakenWhenTheFileCannotBeWritten();
    void tableShowsWhatWasVerified();
    void editionsDoNotGoBackInTime();

private:
    EditionService editions() { return m_fixture->office().editions(); }

    std::unique_ptr<OfficeFixture> m_fixture;
    const QDate m_day{2026, 11, 23};
};

void EditionServiceTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    ImportService imports = m_fixture->office().imports();
    QVERIFY(imports.importLheo(m_fixture->write(QStringLiteral("f.xml"),
                                                feedOf({{}, {.numero = QStringLiteral("SE_2")}}))));
    QVERIFY(imports.importAwards(
        m_fixture->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(m_fixture->office().decisions().activate(
        {m_fixture->session(QStringLiteral("SE_1")).key()}));
}

void EditionServiceTest::draftKeepsNothing()
{
    const auto draft = editions().draft(m_day);
    QVERIFY(draft.has_value());
    QVERIFY(draft->isDraft());
    QCOMPARE(draft->rowCount(), 1);
    QVERIFY(editions().editions()->isEmpty());
}

void EditionServiceTest::issuedEditionIsNumberedAndFrozen()
{
    const QString file = m_fixture->path(QStringLiteral("tableau.pdf"));
    const auto first = editions().issue(m_day, file);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->label(), QStringLiteral("2026-01"));
    QVERIFY(QFile::exists(file));
    QVERIFY(m_fixture->office().decisions().undo());
    const auto second = editions().issue(m_day.addDays(14), file);
    QCOMPARE(second->label(), QStringLiteral("2026-02"));
    QCOMPARE(second->rowCount(), 0);
    QCOMPARE(second->previousDate, m_day);

    const auto again = editions().find(2026, 1);
    QVERIFY(again.has_value());
    QCOMPARE(*again, *first);
    QCOMPARE(editions().find(2026, 9).error().code, ErrorCode::NotFound);
    QCOMPARE(editions().editions()->size(), 2);
}

void EditionServiceTest::numberIsNotTakenWhenTheFileCannotBeWritten()
{
    const auto failed =
        editions().issue(m_day, m_fixture->path(QStringLiteral("absent/dossier/tableau.pdf")));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().code, ErrorCode::FileUnwritable);
    QVERIFY(editions().editions()->isEmpty());
}

void EditionServiceTest::tableShowsWhatWasVerified()
{
    QVERIFY(m_fixture->office().imports().importLheo(m_fixture->write(
        QStringLiteral("g.xml"),
        feedOf({{.city = QStringLiteral("Riom")}, {.numero = QStringLiteral("SE_2")}}))));
    const auto draft = editions().draft(m_day);
    QVERIFY(draft.has_value());
    QVERIFY(draft->groups.first().rows.first().place.contains(u"Thiers"));
}

void EditionServiceTest::editionsDoNotGoBackInTime()
{
    const QString file = m_fixture->path(QStringLiteral("tableau.pdf"));
    QVERIFY(editions().issue(m_day, file));
    const auto earlier = editions().issue(m_day.addDays(-1), file);
    QVERIFY(!earlier.has_value());
    QCOMPARE(earlier.error().code, ErrorCode::Refused);
    QVERIFY(editions().issue(m_day, file)); // the same day again is a correction
    QCOMPARE(editions().editions()->size(), 2);
}

QTEST_MAIN(EditionServiceTest)
#include "tst_editionservice.moc"
