// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/placelikeness.h"

#include "core/textfolding.h"
#include "domain/departement.h"
#include "rules/wellformed.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct RegionDepartements
{
    const char16_t *code;
    const char16_t *departements;
};

//! INSEE's regions: those of 2016, then the older ones that feeds still name.
constexpr std::array regions{
    RegionDepartements{u"01", u"971"},
    RegionDepartements{u"02", u"972"},
    RegionDepartements{u"03", u"973"},
    RegionDepartements{u"04", u"974"},
    RegionDepartements{u"06", u"976"},
    RegionDepartements{u"11", u"75 77 78 91 92 93 94 95"},
    RegionDepartements{u"24", u"18 28 36 37 41 45"},
    RegionDepartements{u"27", u"21 25 39 58 70 71 89 90"},
    RegionDepartements{u"28", u"14 27 50 61 76"},
    RegionDepartements{u"32", u"02 59 60 62 80"},
    RegionDepartements{u"44", u"08 10 51 52 54 55 57 67 68 88"},
    RegionDepartements{u"52", u"44 49 53 72 85"},
    RegionDepartements{u"53", u"22 29 35 56"},
    RegionDepartements{u"75", u"16 17 19 23 24 33 40 47 64 79 86 87"},
    RegionDepartements{u"76", u"09 11 12 30 31 32 34 46 48 65 66 81 82"},
    RegionDepartements{u"84", u"01 03 07 15 26 38 42 43 63 69 73 74"},
    RegionDepartements{u"93", u"04 05 06 13 83 84"},
    RegionDepartements{u"94", u"2A 2B"},
    RegionDepartements{u"21", u"08 10 51 52"},
    RegionDepartements{u"22", u"02 60 80"},
    RegionDepartements{u"23", u"27 76"},
    RegionDepartements{u"25", u"14 50 61"},
    RegionDepartements{u"26", u"21 58 71 89"},
    RegionDepartements{u"31", u"59 62"},
    RegionDepartements{u"41", u"54 55 57 88"},
    RegionDepartements{u"42", u"67 68"},
    RegionDepartements{u"43", u"25 39 70 90"},
    RegionDepartements{u"54", u"16 17 79 86"},
    RegionDepartements{u"72", u"24 33 40 47 64"},
    RegionDepartements{u"73", u"09 12 31 32 46 65 81 82"},
    RegionDepartements{u"74", u"19 23 87"},
    RegionDepartements{u"82", u"01 07 26 38 42 69 73 74"},
    RegionDepartements{u"83", u"03 15 43 63"},
    RegionDepartements{u"91", u"11 30 34 48 66"},
};

//! The commune as it is compared: no case, accents, dashes, CEDEX, code, bracket or article.
QString communeKey(const QString &text)
{
    static const QRegularExpression dropped(QStringLiteral(
        "\\([^)]*\\)|\\bcedex\\b(?: [0-9]+)?|\\b[0-9]{5}\\b|\\b[0-9]{1,2}(?:er?|eme)?(?: "
        "arrondissement)?$"));
    static const QRegularExpression saint(QStringLiteral("\\bst(e?) "));
    static const QRegularExpression article(QStringLiteral("^(?:le|la|les|l) "));
    QString key = folded(text);
    key.replace(u'-', u' ').replace(u'\'', u' ').remove(dropped);
    key.replace(saint, QStringLiteral("saint\\1 "));
    return key.simplified().remove(article);
}

const QHash<QString, QString> &departementsByKey()
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> made;
        for (const Departement &departement : departements())
            made.insert(communeKey(QString::fromUtf16(departement.name)),
                        QString::fromUtf16(departement.code));
        return made;
    }();
    return codes;
}

//! The département that a text names by its code or its name; empty when it names none.
QString departementNamed(const QString &text)
{
    static const QRegularExpression prefix(
        QStringLiteral("^departement(?: de l| de la| du| des| de| d)? "));
    const QString code = text.trimmed().toUpper();
    return departementName(code).isEmpty()
               ? departementsByKey().value(communeKey(text).remove(prefix))
               : code;
}

