// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheotolerances.h"

#include "exchange/lheo/lheotext.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// In the order of LheoTolerances::Kind.
constexpr std::array kinds{
    QT_TRANSLATE_NOOP("Recoupe", "Nombres de places illisibles, laissés vides"),
    QT_TRANSLATE_NOOP("Recoupe", "Nombres d'heures illisibles, laissés vides"),
    QT_TRANSLATE_NOOP("Recoupe", "Segments SIEG qui ne sont ni 1, ni 2, ni 3, laissés vides"),
    QT_TRANSLATE_NOOP("Recoupe", "Dates de création ou de mise à jour illisibles, laissées vides"),
    QT_TRANSLATE_NOOP("Recoupe",
                      "Dates d'information collective illisibles, réunions laissées de côté"),
    QT_TRANSLATE_NOOP("Recoupe", "Dates de bilan illisibles, laissées vides"),
};

} // namespace

void LheoTolerances::note(Kind kind, qint64 line)
{
    Count &count = m_counts[std::size_t(kind)];
    if (count.times++ == 0)
        count.firstLine = line;
}

std::optional<int> LheoTolerances::number(XmlElement element, Kind kind)
{
    const std::optional<int> number = wholeNumber(element);
    if (!number && !element.text().empty())
        note(kind, element.line());
    return number;
}

PartialDate LheoTolerances::date(std::string_view text, Kind kind, qint64 line)
{
    const auto date = PartialDate::fromLheo(QString::fromUtf8(text.data(), qsizetype(text.size())));
    if (!date)
        note(kind, line);
    return date.value_or(PartialDate());
}

QStringList LheoTolerances::sentences() const
{
    QStringList out;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (m_counts[i].times > 0) {
            out << Tr::tr("%1 : %2 (le premier cas est à la ligne %3).")
                       .arg(Tr::tr(kinds[i]))
                       .arg(m_counts[i].times)
                       .arg(m_counts[i].firstLine);
        }
    }
    return out;
}

} // namespace recoupe
