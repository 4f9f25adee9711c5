// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/taggedpdf.h"

#include "pdf/pdfsyntax.h"

#include <QCoreApplication>
#include <QVarLengthArray>
#include <QXmlStreamWriter>

#include <cmath>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int unknownGrey = -1;

const QByteArray &artifactProperties(TaggedPdf::Artifact kind)
{
    static const QByteArray layout("/Artifact<</Type/Layout>>BDC\n");
    static const QByteArray header("/Artifact<</Type/Pagination/Subtype/Header>>BDC\n");
    static const QByteArray footer("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n");
    switch (kind) {
    case TaggedPdf::Artifact::Layout: return layout;
    case TaggedPdf::Artifact::Header: return header;
    case TaggedPdf::Artifact::Footer: return footer;
    }
    Q_UNREACHABLE();
}

//! The glyphs of that font that show nothing because there is nothing to show.
QList<quint32> blankGlyphs(const QRawFont &font, const QString &text)
{
    QString blanks(u' '); // as what has no width is shaped, too
    for (const QChar c : text) {
        if (c.isSpace())
            blanks += c;
    }
    QList<quint32> glyphs = font.glyphIndexesForString(blanks);
    glyphs.removeAll(0); // missing
    return glyphs;
}

//! What stands for a character that a font has no outline of, as wide as its glyph and as high as
//! capitals mostly are: who reads must see that something was written.
QPainterPath missingGlyph(const QRawFont &font, quint32 glyph)
{
    const qreal line = font.pixelSize() / 16;
    const qreal height = font.pixelSize() * 0.7;
    const qreal advance = font.advancesForGlyphIndexes({glyph}).first().x();
    if (advance <= 4 * line)
        return {};
    const QRectF around(line, -height, advance - 2 * line, height);
    QPainterPath hole;
    hole.addRect(around.adjusted(line, line, -line, -line));
    QPainterPath box;
    box.addRect(around);
    box.addPath(hole.toReversed());
    return box;
}

//! The glyphs of a run, where they stand.
QPainterPath outlineOf(const QGlyphRun &run, const QString &text)
{
    const QRawFont font = run.rawFont();
    const QList<quint32> blanks = blankGlyphs(font, text);
    const QList<quint32> glyphs = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    QPainterPath all;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        QPainterPath path = font.pathForGlyph(glyphs.at(i));
        if (path.isEmpty() && !blanks.contains(glyphs.at(i)))
            path = missingGlyph(font, glyphs.at(i));
        all.addPath(path.translated(positions.at(i)));
    }
    return all;
}

} // namespace

TaggedPdf::TaggedPdf(QIODevice &device, Description description)
    : m_file(device)
    , m_structure(m_file)
    , m_description(std::move(description))
    , m_pageTree(m_file.reserve())
    , m_resources(m_file.reserve())
{
}

TaggedPdf::~TaggedPdf() = default;

void TaggedPdf::beginPage(QSizeF size)
{
    m_page = qsizetype(m_pages.size());
    m_pages.push_back({m_file.reserve(), size, {}, {}, m_structure.addKey()});
    m_grey = 0;
}

void TaggedPdf::returnToPage(qsizetype page)
{
    m_page = page;
    m_returned = true;
    m_grey = unknownGrey; // goes on with what the page left
}

void TaggedPdf::endPage()
{
    page().contents += PdfFile::reference(m_file.writeStream({}, m_content)) + ' ';
    if (!m_returned)
        m_structure.closePage(page().key);
    m_returned = false;
    m_content.clear();
}

void TaggedPdf::openElement(const QByteArray &type, const QByteArray &attributes)
{
    m_structure.open(type, attributes.isEmpty() ? QByteArray() : "/A<<" + attributes + ">>");
}

void TaggedPdf::closeElement()
{
    m_structure.close();
}

void TaggedPdf::beginContent()
{
    Q_ASSERT(!m_returned);
    const int mark = m_structure.markContent(page().id);
    m_content += "/Span<</MCID " + QByteArray::number(mark) + ">>BDC\n";
}

void TaggedPdf::beginArtifact(Artifact kind)
{
    m_content += artifactProperties(kind);
}

void TaggedPdf::endContent()
{
    m_content += "EMC\n";
}

QByteArray TaggedPdf::point(QPointF point)
{
    return pdf::number(point.x()) + ' ' + pdf::number(fromBottom(point.y())) + ' ';
}

void TaggedPdf::setGrey(int grey, const char *op)
{
    m_content += pdf::number(grey / 255.0) + ' ' + op + ' ';
}

void TaggedPdf::fill(const QRectF &rect, int grey)
{
    if (m_grey != grey)
        setGrey(m_grey = grey, "g");
    m_content += point(rect.bottomLeft()) + pdf::number(rect.width()) + ' ' +
                 pdf::number(rect.height()) + " re f\n";
}

