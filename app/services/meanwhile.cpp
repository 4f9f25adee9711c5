// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/meanwhile.h"

#include "correspondence/lettertemplate.h"
#include "rules/versionchanges.h"
#include "services/decidedvalues.h"
#include "services/settings.h"
#include "services/words.h"
#include "storage/decisionrepository.h"
#include "storage/importrepository.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! A difference on one axis, as the event that would lead from one to the other.
Decision difference(DecisionSubject subject, DecisionKind kind, const SessionKey &key,
                    const QString &seen, const QString &now)
{
    Decision decision;
    decision.subject = subject;
    decision.kind = kind;
    decision.key = key;
    decision.before = seen;
    decision.after = now;
    return decision;
}

QList<Decision> refusalsBetween(const StoredSession &seen, const StoredSession &now)
{
    QList<Decision> differences;
    const auto add = [&](const AwardKey &award, bool isRefusedNow) {
        const QString token = award.toToken();
        differences << difference(DecisionSubject::Session, DecisionKind::Refusal,
                                  now.submitted.key, isRefusedNow ? QString() : token,
                                  isRefusedNow ? token : QString());
    };
    for (const AwardKey &award : now.choice.refused) {
        if (!seen.choice.refused.contains(award))
            add(award, true);
    }
    for (const AwardKey &award : seen.choice.refused) {
        if (!now.choice.refused.contains(award))
            add(award, false);
    }
    return differences;
}

QList<Decision> axesBetween(const StoredSession &seen, const StoredSession &now)
{
    QList<Decision> differences;
    for (const DecisionKind kind : {DecisionKind::Activation, DecisionKind::Recruitment,
                                    DecisionKind::Association, DecisionKind::SetAside}) {
        if (const QString before = valueOf(seen, kind), after = valueOf(now, kind); before != after)
            differences << difference(DecisionSubject::Session, kind, now.submitted.key, before,
                                      after);
    }
    return differences + refusalsBetween(seen, now);
}

template <typename Offer>
QList<MeanwhileChange> contentBetween(const SessionKey &key, const Offer &seen, const Offer &now)
{
    QList<MeanwhileChange> contents;
    for (const FieldChange &change : changesBetween(seen, now))
        contents.append({key, change.label, change.before, change.after, {}, {}});
    return contents;
}

//! A little before two texts differ first, at the beginning of a word; letters are too long to be
//! shown whole, and mostly begin alike.
qsizetype differenceOf(const QString &one, const QString &other)
{
    constexpr qsizetype context = 20;
    const qsizetype position = std::ranges::mismatch(one, other).in1 - one.begin();
    if (position <= context)
        return 0;
    return std::max(one.lastIndexOf(u' ', position - context),
                    one.lastIndexOf(u'\n', position - context)) +
           1;
}

QString excerptFrom(qsizetype from, const QString &text)
{
    constexpr qsizetype longest = 400;
    const QString ellipsis(QChar(0x2026));
    QString excerpt = text.mid(from).trimmed();
    if (excerpt.size() > longest)
        excerpt = excerpt.first(longest).trimmed() + ellipsis;
    return Tr::tr("« %1 »").arg(from == 0 ? excerpt : ellipsis + excerpt);
}

} // namespace

Meanwhile::Meanwhile(Database &database, const Workspace *seen, const Workspace &now,
                     QString operatorName)
    : m_database(database)
    , m_seen(seen)
    , m_now(now)
    , m_operatorName(std::move(operatorName))
{
}

Result<QList<MeanwhileChange>> Meanwhile::ofSession(const CheckedSession &now) const
{
    const qsizetype row = m_seen ? m_seen->indexOf(now.key()) : -1;
    if (row < 0)
        return {};
    const StoredSession &before = m_seen->sessions[row].stored;
    const StoredSession &after = now.stored;
    const StoredAction &actionBefore = m_seen->actionOf(m_seen->sessions[row]);
    const StoredAction &actionAfter = m_now.actionOf(now);
    if (before.version == after.version && actionBefore.version == actionAfter.version)
        return {};
    QList<Decision> axes = axesBetween(before, after);
    // That a colleague activates another session of the action, and the action with it, changes
    // nothing here; that the action is taken back does.
    if (actionBefore.active && !actionAfter.active)
        axes << difference(DecisionSubject::Action, DecisionKind::Activation,
                           {now.key().formation, {}, {}}, activationToken(true),
                           activationToken(false));
    QList<MeanwhileChange> contents = contentBetween(now.key(), before.submitted, after.submitted);
    if (before.vanishedAt.isValid() != after.vanishedAt.isValid()) {
        const auto inFeed = [](const StoredSession &stored) {
            return stored.vanishedAt.isValid() ? Tr::tr("absente") : Tr::tr("présente");
        };
        contents.append(
            {now.key(), Tr::tr("Flux du portail"), inFeed(before), inFeed(after), {}, {}});
    }
    const QDateTime receivedAt = after.vanishedAt.isValid() ? after.vanishedAt : after.receivedAt;
    return named(axes, receivedAt, contents).and_then([&](QList<MeanwhileChange> changes) {
        return named({}, actionAfter.receivedAt,
                     contentBetween(now.key(), actionBefore.submitted, actionAfter.submitted))
            .map([&](const QList<MeanwhileChange> &ofAction) { return changes + ofAction; });
    });
}

