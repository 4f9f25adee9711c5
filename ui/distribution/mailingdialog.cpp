// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/distribution/mailingdialog.h"

#include "ui/correspondence/templatedialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/distribution/mailingwords.h"
#include "ui/uitr.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/flatlist.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr QSize startSize(960, 680);
constexpr int scopeWidth = 220;
constexpr int countWidth = 150;
constexpr int logHeight = 130;

} // namespace

MailingDialog::MailingDialog(std::optional<EditionNumber> shown, OfficeClient &client,
                             Dialogs &dialogs, QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_shown(shown)
    , m_client(client)
    , m_dialogs(dialogs)
    , m_settings(settings)
    , m_edition(named(new QComboBox, "mailingEdition"))
    , m_state(named(new QLabel, "mailingState"))
    , m_targetView(named(new QTreeView, "mailingTargets"))
    , m_folder(
          named(new QLineEdit(QDir::toNativeSeparators(lastFolder(settings))), "mailingFolder"))
    , m_choose(named(new QPushButton(UiTr::tr("&Choisir…")), "chooseFolder"))
    , m_logView(named(new QTreeView, "mailingLog"))
    , m_hint(named(new QLabel, "mailingHint"))
    , m_progress(new JobProgress(UiTr::tr("Avancement de la préparation")))
    , m_template(named(new QPushButton(UiTr::tr("Mo&dèle…")), "editTemplate"))
    , m_prescribers(named(new QPushButton(UiTr::tr("Des&tinataires…")), "prescribers"))
    , m_open(named(new QPushButton(UiTr::tr("&Ouvrir le dossier")), "openFolder"))
    , m_prepare(named(new QPushButton(UiTr::tr("&Préparer les brouillons")), "prepare"))
{
    setObjectName(QStringLiteral("mailingDialog"));
    setWindowTitle(UiTr::tr("Préparer l'envoi du tableau"));
    resize(startSize);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // nothing jumps about
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(buildEdition());
    layout->addWidget(m_state);
    layout->addWidget(buildTargets(), 1);
    layout->addLayout(buildFolder());
    layout->addWidget(m_hint);
    layout->addWidget(buildProgress());
    layout->addWidget(labelOf(UiTr::tr("En&vois déjà préparés"), m_logView));
    layout->addWidget(buildLog());
    layout->addWidget(buildButtons());
    orderTabs();
    updateState();
    reload();
}

QLayout *MailingDialog::buildEdition()
{
    m_edition->setModel(&m_editions);
    m_state->setWordWrap(true);
    connect(m_edition, &QComboBox::activated, this, [this] {
        m_targets.clear(); // ticks of one edition are not for another
        say({});
        loadTargets();
    });
    auto *form = new QFormLayout;
    form->addRow(labelOf(UiTr::tr("&Édition"), m_edition), m_edition);
    return form;
}

QWidget *MailingDialog::buildTargets()
{
    makeFlat(m_targetView, &m_targets);
    m_targetView->setAccessibleName(UiTr::tr("À qui l'envoyer"));
    m_targetView->header()->resizeSection(MailingTargetModel::Scope, scopeWidth);
    m_targetView->header()->resizeSection(MailingTargetModel::Addresses, countWidth);
    m_targetView->header()->resizeSection(MailingTargetModel::Sessions, countWidth);
    connect(&m_targets, &QAbstractItemModel::dataChanged, this, [this] { say({}); });
    return m_targetView;
}

QLayout *MailingDialog::buildFolder()
{
    connect(m_folder, &QLineEdit::textChanged, this, [this] { say({}); });
    connect(m_choose, &QPushButton::clicked, this, &MailingDialog::chooseFolder);
    m_choose->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(labelOf(UiTr::tr("Dossie&r des brouillons"), m_folder));
    row->addWidget(m_folder, 1);
    row->addWidget(m_choose);
    return row;
}

QWidget *MailingDialog::buildLog()
{
    makeFlat(m_logView, &m_log);
    m_logView->setMaximumHeight(logHeight);
    m_logView->header()->resizeSection(MailingLogModel::Scope, scopeWidth);
    m_logView->header()->resizeSection(MailingLogModel::WrittenAt, countWidth);
    return m_logView;
}

QWidget *MailingDialog::buildProgress()
{
    connect(m_progress, &JobProgress::stopWanted, this, [this] { m_client.cancel(m_job); });
    connect(&m_client, &OfficeClient::progressed, m_progress,
            [this](quint64 job, qint64 reached, qint64 total) {
                if (job == m_job)
                    m_progress->showReached(reached, total);
            });
    return m_progress;
}

QWidget *MailingDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    for (QPushButton *button : {m_template, m_prescribers})
        buttons->addButton(button, QDialogButtonBox::ResetRole);
    for (QPushButton *button : {m_open, m_prepare})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    for (QPushButton *button : {m_template, m_prescribers, m_open})
        button->setAutoDefault(false);
    m_prepare->setDefault(true);
    connect(m_template, &QPushButton::clicked, this, &MailingDialog::editTemplate);
    connect(m_prescribers, &QPushButton::clicked, this, &MailingDialog::prescribersWanted);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!showFile(folder()))
            say(UiTr::tr("Ce dossier ne s'ouvre pas : en choisir un autre."));
    });
    connect(m_prepare, &QPushButton::clicked, this, &MailingDialog::prepare);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

