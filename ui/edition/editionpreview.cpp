// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/editionpreview.h"

#include "report/tablepainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace recoupe {

namespace {
constexpr int gap = 14; // around and between pages
constexpr qreal pointsPerInch = 72;
constexpr int lineStep = 40;
} // namespace

EditionPreview::EditionPreview(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    verticalScrollBar()->setSingleStep(lineStep);
    horizontalScrollBar()->setSingleStep(lineStep);
    // Always there: its coming and going would change the width that the pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void EditionPreview::setLayoutOfPages(TableLayout layout)
{
    m_layout = std::move(layout);
    updateRange();
    verticalScrollBar()->setValue(0);
    viewport()->update();
    Q_EMIT pageChanged();
}

void EditionPreview::setZoom(Zoom zoom)
{
    const qsizetype page = currentPage();
    m_zoom = zoom;
    updateRange();
    goToPage(page);
    viewport()->update();
}

qreal EditionPreview::scale() const
{
    if (m_zoom == Zoom::Actual)
        return logicalDpiX() / pointsPerInch;
    return std::max(0.1, (viewport()->width() - 2 * gap) / m_layout.format.size.width());
}

QSizeF EditionPreview::scaledPage() const
{
    return m_layout.format.size * scale();
}

qreal EditionPreview::topOf(qsizetype page) const
{
    return gap + qreal(page) * (scaledPage().height() + gap);
}

qsizetype EditionPreview::currentPage() const
{
    const qreal middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
    const auto page = qsizetype((middle - gap) / (scaledPage().height() + gap));
    return std::clamp(page, qsizetype(0), std::max(qsizetype(0), pageCount() - 1));
}

void EditionPreview::goToPage(qsizetype page)
{
    verticalScrollBar()->setValue(int(topOf(page)) - gap);
}

void EditionPreview::updateRange()
{
    const int height = int(topOf(pageCount()));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    const int width = int(scaledPage().width()) + 2 * gap;
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void EditionPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QSizeF size = scaledPage();
    const qreal left = std::max(qreal(gap), (viewport()->width() - size.width()) / 2) -
                       horizontalScrollBar()->value();
    for (qsizetype page = 0; page < pageCount(); ++page) {
        const QRectF paper(QPointF(left, topOf(page) - verticalScrollBar()->value()), size);
        if (!paper.intersects(viewport()->rect()))
            continue;
        painter.fillRect(paper, Qt::white);
        painter.save();
        painter.translate(paper.topLeft());
        painter.scale(scale(), scale());
        drawTablePage(painter, m_layout, page);
        painter.restore();
    }
}

void EditionPreview::resizeEvent(QResizeEvent *)
{
    updateRange();
    Q_EMIT pageChanged();
}

void EditionPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Home: goToPage(0); break;
    case Qt::Key_End: goToPage(pageCount() - 1); break;
    case Qt::Key_PageDown: goToPage(std::min(currentPage() + 1, pageCount() - 1)); break;
    case Qt::Key_PageUp: goToPage(std::max(currentPage() - 1, qsizetype(0))); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void EditionPreview::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT pageChanged();
}

} // namespace recoupe
