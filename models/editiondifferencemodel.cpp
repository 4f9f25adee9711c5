// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editiondifferencemodel.h"

#include "core/counted.h"
#include "core/oneline.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

using DifferenceKind = EditionDifference::Kind;

QString kindName(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::New: return ModelsTr::tr("Nouvelle");
    case DifferenceKind::Changed: return ModelsTr::tr("Modifiée");
    case DifferenceKind::Left: return ModelsTr::tr("Sortie");
    }
    Q_UNREACHABLE();
}

} // namespace

void EditionDifferenceModel::setDifferences(const QList<EditionDifference> &differences)
{
    beginResetModel();
    m_lines.clear();
    for (const EditionDifference &difference : differences) {
        const QString kind = kindName(difference.kind);
        const QString place = commaSeparated(difference.place);
        if (difference.fields.isEmpty())
            m_lines << Line{difference.kind,
                            {kind, difference.title, place, {}, {}, difference.reason}};
        for (const FieldDifference &field : difference.fields) {
            m_lines << Line{difference.kind,
                            {kind, difference.title, place, field.field,
                             commaSeparated(field.before), commaSeparated(field.after)}};
        }
    }
    endResetModel();
}

int EditionDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int EditionDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EditionDifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return line.texts.at(size_t(index.column()));
    case Qt::AccessibleTextRole: {
        QStringList words;
        for (size_t column = 0; column < line.texts.size(); ++column) {
            if (!line.texts.at(column).isEmpty())
                words << headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString() +
                             u' ' + line.texts.at(column);
        }
        return words.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QVariant EditionDifferenceModel::headerData(int section, Qt::Orientation orientation,
                                            int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind: return ModelsTr::tr("Session");
    case Title: return ModelsTr::tr("Intitulé");
    case Place: return ModelsTr::tr("Lieu");
    case Field: return ModelsTr::tr("Rubrique");
    case Before: return ModelsTr::tr("Avant");
    case After: return ModelsTr::tr("Après, ou motif");
    default: return {};
    }
}

QString inWords(const QList<EditionDifference> &differences)
{
    const auto count = [&](DifferenceKind kind) {
        return std::ranges::count(differences, kind, &EditionDifference::kind);
    };
    QStringList parts;
    if (const auto fresh = count(DifferenceKind::New))
        parts << counted(fresh, ModelsTr::tr("%1 nouvelle"), ModelsTr::tr("%1 nouvelles"));
    if (const auto changed = count(DifferenceKind::Changed))
        parts << counted(changed, ModelsTr::tr("%1 modifiée"), ModelsTr::tr("%1 modifiées"));
    if (const auto left = count(DifferenceKind::Left))
        parts << counted(left, ModelsTr::tr("%1 sortie"), ModelsTr::tr("%1 sorties"));
    return parts.isEmpty() ? ModelsTr::tr("aucune différence") : parts.join(QStringLiteral(", "));
}

} // namespace recoupe
