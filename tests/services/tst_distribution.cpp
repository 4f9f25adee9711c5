// SPDX-License-Identifier: GPL-3.0-or-later
// From a list of addresses to drafts with the table, and to what is remembered of them.
#include "correspondence/mailingsettings.h"
#include "services/officefixture.h"
#include "services/rejectedrows.h"
#include "services/words.h"
#include "storage/database.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace recoupe;

namespace {

const QString puyDeDome = QStringLiteral("63");
const QString allier = QStringLiteral("03");
const QString region;

Prescriber prescriber(const QString &departement, const char *address,
                      const char *structure = "Cap emploi")
{
    return {departement, QString::fromUtf8(structure), QString::fromUtf8(address)};
}

//! The parts of a multipart message as they stand between its boundaries, decoded.
QList<QByteArray> partsOf(const QByteArray &mail)
{
    const qsizetype start = mail.indexOf("boundary=\"") + 10;
    const QByteArray separator = "--" + mail.mid(start, mail.indexOf('"', start) - start);
    QList<QByteArray> parts;
    qsizetype from = mail.indexOf("\r\n" + separator);
    while (from >= 0) {
        const qsizetype next = mail.indexOf("\r\n" + separator, from + 1);
        const qsizetype body = mail.indexOf("\r\n\r\n", from);
        if (next > body)
            parts << QByteArray::fromBase64(mail.sliced(body, next - body));
        from = next;
    }
    return parts;
}

} // namespace

//! The edition 2026-01 has one session, in the Puy-de-Dôme.
class DistributionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listIsChangedOneByOne();
    void whoCannotStandOnTheListIsRefused_data();
    void whoCannotStandOnTheListIsRefused();
    void importReplacesTheList();
    void trialOfAListChangesNothing();
    void emptyListIsRefused_data();
    void emptyListIsRefused();
    void rejectedRowsAreSavedButNotKeptInTheBase();
    void eachDepartementGetsItsOwnPart();
    void addressesAreSpreadOverDrafts();
    void draftsAreWrittenAllOrNone();
    void stoppedPreparationLeavesNothing();
    void editionAnnulledMeanwhileLeavesNothing();
    void folderThatIsNotThereIsSaidAtOnce();
    void whatCannotBeSentSaysWhy();
    void targetsSayWhoHadNothing();
    void textAndNumberOfAddressesAreSettings();

private:
    DistributionService distribution() { return m_fixture->office().distribution(); }
    void add(const QList<Prescriber> &prescribers)
    {
        for (const Prescriber &one : prescribers)
            QVERIFY(distribution().add(one));
    }
    Result<ImportSummary> import(const QByteArray &rows)
    {
        return m_fixture->office().imports().import(planOf(rows));
    }
    ImportPlan planOf(const QByteArray &rows)
    {
        return {.file = m_fixture->write(QStringLiteral("liste.csv"),
                                         "departement;structure;courriel\n" + rows),
                .kind = ImportKind::Prescribers};
    }
    MailingRequest requestFor(const QStringList &departements)
    {
        return {2026, 1, departements, m_drafts->path()};
    }
    QByteArray draft(const QString &file) const
    {
        QFile mail(file);
        if (!mail.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(mail.errorString()));
        return mail.readAll();
    }
    QStringList draftNames() const { return QDir(m_drafts->path()).entryList(QDir::Files); }

    std::unique_ptr<OfficeFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_drafts;
};

void DistributionTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    m_drafts = std::make_unique<QTemporaryDir>();
    ImportService imports = m_fixture->office().imports();
    QVERIFY(imports.importLheo(m_fixture->write(QStringLiteral("f.xml"), feedOf({{}}))));
    QVERIFY(imports.importAwards(
        m_fixture->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(m_fixture->office().decisions().activate(
        {m_fixture->session(QStringLiteral("SE_1")).key()}));
    const auto issued =
        m_fixture->office().editions().issue({QDate(2026, 11, 23),
                                              {m_fixture->path(QStringLiteral("tableau.pdf"))},
                                              QStringLiteral("essai")});
    QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
}

void DistributionTest::listIsChangedOneByOne()
{
    const Prescriber cap = prescriber(puyDeDome, "cap@example.org");
    const Prescriber all = prescriber(region, "agefiph@example.org", "Agefiph");
    add({prescriber(puyDeDome, " cap@example.org ", " Cap  emploi "), all});
    QCOMPARE(distribution().prescribers().value(), (QList<Prescriber>{all, cap}));
    QCOMPARE(distribution().add(prescriber(puyDeDome, "CAP@example.org")).error().code,
             ErrorCode::Refused);

    const Prescriber moved = prescriber(allier, "cap@example.org", "Cap emploi Allier");
    QVERIFY(distribution().change(cap, moved)->isEmpty());
    QCOMPARE(distribution().prescribers().value(), (QList<Prescriber>{all, moved}));
    // One that does not stand as it was seen is neither changed nor removed.
    QCOMPARE(distribution().change(cap, all)->first().now, QStringLiteral("retiré de la liste"));
    Prescriber renamed = moved;
    renamed.structure = QStringLiteral("Cap emploi 03");
    QCOMPARE(distribution().change(renamed, all)->size(), 1);
    QVERIFY(distribution().change(renamed, all)->first().now.contains(moved.structure));
    QCOMPARE(distribution().remove({all, renamed})->size(), 1);
    QCOMPARE(distribution().prescribers().value(), (QList<Prescriber>{all, moved}));
    // A change that is refused leaves what was there.
    Prescriber wrong = moved;
    wrong.address = QStringLiteral("cap");
    QCOMPARE(distribution().change(moved, wrong).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(distribution().prescribers().value(), (QList<Prescriber>{all, moved}));

    QVERIFY(distribution().remove({all, moved})->isEmpty());
    QVERIFY(distribution().prescribers()->isEmpty());
}

void DistributionTest::whoCannotStandOnTheListIsRefused_data()
{
    QTest::addColumn<Prescriber>("wrong");
    QTest::newRow("no address") << prescriber(puyDeDome, "");
    QTest::newRow("no domain") << prescriber(puyDeDome, "cap@");
    QTest::newRow("accent") << prescriber(puyDeDome, "hélène@example.org");
    QTest::newRow("two") << prescriber(puyDeDome, "a@example.org, b@example.org");
    QTest::newRow("header") << prescriber(puyDeDome, "a@example.org>\r\nX: y");
    QTest::newRow("no departement") << prescriber(QStringLiteral("96"), "a@example.org");
}

void DistributionTest::whoCannotStandOnTheListIsRefused()
{
    QFETCH(Prescriber, wrong);
    const Result<> added = distribution().add(wrong);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::InvalidArgument);
    QVERIFY(distribution().prescribers()->isEmpty());
}

void DistributionTest::importReplacesTheList()
{
    const QByteArray first =
        "63;Cap;a@example.org\n63;Cap;b@example.org\ntous;Tous;c@example.org\n";
    const auto imported = import(first);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QCOMPARE(countsInWords(*imported), QStringLiteral("3 nouvelles"));
    const auto again = import(first);
    QVERIFY(!again->changedAnything());
    QCOMPARE(countsInWords(*again), QStringLiteral("3 inchangées"));

    const auto next = import("63;Cap 63;a@example.org\ntous;Tous;C@example.org\n"
                             "03;ML;d@example.org\n03;ML;oups\n");
    QCOMPARE(countsInWords(*next),
             QStringLiteral("1 nouvelle, 1 modifiée, 1 inchangée, 1 retirée, 1 rejetée"));
    QVERIFY(next->warnings.last().contains(QStringLiteral("remplace")));
    QCOMPARE(distribution().prescribers().value(),
             (QList<Prescriber>{prescriber(region, "c@example.org", "Tous"),
                                prescriber(allier, "d@example.org", "ML"),
                                prescriber(puyDeDome, "a@example.org", "Cap 63")}));
}

void DistributionTest::trialOfAListChangesNothing()
{
    add({prescriber(puyDeDome, "a@example.org")});
    const auto trial =
        m_fixture->office().imports().tryAll({planOf("03;ML;d@example.org\n")}, nullptr);
    QVERIFY(trial);
    QCOMPARE(countsInWords(*trial->files.first().summary), QStringLiteral("1 nouvelle, 1 retirée"));
    QCOMPARE(distribution().prescribers()->size(), 1);
    QCOMPARE(distribution().prescribers()->first().address, QStringLiteral("a@example.org"));
}

void DistributionTest::emptyListIsRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("no row") << QByteArray();
    QTest::newRow("blank rows") << QByteArray(";;\n;;\n");
    QTest::newRow("only bad rows") << QByteArray("63;Cap;oups\n");
}

