// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague decides on a session that the window still shows as it was.
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/windowfixture.h"

#include <QTest>
#include <QTreeView>

using namespace recoupe;

class MeanwhileWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void changedSessionIsShownAndLeftAlone();
    void nextPressDecidesOnWhatIsShownNow();

private:
    void closeAsColleague();
    void suspend();
    [[nodiscard]] QTreeView *shownTable() const;

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

void MeanwhileWindowTest::closeAsColleague()
{
    BackOffice paul(QStringLiteral("sqlite:") + m_fixture->path(QStringLiteral("base.recoupe")),
                    QStringLiteral("Paul"), Clock{QDate(2026, 11, 23)});
    QVERIFY(paul.open());
    const auto closed = paul.decisions().setRecruitment({m_key}, RecruitmentState::Closed);
    QVERIFY(closed && closed->applied.size() == 1);
}

void MeanwhileWindowTest::suspend()
{
    m_fixture->runAndLoad(
        [this] { m_fixture->action(QStringLiteral("recruitmentSuspended"))->trigger(); });
}

QTreeView *MeanwhileWindowTest::shownTable() const
{
    auto *dialog = m_fixture->window().findChild<MeanwhileDialog *>();
    return dialog && dialog->isVisible()
               ? dialog->findChild<QTreeView *>(QStringLiteral("meanwhileView"))
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

QTEST_MAIN(MeanwhileWindowTest)
#include "tst_meanwhile.moc"
