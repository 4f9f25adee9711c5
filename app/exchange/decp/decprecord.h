// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

#include <QList>
#include <QMap>
#include <QString>

namespace recoupe {

//! What stands in an array of JSON; XML repeats the element itself.
inline constexpr std::string_view arrayItem{};

//! One market as a file writes it: JSON of 2019 or later, or XML, made alike. An item of an array
//! is an element without a name and is looked through.
class DecpRecord
{
public:
    //! Takes the market out of an object that holds nothing else: `{"marche": {…}}`.
    explicit DecpRecord(XmlElement element);

    //! Whether it has any of the fields that make a market.
    [[nodiscard]] bool isMarket() const;
    [[nodiscard]] qint64 line() const { return m_root.line(); }

    //! The text at one of the paths, the first that says something: "lieuExecution.code".
    [[nodiscard]] QString text(std::initializer_list<std::string_view> paths) const;
    //! The same, which others() then leaves out. Of a field written twice, the last.
    QString take(std::initializer_list<std::string_view> paths);

    //! One to whom the market was awarded.
    struct Holder
    {
        QString id;
        QString idType; //!< "SIRET", "TVA"…
        QString name;
    };
    [[nodiscard]] QList<Holder> takeHolders();
    //! In the order in which they came into force.
    [[nodiscard]] QList<DecpRecord> takeModifications();

    //! All that was not taken, by its path.
    [[nodiscard]] QMap<QString, QString> others() const;

    //! A field that was taken is written more than once.
    [[nodiscard]] bool hasRepeatedField() const { return m_hasRepeatedField; }
    //! A text that was taken has lost its accents, or holds control characters.
    [[nodiscard]] bool hasBrokenText() const { return m_hasBrokenText; }

private:
    XmlElement m_root;
    std::vector<XmlElement> m_takenFields; // a dozen at most
    bool m_holdersTaken = false;
    bool m_modificationsTaken = false;
    bool m_hasRepeatedField = false;
    bool m_hasBrokenText = false;
};

} // namespace recoupe
