// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/mappingheader.h"

#include "models/tablepreviewmodel.h"
#include "ui/uitr.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTableView>

namespace recoupe {

namespace {
constexpr int margin = 3; // around a list
} // namespace

MappingHeader::MappingHeader(QTableView *table)
    : QHeaderView(Qt::Horizontal, table)
    , m_table(table)
    , m_choiceHeight(QComboBox().sizeHint().height())
{
    setObjectName(QStringLiteral("mappingHeader"));
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionResized, this, &MappingHeader::placeChoices);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this,
            &MappingHeader::placeChoices);
    connect(table->model(), &QAbstractItemModel::headerDataChanged, this,
            &MappingHeader::showNames);
}

void MappingHeader::setChoices(const QStringList &names)
{
    if (names == m_names)
        return;
    m_names = names;
    for (QComboBox *choice : std::as_const(m_choices))
        offerNames(choice);
    showNames();
}

QSize MappingHeader::sizeHint() const
{
    return QHeaderView::sizeHint() + QSize(0, m_choiceHeight + margin);
}

//! As many lists as columns. They stay where they can: a new look at a file must not take the
//! keyboard away from the one in use.
void MappingHeader::reset()
{
    QHeaderView::reset();
    const int columns = model() ? model()->columnCount() : 0;
    while (m_choices.size() > columns)
        delete m_choices.takeLast();
    while (m_choices.size() < columns)
        addChoice();
    showNames();
    placeChoices();
}

void MappingHeader::addChoice()
{
    const int column = int(m_choices.size());
    auto *choice = new QComboBox(viewport());
    choice->setObjectName(QStringLiteral("column%1").arg(column));
    choice->installEventFilter(this);
    connect(choice, &QComboBox::activated, this,
            [this, column, choice] { Q_EMIT chosen(column, choice->currentData().toString()); });
    offerNames(choice);
    choice->show();
    m_choices << choice;
}

void MappingHeader::offerNames(QComboBox *choice) const
{
    choice->clear();
    choice->addItem(columnInWords({}), QString());
    for (const QString &name : m_names)
        choice->addItem(columnInWords(name), name);
}

void MappingHeader::showNames()
{
    for (int column = 0; column < m_choices.size(); ++column) {
        const auto header = [&](int role) {
            return model()->headerData(column, Qt::Horizontal, role).toString();
        };
        QComboBox *choice = m_choices.at(column);
        choice->setCurrentIndex(std::max(0, choice->findData(header(TablePreviewModel::NameRole))));
        choice->setAccessibleName(
            UiTr::tr("Ce que donne la colonne « %1 »").arg(header(Qt::DisplayRole)));
        choice->setToolTip(choice->accessibleName());
    }
}

void MappingHeader::placeChoices()
{
    for (int column = 0; column < m_choices.size() && column < count(); ++column) {
        QComboBox *choice = m_choices.at(column);
        choice->setGeometry(sectionViewportPosition(column) + margin, margin,
                            sectionSize(column) - 2 * margin, m_choiceHeight);
    }
}

void MappingHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeChoices();
}

//! The wheel moves the table, not what a column means; the list in use is in sight.
bool MappingHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel)
        return true;
    if (event->type() == QEvent::FocusIn) {
        const qsizetype column = m_choices.indexOf(static_cast<QComboBox *>(watched));
        const int left = sectionViewportPosition(int(column));
        const int right = left + sectionSize(int(column)) - viewport()->width();
        QScrollBar *bar = m_table->horizontalScrollBar();
        if (left < 0)
            bar->setValue(bar->value() + left);
        else if (right > 0)
            bar->setValue(bar->value() + std::min(right, left));
    }
    return QHeaderView::eventFilter(watched, event);
}

} // namespace recoupe
