// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalpage.h"

#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/emptystate.h"

namespace recoupe {

namespace {

const QList<RecordView::ColumnLayout> freshLayout{
    {JournalModel::When, 142},
    {JournalModel::Operator, 90},
    {JournalModel::Subject, 186},
    {JournalModel::What, 176, RecordView::Room::Spare},
    {JournalModel::Before, 100, RecordView::Room::Spare},
    {JournalModel::After, 100, RecordView::Room::Spare},
    {JournalModel::Reason, 180, RecordView::Room::Spare},
    {JournalModel::Batch, 42},
    {JournalModel::State, 86}};

} // namespace

JournalPage::JournalPage(const WindowActions &actions, QWidget *parent)
    : JournalPage(actions, new JournalModel, parent)
{
}

JournalPage::JournalPage(const WindowActions &actions, JournalModel *model, QWidget *parent)
    : ListPage({.name = QStringLiteral("journal"),
                .title = UiTr::tr("Journal des décisions"),
                .searchHint = UiTr::tr("Rechercher une décision"),
                .model = model,
                .fixedColumn = JournalModel::When,
                .layout = freshLayout},
               parent)
    , m_actions(actions)
    , m_model(model)
{
    addCommands({actions.undoBatch, actions.undo, actions.redo});
    view()->addAction(actions.copy);
    updateCount();
}

void JournalPage::setDecisions(const QList<Decision> &decisions)
{
    m_model->setDecisions(decisions);
}

QList<Decision> JournalPage::currentBatch() const
{
    const QModelIndex current = view()->currentIndex();
    return current.isValid() ? m_model->batchOf(current.row()) : QList<Decision>();
}

QString JournalPage::whyNotUndoable() const
{
    const QModelIndex current = view()->currentIndex();
    if (!current.isValid())
        return UiTr::tr("Choisir une ligne du journal.");
    if (m_model->isUndoable(current.row()))
        return {};
    return m_model->decision(current.row()).isUndo() ? UiTr::tr("Ce lot est une annulation.")
                                                     : UiTr::tr("Ce lot est déjà annulé.");
}

QString JournalPage::countSentence(int shown, int total) const
{
    return shown == 1 ? UiTr::tr("1 décision affichée sur %1").arg(total)
                      : UiTr::tr("%1 décisions affichées sur %2").arg(shown).arg(total);
}

void JournalPage::explainNothing(EmptyState &empty, bool isFiltered) const
{
    if (isFiltered) {
        empty.explain(QStringLiteral("filter"),
                      UiTr::tr("Aucune décision ne répond à la recherche et aux filtres."),
                      m_actions.resetFilter);
        return;
    }
    empty.explain(QStringLiteral("page-control"),
                  UiTr::tr("Aucune décision n'a été prise. Elles se prennent à la page Contrôle."),
                  m_actions.showControl);
}

} // namespace recoupe
