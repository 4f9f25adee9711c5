// SPDX-License-Identifier: GPL-3.0-or-later
// The program in a language that somebody adds: nothing that it says stays French. What is data, of
// the portal or of the funders, stays as it came.
#include "domain/departement.h"
#include "rules/rule.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/pseudolocale.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

using namespace recoupe;

namespace {

constexpr int waitMs = 30'000;
constexpr int readRows = 80;

const QString toCorrect = QStringLiteral("SE_0000060221");

//! A text that somebody reads or hears, and where.
struct ShownText
{
    QString where;
    QString text;
};

//! What no language changes: data of the demonstration, names, and what is typed as it stands.
class UntranslatableTexts
{
public:
    explicit UntranslatableTexts(const Workspace &workspace)
    {
        addMatches(QStringLiteral("portail.xml"), QStringLiteral(">([^<>]+)<"));
        addMatches(QStringLiteral("portail.xml"), QStringLiteral("numero=\"([^\"]+)\""));
        addMatches(QStringLiteral("notifications.csv"), QStringLiteral("([^;\\n]+)"));
        for (const AwardNotification &award : workspace.awards)
            m_texts << award.title << award.awardeeName << award.place;
        for (const Funder funder : {Funder::Region, Funder::PoleEmploi, Funder::Agefiph})
            m_texts << funderName(funder, workspace.today)
                    << funderShortName(funder, workspace.today);
        for (const char *code : {"03", "15", "43", "63"})
            m_texts << departementName(QString::fromLatin1(code));
        for (const Rule &rule : ruleCatalogue())
            m_texts << QString::fromLatin1(rule.id); // by which settings name it
        for (const char *name : {"Odile", "notifications.csv", "UTF-8", "UTF-16", "Windows-1252",
                                 "ISO-8859-15", "SHA256"})
            m_texts << QString::fromLatin1(name);
    }

    //! Whether a text is made of nothing else.
    [[nodiscard]] bool contains(const QString &text) const
    {
        static const QRegularExpression points(QStringLiteral(" ?· ?"));
        const QStringList parts = text.split(points);
        return std::ranges::all_of(parts, [this](const QString &part) {
            const QStringList names = part.split(QStringLiteral(", "));
            return isOne(part) ||
                   std::ranges::all_of(names, [this](const QString &name) { return isOne(name); });
        });
    }

private:
    //! Signs at its ends, its postal code and its code in brackets left aside.
    [[nodiscard]] bool isOne(QString text) const
    {
        static const QRegularExpression around(
            QStringLiteral("^[ .,]+|[ .,:…]+$|^\\d{5} | \\(\\d+\\)$"));
        static const QRegularExpression address(QStringLiteral("^(https://|/)\\S+$"));
        static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
        text.remove(around);
        return !text.contains(word) || m_texts.contains(text) || address.match(text).hasMatch();
    }

    void addMatches(const QString &fileName, const QString &pattern)
    {
        QFile file(WindowFixture::demoFile(fileName));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The demonstration data are missing.");
        const QString text = QString::fromUtf8(file.readAll());
        auto matches = QRegularExpression(pattern).globalMatch(text);
        while (matches.hasNext())
            m_texts << matches.next().captured(1).simplified();
    }

    QSet<QString> m_texts;
};

class TextsOf
{
public:
    explicit TextsOf(QWidget *window)
    {
        readWidget(window);
        for (QWidget *widget : window->findChildren<QWidget *>())
            readWidget(widget);
        for (QAction *action : window->findChildren<QAction *>())
            readAction(action);
    }

    [[nodiscard]] const QList<ShownText> &all() const { return m_texts; }

private:
    void add(const QObject *object, const char *what, const QString &text)
    {
        m_texts.append({QStringLiteral("%1 %2 %3")
                            .arg(QString::fromLatin1(object->metaObject()->className()),
                                 object->objectName(), QString::fromLatin1(what)),
                        text});
    }

    //! Its words are in Qt's own translation, which an added language brings or not.
    static bool isOfQt(const QWidget *widget)
    {
        const auto *box = qobject_cast<const QDialogButtonBox *>(widget->parentWidget());
        const auto *message = qobject_cast<const QMessageBox *>(widget->window());
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isStandard = box && box->standardButton(const_cast<QAbstractButton *>(button));
        return isStandard || (box && message) ||
               qobject_cast<const QTabBar *>(widget->parentWidget());
    }

