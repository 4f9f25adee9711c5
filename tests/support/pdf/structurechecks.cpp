// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/accesschecks.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace recoupe::test {

namespace {

const QString tableOwner = QStringLiteral("/Table");

//! References of the elements of which \a isWrong is true.
template <typename IsWrong>
QStringList wrongElements(const ReadPdf &pdf, IsWrong isWrong)
{
    QStringList defects;
    for (const StructureElement &element : pdf.tree.elements()) {
        if (isWrong(element))
            defects << element.type + u' ' + element.reference;
    }
    return defects;
}

bool allAre(const QStringList &types, const QSet<QString> &allowed)
{
    return std::ranges::all_of(types, [&](const QString &type) { return allowed.contains(type); });
}

QJsonObject rootOf(const ReadPdf &pdf)
{
    return pdf.document.dictionary(pdf.document.catalog()[QStringLiteral("/StructTreeRoot")]);
}

bool isHeading(const StructureElement &element)
{
    return element.type.size() == 2 && element.type.at(0) == u'H' && element.type.at(1).isDigit();
}

QSet<ContentKey> contentsOfTree(const ReadPdf &pdf)
{
    QSet<ContentKey> keys;
    for (const auto &[key, element] : pdf.tree.contents())
        keys << key;
    return keys;
}

template <typename IsWrong>
QStringList wrongMarks(const ReadPdf &pdf, IsWrong isWrong)
{
    QStringList defects;
    for (qsizetype page = 0; page < pdf.contents.size(); ++page) {
        for (const QList<ContentMark> &marks : pdf.contents.at(page).marks) {
            const auto around = std::span(marks).first(size_t(marks.size() - 1));
            if (isWrong(marks.last(), around))
                defects << QStringLiteral("page %1, %2").arg(page + 1).arg(marks.last().tag);
        }
    }
    return defects;
}

// --- content -------------------------------------------------------------------------------------

bool isTagged(const ContentMark &mark)
{
    return mark.mcid >= 0;
}

bool isArtifact(const ContentMark &mark)
{
    return mark.tag == u"Artifact";
}

QStringList artifactsInContent(const ReadPdf &pdf)
{
    return wrongMarks(pdf, [](const ContentMark &mark, std::span<const ContentMark> around) {
        return isArtifact(mark) && std::ranges::any_of(around, isTagged);
    });
}

QStringList contentInArtifacts(const ReadPdf &pdf)
{
    return wrongMarks(pdf, [](const ContentMark &mark, std::span<const ContentMark> around) {
        return isTagged(mark) && std::ranges::any_of(around, isArtifact);
    });
}

QStringList contentInContent(const ReadPdf &pdf)
{
    return wrongMarks(pdf, [](const ContentMark &mark, std::span<const ContentMark> around) {
        return isTagged(mark) && std::ranges::any_of(around, isTagged);
    });
}

QStringList untaggedContent(const ReadPdf &pdf)
{
    const QSet<ContentKey> known = contentsOfTree(pdf);
    QStringList defects;
    for (qsizetype page = 0; page < pdf.contents.size(); ++page) {
        const QString &reference = pdf.document.pages().at(page);
        for (const PaintedItem &item : pdf.contents.at(page).painted) {
            const bool isKnown = std::ranges::any_of(item.marks, [&](const ContentMark &mark) {
                return isArtifact(mark) || known.contains({reference, mark.mcid});
            });
            if (!isKnown)
                defects << QStringLiteral("page %1, %2")
                               .arg(page + 1)
                               .arg(QLatin1String(item.operation));
        }
    }
    return defects;
}

QStringList unbalancedContent(const ReadPdf &pdf)
{
    QStringList defects;
    for (qsizetype page = 0; page < pdf.contents.size(); ++page) {
        if (!pdf.contents.at(page).isBalanced)
            defects << QStringLiteral("page %1").arg(page + 1);
    }
    return defects;
}

//! Marks of the pages and contents of the structure are the same, each once.
QStringList contentsFound(const ReadPdf &pdf)
{
    QSet<ContentKey> marks;
    QStringList defects;
    for (qsizetype page = 0; page < pdf.contents.size(); ++page) {
        for (const QList<ContentMark> &mark : pdf.contents.at(page).marks) {
            const ContentKey key{pdf.document.pages().at(page), mark.last().mcid};
            if (key.mcid >= 0 && marks.contains(key))
                defects << QStringLiteral("page %1, MCID %2 twice").arg(page + 1).arg(key.mcid);
            if (key.mcid >= 0)
                marks << key;
        }
    }
    for (const auto &[key, element] : pdf.tree.contents()) {
        if (!marks.remove(key))
            defects << QStringLiteral("MCID %1 is not on page %2, or named twice")
                           .arg(key.mcid)
                           .arg(key.page);
    }
    if (!marks.isEmpty())
        defects << QStringLiteral("%1 marks without an element").arg(marks.size());
    return defects;
}

//! What is read follows what is drawn: page after page, mark after mark.
QStringList readingOrder(const ReadPdf &pdf)
{
    QStringList defects;
    std::pair<qsizetype, int> last(-1, -1);
    for (const auto &[key, element] : pdf.tree.contents()) {
        const std::pair<qsizetype, int> place(pdf.document.pages().indexOf(key.page), key.mcid);
        if (place < last)
            defects << pdf.tree.elements().at(element).reference;
        last = place;
    }
    return defects;
}

// --- the parent tree -----------------------------------------------------------------------------

//! The key of each page and annotation, and what it stands for.
QList<std::pair<int, QString>> keyHolders(const ReadPdf &pdf)
{
    QList<std::pair<int, QString>> holders;
    for (const QString &page : pdf.document.pages()) {
        const QJsonObject object = pdf.document.dictionary(page);
        holders << std::pair(object[QStringLiteral("/StructParents")].toInt(-1), page);
        for (const QJsonValue &value : pdf.document.array(object[QStringLiteral("/Annots")])) {
            holders << std::pair(
                pdf.document.dictionary(value)[QStringLiteral("/StructParent")].toInt(-1),
                value.toString());
        }
    }
    return holders;
}

QStringList keys(const ReadPdf &pdf)
{
    const int next = rootOf(pdf)[QStringLiteral("/ParentTreeNextKey")].toInt();
    QStringList defects;
    QSet<int> seen;
    for (const auto &[key, holder] : keyHolders(pdf)) {
        if (key < 0 || key >= next || seen.contains(key) || pdf.tree.parentOf(key).isUndefined())
            defects << QStringLiteral("%1: key %2").arg(holder).arg(key);
        seen << key;
    }
    if (seen.size() != pdf.tree.keys().size())
        defects << QStringLiteral("the parent tree has keys that nothing has");
    return defects;
}

//! The keys of a node and of those under it, from left to right; notes the nodes whose limits say
//! another first or last one.
QList<int> keysUnder(const ReadPdf &pdf, const QJsonValue &node, QStringList &defects)
{
    const QJsonObject dictionary = pdf.document.dictionary(node);
    const QJsonArray numbers = pdf.document.array(dictionary[QStringLiteral("/Nums")]);
    QList<int> all;
    for (qsizetype i = 0; i < numbers.size(); i += 2)
        all << numbers.at(i).toInt();
    for (const QJsonValue &kid : pdf.document.array(dictionary[QStringLiteral("/Kids")])) {
        const QList<int> keys = keysUnder(pdf, kid, defects);
        const QJsonArray limits =
            pdf.document.array(pdf.document.dictionary(kid)[QStringLiteral("/Limits")]);
        if (keys.isEmpty() || limits != QJsonArray{keys.first(), keys.last()})
            defects << kid.toString();
        all += keys;
    }
    return all;
}

QStringList parentTree(const ReadPdf &pdf)
{
    QStringList defects;
    const QList<int> keys = keysUnder(pdf, rootOf(pdf)[QStringLiteral("/ParentTree")], defects);
    if (!std::ranges::is_sorted(keys))
        defects << QStringLiteral("its keys are not in order");
    return defects;
}

QStringList parentsOfContent(const ReadPdf &pdf)
{
    QStringList defects;
    for (const auto &[content, index] : pdf.tree.contents()) {
        const int key =
            pdf.document.dictionary(content.page)[QStringLiteral("/StructParents")].toInt(-1);
        const QString &element = pdf.tree.elements().at(index).reference;
        if (pdf.document.array(pdf.tree.parentOf(key)).at(content.mcid) != element)
            defects << QStringLiteral("%1, MCID %2").arg(element).arg(content.mcid);
    }
    return defects;
}

QStringList parentsOfAnnotations(const ReadPdf &pdf)
{
    QStringList defects;
    QSet<QString> inTree;
    for (const StructureElement &element : pdf.tree.elements()) {
        for (const QString &annotation : element.annotations) {
            inTree << annotation;
            const int key =
                pdf.document.dictionary(annotation)[QStringLiteral("/StructParent")].toInt(-1);
            if (pdf.tree.parentOf(key) != element.reference)
                defects << annotation;
        }
    }
    for (const QString &page : pdf.document.pages()) {
        const QJsonObject object = pdf.document.dictionary(page);
        for (const QJsonValue &value : pdf.document.array(object[QStringLiteral("/Annots")])) {
            if (!inTree.contains(value.toString()))
                defects << value.toString() + QStringLiteral(" is no kid of an element");
        }
    }
    return defects;
}

// --- elements ------------------------------------------------------------------------------------

QStringList hasTree(const ReadPdf &pdf)
{
    const bool isRooted =
        !pdf.tree.elements().isEmpty() && pdf.tree.elements().first().type == u"Document";
    return isRooted ? QStringList() : QStringList{QStringLiteral("no Document under the root")};
}

QStringList parents(const ReadPdf &pdf)
{
    const QString root = pdf.document.catalog()[QStringLiteral("/StructTreeRoot")].toString();
    return wrongElements(pdf, [&](const StructureElement &element) {
        const QString parent =
            element.parent < 0 ? root : pdf.tree.elements().at(element.parent).reference;
        return element.dictionary[QStringLiteral("/P")] != parent;
    });
}

//! Standard types that need nothing more of the checks: there are no lists, tables of contents,
//! figures, formulas, notes or forms, and so nothing to be wrong with them.
QStringList types(const ReadPdf &pdf)
{
    static const QSet<QString> used{
        QStringLiteral("Document"), QStringLiteral("H1"),    QStringLiteral("H2"),
        QStringLiteral("P"),        QStringLiteral("Table"), QStringLiteral("THead"),
        QStringLiteral("TBody"),    QStringLiteral("TR"),    QStringLiteral("TH"),
        QStringLiteral("TD"),       QStringLiteral("Link"),
    };
    return wrongElements(
        pdf, [](const StructureElement &element) { return !used.contains(element.type); });
}

QStringList remapped(const ReadPdf &pdf)
{
    return rootOf(pdf).contains(QStringLiteral("/RoleMap"))
               ? QStringList{QStringLiteral("/RoleMap")}
               : QStringList();
}

QStringList kidsOfTables(const ReadPdf &pdf)
{
    static const QSet<QString> allowed{QStringLiteral("THead"), QStringLiteral("TBody"),
                                       QStringLiteral("TFoot"), QStringLiteral("TR"),
                                       QStringLiteral("Caption")};
    return wrongElements(pdf, [&](const StructureElement &element) {
        return element.type == u"Table" && !allAre(pdf.tree.kidTypes(element), allowed);
    });
}

QStringList places(const ReadPdf &pdf)
{
    static const QSet<QString> table{QStringLiteral("Table")};
    static const QSet<QString> rows{QStringLiteral("THead"), QStringLiteral("TBody"),
                                    QStringLiteral("TFoot"), QStringLiteral("Table")};
    static const QSet<QString> row{QStringLiteral("TR")};
    static const QHash<QString, QSet<QString>> allowed{
        {QStringLiteral("THead"), table}, {QStringLiteral("TBody"), table},
        {QStringLiteral("TFoot"), table}, {QStringLiteral("TR"), rows},
        {QStringLiteral("TH"), row},      {QStringLiteral("TD"), row}};
    return wrongElements(pdf, [&](const StructureElement &element) {
        const auto parents = allowed.constFind(element.type);
        return parents != allowed.cend() && !parents->contains(pdf.tree.parentType(element));
    });
}

QStringList kidsOfRows(const ReadPdf &pdf)
{
    static const QSet<QString> cells{QStringLiteral("TH"), QStringLiteral("TD")};
    return wrongElements(pdf, [&](const StructureElement &element) {
        return element.type == u"TR" &&
               (!allAre(pdf.tree.kidTypes(element), cells) || !element.contents.isEmpty());
    });
}

QStringList kidsOfRowGroups(const ReadPdf &pdf)
{
    static const QSet<QString> groups{QStringLiteral("THead"), QStringLiteral("TBody"),
                                      QStringLiteral("TFoot")};
    return wrongElements(pdf, [&](const StructureElement &element) {
        return groups.contains(element.type) &&
               (!allAre(pdf.tree.kidTypes(element), {QStringLiteral("TR")}) ||
                element.kids.isEmpty());
    });
}

QStringList headsOfTables(const ReadPdf &pdf)
{
    return wrongElements(pdf, [&](const StructureElement &element) {
        const QStringList kids = pdf.tree.kidTypes(element);
        return element.type == u"Table" && (kids.count(QStringLiteral("THead")) != 1 ||
                                            kids.count(QStringLiteral("TBody")) < 1);
    });
}

void appendRows(const ReadPdf &pdf, const StructureElement &element, QList<qsizetype> &rows)
{
    for (const qsizetype kid : element.kids) {
        const StructureElement &child = pdf.tree.elements().at(kid);
        if (child.type == u"TR")
            rows << kid;
        else
            appendRows(pdf, child, rows);
    }
}

int columnsOf(const ReadPdf &pdf, const StructureElement &row)
{
    int columns = 0;
    for (const qsizetype kid : row.kids) {
        const StructureElement &cell = pdf.tree.elements().at(kid);
        columns += pdf.tree.attribute(cell, tableOwner, QStringLiteral("/ColSpan")).toInt(1);
    }
    return columns;
}

QStringList columnCounts(const ReadPdf &pdf)
{
    return wrongElements(pdf, [&](const StructureElement &element) {
        if (element.type != u"Table")
            return false;
        QList<qsizetype> rows;
        appendRows(pdf, element, rows);
        const auto columns = [&](qsizetype row) {
            return columnsOf(pdf, pdf.tree.elements().at(row));
        };
        return std::ranges::any_of(
            rows, [&](qsizetype row) { return columns(row) != columns(rows.first()); });
    });
}

QStringList rowSpans(const ReadPdf &pdf)
{
    return wrongElements(pdf, [&](const StructureElement &element) {
        return pdf.tree.attribute(element, tableOwner, QStringLiteral("/RowSpan")).toInt(1) != 1;
    });
}

QStringList scopes(const ReadPdf &pdf)
{
    static const QSet<QString> known{QStringLiteral("/Row"), QStringLiteral("/Column"),
                                     QStringLiteral("/Both")};
    return wrongElements(pdf, [&](const StructureElement &element) {
        const QString scope =
            pdf.tree.attribute(element, tableOwner, QStringLiteral("/Scope")).toString();
        return element.type == u"TH" && !known.contains(scope);
    });
}

QStringList columnHeadings(const ReadPdf &pdf)
{
    return wrongElements(pdf, [&](const StructureElement &element) {
        if (element.type != u"TH" && element.type != u"TD")
            return false;
        const StructureElement &row = pdf.tree.elements().at(element.parent);
        const bool isInHead = pdf.tree.parentType(row) == u"THead";
        const bool isOfColumn =
            pdf.tree.attribute(element, tableOwner, QStringLiteral("/Scope")).toString() ==
            u"/Column";
        return isInHead != isOfColumn;
    });
}

QStringList headings(const ReadPdf &pdf)
{
    int level = 0;
    return wrongElements(pdf, [&level](const StructureElement &element) {
        if (!isHeading(element))
            return false;
        const int next = element.type.at(1).digitValue();
        const bool isSkipped = next > level + 1;
        level = next;
        return isSkipped;
    });
}

QStringList unnumberedHeadings(const ReadPdf &pdf)
{
    const bool isNumbered = std::ranges::any_of(pdf.tree.elements(), isHeading);
    return wrongElements(pdf, [isNumbered](const StructureElement &element) {
        return isNumbered && element.type == u"H";
    });
}

constexpr std::array checks{
    AccessCheck{"7.1-1", "no artifact inside tagged content", artifactsInContent},
    AccessCheck{"7.1-2", "no tagged content inside an artifact", contentInArtifacts},
    AccessCheck{"7.1-3", "all that is painted is tagged or an artifact", untaggedContent},
    AccessCheck{"7.1-5", "structure types are standard ones", types},
    AccessCheck{"7.1-6, 7", "no type is given another meaning", remapped},
    AccessCheck{"7.1-11", "the document has a structure", hasTree},
    AccessCheck{"7.1-12", "each element knows its parent", parents},
    AccessCheck{"7.2-3", "a table holds rows and groups of rows", kidsOfTables},
    AccessCheck{"7.2-4 to 9", "rows are in tables, cells in rows", places},
    AccessCheck{"7.2-10", "a row holds cells only", kidsOfRows},
    AccessCheck{"7.2-11 to 14", "a table has one head and a body", headsOfTables},
    AccessCheck{"7.2-36 to 38", "a group of rows holds rows only, one at least", kidsOfRowGroups},
    AccessCheck{"7.2-15, 41", "no cell spans rows, so none meets another", rowSpans},
    AccessCheck{"7.2-42, 43", "the rows of a table have as many columns", columnCounts},
    AccessCheck{"7.4.2-1", "headings begin with H1 and skip no level", headings},
    AccessCheck{"7.4.4", "headings are all numbered", unnumberedHeadings},
    AccessCheck{"7.5-1", "a heading cell says what it is the heading of", scopes},
    AccessCheck{"7.5-2", "the headings of the columns are those in the head", columnHeadings},
    AccessCheck{"32000-1 14.6", "marked content is closed where it was opened", unbalancedContent},
    AccessCheck{"32000-1 14.7.4.2", "no marked content lies in another", contentInContent},
    AccessCheck{"32000-1 14.7.4.3", "marks and elements name each other, once", contentsFound},
    AccessCheck{"32000-1 7.9.7", "the parent tree leads to each key", parentTree},
    AccessCheck{"32000-1 14.7.4.4", "pages and annotations have keys of their own", keys},
    AccessCheck{"32000-1 14.7.4.4, content", "the parent tree leads back from content",
                parentsOfContent},
    AccessCheck{"32000-1 14.7.4.4, objects", "the parent tree leads back from links",
                parentsOfAnnotations},
    AccessCheck{"32000-1 14.8.2.3", "the reading order is that of the pages", readingOrder},
};

} // namespace

std::span<const AccessCheck> structureChecks()
{
    return checks;
}

} // namespace recoupe::test