bool sharesWord(const QString &words, const QString &other)
{
    static constexpr qsizetype stem = 6; // "clermontoise" is of Clermont
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(all, [&other](const QString &word) {
        return word.size() > 3 && word != u"saint" && word != u"sainte" &&
               other.contains(QStringView(word).first(std::min(word.size(), stem)));
    });
}

//! Not the name of a commune.
bool isGeneric(const QString &item)
{
    static const QRegularExpression words(QStringLiteral(
        "^(?:auvergne|rhone alpes|auvergne rhone alpes)$|\\b(?:region|departements?|territoires?|"
        "nationale?|france|distance|distanciel|foad|visio|multi|plusieurs|divers|differents|"
        "ensemble|bassin|agglomeration|metropole|communaute|secteur|zone|pays|arrondissement|"
        "sites?|lycee|centre|greta|cfa|afpa|institut|campus|rue|avenue|boulevard|place|locaux)"
        "\\b"));
    return words.match(item).hasMatch();
}

//! Perhaps the same commune in other words.
bool mayBeThatOf(const QString &item, const QString &commune)
{
    return sharesWord(item, commune) || sharesWord(commune, item);
}

//! A part of the other's name: "Le Puy" is Le Puy-en-Velay.
bool isShortFor(const QString &item, const QString &commune)
{
    return commune.startsWith(item + u' ') || item.startsWith(commune + u' ');
}

PlaceLikeness compareDepartement(const Place &entered, const QString &departement)
{
    const QString own = departementOf(entered);
    return own.isEmpty()        ? PlaceLikeness::Unknown
           : own == departement ? PlaceLikeness::Same
                                : PlaceLikeness::OtherDepartement;
}

//! One of the names in the text. A commune may be called like a département: Vienne.
PlaceLikeness compareName(const Place &entered, const QString &item, bool otherCode)
{
    const QString commune = isPlaceholder(entered.city) ? QString() : communeKey(entered.city);
    const QString named = communeKey(item);
    if (!commune.isEmpty() && named == commune)
        return PlaceLikeness::Same;
    if (const QString departement = departementNamed(item); !departement.isEmpty())
        return compareDepartement(entered, departement);
    // Where the postal codes tell the two apart already, a word in common proves nothing.
    const bool isUnsure = commune.isEmpty() || named.isEmpty() || isGeneric(named) ||
                          isShortFor(named, commune) || (!otherCode && mayBeThatOf(named, commune));
    return isUnsure ? PlaceLikeness::Unknown : PlaceLikeness::OtherCommune;
}

