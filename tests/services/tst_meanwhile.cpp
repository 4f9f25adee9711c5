// SPDX-License-Identifier: GPL-3.0-or-later
// Two operators on one base: what one changed after the other looked is not decided on, and told.
#include "correspondence/lettertemplate.h"
#include "correspondence/mailingsettings.h"
#include "domain/retention.h"
#include "rules/checksettings.h"
#include "services/officefixture.h"
#include "services/settings.h"
#include "services/sharedbase.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;

namespace {

const Prescriber cap{QStringLiteral("63"), QStringLiteral("Cap emploi"),
                     QStringLiteral("cap@example.org")};
const QString agreed = QStringLiteral("Accord du financeur");

//! "Activation : inactive → active (Paul)", a line each.
QString inWords(const QList<MeanwhileChange> &changes)
{
    QStringList lines;
    for (const MeanwhileChange &change : changes)
        lines << QStringLiteral("%1 : %2 → %3 (%4)")
                     .arg(change.field, change.seen, change.now, change.operatorName);
    return lines.join(u'\n');
}

} // namespace

class MeanwhileTest : public QObject
{
    Q_OBJECT

    //! What Paul does after Odile looked.
    using Interfere = std::function<void(SharedBase &, const SessionKey &)>;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }
    void init() { m_base.reset(); }
    void changedSessionIsLeftAlone_data();
    void changedSessionIsLeftAlone();
    void othersOfTheBatchAreDecidedOn();
    void decidingAgainOnWhatIsShownNow();
    void ownDecisionIsNoSurprise();
    void changedAndChangedBackIsNone();
    void siblingActivatedByAColleagueIsNone();
    void actionChangedByAColleague();
    void conformingOnesAreThoseThatWereSeen();
    void undoOfSomebodyElsesDecision();
    void changedSettingIsLeftAlone_data();
    void changedSettingIsLeftAlone();
    void whatStandsInOtherWordsIsNoChange();
    void whatIsWantedAlreadyIsNoChange();
    void changeWithinALongTextIsShown();
    void changedProfileIsLeftAlone_data();
    void changedProfileIsLeftAlone();
    void removedProfileIsNotMissed_data() { m_kinds.addRows(); }
    void removedProfileIsNotMissed();
    void changedListOfPrescribersIsNotReplaced_data();
    void changedListOfPrescribersIsNotReplaced();
    void listThatIsWantedAlreadyIsNoChange_data() { m_kinds.addRows(); }
    void listThatIsWantedAlreadyIsNoChange();
    void longListOfChangesIsCutShort();
    void whoSeesNothingDecidesOnTheBase();
    void repeatedRequestIsDoneOnce_data() { m_kinds.addRows(); }
    void repeatedRequestIsDoneOnce();
    void requestThatWasRefusedIsMadeAgain();

private:
    void open(const QString &backend = QStringLiteral("sqlite"));
    //! Odile's import of a list, as its trial left it.
    [[nodiscard]] ImportPlan triedList(const QByteArray &rows)
    {
        const ImportPlan plan{.file = m_base->write(QStringLiteral("liste.csv"),
                                                    "departement;structure;courriel\n" + rows),
                              .kind = ImportKind::Prescribers};
        return m_base->odile().imports().tryAll({plan}, nullptr)->files.first().plan;
    }
    [[nodiscard]] WorkspacePtr seenByOdile() { return m_base->odile().workspace().value(); }
    [[nodiscard]] SessionKey key(const QString &numero) const;
    [[nodiscard]] StoredSession stored(const SessionKey &key) const;

    test::BaseKinds m_kinds;
    std::unique_ptr<SharedBase> m_base;
};

void MeanwhileTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
}

