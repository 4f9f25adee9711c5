// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/workload.h"

#include "reliability/basereader.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace recoupe::test {

namespace {

// Sessions of the demonstration whose numero each feed exchanges for others.
const QByteArray exchanged("SE_00000601");
constexpr int awardRows = 12;

void write(const QString &fileName, const QByteArray &content)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

WorkLoad::WorkLoad(const ProgramRun &program, quint32 seed)
    : m_program(program)
    , m_chance(seed)
    , m_portal(bytesOf(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/portail.xml")))
{
    for (const char *name : {"tableaux", "aude", "copies"})
        QDir().mkpath(folder(name));
    const QStringList settings{QStringLiteral("settings"),
                               QStringLiteral("partner/aude/transport=folder"),
                               QStringLiteral("partner/aude/max-fall=100"),
                               QStringLiteral("partner/aude/address=") + folder("aude")};
    for (const QStringList &arguments : {words("demo"), words("activate --conforming"), settings}) {
        const Run run = m_program(arguments);
        if (run.status != 0)
            m_fault += run.err;
    }
    const QJsonArray active = m_program("sessions --status active --json").array();
    for (const QJsonValue session : active) {
        const QString numero = session.toObject().value(QLatin1String("id")).toString();
        if (!numero.startsWith(QLatin1String(exchanged)))
            m_decidable << numero;
    }
    m_setUp = m_program("verify --json").object().value(QLatin1String("events")).toInt();
    if (m_decidable.size() < 30)
        m_fault += QStringLiteral("too few sessions to decide on");
}

QString WorkLoad::folder(const char *name) const
{
    return m_program.path(QLatin1String(name));
}

Job WorkLoad::next(const BaseReader &base)
{
    const auto work = Work(m_chance.bounded(workCount));
    return make(work == Work::Undo && !hasToUndo(base) ? Work::Decide : work, base);
}

//! Beyond what was set up.
bool WorkLoad::hasToUndo(const BaseReader &base) const
{
    return base.value(QStringLiteral("SELECT count(*) FROM decisions WHERE id > %1 AND undoes IS "
                                     "NULL AND id NOT IN (SELECT undoes FROM decisions WHERE "
                                     "undoes IS NOT NULL)")
                          .arg(m_setUp))
               .toInt() > 0;
}

Job WorkLoad::make(Work work, const BaseReader &base)
{
    ++m_serial;
    Job job;
    switch (work) {
    case Work::ImportFeed: job = feed(); break;
    case Work::ImportAwards: job = awards(); break;
    case Work::Decide: job = decide(base); break;
    case Work::Undo: job.arguments = words("undo --json"); break;
    case Work::Issue: job = issue(); break;
    case Work::Export: job.arguments = words("export aude --json"); break;
    case Work::Backup:
        job.file =
            QDir(folder("copies")).filePath(QStringLiteral("copie-%1.recoupe").arg(m_serial));
        job.arguments = QStringList{QStringLiteral("backup"), job.file};
        break;
    }
    job.work = work;
    return job;
}

//! Sessions that were never there, the others as they are.
Job WorkLoad::feed()
{
    Job job;
    const QByteArray mark = "SE_9" + QByteArray::number(m_serial).rightJustified(7, '0');
    job.mark = QString::fromLatin1(mark);
    job.rows = int(m_portal.count(exchanged));
    job.file = m_program.path(QStringLiteral("portail-%1.xml").arg(m_serial));
    write(job.file, QByteArray(m_portal).replace(exchanged, mark));
    job.arguments = QStringList{QStringLiteral("import"), QStringLiteral("lheo"), job.file};
    return job;
}

Job WorkLoad::awards()
{
    Job job;
    job.rows = awardRows;
    job.mark = QStringLiteral("Z%1").arg(m_serial, 5, 10, QLatin1Char('0'));
    job.file = m_program.path(QStringLiteral("notifications-%1.csv").arg(m_serial));
    QByteArray table("financeur;numero_marche;intitule;date_notification\n");
    for (int row = 0; row < awardRows; ++row)
        table += "CR;" + job.mark.toLatin1() + QByteArray::number(10 + row) +
                 ";Formation de soudeur " + QByteArray::number(row) + ";02/11/2026\n";
    write(job.file, table);
    job.arguments = QStringList{QStringLiteral("import"), QStringLiteral("awards"), job.file};
    return job;
}

//! Some sessions that all stand on one side, to the other.
Job WorkLoad::decide(const BaseReader &base)
{
    constexpr int largestBatch = 24;
    const QStringList active =
        base.column(QStringLiteral("SELECT session_numero FROM sessions WHERE active = 1"));
    QStringList candidates;
    const bool activates = m_chance.bounded(2) == 1;
    for (const QString &numero : std::as_const(m_decidable)) {
        if (active.contains(numero) != activates)
            candidates << numero;
    }
    if (candidates.isEmpty())
        return decide(base);
    std::shuffle(candidates.begin(), candidates.end(), m_chance);
    Job job;
    job.rows = std::min(int(candidates.size()), m_chance.bounded(1, largestBatch + 1));
    job.arguments =
        QStringList{activates ? QStringLiteral("activate") : QStringLiteral("deactivate"),
                    QStringLiteral("--json")} +
        candidates.first(job.rows);
    return job;
}

Job WorkLoad::issue()
{
    static constexpr std::array endings{"csv", "html", "pdf"};
    Job job;
    job.file =
        QDir(folder("tableaux"))
            .filePath(QStringLiteral("tableau-%1.%2")
                          .arg(m_serial)
                          .arg(QLatin1String(endings[m_chance.bounded(quint32(endings.size()))])));
    job.arguments = words("table --issue --date 2026-11-23 --reason Essai --json --output");
    job.arguments << job.file;
    return job;
}

} // namespace recoupe::test
