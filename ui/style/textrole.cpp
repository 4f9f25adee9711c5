// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/textrole.h"

#include <QWidget>

namespace recoupe {

namespace {

constexpr int titlePoints = 13;
constexpr int figurePoints = 22;

//! Only what is set here; the rest stays that of the window.
QFont strong()
{
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont strong(int points)
{
    QFont font = strong();
    font.setPointSize(points);
    return font;
}

} // namespace

void setTextRole(QWidget *widget, TextRole role)
{
    switch (role) {
    case TextRole::Title: widget->setFont(strong(titlePoints)); break;
    case TextRole::Heading: widget->setFont(strong()); break;
    case TextRole::Figure: widget->setFont(strong(figurePoints)); break;
    case TextRole::Hint: widget->setForegroundRole(QPalette::PlaceholderText); break;
    }
}

} // namespace recoupe
