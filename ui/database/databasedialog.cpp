// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/database/databasedialog.h"

#include "models/databasechoice.h"
#include "models/facetedtablemodel.h"
#include "services/secrets.h"
#include "ui/database/databaseform.h"
#include "ui/database/sentencelist.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/settings/secretfield.h"
#include "ui/settings/settingform.h"
#include "ui/style/textrole.h"
#include "ui/uitr.h"
#include "ui/widgets/flatlist.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(780, 720);
constexpr int contentWidth = 260;
constexpr int rowsWidth = 180;
constexpr int sentencesHeight = 84;
constexpr int tablesHeight = 190;
constexpr int formHeight = 100;

QLabel *makeText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

//! As high as the form in it where there is room; scrolls where not, as on a small screen.
class FormArea : public QScrollArea
{
public:
    explicit FormArea(SettingForm *form)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setMinimumHeight(formHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
        setWidget(form);
        form->installEventFilter(this);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize hint = widget()->sizeHint();
        const int width = viewport()->width();
        return {hint.width(),
                widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : hint.height()};
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (object == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(object, event);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        updateGeometry();
    }
};

} // namespace

QString originInWords(DatabaseOrigin origin)
{
    switch (origin) {
    case DatabaseOrigin::CommandLine:
        return UiTr::tr("Elle est nommée au démarrage, par la ligne de commande (--database) ou "
                        "par le fichier qui a été ouvert.");
    case DatabaseOrigin::Environment:
        return UiTr::tr("Elle est nommée par la variable d'environnement RECOUPE_DATABASE, que "
                        "pose en général l'administrateur.");
    case DatabaseOrigin::Settings:
        return UiTr::tr("Elle a été choisie ici ; le choix est gardé pour votre compte "
                        "(recoupe.ini).");
    case DatabaseOrigin::Workstation: break;
    }
    return UiTr::tr("C'est celle de votre compte sur ce poste : aucune autre n'a été choisie.");
}

QString whyChoiceWaits(DatabaseOrigin origin)
{
    switch (origin) {
    case DatabaseOrigin::CommandLine:
        return UiTr::tr("Ce qui est choisi ici est gardé, mais ne comptera qu'à un démarrage qui "
                        "ne nomme pas de base.");
    case DatabaseOrigin::Environment:
        return UiTr::tr("Ce qui est choisi ici est gardé, mais ne comptera qu'une fois cette "
                        "variable ôtée.");
    case DatabaseOrigin::Settings:
    case DatabaseOrigin::Workstation: break;
    }
    return {};
}

