// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace recoupe {

class TourOutline;

//! One stop of the tour.
struct TourStep
{
    QString title;
    QString text;
    std::function<void()> openPage;
    std::function<QWidget *()> target; //!< what is spoken of; asked for once its page is open
    std::function<QRect()> part = {};  //!< of the target; all of it where this is empty
};

//! A guided tour in a corner of the window, beside the work: nothing is blocked by it. Each step
//! opens its page, outlines what it speaks of and takes the focus, so that its words are read out.
class TourPanel : public QWidget
{
    Q_OBJECT

public:
    //! \a window: what is toured, and stands behind.
    TourPanel(QList<TourStep> steps, QWidget *window);

    void start();

Q_SIGNALS:
    //! Quitted or gone through; the focus is to go back to the page.
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showStep(qsizetype step);
    void goOn();
    void goBack();
    void end();
    void watchTarget(QWidget *target);
    void place();

    QList<TourStep> m_steps;
    qsizetype m_step = 0;
    QPointer<QWidget> m_target;
    QLabel *m_position;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_quit;
    TourOutline *m_outline;
};

} // namespace recoupe
