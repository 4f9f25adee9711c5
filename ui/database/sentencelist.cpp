// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/database/sentencelist.h"

#include "ui/style/badges.h"

#include <QStyledItemDelegate>

namespace recoupe {

namespace {

QString badgeOf(SentenceList::Kind kind)
{
    switch (kind) {
    case SentenceList::Kind::Good: return QStringLiteral("control/conforming");
    case SentenceList::Kind::Note: return QStringLiteral("severity/info");
    case SentenceList::Kind::Concern: return QStringLiteral("severity/warning");
    case SentenceList::Kind::Problem: break;
    }
    return QStringLiteral("severity/blocking");
}

constexpr int signSize = 18;
constexpr int gap = 3;

//! Gives a sentence as many lines as it takes at the width of the list.
class WrappingDelegate : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(QListView *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        QStyleOptionViewItem wide(option);
        wide.rect.setSize({m_list->viewport()->width() - 2 * gap, m_list->height()});
        return QStyledItemDelegate::sizeHint(wide, index);
    }

private:
    QListView *m_list;
};

} // namespace

SentenceList::SentenceList(const QString &name, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(name);
    setWordWrap(true);
    setResizeMode(QListView::Adjust); // a sentence takes other lines at another width
    setIconSize(QSize(signSize, signSize));
    setSpacing(gap);
    setItemDelegate(new WrappingDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
}

void SentenceList::add(Kind kind, const QString &text)
{
    addItem(new QListWidgetItem(badgeIcon(badgeOf(kind)), text));
    scrollToBottom();
}

} // namespace recoupe
