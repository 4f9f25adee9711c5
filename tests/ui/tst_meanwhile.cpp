// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague decides on a session that the window still shows as it was, or changes a setting that
// a dialog still shows as it was.
#include "correspondence/lettertemplate.h"
#include "rules/checksettings.h"
#include "ui/correspondence/letterdialog.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/settings/settingseditor.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace recoupe;

namespace {

constexpr int waitMs = 30'000;
const QString toCorrect = QStringLiteral("SE_0000060221");

//! A dialog of settings, one of them that both change and one that the colleague alone changes.
struct Editing
{
    const char *action; //!< opens it, or the dialog of a letter that leads to it
    QString save;       //!< name of the button
    QString field;      //!< name of the field of the one, a line to type in
    QString name;
    QString typed;
    QString theirs;
    QString otherName;
    QString otherTheirs;
    QString wanted; //!< in words
};

QList<Editing> editings()
{
    return {
        {.action = "checkSettings",
         .save = QStringLiteral("saveSettings"),
         .field = QStringLiteral("departements"),
         .name = QString::fromUtf16(departementsSetting),
         .typed = QStringLiteral("63"),
         .theirs = QStringLiteral("03 43"),
         .otherName = QString::fromUtf16(dayCountSetting),
         .otherTheirs = QStringLiteral("working"),
         .wanted = QStringLiteral("63")},
        {.action = "exchangeSettings",
         .save = QStringLiteral("saveSettings"),
         .field = QStringLiteral("carif/mail"),
         .name = QStringLiteral("carif/mail"),
         .typed = QStringLiteral("moi@example.org"),
         .theirs = QStringLiteral("paul@example.org"),
         .otherName = QStringLiteral("partner/aude/max-fall"),
         .otherTheirs = QStringLiteral("35"),
         .wanted = QStringLiteral("moi@example.org")},
        {.action = "requestCorrection",
         .save = QStringLiteral("saveTemplate"),
         .field = QStringLiteral("templateSubject"),
         .name = subjectSettingName(LetterKind::Correction),
         .typed = QStringLiteral("À revoir"),
         .theirs = QStringLiteral("À reprendre"),
         .otherName = bodySettingName(LetterKind::Correction),
         .otherTheirs = QStringLiteral("Bonjour, {actions}"),
         .wanted = QStringLiteral("« À revoir »")},
    };
}

} // namespace

Q_DECLARE_METATYPE(Editing)

class MeanwhileWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void changedSessionIsShownAndLeftAlone();
    void nextPressDecidesOnWhatIsShownNow();
    void typedSettingsAreKeptAndTakenUp_data() { addEditings(); }
    void typedSettingsAreKeptAndTakenUp();
    void otherSettingsAreNotWritten_data() { addEditings(); }
    void otherSettingsAreNotWritten();

private:
    void addEditings() const;
    [[nodiscard]] SettingsEditor *open(const Editing &editing) const;
    void changeAsColleague(const QMap<QString, QString> &texts) const;
    [[nodiscard]] QMap<QString, QString> texts() const;
    [[nodiscard]] std::unique_ptr<BackOffice> colleague() const;
    void closeAsColleague();
    void suspend();
    [[nodiscard]] QTableView *shownTable() const;

    std::unique_ptr<WindowFixture> m_fixture;
    SessionKey m_key;
};

void MeanwhileWindowTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->importDemo();
    m_fixture->select(QStringLiteral("SE_0000060206"));
    m_key = m_fixture->session(QStringLiteral("SE_0000060206")).key();
}

std::unique_ptr<BackOffice> MeanwhileWindowTest::colleague() const
{
    auto paul = std::make_unique<BackOffice>(QStringLiteral("sqlite:") +
                                                 m_fixture->path(QStringLiteral("base.recoupe")),
                                             QStringLiteral("Paul"), Clock{QDate(2026, 11, 23)});
    if (!paul->open())
        qFatal("The base does not open.");
    return paul;
}

void MeanwhileWindowTest::closeAsColleague()
{
    const auto closed = colleague()->decisions().setRecruitment({m_key}, RecruitmentState::Closed);
    QVERIFY(closed && closed->applied.size() == 1);
}

void MeanwhileWindowTest::suspend()
{
    m_fixture->runAndLoad(
        [this] { m_fixture->action(QStringLiteral("recruitmentSuspended"))->trigger(); });
}

QTableView *MeanwhileWindowTest::shownTable() const
{
    auto *dialog = m_fixture->window().findChild<MeanwhileDialog *>();
    return dialog && dialog->isVisible()
               ? dialog->findChild<QTableView *>(QStringLiteral("meanwhileView"))
               : nullptr;
}

void MeanwhileWindowTest::changedSessionIsShownAndLeftAlone()
{
    closeAsColleague();
    suspend();
    QVERIFY(shownTable());
    const QAbstractItemModel *changes = shownTable()->model();
    QCOMPARE(changes->rowCount(), 1);
    const auto cell = [changes](int column) { return changes->index(0, column).data().toString(); };
    QCOMPARE(cell(MeanwhileModel::Subject), m_key.session);
    QCOMPARE(cell(MeanwhileModel::Field), QStringLiteral("Recrutement"));
    QCOMPARE(cell(MeanwhileModel::Seen), QStringLiteral("ouvert"));
    QCOMPARE(cell(MeanwhileModel::Now), QStringLiteral("fermé"));
    QCOMPARE(cell(MeanwhileModel::Author), QStringLiteral("Paul"));
    QVERIFY(!cell(MeanwhileModel::Time).isEmpty());
    QCOMPARE(m_fixture->session(m_key.session).stored.recruitment, RecruitmentState::Closed);
}

