// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/homecards.h"

#include <QAbstractButton>

class QLabel;

namespace recoupe {

class Sign;

//! A card of the home page: its sign and title, how many, and what is to be known besides.
class CardButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CardButton(QWidget *parent = nullptr);

    void showCard(const HomeCard &card);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Sign *m_icon;
    QLabel *m_title;
    QLabel *m_value;
    QLabel *m_detail;
};

} // namespace recoupe