DatabaseDialog::DatabaseDialog(NamedDatabase open, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_open(std::move(open))
    , m_secret(new SecretField(databaseSecretName()))
    , m_form(makeDatabaseForm(databaseTexts(m_open.url), m_secret, dialogs))
    , m_sentences(named(new SentenceList(UiTr::tr("Ce qui a été constaté")), "databaseSentences"))
    , m_tableView(named(new QTreeView, "databaseTables"))
    , m_progress(new JobProgress(UiTr::tr("Avancement")))
    , m_test(named(new QPushButton(UiTr::tr("&Tester la connexion")), "testDatabase"))
    , m_move(named(new QPushButton(UiTr::tr("&Déplacer les données…")), "moveDatabase"))
    , m_use(named(new QPushButton(UiTr::tr("Ut&iliser cette base")), "useDatabase"))
{
    setObjectName(QStringLiteral("databaseDialog"));
    setWindowTitle(UiTr::tr("Base de données"));
    resize(startSize);
    m_sentences->setMinimumHeight(sentencesHeight);
    m_form->layout()->setContentsMargins(0, 4, 8, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(buildOpenBase());
    layout->addWidget(new FormArea(m_form));
    layout->addWidget(m_sentences, 1);
    layout->addWidget(buildTables(), 2);
    layout->addWidget(m_progress);
    layout->addWidget(buildButtons());
    connect(m_progress, &JobProgress::stopWanted, this, &DatabaseDialog::stopWanted);
    connect(m_form, &SettingForm::changed, this, &DatabaseDialog::updateState);
    connect(m_secret, &SecretField::changed, this, &DatabaseDialog::updateState);
    say({UiTr::tr("Le test ne change rien : ni sur ce poste, ni sur le serveur.")});
    updateState();
}

QLayout *DatabaseDialog::buildOpenBase()
{
    auto *title = makeText(UiTr::tr("Base ouverte : %1").arg(openInWords()));
    title->setObjectName(QStringLiteral("openDatabase"));
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextRole(title, TextRole::Heading);
    QString why = originInWords(m_open.origin);
    if (const QString waits = whyChoiceWaits(m_open.origin); !waits.isEmpty())
        why += u' ' + waits;
    if (isDatabaseSecretOfEnvironment())
        why += u' ' + UiTr::tr("Le mot de passe vient de la variable %1, qui passe avant celui "
                               "qui est gardé.")
                          .arg(secretVariableOf(databaseSecretName()));
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(title);
    column->addWidget(named(makeText(why), "databaseOrigin"));
    return column;
}

QWidget *DatabaseDialog::buildTables()
{
    makeFlat(m_tableView, &m_tables);
    m_tableView->setAccessibleName(UiTr::tr("Ce qui a été recopié, table par table"));
    m_tableView->header()->resizeSection(BaseTableModel::Content, contentWidth);
    m_tableView->header()->resizeSection(BaseTableModel::Rows, rowsWidth);
    m_tableView->setItemDelegate(
        new BadgeDelegate(FacetedTableModel::BadgeRole, m_tableView)); // its spacing
    m_tableView->setMinimumHeight(tablesHeight);
    m_tableView->hide();
    return m_tableView;
}

QWidget *DatabaseDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_test, QDialogButtonBox::ResetRole);
    for (QPushButton *button : {m_move, m_use})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(QDialogButtonBox::Close);
    for (QPushButton *button : {m_test, m_move, m_use, close})
        button->setAutoDefault(false);
    connect(m_test, &QPushButton::clicked, this, &DatabaseDialog::testWanted);
    connect(m_move, &QPushButton::clicked, this, &DatabaseDialog::moveWanted);
    connect(m_use, &QPushButton::clicked, this, &DatabaseDialog::useWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

Result<DatabaseUrl> DatabaseDialog::chosen() const
{
    return databaseIn(m_form->texts()).map([this](DatabaseUrl url) {
        if (url.backend == DatabaseUrl::Backend::PostgreSql)
            url.password = password().value_or(QString());
        return url;
    });
}

std::optional<QString> DatabaseDialog::password() const
{
    return m_secret->wanted();
}

bool DatabaseDialog::isOpenOne() const
{
    const Result<DatabaseUrl> open = DatabaseUrl::parse(m_open.url);
    const Result<DatabaseUrl> wanted = chosen();
    return open && wanted && isSameDatabase(*open, *wanted) && open->user == wanted->user &&
           open->encryption() == wanted->encryption() && open->authorities == wanted->authorities;
}

QString DatabaseDialog::openInWords() const
{
    const Result<DatabaseUrl> open = DatabaseUrl::parse(m_open.url);
    return open ? databaseInWords(*open) : m_open.url;
}

void DatabaseDialog::setSecretKept(bool isKept)
{
    m_secret->setKept(isKept);
}

void DatabaseDialog::begin()
{
    m_isRunning = true;
    m_focus = focusWidget();
    m_sentences->clear();
    m_tables.setTables({});
    m_tableView->hide();
    m_progress->begin();
    updateState();
}

void DatabaseDialog::showReached(qint64 reached, qint64 total)
{
    m_progress->showReached(reached, total);
}

void DatabaseDialog::end()
{
    m_isRunning = false;
    updateState();
    if (m_focus) // which went elsewhere, for what had it could not be used
        m_focus->setFocus();
}

void DatabaseDialog::showFound(const QList<SightSentence> &found)
{
    for (const SightSentence &sentence : found)
        m_sentences->add(sentence.isConcern ? SentenceList::Kind::Concern
                                            : SentenceList::Kind::Good,
                         sentence.text);
}

void DatabaseDialog::say(const SightSentence &sentence)
{
    m_sentences->add(sentence.isConcern ? SentenceList::Kind::Concern : SentenceList::Kind::Note,
                     sentence.text);
}

void DatabaseDialog::sayFailure(const Error &error)
{
    m_sentences->add(error.code == ErrorCode::Cancelled ? SentenceList::Kind::Note
                                                        : SentenceList::Kind::Problem,
                     error.message);
}

void DatabaseDialog::showTables(const QList<TableSummary> &tables)
{
    m_tables.setTables(tables);
    m_tableView->show();
    m_sentences->add(SentenceList::Kind::Good, m_tables.inWords());
    m_sentences->add(SentenceList::Kind::Note,
                     UiTr::tr("La base d'origine n'a pas changé. Pour travailler désormais dans "
                              "l'autre : « Utiliser cette base »."));
    m_use->setFocus();
}

QString DatabaseDialog::whyNotMove() const
{
    const Result<DatabaseUrl> open = DatabaseUrl::parse(m_open.url);
    const Result<DatabaseUrl> wanted = chosen();
    return open && wanted && isSameDatabase(*open, *wanted)
               ? UiTr::tr("C'est la base ouverte : choisir d'abord où la recopier.")
               : QString();
}

void DatabaseDialog::updateState()
{
    QString whyNot = m_form->defect();
    if (const Result<DatabaseUrl> wanted = chosen(); whyNot.isEmpty() && !wanted)
        whyNot = wanted.error().message;
    if (m_isRunning)
        whyNot = UiTr::tr("Un travail est en cours.");
    offer(m_test, whyNot);
    offer(m_use, whyNot);
    offer(m_move, whyNot.isEmpty() ? whyNotMove() : whyNot);
    m_form->setEnabled(!m_isRunning);
    m_progress->setVisible(m_isRunning);
}

//! Enter never acts from within a field.
void DatabaseDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void DatabaseDialog::done(int result)
{
    if (m_isRunning)
        Q_EMIT stopWanted();
    QDialog::done(result);
}

} // namespace recoupe