void MeanwhileTest::open(const QString &backend)
{
    m_base = std::make_unique<SharedBase>(m_kinds, backend);
    ImportService imports = m_base->odile().imports();
    QVERIFY(imports.importAwards(
        m_base->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(imports.importLheo(
        m_base->write(QStringLiteral("f.xml"), feedOf({{}, {.numero = QStringLiteral("SE_2")}}))));
}

SessionKey MeanwhileTest::key(const QString &numero) const
{
    return {QStringLiteral("AF_1"), QStringLiteral("AC_") + numero, numero};
}

StoredSession MeanwhileTest::stored(const SessionKey &key) const
{
    const WorkspacePtr now = m_base->afresh();
    return now->sessions[now->indexOf(key)].stored;
}

void MeanwhileTest::changedSessionIsLeftAlone_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<Interfere>("interfere");
    QTest::addColumn<QString>("told");
    const auto add = [this](const char *name, const Interfere &interfere, const char *told) {
        for (const QString &backend : m_kinds.backends())
            QTest::addRow("%s, %s", name, qPrintable(backend))
                << backend << interfere << QString::fromUtf8(told);
    };
    add(
        "activation",
        [](SharedBase &base, const SessionKey &key) {
            QVERIFY(base.paul().decisions().activate({key}, agreed));
        },
        "Activation : inactive → active (Paul)");
    add(
        "recruitment",
        [](SharedBase &base, const SessionKey &key) {
            QVERIFY(base.paul().decisions().setRecruitment({key}, RecruitmentState::Closed));
        },
        "Recrutement : ouvert → fermé (Paul)");
    add(
        "set aside",
        [](SharedBase &base, const SessionKey &key) {
            QVERIFY(base.paul().decisions().setAside({key}, ReturnReason::Cancelled));
        },
        "Mise à l'écart : dans la file → écartée (offre annulée) (Paul)");
    add(
        "association",
        [](SharedBase &base, const SessionKey &key) {
            const AwardKey award = base.afresh()->awards.first().key();
            QVERIFY(base.paul().decisions().associate({key}, award));
        },
        "Notification : aucune → P2651401 (Paul)");
    add(
        "import",
        [](SharedBase &base, const SessionKey &) {
            QVERIFY(base.paul().imports().importLheo(base.write(
                QStringLiteral("g.xml"),
                feedOf({{.city = QStringLiteral("Ambert")}, {.numero = QStringLiteral("SE_2")}}))));
        },
        "Lieu : 1 rue des Essais 63300 Thiers → 1 rue des Essais 63300 Ambert (Paul)");
    add(
        "gone from the feed",
        [](SharedBase &base, const SessionKey &) {
            QVERIFY(base.paul().imports().importLheo(
                base.write(QStringLiteral("g.xml"), feedOf({{.numero = QStringLiteral("SE_2")}}))));
        },
        "Flux du portail : présente → absente (Paul)");
}

void MeanwhileTest::changedSessionIsLeftAlone()
{
    QFETCH(const QString, backend);
    QFETCH(const Interfere, interfere);
    QFETCH(const QString, told);
    open(backend);
    const WorkspacePtr seen = seenByOdile();
    const QDateTime before = Clock::now();
    interfere(*m_base, key(QStringLiteral("SE_1")));
    const StoredSession then = stored(key(QStringLiteral("SE_1")));
    const auto outcome =
        m_base->odile()
            .decisions({{}, seen})
            .setRecruitment({key(QStringLiteral("SE_1"))}, RecruitmentState::Suspended);
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(inWords(outcome->meanwhile), told);
    QCOMPARE(outcome->meanwhile.first().key, key(QStringLiteral("SE_1")));
    QVERIFY(outcome->meanwhile.first().at.addMSecs(1) >= before);
    QVERIFY(outcome->applied.isEmpty() && outcome->refused.isEmpty());
    QVERIFY(stored(key(QStringLiteral("SE_1"))) == then);
}

void MeanwhileTest::othersOfTheBatchAreDecidedOn()
{
    open();
    const WorkspacePtr seen = seenByOdile();
    QVERIFY(m_base->paul().decisions().setRecruitment({key(QStringLiteral("SE_1"))},
                                                      RecruitmentState::Closed));
    const auto outcome = m_base->odile()
                             .decisions({{}, seen})
                             .setAside({key(QStringLiteral("SE_1")), key(QStringLiteral("SE_2"))},
                                       ReturnReason::Dates);
    QCOMPARE(outcome->meanwhile.size(), 1);
    QCOMPARE(outcome->applied.size(), 1);
    QCOMPARE(outcome->applied.first().key, key(QStringLiteral("SE_2")));
}

void MeanwhileTest::decidingAgainOnWhatIsShownNow()
{
    open();
    const WorkspacePtr seen = seenByOdile();
    const QList<SessionKey> keys{key(QStringLiteral("SE_1"))};
    QVERIFY(m_base->paul().decisions().setRecruitment(keys, RecruitmentState::Closed));
    QCOMPARE(m_base->odile()
                 .decisions({{}, seen})
                 .setRecruitment(keys, RecruitmentState::Suspended)
                 ->meanwhile.size(),
             1);
    const auto again = m_base->odile()
                           .decisions({{}, seenByOdile()})
                           .setRecruitment(keys, RecruitmentState::Suspended);
    QVERIFY(again->meanwhile.isEmpty());
    QCOMPARE(again->applied.first().before, QStringLiteral("closed"));
}

//! Keys are pressed faster than the list is loaded again.
void MeanwhileTest::ownDecisionIsNoSurprise()
{
    open();
    const WorkspacePtr seen = seenByOdile();
    const QList<SessionKey> keys{key(QStringLiteral("SE_1"))};
    QVERIFY(m_base->odile().decisions({{}, seen}).activate(keys));
    const auto next =
        m_base->odile().decisions({{}, seen}).setRecruitment(keys, RecruitmentState::Suspended);
    QVERIFY2(next->meanwhile.isEmpty(), qPrintable(inWords(next->meanwhile)));
    QCOMPARE(next->applied.size(), 1);
    QVERIFY(m_base->odile().decisions({{}, seen}).undo()->meanwhile.isEmpty());
}

void MeanwhileTest::changedAndChangedBackIsNone()
{
    open();
    const WorkspacePtr seen = seenByOdile();
    const QList<SessionKey> keys{key(QStringLiteral("SE_1"))};
    QVERIFY(m_base->paul().decisions().setRecruitment(keys, RecruitmentState::Closed));
    QVERIFY(m_base->paul().decisions().undo());
    const auto outcome =
        m_base->odile().decisions({{}, seen}).setRecruitment(keys, RecruitmentState::Suspended);
    QVERIFY(outcome->meanwhile.isEmpty());
    QCOMPARE(outcome->applied.size(), 1);
}

void MeanwhileTest::siblingActivatedByAColleagueIsNone()
{
    open();
    const WorkspacePtr seen = seenByOdile();
    QVERIFY(m_base->paul().decisions().activate({key(QStringLiteral("SE_2"))}));
    const auto outcome =
        m_base->odile().decisions({{}, seen}).activate({key(QStringLiteral("SE_1"))});
    QVERIFY2(outcome->meanwhile.isEmpty(), qPrintable(inWords(outcome->meanwhile)));
    QCOMPARE(outcome->applied.size(), 1);
}

void MeanwhileTest::actionChangedByAColleague()
{
    open();
    QVERIFY(m_base->odile().decisions().activateConforming());
    const WorkspacePtr seen = seenByOdile();
    QVERIFY(m_base->paul().decisions().setActionsActive({QStringLiteral("AF_1")}, false));
    const auto onAction =
        m_base->odile().decisions({{}, seen}).setActionsActive({QStringLiteral("AF_1")}, false);
    QCOMPARE(inWords(onAction->meanwhile),
             QStringLiteral("Activation de l'action : active → inactive (Paul)"));
    const auto onSession =
        m_base->odile()
            .decisions({{}, seen})
            .setRecruitment({key(QStringLiteral("SE_1"))}, RecruitmentState::Suspended);
    QCOMPARE(inWords(onSession->meanwhile), inWords(onAction->meanwhile));
}

void MeanwhileTest::conformingOnesAreThoseThatWereSeen()
{
    open();
    QVERIFY(
        m_base->paul().decisions().setAside({key(QStringLiteral("SE_2"))}, ReturnReason::Dates));
    const WorkspacePtr seen = seenByOdile();
    QVERIFY(m_base->paul().decisions().takeUp({key(QStringLiteral("SE_2"))}));
    const auto outcome = m_base->odile().decisions({{}, seen}).activateConforming();
    QCOMPARE(outcome->applied.last().key, key(QStringLiteral("SE_1")));
    QVERIFY(!stored(key(QStringLiteral("SE_2"))).active); // conforms now, but nobody looked
}

void MeanwhileTest::undoOfSomebodyElsesDecision()
{
    open();
    QVERIFY(m_base->odile().decisions().setRecruitment({key(QStringLiteral("SE_1"))},
                                                       RecruitmentState::Closed));
    const WorkspacePtr seen = seenByOdile();
    QVERIFY(
        m_base->paul().decisions().setAside({key(QStringLiteral("SE_2"))}, ReturnReason::Dates));
    const auto outcome = m_base->odile().decisions({{}, seen}).undo();
    QVERIFY(outcome->applied.isEmpty());
    QCOMPARE(outcome->meanwhile.size(), 1);
    QCOMPARE(outcome->meanwhile.first().operatorName, QStringLiteral("Paul"));
    QVERIFY(stored(key(QStringLiteral("SE_2"))).aside.has_value());
    QVERIFY(!m_base->odile().decisions({{}, seenByOdile()}).undo()->applied.isEmpty());
}

void MeanwhileTest::changedSettingIsLeftAlone_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("told");
    const auto add = [this](const QString &name, const QString &seen, const QString &now,
                            const QString &wanted, const QString &told) {
        for (const QString &backend : m_kinds.backends())
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(backend))
                << backend << name << seen << now << wanted << told;
    };
    add(QString::fromUtf16(departementsSetting), QStringLiteral("03 15 43 63"),
        QStringLiteral("03 15"), QStringLiteral("63"),
        QStringLiteral("Départements de la région : 03 15 43 63 → 03 15 (Paul), voulu : 63"));
    add(QStringLiteral("partner/aude/max-fall"), QStringLiteral("20"), QStringLiteral("30"),
        QStringLiteral("10"),
        QStringLiteral("AUDE / GSP, baisse à confirmer (%) : 20 → 30 (Paul), voulu : 10"));
    add(subjectSettingName(LetterKind::Correction),
        LetterTemplate::standard(LetterKind::Correction).subject, QStringLiteral("Bonjour"),
        QStringLiteral("À corriger"), QString());
    add(retentionSetting(RetainedRecord::Letters),
        *standardSetting(retentionSetting(RetainedRecord::Letters)), QStringLiteral("7"),
        QStringLiteral("9"), QString());
    add(QString::fromUtf16(addressesPerDraftSetting),
        *standardSetting(QString::fromUtf16(addressesPerDraftSetting)), QStringLiteral("12"),
        QStringLiteral("13"), QString());
}

