// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace recoupe {

//! The chapters that speak of a page of the window.
enum class HelpChapter
{
    Home,
    Control,
    Awards,
    Table,
    Exports,
    Journal
};

//! One page of help beside the work: the three axes, the verdicts, the keys, the rules.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    //! \a actions: those whose keys are listed.
    explicit HelpWindow(const QList<QAction *> &actions, QWidget *parent = nullptr);

    void showChapter(HelpChapter chapter);

private:
    QTextBrowser *m_text;
};

} // namespace recoupe
