// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/structuretree.h"

namespace recoupe::test {

StructureTree::StructureTree(const PdfDocument &document)
    : m_document(document)
{
    const QJsonObject root =
        document.dictionary(document.catalog()[QStringLiteral("/StructTreeRoot")]);
    for (const QJsonValue &kid : document.array(root[QStringLiteral("/K")]))
        readElement(kid, -1);
    readParents(document.dictionary(root[QStringLiteral("/ParentTree")]));
}

void StructureTree::readElement(const QJsonValue &reference, qsizetype parent)
{
    const qsizetype index = m_elements.size();
    const QJsonObject dictionary = m_document.dictionary(reference);
    StructureElement element;
    element.reference = reference.toString();
    element.type = dictionary[QStringLiteral("/S")].toString().mid(1);
    element.dictionary = dictionary;
    element.parent = parent;
    m_elements << element;
    if (parent >= 0)
        m_elements[parent].kids << index;
    for (const QJsonValue &kid : m_document.array(dictionary[QStringLiteral("/K")]))
        readKid(kid, index);
}

void StructureTree::readKid(const QJsonValue &kid, qsizetype element)
{
    const QString elementPage = m_elements[element].dictionary[QStringLiteral("/Pg")].toString();
    if (kid.isDouble()) {
        addContent(element, {elementPage, kid.toInt()});
        return;
    }
    const QJsonObject dictionary = m_document.dictionary(kid);
    const QString type = dictionary[QStringLiteral("/Type")].toString();
    const QString page = dictionary[QStringLiteral("/Pg")].toString(elementPage);
    if (type == u"/MCR")
        addContent(element, {page, dictionary[QStringLiteral("/MCID")].toInt(-1)});
    else if (type == u"/OBJR")
        m_elements[element].annotations << dictionary[QStringLiteral("/Obj")].toString();
    else
        readElement(kid, element);
}

void StructureTree::addContent(qsizetype element, const ContentKey &key)
{
    m_elements[element].contents << key;
    m_contents << std::pair(key, element);
}

void StructureTree::readParents(const QJsonObject &node)
{
    const QJsonArray numbers = m_document.array(node[QStringLiteral("/Nums")]);
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
        m_parents[numbers.at(i).toInt()] = numbers.at(i + 1);
    for (const QJsonValue &kid : m_document.array(node[QStringLiteral("/Kids")]))
        readParents(m_document.dictionary(kid));
}

QString StructureTree::parentType(const StructureElement &element) const
{
    return element.parent < 0 ? QString() : m_elements.at(element.parent).type;
}

QStringList StructureTree::kidTypes(const StructureElement &element) const
{
    QStringList types;
    for (const qsizetype kid : element.kids)
        types << m_elements.at(kid).type;
    return types;
}

QJsonValue StructureTree::attribute(const StructureElement &element, const QString &owner,
                                    const QString &name) const
{
    for (const QJsonValue &value : m_document.array(element.dictionary[QStringLiteral("/A")])) {
        const QJsonObject attributes = m_document.dictionary(value);
        if (attributes[QStringLiteral("/O")] == owner && attributes.contains(name))
            return attributes[name];
    }
    return {};
}

} // namespace recoupe::test
