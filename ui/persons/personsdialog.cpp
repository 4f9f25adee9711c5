// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/persons/personsdialog.h"

#include "core/counted.h"
#include "models/facetedtablemodel.h"
#include "services/erasurewords.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/persons/correctiondialog.h"
#include "ui/persons/erasuredialog.h"
#include "ui/style/icons.h"
#include "ui/uitr.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatlist.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(1060, 620);
constexpr int whereWidth = 190;
constexpr int subjectWidth = 300;
constexpr int saidWidth = 330;

//! The person in a line, and how much is said of him or her.
QString whoInWords(const PersonReport &report)
{
    return UiTr::tr("%1 — %2", "names and addresses of a person, how many places")
        .arg(report.person.texts().join(QStringLiteral(" · ")),
             counted(report.places.size(), UiTr::tr("%1 endroit de la base"),
                     UiTr::tr("%1 endroits de la base")));
}

//! What an erasure does beside the places.
QString notesInWords(const PersonReport &report)
{
    QStringList sentences = waitingInWords(report) << informedInWords(report.informed);
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

} // namespace

PersonsDialog::PersonsDialog(OfficeClient &client, OfficeClient &exchanges, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_exchanges(exchanges)
    , m_search(named(new QLineEdit, "personSearch"))
    , m_find(named(new QPushButton(UiTr::tr("C&hercher")), "findPerson"))
    , m_messages(new MessageBar)
    , m_who(named(new QLabel, "personWho"))
    , m_stack(new QStackedWidget)
    , m_view(named(new QTreeView, "personPlaces"))
    , m_empty(new EmptyState)
    , m_notes(named(new QLabel, "personNotes"))
    , m_progress(new JobProgress(UiTr::tr("Avancement de la recherche")))
    , m_correct(named(new QPushButton(UiTr::tr("&Corriger…")), "correctPerson"))
    , m_erase(named(new QPushButton(UiTr::tr("&Effacer…")), "erasePerson"))
{
    setObjectName(QStringLiteral("personsDialog"));
    setWindowTitle(UiTr::tr("Données personnelles"));
    resize(startSize);
    m_messages->setObjectName(QStringLiteral("personMessages"));
    auto *intro = new QLabel(
        UiTr::tr("Ce que la base dit d'une personne, pour le lui montrer, le corriger ou l'effacer "
                 "à sa demande (RGPD, articles 15 à 19)."));
    for (QLabel *label : {intro, m_who, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(intro);
    layout->addLayout(buildSearch());
    layout->addWidget(m_messages);
    layout->addWidget(m_who);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_notes);
    layout->addWidget(buildProgress());
    layout->addWidget(buildButtons());
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_empty);
    orderTabs();
    updateState();
    m_search->setFocus();
}

QLayout *PersonsDialog::buildSearch()
{
    m_search->setAccessibleName(UiTr::tr("Nom, adresse électronique ou téléphone d'une personne"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_find->setDefault(true);
    connect(m_search, &QLineEdit::textChanged, this, &PersonsDialog::updateState);
    connect(m_find, &QPushButton::clicked, this, &PersonsDialog::search);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_find);
    return row;
}

QWidget *PersonsDialog::buildProgress()
{
    connect(m_progress, &JobProgress::stopWanted, this, [this] { m_exchanges.cancel(m_job); });
    connect(&m_exchanges, &OfficeClient::progressed, m_progress,
            [this](quint64 job, qint64 reached, qint64 total) {
                if (job == m_job)
                    m_progress->showReached(reached, total);
            });
    return m_progress;
}

QWidget *PersonsDialog::buildList()
{
    makeFlat(m_view, &m_model);
    m_view->setItemDelegate(new BadgeDelegate(FacetedTableModel::BadgeRole, m_view)); // its spacing
    m_view->setAccessibleName(UiTr::tr("Où la base parle de la personne"));
    m_view->header()->resizeSection(PersonPlaceModel::Where, whereWidth);
    m_view->header()->resizeSection(PersonPlaceModel::Subject, subjectWidth);
    m_view->header()->resizeSection(PersonPlaceModel::Said, saidWidth);
    return m_view;
}

QWidget *PersonsDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    for (QPushButton *button : {m_correct, m_erase}) {
        buttons->addButton(button, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
    }
    buttons->addButton(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_correct, &QPushButton::clicked, this, &PersonsDialog::correct);
    connect(m_erase, &QPushButton::clicked, this, &PersonsDialog::erase);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

//! By keyboard as by eye.
void PersonsDialog::orderTabs()
{
    const QList<QWidget *> order{m_search,
                                 m_find,
                                 m_messages->findChild<QWidget *>(QStringLiteral("closeMessage")),
                                 m_view,
                                 m_progress->stopButton(),
                                 m_correct,
                                 m_erase};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void PersonsDialog::hold(const QString &whyNot)
{
    m_held = whyNot;
    updateState();
}

void PersonsDialog::search()
{
    if (!whyNotSearch().isEmpty())
        return;
    m_messages->hide();
    m_text = m_search->text().simplified();
    searchAgain();
}

void PersonsDialog::searchAgain()
{
    m_progress->begin();
    m_found.reset();
    m_failure.clear();
    m_model.setPlaces({});
    m_job = m_exchanges.attempt(
        UiTr::tr("Recherche d'une personne"),
        [text = m_text](BackOffice &office, const Progress &progress) {
            return office.persons().find(text, progress).map([&office](const PersonReport &report) {
                return Found{report, office.whyNotErase()};
            });
        },
        this, [this](const Result<Found> &found) { takeFound(found); });
    updateState();
}

void PersonsDialog::takeFound(const Result<Found> &found)
{
    m_job = 0;
    if (found) {
        m_found = *found;
        m_model.setPlaces(found->report.places);
        m_view->setCurrentIndex(m_model.index(0, 0));
    } else if (found.error().code != ErrorCode::Cancelled) {
        m_failure = found.error().message;
    }
    updateState();
}

void PersonsDialog::correct()
{
    auto *dialog = new CorrectionDialog(m_found->report.person.texts(), m_client, this);
    connect(dialog, &PersonChangeDialog::changed, this, [this, dialog] {
        if (personTextKey(dialog->before()) == personTextKey(m_text)) {
            m_text = dialog->after();
            m_search->setText(m_text);
        }
    });
    open(dialog);
}

void PersonsDialog::erase()
{
    open(new ErasureDialog(m_text, m_found->report, m_client, this));
}

void PersonsDialog::open(PersonChangeDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PersonChangeDialog::changed, this, &PersonsDialog::conclude);
    dialog->open();
}

void PersonsDialog::conclude(const ErasureOutcome &outcome)
{
    m_messages->showMessage(
        outcome.remains.isEmpty() ? MessageBar::Kind::Success : MessageBar::Kind::Warning,
        (QStringList(countsInWords(outcome.record)) + outcome.remains).join(u'\n'));
    m_client.reload();
    searchAgain();
}

QString PersonsDialog::whyNotSearch() const
{
    if (!m_held.isEmpty())
        return m_held;
    if (m_job != 0)
        return UiTr::tr("Recherche en cours.");
    return m_search->text().trimmed().isEmpty() ? UiTr::tr("Écrire d'abord qui chercher.")
                                                : QString();
}

QString PersonsDialog::whyNotChange() const
{
    if (!m_held.isEmpty())
        return m_held;
    if (!m_found || m_found->report.places.isEmpty())
        return UiTr::tr("Chercher d'abord une personne.");
    return m_found->whyNotErase;
}

void PersonsDialog::updateState()
{
    const bool isRunning = m_job != 0;
    const bool isShown = m_found && !m_found->report.places.isEmpty();
    if (isRunning)
        m_empty->explain(QStringLiteral("persons"), UiTr::tr("Recherche dans toute la base…"));
    else if (!m_failure.isEmpty())
        m_empty->explain(QStringLiteral("persons"), m_failure);
    else if (m_found)
        m_empty->explain(QStringLiteral("persons"),
                         UiTr::tr("Rien dans la base ne parle de « %1 ».").arg(m_text));
    else
        m_empty->explain(QStringLiteral("persons"),
                         UiTr::tr("Écrire un nom entier, une adresse électronique ou un numéro de "
                                  "téléphone : la casse, les accents et la ponctuation ne "
                                  "comptent pas."));
    m_stack->setCurrentIndex(isShown ? 0 : 1);
    m_who->setText(isShown ? whoInWords(m_found->report) : QString());
    m_notes->setText(isShown ? notesInWords(m_found->report) : QString());
    m_who->setVisible(isShown);
    m_notes->setVisible(isShown && !m_notes->text().isEmpty());
    m_progress->setVisible(isRunning);
    offer(m_find, whyNotSearch());
    offer(m_correct, whyNotChange());
    offer(m_erase, whyNotChange());
}

void PersonsDialog::done(int result)
{
    if (m_job != 0)
        m_exchanges.cancel(m_job);
    QDialog::done(result);
}

} // namespace recoupe
