// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/severitydelegate.h"

#include "models/ruleseveritymodel.h"
#include "models/words.h"
#include "ui/style/badges.h"
#include "ui/uitr.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QTimer>

namespace recoupe {

namespace {

constexpr int arrowSize = 8;
constexpr int arrowSpace = 2 * arrowSize; // with the room around it

bool isChoice(const QModelIndex &index)
{
    return index.flags().testFlag(Qt::ItemIsEditable);
}

} // namespace

SeverityDelegate::SeverityDelegate(QObject *parent)
    : BadgeDelegate(RuleSeverityModel::BadgeRole, parent)
{
}

//! The arrow says that a list drops down.
void SeverityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    BadgeDelegate::paint(painter, option, index);
    if (!isChoice(index))
        return;
    QStyleOption arrow;
    arrow.palette = option.palette;
    arrow.state = QStyle::State_Enabled;
    arrow.rect = QRect(option.rect.right() - arrowSpace, option.rect.center().y() - arrowSize / 2,
                       arrowSize, arrowSize);
    QApplication::style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, painter);
}

QSize SeverityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return BadgeDelegate::sizeHint(option, index) + QSize(isChoice(index) ? arrowSpace : 0, 0);
}

QWidget *SeverityDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    auto *choice = new QComboBox(parent);
    for (const Severity severity : {Severity::Blocking, Severity::Warning, Severity::Info})
        choice->addItem(badgeIcon(badgeOf(severity)), severityName(severity), toToken(severity));
    choice->setAccessibleName(UiTr::tr("%1, %2").arg(
        index.siblingAtColumn(RuleSeverityModel::Title).data().toString(),
        index.model()->headerData(index.column(), Qt::Horizontal).toString()));
    // A choice is made once, in the list: the cell needs no further key to take it.
    auto *delegate = const_cast<SeverityDelegate *>(this);
    connect(choice, &QComboBox::activated, delegate, [delegate, choice] {
        Q_EMIT delegate->commitData(choice);
        Q_EMIT delegate->closeEditor(choice);
    });
    QTimer::singleShot(0, choice, &QComboBox::showPopup);
    return choice;
}

void SeverityDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

void SeverityDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *choice = static_cast<QComboBox *>(editor);
    choice->setCurrentIndex(choice->findData(index.data(Qt::EditRole)));
}

void SeverityDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    model->setData(index, static_cast<QComboBox *>(editor)->currentData());
}

void SeverityDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    BadgeDelegate::initStyleOption(option, index);
    option->font.setBold(index.data(RuleSeverityModel::IsChangedRole).toBool());
    option->fontMetrics = QFontMetrics(option->font);
}

} // namespace recoupe
