// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/vocabulary.h"

#include "core/textfolding.h"
#include "core/tokentable.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

struct FunderLabel
{
    Funder funder;
    QDate from;
    const char *of;       //!< to be translated, with a place for the name
    const char16_t *name; //!< its own, in any language
    const char16_t *shortName;
};

// Newest first within a funder: the first row that had begun on the day is the one. The others
// have no name of their own.
const auto &funderLabels()
{
    static const std::array labels{
        FunderLabel{Funder::Region, QDate(2016, 1, 1), QT_TRANSLATE_NOOP("Recoupe", "du %1"),
                    u"Conseil régional Auvergne-Rhône-Alpes", u"CR AuRA"},
        FunderLabel{Funder::Region, QDate(), QT_TRANSLATE_NOOP("Recoupe", "du %1"),
                    u"Conseil régional d'Auvergne", u"CRA"},
        FunderLabel{Funder::PoleEmploi, QDate(2024, 1, 1), QT_TRANSLATE_NOOP("Recoupe", "de %1"),
                    u"France Travail", u"FT"},
        FunderLabel{Funder::PoleEmploi, QDate(), QT_TRANSLATE_NOOP("Recoupe", "de %1"),
                    u"Pôle emploi", u"PE"},
        FunderLabel{Funder::Agefiph, QDate(), QT_TRANSLATE_NOOP("Recoupe", "de l'%1"), u"Agefiph",
                    u"Agefiph"},
    };
    return labels;
}

const FunderLabel &labelOf(Funder funder, QDate on)
{
    const auto &labels = funderLabels();
    return *std::ranges::find_if(labels, [&](const FunderLabel &label) {
        return label.funder == funder && (!label.from.isValid() || label.from <= on);
    });
}

constexpr std::array funderTokens{
    Token{Funder::Region, u"region"},
    Token{Funder::PoleEmploi, u"pole-emploi"},
    Token{Funder::Agefiph, u"agefiph"},
    Token{Funder::Other, u"other"},
};
constexpr std::array schemeTokens{
    Token{Scheme::Unknown, u"unknown"}, Token{Scheme::Afc, u"afc"},
    Token{Scheme::Afe, u"afe"},         Token{Scheme::Poec, u"poec"},
    Token{Scheme::Sieg, u"sieg"},       Token{Scheme::Other, u"other"},
};
constexpr std::array recruitmentTokens{
    Token{RecruitmentState::Unknown, u"unknown"},
    Token{RecruitmentState::Open, u"open"},
    Token{RecruitmentState::Suspended, u"suspended"},
    Token{RecruitmentState::Closed, u"closed"},
};
constexpr std::array entryModeTokens{
    Token{EntryMode::Unknown, u"unknown"},
    Token{EntryMode::Fixed, u"fixed"},
    Token{EntryMode::Permanent, u"permanent"},
};

} // namespace

Funder funderOfLheoCode(int code)
{
    switch (code) {
    case 2: return Funder::Region;
    case 4: return Funder::PoleEmploi;
    case 7: return Funder::Agefiph;
    default: return Funder::Other;
    }
}

QString toToken(Funder funder)
{
    return tokenOf(funderTokens, funder);
}

std::optional<Funder> funderFromToken(QStringView token)
{
    return valueOf(funderTokens, token);
}

std::optional<Funder> funderFromName(QStringView name)
{
    const QString key = folded(name).replace(u'-', u' ');
    if (key == u"cr" || key == u"cra" || key == u"cr aura" || key.contains(u"region"))
        return Funder::Region;
    if (key == u"pe" || key == u"ft" || key.contains(u"pole emploi") ||
        key.contains(u"france travail"))
        return Funder::PoleEmploi;
    if (key.contains(u"agefiph"))
        return Funder::Agefiph;
    return std::nullopt;
}

QString funderName(Funder funder, QDate on)
{
    if (funder == Funder::Other)
        return Tr::tr("Autre financeur");
    return QString::fromUtf16(labelOf(funder, on).name);
}

QString ofFunder(Funder funder, QDate on)
{
    if (funder == Funder::Other)
        return Tr::tr("d'un autre financeur");
    const FunderLabel &label = labelOf(funder, on);
    return Tr::tr(label.of).arg(QString::fromUtf16(label.name));
}

QString funderShortName(Funder funder, QDate on)
{
    if (funder == Funder::Other)
        return Tr::tr("Autre");
    return QString::fromUtf16(labelOf(funder, on).shortName);
}

QString toToken(Scheme scheme)
{
    return tokenOf(schemeTokens, scheme);
}

Scheme schemeFromText(QStringView text)
{
    struct Pattern
    {
        Scheme scheme;
        QStringView initials; //!< as nearly everybody writes it: told without the words
        QRegularExpression words;
    };
    // Whole words only: a surname or a programme's own name may hold the letters.
    static const std::array patterns{
        Pattern{Scheme::Poec, u"poec",
                QRegularExpression(QStringLiteral(
                    "\\b(poec|poe[ -]?collective|preparation operationnelle a l'emploi)\\b"))},
        Pattern{Scheme::Sieg, u"sieg", QRegularExpression(QStringLiteral("\\bsieg\\b"))},
        Pattern{
            Scheme::Afe, u"afe",
            QRegularExpression(QStringLiteral("\\b(afe|action de formation experimentale)\\b"))},
        Pattern{
            Scheme::Afc, u"afc",
            QRegularExpression(QStringLiteral("\\b(afc|action de formation conventionnee)\\b"))},
    };
    const QString key = folded(text);
    const auto known = std::ranges::find(patterns, QStringView(key), &Pattern::initials);
    if (known != patterns.end())
        return known->scheme;
    if (isPlaceholder(text))
        return Scheme::Unknown;
    for (const Pattern &pattern : patterns) {
        if (pattern.words.match(key).hasMatch())
            return pattern.scheme;
    }
    return Scheme::Other;
}

QString schemeName(Scheme scheme)
{
    return scheme == Scheme::Unknown || scheme == Scheme::Other ? QString()
                                                                : toToken(scheme).toUpper();
}

QString toToken(RecruitmentState state)
{
    return tokenOf(recruitmentTokens, state);
}

std::optional<RecruitmentState> recruitmentFromToken(QStringView token)
{
    return valueOf(recruitmentTokens, token);
}

RecruitmentState recruitmentFromLheo(QStringView code)
{
    const QStringView trimmed = code.trimmed();
    return trimmed == u"1"   ? RecruitmentState::Open
           : trimmed == u"2" ? RecruitmentState::Closed
           : trimmed == u"3" ? RecruitmentState::Suspended
                             : RecruitmentState::Unknown;
}

QString toToken(EntryMode mode)
{
    return tokenOf(entryModeTokens, mode);
}

EntryMode entryModeFromToken(QStringView token)
{
    return valueOf(entryModeTokens, token).value_or(EntryMode::Unknown);
}

EntryMode entryModeFromLheo(QStringView code)
{
    const QStringView trimmed = code.trimmed();
    return trimmed == u"0"   ? EntryMode::Fixed
           : trimmed == u"1" ? EntryMode::Permanent
                             : EntryMode::Unknown;
}

} // namespace recoupe
