// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/siegtitle.h"

#include "core/textfolding.h"
#include "domain/departement.h"
#include "rules/wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

//! « SIEG : les intitulés sont les suivants », founding document. %1 stands for the département.
struct SegmentTitle
{
    int segment;
    const char16_t *pattern;
};
constexpr int workshopSegment = 2;
constexpr std::array segmentTitles{
    SegmentTitle{1, u"Remise à niveau %1 – (Réactif)"},
    SegmentTitle{workshopSegment, u"Atelier multisectoriel"},
    SegmentTitle{3, u"Ecole de la deuxième chance – ER2C %1"},
};

//! No case, no accents, one kind of dash, no spaces round it.
QString titleKey(const QString &title)
{
    return folded(title)
        .replace(QLatin1String(" -"), QLatin1String("-"))
        .replace(QLatin1String("- "), QLatin1String("-"));
}

//! 1 to 3; 0 when neither the session nor its notification gives one.
int segmentOf(const SessionCase &subject)
{
    static const QRegularExpression named(QStringLiteral("\\b(?:sieg|segment)[ -]*([1-3])\\b"));
    const Funding *funding = subject.funding;
    if (funding && funding->siegSegment > 0)
        return funding->siegSegment;
    const int written = funding ? named.match(folded(funding->scheme)).captured(1).toInt() : 0;
    return written > 0 || !subject.award ? written : subject.award->siegSegment;
}

//! As number and as name, for every département that the title may name.
bool isDepartement(QStringView key, const SessionCase &subject)
{
    const auto isNamed = [key](const QString &code) {
        const QString name = titleKey(departementName(code));
        return !name.isEmpty() &&
               (key == titleKey(code) || key == name || key == QString(name).replace(u'-', u' '));
    };
    return std::ranges::any_of(subject.settings.departements, isNamed) ||
           isNamed(subject.session.place.departement());
}

bool isTitleOf(const SegmentTitle &prescribed, const SessionCase &subject, const QString &key)
{
    const QString pattern = titleKey(QString::fromUtf16(prescribed.pattern));
    const qsizetype at = pattern.indexOf(u"%1");
    if (at < 0)
        return key == pattern;
    const QStringView before = QStringView(pattern).first(at);
    const QStringView behind = QStringView(pattern).sliced(at + 2);
    const qsizetype length = key.size() - before.size() - behind.size();
    return length > 0 && key.startsWith(before) && key.endsWith(behind) &&
           isDepartement(QStringView(key).sliced(at, length), subject);
}

bool concerns(const SegmentTitle &prescribed, int segment)
{
    return segment == 0 || prescribed.segment == segment;
}

} // namespace

bool isRegionSieg(const SessionCase &subject)
{
    return subject.funder() == Funder::Region && subject.scheme == Scheme::Sieg;
}

bool isWorkshop(const SessionCase &subject)
{
    if (!isRegionSieg(subject))
        return false;
    const int segment = segmentOf(subject);
    return segment == workshopSegment ||
           (segment == 0 && titleKey(subject.action.title).startsWith(u"atelier multisectoriel"));
}

bool hasSiegTitle(const SessionCase &subject)
{
    const QString key = titleKey(subject.action.title);
    const int segment = segmentOf(subject);
    return std::ranges::any_of(segmentTitles, [&](const SegmentTitle &prescribed) {
        return concerns(prescribed, segment) && isTitleOf(prescribed, subject, key);
    });
}

bool hasPrescribedTitle(const SessionCase &subject)
{
    return isRegionSieg(subject) && hasSiegTitle(subject);
}

QString siegTitleExpected(const SessionCase &subject)
{
    const QString place = subject.session.place.departement();
    const QString departement = departementName(place).isEmpty() ? RulesTr::tr("+ dpt") : place;
    const int segment = segmentOf(subject);
    QStringList titles;
    for (const SegmentTitle &prescribed : segmentTitles) {
        const QString pattern = QString::fromUtf16(prescribed.pattern);
        if (concerns(prescribed, segment))
            titles << (pattern.contains(u"%1") ? pattern.arg(departement) : pattern);
    }
    return titles.join(RulesTr::tr(" », ou « "));
}

} // namespace recoupe
