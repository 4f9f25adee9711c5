// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "models/sessiontablemodel.h"
#include "ui/dialogs/dialogs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/themesetting.h"

#include <QSettings>
#include <QTemporaryDir>

#include <optional>

namespace recoupe {

class ImportDialog;
class RecordView;

//! Answers the window's questions as the test has set it up, and keeps what was asked.
class ScriptedDialogs : public Dialogs
{
public:
    QStringList files;
    QString file;
    QString target;
    bool confirms = true;
    QString reason;
    std::optional<ReturnReason> returnReason;
    QString name;
    QString folder;
    std::optional<AwardKey> award;
    QString printFile; //!< what a printer that was chosen prints into, as PDF

    bool restores = false; //!< the newest copy that is offered

    QList<RestoreRequest> offeredCopies;
    QList<Question> asked;
    QStringList suggestions;

    void chooseFiles(QWidget *, const QString &,
                     std::function<void(const QStringList &)> chosen) override;
    void chooseFile(QWidget *, const OpenRequest &request,
                    std::function<void(const QString &)> chosen) override;
    void chooseFolder(QWidget *, const QString &title,
                      std::function<void(const QString &)> chosen) override;
    void chooseTarget(QWidget *, const SaveRequest &request,
                      std::function<void(const QString &)> chosen) override;
    void confirm(QWidget *, const Question &question, std::function<void()> confirmed) override;
    void askReason(QWidget *, const Question &question,
                   std::function<void(const QString &)> given) override;
    void askReturnReason(QWidget *, const Question &question,
                         std::function<void(ReturnReason, const QString &)> given) override;
    void askName(QWidget *, const Question &question, const QString &suggestion,
                 std::function<void(const QString &)> given) override;
    void chooseAward(QWidget *, const AwardRequest &request,
                     std::function<void(const AwardKey &)> chosen) override;
    void chooseCopy(QWidget *, const RestoreRequest &request,
                    std::function<void(const KeptCopy &)> chosen) override;
    void choosePrinter(QWidget *, const PrintRequest &request,
                       std::function<void(std::shared_ptr<QPrinter>)> chosen) override;
};

//! The window on a base of its own, on 2026-11-23, the day of the demonstration files.
class WindowFixture
{
public:
    WindowFixture();
    //! On a base that others have open as well.
    WindowFixture(const QString &databaseUrl, const QString &operatorName);
    ~WindowFixture();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] ScriptedDialogs &dialogs() { return m_dialogs; }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    [[nodiscard]] ThemeSetting &theme() { return *m_theme; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString demoFile(const QString &name);

    //! A new window on the same base and settings, as after a restart; \a meanwhile is done while
    //! there is none.
    void restart(const std::function<void()> &meanwhile = [] {});
    //! Runs what changes the base and waits until it is shown.
    void runAndLoad(const std::function<void()> &work);
    void importDemo();
    //! Writes a file into the folder and gives its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    //! The import that is shown, once it says what it would do.
    [[nodiscard]] ImportDialog *triedImport() const;
    //! Presses its « Importer » and waits until the base is shown again.
    void importShown();

    [[nodiscard]] QAction *action(const QString &name) const;
    [[nodiscard]] RecordView *sessions() const;
    [[nodiscard]] const SessionTableModel *model() const;
    //! The session of that numero as it is shown; the test stops where there is none.
    [[nodiscard]] const CheckedSession &session(const QString &numero) const;
    void select(const QString &numero);
    //! A child of the control page.
    template <typename Widget>
    [[nodiscard]] Widget *inControl(const QString &name) const
    {
        return m_window->findChild<QWidget *>(QStringLiteral("controlPage"))
            ->findChild<Widget *>(name);
    }

private:
    void open();
    void close();
    [[nodiscard]] int rowOf(const QString &numero) const;

    QTemporaryDir m_folder;
    QString m_databaseUrl;
    QString m_operatorName;
    QSettings m_settings;
    ScriptedDialogs m_dialogs;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<ThemeSetting> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace recoupe
