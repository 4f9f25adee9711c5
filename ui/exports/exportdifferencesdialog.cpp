// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportdifferencesdialog.h"

#include "models/rejectionmodel.h"
#include "models/sheetof.h"
#include "report/sheettext.h"
#include "ui/uitr.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/flatlist.h"
#include "ui/widgets/named.h"
#include "ui/widgets/recordview.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <numeric>

namespace recoupe {

namespace {

constexpr QSize startSize(1160, 600);

const QList<RecordView::ColumnLayout> freshLayout{
    {ExportDifferenceModel::Change, 110},
    {ExportDifferenceModel::Session, 120},
    {ExportDifferenceModel::Title, 300, RecordView::Room::Spare},
    {ExportDifferenceModel::Dates, 170},
    {ExportDifferenceModel::Place, 170},
    {ExportDifferenceModel::Recruitment, 130},
    {ExportDifferenceModel::Market, 100}};

QList<int> allRows(const QAbstractItemModel &model)
{
    QList<int> rows(model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

ExportDifferencesDialog::ExportDifferencesDialog(const QString &title, const QString &intro,
                                                 const QList<ExportDifference> &differences,
                                                 QWidget *parent)
    : QDialog(parent)
    , m_model(new ExportDifferenceModel)
    , m_view(named(new RecordView, "exportDifferenceView"))
    , m_filters(new FilterBar(m_model, UiTr::tr("Rechercher une session")))
    , m_count(named(new QLabel, "exportDifferenceCount"))
    , m_tabs(named(new QTabWidget, "differenceTabs"))
{
    setObjectName(QStringLiteral("exportDifferencesDialog"));
    setWindowTitle(title);
    resize(startSize);
    auto *label = named(new QLabel(intro), "exportDifferenceIntro");
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(title);
    m_tabs->addTab(makeDifferences(), UiTr::tr("&Différences (%1)").arg(differences.size()));
    auto *buttons = new QDialogButtonBox;
    auto *copyButton = buttons->addButton(UiTr::tr("&Copier"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    connect(copyButton, &QPushButton::clicked, this, &ExportDifferencesDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    m_model->setDifferences(differences);
    updateCount();
    m_view->setFocus();
}

QWidget *ExportDifferencesDialog::makeDifferences()
{
    m_model->setParent(m_view);
    m_view->setAccessibleName(UiTr::tr("Différences"));
    m_view->setRecords(m_model, ExportDifferenceModel::Change, freshLayout);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ExportDifferencesDialog::updateCount);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_filters);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_count);
    return page;
}

void ExportDifferencesDialog::updateCount()
{
    const int total = m_model->totalCount();
    m_count->setText(total == 0
                         ? UiTr::tr("Aucune différence : le partenaire a déjà tout.")
                         : UiTr::tr("%1 sur %2 affichées").arg(m_model->rowCount()).arg(total));
}

void ExportDifferencesDialog::addRejections(const QString &label,
                                            const QList<Rejection> &rejections)
{
    if (rejections.isEmpty())
        return;
    auto *view = new QTreeView;
    auto *model = new RejectionModel(view);
    model->setRejections(rejections);
    makeFlat(view, model);
    view->setColumnHidden(RejectionModel::File, true);
    view->setColumnHidden(RejectionModel::Line, true);
    for (const int column : {RejectionModel::Record, RejectionModel::Field, RejectionModel::Value})
        view->resizeColumnToContents(column);
    view->setCurrentIndex(model->index(0, RejectionModel::Record));
    const QString title = label.arg(rejections.size());
    view->setAccessibleName(QString(title).remove(u'&'));
    m_tabs->addTab(view, title);
}

//! The list of the tab that is shown, as it is shown; its selected rows where there are several.
void ExportDifferencesDialog::copy()
{
    const auto *list = qobject_cast<const QTreeView *>(m_tabs->currentWidget());
    const QList<int> selected = m_view->selectedRows();
    const Sheet sheet = list ? sheetOf(*list->model(), allRows(*list->model()))
                             : m_view->sheetOf(selected.size() > 1 ? selected : allRows(*m_model));
    QGuiApplication::clipboard()->setText(pastedText(sheet));
}

} // namespace recoupe