void DistributionTest::emptyListIsRefused()
{
    add({prescriber(puyDeDome, "a@example.org")});
    QFETCH(QByteArray, rows);
    const auto refused = import(rows);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("liste.csv")),
             qPrintable(refused.error().message));
    QCOMPARE(refused.error().message.contains(QStringLiteral("oups")), rows.contains("oups"));
    QCOMPARE(distribution().prescribers()->size(), 1);
}

void DistributionTest::rejectedRowsAreSavedButNotKeptInTheBase()
{
    const ImportPlan plan = planOf("63;Cap;a@example.org\n99;Cap;b@example.org\n");
    const auto imported = m_fixture->office().imports().import(plan);
    QCOMPARE(imported->rejections.size(), 1);
    const QString target = m_fixture->path(QStringLiteral("rejets.csv"));
    QVERIFY(saveRejected(plan, *imported, target));
    QVERIFY(draft(target).contains("99;Cap;b@example.org;3;departement;99;"));

    const auto base =
        Database::open(*DatabaseUrl::parse(QStringLiteral("sqlite:") +
                                           m_fixture->path(QStringLiteral("base.recoupe"))),
                       Database::Mode::MustExist);
    QVERIFY(base);
    const ImportRepository log(**base);
    const ImportRecord last = log.imports()->first();
    QCOMPARE(last.kind, ImportKind::Prescribers);
    QCOMPARE(last.added, 1);
    QCOMPARE(last.rejected, 1);
    QVERIFY(log.rejections(last.id)->isEmpty());
    // A list with the same rejected row and nothing new leaves no trace.
    QVERIFY(m_fixture->office().imports().import(plan));
    QCOMPARE(log.imports()->first().id, last.id);
}

void DistributionTest::eachDepartementGetsItsOwnPart()
{
    add({prescriber(region, "r@example.org"), prescriber(puyDeDome, "p@example.org"),
         prescriber(puyDeDome, "q@example.org"), prescriber(allier, "a@example.org")});
    const auto drafts = distribution().prepare(requestFor({region, allier, puyDeDome}));
    QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
    QCOMPARE(
        draftNames(),
        (QStringList{QStringLiteral("tableau-formations-collectives-2026-01-du-2026-11-23-"
                                    "departement-03.eml"),
                     QStringLiteral("tableau-formations-collectives-2026-01-du-2026-11-23-"
                                    "departement-63.eml"),
                     QStringLiteral("tableau-formations-collectives-2026-01-du-2026-11-23.eml")}));
    const QStringList copies{QStringLiteral("Bcc: <r@example.org>\r\n"),
                             QStringLiteral("Bcc: <a@example.org>\r\n"),
                             QStringLiteral("Bcc: <p@example.org>,\r\n <q@example.org>\r\n")};
    for (qsizetype i = 0; i < drafts->size(); ++i) {
        const MailingDraft &one = drafts->at(i);
        const QByteArray mail = draft(one.file);
        QCOMPARE(one.size, mail.size());
        QVERIFY2(mail.contains(copies.at(i).toLatin1()), mail.left(400).constData());
        QVERIFY(mail.contains("X-Unsent: 1\r\n"));
        QVERIFY(!mail.contains("\r\nTo:"));
        const QList<QByteArray> parts = partsOf(mail);
        QCOMPARE(parts.size(), 3);
        QVERIFY(parts.at(1).startsWith("%PDF-1.7"));
        const bool hasSession = one.mailing.departement != allier;
        QCOMPARE(parts.at(2).contains("SE_1"), hasSession);
        const QString text = QString::fromUtf8(parts.at(0));
        QVERIFY2(text.contains(QStringLiteral("2026-01")), qPrintable(text));
        QCOMPARE(text.contains(QStringLiteral("1 session")), hasSession);
        QCOMPARE(text.contains(QStringLiteral("toute la région")),
                 one.mailing.departement.isEmpty());
        QCOMPARE(text.contains(QStringLiteral("Puy-de-Dôme (63)")),
                 one.mailing.departement == puyDeDome);
    }
    const QList<EditionMailing> recorded = distribution().mailings().value();
    QCOMPARE(recorded.size(), 3);
    QCOMPARE(recorded.first().departement, puyDeDome);
    QCOMPARE(recorded.first().recipients, 2);
    QCOMPARE(recorded.first().operatorName, QStringLiteral("Odile"));
}

