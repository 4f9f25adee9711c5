// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/trainingsession.h"

#include <QList>

namespace recoupe {

//! A line for SESAR: a session that is now active on the portal, or no longer.
struct SesarActivation
{
    SessionKey key;
    bool active = true;
    QString marketNumber;
    QString title;
    PartialDate start;
    PartialDate end;
    QString place;

    friend bool operator==(const SesarActivation &, const SesarActivation &) = default;
};

//! What SESAR answers to a line.
struct SesarAnswer
{
    SessionKey key;
    bool accepted = true;
    QString reason; //!< of a refusal

    friend bool operator==(const SesarAnswer &, const SesarAnswer &) = default;
};

//! Writes the lines as CSV for a machine (UTF-8, `;`), all or nothing.
[[nodiscard]] Result<> writeSesarActivations(const QString &fileName, const QString &deliveryKey,
                                             const QList<SesarActivation> &activations);

//! An acknowledgement file that was read.
struct SesarAcknowledgement
{
    QString deliveryKey;
    QList<SesarAnswer> answers;
};

//! Reads the acknowledgement: a table (csv, xlsx, ods) with the lines' own columns `envoi`,
//! `numero_formation`, `numero_action`, `numero_session` and beside them `statut` (accepte, refuse)
//! and `motif`. A row that cannot be read makes the whole file one that is refused, with file,
//! line, column and value.
[[nodiscard]] Result<SesarAcknowledgement> readSesarAcknowledgement(const QString &fileName);

} // namespace recoupe
