// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importdialog.h"

#include "services/words.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/dialogs/dialogs.h"
#include "ui/importing/droppedfiles.h"
#include "ui/importing/readingchoices.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr QSize startSize(980, 640);
constexpr int restMs = 150;
constexpr int steps = 1000;
constexpr int fileWidth = 230;
constexpr int contentsWidth = 210;

void setAvailable(QWidget *widget, const QString &whyNot)
{
    widget->setEnabled(whyNot.isEmpty());
    widget->setToolTip(whyNot);
}

} // namespace

ImportDialog::ImportDialog(OfficeClient &client, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_rest(new QTimer(this))
    , m_notice(named(new QLabel, "notice"))
    , m_view(named(new QTreeView, "files"))
    , m_add(named(new QPushButton(UiTr::tr("&Ajouter…")), "add"))
    , m_remove(named(new QPushButton(UiTr::tr("Re&tirer")), "remove"))
    , m_again(named(new QPushButton(UiTr::tr("Re&lire")), "again"))
    , m_kind(named(new QComboBox, "kind"))
    , m_funder(named(new QComboBox, "funder"))
    , m_profile(named(new QComboBox, "profile"))
    , m_encoding(named(new QComboBox, "encoding"))
    , m_separator(named(new QComboBox, "separator"))
    , m_columns(named(new QPushButton(UiTr::tr("Col&onnes…")), "columns"))
    , m_details(named(new QPlainTextEdit, "details"))
    , m_rejections(named(new QPushButton(UiTr::tr("&Voir les rejets…")), "rejections"))
    , m_effect(named(new QLabel, "effect"))
    , m_progress(named(new QProgressBar, "progress"))
    , m_import(named(new QPushButton(UiTr::tr("&Importer")), "import"))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(UiTr::tr("Importer"));
    setAcceptDrops(true);
    resize(startSize);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    m_notice->setWordWrap(true);
    m_effect->setWordWrap(true);
    setNotice(UiTr::tr("Voici ce que fera l'import : rien n'est changé avant « Importer »."));
    layout->addWidget(m_notice);
    layout->addLayout(buildFiles(), 2);
    layout->addLayout(buildReading());
    layout->addLayout(buildDetails(), 1);
    layout->addWidget(m_effect);
    layout->addWidget(buildButtons());
    connectChoices();
    orderTabs();
    showCurrent();
    m_view->setFocus();
}

QLayout *ImportDialog::buildFiles()
{
    m_view->setModel(&m_model);
    m_view->setAccessibleName(UiTr::tr("Fichiers à importer"));
    m_view->setItemDelegate(new BadgeDelegate(ImportFileModel::BadgeRole, m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->resizeSection(ImportFileModel::File, fileWidth);
    m_view->header()->resizeSection(ImportFileModel::Contents, contentsWidth);
    m_view->header()->setStretchLastSection(true);
    m_again->setToolTip(UiTr::tr("Lire de nouveau les fichiers, qui ont pu changer"));
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_add, m_remove, m_again})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_view, 1);
    row->addLayout(buttons);
    return row;
}

QLayout *ImportDialog::buildReading()
{
    m_kind->addItem(UiTr::tr("Reconnu d'après le fichier"), QVariant());
    for (const ImportKind kind :
         {ImportKind::Lheo, ImportKind::Awards, ImportKind::Sesar, ImportKind::Prescribers})
        m_kind->addItem(contentsInWords(kind, true), int(kind));
    offerFunders(m_funder, m_client.today());
    offerProfiles(m_profile, {});
    offerEncodings(m_encoding);
    offerSeparators(m_separator);
    auto *grid = new QGridLayout;
    int place = 0;
    const auto addField = [&](const QString &text, QWidget *field) {
        grid->addWidget(labelOf(text, field), place / 3, place % 3 * 2);
        grid->addWidget(field, place / 3, place % 3 * 2 + 1);
        ++place;
    };
    addField(UiTr::tr("&Contenu"), m_kind);
    addField(UiTr::tr("&Financeur"), m_funder);
    addField(UiTr::tr("&Profil"), m_profile);
    addField(UiTr::tr("&Encodage"), m_encoding);
    addField(UiTr::tr("&Séparateur"), m_separator);
    grid->addWidget(m_columns, place / 3, place % 3 * 2 + 1);
    for (int column = 1; column < 6; column += 2)
        grid->setColumnStretch(column, 1);
    return grid;
}