QStringList namesIn(const QString &text)
{
    static const QRegularExpression separators(
        QStringLiteral("[,;/+&\\n]|\\s\\p{Pd}\\s|\\s(?:et|ou)\\s"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    QStringList names = text.split(separators, Qt::SkipEmptyParts);
    names.removeIf([](const QString &name) { return isPlaceholder(name); });
    return names;
}

//! Same before all, then what may be the same, then the nearer of those that are not.
PlaceLikeness nearest(PlaceLikeness a, PlaceLikeness b)
{
    if (a == PlaceLikeness::Same || b == PlaceLikeness::Same)
        return PlaceLikeness::Same;
    return std::min(a, b);
}

PlaceLikeness comparePostalCode(const Place &entered, const QString &postalCode)
{
    Place other;
    other.postalCode = postalCode.trimmed();
    const QString departement = departementOf(other);
    if (departement.isEmpty())
        return PlaceLikeness::Unknown;
    if (entered.postalCode.trimmed() == other.postalCode)
        return PlaceLikeness::Same;
    // Within a département, one commune may have several codes.
    return compareDepartement(entered, departement) == PlaceLikeness::OtherDepartement
               ? PlaceLikeness::OtherDepartement
               : PlaceLikeness::Unknown;
}

PlaceLikeness compareInsee(const Place &entered, const QString &code)
{
    if (entered.inseeCode.size() == 5 && code.size() == 5 && !entered.inseeCode.startsWith(u"00"))
        return entered.inseeCode == code                     ? PlaceLikeness::Same
               : entered.inseeCode.first(2) == code.first(2) ? PlaceLikeness::OtherCommune
                                                             : PlaceLikeness::OtherDepartement;
    Place other;
    other.inseeCode = code;
    const QString departement = departementOf(other);
    return !departement.isEmpty() &&
                   compareDepartement(entered, departement) == PlaceLikeness::OtherDepartement
               ? PlaceLikeness::OtherDepartement
               : PlaceLikeness::Unknown;
}

PlaceLikeness compareRegion(const Place &entered, const QString &code)
{
    const auto region = std::ranges::find_if(
        regions, [&code](const RegionDepartements &candidate) { return code == candidate.code; });
    const QString departement = departementOf(entered);
    if (region == regions.end() || departement.isEmpty())
        return PlaceLikeness::Unknown;
    return QString::fromUtf16(region->departements).split(u' ').contains(departement)
               ? PlaceLikeness::Same
               : PlaceLikeness::OtherDepartement;
}

PlaceLikeness compareCode(const Place &entered, const NamedPlace &named)
{
    const QString code = named.code.trimmed().toUpper();
    switch (named.scope) {
    case PlaceScope::PostalCode: return comparePostalCode(entered, code);
    case PlaceScope::Commune: return compareInsee(entered, code);
    case PlaceScope::Departement:
        return departementName(code).isEmpty() ? PlaceLikeness::Unknown
                                               : compareDepartement(entered, code);
    case PlaceScope::Region: return compareRegion(entered, code);
    case PlaceScope::Country:
    case PlaceScope::Unknown: break;
    }
    return PlaceLikeness::Unknown;
}

} // namespace

NamedPlace placeOf(const AwardNotification &award)
{
    return {award.place, award.postalCode, award.placeScope, award.placeCode};
}

NamedPlace placeOf(const SesarDeclaration &declaration)
{
    return {declaration.place, declaration.postalCode, PlaceScope::Unknown, {}};
}

NamedPlace placeOf(const TrainingSession &session)
{
    return {session.place.city, session.place.postalCode, PlaceScope::Commune,
            session.place.inseeCode};
}

PlaceLikeness comparePlaces(const Place &entered, const NamedPlace &named)
{
    const PlaceLikeness postal = comparePostalCode(entered, named.postalCode);
    const PlaceLikeness coded = compareCode(entered, named);
    const PlaceLikeness byCode = postal == PlaceLikeness::Unknown  ? coded
                                 : coded == PlaceLikeness::Unknown ? postal
                                                                   : nearest(postal, coded);
    if (byCode == PlaceLikeness::Same)
        return byCode;
    // Communes of the same name are many: one name does not outweigh another département.
    const QStringList names = namesIn(named.text);
    if (names.isEmpty() || (names.size() == 1 && byCode == PlaceLikeness::OtherDepartement))
        return byCode;
    const bool otherCode =
        entered.hasPostalCode() && isFrenchPostalCode(named.postalCode.trimmed());
    PlaceLikeness byName = compareName(entered, names.first(), otherCode);
    for (const QString &name : names)
        byName = nearest(byName, compareName(entered, name, otherCode));
    return byName;
}

PlaceLikeness comparePlaces(const TrainingSession &session, const NamedPlace &named)
{
    PlaceLikeness likeness = comparePlaces(session.place, named);
    for (const Place &place : session.otherPlaces)
        likeness = nearest(likeness, comparePlaces(place, named));
    return likeness;
}

bool areElsewhere(PlaceLikeness likeness)
{
    return likeness == PlaceLikeness::OtherCommune || likeness == PlaceLikeness::OtherDepartement;
}

QString departementOf(const Place &place)
{
    const QString departement = place.departement();
    if (departement != u"20")
        return departementName(departement).isEmpty() ? QString() : departement;
    // 200 and 201 are the south; 202 and 206, Bastia's, the north.
    return place.postalCode.mid(2, 1) < u"2" ? QStringLiteral("2A") : QStringLiteral("2B");
}

} // namespace recoupe
