// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backoffice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

//! A base whose file goes away is never begun anew, empty, in its place.
class BackOfficeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingBaseIsMadeOnce();
    void openedAgainItIsNotBegunAnew();
    void anotherOnTheSameBaseDoesNotBeginItAnew();

private:
    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("base.recoupe"));
    }
    [[nodiscard]] std::shared_ptr<BackOffice> office() const
    {
        return std::make_shared<BackOffice>(QStringLiteral("sqlite:") + file(),
                                            QStringLiteral("Odile"), Clock{});
    }
    void expectGone(BackOffice &office) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void BackOfficeTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

//! Moves the file away and opens the base.
void BackOfficeTest::expectGone(BackOffice &office) const
{
    QVERIFY(QFile::rename(file(), file() + QStringLiteral(".ailleurs")));
    const Result<> opened = office.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(QStringLiteral("base.recoupe")),
             qPrintable(opened.error().message));
    QVERIFY(!QFile::exists(file()));
}

void BackOfficeTest::missingBaseIsMadeOnce()
{
    const auto first = office();
    QVERIFY(first->open());
    QVERIFY(QFile::exists(file()));
    QVERIFY(first->another()->open());
}

void BackOfficeTest::openedAgainItIsNotBegunAnew()
{
    const auto first = office();
    QVERIFY(first->open());
    first->close();
    expectGone(*first);
}

void BackOfficeTest::anotherOnTheSameBaseDoesNotBeginItAnew()
{
    const auto first = office();
    const auto second = first->another(); // as a window makes it, before it opens the base
    QVERIFY(first->open());
    first->close();
    expectGone(*second);
}

QTEST_GUILESS_MAIN(BackOfficeTest)
#include "tst_backoffice.moc"
