// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rejectiondialog.h"

#include "models/sheetof.h"
#include "report/sheettext.h"
#include "services/rejectedrows.h"
#include "ui/uitr.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace recoupe {

RejectionDialog::RejectionDialog(const QList<ImportOutcome> &outcomes, const QString &folder,
                                 Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_outcomes(outcomes)
    , m_dialogs(dialogs)
    , m_folder(folder)
    , m_view(new QTreeView)
{
    setObjectName(QStringLiteral("rejections"));
    setWindowTitle(UiTr::tr("Lignes rejetées à l'import"));
    resize(900, 420);
    QList<Rejection> rejections;
    for (const ImportOutcome &outcome : outcomes)
        rejections << outcome.summary->rejections;
    m_model.setRejections(rejections);
    m_view->setObjectName(QStringLiteral("rejectionView"));
    m_view->setAccessibleName(UiTr::tr("Lignes rejetées"));
    m_view->setModel(&m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setStretchLastSection(true);
    for (int column = 0; column < RejectionModel::Expected; ++column)
        m_view->resizeColumnToContents(column);
    m_view->setCurrentIndex(m_model.index(0, 0));

    auto *intro =
        new QLabel(UiTr::tr("Ces lignes restent de côté ; les autres sont importées. Enregistrées "
                            "telles qu'elles sont dans le fichier et avec leur erreur, elles "
                            "peuvent être renvoyées à qui les a envoyées."));
    intro->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *copy = buttons->addButton(UiTr::tr("&Copier"), QDialogButtonBox::ActionRole);
    auto *saveButton =
        buttons->addButton(UiTr::tr("&Enregistrer pour renvoi…"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    copy->setObjectName(QStringLiteral("copy"));
    saveButton->setObjectName(QStringLiteral("save"));
    connect(copy, &QPushButton::clicked, this, &RejectionDialog::copySelected);
    connect(saveButton, &QPushButton::clicked, this, &RejectionDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
}

//! Everything where no more than the current row is selected.
void RejectionDialog::copySelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows << index.row();
    if (rows.size() <= 1) {
        rows.resize(m_model.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QGuiApplication::clipboard()->setText(pastedText(sheetOf(m_model, rows)));
}

const ImportOutcome &RejectionDialog::currentOutcome() const
{
    int row = std::max(0, m_view->currentIndex().row());
    for (const ImportOutcome &outcome : m_outcomes) {
        row -= int(outcome.summary->rejections.size());
        if (row < 0)
            return outcome;
    }
    return m_outcomes.last();
}

void RejectionDialog::save()
{
    const ImportOutcome outcome = currentOutcome();
    const SaveRequest request{UiTr::tr("Enregistrer les lignes rejetées de « %1 »")
                                  .arg(QFileInfo(outcome.plan.file).fileName()),
                              QDir(m_folder).filePath(rejectedFileName(outcome.plan.file)),
                              UiTr::tr("Fichier CSV (*.csv)")};
    m_dialogs.chooseTarget(
        this, request, [this, outcome](const QString &file) { Q_EMIT saveWanted(outcome, file); });
}

} // namespace recoupe
