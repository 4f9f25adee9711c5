// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/titles.h"

#include "core/textfolding.h"
#include "domain/departement.h"

#include <QList>

namespace recoupe {

namespace {

constexpr qsizetype longWord = 6;

//! First letters of words long enough for a slip not to make another word of them.
QList<std::pair<qsizetype, qsizetype>> longWords(const QString &title)
{
    QList<std::pair<qsizetype, qsizetype>> words;
    for (qsizetype i = 0; i < title.size();) {
        qsizetype end = i;
        while (end < title.size() && title[end].isLetter())
            ++end;
        if (end - i >= longWord)
            words.append({i, end});
        i = end + 1;
    }
    return words;
}

} // namespace

QString siegTitle(int segment, QStringView departement, Random &random)
{
    const QString dpt = random.chance(75) ? departement.toString() : departementName(departement);
    switch (segment) {
    case 1: return QStringLiteral("Remise à niveau %1 – (Réactif)").arg(dpt);
    case 2: return QStringLiteral("Atelier multisectoriel");
    default: return QStringLiteral("Ecole de la deuxième chance – ER2C %1").arg(dpt);
    }
}

QString wrongSiegTitle(int segment, QStringView departement)
{
    switch (segment) {
    case 1: return QStringLiteral("Remobilisation et savoirs de base %1").arg(departement);
    case 2: return QStringLiteral("Découverte des métiers en atelier");
    default: return QStringLiteral("Insertion des jeunes de 16 à 25 ans %1").arg(departement);
    }
}

QString rewritten(const QString &title, Random &random)
{
    switch (random.below(5)) {
    case 0: return title.toUpper();
    case 1: return folded(title).toUpper();
    case 2: return QString(title).replace(u'–', u'-');
    default: return title;
    }
}

QString withTypo(const QString &title, Random &random)
{
    const auto words = longWords(title);
    if (words.isEmpty())
        return title;
    const auto [begin, end] = random.pick(words);
    const qsizetype at = begin + random.between(1, int(end - begin) - 3);
    QString out = title;
    switch (random.below(4)) {
    case 0: out.remove(at, 1); break;
    case 1: out.insert(at, title[at]); break;
    case 2: out[at] = title[at] == u'e' ? u'r' : u'e'; break;
    default:
        out[at] = title[at + 1];
        out[at + 1] = title[at] == title[at + 1] ? u'z' : title[at];
        break;
    }
    return out;
}

QString abbreviated(const QString &title)
{
    QString out = title;
    for (const Abbreviation &abbreviation : abbreviations())
        out.replace(abbreviation.words.toString(), abbreviation.shortForm.toString());
    return out;
}

QString reordered(const QString &title)
{
    for (const QStringView separator : {u" – ", u" : ", u", "}) {
        const qsizetype at = title.indexOf(separator);
        if (at > 0)
            return title.mid(at + separator.size()) + separator.toString() + title.left(at);
    }
    for (const QStringView form : titleForms().diplomas) {
        const QStringView words = form.left(form.indexOf(u'%'));
        if (title.startsWith(words))
            return title.mid(words.size()) + QStringLiteral(" – ") + words.trimmed().toString();
    }
    const qsizetype space = title.indexOf(u' ');
    return space < 0 ? title : title.mid(space + 1) + u' ' + title.left(space);
}

QString ofCommune(QStringView name)
{
    if (name.startsWith(u"Le "))
        return QStringLiteral("du %1").arg(name.sliced(3));
    const bool isElided = QStringView(u"AEIOUÉ").contains(name.front());
    return (isElided ? QStringLiteral("d'%1") : QStringLiteral("de %1")).arg(name);
}

QString atCommune(QStringView name)
{
    return name.startsWith(u"Le ") ? QStringLiteral("au %1").arg(name.sliced(3))
                                   : QStringLiteral("à %1").arg(name);
}

} // namespace recoupe
