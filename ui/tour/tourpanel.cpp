// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tourpanel.h"

#include "ui/style/card.h"
#include "ui/style/textrole.h"
#include "ui/tour/touroutline.h"
#include "ui/uitr.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace recoupe {

namespace {

constexpr int panelWidth = 420;
constexpr int margin = 28; // clear of the status bar and of the edge of the window

QLabel *wrapped(const char *name)
{
    auto *label = named(new QLabel, name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

TourPanel::TourPanel(QList<TourStep> steps, QWidget *window)
    : QWidget(window)
    , m_steps(std::move(steps))
    , m_position(wrapped("tourPosition"))
    , m_title(wrapped("tourTitle"))
    , m_text(wrapped("tourText"))
    , m_back(named(new QPushButton(UiTr::tr("Précédent")), "tourBack"))
    , m_next(named(new QPushButton, "tourNext"))
    , m_quit(named(new QPushButton(UiTr::tr("Quitter la visite")), "tourQuit"))
    , m_outline(new TourOutline(window))
{
    setObjectName(QStringLiteral("tourPanel"));
    setFocusPolicy(Qt::StrongFocus);
    setTextRole(m_position, TextRole::Hint);
    setTextRole(m_title, TextRole::Heading);
    m_quit->setToolTip(UiTr::tr("Quitter la visite (Échap)"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_quit);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_position);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    QWidget::setTabOrder(m_back, m_next);
    QWidget::setTabOrder(m_next, m_quit);
    for (QPushButton *button : {m_back, m_next, m_quit})
        button->setAutoDefault(true); // Return presses the one that has the focus
    setFixedWidth(panelWidth);
    connect(m_back, &QPushButton::clicked, this, &TourPanel::goBack);
    connect(m_next, &QPushButton::clicked, this, &TourPanel::goOn);
    connect(m_quit, &QPushButton::clicked, this, &TourPanel::end);
    window->installEventFilter(this);
    hide();
}

void TourPanel::start()
{
    showStep(0);
}

void TourPanel::showStep(qsizetype step)
{
    m_step = step;
    const TourStep &shown = m_steps.at(step);
    const QString position = UiTr::tr("%1 sur %2").arg(step + 1).arg(m_steps.size());
    m_position->setText(UiTr::tr("Visite guidée, %1").arg(position));
    m_title->setText(shown.title);
    m_text->setText(shown.text);
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < m_steps.size() ? UiTr::tr("Suivant") : UiTr::tr("Terminer"));
    setAccessibleName(UiTr::tr("%1. %2. %3").arg(m_position->text(), shown.title, shown.text));
    shown.openPage();
    watchTarget(shown.target());
    show();
    place();
    clearFocus(); // a focus that stays where it was would not be read out
    setFocus(Qt::OtherFocusReason);
}

void TourPanel::goOn()
{
    if (m_step + 1 < m_steps.size())
        showStep(m_step + 1);
    else
        end();
}

void TourPanel::goBack()
{
    if (m_step > 0)
        showStep(m_step - 1);
}

void TourPanel::end()
{
    watchTarget(nullptr);
    m_outline->hide();
    hide();
    Q_EMIT ended();
}

void TourPanel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: end(); break;
    case Qt::Key_Left: goBack(); break;
    case Qt::Key_Right:
    case Qt::Key_Return:
    case Qt::Key_Enter: goOn(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void TourPanel::paintEvent(QPaintEvent *)
{
    paintCard(*this, palette().color(QPalette::Link));
}

//! The window is resized, the target laid out anew or its page left while the panel stands.
bool TourPanel::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        if (!isHidden())
            place();
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void TourPanel::watchTarget(QWidget *target)
{
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = target;
    if (m_target)
        m_target->installEventFilter(this);
}

void TourPanel::place()
{
    QWidget *window = parentWidget();
    const QSize size(panelWidth, heightForWidth(panelWidth));
    resize(size);
    move(window->width() - size.width() - margin, window->height() - size.height() - 2 * margin);
    const std::function<QRect()> &part = m_steps.at(m_step).part;
    m_outline->setVisible(m_target && m_target->isVisible());
    if (m_outline->isVisible())
        m_outline->surround(
            QRect(m_target->mapTo(window, QPoint()), m_target->size())
                .intersected(part ? part().translated(m_target->mapTo(window, QPoint()))
                                  : window->rect()));
    raise();
}

} // namespace recoupe
