// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/tablelayout.h"

#include <QAbstractScrollArea>

namespace recoupe {

//! The pages of the table one under the other, drawn by the report itself; no printer is asked.
class EditionPreview : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Zoom
    {
        FitWidth,
        Actual
    };

    explicit EditionPreview(QWidget *parent = nullptr);

    void setLayoutOfPages(TableLayout layout);
    [[nodiscard]] const TableLayout &layoutOfPages() const { return m_layout; }
    void setZoom(Zoom zoom);
    [[nodiscard]] qsizetype pageCount() const { return m_layout.pages.size(); }
    //! The page in the middle of what is seen, from 0.
    [[nodiscard]] qsizetype currentPage() const;
    void goToPage(qsizetype page);

Q_SIGNALS:
    void pageChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] qreal scale() const;
    [[nodiscard]] QSizeF scaledPage() const;
    [[nodiscard]] qreal topOf(qsizetype page) const;
    void updateRange();

    TableLayout m_layout;
    Zoom m_zoom = Zoom::FitWidth;
};

} // namespace recoupe
