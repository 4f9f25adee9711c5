// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/ledger.h"

#include "reliability/basereader.h"
#include "support/testfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace recoupe::test {

namespace {

QString essence(const QJsonObject &decision)
{
    return decision.value(QLatin1String("id")).toString() + u' ' +
           decision.value(QLatin1String("kind")).toString() + u' ' +
           decision.value(QLatin1String("after")).toString();
}

QMap<QString, qint64> batchesOf(const BaseReader &base)
{
    QMap<QString, qint64> batches;
    for (const QVariantList &row :
         base.rows(QStringLiteral("SELECT batch, count(*) FROM decisions GROUP BY batch")))
        batches.insert(row[0].toString(), row[1].toLongLong());
    return batches;
}

QStringList editionsOf(const BaseReader &base)
{
    QStringList labels;
    for (const QVariantList &row :
         base.rows(QStringLiteral("SELECT edition_year, edition_number FROM editions ORDER BY id")))
        labels << QStringLiteral("%1-%2")
                      .arg(row[0].toInt())
                      .arg(row[1].toInt(), 2, 10, QLatin1Char('0'));
    return labels;
}

QStringList filesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    return files;
}

} // namespace

Ledger::Ledger(const DatabaseUrl &url, const ProgramRun &program)
    : m_url(url)
    , m_program(program)
{
    const BaseReader base(url);
    m_batches = batchesOf(base);
    m_editions = editionsOf(base);
}

void Ledger::expect(bool holds, const QString &sentence)
{
    if (!holds)
        m_faults << sentence;
}

QStringList Ledger::enter(const Job &job, const Run &run)
{
    m_faults.clear();
    note(run);
    checkTrail();
    if (!m_faults.isEmpty())
        return m_faults; // a base that cannot be used: nothing more can be said
    {
        const BaseReader base(m_url);
        checkBatches(base, job);
        checkImport(base, job);
        checkEditions(base, job, run);
    }
    if (job.work == Work::Export)
        checkExport();
    if (job.work == Work::Backup)
        checkBackup(job, run);
    checkNothingIsLeft(job);
    return m_faults;
}

//! An answer that came out whole is an acknowledgement, even where the end did not come.
void Ledger::note(const Run &run)
{
    const QJsonArray applied = run.object().value(QLatin1String("applied")).toArray();
    for (const QJsonValue value : applied) {
        const QJsonObject decision = value.toObject();
        m_acknowledged.insert(decision.value(QLatin1String("event")).toInteger(),
                              essence(decision));
    }
}

//! The next run goes on without a hand; base and trail are sound; what was acknowledged is there.
void Ledger::checkTrail()
{
    const Run history = m_program("history --json");
    expect(history.status == 0, QStringLiteral("the next run fails: %1").arg(history.err));
    const Run verified = m_program("verify --json");
    expect(verified.status == 0, QStringLiteral("the base is not sound: %1").arg(verified.err));
    QMap<qint64, QString> found;
    const QJsonArray decisions = history.array();
    for (const QJsonValue value : decisions) {
        const qint64 event = value.toObject().value(QLatin1String("event")).toInteger();
        expect(!found.contains(event), QStringLiteral("decision %1 is there twice").arg(event));
        found.insert(event, essence(value.toObject()));
    }
    for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it)
        expect(
            found.value(it.key()) == it.value(),
            QStringLiteral("acknowledged decision %1 is lost: %2").arg(it.key()).arg(it.value()));
}

void Ledger::checkBatches(const BaseReader &base, const Job &job)
{
    const QMap<QString, qint64> batches = batchesOf(base);
    for (auto it = m_batches.cbegin(); it != m_batches.cend(); ++it)
        expect(batches.value(it.key()) == it.value(),
               QStringLiteral("batch %1 has changed").arg(it.key()));
    for (auto it = batches.cbegin(); it != batches.cend(); ++it) {
        if (m_batches.contains(it.key()))
            continue;
        if (job.work == Work::Undo)
            checkUndo(base, it.key());
        else
            expect(job.work == Work::Decide && it.value() == job.rows,
                   QStringLiteral("batch %1 has %2 decisions of %3")
                       .arg(it.key())
                       .arg(it.value())
                       .arg(job.rows));
    }
    expect(batches.size() <= m_batches.size() + 1, QStringLiteral("a run made several batches"));
    m_batches = batches;
}

//! It undoes one batch, and all of that.
void Ledger::checkUndo(const BaseReader &base, const QString &batch)
{
    const QList<QVariantList> undone = base.rows(
        QStringLiteral("SELECT undone.batch, count(*) FROM decisions AS undo JOIN decisions AS "
                       "undone ON undone.id = undo.undoes WHERE undo.batch = '%1' "
                       "GROUP BY undone.batch")
            .arg(batch));
    expect(undone.size() == 1 &&
               m_batches.value(undone.first()[0].toString()) == undone.first()[1].toLongLong(),
           QStringLiteral("the undo %1 is not whole").arg(batch));
}

