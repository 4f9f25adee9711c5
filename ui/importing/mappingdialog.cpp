// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/mappingdialog.h"

#include "core/counted.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/importing/mappingheader.h"
#include "ui/importing/readingchoices.h"
#include "ui/style/badges.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"
#include "ui/widgets/sign.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr QSize startSize(1080, 640);
constexpr int lookRestMs = 150;
constexpr int lastHeaderLine = 999;
constexpr int leastColumnWidth = 150;
constexpr int mostColumnWidth = 280;
constexpr int iconSize = 18;
constexpr qsizetype mostTitleCharacters = 80;

QString filesInWords(const QList<ImportPlan> &plans)
{
    const QString first = QFileInfo(plans.first().file).fileName();
    if (plans.size() == 1)
        return UiTr::tr("Colonnes de « %1 »").arg(first);
    return UiTr::tr("Colonnes de « %1 » et de %2")
        .arg(first, counted(plans.size() - 1, UiTr::tr("%1 autre"), UiTr::tr("%1 autres")));
}

//! Where the table was found in the file.
QString foundInWords(const QString &file, const TablePreview &preview)
{
    QStringList found;
    if (!preview.sheet.isEmpty())
        found << UiTr::tr("feuille « %1 »").arg(preview.sheet);
    found << (preview.headerRows > 1 ? UiTr::tr("en-tête aux lignes %1 et %2")
                                           .arg(preview.headerLine)
                                           .arg(preview.headerLine + 1)
                                     : UiTr::tr("en-tête à la ligne %1").arg(preview.headerLine));
    if (!preview.linesAbove.isEmpty())
        found << UiTr::tr("sous « %1 »").arg(preview.linesAbove.first().left(mostTitleCharacters));
    return UiTr::tr("« %1 » : %2.").arg(QFileInfo(file).fileName(), found.join(u", "));
}

//! What is kept aside stands back.
class PreviewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(TablePreviewModel::NameRole).toString().isEmpty())
            option->palette.setColor(QPalette::Text, toneColor(Tone::Muted, option->palette));
    }
};

QLabel *labelWithin(const QString &text, QWidget *field)
{
    QLabel *label = labelOf(text, field);
    label->setContentsMargins(12, 0, 0, 0);
    return label;
}

QLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8); // a form gives none of its own where its two differ
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

MappingDialog::MappingDialog(const QList<ImportPlan> &plans, OfficeClient &client, Dialogs &dialogs,
                             QWidget *parent)
    : QDialog(parent)
    , m_plans(plans)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_lookRest(new QTimer(this))
    , m_kind(named(new QComboBox, "kind"))
    , m_funder(named(new QComboBox, "funder"))
    , m_profile(named(new QComboBox, "profile"))
    , m_save(named(new QPushButton(UiTr::tr("&Enregistrer le profil sous…")), "saveProfile"))
    , m_remove(named(new QPushButton(UiTr::tr("&Supprimer…")), "removeProfile"))
    , m_encoding(named(new QComboBox, "encoding"))
    , m_separator(named(new QComboBox, "separator"))
    , m_headerLine(named(new QSpinBox, "headerLine"))
    , m_found(named(new QLabel, "found"))
    , m_table(named(new QTableView, "preview"))
    , m_header(nullptr)
    , m_messageIcon(new Sign(iconSize))
    , m_message(named(new QLabel, "message"))
    , m_accept(named(new QPushButton(UiTr::tr("&Voir le résumé")), "accept"))
{
    setObjectName(QStringLiteral("mappingDialog"));
    setWindowTitle(filesInWords(plans));
    resize(startSize);
    m_table->setModel(&m_model);
    m_header = new MappingHeader(m_table);
    m_table->setHorizontalHeader(m_header);
    m_table->setAccessibleName(UiTr::tr("Premières lignes du fichier"));
    m_table->setAlternatingRowColors(true);
    m_table->setItemDelegate(new PreviewDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(buildFields());
    layout->addWidget(m_found);
    layout->addWidget(m_table, 1);
    layout->addLayout(buildMessage());
    layout->addWidget(buildButtons());
    connectChoices();
    m_failure = UiTr::tr("Lecture du fichier en cours.");
    updateAvailability();
    const TableProfile &profile = plans.first().profile;
    const ImportKind kind = plans.first().kind.value_or(ImportKind::Awards);
    select(m_kind, int(tableKindOf(kind)));
    if (!plans.first().seenProfile.name.isEmpty())
        m_taken = plans.first().seenProfile;
    listProfiles(profile.name);
    takeProfile(profile);
}

QLayout *MappingDialog::buildFields()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(labelOf(UiTr::tr("&Profil"), m_profile), buildProfile());
    form->addRow(labelOf(UiTr::tr("&Contenu"), m_kind), buildContent());
    form->addRow(labelOf(UiTr::tr("En-tête à la &ligne"), m_headerLine), buildReading());
    for (QComboBox *box : {m_profile, m_kind, m_funder, m_encoding, m_separator})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return form;
}

