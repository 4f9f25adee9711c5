// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the window on the page of sessions, with as many rows as asked for.
//   bench_models ROWS PEER-ROWS ROUNDS
// "soudeur" is typed letter by letter and taken away again: from each key to the painted table, for
// our page, for a QSortFilterProxyModel over its first PEER-ROWS rows, and, without any window, for
// SQLite's LIKE over all. All three must find the same rows. Then it scrolls, loads, filters, sorts
// and selects, while a heartbeat tells how long the window's thread was held up.
// Prints lines of "name value", times in milliseconds.
#include "benchmark/benchworld.h"
#include "benchmark/frametime.h"
#include "core/textfolding.h"
#include "jobs/jobqueue.h"
#include "services/backoffice.h"
#include "support/generator/random.h"
#include "ui/control/controlpage.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <sqlite3.h>

#include <algorithm>

using namespace recoupe;

namespace {

constexpr QSize windowSize(1280, 800);
const QString typed = QStringLiteral("soudeur");

void print(const char *name, double value)
{
    QTextStream(stdout) << name << ' ' << value << Qt::endl;
}

void printDistribution(const QByteArray &name, QList<double> times)
{
    std::ranges::sort(times);
    print(name + "_median", times.at(times.size() / 2));
    print(name + "_p95", times.at(times.size() * 95 / 100));
}

//! Of the process, where the system tells it.
double megabytesInUse()
{
    constexpr double pagesPerMegabyte = 256;
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly)
               ? file.readLine().split(' ').value(1).toDouble() / pagesPerMegabyte
               : 0;
}

//! Sees when a widget was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        wasPainted = wasPainted || event->type() == QEvent::Paint;
        return false;
    }
    bool wasPainted = false;
};

//! How long the thread of the window was busy at a stretch.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        m_sinceBeat.start();
        m_timer.start(intervalMs);
    }

    //! Beyond the interval, which passes idly.
    double longestBlock()
    {
        beat();
        return std::max(0.0, m_longest - intervalMs);
    }

private:
    void beat()
    {
        m_longest = std::max(m_longest, milliseconds(m_sinceBeat));
        m_sinceBeat.start();
    }

    static constexpr int intervalMs = 5;
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    double m_longest = 0;
};

