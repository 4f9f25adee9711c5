// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpaward.h"

#include "core/textfolding.h"
#include "domain/contact.h"
#include "exchange/decp/decprecord.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace recoupe {

namespace {

constexpr int longestHonestDuration = 600; // months
constexpr double longestDuration = 12'000;

// AAAA-MM-JJ and AAAAMMJJ, with a time or a time zone or without, or JJ/MM/AAAA. Years such as 0222
// and 5021 are met.
QDate dateOf(const QString &text)
{
    static const QRegularExpression iso(
        QStringLiteral("^(\\d{4})-?(\\d{2})-?(\\d{2})(?:$|[T Z+-])"));
    static const QRegularExpression french(
        QStringLiteral("^(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:$|[T ])"));
    const auto dayOf = [](const QRegularExpressionMatch &match, int year, int month, int day) {
        const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
        return QDate(number(year), number(month), number(day));
    };
    const QRegularExpressionMatch inFrench = french.match(text);
    const QDate date =
        inFrench.hasMatch() ? dayOf(inFrench, 3, 2, 1) : dayOf(iso.match(text), 1, 2, 3);
    return date.year() >= 1990 && date.year() <= 2100 ? date : QDate();
}

// Whole months, rounded up as the format asks; nothing for what is no duration.
std::optional<int> monthsOf(QString text)
{
    bool isNumber = false;
    const double months = text.replace(u',', u'.').toDouble(&isNumber);
    if (!isNumber || !(months > 0 && months <= longestDuration))
        return std::nullopt;
    return int(std::ceil(months));
}

// The check digit of a SIRET; La Poste's establishments have one of their own.
bool isSiret(const QString &id)
{
    const QString siren = sirenOf(id);
    if (siren.isEmpty())
        return false;
    int luhn = 0;
    int sum = 0;
    const QString digits = normalizedSiret(id);
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[i].digitValue();
        const int doubled = i % 2 == 0 ? 2 * digit : digit;
        luhn += doubled > 9 ? doubled - 9 : doubled;
        sum += digit;
    }
    return luhn % 10 == 0 || (siren == u"356000000" && sum % 5 == 0);
}

struct Scope
{
    const char16_t *word; //!< of the kind of code, folded: "Code postal", "CODE INSEE COMMUNE"
    PlaceScope scope;
    int digits; //!< where it has as many; 0: any
};

constexpr std::array scopes{
    Scope{u"postal", PlaceScope::PostalCode, 5},
    Scope{u"commune", PlaceScope::Commune, 5},
    Scope{u"departement", PlaceScope::Departement, 2},
    Scope{u"region", PlaceScope::Region, 2},
    Scope{u"pays", PlaceScope::Country, 0},
};

