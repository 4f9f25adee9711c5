// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/exchangesettingsdialog.h"

#include "services/secrets.h"
#include "ui/settings/exchangeforms.h"
#include "ui/settings/secretfield.h"
#include "ui/settings/settingchanges.h"
#include "ui/settings/settingform.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(860, 660);
constexpr int partnerWidth = 150;
constexpr int partnersTab = 1;

//! So that a small screen shows all of it.
QWidget *scrolled(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(form);
    return area;
}

} // namespace

ExchangeSettingsDialog::ExchangeSettingsDialog(const ExchangeSettings &settings, Dialogs &dialogs,
                                               QWidget *parent)
    : SettingsEditor(parent)
    , m_texts(settings.toTexts())
    , m_dialogs(dialogs)
    , m_tabs(named(new QTabWidget, "exchangeTabs"))
    , m_partners(named(new QListWidget, "partnerList"))
    , m_partnerForms(new QStackedWidget)
    , m_summary(named(new QLabel, "changes"))
    , m_reason(named(new QLineEdit, "settingsReason"))
    , m_save(named(new QPushButton(UiTr::tr("En&registrer")), "saveSettings"))
{
    setObjectName(QStringLiteral("exchangeSettingsDialog"));
    setWindowTitle(UiTr::tr("Réglages des échanges"));
    resize(startSize);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->addTab(scrolled(addForm(makeFeedForm(m_texts, addSecret(feedSecretName())))),
                   UiTr::tr("Portail"));
    m_tabs->addTab(buildPartners(), UiTr::tr("Partenaires"));
    m_tabs->addTab(scrolled(addForm(makeCarifForm(m_texts, m_dialogs))), UiTr::tr("Carif"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buildFoot());
    followChanges();
}

SettingForm *ExchangeSettingsDialog::addForm(SettingForm *form)
{
    form->layout()->setContentsMargins(4, 12, 8, 8);
    connect(form, &SettingForm::changed, this, &ExchangeSettingsDialog::followChanges);
    m_forms << form;
    return form;
}

SecretField *ExchangeSettingsDialog::addSecret(const QString &name)
{
    auto *secret = new SecretField(name);
    connect(secret, &SecretField::changed, this, &ExchangeSettingsDialog::followChanges);
    m_secrets << secret;
    return secret;
}

QWidget *ExchangeSettingsDialog::buildPartners()
{
    m_partners->setAccessibleName(UiTr::tr("Partenaire"));
    m_partners->setFixedWidth(partnerWidth);
    m_partners->setSpacing(4);
    for (const Partner partner : partners) {
        m_partners->addItem(partnerName(partner));
        m_partnerForms->addWidget(scrolled(addForm(
            makePartnerForm(partner, m_texts, addSecret(secretNameOf(partner)), m_dialogs))));
    }
    connect(m_partners, &QListWidget::currentRowChanged, m_partnerForms,
            &QStackedWidget::setCurrentIndex);
    m_partners->setCurrentRow(0);
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_partners);
    layout->addWidget(m_partnerForms, 1);
    return page;
}

QWidget *ExchangeSettingsDialog::buildFoot()
{
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    constexpr int mostLines = changeLines + 1; // and one for secrets
    m_summary->setFixedHeight(mostLines * m_summary->fontMetrics().lineSpacing() + 2);
    auto *reasonRow = new QHBoxLayout;
    reasonRow->addWidget(labelOf(UiTr::tr("Moti&f, pour l'historique"), m_reason));
    reasonRow->addWidget(m_reason, 1);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExchangeSettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExchangeSettingsDialog::reject);
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins({});
    layout->addWidget(m_summary);
    layout->addLayout(reasonRow);
    layout->addWidget(buttons);
    return foot;
}

void ExchangeSettingsDialog::showPartner(Partner partner)
{
    m_tabs->setCurrentIndex(partnersTab);
    m_partners->setCurrentRow(int(partner));
    m_partners->setFocus();
}

QMap<QString, QString> ExchangeSettingsDialog::changes() const
{
    QMap<QString, QString> texts;
    for (const SettingForm *form : m_forms)
        texts.insert(form->texts());
    return changedTexts(m_texts, texts);
}

void ExchangeSettingsDialog::takeUp(const QMap<QString, QString> &texts)
{
    m_texts = ExchangeSettings::fromTexts(texts).toTexts();
    for (SettingForm *form : std::as_const(m_forms))
        form->takeUp(m_texts);
    followChanges();
}

QString ExchangeSettingsDialog::reason() const
{
    return m_reason->text().trimmed();
}

QStringList ExchangeSettingsDialog::secretNames() const
{
    QStringList names;
    for (const SecretField *secret : m_secrets)
        names << secret->name();
    return names;
}

void ExchangeSettingsDialog::setSecretKept(const QString &name, bool isKept)
{
    for (SecretField *secret : std::as_const(m_secrets)) {
        if (secret->name() == name)
            secret->setKept(isKept);
    }
}

QMap<QString, QString> ExchangeSettingsDialog::secrets() const
{
    QMap<QString, QString> secrets;
    for (const SecretField *secret : m_secrets) {
        if (const std::optional<QString> wanted = secret->wanted())
            secrets.insert(secret->name(), *wanted);
    }
    return secrets;
}

QString ExchangeSettingsDialog::defect() const
{
    for (const SettingForm *form : m_forms) {
        if (const QString found = form->defect(); !found.isEmpty())
            return found;
    }
    return {};
}

qsizetype ExchangeSettingsDialog::changeCount() const
{
    return changes().size() + secrets().size();
}

void ExchangeSettingsDialog::followChanges()
{
    if (!m_save || m_forms.isEmpty())
        return;
    QString summary = changesInWords(m_texts, changes());
    if (!secrets().isEmpty()) {
        const QString kept = UiTr::tr("Secrets à garder ou à oublier : %1.").arg(secrets().size());
        summary = changes().isEmpty() ? kept : kept + u'\n' + summary;
    }
    const QString wrong = defect();
    m_summary->setText(wrong.isEmpty() ? summary : wrong);
    offer(m_save, !wrong.isEmpty()     ? wrong
                  : changeCount() == 0 ? UiTr::tr("Rien n'a changé.")
                                       : QString());
}

//! Enter never saves from within a field.
void ExchangeSettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        SettingsEditor::keyPressEvent(event);
}

void ExchangeSettingsDialog::leave()
{
    leaveUnsaved(changeCount(), m_dialogs, this, [this] { SettingsEditor::leave(); });
}

} // namespace recoupe
