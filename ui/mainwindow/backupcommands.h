// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/maintenanceservice.h"

#include <QObject>

class QWidget;

namespace recoupe {

class BaseConnection;
class Dialogs;
class MessageBar;
class OfficeClient;
struct WindowActions;

//! The copies of the base, for who works in the window: says when the day's was not made, or the
//! head of the trail not noted beside it, and puts
//! one in the place of a base that is damaged or wanted back.
class BackupCommands : public QObject
{
    Q_OBJECT

public:
    //! What the window hands over.
    struct Parts
    {
        OfficeClient &client;
        OfficeClient &exchanges; //!< the same base over another connection
        BaseConnection &connection;
        Dialogs &dialogs;
        MessageBar &messages;
    };

    BackupCommands(QWidget *window, const WindowActions &actions, const Parts &parts);

private:
    void tellFailures();
    void offerAfterDamage();
    void choose();
    void ask(const QString &text, const QList<KeptCopy> &copies);
    void restore(const KeptCopy &copy);
    void conclude(const KeptCopy &copy, const Result<QString> &aside);
    //! Hands the kept copies to \a done.
    void withCopies(const std::function<void(const QList<KeptCopy> &)> &done);

    QWidget *m_window;
    Parts m_parts;
    bool m_hasLooked = false;
    bool m_isAsking = false;
};

} // namespace recoupe