Result<QList<MeanwhileChange>> Meanwhile::ofAction(const QString &numero) const
{
    const qsizetype before = m_seen ? m_seen->indexOfAction(numero) : -1;
    const qsizetype after = m_now.indexOfAction(numero);
    if (before < 0 || after < 0)
        return {};
    const StoredAction &seen = m_seen->actions[before];
    const StoredAction &now = m_now.actions[after];
    if (seen.version == now.version)
        return {};
    const SessionKey key{numero, {}, {}};
    QList<Decision> axes;
    if (seen.active != now.active)
        axes << difference(DecisionSubject::Action, DecisionKind::Activation, key,
                           activationToken(seen.active), activationToken(now.active));
    return named(axes, now.receivedAt, contentBetween(key, seen.submitted, now.submitted));
}

Result<QList<MeanwhileChange>> Meanwhile::ofSetting(const QString &name, const QString &seen,
                                                    const QString &now, const QString &wanted) const
{
    const QString inForce = settingInForce(name, now);
    if (settingInForce(name, seen) == inForce || settingInForce(name, wanted) == inForce)
        return {};
    Decision changed = difference(DecisionSubject::Setting, DecisionKind::Setting, {}, seen, now);
    changed.setting = name;
    const qsizetype from = differenceOf(seen, now);
    const auto inWords = [&](const QString &text) {
        return defaultLetterSetting(name) ? excerptFrom(from, text)
                                          : settingValueInWords(name, text);
    };
    return named({changed}, {}, {}).map([&](QList<MeanwhileChange> changes) {
        for (MeanwhileChange &change : changes) {
            change.seen = inWords(seen);
            change.now = inWords(now);
            change.wanted = inWords(wanted);
        }
        return changes;
    });
}

QList<MeanwhileChange> Meanwhile::ofBatch(const QString &field, const QList<Decision> &seen,
                                          const QList<Decision> &now) const
{
    if (!m_seen || now.isEmpty() || now.last().operatorName == m_operatorName ||
        (!seen.isEmpty() && seen.last().batch == now.last().batch))
        return {};
    return {{now.last().key, field, batchInWords(seen), batchInWords(now), now.last().operatorName,
             now.last().at}};
}

//! All that differs, with who changed it: \a receivedAt is the moment of the import that brought
//! the contents, and that may have brought a recruitment state.
Result<QList<MeanwhileChange>> Meanwhile::named(const QList<Decision> &differences,
                                                const QDateTime &receivedAt,
                                                const QList<MeanwhileChange> &contents) const
{
    QList<MeanwhileChange> changes;
    if (differences.isEmpty() && contents.isEmpty())
        return changes;
    const Result<Author> importer = importerAt(receivedAt);
    if (!importer)
        return failureOf(importer);
    for (const Decision &decision : differences) {
        Result<Author> author = authorOf(decision);
        if (!author)
            return failureOf(author);
        if (decision.kind == DecisionKind::Recruitment && receivedAt > author->at)
            author = importer;
        if (isMine(*author))
            continue;
        const DecisionWords words = decisionWords(decision);
        changes.append({decision.key, words.what, words.before, words.after, author->operatorName,
                        author->at});
    }
    for (MeanwhileChange change : contents) {
        change.operatorName = importer->operatorName;
        change.at = importer->at;
        changes.append(std::move(change));
    }
    return changes;
}

Result<Meanwhile::Author> Meanwhile::authorOf(const Decision &difference) const
{
    const auto events = DecisionRepository(m_database).newestOf(difference);
    if (!events)
        return failureOf(events);
    return *events ? Author{(*events)->operatorName, (*events)->at, false} : Author{};
}

Result<Meanwhile::Author> Meanwhile::importerAt(const QDateTime &receivedAt) const
{
    const Result<QList<ImportRecord>> imports = ImportRepository(m_database).imports();
    if (!imports)
        return failureOf(imports);
    const auto found = std::ranges::find(*imports, receivedAt, &ImportRecord::at);
    return found == imports->end() ? Author{{}, receivedAt, true}
                                   : Author{found->operatorName, found->at, true};
}

bool Meanwhile::isMine(const Author &author) const
{
    return !author.isImport && author.operatorName == m_operatorName;
}

} // namespace recoupe
