// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pdf/pdfdocument.h"

namespace recoupe::test {

//! An operator of a content stream after its operands, written as qpdf writes objects in JSON.
struct PdfOperation
{
    QByteArray name;
    QJsonArray operands;
};

//! A sequence of marked content: "/Span<</MCID 3>>BDC".
struct ContentMark
{
    QString tag;
    int mcid = -1; //!< none
    bool hasActualText = false;
};

//! Something that an operator paints.
struct PaintedItem
{
    QByteArray operation;
    QList<ContentMark> marks; //!< that it lies in, the outermost first
    QString font = {};        //!< reference, of text
    qreal size = 0;           //!< of text, in points
    QList<int> glyphs = {};
};

//! What the content streams of a page paint and mark.
struct PageContent
{
    QList<PaintedItem> painted;
    QList<QList<ContentMark>> marks; //!< each mark as it was opened, last, in those around it
    bool isBalanced = true;          //!< what was opened is closed
};

//! The operations of a content stream; string operands are given as "b:" and hexadecimal digits.
[[nodiscard]] QList<PdfOperation> operationsOf(const QByteArray &content);
[[nodiscard]] PageContent contentOf(const PdfDocument &document, const QString &page);

} // namespace recoupe::test
