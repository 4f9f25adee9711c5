// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journalmodel.h"

#include "models/words.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

//! How an event stands: in force, taken back, or itself one that takes back.
enum class EventState
{
    InForce,
    TakenBack,
    Undo
};
constexpr std::array states{EventState::InForce, EventState::TakenBack, EventState::Undo};
constexpr std::array kinds{DecisionKind::Activation, DecisionKind::Recruitment,
                           DecisionKind::SetAside,   DecisionKind::Association,
                           DecisionKind::Refusal,    DecisionKind::Setting};

QString stateName(EventState state)
{
    switch (state) {
    case EventState::InForce: return ModelsTr::tr("En vigueur");
    case EventState::TakenBack: return ModelsTr::tr("Annulée");
    case EventState::Undo: break;
    }
    return ModelsTr::tr("Annulation");
}

QString stateToken(EventState state)
{
    switch (state) {
    case EventState::InForce: return QStringLiteral("in-force");
    case EventState::TakenBack: return QStringLiteral("taken-back");
    case EventState::Undo: break;
    }
    return QStringLiteral("undo");
}

QString kindName(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Activation: return ModelsTr::tr("Activation");
    case DecisionKind::Recruitment: return ModelsTr::tr("Recrutement");
    case DecisionKind::Association: return ModelsTr::tr("Rapprochement");
    case DecisionKind::Refusal: return ModelsTr::tr("Notification écartée");
    case DecisionKind::SetAside: return ModelsTr::tr("Mise à l'écart");
    case DecisionKind::Setting: break;
    }
    return ModelsTr::tr("Réglage");
}

QString subjectName(const Decision &decision)
{
    switch (decision.subject) {
    case DecisionSubject::Session: return ModelsTr::tr("Session %1").arg(decision.key.session);
    case DecisionSubject::Action: return ModelsTr::tr("Action %1").arg(decision.key.formation);
    case DecisionSubject::Setting: break;
    }
    return ModelsTr::tr("Réglages");
}

QList<ModelColumn> journalColumns()
{
    return {{QStringLiteral("when"), ModelsTr::tr("Date")},
            {QStringLiteral("operator"), ModelsTr::tr("Opérateur")},
            {QStringLiteral("subject"), ModelsTr::tr("Objet")},
            {QStringLiteral("what"), ModelsTr::tr("Action")},
            {QStringLiteral("before"), ModelsTr::tr("Avant")},
            {QStringLiteral("after"), ModelsTr::tr("Après")},
            {QStringLiteral("reason"), ModelsTr::tr("Motif")},
            {QStringLiteral("batch"), ModelsTr::tr("Lot")},
            {QStringLiteral("state"), ModelsTr::tr("État")}};
}

//! The trail as a whole: what a row needs to know of the others.
struct Trail
{
    explicit Trail(const QList<Decision> &decisions = {});

    [[nodiscard]] EventState stateOf(const Decision &decision) const;

    QHash<QString, qsizetype> batchNumbers; //!< from 1, in the order of the trail
    QHash<QString, qsizetype> batchSizes;
    QSet<qint64> takenBack;
    QStringList operators;
};

Trail::Trail(const QList<Decision> &decisions)
{
    for (const Decision &decision : decisions) {
        if (!batchNumbers.contains(decision.batch))
            batchNumbers.insert(decision.batch, batchNumbers.size() + 1);
        ++batchSizes[decision.batch];
        takenBack.insert(decision.undoes);
        if (!operators.contains(decision.operatorName))
            operators << decision.operatorName;
    }
    operators.sort(Qt::CaseInsensitive);
}

EventState Trail::stateOf(const Decision &decision) const
{
    if (takenBack.contains(decision.id))
        return EventState::TakenBack;
    return decision.isUndo() ? EventState::Undo : EventState::InForce;
}

QList<Facet> journalFacets(const Trail &trail)
{
    Facet what{QStringLiteral("what"), ModelsTr::tr("Action"), {}};
    for (const DecisionKind kind : kinds)
        what.values << FacetValue{toToken(kind), kindName(kind)};
    Facet who{QStringLiteral("operator"), ModelsTr::tr("Opérateur"), {}};
    for (const QString &name : trail.operators)
        who.values << FacetValue{name, name};
    Facet state{QStringLiteral("state"), ModelsTr::tr("État"), {}};
    for (const EventState value : states)
        state.values << FacetValue{stateToken(value), stateName(value)};
    return {what, who, state};
}

