// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/distribution/prescribersdialog.h"

#include "core/counted.h"
#include "models/sheetof.h"
#include "report/sheetfile.h"
#include "services/words.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/distribution/prescriberdialog.h"
#include "ui/style/icons.h"
#include "ui/uitr.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace recoupe {

namespace {

constexpr QSize startSize(940, 560);
constexpr int scopeWidth = 150;
constexpr int structureWidth = 270;

} // namespace

PrescribersDialog::PrescribersDialog(OfficeClient &client, Dialogs &dialogs, QSettings &settings,
                                     QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_settings(settings)
    , m_search(named(new QLineEdit, "prescriberSearch"))
    , m_stack(new QStackedWidget)
    , m_view(named(new QTreeView, "prescribers"))
    , m_empty(new EmptyState)
    , m_count(named(new QLabel, "prescriberCount"))
    , m_import(
          new QAction(themedIcon(QStringLiteral("import")), UiTr::tr("&Importer la liste…"), this))
    , m_importButton(named(new QPushButton(m_import->text()), "importPrescribers"))
    , m_add(named(new QPushButton(UiTr::tr("&Ajouter…")), "addPrescriber"))
    , m_edit(named(new QPushButton(UiTr::tr("&Modifier…")), "editPrescriber"))
    , m_remove(named(new QPushButton(UiTr::tr("Re&tirer…")), "removePrescribers"))
    , m_export(named(new QPushButton(UiTr::tr("E&xporter…")), "exportPrescribers"))
{
    setObjectName(QStringLiteral("prescribersDialog"));
    setWindowTitle(UiTr::tr("Destinataires du tableau"));
    resize(startSize);
    auto *intro = new QLabel(
        UiTr::tr("Chacun reçoit la partie du tableau qui concerne son département ; ceux de toute "
                 "la région reçoivent le tableau entier. Une liste importée remplace celle-ci, "
                 "après un résumé."));
    intro->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_stack, 1);
    row->addLayout(buildCommands());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(intro);
    layout->addWidget(buildSearch());
    layout->addLayout(row, 1);
    layout->addLayout(foot);
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_empty);
    orderTabs();
    connect(m_import, &QAction::triggered, this, &PrescribersDialog::importWanted);
    connect(&client, &OfficeClient::imported, this, [this](const QList<ImportOutcome> &outcomes) {
        const auto isList = [](const ImportOutcome &outcome) {
            return outcome.summary && outcome.summary->record.kind == ImportKind::Prescribers;
        };
        if (std::ranges::any_of(outcomes, isList)) {
            reload();
            Q_EMIT changed();
        }
    });
    updateState();
    reload();
}

QWidget *PrescribersDialog::buildSearch()
{
    m_search->setAccessibleName(UiTr::tr("Rechercher un destinataire"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &PrescribersDialog::search);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));
    return m_search;
}

