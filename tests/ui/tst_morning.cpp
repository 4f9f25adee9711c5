// SPDX-License-Identifier: GPL-3.0-or-later
// An operator's morning by keyboard alone: twenty sessions from the first page on, with no other
// hand in it than on the keys, counted.
#include "jobs/jobqueue.h"
#include "models/sessiontablemodel.h"
#include "services/backoffice.h"
#include "ui/correspondence/letterdialog.h"
#include "ui/dialogs/desktopdialogs.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace recoupe;

namespace {

constexpr int waitMs = 30'000;

// The first twenty sessions to check of resources/demo. Most conform:
const QStringList beforeTheWrongNumber{
    QStringLiteral("SE_0000060143"), QStringLiteral("SE_0000060150"),
    QStringLiteral("SE_0000060151"), QStringLiteral("SE_0000060157"),
    QStringLiteral("SE_0000060162"), QStringLiteral("SE_0000060171"),
    QStringLiteral("SE_0000060174"), QStringLiteral("SE_0000060179"),
    QStringLiteral("SE_0000060186"), QStringLiteral("SE_0000060188"),
    QStringLiteral("SE_0000060193"), QStringLiteral("SE_0000060199")};
const QString wrongNumber = QStringLiteral("SE_0000060206");
const QStringList beforeTheWrongDates{QStringLiteral("SE_0000060208"),
                                      QStringLiteral("SE_0000060217")};
const QString toCorrect = QStringLiteral("SE_0000060221");
const QStringList beforeTheCancelled{QStringLiteral("SE_0000060225"),
                                     QStringLiteral("SE_0000060232")};
const QString cancelled = QStringLiteral("SE_0000060234");
const QString agreed = QStringLiteral("SE_0000060240");

constexpr int sessionCount = 20;
//! What the morning took when it was measured; a program that asks for more has become slower.
constexpr int mostPresses = 36;

//! The operator's hands: they press what they press, wherever the focus is.
class Hands
{
public:
    explicit Hands(QWidget &window)
        : m_window(window)
    {
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_presses;
        QTest::keyClick(target(), key, modifiers);
    }
    void write(const QString &text)
    {
        m_letters += text.size();
        QTest::keyClicks(target(), text);
    }

    [[nodiscard]] int presses() const { return m_presses; }
    [[nodiscard]] qsizetype letters() const { return m_letters; }

private:
    QWidget *target() const
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup;
        // As a desktop does once a dialog is gone.
        if (!QApplication::activeWindow()) {
            m_window.activateWindow();
            if (!QTest::qWaitForWindowActive(&m_window))
                qFatal("The window is not active again.");
        }
        QWidget *focused = QApplication::focusWidget();
        return focused ? focused : QApplication::activeWindow();
    }

    QWidget &m_window;
    int m_presses = 0;
    qsizetype m_letters = 0;
};

} // namespace

class MorningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void twentySessionsAreTreatedByKeyboardAlone();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::unique_ptr<BackOffice> makeOffice() const;
    void openCard();
    void validate(const QStringList &sessions);
    void associate();
    void writeToTheOrganisation();
    void takeNote();
    void setAside();
    void activateThoughItDiffers(const QString &session);
    void expectDecisions();

    [[nodiscard]] QString current() const;
    [[nodiscard]] int waiting() const { return m_model->rowCount(); }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<JobQueue> m_queue;
    DesktopDialogs m_dialogs;
    std::unique_ptr<ThemeSetting> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Hands> m_hands;
    RecordView *m_list = nullptr;
    const SessionTableModel *m_model = nullptr;
};

std::unique_ptr<BackOffice> MorningTest::makeOffice() const
{
    return std::make_unique<BackOffice>(QStringLiteral("sqlite:") +
                                            path(QStringLiteral("base.recoupe")),
                                        QStringLiteral("Odile"), Clock{QDate(2026, 11, 23)});
}

void MorningTest::init()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    {
        const auto office = makeOffice();
        QVERIFY(office->open());
        QVERIFY(office->loadDemo());
    }
    m_settings =
        std::make_unique<QSettings>(path(QStringLiteral("reglages.ini")), QSettings::IniFormat);
    rememberFolderOf(*m_settings, path(QStringLiteral("brouillon.eml")));
    m_queue = std::make_unique<JobQueue>();
    m_theme = std::make_unique<ThemeSetting>(*qApp, *m_settings);
    m_window =
        std::make_unique<MainWindow>(makeOffice(), *m_queue, *m_settings, m_dialogs, *m_theme);
    m_hands = std::make_unique<Hands>(*m_window);
    QSignalSpy shown(m_window.get(), &MainWindow::workspaceShown);
    m_window->show();
    QVERIFY(shown.wait(waitMs));
    m_list = m_window->findChild<RecordView *>(QStringLiteral("sessions"));
    m_model = qobject_cast<const SessionTableModel *>(m_list->model());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MorningTest::cleanup()
{
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), waitMs);
    m_window.reset();
    m_queue.reset();
}

QString MorningTest::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model->session(index.row()).key().session : QString();
}

void MorningTest::openCard()
{
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("card-to-check"));
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE(current(), beforeTheWrongNumber.first());
    QTRY_VERIFY(m_list->hasFocus());
    QTRY_VERIFY(waiting() < m_model->totalCount());
}

//! Conforming ones: each is read, then one key.
void MorningTest::validate(const QStringList &sessions)
{
    for (const QString &session : sessions) {
        QCOMPARE(current(), session);
        const int before = waiting();
        m_hands->press(Qt::Key_F8);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), before - 1, waitMs);
        QVERIFY(m_list->hasFocus());
    }
}