//! By keyboard as by eye.
void MailingDialog::orderTabs()
{
    const QList<QWidget *> order{
        m_edition, m_targetView, m_folder, m_choose, m_progress->stopButton(), m_logView};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void MailingDialog::reload()
{
    m_client.run(
        UiTr::tr("Lecture des éditions"),
        [](BackOffice &office, const Progress &) { return office.editions().editions(); }, this,
        [this](const QList<EditionRecord> &editions) { showEditions(editions); });
    m_client.run(
        UiTr::tr("Lecture des envois"),
        [](BackOffice &office, const Progress &) { return office.distribution().mailings(); }, this,
        [this](const QList<EditionMailing> &mailings) {
            m_log.setMailings(mailings);
            m_logView->setCurrentIndex(m_log.index(0, 0));
        });
}

//! One that was taken back is no longer sent.
void MailingDialog::showEditions(const QList<EditionRecord> &editions)
{
    if (const EditionRecord *current = edition())
        m_shown = {current->year, current->number};
    QList<EditionRecord> inForce = editions;
    inForce.removeIf([](const EditionRecord &record) { return record.annulment.has_value(); });
    m_editions.setEditions(inForce);
    const auto shown = std::ranges::find_if(inForce, [this](const EditionRecord &record) {
        return m_shown && record.year == m_shown->year && record.number == m_shown->number;
    });
    m_edition->setCurrentIndex(shown == inForce.end() ? 0 : int(shown - inForce.begin()));
    m_isLoaded = true;
    loadTargets();
}

void MailingDialog::loadTargets()
{
    const EditionRecord *shown = edition();
    if (!shown) {
        m_targets.clear();
        return updateState();
    }
    const EditionNumber read{shown->year, shown->number};
    m_client.run(
        UiTr::tr("Lecture des destinataires"),
        [read](BackOffice &office, const Progress &) {
            return office.distribution().targets(read.year, read.number);
        },
        this,
        [this, read](const QList<MailingTarget> &targets) {
            const EditionRecord *now = edition();
            if (!now || read != EditionNumber{now->year, now->number})
                return; // another was chosen meanwhile
            m_targets.setTargets(read, targets);
            m_targetView->setCurrentIndex(m_targets.index(0, 0));
            updateState();
            if (!std::exchange(m_hasShownTargets, true))
                m_targetView->setFocus();
        });
}

const EditionRecord *MailingDialog::edition() const
{
    const int row = m_edition->currentIndex();
    return row < 0 || row >= m_editions.rowCount() ? nullptr : &m_editions.edition(row);
}

QString MailingDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void MailingDialog::chooseFolder()
{
    m_dialogs.chooseFolder(this, UiTr::tr("Dossier des brouillons"), [this](const QString &chosen) {
        m_folder->setText(QDir::toNativeSeparators(chosen));
    });
}

void MailingDialog::prepare()
{
    const MailingRequest request{edition()->year, edition()->number, m_targets.chosen(), folder()};
    m_said.clear();
    m_progress->begin();
    m_job = m_client.attempt(
        UiTr::tr("Préparation de l'envoi du tableau"),
        [request](BackOffice &office, const Progress &progress) {
            return office.distribution().prepare(request, progress);
        },
        this, [this](const Result<QList<MailingDraft>> &drafts) { finish(drafts); });
    updateState();
}

void MailingDialog::finish(const Result<QList<MailingDraft>> &drafts)
{
    m_job = 0;
    if (!drafts) {
        say(drafts.error().message);
        return;
    }
    say(draftsInWords(*drafts));
    rememberFolderOf(m_settings, drafts->first().file);
    reload();
    m_open->setFocus();
}

void MailingDialog::say(const QString &text)
{
    m_said = text;
    updateState();
}

void MailingDialog::editTemplate()
{
    using Texts = std::pair<LetterTemplate, PlaceTexts>;
    m_client.run(
        UiTr::tr("Lecture du modèle"),
        [year = edition()->year, number = edition()->number](BackOffice &office,
                                                             const Progress &) -> Result<Texts> {
            const Result<LetterTemplate> texts = office.distribution().texts();
            if (!texts)
                return failureOf(texts);
            return office.distribution().places(year, number).map([&](const PlaceTexts &places) {
                return Texts(*texts, places);
            });
        },
        this,
        [this](const Texts &read) {
            auto *dialog = new TemplateDialog(LetterKind::Table, read.first, read.second, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->saveThrough(m_client, [this](const DecisionOutcome &) {
                m_client.reload(); // there is something to undo now
            });
            dialog->open();
        });
}

QString MailingDialog::whyNot() const
{
    if (!m_isLoaded)
        return UiTr::tr("Lecture des éditions en cours.");
    if (!edition())
        return noEditionInWords();
    if (m_job != 0)
        return UiTr::tr("Préparation en cours.");
    if (m_targets.chosen().isEmpty())
        return UiTr::tr("Cocher d'abord à qui l'envoyer.");
    return noFolder();
}

//! Whether it is there is looked at by the preparation: a share may take long to answer.
QString MailingDialog::noFolder() const
{
    return folder().isEmpty() ? UiTr::tr("Choisir un dossier.") : QString();
}

void MailingDialog::updateState()
{
    const QString reason = whyNot();
    const bool isRunning = m_job != 0;
    const QString noEdition = edition() ? QString() : reason;
    offer(m_prepare, reason);
    offer(m_template, noEdition);
    offer(m_open, noFolder());
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_edition, m_targetView, m_folder, m_choose})
        field->setEnabled(!isRunning && noEdition.isEmpty());
    m_progress->setVisible(isRunning);
    const bool isLast = m_edition->currentIndex() <= 0;
    m_state->setText(edition() ? editionStateInWords(m_targets.targets(), isLast) : reason);
    m_hint->setText(hint(reason));
}

//! What came of the last preparation, or what the next one will do, or why it cannot be done where
//! the state does not say so.
QString MailingDialog::hint(const QString &whyNot) const
{
    if (!m_said.isEmpty() || !edition())
        return m_said;
    return whyNot.isEmpty() ? preparationInWords(m_targets.chosenAddresses()) : whyNot;
}

void MailingDialog::done(int result)
{
    if (m_job != 0)
        m_client.cancel(m_job);
    QDialog::done(result);
}

} // namespace recoupe