QWidget *PrescribersDialog::buildList()
{
    m_view->setModel(&m_model);
    m_view->setAccessibleName(UiTr::tr("Destinataires"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->resizeSection(PrescriberModel::Scope, scopeWidth);
    m_view->header()->resizeSection(PrescriberModel::Structure, structureWidth);
    m_view->header()->setStretchLastSection(true);
    connect(m_view, &QTreeView::activated, this, &PrescribersDialog::editCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PrescribersDialog::updateState);
    connect(new QShortcut(QKeySequence::Delete, m_view, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, &PrescribersDialog::removeSelected);
    return m_view;
}

QLayout *PrescribersDialog::buildCommands()
{
    connect(m_importButton, &QPushButton::clicked, m_import, &QAction::trigger);
    connect(m_add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    connect(m_edit, &QPushButton::clicked, this, &PrescribersDialog::editCurrent);
    connect(m_remove, &QPushButton::clicked, this, &PrescribersDialog::removeSelected);
    connect(m_export, &QPushButton::clicked, this, &PrescribersDialog::exportList);
    auto *column = new QVBoxLayout;
    for (QPushButton *button : {m_importButton, m_add, m_edit, m_remove, m_export}) {
        button->setAutoDefault(false);
        column->addWidget(button);
    }
    column->addStretch();
    return column;
}

//! By keyboard as by eye.
void PrescribersDialog::orderTabs()
{
    const QList<QWidget *> order{m_search,       m_view,  m_empty->focusTarget(),
                                 m_importButton, m_add,   m_edit,
                                 m_remove,       m_export};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void PrescribersDialog::reload()
{
    m_client.run(
        UiTr::tr("Lecture des destinataires"),
        [](BackOffice &office, const Progress &) { return office.distribution().prescribers(); },
        this, [this](const QList<Prescriber> &prescribers) { showList(prescribers); });
}

//! The current row stays where it was, or goes to who was just written.
void PrescribersDialog::showList(const QList<Prescriber> &prescribers)
{
    const int before = std::max(0, m_view->currentIndex().row());
    const bool wasFirst = !std::exchange(m_isLoaded, true);
    m_model.setPrescribers(prescribers);
    const int wanted = m_wanted ? m_model.rowOf(*m_wanted) : -1;
    m_wanted.reset();
    const int row = wanted >= 0 ? wanted : std::min(before, m_model.rowCount() - 1);
    m_view->setCurrentIndex(m_model.index(row, 0));
    updateState();
    if (wasFirst)
        (m_model.totalCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty->focusTarget())
            ->setFocus();
}

void PrescribersDialog::search(const QString &text)
{
    m_model.setSearch(text);
    m_view->setCurrentIndex(m_model.index(0, 0));
    updateState();
}

void PrescribersDialog::edit(const std::optional<Prescriber> &prescriber)
{
    auto *dialog = new PrescriberDialog(prescriber, m_client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrescriberDialog::saved, this, [this](const Prescriber &saved) {
        m_wanted = saved;
        reload();
        Q_EMIT changed();
    });
    dialog->open();
}

void PrescribersDialog::editCurrent()
{
    if (selectedRows().size() == 1)
        edit(m_model.prescriber(selectedRows().first()));
}

void PrescribersDialog::removeSelected()
{
    QList<Prescriber> removed;
    for (const int row : selectedRows())
        removed << m_model.prescriber(row);
    if (removed.isEmpty())
        return;
    const Question question{.title = UiTr::tr("Retirer de la liste"),
                            .text = counted(removed.size(),
                                            UiTr::tr("%1 adresse ne recevra plus le tableau."),
                                            UiTr::tr("%1 adresses ne recevront plus le tableau.")),
                            .acceptLabel = UiTr::tr("&Retirer")};
    m_dialogs.confirm(this, question, [this, removed] {
        m_client.run(
            UiTr::tr("Retrait de destinataires"),
            [removed](BackOffice &office, const Progress &) {
                return office.distribution().remove(removed);
            },
            this,
            [this](const QList<MeanwhileChange> &meanwhile) {
                MeanwhileDialog::tell(meanwhile, this);
                reload();
                if (meanwhile.isEmpty())
                    Q_EMIT changed();
            });
    });
}

//! What is shown; a search exports what it finds.
void PrescribersDialog::exportList()
{
    QList<int> rows(m_model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    Sheet sheet = sheetOf(m_model, rows);
    sheet.name = UiTr::tr("Destinataires");
    const QString name =
        UiTr::tr("Destinataires du tableau %1.xlsx").arg(m_client.today().toString(Qt::ISODate));
    const SaveRequest request{UiTr::tr("Exporter la liste des destinataires"),
                              QDir(lastFolder(m_settings)).filePath(name),
                              UiTr::tr("Classeur Excel (*.xlsx);;Fichier CSV (*.csv)")};
    m_dialogs.chooseTarget(this, request, [this, sheet](const QString &file) {
        rememberFolderOf(m_settings, file);
        m_client.run(
            UiTr::tr("Export des destinataires"),
            [sheet, file](BackOffice &, const Progress &progress) -> Result<QString> {
                return writeSheetFile(sheet, file, progress).map([&file] { return file; });
            },
            this,
            [this](const QString &saved) {
                m_count->setText(
                    UiTr::tr("Liste enregistrée dans %1").arg(QDir::toNativeSeparators(saved)));
            });
    });
}

QList<int> PrescribersDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows << index.row();
    return rows;
}

void PrescribersDialog::updateState()
{
    const int total = m_model.totalCount();
    const int shown = m_model.rowCount();
    if (m_isLoaded)
        m_empty->explain(QStringLiteral("prescribers"),
                         total == 0 ? UiTr::tr("Aucun destinataire. Importez la liste des adresses "
                                               "par département : CSV, XLSX ou ODS, avec les "
                                               "colonnes departement (« region » pour qui "
                                               "reçoit tout), structure et courriel.")
                                    : UiTr::tr("Aucun destinataire ne répond à la recherche."),
                         total == 0 ? m_import : nullptr);
    else
        m_empty->explain(QStringLiteral("prescribers"), UiTr::tr("Lecture de la liste…"));
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_search->setEnabled(total > 0);
    m_importButton->setVisible(total > 0);
    m_count->setText(total == 0       ? QString()
                     : shown == total ? addressesInWords(total)
                                      : UiTr::tr("%1 sur %2").arg(shown).arg(total));
    const qsizetype selected = selectedRows().size();
    offer(m_edit, selected == 1 ? QString() : UiTr::tr("Choisir un destinataire dans la liste."));
    offer(m_remove,
          selected > 0 ? QString() : UiTr::tr("Choisir des destinataires dans la liste."));
    offer(m_export, shown > 0 ? QString() : UiTr::tr("La liste est vide."));
}

} // namespace recoupe
