// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/differencedialog.h"

#include "models/sheetof.h"
#include "report/sheettext.h"
#include "ui/uitr.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>
#include <numeric>

namespace recoupe {

namespace {

constexpr QSize startSize(1080, 560);
constexpr std::array<int, EditionDifferenceModel::ColumnCount> columnWidths{90,  270, 170,
                                                                            130, 190, 190};

} // namespace

DifferenceDialog::DifferenceDialog(const QString &intro,
                                   const QList<EditionDifference> &differences, QWidget *parent)
    : QDialog(parent)
    , m_view(new QTreeView)
{
    setObjectName(QStringLiteral("differences"));
    setWindowTitle(UiTr::tr("Comparaison avec l'édition précédente"));
    resize(startSize);
    m_model.setDifferences(differences);
    m_view->setObjectName(QStringLiteral("differenceView"));
    m_view->setAccessibleName(UiTr::tr("Différences entre les deux éditions"));
    m_view->setModel(&m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setStretchLastSection(true);
    for (int column = 0; column < EditionDifferenceModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, columnWidths[size_t(column)]);
    m_view->setCurrentIndex(m_model.index(0, 0));

    auto *label = new QLabel(UiTr::tr("%1\u00A0: %2.").arg(intro, inWords(differences)));
    label->setObjectName(QStringLiteral("differenceIntro"));
    label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *copy = buttons->addButton(UiTr::tr("&Copier"), QDialogButtonBox::ActionRole);
    copy->setEnabled(!differences.isEmpty());
    buttons->addButton(QDialogButtonBox::Close);
    connect(copy, &QPushButton::clicked, this, &DifferenceDialog::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    m_view->setFocus();
}

void DifferenceDialog::copyAll()
{
    QList<int> rows(m_model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    QGuiApplication::clipboard()->setText(pastedText(sheetOf(m_model, rows)));
}

} // namespace recoupe