void MeanwhileTest::changedSettingIsLeftAlone()
{
    QFETCH(const QString, backend);
    QFETCH(const QString, name);
    QFETCH(const QString, seen);
    QFETCH(const QString, now);
    QFETCH(const QString, wanted);
    QFETCH(const QString, told);
    open(backend);
    const QString days = QString::fromUtf16(dayCountSetting);
    QVERIFY(m_base->paul().decisions().changeSettings({{name, now}}));
    const auto outcome = m_base->odile().decisions().changeSettings(
        {{name, wanted}, {days, QStringLiteral("working")}}, {},
        {{name, seen}, {days, QStringLiteral("calendar")}});
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->meanwhile.size(), 1);
    const MeanwhileChange &change = outcome->meanwhile.first();
    QCOMPARE(change.operatorName, QStringLiteral("Paul"));
    QVERIFY(change.at.isValid());
    QVERIFY(change.seen != change.now && change.wanted && *change.wanted != change.now);
    if (!told.isEmpty())
        QCOMPARE(inWords(outcome->meanwhile) + QStringLiteral(", voulu : ") + *change.wanted, told);
    // All or none: those of one dialog belong together.
    QVERIFY(outcome->applied.isEmpty());
    QCOMPARE(m_base->odile().settings().value(), (QMap<QString, QString>{{name, now}}));
}

