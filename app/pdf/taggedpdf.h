// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdf/pdffont.h"
#include "pdf/pdfstructure.h"
#include "pdf/textline.h"

#include <QDateTime>
#include <QPainterPath>
#include <QRectF>

#include <memory>
#include <vector>

namespace recoupe {

//! A tagged PDF 1.7 (ISO 32000-1), written page by page: all content is part of an element of the
//! structure or an artifact. Lengths in points from the top left corner of the page. The same calls
//! write the same bytes.
class TaggedPdf
{
public:
    struct Description
    {
        QString title;
        QByteArray language; //!< "fr-FR"
        QString creator;     //!< the program
        QDateTime date;      //!< said to be that of its making
    };
    //! What is on the page for its looks or to find one's way, and no part of what the document
    //! says.
    enum class Artifact
    {
        Layout,
        Header,
        Footer
    };

    TaggedPdf(QIODevice &device, Description description);
    ~TaggedPdf();
    Q_DISABLE_COPY_MOVE(TaggedPdf)

    void beginPage(QSizeF size);
    void endPage();
    //! Goes on with a page (from 0) that has ended, for artifacts alone, until endPage.
    void returnToPage(qsizetype page);

    //! An element of the structure, open over pages until it is closed. \a attributes: the entries
    //! of its attribute dictionary ("/O/Table/Scope/Column").
    void openElement(const QByteArray &type, const QByteArray &attributes = {});
    void closeElement();

    //! What is drawn until endContent belongs to the open element.
    void beginContent();
    void beginArtifact(Artifact kind);
    void endContent();

    //! Grey from 0, black, to 255, white.
    void fill(const QRectF &rect, int grey);
    void stroke(const QPainterPath &path, int grey, qreal width);
    void drawText(QPointF baseline, const QList<ShapedWord> &words, qreal size, int grey = 0);
    //! A link of the open element; a rectangle for each of its lines.
    void link(const QList<QRectF> &lines, const QByteArray &uri, const QString &contents);
    //! An entry of the outline, leading to that height of the page that is written.
    void bookmark(const QString &title, qreal top);

    //! Whether the device took all so far.
    [[nodiscard]] bool isSound() const { return m_file.isSound(); }
    //! The end of the file; nothing may follow. FileUnwritable when a font cannot be embedded, or
    //! when the device did not take all of it.
    [[nodiscard]] Result<> finish();

private:
    struct Page
    {
        PdfId id = 0;
        QSizeF size;
        QByteArray contents; //!< references
        QByteArray annotations;
        int key = 0; //!< in the parent tree
    };
    struct Bookmark
    {
        QString title;
        PdfId page = 0;
        qreal y = 0; //!< from the bottom
    };

    [[nodiscard]] Page &page() { return m_pages[size_t(m_page)]; }
    [[nodiscard]] qreal fromBottom(qreal y) { return page().size.height() - y; }
    [[nodiscard]] QByteArray point(QPointF point);
    [[nodiscard]] QByteArray operators(const QPainterPath &path);
    void setGrey(int grey, const char *op);
    [[nodiscard]] static bool canShow(const PdfTextLine::Run &run);
    [[nodiscard]] size_t fontIndex(const QRawFont &font);
    void drawAsShapes(QPointF origin, const ShapedWord &word, qreal size);
    void writePages();
    [[nodiscard]] PdfId writeOutline();
    [[nodiscard]] Result<> writeResources();
    [[nodiscard]] PdfId writeMetadata();
    [[nodiscard]] PdfId writeInfo();

    PdfFile m_file;
    PdfStructure m_structure;
    Description m_description;
    PdfId m_pageTree;
    PdfId m_resources;
    std::vector<Page> m_pages;
    qsizetype m_page = -1; //!< that is written
    bool m_returned = false;
    QByteArray m_content; //!< of the page, so far
    int m_grey = 0;
    std::vector<Bookmark> m_bookmarks;
    std::vector<std::pair<QRawFont, std::unique_ptr<PdfFont>>> m_fonts;
};

} // namespace recoupe
