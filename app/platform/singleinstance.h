// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>
#include <QStringList>

class QLocalServer;

namespace recoupe {

//! Lets one window per base and user run: a second start hands its files to the first and leaves.
//! The lock file decides who is first, so that a socket left by a crash does not.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    //! \a subject: what one window is enough for, such as the address of the base.
    explicit SingleInstance(const QString &subject, QObject *parent = nullptr);

    //! Whether this is the first; it then listens to the others.
    [[nodiscard]] bool becomeFirst();
    //! Asks the first one to come forward with these files; false when it does not answer.
    [[nodiscard]] bool handOver(const QStringList &files) const;

Q_SIGNALS:
    //! Another start asks to come forward; \a files may be empty.
    void called(const QStringList &files);

private:
    void listen();
    void receive();

    QString m_name;
    QLockFile m_lock;
    QLocalServer *m_server;
};

} // namespace recoupe