    void readWidget(QWidget *widget)
    {
        if (isOfQt(widget))
            return;
        add(widget, "tool tip", widget->toolTip());
        add(widget, "accessible name", widget->accessibleName());
        add(widget, "accessible description", widget->accessibleDescription());
        if (widget->isWindow())
            add(widget, "title", widget->windowTitle());
        for (const char *property : {"text", "title", "placeholderText", "format"}) {
            const bool typed = qobject_cast<QLineEdit *>(widget) && QByteArray(property) == "text";
            if (!typed && widget->metaObject()->indexOfProperty(property) >= 0)
                add(widget, property, widget->property(property).toString());
        }
        if (auto *tabs = qobject_cast<QTabWidget *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                add(tabs, "tab", tabs->tabText(i));
        }
        if (auto *box = qobject_cast<QComboBox *>(widget))
            readModel(box, *box->model());
        if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            readModel(view, *view->model());
    }

    void readModel(const QObject *view, const QAbstractItemModel &model)
    {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                addData(view, "heading", model.headerData(column, Qt::Horizontal, role));
            for (int row = 0; row < std::min(model.rowCount(), readRows); ++row) {
                for (const int role :
                     {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    addData(view, "cell", model.index(row, column).data(role));
            }
        }
    }

    //! Numbers stay, and so do days.
    void addData(const QObject *view, const char *what, const QVariant &data)
    {
        if (data.userType() == QMetaType::QString)
            add(view, what, data.toString());
    }

    void readAction(const QAction *action)
    {
        add(action, "action", action->text());
        add(action, "action's tool tip", action->toolTip());
        add(action, "action's status tip", action->statusTip());
    }

    QList<ShownText> m_texts;
};

} // namespace

class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PseudoLocale::canBeMade())
            QSKIP("Needs lupdate and lrelease (Debian: qt6-l10n-tools).");
        QString failure;
        const std::optional<PseudoLocale> made = PseudoLocale::make(m_folder.path(), &failure);
        QVERIFY2(made, qPrintable(failure));
        m_locale = *made;
        QVERIFY(
            m_translator.load(QStringLiteral("recoupe_") + PseudoLocale::name(), m_folder.path()));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->importDemo();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("validateConforming"))->trigger(); });
        m_data = std::make_unique<UntranslatableTexts>(*m_fixture->model()->workspace());
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void bracketsAreRecognised_data();
    void bracketsAreRecognised();
    void everyTextHasAKnownContext();
    void programSpeaksALanguageThatLiesBesideIt();
    void everyPageIsTranslated_data();
    void everyPageIsTranslated();
    void everyDialogIsTranslated_data();
    void everyDialogIsTranslated();

private:
    void expectTranslated(QWidget *window, const QString &name) const;

    QTemporaryDir m_folder;
    PseudoLocale m_locale;
    QTranslator m_translator;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<UntranslatableTexts> m_data;
    DesktopDialogs m_desktop;
};

void TranslationTest::bracketsAreRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rest");
    QTest::newRow("translated") << QStringLiteral("[Sessions]") << QString();
    QTest::newRow("within another") << QStringLiteral("[Filtre [État] : 3]") << QString();
    QTest::newRow("not at all") << QStringLiteral("Sessions") << QStringLiteral("Sessions");
    QTest::newRow("in part") << QStringLiteral("[n°] <b>suivant</b>") << QStringLiteral("suivant");
    QTest::newRow("no words") << QStringLiteral("12/11/2026 – 4") << QString();
}

void TranslationTest::bracketsAreRecognised()
{
    QFETCH(const QString, text);
    QTEST(PseudoLocale::untranslatedPartOf(text), "rest");
}

//! Where lupdate cannot tell which class a tr() belongs to, it makes up a context that no
//! translation is ever looked for in.
void TranslationTest::everyTextHasAKnownContext()
{
    QStringList contexts = m_locale.contexts();
    contexts.sort();
    QCOMPARE(contexts, QStringList({QStringLiteral("CommandLine"), QStringLiteral("Correspondence"),
                                    QStringLiteral("Models"), QStringLiteral("Recoupe"),
                                    QStringLiteral("Rules"), QStringLiteral("Services"),
                                    QStringLiteral("Ui")}));
    QVERIFY(m_locale.textCount() > 2000);
}

