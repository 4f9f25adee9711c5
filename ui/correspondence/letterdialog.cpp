// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correspondence/letterdialog.h"

#include "core/shortdate.h"
#include "correspondence/mailmessage.h"
#include "services/words.h"
#include "ui/correspondence/templatedialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/uitr.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/lastfolder.h"
#include "ui/widgets/offer.h"
#include "ui/widgets/plaintext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(980, 640);

//! A field with a label that its mnemonic leads to.
template <typename Field>
void addField(QFormLayout *form, const QString &label, Field *field, QWidget *row = nullptr)
{
    form->addRow(labelOf(label, field), row ? row : field);
}

} // namespace

LetterDialog::LetterDialog(LetterRequest request, OfficeClient &client, Dialogs &dialogs,
                           QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_client(client)
    , m_dialogs(dialogs)
    , m_settings(settings)
    , m_recipients(new QListView)
    , m_whole(new QCheckBox)
    , m_address(new QLineEdit)
    , m_subject(new QLineEdit)
    , m_reason(new QComboBox)
    , m_reasonWords(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_hint(new QLabel)
    , m_draft(new QPushButton(UiTr::tr("&Enregistrer le brouillon…")))
    , m_copy(new QPushButton(UiTr::tr("&Copier le message")))
    , m_mail(new QPushButton(UiTr::tr("Ouvrir dans la &messagerie")))
    , m_template(new QPushButton(UiTr::tr("Mo&dèle…")))
{
    setObjectName(QStringLiteral("letterDialog"));
    setWindowTitle(m_request.kind == LetterKind::Correction ? UiTr::tr("Demander une correction")
                                                            : UiTr::tr("Relancer l'organisme"));
    resize(startSize);
    auto *splitter = new QSplitter;
    splitter->addWidget(buildRecipients());
    splitter->addWidget(buildLetter());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 700});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildButtons());

    connect(&client, &OfficeClient::failed, this, [this](const Error &error) {
        if (m_isSending)
            m_hint->setText(error.message);
        m_isSending = false;
    });
    updateState();
    compose();
}

QWidget *LetterDialog::buildRecipients()
{
    const bool isCorrection = m_request.kind == LetterKind::Correction;
    m_recipients->setObjectName(QStringLiteral("recipients"));
    m_recipients->setAccessibleName(UiTr::tr("Organismes"));
    m_recipients->setModel(&m_model);
    m_recipients->setAlternatingRowColors(true);
    m_recipients->setWordWrap(true);
    connect(m_recipients->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &LetterDialog::showLetter);
    m_whole->setObjectName(QStringLiteral("wholeOrganisation"));
    m_whole->setText(isCorrection ? UiTr::tr("&Toutes leurs sessions à corriger")
                                  : UiTr::tr("&Tous leurs marchés sans session"));
    m_whole->setToolTip(isCorrection
                            ? UiTr::tr("Joindre à la demande les autres sessions de ces organismes")
                            : UiTr::tr("Joindre à la relance les autres marchés de ces "
                                       "organismes"));
    connect(m_whole, &QCheckBox::toggled, this, &LetterDialog::compose);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_recipients, 1);
    layout->addWidget(m_whole);
    return box;
}

QWidget *LetterDialog::buildLetter()
{
    m_address->setObjectName(QStringLiteral("letterAddress"));
    m_address->setPlaceholderText(UiTr::tr("Adresse inconnue : l'écrire ici"));
    m_subject->setObjectName(QStringLiteral("letterSubject"));
    m_reason->setObjectName(QStringLiteral("letterReason"));
    for (const ReturnReason reason : returnReasons)
        m_reason->addItem(returnReasonName(reason), toToken(reason));
    m_reasonWords->setObjectName(QStringLiteral("letterReasonWords"));
    m_reasonWords->setAccessibleName(UiTr::tr("Autre motif, en clair"));
    m_reasonWords->setPlaceholderText(m_reasonWords->accessibleName());
    m_body->setObjectName(QStringLiteral("letterBody"));
    m_body->setAccessibleName(UiTr::tr("Texte du message"));
    m_body->setTabChangesFocus(true);
    m_hint->setObjectName(QStringLiteral("letterHint"));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);

    auto *reasonRow = new QWidget;
    auto *reasonLayout = new QHBoxLayout(reasonRow);
    reasonLayout->setContentsMargins({});
    reasonLayout->addWidget(m_reason);
    reasonLayout->addWidget(m_reasonWords, 1);
    auto *form = new QFormLayout;
    addField(form, UiTr::tr("&À"), m_address);
    addField(form, UiTr::tr("&Objet"), m_subject);
    addField(form, UiTr::tr("Mot&if, pour l'historique"), m_reason, reasonRow);
    form->setRowVisible(reasonRow, m_request.kind == LetterKind::Correction);

    for (const QLineEdit *field : {m_address, m_subject, m_reasonWords})
        connect(field, &QLineEdit::textChanged, this, &LetterDialog::takeEdits);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &LetterDialog::takeEdits);
    connect(m_body, &QPlainTextEdit::textChanged, this, &LetterDialog::takeEdits);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_hint);
    return box;
}

