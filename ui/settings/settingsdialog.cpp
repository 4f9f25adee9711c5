// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "domain/departement.h"
#include "models/words.h"
#include "ui/settings/settingchanges.h"
#include "ui/settings/severitydelegate.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(1000, 720);
constexpr int sourceLines = 3;

QLabel *wrappedLabel(const QString &name, int lines)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFixedHeight(lines * label->fontMetrics().lineSpacing() + 2); // nothing jumps about
    return label;
}

QString departementNames(const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes)
        names << departementName(code);
    return names.join(u", ");
}

} // namespace

SettingsDialog::SettingsDialog(const CheckSettings &settings, QDate today, Dialogs &dialogs,
                               QWidget *parent)
    : SettingsEditor(parent)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_model(today)
    , m_rules(new QTableView)
    , m_source(wrappedLabel(QStringLiteral("ruleSource"), sourceLines))
    , m_calendar(new QRadioButton(UiTr::tr("jours &calendaires")))
    , m_working(new QRadioButton(UiTr::tr("jours &ouvrés, sans les jours fériés")))
    , m_departements(new QLineEdit)
    , m_departementNames(new QLabel)
    , m_summary(wrappedLabel(QStringLiteral("changes"), changeLines))
    , m_reason(new QLineEdit)
    , m_defaults(new QPushButton(UiTr::tr("Valeurs par &défaut")))
    , m_save(new QPushButton(UiTr::tr("&Enregistrer")))
{
    setObjectName(QStringLiteral("checkSettingsDialog"));
    setWindowTitle(UiTr::tr("Réglages du contrôle"));
    resize(startSize);

    m_reason->setObjectName(QStringLiteral("settingsReason"));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(UiTr::tr("Délais de saisie"), buildDeadlines());
    auto *departements = new QLabel(UiTr::tr("Dé&partements"));
    departements->setBuddy(m_departements);
    form->addRow(departements, buildDepartements());
    form->addRow(UiTr::tr("&Motif, pour l'historique"), m_reason);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(buildRules(), 1);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addWidget(buildButtons());

    fill(settings);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SettingsDialog::followChanges);
    connect(m_working, &QRadioButton::toggled, this, &SettingsDialog::followChanges);
    connect(m_departements, &QLineEdit::textChanged, this, &SettingsDialog::followChanges);
    followChanges();
    m_rules->setFocus();
}

QWidget *SettingsDialog::buildRules()
{
    auto *search = new QLineEdit;
    search->setObjectName(QStringLiteral("ruleSearch"));
    search->setAccessibleName(UiTr::tr("Rechercher une règle"));
    search->setPlaceholderText(search->accessibleName());
    search->setClearButtonEnabled(true);
    search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(search, &QLineEdit::textChanged, this, &SettingsDialog::search);

    m_rules->setObjectName(QStringLiteral("ruleSeverities"));
    m_rules->setAccessibleName(UiTr::tr("Gravité des règles par financeur"));
    m_rules->setModel(&m_model);
    m_rules->setItemDelegate(new SeverityDelegate(m_rules));
    m_rules->setTabKeyNavigation(false);
    m_rules->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rules->setAlternatingRowColors(true);
    m_rules->setShowGrid(false);
    m_rules->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_rules->verticalHeader()->hide();
    m_rules->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = m_rules->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RuleSeverityModel::Title, QHeaderView::Stretch);
    // Enter and a single click open the list of a cell.
    connect(m_rules, &QAbstractItemView::activated, m_rules,
            qOverload<const QModelIndex &>(&QAbstractItemView::edit));
    connect(m_rules, &QAbstractItemView::clicked, m_rules,
            qOverload<const QModelIndex &>(&QAbstractItemView::edit));
    connect(m_rules->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SettingsDialog::showSource);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(search);
    layout->addWidget(m_rules, 1);
    layout->addWidget(m_source);
    return box;
}

QWidget *SettingsDialog::buildDeadlines()
{
    m_calendar->setObjectName(QStringLiteral("calendarDays"));
    m_working->setObjectName(QStringLiteral("workingDays"));
    m_calendar->setAccessibleName(UiTr::tr("Délais de saisie comptés en jours calendaires"));
    m_working->setAccessibleName(UiTr::tr("Délais de saisie comptés en jours ouvrés"));
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_calendar);
    layout->addSpacing(16);
    layout->addWidget(m_working);
    layout->addStretch();
    return box;
}

