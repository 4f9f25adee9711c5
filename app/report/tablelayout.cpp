// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablelayout.h"

#include "report/editionframe.h"
#include "report/tableblocks.h"

namespace recoupe {

namespace {

constexpr qreal footGap = 6; //!< the last rule of the table is not taken for that of the foot

//! Puts the blocks of an edition one under the other, page after page.
class TableFlow
{
public:
    explicit TableFlow(const EditionContent &content);

    //! Nothing when told to stop.
    [[nodiscard]] std::optional<TableLayout> run(const std::function<bool(qsizetype)> &keepGoing);

private:
    void openPage();
    void place(TableBlock block);
    void placeGroup(qsizetype group);
    [[nodiscard]] bool fits(qreal height) const { return m_y + height <= m_bottom; }

    const EditionContent &m_content;
    TableBlocks m_blocks;
    TableLayout m_layout;
    std::function<bool(qsizetype)> m_keepGoing;
    bool m_stopped = false;
    qreal m_y = 0;        //!< where the next block goes
    qreal m_bottom = 0;   //!< above the foot
    qreal m_capacity = 0; //!< height that is free on the first page, the one with least room
};

TableFlow::TableFlow(const EditionContent &content)
    : m_content(content)
    , m_blocks(content)
{
    m_layout.title = documentTitle(content);
    m_layout.draft = content.isDraft();
    m_bottom = m_blocks.pageFoot(1, 1).rect.top() - footGap;
}

void TableFlow::place(TableBlock block)
{
    const qreal top = m_y;
    m_y += block.rect.height();
    m_layout.pages.last().blocks << movedDown(std::move(block),
                                              top - TableLayout::printArea().top());
}

void TableFlow::openPage()
{
    const bool isFirst = m_layout.pages.isEmpty();
    m_layout.pages << TablePage();
    m_y = TableLayout::printArea().top();
    const auto furniture = [isFirst](TableBlock block) {
        block.repeated = !isFirst;
        return block;
    };
    place(furniture(m_blocks.pageHead()));
    if (isFirst)
        place(m_blocks.summary());
    place(furniture(m_blocks.columnHeadings()));
    m_stopped = m_stopped || !m_keepGoing(m_layout.pages.size());
}

void TableFlow::placeGroup(qsizetype group)
{
    TableBlock title = m_blocks.groupTitle(group, false);
    const qreal maxRowHeight = m_capacity - title.rect.height();
    const auto row = [&](qsizetype index) { return m_blocks.row(group, index, maxRowHeight); };

    const qsizetype rowCount = m_content.groups.at(group).rows.size();
    TableBlock next = row(0);
    // A title never stands without a row under it, and with two where two fit on a page.
    qreal together = title.rect.height() + next.rect.height();
    if (rowCount > 1) {
        const qreal second = row(1).rect.height();
        together += together + second <= m_capacity ? second : 0;
    }
    if (!fits(together))
        openPage();
    place(std::move(title));
    for (qsizetype index = 0; index < rowCount && !m_stopped; ++index) {
        if (index > 0)
            next = row(index);
        if (!fits(next.rect.height())) {
            openPage();
            place(m_blocks.groupTitle(group, true));
        }
        place(std::move(next));
    }
}

std::optional<TableLayout> TableFlow::run(const std::function<bool(qsizetype)> &keepGoing)
{
    m_keepGoing = keepGoing;
    openPage();
    m_capacity = m_bottom - m_y;
    for (qsizetype group = 0; group < m_content.groups.size() && !m_stopped; ++group) {
        if (!m_content.groups.at(group).rows.isEmpty())
            placeGroup(group);
    }
    if (m_stopped)
        return std::nullopt;
    if (m_content.rowCount() == 0)
        place(m_blocks.emptyNotice());
    const qsizetype pages = m_layout.pages.size();
    for (qsizetype page = 0; page < pages; ++page)
        m_layout.pages[page].blocks << m_blocks.pageFoot(page + 1, pages);
    return std::move(m_layout);
}

} // namespace

TableLayout layOutTable(const EditionContent &content)
{
    return *layOutTable(content, [](qsizetype) { return true; });
}

std::optional<TableLayout> layOutTable(const EditionContent &content,
                                       const std::function<bool(qsizetype)> &keepGoing)
{
    return TableFlow(content).run(keepGoing);
}

} // namespace recoupe
