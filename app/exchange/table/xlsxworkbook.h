// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlreader.h"

#include <QList>
#include <QString>

namespace recoupe {

//! A `.rels` part: which parts of the package another one uses.
class XlsxRelationships : public XmlHandler
{
public:
    //! Where the relationships of \a part stand; of the whole package when it is empty.
    [[nodiscard]] static QString partOf(const QString &part);

    Result<> startElement(const XmlStart &element) override;

    //! Name in the archive of the part whose type ends so, or that has this id; empty when there is
    //! none. \a base is the part these relationships belong to.
    [[nodiscard]] QString targetOfType(std::string_view typeEnd, const QString &base) const;
    [[nodiscard]] QString targetOfId(const QString &id, const QString &base) const;

private:
    struct Relationship
    {
        QString id;
        std::string type; // a URI, in one of two namespaces
        QString target;
    };
    QList<Relationship> m_relationships;
};

//! The `workbook` part: its sheets and its calendar.
class XlsxWorkbook : public XmlHandler
{
public:
    struct Sheet
    {
        QString name;
        QString relationship;
        bool isVisible = true;
    };

    Result<> startElement(const XmlStart &element) override;

    [[nodiscard]] const QList<Sheet> &sheets() const { return m_sheets; }
    //! Whether day 0 is 1904-01-01, as on old Macs.
    [[nodiscard]] bool countsFrom1904() const { return m_from1904; }
    [[nodiscard]] QString partOf(const Sheet &sheet) const
    {
        return relationships.targetOfId(sheet.relationship, part);
    }
    [[nodiscard]] QString partOfType(std::string_view typeEnd) const
    {
        return relationships.targetOfType(typeEnd, part);
    }

    QString part; //!< its own name in the archive
    XlsxRelationships relationships;

private:
    QList<Sheet> m_sheets;
    bool m_from1904 = false;
};

} // namespace recoupe
