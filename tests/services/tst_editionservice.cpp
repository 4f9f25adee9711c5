// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace recoupe;

class EditionServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void draftKeepsNothing();
    void issuedEditionIsNumberedAndFrozen();
    void issuedEditionIsWholeWhateverItsFileShows();
    void numberIsNotTakenWhenTheFileCannotBeWritten();
    void tableShowsWhatWasVerified();
    void editionsDoNotGoBackInTime();
    void blockedEditionWantsAReason();
    void reasonIsKeptOnlyWhereItOverrides();
    void reasonSpeaksOfWhatItWasWrittenFor();
    void whatWasSeenIsWhatIsIssued();
    void fileStaysWhereTheEditionIsRefused();
    void issuedEditionTellsItsChecks();
    void firstEditionMarksNothing();
    void nextEditionIsMarkedAgainstTheLast();
    void differencesAreThoseFromTheOneBefore();
    void annulledEditionIsSkipped();
    void onlyTheLastEditionIsAnnulledAndWithAReason();
    void fileOfADeadProcessGoesWithItsEdition_data();
    void fileOfADeadProcessGoesWithItsEdition();

private:
    EditionService editions() { return m_fixture->office().editions(); }
    DecisionService decisions() { return m_fixture->office().decisions(); }
    SessionKey key(const char *numero)
    {
        return m_fixture->session(QString::fromLatin1(numero)).key();
    }
    //! What is issued, or why not.
    Result<EditionContent> issue(QDate date, const TableFile &file, const QString &reason = {})
    {
        return editions().issue({date, file, reason}).map([](const IssuedEdition &issued) {
            return issued.content;
        });
    }
    [[nodiscard]] QString pdf() const { return m_fixture->path(QStringLiteral("tableau.pdf")); }
    //! A later feed in which the first session is held elsewhere, and an operator agrees.
    void moveFirstSession();

    std::unique_ptr<OfficeFixture> m_fixture;
    const QDate m_day{2026, 11, 23};
    const QDate m_next{2026, 12, 7};
    const QString m_reason = QStringLiteral("Fin de campagne");
};

void EditionServiceTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    ImportService imports = m_fixture->office().imports();
    QVERIFY(imports.importLheo(m_fixture->write(QStringLiteral("f.xml"),
                                                feedOf({{}, {.numero = QStringLiteral("SE_2")}}))));
    QVERIFY(imports.importAwards(
        m_fixture->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(decisions().activate({key("SE_1")}));
}

void EditionServiceTest::moveFirstSession()
{
    QVERIFY(m_fixture->office().imports().importLheo(m_fixture->write(
        QStringLiteral("g.xml"),
        feedOf({{.city = QStringLiteral("Riom")}, {.numero = QStringLiteral("SE_2")}}))));
    QVERIFY(decisions().activate({key("SE_1")}));
}

void EditionServiceTest::draftKeepsNothing()
{
    const auto draft = editions().draft(m_day);
    QVERIFY(draft.has_value());
    QVERIFY(draft->content.isDraft());
    QCOMPARE(draft->content.rowCount(), 1);
    QVERIFY(editions().editions()->isEmpty());
}

void EditionServiceTest::issuedEditionIsNumberedAndFrozen()
{
    const auto first = issue(m_day, {pdf()});
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->label(), QStringLiteral("2026-01"));
    QVERIFY(QFile::exists(pdf()));
    QVERIFY(decisions().undo());
    const auto second = issue(m_next, {pdf()}, m_reason);
    QCOMPARE(second->label(), QStringLiteral("2026-02"));
    QCOMPARE(second->rowCount(), 0);
    QCOMPARE(second->previousDate, m_day);

    const auto again = editions().find(2026, 1);
    QVERIFY(again.has_value());
    QCOMPARE(*again, *first);
    QCOMPARE(editions().find(2026, 9).error().code, ErrorCode::NotFound);
    QCOMPARE(editions().editions()->size(), 2);
}

void EditionServiceTest::issuedEditionIsWholeWhateverItsFileShows()
{
    const TableFile file{pdf(), {.departement = QStringLiteral("03")}, Paper::A3};
    const auto issued = issue(m_day, file);
    QVERIFY2(issued.has_value(), issued ? "" : qPrintable(issued.error().message));
    QCOMPARE(editions().find(2026, 1)->rowCount(), 1);
    QCOMPARE(editions().find(2026, 1)->view, EditionView());
}

void EditionServiceTest::numberIsNotTakenWhenTheFileCannotBeWritten()
{
    const auto failed =
        issue(m_day, {m_fixture->path(QStringLiteral("absent/dossier/tableau.pdf"))});
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
    QVERIFY(draft->content.groups.first().rows.first().place.contains(u"Thiers"));
}