void MeanwhileTest::whatStandsInOtherWordsIsNoChange()
{
    open();
    const QString departements = QString::fromUtf16(departementsSetting);
    const QString fall = QStringLiteral("partner/aude/max-fall");
    QVERIFY(m_base->paul().decisions().changeSettings(
        {{departements, QStringLiteral("03  15")}, {fall, QStringLiteral("030")}}));
    const auto outcome = m_base->odile().decisions().changeSettings(
        {{departements, QStringLiteral("63")}, {fall, QStringLiteral("10")}}, {},
        {{departements, QStringLiteral("03 15")}, {fall, QStringLiteral("30")}});
    QVERIFY2(outcome->meanwhile.isEmpty(), qPrintable(inWords(outcome->meanwhile)));
    QCOMPARE(outcome->applied.size(), 2);
}

//! Nothing is written over.
void MeanwhileTest::whatIsWantedAlreadyIsNoChange()
{
    open();
    const QString days = QString::fromUtf16(dayCountSetting);
    const QMap<QString, QString> wanted{{days, QStringLiteral("working")}};
    QVERIFY(m_base->paul().decisions().changeSettings(wanted));
    const auto outcome = m_base->odile().decisions().changeSettings(
        wanted, {}, {{days, QStringLiteral("calendar")}});
    QVERIFY(outcome->meanwhile.isEmpty() && outcome->applied.isEmpty());
    QCOMPARE(outcome->unchanged, 1);
}

