// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace recoupe {

//! A frame around a part of the window that lets the mouse through.
class TourOutline : public QWidget
{
    Q_OBJECT

public:
    explicit TourOutline(QWidget *window);

    //! \a part: in the window's coordinates.
    void surround(const QRect &part);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace recoupe
