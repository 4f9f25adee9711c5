// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QProcess>
#include <QStringList>

namespace recoupe::test {

//! A port of the loopback that nobody listens on.
[[nodiscard]] quint16 freePort();

//! Where a program is, also in the folders of the administrator; NotFound with the package that
//! brings it.
[[nodiscard]] Result<QString> findProgram(const QString &name, const QString &package);

//! Runs a program to its end; the failure holds what it says.
[[nodiscard]] Result<> runProgram(const QString &program, const QStringList &arguments,
                                  const QString &folder);

//! Writes a file that a server reads.
[[nodiscard]] Result<> writePeerFile(const QString &path, const QByteArray &content);

//! Whatever proxies the machine has, the peers are asked without.
void forgetProxies();

//! Starts a server and waits until somebody listens on that port.
[[nodiscard]] Result<> startServer(QProcess &process, const QString &program,
                                   const QStringList &arguments, quint16 port);
//! Ends it at once.
void killServer(QProcess &process);

} // namespace recoupe::test
