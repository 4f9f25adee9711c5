// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/awardreader.h"
#include "exchange/exchangefixtures.h"
#include "exchange/sesar/sesarreader.h"
#include "exchange/xlsxfixture.h"

#include <QProcess>
#include <QRegularExpression>

#include <cstdio>

using namespace recoupe;
using namespace recoupe::test;

//! Files made to bring a program down: each is refused with a sentence, or read, within bounds.
//! Every one is read in a process of its own, whose memory is watched where the system tells it.
class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void refusesXml_data();
    void refusesXml() { refuses(); }
    void refusesJson_data();
    void refusesJson() { refuses(); }
    void refusesText_data();
    void refusesText() { refuses(); }
    void refusesArchives_data();
    void refusesArchives() { refuses(); }
    void readsWithinBounds_data();
    void readsWithinBounds();

private:
    void refuses();

    QTemporaryDir m_folder;
};

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true; // it keeps what is freed, and takes its time
#else
constexpr bool isSanitized = false;
#endif

constexpr qint64 mebi = 1024 * 1024;
constexpr qint64 large = (isSanitized ? 40 : 100) * mebi; // of a file not to be held in memory
constexpr qint64 memoryAtMost = 64 * 1024; // kB beyond what the process takes before it reads

// What the process has taken at most so far, in kB; 0 where that cannot be told.
qint64 memoryPeak()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (isSanitized || !status.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression peak(QStringLiteral("VmHWM:\\s*(\\d+) kB"));
    return peak.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

// Counts what it is handed, and keeps nothing.
class CountingSink final : public LheoSink
{
public:
    Result<> accept(SubmittedAction) override
    {
        ++actions;
        return {};
    }
    Result<> accept(SubmittedSession) override
    {
        ++sessions;
        return {};
    }
    void reject(Rejection) override { ++rejections; }
    void warn(const QString &) override {}
    bool progress(qint64, qint64) override { return true; }

    qint64 actions = 0;
    qint64 sessions = 0;
    qint64 rejections = 0;
};

struct Outcome
{
    std::optional<ErrorCode> refusal;
    QString words;     //!< why it was refused, or what was read
    qint64 memory = 0; //!< taken for it, in kB
};

Outcome refusedFor(const Error &error)
{
    return {error.code, error.message};
}

Outcome outcomeOf(const QString &reader, const QString &fileName)
{
    if (reader == u"lheo") {
        CountingSink sink;
        const Result<> read = readLheo(fileName, sink);
        return read ? Outcome{{},
                              QStringLiteral("%1 actions, %2 sessions, %3 rejections")
                                  .arg(sink.actions)
                                  .arg(sink.sessions)
                                  .arg(sink.rejections)}
                    : refusedFor(read.error());
    }
    if (reader == u"sesar") {
        const auto read = readSesar(fileName);
        return read ? Outcome{{}, QStringLiteral("%1 rows").arg(read->rows.size())}
                    : refusedFor(read.error());
    }
    const auto read = readAwards(fileName, {Funder::Region});
    return read ? Outcome{{},
                          QStringLiteral("%1 rows, %2 rejections; ")
                                  .arg(read->rows.size())
                                  .arg(read->rejections.size()) +
                              read->warnings.join(u' ')}
                : refusedFor(read.error());
}

// What the process started by read() does.
int readAndReport(const QString &reader, const QString &fileName)
{
    const qint64 before = memoryPeak();
    const Outcome outcome = outcomeOf(reader, fileName);
    const QString report = QStringLiteral("%1\n%2\n%3")
                               .arg(outcome.refusal ? int(*outcome.refusal) : -1)
                               .arg(memoryPeak() - before)
                               .arg(outcome.words);
    std::puts(report.toUtf8().constData());
    return 0;
}

Outcome read(const QString &reader, const QString &fileName)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--read"), reader, fileName});
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        return {{}, QStringLiteral("the reader did not come back")};
    }
    const QString report = QString::fromUtf8(process.readAllStandardOutput());
    const int code = report.section(u'\n', 0, 0).toInt();
    return {code < 0 ? std::nullopt : std::optional(ErrorCode(code)),
            report.section(u'\n', 2).replace(QChar(QChar::Nbsp), u' ').trimmed(),
            report.section(u'\n', 1, 1).toLongLong()};
}

// Writes a file too large to be held: a beginning, a middle over and over, an end.
using Maker = std::function<void(const QString &fileName)>;

