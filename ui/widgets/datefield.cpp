// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datefield.h"

#include "core/shortdate.h"
#include "ui/uitr.h"
#include "ui/widgets/named.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QWidgetAction>

namespace recoupe {

namespace {

constexpr int thisCentury = 2000;
constexpr int twoDigits = 100;
constexpr int firstYear = 1990; // before it there was nothing to publish

QDate dateOf(int year, int month, int day)
{
    const QDate date(year < twoDigits ? thisCentury + year : year, month, day);
    return date.year() >= firstYear ? date : QDate();
}

} // namespace

DateField::DateField(QDate date, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_text(named(new QLineEdit, "dateText"))
    , m_button(named(new QToolButton, "dateCalendar"))
{
    m_text->setAccessibleName(accessibleName);
    m_text->setToolTip(UiTr::tr("JJ/MM/AAAA ; les flèches avancent ou reculent d'un jour"));
    m_text->installEventFilter(this);
    m_button->setArrowType(Qt::DownArrow);
    m_button->setAccessibleName(UiTr::tr("%1, calendrier").arg(accessibleName));
    m_button->setToolTip(UiTr::tr("Choisir dans un calendrier"));
    m_button->setFocusPolicy(Qt::TabFocus);
    setFocusProxy(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    show(date);
    connect(m_text, &QLineEdit::editingFinished, this, &DateField::take);
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
}

QDate DateField::dateFrom(const QString &text)
{
    static const QRegularExpression french(
        QStringLiteral("\\A\\s*(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{2}|\\d{4})\\s*\\z"));
    static const QRegularExpression digits(
        QStringLiteral("\\A\\s*(\\d{2})(\\d{2})(\\d{4}|\\d{2})\\s*\\z"));
    for (const QRegularExpression &form : {french, digits}) {
        const QRegularExpressionMatch match = form.match(text);
        if (match.hasMatch())
            return dateOf(match.captured(3).toInt(), match.captured(2).toInt(),
                          match.captured(1).toInt());
    }
    const QDate iso = QDate::fromString(text.trimmed(), Qt::ISODate);
    return iso.isValid() ? dateOf(iso.year(), iso.month(), iso.day()) : QDate();
}

void DateField::show(QDate date)
{
    m_date = date;
    m_text->setText(shortDate(date));
}

void DateField::setDate(QDate date)
{
    const bool isNew = date != m_date;
    show(date);
    if (isNew)
        Q_EMIT dateChanged(date);
}

void DateField::take()
{
    const QString text = m_text->text();
    if (text == shortDate(m_date))
        return;
    const QDate date = dateFrom(text);
    if (date.isValid()) {
        setDate(date);
        return;
    }
    show(m_date);
    m_text->selectAll();
    Q_EMIT refused(text);
}

bool DateField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            take();
            setDate(m_date.addDays(key == Qt::Key_Up ? 1 : -1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DateField::openCalendar()
{
    auto *calendar = new QCalendarWidget;
    calendar->setSelectedDate(m_date);
    calendar->setGridVisible(false);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    connect(calendar, &QCalendarWidget::activated, this, [this, menu](QDate date) {
        menu->close();
        setDate(date);
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    menu->popup(mapToGlobal(rect().bottomLeft()));
    calendar->setFocus();
}

QList<QWidget *> DateField::stops() const
{
    return {m_text, m_button};
}

} // namespace recoupe
