// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/retention.h"

#include "core/tokentable.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int mostMonths = 600;

constexpr std::array recordTokens{
    Token{RetainedRecord::Submissions, u"submissions"},
    Token{RetainedRecord::Letters, u"letters"},
    Token{RetainedRecord::Rejections, u"rejections"},
    Token{RetainedRecord::Notes, u"notes"},
    Token{RetainedRecord::DeliveryDetails, u"delivery-details"},
};
static_assert(recordTokens.size() == retainedRecords.size());

int standardMonths(RetainedRecord record)
{
    switch (record) {
    case RetainedRecord::Rejections: return 12;
    case RetainedRecord::Submissions:
    case RetainedRecord::DeliveryDetails: return 24;
    case RetainedRecord::Letters:
    case RetainedRecord::Notes: break;
    }
    return 36;
}

std::optional<RetainedRecord> recordOf(const QString &setting)
{
    const auto found = std::ranges::find_if(retainedRecords, [&](RetainedRecord record) {
        return retentionSetting(record) == setting;
    });
    return found == retainedRecords.end() ? std::nullopt : std::optional(*found);
}

std::optional<int> monthsFrom(const QString &text)
{
    bool isNumber = false;
    const int months = text.toInt(&isNumber);
    return isNumber && months >= 1 && months <= mostMonths ? std::optional(months) : std::nullopt;
}

} // namespace

QString toToken(RetainedRecord record)
{
    return tokenOf(recordTokens, record);
}

QString retentionSetting(RetainedRecord record)
{
    return QStringLiteral("retention/%1-months").arg(toToken(record));
}

int retentionMonths(RetainedRecord record, const QMap<QString, QString> &texts)
{
    return monthsFrom(texts.value(retentionSetting(record))).value_or(standardMonths(record));
}

QDateTime keptSince(RetainedRecord record, const QMap<QString, QString> &texts,
                    const QDateTime &now)
{
    return now.addMonths(-retentionMonths(record, texts));
}

std::optional<QString> defaultRetentionSetting(const QString &name)
{
    const std::optional<RetainedRecord> record = recordOf(name);
    return record ? std::optional(QString::number(standardMonths(*record))) : std::nullopt;
}

QString retentionSettingDefect(const QString &name, const QString &text)
{
    if (!recordOf(name) || monthsFrom(text))
        return {};
    return Tr::tr("« %1 » ne convient pas au réglage « %2 » : il faut un nombre de mois, de 1 à "
                  "%3.")
        .arg(text, name)
        .arg(mostMonths);
}

} // namespace recoupe