void DistributionTest::addressesAreSpreadOverDrafts()
{
    QVERIFY(m_fixture->office().decisions().changeSettings(
        {{QString::fromUtf16(addressesPerDraftSetting), QStringLiteral("3")}}));
    QStringList addresses;
    for (int i = 0; i < 7; ++i) {
        addresses << QStringLiteral("a%1@example.org").arg(i);
        add({{puyDeDome, {}, addresses.last()}});
    }
    const auto drafts = distribution().prepare(requestFor({puyDeDome}));
    QCOMPARE(drafts->size(), 3);
    QStringList reached;
    for (const MailingDraft &one : *drafts) {
        const QByteArray mail = draft(one.file);
        const QByteArray head = mail.first(mail.indexOf("\r\n\r\n"));
        int named = 0;
        for (const QString &address : addresses) {
            if (!head.contains('<' + address.toLatin1() + '>'))
                continue;
            reached << address;
            ++named;
        }
        QCOMPARE(named, one.mailing.recipients);
        QVERIFY(named <= 3);
    }
    reached.sort();
    QCOMPARE(reached, addresses); // each once
    QVERIFY2(draftNames().last().endsWith(QStringLiteral("-departement-63-lot-3-sur-3.eml")),
             qPrintable(draftNames().last()));
    const auto targets = distribution().targets(2026, 1);
    QCOMPARE(targets->last().last->recipients, 7);
    QCOMPARE(targets->last().last->drafts, 3);
}