QLayout *MappingDialog::buildProfile()
{
    connect(m_save, &QPushButton::clicked, this, &MappingDialog::saveProfileAs);
    connect(m_remove, &QPushButton::clicked, this, &MappingDialog::removeProfile);
    return rowOf({m_profile, m_save, m_remove});
}

QLayout *MappingDialog::buildContent()
{
    m_kind->addItem(UiTr::tr("Notifications"), int(TableKind::Awards));
    m_kind->addItem(UiTr::tr("Sessions déclarées sur SESAR"), int(TableKind::Sesar));
    m_kind->addItem(UiTr::tr("Destinataires du tableau"), int(TableKind::Prescribers));
    offerFunders(m_funder, m_client.today());
    return rowOf({m_kind, labelWithin(UiTr::tr("&Financeur"), m_funder), m_funder});
}

QLayout *MappingDialog::buildReading()
{
    offerEncodings(m_encoding);
    offerSeparators(m_separator);
    m_headerLine->setRange(0, lastHeaderLine);
    m_headerLine->setSpecialValueText(automatic(UiTr::tr("ligne %1").arg(lastHeaderLine)));
    m_headerLine->setFixedWidth(m_headerLine->sizeHint().width()); // whatever is found
    return rowOf({m_headerLine, labelWithin(UiTr::tr("Enco&dage"), m_encoding), m_encoding,
                  labelWithin(UiTr::tr("Sépa&rateur"), m_separator), m_separator});
}

QLayout *MappingDialog::buildMessage()
{
    m_message->setWordWrap(true);
    m_found->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_messageIcon, 0, Qt::AlignTop);
    row->addWidget(m_message, 1);
    return row;
}

QWidget *MappingDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &MappingDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void MappingDialog::connectChoices()
{
    m_lookRest->setSingleShot(true);
    m_lookRest->setInterval(lookRestMs);
    connect(m_lookRest, &QTimer::timeout, this, &MappingDialog::look);
    connect(m_kind, &QComboBox::activated, this, [this] { m_columns.clear(); });
    for (QComboBox *box : {m_kind, m_funder, m_encoding, m_separator})
        connect(box, &QComboBox::activated, m_lookRest, qOverload<>(&QTimer::start));
    connect(m_headerLine, &QSpinBox::valueChanged, m_lookRest, qOverload<>(&QTimer::start));
    connect(m_header, &MappingHeader::chosen, this, &MappingDialog::mapColumn);
    connect(m_profile, &QComboBox::activated, this, [this](int index) {
        m_taken = index == 0 ? std::nullopt : ProfileState(m_profiles.at(index - 1));
        takeProfile(m_taken.value_or(TableProfile()));
    });
}

void MappingDialog::listProfiles(const QString &name, const QString &takenUp)
{
    m_client.run(
        UiTr::tr("Lecture des profils"),
        [](BackOffice &office, const Progress &) { return office.profiles().profiles(); }, this,
        [this, name, takenUp](const QList<TableProfile> &profiles) {
            takeProfiles(profiles, name);
            if (m_taken && m_taken->name == takenUp)
                m_taken = listed(takenUp);
        });
}

void MappingDialog::takeProfiles(const QList<TableProfile> &profiles, const QString &name)
{
    m_profiles = profiles;
    offerProfiles(m_profile, profiles);
    select(m_profile, name);
    updateAvailability();
}

//! A funder that the profile does not name stays as it was chosen.
void MappingDialog::takeProfile(const TableProfile &profile)
{
    m_columns = profile.columns;
    if (profile.funder)
        select(m_funder, toToken(*profile.funder));
    select(m_encoding, profile.encoding);
    select(m_separator, profile.separator);
    m_headerLine->setValue(profile.headerLine);
    look();
}

