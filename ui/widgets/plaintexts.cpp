// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintexts.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QTextDocument>
#include <QToolTip>

namespace recoupe {

namespace {

//! What the tip at a place of a widget would say.
QString tipAt(const QWidget &widget, QPoint position)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (!view || view->viewport() != &widget || !view->model())
        return widget.toolTip();
    if (const auto *header = qobject_cast<const QHeaderView *>(view)) {
        const int section = header->logicalIndexAt(position);
        return header->model()
            ->headerData(section, header->orientation(), Qt::ToolTipRole)
            .toString();
    }
    return view->indexAt(position).data(Qt::ToolTipRole).toString();
}

} // namespace

bool PlainTexts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *label = qobject_cast<QLabel *>(watched);
        if (label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
        return false;
    }
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType())
        return false;
    const auto *help = static_cast<const QHelpEvent *>(event);
    auto *widget = static_cast<QWidget *>(watched);
    const QString tip = tipAt(*widget, help->pos());
    if (!Qt::mightBeRichText(tip))
        return false;
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(tip), widget);
    return true;
}

} // namespace recoupe
