// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources for what would only work on Unix, or only with names in ASCII. What differs
// between systems stands in app/platform, and is short enough to be read where it cannot be run.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace {

constexpr int longestWindowsPart = 80; // lines: what nobody runs here has to be read

struct SourceLine
{
    QString file; //!< relative to the project
    int number = 0;
    QString code; //!< without comments
};

//! Every line of code under the folders, but for those under the folder to be left out.
QList<SourceLine> linesUnder(const QStringList &folders, const QString &without = {})
{
    const QDir project(QStringLiteral(RECOUPE_SOURCE_DIR));
    QList<SourceLine> lines;
    for (const QString &folder : folders) {
        QDirIterator files(project.filePath(folder),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = project.relativeFilePath(file.fileName());
            if ((!without.isEmpty() && name.startsWith(without)) || !file.open(QIODevice::ReadOnly))
                continue;
            for (int number = 1; !file.atEnd(); ++number) {
                QString code = QString::fromUtf8(file.readLine());
                code.truncate(code.indexOf(QStringLiteral("//")) < 0
                                  ? code.size()
                                  : code.indexOf(QStringLiteral("//")));
                lines.append({name, number, code.trimmed()});
            }
        }
    }
    return lines;
}

//! What may stand in a line that a pattern finds: file, and what the line holds.
struct Exception
{
    const char *file;
    const char *code;
};

QStringList complaints(const QList<SourceLine> &lines, const QString &pattern,
                       const QList<Exception> &exceptions = {})
{
    const QRegularExpression unwanted(pattern);
    QStringList found;
    for (const SourceLine &line : lines) {
        if (!unwanted.match(line.code).hasMatch())
            continue;
        const auto allows = [&line](const Exception &exception) {
            return line.file == QLatin1String(exception.file) &&
                   line.code.contains(QLatin1String(exception.code));
        };
        if (std::ranges::none_of(exceptions, allows))
            found << QStringLiteral("%1:%2 %3").arg(line.file).arg(line.number).arg(line.code);
    }
    return found;
}

const QStringList &program()
{
    static const QStringList folders{QStringLiteral("app"), QStringLiteral("models"),
                                     QStringLiteral("ui")};
    return folders;
}

} // namespace

class PortabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternFindsWhatItIsFor_data();
    void patternFindsWhatItIsFor();
    void sourceIsPortable_data();
    void sourceIsPortable();
    void whatDiffersBetweenSystemsIsShort();
};

namespace {

const QString unixHeaders = QStringLiteral(
    "#\\s*include\\s*<(unistd|fcntl|dirent|pwd|grp|signal|termios|poll|dlfcn|"
    "sys/\\w+|arpa/\\w+|netinet/\\w+)\\.h>|#\\s*include\\s*<(windows|io|shlobj)\\.h>");
const QString unixCalls = QStringLiteral(
    "(?<![\\w.:>])(::)?(fork|execv\\w*|kill|getpid|getuid|fsync|fdatasync|fopen|unlink|chmod|"
    "umask|mmap|usleep|strcasecmp|localtime_r|gmtime_r|setenv|popen|mkstemp|readlink|isatty)\\s*"
    "\\(");
const QString systemTests = QStringLiteral("\\b(Q_OS_\\w+|_WIN32|__linux__|__unix__|__APPLE__)\\b");
const QString localNames =
    QStringLiteral("toLocal8Bit|fromLocal8Bit|encodeName|decodeName|toStdString\\(\\)\\.c_str|"
                   "std::(i|o)?fstream|QFile\\(\\w+\\.toUtf8");
//! A name of a folder or file, joined by hand.
const QString joins = QStringLiteral(
    "(?i)(path|dir\\w*|folder|file\\w*)(\\(\\))?\\s*\\+\\s*(u'(/|\\\\\\\\)'|QLatin1Char\\('/'\\)|"
    "QStringLiteral\\(\"/|u\"/)|QStringLiteral\\(\"(/tmp|/home|/usr|/etc|/var|~/|[A-Z]:)");
const QString homeMade = QStringLiteral("QStringLiteral\\(\"/dev/|getenv\\(\"HOME\"|"
                                        "qEnvironmentVariable\\(\"(HOME|TMPDIR|APPDATA)\"");

} // namespace

