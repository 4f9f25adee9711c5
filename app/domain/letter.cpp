// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/letter.h"

#include "core/tokentable.h"

namespace recoupe {

namespace {

constexpr std::array kindTokens{Token{LetterKind::Correction, u"correction"},
                                Token{LetterKind::Reminder, u"reminder"},
                                Token{LetterKind::Table, u"table"}};
constexpr std::array channelTokens{Token{LetterChannel::Draft, u"draft"},
                                   Token{LetterChannel::Copy, u"copy"},
                                   Token{LetterChannel::Mail, u"mail"}};
constexpr QLatin1String wordsFollow(": ");

} // namespace

QString WrittenReason::toToken() const
{
    const QString token = recoupe::toToken(reason);
    return words.isEmpty() ? token : token + wordsFollow + words;
}

std::optional<WrittenReason> WrittenReason::fromToken(QStringView token)
{
    const qsizetype end = token.indexOf(wordsFollow);
    const std::optional<ReturnReason> reason =
        returnReasonFromToken(end < 0 ? token : token.first(end));
    if (!reason)
        return std::nullopt;
    return WrittenReason{*reason,
                         end < 0 ? QString() : token.sliced(end + wordsFollow.size()).toString()};
}

QString WrittenReason::inWords() const
{
    return words.isEmpty() ? returnReasonName(reason) : words;
}

QString toToken(LetterKind kind)
{
    return tokenOf(kindTokens, kind);
}

QString toToken(LetterChannel channel)
{
    return tokenOf(channelTokens, channel);
}

std::optional<LetterKind> letterKindFromToken(QStringView token)
{
    return valueOf(kindTokens, token);
}

std::optional<LetterChannel> letterChannelFromToken(QStringView token)
{
    return valueOf(channelTokens, token);
}

} // namespace recoupe
