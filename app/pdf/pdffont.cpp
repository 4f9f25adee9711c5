// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdffont.h"

#include "pdf/pdfsyntax.h"
#include "pdf/shapedword.h"

#include <hb-subset.h>

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <memory>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qreal thousandths = 1000 / ShapedWord::unitsPerSize; // of the size, for one unit
constexpr qsizetype mappingsPerBlock = 100; // the most that a CMap may have in one
// Only words of European languages are set; nothing that a viewer does asks for more exactness.
constexpr int stemWidth = 80;
constexpr int symbolic = 4; // its glyphs are addressed by number, not through an encoding

// What readers draw glyphs from (9.9). The file says by glyph what is drawn and what it means: how
// Qt shaped it is no more asked.
constexpr std::array programTables{HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
                                   HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                   HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};

template <auto destroy>
struct Destroy
{
    void operator()(auto *object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

QByteArray tagName(hb_tag_t tag)
{
    std::array<char, 4> bytes{};
    qToBigEndian(tag, bytes.data());
    return {bytes.data(), qsizetype(bytes.size())};
}

//! The tables of a font, kept until its part is made: HarfBuzz 6 copies outlines after it has
//! given back the table that they are in.
struct FontTables
{
    const QRawFont &font;
    QHash<hb_tag_t, QByteArray> kept = {};
};

hb_blob_t *tableOf(hb_face_t *, hb_tag_t tag, void *tables)
{
    if (std::ranges::find(programTables, tag) == programTables.end())
        return hb_blob_get_empty();
    auto &[font, kept] = *static_cast<FontTables *>(tables);
    QByteArray &table = kept[tag];
    if (table.isNull())
        table = font.fontTable(tagName(tag).constData());
    return hb_blob_create(table.constData(), uint(table.size()), HB_MEMORY_MODE_READONLY, nullptr,
                          nullptr);
}

bool isWhole(hb_face_t *face)
{
    return std::ranges::all_of(programTables, [face](hb_tag_t tag) {
        const Blob table(hb_face_reference_table(face, tag));
        return hb_blob_get_length(table.get()) > 0;
    });
}

//! What its maker lets others do with a font (OpenType, table "OS/2", fsType).
bool licenceForbidsEmbedding(const QRawFont &font)
{
    constexpr qsizetype rightsOffset = 8;
    constexpr quint16 levels = 0x000E; // of several, in old fonts, the least strict counts
    constexpr quint16 restricted = 0x0002;
    constexpr quint16 neitherPartsNorOutlines = 0x0300;
    const QByteArray os2 = font.fontTable("OS/2");
    if (os2.size() < rightsOffset + 2)
        return false;
    const auto rights = qFromBigEndian<quint16>(os2.constData() + rightsOffset);
    return (rights & levels) == restricted || (rights & neitherPartsNorOutlines) != 0;
}

} // namespace

bool PdfFont::canEmbed(const QRawFont &font)
{
    // Of a variable font only the default weight would be left, of one in colours what is under
    // them, which may be nothing.
    static constexpr std::array otherLooks{"fvar", "CBDT", "sbix", "COLR", "SVG "};
    const auto hasTable = [&font](const char *tag) { return !font.fontTable(tag).isEmpty(); };
    return hasTable("glyf") && std::ranges::none_of(otherLooks, hasTable) &&
           !licenceForbidsEmbedding(font);
}

PdfFont::PdfFont(const QRawFont &font, PdfId id)
    : m_font(font)
    , m_id(id)
{
    m_font.setPixelSize(ShapedWord::unitsPerSize);
}

bool PdfFont::stands(quint32 glyph, const QString &text)
{
    QString &known = m_glyphs[glyph].text;
    if (known.isEmpty())
        known = text;
    return known == text;
}

void PdfFont::use(quint32 glyph, const QString &guess)
{
    if (QString &known = m_glyphs[glyph].guess; known.isEmpty())
        known = guess;
}

quint32 PdfFont::glyphOf(const QString &character) const
{
    const QList<quint32> glyphs = m_font.glyphIndexesForString(character);
    return glyphs.size() == 1 ? glyphs.first() : 0;
}

qreal PdfFont::advance(quint32 glyph) const
{
    const auto known = m_advances.constFind(glyph);
    if (known != m_advances.constEnd())
        return *known;
    const QList<QPointF> advances = m_font.advancesForGlyphIndexes(
        {glyph}, QRawFont::SeparateAdvances | QRawFont::UseDesignMetrics);
    return m_advances[glyph] = advances.first().x() * thousandths;
}

QByteArray PdfFont::subset() const
{
    FontTables tables{m_font};
    const Face whole(hb_face_create_for_tables(tableOf, &tables, nullptr));
    const SubsetInput input(hb_subset_input_create_or_fail());
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input.get());
    for (auto glyph = m_glyphs.keyBegin(); glyph != m_glyphs.keyEnd(); ++glyph)
        hb_set_add(glyphs, *glyph);
    const Face part(hb_subset_or_fail(whole.get(), input.get()));
    if (!part || !isWhole(part.get()))
        return {};
    const Blob blob(hb_face_reference_blob(part.get()));
    uint length = 0;
    const char *data = hb_blob_get_data(blob.get(), &length);
    return {data, qsizetype(length)};
}

