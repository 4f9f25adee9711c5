// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace recoupe {

//! A language in which every text of the program is its French in brackets: what shows none was
//! never handed to a translation. Made as a translator would make one, by resources/translations/
//! update and lrelease.
class PseudoLocale
{
public:
    //! "en_XA", the name that such languages have.
    [[nodiscard]] static QString name();

    //! Whether Qt's tools are here: lupdate and lrelease.
    [[nodiscard]] static bool canBeMade();
    //! Writes recoupe_en_XA.qm into the folder; nothing where that fails, which \a failure
    //! explains.
    [[nodiscard]] static std::optional<PseudoLocale> make(const QString &folder, QString *failure);

    //! The contexts of its texts.
    [[nodiscard]] const QStringList &contexts() const { return m_contexts; }
    [[nodiscard]] int textCount() const { return m_textCount; }

    //! What of a text stands outside brackets and reads as words, tags left aside.
    [[nodiscard]] static QString untranslatedPartOf(const QString &text);

private:
    QStringList m_contexts;
    int m_textCount = 0;
};

} // namespace recoupe
