// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace recoupe {

//! Sentences one below the other, each with the sign of what it is.
class SentenceList : public QListWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        Good,
        Note,
        Concern,
        Problem
    };

    //! \a name: what the sentences are, for a screen reader.
    explicit SentenceList(const QString &name, QWidget *parent = nullptr);

    void add(Kind kind, const QString &text);
};

} // namespace recoupe
