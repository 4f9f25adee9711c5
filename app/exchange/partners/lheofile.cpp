// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/growingfile.h"
#include "exchange/lheo/lheoschema.h"
#include "exchange/partners/flowmarks.h"
#include "exchange/partners/offercomposer.h"
#include "exchange/partners/offerwriter.h"

#include <QCoreApplication>
#include <QDir>

namespace recoupe {

namespace {

constexpr std::string_view root = "lheo";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

class LheoFileWriter final : public OfferWriter
{
public:
    LheoFileWriter(const OfferWriting &writing, const QString &fileName, Assessments assessments,
                   std::unique_ptr<XmlSchema> schema)
        : m_schema(std::move(schema))
        , m_marks(writing.marks)
        , m_name(fileName)
        , m_file(QDir(writing.folder).filePath(fileName))
        , m_composer(assessments, m_schema.get())
    {
        m_composer.beginFile(fileName);
    }

    [[nodiscard]] Result<> open()
    {
        if (Result<> opened = m_file.open(); !opened)
            return opened;
        return m_file.write(lheoStart(root, m_marks) + "<offres>\n");
    }

    Result<QList<WrittenSession>> add(const OutgoingOffer &offer) override
    {
        OfferText text = m_composer.compose(offer);
        if (text.isEmpty())
            return QList<WrittenSession>();
        m_buffer.clear();
        text.appendTo(m_buffer);
        if (const Result<> written = m_file.write(m_buffer); !written)
            return failureOf(written);
        m_hasOffers = true;
        return text.written();
    }

    Result<QStringList> finish() override
    {
        if (!m_hasOffers) {
            return fail(ErrorCode::Refused,
                        Tr::tr("Le fichier « %1 » n'a pas été écrit : aucune session ne peut y "
                               "figurer, et LHÉO 2.3 n'admet pas de fichier sans formation. "
                               "Vérifier ce qui est publié et les sessions écartées.")
                            .arg(m_name));
        }
        if (const Result<> written = m_file.write("</offres>\n" + lheoEnd(root, m_marks)); !written)
            return failureOf(written);
        if (const Result<> closed = m_file.close(); !closed)
            return failureOf(closed);
        if (const Result<> checked = checkLheoFile(m_schema.get(), m_file.fileName()); !checked) {
            m_file.spoil();
            return failureOf(checked);
        }
        return QStringList{m_name};
    }

    const WritingRemarks &remarks() const override { return m_composer.remarks(); }

private:
    std::unique_ptr<XmlSchema> m_schema; // may be null
    FlowMarks m_marks;
    QString m_name;
    GrowingFile m_file;
    OfferComposer m_composer;
    std::string m_buffer;
    bool m_hasOffers = false;
};

} // namespace

Result<std::unique_ptr<OfferWriter>> openLheoFile(const OfferWriting &writing,
                                                  const QString &fileName, Assessments assessments)
{
    Result<std::unique_ptr<XmlSchema>> schema = loadLheoSchema(writing.xsdFile);
    if (!schema)
        return failureOf(schema);
    auto writer =
        std::make_unique<LheoFileWriter>(writing, fileName, assessments, *std::move(schema));
    if (const Result<> opened = writer->open(); !opened)
        return failureOf(opened);
    return writer;
}

} // namespace recoupe
