// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/meanwhiledialog.h"

#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace recoupe {

namespace {

QTreeView *tableOf(QAbstractItemModel &model)
{
    auto *view = new QTreeView;
    view->setObjectName(QStringLiteral("meanwhileView"));
    view->setAccessibleName(UiTr::tr("Ce qui a changé entre-temps"));
    view->setModel(&model);
    view->setRootIsDecorated(false);
    view->setAlternatingRowColors(true);
    view->setWordWrap(true);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->header()->setSectionResizeMode(MeanwhileModel::Seen, QHeaderView::Stretch);
    view->header()->setSectionResizeMode(MeanwhileModel::Now, QHeaderView::Stretch);
    view->setCurrentIndex(model.index(0, 0));
    return view;
}

} // namespace

void MeanwhileDialog::tell(const QList<MeanwhileChange> &changes, QWidget *parent)
{
    if (changes.isEmpty())
        return;
    auto *dialog = new MeanwhileDialog(changes, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

MeanwhileDialog::MeanwhileDialog(const QList<MeanwhileChange> &changes, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("meanwhile"));
    setWindowTitle(UiTr::tr("Modifié entre-temps"));
    resize(900, 320);
    m_model.setChanges(changes);
    auto *intro = new QLabel(UiTr::tr("%1 La liste montre maintenant ce qui vaut : relire, puis "
                                      "décider de nouveau.")
                                 .arg(meanwhileInWords(changes)));
    intro->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(tableOf(m_model), 1);
    layout->addWidget(buttons);
}

} // namespace recoupe