void EditionServiceTest::editionsDoNotGoBackInTime()
{
    QVERIFY(issue(m_day, {pdf()}));
    const auto earlier = issue(m_day.addDays(-1), {pdf()});
    QVERIFY(!earlier.has_value());
    QCOMPARE(earlier.error().code, ErrorCode::Refused);
    QCOMPARE(issue(m_day.addDays(-1), {pdf()}, m_reason).error().code, ErrorCode::Refused);
    QCOMPARE(editions().editions()->size(), 1);
}

void EditionServiceTest::blockedEditionWantsAReason()
{
    QVERIFY(decisions().undo());
    const auto refused = issue(m_day, {pdf()}, QStringLiteral("  "));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("Aucune session")));
    QVERIFY(!QFile::exists(pdf()));
    QVERIFY(editions().editions()->isEmpty());
    QVERIFY(issue(m_day, {pdf()}, m_reason));
    QCOMPARE(editions().editions()->first().overrideReason, m_reason);
}

void EditionServiceTest::reasonIsKeptOnlyWhereItOverrides()
{
    QVERIFY(issue(m_day, {pdf()}, m_reason));
    QCOMPARE(editions().editions()->first().overrideReason, QString());
}

void EditionServiceTest::reasonSpeaksOfWhatItWasWrittenFor()
{
    QVERIFY(issue(m_day, {pdf()}));
    IssueRequest request{m_day, {pdf()}, m_reason, {QStringLiteral("fewer-rows")}, {}};
    QCOMPARE(editions().issue(request).error().code, ErrorCode::Refused); // the same day: not that
    request.acceptedChecks << QStringLiteral("same-day");
    QVERIFY(editions().issue(request));
}

void EditionServiceTest::whatWasSeenIsWhatIsIssued()
{
    EditionContent seen = editions().draft(m_day)->content;
    seen.number = 1;
    const IssueRequest request{m_day, {pdf()}, {}, {}, seen};
    QVERIFY(decisions().activate({key("SE_2")})); // a colleague, meanwhile
    const auto refused = editions().issue(request);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("entre-temps")));
    QVERIFY(editions().editions()->isEmpty());
    QVERIFY(!QFile::exists(pdf()));
    QVERIFY(decisions().undo());
    QVERIFY(editions().issue(request));
    QCOMPARE(editions().issue(request).error().code, ErrorCode::Refused); // the number is taken
    QCOMPARE(editions().editions()->size(), 1);
}

void EditionServiceTest::fileStaysWhereTheEditionIsRefused()
{
    QVERIFY(issue(m_day, {pdf()}));
    QFile file(pdf());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    int steps = 0;
    const auto stopped = editions().issue({m_next, {pdf()}, {}, {}, {}},
                                          [&steps](qint64, qint64) { return ++steps < 1; });
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(stopped.error().message.contains(QStringLiteral("tableau.pdf")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(editions().editions()->size(), 1);
    const QStringList files = QFileInfo(pdf()).dir().entryList({QStringLiteral("*.pdf")});
    QCOMPARE(files, QStringList(QStringLiteral("tableau.pdf"))); // and nothing beside it
}

void EditionServiceTest::issuedEditionTellsItsChecks()
{
    QVERIFY(m_fixture->office().imports().importLheo(m_fixture->write(
        QStringLiteral("g.xml"),
        feedOf({{.city = QStringLiteral("Riom")}, {.numero = QStringLiteral("SE_2")}}))));
    const auto issued = editions().issue({m_day, {pdf()}});
    QVERIFY(issued.has_value());
    QCOMPARE(issued->checks.first().id, QStringLiteral("published-changed"));
}

void EditionServiceTest::firstEditionMarksNothing()
{
    const auto first = issue(m_day, {pdf()});
    QVERIFY(first.has_value());
    QCOMPARE(first->groups.first().rows.first().mark, RowMark::None);
    QCOMPARE(first->departures.size(), 0);
    QCOMPARE(editions().differencesFromPrevious(*first)->size(), 0);
}

void EditionServiceTest::nextEditionIsMarkedAgainstTheLast()
{
    QVERIFY(issue(m_day, {pdf()}));
    moveFirstSession();
    QVERIFY(decisions().activate({key("SE_2")}));
    const auto second = issue(m_next, {pdf()});
    QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().message));
    const QList<EditionRow> rows = second->groups.first().rows;
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).mark, RowMark::Changed);
    QCOMPARE(rows.at(0).changes, QStringList(QStringLiteral("lieu")));
    QCOMPARE(rows.at(1).mark, RowMark::New);

    QVERIFY(decisions().deactivate({key("SE_1")}));
    const auto third = issue(m_next.addDays(14), {pdf()});
    QVERIFY(third.has_value());
    QCOMPARE(third->groups.first().rows.first().mark, RowMark::None);
    QCOMPARE(third->departures.size(), 1);
    QCOMPARE(third->departures.first().key, rows.at(0).key);
    QCOMPARE(third->departures.first().reason, QStringLiteral("retirée de la diffusion"));
    QCOMPARE(*editions().find(2026, 3), *third);
}

