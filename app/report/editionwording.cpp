// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionwording.h"

#include "core/textfolding.h"
#include "domain/departement.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr QChar noBreakSpace(0x00A0);

// How much of a free text the table has room for: two or three lines of its column.
constexpr int objectiveLimit = 130;
constexpr int validationLimit = 110;
constexpr int particularityLimit = 130;
constexpr int otherPlacesLimit = 60;
constexpr int commentLimit = 60;
constexpr int schemeLimit = 40;
constexpr qsizetype meetingLimit = 2;
constexpr qsizetype telephoneLimit = 2;

QLocale french()
{
    return QLocale(QLocale::French, QLocale::France);
}

QString dash()
{
    return QStringLiteral("–");
}

//! The lines that say something.
QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QString hours(int count)
{
    // French groups thousands with a space; a line must not break there.
    QString digits = QString::number(count);
    if (digits.size() > 3)
        digits.insert(digits.size() - 3, noBreakSpace);
    return digits + noBreakSpace + u'h';
}

QString monthName(QDate day)
{
    return french().toString(day, QStringLiteral("MMMM"));
}

//! "de septembre", "d'octobre".
QString ofMonth(QDate day)
{
    const QString name = monthName(day);
    const bool elides = QStringLiteral("aeiouyé").contains(name.front());
    return (elides ? QStringLiteral("d'") : QStringLiteral("de ")) + name;
}

//! How one date is said after "from", after "to" and alone.
struct DateWords
{
    QString from;  //!< "du 12/01/2027", "de septembre 2027"
    QString to;    //!< "au 30/04/2027", "à avril 2027"
    QString since; //!< "à partir du 12/01/2027"
    QString until; //!< "jusqu'au 30/04/2027"
    QString alone; //!< "le 12/01/2027", "septembre 2027"
};

DateWords wordsOf(const PartialDate &date)
{
    const QDate first = date.earliest();
    const QString year = first.toString(QStringLiteral("yyyy"));
    switch (date.precision()) {
    case PartialDate::Precision::Day: {
        const QString day = shortDate(first);
        return {Tr::tr("du %1").arg(day), Tr::tr("au %1").arg(day),
                Tr::tr("à partir du %1").arg(day), Tr::tr("jusqu'au %1").arg(day),
                Tr::tr("le %1").arg(day)};
    }
    case PartialDate::Precision::Month: {
        const QString month = monthName(first) + u' ' + year;
        const QString of = ofMonth(first) + u' ' + year;
        return {of, Tr::tr("à %1").arg(month), Tr::tr("à partir %1").arg(of),
                Tr::tr("jusqu'en %1").arg(month), month};
    }
    case PartialDate::Precision::Year:
        return {Tr::tr("de %1").arg(year), Tr::tr("à %1").arg(year),
                Tr::tr("à partir de %1").arg(year), Tr::tr("jusqu'en %1").arg(year),
                Tr::tr("en %1").arg(year)};
    default: return {};
    }
}

//! The start of a period whose end names the same year: "du 12/01", "de septembre".
QString fromWithinYear(const PartialDate &start)
{
    return start.isDay() ? Tr::tr("du %1").arg(start.exact().toString(QStringLiteral("dd/MM")))
                         : ofMonth(start.earliest());
}

QString periodWords(const PartialDate &start, const PartialDate &end)
{
    if (!start.isKnown() && !end.isKnown())
        return Tr::tr("à préciser");
    if (!start.isKnown())
        return wordsOf(end).until;
    if (!end.isKnown())
        return wordsOf(start).since;
    if (start == end)
        return wordsOf(start).alone;
    const bool sameYear = start.precision() == end.precision() &&
                          start.precision() != PartialDate::Precision::Year &&
                          start.earliest().year() == end.earliest().year();
    return (sameYear ? fromWithinYear(start) : wordsOf(start).from) + u' ' + wordsOf(end).to;
}

//! "9 h 00" from "9h", "09:00", "9 h 5"; empty for anything else.
QString clockWords(const QString &written)
{
    static const QRegularExpression clock(
        QStringLiteral("^(\\d{1,2})\\s*(?:[hH:](?:eures?)?)\\s*(\\d{1,2})?\\s*(?:mn|min)?$"));
    const auto match = clock.match(written);
    if (!match.hasMatch())
        return {};
    return QString::number(match.captured(1).toInt()) + noBreakSpace + u'h' + noBreakSpace +
           match.captured(2).rightJustified(2, u'0');
}

