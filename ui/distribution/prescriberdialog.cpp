// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/distribution/prescriberdialog.h"

#include "domain/departement.h"
#include "domain/mailaddress.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int startWidth = 480;

} // namespace

PrescriberDialog::PrescriberDialog(std::optional<Prescriber> changed, OfficeClient &client,
                                   QWidget *parent)
    : QDialog(parent)
    , m_changed(std::move(changed))
    , m_client(client)
    , m_departement(named(new QComboBox, "prescriberDepartement"))
    , m_structure(named(new QLineEdit, "prescriberStructure"))
    , m_address(named(new QLineEdit, "prescriberAddress"))
    , m_hint(named(new QLabel, "prescriberHint"))
    , m_save(named(new QPushButton(UiTr::tr("&Enregistrer")), "savePrescriber"))
{
    setObjectName(QStringLiteral("prescriberDialog"));
    setWindowTitle(m_changed ? UiTr::tr("Modifier le destinataire")
                             : UiTr::tr("Ajouter un destinataire"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // nothing jumps about
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(buildFields());
    layout->addWidget(m_hint);
    layout->addWidget(buildButtons());
    resize(startWidth, sizeHint().height());
    const Prescriber now = m_changed.value_or(Prescriber());
    m_departement->setCurrentIndex(m_departement->findData(now.departement));
    m_structure->setText(now.structure);
    m_address->setText(now.address);
    connect(m_departement, &QComboBox::currentIndexChanged, this, &PrescriberDialog::follow);
    for (const QLineEdit *field : {m_structure, m_address})
        connect(field, &QLineEdit::textChanged, this, &PrescriberDialog::follow);
    follow();
    m_departement->setFocus();
}

QLayout *PrescriberDialog::buildFields()
{
    m_departement->addItem(UiTr::tr("Toute la région"), QString());
    for (const Departement &departement : departements()) {
        const QString code = QString::fromUtf16(departement.code);
        m_departement->addItem(
            QStringLiteral("%1 – %2").arg(code, QString::fromUtf16(departement.name)), code);
    }
    m_address->setPlaceholderText(UiTr::tr("nom@structure.fr"));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(labelOf(UiTr::tr("&Département"), m_departement), m_departement);
    form->addRow(labelOf(UiTr::tr("&Structure"), m_structure), m_structure);
    form->addRow(labelOf(UiTr::tr("Adresse é&lectronique"), m_address), m_address);
    return form;
}

QWidget *PrescriberDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    m_cancel = named(buttons->addButton(QDialogButtonBox::Cancel), "cancelPrescriber");
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PrescriberDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &PrescriberDialog::reject);
    return buttons;
}

Prescriber PrescriberDialog::edited() const
{
    return {m_departement->currentData().toString(), m_structure->text().simplified(),
            m_address->text().trimmed()};
}

QString PrescriberDialog::whyNot() const
{
    if (m_isSaving)
        return UiTr::tr("Enregistrement en cours.");
    const Prescriber now = edited();
    if (now.address.isEmpty())
        return UiTr::tr("Écrire son adresse électronique.");
    if (!isWellFormedEmail(now.address))
        return UiTr::tr("Ce n'est pas une adresse : l'écrire comme nom@structure.fr.");
    return m_changed && *m_changed == now ? UiTr::tr("Rien n'a changé.") : QString();
}

void PrescriberDialog::follow()
{
    const QString reason = whyNot();
    m_hint->setText(reason);
    offer(m_save, reason);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_departement, m_structure, m_address, m_cancel})
        field->setEnabled(!m_isSaving);
}

void PrescriberDialog::save()
{
    const Prescriber now = edited();
    m_isSaving = true;
    follow();
    m_client.attempt(
        UiTr::tr("Enregistrement d'un destinataire"),
        [before = m_changed, now](BackOffice &office,
                                  const Progress &) -> Result<QList<MeanwhileChange>> {
            if (before)
                return office.distribution().change(*before, now);
            return office.distribution().add(now).map([] { return QList<MeanwhileChange>(); });
        },
        this, [this, now](const Result<QList<MeanwhileChange>> &stored) { conclude(stored, now); });
}

void PrescriberDialog::conclude(const Result<QList<MeanwhileChange>> &stored,
                                const Prescriber &wanted)
{
    m_isSaving = false;
    if (stored && stored->isEmpty()) {
        Q_EMIT saved(wanted);
        return accept();
    }
    follow();
    if (!stored) {
        m_hint->setText(stored.error().message);
        return m_address->setFocus();
    }
    MeanwhileDialog::tell(*stored, this, [this] {
        m_client.run(
            UiTr::tr("Lecture des destinataires"),
            [](BackOffice &office, const Progress &) {
                return office.distribution().prescribers();
            },
            this, [this](const QList<Prescriber> &list) { takeUp(list); });
    });
}

void PrescriberDialog::takeUp(const QList<Prescriber> &list)
{
    Q_ASSERT(m_changed);
    const QString before = m_changed->structure;
    const auto now = std::ranges::find_if(list, [this](const Prescriber &prescriber) {
        return prescriber.departement == m_changed->departement &&
               prescriber.address == m_changed->address;
    });
    if (now == list.end())
        m_changed.reset(); // to be added anew
    else
        m_changed = *now;
    if (m_changed && edited().structure == before)
        m_structure->setText(m_changed->structure);
    follow();
}

void PrescriberDialog::reject()
{
    if (!m_isSaving) // else it would be stored without anybody being told
        QDialog::reject();
}

} // namespace recoupe
