// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdfstructure.h"

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype keysPerNode = 1000; // two elements each, of the 8191 that an array may have

} // namespace

PdfStructure::PdfStructure(PdfFile &file)
    : m_file(file)
    , m_root(file.reserve())
{
    open("Document");
}

void PdfStructure::open(const QByteArray &type, const QByteArray &entries)
{
    m_open << Element{m_file.reserve(), type, entries, {}};
}

void PdfStructure::close()
{
    const Element element = m_open.takeLast();
    const PdfId parent = m_open.isEmpty() ? m_root : m_open.last().id;
    QByteArray object = "<</S/" + element.type + "/P " + PdfFile::reference(parent);
    if (element.page != 0)
        object += "/Pg " + PdfFile::reference(element.page);
    m_file.write(element.id, object + "/K[" + element.kids + ']' + element.entries + ">>");
    if (!m_open.isEmpty())
        m_open.last().kids += PdfFile::reference(element.id) + ' ';
}

int PdfStructure::addKey()
{
    m_parents << 0;
    return int(m_parents.size() - 1);
}

int PdfStructure::markContent(PdfId page)
{
    const int number = int(m_marks.size());
    Element &element = m_open.last();
    m_marks << element.id;
    if (element.page == 0)
        element.page = page;
    if (element.page == page) {
        element.kids += QByteArray::number(number) + ' ';
    } else {
        element.kids += "<</Type/MCR/Pg " + PdfFile::reference(page) + "/MCID " +
                        QByteArray::number(number) + ">>";
    }
    return number;
}

void PdfStructure::markAnnotation(PdfId annotation, PdfId page, int key)
{
    Element &element = m_open.last();
    element.kids += "<</Type/OBJR/Pg " + PdfFile::reference(page) + "/Obj " +
                    PdfFile::reference(annotation) + ">>";
    m_parents[key] = element.id;
}

void PdfStructure::closePage(int key)
{
    QByteArray marks;
    for (const PdfId element : std::as_const(m_marks))
        marks += PdfFile::reference(element) + ' ';
    m_marks.clear();
    m_parents[key] = m_file.write('[' + marks + ']');
}

// A number tree (7.9.7): one array of all keys would be longer than Annex C lets one be.
PdfId PdfStructure::writeParents()
{
    QByteArray nodes;
    for (qsizetype first = 0; first < m_parents.size(); first += keysPerNode) {
        const qsizetype last = std::min(first + keysPerNode, m_parents.size()) - 1;
        QByteArray numbers;
        for (qsizetype key = first; key <= last; ++key)
            numbers += QByteArray::number(key) + ' ' + PdfFile::reference(m_parents.at(key)) + ' ';
        nodes += PdfFile::reference(m_file.write("<</Limits[" + QByteArray::number(first) + ' ' +
                                                 QByteArray::number(last) + "]/Nums[" + numbers +
                                                 "]>>")) +
                 ' ';
    }
    return m_file.write("<</Kids[" + nodes + "]>>");
}

PdfId PdfStructure::finish()
{
    const PdfId document = m_open.first().id;
    while (!m_open.isEmpty())
        close();
    m_file.write(m_root, "<</Type/StructTreeRoot/K " + PdfFile::reference(document) +
                             "/ParentTree " + PdfFile::reference(writeParents()) +
                             "/ParentTreeNextKey " + QByteArray::number(m_parents.size()) + ">>");
    return m_root;
}

} // namespace recoupe
