// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/persons/personchangedialog.h"

#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

PersonChangeDialog::PersonChangeDialog(OfficeClient &client, const QString &acceptLabel,
                                       QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_fields(new QWidget)
    , m_reason(named(new QLineEdit, "personReason"))
    , m_hint(named(new QLabel, "personHint"))
    , m_progress(named(new QProgressBar, "progress"))
    , m_accept(named(new QPushButton(acceptLabel), "accept"))
{
}

void PersonChangeDialog::build(QLayout *particulars)
{
    m_reason->setPlaceholderText(UiTr::tr("Sans nommer la personne : le motif reste au journal"));
    connect(m_reason, &QLineEdit::textChanged, this, &PersonChangeDialog::follow);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // nothing jumps about
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_progress->setAccessibleName(UiTr::tr("Avancement"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);

    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins({});
    fields->setSpacing(8);
    fields->addLayout(particulars);
    fields->addWidget(labelOf(UiTr::tr("&Motif (obligatoire)"), m_reason));
    fields->addWidget(m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_fields, 1);
    layout->addWidget(m_hint);
    layout->addWidget(m_progress);
    layout->addWidget(buildButtons());
    follow();
}

QWidget *PersonChangeDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    m_cancel = named(buttons->addButton(QDialogButtonBox::Cancel), "cancel");
    for (QPushButton *button : {m_accept, m_cancel})
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &PersonChangeDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &PersonChangeDialog::reject);
    return buttons;
}

//! Enter changes nothing from within a field.
void PersonChangeDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

QString PersonChangeDialog::reason() const
{
    return m_reason->text().simplified();
}

QString PersonChangeDialog::whyNot() const
{
    return reason().isEmpty() ? UiTr::tr("Écrire un motif.") : QString();
}

void PersonChangeDialog::follow()
{
    const QString refusal = m_isChanging ? UiTr::tr("Changement en cours.") : whyNot();
    m_hint->setText(refusal);
    offer(m_accept, refusal);
    m_fields->setEnabled(!m_isChanging);
    m_cancel->setEnabled(!m_isChanging);
    m_progress->setVisible(m_isChanging);
}

void PersonChangeDialog::start()
{
    m_isChanging = true;
    follow();
    const auto [title, make] = change();
    m_client.attempt(
        title,
        [make](BackOffice &office, const Progress &progress) {
            return make(office.persons(), progress);
        },
        this, [this](const Result<ErasureOutcome> &outcome) { finish(outcome); });
}

void PersonChangeDialog::finish(const Result<ErasureOutcome> &outcome)
{
    m_isChanging = false;
    follow();
    if (outcome) {
        Q_EMIT changed(*outcome);
        return accept();
    }
    m_hint->setText(outcome.error().message);
    m_reason->setFocus();
}

void PersonChangeDialog::reject()
{
    if (!m_isChanging)
        QDialog::reject();
}

} // namespace recoupe