Maker content(const QByteArray &bytes)
{
    return [bytes](const QString &fileName) {
        QFile file(fileName);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
    };
}

Maker repeated(const QByteArray &begin, const QByteArray &middle, qint64 size,
               const QByteArray &end)
{
    return [=](const QString &fileName) {
        QFile file(fileName);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the fixture");
        file.write(begin);
        const QByteArray block = middle.repeated(mebi / middle.size() + 1);
        while (file.size() + file.bytesToWrite() < size)
            file.write(block);
        file.write(end);
    };
}

Maker zipped(const QList<std::pair<QByteArray, QByteArray>> &parts)
{
    return [parts](const QString &fileName) { writeZip(fileName, parts); };
}

// What deflate makes no smaller.
QByteArray randomLetters(qint64 count)
{
    QByteArray letters(count, Qt::Uninitialized);
    quint32 state = 1;
    for (char &letter : letters) {
        state = state * 1'664'525 + 1'013'904'223;
        letter = char('a' + (state >> 24) % 26);
    }
    return letters;
}

// An archive whose last part stands in it a second time. libzip itself writes no such thing: it
// gets another name, which is then replaced in the bytes.
Maker twice(QList<std::pair<QByteArray, QByteArray>> parts)
{
    const QByteArray name = parts.last().first;
    const QByteArray other(name.size(), '#');
    parts.append({other, parts.last().second});
    return [=](const QString &fileName) {
        writeZip(fileName, parts);
        QFile file(fileName);
        if (!file.open(QIODevice::ReadWrite))
            qFatal("cannot write the fixture");
        const QByteArray bytes = file.readAll().replace(other, name);
        file.seek(0);
        file.write(bytes);
    };
}

void addColumns()
{
    QTest::addColumn<QString>("reader");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
}

void row(const char *reader, const char *name, const Maker &make, const char *says,
         ErrorCode code = ErrorCode::LimitExceeded)
{
    QTest::addRow("%s, %s", reader, name)
        << QString::fromLatin1(reader) << make << code << QString::fromUtf8(says);
}

// Around what stands in a text of the format.
struct XmlFrame
{
    const char *reader;
    QByteArray begin;
    QByteArray end;
};

const QList<XmlFrame> &xmlFrames()
{
    static const QList<XmlFrame> frames{
        {"lheo", "<lheo><offres><formation numero=\"F1\"><intitule-formation>",
         "</intitule-formation></formation></offres></lheo>"},
        {"awards", "<marches><marche><objet>", "</objet></marche></marches>"},
    };
    return frames;
}

QByteArray numberedAttributes(int count)
{
    QByteArray attributes;
    for (int i = 0; i < count; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    return attributes;
}

} // namespace

