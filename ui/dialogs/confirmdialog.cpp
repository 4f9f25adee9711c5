// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include "ui/uitr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr int textWidth = 440;
constexpr QSize detailedSize(640, 420);

QWidget *makeDetails(const QString &text)
{
    auto *details = new QPlainTextEdit(text);
    details->setObjectName(QStringLiteral("details"));
    details->setAccessibleName(UiTr::tr("Détails"));
    details->setReadOnly(true);
    details->setTabChangesFocus(true);
    details->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return details;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(question.title);
    auto *text = new QLabel(question.text);
    text->setObjectName(QStringLiteral("text"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(textWidth);
    auto *buttons = new QDialogButtonBox;
    QPushButton *accept = buttons->addButton(question.acceptLabel, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel); // Tab does not reach it where it was made first
    accept->setObjectName(QStringLiteral("accept"));
    accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(text);
    if (!question.details.isEmpty()) {
        layout->addWidget(makeDetails(question.details), 1);
        resize(detailedSize);
    }
    layout->addWidget(buttons);
    accept->setFocus();
}

} // namespace recoupe
