// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/awards/awardspage.h"

#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/emptystate.h"

#include <algorithm>

namespace recoupe {

namespace {

const QList<RecordView::ColumnLayout> freshLayout{
    {AwardTableModel::State, 148},
    {AwardTableModel::Deadline, 138},
    {AwardTableModel::Market, 104},
    {AwardTableModel::Lot, 40},
    {AwardTableModel::FunderName, 80},
    {AwardTableModel::Title, 215, RecordView::Room::Spare},
    {AwardTableModel::Mandataire, 178, RecordView::Room::Spare},
    {AwardTableModel::NotifiedOn, 86},
    {AwardTableModel::ReceivedOn, 84},
    {AwardTableModel::Sessions, 70}};

} // namespace

AwardsPage::AwardsPage(const WindowActions &actions, QWidget *parent)
    : AwardsPage(actions, new AwardTableModel, parent)
{
}

AwardsPage::AwardsPage(const WindowActions &actions, AwardTableModel *model, QWidget *parent)
    : ListPage({.name = QStringLiteral("awards"),
                .title = UiTr::tr("Notifications de marché"),
                .searchHint = UiTr::tr("Rechercher une notification"),
                .model = model,
                .fixedColumn = AwardTableModel::Market,
                .layout = freshLayout},
               parent)
    , m_actions(actions)
    , m_model(model)
{
    addCommands({actions.remindOrganisation});
    view()->addAction(actions.copy);
    connect(view(), &QAbstractItemView::activated, this, &AwardsPage::openSessions);
    updateCount();
}

void AwardsPage::setWorkspace(const WorkspacePtr &workspace)
{
    m_model->setWorkspace(workspace);
}

QList<AwardKey> AwardsPage::selectedAwards() const
{
    QList<AwardKey> awards;
    for (const int row : view()->selectedRows())
        awards << m_model->award(row).key();
    return awards;
}

QString AwardsPage::whyNotRemind() const
{
    const QList<int> rows = view()->selectedRows();
    if (rows.isEmpty())
        return UiTr::tr("Sélectionner au moins une notification.");
    const bool isAny =
        std::ranges::any_of(rows, [this](int row) { return m_model->isAwaited(row); });
    return isAny ? QString()
                 : UiTr::tr("Des sessions sont saisies pour ces notifications, ou une autre les "
                            "remplace : il n'y a rien à relancer.");
}

void AwardsPage::openSessions(const QModelIndex &index)
{
    const QString market = m_model->award(index.row()).market.text();
    if (m_model->checkedAward(index.row()).sessions.isEmpty())
        Q_EMIT hint(UiTr::tr("Aucune session n'est saisie pour le marché %1.").arg(market));
    else
        Q_EMIT sessionsWanted(market);
}

QString AwardsPage::countSentence(int shown, int total) const
{
    return shown == 1 ? UiTr::tr("1 notification affichée sur %1").arg(total)
                      : UiTr::tr("%1 notifications affichées sur %2 — Entrée ouvre les sessions")
                            .arg(shown)
                            .arg(total);
}

void AwardsPage::explainNothing(EmptyState &empty, bool isFiltered) const
{
    if (isFiltered) {
        empty.explain(QStringLiteral("filter"),
                      UiTr::tr("Aucune notification ne répond à la recherche et aux filtres."),
                      m_actions.resetFilter);
        return;
    }
    empty.explain(
        QStringLiteral("page-awards"),
        UiTr::tr("Aucune notification importée. Déposez un fichier ici ou Fichier > Importer…"),
        m_actions.importFiles);
}

} // namespace recoupe