template <typename Condition>
void runUntil(Condition isDone)
{
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

//! From now to the painted widget.
template <typename Act, typename Condition>
double timeToPaint(PaintWatch &watch, Act act, Condition isDone)
{
    QElapsedTimer timer;
    timer.start();
    watch.wasPainted = false;
    act();
    runUntil([&] {
        if (!isDone())
            watch.wasPainted = false; // what was painted is not yet what was asked for
        return watch.wasPainted;
    });
    return milliseconds(timer);
}

//! The prefixes of the word as a person types it, then back to nothing.
QStringList keyStates()
{
    QStringList states;
    for (qsizetype size = 1; size <= typed.size(); ++size)
        states << typed.first(size);
    for (qsizetype size = typed.size() - 1; size >= 0; --size)
        states << typed.first(size);
    return states;
}

void pressKeyTowards(QLineEdit &field, const QString &state)
{
    const bool isLonger = state.size() > field.text().size();
    QKeyEvent press(QEvent::KeyPress, isLonger ? Qt::Key_A : Qt::Key_Backspace, Qt::NoModifier,
                    isLonger ? QString(state.back()) : QString());
    QCoreApplication::sendEvent(&field, &press);
}

// --- the sessions --------------------------------------------------------------------------------

Finding findingOf(const char *rule)
{
    Finding finding;
    finding.rule = QString::fromLatin1(rule);
    finding.severity = Severity::Blocking;
    return finding;
}

//! The verdicts of a usual day, without the minutes that the rules would take for so many.
WorkspacePtr workspaceOf(qsizetype rows)
{
    auto workspace = std::make_shared<Workspace>(BenchWorld::of(rows).workspace);
    Random random(1);
    qsizetype action = 0;
    for (CheckedSession &session : workspace->sessions) {
        while (workspace->actions[action].submitted.numero != session.key().formation)
            ++action;
        session.action = action;
        session.control = random.pick(std::array{Control::Conforming, Control::Discrepancy,
                                                 Control::NoAward, Control::Ambiguous});
        session.stored.active = session.control == Control::Conforming && random.chance(80);
        if (session.control == Control::Discrepancy)
            session.findings << findingOf("award-missing");
        if (random.chance(10))
            session.findings << findingOf("place-missing");
    }
    std::ranges::sort(workspace->sessions, {}, &CheckedSession::key);
    workspace->sisters.resize(size_t(workspace->actions.size()));
    workspace->checkedAwards.resize(workspace->awards.size());
    return workspace;
}

//! Everything of a session that a search looks at, put together by other means than the model's.
QString searchedText(const SessionTableModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << folded(model.index(row, column).data().toString());
    const CheckedSession &session = model.session(row);
    const TrainingAction &action = model.workspace()->actionOf(session).submitted;
    texts << folded(action.mandataire.siret) << folded(action.numero)
          << folded(session.session().checkedFunding()->scheme)
          << folded(funderName(session.session().funder(), model.workspace()->today));
    return texts.join(u'\n');
}

// --- the window ----------------------------------------------------------------------------------

//! Where the window finds an empty base, and that it was left on the page of sessions.
class Place
{
public:
    Place()
        : m_settings(m_folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat)
    {
        m_settings.setValue(QStringLiteral("window/page"), QStringLiteral("showControl"));
    }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    [[nodiscard]] std::shared_ptr<BackOffice> office() const
    {
        return std::make_shared<BackOffice>(QStringLiteral("sqlite:") +
                                                m_folder.filePath(QStringLiteral("base.recoupe")),
                                            QStringLiteral("Odile"), Clock{QDate(2026, 11, 23)});
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
};

class Window
{
public:
    explicit Window(QApplication &application)
        : m_theme(application, m_place.settings())
        , m_window(m_place.office(), m_queue, m_place.settings(), m_dialogs, m_theme)
        , m_page(m_window.findChild<ControlPage *>())
        , m_view(m_page->findChild<RecordView *>(QStringLiteral("sessions")))
        , m_search(m_page->findChild<QLineEdit *>(QStringLiteral("search")))
        , m_watch(m_view->viewport())
    {
        QObject::connect(&model(), &QAbstractItemModel::modelAboutToBeReset, m_page,
                         [this] { m_sinceAnswer.start(); });
        QObject::connect(&m_window, &MainWindow::workspaceShown, m_page,
                         [this] { m_isReady = true; });
        QObject::connect(&m_window, &MainWindow::closed, m_page, [this] { m_isReady = false; });
    }
    //! Closes the base, too.
    ~Window()
    {
        m_window.close();
        runUntil([this] { return !m_isReady; });
    }
    Q_DISABLE_COPY_MOVE(Window)

    [[nodiscard]] const SessionTableModel &model() const
    {
        return *static_cast<const SessionTableModel *>(m_view->model());
    }
    void show()
    {
        PaintWatch watch(&m_window);
        timeToPaint(
            watch, [this] { m_window.show(); }, [] { return true; });
    }
    //! Waits for the empty base, which must not take the place of what is loaded.
    void getReady()
    {
        runUntil([this] { return m_isReady; });
    }
    void load(const WorkspacePtr &workspace) { m_page->setWorkspace(workspace); }

    template <typename Act>
    double timeTo(Act act)
    {
        return timeToPaint(m_watch, act, [this] { return !model().isBehind(); });
    }
    double type(const QString &state)
    {
        return timeTo([&] { pressKeyTowards(*m_search, state); });
    }
    double scroll(Random &random)
    {
        QScrollBar *bar = m_view->verticalScrollBar();
        return timeTo([&] { bar->setValue(random.below(bar->maximum())); });
    }
    //! The longest block while \a act and all that follows from it last.
    template <typename Act>
    double longestBlock(Act act)
    {
        constexpr int restMs = 300; // the comparison follows the current row a little later
        Heartbeat heartbeat;
        timeTo(act);
        bool isOver = false;
        QTimer::singleShot(restMs, m_page, [&isOver] { isOver = true; });
        runUntil([&isOver] { return isOver; });
        return heartbeat.longestBlock();
    }
    [[nodiscard]] RecordView &view() { return *m_view; }
    //! Since the model had the last answer for its view.
    [[nodiscard]] double timeSinceAnswer() const { return milliseconds(m_sinceAnswer); }

private:
    Place m_place;
    JobQueue m_queue;
    DesktopDialogs m_dialogs;
    ThemeSetting m_theme;
    MainWindow m_window;
    ControlPage *m_page;
    RecordView *m_view;
    QLineEdit *m_search;
    PaintWatch m_watch;
    QElapsedTimer m_sinceAnswer;
    bool m_isReady = false;
};

//! By state of the search field: the rows found.
using Found = QHash<QString, int>;

Found measureTyping(Window &window, int rounds)
{
    Found found;
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &state : keyStates()) {
            times << window.type(state);
            found.insert(state, window.model().rowCount());
        }
    }
    printDistribution("key", times);
    print("found", found.value(typed));
    return found;
}

void measureScrolling(Window &window)
{
    constexpr int jumps = 200;
    Random random(2);
    QList<double> times;
    for (int i = 0; i < jumps; ++i)
        times << window.scroll(random);
    printDistribution("scroll", times);
}

void measureBlocks(Window &window, const WorkspacePtr &workspace)
{
    print("block_load", window.longestBlock([&] { window.load(workspace); }));
    print("block_filter", window.longestBlock([&] { window.type(typed.first(1)); }));
    print("block_unfilter", window.longestBlock([&] { window.type({}); }));
    double longest = 0;
    for (int column = 0; column < SessionTableModel::ColumnCount; ++column) {
        const auto sort = [&] { window.view().sortByColumn(column, Qt::DescendingOrder); };
        longest = std::max(longest, window.longestBlock(sort));
    }
    print("block_sort", longest);
    print("block_select_all", window.longestBlock([&] { window.view().selectAll(); }));
}

// --- peers ---------------------------------------------------------------------------------------

