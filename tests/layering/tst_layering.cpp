// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the layers: links alone do not, for every Qt header is on the include path of all.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace {

//! One folder: whose headers its files may include, and which Qt modules beyond Qt Core.
struct Layer
{
    QString folder;
    QStringList mayInclude;
    QStringList qtModules;
};

const QList<Layer> &layers()
{
    const auto l = [](const char *folder, const char *uses, const char *qt = "") {
        const auto words = [](const char *text) {
            return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        };
        return Layer{QString::fromLatin1(folder), words(uses), words(qt)};
    };
    static const QList<Layer> table{
        l("app/core", ""),
        l("app/domain", "core"),
        l("app/matching", "core domain"),
        l("app/rules", "core domain matching"),
        l("app/exchange", "core domain"),
        l("app/storage", "core domain", "QtSql"),
        l("app/pdf", "core", "QtGui"),
        l("app/report", "core domain matching rules pdf", "QtGui"),
        l("app/correspondence", "core domain rules"),
        l("app/platform", "core", "QtNetwork"),
        l("app/jobs", "core"),
        l("app/services", "core domain matching rules exchange storage report platform "
                          "correspondence"),
        l("app/cli", "core domain matching rules correspondence report services platform"),
        l("models", "core domain matching rules services report"),
        l("ui", "core domain matching rules services jobs report correspondence models",
          "QtGui QtPrintSupport QtWidgets"),
    };
    return table;
}

struct Include
{
    QString file; //!< relative to the project
    int line = 0;
    QString header;
    bool quoted = false;
};

QList<Include> includesUnder(const QString &folder)
{
    static const QRegularExpression directive(
        QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    const QDir project(QStringLiteral(RECOUPE_SOURCE_DIR));
    QList<Include> includes;
    QDirIterator files(project.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (int line = 1; !file.atEnd(); ++line) {
            const auto match = directive.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch())
                includes.append({project.relativeFilePath(file.fileName()), line, match.captured(2),
                                 match.captured(1) == u"\""});
        }
    }
    return includes;
}

QString folderOf(const QString &header)
{
    return header.section(u'/', 0, 0);
}

//! The Qt module that owns a header; empty for those of Qt Core and of the standard library.
QString qtModuleOf(const QString &header)
{
    if (header.startsWith(u"Qt") && header.contains(u'/'))
        return folderOf(header) == u"QtCore" ? QString() : folderOf(header);
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const char *module : {"QtGui", "QtWidgets", "QtSql", "QtNetwork", "QtPrintSupport",
                               "QtConcurrent", "QtSvg", "QtXml"}) {
        const QString name = QString::fromLatin1(module);
        if (QFile::exists(headers.filePath(name + u'/' + header)))
            return name;
    }
    return {};
}

QString complaint(const Include &include, const QStringList &allowed)
{
    return QStringLiteral("%1:%2 includes %3; allowed here: %4")
        .arg(include.file)
        .arg(include.line)
        .arg(include.header, allowed.isEmpty() ? QStringLiteral("nothing") : allowed.join(u' '));
}

} // namespace

class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesStayWithinTheirLayer_data();
    void includesStayWithinTheirLayer();
    void everySourceFolderHasALayer();
    void everyTypeHasItsNameToItself();
    void qtHeadersAreRecognised();
};

void LayeringTest::includesStayWithinTheirLayer_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < layers().size(); ++i)
        QTest::newRow(qPrintable(layers().at(i).folder)) << i;
}

void LayeringTest::includesStayWithinTheirLayer()
{
    QFETCH(const int, row);
    const Layer &layer = layers().at(row);
    const QList<Include> includes = includesUnder(layer.folder);
    QVERIFY2(!includes.isEmpty(), "no include found: is the folder there?");
    QStringList complaints;
    for (const Include &include : includes) {
        const QString own = layer.folder.section(u'/', -1);
        const QString folder = folderOf(include.header);
        if (include.quoted && folder != own && !layer.mayInclude.contains(folder))
            complaints << complaint(include, layer.mayInclude);
        const QString module = include.quoted ? QString() : qtModuleOf(include.header);
        if (!module.isEmpty() && !layer.qtModules.contains(module))
            complaints << complaint(include, layer.qtModules);
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void LayeringTest::everySourceFolderHasALayer()
{
    const QDir app(QStringLiteral(RECOUPE_SOURCE_DIR "/app"));
    for (const QString &folder : app.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto isThis = [&](const Layer &layer) {
            return layer.folder == QLatin1String("app/") + folder;
        };
        QVERIFY2(std::ranges::any_of(layers(), isThis), qPrintable(folder));
    }
}

//! Two types of one name in our one namespace link without a word, and each takes the other's
//! destructor.
void LayeringTest::everyTypeHasItsNameToItself()
{
    static const QRegularExpression definition(
        QStringLiteral("^(?:struct|class|enum class) (\\w+)(?![^\\n]*;)"),
        QRegularExpression::MultilineOption);
    const QDir project(QStringLiteral(RECOUPE_SOURCE_DIR));
    QHash<QString, QString> headers;
    for (const Layer &layer : layers()) {
        QDirIterator files(project.filePath(layer.folder), {QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto found = definition.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext()) {
                const QString name = found.next().captured(1);
                const QString other = headers.value(name);
                QVERIFY2(other.isEmpty() || other == file.fileName(),
                         qPrintable(name + u' ' + other + u' ' + file.fileName()));
                headers.insert(name, file.fileName());
            }
        }
    }
    QVERIFY(headers.size() > 100);
}

void LayeringTest::qtHeadersAreRecognised()
{
    QCOMPARE(qtModuleOf(QStringLiteral("QWidget")), QStringLiteral("QtWidgets"));
    QCOMPARE(qtModuleOf(QStringLiteral("QtWidgets/QLabel")), QStringLiteral("QtWidgets"));
    QCOMPARE(qtModuleOf(QStringLiteral("QSqlQuery")), QStringLiteral("QtSql"));
    QCOMPARE(qtModuleOf(QStringLiteral("QString")), QString());
    QCOMPARE(qtModuleOf(QStringLiteral("vector")), QString());
}

QTEST_APPLESS_MAIN(LayeringTest)
#include "tst_layering.moc"