QByteArray TaggedPdf::operators(const QPainterPath &path)
{
    QByteArray out;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement: out += point(element) + "m "; break;
        case QPainterPath::LineToElement: out += point(element) + "l "; break;
        case QPainterPath::CurveToElement:
            out +=
                point(element) + point(path.elementAt(i + 1)) + point(path.elementAt(i + 2)) + "c ";
            i += 2;
            break;
        case QPainterPath::CurveToDataElement: break;
        }
    }
    return out;
}

void TaggedPdf::stroke(const QPainterPath &path, int grey, qreal width)
{
    setGrey(grey, "G");
    m_content += pdf::number(width) + " w " + operators(path) + "S\n";
}

size_t TaggedPdf::fontIndex(const QRawFont &font)
{
    for (size_t index = 0; index < m_fonts.size(); ++index) {
        if (m_fonts[index].first == font)
            return index;
    }
    m_fonts.emplace_back(font, PdfFont::canEmbed(font)
                                   ? std::make_unique<PdfFont>(font, m_file.reserve())
                                   : nullptr);
    return m_fonts.size() - 1;
}

void TaggedPdf::drawAsShapes(QPointF origin, const ShapedWord &word, qreal size)
{
    QPainterPath path;
    for (const QGlyphRun &run : word.runs)
        path.addPath(outlineOf(run, word.text));
    const qreal scale = size / ShapedWord::unitsPerSize;
    QTransform place = QTransform::fromTranslate(origin.x(), origin.y());
    place.scale(scale, scale);
    m_content += pdf::beginActualText(word.text) + operators(place.map(path)) + "f EMC\n";
}

bool TaggedPdf::canShow(const PdfTextLine::Run &run)
{
    // No font has a glyph of that character: the box that Qt draws is a shape, no glyph to refer
    // to.
    constexpr quint32 missing = 0;
    return run.font != nullptr && !run.glyphs->glyphIndexes().contains(missing);
}

void TaggedPdf::drawText(QPointF baseline, const QList<ShapedWord> &words, qreal size, int grey)
{
    if (m_grey != grey)
        setGrey(m_grey = grey, "g");
    PdfTextLine line(point(baseline), size);
    QList<std::pair<QPointF, ShapedWord>> shapes;
    qreal x = 0;
    for (const ShapedWord &word : words) {
        QVarLengthArray<PdfTextLine::Run, 4> runs;
        for (const QGlyphRun &run : word.runs) {
            const size_t index = fontIndex(run.rawFont());
            runs.append({m_fonts[index].second.get(), index, &run});
        }
        if (std::ranges::all_of(runs, canShow))
            line.append(word.text, runs, x);
        else
            shapes.append({baseline + QPointF(x * size / ShapedWord::unitsPerSize, 0), word});
        x += word.width;
    }
    m_content += line.finished();
    for (const auto &[origin, word] : std::as_const(shapes))
        drawAsShapes(origin, word, size);
}

void TaggedPdf::link(const QList<QRectF> &lines, const QByteArray &uri, const QString &contents)
{
    QRectF all;
    QByteArray corners;
    for (const QRectF &line : lines) {
        all |= line;
        corners += point(line.bottomLeft()) + point(line.bottomRight()) + point(line.topLeft()) +
                   point(line.topRight());
    }
    const int key = m_structure.addKey();
    const PdfId annotation = m_file.write(
        "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[" +
        pdf::rectangle(all, page().size.height()) + "]/QuadPoints[" + corners + "]/Contents" +
        pdf::text(contents) + "/A<</S/URI/URI" + pdf::ascii(uri) + ">>/P " +
        PdfFile::reference(page().id) + "/StructParent " + QByteArray::number(key) + ">>");
    m_structure.markAnnotation(annotation, page().id, key);
    page().annotations += PdfFile::reference(annotation) + ' ';
}

void TaggedPdf::bookmark(const QString &title, qreal top)
{
    m_bookmarks.push_back({title, page().id, fromBottom(top)});
}

void TaggedPdf::writePages()
{
    QByteArray kids;
    for (const Page &page : m_pages) {
        kids += PdfFile::reference(page.id) + ' ';
        QByteArray object = "<</Type/Page/Parent " + PdfFile::reference(m_pageTree) +
                            "/MediaBox[0 0 " + pdf::number(page.size.width()) + ' ' +
                            pdf::number(page.size.height()) + "]/Resources " +
                            PdfFile::reference(m_resources) + "/Contents[" + page.contents +
                            "]/StructParents " + QByteArray::number(page.key) + "/Tabs/S";
        if (!page.annotations.isEmpty())
            object += "/Annots[" + page.annotations + ']';
        m_file.write(page.id, object + ">>");
    }
    m_file.write(m_pageTree, "<</Type/Pages/Kids[" + kids + "]/Count " +
                                 QByteArray::number(m_pages.size()) + ">>");
}

