// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/persons/erasuredialog.h"

#include "services/erasurewords.h"
#include "ui/uitr.h"
#include "ui/widgets/named.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr QSize startSize(680, 500);

QWidget *makeConsequences(const PersonReport &report)
{
    auto *text = named(new QPlainTextEdit, "consequences");
    text->setPlainText(consequencesInWords(report).join(QStringLiteral("\n\n")));
    text->setAccessibleName(UiTr::tr("Ce qui sera effacé et ce qui reste"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    return text;
}

} // namespace

ErasureDialog::ErasureDialog(const QString &text, const PersonReport &report, OfficeClient &client,
                             QWidget *parent)
    : PersonChangeDialog(client, UiTr::tr("&Effacer"), parent)
    , m_text(text)
    , m_removesBackups(named(new QCheckBox, "removesBackups"))
{
    setObjectName(QStringLiteral("erasureDialog"));
    setWindowTitle(UiTr::tr("Effacer les données d'une personne"));
    auto *intro = new QLabel(UiTr::tr("Effacer de la base ce qui est dit de « %1 » ? Un effacement "
                                      "ne s'annule pas.")
                                 .arg(text));
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_removesBackups->setText(
        UiTr::tr("Effacer aussi les &sauvegardes de la base (%1), et en faire une nouvelle")
            .arg(report.copies.size()));
    m_removesBackups->setVisible(!report.copies.isEmpty());
    auto *particulars = new QVBoxLayout;
    particulars->setSpacing(8);
    particulars->addWidget(intro);
    particulars->addWidget(makeConsequences(report), 1);
    particulars->addWidget(m_removesBackups);
    build(particulars);
    resize(startSize);
}

std::pair<QString, PersonChangeDialog::Change> ErasureDialog::change() const
{
    const ErasureRequest request{m_text, reason(), m_removesBackups->isChecked()};
    return {UiTr::tr("Effacement des données d'une personne"),
            [request](PersonService persons, const Progress &progress) {
                return persons.erase(request, progress);
            }};
}

} // namespace recoupe