template <typename Table, typename Value>
int positionIn(const Table &table, const Value &value)
{
    return int(std::ranges::find(table, value) - std::ranges::begin(table));
}

ModelRow rowOf(const Decision &decision, const Trail &trail)
{
    const DecisionWords words = decisionWords(decision);
    const EventState state = trail.stateOf(decision);
    const qsizetype number = trail.batchNumbers.value(decision.batch);

    ModelRow row;
    row.cells = {
        {decision.at.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm:ss")), decision.id},
        {decision.operatorName},
        {subjectName(decision)},
        {words.what},
        {words.before},
        {words.after},
        {decision.reason},
        {QString::number(number), number},
        {stateName(state), positionIn(states, state)}};
    row.facets = {{JournalModel::WhatFacet, positionIn(kinds, decision.kind)},
                  {JournalModel::OperatorFacet, positionIn(trail.operators, decision.operatorName)},
                  {JournalModel::StateFacet, positionIn(states, state)}};
    return row;
}

class JournalContent : public TableContent
{
public:
    JournalContent() = default;
    explicit JournalContent(const QList<Decision> &oldestFirst)
        : JournalContent(oldestFirst, Trail(oldestFirst))
    {
    }

    static TableContentPtr of(const QList<Decision> &oldestFirst, const IsStale &isStale)
    {
        const auto content = std::make_shared<JournalContent>(oldestFirst);
        const auto makeRow = [&](qsizetype position) {
            return rowOf(content->decisions.at(position), content->trail);
        };
        return content->fill(oldestFirst.size(), makeRow, isStale) ? content : nullptr;
    }

    QString id(quint32 row) const override { return QString::number(decisions.at(row).id); }
    QString sentence(quint32 row) const override;
    QString toolTip(quint32 row, int column) const override;

    QList<Decision> decisions; //!< newest first
    Trail trail;
    QSet<QString> undoable; //!< batches

private:
    JournalContent(const QList<Decision> &oldestFirst, Trail &&known)
        : TableContent(journalFacets(known))
        , decisions(oldestFirst.crbegin(), oldestFirst.crend())
        , trail(std::move(known))
    {
        for (const Decision &decision : std::as_const(decisions)) {
            if (trail.stateOf(decision) == EventState::InForce)
                undoable.insert(decision.batch);
        }
    }
};

QString JournalContent::sentence(quint32 row) const
{
    const Decision &decision = decisions.at(row);
    const QString what =
        ModelsTr::tr("Le %1, %2. %3, %4. Lot %5, %6.")
            .arg(text(row, JournalModel::When), decision.operatorName, subjectName(decision),
                 eventInWords(decision), text(row, JournalModel::Batch),
                 text(row, JournalModel::State).toLower());
    return decision.reason.isEmpty() ? what
                                     : ModelsTr::tr("%1 Motif : %2").arg(what, decision.reason);
}

QString JournalContent::toolTip(quint32 row, int column) const
{
    return column == JournalModel::Batch
               ? ModelsTr::tr("Lot de %1").arg(trail.batchSizes.value(decisions.at(row).batch))
               : QString();
}

const JournalContent &journalOf(const TableContent &content)
{
    return static_cast<const JournalContent &>(content);
}

} // namespace

JournalModel::JournalModel(QObject *parent)
    : FacetedTableModel(journalColumns(), std::make_shared<JournalContent>(), parent)
{
    Q_ASSERT(columns().size() == ColumnCount);
}

void JournalModel::setDecisions(const QList<Decision> &decisions)
{
    load(decisions.size(),
         [decisions](const IsStale &isStale) { return JournalContent::of(decisions, isStale); });
}

const Decision &JournalModel::decision(int row) const
{
    return journalOf(content()).decisions.at(storeRow(row));
}

bool JournalModel::isUndoable(int row) const
{
    return journalOf(content()).undoable.contains(decision(row).batch);
}

QList<Decision> JournalModel::batchOf(int row) const
{
    QList<Decision> events;
    const QString batch = decision(row).batch;
    std::ranges::copy_if(journalOf(content()).decisions, std::back_inserter(events),
                         [&](const Decision &event) { return event.batch == batch; });
    return events;
}

} // namespace recoupe