//! Letters mostly begin alike: what differs is shown, not how they begin.
void MeanwhileTest::changeWithinALongTextIsShown()
{
    open();
    const QString name = bodySettingName(LetterKind::Correction);
    const QString seen = LetterTemplate::standard(LetterKind::Correction).body;
    const auto ending = [&](const char *end) { return seen + QString::fromUtf8(end); };
    QVERIFY(m_base->paul().decisions().changeSettings({{name, ending(" Merci.")}}));
    const auto outcome = m_base->odile().decisions().changeSettings({{name, ending(" À bientôt.")}},
                                                                    {}, {{name, seen}});
    const MeanwhileChange &change = outcome->meanwhile.first();
    QVERIFY2(change.now.contains(QStringLiteral("Merci.")), qPrintable(change.now));
    QVERIFY2(!change.seen.contains(QStringLiteral("Merci.")), qPrintable(change.seen));
    QVERIFY2(change.wanted->contains(QStringLiteral("À bientôt.")), qPrintable(*change.wanted));
}

void MeanwhileTest::changedProfileIsLeftAlone_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<bool>("isKnown"); // to Odile
    QTest::addColumn<bool>("removes"); // Paul
    QTest::addColumn<QString>("told");
    const auto add = [this](const char *name, bool isKnown, bool removes, const char *told) {
        for (const QString &backend : m_kinds.backends())
            QTest::addRow("%s, %s", name, qPrintable(backend))
                << backend << isKnown << removes << QString::fromUtf8(told);
    };
    add("changed", true, false,
        "Profil « Opco », encodage : à trouver dans le fichier → ISO-8859-15 ()\n"
        "Profil « Opco », ligne d'en-tête : 2 → 3 ()");
    add("removed", true, true, "Profil « Opco » : enregistré → aucun profil de ce nom ()");
    add("new", false, false, "Profil « Opco » : aucun profil de ce nom → enregistré ()");
}

