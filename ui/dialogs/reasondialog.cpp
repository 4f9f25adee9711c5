// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reasondialog.h"

#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

ReasonDialog::ReasonDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QPlainTextEdit)
{
    setWindowTitle(question.title);
    resize(520, 320);
    auto *text = new QLabel(question.text);
    text->setWordWrap(true);
    auto *details = new QLabel(question.details);
    details->setWordWrap(true);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *label = new QLabel(UiTr::tr("&Motif (obligatoire, gardé dans l'historique)"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(UiTr::tr("Motif"));
    m_reason->setTabChangesFocus(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *accept = buttons->addButton(question.acceptLabel, QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("accept"));
    accept->setEnabled(false);
    accept->setToolTip(UiTr::tr("Écrire d'abord un motif."));
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this, accept] {
        accept->setEnabled(!reason().isEmpty());
        accept->setToolTip(reason().isEmpty() ? UiTr::tr("Écrire d'abord un motif.") : QString());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    details->setVisible(!question.details.isEmpty());
    layout->addWidget(details);
    layout->addWidget(label);
    layout->addWidget(m_reason, 1);
    layout->addWidget(buttons);
    m_reason->setFocus();
}

QString ReasonDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace recoupe