bool isDigits(const QString &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void takePlace(DecpRecord &record, DecpAward &into)
{
    AwardNotification &award = into.award;
    award.place = record.take({"lieuExecution.nom"});
    award.placeCode = record.take({"lieuExecution.code"});
    const QString kind = folded(record.text({"lieuExecution.typeCode"}));
    const auto scope = std::ranges::find_if(scopes, [&kind](const Scope &candidate) {
        return kind.contains(QStringView(candidate.word));
    });
    if (scope == scopes.end()) // a canton or an arrondissement: the others keep what it is
        return;
    record.take({"lieuExecution.typeCode"});
    award.placeScope = scope->scope;
    if (award.placeCode.size() == scope->digits - 1 && isDigits(award.placeCode)) {
        award.placeCode.prepend(u'0');
        into.remark(DecpRemark::ZeroRestored);
    }
    if (award.placeScope == PlaceScope::PostalCode)
        award.postalCode = award.placeCode;
}

QString joined(const QStringList &texts)
{
    return texts.join(QLatin1String(" / "));
}

QStringList idsOf(const QList<DecpRecord::Holder> &holders)
{
    QStringList ids;
    for (const DecpRecord::Holder &holder : holders)
        ids << holder.id;
    ids.removeAll(QString());
    return ids;
}

QString namesOf(const QList<DecpRecord::Holder> &holders)
{
    QStringList names;
    for (const DecpRecord::Holder &holder : holders)
        names << holder.name;
    names.removeAll(QString());
    names.removeDuplicates();
    return joined(names);
}

QString inWords(const QList<DecpRecord::Holder> &holders)
{
    QStringList words;
    for (const DecpRecord::Holder &holder : holders) {
        QStringList word{holder.id, holder.name};
        word.removeAll(QString());
        words << word.join(u' ');
    }
    return joined(words);
}

bool isToBeSiret(const DecpRecord::Holder &holder)
{
    return holder.idType.isEmpty() || folded(holder.idType) == u"siret";
}

void setHolders(const QList<DecpRecord::Holder> &holders, DecpAward &into)
{
    into.award.awardeeSirets = idsOf(holders);
    into.award.awardeeName = namesOf(holders);
    into.remark(DecpRemark::NoSiret,
                holders.isEmpty() ||
                    std::ranges::any_of(holders, [](const DecpRecord::Holder &holder) {
                        return isToBeSiret(holder) && !isSiret(holder.id);
                    }));
    QStringList others;
    for (const DecpRecord::Holder &holder : holders) {
        if (!isToBeSiret(holder))
            others << holder.id + QStringLiteral(" : ") + holder.idType;
    }
    if (!others.isEmpty())
        into.award.extras.insert(QStringLiteral("titulaires.typeIdentifiant"), joined(others));
}

//! What the modifications of a market make of it, the last one in force.
struct Changes
{
    std::optional<int> months;
    QList<DecpRecord::Holder> holders;
    QDate publishedOn;
    QStringList words; //!< of each
};

QString inWords(const DecpRecord &modification, const QList<DecpRecord::Holder> &holders)
{
    QStringList words;
    const QMap<QString, QString> others = modification.others();
    for (auto other = others.begin(); other != others.end(); ++other) {
        words << (other.key().isEmpty() ? *other : other.key() + QStringLiteral(" : ") + *other);
    }
    if (!holders.isEmpty())
        words << QStringLiteral("titulaires : ") + inWords(holders);
    return words.join(QStringLiteral(" ; "));
}

Changes changesOf(QList<DecpRecord> modifications)
{
    Changes changes;
    for (DecpRecord &modification : modifications) {
        const QList<DecpRecord::Holder> holders = modification.takeHolders();
        if (!holders.isEmpty())
            changes.holders = holders;
        if (const std::optional<int> months = monthsOf(modification.text({"dureeMois"})))
            changes.months = months;
        changes.publishedOn = std::max(
            changes.publishedOn, dateOf(modification.text({"datePublicationDonneesModification",
                                                           "dateNotificationModification"})));
        changes.words << inWords(modification, holders);
    }
    return changes;
}

// Left among the others where it cannot be read: so its text is not lost.
QDate takeDate(DecpRecord &record, std::initializer_list<std::string_view> paths)
{
    const QDate date = dateOf(record.text(paths));
    if (date.isValid())
        record.take(paths);
    return date;
}

// The first duration stays among the others where a modification has changed it.
void takeDuration(DecpRecord &record, const Changes &changes, DecpAward &into)
{
    const QString text = record.text({"dureeMois"});
    const std::optional<int> months = monthsOf(text);
    if (months && !changes.months)
        record.take({"dureeMois"});
    into.award.durationMonths = changes.months ? changes.months : months;
    const bool isUnreadable = !months && !isPlaceholder(text);
    into.remark(DecpRemark::OddDuration,
                isUnreadable || into.award.durationMonths.value_or(0) > longestHonestDuration);
}

void addTo(QMap<QString, QString> &extras, const QString &name, const QString &text)
{
    QString &known = extras[name];
    known = known.isEmpty() ? text : joined({known, text});
}

void noteHistory(const QList<DecpRecord::Holder> &firstHolders, const Changes &changes,
                 QMap<QString, QString> &extras)
{
    if (!changes.holders.isEmpty() && !firstHolders.isEmpty())
        addTo(extras, QStringLiteral("titulaires"), inWords(firstHolders));
    for (qsizetype i = 0; i < changes.words.size(); ++i)
        addTo(extras, QStringLiteral("modification %1").arg(i + 1), changes.words[i]);
}

} // namespace

DecpAward decpAward(DecpRecord record, Funder funder)
{
    DecpAward read;
    AwardNotification &award = read.award;
    const Changes changes = changesOf(record.takeModifications());
    const QList<DecpRecord::Holder> holders = record.takeHolders();
    award.funder = funder;
    award.market = MarketNumber(record.take({"id"}));
    award.lot = record.take({"lot", "numeroLot"});
    award.title = record.take({"objet"});
    award.notifiedOn = takeDate(record, {"dateNotification", "dateSignature"});
    award.start = takeDate(record, {"dateDebutExecution"});
    takePlace(record, read);
    takeDuration(record, changes, read);
    award.extras = record.others();
    noteHistory(holders, changes, award.extras);
    setHolders(changes.holders.isEmpty() ? holders : changes.holders, read);

    read.publishedOn =
        std::max(changes.publishedOn, dateOf(record.text({"datePublicationDonnees"})));
    read.remark(DecpRemark::NoDate, !award.notifiedOn.isValid());
    read.remark(DecpRemark::NoTitle, isPlaceholder(award.title));
    read.remark(DecpRemark::BrokenText, record.hasBrokenText());
    read.remark(DecpRemark::RepeatedField, record.hasRepeatedField());
    return read;
}

} // namespace recoupe
