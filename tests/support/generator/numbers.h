// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"
#include "support/generator/random.h"

#include <QHash>
#include <QString>

namespace recoupe {

//! Gives out the numbers of the generated world, each once, rising with gaps as in real files.
class Numbers
{
public:
    //! "03_AF_0000012310" and its like.
    [[nodiscard]] QString formation(Random &random) { return lheo(u"03_AF", m_formation, random); }
    [[nodiscard]] QString action(Random &random) { return lheo(u"03_AC", m_action, random); }
    [[nodiscard]] QString session(Random &random) { return lheo(u"SE", m_session, random); }
    //! A rank for an organisation, from which its SIREN follows.
    [[nodiscard]] int organisation() { return m_organisation++; }

    //! Eight characters as the funder writes them: its letter, the year, five signs, the last of
    //! which depends on the others. Never with a letter O. \a withZero: at least one zero.
    [[nodiscard]] QString market(Funder funder, int year, bool withZero = false);

private:
    [[nodiscard]] static QString lheo(QStringView prefix, int &last, Random &random);

    int m_formation = 12310;
    int m_action = 48720;
    int m_session = 60140;
    int m_organisation = 1207;
    QHash<std::pair<int, int>, int> m_markets; // how many, by funder and year
};

//! Whether market() could have given this number out: one sign wrong shows.
[[nodiscard]] bool isWellFormedMarket(QStringView number);
//! A number that nobody bears, with one sign changed.
[[nodiscard]] QString withOneSignWrong(const QString &number, Random &random);
//! A number that nobody bears, with two neighbouring signs exchanged where that makes one.
[[nodiscard]] QString withSignsSwapped(const QString &number, Random &random);

//! Nine digits that pass the Luhn check; 9999 at the beginning is no enterprise's.
[[nodiscard]] QString sirenOfRank(int rank);
//! Fourteen digits that pass it too.
[[nodiscard]] QString siretOf(const QString &siren, int establishment);

} // namespace recoupe
