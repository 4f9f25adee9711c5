// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxworkbook.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype maxParts = 10'000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Result<> atMostMaxParts(qsizetype count)
{
    if (count <= maxParts)
        return {};
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le classeur est refusé : il annonce plus de %1 feuilles ou parties. "
                       "Faites-le vérifier par celui qui l'a produit.")
                    .arg(maxParts));
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString folderOf(const QString &part)
{
    return part.left(part.lastIndexOf(u'/') + 1);
}

// A target is relative to the folder of the part that names it, unless it begins with a slash.
QString resolved(const QString &target, const QString &base)
{
    const QString name = target.startsWith(u'/') ? target.mid(1) : folderOf(base) + target;
    return QDir::cleanPath(name);
}

// r:id, whatever the prefix; plain "id" is none of ours.
std::string_view relationshipId(const XmlStart &element)
{
    for (const XmlAttribute &attribute : element.attributes) {
        if (attribute.name.ends_with(":id"))
            return attribute.value;
    }
    return {};
}

} // namespace

QString XlsxRelationships::partOf(const QString &part)
{
    const QString folder = folderOf(part);
    return folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels");
}

Result<> XlsxRelationships::startElement(const XmlStart &element)
{
    if (element.name == "Relationship") {
        m_relationships << Relationship{textOf(element.attribute("Id")),
                                        std::string(element.attribute("Type")),
                                        textOf(element.attribute("Target"))};
    }
    return atMostMaxParts(m_relationships.size());
}

QString XlsxRelationships::targetOfType(std::string_view typeEnd, const QString &base) const
{
    const auto found = std::ranges::find_if(m_relationships, [typeEnd](const Relationship &row) {
        return std::string_view(row.type).ends_with(typeEnd);
    });
    return found == m_relationships.end() ? QString() : resolved(found->target, base);
}

QString XlsxRelationships::targetOfId(const QString &id, const QString &base) const
{
    const auto found = std::ranges::find(m_relationships, id, &Relationship::id);
    return found == m_relationships.end() ? QString() : resolved(found->target, base);
}

Result<> XlsxWorkbook::startElement(const XmlStart &element)
{
    if (element.name == "workbookPr") {
        const std::string_view flag = element.attribute("date1904");
        m_from1904 = flag == "1" || flag == "true";
    } else if (element.name == "sheet") {
        const std::string_view state = element.attribute("state");
        m_sheets << Sheet{textOf(element.attribute("name")), textOf(relationshipId(element)),
                          state.empty() || state == "visible"};
    }
    return atMostMaxParts(m_sheets.size());
}

} // namespace recoupe
