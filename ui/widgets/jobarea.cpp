// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobarea.h"

#include "ui/uitr.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace recoupe {

namespace {
constexpr int quietMs = 300;
constexpr int steps = 1000;
} // namespace

JobArea::JobArea(JobQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_title(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(UiTr::tr("Annuler")))
{
    setObjectName(QStringLiteral("jobArea"));
    m_title->setObjectName(QStringLiteral("jobTitle"));
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(UiTr::tr("Avancement"));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_cancel->setAccessibleName(UiTr::tr("Annuler le travail en cours"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_progress, m_cancel})
        layout->addWidget(widget);
    setWorkVisible(false);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_queue.cancel(m_job);
        m_cancel->setEnabled(false);
    });
    connect(&queue, &JobQueue::started, this, &JobArea::begin);
    connect(&queue, &JobQueue::progressed, this, &JobArea::advance);
    connect(&queue, &JobQueue::finished, this, &JobArea::end);
}

void JobArea::begin(quint64 job, const QString &title)
{
    m_job = job;
    m_title->setText(title);
    m_progress->setRange(0, 0);
    m_cancel->setEnabled(true);
    QTimer::singleShot(quietMs, this, [this, job] {
        if (m_job == job)
            setWorkVisible(true);
    });
}

void JobArea::advance(quint64 job, qint64 done, qint64 total)
{
    if (job != m_job)
        return;
    m_progress->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_progress->setValue(int(done * steps / total));
}

void JobArea::end(quint64 job)
{
    if (job != m_job)
        return;
    m_job = 0;
    setWorkVisible(false);
}

void JobArea::setWorkVisible(bool visible)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_progress, m_cancel})
        widget->setVisible(visible);
}

} // namespace recoupe
