// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace recoupe {

//! The jobs that run, in the status bar: what, how far, and « Annuler ». Shows nothing for work
//! that is over before anybody could read it.
class JobArea : public QWidget
{
    Q_OBJECT

public:
    explicit JobArea(JobQueue &queue, QWidget *parent = nullptr);

private:
    void begin(quint64 job, const QString &title);
    void advance(quint64 job, qint64 done, qint64 total);
    void end(quint64 job);
    void setWorkVisible(bool visible);

    JobQueue &m_queue;
    quint64 m_job = 0; //!< 0 when idle
    QLabel *m_title;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace recoupe
