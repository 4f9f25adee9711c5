// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/pdffile.h"

#include <QList>

namespace recoupe {

//! The logical structure of a file (ISO 32000-1, 14.7): what its content is, in reading order, for
//! those who do not see how it looks. An element is written when it is closed, so that only those
//! that are open are kept.
class PdfStructure
{
public:
    explicit PdfStructure(PdfFile &file);

    //! Opens an element ("TD") under the one that is open. \a entries of its dictionary besides.
    void open(const QByteArray &type, const QByteArray &entries = {});
    void close();

    //! A key of the parent tree, for a page or an annotation.
    [[nodiscard]] int addKey();
    //! Content of a page that belongs to the open element; gives its number on the page.
    [[nodiscard]] int markContent(PdfId page);
    //! An annotation that belongs to the open element.
    void markAnnotation(PdfId annotation, PdfId page, int key);
    //! No content of that page comes any more.
    void closePage(int key);

    //! Closes the document; gives the root of the tree.
    [[nodiscard]] PdfId finish();

private:
    struct Element
    {
        PdfId id = 0;
        QByteArray type;
        QByteArray entries;
        QByteArray kids;
        PdfId page = 0; //!< of the first content
    };

    [[nodiscard]] PdfId writeParents();

    PdfFile &m_file;
    PdfId m_root;
    QList<Element> m_open;
    QList<PdfId> m_marks;   //!< of the page that is written: the element of each content
    QList<PdfId> m_parents; //!< by key
};

} // namespace recoupe
