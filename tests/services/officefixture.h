// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"

#include <QTemporaryDir>

namespace recoupe {

//! A back office on an empty base of its own, in a folder that goes with it.
class OfficeFixture
{
public:
    explicit OfficeFixture(QDate today = QDate(2026, 11, 23));

    [[nodiscard]] BackOffice &office() { return m_office; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Writes a file into the folder and gives its path.
    QString write(const QString &name, const QByteArray &content) const;

    //! The checked session of that LHEO numero; the test fails where there is none.
    [[nodiscard]] CheckedSession session(const QString &numero);
    [[nodiscard]] WorkspacePtr workspace();

private:
    QTemporaryDir m_folder;
    BackOffice m_office;
};

//! What one LHEO session of feedOf() says.
struct FeedSession
{
    QString numero = QStringLiteral("SE_1");
    QString start = QStringLiteral("20270301");
    QString end = QStringLiteral("20270630");
    QString recruitment = QStringLiteral("1");
    QString market = QStringLiteral("P2651401");
    QString city = QStringLiteral("Thiers");
};

//! An LHEO 2.3 feed with one formation, AF_1, and these sessions, paid by Pôle emploi as AFC.
[[nodiscard]] QByteArray feedOf(const QList<FeedSession> &sessions,
                                const QString &title = QStringLiteral("Soudeur"));
//! Notifications of Pôle emploi for these market numbers, all awarded to feedOf()'s mandataire.
[[nodiscard]] QByteArray awardsOf(const QStringList &markets);

} // namespace recoupe