//! The rows of our model as plain cells, with the folded text that a search looks at.
class PlainModel : public QAbstractTableModel
{
public:
    PlainModel(const SessionTableModel &model, int rows)
        : m_columns(model.columnCount())
    {
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < m_columns; ++column)
                m_cells << model.index(row, column).data().toString();
            m_searched << searchedText(model, row);
        }
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_searched.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return m_columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::UserRole)
            return m_searched.at(index.row());
        return role == Qt::DisplayRole ? m_cells.at(index.row() * m_columns + index.column())
                                       : QVariant();
    }

private:
    int m_columns;
    QStringList m_cells;
    QStringList m_searched;
};

Found measureProxy(const SessionTableModel &model, int rows)
{
    PlainModel plain(model, rows);
    QSortFilterProxyModel proxy;
    proxy.setFilterRole(Qt::UserRole);
    proxy.setSourceModel(&plain);
    QTableView view;
    view.resize(windowSize);
    view.setModel(&proxy);
    PaintWatch watch(view.viewport());
    view.show();
    runUntil([&watch] { return watch.wasPainted; });
    Found found;
    QList<double> times;
    for (const QString &state : keyStates()) {
        const auto filter = [&] {
            proxy.setFilterFixedString(state);
            view.viewport()->update(); // where the rows stay the same nothing else would
        };
        times << timeToPaint(watch, filter, [] { return true; });
        found.insert(state, proxy.rowCount());
    }
    printDistribution("proxy", times);
    return found;
}

//! The rows that LIKE finds are read, for they are to be shown; nothing is painted.
class LikeTable
{
public:
    explicit LikeTable(const SessionTableModel &model)
    {
        sqlite3_open(":memory:", &m_base);
        run("CREATE TABLE sessions (searched TEXT); BEGIN");
        sqlite3_stmt *insert = prepare("INSERT INTO sessions VALUES (?)");
        for (int row = 0; row < model.rowCount(); ++row) {
            const QByteArray text = searchedText(model, row).toUtf8();
            sqlite3_bind_text(insert, 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        run("COMMIT");
    }
    ~LikeTable() { sqlite3_close(m_base); }
    Q_DISABLE_COPY_MOVE(LikeTable)

    [[nodiscard]] std::vector<qint64> rowsLike(const QString &word)
    {
        const QByteArray pattern = '%' + word.toUtf8() + '%';
        sqlite3_stmt *select = prepare("SELECT rowid FROM sessions WHERE searched LIKE ?");
        sqlite3_bind_text(select, 1, pattern.constData(), int(pattern.size()), SQLITE_TRANSIENT);
        std::vector<qint64> rows;
        while (sqlite3_step(select) == SQLITE_ROW)
            rows.push_back(sqlite3_column_int64(select, 0));
        sqlite3_finalize(select);
        return rows;
    }

private:
    void run(const char *sql) { sqlite3_exec(m_base, sql, nullptr, nullptr, nullptr); }
    [[nodiscard]] sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_base, sql, -1, &statement, nullptr);
        return statement;
    }

    sqlite3 *m_base = nullptr;
};

Found measureLike(const SessionTableModel &model, int rounds)
{
    LikeTable table(model);
    Found found;
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &state : keyStates()) {
            QElapsedTimer timer;
            timer.start();
            found.insert(state, int(table.rowsLike(state).size()));
            times << milliseconds(timer);
        }
    }
    printDistribution("like", times);
    return found;
}

//! What our model finds among the first rows, counted by the session's place in the workspace.
Found foundAmongFirst(Window &window, int rows)
{
    Found found;
    for (const QString &state : keyStates()) {
        window.type(state);
        int count = 0;
        for (int row = 0; row < window.model().rowCount(); ++row)
            count += window.model().storeRow(row) < rows ? 1 : 0;
        found.insert(state, count);
    }
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer timer;
    timer.start();
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == bareArgument())
        return showBareWidget(timer);
    if (arguments.size() != 4)
        return 2;
    Window window(application);
    window.show();
    const double windowTime = milliseconds(timer);
    window.getReady();
    const FrameTime bare = timeOfFreshProcess({bareArgument()});
    print("bare_widget", bare.all);

    const int peerRows = arguments[2].toInt();
    const int rounds = arguments[3].toInt();
    const WorkspacePtr workspace = workspaceOf(arguments[1].toLongLong());
    const double before = megabytesInUse();
    print("load", window.timeTo([&] { window.load(workspace); }));
    // The window, and what it takes to show rows that are there.
    print("first_window", bare.beforeMain + windowTime + window.timeSinceAnswer());
    print("model_mb", megabytesInUse() - before);

    const Found found = measureTyping(window, rounds);
    measureScrolling(window);
    const bool agreesWithLike = found == measureLike(window.model(), rounds);
    const bool agreesWithProxy =
        foundAmongFirst(window, peerRows) == measureProxy(window.model(), peerRows);
    measureBlocks(window, workspace);
    QTextStream(stdout) << "equal_like " << (agreesWithLike ? "yes" : "no") << "\nequal_proxy "
                        << (agreesWithProxy ? "yes" : "no") << '\n';
    return 0;
}
