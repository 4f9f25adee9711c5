// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/officefixture.h"

#include <set>

namespace recoupe {

using SessionKeys = std::set<SessionKey>;

//! The sessions of an LHEO feed of ours, read as any other; the test stops where the reader has
//! anything to say.
[[nodiscard]] QList<TrainingSession> sessionsOfFeed(const QString &fileName);
[[nodiscard]] SessionKeys keysOf(const QList<TrainingSession> &sessions);
//! The files of a folder and of those in it, hidden ones too, each from that folder on, in order.
[[nodiscard]] QStringList filesUnder(const QString &folder);

//! The demonstration's data with all that conforms activated, and partners that have folders.
class ExportFixture : public OfficeFixture
{
public:
    ExportFixture();

    [[nodiscard]] ExportService exports() { return office().exports(); }
    void set(const QMap<QString, QString> &settings);
    //! Makes a folder, path("chez-" and the partner's token), the partner's destination; its path.
    QString giveDestination(Partner partner);
    //! Prepares and sends as a user does with one click; the test stops where that is refused.
    Delivery sent(Partner partner, const QString &confirmation = {});

    //! Prepares and does not send; the test stops where that is refused.
    Delivery prepared(Partner partner);

    //! The sessions that belong to that audience.
    [[nodiscard]] SessionKeys audience(bool Audience::*member);
    //! The active AFC sessions of the Région, which SESAR gets.
    [[nodiscard]] QList<SessionKey> activeForSesar();
    void deactivate(const SessionKeys &keys);
    //! Takes all that the table shows away from AUDE, and has the smallest fall ask first there.
    void makeAudeFall();

    //! A file of SESAR's that says \a status of those sessions of a delivery; its path.
    [[nodiscard]] QString acknowledgementOf(const QString &delivery, const QList<SessionKey> &keys,
                                            const char *status = "accepte") const;
};

} // namespace recoupe