void Ledger::checkImport(const BaseReader &base, const Job &job)
{
    const bool isFeed = job.work == Work::ImportFeed;
    if (!isFeed && job.work != Work::ImportAwards)
        return;
    const qint64 imports =
        base.value(QStringLiteral("SELECT count(*) FROM imports WHERE file_name LIKE '%%1'")
                       .arg(QFileInfo(job.file).fileName()))
            .toLongLong();
    const QString query =
        isFeed ? QStringLiteral("SELECT count(*) FROM sessions WHERE session_numero LIKE '%1%'")
               : QStringLiteral("SELECT count(*) FROM awards WHERE market_number LIKE '%1%'");
    const qint64 rows = base.value(query.arg(job.mark)).toLongLong();
    expect(imports == 0 || imports == 1, QStringLiteral("%1 came in twice").arg(job.file));
    expect(
        rows == imports * job.rows,
        QStringLiteral("%1 came in with %2 records of %3").arg(job.file).arg(rows).arg(job.rows));
}

void Ledger::checkEditions(const BaseReader &base, const Job &job, const Run &run)
{
    const QStringList editions = editionsOf(base);
    const bool isNew = editions.size() == m_editions.size() + 1;
    expect(editions.first(std::min(editions.size(), m_editions.size())) == m_editions,
           QStringLiteral("an edition has changed"));
    expect(isNew || editions == m_editions, QStringLiteral("a run made several editions"));
    m_editions = editions;
    if (job.work != Work::Issue)
        return expect(!isNew, QStringLiteral("an edition came from nowhere"));
    expect(isNew || run.status != 0, QStringLiteral("an acknowledged edition is lost"));
    if (isNew)
        checkFile(job, editions.last());
    else
        expect(!QFileInfo::exists(job.file),
               QStringLiteral("%1 is the file of no edition").arg(job.file));
}

//! The next copy to the same folder tidies up what was left there.
void Ledger::checkBackup(const Job &job, const Run &run)
{
    if (QFileInfo::exists(job.file)) {
        const ProgramRun copy(QStringLiteral("sqlite:") + job.file, m_program.path({}));
        expect(copy("verify").status == 0, QStringLiteral("%1 is not whole").arg(job.file));
        QFile::remove(job.file);
    } else {
        expect(run.status != 0, QStringLiteral("an acknowledged backup is lost"));
    }
    expect(m_program(job.arguments).status == 0, QStringLiteral("no backup any more"));
    QFile::remove(job.file);
}

//! What was frozen can be printed again, and the file is that.
void Ledger::checkFile(const Job &job, const QString &edition)
{
    const QString copy = m_program.path(QStringLiteral("encore.") + QFileInfo(job.file).suffix());
    const Run run = m_program({QStringLiteral("table"), QStringLiteral("--edition"), edition,
                               QStringLiteral("--output"), copy});
    expect(run.status == 0,
           QStringLiteral("edition %1 cannot be written: %2").arg(edition, run.err));
    const QByteArray content = bytesOf(job.file);
    expect(!content.isEmpty(), QStringLiteral("edition %1 has no file").arg(edition));
    if (job.file.endsWith(u"pdf"))
        expect(content.startsWith("%PDF") && content.trimmed().endsWith("%%EOF"),
               QStringLiteral("%1 is no whole PDF").arg(job.file));
    else
        expect(content == bytesOf(copy), QStringLiteral("%1 is another table").arg(job.file));
    m_files << job.file;
}

//! What was left is taken up, and tidied away by the next export; then the partner has what the
//! manifest says.
void Ledger::checkExport()
{
    for (const char *next : {"sync", "export aude"}) {
        const Run run = m_program(next);
        expect(run.status == 0,
               QStringLiteral("the next %1 fails: %2")
                   .arg(QLatin1String(next), run.err + QString::fromUtf8(run.out)));
    }
    const QString folder = m_program.path(QStringLiteral("aude"));
    const QJsonObject manifest =
        QJsonDocument::fromJson(
            bytesOf(QDir(folder).filePath(QStringLiteral("manifest-aude.json"))))
            .object();
    const QJsonArray files = manifest.value(QLatin1String("files")).toArray();
    expect(!files.isEmpty(), QStringLiteral("AUDE has no manifest"));
    for (const QJsonValue value : files) {
        const QJsonObject file = value.toObject();
        const QString path = QDir(folder).filePath(file.value(QLatin1String("path")).toString());
        const QByteArray hash =
            QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256).toHex();
        expect(file.value(QLatin1String("sha256")).toString().toLatin1() == hash,
               QStringLiteral("%1 is not what its manifest says").arg(path));
    }
}

//! Nothing that a run needed only for itself outlives the next run.
void Ledger::checkNothingIsLeft(const Job &job)
{
    static const QRegularExpression kept(QStringLiteral(
        "^(é base\\.recoupe|é base\\.recoupe\\.sauvegardes/"
        "(\\d{4}-\\d\\d-\\d\\d\\.recoupe|.*\\.tetes\\.txt)|[^/]*/[^/]*\\.tetes\\.txt|encore\\..*|"
        "aude/(aude\\.xml|manifest-aude\\.json))$"));
    const QString top = m_program.path({});
    for (const QString &file : filesUnder(top)) {
        const QString name = QDir(top).relativeFilePath(file);
        if (file == job.file && job.work <= Work::ImportAwards)
            continue;
        expect(kept.match(name).hasMatch() || m_files.contains(file),
               QStringLiteral("%1 was left behind").arg(name));
    }
    if (job.work <= Work::ImportAwards)
        QFile::remove(job.file);
}

} // namespace recoupe::test