//! " à 9 h 00", " de 9 h 00 à 12 h 00"; what is not a time of day as it was written.
QString timeSpan(const InfoMeeting &meeting)
{
    const QString written = printable(meeting.startTime);
    const QString start = clockWords(written);
    const QString end = clockWords(printable(meeting.endTime));
    if (start.isEmpty())
        return written.isEmpty() ? QString() : u' ' + written;
    if (end.isEmpty() || start == end)
        return u' ' + Tr::tr("à %1").arg(start);
    return u' ' + Tr::tr("de %1 à %2").arg(start, end);
}

//! "Maison de l'emploi de Thiers" names Thiers: a reader need not be told twice.
bool namesPlace(const QString &site, const QString &city)
{
    const auto padded = [](const QString &text) {
        return u' ' + folded(text).replace(u'-', u' ') + u' ';
    };
    return padded(site).contains(padded(city));
}

QString meetingLine(const InfoMeeting &meeting)
{
    QStringList parts;
    const QString when = wordsOf(meeting.date).alone;
    parts << (meeting.date.precision() == PartialDate::Precision::Month ? Tr::tr("en %1").arg(when)
                                                                        : when) +
                 timeSpan(meeting);
    const QString name = printable(meeting.place.name);
    const QString site = name.isEmpty() ? printable(meeting.place.lines.value(0)) : name;
    const QString city = printable(meeting.place.city);
    parts << site;
    if (!namesPlace(site, city))
        parts << city;
    parts.removeAll(QString());
    const QString line = parts.join(QStringLiteral(", "));
    const QString comment = shortened(printable(meeting.comment), commentLimit);
    if (comment.isEmpty() || comment == site)
        return line;
    return line + (comment.front().isUpper() ? QStringLiteral(". ") : QStringLiteral(", ")) +
           comment;
}

bool isSameOrganisation(const Organisation &one, const Organisation &other)
{
    const QString siren = sirenOf(one.siret);
    const QString otherSiren = sirenOf(other.siret);
    if (!siren.isEmpty() && !otherSiren.isEmpty())
        return siren == otherSiren;
    return folded(one.displayName()) == folded(other.displayName());
}

QString validationLine(const TrainingAction &action)
{
    QString validation = shortened(printable(action.expectedResults), validationLimit);
    while (validation.endsWith(u'.'))
        validation.chop(1);
    QString level = levelWords(action.exitLevel);
    // Most validations name their level; saying it twice helps nobody.
    const QString shortLevel = level.section(QStringLiteral(" ("), 0, 0);
    if (folded(validation).contains(folded(shortLevel)))
        level.clear();
    if (validation.isEmpty())
        return level.isEmpty() ? QString() : Tr::tr("Sortie\u00A0: %1").arg(level);
    const QString line = Tr::tr("Validation\u00A0: %1").arg(validation);
    return level.isEmpty() ? line : line + QStringLiteral(", ") + level;
}

