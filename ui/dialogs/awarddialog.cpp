// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/awarddialog.h"

#include "ui/delegates/badgedelegate.h"
#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace recoupe {

namespace {

struct ShownColumn
{
    int column;
    int width;
};
//! What tells one notification from another.
constexpr ShownColumn shownColumns[] = {{AwardTableModel::Market, 104},
                                        {AwardTableModel::Lot, 48},
                                        {AwardTableModel::Title, 260},
                                        {AwardTableModel::Mandataire, 200},
                                        {AwardTableModel::State, 150}};

} // namespace

AwardDialog::AwardDialog(const AwardRequest &request, QWidget *parent)
    : QDialog(parent)
    , m_funder(request.funder)
    , m_search(new QLineEdit)
    , m_list(new QTreeView)
{
    setObjectName(QStringLiteral("awardDialog"));
    setWindowTitle(UiTr::tr("Associer à une autre notification"));
    resize(820, 480);
    m_model.setWorkspace(request.workspace);
    auto *text = new QLabel(request.text);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    auto *label = new QLabel(UiTr::tr("&Numéro de marché, intitulé ou mandataire (%1)")
                                 .arg(funderName(m_funder, request.workspace->today)));
    label->setBuddy(m_search);
    m_search->setObjectName(QStringLiteral("awardSearch"));
    m_search->setAccessibleName(UiTr::tr("Rechercher une notification"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &AwardDialog::search);
    makeList();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AwardDialog::chooseTheOnly);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addWidget(label);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeButtons());
    search({});
    m_search->setFocus();
}

void AwardDialog::makeList()
{
    m_list->setObjectName(QStringLiteral("awardList"));
    m_list->setAccessibleName(UiTr::tr("Notifications du financeur"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new BadgeDelegate(FacetedTableModel::BadgeRole, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(AwardTableModel::Title, QHeaderView::Stretch);
    for (int column = 0; column < AwardTableModel::ColumnCount; ++column)
        m_list->setColumnHidden(column, true);
    for (const auto [column, width] : shownColumns) {
        m_list->setColumnHidden(column, false);
        m_list->setColumnWidth(column, width);
    }
}

QWidget *AwardDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(UiTr::tr("&Associer"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeView::activated, this, &QDialog::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AwardDialog::offer);
    return buttons;
}

void AwardDialog::search(const QString &text)
{
    m_model.setFilter({text, {{QStringLiteral("funder"), {toToken(m_funder)}}}});
}

//! A number typed in full needs no more than Enter.
void AwardDialog::chooseTheOnly()
{
    if (m_model.rowCount() == 1)
        m_list->setCurrentIndex(m_model.index(0, AwardTableModel::Market));
    offer();
}

void AwardDialog::offer()
{
    const bool isChosen = m_list->selectionModel()->hasSelection();
    m_accept->setEnabled(isChosen);
    m_accept->setToolTip(isChosen ? QString()
                                  : UiTr::tr("Choisir une notification dans la liste."));
}

AwardKey AwardDialog::award() const
{
    return m_model.award(m_list->currentIndex().row()).key();
}

} // namespace recoupe
