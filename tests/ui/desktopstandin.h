// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>

namespace recoupe {

//! Stands for the desktop, as long as it lives, and keeps what it is asked to open.
class DesktopStandIn : public QObject
{
    Q_OBJECT

public:
    //! Of those schemes: "mailto", "file". Others go to the real desktop.
    explicit DesktopStandIn(const QStringList &schemes);
    ~DesktopStandIn() override;

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }

private:
    QStringList m_schemes;
};

} // namespace recoupe