void MeanwhileWindowTest::nextPressDecidesOnWhatIsShownNow()
{
    closeAsColleague();
    suspend();
    QVERIFY(shownTable());
    shownTable()->window()->close();
    suspend();
    QVERIFY(!shownTable());
    QCOMPARE(m_fixture->session(m_key.session).stored.recruitment, RecruitmentState::Suspended);
}

void MeanwhileWindowTest::addEditings() const
{
    QTest::addColumn<Editing>("editing");
    for (const Editing &editing : editings())
        QTest::newRow(editing.action) << editing;
}

SettingsEditor *MeanwhileWindowTest::open(const Editing &editing) const
{
    m_fixture->select(toCorrect);
    QAction *opens = m_fixture->action(QString::fromLatin1(editing.action));
    const auto shown = [&] { return m_fixture->window().findChild<SettingsEditor *>(); };
    if (!QTest::qWaitFor([opens] { return opens->isEnabled(); }, waitMs))
        qFatal("%s is not available.", editing.action);
    opens->trigger();
    if (const auto *letter = m_fixture->window().findChild<LetterDialog *>()) {
        auto *leads = letter->findChild<QPushButton *>(QStringLiteral("editTemplate"));
        if (!QTest::qWaitFor([leads] { return leads->isEnabled(); }, waitMs))
            qFatal("%s", qPrintable(leads->toolTip()));
        leads->click();
    }
    if (!QTest::qWaitFor([&] { return shown() != nullptr; }, waitMs))
        qFatal("No settings are shown.");
    return shown();
}

void MeanwhileWindowTest::changeAsColleague(const QMap<QString, QString> &texts) const
{
    const auto changed = colleague()->decisions().changeSettings(texts);
    QVERIFY(changed && changed->applied.size() == texts.size());
}

QMap<QString, QString> MeanwhileWindowTest::texts() const
{
    return colleague()->settings().value();
}

void MeanwhileWindowTest::typedSettingsAreKeptAndTakenUp()
{
    QFETCH(const Editing, editing);
    const QPointer<SettingsEditor> editor = open(editing);
    editor->findChild<QLineEdit *>(editing.field)->setText(editing.typed);
    auto *save = editor->findChild<QPushButton *>(editing.save);
    QVERIFY2(save->isEnabled(), qPrintable(save->toolTip()));
    changeAsColleague({{editing.name, editing.theirs}, {editing.otherName, editing.otherTheirs}});
    save->click();
    QTRY_VERIFY_WITH_TIMEOUT(shownTable(), waitMs);
    const QAbstractItemModel *changes = shownTable()->model();
    QCOMPARE(changes->rowCount(), 1);
    QVERIFY(!shownTable()->isColumnHidden(MeanwhileModel::Wanted));
    const auto cell = [changes](int column) { return changes->index(0, column).data().toString(); };
    QVERIFY(cell(MeanwhileModel::Now).contains(editing.theirs));
    QVERIFY(!cell(MeanwhileModel::Seen).contains(editing.theirs));
    QCOMPARE(cell(MeanwhileModel::Wanted), editing.wanted);
    QCOMPARE(cell(MeanwhileModel::Author), QStringLiteral("Paul"));
    QVERIFY(editor && editor->isVisible());
    QCOMPARE(editor->changes(), (QMap<QString, QString>{{editing.name, editing.typed}}));
    QCOMPARE(texts().value(editing.name), editing.theirs);

    editor->findChild<QPushButton *>(QStringLiteral("takeUp"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(editor->seen().value(editing.name), editing.theirs, waitMs);
    QCOMPARE(editor->seen().value(editing.otherName), editing.otherTheirs);
    QCOMPARE(editor->changes(), (QMap<QString, QString>{{editing.name, editing.typed}}));
    m_fixture->runAndLoad([save] { save->click(); });
    QTRY_VERIFY_WITH_TIMEOUT(!editor, waitMs);
    QCOMPARE(texts().value(editing.name), editing.typed);
    QCOMPARE(texts().value(editing.otherName), editing.otherTheirs);
}

void MeanwhileWindowTest::otherSettingsAreNotWritten()
{
    QFETCH(const Editing, editing);
    const QPointer<SettingsEditor> editor = open(editing);
    editor->findChild<QLineEdit *>(editing.field)->setText(editing.typed);
    changeAsColleague({{editing.otherName, editing.otherTheirs}});
    m_fixture->runAndLoad([&] { editor->findChild<QPushButton *>(editing.save)->click(); });
    QTRY_VERIFY_WITH_TIMEOUT(!editor, waitMs);
    QVERIFY(!shownTable());
    QCOMPARE(texts(), (QMap<QString, QString>{{editing.name, editing.typed},
                                              {editing.otherName, editing.otherTheirs}}));
    const QList<Decision> trail = colleague()->history().value();
    const QString batch = trail.last().batch;
    QCOMPARE(trail.last().setting, editing.name);
    QCOMPARE(std::ranges::count(trail, batch, &Decision::batch), 1);
}

QTEST_MAIN(MeanwhileWindowTest)
#include "tst_meanwhile.moc"
