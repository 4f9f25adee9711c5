// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablepreviewmodel.h"

#include "models/words.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct ColumnWords
{
    const char *name;
    const char *words;
};

constexpr char funderColumn[] = "financeur";

constexpr std::array columnWords{
    ColumnWords{funderColumn, QT_TRANSLATE_NOOP("Models", "Financeur")},
    ColumnWords{"numero_marche", QT_TRANSLATE_NOOP("Models", "N° de marché")},
    ColumnWords{"numero_session", QT_TRANSLATE_NOOP("Models", "N° de session")},
    ColumnWords{"lot", QT_TRANSLATE_NOOP("Models", "Lot")},
    ColumnWords{"intitule", QT_TRANSLATE_NOOP("Models", "Intitulé")},
    ColumnWords{"siret_mandataire", QT_TRANSLATE_NOOP("Models", "SIRET du mandataire")},
    ColumnWords{"mandataire", QT_TRANSLATE_NOOP("Models", "Mandataire")},
    ColumnWords{"date_notification", QT_TRANSLATE_NOOP("Models", "Date de notification")},
    ColumnWords{"date_reception", QT_TRANSLATE_NOOP("Models", "Date de réception")},
    ColumnWords{"date_debut", QT_TRANSLATE_NOOP("Models", "Date de début")},
    ColumnWords{"date_fin", QT_TRANSLATE_NOOP("Models", "Date de fin")},
    ColumnWords{"lieu", QT_TRANSLATE_NOOP("Models", "Lieu")},
    ColumnWords{"code_postal", QT_TRANSLATE_NOOP("Models", "Code postal")},
    ColumnWords{"code_insee", QT_TRANSLATE_NOOP("Models", "Code INSEE")},
    ColumnWords{"dispositif", QT_TRANSLATE_NOOP("Models", "Dispositif")},
    ColumnWords{"segment", QT_TRANSLATE_NOOP("Models", "Segment du SIEG")},
    ColumnWords{"places", QT_TRANSLATE_NOOP("Models", "Places")},
    ColumnWords{"remplace", QT_TRANSLATE_NOOP("Models", "Marché remplacé")},
    ColumnWords{"objectif", QT_TRANSLATE_NOOP("Models", "Objectif")},
    ColumnWords{"entrees", QT_TRANSLATE_NOOP("Models", "Entrées")},
};

QString namesInWords(const QStringList &names)
{
    QStringList words;
    for (const QString &name : names)
        words << ModelsTr::tr("« %1 »").arg(columnInWords(name));
    return words.join(u", ");
}

} // namespace

void TablePreviewModel::setPreview(const TablePreview &preview)
{
    const bool isSameShape = preview.columns.size() == m_preview.columns.size() &&
                             preview.rows.size() == m_preview.rows.size() &&
                             !preview.rows.isEmpty() && !preview.columns.isEmpty();
    if (!isSameShape)
        beginResetModel();
    m_preview = preview;
    if (!isSameShape)
        return endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TablePreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.rows.size());
}

int TablePreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.columns.size());
}

QVariant TablePreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return m_preview.rows.at(index.row()).value(index.column());
    case NameRole: return m_preview.columns.at(index.column()).name;
    default: return {};
    }
}

QVariant TablePreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_preview.columns.size())
        return {};
    const TablePreview::Column &column = m_preview.columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title.simplified();
    case Qt::ToolTipRole: return column.title;
    case Qt::AccessibleTextRole:
        return ModelsTr::tr("%1 : %2").arg(column.title.simplified(), columnInWords(column.name));
    case NameRole: return column.name;
    default: return {};
    }
}

QString columnInWords(const QString &name)
{
    if (name.isEmpty())
        return ModelsTr::tr("(gardée à part)");
    const auto words = std::ranges::find_if(columnWords, [&](const ColumnWords &candidate) {
        return name == QLatin1String(candidate.name);
    });
    return words == columnWords.end() ? name : ModelsTr::tr(words->words);
}

TableProfile withColumn(TableProfile profile, const TablePreview &preview, int column,
                        const QString &name)
{
    const TablePreview::Column &chosen = preview.columns.at(column);
    if (chosen.foundBy == TablePreview::FoundBy::Profile)
        profile.columns.remove(chosen.name);
    if (!name.isEmpty())
        profile.columns.insert(name, chosen.title);
    else if (!chosen.name.isEmpty())
        profile.columns.insert(chosen.name, QString()); // none is it: not found by its name again
    return profile;
}

QString whyNotImport(const TablePreview &preview, TableKind kind, bool hasFunder)
{
    if (!preview.missing.isEmpty())
        return ModelsTr::tr("Il manque encore %1 : choisir au-dessus du tableau la colonne qui "
                            "donne chacun.")
            .arg(namesInWords(preview.missing));
    const bool isNamed = std::ranges::any_of(preview.columns, [](const auto &column) {
        return column.name == QLatin1String(funderColumn);
    });
    if (kind == TableKind::Awards && !hasFunder && !isNamed)
        return ModelsTr::tr("Aucune colonne ne nomme le financeur : choisir qui a envoyé le "
                            "fichier.");
    if (preview.rows.isEmpty())
        return ModelsTr::tr("Aucune ligne ne suit l'en-tête.");
    return {};
}

} // namespace recoupe