void MeanwhileTest::changedProfileIsLeftAlone()
{
    QFETCH(const QString, backend);
    QFETCH(const bool, isKnown);
    QFETCH(const bool, removes);
    QFETCH(const QString, told);
    open(backend);
    TableProfile mine;
    mine.name = QStringLiteral("Opco");
    mine.headerLine = 2;
    ProfileState seen;
    if (isKnown)
        seen = m_base->odile().profiles().save(mine).value();
    TableProfile theirs = mine;
    theirs.headerLine = 3;
    theirs.encoding = QStringLiteral("ISO-8859-15");
    if (removes)
        QVERIFY(m_base->paul().profiles().remove(mine.name));
    else
        QVERIFY(m_base->paul().profiles().save(theirs));
    const QList<TableProfile> then = m_base->paul().profiles().profiles().value();

    mine.headerLine = 9;
    const auto saved = m_base->odile().profiles().saveUnlessChanged(mine, seen);
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(inWords(saved->meanwhile), told);
    QVERIFY(m_base->paul().profiles().profiles().value() == then);
    // On what stands now it is done.
    const ProfileState now = then.isEmpty() ? std::nullopt : ProfileState(then.first());
    QVERIFY(m_base->odile().profiles().saveUnlessChanged(mine, now)->meanwhile.isEmpty());
    QVERIFY(m_base->paul().profiles().profiles().value() == QList{mine});
    // What is wanted already is nobody's loss.
    QVERIFY(m_base->paul().profiles().saveUnlessChanged(mine, seen)->meanwhile.isEmpty());
}

void MeanwhileTest::removedProfileIsNotMissed()
{
    QFETCH(const QString, backend);
    open(backend);
    TableProfile seen;
    seen.name = QStringLiteral("Opco");
    QVERIFY(m_base->odile().profiles().save(seen));
    TableProfile theirs = seen;
    theirs.headerLine = 3;
    QVERIFY(m_base->paul().profiles().save(theirs));
    QCOMPARE(m_base->odile().profiles().removeUnlessChanged(seen)->size(), 1);
    QCOMPARE(m_base->odile().profiles().profiles()->size(), 1);
    QVERIFY(m_base->odile().profiles().removeUnlessChanged(theirs)->isEmpty());
    QVERIFY(m_base->odile().profiles().profiles()->isEmpty());
    QVERIFY(m_base->odile().profiles().removeUnlessChanged(theirs)->isEmpty());
}

void MeanwhileTest::changedListOfPrescribersIsNotReplaced_data()
{
    using ChangeList = std::function<void(DistributionService)>;
    QTest::addColumn<QString>("backend");
    QTest::addColumn<ChangeList>("change");
    QTest::addColumn<QString>("told");
    const auto add = [this](const char *name, const ChangeList &change, const char *told) {
        for (const QString &backend : m_kinds.backends())
            QTest::addRow("%s, %s", name, qPrintable(backend))
                << backend << change << QString::fromUtf8(told);
    };
    add(
        "added",
        [](DistributionService list) {
            QVERIFY(list.add({QStringLiteral("03"), {}, QStringLiteral("neuve@example.org")}));
        },
        "1 adresse ajoutée (neuve@example.org pour Allier (03))");
    add(
        "changed",
        [](DistributionService list) {
            QVERIFY(list.change(cap, {cap.departement, QStringLiteral("Cap 63"), cap.address})
                        ->isEmpty());
        },
        "1 adresse modifiée (cap@example.org pour Puy-de-Dôme (63))");
    add(
        "removed", [](DistributionService list) { QVERIFY(list.remove({cap})->isEmpty()); },
        "1 adresse retirée (cap@example.org pour Puy-de-Dôme (63))");
    add(
        "moved",
        [](DistributionService list) {
            QVERIFY(list.change(cap, {{}, cap.structure, cap.address})->isEmpty());
        },
        "1 adresse ajoutée (cap@example.org pour toute la région), 1 adresse retirée "
        "(cap@example.org pour Puy-de-Dôme (63))");
}

void MeanwhileTest::changedListOfPrescribersIsNotReplaced()
{
    QFETCH(const QString, backend);
    QFETCH(const std::function<void(DistributionService)>, change);
    QFETCH(const QString, told);
    open(backend);
    QVERIFY(m_base->odile().distribution().add(cap));
    const ImportPlan plan = triedList("63;ML;ml@example.org\n");
    QCOMPARE(plan.seenPrescribers, QList{cap});
    change(m_base->paul().distribution());
    const auto then = m_base->paul().distribution().prescribers().value();

    const auto refused = m_base->odile().imports().import(plan);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileChanged);
    QVERIFY2(refused.error().message.contains(told), qPrintable(refused.error().message));
    QVERIFY(refused.error().message.contains(QStringLiteral("liste.csv")));
    QCOMPARE(m_base->paul().distribution().prescribers().value(), then);
    // A trial of the same plan is of what stands now, and what it was of is replaced.
    const auto again = m_base->odile().imports().tryAll({plan}, nullptr);
    QVERIFY(again->files.first().summary);
    QVERIFY(m_base->odile().imports().import(again->files.first().plan));
    QCOMPARE(m_base->paul().distribution().prescribers()->size(), 1);
}

