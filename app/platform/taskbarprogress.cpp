// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/taskbarprogress.h"

#ifdef Q_OS_WIN
#include <shobjidl.h>
#endif

namespace recoupe {

#ifdef Q_OS_WIN

struct TaskbarProgress::Bar
{
    ITaskbarList3 *list;
    HWND window;

    ~Bar() { list->Release(); }
};

TaskbarProgress::TaskbarProgress(quintptr window)
{
    ITaskbarList3 *list = nullptr;
    if (FAILED(CoCreateInstance(CLSID_TaskbarList, nullptr, CLSCTX_INPROC_SERVER,
                                IID_PPV_ARGS(&list))))
        return;
    m_bar.reset(new Bar{list, reinterpret_cast<HWND>(window)});
    if (FAILED(list->HrInit()))
        m_bar.reset();
}

void TaskbarProgress::show(qint64 done, qint64 total)
{
    if (!m_bar)
        return;
    if (total > 0)
        m_bar->list->SetProgressValue(m_bar->window, ULONGLONG(done), ULONGLONG(total));
    else
        m_bar->list->SetProgressState(m_bar->window, TBPF_INDETERMINATE);
}

void TaskbarProgress::hide()
{
    if (m_bar)
        m_bar->list->SetProgressState(m_bar->window, TBPF_NOPROGRESS);
}

#else

struct TaskbarProgress::Bar
{
};

TaskbarProgress::TaskbarProgress(quintptr) {}

void TaskbarProgress::show(qint64, qint64) {}

void TaskbarProgress::hide() {}

#endif

TaskbarProgress::~TaskbarProgress() = default;

} // namespace recoupe