void EditionServiceTest::differencesAreThoseFromTheOneBefore()
{
    QVERIFY(issue(m_day, {pdf()}));
    moveFirstSession();
    const auto draft = editions().draft(m_next);
    const auto fromLast = editions().differencesFromPrevious(draft->content);
    QVERIFY(fromLast.has_value());
    QCOMPARE(fromLast->size(), 1);
    QCOMPARE(fromLast->first().fields.first().before, QStringLiteral("Thiers\n63300"));
    QCOMPARE(fromLast->first().fields.first().after, QStringLiteral("Riom\n63300"));
    const auto second = issue(m_next, {pdf()});
    QVERIFY(issue(m_next.addDays(14), {pdf()}));
    QCOMPARE(*editions().differencesFromPrevious(*second), *fromLast);
}

void EditionServiceTest::annulledEditionIsSkipped()
{
    QVERIFY(issue(m_day, {pdf()}));
    moveFirstSession();
    QVERIFY(issue(m_next, {pdf()}));
    QVERIFY(editions().annul(2026, 2, QStringLiteral("Import incomplet")));
    const auto record = editions().editions()->first();
    QCOMPARE(record.annulment->reason, QStringLiteral("Import incomplet"));
    QCOMPARE(record.annulment->operatorName, QStringLiteral("Odile"));
    QVERIFY(editions().find(2026, 2)->annulled);
    QVERIFY(!editions().find(2026, 1)->annulled);

    const auto again = issue(m_next, {pdf()});
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
    QCOMPARE(again->label(), QStringLiteral("2026-03"));
    QCOMPARE(again->previousDate, m_day);
    QCOMPARE(again->groups.first().rows.first().mark, RowMark::Changed);
}

void EditionServiceTest::onlyTheLastEditionIsAnnulledAndWithAReason()
{
    QCOMPARE(editions().annul(2026, 1, m_reason).error().code, ErrorCode::NotFound);
    QVERIFY(issue(m_day, {pdf()}));
    QVERIFY(issue(m_next, {pdf()}));
    QCOMPARE(editions().annul(2026, 1, m_reason).error().code, ErrorCode::Refused);
    QCOMPARE(editions().annul(2026, 2, QStringLiteral(" ")).error().code,
             ErrorCode::InvalidArgument);
    QVERIFY(editions().annul(2026, 2, m_reason));
    QCOMPARE(editions().annul(2026, 2, m_reason).error().code, ErrorCode::Refused);
    QVERIFY(editions().annul(2026, 1, m_reason)); // the last one in force now
}

void EditionServiceTest::fileOfADeadProcessGoesWithItsEdition_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("isPut");
    QTest::newRow("edition is in the base") << 1 << true;
    QTest::newRow("edition did not get there") << 2 << false;
}

void EditionServiceTest::fileOfADeadProcessGoesWithItsEdition()
{
    QFETCH(const int, number);
    QFETCH(const bool, isPut);
    const QString target = m_fixture->path(QStringLiteral("tableau.csv"));
    QVERIFY(issue(m_day, {target}));
    const QDateTime at = editions().editions()->first().issuedAt;
    // As it is left by who dies before the file is put in its place.
    const QString staged = m_fixture->path(QStringLiteral("tableau.0123abcd.csv"));
    QVERIFY(QFile::rename(target, staged));
    (void)m_fixture->write(QStringLiteral("tableau.0123abcd.csv.lock"), {});
    const QDir notes(m_fixture->path(QStringLiteral("base.recoupe.envois")));
    const QJsonObject note{{QStringLiteral("year"), 2026},
                           {QStringLiteral("number"), number},
                           {QStringLiteral("issuedAt"), at.toMSecsSinceEpoch()},
                           {QStringLiteral("staged"), staged},
                           {QStringLiteral("target"), target}};
    (void)m_fixture->write(QStringLiteral("base.recoupe.envois/edition.89abcdef.json"),
                           QJsonDocument(note).toJson());
    m_fixture->office().close();
    QVERIFY(m_fixture->office().open());
    QCOMPARE(QFile::exists(target), isPut);
    QCOMPARE(QDir(m_fixture->path({})).entryList({QStringLiteral("tableau.*")}, QDir::Files).size(),
             isPut ? 1 : 0);
    QVERIFY(notes.entryList(QDir::Files).isEmpty());
}

QTEST_MAIN(EditionServiceTest)
#include "tst_editionservice.moc"
