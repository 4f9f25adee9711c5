// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/programfixture.h"

#include <QProcessEnvironment>

#include <functional>

namespace recoupe::test {

//! How a run ended that was struck in its middle.
struct StruckRun
{
    Run run;
    bool wasStruck = false; //!< it had not ended before
    qint64 milliseconds = 0;
};

//! The program itself on one base, whichever, on 2026-11-23 and for Odile.
class ProgramRun
{
public:
    //! \a folder: where it works.
    ProgramRun(QString url, QString folder);

    //! For all runs from now on.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QStringList options{QStringLiteral("--operator"), QStringLiteral("Odile"),
                        QStringLiteral("--today"), QStringLiteral("2026-11-23")};

    //! Status -1 where it crashed or did not end in two minutes.
    [[nodiscard]] Run operator()(const QStringList &arguments) const;
    //! The arguments in one line, between spaces.
    [[nodiscard]] Run operator()(const char *arguments) const;
    //! Strikes it after that time, unless it ended before: kills it, or does \a strike and waits
    //! for its end.
    [[nodiscard]] StruckRun struck(const QStringList &arguments, int afterMs,
                                   const std::function<void()> &strike = {}) const;
    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] QString path(const QString &name) const;

private:
    void start(QProcess &process, const QStringList &arguments) const;

    QString m_url;
    QString m_folder;
};

//! The words of a line, between spaces.
[[nodiscard]] QStringList words(const char *line);

} // namespace recoupe::test
