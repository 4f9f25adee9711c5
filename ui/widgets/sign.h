// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace recoupe {

//! An icon beside words. Unlike the pixmap of a label it takes the colours of a theme and the
//! resolution of a screen that come later.
class Sign : public QWidget
{
    Q_OBJECT

public:
    explicit Sign(int size, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace recoupe
