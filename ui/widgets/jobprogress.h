// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace recoupe {

//! How far the one job of a dialog is, with a button that asks to stop it. Hidden while none runs:
//! that is for its owner to say.
class JobProgress : public QWidget
{
    Q_OBJECT

public:
    //! \a name: what progresses, for a screen reader.
    explicit JobProgress(const QString &name, QWidget *parent = nullptr);

    //! A job begins, of which nothing is known yet.
    void begin();
    //! \a reached of \a total; a total that is not known, 0, leaves the bar as it is.
    void showReached(qint64 reached, qint64 total);
    //! For the order of the tab key.
    [[nodiscard]] QPushButton *stopButton() const { return m_stop; }

Q_SIGNALS:
    void stopWanted();

private:
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace recoupe
