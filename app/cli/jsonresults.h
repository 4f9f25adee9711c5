// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"

#include <QJsonArray>
#include <QJsonObject>

namespace recoupe {

//! The machine-readable results of the command line, exactly as the design page fixes them.
[[nodiscard]] QJsonObject checkJson(const Workspace &workspace);
//! \a rows: positions of the sessions to list.
[[nodiscard]] QJsonArray sessionsJson(const Workspace &workspace, const QList<qsizetype> &rows);
//! What was decided on: the numero of a session or an action, or the name of a setting.
[[nodiscard]] QString idOf(const Decision &decision);
[[nodiscard]] QJsonArray historyJson(const QList<Decision> &decisions);
[[nodiscard]] QJsonArray notesJson(const QList<Note> &notes);
//! Records that were left out, of an import or of an export.
[[nodiscard]] QJsonArray rejectionsJson(const QList<Rejection> &rejections);
[[nodiscard]] QJsonObject importJson(const ImportOutcome &outcome);
//! What a trial found for active sessions.
[[nodiscard]] QJsonArray activeChangesJson(const QList<ActiveChange> &changes);
[[nodiscard]] QJsonObject outcomeJson(const DecisionOutcome &outcome);
//! A letter and the file that it was written to.
struct WrittenLetter
{
    Letter letter;
    QString file;
};
[[nodiscard]] QJsonArray lettersJson(const QList<WrittenLetter> &letters);
[[nodiscard]] QJsonObject editionJson(const EditionContent &content,
                                      const QList<EditionCheck> &checks, const QString &file);
[[nodiscard]] QJsonArray editionsJson(const QList<EditionRecord> &editions);
[[nodiscard]] QJsonArray differencesJson(const QList<EditionDifference> &differences);
[[nodiscard]] QJsonObject deliveryJson(const Delivery &delivery);
[[nodiscard]] QJsonObject preparedJson(const PreparedDelivery &prepared);
[[nodiscard]] QJsonObject previewJson(const ExportPreview &preview);
[[nodiscard]] QJsonArray syncJson(const QList<SyncStep> &steps);
[[nodiscard]] QJsonArray prescribersJson(const QList<Prescriber> &prescribers);
[[nodiscard]] QJsonArray targetsJson(const QList<MailingTarget> &targets);
[[nodiscard]] QJsonArray draftsJson(const QList<MailingDraft> &drafts);

} // namespace recoupe
