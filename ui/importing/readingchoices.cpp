// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/readingchoices.h"

#include "rules/checksettings.h"
#include "ui/uitr.h"

#include <QComboBox>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::array encodings{"UTF-8", "UTF-16", "Windows-1252", "ISO-8859-15"};

struct Separator
{
    char character;
    const char *words;
};

constexpr std::array separators{
    Separator{';', QT_TRANSLATE_NOOP("Ui", "Point-virgule")},
    Separator{',', QT_TRANSLATE_NOOP("Ui", "Virgule")},
    Separator{'\t', QT_TRANSLATE_NOOP("Ui", "Tabulation")},
};

} // namespace

void offerFunders(QComboBox *box, QDate today)
{
    box->addItem(UiTr::tr("Celui que nomme chaque ligne"), QString());
    for (const Funder funder : checkedFunders)
        box->addItem(funderName(funder, today), toToken(funder));
}

std::optional<Funder> chosenFunder(const QComboBox *box)
{
    return funderFromToken(box->currentData().toString());
}

void offerEncodings(QComboBox *box)
{
    box->addItem(automatic({}), QString());
    for (const char *encoding : encodings)
        box->addItem(QString::fromLatin1(encoding), QString::fromLatin1(encoding));
}

void offerSeparators(QComboBox *box)
{
    box->addItem(automatic({}), QChar());
    for (const Separator &separator : separators)
        box->addItem(UiTr::tr(separator.words), QChar::fromLatin1(separator.character));
}

void offerProfiles(QComboBox *box, const QList<TableProfile> &profiles)
{
    box->clear();
    box->addItem(UiTr::tr("(aucun)"), QString());
    for (const TableProfile &profile : profiles)
        box->addItem(profile.name, profile.name);
}

void select(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

QString separatorInWords(QChar character)
{
    const auto known = std::ranges::find(separators, character.toLatin1(), &Separator::character);
    return known == separators.end() ? QString(character) : UiTr::tr(known->words);
}

QString automatic(const QString &found)
{
    return found.isEmpty() ? UiTr::tr("Automatique") : UiTr::tr("Automatique (%1)").arg(found);
}

} // namespace recoupe