// Some producers write HTML into texts. A bare "<", or an address in "<…>", is no tag.
QString withoutTags(QString text)
{
    static const QRegularExpression separating(
        QStringLiteral("</?(?:br|p|div|ul|ol|li|h[1-6]|table|tr|td|th)(?:\\s[^<>]*|/)?>"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression others(
        QStringLiteral("</?[A-Za-z][A-Za-z0-9:]*(?:\\s[^<>]*|/)?>"));
    if (!text.contains(u'<'))
        return text;
    return text.replace(separating, QStringLiteral(" ")).remove(others);
}

QString telephone(const QString &written)
{
    static const QRegularExpression separators(QStringLiteral("[\\s./-]"));
    static const QRegularExpression national(QStringLiteral("^0\\d{9}$"));
    static const QRegularExpression abroad(QStringLiteral("^(?:\\+|00)33(?:\\(0\\))?(\\d{9})$"));
    QString digits = QString(written).remove(separators);
    const auto match = abroad.match(digits);
    if (match.hasMatch())
        digits = u'0' + match.captured(1);
    if (!national.match(digits).hasMatch())
        return printable(written);
    for (qsizetype i = 8; i > 0; i -= 2)
        digits.insert(i, noBreakSpace);
    return digits;
}

} // namespace

QString printable(const QString &text)
{
    static const QRegularExpression beforeSign(QStringLiteral(" (?=[:;?!»])"));
    QString out = cleaned(withoutTags(text)).simplified();
    if (isPlaceholder(out))
        return {};
    out.replace(beforeSign, noBreakSpace);
    return out.replace(QStringLiteral("« "), QStringLiteral("«\u00A0"));
}

QString shortened(const QString &text, int limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype end = text.lastIndexOf(u' ', limit - 1);
    if (end < limit / 2) // one endless word: cut it, but never a character in two
        end = text.at(limit - 1).isLowSurrogate() ? limit - 2 : limit - 1;
    QString out = text.left(end);
    while (!out.isEmpty() && !out.back().isLetterOrNumber() && out.back() != u')' &&
           out.back() != u'»' && !out.back().isSurrogate()) {
        out.chop(1);
    }
    return out + u'…';
}

QString longDate(QDate day)
{
    const QString number = day.day() == 1 ? Tr::tr("1er") : QString::number(day.day());
    return number + french().toString(day, QStringLiteral(" MMMM yyyy"));
}

QString departementTitle(const QString &code)
{
    if (code.isEmpty())
        return Tr::tr("Lieu non précisé");
    const QString name = departementName(code);
    return name.isEmpty() ? Tr::tr("Département %1").arg(code)
                          : QStringLiteral("%1 (%2)").arg(name, code);
}

QString stateWords(RecruitmentState state)
{
    switch (state) {
    case RecruitmentState::Open: return Tr::tr("Ouvert");
    case RecruitmentState::Suspended: return Tr::tr("SUSPENDU");
    case RecruitmentState::Closed: return Tr::tr("Fermé");
    case RecruitmentState::Unknown: break;
    }
    return Tr::tr("Non précisé");
}

QString levelWords(const QString &lheoCode)
{
    // LHEO table "niveaux", said briefly: 2 to 8 the nomenclature of 1969, 11 to 18 that of 2019.
    struct Level
    {
        int code;
        const char16_t *words;
    };
    static constexpr std::array levels{
        Level{1, u"sans niveau spécifique"},
        Level{2, u"niveau VI"},
        Level{3, u"niveau V bis (préqualification)"},
        Level{4, u"niveau V (CAP, BEP)"},
        Level{5, u"niveau IV (baccalauréat)"},
        Level{6, u"niveau III (BTS, DUT)"},
        Level{7, u"niveau II (licence, maîtrise)"},
        Level{8, u"niveau I (au-delà de la maîtrise)"},
        Level{11, u"niveau 1 (savoirs de base)"},
        Level{12, u"niveau 2"},
        Level{13, u"niveau 3 (CAP, BEP)"},
        Level{14, u"niveau 4 (baccalauréat)"},
        Level{15, u"niveau 5 (BTS, DUT)"},
        Level{16, u"niveau 6 (licence, BUT)"},
        Level{17, u"niveau 7 (master)"},
        Level{18, u"niveau 8 (doctorat)"},
    };
    const auto level = std::ranges::find(levels, lheoCode.trimmed().toInt(), &Level::code);
    return level == levels.end() ? QString() : QString::fromUtf16(level->words);
}

QString detailsWords(const TrainingAction &action, const TrainingSession &session)
{
    QString objective = shortened(printable(action.objective), objectiveLimit);
    if (folded(objective) == folded(printable(action.title)))
        objective.clear();
    const QString particularity = shortened(printable(session.particularity), particularityLimit);
    return lines({objective, validationLine(action),
                  particularity.isEmpty() ? QString()
                                          : Tr::tr("Particularité\u00A0: %1").arg(particularity)});
}

QString delivererWords(const Organisation &mandataire, const QList<Organisation> &deliverers)
{
    QStringList others;
    bool withMandataire = false;
    for (const Organisation &deliverer : deliverers) {
        const QString name = printable(deliverer.displayName());
        if (isSameOrganisation(deliverer, mandataire))
            withMandataire = true;
        else if (!name.isEmpty() && !others.contains(name))
            others << name;
    }
    if (others.isEmpty())
        return {};
    const QString names = others.join(QStringLiteral(", "));
    return withMandataire ? Tr::tr("avec %1").arg(names) : Tr::tr("assuré par %1").arg(names);
}

QString placeWords(const Place &place, const QList<Place> &others)
{
    const QString city = printable(place.city);
    const QString postalCode = place.hasPostalCode() ? printable(place.postalCode) : QString();
    const QString main = lines({city.isEmpty() ? printable(place.name) : city, postalCode});
    if (main.isEmpty())
        return Tr::tr("à préciser");
    QStringList otherCities;
    for (const Place &other : others) {
        const QString name = printable(other.city);
        if (!name.isEmpty() && folded(name) != folded(city) && !otherCities.contains(name))
            otherCities << name;
    }
    const QString more = shortened(otherCities.join(QStringLiteral(", ")), otherPlacesLimit);
    return lines({main, more.isEmpty() ? QString() : Tr::tr("et %1").arg(more)});
}

QString datesWords(const TrainingSession &session)
{
    const QString period = periodWords(session.start, session.end);
    if (session.entryMode != EntryMode::Permanent)
        return period;
    if (!session.start.isKnown() && !session.end.isKnown())
        return Tr::tr("entrées permanentes, dates %1").arg(period);
    const bool isMonth =
        session.start == session.end && session.start.precision() == PartialDate::Precision::Month;
    return (isMonth ? Tr::tr("entrées permanentes en %1") : Tr::tr("entrées permanentes %1"))
        .arg(period);
}

QString durationWords(const Duration &duration)
{
    const int centre = duration.centreHours.value_or(0);
    const int company = duration.companyHours.value_or(0);
    const int total = duration.totalHours.value_or(0);
    const int weekly = duration.weeklyHours.value_or(0);
    QStringList parts;
    if (centre > 0)
        parts << Tr::tr("%1 en centre").arg(hours(centre));
    if (company > 0)
        parts << Tr::tr("%1 en entreprise").arg(hours(company));
    QString said = parts.join(QStringLiteral(", "));
    // Only one part is given and it is not the whole: the whole is what the reader asks for first.
    if (parts.size() == 1 && total > std::max(centre, company))
        said = Tr::tr("%1, dont %2").arg(hours(total), said);
    else if (parts.isEmpty() && total > 0)
        said = hours(total);
    const QString words =
        lines({said, weekly > 0 ? Tr::tr("%1/semaine").arg(hours(weekly)) : QString()});
    return words.isEmpty() ? dash() : words;
}

QString placesWords(const TrainingSession &session)
{
    const Funding *funding = session.checkedFunding();
    const int places = funding ? funding->places.value_or(0) : 0;
    return places > 0 ? QString::number(places) : dash();
}

QString meetingWords(const QList<InfoMeeting> &meetings, QDate from)
{
    QList<InfoMeeting> coming;
    std::ranges::copy_if(meetings, std::back_inserter(coming), [from](const InfoMeeting &meeting) {
        return meeting.date.isKnown() && meeting.date.latest() >= from;
    });
    std::ranges::stable_sort(coming, {},
                             [](const InfoMeeting &meeting) { return meeting.date.earliest(); });
    QStringList words;
    for (const InfoMeeting &meeting : coming.mid(0, meetingLimit))
        words << meetingLine(meeting);
    return words.isEmpty() ? Tr::tr("voir contact") : words.join(u'\n');
}

QString telephoneWords(const Contact &contact)
{
    QStringList numbers;
    for (const QString &written : contact.telephones)
        numbers << telephone(written);
    numbers.removeDuplicates();
    numbers.removeAll(QString());
    return numbers.mid(0, telephoneLimit).join(u'\n');
}

QString fundingWords(const TrainingSession &session, QDate on)
{
    QStringList parts{funderShortName(session.funder(), on)};
    const Funding *funding = session.checkedFunding();
    if (!funding)
        return parts.constFirst();
    QString scheme = schemeName(session.scheme());
    if (scheme.isEmpty())
        scheme = shortened(printable(funding->scheme), schemeLimit);
    else if (session.scheme() == Scheme::Sieg && funding->siegSegment > 0)
        scheme = Tr::tr("%1 segment\u00A0%2").arg(scheme).arg(funding->siegSegment);
    if (!scheme.isEmpty())
        parts << scheme;
    return parts.join(QStringLiteral(", "));
}

QString marketWords(const MarketNumber &market)
{
    return market.form() == MarketNumber::Form::Placeholder ? QString() : printable(market.text());
}

} // namespace recoupe
