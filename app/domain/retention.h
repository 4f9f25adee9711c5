// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

//! How long is kept what may speak of persons and is not needed any more (GDPR, article 5.1 e).
namespace recoupe {

enum class RetainedRecord
{
    Submissions,    //!< what the portal sent before what stands, of sessions that were verified
    Letters,        //!< as they left
    Rejections,     //!< lines that imports left out
    Notes,          //!< on sessions
    DeliveryDetails //!< what was shown of each session that was sent; that it was sent stays
};
inline constexpr std::array retainedRecords{RetainedRecord::Submissions, RetainedRecord::Letters,
                                            RetainedRecord::Rejections, RetainedRecord::Notes,
                                            RetainedRecord::DeliveryDetails};

//! submissions, letters, rejections, notes, delivery-details.
[[nodiscard]] QString toToken(RetainedRecord record);
//! "retention/letters-months".
[[nodiscard]] QString retentionSetting(RetainedRecord record);

//! Months, by the settings; the standard ones where none is kept or it makes no sense.
[[nodiscard]] int retentionMonths(RetainedRecord record, const QMap<QString, QString> &texts);
//! What came before it is not kept.
[[nodiscard]] QDateTime keptSince(RetainedRecord record, const QMap<QString, QString> &texts,
                                  const QDateTime &now);

//! The program's own text under that name; nothing where it is no setting of these.
[[nodiscard]] std::optional<QString> defaultRetentionSetting(const QString &name);
//! Why a text is no value of that setting, as a French sentence; empty when it is one, or the name
//! is none of these.
[[nodiscard]] QString retentionSettingDefect(const QString &name, const QString &text);

} // namespace recoupe