void TestHostileFiles::refusesXml_data()
{
    addColumns();
    for (const auto &[reader, begin, end] : xmlFrames()) {
        const auto with = [&](const QByteArray &doctype, const QByteArray &text) {
            return content(doctype + begin + text + end);
        };
        QByteArray laughs = "<!DOCTYPE l [<!ENTITY a0 \"ha\">";
        for (int i = 1; i < 10; ++i) {
            const QByteArray before = "&a" + QByteArray::number(i - 1) + ";";
            laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
        }
        row(reader, "billion laughs", with(laughs + "]>", "&a9;"), "DOCTYPE");
        row(reader, "quadratic entity",
            with("<!DOCTYPE l [<!ENTITY a \"" + QByteArray(100'000, 'x') + "\">]>",
                 QByteArray("&a;").repeated(100'000)),
            "DOCTYPE");
        row(reader, "external entity",
            with("<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;"), "DOCTYPE");
        row(reader, "external document type", with("<!DOCTYPE l SYSTEM \"http://a/b.dtd\">", ""),
            "DOCTYPE");
        row(reader, "parameter entity",
            with("<!DOCTYPE l [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>", ""), "DOCTYPE");
        row(reader, "document type inside", with({}, "<!DOCTYPE l [<!ENTITY a \"b\">]>&a;"),
            "caractère", ErrorCode::MalformedFile);
        row(reader, "100 000 attributes", with({}, "<a" + numberedAttributes(100'000) + "/>"),
            "attributs");
        row(reader, "100 000 levels", with({}, QByteArray("<a>").repeated(100'000)), "64");
        row(reader, "text of 200 MB", repeated(begin, "x", 2 * large, end), "un texte dépasse");
        row(reader, "blank of 100 MB", repeated(begin, " ", large, end), "un texte dépasse");
        row(reader, "CDATA of 100 MB", repeated(begin + "<![CDATA[", "x", large, "]]>" + end),
            "un texte dépasse");
        row(reader, "attribute of 100 MB", repeated(begin + "<a b=\"", "x", large, "\"/>" + end),
            "n'en finit pas");
        row(reader, "comment of 100 MB", repeated(begin + "<!--", "x", large, "-->" + end),
            "n'en finit pas");
        row(reader, "name of 100 MB", repeated(begin + "<", "x", large, "/>" + end),
            "n'en finit pas");
        row(reader, "record without end", repeated(begin, "<a>x</a>", large, end), "démesuré");
        row(reader, "NUL", with({}, QByteArray("a\0b", 3)), "ligne 1", ErrorCode::MalformedFile);
        row(reader, "NUL by its number", with({}, "&#0;"), "numéro", ErrorCode::MalformedFile);
        row(reader, "half of a pair by its number", with({}, "&#xD83D;"), "numéro",
            ErrorCode::MalformedFile);
        row(reader, "half of a pair in UTF-8", with({}, "\xED\xA0\xBD"), "0xED",
            ErrorCode::WrongEncoding);
        const QString text = QString::fromLatin1(begin) + QChar(0xD83D) + QString::fromLatin1(end);
        row(reader, "half of a pair in UTF-16",
            content("\xFF\xFE" +
                    QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)),
            "", ErrorCode::MalformedFile);
    }
    row("lheo", "gzip bomb",
        content(gzipped("<lheo><offres>" + QByteArray("<formation/>").repeated(4 * mebi))),
        "enfle démesurément");
    row("awards", "gzip bomb",
        content(gzipped("<marches>" + QByteArray("<marche><id>A</id></marche>").repeated(mebi))),
        "enfle démesurément");
}

void TestHostileFiles::refusesJson_data()
{
    addColumns();
    const QByteArray begin = R"({"marches":[{"id":"A","objet":")";
    const QByteArray end = "\"}]}";
    row("awards", "100 000 levels", content(QByteArray("[").repeated(100'000)), "plus de 64");
    row("awards", "100 000 levels of objects",
        content(R"({"marches":[)" + QByteArray("{\"a\":").repeated(100'000)), "plus de 64");
    row("awards", "text of 200 MB", repeated(begin, "x", 2 * large, end), "n'en finit pas");
    row("awards", "escapes of 100 MB", repeated(begin, "\\u00e9", large, end), "n'en finit pas");
    row("awards", "name of 100 MB", repeated("{\"", "x", large, "\":1}"), "n'en finit pas");
    row("awards", "number of 100 MB", repeated("[", "1", large, "]"), "trop grand",
        ErrorCode::MalformedFile);
    row("awards", "decimals of 100 MB", repeated("[0.", "1", large, "]"), "n'en finit pas");
    row("awards", "blank of 100 MB", repeated("[", " ", large, "]"), "n'en finit pas");
    row("awards", "market without end", repeated("[{\"a\":[0", ",1", large, "]}]"), "démesuré");
    row("awards", "NUL", content(begin + QByteArray("a\0b", 3) + end), "octet nul",
        ErrorCode::MalformedFile);
    row("awards", "half of a pair by its number", content(begin + "\\ud83d" + end), "moitié",
        ErrorCode::MalformedFile);
    row("awards", "half of a pair in UTF-8", content(begin + "\xED\xA0\xBD" + end), "0xED",
        ErrorCode::WrongEncoding);
    row("awards", "gzip bomb", content(gzipped("[" + QByteArray("{\"id\":1},").repeated(4 * mebi))),
        "enfle démesurément");
}

void TestHostileFiles::refusesText_data()
{
    addColumns();
    const QByteArray header = "numero_marche;";
    const QByteArray cell = QByteArray(mebi - 1, 'x') + ";";
    for (const char *reader : {"awards", "sesar"}) {
        row(reader, "cell of 100 MB", repeated(header, "x", large, "\n"), "cellule");
        row(reader, "quoted cell of 100 MB", repeated(header + '"', "x", large, "\"\n"), "cellule");
        row(reader, "quotes of 100 MB", repeated(header + '"', "\"\"", large, "\"\n"),
            "trop longue");
        row(reader, "line breaks of 100 MB in quotes", repeated(header + '"', "\n", large, "\"\n"),
            "cellule");
        row(reader, "row of 100 MB", repeated(header, cell, large, "\n"), "ligne");
        row(reader, "100 000 columns", content(QByteArray("a;").repeated(100'000) + "\n"),
            "colonnes");
        row(reader, "NUL", content(QByteArray("numero_marche;a\0b\n", 18)), "octet nul",
            ErrorCode::NotTheFormat);
        row(reader, "half of a pair in UTF-8", content("numéro;intitulé;été\n\xED\xA0\xBD\n"),
            "0xED", ErrorCode::WrongEncoding);
        const auto utf16 = [](const char16_t *text, qsizetype size) {
            return content("\xFF\xFE" + QByteArray(reinterpret_cast<const char *>(text), size * 2));
        };
        row(reader, "half of a pair in UTF-16", utf16(u"n;i\xD83D;d\n", 7), "UTF-16",
            ErrorCode::WrongEncoding);
        row(reader, "NUL in UTF-16", utf16(u"n;i\0;d\n", 7), "octet nul", ErrorCode::NotTheFormat);
        row(reader, "half a character in UTF-16", content("\xFF\xFEn\0;\0i"), "UTF-16",
            ErrorCode::WrongEncoding);
    }
}

void TestHostileFiles::refusesArchives_data()
{
    addColumns();
    const QByteArray cell = "<row><c t=\"str\"><v>x</v></c></row>";
    const auto sheet = [](const QByteArray &rows) { return zipped(handMadeXlsx(rows)); };
    const auto ods = [](const QByteArray &rows) {
        return zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                       {"META-INF/manifest.xml", "<manifest/>"},
                       {"content.xml", "<document-content><body><spreadsheet><table>" + rows +
                                           "</table></spreadsheet></body></document-content>"}});
    };
    for (const char *reader : {"awards", "sesar"}) {
        row(reader, "sheet that swells", sheet(QByteArray("<row/>").repeated(8'000'000)),
            "enfle démesurément");
        row(reader, "sheet of blanks", sheet(QByteArray(large, ' ')), "");
        row(reader, "ODS that swells", ods(QByteArray("<table-row/>").repeated(4'000'000)),
            "enfle démesurément");
        row(reader, "100 000 levels", sheet(QByteArray("<row>").repeated(100'000)), "64");
        row(reader, "100 000 attributes", sheet("<row" + numberedAttributes(100'000) + "/>"),
            "attributs");
        row(reader, "100 000 columns",
            sheet("<row>" + QByteArray("<c t=\"b\"><v>1</v></c>").repeated(100'000) + "</row>"),
            "colonnes");
        row(reader, "row of 100 cells of 1 MB",
            sheet("<row>" +
                  ("<c t=\"str\"><v>" + randomLetters(mebi - 1) + "</v></c>").repeated(100) +
                  "</row>"),
            "");
        auto bomb = handMadeXlsx({});
        bomb.last().second.prepend("<!DOCTYPE w [<!ENTITY a \"ha\">]>");
        row(reader, "entity bomb", zipped(bomb), "DOCTYPE");
        row(reader, "a part that is there twice", twice(handMadeXlsx(cell)), "deux fois",
            ErrorCode::MalformedFile);
        row(reader, "an archive in an archive",
            zipped({{"classeur.xlsx", QByteArray(10 * mebi, 'x')}}), "n'est pas un classeur",
            ErrorCode::NotTheFormat);
        row(reader, "names that climb",
            zipped({{"../../../../tmp/x", "x"}, {"/etc/passwd", "x"}, {"..\\..\\x", "x"}}),
            "n'est pas un classeur", ErrorCode::NotTheFormat);
    }
}

void TestHostileFiles::readsWithinBounds_data()
{
    QTest::addColumn<QString>("reader");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *reader, const char *name, const Maker &make, const char *says) {
        QTest::addRow("%s, %s", reader, name)
            << QString::fromLatin1(reader) << make << QString::fromUtf8(says);
    };
    const QByteArray marks = QByteArray("\xCC\x95\xCC\xA7").repeated(200'000);
    const auto numbered = [](const QByteArray &before, const QByteArray &after, int count) {
        QByteArray out;
        for (int i = 0; i < count; ++i)
            out += before + QByteArray::number(i) + after;
        return out;
    };

    const auto lheo = [](const QByteArray &formations) { return content(feed(formations)); };
    row("lheo", "50 000 formations", lheo(numbered("<formation numero=\"F", "\"/>", 50'000)),
        "50000 actions, 0 sessions");
    row("lheo", "20 000 actions of a formation",
        lheo("<formation numero=\"F\">" +
             numbered("<action numero=\"A", "\"><session numero=\"S\"/></action>", 20'000) +
             "</formation>"),
        "1 actions, 20000 sessions");
    row("lheo", "20 000 sessions of an action",
        lheo(formation("<action>" + numbered("<session numero=\"S", "\"/>", 20'000) + "</action>")),
        "1 actions, 20000 sessions");
    row("lheo", "a title of marks",
        lheo("<formation numero=\"F\"><intitule-formation>e" + marks +
             "</intitule-formation></formation>"),
        "1 actions");

    const QByteArray region = "{\"acheteur\":{\"id\":\"20005376700014\"},";
    row("awards", "20 000 markets",
        content("[" + numbered(region + "\"id\":\"A", "\"},", 20'000) + region + "\"id\":\"Z\"}]"),
        "20001 rows");
    row("awards", "20 000 holders of a market",
        content("[" + region + "\"id\":\"A\",\"titulaires\":[" +
                numbered("{\"id\":\"", "\"},", 20'000) + "{}]}]"),
        "1 rows");
    row("awards", "20 000 modifications of a market",
        content("[" + region + "\"id\":\"A\",\"modifications\":[" +
                numbered("{\"id\":", ",\"dureeMois\":3},", 20'000) + "{}]}]"),
        "1 rows");
    row("awards", "20 000 fields of a market",
        content("[" + region + numbered("\"k", "\":1,", 20'000) + "\"id\":\"A\"}]"), "1 rows");
    row("awards", "one field 20 000 times",
        content("[" + region + QByteArray("\"id\":\"A\",").repeated(20'000) + "\"id\":\"A\"}]"),
        "écrit plusieurs fois");
    row("awards", "one market 20 000 times",
        content("[" + numbered(region + "\"id\":\"A\",\"objet\":\"", "\"},", 20'000) + region +
                "\"id\":\"A\"}]"),
        "et 19970 autres");
    row("awards", "a title of marks in JSON",
        content("[" + region + "\"id\":\"A\",\"objet\":\"e" + marks + "\"}]"), "1 rows");
    row("awards", "a title of marks in a table",
        content("numero_marche;intitule;date_notification\nM1;e" + marks + ";02/11/2026\n"),
        "1 rows");
    row("awards", "20 000 rows",
        content("numero_marche;intitule;date_notification\n" +
                numbered("M", ";a;02/11/2026\n", 20'000)),
        "20000 rows, 0 rejections");
    row("awards", "20 000 bad rows",
        content("numero_marche;intitule;date_notification\n" + numbered("M", ";;\n", 20'000)),
        "0 rows, 20000 rejections");
    row("awards", "20 000 SIRETs in a cell",
        content("numero_marche;intitule;date_notification;siret\nM1;a;02/11/2026;" +
                numbered("", ",", 20'000) + "\n"),
        "1 rows");
}

// Nothing of it is to be lost, however much there is.
void TestHostileFiles::readsWithinBounds()
{
    QFETCH(QString, reader);
    QFETCH(Maker, make);
    QFETCH(QString, says);
    const QString fileName = m_folder.filePath(QStringLiteral("fichier hostile"));
    make(fileName);
    const Outcome outcome = read(reader, fileName);
    QVERIFY2(!outcome.refusal, qPrintable(outcome.words));
    QVERIFY2(outcome.words.contains(says), qPrintable(outcome.words));
    QVERIFY2(outcome.memory <= memoryAtMost, qPrintable(QString::number(outcome.memory)));
}

void TestHostileFiles::refuses()
{
    QFETCH(QString, reader);
    QFETCH(Maker, make);
    QFETCH(QString, says);
    const QString fileName = m_folder.filePath(QStringLiteral("fichier hostile"));
    make(fileName);
    const Outcome outcome = read(reader, fileName);
    QFile::remove(fileName);
    QVERIFY2(outcome.refusal, qPrintable(outcome.words));
    QVERIFY2(outcome.words.contains(says), qPrintable(outcome.words));
    QVERIFY2(outcome.words.contains(QStringLiteral("« fichier hostile »")),
             qPrintable(outcome.words));
    QTEST(*outcome.refusal, "code");
    QVERIFY2(outcome.memory <= memoryAtMost, qPrintable(QString::number(outcome.memory)));
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"--read")
        return readAndReport(arguments.value(2), arguments.value(3));
    TestHostileFiles test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hostilefiles.moc"