PdfId TaggedPdf::writeOutline()
{
    if (m_bookmarks.empty())
        return 0;
    const PdfId outline = m_file.reserve();
    std::vector<PdfId> ids(m_bookmarks.size());
    std::ranges::generate(ids, [this] { return m_file.reserve(); });
    for (size_t i = 0; i < ids.size(); ++i) {
        const Bookmark &bookmark = m_bookmarks[i];
        QByteArray object = "<</Title" + pdf::text(bookmark.title) + "/Parent " +
                            PdfFile::reference(outline) + "/Dest[" +
                            PdfFile::reference(bookmark.page) + "/XYZ null " +
                            pdf::number(bookmark.y) + " null]";
        if (i > 0)
            object += "/Prev " + PdfFile::reference(ids[i - 1]);
        if (i + 1 < ids.size())
            object += "/Next " + PdfFile::reference(ids[i + 1]);
        m_file.write(ids[i], object + ">>");
    }
    m_file.write(outline, "<</Type/Outlines/First " + PdfFile::reference(ids.front()) + "/Last " +
                              PdfFile::reference(ids.back()) + "/Count " +
                              QByteArray::number(ids.size()) + ">>");
    return outline;
}

Result<> TaggedPdf::writeResources()
{
    QByteArray fonts;
    for (size_t index = 0; index < m_fonts.size(); ++index) {
        const PdfFont *font = m_fonts[index].second.get();
        if (!font)
            continue;
        if (const Result<> written = font->write(m_file); !written)
            return written;
        fonts += pdf::fontName(index) + ' ' + PdfFile::reference(font->id());
    }
    m_file.write(m_resources, "<</Font<<" + fonts + ">>>>");
    return {};
}

PdfId TaggedPdf::writeMetadata()
{
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    const QString dc = QStringLiteral("http://purl.org/dc/elements/1.1/");
    const QString xmp = QStringLiteral("http://ns.adobe.com/xap/1.0/");
    const QString adobe = QStringLiteral("http://ns.adobe.com/pdf/1.3/");
    const QString time = m_description.date.toUTC().toString(Qt::ISODate);
    QByteArray packet;
    QXmlStreamWriter xml(&packet);
    xml.writeProcessingInstruction(
        QStringLiteral("xpacket"),
        QStringLiteral("begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""));
    xml.writeNamespace(rdf, QStringLiteral("rdf"));
    xml.writeNamespace(dc, QStringLiteral("dc"));
    xml.writeNamespace(xmp, QStringLiteral("xmp"));
    xml.writeNamespace(adobe, QStringLiteral("pdf"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), {});
    const auto list = [&](const QString &name, const QString &kind, const QString &language,
                          const QString &value) {
        xml.writeStartElement(dc, name);
        xml.writeStartElement(rdf, kind);
        xml.writeStartElement(rdf, QStringLiteral("li"));
        if (!language.isEmpty())
            xml.writeAttribute(QStringLiteral("xml:lang"), language);
        xml.writeCharacters(value);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    };
    list(QStringLiteral("title"), QStringLiteral("Alt"), QStringLiteral("x-default"),
         m_description.title);
    list(QStringLiteral("language"), QStringLiteral("Bag"), {},
         QString::fromLatin1(m_description.language));
    xml.writeTextElement(xmp, QStringLiteral("CreatorTool"), m_description.creator);
    xml.writeTextElement(xmp, QStringLiteral("CreateDate"), time);
    xml.writeTextElement(xmp, QStringLiteral("ModifyDate"), time);
    xml.writeTextElement(adobe, QStringLiteral("Producer"), m_description.creator);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeProcessingInstruction(QStringLiteral("xpacket"), QStringLiteral("end=\"r\""));
    const PdfId id = m_file.reserve();
    m_file.writePlainStream(id, "/Type/Metadata/Subtype/XML", packet);
    return id;
}

PdfId TaggedPdf::writeInfo()
{
    const QByteArray time = pdf::date(m_description.date);
    const QByteArray program = pdf::text(m_description.creator);
    return m_file.write("<</Title" + pdf::text(m_description.title) + "/Creator" + program +
                        "/Producer" + program + "/CreationDate" + time + "/ModDate" + time + ">>");
}

Result<> TaggedPdf::finish()
{
    const PdfId structure = m_structure.finish();
    if (const Result<> written = writeResources(); !written)
        return written;
    writePages();
    QByteArray catalog = "<</Type/Catalog/Pages " + PdfFile::reference(m_pageTree) + "/Lang" +
                         pdf::ascii(m_description.language) +
                         "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
                         "/StructTreeRoot " +
                         PdfFile::reference(structure) + "/Metadata " +
                         PdfFile::reference(writeMetadata());
    if (const PdfId outline = writeOutline())
        catalog += "/PageMode/UseOutlines/Outlines " + PdfFile::reference(outline);
    const PdfId info = writeInfo();
    if (!m_file.finish(m_file.write(catalog + ">>"), info))
        return fail(ErrorCode::FileUnwritable,
                    Tr::tr("Le fichier PDF n'a pas pu être écrit en entier."));
    return {};
}

} // namespace recoupe
