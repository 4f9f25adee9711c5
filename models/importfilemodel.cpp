// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importfilemodel.h"

#include "models/importwords.h"
#include "models/words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

QString outcomeOf(const ImportFile &file)
{
    if (!file.trial)
        return ModelsTr::tr("Lecture en cours…");
    if (!*file.trial)
        return ModelsTr::tr("Illisible : %1").arg(file.trial->error().message);
    const ImportSummary &summary = **file.trial;
    return summary.changedAnything() || !summary.rejections.isEmpty()
               ? countsInWords(summary)
               : ModelsTr::tr("rien de nouveau : %1").arg(countsInWords(summary));
}

QString badgeOf(const ImportFile &file)
{
    if (!file.trial)
        return {};
    if (!*file.trial)
        return QStringLiteral("severity/blocking");
    if (!(*file.trial)->rejections.isEmpty())
        return QStringLiteral("severity/warning");
    return (*file.trial)->changedAnything() ? QStringLiteral("control/conforming")
                                            : QStringLiteral("severity/info");
}

QString contentsOf(const ImportFile &file)
{
    const std::optional<ImportKind> kind = file.kind ? file.kind : file.plan.kind;
    return kind ? contentsInWords(*kind, file.isTable || !file.kind) : QString();
}

//! A file with its trial, and what that found it to be.
ImportFile triedFile(const ImportOutcome &outcome)
{
    ImportFile file{outcome.plan, outcome.summary};
    if (outcome.summary)
        file.kind = outcome.summary->record.kind;
    // One that lacks columns has columns.
    file.isTable = outcome.summary ? outcome.summary->isTable
                                   : outcome.summary.error().code == ErrorCode::MissingColumn;
    return file;
}

QString textOf(const ImportFile &file, int column)
{
    switch (column) {
    case ImportFileModel::File: return QFileInfo(file.plan.file).fileName();
    case ImportFileModel::Contents: return contentsOf(file);
    case ImportFileModel::Outcome: return outcomeOf(file);
    default: return {};
    }
}

QString sentenceOf(const ImportFile &file)
{
    QStringList parts{textOf(file, ImportFileModel::File), contentsOf(file), outcomeOf(file)};
    parts.removeAll(QString());
    return parts.join(u", ");
}

} // namespace

void ImportFileModel::add(const QList<ImportPlan> &plans)
{
    for (const ImportPlan &plan : plans) {
        const auto known = std::ranges::find_if(
            m_files, [&](const ImportFile &file) { return file.plan.file == plan.file; });
        if (known != m_files.end()) {
            known->plan = plan;
            continue;
        }
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_files.append({plan});
        endInsertRows();
    }
    forgetTrials();
}

void ImportFileModel::remove(const QList<int> &rows)
{
    QList<int> descending = rows;
    std::ranges::sort(descending, std::greater());
    for (const int row : std::as_const(descending)) {
        beginRemoveRows({}, row, row);
        m_files.removeAt(row);
        endRemoveRows();
    }
    forgetTrials(); // a later file may build on an earlier one
}

void ImportFileModel::forgetTrials()
{
    for (ImportFile &file : m_files)
        file.trial.reset();
    outcomesChanged();
}

void ImportFileModel::setTrials(const QList<ImportOutcome> &outcomes)
{
    Q_ASSERT(outcomes.size() == m_files.size());
    for (qsizetype row = 0; row < outcomes.size(); ++row)
        m_files[row] = triedFile(outcomes.at(row));
    outcomesChanged();
}

void ImportFileModel::outcomesChanged()
{
    if (!m_files.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QList<ImportPlan> ImportFileModel::plans() const
{
    QList<ImportPlan> plans;
    for (const ImportFile &file : m_files)
        plans << file.plan;
    return plans;
}

QList<ImportPlan> ImportFileModel::readablePlans() const
{
    QList<ImportPlan> plans;
    for (const ImportFile &file : m_files) {
        if (file.isReadable())
            plans << file.plan;
    }
    return plans;
}

int ImportFileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int ImportFileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportFileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const ImportFile &file = m_files.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(file, index.column());
    case Qt::ToolTipRole:
        return index.column() == File ? QDir::toNativeSeparators(file.plan.file)
                                      : textOf(file, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == File ? sentenceOf(file) : textOf(file, index.column());
    case BadgeRole: return index.column() == Outcome ? badgeOf(file) : QString();
    default: return {};
    }
}

QVariant ImportFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File: return ModelsTr::tr("Fichier");
    case Contents: return ModelsTr::tr("Contenu");
    case Outcome: return ModelsTr::tr("Ce que fera l'import");
    default: return {};
    }
}

QString contentsInWords(ImportKind kind, bool isTable)
{
    switch (kind) {
    case ImportKind::Lheo: return ModelsTr::tr("Offres du portail (LHÉO)");
    case ImportKind::Sesar: return ModelsTr::tr("Sessions déclarées sur SESAR");
    case ImportKind::Prescribers: return ModelsTr::tr("Destinataires du tableau");
    case ImportKind::Awards: break;
    }
    return isTable ? ModelsTr::tr("Notifications") : ModelsTr::tr("Notifications (DECP)");
}

QStringList remarksOn(const ImportFile &file)
{
    if (!file.trial)
        return {};
    if (!*file.trial)
        return {file.trial->error().message};
    const ImportSummary &summary = **file.trial;
    QStringList remarks;
    if (lacksFunder(summary))
        remarks << ModelsTr::tr("Des lignes ne nomment pas leur financeur : choisir celui qui a "
                                "envoyé le fichier.");
    if (!summary.rejections.isEmpty())
        remarks << ModelsTr::tr("Les lignes rejetées resteront de côté ; les autres seront "
                                "importées.");
    return remarks + summary.warnings;
}

} // namespace recoupe