QLayout *ImportDialog::buildDetails()
{
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(UiTr::tr("Remarques sur le fichier"));
    m_details->setPlaceholderText(UiTr::tr("Aucune remarque sur ce fichier."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_details, 1);
    row->addWidget(m_rejections, 0, Qt::AlignTop);
    return row;
}

QWidget *ImportDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_progress->setAccessibleName(UiTr::tr("Avancement de la lecture"));
    m_progress->setTextVisible(false);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_progress, 1);
    layout->addWidget(buttons, 1);
    return row;
}

void ImportDialog::connectChoices()
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &ImportDialog::tryFiles);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &ImportDialog::removeSelected);
    connect(m_again, &QPushButton::clicked, this, &ImportDialog::tryFiles);
    connect(new QShortcut(QKeySequence::Delete, m_view, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, &ImportDialog::removeSelected);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportDialog::showCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportDialog::showCurrent);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ImportDialog::showCurrent);
    connect(&m_client, &OfficeClient::progressed, this,
            [this](quint64 job, qint64 reached, qint64 total) {
                if (job != m_trial)
                    return;
                m_progress->setRange(0, total > 0 ? steps : 0);
                if (total > 0)
                    m_progress->setValue(int(reached * steps / total));
            });
    const auto onChoice = [this](QComboBox *box, auto change) {
        connect(box, &QComboBox::activated, this, [this, change] { changePlans(change); });
    };
    onChoice(m_kind, [this](ImportPlan &plan) {
        const QVariant kind = m_kind->currentData();
        plan.kind = kind.isValid() ? std::optional(ImportKind(kind.toInt())) : std::nullopt;
    });
    onChoice(m_funder, [this](ImportPlan &plan) { plan.profile.funder = chosenFunder(m_funder); });
    onChoice(m_profile, [this](ImportPlan &plan) { takeProfile(plan); });
    onChoice(m_encoding, [this](ImportPlan &plan) {
        plan.profile.encoding = m_encoding->currentData().toString();
    });
    onChoice(m_separator, [this](ImportPlan &plan) {
        plan.profile.separator = m_separator->currentData().toChar();
    });
    connect(m_columns, &QPushButton::clicked, this, &ImportDialog::askForColumns);
    connect(m_rejections, &QPushButton::clicked, this, [this] {
        const ImportFile *file = currentFile();
        Q_EMIT rejectionsWanted({file->plan, *file->trial});
    });
}

//! By keyboard as by eye.
void ImportDialog::orderTabs()
{
    const QList<QWidget *> order{m_view,    m_add,        m_remove,   m_again,     m_kind,
                                 m_funder,  m_profile,    m_encoding, m_separator, m_columns,
                                 m_details, m_rejections, m_import};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ImportDialog::setNotice(const QString &text)
{
    m_notice->setText(text);
}

void ImportDialog::add(const QList<ImportPlan> &plans)
{
    m_model.add(plans);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model.index(0, 0));
    listProfiles(); // one may have been saved meanwhile
    tryFiles();
}

void ImportDialog::done(int result)
{
    ++m_round;
    m_client.cancel(m_trial);
    QDialog::done(result);
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    QList<ImportPlan> plans;
    for (const QString &file : droppedFiles(event->mimeData()))
        plans << ImportPlan{.file = file};
    event->acceptProposedAction();
    add(plans);
}

void ImportDialog::chooseFiles()
{
    m_dialogs.chooseFiles(this, m_folder, [this](const QStringList &files) {
        QList<ImportPlan> plans;
        for (const QString &file : files)
            plans << ImportPlan{.file = file};
        add(plans);
    });
}

void ImportDialog::removeSelected()
{
    m_model.remove(selectedRows());
    tryFiles();
}

void ImportDialog::listProfiles()
{
    m_client.run(
        UiTr::tr("Lecture des profils"),
        [](BackOffice &office, const Progress &) { return office.profiles().profiles(); }, this,
        [this](const QList<TableProfile> &profiles) {
            m_profiles = profiles;
            offerProfiles(m_profile, profiles);
            showCurrent();
        });
}

void ImportDialog::changePlans(const std::function<void(ImportPlan &)> &change)
{
    QList<ImportPlan> plans;
    for (const int row : selectedRows()) {
        ImportPlan plan = m_model.file(row).plan;
        change(plan);
        plans << plan;
    }
    ++m_round; // what runs is of other plans
    m_client.cancel(m_trial);
    m_rest->start();
    m_model.add(plans);
}

//! Those of the selected files that have columns.
void ImportDialog::askForColumns()
{
    QList<ImportPlan> plans;
    for (const int row : selectedRows()) {
        const ImportFile &file = m_model.file(row);
        if (!file.isTable)
            continue;
        plans << file.plan;
        if (!file.plan.kind)
            plans.last().kind = file.kind;
    }
    Q_EMIT columnsWanted(plans);
}

