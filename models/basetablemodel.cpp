// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/basetablemodel.h"

#include "core/counted.h"
#include "models/words.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct TableWords
{
    const char *table;
    const char *words;
};

constexpr std::array tableWords{
    TableWords{"imports", QT_TRANSLATE_NOOP("Models", "Imports")},
    TableWords{"import_rejections", QT_TRANSLATE_NOOP("Models", "Lignes rejetées")},
    TableWords{"actions", QT_TRANSLATE_NOOP("Models", "Actions de formation")},
    TableWords{"action_submissions", QT_TRANSLATE_NOOP("Models", "Saisies des actions")},
    TableWords{"sessions", QT_TRANSLATE_NOOP("Models", "Sessions")},
    TableWords{"session_submissions", QT_TRANSLATE_NOOP("Models", "Saisies des sessions")},
    TableWords{"session_awards", QT_TRANSLATE_NOOP("Models", "Rapprochements")},
    TableWords{"session_holders", QT_TRANSLATE_NOOP("Models", "Prises en charge")},
    TableWords{"awards", QT_TRANSLATE_NOOP("Models", "Notifications")},
    TableWords{"sesar_declarations", QT_TRANSLATE_NOOP("Models", "Déclarations SESAR")},
    TableWords{"settings", QT_TRANSLATE_NOOP("Models", "Réglages")},
    TableWords{"table_profiles", QT_TRANSLATE_NOOP("Models", "Profils d'import")},
    TableWords{"decisions", QT_TRANSLATE_NOOP("Models", "Décisions")},
    TableWords{"notes", QT_TRANSLATE_NOOP("Models", "Notes")},
    TableWords{"letters", QT_TRANSLATE_NOOP("Models", "Messages aux organismes")},
    TableWords{"letter_subjects", QT_TRANSLATE_NOOP("Models", "Objets des messages")},
    TableWords{"editions", QT_TRANSLATE_NOOP("Models", "Éditions du tableau")},
    TableWords{"edition_annulments", QT_TRANSLATE_NOOP("Models", "Annulations d'éditions")},
    TableWords{"prescribers", QT_TRANSLATE_NOOP("Models", "Destinataires du tableau")},
    TableWords{"edition_mailings", QT_TRANSLATE_NOOP("Models", "Envois du tableau")},
    TableWords{"deliveries", QT_TRANSLATE_NOOP("Models", "Envois aux partenaires")},
    TableWords{"delivery_events", QT_TRANSLATE_NOOP("Models", "Suites des envois")},
    TableWords{"delivery_lines", QT_TRANSLATE_NOOP("Models", "Lignes des envois")},
    TableWords{"partner_sessions", QT_TRANSLATE_NOOP("Models", "Sessions chez les partenaires")},
    TableWords{"feeds", QT_TRANSLATE_NOOP("Models", "Relevés du portail")},
    TableWords{"trail_links", QT_TRANSLATE_NOOP("Models", "Maillons du journal")},
    TableWords{"trail_salts", QT_TRANSLATE_NOOP("Models", "Sels du journal")},
    TableWords{"erasures", QT_TRANSLATE_NOOP("Models", "Effacements")},
    TableWords{"erased_texts", QT_TRANSLATE_NOOP("Models", "Textes effacés")},
    TableWords{"erased_persons", QT_TRANSLATE_NOOP("Models", "Personnes effacées")},
};

//! Enough to tell two contents apart at a glance; the whole is in the tool tip.
constexpr qsizetype shownDigits = 12;

QString textOf(const TableSummary &table, int column)
{
    switch (column) {
    case BaseTableModel::Content: return baseTableName(table.table);
    case BaseTableModel::Rows: return QLocale().toString(table.rows);
    case BaseTableModel::Checksum:
        return QString::fromLatin1(table.checksum.toHex().left(shownDigits));
    default: return {};
    }
}

QString sentenceOf(const TableSummary &table)
{
    return ModelsTr::tr("%1 (%2) : %3 dans les deux bases, empreinte %4")
        .arg(baseTableName(table.table), table.table,
             counted(table.rows, ModelsTr::tr("%1 ligne"), ModelsTr::tr("%1 lignes")),
             QString::fromLatin1(table.checksum.toHex()));
}

} // namespace

QString baseTableName(const QString &table)
{
    const auto *const row = std::ranges::find_if(
        tableWords, [&](const TableWords &words) { return table == QLatin1String(words.table); });
    return row == tableWords.end() ? table : ModelsTr::tr(row->words);
}

void BaseTableModel::setTables(const QList<TableSummary> &tables)
{
    beginResetModel();
    m_tables = tables;
    endResetModel();
}

QString BaseTableModel::inWords() const
{
    qint64 rows = 0;
    for (const TableSummary &table : m_tables)
        rows += table.rows;
    return ModelsTr::tr("%1 tables recopiées et relues à l'identique : %2 lignes.")
        .arg(QLocale().toString(m_tables.size()), QLocale().toString(rows));
}

int BaseTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tables.size());
}

int BaseTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BaseTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const TableSummary &table = m_tables.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(table, index.column());
    case Qt::ToolTipRole: return sentenceOf(table);
    case Qt::AccessibleTextRole:
        return index.column() == Content ? sentenceOf(table) : textOf(table, index.column());
    default: return {};
    }
}

QVariant BaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Content: return ModelsTr::tr("Contenu");
    case Rows: return ModelsTr::tr("Lignes des deux côtés");
    case Checksum: return ModelsTr::tr("Empreinte des deux côtés");
    default: return {};
    }
}

} // namespace recoupe
