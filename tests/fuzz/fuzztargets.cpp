// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzztargets.h"

#include "exchange/awards/awardreader.h"
#include "exchange/decp/decpreader.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/partners/offerwriter.h"
#include "exchange/xlsxfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace recoupe::test {

namespace {

void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

// The readers take files: one, in the folder for temporary ones, written over and over.
QString fileOf(const QByteArray &input)
{
    static const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("entrée")));
    require(file.open(QIODevice::WriteOnly) && file.write(input) == input.size(),
            "the input cannot be written");
    return file.fileName();
}

void requireSentence(const Error &error)
{
    require(error.message.endsWith(u'.'), "a failure without a sentence");
}

bool isWellFormed(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

class CheckingSink final : public LheoSink
{
public:
    QList<OutgoingOffer> offers; // of what was read

    Result<> accept(SubmittedAction action) override
    {
        require(!action.action.numero.isEmpty(), "an action without a numero");
        require(action.line > 0 && !action.digest.isEmpty(), "an action from nowhere");
        require(isWellFormed(action.source), "the source of an action is no XML");
        offers << OutgoingOffer{action.action, action.source, {}};
        return {};
    }
    Result<> accept(SubmittedSession session) override
    {
        require(!session.session.key.session.isEmpty(), "a session without a numero");
        require(session.line > 0 && !session.digest.isEmpty(), "a session from nowhere");
        require(isWellFormed(session.source), "the source of a session is no XML");
        const auto offer = std::ranges::find_if(offers, [&session](const OutgoingOffer &candidate) {
            return candidate.action.numero == session.session.key.formation;
        });
        require(offer != offers.end(), "a session before its action");
        offer->sessions << OutgoingSession{session.session, session.session.recruitment,
                                           session.source};
        return {};
    }
    void reject(Rejection rejection) override
    {
        require(!rejection.expected.isEmpty(), "a rejection without a reason");
    }
    void warn(const QString &sentence) override
    {
        require(!sentence.isEmpty(), "an empty warning");
    }
    bool progress(qint64 bytesRead, qint64 bytesTotal) override
    {
        require(bytesRead <= bytesTotal, "more was read than there is");
        return true;
    }
};

// Whatever came in as LHEO goes out as XML that anybody can read, or is said to stay behind.
void checkExport(const QList<OutgoingOffer> &offers)
{
    static const QTemporaryDir folder;
    const QString name = QStringLiteral("lheo.xml");
    const auto writer = openLheoFile(
        {folder.path(), {{}, {}, {}, QDateTime(QDate(2026, 11, 23), QTime(6, 30))}, {}}, name,
        Assessments::LeftAway);
    require(writer.has_value(), "the file cannot be written");
    qsizetype sessions = 0;
    qsizetype written = 0;
    for (const OutgoingOffer &offer : offers) {
        const auto added = (*writer)->add(offer);
        require(added.has_value(), "an offer ends the writing");
        sessions += offer.sessions.size();
        written += added->size();
    }
    require(written + (*writer)->remarks().leftOut.size() == sessions, "a session is lost");
    const Result<QStringList> files = (*writer)->finish();
    require(files.has_value() == (written > 0), "the end of the file");
    QFile file(folder.filePath(name));
    if (files && file.open(QIODevice::ReadOnly))
        require(isWellFormed(file.readAll()), "what goes out is no XML");
}

void checkAwards(const Result<AwardFile> &file)
{
    if (!file)
        return requireSentence(file.error());
    for (const AwardRow &row : file->rows)
        require(!row.award.market.isMissing() && row.line > 0, "a notification of no market");
    for (const Rejection &rejection : file->rejections)
        require(!rejection.expected.isEmpty(), "a rejection without a reason");
    for (const QString &warning : file->warnings)
        require(!warning.isEmpty(), "an empty warning");
}

void readAsLheo(const QByteArray &input)
{
    CheckingSink sink;
    if (const Result<> read = readLheo(fileOf(input), sink); !read)
        requireSentence(read.error());
    checkExport(sink.offers);
}

void readAsTable(const QByteArray &input)
{
    checkAwards(readAwards(fileOf(input), {Funder::Region}));
}

// What is no zip file is put into one, as the part that holds the table: compressed bytes say
// nothing to a fuzzer.
void readAsWorkbook(const QByteArray &input)
{
    if (input.startsWith("PK"))
        return readAsTable(input);
    const QString name = fileOf({});
    auto workbook = handMadeXlsx({});
    workbook.last().second = input;
    writeZip(name, workbook);
    checkAwards(readAwards(name, {Funder::Region}));
    writeZip(name, {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                    {"META-INF/manifest.xml", "<manifest/>"},
                    {"content.xml", input}});
    checkAwards(readAwards(name, {Funder::Region}));
}

void readAsDecp(const QByteArray &input)
{
    checkAwards(readDecp(fileOf(input), Funder::Agefiph));
}

// Qt's own parser must take what ours takes, but for the NaN that ours forgives.
void readAsDecpJson(const QByteArray &input)
{
    const Result<AwardFile> file = readDecp(fileOf(input), Funder::Agefiph);
    checkAwards(file);
    const bool isJson = input.trimmed().startsWith('{') || input.trimmed().startsWith('[');
    if (file && isJson && !input.contains("NaN"))
        require(!QJsonDocument::fromJson(input).isNull(), "Qt takes it for no JSON");
}

constexpr std::array targets{
    FuzzTarget{"lheo", readAsLheo},         FuzzTarget{"csv", readAsTable},
    FuzzTarget{"workbook", readAsWorkbook}, FuzzTarget{"decp-json", readAsDecpJson},
    FuzzTarget{"decp-xml", readAsDecp},
};

} // namespace

std::span<const FuzzTarget> fuzzTargets()
{
    return targets;
}

} // namespace recoupe::test
