// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobprogress.h"

#include "ui/uitr.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace recoupe {

namespace {

// A bar counts in ints.
constexpr int steps = 1000;

} // namespace

JobProgress::JobProgress(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_bar(named(new QProgressBar, "progress"))
    , m_stop(named(new QPushButton(UiTr::tr("&Interrompre")), "stop"))
{
    m_bar->setAccessibleName(name);
    m_bar->setTextVisible(false);
    m_stop->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this, &JobProgress::stopWanted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
}

void JobProgress::begin()
{
    m_bar->setRange(0, 0);
}

void JobProgress::showReached(qint64 reached, qint64 total)
{
    if (total <= 0)
        return;
    m_bar->setRange(0, steps);
    m_bar->setValue(int(reached * steps / total));
}

} // namespace recoupe