void MappingDialog::saveProfileAs()
{
    m_dialogs.askName(this,
                      {.title = UiTr::tr("Enregistrer le profil"),
                       .text = UiTr::tr("Nom du profil, par exemple celui de qui envoie le "
                                        "fichier :"),
                       .acceptLabel = UiTr::tr("&Enregistrer")},
                      m_profile->currentData().toString(),
                      [this](const QString &name) { saveProfile(name); });
}

ProfileState MappingDialog::seen(const QString &name) const
{
    return m_taken && m_taken->name == name ? m_taken : listed(name);
}

ProfileState MappingDialog::listed(const QString &name) const
{
    const auto found = std::ranges::find(m_profiles, name, &TableProfile::name);
    return found == m_profiles.end() ? std::nullopt : ProfileState(*found);
}

void MappingDialog::saveProfile(const QString &name)
{
    TableProfile saved = profile();
    saved.name = name.trimmed();
    const ProfileState before = seen(saved.name);
    const auto save = [this, saved, before] {
        m_client.attempt(
            UiTr::tr("Enregistrement du profil"),
            [saved, before](BackOffice &office, const Progress &) {
                return office.profiles().saveUnlessChanged(saved, before);
            },
            this,
            [this](const Result<SavedProfile> &kept) {
                if (!kept)
                    return tellProblem(kept.error());
                if (!kept->meanwhile.isEmpty())
                    return tell(kept->meanwhile, kept->profile.name);
                m_taken = kept->profile;
                listProfiles(kept->profile.name);
            });
    };
    if (!before || (m_taken && m_taken->name == saved.name))
        return save();
    m_dialogs.confirm(
        this,
        {.title = UiTr::tr("Enregistrer le profil"),
         .text = UiTr::tr("Un profil « %1 » existe déjà : il sera remplacé.").arg(saved.name),
         .acceptLabel = UiTr::tr("&Remplacer")},
        save);
}

//! What was mapped stays as it is; only the profiles there are are read again.
void MappingDialog::tell(const QList<MeanwhileChange> &meanwhile, const QString &name)
{
    MeanwhileDialog::tell(
        meanwhile, this, [this, name] { listProfiles(m_profile->currentData().toString(), name); });
}

//! Here, as the messages of the window may be behind.
void MappingDialog::tellProblem(const Error &error)
{
    m_client.report(error);
    m_message->setText(error.message);
    m_messageIcon->setIcon(badgeIcon(QStringLiteral("severity/blocking")));
}

void MappingDialog::removeProfile()
{
    const QString name = m_profile->currentData().toString();
    const ProfileState before = seen(name);
    Q_ASSERT(before); // else there is nothing to press
    m_dialogs.confirm(
        this,
        {.title = UiTr::tr("Supprimer le profil"),
         .text = UiTr::tr("Le profil « %1 » sera supprimé. Ce qui a été importé avec lui reste.")
                     .arg(name),
         .acceptLabel = UiTr::tr("&Supprimer")},
        [this, profile = *before] {
            m_client.attempt(
                UiTr::tr("Suppression du profil"),
                [profile](BackOffice &office, const Progress &) {
                    return office.profiles().removeUnlessChanged(profile);
                },
                this,
                [this, profile](const Result<QList<MeanwhileChange>> &meanwhile) {
                    if (!meanwhile)
                        return tellProblem(meanwhile.error());
                    if (!meanwhile->isEmpty())
                        return tell(*meanwhile, profile.name);
                    m_taken.reset();
                    listProfiles({});
                });
        });
}

TableKind MappingDialog::kind() const
{
    return TableKind(m_kind->currentData().toInt());
}

TableProfile MappingDialog::profile() const
{
    TableProfile profile;
    profile.name = m_profile->currentData().toString();
    profile.funder = chosenFunder(m_funder);
    profile.columns = m_columns;
    profile.encoding = m_encoding->currentData().toString();
    profile.separator = m_separator->currentData().toChar();
    profile.headerLine = m_headerLine->value();
    return profile;
}

void MappingDialog::look()
{
    const quint64 look = ++m_looks;
    m_client.run(
        UiTr::tr("Lecture de « %1 »").arg(QFileInfo(file()).fileName()),
        // A file that cannot be shown is said here, not in the window.
        [file = file(), kind = kind(), profile = profile()](
            BackOffice &office, const Progress &) -> Result<Result<TablePreview>> {
            return Result<Result<TablePreview>>(tl::in_place,
                                                office.profiles().preview(file, kind, profile));
        },
        this,
        [this, look](const Result<TablePreview> &preview) {
            if (look != m_looks)
                return; // answered by a later one
            if (preview)
                showPreview(*preview);
            else
                showFailure(preview.error());
        });
}

