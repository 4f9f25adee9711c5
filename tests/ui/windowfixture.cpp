// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowfixture.h"

#include "ui/importing/importdialog.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace recoupe {

namespace {
constexpr int loadMs = 30'000;
}

void ScriptedDialogs::chooseFiles(QWidget *, const QString &,
                                  std::function<void(const QStringList &)> chosen)
{
    if (!files.isEmpty())
        chosen(files);
}

void ScriptedDialogs::chooseFile(QWidget *, const OpenRequest &,
                                 std::function<void(const QString &)> chosen)
{
    if (!file.isEmpty())
        chosen(file);
}

void ScriptedDialogs::chooseFolder(QWidget *, const QString &,
                                   std::function<void(const QString &)> chosen)
{
    if (!folder.isEmpty())
        chosen(folder);
}

void ScriptedDialogs::chooseTarget(QWidget *, const SaveRequest &request,
                                   std::function<void(const QString &)> chosen)
{
    suggestions << request.suggestion;
    if (!target.isEmpty())
        chosen(target);
}

void ScriptedDialogs::confirm(QWidget *, const Question &question, std::function<void()> confirmed)
{
    asked << question;
    if (confirms)
        confirmed();
}

void ScriptedDialogs::askReason(QWidget *, const Question &question,
                                std::function<void(const QString &)> given)
{
    asked << question;
    if (!reason.isEmpty())
        given(reason);
}

void ScriptedDialogs::askReturnReason(QWidget *, const Question &question,
                                      std::function<void(ReturnReason, const QString &)> given)
{
    asked << question;
    if (returnReason)
        given(*returnReason, reason);
}

void ScriptedDialogs::askName(QWidget *, const Question &question, const QString &suggestion,
                              std::function<void(const QString &)> given)
{
    asked << question;
    suggestions << suggestion;
    if (!name.isEmpty())
        given(name);
}

void ScriptedDialogs::chooseAward(QWidget *, const AwardRequest &request,
                                  std::function<void(const AwardKey &)> chosen)
{
    asked << Question{.title = {}, .text = request.text, .acceptLabel = {}};
    if (award)
        chosen(*award);
}

void ScriptedDialogs::chooseCopy(QWidget *, const RestoreRequest &request,
                                 std::function<void(const KeptCopy &)> chosen)
{
    offeredCopies << request;
    if (restores)
        chosen(request.copies.first());
}

void ScriptedDialogs::choosePrinter(QWidget *, const PrintRequest &request,
                                    std::function<void(std::shared_ptr<QPrinter>)> chosen)
{
    asked << Question{.title = {}, .text = QString::number(request.pages), .acceptLabel = {}};
    if (printFile.isEmpty())
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFileName(printFile);
    request.prepare(*printer);
    chosen(printer);
}

WindowFixture::WindowFixture()
    : WindowFixture({}, QStringLiteral("Odile"))
{
}

WindowFixture::WindowFixture(const QString &databaseUrl, const QString &operatorName)
    : m_databaseUrl(databaseUrl.isEmpty()
                        ? QStringLiteral("sqlite:") + path(QStringLiteral("base.recoupe"))
                        : databaseUrl)
    , m_operatorName(operatorName)
    , m_settings(m_folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat)
{
    open();
    action(QStringLiteral("showControl"))->trigger(); // the page of most tests
}

WindowFixture::~WindowFixture()
{
    close();
}

void WindowFixture::open()
{
    m_queue = std::make_unique<JobQueue>();
    m_theme = std::make_unique<ThemeSetting>(*qApp, m_settings);
    m_window = std::make_unique<MainWindow>(
        std::make_shared<BackOffice>(m_databaseUrl, m_operatorName, Clock{QDate(2026, 11, 23)}),
        *m_queue, m_settings, m_dialogs, *m_theme);
    QSignalSpy shown(m_window.get(), &MainWindow::workspaceShown);
    m_window->show();
    if (!shown.wait(loadMs))
        qFatal("The window shows no base.");
}

//! The window closes the base in a last job and then itself.
void WindowFixture::close()
{
    m_window->close();
    if (!QTest::qWaitFor([this] { return !m_window->isVisible(); }, loadMs))
        qFatal("The window does not close.");
    m_window.reset();
    m_theme.reset();
    m_queue.reset();
}

void WindowFixture::restart(const std::function<void()> &meanwhile)
{
    close();
    meanwhile();
    open();
}

void WindowFixture::runAndLoad(const std::function<void()> &work)
{
    QSignalSpy shown(m_window.get(), &MainWindow::workspaceShown);
    work();
    if (shown.isEmpty() && !shown.wait(loadMs))
        qFatal("The base was not shown again.");
}

QString WindowFixture::demoFile(const QString &name)
{
    return QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/") + name;
}

void WindowFixture::importDemo()
{
    m_dialogs.files.clear();
    for (const QString &name :
         {QStringLiteral("portail.xml"), QStringLiteral("notifications.csv"),
          QStringLiteral("notifications-agefiph.xlsx"), QStringLiteral("sesar.xlsx")})
        m_dialogs.files << demoFile(name);
    action(QStringLiteral("importFiles"))->trigger();
    importShown();
}

QString WindowFixture::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

ImportDialog *WindowFixture::triedImport() const
{
    const QList<ImportDialog *> dialogs = m_window->findChildren<ImportDialog *>();
    const auto shown = std::ranges::find_if(dialogs, &QWidget::isVisible); // not one that is over
    if (shown == dialogs.end())
        qFatal("No import is shown.");
    auto *progress = (*shown)->findChild<QProgressBar *>(QStringLiteral("progress"));
    if (!QTest::qWaitFor([progress] { return progress->isHidden(); }, loadMs))
        qFatal("The trial of the files does not end.");
    return *shown;
}

void WindowFixture::importShown()
{
    auto *button = triedImport()->findChild<QPushButton *>(QStringLiteral("import"));
    if (!button->isEnabled())
        qFatal("%s", qPrintable(button->toolTip()));
    runAndLoad([button] { button->click(); });
    // As a desktop does once the dialog is gone.
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("The window is not active again.");
}

QAction *WindowFixture::action(const QString &name) const
{
    auto *found = m_window->findChild<QAction *>(name);
    if (!found)
        qFatal("No action %s.", qPrintable(name));
    return found;
}

RecordView *WindowFixture::sessions() const
{
    return m_window->findChild<RecordView *>(QStringLiteral("sessions"));
}

const SessionTableModel *WindowFixture::model() const
{
    return qobject_cast<const SessionTableModel *>(sessions()->model());
}

int WindowFixture::rowOf(const QString &numero) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->session(row).key().session == numero)
            return row;
    }
    qFatal("The session %s is not shown.", qPrintable(numero));
}

const CheckedSession &WindowFixture::session(const QString &numero) const
{
    return model()->session(rowOf(numero));
}

void WindowFixture::select(const QString &numero)
{
    sessions()->selectRow(rowOf(numero));
}

} // namespace recoupe
