// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace recoupe {

PartialDate lheoDate(const char *text)
{
    return PartialDate::fromLheo(QString::fromLatin1(text)).value();
}

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

RuleCase::RuleCase()
{
    action.numero = QStringLiteral("AF_1");
    action.title = QStringLiteral("Agent de propreté");
    action.objective = QStringLiteral("Exercer le métier d'agent de propreté");
    action.content = QStringLiteral("Entretien des locaux : 2 plateaux < 20 stagiaires & stage");
    action.mandataire.siret = QStringLiteral("99990010300014");
    action.mandataire.name = QStringLiteral("Bâti-Formation");

    session.key = {action.numero, QStringLiteral("AC_1"), QStringLiteral("SE_1")};
    session.start = lheoDate("20270301");
    session.end = lheoDate("20270630");
    session.entryMode = EntryMode::Fixed;
    session.recruitment = RecruitmentState::Open;
    session.place.city = QStringLiteral("Thiers");
    session.place.postalCode = QStringLiteral("63300");
    session.fundings = {Funding{2, QStringLiteral("M2651401"), {}, QStringLiteral("AFC"), 0, 12}};
    session.duration = {300, 100, 400, 35};
    Contact named;
    named.lastName = QStringLiteral("Chabrol");
    named.telephones = {QStringLiteral("04 65 71 10 10")};
    named.email = QStringLiteral("chabrol@example.org");
    session.contacts = {named};

    AwardNotification notified;
    notified.funder = Funder::Region;
    notified.market = MarketNumber(QStringLiteral("M2651401"));
    notified.title = QStringLiteral("Agent de propreté");
    notified.awardeeSirets = {action.mandataire.siret};
    notified.awardeeName = action.mandataire.name;
    notified.notifiedOn = QDate(2026, 10, 1);
    notified.receivedOn = QDate(2026, 10, 5);
    notified.start = QDate(2027, 1, 1);
    notified.end = QDate(2027, 12, 31);
    notified.place = QStringLiteral("Thiers");
    notified.postalCode = QStringLiteral("63300");
    notified.scheme = QStringLiteral("AFC");
    notified.places = 12;
    awards = {notified};

    SesarDeclaration declaration;
    declaration.market = notified.market;
    declaration.start = QDate(2027, 3, 1);
    declaration.end = QDate(2027, 6, 30);
    declarations = {declaration};
    enteredOn = QDate(2026, 10, 10);
}

void RuleCase::setFunder(int lheoCode, Funder funder, const char *scheme)
{
    funding().funderCode = lheoCode;
    funding().scheme = QString::fromLatin1(scheme);
    award().funder = funder;
}

void RuleCase::setSieg(int segment, const char *title)
{
    funding().scheme = QStringLiteral("SIEG");
    funding().siegSegment = segment;
    award().siegSegment = segment;
    action.title = utf8(title);
    award().title = action.title;
}

TrainingSession &RuleCase::addSister(const char *numero)
{
    sisters.append(session);
    sisters.last().key.session = QString::fromLatin1(numero);
    return sisters.last();
}

SessionCase RuleCase::subject() const
{
    const AwardIndex index(awards);
    const SesarIndex sesar(declarations);
    const AwardMatch match = index.match(action, session, choice);
    const auto awardAt = [this](qsizetype i) { return i < 0 ? nullptr : &awards.at(i); };
    m_allSessions = {&session};
    for (const TrainingSession &sister : sisters)
        m_allSessions.append(&sister);
    SessionCase made{.action = action,
                     .session = session,
                     .recruitment = session.recruitment,
                     .enteredOn = enteredOn,
                     .match = match,
                     .award = awardAt(match.award),
                     .replaced = awardAt(match.replaced),
                     .declarations = {},
                     .contractDeclarations = {},
                     .sisters = m_allSessions,
                     .otherActions = otherActions,
                     .overwritten = overwritten ? &*overwritten : nullptr,
                     .vanishedOn = vanishedOn,
                     .settings = settings,
                     .today = today};
    for (const qsizetype i : sesar.declarationsFor(session))
        made.declarations.append(&declarations.at(i));
    for (const SesarDeclaration &declaration : declarations) {
        if (declaration.market.matches(session.marketNumber()))
            made.contractDeclarations.append(&declaration);
    }
    return made;
}

QStringList RuleCase::firedRules() const
{
    QStringList rules;
    for (const Finding &finding : findings())
        rules << finding.rule;
    return rules;
}

std::optional<Finding> RuleCase::finding(const char *rule) const
{
    const QList<Finding> all = findings();
    const auto found = std::ranges::find(all, QString::fromLatin1(rule), &Finding::rule);
    if (found == all.end())
        return std::nullopt;
    return *found;
}

void addRuleColumns()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected");
}

void addRuleRow(const char *name, const char *rules, Change change)
{
    QTest::newRow(name) << change << QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts);
}

void compareFiredRules()
{
    QFETCH(const Change, change);
    QFETCH(const QStringList, expected);
    RuleCase c;
    change(c);
    QCOMPARE(c.firedRules(), expected);
    for (const Finding &finding : c.findings())
        QCOMPARE(explanationDefect(finding), QString());
}

QString explanationDefect(const Finding &finding)
{
    static const QRegularExpression unfilled(QStringLiteral("%[0-9Ln]"));
    const auto because = [&](const char *what) {
        return QStringLiteral("%1: %2: %3").arg(finding.rule, QLatin1String(what), finding.message);
    };
    if (ruleTitle(finding.rule).isEmpty() || ruleSource(finding.rule).isEmpty())
        return because("no title or source");
    if (finding.field.isEmpty() || finding.expected.isEmpty())
        return because("no field or nothing expected");
    if (!finding.message.contains(finding.submitted) || !finding.message.contains(finding.expected))
        return because("a value is not in the message");
    if (unfilled.match(finding.message).hasMatch() || !finding.message.endsWith(u'.'))
        return because("not a whole sentence");
    return {};
}

} // namespace recoupe
