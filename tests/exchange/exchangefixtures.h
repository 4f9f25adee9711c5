// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheoreader.h"

#include <zlib.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

//! Real files in a folder of their own, and a sink that keeps what a feed hands it.
namespace recoupe::test {

//! A folder whose name is neither ASCII nor free of spaces, as operators' folders are.
class Folder
{
public:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder.filePath(QStringLiteral("données à lire ") + name);
    }

    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the fixture");
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
};

[[nodiscard]] inline QByteArray gzipped(const QByteArray &content)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(content.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData()));
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

//! Keeps everything; stops where it is told to.
class RecordingSink : public LheoSink
{
public:
    Result<> accept(SubmittedAction action) override
    {
        order << u'a' + action.action.numero;
        actions << std::move(action);
        return refusal;
    }
    Result<> accept(SubmittedSession session) override
    {
        order << u's' + session.session.key.session;
        sessions << std::move(session);
        return {};
    }
    void reject(Rejection rejection) override { rejections << std::move(rejection); }
    void warn(const QString &sentence) override { warnings << sentence; }
    bool progress(qint64 bytesRead, qint64 bytesTotal) override
    {
        lastRead = bytesRead;
        total = bytesTotal;
        return !isCancelled;
    }

    QList<SubmittedAction> actions;
    QList<SubmittedSession> sessions;
    QStringList order; //!< "aF1", "sS1": what came after what
    QList<Rejection> rejections;
    QStringList warnings;
    Result<> refusal;
    qint64 lastRead = 0;
    qint64 total = 0;
    bool isCancelled = false;
};

//! Reads a feed of that content.
[[nodiscard]] inline Result<> readContent(const QByteArray &content, RecordingSink &sink,
                                          const QString &name = QStringLiteral("flux.xml"))
{
    const Folder folder;
    return readLheo(folder.write(name, content), sink);
}

//! A feed around formations.
[[nodiscard]] inline QByteArray feed(const QByteArray &formations)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lheo xmlns=\"http://lheo.gouv.fr/2.3\">"
           "<offres>" +
           formations + "</offres></lheo>";
}

//! A formation F1 around actions.
[[nodiscard]] inline QByteArray formation(const QByteArray &actions)
{
    return "<formation numero=\"F1\"><intitule-formation>Soudeur</intitule-formation>" + actions +
           "</formation>";
}

//! A feed with the formation F1, its action A1, its session S1; \a inAction and \a inSession are
//! put into them.
[[nodiscard]] inline QByteArray feedOf(const QByteArray &inAction, const QByteArray &inSession = {})
{
    return feed(formation("<action numero=\"A1\">" + inAction + "<session numero=\"S1\">" +
                          inSession + "</session></action>"));
}

//! The one session that a feed holds.
[[nodiscard]] inline TrainingSession onlySession(const QByteArray &content)
{
    RecordingSink sink;
    const Result<> read = readContent(content, sink);
    if (!read || sink.sessions.size() != 1) {
        QTest::qFail(qPrintable(read ? QStringLiteral("not one session") : read.error().message),
                     __FILE__, __LINE__);
        return {};
    }
    return sink.sessions.first().session;
}

} // namespace recoupe::test
