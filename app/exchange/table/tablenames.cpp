// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablenames.h"

#include "core/textfolding.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype maxTitleCharacters = 250; // beyond, it is a text and names nothing

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

QString headerKey(QStringView title)
{
    if (title.size() > maxTitleCharacters)
        return {};
    QString key = folded(title);
    key.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return key;
}

Result<TableNames> TableNames::of(std::span<const TableColumn> columns, const TableProfile &profile)
{
    TableNames names;
    names.m_columns = columns;
    names.m_profileName = profile.name;
    names.m_headerLine = profile.headerLine;
    QStringList unknown = profile.columns.keys();
    for (qsizetype column = 0; column < names.count(); ++column) {
        const QString name = names.name(column);
        unknown.removeAll(name);
        const auto mapped = profile.columns.constFind(name);
        names.m_mapped << (mapped == profile.columns.constEnd() ? std::nullopt
                                                                : std::optional(*mapped));
        names.m_called.insert(headerKey(name), column);
        for (const char16_t *other : columns[std::size_t(column)].alsoCalled) {
            if (other)
                names.m_called.insert(QString::fromUtf16(other), column);
        }
    }
    if (unknown.isEmpty())
        return names;
    return fail(
        ErrorCode::InvalidArgument,
        Tr::tr("Le profil « %1 » nomme une colonne « %2 » que ce genre de fichier n'a pas : "
               "choisissez un autre profil ou corrigez celui-ci.")
            .arg(profile.name, unknown.first()));
}

QString TableNames::name(qsizetype column) const
{
    return QString::fromUtf16(m_columns[std::size_t(column)].name);
}

bool TableNames::isNeeded(qsizetype column) const
{
    return m_columns[std::size_t(column)].isNeeded;
}

QString TableNames::advice(qsizetype column) const
{
    const char *advice = m_columns[std::size_t(column)].advice;
    return advice ? Tr::tr("Colonne « %1 » : %2.").arg(name(column), Tr::tr(advice)) : QString();
}

} // namespace recoupe