//! Nothing is lost.
void MeanwhileTest::listThatIsWantedAlreadyIsNoChange()
{
    QFETCH(const QString, backend);
    open(backend);
    const ImportPlan plan = triedList("63;Cap emploi;cap@example.org\n");
    QVERIFY(m_base->paul().distribution().add(cap));
    const auto imported = m_base->odile().imports().import(plan);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    QVERIFY(!imported->changedAnything());
    QCOMPARE(m_base->paul().distribution().prescribers().value(), QList{cap});
}

void MeanwhileTest::longListOfChangesIsCutShort()
{
    open();
    const ImportPlan plan = triedList("63;Cap emploi;cap@example.org\n");
    for (int i = 1; i <= 5; ++i)
        QVERIFY(m_base->paul().distribution().add(
            {{}, {}, QStringLiteral("a%1%2@example.org").arg(i)}));
    const auto refused = m_base->odile().imports().import(plan);
    QVERIFY2(refused.error().message.contains(QStringLiteral("5 adresses ajoutées")) &&
                 refused.error().message.contains(QStringLiteral("a3%2@example.org")) &&
                 refused.error().message.contains(QStringLiteral("et 2 de plus")) &&
                 !refused.error().message.contains(QStringLiteral("a4%2@example.org")),
             qPrintable(refused.error().message));
}

void MeanwhileTest::whoSeesNothingDecidesOnTheBase()
{
    open();
    QVERIFY(m_base->paul().decisions().setRecruitment({key(QStringLiteral("SE_1"))},
                                                      RecruitmentState::Closed));
    const auto outcome = m_base->odile().decisions().setRecruitment({key(QStringLiteral("SE_1"))},
                                                                    RecruitmentState::Open);
    QCOMPARE(outcome->applied.size(), 1);
}

void MeanwhileTest::repeatedRequestIsDoneOnce()
{
    QFETCH(const QString, backend);
    open(backend);
    const DecisionRequest request = DecisionRequest::on(seenByOdile());
    const auto decide = [&] {
        return m_base->odile().decide(request, [this](DecisionService decisions) {
            return decisions.activate({key(QStringLiteral("SE_1")), key(QStringLiteral("SE_2"))});
        });
    };
    const auto first = decide();
    QVERIFY(!first->wasDoneBefore);
    QCOMPARE(first->applied.first().batch, request.id);
    QVERIFY(m_base->paul().decisions().deactivate({key(QStringLiteral("SE_1"))}));
    const auto second = decide();
    QVERIFY(second->wasDoneBefore);
    QVERIFY(second->applied == first->applied);
    QVERIFY(second->meanwhile.isEmpty());
    QVERIFY(!stored(key(QStringLiteral("SE_1"))).active); // what Paul did stands
    QCOMPARE(m_base->odile().history(key(QStringLiteral("SE_2")))->size(), 2);
}

//! Nothing of it is in the trail: it is judged by the base as it has become.
void MeanwhileTest::requestThatWasRefusedIsMadeAgain()
{
    open();
    QVERIFY(
        m_base->paul().decisions().setAside({key(QStringLiteral("SE_1"))}, ReturnReason::Dates));
    const DecisionRequest request{QStringLiteral("request"), {}};
    const auto decide = [&] {
        return m_base->odile().decisions(request).activate({key(QStringLiteral("SE_1"))});
    };
    QCOMPARE(decide()->refused.size(), 1);
    QVERIFY(m_base->paul().decisions().takeUp({key(QStringLiteral("SE_1"))}));
    QVERIFY(!decide()->applied.isEmpty());
}

QTEST_GUILESS_MAIN(MeanwhileTest)
#include "tst_meanwhile.moc"
