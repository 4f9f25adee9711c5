// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correspondence/templatedialog.h"

#include "services/words.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/plaintext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(1000, 620);

QWidget *column(const QList<QWidget *> &widgets, QWidget *stretched)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    for (QWidget *widget : widgets)
        layout->addWidget(widget, widget == stretched ? 1 : 0);
    return box;
}

QString placesInWords(LetterKind kind)
{
    QStringList places;
    for (const LetterPlaceholder &place : letterPlaces(kind))
        places << UiTr::tr("%1 : %2", "place and meaning").arg(place.name, place.meaning);
    return UiTr::tr("Repères : %1.").arg(places.join(QStringLiteral(" ; ")));
}

} // namespace

TemplateDialog::TemplateDialog(LetterKind kind, LetterTemplate texts, PlaceTexts places,
                               QWidget *parent)
    : SettingsEditor(parent)
    , m_kind(kind)
    , m_texts(std::move(texts))
    , m_places(std::move(places))
    , m_subject(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_preview(new QPlainTextEdit)
    , m_hint(new QLabel)
    , m_standard(new QPushButton(UiTr::tr("Modèle par &défaut")))
    , m_save(new QPushButton(UiTr::tr("&Enregistrer")))
{
    setObjectName(QStringLiteral("templateDialog"));
    setWindowTitle(UiTr::tr("Modèle de message : %1").arg(letterKindName(kind)));
    resize(startSize);
    auto *splitter = new QSplitter;
    splitter->addWidget(buildEditors());
    splitter->addWidget(buildPreview());
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({500, 500});
    auto *known = new QLabel(placesInWords(kind));
    known->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("templateHint"));
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(splitter, 1);
    layout->addWidget(known);
    layout->addWidget(m_hint);
    layout->addWidget(buildButtons());
    fill(m_texts);
    m_shown = edited();
    connect(m_subject, &QLineEdit::textChanged, this, &TemplateDialog::follow);
    connect(m_body, &QPlainTextEdit::textChanged, this, &TemplateDialog::follow);
    follow();
    m_body->setFocus();
}

QWidget *TemplateDialog::buildEditors()
{
    m_subject->setObjectName(QStringLiteral("templateSubject"));
    m_body->setObjectName(QStringLiteral("templateBody"));
    m_body->setTabChangesFocus(true);
    return column({labelOf(UiTr::tr("&Objet"), m_subject), m_subject,
                   labelOf(UiTr::tr("&Texte"), m_body), m_body},
                  m_body);
}

QWidget *TemplateDialog::buildPreview()
{
    m_preview->setObjectName(QStringLiteral("templatePreview"));
    m_preview->setAccessibleName(UiTr::tr("Aperçu du message"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    auto *label = new QLabel(UiTr::tr("A&perçu"));
    label->setBuddy(m_preview);
    return column({label, m_preview}, m_preview);
}

QWidget *TemplateDialog::buildButtons()
{
    m_save->setObjectName(QStringLiteral("saveTemplate"));
    m_standard->setObjectName(QStringLiteral("standardTemplate"));
    m_standard->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_standard, QDialogButtonBox::ResetRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(m_standard, &QPushButton::clicked, this,
            [this] { fill(LetterTemplate::standard(m_kind)); });
    connect(buttons, &QDialogButtonBox::accepted, this, &TemplateDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TemplateDialog::reject);
    return buttons;
}

void TemplateDialog::fill(const LetterTemplate &texts)
{
    m_subject->setText(texts.subject);
    m_body->setPlainText(texts.body);
}

LetterTemplate TemplateDialog::edited() const
{
    return {m_subject->text(), writtenText(*m_body)};
}

QMap<QString, QString> TemplateDialog::changes() const
{
    const LetterTemplate now = edited();
    QMap<QString, QString> changes;
    if (now.subject != m_shown.subject)
        changes.insert(subjectSettingName(m_kind), now.subject);
    if (now.body != m_shown.body)
        changes.insert(bodySettingName(m_kind), now.body);
    return changes;
}

QMap<QString, QString> TemplateDialog::seen() const
{
    return {{subjectSettingName(m_kind), m_texts.subject}, {bodySettingName(m_kind), m_texts.body}};
}

void TemplateDialog::takeUp(const QMap<QString, QString> &texts)
{
    const LetterTemplate before = m_shown;
    const LetterTemplate typed = edited();
    m_texts = letterTemplate(m_kind, texts);
    fill(m_texts);
    m_shown = edited();
    fill({takenUp(before.subject, typed.subject, m_shown.subject),
          takenUp(before.body, typed.body, m_shown.body)});
}

void TemplateDialog::follow()
{
    const LetterTemplate now = edited();
    m_preview->setPlainText(filledIn(m_kind, now.subject, m_places) + QLatin1String("\n\n") +
                            filledIn(m_kind, now.body, m_places));
    QString whyNot = subjectDefect(m_kind, now.subject);
    if (whyNot.isEmpty())
        whyNot = bodyDefect(m_kind, now.body);
    if (whyNot.isEmpty() && changes().isEmpty())
        whyNot = UiTr::tr("Rien n'a changé.");
    m_hint->setText(whyNot);
    m_save->setEnabled(whyNot.isEmpty());
    m_save->setToolTip(whyNot);
    const bool isStandard = now == LetterTemplate::standard(m_kind);
    m_standard->setEnabled(!isStandard);
    m_standard->setToolTip(isStandard ? UiTr::tr("C'est déjà le modèle par défaut.") : QString());
}

} // namespace recoupe
