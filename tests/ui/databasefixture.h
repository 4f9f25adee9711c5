// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/usualdatabase.h"
#include "support/securedserver.h"
#include "ui/database/databasedialog.h"
#include "ui/dialogparts.h"
#include "ui/widgets/jobprogress.h"
#include "ui/windowfixture.h"

#include <QPushButton>

namespace recoupe {

//! Settings that are nobody's, and a server to choose a base on.
class DatabaseFixture
{
public:
    //! To be called before any window is made. A failure says why there is no server.
    [[nodiscard]] Result<> start();
    void stop() { m_secured.reset(); }
    //! As on an account that never chose a base.
    void forgetChoice();

    [[nodiscard]] test::PostgresServer &server() { return m_secured->server(); }
    //! A new base of zoe's, by the network.
    [[nodiscard]] DatabaseUrl newBase() { return m_secured->newBase(); }
    //! Everything that the settings of this account hold.
    [[nodiscard]] QByteArray settings() const;

private:
    QTemporaryDir m_config;
    std::unique_ptr<test::SecuredServer> m_secured;
};

//! The page of the base, opened from the window.
class DatabasePage
{
public:
    explicit DatabasePage(WindowFixture &fixture, DatabaseOrigin origin = DatabaseOrigin::Settings);
    //! One that is open.
    explicit DatabasePage(const MainWindow &window);

    [[nodiscard]] DatabaseDialog &dialog() const { return *m_dialog; }
    template <typename Widget>
    [[nodiscard]] Widget *in(const char *name) const
    {
        return recoupe::in<Widget>(*m_dialog, name);
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return in<QPushButton>(name); }
    void type(const char *name, const QString &text) const;
    void choose(const char *name, const char *token) const;
    //! Fills a server in, verified by that authority.
    void typeServer(const DatabaseUrl &url, const QString &secret) const;
    void typeFile(const QString &file) const;
    [[nodiscard]] bool isRunning() const
    {
        return m_dialog->findChild<JobProgress *>()->isVisible();
    }
    //! Presses a button and waits for its job.
    void run(const char *name) const;
    //! All that is said of a base, each sentence with its sign, in plain spaces.
    [[nodiscard]] QString said() const;

private:
    DatabaseDialog *m_dialog;
};

} // namespace recoupe