void MorningTest::associate()
{
    QCOMPARE(current(), wrongNumber);
    m_hands->press(Qt::Key_F4);
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->session(m_list->currentIndex().row()).match.outcome,
                              AwardMatch::Outcome::Chosen, waitMs);
}

void MorningTest::writeToTheOrganisation()
{
    QCOMPARE(current(), toCorrect);
    m_hands->press(Qt::Key_F9);
    QTRY_VERIFY(qobject_cast<LetterDialog *>(QApplication::activeWindow()));
    const auto *recipients =
        QApplication::activeWindow()->findChild<QListView *>(QStringLiteral("recipients"));
    QTRY_COMPARE_WITH_TIMEOUT(recipients->model()->rowCount(), 1, waitMs);
    m_hands->press(Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeWindow()));
    m_hands->press(Qt::Key_Return);
    const QDir folder(m_folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(folder.entryList({QStringLiteral("*.eml")}).size(), 1, waitMs);
    m_hands->press(Qt::Key_Escape);
    QTRY_VERIFY(!qobject_cast<LetterDialog *>(QApplication::activeWindow()));
}

void MorningTest::takeNote()
{
    QCOMPARE(current(), toCorrect);
    m_hands->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    m_hands->write(QStringLiteral("Rappelle lundi"));
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->session(m_list->currentIndex().row()).notes.size(), 1,
                              waitMs);
    m_hands->press(Qt::Key_Down);
}

//! Validated out of habit, taken back, and set aside: the organisation has just called it off.
void MorningTest::setAside()
{
    const int before = waiting();
    validate({cancelled});
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), before, waitMs);
    m_hands->press(Qt::Key_Up);
    QCOMPARE(current(), cancelled);
    m_hands->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(qobject_cast<ReasonDialog *>(QApplication::activeWindow()));
    m_hands->press(Qt::Key_O); // Offre annulée
    m_hands->press(Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), before - 1, waitMs);
}

void MorningTest::activateThoughItDiffers(const QString &session)
{
    QCOMPARE(current(), session);
    const int before = waiting();
    m_hands->press(Qt::Key_F7, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<ReasonDialog *>(QApplication::activeWindow()));
    m_hands->write(QStringLiteral("Accord du financeur"));
    m_hands->press(Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), before - 1, waitMs);
}

void MorningTest::twentySessionsAreTreatedByKeyboardAlone()
{
    const QList<std::function<void()>> morning{
        [this] { openCard(); },
        [this] { validate(beforeTheWrongNumber); },
        [this] { associate(); },
        [this] { activateThoughItDiffers(wrongNumber); },
        [this] { validate(beforeTheWrongDates); },
        [this] { writeToTheOrganisation(); },
        [this] { takeNote(); },
        [this] { validate(beforeTheCancelled); },
        [this] { setAside(); },
        [this] { activateThoughItDiffers(agreed); },
        [this] { expectDecisions(); },
    };
    for (const auto &part : morning) {
        part();
        if (QTest::currentTestFailed())
            return;
    }

    qInfo("%d sessions: %d key presses and %d letters, %.2f presses a session", sessionCount,
          m_hands->presses(), int(m_hands->letters()), double(m_hands->presses()) / sessionCount);
    QVERIFY2(m_hands->presses() <= mostPresses, qPrintable(QString::number(m_hands->presses())));
}

//! As another program reads them in the base.
void MorningTest::expectDecisions()
{
    const auto office = makeOffice();
    const Result<WorkspacePtr> workspace = office->workspace();
    QVERIFY(workspace);
    const auto stored = [&workspace](const QString &numero) -> const CheckedSession & {
        const auto &all = (*workspace)->sessions;
        return *std::ranges::find(
            all, numero, [](const CheckedSession &session) { return session.key().session; });
    };
    for (const QString &session : beforeTheWrongNumber + beforeTheWrongDates + beforeTheCancelled) {
        QVERIFY2(stored(session).stored.active, qPrintable(session));
        QVERIFY2(!stored(session).stored.overridden, qPrintable(session));
    }
    QCOMPARE(stored(wrongNumber).match.outcome, AwardMatch::Outcome::Chosen);

    const CheckedSession &corrected = stored(toCorrect);
    QVERIFY(!corrected.stored.active);
    QCOMPARE(corrected.notes.value(0).text, QStringLiteral("Rappelle lundi"));
    const Result<SessionEvents> events = office->events(corrected.key());
    QVERIFY(events);
    QCOMPARE(events->letters.size(), 1);
    QCOMPARE(events->letters.first().channel, LetterChannel::Draft);

    QVERIFY(!stored(cancelled).stored.active);
    QCOMPARE(stored(cancelled).control, Control::SetAside);
    const Result<SessionEvents> undone = office->events(stored(cancelled).key());
    QVERIFY(undone);
    QVERIFY(std::ranges::any_of(undone->decisions, &Decision::isUndo));
    QCOMPARE(undone->decisions.last().after, toToken(ReturnReason::Cancelled));

    for (const QString &session : {wrongNumber, agreed}) {
        QVERIFY(stored(session).stored.active);
        QVERIFY(stored(session).stored.overridden);
        const Result<SessionEvents> reasons = office->events(stored(session).key());
        QVERIFY(reasons);
        QCOMPARE(reasons->decisions.last().reason, QStringLiteral("Accord du financeur"));
    }
}

QTEST_MAIN(MorningTest)
#include "tst_morning.moc"
