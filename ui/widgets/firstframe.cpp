// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/firstframe.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace recoupe {

namespace {

class FirstFrame : public QObject
{
public:
    FirstFrame(QWidget *widget, std::function<void()> then)
        : QObject(widget)
        , m_then(std::move(then))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *widget, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            widget->removeEventFilter(this);
            QTimer::singleShot(0, widget, m_then); // when all that stands in the widget is painted
            deleteLater();
        }
        return false;
    }

private:
    std::function<void()> m_then;
};

} // namespace

void afterFirstFrame(QWidget *widget, const std::function<void()> &then)
{
    new FirstFrame(widget, then);
}

} // namespace recoupe