QWidget *SettingsDialog::buildDepartements()
{
    m_departements->setObjectName(QStringLiteral("departements"));
    m_departements->setAccessibleName(UiTr::tr("Codes des départements de la région"));
    m_departements->setMaximumWidth(260);
    m_departementNames->setObjectName(QStringLiteral("departementNames"));
    m_departementNames->setWordWrap(true);
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_departements, 1);
    layout->addWidget(m_departementNames, 2);
    return box;
}

QWidget *SettingsDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    m_save->setObjectName(QStringLiteral("saveSettings"));
    m_defaults->setObjectName(QStringLiteral("defaultSettings"));
    buttons->addButton(m_defaults, QDialogButtonBox::ResetRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(m_defaults, &QPushButton::clicked, this, [this] { fill(CheckSettings()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    return buttons;
}

void SettingsDialog::fill(const CheckSettings &settings)
{
    const QModelIndex current = m_rules->currentIndex();
    m_model.setChanged(settings.severities);
    m_rules->setCurrentIndex(m_model.index(
        std::max(0, current.row()), std::max(int(RuleSeverityModel::Region), current.column())));
    (settings.dayCount == DayCount::Working ? m_working : m_calendar)->setChecked(true);
    m_departements->setText(settings.departements.join(u' '));
    followChanges();
}

void SettingsDialog::search(const QString &text)
{
    m_model.setSearch(text);
    m_rules->setCurrentIndex(m_model.index(0, RuleSeverityModel::Region));
    showSource();
}

void SettingsDialog::showSource()
{
    const QString source = m_rules->currentIndex().data(RuleSeverityModel::SourceRole).toString();
    m_source->setText(m_model.rowCount() == 0 ? UiTr::tr("Aucune règle ne répond à la recherche.")
                                              : UiTr::tr("Origine : %1").arg(source));
}

QString SettingsDialog::departementsText() const
{
    return m_departements->text().replace(u',', u' ').simplified().toUpper();
}

CheckSettings SettingsDialog::edited() const
{
    CheckSettings settings;
    settings.severities = m_model.changed();
    settings.dayCount = m_working->isChecked() ? DayCount::Working : DayCount::Calendar;
    settings.departements = departementsText().split(u' ', Qt::SkipEmptyParts);
    return settings;
}

QMap<QString, QString> SettingsDialog::changes() const
{
    return changedTexts(m_settings.toTexts(), edited().toTexts());
}

void SettingsDialog::takeUp(const QMap<QString, QString> &texts)
{
    const QMap<QString, QString> before = m_settings.toTexts();
    const QMap<QString, QString> typed = edited().toTexts();
    m_settings = CheckSettings::fromTexts(texts);
    QMap<QString, QString> shown = m_settings.toTexts();
    for (auto text = shown.begin(); text != shown.end(); ++text)
        *text = takenUp(before.value(text.key()), typed.value(text.key()), *text);
    shown.removeIf(
        [](QMap<QString, QString>::iterator text) { return *text == defaultSetting(text.key()); });
    fill(CheckSettings::fromTexts(shown));
}

QString SettingsDialog::reason() const
{
    return m_reason->text().trimmed();
}

void SettingsDialog::followChanges()
{
    const QString name = QString::fromUtf16(departementsSetting);
    const bool isRegion = settingDefect(name, departementsText()).isEmpty();
    m_departementNames->setText(
        isRegion ? departementNames(edited().departements)
                 : UiTr::tr("Donner les codes des départements séparés par une espace, comme "
                            "« %1 ».")
                       .arg(CheckSettings().departements.join(u' ')));
    QPalette colors; // of its own only what differs: the rest follows the theme
    if (!isRegion)
        colors.setColor(QPalette::WindowText, toneColor(Tone::Bad, palette()));
    m_departementNames->setPalette(colors);

    m_summary->setText(changesInWords(m_settings.toTexts(), changes()));
    const QString whyNot = !isRegion             ? m_departementNames->text()
                           : changes().isEmpty() ? UiTr::tr("Rien n'a changé.")
                                                 : QString();
    m_save->setEnabled(whyNot.isEmpty());
    m_save->setToolTip(whyNot);
    m_defaults->setEnabled(edited().toTexts() != CheckSettings().toTexts());
    m_defaults->setToolTip(m_defaults->isEnabled() ? QString()
                                                   : UiTr::tr("Tout est déjà par défaut."));
}

//! Enter opens the list of a cell; it never saves from within a field.
void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        SettingsEditor::keyPressEvent(event);
}

void SettingsDialog::leave()
{
    leaveUnsaved(changes().size(), m_dialogs, this, [this] { SettingsEditor::leave(); });
}

} // namespace recoupe
