// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rejectiondialog.h"

#include "models/tabletext.h"
#include "ui/uitr.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <numeric>

namespace recoupe {

RejectionDialog::RejectionDialog(const QList<Rejection> &rejections, const QString &folder,
                                 Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_folder(folder)
    , m_view(new QTreeView)
{
    setObjectName(QStringLiteral("rejections"));
    setWindowTitle(UiTr::tr("Lignes rejetées à l'import"));
    resize(900, 420);
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

    auto *intro = new QLabel(UiTr::tr("Ces lignes n'ont pas été importées ; les autres l'ont été. "
                                      "La liste enregistrée peut être renvoyée à l'expéditeur."));
    intro->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(UiTr::tr("&Copier"), QDialogButtonBox::ActionRole);
    auto *saveButton =
        buttons->addButton(UiTr::tr("&Enregistrer en CSV…"), QDialogButtonBox::ActionRole);
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
    QList<int> columns(RejectionModel::ColumnCount);
    std::iota(columns.begin(), columns.end(), 0);
    QGuiApplication::clipboard()->setText(tabSeparated(m_model, rows, columns));
}

void RejectionDialog::save()
{
    const SaveRequest request{UiTr::tr("Enregistrer les lignes rejetées"),
                              QDir(m_folder).filePath(UiTr::tr("lignes-rejetees.csv")),
                              UiTr::tr("Fichier CSV (*.csv)")};
    m_dialogs.chooseTarget(this, request, [this](const QString &file) {
        const Result<> written = writeCsv(m_model, file);
        if (written)
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, UiTr::tr("Enregistrement impossible"),
                                    written.error().message, QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

} // namespace recoupe
