// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QMap>

#include <functional>

class QWidget;

//! What dialogs of settings have in common.
namespace recoupe {

class Dialogs;

//! The texts that differ from what they were, by name.
[[nodiscard]] QMap<QString, QString> changedTexts(const QMap<QString, QString> &before,
                                                  QMap<QString, QString> after);
//! How many lines changesInWords() has, at most.
inline constexpr int changeLines = 3;
//! "2 changements à enregistrer : …", the first of them in words.
[[nodiscard]] QString changesInWords(const QMap<QString, QString> &before,
                                     const QMap<QString, QString> &changes);
//! The same of what was saved, one sentence a line.
[[nodiscard]] QString savedInWords(const QList<Decision> &changes);
//! Leaves at once where nothing would be lost, else after a question.
void leaveUnsaved(qsizetype changes, Dialogs &dialogs, QWidget *parent,
                  std::function<void()> leave);

} // namespace recoupe
