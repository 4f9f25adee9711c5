// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reasondialog.h"

#include "ui/uitr.h"
#include "ui/widgets/plaintext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

ReasonDialog::ReasonDialog(const Question &question, Kind kind, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_reason(new QPlainTextEdit)
{
    setWindowTitle(question.title);
    resize(520, 320);
    auto *text = new QLabel(question.text);
    text->setWordWrap(true);
    auto *details = new QLabel(question.details);
    details->setWordWrap(true);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *label =
        new QLabel(kind == Written ? UiTr::tr("&Motif (obligatoire, gardé dans l'historique)")
                                   : UiTr::tr("&Précision (gardée dans l'historique)"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(kind == Written ? UiTr::tr("Motif") : UiTr::tr("Précision"));
    m_reason->setTabChangesFocus(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    details->setVisible(!question.details.isEmpty());
    layout->addWidget(details);
    if (kind == Listed)
        layout->addLayout(makeList());
    layout->addWidget(label);
    layout->addWidget(m_reason, 1);
    layout->addWidget(makeButtons(question));
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ReasonDialog::updateAccept);
    updateAccept();
    if (m_list)
        m_list->setFocus();
    else
        m_reason->setFocus();
}

QLayout *ReasonDialog::makeList()
{
    m_list = new QComboBox;
    m_list->setObjectName(QStringLiteral("returnReason"));
    m_list->setAccessibleName(UiTr::tr("Raison"));
    for (const ReturnReason reason : returnReasons)
        m_list->addItem(returnReasonName(reason));
    // None is proposed: a reason that nobody chose would be a false one in the trail.
    m_list->setPlaceholderText(UiTr::tr("Choisir une raison"));
    m_list->setCurrentIndex(-1);
    connect(m_list, &QComboBox::currentIndexChanged, this, &ReasonDialog::updateAccept);
    auto *label = new QLabel(UiTr::tr("&Raison"));
    label->setBuddy(m_list);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_list);
    return layout;
}

QWidget *ReasonDialog::makeButtons(const Question &question)
{
    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(question.acceptLabel, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    m_accept->setObjectName(QStringLiteral("accept"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ReasonDialog::updateAccept()
{
    const bool isListed = m_list && m_list->currentIndex() >= 0;
    const bool isTold = m_kind == Listed
                            ? isListed && (listed() != ReturnReason::Other || !reason().isEmpty())
                            : !reason().isEmpty();
    m_accept->setEnabled(isTold);
    m_accept->setToolTip(isTold             ? QString()
                         : m_kind == Listed ? (isListed ? UiTr::tr("Préciser d'abord la raison.")
                                                        : UiTr::tr("Choisir d'abord une raison."))
                                            : UiTr::tr("Écrire d'abord un motif."));
}

QString ReasonDialog::reason() const
{
    return writtenText(*m_reason).trimmed();
}

ReturnReason ReasonDialog::listed() const
{
    Q_ASSERT(m_list);
    return returnReasons.at(std::size_t(m_list->currentIndex()));
}

} // namespace recoupe
