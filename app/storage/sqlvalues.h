// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/awardnotification.h"
#include "domain/decision.h"
#include "domain/delivery.h"
#include "domain/letter.h"
#include "domain/marketnumber.h"
#include "domain/partialdate.h"
#include "domain/returnreason.h"
#include "domain/vocabulary.h"
#include "storage/jsontext.h"

#include <QDateTime>
#include <QVariant>

#include <array>
#include <optional>

//! How each type of the domain stands in a column, both ways. A text is never NULL; a missing
//! number or day is.
namespace recoupe {

inline QVariant toSql(int value)
{
    return value;
}
inline QVariant toSql(qint64 value)
{
    return value;
}
inline QVariant toSql(bool value)
{
    return int(value);
}
inline QVariant toSql(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}
inline QVariant toSql(const QByteArray &value)
{
    return value.isNull() ? QByteArrayLiteral("") : value;
}
// "2026-02-01" by hand: Qt's own conversion takes twenty times as long, and an import makes
// millions of these.
inline QVariant toSql(QDate value)
{
    if (!value.isValid())
        return {};
    int year = 0;
    int month = 0;
    int day = 0;
    value.getDate(&year, &month, &day);
    const auto digit = [](int number) { return QChar(u'0' + number % 10); };
    const std::array text{digit(year / 1000), digit(year / 100), digit(year / 10), digit(year),
                          QChar(u'-'),        digit(month / 10), digit(month),     QChar(u'-'),
                          digit(day / 10),    digit(day)};
    return QString(text.data(), qsizetype(text.size()));
}
inline QVariant toSql(const QDateTime &value)
{
    return value.toMSecsSinceEpoch();
}
inline QVariant toSql(const PartialDate &value)
{
    return toSql(value.toLheo());
}
inline QVariant toSql(Funder value)
{
    return toToken(value);
}
inline QVariant toSql(RecruitmentState value)
{
    return toToken(value);
}
inline QVariant toSql(EntryMode value)
{
    return toToken(value);
}
inline QVariant toSql(PlaceScope value)
{
    return toToken(value);
}
inline QVariant toSql(ReturnReason value)
{
    return toToken(value);
}
inline QVariant toSql(const AwardKey &value)
{
    return value.toToken();
}
inline QVariant toSql(DecisionSubject value)
{
    return toToken(value);
}
inline QVariant toSql(DecisionKind value)
{
    return toToken(value);
}
inline QVariant toSql(Partner value)
{
    return toToken(value);
}
inline QVariant toSql(Transport value)
{
    return toToken(value);
}
inline QVariant toSql(DeliveryState value)
{
    return toToken(value);
}
inline QVariant toSql(ExportChange value)
{
    return toToken(value);
}
inline QVariant toSql(LetterKind value)
{
    return toToken(value);
}
inline QVariant toSql(LetterChannel value)
{
    return toToken(value);
}
// A text, hence never NULL: empty stands for no reason.
inline QVariant toSql(const std::optional<WrittenReason> &value)
{
    return toSql(value ? value->toToken() : QString());
}
inline QVariant toSql(const MarketNumber &value)
{
    return toSql(value.text());
}
template <typename Value>
QVariant toSql(const std::optional<Value> &value)
{
    return value ? toSql(*value) : QVariant();
}
//! A moment that may be none.
inline std::optional<QDateTime> orNull(const QDateTime &time)
{
    return time.isValid() ? std::optional(time) : std::nullopt;
}
template <JsonStored Value>
QVariant toSql(const Value &value)
{
    return toSql(toJsonText(value));
}

//! A column whose type does not matter, as it stands.
inline void fromSql(const QVariant &column, QVariant &value)
{
    value = column;
}
inline void fromSql(const QVariant &column, int &value)
{
    value = column.toInt();
}
inline void fromSql(const QVariant &column, qint64 &value)
{
    value = column.toLongLong();
}
inline void fromSql(const QVariant &column, bool &value)
{
    value = column.toInt() != 0;
}
inline void fromSql(const QVariant &column, QString &value)
{
    value = column.toString();
}
inline void fromSql(const QVariant &column, QByteArray &value)
{
    value = column.toByteArray();
}
inline void fromSql(const QVariant &column, QDate &value)
{
    value = PartialDate::fromLheo(column.toString()).value_or(PartialDate()).exact();
}
inline void fromSql(const QVariant &column, QDateTime &value)
{
    value = column.isNull() ? QDateTime()
                            : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}
inline void fromSql(const QVariant &column, PartialDate &value)
{
    value = PartialDate::fromLheo(column.toString()).value_or(PartialDate());
}
inline void fromSql(const QVariant &column, Funder &value)
{
    value = funderFromToken(column.toString()).value_or(Funder::Other);
}
inline void fromSql(const QVariant &column, RecruitmentState &value)
{
    value = recruitmentFromToken(column.toString()).value_or(RecruitmentState::Unknown);
}
inline void fromSql(const QVariant &column, EntryMode &value)
{
    value = entryModeFromToken(column.toString());
}
inline void fromSql(const QVariant &column, PlaceScope &value)
{
    value = placeScopeFromToken(column.toString());
}
inline void fromSql(const QVariant &column, ReturnReason &value)
{
    value = returnReasonFromToken(column.toString()).value_or(ReturnReason::Other);
}
inline void fromSql(const QVariant &column, AwardKey &value)
{
    value = AwardKey::fromToken(column.toString()).value_or(AwardKey());
}
inline void fromSql(const QVariant &column, DecisionSubject &value)
{
    value = decisionSubjectFromToken(column.toString());
}
inline void fromSql(const QVariant &column, DecisionKind &value)
{
    value = decisionKindFromToken(column.toString());
}
inline void fromSql(const QVariant &column, Partner &value)
{
    value = partnerFromToken(column.toString()).value_or(Partner::Portal);
}
inline void fromSql(const QVariant &column, Transport &value)
{
    value = transportFromToken(column.toString());
}
inline void fromSql(const QVariant &column, DeliveryState &value)
{
    value = deliveryStateFromToken(column.toString());
}
inline void fromSql(const QVariant &column, ExportChange &value)
{
    value = exportChangeFromToken(column.toString());
}
inline void fromSql(const QVariant &column, LetterKind &value)
{
    value = letterKindFromToken(column.toString()).value_or(LetterKind::Correction);
}
inline void fromSql(const QVariant &column, LetterChannel &value)
{
    value = letterChannelFromToken(column.toString()).value_or(LetterChannel::Draft);
}
inline void fromSql(const QVariant &column, std::optional<WrittenReason> &value)
{
    value = WrittenReason::fromToken(column.toString());
}
inline void fromSql(const QVariant &column, MarketNumber &value)
{
    value = MarketNumber(column.toString());
}
template <typename Value>
void fromSql(const QVariant &column, std::optional<Value> &value)
{
    value.reset();
    if (!column.isNull())
        fromSql(column, value.emplace());
}
template <JsonStored Value>
void fromSql(const QVariant &column, Value &value)
{
    fromJsonText(column.toString(), value);
}

} // namespace recoupe