QWidget *LetterDialog::buildButtons()
{
    m_draft->setObjectName(QStringLiteral("saveLetter"));
    m_copy->setObjectName(QStringLiteral("copyLetter"));
    m_mail->setObjectName(QStringLiteral("mailLetter"));
    m_template->setObjectName(QStringLiteral("editTemplate"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_template, QDialogButtonBox::ResetRole);
    m_template->setAutoDefault(false);
    for (QPushButton *button : {m_draft, m_copy, m_mail}) {
        buttons->addButton(button, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
    }
    buttons->addButton(QDialogButtonBox::Close);
    connect(m_draft, &QPushButton::clicked, this, &LetterDialog::saveDraft);
    connect(m_copy, &QPushButton::clicked, this, &LetterDialog::copy);
    connect(m_mail, &QPushButton::clicked, this, &LetterDialog::openMail);
    connect(m_template, &QPushButton::clicked, this, &LetterDialog::editTemplate);
    connect(buttons, &QDialogButtonBox::rejected, this, &LetterDialog::reject);
    return buttons;
}

void LetterDialog::compose()
{
    const auto extent =
        m_whole->isChecked() ? LetterExtent::WholeOrganisation : LetterExtent::Selected;
    const auto work = [request = m_request, extent](BackOffice &office, const Progress &) {
        return request.kind == LetterKind::Correction
                   ? office.letters().corrections(*request.workspace, request.sessions, extent)
                   : office.letters().reminders(*request.workspace, request.awards, extent);
    };
    m_client.run(UiTr::tr("Composition des messages"), work, this,
                 [this](const QList<ComposedLetter> &letters) { showLetters(letters); });
}

void LetterDialog::showLetters(const QList<ComposedLetter> &letters)
{
    const int row = std::max(0, current());
    m_model.setLetters(letters);
    m_recipients->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
    showLetter();
}

int LetterDialog::current() const
{
    return m_recipients->currentIndex().row();
}

void LetterDialog::showLetter()
{
    const int row = current();
    const Letter letter = row < 0 ? Letter() : m_model.letter(row);
    const WrittenReason reason = letter.reason.value_or(WrittenReason());
    m_isFilling = true;
    m_address->setText(letter.address);
    m_subject->setText(letter.subject);
    m_reason->setCurrentIndex(m_reason->findData(toToken(reason.reason)));
    m_reasonWords->setText(reason.words);
    m_body->setPlainText(letter.body);
    m_isFilling = false;
    updateState();
}

void LetterDialog::takeEdits()
{
    const int row = current();
    if (m_isFilling || row < 0)
        return;
    Letter letter = m_model.letter(row);
    letter.address = m_address->text().trimmed();
    letter.subject = m_subject->text();
    letter.body = writtenText(*m_body);
    if (letter.reason) {
        const auto reason = returnReasonFromToken(m_reason->currentData().toString());
        letter.reason->reason = reason.value_or(ReturnReason::Other);
        letter.reason->words = letter.reason->reason == ReturnReason::Other
                                   ? m_reasonWords->text().trimmed()
                                   : QString();
    }
    m_model.edit(row, letter);
    updateState();
}

QString LetterDialog::whyNotSend() const
{
    if (current() < 0)
        return UiTr::tr("Aucun message à envoyer.");
    const Letter &letter = m_model.letter(current());
    if (const QString defect = letterDefect(letter); !defect.isEmpty())
        return defect;
    const bool lacksWords = letter.reason && letter.reason->reason == ReturnReason::Other &&
                            letter.reason->words.isEmpty();
    return lacksWords ? UiTr::tr("Écrire en clair l'autre motif.") : QString();
}

QString LetterDialog::hint() const
{
    if (current() < 0)
        return {};
    const Letter &letter = m_model.letter(current());
    if (m_model.isSent(current()))
        return UiTr::tr("%1, noté dans l'historique.").arg(letterInWords(letter));
    QStringList sentences;
    if (const QString whyNot = whyNotSend(); !whyNot.isEmpty())
        sentences << whyNot;
    else if (letter.address.isEmpty())
        sentences << UiTr::tr("Aucune adresse n'est connue pour cet organisme : l'écrire, ou la "
                              "compléter dans le brouillon.");
    if (const std::optional<Letter> &previous = m_model.composed(current()).previous)
        sentences << UiTr::tr("Dernier message du même genre : le %1, par %2.")
                         .arg(shortDate(previous->writtenAt.toLocalTime().date()),
                              previous->operatorName);
    if (!m_mail->isEnabled() && whyNotSend().isEmpty())
        sentences << m_mail->toolTip();
    return sentences.join(u'\n');
}

void LetterDialog::updateState()
{
    const bool isOne = current() >= 0;
    for (QWidget *field : std::initializer_list<QWidget *>{m_address, m_subject, m_reason, m_body})
        field->setEnabled(isOne);
    m_reasonWords->setEnabled(isOne &&
                              m_reason->currentData().toString() == toToken(ReturnReason::Other));
    const QString whyNot = whyNotSend();
    for (QPushButton *button : {m_draft, m_copy})
        offer(button, whyNot);
    const bool isLong =
        whyNot.isEmpty() && mailtoUrl(m_model.letter(current())).toEncoded().size() > longestMailto;
    offer(m_mail, isLong ? UiTr::tr("Message trop long pour s'ouvrir directement dans la "
                                    "messagerie : enregistrer le brouillon et l'ouvrir, ou copier "
                                    "le message.")
                         : whyNot);
    m_hint->setText(hint());
}

void LetterDialog::send(const std::function<Result<Letter>(LetterService)> &send)
{
    const int row = current();
    m_isSending = true;
    m_client.run(
        UiTr::tr("Envoi du message"),
        [send](BackOffice &office, const Progress &) { return send(office.letters()); }, this,
        [this, row](const Letter &letter) {
            m_isSending = false;
            m_model.setSent(row, letter);
            updateState();
            Q_EMIT sent(letter);
        });
}

void LetterDialog::saveDraft()
{
    const Letter letter = m_model.letter(current());
    const SaveRequest request{UiTr::tr("Enregistrer le brouillon"),
                              QDir(lastFolder(m_settings)).filePath(mailFileName(letter)),
                              UiTr::tr("Message (*.eml)")};
    m_dialogs.chooseTarget(this, request, [this, letter](const QString &file) {
        rememberFolderOf(m_settings, file);
        send([letter, file](LetterService letters) { return letters.saveDraft(letter, file); });
    });
}

void LetterDialog::copy()
{
    const Letter letter = m_model.letter(current());
    QGuiApplication::clipboard()->setText(letter.body);
    send([letter](LetterService letters) { return letters.record(letter, LetterChannel::Copy); });
}

void LetterDialog::openMail()
{
    const Letter letter = m_model.letter(current());
    if (!openMessage(mailtoUrl(letter))) {
        m_hint->setText(UiTr::tr("Aucune messagerie ne s'est ouverte : enregistrer le brouillon, "
                                 "ou copier le message."));
        return;
    }
    send([letter](LetterService letters) { return letters.record(letter, LetterChannel::Mail); });
}

void LetterDialog::editTemplate()
{
    const PlaceTexts places = current() < 0 ? PlaceTexts() : m_model.composed(current()).places;
    const LetterKind kind = m_request.kind;
    m_client.run(
        UiTr::tr("Lecture du modèle"),
        [kind](BackOffice &office, const Progress &) { return office.letters().texts(kind); }, this,
        [this, kind, places](const LetterTemplate &texts) {
            auto *dialog = new TemplateDialog(kind, texts, places, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->saveThrough(m_client, [this](const DecisionOutcome &) {
                compose();
                m_client.reload(); // there is something to undo now
            });
            dialog->open();
        });
}

void LetterDialog::reject()
{
    if (!m_model.hasUnsentEdits())
        return QDialog::reject();
    m_dialogs.confirm(this,
                      {.title = UiTr::tr("Message non envoyé"),
                       .text = UiTr::tr("Ce qui a été écrit et n'a pas été envoyé sera perdu."),
                       .acceptLabel = UiTr::tr("&Abandonner")},
                      [this] { QDialog::reject(); });
}

} // namespace recoupe
