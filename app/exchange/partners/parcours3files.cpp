// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/growingfile.h"
#include "core/writtenfile.h"
#include "exchange/lheo/lheonames.h"
#include "exchange/lheo/lheoschema.h"
#include "exchange/partners/flowmarks.h"
#include "exchange/partners/offercomposer.h"
#include "exchange/partners/offerfilenames.h"
#include "exchange/partners/offerresumes.h"
#include "exchange/partners/offerwriter.h"
#include "exchange/xml/xmlbytes.h"

#include <QCoreApplication>
#include <QDir>

namespace recoupe {

namespace {

constexpr std::string_view offerRoot = "lheo";
constexpr std::string_view indexRoot = "lheo-index";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

class Parcours3Writer final : public OfferWriter
{
public:
    Parcours3Writer(const OfferWriting &writing, const QString &offersUrl,
                    std::unique_ptr<XmlSchema> schema)
        : m_schema(std::move(schema))
        , m_folder(writing.folder)
        , m_marks(writing.marks)
        , m_url(offersUrl.isEmpty() || offersUrl.endsWith(u'/') ? offersUrl : offersUrl + u'/')
        , m_index(m_folder.filePath(indexName))
        , m_composer(Assessments::LeftAway, m_schema.get())
    {
    }

    [[nodiscard]] Result<> open()
    {
        if (!m_folder.mkpath(offersFolder))
            return unwritable(m_folder.filePath(offersFolder), {});
        if (Result<> opened = m_index.open(); !opened)
            return opened;
        return m_index.write(lheoStart(indexRoot, m_marks) + "<resumes-offres>\n");
    }

    Result<QList<WrittenSession>> add(const OutgoingOffer &offer) override
    {
        const QString name = offersFolder + u'/' + m_names.take(offer.action.numero);
        m_composer.beginFile(name);
        OfferText text = m_composer.compose(offer);
        if (text.isEmpty())
            return QList<WrittenSession>();
        m_buffer.clear();
        text.appendTo(m_buffer);
        if (const Result<> read = readXmlBytes(
                QByteArray::fromRawData(m_buffer.data(), qsizetype(m_buffer.size())), name, m_tree);
            !read)
            return failureOf(read);
        leaveOutUnplaced(text);
        if (text.isEmpty())
            return QList<WrittenSession>();
        if (const Result<> written = writeOffer(text, name); !written)
            return failureOf(written);
        std::string resumes;
        appendResumes(resumes, m_tree.root(), m_url + name);
        if (const Result<> written = m_index.write(resumes); !written)
            return failureOf(written);
        m_files << name;
        return text.written();
    }

    Result<QStringList> finish() override
    {
        if (const Result<> written =
                m_index.write("</resumes-offres>\n" + lheoEnd(indexRoot, m_marks));
            !written)
            return failureOf(written);
        if (const Result<> closed = m_index.close(); !closed)
            return failureOf(closed);
        if (const Result<> checked = checkLheoFile(m_schema.get(), m_index.fileName()); !checked) {
            m_index.spoil();
            return failureOf(checked);
        }
        return m_files + QStringList{indexName};
    }

    const WritingRemarks &remarks() const override { return m_composer.remarks(); }

private:
    // An offer that the index cannot name would never be found.
    void leaveOutUnplaced(OfferText &text)
    {
        std::size_t number = 0;
        for (const XmlElement &action : m_tree.root().children()) {
            if (action.name() != "action")
                continue;
            ActionText &written = text.actions[number++];
            if (canBeResumed(action))
                continue;
            m_composer.leaveOut(
                written, rejectionOf(QStringLiteral("resume-offre/departement"), {},
                                     Tr::tr("un lieu de formation ou une adresse d'inscription "
                                            "dont le code postal dise le département")));
            written.sessions.clear();
        }
        text.dropEmptyActions();
    }

    [[nodiscard]] Result<> writeOffer(const OfferText &text, const QString &name)
    {
        m_buffer = lheoStart(offerRoot, m_marks) + "<offres>\n";
        text.appendTo(m_buffer);
        m_buffer += "</offres>\n" + lheoEnd(offerRoot, m_marks);
        GrowingFile file(m_folder.filePath(name));
        if (Result<> opened = file.open(); !opened)
            return opened;
        if (Result<> written = file.write(m_buffer); !written)
            return written;
        return file.close();
    }

    inline static const QString offersFolder = QStringLiteral("offres");
    inline static const QString indexName = QStringLiteral("index.xml");

    std::unique_ptr<XmlSchema> m_schema; // may be null
    QDir m_folder;
    FlowMarks m_marks;
    QString m_url; // empty, or with a slash at its end
    GrowingFile m_index;
    OfferFileNames m_names;
    OfferComposer m_composer;
    XmlTree m_tree; // of the offer at hand
    std::string m_buffer;
    QStringList m_files;
};

} // namespace

Result<std::unique_ptr<OfferWriter>> openParcours3Files(const OfferWriting &writing,
                                                        const QString &offersUrl)
{
    Result<std::unique_ptr<XmlSchema>> schema = loadLheoSchema(writing.xsdFile);
    if (!schema)
        return failureOf(schema);
    auto writer = std::make_unique<Parcours3Writer>(writing, offersUrl, *std::move(schema));
    if (const Result<> opened = writer->open(); !opened)
        return failureOf(opened);
    return writer;
}

} // namespace recoupe
