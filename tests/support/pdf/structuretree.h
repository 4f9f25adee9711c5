// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pdf/pdfdocument.h"

namespace recoupe::test {

//! Marked content of a page, as the structure names it.
struct ContentKey
{
    QString page; //!< reference
    int mcid = -1;

    friend bool operator==(const ContentKey &, const ContentKey &) = default;
    friend size_t qHash(const ContentKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.page, key.mcid);
    }
};

struct StructureElement
{
    QString reference;
    QString type; //!< "TD"
    QJsonObject dictionary;
    qsizetype parent = -1;
    QList<qsizetype> kids;      //!< elements
    QList<ContentKey> contents; //!< its own
    QStringList annotations;    //!< references
};

//! The logical structure of a file (ISO 32000-1, 14.7), elements in reading order.
class StructureTree
{
public:
    explicit StructureTree(const PdfDocument &document);

    [[nodiscard]] const QList<StructureElement> &elements() const { return m_elements; }
    //! Content and the position of its element, in reading order.
    [[nodiscard]] const QList<std::pair<ContentKey, qsizetype>> &contents() const
    {
        return m_contents;
    }
    //! Empty for the root's kid.
    [[nodiscard]] QString parentType(const StructureElement &element) const;
    [[nodiscard]] QStringList kidTypes(const StructureElement &element) const;
    //! An attribute of an owner: "/Scope" of "/Table".
    [[nodiscard]] QJsonValue attribute(const StructureElement &element, const QString &owner,
                                       const QString &name) const;
    //! What the parent tree says of a key; undefined when it says nothing.
    [[nodiscard]] QJsonValue parentOf(int key) const { return m_parents.value(key); }
    [[nodiscard]] QList<int> keys() const { return m_parents.keys(); }

private:
    void readElement(const QJsonValue &reference, qsizetype parent);
    void readKid(const QJsonValue &kid, qsizetype element);
    void readParents(const QJsonObject &node);

    void addContent(qsizetype element, const ContentKey &key);

    const PdfDocument &m_document;
    QList<StructureElement> m_elements;
    QList<std::pair<ContentKey, qsizetype>> m_contents;
    QHash<int, QJsonValue> m_parents;
};

} // namespace recoupe::test
