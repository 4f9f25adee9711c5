// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/editionoptions.h"

#include "domain/departement.h"
#include "report/editionview.h"
#include "report/editionwording.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"
#include "ui/widgets/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

// In the order of the title of the table.
constexpr std::array offeredFunders{Funder::PoleEmploi, Funder::Region, Funder::Agefiph};

QString groupingKey()
{
    return QStringLiteral("edition/grouping");
}
QString fundersKey()
{
    return QStringLiteral("edition/funders");
}
QString departementKey()
{
    return QStringLiteral("edition/departement");
}
QString paperKey()
{
    return QStringLiteral("edition/paper");
}

} // namespace

EditionOptions::EditionOptions(QWidget *parent)
    : QWidget(parent)
    , m_grouping(named(new QComboBox, "editionGrouping"))
    , m_departement(named(new QComboBox, "editionDepartement"))
    , m_paper(named(new QComboBox, "editionPaper"))
{
    m_grouping->addItem(UiTr::tr("Département"), toToken(EditionGrouping::Departement));
    m_grouping->addItem(UiTr::tr("Financeur"), toToken(EditionGrouping::Funder));
    m_grouping->addItem(UiTr::tr("Domaine de formation"), toToken(EditionGrouping::Domain));
    m_departement->addItem(UiTr::tr("Toute la région"), QString());
    m_paper->addItem(UiTr::tr("A4 paysage"), int(Paper::A4));
    m_paper->addItem(UiTr::tr("A3 paysage, pour afficher"), int(Paper::A3));

    auto *funders = new QHBoxLayout;
    funders->setSpacing(8);
    for (size_t i = 0; i < offeredFunders.size(); ++i) {
        auto *box = named(new QCheckBox, "editionFunder");
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &EditionOptions::followFunders);
        m_funders << box;
        funders->addWidget(box);
    }
    funders->addStretch();

    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(5);
    form->addRow(labelOf(UiTr::tr("&Grouper par"), m_grouping), m_grouping);
    form->addRow(labelOf(UiTr::tr("Dé&partement"), m_departement), m_departement);
    form->addRow(new QLabel(UiTr::tr("Financeurs")), funders);
    form->addRow(labelOf(UiTr::tr("Pap&ier"), m_paper), m_paper);
    for (QComboBox *box : {m_grouping, m_departement, m_paper}) {
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as wide as the form
        connect(box, &QComboBox::activated, this, &EditionOptions::changed);
    }
    offer({});
}

EditionView EditionOptions::view() const
{
    EditionView view;
    view.grouping = groupingFromToken(m_grouping->currentData().toString())
                        .value_or(EditionGrouping::Departement);
    view.departement = m_departement->currentData().toString();
    for (qsizetype i = 0; i < m_funders.size(); ++i) {
        if (m_funders.at(i)->isChecked())
            view.funders << offeredFunders.at(size_t(i));
    }
    if (view.funders.size() == m_funders.size())
        view.funders.clear(); // all of them: the whole table
    return view;
}

Paper EditionOptions::paper() const
{
    return Paper(m_paper->currentData().toInt());
}

void EditionOptions::offer(const EditionContent &content)
{
    const QDate day = content.date.isValid() ? content.date : QDate::currentDate();
    for (qsizetype i = 0; i < m_funders.size(); ++i) {
        const Funder funder = offeredFunders.at(size_t(i));
        m_funders.at(i)->setText(funderShortName(funder, day));
        m_funders.at(i)->setToolTip(funderName(funder, day));
        m_funders.at(i)->setAccessibleName(funderName(funder, day));
    }
    const QString chosen = m_departement->currentData().toString();
    const QSignalBlocker silent(m_departement);
    while (m_departement->count() > 1)
        m_departement->removeItem(1);
    for (const QString &code : departementsOf(content)) {
        if (!code.isEmpty())
            m_departement->addItem(departementTitle(code), code);
    }
    selectDepartement(chosen);
}

//! One that the edition does not have stays chosen, and shows nothing: another one shown in its
//! place would be mistaken for it.
void EditionOptions::selectDepartement(const QString &code)
{
    int index = m_departement->findData(code);
    if (index < 0) {
        m_departement->addItem(departementTitle(code), code);
        index = m_departement->count() - 1;
    }
    m_departement->setCurrentIndex(index);
}

//! A table of nobody's sessions is none: the last funder stays.
void EditionOptions::followFunders()
{
    const auto isChecked = [](const QCheckBox *box) { return box->isChecked(); };
    const bool isLast = std::ranges::count_if(m_funders, isChecked) == 1;
    for (QCheckBox *box : std::as_const(m_funders))
        box->setEnabled(!isLast || !box->isChecked());
    Q_EMIT changed();
}

QList<QWidget *> EditionOptions::stops() const
{
    QList<QWidget *> stops{m_grouping, m_departement};
    for (QCheckBox *box : m_funders)
        stops << box;
    return stops << m_paper;
}

void EditionOptions::saveState(QSettings &settings) const
{
    QStringList funders;
    const EditionView shown = view();
    for (const Funder funder : shown.funders)
        funders << toToken(funder);
    settings.setValue(groupingKey(), toToken(shown.grouping));
    settings.setValue(fundersKey(), funders);
    settings.setValue(departementKey(), shown.departement);
    settings.setValue(paperKey(), m_paper->currentIndex());
}

void EditionOptions::restoreState(const QSettings &settings)
{
    const QSignalBlocker silent(this);
    const int grouping = m_grouping->findData(settings.value(groupingKey()).toString());
    m_grouping->setCurrentIndex(std::max(0, grouping));
    const QString departement = settings.value(departementKey()).toString();
    if (departement.isEmpty() || !departementName(departement).isEmpty())
        selectDepartement(departement);
    const QStringList funders = settings.value(fundersKey()).toStringList();
    for (qsizetype i = 0; i < m_funders.size(); ++i) {
        m_funders.at(i)->setChecked(funders.isEmpty() ||
                                    funders.contains(toToken(offeredFunders.at(size_t(i)))));
    }
    const int paper = settings.value(paperKey()).toInt();
    m_paper->setCurrentIndex(paper >= 0 && paper < m_paper->count() ? paper : 0);
}

} // namespace recoupe
