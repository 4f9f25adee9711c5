// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/editionservice.h"
#include "ui/dialogs/dialogs.h"

#include <QObject>

class QSettings;

namespace recoupe {

class EditionPage;
class MessageBar;
class OfficeClient;
struct WindowActions;

//! Where to write a table, whichever of its forms; the last folder, and a name that says which.
[[nodiscard]] SaveRequest saveRequestFor(const EditionContent &content, const EditionView &view,
                                         const QString &title, const QSettings &settings);
//! Tells that a file is there, and offers to open it.
void tellSaved(MessageBar &messages, const QString &sentence, const QString &file);

//! Brings the table that is shown to a file or to paper.
class TableOutputCommands : public QObject
{
    Q_OBJECT

public:
    TableOutputCommands(const WindowActions &actions, EditionPage &page, OfficeClient &client,
                        Dialogs &dialogs, MessageBar &messages, QSettings &settings);

    void updateAvailability(const QString &whyNot);

private:
    void save();
    void print();

    const WindowActions &m_actions;
    EditionPage &m_page;
    OfficeClient &m_client;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QSettings &m_settings;
};

} // namespace recoupe
