// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTextDocument>

namespace recoupe {

//! What was written in a field, its lines ended by "\n". QPlainTextEdit::toPlainText() would make
//! plain spaces of the non-breaking ones of French typography.
[[nodiscard]] inline QString writtenText(const QPlainTextEdit &field)
{
    QString text = field.document()->toRawText();
    for (const QChar end : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator)})
        text.replace(end, u'\n');
    return text;
}

} // namespace recoupe