//! A funder that the profile does not name stays as it was chosen.
void ImportDialog::takeProfile(ImportPlan &plan) const
{
    const std::optional<Funder> funder = plan.profile.funder;
    const auto chosen =
        std::ranges::find(m_profiles, m_profile->currentData().toString(), &TableProfile::name);
    plan.profile = chosen == m_profiles.end() ? TableProfile() : *chosen;
    plan.seenProfile = plan.profile;
    if (!plan.profile.funder)
        plan.profile.funder = funder;
}

void ImportDialog::tryFiles()
{
    m_rest->stop();
    m_client.cancel(m_trial);
    const quint64 round = ++m_round;
    m_trial = 0;
    m_interrupted.clear();
    m_model.forgetTrials();
    if (m_model.rowCount() > 0) {
        m_progress->setRange(0, 0);
        m_trial = m_client.tryFiles(m_model.plans(), this,
                                    [this, round](const Result<ImportTrial> &trial) {
                                        if (round == m_round)
                                            takeTrial(trial);
                                    });
    }
    showCurrent();
}

void ImportDialog::takeTrial(const Result<ImportTrial> &trial)
{
    m_trial = 0;
    if (trial) {
        const QStringList changes = activeChangesInWords(trial->activeChanges);
        m_effect->setText(changes.isEmpty() ? UiTr::tr("Aucune session active n'est touchée.")
                                            : changes.join(u'\n'));
        m_model.setTrials(trial->files);
        return;
    }
    m_interrupted = trial.error().code == ErrorCode::Cancelled
                        ? UiTr::tr("La lecture a été interrompue : « Relire » la reprend.")
                        : trial.error().message;
    updateAvailability();
}

void ImportDialog::confirm()
{
    Q_EMIT confirmed(m_model.readablePlans());
    accept();
}

QList<int> ImportDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    return rows;
}

const ImportFile *ImportDialog::currentFile() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? &m_model.file(current.row()) : nullptr;
}

//! The fields and remarks are those of the current file; choices go to all that are selected.
void ImportDialog::showCurrent()
{
    const ImportFile *file = currentFile();
    const ImportPlan plan = file ? file->plan : ImportPlan();
    select(m_kind, plan.kind ? QVariant(int(*plan.kind)) : QVariant());
    select(m_funder, plan.profile.funder ? toToken(*plan.profile.funder) : QString());
    select(m_profile, plan.profile.name);
    select(m_encoding, plan.profile.encoding);
    select(m_separator, plan.profile.separator);
    m_details->setPlainText(file ? remarksOn(*file).join(u'\n') : QString());
    updateAvailability();
}

QString ImportDialog::whyNot() const
{
    if (m_model.rowCount() == 0)
        return UiTr::tr("Ajouter d'abord un fichier.");
    if (!m_interrupted.isEmpty())
        return m_interrupted;
    if (!m_model.file(0).trial)
        return UiTr::tr("Lecture des fichiers en cours.");
    return m_model.readablePlans().isEmpty()
               ? UiTr::tr("Aucun de ces fichiers ne peut être importé.")
               : QString();
}

void ImportDialog::updateAvailability()
{
    const ImportFile *file = currentFile();
    const QString noFile = file ? QString() : UiTr::tr("Choisir d'abord un fichier.");
    for (QWidget *widget : std::initializer_list<QWidget *>{m_remove, m_kind})
        setAvailable(widget, noFile);
    const bool hasRejections = file && file->isReadable() && !(*file->trial)->rejections.isEmpty();
    setAvailable(m_rejections,
                 hasRejections ? QString() : UiTr::tr("Aucune ligne de ce fichier n'est rejetée."));
    const QString noTable = file && file->isTable
                                ? QString()
                                : UiTr::tr("Seul un tableau (CSV, XLSX, ODS) se lit ainsi.");
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_profile, m_encoding, m_separator, m_columns})
        setAvailable(widget, noTable);
    const bool hasFunders = file && file->kind.value_or(ImportKind::Awards) == ImportKind::Awards;
    setAvailable(m_funder,
                 hasFunders ? QString() : UiTr::tr("Seules des notifications ont un financeur."));

    const QString reason = whyNot();
    const qsizetype readable = m_model.readablePlans().size();
    setAvailable(m_import, reason);
    m_import->setText(readable == 0 || readable == m_model.rowCount()
                          ? UiTr::tr("&Importer")
                          : UiTr::tr("&Importer %1 sur %2").arg(readable).arg(m_model.rowCount()));
    m_progress->setVisible(m_trial != 0 || m_rest->isActive());
    if (!reason.isEmpty())
        m_effect->setText(reason);
}

} // namespace recoupe
