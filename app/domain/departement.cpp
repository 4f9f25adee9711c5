// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/departement.h"

#include "core/textfolding.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::array all{
    Departement{u"01", u"Ain"},
    Departement{u"02", u"Aisne"},
    Departement{u"03", u"Allier"},
    Departement{u"04", u"Alpes-de-Haute-Provence"},
    Departement{u"05", u"Hautes-Alpes"},
    Departement{u"06", u"Alpes-Maritimes"},
    Departement{u"07", u"Ardèche"},
    Departement{u"08", u"Ardennes"},
    Departement{u"09", u"Ariège"},
    Departement{u"10", u"Aube"},
    Departement{u"11", u"Aude"},
    Departement{u"12", u"Aveyron"},
    Departement{u"13", u"Bouches-du-Rhône"},
    Departement{u"14", u"Calvados"},
    Departement{u"15", u"Cantal"},
    Departement{u"16", u"Charente"},
    Departement{u"17", u"Charente-Maritime"},
    Departement{u"18", u"Cher"},
    Departement{u"19", u"Corrèze"},
    Departement{u"2A", u"Corse-du-Sud"},
    Departement{u"2B", u"Haute-Corse"},
    Departement{u"21", u"Côte-d'Or"},
    Departement{u"22", u"Côtes-d'Armor"},
    Departement{u"23", u"Creuse"},
    Departement{u"24", u"Dordogne"},
    Departement{u"25", u"Doubs"},
    Departement{u"26", u"Drôme"},
    Departement{u"27", u"Eure"},
    Departement{u"28", u"Eure-et-Loir"},
    Departement{u"29", u"Finistère"},
    Departement{u"30", u"Gard"},
    Departement{u"31", u"Haute-Garonne"},
    Departement{u"32", u"Gers"},
    Departement{u"33", u"Gironde"},
    Departement{u"34", u"Hérault"},
    Departement{u"35", u"Ille-et-Vilaine"},
    Departement{u"36", u"Indre"},
    Departement{u"37", u"Indre-et-Loire"},
    Departement{u"38", u"Isère"},
    Departement{u"39", u"Jura"},
    Departement{u"40", u"Landes"},
    Departement{u"41", u"Loir-et-Cher"},
    Departement{u"42", u"Loire"},
    Departement{u"43", u"Haute-Loire"},
    Departement{u"44", u"Loire-Atlantique"},
    Departement{u"45", u"Loiret"},
    Departement{u"46", u"Lot"},
    Departement{u"47", u"Lot-et-Garonne"},
    Departement{u"48", u"Lozère"},
    Departement{u"49", u"Maine-et-Loire"},
    Departement{u"50", u"Manche"},
    Departement{u"51", u"Marne"},
    Departement{u"52", u"Haute-Marne"},
    Departement{u"53", u"Mayenne"},
    Departement{u"54", u"Meurthe-et-Moselle"},
    Departement{u"55", u"Meuse"},
    Departement{u"56", u"Morbihan"},
    Departement{u"57", u"Moselle"},
    Departement{u"58", u"Nièvre"},
    Departement{u"59", u"Nord"},
    Departement{u"60", u"Oise"},
    Departement{u"61", u"Orne"},
    Departement{u"62", u"Pas-de-Calais"},
    Departement{u"63", u"Puy-de-Dôme"},
    Departement{u"64", u"Pyrénées-Atlantiques"},
    Departement{u"65", u"Hautes-Pyrénées"},
    Departement{u"66", u"Pyrénées-Orientales"},
    Departement{u"67", u"Bas-Rhin"},
    Departement{u"68", u"Haut-Rhin"},
    Departement{u"69", u"Rhône"},
    Departement{u"70", u"Haute-Saône"},
    Departement{u"71", u"Saône-et-Loire"},
    Departement{u"72", u"Sarthe"},
    Departement{u"73", u"Savoie"},
    Departement{u"74", u"Haute-Savoie"},
    Departement{u"75", u"Paris"},
    Departement{u"76", u"Seine-Maritime"},
    Departement{u"77", u"Seine-et-Marne"},
    Departement{u"78", u"Yvelines"},
    Departement{u"79", u"Deux-Sèvres"},
    Departement{u"80", u"Somme"},
    Departement{u"81", u"Tarn"},
    Departement{u"82", u"Tarn-et-Garonne"},
    Departement{u"83", u"Var"},
    Departement{u"84", u"Vaucluse"},
    Departement{u"85", u"Vendée"},
    Departement{u"86", u"Vienne"},
    Departement{u"87", u"Haute-Vienne"},
    Departement{u"88", u"Vosges"},
    Departement{u"89", u"Yonne"},
    Departement{u"90", u"Territoire de Belfort"},
    Departement{u"91", u"Essonne"},
    Departement{u"92", u"Hauts-de-Seine"},
    Departement{u"93", u"Seine-Saint-Denis"},
    Departement{u"94", u"Val-de-Marne"},
    Departement{u"95", u"Val-d'Oise"},
    Departement{u"971", u"Guadeloupe"},
    Departement{u"972", u"Martinique"},
    Departement{u"973", u"Guyane"},
    Departement{u"974", u"La Réunion"},
    Departement{u"976", u"Mayotte"},
};

//! The words of a text, whatever parts them: "Côte-d'Or" -> "cote d or".
QString wordsOf(const QString &text)
{
    QString words = folded(text);
    for (QChar &c : words) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return words.simplified();
}

//! Every way to write each département, to its code.
QHash<QString, QString> writtenForms()
{
    QHash<QString, QString> forms;
    for (const Departement &departement : all) {
        const QString code = QString::fromUtf16(departement.code);
        const QString name = wordsOf(QString::fromUtf16(departement.name));
        const QString number = wordsOf(code);
        for (const QString &written : {number, number.mid(number.startsWith(u'0') ? 1 : 0)}) {
            for (const QString &form :
                 {written, written + u' ' + name, name + u' ' + written, name})
                forms.insert(form, code);
        }
    }
    return forms;
}

} // namespace

std::span<const Departement> departements()
{
    return all;
}

QString departementName(QStringView code)
{
    const auto found = std::ranges::find_if(all, [code](const Departement &candidate) {
        return code.startsWith(candidate.code[0]) && code == candidate.code; // most differ there
    });
    return found == all.end() ? QString() : QString::fromUtf16(found->name);
}

QString departementCode(const QString &text)
{
    static const QHash<QString, QString> forms = writtenForms();
    return forms.value(wordsOf(text));
}

} // namespace recoupe
