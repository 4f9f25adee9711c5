// SPDX-License-Identifier: GPL-3.0-or-later
// What changed is shown, all of it and nothing else.
#include "rules/control.h"
#include "rules/rulecase.h"
#include "rules/versionchanges.h"

#include <QTest>

using namespace recoupe;

class VersionChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheDifferenceIsNamed_data();
    void onlyTheDifferenceIsNamed();
    void recruitmentAndDatesOfRecordAreNoChange();
    void valuesThatReadAlikeAreStillNamed();
};

void VersionChangesTest::onlyTheDifferenceIsNamed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *label, const char *after, const Change &change) {
        QTest::newRow(label) << change << QString::fromUtf8(label) << QString::fromUtf8(after);
    };
    row("Dates", "du 01/03/2027 au 15/07/2027",
        [](RuleCase &c) { c.session.end = lheoDate("20270715"); });
    row("Entrées", "permanentes", [](RuleCase &c) { c.session.entryMode = EntryMode::Permanent; });
    row("Financement", "Conseil régional Auvergne-Rhône-Alpes, marché M2651402, AFC, 12 places",
        [](RuleCase &c) { c.funding().marketNumber = QStringLiteral("M2651402"); });
    row("Lieu", "63300 Ambert",
        [](RuleCase &c) { c.session.place.city = QStringLiteral("Ambert"); });
    row("Autres lieux", "03000", [](RuleCase &c) {
        c.session.otherPlaces = {Place{{}, {}, QStringLiteral("03000"), {}, {}}};
    });
    row("Durée", "400 h en centre", [](RuleCase &c) { c.session.duration = {400, {}, {}, {}}; });
    row("Rythme", "soir", [](RuleCase &c) { c.session.rhythm = QStringLiteral("soir"); });
    row("Particularité", "Groupe 2",
        [](RuleCase &c) { c.session.particularity = QStringLiteral("Groupe 2"); });
    row("Organisme formateur", "Autre", [](RuleCase &c) {
        c.session.deliverers = {Organisation{{}, QStringLiteral("Autre"), {}, {}, {}}};
    });
    row("Contact", "Chabrol 39 36 chabrol@example.org",
        [](RuleCase &c) { c.session.contacts.first().telephones = {QStringLiteral("39 36")}; });
    row("Information collective", "10/02/2027 9h", [](RuleCase &c) {
        c.session.infoMeetings = {{lheoDate("20270210"), QStringLiteral("9h"), {}, {}, {}}};
    });
    row("Bilans", "bilan final 30/06/2027", [](RuleCase &c) {
        c.session.assessments = {{lheoDate("20270630"), true, {}}};
    });
    row("Intitulé", "Agent", [](RuleCase &c) { c.action.title = QStringLiteral("Agent"); });
    row("Mandataire", "Bâti-Formation, SIRET 1",
        [](RuleCase &c) { c.action.mandataire.siret = QStringLiteral("1"); });
    row("Objectif", "o", [](RuleCase &c) { c.action.objective = QStringLiteral("o"); });
    row("Résultats attendus", "r",
        [](RuleCase &c) { c.action.expectedResults = QStringLiteral("r"); });
    row("Contenu", "c", [](RuleCase &c) { c.action.content = QStringLiteral("c"); });
    row("Niveau d'entrée", "3", [](RuleCase &c) { c.action.entryLevel = QStringLiteral("3"); });
    row("Niveau de sortie", "4", [](RuleCase &c) { c.action.exitLevel = QStringLiteral("4"); });
    row("Certifiante", "oui", [](RuleCase &c) { c.action.certifying = true; });
    row("Formacodes", "42069",
        [](RuleCase &c) { c.action.formacodes = {QStringLiteral("42069")}; });
    row("Certifications", "RNCP278",
        [](RuleCase &c) { c.action.certifications = {QStringLiteral("RNCP278")}; });
    row("Contact de la formation", "Fabre", [](RuleCase &c) {
        c.action.contacts = {Contact{{}, {}, QStringLiteral("Fabre"), {}, {}}};
    });
}

void VersionChangesTest::onlyTheDifferenceIsNamed()
{
    QFETCH(const Change, change);
    QFETCH(const QString, label);
    QFETCH(const QString, after);
    const RuleCase before;
    RuleCase now;
    change(now);
    const QList<FieldChange> changes =
        changesBetween(before.session, now.session) + changesBetween(before.action, now.action);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().label, label);
    QCOMPARE(changes.first().after, after);
    QVERIFY(changes.first().before != after);
    QVERIFY(differsFromVerified(now.session, before.session) ||
            differsFromVerified(now.action, before.action));
}

void VersionChangesTest::recruitmentAndDatesOfRecordAreNoChange()
{
    const RuleCase before;
    RuleCase now;
    now.session.recruitment = RecruitmentState::Closed;
    now.session.changedOn = lheoDate("20261120");
    now.action.changedOn = lheoDate("20261120");
    QVERIFY(changesBetween(before.session, now.session).isEmpty());
    QVERIFY(changesBetween(before.action, now.action).isEmpty());
    QVERIFY(!differsFromVerified(now.session, before.session));
}

void VersionChangesTest::valuesThatReadAlikeAreStillNamed()
{
    const RuleCase before;
    RuleCase now;
    now.session.place.city = QStringLiteral("63300 Thiers");
    now.session.place.postalCode.clear();
    QCOMPARE(changesBetween(before.session, now.session).size(), 1);
}

QTEST_APPLESS_MAIN(VersionChangesTest)
#include "tst_versionchanges.moc"
