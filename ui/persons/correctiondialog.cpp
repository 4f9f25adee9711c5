// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/persons/correctiondialog.h"

#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace recoupe {

namespace {

constexpr int startWidth = 560;

} // namespace

CorrectionDialog::CorrectionDialog(const QStringList &known, OfficeClient &client, QWidget *parent)
    : PersonChangeDialog(client, UiTr::tr("&Corriger"), parent)
    , m_before(named(new QComboBox, "correctedText"))
    , m_after(named(new QLineEdit, "correction"))
{
    setObjectName(QStringLiteral("correctionDialog"));
    setWindowTitle(UiTr::tr("Corriger les données d'une personne"));
    m_before->addItems(known);
    auto *intro = new QLabel(
        UiTr::tr("La correction est faite partout dans la base, sauf dans le journal et les "
                 "éditions, qui disent ce qui était. Faites corriger aussi le portail."));
    intro->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(intro);
    form->addRow(labelOf(UiTr::tr("&Remplacer"), m_before), m_before);
    form->addRow(labelOf(UiTr::tr("&Par"), m_after), m_after);
    connect(m_before, &QComboBox::currentIndexChanged, this, &CorrectionDialog::follow);
    connect(m_after, &QLineEdit::textChanged, this, &CorrectionDialog::follow);
    build(form);
    resize(startWidth, sizeHint().height());
    m_before->setFocus();
}

QString CorrectionDialog::before() const
{
    return m_before->currentText();
}

QString CorrectionDialog::after() const
{
    return m_after->text().simplified();
}

QString CorrectionDialog::whyNot() const
{
    if (after().isEmpty())
        return UiTr::tr("Écrire ce qui prend sa place.");
    return after() == before() ? UiTr::tr("Rien n'a changé.") : PersonChangeDialog::whyNot();
}

std::pair<QString, PersonChangeDialog::Change> CorrectionDialog::change() const
{
    return {UiTr::tr("Correction des données d'une personne"),
            [before = before(), after = after(), reason = reason()](PersonService persons,
                                                                    const Progress &) {
                return persons.correct(before, after, reason);
            }};
}

} // namespace recoupe