void PortabilityTest::patternFindsWhatItIsFor_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("found");
    const auto row = [](const QString &pattern, const char *line, bool found = true) {
        QTest::newRow(line) << pattern << QString::fromLatin1(line) << found;
    };
    row(unixHeaders, "#include <unistd.h>");
    row(unixHeaders, "#include <sys/stat.h>");
    row(unixHeaders, "#include <windows.h>");
    row(unixHeaders, "#include <QFile>", false);
    row(unixCalls, "if (fsync(file.handle()) == 0)");
    row(unixCalls, "::kill(process, 9);");
    row(unixCalls, "m_process.kill();", false);
    row(unixCalls, "const auto killed = wasKilled(x);", false);
    row(systemTests, "#ifdef Q_OS_WIN");
    row(localNames, "open(name.toLocal8Bit().constData())");
    row(localNames, "std::ofstream out(name);");
    row(joins, "const QString file = folder + u'/' + name;");
    row(joins, "QFile(dir.path() + QStringLiteral(\"/x.csv\"))");
    row(joins, "const QString where = QStringLiteral(\"/tmp/recoupe\");");
    row(joins, "return toToken(funder) + u'/' + market;", false);
    row(homeMade, "qEnvironmentVariable(\"HOME\")");
}

void PortabilityTest::patternFindsWhatItIsFor()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, line);
    QFETCH(const bool, found);
    QCOMPARE(QRegularExpression(pattern).match(line).hasMatch(), found);
}

void PortabilityTest::sourceIsPortable_data()
{
    QTest::addColumn<QStringList>("found");
    const QString platform = QStringLiteral("app/platform");
    const QList<SourceLine> all = linesUnder(program());
    const QList<SourceLine> outside = linesUnder(program(), platform);
    QVERIFY(all.size() > outside.size() && outside.size() > 10'000);

    QTest::newRow("headers of one system") << complaints(outside, unixHeaders);
    QTest::newRow("calls of one system") << complaints(outside, unixCalls);
    QTest::newRow("code for one system") << complaints(outside, systemTests);
    QTest::newRow("names in the local encoding")
        << complaints(all, localNames,
                      // Before there is an application, arguments are bytes.
                      {{"app/cli/commandline.cpp", "QFile::decodeName(argv[i])"},
                       // libcurl takes bytes: those of the system's encoding.
                       {"app/platform/network/sftpsession.cpp", "m_account.keyFile"},
                       // No name: what the system says of a failure.
                       {"app/core/stagedfile.cpp", "error.message()"}});
    QTest::newRow("paths joined by hand")
        << complaints(all, joins,
                      // Paths in a document, on a server or in a manifest: "/" is their rule.
                      {{"app/platform/network/sftpfolder.cpp", "m_folder + u'/' + path"},
                       {"app/exchange/partners/parcours3files.cpp", "offersFolder + u'/'"},
                       {"app/exchange/lheo/lheoconformer.cpp", "path() + "}});
    QTest::newRow("folders found by hand")
        << complaints(all, homeMade,
                      // Where PostgreSQL's own library looks.
                      {{"app/platform/network/databaseserver.cpp", "postgresql/root.crt"}});
}

void PortabilityTest::sourceIsPortable()
{
    QFETCH(const QStringList, found);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void PortabilityTest::whatDiffersBetweenSystemsIsShort()
{
    const QRegularExpression begins(QStringLiteral("#\\s*if.*\\bQ_OS_WIN\\b"));
    const QRegularExpression ends(QStringLiteral("#\\s*(else|elif|endif)"));
    QString file;
    int length = -1;
    int parts = 0;
    for (const SourceLine &line : linesUnder({QStringLiteral("app/platform")})) {
        if (begins.match(line.code).hasMatch()) {
            file = line.file;
            length = 0;
            ++parts;
        } else if (length >= 0 && ends.match(line.code).hasMatch()) {
            QVERIFY2(length <= longestWindowsPart, qPrintable(file));
            length = -1;
        } else if (length >= 0) {
            ++length;
        }
    }
    QCOMPARE(length, -1);
    QVERIFY(parts > 0);
}

QTEST_APPLESS_MAIN(PortabilityTest)
#include "tst_portability.moc"
