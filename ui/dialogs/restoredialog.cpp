// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/restoredialog.h"

#include "core/shortdate.h"
#include "models/facetedtablemodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace recoupe {

namespace {

QLabel *makeText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

RestoreDialog::RestoreDialog(const RestoreRequest &request, QWidget *parent)
    : QDialog(parent)
    , m_copies(request.copies)
    , m_list(new QTreeWidget)
{
    setObjectName(QStringLiteral("restoreDialog"));
    setWindowTitle(UiTr::tr("Restaurer une sauvegarde"));
    resize(620, 420);
    fillList();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(makeText(request.text));
    layout->addWidget(m_list, 1);
    layout->addWidget(makeText(
        UiTr::tr("La sauvegarde choisie prend la place de la base ; ce qui a été fait depuis n'y "
                 "sera plus. La base actuelle est mise de côté dans le même dossier, jamais "
                 "effacée. Fermez d'abord Recoupe ailleurs.")));
    layout->addWidget(makeButtons());
    m_list->setFocus();
}

void RestoreDialog::fillList()
{
    m_list->setObjectName(QStringLiteral("copies"));
    m_list->setAccessibleName(UiTr::tr("Sauvegardes, la plus récente d'abord"));
    m_list->setHeaderLabels({UiTr::tr("Faite le"), UiTr::tr("Sessions"), UiTr::tr("Fichier")});
    m_list->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setItemDelegate(new BadgeDelegate(FacetedTableModel::BadgeRole, m_list)); // its spacing
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    for (const KeptCopy &copy : m_copies) {
        auto *line = new QTreeWidgetItem(m_list, {shortDateTime(copy.madeAt),
                                                  QLocale().toString(copy.sessions),
                                                  QFileInfo(copy.path).fileName()});
        line->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_list->header()->resizeSection(0, 150);
    m_list->header()->resizeSection(1, 90);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

QWidget *RestoreDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox;
    QPushButton *accept = buttons->addButton(UiTr::tr("&Restaurer"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("accept"));
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setDefault(true); // a key pressed without reading replaces nothing
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

KeptCopy RestoreDialog::copy() const
{
    return m_copies.at(m_list->indexOfTopLevelItem(m_list->currentItem()));
}

} // namespace recoupe
