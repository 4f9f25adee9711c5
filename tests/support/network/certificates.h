// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QTemporaryDir>

namespace recoupe::test {

//! An authority and certificates of its own for servers on 127.0.0.1, made by openssl.
class Certificates
{
public:
    //! NotFound where there is no openssl.
    [[nodiscard]] Result<> make();

    //! Of good, expired, otherhost and selfsigned.
    [[nodiscard]] QString certificate(const QString &name) const;
    [[nodiscard]] QString key(const QString &name) const;
    [[nodiscard]] QString authority() const;

private:
    [[nodiscard]] Result<> makeSigned(const QString &name, const QString &host, int days) const;
    [[nodiscard]] Result<> openssl(const QStringList &arguments) const;

    QString m_program;
    QTemporaryDir m_folder;
};

} // namespace recoupe::test