void DistributionTest::draftsAreWrittenAllOrNone()
{
    add({prescriber(puyDeDome, "p@example.org"), prescriber(allier, "a@example.org")});
    QVERIFY(distribution().prepare(requestFor({puyDeDome})));
    const QStringList before = draftNames();
    const auto refused = distribution().prepare(requestFor({allier, puyDeDome}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().message.contains(before.first()), qPrintable(refused.error().message));
    QCOMPARE(draftNames(), before);
    QCOMPARE(distribution().mailings()->size(), 1);
}

void DistributionTest::stoppedPreparationLeavesNothing()
{
    add({prescriber(puyDeDome, "p@example.org"), prescriber(allier, "a@example.org")});
    const QStringList both{allier, puyDeDome};
    qint64 asked = 0;
    QVERIFY(distribution().prepare(requestFor(both), [&](qint64 done, qint64 total) {
        ++asked;
        return done <= total && total == 2;
    }));
    QVERIFY(asked > 2);
    for (const QString &name : draftNames())
        QFile::remove(QDir(m_drafts->path()).filePath(name));
    for (qint64 stop = 1; stop <= asked; ++stop) {
        qint64 count = 0;
        const auto stopped = distribution().prepare(requestFor(both),
                                                    [&](qint64, qint64) { return ++count < stop; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(draftNames().isEmpty());
    }
    QCOMPARE(distribution().mailings()->size(), 2);
}

void DistributionTest::editionAnnulledMeanwhileLeavesNothing()
{
    add({prescriber(puyDeDome, "p@example.org"), prescriber(allier, "a@example.org")});
    bool isAnnulled = false;
    const auto refused =
        distribution().prepare(requestFor({allier, puyDeDome}), [&](qint64 done, qint64) {
            if (done > 0 && !isAnnulled)
                isAnnulled = m_fixture->office()
                                 .editions()
                                 .annul(2026, 1, QStringLiteral("Erreur de date"))
                                 .has_value();
            return true;
        });
    QVERIFY(isAnnulled);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("annulée")),
             qPrintable(refused.error().message));
    QVERIFY(draftNames().isEmpty());
    QVERIFY(distribution().mailings()->isEmpty());
}

void DistributionTest::folderThatIsNotThereIsSaidAtOnce()
{
    add({prescriber(allier, "a@example.org")});
    MailingRequest nowhere = requestFor({allier});
    nowhere.folder = m_fixture->path(QStringLiteral("absent"));
    bool hasBegun = false;
    const auto refused = distribution().prepare(nowhere, [&](qint64, qint64) {
        hasBegun = true;
        return true;
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
    QVERIFY2(refused.error().message.contains(QDir::toNativeSeparators(nowhere.folder)),
             qPrintable(refused.error().message));
    QVERIFY(!hasBegun);
    QVERIFY(distribution().mailings()->isEmpty());
}

void DistributionTest::whatCannotBeSentSaysWhy()
{
    const auto nobody = distribution().prepare(requestFor({allier}));
    QCOMPARE(nobody.error().code, ErrorCode::Refused);
    QVERIFY2(nobody.error().message.contains(QStringLiteral("Allier (03)")),
             qPrintable(nobody.error().message));
    add({prescriber(allier, "a@example.org")});
    MailingRequest unknown = requestFor({allier});
    unknown.number = 9;
    QCOMPARE(distribution().prepare(unknown).error().code, ErrorCode::NotFound);
    QVERIFY(m_fixture->office().editions().annul(2026, 1, QStringLiteral("Erreur de date")));
    const auto annulled = distribution().prepare(requestFor({allier}));
    QCOMPARE(annulled.error().code, ErrorCode::Refused);
    QVERIFY2(annulled.error().message.contains(QStringLiteral("annulée")),
             qPrintable(annulled.error().message));
    QVERIFY(draftNames().isEmpty());
}

void DistributionTest::targetsSayWhoHadNothing()
{
    add({prescriber(puyDeDome, "p@example.org"), prescriber(allier, "a@example.org")});
    const auto waiting = [this] {
        QStringList codes;
        const auto targets = distribution().targets(2026, 1);
        for (const MailingTarget &target : *targets) {
            if (target.isWaiting())
                codes << target.departement;
        }
        return codes;
    };
    QCOMPARE(waiting(), (QStringList{allier, puyDeDome}));
    QVERIFY(distribution().prepare(requestFor({puyDeDome})));
    QCOMPARE(waiting(), QStringList(allier));
    const QList<MailingTarget> targets = distribution().targets(2026, 1).value();
    QCOMPARE(targets.size(), 3);
    QCOMPARE(targets.at(0).departement, region);
    QCOMPARE(targets.at(0).sessions, 1);
    QCOMPARE(targets.at(0).addresses, 0);
    QCOMPARE(targets.at(1).sessions, 0);
    QCOMPARE(targets.at(2).sessions, 1);
    QCOMPARE(targets.at(2).last->recipients, 1);
    QCOMPARE(targets.at(2).last->operatorName, QStringLiteral("Odile"));
}

void DistributionTest::textAndNumberOfAddressesAreSettings()
{
    add({prescriber(puyDeDome, "p@example.org")});
    DecisionService decisions = m_fixture->office().decisions();
    const QString subject = subjectSettingName(LetterKind::Table);
    QVERIFY(decisions.changeSettings({{subject, QStringLiteral("Tableau {edition} {perimetre}")}}));
    const auto drafts = distribution().prepare(requestFor({puyDeDome}));
    QVERIFY(draft(drafts->first().file)
                .contains("Subject: =?UTF-8?B?" +
                          QStringLiteral("Tableau 2026-01 Puy-de-Dôme (63)").toUtf8().toBase64()));
    const auto refusal = [&decisions](const QString &name, const char *text) {
        const auto refused = decisions.changeSettings({{name, QString::fromUtf8(text)}});
        return refused ? QString() : refused.error().message;
    };
    QVERIFY(refusal(subject, "Tableau {changements}").contains(QStringLiteral("{perimetre}")));
    QVERIFY(refusal(bodySettingName(LetterKind::Table), "{organisme}")
                .contains(QStringLiteral("{organisme}")));
    const QString addresses = QString::fromUtf16(addressesPerDraftSetting);
    for (const char *wrong : {"0", "-1", "cent", "", "1001"})
        QVERIFY2(refusal(addresses, wrong).contains(addresses), wrong);
    QVERIFY(settingInWords(addresses) != addresses);
}

QTEST_MAIN(DistributionTest)
#include "tst_distribution.moc"