void MappingDialog::showPreview(const TablePreview &preview)
{
    m_failure.clear();
    const bool isText = preview.sheet.isEmpty();
    m_encoding->setItemText(
        0, automatic(m_encoding->currentIndex() == 0 ? preview.encoding : QString()));
    m_separator->setItemText(0, automatic(m_separator->currentIndex() == 0 && isText
                                              ? separatorInWords(preview.separator).toLower()
                                              : QString()));
    m_headerLine->setSpecialValueText(automatic(UiTr::tr("ligne %1").arg(preview.headerLine)));
    for (QComboBox *box : {m_encoding, m_separator}) {
        box->setEnabled(isText);
        box->setToolTip(isText ? QString()
                               : UiTr::tr("Un classeur n'a ni encodage ni séparateur."));
    }
    m_found->setText(foundInWords(file(), preview));
    m_header->setChoices(preview.columnNames);
    const bool isNew = preview.columns.size() != m_model.columnCount();
    m_model.setPreview(preview);
    if (isNew) {
        fitColumns();
        orderTabs();
    }
    updateAvailability();
}

void MappingDialog::showFailure(const Error &error)
{
    m_failure = error.message;
    m_model.setPreview({});
    m_found->clear();
    updateAvailability();
}

void MappingDialog::fitColumns()
{
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_table->setColumnWidth(
            column, std::clamp(m_table->columnWidth(column), leastColumnWidth, mostColumnWidth));
    }
}

//! By keyboard as by eye: from top to bottom, the lists above the table before the table.
void MappingDialog::orderTabs()
{
    QList<QWidget *> order{m_profile, m_save,       m_remove,   m_kind,
                           m_funder,  m_headerLine, m_encoding, m_separator};
    for (int column = 0; column < m_model.columnCount(); ++column)
        order << m_header->choiceAt(column);
    order << m_table << m_accept;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void MappingDialog::mapColumn(int column, const QString &name)
{
    m_columns = withColumn(profile(), m_model.preview(), column, name).columns;
    look();
}

QString MappingDialog::whyNot() const
{
    return m_failure.isEmpty()
               ? whyNotImport(m_model.preview(), kind(), profile().funder.has_value())
               : m_failure;
}

void MappingDialog::updateAvailability()
{
    const QString reason = whyNot();
    m_accept->setEnabled(reason.isEmpty());
    m_accept->setToolTip(reason);
    m_remove->setEnabled(m_profile->currentIndex() > 0);
    m_remove->setToolTip(m_remove->isEnabled() ? QString()
                                               : UiTr::tr("Aucun profil enregistré n'est choisi."));
    const bool isAwards = kind() == TableKind::Awards;
    m_funder->setEnabled(isAwards);
    m_funder->setToolTip(isAwards ? QString()
                                  : UiTr::tr("Seules des notifications ont un financeur."));

    showMessage(reason);
}

//! Why it cannot be imported, or what is worth knowing before, or that all is well.
void MappingDialog::showMessage(const QString &reason)
{
    const QStringList &unmatched = m_model.preview().unmatched;
    const QString remark = UiTr::tr("Le profil nomme des colonnes que ce fichier n'a pas, et qui "
                                    "ne seront pas lues : %1.")
                               .arg(unmatched.join(u", "));
    QString badge = QStringLiteral("severity/blocking");
    QString text = reason;
    if (reason.isEmpty() && !unmatched.isEmpty()) {
        badge = QStringLiteral("severity/warning");
        text = remark;
    } else if (reason.isEmpty()) {
        badge = QStringLiteral("control/conforming");
        text = UiTr::tr("Toutes les colonnes nécessaires sont là.");
    }
    m_message->setText(text);
    m_messageIcon->setIcon(badgeIcon(badge));
}

void MappingDialog::confirm()
{
    TableProfile read = profile();
    read.columns.removeIf([this](QMap<QString, QString>::iterator column) {
        return m_model.preview().unmatched.contains(*column);
    });
    for (ImportPlan &plan : m_plans) {
        plan.kind = importKindOf(kind());
        plan.profile = read;
        plan.seenProfile = m_taken.value_or(TableProfile());
    }
    Q_EMIT mapped(m_plans);
    accept();
}

} // namespace recoupe