void TranslationTest::programSpeaksALanguageThatLiesBesideIt()
{
    const QTemporaryDir folder;
    const QString program = folder.filePath(QFileInfo(QStringLiteral(RECOUPE_PROGRAM)).fileName());
    QVERIFY(QFile::copy(QStringLiteral(RECOUPE_PROGRAM), program));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("translations")));
    const QString qm = QStringLiteral("recoupe_%1.qm").arg(PseudoLocale::name());
    QVERIFY(QFile::copy(m_folder.filePath(qm),
                        QDir(folder.filePath(QStringLiteral("translations"))).filePath(qm)));
    const auto firstLine = [&program](const QString &language) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RECOUPE_LANGUAGE"), language);
        process.setProcessEnvironment(environment);
        process.start(program, {QStringLiteral("--help")});
        return process.waitForFinished(waitMs) ? QString::fromUtf8(process.readLine()) : QString();
    };
    QVERIFY(firstLine(PseudoLocale::name()).startsWith(QStringLiteral("[Usage")));
    QVERIFY(firstLine({}).startsWith(QStringLiteral("Usage")));
    QVERIFY(firstLine(QStringLiteral("qaa")).startsWith(QStringLiteral("Usage")));
}

void TranslationTest::everyPageIsTranslated_data()
{
    QTest::addColumn<int>("details");
    for (const char *page : {"showHome", "showAwards", "showTable", "showExports", "showJournal"})
        QTest::newRow(page) << -1;
    for (int details = 0; details < 5; ++details)
        QTest::addRow("showControl %d", details) << details;
}

void TranslationTest::everyPageIsTranslated()
{
    QFETCH(const int, details);
    const QString page = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    m_fixture->action(page)->trigger();
    if (details >= 0) {
        m_fixture->select(toCorrect);
        auto *title = m_fixture->inControl<QWidget>(QStringLiteral("sessionSubtitle"));
        QTRY_VERIFY(title->property("text").toString().contains(toCorrect));
        m_fixture->inControl<QTabWidget>(QStringLiteral("details"))->setCurrentIndex(details);
    }
    QTest::qWait(0); // laid out
    expectTranslated(&m_fixture->window(), QString::fromLatin1(QTest::currentDataTag()));
}

void TranslationTest::everyDialogIsTranslated_data()
{
    QTest::addColumn<std::function<void()>>("open");
    const auto row = [](const char *name, const std::function<void()> &open) {
        QTest::newRow(name) << open;
    };
    const auto action = [this](const char *name) {
        return [this, name] { m_fixture->action(QString::fromLatin1(name))->trigger(); };
    };
    const QString given = QStringLiteral("[…]");
    const Question question{.title = given, .text = given, .details = given, .acceptLabel = given};
    row("reason", [this, question] {
        m_desktop.askReason(&m_fixture->window(), question, [](const QString &) {});
    });
    row("listed reason", [this, question] {
        m_desktop.askReturnReason(&m_fixture->window(), question,
                                  [](ReturnReason, const QString &) {});
    });
    row("question", [this, question] { m_desktop.confirm(&m_fixture->window(), question, [] {}); });
    row("notification", [this, given] {
        m_desktop.chooseAward(
            &m_fixture->window(),
            {.workspace = m_fixture->model()->workspace(), .funder = Funder::Region, .text = given},
            [](const AwardKey &) {});
    });
    for (const char *name :
         {"checkSettings", "exchangeSettings", "chooseDatabase", "commands", "watchFolders",
          "requestCorrection", "prescribersAction", "mailTable", "personalData", "about"})
        row(name, action(name));
    row("import", [this] {
        m_fixture->window().importFiles(
            {WindowFixture::demoFile(QStringLiteral("notifications.csv"))});
        std::ignore = m_fixture->triedImport();
    });
}

void TranslationTest::everyDialogIsTranslated()
{
    m_fixture->action(QStringLiteral("showControl"))->trigger();
    m_fixture->select(toCorrect);
    QFETCH(const std::function<void()>, open);
    open();
    QTRY_VERIFY(qobject_cast<QDialog *>(QApplication::activeWindow()));
    QWidget *dialog = QApplication::activeWindow();
    expectTranslated(dialog, QString::fromLatin1(QTest::currentDataTag()));
    dialog->close();
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

//! Where RECOUPE_SCREENSHOTS names a folder, what was looked at is also kept there as a picture.
void TranslationTest::expectTranslated(QWidget *window, const QString &name) const
{
    const QString pictures = qEnvironmentVariable("RECOUPE_SCREENSHOTS");
    if (!pictures.isEmpty())
        QVERIFY(window->grab().save(QDir(pictures).filePath(name + QStringLiteral(".png"))));
    QStringList complaints;
    int translated = 0;
    const TextsOf texts(window);
    for (const ShownText &shown : texts.all()) {
        translated += int(shown.text.contains(u'['));
        const QString rest = PseudoLocale::untranslatedPartOf(shown.text);
        if (!rest.isEmpty() && !m_data->contains(rest))
            complaints << QStringLiteral("%1: %2").arg(shown.where, rest);
    }
    QVERIFY(translated > 3);
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
}

QTEST_MAIN(TranslationTest)
#include "tst_translation.moc"
