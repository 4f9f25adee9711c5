// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/meanwhiledialog.h"

#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace recoupe {

namespace {

//! A table, as only there rows grow with what is said in them.
QTableView *tableOf(MeanwhileModel &model)
{
    auto *view = new QTableView;
    view->setObjectName(QStringLiteral("meanwhileView"));
    view->setAccessibleName(UiTr::tr("Ce qui a changé entre-temps"));
    view->setModel(&model);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {MeanwhileModel::Seen, MeanwhileModel::Now, MeanwhileModel::Wanted})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    header->moveSection(MeanwhileModel::Wanted, MeanwhileModel::Author); // beside the others
    view->setColumnHidden(MeanwhileModel::Wanted, !model.hasWanted());
    view->setColumnHidden(MeanwhileModel::Subject, model.hasWanted()); // told by the field alone
    const int first = model.hasWanted() ? MeanwhileModel::Field : MeanwhileModel::Subject;
    view->setCurrentIndex(model.index(0, first));
    return view;
}

} // namespace

void MeanwhileDialog::tell(const QList<MeanwhileChange> &changes, QWidget *parent)
{
    if (changes.isEmpty())
        return;
    auto *dialog = new MeanwhileDialog(
        changes,
        UiTr::tr("La liste montre maintenant ce qui vaut : relire, puis décider de nouveau."),
        parent);
    dialog->show();
}

void MeanwhileDialog::tell(const QList<MeanwhileChange> &changes, QWidget *dialog,
                           std::function<void()> takeUp)
{
    if (changes.isEmpty())
        return;
    auto *told = new MeanwhileDialog(
        changes,
        UiTr::tr("Ce que vous avez écrit est gardé. « Reprendre » repart de ce qui vaut "
                 "maintenant et y remet ce que vous avez écrit : relire, puis enregistrer de "
                 "nouveau."),
        dialog);
    auto *button = told->m_buttons->addButton(UiTr::tr("&Reprendre"), QDialogButtonBox::AcceptRole);
    button->setObjectName(QStringLiteral("takeUp"));
    button->setDefault(true);
    connect(told->m_buttons, &QDialogButtonBox::accepted, told, &QDialog::accept);
    connect(told, &QDialog::accepted, dialog, std::move(takeUp));
    told->open();
}

MeanwhileDialog::MeanwhileDialog(const QList<MeanwhileChange> &changes, const QString &whatNext,
                                 QWidget *parent)
    : QDialog(parent)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("meanwhile"));
    setWindowTitle(UiTr::tr("Modifié entre-temps"));
    resize(900, 320);
    m_model.setChanges(changes);
    auto *intro =
        new QLabel(UiTr::tr("%1 %2", "sentences").arg(meanwhileInWords(changes), whatNext));
    intro->setWordWrap(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(tableOf(m_model), 1);
    layout->addWidget(m_buttons);
}

} // namespace recoupe