QByteArray PdfFont::baseName() const
{
    // Six letters tell a part of a font from the whole and from other parts (9.6.4).
    QByteArray letters;
    size_t hash = qHashRange(m_glyphs.keyBegin(), m_glyphs.keyEnd(), size_t(0));
    for (int i = 0; i < 6; ++i, hash /= 26)
        letters += char('A' + hash % 26);
    QString family = m_font.familyName() + u'-' + m_font.styleName();
    return pdf::name(QString::fromLatin1(letters) + u'+' + family.remove(u' '));
}

QByteArray PdfFont::widths() const
{
    QByteArray out("[");
    for (auto glyph = m_glyphs.keyBegin(); glyph != m_glyphs.keyEnd(); ++glyph)
        out += QByteArray::number(*glyph) + '[' + pdf::number(advance(*glyph)) + ']';
    return out + ']';
}

QByteArray PdfFont::toUnicode() const
{
    QList<QByteArray> mappings;
    for (auto it = m_glyphs.cbegin(); it != m_glyphs.cend(); ++it) {
        const QString &text = it->text.isEmpty() ? it->guess : it->text;
        mappings << '<' + pdf::glyphCode(it.key()) + "><" + pdf::text(text).sliced(5) + '\n';
    }
    QByteArray out("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (qsizetype first = 0; first < mappings.size(); first += mappingsPerBlock) {
        const QList<QByteArray> block = mappings.mid(first, mappingsPerBlock);
        out += QByteArray::number(block.size()) + " beginbfchar\n" + block.join() + "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QByteArray PdfFont::descriptor(PdfId fontFile) const
{
    // The box of all glyphs, in units of the font (OpenType, table "head").
    const QByteArray head = m_font.fontTable("head");
    const auto unit = [&](qsizetype offset) {
        return qreal(qFromBigEndian<qint16>(head.constData() + offset)) * 1000 /
               m_font.unitsPerEm();
    };
    return "<</Type/FontDescriptor/FontName" + baseName() + "/Flags " +
           QByteArray::number(symbolic) + "/ItalicAngle 0/Ascent " +
           pdf::number(m_font.ascent() * thousandths) + "/Descent " +
           pdf::number(-m_font.descent() * thousandths) + "/CapHeight " +
           pdf::number(m_font.capHeight() * thousandths) + "/StemV " +
           QByteArray::number(stemWidth) + "/FontBBox[" + pdf::number(unit(36)) + ' ' +
           pdf::number(unit(38)) + ' ' + pdf::number(unit(40)) + ' ' + pdf::number(unit(42)) +
           "]/FontFile2 " + PdfFile::reference(fontFile) + ">>";
}

Result<> PdfFont::write(PdfFile &file) const
{
    const QByteArray program = subset();
    if (program.isEmpty())
        return fail(ErrorCode::FileUnwritable,
                    Tr::tr("La police «\u00A0%1\u00A0» ne peut pas être incorporée au fichier "
                           "PDF\u00A0: elle est endommagée. La réinstaller, ou la retirer pour "
                           "qu'une autre la remplace, puis recommencer.")
                        .arg(m_font.familyName()));
    const PdfId fontFile =
        file.writeStream("/Length1 " + QByteArray::number(program.size()), program);
    const PdfId descriptorId = file.write(descriptor(fontFile));
    const PdfId descendant = file.write(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont" + baseName() +
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
        PdfFile::reference(descriptorId) + "/DW 0/W" + widths() + "/CIDToGIDMap/Identity>>");
    const PdfId unicode = file.writeStream({}, toUnicode());
    file.write(m_id, "<</Type/Font/Subtype/Type0/BaseFont" + baseName() +
                         "/Encoding/Identity-H/DescendantFonts[" + PdfFile::reference(descendant) +
                         "]/ToUnicode " + PdfFile::reference(unicode) + ">>");
    return {};
}

} // namespace recoupe
